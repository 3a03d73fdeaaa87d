//! The link in the mail proves the address of the first admin; then the platform sees the application.

use domain::access::{Action, Subject};
use secrecy::SecretString;

use crate::audit::{self, Entry};
use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};
use crate::identity::links::{self, DEAD, Purpose};
use crate::notices::Kind;
use crate::notices::whom::tell_all;
use crate::time::to_db;

/// Whether the link would open now. It is not used up.
///
/// # Errors
/// [`HospitalError::Conflict`] with [`DEAD`].
pub async fn look(ctx: &Ctx, link: &SecretString) -> Result<()> {
    let mut tx = ctx.begin(Action::OpenSession, &Subject::House).await?;
    links::look(&mut tx, ctx, Purpose::VerifyHospital, link).await?;
    Ok(tx.commit().await?)
}

/// Uses the link.
///
/// # Errors
/// [`HospitalError::Conflict`] with [`DEAD`].
pub async fn verify(ctx: &Ctx, link: &SecretString) -> Result<()> {
    let mut tx = ctx.begin(Action::OpenSession, &Subject::House).await?;
    let application = links::spend(&mut tx, ctx, Purpose::VerifyHospital, link).await?;
    let proved = sqlx::query!(
        "UPDATE hospital_application SET verified_at = $2 WHERE id = $1 AND verified_at IS NULL",
        application,
        to_db(ctx.now()),
    )
    .execute(&mut *tx)
    .await?;
    if proved.rows_affected() != 1 {
        return Err(HospitalError::Conflict(DEAD));
    }
    tell_all(&mut tx, ctx, None, Kind::HospitalWaits, "").await?;
    audit::record_in(
        &mut tx,
        ctx,
        [Entry::change("hospital.verify", Action::OpenSession, &Subject::House)],
    )
    .await?;
    Ok(tx.commit().await?)
}
