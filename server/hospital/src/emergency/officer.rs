//! The privacy officer of a hospital: is told of emergency openings, and reviews them whatever their role. While nobody is named, every admin is told.

use domain::access::{Action, Subject};
use domain::ids::UserId;
use domain::invalid::Invalid;

use crate::audit::{self, Entry};
use crate::care::colleague;
use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};

/// Names the officer of the actor's hospital, or nobody; answers their name. What it allows them holds on their open pages within a second.
///
/// # Errors
/// [`HospitalError::StepUp`] without a fresh proof, denied for who may not change rights, invalid for somebody who does not work there.
pub async fn name_officer(ctx: &Ctx, officer: Option<UserId>) -> Result<Option<String>> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let subject = match officer {
        Some(user) => Subject::Colleague { user, hospital },
        None => Subject::Hospital(hospital),
    };
    let mut tx = ctx.begin(Action::ManageRights, &subject).await?;
    let name = match officer {
        Some(user) => match colleague(&mut tx, hospital, user, ctx.now()).await? {
            Some(colleague) => Some(colleague.name),
            None => {
                return Err(HospitalError::Invalid(vec![Invalid::new(
                    "officer",
                    "Choose somebody who works in this hospital.",
                )]));
            }
        },
        None => None,
    };
    sqlx::query!(
        "INSERT INTO hospital_setting (hospital_id, privacy_officer) VALUES ($1, $2)
         ON CONFLICT (hospital_id) DO UPDATE SET privacy_officer = EXCLUDED.privacy_officer",
        hospital.0,
        officer.map(|user| user.0),
    )
    .execute(&mut *tx)
    .await?;
    let entry = Entry::change("privacy_officer.name", Action::ManageRights, &subject);
    audit::record_in(&mut tx, ctx, [entry]).await?;
    tx.commit().await?;
    Ok(name)
}
