//! The person agrees.

use domain::access::Action;
use domain::consents::Given;
use domain::ids::ConsentId;
use domain::invalid::Invalid;
use sqlx::postgres::types::PgRange;
use uuid::Uuid;

use super::own;
use crate::audit::{self, Entry, Kind};
use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};
use crate::time::to_db;

/// Agrees to version `version` of the words of this purpose, read in `language`; it must be the newest that there is.
///
/// Errors: denied for everybody but the person; conflict when it holds already or the words have changed; invalid for a hospital that is not there.
pub async fn give(ctx: &Ctx, given: Given, version: i16, language: &str) -> Result<ConsentId> {
    let patient = own(ctx)?;
    let mut tx = ctx.begin_with_patient(Action::GiveConsent, patient).await?;
    let (user, hospital) = ctx
        .actor()
        .user()
        .zip(ctx.actor().hospital())
        .ok_or(HospitalError::SignIn)?;
    let stands = sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT FROM consent_text t WHERE t.purpose = $1 AND t.version = $2 AND t.language = $3)
              AND $2 = (SELECT max(version) FROM consent_text WHERE purpose = $1) AS "stands!""#,
        given.purpose().name(),
        version,
        language,
    )
    .fetch_one(&mut *tx)
    .await?;
    if !stands {
        tx.rollback().await?;
        return Err(HospitalError::Conflict(
            "The words have changed since you opened this page. Read them again before you agree.",
        ));
    }
    let id = ConsentId(Uuid::now_v7());
    let made = sqlx::query!(
        "INSERT INTO consent (id, patient_id, hospital_id, purpose, scope, to_hospital, text_version, language, given_by, during)
         VALUES              ($1, $2,         $3,          $4,      $5,    $6,          $7,           $8,       $9,       $10)",
        id.0,
        patient.0,
        hospital.0,
        given.purpose().name(),
        given.scope(),
        given.to().map(|to| to.0),
        version,
        language,
        user.0,
        PgRange::from(to_db(ctx.now())..),
    )
    .execute(&mut *tx)
    .await;
    if let Err(error) = made {
        tx.rollback().await?;
        return Err(in_words(error));
    }
    audit::record_in(
        &mut tx,
        ctx,
        [Entry::patient(Action::GiveConsent, patient, &[Kind::Access])],
    )
    .await?;
    tx.commit().await?;
    ctx.house().rights.changed(patient);
    Ok(id)
}

fn in_words(error: sqlx::Error) -> HospitalError {
    let rule = error.as_database_error().and_then(|error| error.constraint());
    match rule {
        Some("consent_once") => HospitalError::Conflict("You have agreed to this already."),
        Some("consent_to_another" | "consent_to_hospital_exists") => {
            HospitalError::Invalid(vec![Invalid::new("to", "Choose another hospital from the list.")])
        }
        _ => error.into(),
    }
}
