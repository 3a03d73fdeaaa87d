//! Reception says which chart it is, or why not. The person is told by mail that there is an answer.

use domain::access::{Action, Subject};
use domain::ids::{HospitalId, PatientId};
use domain::invalid::Invalid;
use domain::typed;
use uuid::Uuid;

use crate::audit::{self, Entry, Kind};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::mail::{self, Letter, Recipient};
use crate::time::to_db;

/// Why an application is refused: the name that is kept, and the words.
pub const REASONS: [(&str, &str); 4] = [
    ("no_chart", "No chart of this hospital fits"),
    ("other_person", "The details belong to somebody else"),
    ("not_reached", "The person could not be reached to make sure"),
    ("other", "Something else"),
];

/// The application is of this patient: their account opens their portal from now on.
///
/// # Errors
/// [`HospitalError::NotFound`] when the application does not wait here, or the chart is not of this hospital; [`HospitalError::Conflict`] when the chart
/// has an account already.
pub async fn confirm(ctx: &Ctx, application: Uuid, patient: PatientId) -> Result<()> {
    let (hospital, subject) = here(ctx)?;
    let mut tx = ctx.begin(Action::ConfirmRegistration, &subject).await?;
    let user = waiting(&mut tx, hospital, application).await?;
    let opened = sqlx::query!(
        "INSERT INTO portal_account (user_id, patient_id, hospital_id)
         SELECT $1, r.patient_id, r.hospital_id FROM registration r WHERE r.patient_id = $2 AND r.hospital_id = $3",
        user,
        patient.0,
        hospital.0,
    )
    .execute(&mut *tx)
    .await
    .map_err(HospitalError::from);
    let opened = match opened {
        Err(error) if error.violated() == Some("portal_account_patient_once") => {
            return Err(HospitalError::Conflict(
                "Somebody has an account for this chart already. Ask an admin to look into it.",
            ));
        }
        opened => opened?,
    };
    if opened.rows_affected() != 1 {
        return Err(HospitalError::NotFound);
    }
    decide(&mut tx, ctx, application, "confirmed", None).await?;
    mail::send_in(
        &mut tx,
        ctx,
        Letter::RegistrationConfirmed,
        Recipient::PatientApplication(application),
    )
    .await?;
    let entries = [
        Entry::change("registration.confirm", Action::ConfirmRegistration, &subject),
        Entry::patient(
            Action::ConfirmRegistration,
            patient,
            &[Kind::Demographics, Kind::Access],
        ),
    ];
    audit::record_in(&mut tx, ctx, entries).await?;
    Ok(tx.commit().await?)
}

/// The application is refused, with a reason that stays in the hospital.
///
/// # Errors
/// [`HospitalError::Invalid`] without a reason; [`HospitalError::NotFound`] when the application does not wait here.
pub async fn refuse(ctx: &Ctx, application: Uuid, reason: &str, words: &str) -> Result<()> {
    let (hospital, subject) = here(ctx)?;
    let mut tx = ctx.begin(Action::ConfirmRegistration, &subject).await?;
    let reason = reason_of(reason, words)?;
    waiting(&mut tx, hospital, application).await?;
    decide(&mut tx, ctx, application, "refused", Some(&reason)).await?;
    mail::send_in(
        &mut tx,
        ctx,
        Letter::RegistrationRefused,
        Recipient::PatientApplication(application),
    )
    .await?;
    audit::record_in(
        &mut tx,
        ctx,
        [Entry::change(
            "registration.refuse",
            Action::ConfirmRegistration,
            &subject,
        )],
    )
    .await?;
    Ok(tx.commit().await?)
}

/// The reason as it is kept: its name, and words where the list has none that fit.
fn reason_of(reason: &str, words: &str) -> Result<String> {
    let fault = |field: &str, sentence: &str| HospitalError::Invalid(vec![Invalid::new(field, sentence)]);
    let (name, _) = REASONS
        .iter()
        .find(|(name, _)| *name == reason)
        .ok_or_else(|| fault("reason", "Choose a reason."))?;
    if words.trim().is_empty() {
        return match *name {
            "other" => Err(fault("words", "Say in a few words what the reason is.")),
            name => Ok(name.to_owned()),
        };
    }
    let words = typed::words("words", "the reason", words)?;
    Ok(format!("{name}: {words}"))
}

/// Locks the application, when it waits here; answers its account.
async fn waiting(tx: &mut Tx, hospital: HospitalId, application: Uuid) -> Result<Uuid> {
    let user = sqlx::query_scalar!(
        "SELECT a.user_id FROM patient_application a
         WHERE  a.id = $1 AND a.hospital_id = $2 AND a.verified_at IS NOT NULL AND a.decided_at IS NULL
         FOR UPDATE",
        application,
        hospital.0,
    )
    .fetch_optional(&mut **tx)
    .await?;
    user.flatten().ok_or(HospitalError::NotFound)
}

async fn decide(tx: &mut Tx, ctx: &Ctx, application: Uuid, outcome: &str, reason: Option<&str>) -> Result<()> {
    let by = ctx.actor().user().ok_or(HospitalError::SignIn)?;
    sqlx::query!(
        "UPDATE patient_application SET decided_at = $2, decided_by = $3, outcome = $4, reason = $5 WHERE id = $1",
        application,
        to_db(ctx.now()),
        by.0,
        outcome,
        reason,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

fn here(ctx: &Ctx) -> Result<(HospitalId, Subject)> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    Ok((hospital, Subject::Hospital(hospital)))
}
