//! What affects somebody is read by everybody on their own side; who writes is who runs the hospital. Whom each alert affects says `system_alerts.rs`.

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
    let one = || vec![("id", some_id())];
    vec![
        get("/system-alerts", "/system-alerts".into(), STAFF),
        form("/system-alerts", one(), answered(404, STAFF)),
        get("/my/system-alerts", "/my/system-alerts".into(), PORTAL),
        form("/my/system-alerts", one(), answered(404, PORTAL)),
        get(
            "/hospital/system-alerts",
            "/hospital/system-alerts".into(),
            [401, 403, 403, 403, 403, 200, 401, 403],
        )
        .but("super admin", 200),
        form(
            "/hospital/system-alerts",
            vec![("act", "write".into())],
            [401, 403, 403, 403, 403, 303, 401, 403],
        )
        .but("super admin", 303),
    ]
}
