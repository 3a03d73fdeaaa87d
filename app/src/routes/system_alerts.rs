//! The paths of system alerts.

use uuid::Uuid;

use super::{MY, lies_under};

/// What affects a member of staff; posting to it puts one away.
pub const SYSTEM_ALERTS: &str = "/system-alerts";
/// The same in the portal.
pub const MY_SYSTEM_ALERTS: &str = "/my/system-alerts";
/// Writes and resolves them.
pub const SET_SYSTEM_ALERTS: &str = "/hospital/system-alerts";

/// That of the realm in which `path` lies.
pub fn system_alerts_of(path: &str) -> &'static str {
    match lies_under(path.split(['?', '#']).next().unwrap_or_default(), MY) {
        true => MY_SYSTEM_ALERTS,
        false => SYSTEM_ALERTS,
    }
}

/// The page of what is over, after one.
pub fn system_alerts_after(page: &str, after: Uuid) -> String {
    format!("{page}?after={after}")
}
