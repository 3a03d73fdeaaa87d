//! What hangs on a record that leads to another: its portal, its alarms, its critical values, its keys, its number, what is new of it; and what the join of one hospital leaves alone in another.

use std::slice::from_ref;

use domain::actor::{Actor, Role};
use domain::alerts::Kind;
use domain::ids::{AlarmId, PatientId};
use domain::telemetry::Parameter;
use hospital::Ctx;
use hospital::telemetry::Seen;
use reqwest::StatusCode;
use serde_json::json;
use uuid::Uuid;

use super::merge::{HADDAD, grace, join, read, treats};
use super::{WANJIRU, known, search, shown_last};
use crate::sign_in::{ACHIENG, OKAFOR, RAO, location, page};
use crate::support::Wardlight;
use crate::support::mail::{post, post_and_read};

const PENICILLIN: [(&str, &str); 4] = [
    ("act", "add"),
    ("substance", "Penicillin"),
    ("reaction", "anaphylaxis"),
    ("severity", "life_threatening"),
];

/// A telephone that is tried first.
const fn phone(number: &str) -> [(&str, &str); 5] {
    [
        ("act", "add"),
        ("kind", "phone"),
        ("label", "mobile"),
        ("value", number),
        ("preferred", "true"),
    ]
}

fn record(of: Uuid, page: &str) -> String {
    format!("/patients/{of}/record/{page}")
}

/// What the list says while somebody types, without what marks it.
async fn typing(at: &Wardlight, cookie: &str, words: &str) -> String {
    let answer = post(at, "/search/hits", cookie, &[("words", words)]).await;
    let html = answer.text().await.unwrap();
    html.replace("<mark class=\"match\">", "").replace("</mark>", "")
}

/// Lakeside joins Grace's two records. Riverbend, which has both as well, has joined nothing: what Dr Rao writes there of the one changes no line of the other.
#[tokio::test(flavor = "multi_thread")]
async fn what_one_hospital_joined_changes_no_line_in_another() {
    let at = Wardlight::open().await;
    let [first, second] = grace(&at).await;
    treats(&at, RAO, first).await;
    treats(&at, RAO, second).await;
    let (rao, desk) = (at.sign_in(RAO).await.unwrap(), at.sign_in(WANJIRU).await.unwrap());
    post_and_read(&at, &record(second, "allergies"), &rao, &[("act", "none")]).await;
    post_and_read(&at, &record(second, "contacts"), &desk, &phone("+254 700 000 111")).await;
    for (patient, number) in [(first, "LK-1"), (second, "LK-2")] {
        sqlx::query("INSERT INTO registration (patient_id, hospital_id, hospital_number) VALUES ($1, $2, $3)")
            .bind(patient)
            .bind(at.lakeside.id.0)
            .bind(number)
            .execute(at.db.owner())
            .await
            .unwrap();
    }
    sqlx::query("INSERT INTO patient_merge (id, hospital_id, survivor_id, other_id, reason, merged_at, merged_by) VALUES (gen_random_uuid(), $1, $2, $3, 'The same card.', $4::timestamptz, $5)")
        .bind(at.lakeside.id.0)
        .bind(first)
        .bind(second)
        .bind(at.at(0.0))
        .bind(at.user("silva@lakeside.example").await.0)
        .execute(at.db.owner())
        .await
        .unwrap();

    post_and_read(&at, &record(first, "allergies"), &rao, &PENICILLIN).await;
    post_and_read(&at, &record(first, "contacts"), &desk, &phone("+254 700 000 222")).await;
    let (contact, preferred): (Uuid, bool) =
        sqlx::query_as("SELECT id, is_preferred FROM patient_contact WHERE patient_id = $1 AND ended_at IS NULL")
            .bind(second)
            .fetch_one(at.db.owner())
            .await
            .unwrap();
    assert!(preferred, "the other's telephone is tried first still");
    let none: i64 = sqlx::query_scalar("SELECT count(*) FROM allergy WHERE patient_id = $1 AND ended_at IS NULL")
        .bind(second)
        .fetch_one(at.db.owner())
        .await
        .unwrap();
    assert_eq!(none, 1, "that none is known of the other stands still");
    let contact = contact.to_string();
    for act in ["prefer", "end"] {
        let fields = [("act", act), ("id", contact.as_str())];
        let refused = post(&at, &record(first, "contacts"), &desk, &fields).await;
        assert_eq!(refused.status(), StatusCode::NOT_FOUND, "{act}");
    }
    let care = at.user(RAO).await.0;
    let ended = hospital::care::end_care(&at.doctor(RAO).await, PatientId(first), domain::ids::UserId(care)).await;
    assert!(ended.is_ok(), "{ended:?}");
    let left: Vec<Uuid> = sqlx::query_scalar(
        "SELECT patient_id FROM care_relation WHERE user_id = $1 AND patient_id = ANY($2) AND upper_inf(during)",
    )
    .bind(care)
    .bind([first, second].as_slice())
    .fetch_all(at.db.owner())
    .await
    .unwrap();
    assert_eq!(left, [second]);
}

/// What devices measured under the record of Mr Mwangi was Mrs Okafor's all along. One alarm was closed to him: it stays closed to her until staff open it, and the other is
/// answered from her chart.
#[tokio::test(flavor = "multi_thread")]
async fn an_alarm_of_the_other_record_stays_closed_to_her_and_is_answered_by_who_treats_her() {
    let at = Wardlight::open().await;
    let [okafor, mwangi] = [at.riverbend.patients[0], at.riverbend.patients[1]];
    let body = json!({ "seq": 1, "taken_at": at.at(-1.0), "systolic": 85, "diastolic": 50, "heart_rate": 160 });
    assert_eq!(at.post(&at.riverbend.devices[1], &body).await.status(), 200);
    let raised = at.house.now.open_alarms(from_ref(&PatientId(mwangi)), Seen::Everywhere);
    let of = |parameter: Parameter| {
        let mut all = raised.iter();
        let found = all.find(|alarm| matches!(alarm.kind, Kind::Limit(is, _) if is == parameter));
        found.unwrap().id
    };
    let (fast, low): (AlarmId, AlarmId) = (of(Parameter::HeartRate), of(Parameter::Systolic));
    let (her, haddad) = (at.sign_in(OKAFOR).await.unwrap(), at.sign_in(HADDAD).await.unwrap());
    let flag = async |of: Uuid, is_open: &str| {
        let record = fast.to_string();
        let fields = [
            ("act", "record"),
            ("kind", "alarm"),
            ("record", record.as_str()),
            ("is_open", is_open),
        ];
        let answer = at.act(&format!("/patients/{of}/portal"), &haddad, &fields).await;
        assert_eq!(answer.status(), StatusCode::SEE_OTHER);
    };
    flag(mwangi, "false").await;
    at.later(30);
    for table in ["device_session", "admission"] {
        // reviewed: one of two names that stand here
        sqlx::query(sqlx::AssertSqlSafe(format!(
            "UPDATE {table} SET during = tstzrange(lower(during), $1::timestamptz) WHERE patient_id = $2"
        )))
        .bind(at.at(-5.0))
        .bind(mwangi)
        .execute(at.db.owner())
        .await
        .unwrap();
    }
    let said = join(&at, &haddad, [okafor, mwangi]).await;
    assert!(said.contains("The two records are joined"), "{said}");

    let shown = async || -> Vec<AlarmId> { at.my_chart(&her).await.alarms.iter().map(|alarm| alarm.id).collect() };
    let hers = shown().await;
    assert!(hers.contains(&low) && !hers.contains(&fast), "{hers:?}");
    flag(okafor, "true").await;
    assert!(shown().await.contains(&fast));
    let flags: Vec<(Uuid, bool)> = sqlx::query_as("SELECT patient_id, is_open FROM portal_record")
        .fetch_all(at.db.owner())
        .await
        .unwrap();
    assert_eq!(flags, [(mwangi, true)], "the flag that stood there, and no second one");
    flag(okafor, "false").await;
    assert!(!shown().await.contains(&fast));

    let rao = at.doctor(RAO).await;
    let answered = hospital::alerts::acknowledge(&rao, low, None).await.unwrap();
    assert_eq!(answered.patient, Some(PatientId(okafor)));
    let quiet = hospital::alerts::pause_sound(&rao, fast).await;
    assert!(quiet.is_ok(), "{quiet:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_record_whose_portal_hides_something_leads_to_no_other() {
    let at = Wardlight::open().await;
    let [first, second] = grace(&at).await;
    let haddad = at.sign_in(HADDAD).await.unwrap();
    let admin = at.user(HADDAD).await.0;
    for (is_open, hidden) in [(false, Vec::new()), (true, vec!["trend"])] {
        sqlx::query(
            "INSERT INTO portal_setting (patient_id, hospital_id, is_open, hidden, changed_by, changed_at) VALUES ($1, $2, $3, $4, $5, now())
             ON CONFLICT (patient_id, hospital_id) DO UPDATE SET is_open = excluded.is_open, hidden = excluded.hidden",
        )
        .bind(second)
        .bind(at.riverbend.id.0)
        .bind(is_open)
        .bind(hidden)
        .bind(admin)
        .execute(at.db.owner())
        .await
        .unwrap();
        let compared = read(&at, &format!("{}?with={second}", record(first, "join")), &haddad).await;
        assert!(
            compared.contains("Cannot be chosen: the portal of the other one is switched off or hides a part."),
            "{compared}"
        );
        let refused = join(&at, &haddad, [first, second]).await;
        assert!(
            refused.contains("is switched off or hides a part. Keep that one"),
            "{refused}"
        );
    }
    let kept = join(&at, &haddad, [second, first]).await;
    assert!(kept.contains("The two records are joined"), "{kept}");
}

/// Nurse Achieng has the old card in her hand. Number and name of it find Mrs Okafor, who lies on her ward, and so does what she looked at yesterday.
#[tokio::test(flavor = "multi_thread")]
async fn the_old_number_and_the_old_name_find_her_for_a_nurse_too() {
    let at = Wardlight::open().await;
    let okafor = at.riverbend.patients[0];
    let other = known(
        &at,
        at.riverbend.id.0,
        "RG-0000-0905",
        "Adeyemi",
        "Zawadi",
        "1969-02-04",
    )
    .await;
    treats(&at, ACHIENG, other).await;
    let (nurse, haddad) = (at.sign_in(ACHIENG).await.unwrap(), at.sign_in(HADDAD).await.unwrap());
    read(&at, &format!("/patients/{other}/record"), &nurse).await;
    assert!(typing(&at, &nurse, "").await.contains(&other.to_string()));
    join(&at, &haddad, [okafor, other]).await;
    for words in ["RG-0000-0905", "0000 0905", "zawadi", "adeyemi 1969", "zavadi"] {
        let (list, _) = search(&at, &nurse, words).await;
        assert!(
            list.contains(&format!("href=\"/patients/{okafor}\"")) && list.contains("Also RG-0000-0905"),
            "{words}: {list}"
        );
        let hits = typing(&at, &nurse, words).await;
        assert!(
            hits.contains(&format!("href=\"/patients/{okafor}\"")) && hits.contains("Also RG-0000-0905"),
            "{words}: {hits}"
        );
        assert!(!list.contains(&other.to_string()) && !hits.contains(&other.to_string()));
    }
    let (list, _) = search(&at, &nurse, "okafor").await;
    assert!(list.contains(&format!("href=\"/patients/{okafor}\"")), "{list}");
    let recent = typing(&at, &nurse, "").await;
    assert!(
        recent.contains(&format!("/patients/{okafor}")) && !recent.contains(&other.to_string()),
        "{recent}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_erased_is_erased_under_each_of_their_records() {
    let at = Wardlight::open().await;
    let [first, second] = grace(&at).await;
    let (desk, haddad) = (at.sign_in(WANJIRU).await.unwrap(), at.sign_in(HADDAD).await.unwrap());
    post_and_read(&at, &record(second, "contacts"), &desk, &phone("+254 700 000 111")).await;
    join(&at, &haddad, [first, second]).await;
    let whole = format!("/patients/{first}/record");
    assert!(read(&at, &whole, &desk).await.contains("+254700000111"));
    let admin = Actor::staff(at.user(HADDAD).await, at.riverbend.id, [Role::HospitalAdmin]);
    let admin = Ctx::new(at.house.clone(), admin, Uuid::now_v7()).proved(Some(at.house.clock.now()));
    let destroyed = hospital::keys::erase(&admin, PatientId(first)).await.unwrap();
    assert_eq!(destroyed, 1, "the key of the other; this one has none");
    let html = read(&at, &whole, &desk).await;
    assert!(html.contains("Erased") && !html.contains("+254700000111"), "{html}");
    let mut traced = shown_last(&at, "record.erase").await;
    traced.sort_unstable();
    assert_eq!(traced, [first, second], "the trace of both tells it");
}

/// Dr Rao and reception looked at the record that now leads to another. What was written in it since is new to them, once, in lists and on the record.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_new_in_a_joined_record_is_new_of_the_one_that_stays() {
    let at = Wardlight::open().await;
    let [first, second] = grace(&at).await;
    treats(&at, RAO, second).await;
    treats(&at, ACHIENG, second).await;
    let (rao, achieng) = (at.sign_in(RAO).await.unwrap(), at.sign_in(ACHIENG).await.unwrap());
    let desk = at.sign_in(WANJIRU).await.unwrap();
    for reader in [&rao, &desk] {
        read(&at, &format!("/patients/{second}/record"), reader).await;
    }
    at.later(700);
    let (_, colleague) = at.colleague(at.riverbend.id, Role::Receptionist).await;
    post_and_read(&at, &record(second, "allergies"), &achieng, &PENICILLIN).await;
    post_and_read(&at, &record(second, "contacts"), &colleague, &phone("+254 700 000 111")).await;
    let haddad = at.sign_in(HADDAD).await.unwrap();
    join(&at, &haddad, [first, second]).await;
    at.later(60);
    let news = format!("href=\"/patients/{first}/record#news\"");
    let mine = read(&at, "/patients", &rao).await;
    assert!(mine.contains(&news), "{mine}");
    for words in ["RG-0000-0902", "RG-0000-0901"] {
        let (list, _) = search(&at, &desk, words).await;
        assert!(list.contains(&news) && list.contains("1 new"), "{words}: {list}");
    }
    let whole = read(&at, &format!("/patients/{first}/record"), &rao)
        .await
        .replace("<!>", "");
    for part in [
        "Since you looked".to_owned(),
        format!("href=\"/patients/{first}/record/allergies\" class=\"link\">Allergies</a> · 1 new"),
    ] {
        assert!(whole.contains(&part), "{part}: {whole}");
    }
    // It was looked at: nothing is new any more.
    at.later(700);
    assert!(!read(&at, "/patients", &rao).await.contains(&news));
}

#[tokio::test(flavor = "multi_thread")]
async fn only_the_whole_number_names_the_other_and_what_was_asked_goes_along() {
    let at = Wardlight::open().await;
    let [first, second] = grace(&at).await;
    let third = known(&at, at.riverbend.id.0, "RG-0000-0903", "Otieno", "Grace", "1991-05-09").await;
    let haddad = at.sign_in(HADDAD).await.unwrap();
    let find = |number: &'static str| [("act", "find"), ("number", number)];
    for beginning in ["RG-0000-090", "RG-0000-09"] {
        let said = post_and_read(&at, &record(first, "join"), &haddad, &find(beginning)).await;
        assert!(
            said.contains("No record of this hospital has this whole number."),
            "{beginning}: {said}"
        );
    }
    join(&at, &haddad, [first, second]).await;
    for from in [first, third] {
        let said = post_and_read(&at, &record(from, "join"), &haddad, &find("RG-0000-0902")).await;
        assert!(
            said.contains("The record with this number is joined to another already."),
            "{said}"
        );
    }
    let old = page(&at, &format!("{}?with={third}", record(second, "join")), &haddad).await;
    assert_eq!(
        (old.status(), location(&old).to_owned()),
        (StatusCode::SEE_OTHER, format!("{}?with={third}", record(first, "join")))
    );
}

/// What was reported of the record that leads to the other is read back on the one that stays; nothing new is reported of the first.
#[tokio::test(flavor = "multi_thread")]
async fn a_critical_value_is_read_back_on_the_record_that_stays() {
    let at = Wardlight::open().await;
    let [first, second] = grace(&at).await;
    for who in [RAO, ACHIENG] {
        treats(&at, who, second).await;
    }
    let (rao, nurse) = (at.sign_in(RAO).await.unwrap(), at.sign_in(ACHIENG).await.unwrap());
    let haddad = at.sign_in(HADDAD).await.unwrap();
    let yesterday: String = sqlx::query_scalar("SELECT to_char($1::timestamptz - interval '1 day', 'YYYY-MM-DD')")
        .bind(at.at(0.0))
        .fetch_one(at.db.owner())
        .await
        .unwrap();
    let report = [
        ("act", "report"),
        ("test", "Troponin T"),
        ("value", "52"),
        ("measured_day", yesterday.as_str()),
        ("measured_time", "08:30"),
        ("reason", "Rising, with pain"),
    ];
    let critical = |of: Uuid| format!("/patients/{of}/critical");
    post_and_read(&at, &critical(second), &nurse, &report).await;
    let id: Uuid = sqlx::query_scalar("SELECT id FROM critical_value")
        .fetch_one(at.db.owner())
        .await
        .unwrap();
    join(&at, &haddad, [first, second]).await;
    let stays = read(&at, &critical(first), &rao).await;
    assert!(
        stays.contains("Troponin T") && stays.contains("Rising, with pain"),
        "{stays}"
    );
    let id = id.to_string();
    let heard = [("act", "read-back"), ("id", id.as_str()), ("value", "52")];
    post_and_read(&at, &critical(first), &rao, &heard).await;
    let (of, state): (Uuid, String) = sqlx::query_as("SELECT patient_id, state FROM critical_value")
        .fetch_one(at.db.owner())
        .await
        .unwrap();
    assert_eq!((of, state.as_str()), (second, "read"), "nothing was moved");
    let refused = post(&at, &critical(second), &nurse, &report).await;
    assert!(!refused.status().is_success(), "{}", refused.status());
    let count: i64 = sqlx::query_scalar("SELECT count(*) FROM critical_value")
        .fetch_one(at.db.owner())
        .await
        .unwrap();
    assert_eq!(count, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_was_registered_twice_is_suggested_once() {
    let at = Wardlight::open().await;
    let [first, second] = grace(&at).await;
    let (desk, haddad) = (at.sign_in(WANJIRU).await.unwrap(), at.sign_in(HADDAD).await.unwrap());
    join(&at, &haddad, [first, second]).await;
    // By the name of the one that stays, by that of the other, and by what both have.
    for typed in [
        &[
            ("family_name", "Otieno"),
            ("given_name", "Grace"),
            ("born_on", "1991-05-09"),
        ] as &[(&str, &str)],
        &[("family_name", "Ottieno"), ("given_name", "Grace")],
    ] {
        let answer = post(&at, "/patients/register/alike", &desk, typed).await;
        let html = answer.text().await.unwrap();
        assert!(
            html.contains("RG-0000-0901") && html.matches("<li>").count() == 1,
            "{html}"
        );
        // Where the other is the one that is alike, it is named: or nobody would see why.
        let also = html.contains("Also RG-0000-0902 · OTTIENO, Grace");
        assert_eq!(also, typed[0].1 == "Ottieno", "{html}");
        assert_eq!(shown_last(&at, "patient.register").await, [first]);
    }
}
