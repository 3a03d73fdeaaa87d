//! What people are told is everybody's own; what stands in the list says `notices.rs`.

use super::door::{Door, form, get, some_id};

/// Staff on the staff's paths.
const STAFF: [u16; 8] = [401, 200, 200, 200, 200, 200, 401, 200];
/// A patient on the portal's.
const PORTAL: [u16; 8] = [401, 401, 401, 401, 401, 401, 200, 401];

/// The same, answered otherwise.
fn answered(status: u16, on: [u16; 8]) -> [u16; 8] {
    on.map(|on| if on == 200 { status } else { on })
}

pub fn doors() -> Vec<Door> {
    let one = || vec![("notice", some_id())];
    let safety = || vec![("security", "off".to_owned())];
    vec![
        get("/notifications", "/notifications".into(), STAFF),
        get("/notifications/count", "/notifications/count".into(), STAFF),
        form("/notifications/read", one(), answered(404, STAFF)),
        form("/notifications/choices", safety(), answered(303, STAFF)),
        get("/my/notifications", "/my/notifications".into(), PORTAL),
        get("/my/notifications/count", "/my/notifications/count".into(), PORTAL),
        form("/my/notifications/read", one(), answered(404, PORTAL)),
        form("/my/notifications/choices", safety(), answered(303, PORTAL)),
    ]
}
