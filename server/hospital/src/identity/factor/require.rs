//! A hospital asks a second factor of its staff, or does not.

use domain::access::{Action, Subject};

use crate::audit::{self, Entry};
use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};
use crate::identity::own;

/// Says whether the asker's hospital asks for it. Who has none is sent to set it up at once (within a second when
/// another process serves them), and gets nowhere else until then.
pub async fn require(ctx: &Ctx, is_required: bool) -> Result<()> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let subject = Subject::Hospital(hospital);
    ctx.check(Action::ManageSessions, &subject).await?;
    own::fresh(ctx)?;
    let mut tx = ctx.begin(Action::ManageSessions, &subject).await?;
    sqlx::query!(
        "INSERT INTO hospital_setting (hospital_id, second_factor_required) VALUES ($1, $2)
         ON CONFLICT (hospital_id) DO UPDATE SET second_factor_required = EXCLUDED.second_factor_required",
        hospital.0,
        is_required,
    )
    .execute(&mut *tx)
    .await?;
    let what = if is_required {
        "second_factor.require"
    } else {
        "second_factor.release"
    };
    audit::record_in(&mut tx, ctx, [Entry::change(what, Action::ManageSessions, &subject)]).await?;
    tx.commit().await?;
    ctx.house().sessions.doubt_all();
    Ok(())
}
