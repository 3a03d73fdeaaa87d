//! A chair on which somebody is treated, and the machine beside it.

use domain::alerts::baseline::Began;
use domain::alerts::{Alarm, Kind, Limits, PatientLimit, Priority, Rules, Side};
use domain::devices::disinfection::DisinfectionKind;
use domain::devices::figures::{DayOf, TrendDay};
use domain::devices::papers::DeviceKind;
use domain::devices::upkeep::Due;
use domain::devices::water::{Fluid, Limit, Measure, Verdict};
use domain::dialysis::before::{Before, Complaints, Pressure};
use domain::dialysis::during::Observation;
use domain::dialysis::quantities::{Kilograms, Millilitres};
use domain::dialysis::session::Stage;
use domain::ids::{DeviceId, PatientId};
use domain::live::PatientNow;
use domain::patients::Sex;
use domain::patients::papers::Day;
use domain::records::{Allergies, Allergy, Severity};
use domain::telemetry::{Parameter, Reading};
use hospital::devices::machines::{
    Connection, Console, DisinfectionLine, Machine, May, PlanLine, WaterNow, Ways, WorkLine,
};
use hospital::dialysis::chair::{Chair, Sheet};
use hospital::dialysis::need::{Newest, TakenBy};
use hospital::dialysis::written::{By, Look, Written};
use hospital::patients::identity::{Identity, RegisteredAt};
use hospital::patients::news::News;
use hospital::telemetry::Judging;
use uuid::Uuid;

use super::treatment::{ARTERIAL, DELIVERED, RUNS, course, dry, ordered, signs};
use super::{HERE, HOSPITAL, WARD, ago, alarm, person, zone};

const MACHINE: DeviceId = DeviceId(Uuid::from_u128(0xd06));
const NAME: &str = "Machine D-06";

/// Who is treated.
pub fn treated() -> Identity {
    let person = person(14, "Otieno", "Samuel", Sex::Male, 1959);
    let number = person.hospital_number.clone();
    Identity {
        person,
        title: None,
        language: None,
        marital: None,
        blood_group: None,
        hospitals: vec![RegisteredAt {
            hospital: HOSPITAL.into(),
            number,
            since: ago(90_000_000),
            periods: Vec::new(),
            is_inactive: false,
        }],
        zone: zone(),
        news: News::default(),
        joined: Vec::new(),
        may_merge: false,
        allergies: Some(Allergies::Known(vec![Allergy {
            substance: "Heparin".into(),
            reaction: "low platelets".into(),
            severity: Severity::Severe,
        }])),
        flags: Vec::new(),
        left: None,
    }
}

fn by(name: &str, seconds: i64) -> By {
    By {
        user: Uuid::from_u128(9),
        name: Some(name.into()),
        at: ago(seconds),
        written: None,
    }
}

fn written<T>(number: u128, what: T, seconds: i64) -> Written<T> {
    Written {
        id: Uuid::from_u128(0xe0 + number),
        what,
        by: by("B. Achieng", seconds),
    }
}

/// Two hours and a quarter of four are over, and for half a minute the pump has been drawing too hard.
pub fn chair() -> Chair {
    let patient = treated().person.id;
    let seen = |pressure: Pressure, pulse, removed| Observation {
        pressure: Some(pressure),
        pulse: Some(pulse),
        blood_flow: Some(300),
        dialysate_flow: Some(500),
        arterial: Some(-160),
        venous: Some(150),
        tmp: Some(80),
        uf_rate: Some(600),
        uf_removed: Some(removed),
        ..Observation::default()
    };
    let found = Before {
        weight: Kilograms(74.4),
        lying: Pressure::of(148.0, 84.0),
        standing: Some(Pressure::of(140.0, 82.0)),
        pulse: Some(78),
        temperature: Some(36.6),
        breaths: Some(16),
        spo2: Some(97),
        glucose: None,
        complaints: Complaints::Nothing,
        access_safe: true,
        self_test_passed: true,
        conductivity: 14.0,
        consented: true,
        uf_goal: Millilitres(2_400.0),
        urea: None,
        note: None,
    };
    let look = Look {
        what: found,
        prescription: Uuid::from_u128(1),
        access: Uuid::from_u128(2),
        confirmed: Some(by("J. Mwangi", 8_400)),
    };
    let sheet = Sheet {
        id: Uuid::from_u128(0x5e),
        patient,
        stage: Stage::Running,
        station: "6".into(),
        ward: HERE,
        device: Some((MACHINE, NAME.into())),
        planned: (ago(9_000), ago(-5_400)),
        minutes: 240,
        checked_in: Some(by("B. Achieng", 9_000)),
        look: Some(written(1, look, 8_700)),
        started: Some((by("B. Achieng", RUNS), None)),
        observations: vec![
            written(2, seen(Pressure::of(138.0, 80.0), 76, 440), 5_400),
            written(3, seen(Pressure::of(126.0, 76.0), 80, 890), 2_700),
        ],
        access_looks: Vec::new(),
        targets: Vec::new(),
        exchanges: Vec::new(),
        interventions: Vec::new(),
        medicines: Vec::new(),
        events: Vec::new(),
        ended: None,
        after: None,
        samples: Vec::new(),
        lots: Vec::new(),
        signed: None,
        amendments: Vec::new(),
        absent: None,
        cancelled: None,
    };
    let taken = sheet.observations.iter().filter_map(|line| {
        let pressure = line.what.pressure?;
        Some((line.by.at, pressure.systolic.0 as f32, pressure.diastolic.0 as f32))
    });
    let course = course(taken.collect());
    Chair {
        now: Some(counted(patient)),
        pressure: Some(Newest {
            pressure: Pressure::of(126.0, 76.0),
            at: ago(2_700),
            taken_by: TakenBy::Hand,
            is_low: false,
        }),
        sheet,
        signs: signs(),
        prescription: Some(ordered()),
        dry: vec![dry()],
        last_after: Some(Kilograms(72.1)),
        accesses: Vec::new(),
        infections: Vec::new(),
        judging: judging(),
        alarms: vec![draws_too_hard()],
        curves: false,
        course: Some(course),
        fell: Default::default(),
        processed: None,
        raised: Vec::new(),
        history: (1, 12),
        forecast: None,
        machines: Vec::new(),
        unfit: None,
        not_apart: false,
        next: None,
        read_at: ago(0),
        reader: Some(Uuid::from_u128(9)),
        may_run: true,
        may_sign: false,
        may_answer: true,
    }
}

/// What judges the circuit there: what is published, and for the venous pressure a limit of the patient's own.
fn judging() -> Judging {
    let own = PatientLimit {
        parameter: Parameter::VenousPressure,
        side: Side::High,
        value: 170.0,
        expires_at: ago(-36_000),
    };
    let rules = Rules::from(Limits::default().with(own));
    let circuit = [
        Parameter::ArterialPressure,
        Parameter::VenousPressure,
        Parameter::TransmembranePressure,
    ];
    let bounds = circuit
        .into_iter()
        .flat_map(|parameter| rules.bounds(parameter, ago(0), &Began::default(), None));
    Judging {
        bounds: bounds.collect(),
        began: Vec::new(),
    }
}

/// The alarm of what lies beyond.
fn draws_too_hard() -> Alarm {
    let kind = Kind::Limit(Parameter::ArterialPressure, Side::Low);
    Alarm {
        device: MACHINE,
        ..alarm(14, kind, Priority::Medium, Some((ARTERIAL, -250.0)), 32)
    }
}

/// What the machine says now.
fn counted(patient: PatientId) -> PatientNow {
    let mut now = PatientNow {
        patient,
        device: MACHINE,
        latest: Default::default(),
        promise: Default::default(),
        heard_at: Some(ago(2)),
        silent: false,
        last_score: None,
        replay_since: None,
        too_young: false,
    };
    let mut reading = Reading {
        taken_at: ago(2),
        ..Reading::default()
    };
    for (parameter, value) in DELIVERED {
        reading.values.set(parameter, Some(value));
    }
    now.latest.apply(&reading);
    now
}

/// The day so many days before that of the gallery.
fn day(before: i64) -> Day {
    zone().day(ago(before * 86_400))
}

/// The machine, as who keeps it sees it: fit, one piece of work due soon, one open.
pub fn console() -> Console {
    let did = |before: i64| DayOf {
        day: day(before),
        minutes_run: 700 + 20 * ((before as i32 * 7) % 5),
        minutes_gap: (before as i32 * 5) % 4,
        longest_gap: 2,
        readings: 42_000,
        delay_ms: 21_000_000,
        delay_p95_ms: 900,
        ahead_ms: 120,
        alarms: (before as i32 * 3) % 5,
    };
    let days: Vec<DayOf> = (0..30).rev().filter(|before| before % 7 != 3).map(did).collect();
    let trend = (0..30).rev().map(|before| TrendDay {
        day: day(before),
        ready: Some(if before == 12 { 62.0 } else { 100.0 }),
        did: (before % 7 != 3).then(|| did(before)),
    });
    let plan = |number: u128, work: &str, days: (i32, i32)| PlanLine {
        id: Uuid::from_u128(0xa0 + number),
        work: work.into(),
        is_gate: true,
        due_on: Some(day(i64::from(days.0 - days.1))),
        due_hours: None,
        due: Due {
            days: Some(days),
            hours: None,
        },
        open: None,
    };
    let water = |measure, max: f64, value: f64, hours: i64| WaterNow {
        fluid: Fluid::Water,
        measure,
        limit: Limit {
            max,
            action_from: None,
            valid_hours: 24,
        },
        newest: Some((value, ago(hours * 3_600), Verdict::Passed)),
        point: Some("After the carbon tank".into()),
        is_valid: true,
    };
    Console {
        machine: Machine {
            id: MACHINE,
            name: NAME.into(),
            model: "D5".into(),
            serial: "AQ5-20817".into(),
            kind: DeviceKind::Dialysis,
            status: "active".into(),
            physical_id: Some("INV-0042".into()),
            maker: Some("Aquila".into()),
            firmware: Some("5.2.1".into()),
            ward: Some((HERE, WARD.into())),
            place: None,
            chair: Some("6".into()),
            installed_on: Some((2021, 3, 9)),
            warranty_until: Some((2026, 3, 9)),
            kept_for: None,
            disinfect_hours: Some(72),
            hours: 11_482.0,
            unfit: None,
        },
        zone: zone(),
        rendered_at: ago(0),
        connection: Connection::Online,
        heard_at: Some(ago(2)),
        says: None,
        waiting: 0,
        outage: None,
        ready: 98.7,
        days,
        trend: trend.collect(),
        plans: vec![
            plan(1, "Safety check", (351, 365)),
            plan(2, "Change the filters", (40, 180)),
        ],
        open: vec![WorkLine {
            id: Uuid::from_u128(0xb0),
            work: "Change the cable of the cuff".into(),
            opened: (ago(5_000), "K. Mensah".into()),
            closed: None,
            findings: None,
        }],
        disinfections: vec![DisinfectionLine {
            kind: DisinfectionKind::Heat,
            at: ago(12_000),
            passed: true,
            temperature: Some(88.0),
            note: None,
            by: "B. Achieng".into(),
        }],
        alarms: Vec::new(),
        water: vec![
            water(Measure::TotalChlorine, 0.1, 0.03, 5),
            water(Measure::Hardness, 1.0, 0.2, 5),
        ],
        technician: Some("K. Mensah".into()),
        doctors: vec!["Dr Anika Rao".into()],
        lent: None,
        noted_of: None,
        spots: Vec::new(),
        booked: 3,
        may: May {
            keep: true,
            disinfect: true,
            water: true,
            lend: true,
            place: false,
            answer: false,
        },
        ways: Ways {
            messages: true,
            papers: false,
        },
    }
}
