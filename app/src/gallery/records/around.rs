//! What the main pages show beside their own record: what is new on a ward, a patient's call and their dialysis, a hospital in figures, a conversation.

use domain::actor::Role;
use domain::chat::{Line, Receipt, Refers, Side};
use domain::dialysis::allowance::Allowance;
use domain::dialysis::places::Day;
use domain::dialysis::quantities::Millilitres;
use domain::ids::{HospitalId, MessageId, PatientId, RoomId, UserId, WardId};
use domain::organisation::{HospitalToday, WardName, WardToday};
use domain::patients::View;
use hospital::calls;
use hospital::chat::{Page, Room};
use hospital::dialysis::diary::mine::{self, Drink, Running};
use hospital::patients::WardOfReader;
use ui::gallery::NOW;
use uuid::Uuid;

use super::{HERE, HOSPITAL, WARD, ago, aside, my_chart, zone};

/// What the ward is to the doctor who reads it: three are hers, and of one of them something is new.
pub fn reader_of_ward() -> WardOfReader {
    let patient = |bed: u128| PatientId(Uuid::from_u128(bed));
    WardOfReader {
        mine: [4, 5, 9].map(patient).into(),
        news: [(patient(5), aside().news)].into(),
    }
}

/// Nobody was called yet: the button stands there.
pub fn my_call() -> calls::Mine {
    let chart = my_chart();
    calls::Mine {
        person: chart.person,
        view: chart.view.unwrap_or_default(),
        place: Some(calls::Place {
            ward: HERE,
            ward_name: WARD.into(),
            spot: Some("2".into()),
        }),
        call: None,
        heard: None,
        may_call: true,
        read_at: ago(6),
    }
}

/// A treatment that runs: a good half is taken off.
pub fn my_dialysis() -> mine::Mine {
    mine::Mine {
        person: my_chart().person,
        view: View::default(),
        today: Day(NOW / 86_400_000),
        is_prescribed: true,
        may_book: true,
        running: Some(Running {
            since: ago(8_100),
            station: "Chair 6".into(),
            left: 105,
            goal: 2_400,
            removed: Some((1_340, ago(12))),
            is_now: true,
        }),
        to_come: Vec::new(),
        drink: Some(Drink {
            allowance: Allowance {
                whole: Millilitres(2_000.0),
                daily: Millilitres(1_000.0),
                days: 2.0,
                left: None,
            },
            dry: 61.5,
            above: 0.0,
            between: (ago(0), ago(-172_800)),
        }),
        dry: Some(61.5),
        past: Vec::new(),
        wait: None,
        shifts: Vec::new(),
    }
}

/// A hospital in figures: a ward that is nearly full, one that is not, and one that is empty.
pub fn today() -> HospitalToday {
    let ward = |number: u128, name: &str, beds: Vec<bool>| WardToday {
        ward: WardName {
            id: WardId(Uuid::from_u128(number)),
            name: name.into(),
        },
        beds,
    };
    HospitalToday {
        name: HOSPITAL.into(),
        zone: zone(),
        rendered_at: ago(0),
        wards: vec![
            ward(4, WARD, (1..=12).map(|bed| bed != 3).collect()),
            ward(7, "Ward 7 · Surgery", (1..=20).map(|bed| bed % 3 != 0).collect()),
            ward(9, "Ward 9 · Day care", vec![false; 8]),
        ],
        devices: (31, 29),
        accounts: [
            (Role::Doctor, 8),
            (Role::Nurse, 21),
            (Role::Technician, 3),
            (Role::HospitalAdmin, 2),
        ]
        .map(|(role, count)| (role.name().to_owned(), count))
        .to_vec(),
    }
}

/// What a doctor reads of it: yesterday and today, an answer, a word put right, a message that nobody has seen yet.
pub fn conversation() -> Page {
    let (doctor, patient) = (Side::Doctor, Side::Patient);
    let id = |number: u128| MessageId(Uuid::from_u128(0xc0 + number));
    let line = |number: u128, side, seconds: i64, text: &str| Line {
        id: id(number),
        side,
        at: ago(seconds),
        text: Some(text.into()),
        is_urgent: false,
        refers: None,
        quoted: None,
        is_corrected: false,
        file: None,
        receipt: Receipt::Read {
            delivered: ago(seconds - 20),
            read: ago(seconds - 90),
        },
    };
    let asked = "Since yesterday my ankles are thicker than usual.";
    let mut lines = vec![
        line(1, patient, 90_000, asked),
        line(
            2,
            doctor,
            86_000,
            "Thank you for telling me. Please weigh yourself tomorrow morning.",
        ),
        line(3, patient, 7_300, "I weigh 36.2 kg."),
        line(4, patient, 7_200, "I weigh 63.2 kg."),
        line(
            5,
            doctor,
            600,
            "Then drink no more than a litre until this afternoon, and come at two.",
        ),
    ];
    lines[0].is_urgent = true;
    lines[1].refers = Some(Refers::Answers(id(1)));
    lines[1].quoted = Some(asked.into());
    lines[2].is_corrected = true;
    lines[3].refers = Some(Refers::Corrects(id(3)));
    lines[3].quoted = Some("I weigh 36.2 kg.".into());
    lines[4].receipt = Receipt::Sent;
    Page {
        room: Room {
            id: RoomId(Uuid::from_u128(0xc0)),
            hospital: HospitalId(Uuid::from_u128(1)),
            side: Some(doctor),
            doctor: (UserId(Uuid::nil()), Some("Dr Anika Rao".into())),
            patient: Some((PatientId(Uuid::from_u128(2)), "WANJIRU, Grace".into())),
            technician: None,
            device: None,
            is_open: true,
            is_muted: false,
        },
        lines,
        before: None,
        is_newest: true,
        is_here: true,
        zone: zone(),
    }
}
