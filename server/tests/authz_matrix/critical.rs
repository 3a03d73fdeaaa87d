//! Critical values: who treats a patient reads, reports and answers theirs, and whoever the house told of one by name answers that one; that one waits is seen by doctors, nurses, technicians and
//! administrators of the house. What each of them sees of it says `critical.rs`.

use super::door::{Door, form, form_at, get, some_id};
use crate::support::Wardlight;

//                           none doc  nur  tec  pha  adm  pat  els
const READS: [u16; 8] = [401, 200, 200, 403, 403, 403, 401, 404];
const WRITES: [u16; 8] = [401, 303, 303, 403, 403, 403, 401, 404];
const HOUSE: [u16; 8] = [401, 200, 200, 200, 403, 200, 401, 200];
// The id of nothing is found nowhere.
const ANSWERS: [u16; 8] = [401, 404, 404, 403, 403, 403, 401, 404];

pub fn doors(house: &Wardlight) -> Vec<Door> {
    let mwangi = format!("/patients/{}/critical", house.riverbend.patients[1]);
    let report = vec![("act", "report".to_owned())];
    let read_back = vec![("act", "read-back".to_owned()), ("id", some_id())];
    vec![
        get("/critical", "/critical".into(), HOUSE).but("super admin", 200),
        get("/critical/now", "/critical/now".into(), HOUSE).but("super admin", 200),
        form("/critical", read_back, ANSWERS),
        get("/patients/{patient}/critical", mwangi.clone(), READS),
        get("/patients/{patient}/critical/now", format!("{mwangi}/now"), READS),
        form_at("/patients/{patient}/critical", mwangi, report, WRITES),
    ]
}
