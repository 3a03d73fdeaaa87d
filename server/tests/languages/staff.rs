//! What staff read: every page of every role, in each language, with something on it.

use super::{drawn, left_in_english};
use crate::sign_in::page;
use crate::support::Wardlight;
use crate::support::mail::post;

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
const PAGES: [&str; 28] = [
    "/ward",
    "/devices",
    "/devices/hand-over",
    "/pharmacy",
    "/hospital",
    "/patients",
    "/patients/register",
    "/emergency",
    "/hospital/staff",
    "/hospital/sessions",
    "/hospital/clients",
    "/hospital/devices/tokens",
    "/hospital/emergencies",
    "/hospital/audit",
    "/hospital/duties",
    "/hospital/duties?by=person",
    "/hospital/access",
    "/hospital/access?role=nurse",
    "/hospital/rights",
    "/hospital/consents",
    "/hospital/outbox",
    "/registrations",
    "/platform/hospitals",
    "/platform/accounts",
    "/account",
    "/account/factor",
    "/notifications",
    "/nowhere",
];
/// Pages of one patient, after `/patients/{id}`.
const OF_PATIENT: [&str; 14] = [
    "",
    "/record",
    "/record/identity",
    "/record/documents",
    "/record/insurance",
    "/record/allergies",
    "/record/conditions",
    "/record/medicines",
    "/record/surgeries",
    "/record/contacts",
    "/record/contacts?kind=phone",
    "/record/contacts?kind=person",
    "/care",
    "/portal",
];

/// Who, where, and what is typed.
type Act<'a> = (&'a str, &'a str, &'a [(&'a str, &'a str)]);

/// Something stands on every list: what was written into a record, ended, asked for, made and refused.
async fn a_day_at_riverbend(at: &Wardlight) {
    let session = async |name: &str| at.sign_in(&format!("{name}@riverbend.example")).await.unwrap();
    let record = |page: &str| format!("/patients/{}/record/{page}", at.riverbend.patients[0]);
    let (rao, haddad, wanjiru) = (session("rao").await, session("haddad").await, session("wanjiru").await);
    let acts: [Act<'_>; 11] = [
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
            &record("conditions"),
            &[("act", "add"), ("code", "N18.30"), ("since_year", "2019")],
        ),
        (
            &rao,
            &record("medicines"),
            &[("act", "add"), ("name", "17 C"), ("dose", "1"), ("schedule", "2")],
        ),
        (
            &rao,
            &record("surgeries"),
            &[("act", "add"), ("procedure", "17 D"), ("in_year", "2009")],
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
    ];
    for (who, door, fields) in acts {
        let answer = post(at, door, who, fields).await;
        assert!(answer.status().as_u16() < 400, "{door}: {}", answer.status());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn no_english_is_left_on_any_page_of_staff() {
    let at = Wardlight::open_demo().await;
    super::a_day_of_okafor(&at).await;
    a_day_at_riverbend(&at).await;
    let of_patient = OF_PATIENT.map(|page| format!("/patients/{}{page}", at.riverbend.patients[0]));
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
