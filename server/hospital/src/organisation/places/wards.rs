//! Wards: one more, another name, one less.

use domain::ids::WardId;
use domain::organisation::places::{ward_name, why};
use uuid::Uuid;

use super::{Done, begin, begin_in, done, refused};
use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};
use crate::time::to_db;

/// One more ward; answers which.
///
/// # Errors
/// Invalid for what cannot be read, and for a name that another ward has; denied for whoever does not run the hospital.
pub async fn add_ward(ctx: &Ctx, name: &str) -> Result<WardId> {
    let (mut tx, hospital, by) = begin(ctx).await?;
    let name = ward_name(name)?;
    let ward = WardId(Uuid::now_v7());
    sqlx::query!(
        "INSERT INTO ward (id, hospital_id, name) VALUES ($1, $2, $3)",
        ward.0,
        hospital.0,
        name
    )
    .execute(&mut *tx)
    .await
    .map_err(refused)?;
    let made = Done {
        ward,
        sort: "ward",
        place: ward.0,
        act: "made",
        name: &name,
        before: None,
        reason: None,
        what: "place.ward.add",
    };
    done(tx, ctx, (hospital, by), made).await?;
    Ok(ward)
}

/// Another name.
///
/// # Errors
/// As [`add_ward`]; not found for a ward that is not there.
pub async fn rename_ward(ctx: &Ctx, ward: WardId, name: &str) -> Result<()> {
    let (mut tx, hospital, by) = begin_in(ctx, ward).await?;
    let name = ward_name(name)?;
    let before = sqlx::query_scalar!("SELECT name FROM ward WHERE id = $1", ward.0)
        .fetch_one(&mut *tx)
        .await?;
    if before == name {
        return Ok(());
    }
    sqlx::query!("UPDATE ward SET name = $2 WHERE id = $1", ward.0, name)
        .execute(&mut *tx)
        .await
        .map_err(refused)?;
    let renamed = Done {
        ward,
        sort: "ward",
        place: ward.0,
        act: "renamed",
        name: &name,
        before: Some(&before),
        reason: None,
        what: "place.ward.rename",
    };
    done(tx, ctx, (hospital, by), renamed).await
}

/// Out of use for good.
///
/// # Errors
/// Invalid without a reason; a conflict while it has beds or chairs, somebody lies or is on duty there, or machines belong to it.
pub async fn retire_ward(ctx: &Ctx, ward: WardId, reason: &str) -> Result<()> {
    let (mut tx, hospital, by) = begin(ctx).await?;
    let reason = why(reason)?;
    let name = sqlx::query_scalar!(
        "UPDATE ward SET retired_at = $3 WHERE id = $1 AND hospital_id = $2 AND retired_at IS NULL RETURNING name",
        ward.0,
        hospital.0,
        to_db(ctx.now()),
    )
    .fetch_optional(&mut *tx)
    .await
    .map_err(refused)?
    .ok_or(HospitalError::NotFound)?;
    let retired = Done {
        ward,
        sort: "ward",
        place: ward.0,
        act: "retired",
        name: &name,
        before: None,
        reason: Some(&reason),
        what: "place.ward.retire",
    };
    done(tx, ctx, (hospital, by), retired).await
}
