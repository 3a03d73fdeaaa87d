//! The paths of calls for a nurse.

use domain::ids::{CallId, WardId};

/// Who calls on the wards where the reader is on duty; posting to it takes and closes a call.
pub const CALLS: &str = "/calls";
/// What moves of it, for the page that is open.
pub const CALLS_NOW: &str = "/calls/now";
/// The patient's own call; posting to it calls and takes back.
pub const MY_CALL: &str = "/my/call";
/// What moves of it, for the page that is open.
pub const MY_CALL_NOW: &str = "/my/call/now";

/// The same page, read anew, at the form of one call: one that came while the page was open has none there yet.
pub fn call_of(call: CallId) -> String {
    format!("{CALLS}?of={call}#call-{call}")
}

/// What moves of the calls on the page of a ward.
pub fn ward_calls_now(ward: WardId) -> String {
    format!("{}/calls/now", super::ward(ward))
}

/// Whether an open page asks for this by itself: what moves of it.
pub(super) fn is_asked_by_page(path: &str) -> bool {
    path == CALLS_NOW || path == MY_CALL_NOW || (path.starts_with("/ward/") && path.ends_with("/calls/now"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_moves_is_asked_by_the_page_and_the_page_by_somebody() {
        let ward = WardId(uuid::Uuid::nil());
        assert!(
            is_asked_by_page(CALLS_NOW) && is_asked_by_page(MY_CALL_NOW) && is_asked_by_page(&ward_calls_now(ward))
        );
        assert!(!is_asked_by_page(CALLS) && !is_asked_by_page(MY_CALL) && !is_asked_by_page(&super::super::ward(ward)));
    }
}
