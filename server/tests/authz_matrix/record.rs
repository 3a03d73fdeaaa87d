//! The pages of a patient's record. Each is read at an address, and written by a form at the same one.

use super::door::{Door, form_at, get};
use crate::support::Wardlight;

/// Who reads and who writes what is known of a patient's health: whoever treats.
const OF_HEALTH: [[u16; 8]; 2] = [
    [401, 200, 200, 403, 403, 403, 401, 404],
    [401, 303, 303, 403, 403, 403, 401, 404],
];
/// Who reads and who writes who a patient is: reception and the admin, too.
const OF_THE_PERSON: [[u16; 8]; 2] = [
    [401, 200, 200, 403, 403, 200, 401, 404],
    [401, 303, 303, 403, 403, 303, 401, 404],
];

/// Who joins two records of one person: the admin, who signed in a moment ago.
const OF_BOTH: [[u16; 8]; 2] = [
    [401, 403, 403, 403, 403, 200, 401, 403],
    [401, 403, 403, 403, 403, 303, 401, 403],
];

pub fn doors(house: &Wardlight) -> Vec<Door> {
    let mwangi = house.riverbend.patients[1].to_string();
    let of_health = [
        ("/patients/{patient}/record/allergies", "none"),
        ("/patients/{patient}/record/flags", "add"),
        ("/patients/{patient}/record/conditions", "add"),
        ("/patients/{patient}/record/medicines", "add"),
        ("/patients/{patient}/record/surgeries", "add"),
    ];
    let of_the_person = [
        ("/patients/{patient}/record/contacts", "add"),
        ("/patients/{patient}/record/identity", "change"),
        ("/patients/{patient}/record/documents", "add"),
        ("/patients/{patient}/record/insurance", "add"),
    ];
    let both = |(pattern, act): (&'static str, &str), [reads, writes]: [[u16; 8]; 2]| {
        let path = pattern.replace("{patient}", &mwangi);
        [
            get(pattern, path.clone(), reads),
            form_at(pattern, path, vec![("act", act.to_owned())], writes),
        ]
    };
    let of_health = of_health.into_iter().flat_map(|page| both(page, OF_HEALTH));
    let of_the_person = of_the_person.into_iter().flat_map(|page| {
        let [reads, writes] = both(page, OF_THE_PERSON);
        [reads.but("receptionist", 200), writes.but("receptionist", 303)]
    });
    let of_both = both(("/patients/{patient}/record/join", "find"), OF_BOTH);
    of_health.chain(of_the_person).chain(of_both).collect()
}
