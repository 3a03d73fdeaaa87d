//! Who may do what, and why; and exceptions, as an admin makes them, and how soon they hold.

use std::time::{Duration, Instant};

use domain::actor::Role;
use domain::ids::PatientId;
use domain::live::Topic;
use reqwest::Method;
use uuid::Uuid;

use crate::live::page::{Page, may};
use crate::support::Wardlight;
use crate::support::door::{Body, knock, page};

const HADDAD: &str = "haddad@riverbend.example";
const RAO: &str = "rao@riverbend.example";
/// Mwangi's number in Riverbend.
const MWANGI: &str = "RG-10000000000025";

/// The day after tomorrow, as the form sends it.
async fn soon(house: &Wardlight) -> String {
    sqlx::query_scalar("SELECT to_char(now() + interval '2 days', 'YYYY-MM-DD')")
        .fetch_one(house.db.owner())
        .await
        .unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_answer_is_that_of_the_door_and_says_why() {
    let house = Wardlight::open().await;
    let admin = house.sign_in(HADDAD).await.unwrap();
    let ask = async |email: &str, action: &str, about: &str, named: &str| {
        let person = house.user(email).await.to_string();
        let fields = [
            ("person", person.as_str()),
            ("action", action),
            ("about", about),
            ("named", named),
        ];
        page(&house, "/hospital/access", &admin, &fields).await
    };
    let said = ask(RAO, "patient.read", "patient", MWANGI).await;
    assert!(
        said.contains(
            "Dr Anika Rao may read this patient’s values, because they are on duty on the ward where this patient lies."
        ),
        "{said}"
    );
    assert!(
        said.contains("Any of these suffices: treating, ward, assigned device, consent, break-glass."),
        "{said}"
    );
    assert!(said.contains("No exception holds for them."));
    let said = ask("lindqvist@riverbend.example", "patient.read", "patient", MWANGI).await;
    assert!(
        said.contains("P. Lindqvist may not read this patient’s values."),
        "{said}"
    );
    let said = ask("mensah@riverbend.example", "device.list", "device", "Monitor 01").await;
    assert!(
        said.contains("K. Mensah may see the devices, because this device is theirs now."),
        "{said}"
    );
    let said = ask("mensah@riverbend.example", "device.list", "device", "Monitor 02").await;
    assert!(said.contains("K. Mensah may not see the devices."), "{said}");
    let ward = house.riverbend.ward.to_string();
    let said = ask(RAO, "ward.watch", &ward, "").await;
    assert!(said.contains("because they are on duty on this ward."), "{said}");

    // What the hospital does not know it does not explain: another hospital's patient, and its people.
    let said = ask(RAO, "patient.read", "patient", "RG-10000000000033").await;
    assert!(said.contains("No patient of this hospital has this number."), "{said}");
    let said = ask("silva@lakeside.example", "patient.read", "patient", MWANGI).await;
    assert!(
        said.contains("Choose somebody who works in this hospital.") && !said.contains("Silva"),
        "{said}"
    );

    // The whole table, and one role of it.
    let table = page(&house, "/hospital/access?role=nurse", &admin, &[]).await;
    assert!(
        table.contains("See the live board of a ward") && !table.contains("Search the audit</th>"),
        "{table}"
    );

    // Each question is one entry of the audit: about whom, and about which patient.
    let asked: (i64, i64) = sqlx::query_as(
        "SELECT count(*), count(*) FILTER (WHERE $1 = ANY (patients)) FROM audit_entry
          WHERE action = 'right.explain' AND outcome = 'allowed' AND subject = 'account'",
    )
    .bind(house.riverbend.patients[1])
    .fetch_one(house.db.owner())
    .await
    .unwrap();
    assert_eq!(asked, (5, 2));
}

/// For every colleague and every action, the page answers what their own request would be answered.
#[tokio::test(flavor = "multi_thread")]
async fn the_explorer_knows_people_as_their_sessions_do() {
    let house = Wardlight::open().await;
    let (nurse, cookie) = house.colleague(house.riverbend.id, Role::Nurse).await;
    let admin = house.sign_in(HADDAD).await.unwrap();
    let (mwangi, nurse) = (house.riverbend.patients[1], nurse.to_string());
    let chart = async || {
        knock(
            &house,
            &Method::GET,
            &format!("/patients/{mwangi}"),
            &Body::None,
            &cookie,
        )
        .await
        .status()
    };
    let ask = async || {
        let fields = [
            ("person", nurse.as_str()),
            ("action", "patient.read"),
            ("about", "patient"),
            ("named", MWANGI),
        ];
        page(&house, "/hospital/access", &admin, &fields).await
    };
    assert_eq!(chart().await, 403);
    assert!(ask().await.contains("may not read this patient’s values."));
    let ward = house.riverbend.ward.to_string();
    let on_duty = [
        ("act", "begin-duty"),
        ("person", nurse.as_str()),
        ("ward", &ward),
        ("hours", "8"),
    ];
    assert!(
        page(&house, "/hospital/duties", &admin, &on_duty)
            .await
            .contains("They are on duty from now on.")
    );
    assert_eq!(chart().await, 200);
    assert!(
        ask()
            .await
            .contains("may read this patient’s values, because they are on duty")
    );
    // An account that is closed has no rights, whatever its roles.
    sqlx::query("UPDATE app_user SET is_active = false WHERE id::text = $1")
        .bind(&nurse)
        .execute(house.db.owner())
        .await
        .unwrap();
    let said = ask().await;
    assert!(
        said.contains("Their account is switched off") && said.contains("may not read"),
        "{said}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_denial_takes_the_open_page_within_a_second_and_ends_when_it_is_ended() {
    let house = Wardlight::open().await;
    let (admin, rao) = (house.sign_in(HADDAD).await.unwrap(), house.sign_in(RAO).await.unwrap());
    let (person, until) = (house.user(RAO).await.to_string(), soon(&house).await);
    let mwangi = house.riverbend.patients[1];
    let topic = Topic::Patient(PatientId(mwangi));
    let chart = async || {
        knock(&house, &Method::GET, &format!("/patients/{mwangi}"), &Body::None, &rao)
            .await
            .status()
    };
    assert_eq!(chart().await, 200);
    let mut open = Page::open(&house, "/live", &rao).await;
    open.hello().await;
    assert!(may(&mut open, topic).await);

    let deny = [
        ("act", "make"),
        ("person", &person),
        ("action", "patient.read"),
        ("kind", "deny"),
        ("until", &until),
        ("reason", "Under review"),
    ];
    let since = Instant::now();
    let said = page(&house, "/hospital/rights", &admin, &deny).await;
    assert!(
        said.contains("The exception holds from now on.") && said.contains("Under review"),
        "{said}"
    );
    open.until_rights_change(since).await;
    assert_eq!(chart().await, 403, "a denial beats ward duty");
    let mut again = Page::open(&house, "/live", &rao).await;
    again.hello().await;
    assert!(!may(&mut again, topic).await);
    let twice = page(&house, "/hospital/rights", &admin, &deny).await;
    assert!(
        twice.contains("An exception of this right holds for them already."),
        "{twice}"
    );

    let id: Uuid = sqlx::query_scalar("SELECT id FROM right_exception")
        .fetch_one(house.db.owner())
        .await
        .unwrap();
    let since = Instant::now();
    let said = page(
        &house,
        "/hospital/rights",
        &admin,
        &[("act", "end"), ("exception", &id.to_string())],
    )
    .await;
    assert!(said.contains("The exception has ended."), "{said}");
    again.until_rights_change(since).await;
    assert_eq!(chart().await, 200);
    let trace: Vec<String> = sqlx::query_scalar(
        "SELECT action FROM audit_entry WHERE action LIKE 'right.%' AND action <> 'right.explain' AND outcome = 'allowed' ORDER BY at",
    )
    .fetch_all(house.db.owner())
    .await
    .unwrap();
    assert_eq!(trace, ["right.deny", "right.end"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_exception_is_for_another_for_a_right_that_can_be_given_and_until_a_day_ahead() {
    let house = Wardlight::open().await;
    let admin = house.sign_in(HADDAD).await.unwrap();
    let (oneself, rao) = (house.user(HADDAD).await.to_string(), house.user(RAO).await.to_string());
    let until = soon(&house).await;
    let make = async |person: &str, action: &str, until: &str, reason: &str| {
        let fields = [
            ("act", "make"),
            ("person", person),
            ("action", action),
            ("kind", "grant"),
            ("until", until),
            ("reason", reason),
        ];
        page(&house, "/hospital/rights", &admin, &fields).await
    };
    for (person, action, until, reason, sentence) in [
        (
            oneself.as_str(),
            "audit.read",
            until.as_str(),
            "cover",
            "Nobody makes an exception for themselves.",
        ),
        (&rao, "account.read", &until, "cover", "Choose a right from the list."),
        (&rao, "key.keep", &until, "cover", "Choose a right from the list."),
        (
            &rao,
            "audit.read",
            "2020-01-01",
            "cover",
            "Choose a day between today and a year from now",
        ),
        (
            &rao,
            "audit.read",
            "2090-01-01",
            "cover",
            "Choose a day between today and a year from now",
        ),
        (&rao, "audit.read", &until, "  ", "Say why"),
    ] {
        let said = make(person, action, until, reason).await;
        assert!(said.contains(sentence), "{sentence}: {said}");
        assert!(said.contains("Error: Exceptions"), "the title says so");
    }
    let count: i64 = sqlx::query_scalar("SELECT count(*) FROM right_exception")
        .fetch_one(house.db.owner())
        .await
        .unwrap();
    assert_eq!(count, 0);

    // Of another hospital she neither makes nor ends one.
    let silva = house.user("silva@lakeside.example").await.to_string();
    assert!(
        make(&silva, "audit.read", &until, "cover")
            .await
            .contains("Choose somebody who works in this hospital.")
    );
    // After five minutes she is asked who she is.
    sqlx::query("UPDATE browser_session SET proved_at = now() - interval '6 minutes' WHERE user_id::text = $1")
        .bind(&oneself)
        .execute(house.db.owner())
        .await
        .unwrap();
    tokio::time::sleep(Duration::from_millis(1_100)).await;
    let fields = [
        ("act", "make"),
        ("person", &rao),
        ("action", "audit.read"),
        ("kind", "grant"),
        ("until", &until),
        ("reason", "cover"),
    ];
    let fields = fields.map(|(name, value)| (name, value.to_string())).to_vec();
    let answer = knock(&house, &Method::POST, "/hospital/rights", &Body::Form(fields), &admin).await;
    assert!(
        answer.headers()["location"]
            .to_str()
            .unwrap()
            .starts_with("/account/prove"),
        "{answer:?}"
    );
}
