//! Beds: one more, one less. A bed is called by its number in the ward.

use domain::ids::{BedId, WardId};
use domain::organisation::places::{HIGHEST_BED, bed_number, why};
use uuid::Uuid;

use super::{Done, begin_in, done, refused};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::time::to_db;

/// Beds of one ward that are in use: the board shows no more.
const MOST: i64 = 200;

/// One more bed with this number; without one with the next that is free.
///
/// # Errors
/// Invalid for what cannot be read, and for a number that another bed of the ward has; a conflict for more than 200; not found for a ward that is not there; denied for whoever does
/// not run the hospital.
pub async fn add_bed(ctx: &Ctx, ward: WardId, number: &str) -> Result<()> {
    let (mut tx, hospital, by) = begin_in(ctx, ward).await?;
    let number = bed_number(number)?;
    let (bed, number) = one_more(&mut tx, ward, number).await?;
    let name = number.to_string();
    let made = Done {
        ward,
        sort: "bed",
        place: bed.0,
        act: "made",
        name: &name,
        before: None,
        reason: None,
        what: "place.bed.add",
    };
    done(tx, ctx, (hospital, by), made).await
}

/// One more place in the ward, at which machines can stand; with its number.
pub(crate) async fn one_more(tx: &mut Tx, ward: WardId, number: Option<i16>) -> Result<(BedId, i16)> {
    let known = sqlx::query!(
        r#"SELECT count(*) AS "count!", coalesce(max(number), 0)::smallint AS "highest!" FROM bed WHERE ward_id = $1 AND retired_at IS NULL"#,
        ward.0
    )
    .fetch_one(&mut **tx)
    .await?;
    if known.count >= MOST {
        return Err(HospitalError::Conflict(
            "This ward has 200 beds already. Make another ward.",
        ));
    }
    let next = known.highest.saturating_add(1).min(HIGHEST_BED);
    let (bed, number) = (BedId(Uuid::now_v7()), number.unwrap_or(next));
    sqlx::query!(
        "INSERT INTO bed (id, ward_id, number) VALUES ($1, $2, $3)",
        bed.0,
        ward.0,
        number
    )
    .execute(&mut **tx)
    .await
    .map_err(refused)?;
    Ok((bed, number))
}

/// Out of use for good.
///
/// # Errors
/// Invalid without a reason; a conflict while somebody is measured there, a machine stands there or a chair is there; not found for a bed that is not in this ward.
pub async fn retire_bed(ctx: &Ctx, ward: WardId, bed: BedId, reason: &str) -> Result<()> {
    let (mut tx, hospital, by) = begin_in(ctx, ward).await?;
    let reason = why(reason)?;
    let number = sqlx::query_scalar!(
        "UPDATE bed SET retired_at = $3 WHERE id = $1 AND ward_id = $2 AND retired_at IS NULL RETURNING number",
        bed.0,
        ward.0,
        to_db(ctx.now()),
    )
    .fetch_optional(&mut *tx)
    .await
    .map_err(refused)?
    .ok_or(HospitalError::NotFound)?;
    let name = number.to_string();
    let retired = Done {
        ward,
        sort: "bed",
        place: bed.0,
        act: "retired",
        name: &name,
        before: None,
        reason: Some(&reason),
        what: "place.bed.retire",
    };
    done(tx, ctx, (hospital, by), retired).await
}
