//! When something was, for who writes it down later: the clock time of the hospital that they typed, and the moment of writing beside it. What is not typed is now, and has no other time.

use domain::dialysis::typed_time;
use time::OffsetDateTime;

use crate::ctx::{Ctx, Tx};
use crate::error::Result;
use crate::organisation::zone_of_actor;
use crate::time::to_db;

/// When it was, and when it was written where somebody typed that it was earlier.
#[derive(Clone, Copy, Debug)]
pub(super) struct When {
    pub at: OffsetDateTime,
    pub written: Option<OffsetDateTime>,
}

/// Reads what stands in the field `at` of a form.
///
/// # Errors
/// Invalid for what is no time of the last half day.
pub(super) async fn when(tx: &mut Tx, ctx: &Ctx, typed: &str) -> Result<When> {
    let now = to_db(ctx.now());
    if typed.trim().is_empty() {
        return Ok(When { at: now, written: None });
    }
    let zone = zone_of_actor(tx, ctx).await?;
    let read = typed_time::read(typed, ctx.now(), &zone)?;
    Ok(When {
        at: read.map_or(now, to_db),
        written: read.map(|_| now),
    })
}
