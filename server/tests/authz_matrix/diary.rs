//! The chair diary: who sits where, and the patient's own. Nobody is dialysed at Riverbend yet, so the forms come back (303).

use super::door::{Door, form, get};
use crate::support::Wardlight;

/// Who writes the diary of Riverbend's ward: whoever is on duty there, and who books for the hospital.
const WRITES: [u16; 8] = [401, 303, 303, 403, 403, 303, 401, 403];

pub fn doors(house: &Wardlight) -> Vec<Door> {
    let ward = || vec![("ward", house.riverbend.ward.to_string())];
    let of_staff = [
        "/dialysis/diary",
        "/dialysis/plan",
        "/dialysis/waiting",
        "/dialysis/missed",
    ]
    .into_iter()
    .flat_map(|page| {
        //                            none doc nur tec pha adm pat els
        let reads = get(page, page.into(), [401, 200, 200, 403, 403, 200, 401, 200]).but("receptionist", 200);
        // What the form names by no act or no place comes back, for whoever may write at all.
        let elsewhere = matches!(page, "/dialysis/diary" | "/dialysis/plan");
        let mut writes = form(page, ward(), WRITES).but("receptionist", 303);
        if elsewhere {
            writes = writes.but("doctor elsewhere", 303);
        }
        [reads, writes]
    });
    let of_portal = vec![
        get(
            "/hospital/dialysis",
            "/hospital/dialysis".into(),
            [401, 403, 403, 403, 403, 200, 401, 403],
        )
        .but("super admin", 200),
        // Her son was let into the other parts.
        get(
            "/my/dialysis",
            "/my/dialysis".into(),
            [401, 401, 401, 401, 401, 401, 200, 401],
        )
        .but("proxy", 403),
        get(
            "/my/dialysis/now",
            "/my/dialysis/now".into(),
            [401, 401, 401, 401, 401, 401, 200, 401],
        )
        .but("proxy", 403),
        form("/my/dialysis", vec![], [401, 401, 401, 401, 401, 401, 303, 401]).but("proxy", 403),
        // Nothing is prescribed for her: her own page says so.
        get(
            "/my/dialysis/book",
            "/my/dialysis/book".into(),
            [401, 401, 401, 401, 401, 401, 303, 401],
        )
        .but("proxy", 403),
        form("/my/dialysis/book", vec![], [401, 401, 401, 401, 401, 401, 303, 401]).but("proxy", 403),
    ];
    of_staff.chain(of_portal).collect()
}
