//! Chairs for dialysis: one more, changed, one less. A chair has a place of its own in the ward, at which its machine stands; it comes and goes with it.

use domain::ids::WardId;
use domain::organisation::places::{ChairTyped, why};
use uuid::Uuid;

use super::beds::one_more;
use super::{Done, begin_in, done, refused};
use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};
use crate::time::to_db;

/// Chairs of one ward that are in use: the diary shows no more.
const MOST: i64 = 60;

/// One more chair, with a place for its machine.
///
/// # Errors
/// Invalid for what cannot be read, and for a name that another chair has; a conflict for more than 60; not found for a ward that is not there; denied for whoever does not run the
/// hospital.
pub async fn add_chair(ctx: &Ctx, ward: WardId, typed: &ChairTyped) -> Result<()> {
    let (mut tx, hospital, by) = begin_in(ctx, ward).await?;
    let chair = typed.read()?;
    let known = sqlx::query_scalar!(
        r#"SELECT count(*) AS "count!" FROM station WHERE ward_id = $1 AND retired_at IS NULL"#,
        ward.0
    )
    .fetch_one(&mut *tx)
    .await?;
    if known >= MOST {
        return Err(HospitalError::Conflict(
            "This ward has 60 chairs already. Make another ward.",
        ));
    }
    let (bed, _) = one_more(&mut tx, ward, None).await?;
    let id = Uuid::now_v7();
    sqlx::query!(
        "INSERT INTO station (id, hospital_id, ward_id, name, bed_id, isolation, hdf) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        id,
        hospital.0,
        ward.0,
        chair.name,
        bed.0,
        chair.isolation,
        chair.hdf,
    )
    .execute(&mut *tx)
    .await
    .map_err(refused)?;
    let made = Done {
        ward,
        sort: "chair",
        place: id,
        act: "made",
        name: &chair.name,
        before: None,
        reason: None,
        what: "place.chair.add",
    };
    done(tx, ctx, (hospital, by), made).await
}

/// Another name, or for whom it is. What is booked there stays: who needs what the chair has no longer is moved by whoever plans.
///
/// # Errors
/// As [`add_chair`]; not found for a chair that is not in this ward.
pub async fn change_chair(ctx: &Ctx, ward: WardId, chair: Uuid, typed: &ChairTyped) -> Result<()> {
    let (mut tx, hospital, by) = begin_in(ctx, ward).await?;
    let read = typed.read()?;
    let before = sqlx::query!(
        "SELECT name, isolation, hdf FROM station WHERE id = $1 AND ward_id = $2 AND retired_at IS NULL FOR UPDATE",
        chair,
        ward.0
    )
    .fetch_optional(&mut *tx)
    .await?
    .ok_or(HospitalError::NotFound)?;
    if (before.isolation, before.hdf) == (read.isolation, read.hdf) && before.name == read.name {
        return Ok(());
    }
    sqlx::query!(
        "UPDATE station SET name = $2, isolation = $3, hdf = $4 WHERE id = $1",
        chair,
        read.name,
        read.isolation,
        read.hdf,
    )
    .execute(&mut *tx)
    .await
    .map_err(refused)?;
    let renamed = before.name != read.name;
    let changed = Done {
        ward,
        sort: "chair",
        place: chair,
        act: if renamed { "renamed" } else { "changed" },
        name: &read.name,
        before: renamed.then_some(before.name.as_str()),
        reason: None,
        what: "place.chair.change",
    };
    done(tx, ctx, (hospital, by), changed).await
}

/// Out of use for good, with its place.
///
/// # Errors
/// Invalid without a reason; a conflict while a session is booked there, the weekly plan has it, it is offered to somebody, or a machine stands there; not found for a chair that is
/// not in this ward.
pub async fn retire_chair(ctx: &Ctx, ward: WardId, chair: Uuid, reason: &str) -> Result<()> {
    let (mut tx, hospital, by) = begin_in(ctx, ward).await?;
    let reason = why(reason)?;
    let now = to_db(ctx.now());
    let retired = sqlx::query!(
        "UPDATE station SET retired_at = $3 WHERE id = $1 AND ward_id = $2 AND retired_at IS NULL RETURNING name, bed_id",
        chair,
        ward.0,
        now,
    )
    .fetch_optional(&mut *tx)
    .await
    .map_err(refused)?
    .ok_or(HospitalError::NotFound)?;
    if let Some(bed) = retired.bed_id {
        sqlx::query!(
            "UPDATE bed SET retired_at = $2 WHERE id = $1 AND retired_at IS NULL",
            bed,
            now
        )
        .execute(&mut *tx)
        .await
        .map_err(refused)?;
    }
    let gone = Done {
        ward,
        sort: "chair",
        place: chair,
        act: "retired",
        name: &retired.name,
        before: None,
        reason: Some(&reason),
        what: "place.chair.retire",
    };
    done(tx, ctx, (hospital, by), gone).await
}
