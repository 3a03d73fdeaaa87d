//! Machines that are kept: their papers, where they stand, how they run, what is done to them, and whether one may be used.
//!
//! | verb | does |
//! | --- | --- |
//! | [`fleet`] | every machine of the hospital with what is due; a technician's own |
//! | [`console`] | all of one machine |
//! | [`quality`] | how whole the data of each machine are, the worst first; a technician's own |
//! | [`gaps`] | what did not come from one in time, stretch by stretch |
//! | [`log_book`] | what was done to it and changed of it, and whose it was |
//! | [`label`] | the label with the code that opens its console |
//! | [`register`], [`edit`], [`change`] | writes a machine into the registry, and what of it has changed |
//! | [`take_out`], [`bring_back`] | out of service with a reason, and back |
//! | [`place`], [`take_away`] | where it stands: at a bed, at a chair, nowhere |
//! | [`add_plan`], [`end_plan`] | work that comes again |
//! | [`open_work`], [`work`], [`close_work`] | a piece of work, from its checklist to its result |
//! | [`read_meter`] | the hours on the machine's own counter |
//! | [`disinfect`] | a disinfection, by whoever did it |
//! | [`documents`], [`document`], [`add_document`], [`remove_document`] | what came with it on paper |
//! | [`water`], [`log_water`], [`set_limit`] | the water of each ward, its tests and its limits |
//! | [`keep_counting`] | counts readings into days, and tells that work is due: a worker's |
//!
//! Whether a machine may be used is decided by the database (`device_unfit`), so that no door passes by it. Who may do what: technicians for the machine that is theirs or was
//! handed to them, administrators for all of the hospital; nurses log disinfections and water.
//!
//! # Adding something that is done to a machine
//! A table that hangs on `device (id, hospital_id)`, its reader in [`log_book`], its verb beside these with [`begin`] as its first line.

mod book;
mod calendar;
mod change;
mod console;
mod days;
mod disinfect;
mod documents;
mod fleet;
mod gaps;
mod label;
mod lines;
mod outage;
mod place;
mod plans;
mod quality;
mod register;
mod trend;
mod water;
mod work;

use domain::access::{Action, Subject};
use domain::devices::When;
use domain::ids::{DeviceId, HospitalId};
use domain::invalid::Invalid;
use domain::patients::papers::Day;
use domain::time::Moment;
use time::{Date, Month};

use super::hand_over::is_theirs;
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::organisation::{day_begins, zone};

pub use book::{BookLine, LogBook, Stood, Whose, log_book};
pub use calendar::{Calendar, DueOn, WEEKS};
pub use change::{Edit, change, edit};
pub use console::{Connection, Console, Lent, Machine, May, WaterNow, console, console_now};
pub use days::{count_now, keep_counting};
pub use disinfect::disinfect;
pub use documents::{Document, Documents, add_document, document, documents, may_keep, remove_document};
pub use fleet::{DueRow, Fleet, FleetRow, Machines, fleet, fleet_now};
pub use gaps::{GAPS_SHOWN, Gap, Gaps, gaps};
pub use label::{Code, Label, code, label};
pub use lines::{DisinfectionLine, Outage, PlanLine, WorkLine};
pub use outage::{bring_back, take_out};
pub use place::{Spot, place, take_away};
pub use plans::{add_plan, end_plan, read_meter};
pub use quality::{PERIODS, Quality, QualityRow, Refusal, quality};
pub use register::register;
pub use trend::DayOfAll;
pub use water::{LimitLine, TestLine, Water, WaterWard, log_water, set_limit, water};
pub use work::{Check, Work, close_work, open_work, work};

/// The transaction of a verb about one machine: whoever may not do it at all, or to this one, is told so before anything else is read.
///
/// Errors: not found for a machine of another hospital; denied for one that is not theirs.
pub(crate) async fn begin(ctx: &Ctx, action: Action, device: DeviceId) -> Result<(Tx, Subject)> {
    let mut tx = ctx.look(action).await?;
    let hospital = sqlx::query_scalar!("SELECT hospital_id FROM device WHERE id = $1", device.0)
        .fetch_optional(&mut *tx)
        .await?
        .map(HospitalId)
        .filter(|hospital| ctx.actor().hospital() == Some(*hospital))
        .ok_or(HospitalError::NotFound)?;
    let assigned = is_theirs(&mut tx, action, device, ctx.actor(), ctx.now()).await?;
    let subject = Subject::Device {
        device,
        hospital,
        assigned,
    };
    ctx.check(action, &subject).await?;
    Ok((tx, subject))
}

/// Which pages of one machine the reader may open beside its console: for the tabs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ways {
    /// What came from it as messages of HL7.
    pub messages: bool,
    /// Its papers, to change them.
    pub papers: bool,
}

impl Ways {
    /// Towards this machine.
    pub(crate) fn of(ctx: &Ctx, subject: &Subject) -> Self {
        Self {
            messages: ctx.may(Action::ReadDevices, subject),
            papers: ctx.may(Action::ManageMachines, subject),
        }
    }
}

/// The hospital where the actor works, and who they are: for what is written under a name.
fn writer(ctx: &Ctx, action: Action) -> Result<(uuid::Uuid, uuid::Uuid)> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let user = ctx.actor().user().ok_or(HospitalError::Denied(action.name()))?;
    Ok((hospital.0, user.0))
}

/// A date as the database keeps it.
fn to_date((year, month, day): Day) -> Result<Date> {
    let month = Month::try_from(month).ok();
    month
        .and_then(|month| Date::from_calendar_date(year, month, day).ok())
        .ok_or(HospitalError::Internal("a date that was read is no date"))
}

/// The same back.
fn day_of(date: Date) -> Day {
    (date.year(), u8::from(date.month()), date.day())
}

/// The moment that was typed on the clock of the hospital; now where nothing was typed.
///
/// Errors: invalid for a time that lies ahead.
async fn moment(tx: &mut Tx, ctx: &Ctx, when: When) -> Result<Moment> {
    let Some(((year, month, day), (hour, minute))) = when else {
        return Ok(ctx.now());
    };
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let name = sqlx::query_scalar!("SELECT zone FROM hospital WHERE id = $1", hospital.0)
        .fetch_one(&mut **tx)
        .await?;
    let fault = |field: &str, sentence: &str| HospitalError::Invalid(vec![Invalid::new(field, sentence)]);
    let begins = i16::try_from(year)
        .ok()
        .and_then(|year| day_begins(&name, (year, month.cast_signed(), day.cast_signed()), 0))
        .ok_or_else(|| fault("on", "Enter a day as year, month and day, such as 2029-12-31."))?;
    let wanted = f64::from(hour) * 3_600.0 + f64::from(minute) * 60.0;
    let at = begins.plus_seconds(wanted);
    // On a day on which the clocks change, the hours after it are not as many seconds from midnight as the clock says.
    let clock = zone(&name, at).civil(at);
    let shown = f64::from(clock.hour) * 3_600.0 + f64::from(clock.minute) * 60.0;
    let at = match (clock.year, clock.month, clock.day) == (year, month, day) {
        true => at.plus_seconds(wanted - shown),
        false => at,
    };
    match at > ctx.now() {
        true => Err(fault("at", "This lies ahead. Enter when it was done.")),
        false => Ok(at),
    }
}
