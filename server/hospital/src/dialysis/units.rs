//! The wards with chairs that somebody may open, and the one of them that a page shows.

use domain::access::{Action, Subject};
use domain::ids::WardId;

use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};

/// A ward that has chairs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// The ward.
    pub ward: WardId,
    /// What it is called.
    pub name: String,
}

/// The wards with chairs of the actor's hospital where `action` is theirs, by name.
///
/// # Errors
/// Denied for whom it is nowhere.
pub async fn units(ctx: &Ctx, action: Action) -> Result<Vec<Unit>> {
    let mut tx = ctx.look(action).await?;
    let units = units_in(&mut tx, ctx, action).await?;
    tx.commit().await?;
    Ok(units)
}

/// The same, in a transaction that has looked.
pub(super) async fn units_in(tx: &mut Tx, ctx: &Ctx, action: Action) -> Result<Vec<Unit>> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let rows = sqlx::query!(
        "SELECT   w.id, w.name
         FROM     ward w
         WHERE    w.hospital_id = $1 AND EXISTS (SELECT FROM station s WHERE s.ward_id = w.id AND s.retired_at IS NULL)
         ORDER BY w.name
         LIMIT    50",
        hospital.0
    )
    .fetch_all(&mut **tx)
    .await?;
    let units = rows.into_iter().map(|row| Unit {
        ward: WardId(row.id),
        name: row.name,
    });
    let may = |unit: &Unit| {
        let subject = Subject::Ward {
            ward: unit.ward,
            hospital,
        };
        ctx.may(action, &subject)
    };
    Ok(units.filter(may).collect())
}

/// The unit of `ward` among them, or the first without one; none when there is none. Whether `action` is done there is decided, and a refusal recorded.
///
/// # Errors
/// Denied for who may not; not found for a ward without chairs.
pub(super) async fn chosen(ctx: &Ctx, action: Action, units: &[Unit], ward: Option<WardId>) -> Result<Option<Unit>> {
    let Some(ward) = ward else {
        return Ok(units.first().cloned());
    };
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    ctx.check(action, &Subject::Ward { ward, hospital }).await?;
    let unit = units.iter().find(|unit| unit.ward == ward).cloned();
    unit.map(Some).ok_or(HospitalError::NotFound)
}
