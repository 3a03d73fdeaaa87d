//! What the person asked for in the portal: theirs alone to change; staff read it beside the portal's settings.

use domain::access::{Action, Subject};
use domain::actor::Actor;
use domain::ids::{HospitalId, PatientId};
use domain::invalid::{Invalid, is_printable};
use domain::patients::TextSize;

use crate::audit::{self, Entry};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::time::to_db;

/// The longest name of a language.
const LONGEST: usize = 60;

/// What the person asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preference {
    /// How large they read.
    pub text_size: TextSize,
    /// The language in which they wish to be spoken to; empty when they said nothing.
    pub language: String,
}

/// The reader's own.
///
/// Errors: denied for who cares for somebody, and while the portal is off.
pub async fn read_preference(ctx: &Ctx) -> Result<Preference> {
    let (mut tx, patient, hospital) = own(ctx).await?;
    let kept = preference(&mut tx, patient, hospital).await?;
    tx.commit().await?;
    Ok(kept)
}

/// Writes in which language they wish to be spoken to.
///
/// Errors: as of [`read_preference`]; invalid when the language is too long or cannot be read.
pub async fn speak(ctx: &Ctx, language: &str) -> Result<()> {
    let language = language.trim();
    if language.chars().count() > LONGEST || !is_printable(language) {
        let reason = "Write the name of the language in at most 60 letters.";
        return Err(HospitalError::Invalid(vec![Invalid::new("language", reason)]));
    }
    let (mut tx, patient, hospital) = own(ctx).await?;
    sqlx::query!(
        "INSERT INTO portal_preference (patient_id, hospital_id, language, changed_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (patient_id, hospital_id) DO UPDATE SET language = excluded.language, changed_at = excluded.changed_at",
        patient.0,
        hospital.0,
        language,
        to_db(ctx.now()),
    )
    .execute(&mut *tx)
    .await?;
    kept(ctx, tx, patient).await
}

/// Writes how large they read.
///
/// Errors: as of [`read_preference`].
pub async fn enlarge(ctx: &Ctx, size: TextSize) -> Result<()> {
    let (mut tx, patient, hospital) = own(ctx).await?;
    sqlx::query!(
        "INSERT INTO portal_preference (patient_id, hospital_id, text_size, changed_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (patient_id, hospital_id) DO UPDATE SET text_size = excluded.text_size, changed_at = excluded.changed_at",
        patient.0,
        hospital.0,
        size.name(),
        to_db(ctx.now()),
    )
    .execute(&mut *tx)
    .await?;
    kept(ctx, tx, patient).await?;
    if let Some(user) = ctx.actor().user() {
        ctx.house().sessions.doubt(user);
    }
    Ok(())
}

async fn kept(ctx: &Ctx, mut tx: Tx, patient: PatientId) -> Result<()> {
    let entry = Entry::change_of_patient("portal.prefer", Action::ChangeAccount, patient);
    audit::record_in(&mut tx, ctx, [entry]).await?;
    Ok(tx.commit().await?)
}

/// The person's own account, and whose record and portal it is. A carer's account has none of its own here.
async fn own(ctx: &Ctx) -> Result<(Tx, PatientId, HospitalId)> {
    match ctx.actor() {
        Actor::Patient {
            user,
            patient,
            hospital,
            ..
        } => {
            let tx = ctx.begin(Action::ChangeAccount, &Subject::Account(*user)).await?;
            Ok((tx, *patient, *hospital))
        }
        Actor::Nobody => Err(HospitalError::SignIn),
        _ => Err(HospitalError::Denied(Action::ChangeConsent.name())),
    }
}

pub(super) async fn preference(tx: &mut Tx, patient: PatientId, hospital: HospitalId) -> Result<Preference> {
    let kept = sqlx::query!(
        "SELECT text_size, language FROM portal_preference WHERE patient_id = $1 AND hospital_id = $2",
        patient.0,
        hospital.0,
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(kept.map_or_else(Preference::default, |kept| Preference {
        text_size: TextSize::parse(&kept.text_size).unwrap_or_default(),
        language: kept.language,
    }))
}
