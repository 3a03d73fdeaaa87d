//! Who cares for whom: doctors and nurses of a patient, people on duty on wards, and who reads or keeps which device. They are facts with a time: a row begins and
//! ends, and is never removed, so that who treated somebody stays known. What they allow says `domain::access`.
//!
//! | verb | does |
//! | --- | --- |
//! | [`open_team`] | who treats a patient, who did, where they lie |
//! | [`assign`], [`take_over`], [`end_care`] | somebody begins or ends to treat a patient |
//! | [`admit`], [`discharge`] | a patient comes to a ward, goes to another, leaves |
//! | [`duties`] | who is on duty where, and whose each device is |
//! | [`put_on_duty`], [`end_duty`] | somebody's duty on a ward |
//! | [`my_wards`] | the wards on which the reader is on duty |
//! | [`give_device`], [`take_device`] | who reads a device, and who keeps it |
//! | `end_with_roles` | what somebody had by roles that they have no longer |
//!
//! # Adding a relation
//! A table with `during`, its line in `ctx/relations.rs`, a bit in `domain::access::Relations`, its place in `server/hospital/tests/agree`, and the verbs here
//! that begin and end it.

mod admit;
mod colleagues;
mod duties;
mod end_with_roles;
mod give_device;
mod my_wards;
mod put_on_duty;
mod team;
mod treat;

use domain::ids::UserId;
use domain::invalid::Invalid;

pub use admit::{admit, discharge};
pub use colleagues::{Colleague, of_employee_id};
pub(crate) use colleagues::{colleague, colleagues};
pub use duties::{DeviceDuty, Duties, WardDuty, duties, of_device_name};
pub(crate) use end_with_roles::end_with_roles;
pub use give_device::{Duty, give_device, take_device};
pub use my_wards::my_wards;
pub use put_on_duty::{end_duty, put_on_duty};
pub use team::{CareTeam, Carer, Choices, Lies, open_team};
pub use treat::{assign, end_care, take_over};

use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};

/// Nobody opens a record for themselves: who assigns is another than who is assigned (as with exceptions, `access::except`). `field` is the form's.
fn not_oneself(ctx: &Ctx, user: UserId, field: &'static str) -> Result<()> {
    if ctx.actor().user() != Some(user) {
        return Ok(());
    }
    Err(HospitalError::Invalid(vec![Invalid::new(
        field,
        "Nobody assigns anything to themselves. Ask another administrator.",
    )]))
}
