//! What programs hold for people: a person's own, and for an admin those of the hospital's people. Each is ended by itself.

use domain::access::{Action, Subject};
use domain::ids::UserId;
use domain::time::Moment;
use uuid::Uuid;

use super::family::{self, Why};
use crate::audit::{self, Entry, Outcome};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::identity::at_the_door;
use crate::time::{from_db, to_db};

/// The most that an admin sees at once; the name narrows it.
const PAGE: i64 = 50;

/// A program that acts for somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Program {
    /// Its family of tokens.
    pub id: Uuid,
    /// Whose.
    pub user: UserId,
    /// Their name.
    pub name: String,
    /// Program and system in words.
    pub device: String,
    /// From which address it signed in.
    pub address: String,
    /// When it signed in.
    pub began_at: Moment,
    /// When it was last given tokens.
    pub renewed_at: Option<Moment>,
    /// When it ends, unless it is used.
    pub ends_at: Moment,
}

/// The asker's own, newest first; at most ten exist.
pub async fn list_own(ctx: &Ctx) -> Result<Vec<Program>> {
    let user = ctx.actor().user().ok_or(HospitalError::SignIn)?;
    ctx.check(Action::ReadAccount, &Subject::Account(user)).await?;
    rows(ctx, Some(user), None, "").await
}

/// Those of the hospital's people whose name holds `name`, newest first. Patients' programs are no admin's business.
pub async fn list_here(ctx: &Ctx, name: &str) -> Result<Vec<Program>> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let subject = Subject::Hospital(hospital);
    ctx.check(Action::ManageSessions, &subject).await?;
    audit::record(ctx, Entry::new(Action::ManageSessions, &subject, Outcome::Allowed)).await?;
    rows(ctx, None, Some(hospital.0), name).await
}

/// Row security shows a family to its owner and at the door; the right was asked before.
async fn rows(ctx: &Ctx, user: Option<UserId>, hospital: Option<Uuid>, name: &str) -> Result<Vec<Program>> {
    let mut tx = door(ctx).await?;
    let rows = sqlx::query!(
        r#"SELECT   f.id, f.user_id AS "user_id!", u.display_name, f.device, f.address, f.began_at, f.ends_at,
                    (SELECT max(t.issued_at) FROM refresh_token t WHERE t.family_id = f.id) AS renewed_at
           FROM     token_family f
           JOIN     app_user u ON u.id = f.user_id
           WHERE    f.ended_at IS NULL AND f.ends_at > $4
             AND    (f.user_id = $1 OR (f.realm = 'staff' AND f.hospital_id = $2))
             AND    strpos(lower(u.display_name), lower($3)) > 0
           ORDER BY f.began_at DESC, f.id
           LIMIT    $5"#,
        user.map(|user| user.0),
        hospital,
        name.trim(),
        to_db(ctx.now()),
        PAGE,
    )
    .fetch_all(&mut *tx)
    .await?;
    tx.commit().await?;
    let rows = rows.into_iter().map(|row| Program {
        id: row.id,
        user: UserId(row.user_id),
        name: row.display_name,
        device: row.device,
        address: row.address,
        began_at: from_db(row.began_at),
        renewed_at: row.renewed_at.map(from_db),
        ends_at: from_db(row.ends_at),
    });
    Ok(rows.collect())
}

/// Ends one of the asker's own.
///
/// # Errors
/// [`HospitalError::NotFound`] when it is over or somebody else's.
pub async fn end_own(ctx: &Ctx, program: Uuid) -> Result<()> {
    let user = ctx.actor().user().ok_or(HospitalError::SignIn)?;
    ctx.check(Action::ChangeAccount, &Subject::Account(user)).await?;
    end(ctx, program, Some(user), None).await
}

/// An admin ends one of somebody who works in their hospital.
///
/// # Errors
/// [`HospitalError::NotFound`] when it is over, or of another hospital or a patient.
pub async fn end_of_colleague(ctx: &Ctx, program: Uuid) -> Result<()> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    ctx.check(Action::ManageSessions, &Subject::Hospital(hospital)).await?;
    end(ctx, program, None, Some(hospital.0)).await
}

async fn end(ctx: &Ctx, program: Uuid, user: Option<UserId>, hospital: Option<Uuid>) -> Result<()> {
    let mut tx = door(ctx).await?;
    let found = sqlx::query_scalar!(
        "SELECT f.id FROM token_family f
         WHERE  f.id = $1 AND f.ended_at IS NULL AND (f.user_id = $2 OR (f.realm = 'staff' AND f.hospital_id = $3))",
        program,
        user.map(|user| user.0),
        hospital,
    )
    .fetch_optional(&mut *tx)
    .await?;
    let Some(found) = found else {
        tx.rollback().await?;
        return Err(HospitalError::NotFound);
    };
    family::end(&mut tx, ctx, &[found], Why::Revoked).await?;
    tx.commit().await?;
    ctx.house().tokens.forget_family(found);
    Ok(())
}

async fn door(ctx: &Ctx) -> Result<Tx> {
    at_the_door(ctx.house(), ctx.request())
        .begin(Action::OpenSession, &Subject::House)
        .await
}
