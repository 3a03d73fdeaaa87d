//! What staff read: every page of every role, in each language, with something on it.

#[path = "dialysis.rs"]
mod dialysis;

use uuid::Uuid;

use super::{drawn, left_in_english};
use crate::patients::known;
use crate::sign_in::page;
use crate::support::Wardlight;
use crate::support::mail::{post, post_and_read};

/// Who works in the hospital, one of each role.
const PEOPLE: [&str; 10] = [
    "rao",
    "achieng",
    "mensah",
    "lindqvist",
    "haddad",
    "wanjiru",
    "ivarsson",
    "castro",
    "sani",
    "novak",
];
/// Pages of staff that are nobody's record. Whoever may not open one reads why, which has to be said in their language too.
const PAGES: [&str; 52] = [
    "/ward",
    "/devices",
    "/devices/hand-over",
    "/pharmacy",
    "/home",
    "/hospital",
    "/patients",
    "/patients/register",
    "/emergency",
    "/hospital/staff",
    "/hospital/sessions",
    "/hospital/clients",
    "/hospital/devices/tokens",
    "/hospital/gateways",
    "/hospital/emergencies",
    "/hospital/data-quality",
    "/hospital/machines",
    "/hospital/machines/register",
    "/hospital/machines/water",
    "/hospital/alarms",
    "/hospital/on-call",
    "/hospital/alarm-budget",
    "/hospital/places",
    "/critical",
    "/calls",
    "/hospital/audit",
    "/hospital/duties",
    "/hospital/duties?by=person",
    "/hospital/access",
    "/hospital/access?role=nurse",
    "/hospital/rights",
    "/hospital/consents",
    "/hospital/dialysis",
    "/dialysis",
    "/dialysis/lots?lot=B17",
    "/dialysis/forecast",
    "/dialysis/diary",
    "/dialysis/diary?view=week",
    "/dialysis/plan",
    "/dialysis/waiting",
    "/dialysis/missed",
    "/hospital/outbox",
    "/registrations",
    "/platform/hospitals",
    "/platform/accounts",
    "/account",
    "/account/factor",
    "/notifications",
    "/system-alerts",
    "/hospital/system-alerts",
    "/messages",
    "/nowhere",
];
/// Pages of one patient, after `/patients/{id}`.
const OF_PATIENT: [&str; 25] = [
    "",
    "/monitor",
    "/record",
    "/record/identity",
    "/record/join",
    "/record/documents",
    "/record/insurance",
    "/record/allergies",
    "/record/flags",
    "/record/conditions",
    "/record/medicines",
    "/record/surgeries",
    "/record/contacts",
    "/record/contacts?kind=phone",
    "/record/contacts?kind=person",
    "/care",
    "/portal",
    "/dialysis",
    "/dialysis/prescription",
    "/dialysis/access",
    "/updates",
    "/limits",
    "/critical",
    "/curves",
    "/minutes",
];

/// Who, where, and what is typed.
type Act<'a> = (&'a str, &'a str, &'a [(&'a str, &'a str)]);

/// Yesterday on the clock of the hospital.
async fn yesterday(at: &Wardlight) -> String {
    sqlx::query_scalar(
        "SELECT to_char(($2::timestamptz AT TIME ZONE zone) - interval '1 day', 'YYYY-MM-DD') FROM hospital WHERE id = $1",
    )
    .bind(at.riverbend.id.0)
    .bind(at.at(0.0))
    .fetch_one(at.db.owner())
    .await
    .unwrap()
}

/// Something stands on every list: what was written into a record, ended, asked for, made and refused.
pub(super) async fn a_day_at_riverbend(at: &Wardlight) {
    let session = async |name: &str| at.sign_in(&format!("{name}@riverbend.example")).await.unwrap();
    let record = |page: &str| format!("/patients/{}/record/{page}", at.riverbend.patients[0]);
    let critical = format!("/patients/{}/critical", at.riverbend.patients[0]);
    let day = yesterday(at).await;
    let (rao, haddad, wanjiru) = (session("rao").await, session("haddad").await, session("wanjiru").await);
    let acts: [Act<'_>; 15] = [
        (
            &rao,
            &record("allergies"),
            &[
                ("act", "add"),
                ("substance", "17 A"),
                ("reaction", "17 B"),
                ("severity", "severe"),
            ],
        ),
        (
            &rao,
            &record("flags"),
            &[("act", "add"), ("kind", "left_arm"), ("text", "17 F")],
        ),
        (
            &rao,
            &record("conditions"),
            &[("act", "add"), ("icd10", "N18.30"), ("since_year", "2019")],
        ),
        (
            &rao,
            &record("medicines"),
            &[("act", "add"), ("name", "17 C"), ("dose", "1"), ("schedule", "2")],
        ),
        (
            &rao,
            &record("surgeries"),
            &[("act", "add"), ("procedure", "17 D"), ("done_on", "2009")],
        ),
        (
            &wanjiru,
            &record("contacts"),
            &[
                ("act", "add"),
                ("kind", "phone"),
                ("label", "mobile"),
                ("value", "+254700000009"),
                ("preferred", "true"),
            ],
        ),
        (
            &wanjiru,
            &record("contacts"),
            &[
                ("act", "add"),
                ("kind", "person"),
                ("label", "sister"),
                ("name", "17 E"),
                ("value", "+254700000008"),
                ("emergency", "true"),
            ],
        ),
        (
            &wanjiru,
            &record("documents"),
            &[
                ("act", "add"),
                ("kind", "passport"),
                ("number", "17"),
                ("country", "KE"),
            ],
        ),
        (
            &wanjiru,
            &record("insurance"),
            &[("act", "add"), ("payer", "17 F"), ("number", "17"), ("rank", "primary")],
        ),
        (
            &rao,
            &critical,
            &[
                ("act", "report"),
                ("test", "6298-4"),
                ("value", "6.9"),
                ("measured_day", day.as_str()),
                ("measured_time", "00:00"),
            ],
        ),
        (
            &rao,
            &critical,
            &[
                ("act", "report"),
                ("test", "17 J"),
                ("value", "17"),
                ("unit", "17"),
                ("measured_day", day.as_str()),
                ("measured_time", "00:00"),
                ("reason", "17 17"),
            ],
        ),
        (
            &rao,
            "/emergency",
            &[
                ("health_id", "10000000000033"),
                ("born_on", "1969-04-02"),
                ("reason", "unconscious"),
                ("words", "17 17 17 17 17"),
            ],
        ),
        (
            &haddad,
            "/hospital/clients",
            &[("name", "17 G"), ("scopes", "ward.watch")],
        ),
        (&haddad, "/hospital/devices/tokens", &[("device", "Monitor 01")]),
        (
            &haddad,
            "/hospital/gateways",
            &[("name", "17 H"), ("application", "17 I"), ("networks", "10.1.0.0/16")],
        ),
    ];
    for (who, door, fields) in acts {
        let answer = post(at, door, who, fields).await;
        assert!(answer.status().as_u16() < 400, "{door}: {}", answer.status());
    }
}

/// Okafor was registered three times. An admin joined the second record to hers, took them apart and joined them again; the third is to be compared.
async fn okafor_was_registered_three_times(at: &Wardlight) -> [Uuid; 2] {
    let again = async |number: &str| known(at, at.riverbend.id.0, number, "Okafor", "Amara", "1943-08-12").await;
    let [second, third] = [again("RG-0000-0902").await, again("RG-0000-0903").await];
    let haddad = at.sign_in("haddad@riverbend.example").await.unwrap();
    let okafor = at.riverbend.patients[0].to_string();
    let (door, with) = (format!("/patients/{okafor}/record/join"), second.to_string());
    let join = [
        ("act", "join"),
        ("with", with.as_str()),
        ("stays", okafor.as_str()),
        ("reason", "17 17 17 17 17"),
    ];
    let said = post_and_read(at, &door, &haddad, &join).await;
    assert!(said.contains("The two records are joined."), "{said}");
    let id: Uuid = sqlx::query_scalar("SELECT id FROM patient_merge")
        .fetch_one(at.db.owner())
        .await
        .unwrap();
    let id = id.to_string();
    let apart = [("act", "apart"), ("id", id.as_str()), ("because", "17 17 17 17 17")];
    let said = post_and_read(at, &door, &haddad, &apart).await;
    assert!(said.contains("They are two records again."), "{said}");
    let said = post_and_read(at, &door, &haddad, &join).await;
    assert!(said.contains("The two records are joined."), "{said}");
    [second, third]
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_doors_say_of_two_records_and_of_who_may_be_the_same_is_said_in_the_readers_language() {
    let at = Wardlight::open().await;
    let [_, third] = okafor_was_registered_three_times(&at).await.map(|it| it.to_string());
    let [okafor, mwangi] = [at.riverbend.patients[0], at.riverbend.patients[1]].map(|it| it.to_string());
    let haddad = at.sign_in("haddad@riverbend.example").await.unwrap();
    let wanjiru = at.sign_in("wanjiru@riverbend.example").await.unwrap();
    let join = |with: &str, stays: &str, why: &str| {
        [("act", "join"), ("with", with), ("stays", stays), ("reason", why)].map(|(name, it)| (name, it.to_owned()))
    };
    let find = |number: &str| {
        [("act", "find"), ("number", number), ("with", ""), ("stays", "")].map(|(name, it)| (name, it.to_owned()))
    };
    let long = "17 17 17 17 17";
    let refused = [
        find("Okafor"),
        find("RG-9999-9999"),
        find("RG-0000"),
        join(&okafor, "", long),
        join(&okafor, &okafor, "17"),
        join(&third, &third, long),
        join(&okafor, &third, long),
        join(&mwangi, &third, long),
    ];
    let door = format!("/patients/{third}/record/join");
    let typed = [("family_name", "Okafor"), ("given_name", "Amara")];
    let alike = async |tag: &str| {
        let answer = post(
            &at,
            "/patients/register/alike",
            &format!("{wanjiru}; wl_lang={tag}"),
            &typed,
        )
        .await;
        answer.text().await.unwrap()
    };
    assert!(alike("en").await.contains("people here may be the same"));
    let mut left = Vec::new();
    for tag in ["fr", "ar"] {
        left.extend(left_in_english(&alike("en").await, &alike(tag).await, tag));
        for fields in &refused {
            let fields: Vec<(&str, &str)> = fields.iter().map(|(name, it)| (*name, it.as_str())).collect();
            let english = post_and_read(&at, &door, &haddad, &fields).await;
            assert!(english.contains("class=\"problem\""), "{fields:?}: {english}");
            let said = post_and_read(&at, &door, &format!("{haddad}; wl_lang={tag}"), &fields).await;
            left.extend(left_in_english(&english, &said, tag));
            // What is not found by its English says of itself that it is English.
            assert!(!said.contains("<span lang=\"en\""), "{fields:?}: {said}");
        }
    }
    assert!(left.is_empty(), "{}", left.join("\n"));
}

#[tokio::test(flavor = "multi_thread")]
async fn no_english_is_left_on_any_page_of_staff() {
    let at = Wardlight::open_demo().await;
    super::a_day_of_okafor(&at).await;
    a_day_at_riverbend(&at).await;
    let [_, third] = okafor_was_registered_three_times(&at).await;
    let [okafor, mwangi] = [at.riverbend.patients[0], at.riverbend.patients[1]];
    // One that may lead to hers, and one that may not.
    let compared = [third, mwangi].map(|other| format!("/record/join?with={other}"));
    let pages = OF_PATIENT.map(str::to_owned).into_iter().chain(compared);
    let of_patient = pages.map(|page| format!("/patients/{okafor}{page}"));
    let sessions = dialysis::days_of_okafor(&at).await;
    // The search comes last: then it lists whom they have just seen.
    let of_patient: Vec<String> = of_patient.chain(sessions).chain(["/search".to_owned()]).collect();
    let mut left = std::collections::BTreeSet::new();
    for name in PEOPLE {
        let session = at.sign_in(&format!("{name}@riverbend.example")).await.unwrap();
        for path in PAGES.map(str::to_owned).iter().chain(&of_patient) {
            let answer = page(&at, path, &session).await;
            // Where a page only leads to another one, that one is walked by itself.
            if answer.status().is_redirection() {
                continue;
            }
            let english = answer.text().await.unwrap();
            for tag in ["fr", "ar"] {
                let said = drawn(&at, path, &session, tag).await;
                left.extend(
                    left_in_english(&english, &said, tag).map(|text| format!("{tag}: {text}   ({name}, {path})")),
                );
            }
        }
    }
    assert!(left.is_empty(), "{}", left.into_iter().collect::<Vec<_>>().join("\n"));
}
