//! `server/docs/limits.md`, held: sizes of what comes in, and of what goes out at a time.

use std::path::{Path, PathBuf};

use domain::actor::{Actor, Role};
use domain::ids::{UserId, WardId};
use hospital::Ctx;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::sign_in::form;
use crate::support::Wardlight;

#[tokio::test(flavor = "multi_thread")]
async fn what_is_too_long_is_refused_and_what_just_fits_is_not() {
    let at = Wardlight::open().await;
    let device = &at.riverbend.devices[0];
    let post = async |door: &str, length: usize| {
        let url = at.url(&format!("/api/v1/devices/{}/{door}", device.id));
        let request = at.client.post(url).bearer_auth(&device.token);
        let body = format!("{{{}", " ".repeat(length - 1));
        let answer = request
            .header("content-type", "application/json")
            .body(body)
            .send()
            .await
            .unwrap();
        answer.status().as_u16()
    };
    for (door, most) in [("readings", 2 << 20), ("heartbeat", 16 << 10), ("sessions", 16 << 10)] {
        assert_eq!(post(door, most).await, 422, "{door}: read, and no JSON");
        assert_eq!(post(door, most + 1).await, 413, "{door}");
    }
    let sign_in = async |length: usize| {
        let login = "a".repeat(length - "login=&password=b".len());
        let answer = form(&at, "/sign-in", &[("login", &login), ("password", "b")])
            .send()
            .await
            .unwrap();
        answer.status().as_u16()
    };
    assert_eq!((sign_in(16 << 10).await, sign_in((16 << 10) + 1).await), (303, 400));
    let long_head = at
        .client
        .get(at.url("/sign-in"))
        .header("x-long", "a".repeat(200 << 10));
    assert_eq!(long_head.send().await.unwrap().status(), 431);
}

/// A hospital with 450 devices and 300 beds in one ward is shown in parts.
#[tokio::test(flavor = "multi_thread")]
async fn a_list_is_never_longer_than_200() {
    let at = Wardlight::open().await;
    sqlx::query(
        "INSERT INTO device (id, hospital_id, name, model, serial)
              SELECT gen_random_uuid(), $1, 'Pump ' || n, 'M', 'serial ' || n FROM generate_series(1, 450) AS n",
    )
    .bind(at.riverbend.id.0)
    .execute(at.db.owner())
    .await
    .unwrap();
    sqlx::query(
        "INSERT INTO bed (id, ward_id, number) SELECT gen_random_uuid(), $1, n FROM generate_series(10, 310) AS n",
    )
    .bind(at.riverbend.ward)
    .execute(at.db.owner())
    .await
    .unwrap();
    let (user, hospital) = (UserId(Uuid::now_v7()), at.riverbend.id);
    let as_actor = |actor| Ctx::new(at.house.clone(), actor, Uuid::now_v7());
    let admin = as_actor(Actor::staff(user, hospital, [Role::HospitalAdmin]));
    let devices = hospital::devices::list(&admin, None).await.unwrap();
    let ward = WardId(at.riverbend.ward);
    let doctor = as_actor(Actor::Staff {
        user,
        hospital,
        roles: vec![Role::Doctor],
        wards: vec![ward],
        exceptions: Vec::new(),
    });
    let board = hospital::organisation::open_ward(&doctor, Some(ward)).await.unwrap();
    for (name, list) in [("devices", json!(devices)), ("beds", json!(*board))] {
        let longest = longest(&list);
        assert!((20..=200).contains(&longest), "{name}: a list of {longest}");
    }
}

/// The length of the longest list in it.
fn longest(value: &Value) -> usize {
    match value {
        Value::Array(items) => items.len().max(items.iter().map(longest).max().unwrap_or_default()),
        Value::Object(members) => members.values().map(longest).max().unwrap_or_default(),
        _ => 0,
    }
}

/// Statements that may read more rows than 200, and why.
const LONGER: [(&str, &str); 6] = [
    (
        "apply.rs LIMIT 500",
        "the hospitals to choose from before an account: one list of choices, names only",
    ),
    (
        "open_ward.rs LIMIT 400",
        "a bed may have two devices; 200 beds are shown",
    ),
    (
        "search.rs LIMIT 2000",
        "candidates of one patient or action inside; fifty entries are answered",
    ),
    (
        "seed.rs LIMIT 1000",
        "names of hospitals, for the command that fills an empty database",
    ),
    (
        "verify.rs LIMIT 1000",
        "a command that reads the whole chain: entries hidden from a list, by name",
    ),
    ("verify.rs LIMIT 1000", "the same: lines of lists that no entry has"),
];

/// Each number behind a LIMIT in a query, and each constant that is called a page.
#[test]
fn no_query_of_a_list_asks_for_more_than_200() {
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("hospital/src");
    let mut found = Vec::new();
    for file in files(&sources) {
        let name = file.file_name().unwrap().to_str().unwrap().to_owned();
        let text = std::fs::read_to_string(&file).unwrap();
        for (sign, row) in text
            .lines()
            .flat_map(|line| ["LIMIT", "PAGE: i64 ="].map(|sign| (sign, line)))
        {
            let Some((_, rest)) = row.split_once(sign) else {
                continue;
            };
            let digits: String = rest
                .trim_start()
                .chars()
                .filter(|sign| *sign != '_')
                .take_while(char::is_ascii_digit)
                .collect();
            if digits.parse::<u64>().is_ok_and(|most| most > 200) {
                found.push(format!("{name} {sign} {digits}"));
            }
        }
    }
    found.sort_unstable();
    assert_eq!(found, LONGER.map(|(place, _)| place));
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let found = entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] });
    found
        .filter(|path| path.extension().is_some_and(|kind| kind == "rs"))
        .collect()
}

/// Ids are looked up, not searched: one that is no id costs nothing.
#[tokio::test(flavor = "multi_thread")]
async fn an_id_of_any_length_is_no_more_than_unknown() {
    let at = Wardlight::open().await;
    let cookie = at.sign_in("rao@riverbend.example").await.unwrap();
    for id in ["0".repeat(8_000), Uuid::now_v7().to_string(), "%00".into()] {
        let request = at.client.get(at.url(&format!("/charts/patients/{id}/day.svg")));
        let answer = request.header("cookie", &cookie).send().await.unwrap();
        assert_eq!(answer.status(), 404);
    }
}
