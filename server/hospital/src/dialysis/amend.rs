//! One number of a signed session that was wrong, and the right one: both stay to be read, and every figure is worked out with the right one (`session_number` in the database).

use domain::access::Action;
use domain::dialysis::amended::Typed;
use domain::ids::PatientId;
use uuid::Uuid;

use super::chair::sheet;
use super::refusal::told;
use super::{begin, done, hold};
use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};
use crate::time::to_db;

/// Adds it.
///
/// # Errors
/// Invalid, field by field, and for a number that stands there already; a conflict before the signature.
pub async fn number(ctx: &Ctx, patient: PatientId, session: Uuid, typed: &Typed) -> Result<()> {
    let (mut tx, here, _) = begin(ctx, Action::SignDialysis, patient, session).await?;
    // Of two who amend at once the second reads what the first has written.
    hold(&mut tx, session).await?;
    let sheet = sheet(&mut tx, patient, session).await?.ok_or(HospitalError::NotFound)?;
    let now = typed.number().and_then(|number| sheet.number(number));
    let it = typed.read(now).map_err(HospitalError::Invalid)?;
    let now = now.ok_or(HospitalError::Conflict(
        "Only what is signed is amended. Before that, write it down again.",
    ))?;
    sqlx::query!(
        "INSERT INTO session_amendment (id, session_id, at, by_user, old_text, new_text, reason, field, value) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        Uuid::now_v7(),
        session,
        to_db(ctx.now()),
        here.user,
        it.number.written(now),
        it.number.written(it.value),
        it.reason,
        it.number.name(),
        it.value,
    )
    .execute(&mut *tx)
    .await
    .map_err(told)?;
    done(tx, ctx, "dialysis_session.amend", Action::SignDialysis, patient).await
}
