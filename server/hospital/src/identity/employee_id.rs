//! The number under which somebody works in a hospital.

use domain::access::{Action, Subject};

use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};

/// The asker's own, where they work now; none in the portal.
pub async fn employee_id(ctx: &Ctx) -> Result<Option<String>> {
    let user = ctx.actor().user().ok_or(HospitalError::SignIn)?;
    let mut tx = ctx.begin(Action::ReadAccount, &Subject::Account(user)).await?;
    let id = sqlx::query_scalar!(
        "SELECT m.employee_id FROM staff_member m WHERE m.user_id = $1 AND m.hospital_id = $2",
        user.0,
        ctx.actor().hospital().map(|hospital| hospital.0),
    )
    .fetch_optional(&mut *tx)
    .await?;
    tx.commit().await?;
    Ok(id)
}
