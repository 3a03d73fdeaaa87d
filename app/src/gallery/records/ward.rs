//! The ward of the gallery: a bed for everything that can happen in one.

use std::sync::Arc;

use domain::alerts::{Kind, Priority, Side};
use domain::ids::{BedId, WardId};
use domain::live::LastScore;
use domain::organisation::{Bed, Occupant, WardBoard, WardName};
use domain::patients::Sex;
use domain::telemetry::Parameter;
use uuid::Uuid;

use super::{HERE, HOSPITAL, Vitals, WARD, WELL, ago, alarm, answered, gone, measured, person, series, zone};

/// A ward with a bed in each state: well, free, in alarm of every priority, answered and not, passed unseen, old values, a silent device, no score, a child.
pub fn ward() -> Arc<WardBoard> {
    let spo2_low = Kind::Limit(Parameter::Spo2, Side::Low);
    let heart_high = Kind::Limit(Parameter::HeartRate, Side::High);
    let people: [(u16, &str, &str, Sex, i32, Vitals, i64); 11] = [
        (1, "Ndiaye", "Amara", Sex::Female, 1968, WELL, 4),
        (
            2,
            "Wanjiru",
            "Grace",
            Sex::Female,
            1991,
            [68.0, 98.0, 14.0, 118.0, 74.0],
            3,
        ),
        (
            4,
            "Yusuf",
            "Hassan",
            Sex::Male,
            1954,
            [104.0, 84.0, 26.0, 102.0, 61.0],
            2,
        ),
        (
            5,
            "Okonkwo",
            "Chidi",
            Sex::Male,
            1972,
            [96.0, 88.0, 22.0, 131.0, 84.0],
            5,
        ),
        (
            6,
            "Petrov",
            "Ivan",
            Sex::Male,
            1949,
            [134.0, 95.0, 19.0, 146.0, 92.0],
            3,
        ),
        (
            7,
            "Lindqvist",
            "Maja",
            Sex::Female,
            1983,
            [72.0, 97.0, 11.0, 109.0, 68.0],
            6,
        ),
        (
            8,
            "Haddad",
            "Samir",
            Sex::Male,
            1960,
            [81.0, 96.0, 17.0, 127.0, 80.0],
            340,
        ),
        (
            9,
            "Fernández-Echeverría",
            "María Guadalupe",
            Sex::Female,
            1977,
            WELL,
            4_200,
        ),
        (
            10,
            "Tanaka",
            "Ren",
            Sex::Other,
            1999,
            [64.0, 99.0, 13.0, 115.0, 70.0],
            4,
        ),
        (
            11,
            "Mwangi",
            "Zuri",
            Sex::Female,
            2015,
            [92.0, 98.0, 20.0, 101.0, 60.0],
            4,
        ),
        (
            12,
            "Rossi",
            "Paolo",
            Sex::Male,
            1946,
            [88.0, 95.0, 18.0, 138.0, 82.0],
            5,
        ),
    ];
    let mut beds: Vec<Bed> = people
        .into_iter()
        .map(|(number, family, given, sex, year, vitals, seconds)| {
            let person = person(number, family, given, sex, year);
            let mut now = measured(person.id, vitals, seconds, number != 10);
            now.silent = number == 9;
            now.too_young = number == 11;
            now.last_score = match number {
                4 => Some(LastScore {
                    score: 9,
                    three_in_one: true,
                    at: ago(2),
                    before: Some((6, ago(1_200))),
                }),
                8 => Some(LastScore::next(None, 1, false, ago(360))),
                // After a score of 5 the next set is due within the hour: overdue.
                9 => Some(LastScore::next(None, 5, false, ago(4_300))),
                _ => None,
            };
            Bed {
                id: BedId(person.id.0),
                number,
                occupant: Some(Occupant {
                    person,
                    now,
                    recent: series(vitals, 30, 60),
                    limits: Vec::new(),
                }),
            }
        })
        .collect();
    let free = Bed {
        id: BedId(Uuid::from_u128(3)),
        number: 3,
        occupant: None,
    };
    beds.insert(2, free);
    WardBoard {
        ward: HERE,
        name: WARD.into(),
        hospital: HOSPITAL.into(),
        zone: zone(),
        rendered_at: ago(0),
        beds,
        alarms: vec![
            alarm(4, spo2_low, Priority::High, Some((84.0, 91.0)), 95),
            answered(
                alarm(5, spo2_low, Priority::High, Some((88.0, 91.0)), 400),
                "Dr Anika Rao",
                180,
                None,
            ),
            alarm(6, heart_high, Priority::Medium, Some((134.0, 130.0)), 48),
            alarm(
                7,
                Kind::Limit(Parameter::Respiration, Side::Low),
                Priority::Low,
                Some((11.0, 12.0)),
                30,
            ),
            alarm(9, Kind::Silent, Priority::Medium, None, 4_190),
            gone(alarm(12, spo2_low, Priority::High, Some((86.0, 91.0)), 700), 300, 95.0),
        ],
        wards: vec![
            WardName {
                id: HERE,
                name: WARD.into(),
            },
            WardName {
                id: WardId(Uuid::from_u128(7)),
                name: "Ward 7 · Surgery".into(),
            },
        ],
        has_chairs: true,
    }
    .into()
}
