//! The platform looks at hospitals that asked, and decides. The right is asked of the person; the rows are opened as at the door, because no hospital holds them.

use domain::access::{Action, Subject};
use domain::ids::HospitalId;
use domain::time::Moment;
use domain::typed;
use uuid::Uuid;

use super::admin_email_of;
use crate::audit::{self, Entry, Outcome};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::identity::at_the_door;
use crate::identity::contact::open;
use crate::mail::{self, Letter, Recipient};
use crate::organisation::staff::invite_first_admin;
use crate::time::{from_db, to_db};

/// The oldest so many are shown; the next come when these are decided.
const PAGE: i64 = 50;

/// A hospital that asks to be taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Application {
    /// Which.
    pub id: Uuid,
    /// Its name.
    pub name: String,
    /// Its postal address.
    pub address: String,
    /// Its phone number.
    pub phone: String,
    /// The number under which the authorities know it.
    pub registration_number: String,
    /// Its IANA time zone.
    pub zone: String,
    /// Its first admin.
    pub admin_name: String,
    /// And their address, which is proved.
    pub admin_email: String,
    /// When it was proved.
    pub verified_at: Moment,
}

/// The applications that wait, oldest first.
pub async fn list_waiting(ctx: &Ctx) -> Result<Vec<Application>> {
    let mut tx = begin(ctx).await?;
    let rows = sqlx::query!(
        r#"SELECT   a.id, a.name, a.address, a.phone, a.registration_number, a.zone, a.admin_name, a.admin_email_sealed AS "admin_email!", a.verified_at AS "verified_at!"
           FROM     hospital_application a
           WHERE    a.verified_at IS NOT NULL AND a.decided_at IS NULL
           ORDER BY a.verified_at, a.id
           LIMIT    $1"#,
        PAGE
    )
    .fetch_all(&mut *tx)
    .await?;
    tx.commit().await?;
    audit::record(
        ctx,
        Entry::new(Action::ApproveHospital, &Subject::House, Outcome::Allowed),
    )
    .await?;
    let rows = rows.into_iter().map(|row| {
        Ok(Application {
            id: row.id,
            name: row.name,
            address: row.address,
            phone: row.phone,
            registration_number: row.registration_number,
            zone: row.zone,
            admin_name: row.admin_name,
            admin_email: open(&ctx.house().keys, &admin_email_of(row.id), &row.admin_email)?,
            verified_at: from_db(row.verified_at),
        })
    });
    rows.collect()
}

/// Approves: the hospital is there from now on, and its first admin gets an invitation.
///
/// # Errors
/// [`HospitalError::NotFound`] when it does not wait; [`HospitalError::Conflict`] when a hospital of this name is there.
pub async fn approve(ctx: &Ctx, application: Uuid) -> Result<HospitalId> {
    let mut tx = begin(ctx).await?;
    let row = sqlx::query!(
        r#"SELECT a.name, a.zone, a.admin_name, a.language, a.admin_email_sealed AS "admin_email!" FROM hospital_application a
         WHERE  a.id = $1 AND a.verified_at IS NOT NULL AND a.decided_at IS NULL
         FOR UPDATE"#,
        application
    )
    .fetch_optional(&mut *tx)
    .await?
    .ok_or(HospitalError::NotFound)?;
    let hospital = HospitalId(Uuid::now_v7());
    let made = sqlx::query!(
        "INSERT INTO hospital (id, name, zone, locale) VALUES ($1, $2, $3, 'en')",
        hospital.0,
        row.name,
        row.zone
    )
    .execute(&mut *tx)
    .await
    .map_err(HospitalError::from);
    if let Err(error) = made {
        return Err(match error.violated() {
            Some("hospital_name_once") => HospitalError::Conflict("There is a hospital of this name already."),
            _ => error,
        });
    }
    decide(&mut tx, ctx, application, "approved", None, Some(hospital)).await?;
    let admin_email = open(&ctx.house().keys, &admin_email_of(application), &row.admin_email)?;
    invite_first_admin(&mut tx, ctx, hospital, &admin_email, &row.admin_name, row.language).await?;
    let approved = Entry::change(
        "hospital.approve",
        Action::ApproveHospital,
        &Subject::Hospital(hospital),
    );
    audit::record_in(&mut tx, ctx, [approved]).await?;
    tx.commit().await?;
    Ok(hospital)
}

/// Refuses, with a reason that stays with the platform.
///
/// # Errors
/// [`HospitalError::Invalid`] without a reason; [`HospitalError::NotFound`] when it does not wait.
pub async fn refuse(ctx: &Ctx, application: Uuid, reason: &str) -> Result<()> {
    let mut tx = begin(ctx).await?;
    let reason = typed::words("reason", "the reason", reason)?;
    decide(&mut tx, ctx, application, "refused", Some(&reason), None).await?;
    mail::send_in(
        &mut tx,
        ctx,
        Letter::HospitalRefused,
        Recipient::HospitalApplication(application),
    )
    .await?;
    audit::record_in(
        &mut tx,
        ctx,
        [Entry::change(
            "hospital.refuse",
            Action::ApproveHospital,
            &Subject::House,
        )],
    )
    .await?;
    Ok(tx.commit().await?)
}

async fn decide(
    tx: &mut Tx,
    ctx: &Ctx,
    application: Uuid,
    outcome: &str,
    reason: Option<&str>,
    hospital: Option<HospitalId>,
) -> Result<()> {
    let by = ctx.actor().user().ok_or(HospitalError::SignIn)?;
    let decided = sqlx::query!(
        "UPDATE hospital_application SET decided_at = $2, decided_by = $3, outcome = $4, reason = $5, hospital_id = $6
         WHERE  id = $1 AND verified_at IS NOT NULL AND decided_at IS NULL",
        application,
        to_db(ctx.now()),
        by.0,
        outcome,
        reason,
        hospital.map(|hospital| hospital.0),
    )
    .execute(&mut **tx)
    .await?;
    if decided.rows_affected() == 1 {
        Ok(())
    } else {
        Err(HospitalError::NotFound)
    }
}

async fn begin(ctx: &Ctx) -> Result<Tx> {
    ctx.check(Action::ApproveHospital, &Subject::House).await?;
    at_the_door(ctx.house(), ctx.request())
        .begin(Action::OpenSession, &Subject::House)
        .await
}
