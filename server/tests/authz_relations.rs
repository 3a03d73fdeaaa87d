//! Every door about a patient, a ward or a device × every role × every way to stand to it has an expected answer; so do the topics of the live socket. What a role
//! may in general says `authz_matrix.rs`; together they know every endpoint: a door that is in neither list fails `every_door_is_about_somebody_or_about_nobody`.
//!
//! One patient, Mwangi, lies on Riverbend's ward, on a device. Each role in each relation is a person of their own, made with that one fact, who knocks at
//! every door. To add a door: a line in [`doors`] that names its table, one of the portal in [`portal`], one that
//! is given the id of something of a hospital in `authz_matrix/elsewhere.rs`, or in one of the lists of [`nobody`].

mod doors;
mod facts;
mod nobody;
mod portal;
mod table;

use std::collections::BTreeSet;

use domain::actor::Role;
use domain::ids::{PatientId, WardId};
use domain::live::Topic;
use futures::StreamExt;
use reqwest::Method;
use serde_json::json;
use uuid::Uuid;

use self::doors::{Door, doors};
use self::facts::{Houses, fact, run};
use self::nobody::{NO_IDS, OTHER_IDS, PAGES, WITHOUT_IDS};
use self::table::{RELATIONS, expected};
use crate::authz_matrix::WITH_IDS;
use crate::live::page::{Page, may};
use crate::support::Wardlight;
use crate::support::door::{Body, knock};

const STAFF: [Role; 10] = [
    Role::Doctor,
    Role::Nurse,
    Role::Technician,
    Role::Pharmacist,
    Role::Receptionist,
    Role::BillingClerk,
    Role::LabTechnician,
    Role::EmergencyResponder,
    Role::HospitalAdmin,
    Role::SuperAdmin,
];

/// A session of his at a chair of his ward.
const SESSION: Uuid = Uuid::from_u128(0xd1a1);

/// Books it.
async fn book(house: &Wardlight) {
    let (hospital, ward, mwangi) = (house.riverbend.id, house.riverbend.ward, house.riverbend.patients[1]);
    let rao = house.user("rao@riverbend.example").await;
    let script = format!(
        "INSERT INTO station (id, hospital_id, ward_id, name) VALUES ('{SESSION}', '{hospital}', '{ward}', 'D-02');
         INSERT INTO dialysis_session (id, patient_id, hospital_id, station_id, planned, minutes, booked_at, booked_by)
              VALUES ('{SESSION}', '{mwangi}', '{hospital}', '{SESSION}', tstzrange(now() - interval '1 hour', now() + interval '4 hours'), 240, now(), '{rao}')"
    );
    run(house, &script).await;
}

/// A sample of the curve around his alarm.
async fn draw(house: &Wardlight, alarm: Uuid) {
    let script = format!(
        "INSERT INTO alarm_curve (alarm_id, raised_at, channel, started_at, hz, step, samples, packed)
              VALUES ('{alarm}', now(), 'ecg_ii', now(), 125, 0.005, 1, '\\x00')"
    );
    run(house, &script).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_door_is_about_somebody_or_about_nobody() {
    let house = Wardlight::open().await;
    let about: BTreeSet<String> = doors(&house, Uuid::nil())
        .iter()
        .map(|door| door.name.to_owned())
        .collect();
    let rest = WITH_IDS
        .iter()
        .chain(&PAGES)
        .chain(&WITHOUT_IDS)
        .map(ToString::to_string);
    let rest = rest.chain(OTHER_IDS.map(|(door, _)| door.to_owned()));
    let known: BTreeSet<String> = about.into_iter().chain(portal::names()).chain(rest).collect();
    let all = server::router::endpoints();
    let missing: Vec<&String> = all.difference(&known).collect();
    assert!(missing.is_empty(), "doors in no table: {missing:#?}");
    let gone: Vec<&String> = known.difference(&all).collect();
    assert!(gone.is_empty(), "lines without a door: {gone:#?}");
}

/// Knocks with an empty form: what must be in it is missing, by name.
#[tokio::test(flavor = "multi_thread")]
async fn a_door_that_asks_for_an_id_is_tried_with_one_of_elsewhere() {
    let house = Wardlight::open().await;
    let admin = house.sign_in("haddad@riverbend.example").await.unwrap();
    let missing = async |door: &str| {
        let path = door.split_once(' ').unwrap().1;
        let answer = knock(&house, &Method::POST, path, &Body::Form(vec![]), &admin).await;
        let said = answer.text().await.unwrap();
        let (_, after) = said.split_once("missing field `")?;
        Some(after.split('`').next().unwrap().to_owned())
    };
    assert_eq!(
        missing("POST /hospital/staff/rename").await.as_deref(),
        Some("user"),
        "as a door says it"
    );
    let mut wrong = Vec::new();
    for door in WITHOUT_IDS {
        if let Some(field) = missing(door).await.filter(|field| !NO_IDS.contains(&field.as_str())) {
            wrong.push(format!("{door} asks for {field}"));
        }
    }
    assert!(wrong.is_empty(), "is it an id? {wrong:#?}");
}

/// What is looked for in the lists of a table.
fn sought(table: &str) -> Option<&'static str> {
    match table {
        "devices" => Some("Monitor 02"),
        "mine" => Some("MWANGI"),
        _ => None,
    }
}

/// Whether an answer leads to where somebody signs in or proves who they are; where they do the latter, it is where they were.
fn asks_who(to: &[u8], door: &Door) -> bool {
    let prove = "/my/account/prove";
    to.starts_with(b"/sign-in") || (door.path != prove && to.starts_with(prove.as_bytes()))
}

/// One topic of each kind, its name and its table. A kind of topic that is missing in the list does not compile.
macro_rules! topics {
    ($($kind:ident($id:expr), $name:literal, $table:literal;)*) => {{
        let _each = |topic: Topic| match topic {
            $(Topic::$kind(_) => $table,)*
        };
        [$(($name, Topic::$kind($id), $table)),*]
    }};
}

/// What a door answered, as a letter of the tables, and its status.
async fn letter(house: &Wardlight, door: &Door, cookie: &str) -> (char, u16) {
    let method = if door.name.starts_with("GET") {
        Method::GET
    } else {
        Method::POST
    };
    let answer = knock(house, &method, &door.path, &door.body, cookie).await;
    let (status, to) = (answer.status().as_u16(), answer.headers().get("location").cloned());
    let letter = match status {
        _ if to.is_some_and(|to| asks_who(to.as_bytes(), door)) => 's',
        401 => 's',
        403 => 'n',
        404 => '.',
        // A list: whether it is in it.
        200 if sought(door.table).is_some() => {
            let page = answer.text().await.unwrap();
            if sought(door.table).is_some_and(|sought| page.contains(sought)) {
                'y'
            } else {
                'e'
            }
        }
        // Done, or it would have been: somebody was first, nobody was chosen, or the door is a socket's.
        200 | 303 | 409 | 426 => 'y',
        _ => '?',
    };
    (letter, status)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn every_door_answers_every_role_in_every_relation_as_the_tables_say() {
    let house = Wardlight::open().await;
    let low = json!({ "seq": 1, "taken_at": house.at(0.0), "systolic": 70 });
    assert_eq!(house.post(&house.riverbend.devices[1], &low).await.status(), 200);
    let alarm: Uuid = sqlx::query_scalar("SELECT id FROM alarm")
        .fetch_one(house.db.owner())
        .await
        .unwrap();
    let houses = Houses::build(&house).await;
    book(&house).await;
    draw(&house, alarm).await;
    let mut people = Vec::new();
    for role in STAFF {
        for relation in RELATIONS {
            let (user, cookie) = house.colleague(houses.of(relation), role).await;
            run(&house, &fact(&house, &houses, user, role, relation)).await;
            people.push((role, relation, cookie));
        }
    }
    let topics = topics! {
        Patient(PatientId(house.riverbend.patients[1])), "the patient’s topic", "read";
        Device(house.riverbend.devices[1].id), "the device’s topic", "read";
        Ward(WardId(house.riverbend.ward)), "the ward’s topic", "ward";
    };
    let (house, topics) = (&house, &topics);
    let wrong: Vec<String> = futures::stream::iter(people)
        .map(|(role, relation, cookie)| async move {
            let mut wrong = Vec::new();
            let mut page = Page::open(house, "/live", &cookie).await;
            page.hello().await;
            for (name, topic, table) in topics {
                let expected = expected(table, role, relation);
                if may(&mut page, *topic).await != (expected == 'y') {
                    wrong.push(format!(
                        "{name} as {} who {}: expected {expected}",
                        role.name(),
                        relation
                    ));
                }
            }
            drop(page);
            for door in doors(house, alarm) {
                let (expected, (found, status)) = (
                    expected(door.table, role, relation),
                    letter(house, &door, &cookie).await,
                );
                if found != expected {
                    let (door, table) = (door.name, door.table);
                    wrong.push(format!(
                        "{door} ({table}) as {} who {}: {found} ({status}), expected {expected}",
                        role.name(),
                        relation
                    ));
                }
            }
            wrong
        })
        .buffer_unordered(6)
        .collect::<Vec<_>>()
        .await
        .concat();
    assert!(wrong.is_empty(), "\n{} wrong\n{}", wrong.len(), wrong.join("\n"));
}
