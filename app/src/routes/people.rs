//! The paths of the hospital's people: who works here, where they are signed in, and what is done with who registered.

use domain::time::Moment;

use super::escaped;

/// The sessions of the hospital's people, for an admin.
pub const SESSIONS: &str = "/hospital/sessions";
/// The door that says whether the hospital asks its staff for a second factor.
pub const SESSIONS_FACTOR: &str = "/hospital/sessions/factor";
/// The door that ends a program of somebody who works here.
pub const SESSIONS_PROGRAMS: &str = "/hospital/sessions/programs";
/// The door that ends everything of somebody who works here.
pub const SESSIONS_EVERYWHERE: &str = "/hospital/sessions/everywhere";
/// Who works here; the door of an invitation.
pub const STAFF: &str = "/hospital/staff";
/// Switches somebody on.
pub const STAFF_ACTIVE: &str = "/hospital/staff/active";
/// Switches somebody off.
pub const STAFF_INACTIVE: &str = "/hospital/staff/inactive";
/// Sets somebody's roles.
pub const STAFF_ROLES: &str = "/hospital/staff/roles";
/// Writes somebody's name.
pub const STAFF_RENAME: &str = "/hospital/staff/rename";
/// Takes somebody's second factor away, when they have lost it.
pub const STAFF_FACTOR: &str = "/hospital/staff/factor";
/// Sends an invitation once more.
pub const STAFF_RESEND: &str = "/hospital/staff/resend";
/// Withdraws an invitation.
pub const STAFF_WITHDRAW: &str = "/hospital/staff/withdraw";
/// Says which chart a registration is of.
pub const REGISTRATIONS_CONFIRM: &str = "/registrations/confirm";
/// Says that somebody has looked at what a person said is wrong.
pub const REGISTRATIONS_CORRECTION: &str = "/registrations/correction";
/// Says why it is of none.
pub const REGISTRATIONS_REFUSE: &str = "/registrations/refuse";

/// The staff after the one of this employee id.
pub fn staff_after(employee_id: &str) -> String {
    format!("{STAFF}?after={}", escaped(employee_id))
}

/// The sessions of the hospital's people after one, of a name where one is searched for.
pub fn sessions_after(name: &str, at: Moment, id: &str) -> String {
    format!("{SESSIONS}?name={}&after={}.{id}#sessions", escaped(name), at.0)
}

/// Where a list of sessions goes on, as [`sessions_after`] writes it.
pub fn read_session_after(text: &str) -> Option<(Moment, &str)> {
    let (at, id) = text.split_once('.')?;
    Some((Moment(at.parse().ok()?), id))
}
