//! Who may do what, and why; and exceptions, as an admin makes them, and how soon they hold.

use std::time::{Duration, Instant};

use domain::access::{Action, Decision, Subject};
use domain::actor::{Actor, Role};
use domain::ids::{PatientId, UserId, WardId};
use domain::live::Topic;
use hospital::Ctx;
use hospital::access::{Target, who_may};
use hospital::identity::{Realm, SessionKey, actor, at_the_door, sessions};
use reqwest::Method;
use uuid::Uuid;

use crate::live::page::{Page, may};
use crate::support::Wardlight;
use crate::support::door::{Body, knock, page};
use crate::support::timing::within_a_second;

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

/// Who may: everybody who may, with why, in one row of the audit.
#[tokio::test(flavor = "multi_thread")]
async fn without_a_person_the_page_names_all_who_may() {
    let house = Wardlight::open().await;
    let admin = house.sign_in(HADDAD).await.unwrap();
    let ask = async |action: &str, about: &str, named: &str| {
        let fields = [("person", ""), ("action", action), ("about", about), ("named", named)];
        let said = page(&house, "/hospital/access", &admin, &fields).await;
        said[said.find("id=\"answer\"").unwrap_or(0)..said.find("id=\"ask\"").unwrap()].to_owned()
    };
    let said = ask("patient.read", "patient", MWANGI).await;
    assert!(
        said.contains("Dr Anika Rao") && said.contains("B. Achieng") && said.contains("Because they are on duty"),
        "{said}"
    );
    assert!(!said.contains("P. Lindqvist") && !said.contains("K. Mensah"), "{said}");
    let rows: i64 = sqlx::query_scalar(
        "SELECT count(*) FROM audit_entry WHERE action = 'right.explain' AND subject = 'hospital' AND cardinality(patients) = 1 AND outcome = 'allowed'",
    )
    .fetch_one(house.db.owner())
    .await
    .unwrap();
    assert_eq!(rows, 1);
    let said = ask("device.lend", "device", "Monitor 01").await;
    assert!(said.contains("K. Mensah") && !said.contains("S. Haddad"), "{said}");
    assert!(
        ask("device.lend", "device", "Monitor 02")
            .await
            .contains("Nobody who works here")
    );
}

/// Riverbend's people, and those with whom it is not simple: who borrows a device, who reads one and is a technician too, who is granted and denied, who is
/// switched off. The page knows each of them as a session of theirs does, for every right and everything one can ask about.
#[tokio::test(flavor = "multi_thread")]
async fn the_page_answers_for_everybody_what_their_own_session_is_answered() {
    let house = Wardlight::open().await;
    let (here, ward, mwangi) = (house.riverbend.id, house.riverbend.ward, house.riverbend.patients[1]);
    let (monitor, mensah) = (
        house.riverbend.devices[0].id,
        house.user("mensah@riverbend.example").await,
    );
    let mut people = Vec::new();
    for role in Role::ALL.into_iter().filter(|role| role.is_of_staff()) {
        people.push(house.colleague(here, role).await.0);
    }
    let [borrower, both, named, closed] = [
        house.colleague(here, Role::Technician).await.0,
        house.colleague(here, Role::Doctor).await.0,
        house.colleague(here, Role::Pharmacist).await.0,
        house.colleague(here, Role::Nurse).await.0,
    ];
    people.extend([borrower, both, named, closed, mensah, house.user(RAO).await]);
    let mut keys = Vec::new();
    for user in people {
        let cookie = house.session(Realm::Staff, user, here, None).await;
        keys.push((user, SessionKey::of_id(cookie.split_once('=').unwrap().1.as_bytes())));
    }
    let mut script = format!(
        "INSERT INTO device_hand_over (id, device_id, hospital_id, from_user, to_user, asked_at, until, accepted_at)
         VALUES (gen_random_uuid(), '{monitor}', '{here}', '{mensah}', '{borrower}', now() - interval '1 hour', now() + interval '1 day', now() - interval '1 hour');
         INSERT INTO role_grant (user_id, hospital_id, role) VALUES ('{both}', '{here}', 'technician');
         INSERT INTO device_duty (user_id, device_id, hospital_id, kind, during) VALUES ('{both}', '{monitor}', '{here}', 'reads', tstzrange(now(), NULL));
         UPDATE app_user SET is_active = false WHERE id = '{closed}';
         INSERT INTO ward_duty (user_id, ward_id, hospital_id, during) VALUES ('{closed}', '{ward}', '{here}', tstzrange(now(), NULL));"
    );
    for (action, allowed) in [("patient.read", true), ("audit.read", true), ("audit.export", false)] {
        script += &format!(
            "INSERT INTO right_exception (id, user_id, hospital_id, action, allowed, reason, made_by, during)
             VALUES (gen_random_uuid(), '{named}', '{here}', '{action}', {allowed}, 'cover', '{mensah}', tstzrange(now(), now() + interval '1 day'));"
        );
    }
    // reviewed: our own statements, with ids made by the test
    sqlx::raw_sql(sqlx::AssertSqlSafe(script))
        .execute(house.db.owner())
        .await
        .unwrap();
    // A session knows of a change within a second.
    tokio::time::sleep(Duration::from_millis(1_100)).await;
    let mut known = Vec::new();
    for (user, key) in keys {
        let door = at_the_door(&house.house, Uuid::now_v7());
        let session = sessions::load(&door, Realm::Staff, key).await.unwrap();
        let actor = session.map_or(Actor::Nobody, |session| actor(&session));
        let theirs = Ctx::new(house.house.clone(), actor.clone(), Uuid::now_v7());
        let relations = theirs.stands_to(PatientId(mwangi)).await.unwrap();
        known.push((user, actor, relations));
    }
    assert_eq!(
        known.iter().filter(|(_, actor, _)| *actor == Actor::Nobody).count(),
        1,
        "who is switched off"
    );
    let admin = Actor::staff(house.user(HADDAD).await, here, [Role::HospitalAdmin]);
    let asks = Ctx::new(house.house.clone(), admin, Uuid::now_v7());

    for action in Action::ALL.iter().copied() {
        // Who has the device, as the story says; to lend it one must keep it.
        let has: &[UserId] = match action {
            Action::LendDevice => &[mensah],
            _ => &[mensah, borrower, both],
        };
        for target in [
            Target::Hospital,
            Target::Ward(WardId(ward)),
            Target::Patient(MWANGI.into()),
            Target::Device("Monitor 01".into()),
        ] {
            let may = who_may(&asks, action, target.clone()).await.unwrap();
            for (user, actor, relations) in &known {
                let said = may.iter().find(|one| one.user == *user).map(|one| one.grounds);
                let subject = match target {
                    Target::Hospital => Subject::Hospital(here),
                    Target::Ward(ward) => Subject::Ward { ward, hospital: here },
                    Target::Patient(_) => Subject::Patient {
                        patient: PatientId(mwangi),
                        relations: *relations,
                    },
                    Target::Device(_) => Subject::Device {
                        device: monitor,
                        hospital: here,
                        assigned: has.contains(user),
                    },
                };
                let answered = domain::access::explain(actor, action, &subject);
                let answered = (answered.decision == Decision::Allow).then_some(answered);
                assert_eq!(said, answered, "{actor:?} {action:?} {target:?}");
            }
        }
    }
}

/// A duty is known to the page in the moment in which it is known to the door.
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
    let deny = [
        ("act", "make"),
        ("person", &person),
        ("action", "patient.read"),
        ("kind", "deny"),
        ("until", &until),
        ("reason", "Under review"),
    ];
    let denied = async || {
        let said = page(&house, "/hospital/rights", &admin, &deny).await;
        assert!(
            said.contains("The exception holds from now on.") && said.contains("Under review"),
            "{said}"
        );
    };
    let ended = async || {
        let newest = sqlx::query_scalar::<_, Uuid>("SELECT id FROM right_exception ORDER BY id DESC LIMIT 1");
        let newest = newest.fetch_one(house.db.owner()).await.unwrap().to_string();
        let said = page(
            &house,
            "/hospital/rights",
            &admin,
            &[("act", "end"), ("exception", &newest)],
        )
        .await;
        assert!(said.contains("The exception has ended."), "{said}");
    };
    let opens = async |may_read: bool| {
        let mut open = Page::open(&house, "/live", &rao).await;
        open.hello().await;
        assert_eq!(may(&mut open, topic).await, may_read);
        open
    };
    let tries = within_a_second(ended, async || {
        let mut open = opens(true).await;
        let since = Instant::now();
        denied().await;
        open.until_rights_change(since).await
    })
    .await;
    assert_eq!(chart().await, 403, "a denial beats ward duty");
    let twice = page(&house, "/hospital/rights", &admin, &deny).await;
    assert!(
        twice.contains("An exception of this right holds for them already."),
        "{twice}"
    );

    let returns = within_a_second(denied, async || {
        let mut again = opens(false).await;
        let since = Instant::now();
        ended().await;
        again.until_rights_change(since).await
    })
    .await;
    assert_eq!(chart().await, 200);
    let trace: Vec<String> = sqlx::query_scalar(
        "SELECT action FROM audit_entry WHERE action LIKE 'right.%' AND action <> 'right.explain' AND outcome = 'allowed' ORDER BY at",
    )
    .fetch_all(house.db.owner())
    .await
    .unwrap();
    assert_eq!(trace, ["right.deny", "right.end"].repeat(tries + returns - 1));
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
