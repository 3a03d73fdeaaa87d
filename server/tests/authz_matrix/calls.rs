//! Calls for a nurse: the patient alone calls; who cares for them reads what becomes of it. Doctors, nurses and technicians see who calls where they are on duty, and doctors and nurses say that
//! they come, as does whoever the house told. What each of them sees of it says `calls.rs`.

use super::door::{Door, form, get, some_id};
use crate::support::Wardlight;

//                          none doc  nur  tec  pha  adm  pat  els
const SEES: [u16; 8] = [401, 200, 200, 200, 403, 403, 401, 200];
// The id of nothing is found nowhere.
const COMES: [u16; 8] = [401, 404, 404, 404, 403, 403, 401, 404];
const OWN: [u16; 8] = [401, 401, 401, 401, 401, 401, 200, 401];
const CALLS: [u16; 8] = [401, 401, 401, 401, 401, 401, 303, 401];

pub fn doors(house: &Wardlight) -> Vec<Door> {
    let ward = house.riverbend.ward;
    let take = vec![("act", "take".to_owned()), ("id", some_id())];
    vec![
        get("/calls", "/calls".into(), SEES),
        get("/calls/now", "/calls/now".into(), SEES),
        form("/calls", take, COMES),
        // As the page of the ward on which it stands.
        get(
            "/ward/{ward}/calls/now",
            format!("/ward/{ward}/calls/now"),
            [401, 200, 200, 403, 403, 403, 401, 404],
        ),
        // Her son was let into what the staff noticed.
        get("/my/call", "/my/call".into(), OWN),
        get("/my/call/now", "/my/call/now".into(), OWN),
        form("/my/call", vec![("act", "call".to_owned())], CALLS).but("proxy", 403),
    ]
}
