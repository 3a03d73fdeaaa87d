//! How somebody is dialysed, the chairs of a ward, and lots that are called back. Nobody is dialysed at Riverbend yet: a session is not found by whoever may look for one (404).

use super::door::{Door, form_at, get};
use crate::support::Wardlight;

//                            none doc  nur  tec  pha  adm  pat  els
const READS: [u16; 8] = [401, 200, 200, 403, 403, 403, 401, 404];
/// The same at the socket: 426 says that it would open, were this an upgrade.
const WATCHES: [u16; 8] = [401, 426, 426, 403, 403, 403, 401, 404];
/// Who writes of an access and runs a session: whoever treats.
const RUNS: [u16; 8] = [401, 303, 303, 403, 403, 403, 401, 404];
/// Who prescribes: a doctor who signed in a moment ago.
const PRESCRIBES: [u16; 8] = [401, 303, 403, 403, 403, 403, 401, 404];
/// Mensah keeps the machine beside Mwangi's: what is noted at this one is none of his business.
const UPDATES: [u16; 8] = [401, 200, 200, 403, 403, 403, 401, 404];
/// A reason is missing, which says whom the door lets in.
const TAKES_BACK: [u16; 8] = [401, 303, 403, 403, 403, 403, 401, 404];
const NO_SESSION: [u16; 8] = [401, 404, 404, 403, 403, 403, 401, 404];

pub fn doors(house: &Wardlight) -> Vec<Door> {
    let mwangi = house.riverbend.patients[1].to_string();
    let at = |pattern: &str| {
        pattern
            .replace("{patient}", &mwangi)
            .replace("{session}", "00000000-0000-0000-0000-000000000000")
            .replace("{alarm}", "00000000-0000-0000-0000-000000000000")
    };
    let act = |act: &str| vec![("act", act.to_owned())];
    let page = |pattern: &'static str, expected| get(pattern, at(pattern), expected);
    let writes = |pattern: &'static str, name, expected| form_at(pattern, at(pattern), act(name), expected);
    vec![
        page("/dialysis", [401, 200, 200, 403, 403, 403, 401, 200]),
        page("/dialysis/now", [401, 200, 200, 403, 403, 403, 401, 200]),
        page("/dialysis/lots", [401, 200, 200, 403, 403, 200, 401, 200]),
        page("/dialysis/forecast", [401, 200, 200, 403, 403, 200, 401, 200]).but("super admin", 200),
        writes("/dialysis/forecast", "fit", [401, 403, 403, 403, 403, 303, 401, 403]).but("super admin", 303),
        page("/patients/{patient}/dialysis", READS),
        page("/patients/{patient}/dialysis/now", READS),
        page("/patients/{patient}/dialysis/prescription", READS),
        writes("/patients/{patient}/dialysis/prescription", "prescribe", PRESCRIBES),
        page("/patients/{patient}/dialysis/access", READS),
        writes("/patients/{patient}/dialysis/access", "add_access", RUNS),
        page("/patients/{patient}/limits", READS),
        writes("/patients/{patient}/limits", "set", PRESCRIBES),
        page("/patients/{patient}/curves", READS),
        page("/patients/{patient}/curves/{alarm}", NO_SESSION),
        page("/patients/{patient}/monitor", READS),
        page("/charts/curves/{patient}", READS),
        page("/ws/waves/{patient}", WATCHES),
        page("/patients/{patient}/minutes", READS),
        page("/patients/{patient}/minutes/{alarm}", NO_SESSION),
        page("/patients/{patient}/updates", UPDATES),
        writes("/patients/{patient}/updates", "take_back", TAKES_BACK),
        page("/patients/{patient}/dialysis/sessions/{session}", NO_SESSION),
        writes(
            "/patients/{patient}/dialysis/sessions/{session}",
            "check_in",
            NO_SESSION,
        ),
        page("/patients/{patient}/dialysis/sessions/{session}/now", NO_SESSION),
        page("/patients/{patient}/dialysis/sessions/{session}/hand-over", NO_SESSION),
    ]
}
