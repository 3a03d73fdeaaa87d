//! Every door about a patient, a ward or a device × every role × every way to stand to it has an expected answer; so do the topics of the live socket. What a role
//! may in general says `authz_matrix.rs`; together they know every endpoint: a door that is in neither list fails `every_door_is_about_somebody_or_about_nobody`.
//!
//! One patient, Mwangi, lies on Riverbend's ward, on a device. Each role in each relation is a person of their own, made with that one fact, who knocks at
//! every door. To add a door: a line in [`doors`] that names its table, or in [`nobody::ABOUT_NOBODY`].

mod facts;
mod nobody;
mod table;

use std::collections::BTreeSet;
use std::fmt::Write;

use domain::actor::Role;
use domain::ids::{PatientId, UserId, WardId};
use domain::live::Topic;
use futures::StreamExt;
use hospital::identity::Realm;
use reqwest::Method;
use serde_json::json;
use uuid::Uuid;

use self::facts::{Houses, fact, run};
use self::nobody::{ABOUT_NOBODY, OF_THE_PORTAL};
use self::table::{RELATIONS, expected};
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

/// A door: as the router spells it, how to knock there, and the table that says who gets in.
struct Door {
    name: &'static str,
    path: String,
    body: Body,
    table: &'static str,
}

/// Those that change something come last; what they change makes nobody's answer another one.
fn doors(house: &Wardlight, alarm: Uuid) -> Vec<Door> {
    let (ward, mwangi, device) = (
        house.riverbend.ward,
        house.riverbend.patients[1],
        house.riverbend.devices[1].id,
    );
    let door = |name, path: String, body, table| Door {
        name,
        path,
        body,
        table,
    };
    let call = |name: &'static str, body, table| Door {
        name,
        path: name.split_once(' ').unwrap().1.to_owned(),
        body: Body::Json(body),
        table,
    };
    let care = || format!("/patients/{mwangi}/care");
    let form = |fields: &[(&'static str, &str)]| {
        Body::Form(
            fields
                .iter()
                .map(|(name, value)| (*name, (*value).to_owned()))
                .collect(),
        )
    };
    vec![
        door(
            "GET /patients/{patient}",
            format!("/patients/{mwangi}"),
            Body::None,
            "read",
        ),
        door(
            "GET /charts/patients/{patient_id}/day.svg",
            format!("/charts/patients/{mwangi}/day.svg"),
            Body::None,
            "read",
        ),
        call("POST /api/fn/patients/open_chart", json!({ "patient": mwangi }), "read"),
        call(
            "POST /api/fn/telemetry/list_readings",
            json!({ "patient": mwangi, "before": null }),
            "read",
        ),
        door("GET /ward/{ward}", format!("/ward/{ward}"), Body::None, "ward"),
        call("POST /api/fn/organisation/open_ward", json!({ "ward": ward }), "ward"),
        call("POST /api/fn/devices/list", json!({ "after": null }), "devices"),
        door("GET /devices", "/devices".into(), Body::None, "devices"),
        door("GET /patients/{patient}/care", care(), Body::None, "team"),
        door(
            "GET /patients/{patient}/portal",
            format!("/patients/{mwangi}/portal"),
            Body::None,
            "portal",
        ),
        door(
            "GET /patients/{patient}/portal/preview",
            format!("/patients/{mwangi}/portal/preview"),
            Body::None,
            "preview",
        ),
        door(
            "POST /patients/{patient}/portal",
            format!("/patients/{mwangi}/portal"),
            form(&[("act", "open")]),
            "portal",
        ),
        call(
            "POST /api/fn/alerts/acknowledge",
            json!({ "alarm": alarm, "note": null }),
            "answer",
        ),
        door(
            "POST /alarms/acknowledge",
            "/alarms/acknowledge".into(),
            form(&[("alarm", &alarm.to_string()), ("back", "/ward")]),
            "answer",
        ),
        door(
            "POST /patients/{patient}/care",
            care(),
            form(&[("act", "assign")]),
            "assign",
        ),
        door(
            "POST /patients/{patient}/care",
            care(),
            form(&[("act", "take-over")]),
            "take-over",
        ),
        door(
            "POST /devices/hand-over",
            "/devices/hand-over".into(),
            form(&[("act", "ask"), ("device", &device.to_string())]),
            "lend",
        ),
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn every_door_is_about_somebody_or_about_nobody() {
    let house = Wardlight::open().await;
    let about: BTreeSet<String> = doors(&house, Uuid::nil())
        .iter()
        .map(|door| door.name.to_owned())
        .collect();
    let rest = OF_THE_PORTAL.iter().chain(&ABOUT_NOBODY);
    let known: BTreeSet<String> = about.into_iter().chain(rest.map(ToString::to_string)).collect();
    let all = server::router::endpoints();
    let missing: Vec<&String> = all.difference(&known).collect();
    assert!(missing.is_empty(), "doors in no table: {missing:#?}");
    let gone: Vec<&String> = known.difference(&all).collect();
    assert!(gone.is_empty(), "lines without a door: {gone:#?}");
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
        _ if to.is_some_and(|to| to.to_str().unwrap().starts_with("/sign-in")) => 's',
        401 => 's',
        403 => 'n',
        404 => '.',
        // Done, or it would have been: somebody was first, or nobody was chosen.
        200 | 303 | 409 if door.table != "devices" => 'y',
        200 if answer.text().await.unwrap().contains("Monitor 02") => 'y',
        200 => 'e',
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
    let mut people = Vec::new();
    for role in STAFF {
        for relation in RELATIONS {
            let (user, cookie) = house.colleague(houses.of(relation), role).await;
            run(&house, &fact(&house, &houses, user, role, relation)).await;
            people.push((role, relation, cookie));
        }
    }
    let topics = [
        (
            "the patient’s topic",
            Topic::Patient(PatientId(house.riverbend.patients[1])),
            "read",
        ),
        (
            "the device’s topic",
            Topic::Device(house.riverbend.devices[1].id),
            "read",
        ),
        ("the ward’s topic", Topic::Ward(WardId(house.riverbend.ward)), "ward"),
    ];
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

/// A person's own record, by way of the portal: themselves, who cares for them, and both when the portal is off or the care is over.
#[tokio::test(flavor = "multi_thread")]
async fn the_portal_opens_ones_own_record_and_nobody_elses() {
    let house = Wardlight::open().await;
    let (here, okafor, mwangi) = (
        house.riverbend.id,
        house.riverbend.patients[0],
        house.riverbend.patients[1],
    );
    // Mwangi has an account too, and his hospital has switched his portal off.
    let [himself, son, daughter] = [(); 3].map(|()| UserId(Uuid::now_v7()));
    let mut script = String::new();
    for user in [himself, son, daughter] {
        write!(script, "INSERT INTO app_user (id, email_sealed, email_blind, display_name, password_hash) VALUES ('{user}', '', sha256('{user}'), 'N', '$argon2id$none');").unwrap();
    }
    write!(
        script,
        "INSERT INTO portal_account (user_id, patient_id, hospital_id) VALUES ('{himself}', '{mwangi}', '{here}');
         INSERT INTO portal_setting (patient_id, hospital_id, is_open, changed_by, changed_at) VALUES ('{mwangi}', '{here}', false, '{son}', now());
         INSERT INTO proxy (id, patient_id, hospital_id, user_id, known_as, sections, made_by, during)
         SELECT gen_random_uuid(), x.patient, '{here}', x.carer, 'my child', '{{values,trend,score,alarms,readings}}', '{himself}', tstzrange(now() - interval '1 day', now() + interval '1 day')
           FROM (VALUES ('{okafor}'::uuid, '{son}'::uuid), ('{mwangi}'::uuid, '{son}'::uuid), ('{okafor}'::uuid, '{daughter}'::uuid)) AS x (patient, carer)"
    )
    .unwrap();
    run(&house, &script).await;
    let herself = house.sign_in("okafor@riverbend.example").await.unwrap();
    let portal =
        |user, patient, is_proxy| house.session(Realm::Portal, user, here, Some((PatientId(patient), is_proxy)));
    let people = [
        ("Okafor herself", okafor, herself, "y"),
        ("her son", okafor, portal(son, okafor, true).await, "y"),
        (
            "her daughter, whose leave is over",
            okafor,
            portal(daughter, okafor, true).await,
            "s",
        ),
        (
            "Mwangi, whose portal is off",
            mwangi,
            portal(himself, mwangi, false).await,
            "n",
        ),
        ("who cares for Mwangi", mwangi, portal(son, mwangi, true).await, "n"),
    ];
    run(
        &house,
        &format!("UPDATE proxy SET during = tstzrange(lower(during), now()) WHERE user_id = '{daughter}'"),
    )
    .await;
    tokio::time::sleep(std::time::Duration::from_millis(1_100)).await;
    for (who, own, cookie, expected) in people {
        let other = if own == okafor { mwangi } else { okafor };
        let of_others = if expected == "y" {
            '.'
        } else {
            expected.chars().next().unwrap()
        };
        let doors = [
            ("GET", "/my".to_owned(), expected.chars().next().unwrap()),
            (
                "POST",
                "/api/my/patients/open_chart".to_owned(),
                expected.chars().next().unwrap(),
            ),
            (
                "GET",
                format!("/my/charts/patients/{own}/day.svg"),
                expected.chars().next().unwrap(),
            ),
            ("GET", format!("/my/charts/patients/{other}/day.svg"), of_others),
        ];
        for (method, path, expected) in doors {
            let body = if method == "GET" {
                Body::None
            } else {
                Body::Json(json!({}))
            };
            let door = Door {
                name: method,
                path,
                body,
                table: "read",
            };
            assert_eq!(
                letter(&house, &door, &cookie).await.0,
                expected,
                "{who} at {}",
                door.path
            );
        }
        if expected == "s" {
            continue;
        }
        let mut page = Page::open(&house, "/my/live", &cookie).await;
        page.hello().await;
        assert_eq!(
            may(&mut page, Topic::Patient(PatientId(own))).await,
            expected == "y",
            "{who}"
        );
        for topic in [
            Topic::Patient(PatientId(other)),
            Topic::Ward(WardId(house.riverbend.ward)),
            Topic::Device(house.riverbend.devices[usize::from(own == okafor)].id),
        ] {
            assert!(!may(&mut page, topic).await, "{who} at {topic:?}");
        }
    }
}
