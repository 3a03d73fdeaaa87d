//! `server/docs/limits.md`, held: sizes of what comes in, and of what goes out at a time.

use std::path::{Path, PathBuf};

use domain::actor::{Actor, Role};
use domain::ids::{UserId, WardId};
use hospital::Ctx;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::sign_in::{form, location, page};
use crate::support::Wardlight;
use crate::support::mail::post_and_read;

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
const LONGER: [(&str, &str); 48] = [
    (
        "apply.rs LIMIT 500",
        "the hospitals to choose from before an account: one list of choices, names only",
    ),
    (
        "base.rs LIMIT 4000",
        "lines of a hospital’s weekly plan, to know which places are promised: places are shown, not lines",
    ),
    (
        "board.rs LIMIT 1500",
        "a week of a ward: 60 chairs, three shifts, seven days; a page shows a day",
    ),
    ("board.rs LIMIT 1500", "the same of the weekly plan"),
    (
        "calendar.rs MOST 400",
        "what is due in five weeks of the fleet's calendar, which is one page; what is more is said there",
    ),
    (
        "calls.rs MOST 500",
        "a worker that looks which calls of patients nobody has taken: a hospital has a few, and each one has its steps",
    ),
    (
        "check.rs LIMIT 1000",
        "who could be meant when somebody is registered: the rule judges them, eight are shown",
    ),
    (
        "check.rs LIMIT 20000",
        "people who have one word of a name, before the other halves them",
    ),
    (
        "critical.rs MOST 500",
        "a worker that looks which critical values nobody has read back: a hospital has a few, and each one has its steps",
    ),
    (
        "figures.rs LIMIT 5000",
        "counted by time and state over four weeks: the figures are shown",
    ),
    (
        "gather.rs MOST 20000",
        "a worker that fits a forecast on the sessions of a hospital: ids in the order in which they were, read so many at a time",
    ),
    (
        "keep.rs BATCH 5000",
        "a worker that lets go of what is too old, in batches",
    ),
    ("keep.rs MOST 500", "so many notices one person keeps; thirty are shown"),
    (
        "lists.rs LIMIT 1000",
        "a command that reads the whole chain: entries hidden from a list, by name",
    ),
    ("lists.rs LIMIT 1000", "the same: lines of lists that no entry has"),
    ("lists.rs LIMIT 1000", "the same: entries whose set is of others"),
    ("lists.rs LIMIT 1000", "the same: sets whose lines are of others"),
    (
        "make.rs LIMIT 1000",
        "a worker that leaves a job for each hospital that was not fitted for within a week; who is left is asked about an hour later",
    ),
    (
        "minutes.rs BATCH 10000",
        "minutes that are old enough go, a batch a commit",
    ),
    (
        "missed.rs LOOKED_AT 5000",
        "sessions that were missed in the last weeks: two hundred are shown, and how many more there are",
    ),
    (
        "names.rs LIMIT 500",
        "how frequent a word is, to begin with the rarest: counted no further",
    ),
    (
        "names.rs OF_ONE_WORD 2000",
        "people who have a word like a misspelt one; the likest are shown",
    ),
    (
        "names.rs OF_SEVERAL 10000",
        "the same of several words, before those who have all of them are shown",
    ),
    (
        "offers.rs LIMIT 1000",
        "a worker that looks what is offered to who waits: a hospital has a few, and the rest is looked at the next time",
    ),
    (
        "offers.rs LIMIT 1000",
        "who waits on a ward, of whom one is offered what came free: the longest first",
    ),
    (
        "open_ward.rs LIMIT 400",
        "a bed may have two devices; 200 beds are shown",
    ),
    (
        "place.rs MOST 500",
        "the beds and chairs of a hospital, as one list of choices; those of the machine’s own ward first",
    ),
    (
        "plan.rs LIMIT 1500",
        "the weekly plan of a ward: each place of it once, to be printed and checked as one",
    ),
    ("plan.rs LIMIT 1500", "the same, to book a week of it"),
    (
        "plan_ahead.rs LIMIT 3000",
        "a worker that books two weeks of a ward’s plan: what stands there already is skipped",
    ),
    (
        "read.rs LIMIT 400",
        "what stands at the 200 beds of a ward, to be shown by bed",
    ),
    (
        "recall.rs MOST 500",
        "everybody who was treated with a lot that is called back: nobody of them may be on a next page",
    ),
    (
        "retain.rs BATCH 1000",
        "a worker that drops curves that are too old, in batches",
    ),
    (
        "retain.rs BATCH 5000",
        "a worker that drops HL7 messages that are too old, in batches",
    ),
    ("seal.rs BATCH 1000", "a worker that seals what is new, in batches"),
    (
        "search.rs LOOKED_THROUGH 2000",
        "messages of one conversation, which are sealed: opened and looked through, thirty are shown",
    ),
    (
        "search.rs MOST_EXPORTED 20000",
        "a file that an admin takes out, with a fresh proof of who they are; its page says so",
    ),
    (
        "seed.rs LIMIT 1000",
        "names of hospitals, for the command that fills an empty database",
    ),
    (
        "standing.rs AT_ONCE 500",
        "all who work in a hospital are asked about, so many at a time; those who may are shown",
    ),
    (
        "strip.rs MOST_STRETCHES 3000",
        "curves without a gap of ten minutes and five channels: one drawing shows 18 s of them",
    ),
    (
        "sweep.rs MOST 500",
        "a worker that tells of alarms that nobody answered, in one turn",
    ),
    (
        "table.rs MOST 500",
        "the on-call table of a hospital, to be printed and checked as one; it holds no more shifts",
    ),
    ("tell.rs BATCH 500", "a worker that tells of emergencies, in batches"),
    (
        "unit.rs LIMIT 500",
        "the sessions of a day at 200 chairs, to be shown by chair as one page",
    ),
    (
        "urgent.rs MOST 500",
        "urgent messages that nobody read, of a hospital, in one turn of the house's own work",
    ),
    (
        "verify.rs BATCH 50000",
        "a command that reads the whole chain, in batches",
    ),
    (
        "ward_mine.rs LIMIT 1000",
        "whom one person treats, to be marked on the beds of a ward",
    ),
    (
        "written.rs LIMIT 500",
        "what was measured by hand in one session: its page shows it whole",
    ),
];

/// Each number behind a LIMIT in a query, and each whole number of a file with a LIMIT, whose parameters come from there.
#[test]
fn no_query_of_a_list_asks_for_more_than_200() {
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("hospital/src");
    let mut found = Vec::new();
    for file in files(&sources) {
        let name = file.file_name().unwrap().to_str().unwrap().to_owned();
        let text = std::fs::read_to_string(&file).unwrap();
        if !text.contains("LIMIT") {
            continue;
        }
        for row in text.lines() {
            let constant = row
                .split_once("const ")
                .and_then(|(_, rest)| rest.split_once(": i64 = "));
            let literal = row.split_once("LIMIT").map(|(_, rest)| ("LIMIT", rest));
            let Some((what, rest)) = constant.or(literal) else {
                continue;
            };
            let digits: String = rest
                .trim_start()
                .chars()
                .filter(|sign| *sign != '_')
                .take_while(char::is_ascii_digit)
                .collect();
            if digits.parse::<u64>().is_ok_and(|most| most > 200) {
                found.push(format!("{name} {what} {digits}"));
            }
        }
    }
    found.sort_unstable();
    assert_eq!(found, LONGER.map(|(place, _)| place));
}

/// A hospital with more nurses than a list shows: nobody is left out, because each has an employee id.
#[tokio::test(flavor = "multi_thread")]
async fn who_is_on_no_list_is_named_by_their_employee_id() {
    let at = Wardlight::open().await;
    let haddad = at.sign_in("haddad@riverbend.example").await.unwrap();
    let duties = async || page(&at, "/hospital/duties", &haddad).await.text().await.unwrap();
    assert!(duties().await.contains("B. Achieng · Nurse"));
    sqlx::raw_sql(
        "INSERT INTO app_user (id, email_sealed, email_blind, display_name, password_hash)
              SELECT gen_random_uuid(), '', sha256(('nurse' || n)::bytea), 'Nurse ' || n, '$argon2id$none' FROM generate_series(1, 201) AS n;
         INSERT INTO role_grant (user_id, hospital_id, role)
              SELECT u.id, h.id, 'nurse' FROM app_user u, hospital h WHERE u.display_name LIKE 'Nurse %' AND h.name = 'Riverbend General';
         INSERT INTO staff_member (user_id, hospital_id, employee_id, since)
              SELECT u.id, h.id, 'NUR-' || 9000 + substring(u.display_name FROM '[0-9]+')::int, now()
                FROM app_user u, hospital h WHERE u.display_name LIKE 'Nurse %' AND h.name = 'Riverbend General';",
    )
    .execute(at.db.owner())
    .await
    .unwrap();
    let html = duties().await;
    assert!(
        html.contains("Their employee id, such as DOC-0012.") && !html.contains("· Nurse"),
        "{html}"
    );
    let ward = at.riverbend.ward.to_string();
    for (person, said) in [
        ("nur-9201", "They are on duty from now on."),
        ("NUR-0000", "Choose a doctor or a nurse of this hospital."),
    ] {
        let fields = [("act", "begin-duty"), ("person", person), ("ward", &ward)];
        let html = post_and_read(&at, "/hospital/duties", &haddad, &fields).await;
        assert!(html.contains(said), "{person}: {html}");
    }
    assert!(duties().await.contains("Nurse 201"));

    // The same in the audit, whose address holds ids only.
    let asked = form(&at, "/hospital/audit", &[("person", "NUR-9201")]).header("cookie", &haddad);
    let answer = asked.send().await.unwrap();
    let nurse: Uuid = sqlx::query_scalar("SELECT id FROM app_user WHERE display_name = 'Nurse 201'")
        .fetch_one(at.db.owner())
        .await
        .unwrap();
    assert_eq!(location(&answer), format!("/hospital/audit?person={nurse}"));
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
