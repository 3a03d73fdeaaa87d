//! What stands in clear from before it was sealed is sealed at the start of the server, in batches, before anybody is let in: readers know sealed columns only.
//! Stopped half-way, it goes on at the next start.
//!
//! Another column that is to be sealed: its migration adds the sealed one beside it, with a rule that nothing is written in clear any more (`NOT VALID`), a policy and
//! a grant for this work; and a function like [`accounts`] stands here for as long as databases from before are about.

use std::sync::Arc;

use domain::access::{Action, Subject};
use domain::ids::{PatientId, UserId};

use super::Keys;
use super::rotate::at_work;
use crate::audit::{self, Entry};
use crate::ctx::Tx;
use crate::error::Result;
use crate::house::House;
use crate::identity::contact::{email_of, phone_of, seal_email, seal_phone};
use crate::organisation::applications::admin_email_of;
use crate::organisation::staff::invited_email_of;
use crate::patients::applications::Applicant;
use crate::proxies::named_email_of;

/// Rows to a batch.
const BATCH: i64 = 200;

/// Seals whatever stands in clear; answers how many rows that were.
///
/// # Errors
/// Away when the database is; what was sealed by then is sealed.
pub async fn carry_over(house: &Arc<House>) -> Result<u64> {
    let ctx = at_work(house);
    let keys = &house.keys;
    let mut sealed = 0;
    loop {
        let mut tx = ctx.begin(Action::KeepKeys, &Subject::House).await?;
        let batch = accounts(&mut tx, keys).await?
            + staff_invitations(&mut tx, keys).await?
            + proxy_invitations(&mut tx, keys).await?
            + patient_applications(&mut tx, keys).await?
            + hospital_applications(&mut tx, keys).await?;
        let entry = Entry::change("keys.carry_over", Action::KeepKeys, &Subject::House);
        audit::record_in(&mut tx, &ctx, (batch > 0).then_some(entry)).await?;
        tx.commit().await?;
        if batch == 0 {
            return Ok(sealed);
        }
        sealed += batch;
    }
}

async fn accounts(tx: &mut Tx, keys: &Keys) -> Result<u64> {
    let rows = sqlx::query!(
        "SELECT id, email, phone FROM app_user WHERE num_nonnulls(email, phone) > 0 ORDER BY id LIMIT $1 FOR UPDATE",
        BATCH
    )
    .fetch_all(&mut **tx)
    .await?;
    let count = rows.len() as u64;
    for row in rows {
        let user = UserId(row.id);
        let email = row.email.map(|it| seal_email(keys, &email_of(user), &it)).transpose()?;
        let phone = row.phone.map(|it| seal_phone(keys, &phone_of(user), &it)).transpose()?;
        let (email, email_blind) = email.map(|it| (it.sealed, it.blind)).unzip();
        let (phone, phone_blind) = phone.map(|it| (it.sealed, it.blind)).unzip();
        sqlx::query!(
            "UPDATE app_user
             SET    email = NULL, email_sealed = coalesce($2, email_sealed), email_blind = coalesce($3, email_blind),
                    phone = NULL, phone_sealed = coalesce($4, phone_sealed), phone_blind = coalesce($5, phone_blind)
             WHERE  id = $1",
            row.id,
            email,
            email_blind,
            phone,
            phone_blind,
        )
        .execute(&mut **tx)
        .await?;
    }
    Ok(count)
}

async fn staff_invitations(tx: &mut Tx, keys: &Keys) -> Result<u64> {
    let rows = sqlx::query!(
        r#"SELECT id, email AS "email!" FROM staff_invitation WHERE email IS NOT NULL ORDER BY id LIMIT $1 FOR UPDATE"#,
        BATCH
    )
    .fetch_all(&mut **tx)
    .await?;
    let count = rows.len() as u64;
    for row in rows {
        let email = seal_email(keys, &invited_email_of(row.id), &row.email)?;
        sqlx::query!(
            "UPDATE staff_invitation SET email = NULL, email_sealed = $2, email_blind = $3 WHERE id = $1",
            row.id,
            email.sealed,
            email.blind,
        )
        .execute(&mut **tx)
        .await?;
    }
    Ok(count)
}

async fn proxy_invitations(tx: &mut Tx, keys: &Keys) -> Result<u64> {
    let rows = sqlx::query!(
        r#"SELECT id, patient_id, email AS "email!" FROM proxy_invitation WHERE email IS NOT NULL ORDER BY id LIMIT $1 FOR UPDATE"#,
        BATCH
    )
    .fetch_all(&mut **tx)
    .await?;
    let count = rows.len() as u64;
    for row in rows {
        let email = seal_email(keys, &named_email_of(row.id, PatientId(row.patient_id)), &row.email)?;
        sqlx::query!(
            "UPDATE proxy_invitation SET email = NULL, email_sealed = $2, email_blind = $3 WHERE id = $1",
            row.id,
            email.sealed,
            email.blind,
        )
        .execute(&mut **tx)
        .await?;
    }
    Ok(count)
}

async fn patient_applications(tx: &mut Tx, keys: &Keys) -> Result<u64> {
    let rows = sqlx::query!(
        r#"SELECT id, health_id AS "health_id!", given_name AS "given_name!", family_name AS "family_name!", born_on AS "born_on!", email AS "email!", phone
           FROM   patient_application WHERE email IS NOT NULL ORDER BY id LIMIT $1 FOR UPDATE"#,
        BATCH
    )
    .fetch_all(&mut **tx)
    .await?;
    let count = rows.len() as u64;
    for row in rows {
        let applicant = Applicant {
            health_id: row.health_id,
            given_name: row.given_name,
            family_name: row.family_name,
            born_on: (row.born_on.year(), u8::from(row.born_on.month()), row.born_on.day()),
            email: row.email,
            phone: row.phone,
        };
        let applicant = applicant.seal(keys, row.id)?;
        sqlx::query!(
            "UPDATE patient_application
             SET    health_id = NULL, given_name = NULL, family_name = NULL, born_on = NULL, email = NULL, phone = NULL,
                    applicant_sealed = $2, email_blind = $3
             WHERE  id = $1",
            row.id,
            applicant.sealed,
            applicant.blind,
        )
        .execute(&mut **tx)
        .await?;
    }
    Ok(count)
}

async fn hospital_applications(tx: &mut Tx, keys: &Keys) -> Result<u64> {
    let rows = sqlx::query!(
        r#"SELECT id, admin_email AS "email!" FROM hospital_application WHERE admin_email IS NOT NULL ORDER BY id LIMIT $1 FOR UPDATE"#,
        BATCH
    )
    .fetch_all(&mut **tx)
    .await?;
    let count = rows.len() as u64;
    for row in rows {
        let sealed = keys.seal(&admin_email_of(row.id), row.email.as_bytes())?;
        sqlx::query!(
            "UPDATE hospital_application SET admin_email = NULL, admin_email_sealed = $2 WHERE id = $1",
            row.id,
            sealed
        )
        .execute(&mut **tx)
        .await?;
    }
    Ok(count)
}
