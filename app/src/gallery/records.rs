//! Records of people who never lived, at a moment that never passes: what the pages of the gallery are drawn from. A bed in each state, a chart with something in
//! every part, a patient's own home.

mod around;
mod figures;
mod treatment;
mod unit;
mod ward;

use domain::alerts::{Alarm, Kind, PatientLimit, Priority, Raise, Side};
use domain::ids::{AlarmId, DeviceId, PatientId, WardId};
use domain::live::{LastScore, PatientNow};
use domain::news2::Scale;
use domain::patients::merge::JoinedHere;
use domain::patients::{Chart, Person, Place, ReadingPage, Section, Series, Sex, View};
use domain::records::conditions::Condition;
use domain::records::flags::{Flag, FlagKind};
use domain::records::medicines::Medicine;
use domain::records::{Allergies, Allergy, Severity};
use domain::telemetry::{Consciousness, Oxygen, OxygenDevice, Parameter, Reading};
use domain::time::{Moment, Zone};
use hospital::patients::Aside;
use hospital::patients::news::{Change, News, Part};
use hospital::telemetry::Trend;
use ui::gallery::NOW;
use uuid::Uuid;

pub use around::{conversation, my_call, my_dialysis, reader_of_ward, today};
pub use figures::{alarms_of_day, dialysis_in_figures};
pub use unit::{chair, console, treated};
pub use ward::ward;

/// The ward's name.
pub const WARD: &str = "Ward 4 · Renal";
/// The hospital's.
pub const HOSPITAL: &str = "Riverbend General";
const HERE: WardId = WardId(Uuid::from_u128(4));

/// So many seconds before the gallery's moment.
pub fn ago(seconds: i64) -> Moment {
    Moment::from_millis(NOW - seconds * 1_000)
}

/// The hospital's zone.
pub fn zone() -> Zone {
    Zone {
        name: "Africa/Nairobi".into(),
        offsets: vec![(Moment(0), 10_800, "EAT".into())],
    }
}

/// Heart rate, SpO2, respiration, systolic and diastolic pressure.
type Vitals = [f32; 5];

const WELL: Vitals = [74.0, 97.0, 16.0, 122.0, 78.0];
const MEASURED: [Parameter; 5] = [
    Parameter::HeartRate,
    Parameter::Spo2,
    Parameter::Respiration,
    Parameter::Systolic,
    Parameter::Diastolic,
];

fn person(number: u16, family_name: &str, given_name: &str, sex: Sex, year: i32) -> Person {
    Person {
        id: PatientId(Uuid::from_u128(u128::from(number))),
        family_name: family_name.into(),
        given_name: given_name.into(),
        born_on: (year, 4, 2),
        year_only: false,
        sex,
        hospital_number: format!("RG-204 41{number:02}"),
        health_id: format!("9177542081339{}", number % 10),
        scale: Scale::One,
    }
}

/// What the monitor said so long ago, and what somebody measured by hand half an hour before.
fn measured(patient: PatientId, vitals: Vitals, seconds: i64, by_hand: bool) -> PatientNow {
    let mut now = PatientNow {
        patient,
        device: DeviceId(patient.0),
        latest: Default::default(),
        promise: Default::default(),
        heard_at: Some(ago(seconds)),
        silent: false,
        last_score: None,
        replay_since: None,
        too_young: false,
    };
    now.latest.apply(&of_monitor(vitals, ago(seconds)));
    let mut assessed = Reading {
        taken_at: ago(seconds + 1_500),
        consciousness: Some(Consciousness::A),
        oxygen: Some(air()),
        ..Reading::default()
    };
    if by_hand {
        assessed.values.set(Parameter::Temperature, Some(36.7));
    }
    now.latest.apply(&assessed);
    // What people measure holds until they measure again.
    for parameter in [Parameter::Temperature, Parameter::Oxygen, Parameter::Consciousness] {
        now.promise.set(parameter, Some(3_600.0));
    }
    now
}

fn of_monitor(vitals: Vitals, at: Moment) -> Reading {
    let mut reading = Reading {
        seq: at.millis() / 1_000,
        taken_at: at,
        ..Reading::default()
    };
    for (parameter, value) in MEASURED.into_iter().zip(vitals) {
        reading.values.set(parameter, Some(value));
    }
    reading
}

const fn air() -> Oxygen {
    Oxygen {
        device: OxygenDevice::RoomAir,
        litres_per_min: None,
        fio2: None,
    }
}

/// A quiet wave around the newest values: `count` points, one every `step` seconds.
fn series(vitals: Vitals, count: i64, step: i64) -> Vec<Series> {
    let wave = |place: i64, value: f32| {
        let turn = (place as f32 * 0.37).sin() + (place as f32 * 0.11).cos();
        (value + turn * value * 0.012).round()
    };
    let until = count * step;
    let of = |(parameter, value): (Parameter, f32)| {
        // A cuff measures every quarter of an hour.
        let step = match parameter {
            Parameter::Systolic | Parameter::Diastolic => step.max(900),
            _ => step,
        };
        let points = (0..count).rev().filter(|place| place * step <= until);
        Series {
            parameter,
            points: points
                .map(|place| (ago(place * step + 4), wave(place, value)))
                .collect(),
        }
    };
    MEASURED.into_iter().zip(vitals).map(of).collect()
}

fn alarm(number: u16, kind: Kind, priority: Priority, beyond: Option<(f32, f32)>, seconds: i64) -> Alarm {
    let raise = Raise {
        kind,
        priority,
        value: beyond.map(|beyond| beyond.0),
        limit: beyond.map(|beyond| beyond.1),
        at: ago(seconds),
    };
    let patient = PatientId(Uuid::from_u128(u128::from(number)));
    let id = AlarmId(Uuid::from_u128(
        1_000 + u128::from(number) + 100 * u128::from(seconds.unsigned_abs()),
    ));
    Alarm::raised(id, DeviceId(patient.0), Some(patient), raise)
}

/// Somebody saw it.
fn answered(alarm: Alarm, by: &str, seconds: i64, note: Option<&str>) -> Alarm {
    let seen = alarm.clone();
    seen.acknowledge(by.into(), ago(seconds), note.map(str::to_owned))
        .unwrap_or(alarm)
}

/// It passed by itself.
fn gone(alarm: Alarm, seconds: i64, value: f32) -> Alarm {
    let over = alarm.clone();
    over.gone(ago(seconds), Some(value)).unwrap_or(alarm)
}

/// A chart with something in every part, and its half hour.
pub fn chart() -> Chart {
    let person = person(5, "Okonkwo", "Chidi", Sex::Male, 1972);
    let vitals = [96.0, 88.0, 22.0, 131.0, 84.0];
    let heart_high = Kind::Limit(Parameter::HeartRate, Side::High);
    let mut now = measured(person.id, vitals, 5, true);
    now.last_score = Some(LastScore {
        score: 6,
        three_in_one: true,
        at: ago(5),
        before: Some((4, ago(2_400))),
    });
    let earlier = alarm(5, heart_high, Priority::Medium, Some((133.0, 130.0)), 9_000);
    let earlier = gone(
        answered(earlier, "B. Achieng", 8_900, Some("after walking")),
        8_400,
        112.0,
    );
    Chart {
        place: Some(Place {
            ward: HERE,
            ward_name: WARD.into(),
            bed: 5,
        }),
        zone: zone(),
        rendered_at: ago(0),
        now: Some(now),
        recent: series(vitals, 30, 60),
        alarms: vec![
            alarm(
                5,
                Kind::Limit(Parameter::Spo2, Side::Low),
                Priority::High,
                Some((88.0, 91.0)),
                95,
            ),
            earlier,
        ],
        allergies: Some(Allergies::Known(vec![
            Allergy {
                substance: "Penicillin".into(),
                reaction: "swelling of the throat".into(),
                severity: Severity::LifeThreatening,
            },
            Allergy {
                substance: "Latex".into(),
                reaction: "rash".into(),
                severity: Severity::Mild,
            },
        ])),
        flags: vec![Flag {
            kind: FlagKind::LeftArm,
            text: "fistula".into(),
        }],
        left: None,
        limits: vec![PatientLimit {
            parameter: Parameter::HeartRate,
            side: Side::High,
            value: 120.0,
            expires_at: ago(-36_000),
        }],
        view: None,
        opened: None,
        joined: vec![JoinedHere {
            number: "RG-198 0072".into(),
            name: "OKONKWO, Chidi Emeka".into(),
            at: ago(172_800),
        }],
        may_merge: false,
        person,
    }
}

/// The day of that chart: a stretch without values, a score that rises.
pub fn day() -> Trend {
    let vitals = [88.0, 93.0, 18.0, 128.0, 80.0];
    let mut series = series(vitals, 720, 120);
    for one in &mut series {
        one.points.retain(|(at, _)| !(ago(50_000)..ago(45_000)).contains(at));
        if one.parameter == Parameter::Spo2 {
            for (at, value) in &mut one.points {
                if *at > ago(1_200) {
                    *value -= 5.0;
                }
            }
        }
    }
    series.push(Series {
        parameter: Parameter::Temperature,
        points: [80_000, 58_000, 36_000, 14_400, 1_505]
            .map(|seconds| (ago(seconds), 36.7))
            .to_vec(),
    });
    let score = |score, seconds| LastScore {
        score,
        three_in_one: score > 4,
        at: ago(seconds),
        before: None,
    };
    Trend {
        span: Default::default(),
        since: ago(86_400),
        until: ago(0),
        series,
        scores: vec![score(1, 80_000), score(2, 40_000), score(4, 14_000), score(6, 1_100)],
        replay_since: None,
        limits: chart().limits,
        zone: zone(),
        scale: Scale::One,
        promise: Default::default(),
        latest: measured(PatientId(Uuid::nil()), [96.0, 88.0, 22.0, 131.0, 84.0], 5, true).latest,
    }
}

/// What stands beside that chart.
pub fn aside() -> Aside {
    let condition = |code: &str, words: &str| Condition {
        code: code.into(),
        words: words.into(),
        note: None,
        since_year: None,
    };
    let medicine = |name: &str, dose: &str, schedule: &str| Medicine {
        name: name.into(),
        dose: dose.into(),
        schedule: schedule.into(),
        since: None,
        until: None,
    };
    Aside {
        conditions: (
            vec![
                condition("N18.5", "Chronic kidney disease, stage 5"),
                condition("I10", "Essential (primary) hypertension"),
            ],
            2,
        ),
        medicines: (
            vec![
                medicine("Amlodipine 5 mg", "1 tablet", "every morning"),
                medicine("Sevelamer 800 mg", "2 tablets", "with each meal"),
                medicine("Epoetin alfa", "4000 IU", "after each dialysis"),
            ],
            9,
        ),
        news: News {
            since: Some(ago(52_000)),
            changes: vec![
                Change {
                    part: Part::Alarms,
                    came: 2,
                    ended: 1,
                },
                Change {
                    part: Part::Medicines,
                    came: 1,
                    ended: 0,
                },
            ],
        },
        may_change: true,
    }
}

/// The newest readings of that chart.
pub fn readings() -> ReadingPage {
    let rows = (0..8).map(|place| {
        let turn = (place % 3) as f32;
        let mut reading = of_monitor([96.0 - turn, 88.0 + turn, 22.0, 131.0, 84.0], ago(5 + place * 60));
        if place % 4 != 0 {
            reading.values.set(Parameter::Systolic, None);
            reading.values.set(Parameter::Diastolic, None);
        }
        reading
    });
    ReadingPage {
        rows: rows.collect(),
        next: Some((ago(500), 1)),
    }
}

/// The chart as somebody reads their own: well, with one thing that was noticed.
pub fn my_chart() -> Chart {
    let person = person(2, "Wanjiru", "Grace", Sex::Female, 1991);
    let mut now = measured(person.id, WELL, 4, true);
    let mut given = Reading {
        taken_at: ago(700),
        ..Reading::default()
    };
    given.oxygen = Some(Oxygen {
        device: OxygenDevice::NasalCannula,
        litres_per_min: Some(2.0),
        fio2: None,
    });
    now.latest.apply(&given);
    Chart {
        place: Some(Place {
            ward: HERE,
            ward_name: WARD.into(),
            bed: 2,
        }),
        now: Some(now),
        recent: series(WELL, 30, 60),
        alarms: vec![alarm(
            2,
            Kind::Limit(Parameter::HeartRate, Side::High),
            Priority::Low,
            Some((112.0, 110.0)),
            60,
        )],
        allergies: None,
        limits: Vec::new(),
        view: Some(View {
            shown: Section::ALL.to_vec(),
            ..View::default()
        }),
        joined: Vec::new(),
        person,
        ..chart()
    }
}
