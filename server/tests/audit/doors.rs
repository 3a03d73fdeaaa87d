//! Whoever stands in an answer stands in the row of that answer: every page, picture and document of the program is opened by everybody, and every patient whose
//! id, number or health id is in it must be among the patients of the entries under its request number.
//!
//! A new door is found by itself, through `server::router::endpoints`; what it should show is put into [`stories`].

use std::collections::BTreeSet;

use domain::ids::{PatientId, UserId};
use hospital::identity::Realm;
use reqwest::{Method, StatusCode};
use uuid::Uuid;

use crate::support::Wardlight;
use crate::support::door::{Body, knock};

/// Answers that go on for ever, and what holds no data.
const NOT_OPENED: [&str; 5] = [
    "/live",
    "/my/live",
    "/dev/reload",
    "/api/v1/openapi.json",
    "/api/v1/docs",
];

/// A patient, and the words by which they are known.
struct Known {
    id: Uuid,
    words: [String; 3],
}

impl Known {
    async fn all(at: &Wardlight) -> Vec<Self> {
        let rows: Vec<(Uuid, String, String)> = sqlx::query_as(
            "SELECT p.id, p.health_id, r.hospital_number FROM patient p JOIN registration r ON r.patient_id = p.id",
        )
        .fetch_all(at.db.owner())
        .await
        .unwrap();
        rows.into_iter()
            .map(|(id, health_id, number)| Self {
                id,
                words: [id.to_string(), health_id, number],
            })
            .collect()
    }
}

/// Something about a patient on every page that can show some. The technician keeps the device on which Okafor lies, as ever.
pub async fn stories(at: &Wardlight) {
    let (here, there) = (at.riverbend.id, at.lakeside.id);
    let (okafor, mwangi, petrov) = (
        at.riverbend.patients[0],
        at.riverbend.patients[1],
        at.lakeside.patients[0],
    );
    let (son, silva) = (Uuid::now_v7(), at.user("silva@lakeside.example").await);
    let email = at.sealed_email(son, "son@example.org");
    let asks = Uuid::now_v7();
    let applicant = at.sealed_applicant(asks, "Joseph", "joseph@example.org");
    let script = format!(
        "INSERT INTO app_user (id, email_sealed, email_blind, display_name, password_hash) VALUES ('{son}', {email}, 'Her son', '$argon2id$none');
         INSERT INTO proxy (id, patient_id, hospital_id, user_id, known_as, sections, made_by, during)
         VALUES (gen_random_uuid(), '{okafor}', '{here}', '{son}', 'my son', '{{values}}', '{silva}', tstzrange(now(), now() + interval '1 day'));
         INSERT INTO proxy (id, patient_id, hospital_id, user_id, known_as, sections, made_by, during)
         VALUES (gen_random_uuid(), '{petrov}', '{there}', '{son}', 'a neighbour', '{{values}}', '{silva}', tstzrange(now(), now() + interval '1 day'));
         INSERT INTO consent (id, patient_id, hospital_id, purpose, to_hospital, text_version, given_by, during)
         VALUES (gen_random_uuid(), '{mwangi}', '{here}', 'treatment', '{there}', 1, '{silva}', tstzrange(now() - interval '1 day', NULL));
         INSERT INTO break_glass (id, patient_id, user_id, user_name, hospital_id, holders, reason, words, opened_at, until)
         VALUES (gen_random_uuid(), '{okafor}', '{silva}', 'Dr Lucia Silva', '{there}', '{{{here}}}', 'unconscious', 'Found without a pulse.',
                 now() - interval '5 minutes', now() + interval '55 minutes');
         INSERT INTO break_glass_review (opening_id, hospital_id, opened_by)
         SELECT b.id, h.id, b.user_id FROM break_glass b, unnest(b.holders || b.hospital_id) AS h (id);
         INSERT INTO patient_application (id, hospital_id, applicant_sealed, email_blind, made_at, verified_at, user_id)
         VALUES ('{asks}', '{here}', {applicant}, now(), now(), '{son}')",
    );
    sqlx::raw_sql(sqlx::AssertSqlSafe(script))
        .execute(at.db.owner())
        .await
        .unwrap();
}

/// Everybody who can sign in, with a cookie, and whose own record the portal is open at.
pub async fn everybody(at: &Wardlight) -> Vec<(String, String, Option<Uuid>)> {
    let mut all = Vec::new();
    let staff: Vec<(Uuid, Uuid)> = sqlx::query_as(
        "SELECT DISTINCT u.id, g.hospital_id FROM app_user u JOIN role_grant g ON g.user_id = u.id WHERE g.role <> 'patient'",
    )
    .fetch_all(at.db.owner())
    .await
    .unwrap();
    for (user, hospital) in staff {
        let cookie = at.session(Realm::Staff, UserId(user), hospital.into(), None).await;
        all.push((at.email(user).await, cookie, None));
    }
    let okafor = at.riverbend.patients[0];
    for (email, is_proxy) in [("okafor@riverbend.example", false), ("son@example.org", true)] {
        let user = at.user(email).await;
        let portal = Some((PatientId(okafor), is_proxy));
        let cookie = at.session(Realm::Portal, user, at.riverbend.id, portal).await;
        all.push((email.to_owned(), cookie, Some(okafor)));
    }
    all
}

/// The doors with every patient, device and ward in their place.
pub fn paths(at: &Wardlight) -> BTreeSet<String> {
    let doors = server::router::endpoints();
    let gets = doors.iter().filter_map(|door| door.strip_prefix("GET "));
    let patients = at.riverbend.patients.iter().chain(&at.lakeside.patients);
    gets.filter(|path| !NOT_OPENED.contains(path))
        .flat_map(|path| {
            patients.clone().map(move |patient| {
                path.replace("{patient}", &patient.to_string())
                    .replace("{patient_id}", &patient.to_string())
                    .replace("{ward}", &at.riverbend.ward.to_string())
                    .replace("{device}", &at.riverbend.devices[0].id.to_string())
                    .replace("{device_id}", &at.riverbend.devices[0].id.to_string())
            })
        })
        .filter(|path| !path.contains('{'))
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_stands_in_an_answer_stands_in_its_row() {
    let at = Wardlight::open().await;
    stories(&at).await;
    let known = Known::all(&at).await;
    let paths = paths(&at);
    let (mut silent, mut seen) = (Vec::new(), BTreeSet::new());
    for (email, cookie, own) in everybody(&at).await {
        for path in &paths {
            let answer = knock(&at, &Method::GET, path, &Body::None, &cookie).await;
            if answer.status() != StatusCode::OK {
                continue;
            }
            let number: Uuid = answer.headers()["x-request-id"].to_str().unwrap().parse().unwrap();
            let body = answer.text().await.unwrap();
            let recorded = recorded(&at, number).await;
            for patient in &known {
                // The frame of the portal knows whose record is open: the session does, and shows nothing of it.
                let by_id_only = own == Some(patient.id);
                let words = patient.words.iter().skip(usize::from(by_id_only));
                // What was asked for stands in the address and comes back with the page.
                let words: Vec<&String> = words.filter(|word| body.contains(word.as_str())).collect();
                if words.is_empty() {
                    continue;
                }
                seen.insert(path.replace(&patient.id.to_string(), "{patient}"));
                if !recorded.contains(&patient.id) {
                    silent.push(format!(
                        "{path} shows {email} {words:?}, and its row does not name them"
                    ));
                }
            }
        }
    }
    assert!(silent.is_empty(), "{silent:#?}");
    for page in [
        "/ward",
        "/patients/{patient}",
        "/registrations",
        "/hospital/emergencies",
        "/hospital/audit",
        "/hospital/consents",
        "/devices/hand-over",
        "/my/proxies",
    ] {
        assert!(seen.contains(page), "{page} showed nobody: {seen:#?}");
    }
    let without_kinds: Vec<(String, String)> = sqlx::query_as(
        "SELECT DISTINCT subject, action FROM audit_entry WHERE outcome = 'allowed' AND patients <> '{}' AND kinds = '{}' AND actor IN ('staff', 'patient', 'proxy')",
    )
    .fetch_all(at.db.owner())
    .await
    .unwrap();
    assert!(without_kinds.is_empty(), "no kinds of data: {without_kinds:?}");
}

/// Whoever is named by the entries of this request.
async fn recorded(at: &Wardlight, number: Uuid) -> BTreeSet<Uuid> {
    let named: Vec<Uuid> =
        sqlx::query_scalar("SELECT unnest(patients) FROM audit_entry WHERE request_id = $1 AND outcome = 'allowed'")
            .bind(number)
            .fetch_all(at.db.owner())
            .await
            .unwrap();
    named.into_iter().collect()
}
