//! Every door × every role has an expected answer, and every door of devices × every token. A door without a row fails `every_door_has_a_row`; a new one
//! is added to the file of its area, one of devices to [`devices::device_doors`] too, one that is given an id to [`elsewhere`] too.
//!
//! The answer is the status of the door: for the page of another role 403, for what belongs to another hospital 404. A redirect to where somebody signs in counts as
//! 401 and one to where they prove who they are as 428 ([`door::answered`]), so that 303 says one thing: they came in, and it is done or the form came back.

mod account;
mod calls;
mod care;
mod chat;
mod critical;
mod devices;
mod dialysis;
mod diary;
mod door;
mod elsewhere;
mod hospital;
mod machines;
mod notices;
mod portal;
mod public;
mod record;
mod search;
mod system_alerts;

use std::collections::BTreeSet;

use serde_json::json;

use self::devices::{device_doors, tokens};
use self::door::{Door, ROLES, answered, form, get};
pub use self::elsewhere::WITH_IDS;
use crate::support::Wardlight;
use crate::support::door::knock;

/// The table. Okafor (bed 1) is the patient who signs in; Riverbend's ward and devices are what everybody knocks for.
fn doors(house: &Wardlight, alarm: &str) -> Vec<Door> {
    // These end what the others need, so they come last.
    let last = vec![
        form(
            "/sign-in",
            vec![
                ("login", "nobody@riverbend.example".into()),
                // Without a password nothing is tried, so that fourteen knocks are not too many.
                ("password", String::new()),
            ],
            [401; 8],
        ),
        // Whoever leaves is sent to sign in; what says that they left is the page that they had.
        form("/my/sign-out", vec![], [401; 8]),
        get("/my", "/my".into(), [401; 8]),
        get("/account", "/account".into(), [401, 200, 200, 200, 200, 200, 401, 200]),
        form("/sign-out", vec![], [401; 8]),
        get("/account", "/account".into(), [401; 8]),
    ];
    [
        public::doors(),
        account::doors(),
        hospital::doors(house),
        care::doors(house, alarm),
        record::doors(house),
        devices::doors(house),
        dialysis::doors(house),
        diary::doors(house),
        machines::doors(house),
        portal::doors(house),
        notices::doors(),
        system_alerts::doors(),
        critical::doors(house),
        calls::doors(house),
        chat::doors(),
        search::doors(house),
        last,
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Somebody who cares for Okafor, with an account and a password like everybody's.
async fn let_her_son_in(house: &Wardlight) {
    house.make_account("Chidi Okafor", "her.son@riverbend.example").await;
    let add = "
        INSERT INTO proxy (id, patient_id, hospital_id, user_id, known_as, sections, made_by, during)
        SELECT gen_random_uuid(), p.patient_id, p.hospital_id, s.id, 'my son', '{values,trend,score,alarms,readings}', p.user_id, tstzrange(now(), now() + interval '1 day')
          FROM portal_account p
          JOIN app_user o ON o.id = p.user_id AND o.display_name = 'Amara Okafor'
          JOIN app_user s ON s.display_name = 'Chidi Okafor'";
    sqlx::raw_sql(add).execute(house.db.owner()).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn every_door_answers_every_role_as_the_table_says() {
    let mut house = Wardlight::open().await;
    let_her_son_in(&house).await;
    house
        .post(
            &house.riverbend.devices[1],
            &json!({ "seq": 1, "taken_at": house.at(0.0), "systolic": 70 }),
        )
        .await;
    let alarm: uuid::Uuid = sqlx::query_scalar("SELECT id FROM alarm")
        .fetch_one(house.db.owner())
        .await
        .unwrap();
    let mut cookies = vec![String::new()];
    for (role, email) in &ROLES[1..] {
        cookies.push(
            house
                .sign_in(email)
                .await
                .unwrap_or_else(|| panic!("{role} cannot sign in")),
        );
    }
    let mut wrong = Vec::new();
    for (number, door) in doors(&house, &alarm.to_string()).into_iter().enumerate() {
        // Guesses count per address; what is asked here is who may, so that ten doors share one.
        house.speak_from([127, 0, 1, 1 + (number / 10) as u8]);
        for (((role, _), cookie), expected) in ROLES.iter().zip(&cookies).zip(door.expected) {
            let status = answered(
                &door,
                &knock(&house, &door.method, &door.path, &door.body, cookie).await,
            );
            if status != expected {
                wrong.push(format!(
                    "{} {} as {role}: {status}, expected {expected}",
                    door.method, door.pattern
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[tokio::test(flavor = "multi_thread")]
async fn every_door_has_a_row() {
    let house = Wardlight::open().await;
    let known: BTreeSet<String> = doors(&house, "").iter().map(Door::name).collect();
    let all = server::router::endpoints();
    let missing: Vec<&String> = all.difference(&known).collect();
    assert!(missing.is_empty(), "doors without a row in the matrix: {missing:?}");
    let gone: Vec<&String> = known.difference(&all).collect();
    assert!(gone.is_empty(), "rows without a door: {gone:?}");

    let of_devices: BTreeSet<String> = device_doors(&house)
        .into_iter()
        .map(|(path, ..)| format!("POST {path}"))
        .collect();
    let all = all
        .into_iter()
        .filter(|door| door.contains("/api/v1/devices/{device_id}"));
    assert_eq!(
        all.collect::<BTreeSet<_>>(),
        of_devices,
        "doors of devices and their rows"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn every_door_of_devices_answers_every_token_as_the_table_says() {
    let house = Wardlight::open().await;
    let tokens = tokens(&house).await;
    let device = house.riverbend.devices[0].id.to_string();
    let mut wrong = Vec::new();
    for (pattern, body, expected) in device_doors(&house) {
        for ((who, token), expected) in tokens.iter().zip(expected) {
            let mut request = house.client.post(house.url(&pattern.replace("{device_id}", &device)));
            if let Some(token) = token {
                request = request.bearer_auth(token);
            }
            let status = request.json(&body).send().await.unwrap().status().as_u16();
            if status != expected {
                wrong.push(format!("{pattern} as {who}: {status}, expected {expected}"));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
