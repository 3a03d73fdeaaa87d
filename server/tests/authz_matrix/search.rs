//! The search is everybody's; what it shows is for each their own (`search.rs`). So is the home of those whose own area is not built yet, which lists the same pages.

use super::door::{Door, form, get};
use crate::support::Wardlight;

/// Staff on the staff's paths.
const STAFF: [u16; 8] = [401, 200, 200, 200, 200, 200, 401, 200];
/// A patient on the portal's.
const PORTAL: [u16; 8] = [401, 401, 401, 401, 401, 401, 200, 401];

/// The same, answered by a redirect.
fn sent(on: [u16; 8]) -> [u16; 8] {
    on.map(|status| if status == 200 { 303 } else { status })
}

pub fn doors(_: &Wardlight) -> Vec<Door> {
    let okafor = || vec![("words", "okafor".to_owned())];
    vec![
        get("/search", "/search".into(), STAFF),
        form("/search", okafor(), sent(STAFF)),
        form("/search/hits", okafor(), STAFF),
        get("/home", "/home".into(), STAFF),
        get("/my/search", "/my/search".into(), PORTAL),
        form("/my/search", okafor(), sent(PORTAL)),
        form("/my/search/hits", okafor(), PORTAL),
    ]
}
