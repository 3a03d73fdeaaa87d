//! The reader has read one, or all that stand in this frame.

use domain::access::{Action, Subject};
use domain::ids::PatientId;
use domain::notices::Kind;
use uuid::Uuid;

use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};
use crate::time::to_db;

/// Which are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// One.
    One(Uuid),
    /// All that stand in the reader's list up to now.
    All,
}

/// Marks them; answers what the one was about, to lead there. What was read before stays as it was.
///
/// # Errors
/// Not found for one that is somebody else's, or stands in another frame.
pub async fn mark_read(ctx: &Ctx, which: Which) -> Result<Option<(Option<Kind>, Option<PatientId>)>> {
    let user = ctx.actor().user().ok_or(HospitalError::SignIn)?;
    let mut tx = ctx.begin(Action::ChangeAccount, &Subject::Account(user)).await?;
    let now = to_db(ctx.now());
    let led = match which {
        Which::One(id) => {
            let row = sqlx::query!(
                "UPDATE notice SET read_at = coalesce(read_at, $3) WHERE id = $1 AND user_id = $2 RETURNING kind, patient_id",
                id,
                user.0,
                now,
            )
            .fetch_optional(&mut *tx)
            .await?
            .ok_or(HospitalError::NotFound)?;
            Some((Kind::parse(&row.kind), row.patient_id.map(PatientId)))
        }
        Which::All => {
            sqlx::query!(
                "UPDATE notice SET read_at = $2 WHERE user_id = $1 AND read_at IS NULL",
                user.0,
                now
            )
            .execute(&mut *tx)
            .await?;
            None
        }
    };
    tx.commit().await?;
    Ok(led)
}
