//! The places of a hospital, set up by who runs it: wards, and in them beds and chairs for dialysis. Nobody lies in them here.
//!
//! | verb | does |
//! | --- | --- |
//! | [`places`] | every ward with how much is in it |
//! | [`ward_places`] | one ward: its beds, its chairs, what stands there, what was done |
//! | [`add_ward`], [`rename_ward`], [`retire_ward`] | wards |
//! | [`add_bed`], [`retire_bed`] | beds, by their number in the ward |
//! | [`add_chair`], [`change_chair`], [`retire_chair`] | chairs; each has a place of its own at which machines stand |
//!
//! A place that is held is not retired: the database says by what (`bed_held`, `station_held`, `ward_held`), and [`refused`] gives it a sentence. Where machines stand is said by
//! [`crate::devices::machines::place`].
//!
//! # Adding something that is known of a place
//! A column with its rule in a migration, its field in `domain::organisation::places`, and a line of `place_change` where it may be changed.

mod beds;
mod chairs;
mod read;
mod wards;

use domain::access::{Action, Subject};
use domain::ids::{HospitalId, UserId, WardId};
use domain::invalid::Invalid;
use uuid::Uuid;

pub(crate) use beds::one_more;
pub use beds::{add_bed, retire_bed};
pub use chairs::{add_chair, change_chair, retire_chair};
pub use read::{BedLine, ChairLine, ChangeLine, Places, Standing, WardLine, WardPlaces, places, ward_places};
pub use wards::{add_ward, rename_ward, retire_ward};

use crate::audit::{self, Entry};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::time::to_db;

/// Whoever sets places up here: in a transaction, with the hospital and their own name.
async fn begin(ctx: &Ctx) -> Result<(Tx, HospitalId, UserId)> {
    let action = Action::ManagePlaces;
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let tx = ctx.begin(action, &Subject::Hospital(hospital)).await?;
    let by = ctx.actor().user().ok_or(HospitalError::Denied(action.name()))?;
    Ok((tx, hospital, by))
}

/// The same in a ward that is in use.
///
/// Errors: not found for a ward of another hospital, and for one that is retired.
async fn begin_in(ctx: &Ctx, ward: WardId) -> Result<(Tx, HospitalId, UserId)> {
    let (mut tx, hospital, by) = begin(ctx).await?;
    sqlx::query_scalar!(
        "SELECT id FROM ward WHERE id = $1 AND hospital_id = $2 AND retired_at IS NULL FOR NO KEY UPDATE",
        ward.0,
        hospital.0
    )
    .fetch_optional(&mut *tx)
    .await?
    .ok_or(HospitalError::NotFound)?;
    Ok((tx, hospital, by))
}

/// What was done, as it is kept.
struct Done<'a> {
    ward: WardId,
    /// `ward`, `bed` or `chair`.
    sort: &'static str,
    place: Uuid,
    /// `made`, `renamed`, `changed` or `retired`.
    act: &'static str,
    /// As it is called from now on.
    name: &'a str,
    /// As it was called.
    before: Option<&'a str>,
    reason: Option<&'a str>,
    /// As the audit has it.
    what: &'static str,
}

/// Keeps what was done, and shows it from now on.
async fn done(mut tx: Tx, ctx: &Ctx, (hospital, by): (HospitalId, UserId), done: Done<'_>) -> Result<()> {
    sqlx::query!(
        "INSERT INTO place_change (id, hospital_id, ward_id, sort, place_id, act, name, before, reason, changed_at, changed_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        Uuid::now_v7(),
        hospital.0,
        done.ward.0,
        done.sort,
        done.place,
        done.act,
        done.name,
        done.before,
        done.reason,
        to_db(ctx.now()),
        by.0,
    )
    .execute(&mut *tx)
    .await?;
    let subject = Subject::Ward {
        ward: done.ward,
        hospital,
    };
    audit::record_in(&mut tx, ctx, [Entry::change(done.what, Action::ManagePlaces, &subject)]).await?;
    tx.commit().await?;
    ctx.house().boards.forget();
    Ok(())
}

/// The sentence for a rule of the database.
pub(crate) fn refused(error: sqlx::Error) -> HospitalError {
    let error = HospitalError::from(error);
    let taken = |field: &str, sentence: &str| HospitalError::Invalid(vec![Invalid::new(field, sentence)]);
    match error.violated() {
        Some("ward_name_once") => taken("name", "Another ward of this hospital has this name."),
        Some("bed_number_once") => taken("number", "Another bed of this ward has this number."),
        Some("station_name_once") => taken("name", "Another chair of this hospital has this name."),
        Some("bed_held_patient") => {
            HospitalError::Conflict("Somebody is measured there. It can be retired when nobody is.")
        }
        Some("bed_held_machine") => HospitalError::Conflict("A machine stands there. Take it away first."),
        Some("bed_held_chair") => HospitalError::Conflict("A chair is there. Retire the chair."),
        Some("station_held_session") => {
            HospitalError::Conflict("A session is booked there or runs. Move it or call it off first.")
        }
        Some("station_held_plan") => {
            HospitalError::Conflict("The weekly plan has this chair. End or move its lines first.")
        }
        Some("station_held_offer") => {
            HospitalError::Conflict("This chair is offered to somebody who waits. Wait for their answer.")
        }
        Some("station_held_machine") => HospitalError::Conflict("A machine stands there. Take it away first."),
        Some("ward_held_patient") => {
            HospitalError::Conflict("Somebody lies on this ward. It can be retired when nobody does.")
        }
        Some("ward_held_chair") => HospitalError::Conflict("This ward still has chairs. Retire them first."),
        Some("ward_held_bed") => HospitalError::Conflict("This ward still has beds. Retire them first."),
        Some("ward_held_machine") => {
            HospitalError::Conflict("Machines belong to this ward. Say on their papers where they belong from now on.")
        }
        Some("ward_held_duty") => HospitalError::Conflict("Somebody is on duty on this ward. End their duty first."),
        Some("bed_ward_retired" | "station_ward_retired" | "station_bed_retired" | "device_assignment_bed_retired") => {
            HospitalError::Conflict("This place was retired meanwhile. Load the page again.")
        }
        _ => error,
    }
}
