//! What an account has, and what its hospital asks.

use domain::access::{Action, Subject};
use domain::actor::Actor;
use domain::time::Moment;

use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};
use crate::time::from_db;

/// The second factor of the asker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Status {
    /// Since when it is asked for; none without one.
    pub since: Option<Moment>,
    /// Whether another app is being set up.
    pub is_pending: bool,
    /// How many recovery codes are left.
    pub codes_left: i64,
    /// Whether the hospital asks it of them.
    pub is_required: bool,
}

/// The asker's own.
pub async fn status(ctx: &Ctx) -> Result<Status> {
    let user = ctx.actor().user().ok_or(HospitalError::SignIn)?;
    let mut tx = ctx.begin(Action::ReadAccount, &Subject::Account(user)).await?;
    let found = sqlx::query!(
        r#"SELECT (SELECT f.confirmed_at FROM second_factor f WHERE f.user_id = $1) AS since,
                  EXISTS (SELECT FROM second_factor f WHERE f.user_id = $1 AND f.pending_sealed IS NOT NULL) AS "is_pending!",
                  (SELECT count(*) FROM recovery_code c WHERE c.user_id = $1 AND c.used_at IS NULL) AS "codes_left!",
                  COALESCE((SELECT e.second_factor_required FROM hospital_setting e WHERE e.hospital_id = $2), true) AS "required!""#,
        user.0,
        ctx.actor().hospital().map(|hospital| hospital.0),
    )
    .fetch_one(&mut *tx)
    .await?;
    tx.commit().await?;
    Ok(Status {
        since: found.since.map(from_db),
        is_pending: found.is_pending,
        codes_left: found.codes_left,
        is_required: found.required && matches!(ctx.actor(), Actor::Staff { .. }),
    })
}
