//! Reception registers: it always looks first, and never joins two by itself.

use reqwest::StatusCode;
use uuid::Uuid;

use super::{WANJIRU, known, shown_last};
use crate::sign_in::{location, page};
use crate::support::Wardlight;
use crate::support::mail::{post, post_and_read};

/// What is typed of Grace Otieno.
const GRACE: [(&str, &str); 6] = [
    ("family_name", "Otieno"),
    ("given_name", "Grace"),
    ("title", "Ms"),
    ("born_on", "1991-05-09"),
    ("sex", "female"),
    ("language", "luo"),
];

fn with<'a>(more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let names: Vec<&str> = more.iter().map(|(name, _)| *name).collect();
    let rest = GRACE.into_iter().filter(|(name, _)| !names.contains(name));
    rest.chain(more.iter().copied()).collect()
}

/// What the page's script is answered while she types.
async fn suggested(at: &Wardlight, cookie: &str, typed: &[(&str, &str)]) -> String {
    let answer = post(at, "/patients/register/alike", cookie, typed).await;
    assert_eq!(
        (answer.status(), &answer.headers()["cache-control"] == "no-store"),
        (StatusCode::OK, true)
    );
    answer.text().await.unwrap()
}

/// Each pause in typing asks anew; a name alone or a birth alone says nothing of anybody, and whoever was shown stands in the audit.
#[tokio::test(flavor = "multi_thread")]
async fn while_she_types_who_may_be_the_same_stands_beside_the_form() {
    let at = Wardlight::open().await;
    let desk = at.sign_in(WANJIRU).await.unwrap();
    let grace = known(&at, at.riverbend.id.0, "RG-0000-0910", "Otieno", "Grace", "1991-05-09").await;
    known(&at, at.lakeside.id.0, "LK-0000-0910", "Otieno", "Grace", "1991-05-09").await;
    let form = page(&at, "/patients/register", &desk).await.text().await.unwrap();
    for part in [
        "data-suggests=\"/patients/register/alike\"",
        "aria-live=\"polite\"",
        "suggest.js",
        "defer",
    ] {
        assert!(form.contains(part), "{part}: {form}");
    }
    for nothing in [
        vec![],
        vec![("family_name", "Otieno")],
        vec![("family_name", "Otieno"), ("given_name", "G")],
        vec![("born_on", "1991-05-09")],
        vec![("family_name", "Otieno"), ("born_on", "1991-05-09")],
        vec![("family_name", "Keller"), ("given_name", "Jonas")],
        vec![("health_id", "1234")],
    ] {
        assert_eq!(suggested(&at, &desk, &nothing).await, "", "{nothing:?}");
    }
    let asked: i64 = sqlx::query_scalar("SELECT count(*) FROM audit_patient WHERE whom = $1")
        .bind(grace)
        .fetch_one(at.db.owner())
        .await
        .unwrap();
    assert_eq!(asked, 0);
    let names = suggested(&at, &desk, &[("family_name", "otieno"), ("given_name", "gracie")]).await;
    assert!(
        names.contains("One person here may be the same") && names.contains("RG-0000-0910"),
        "{names}"
    );
    assert!(
        names.contains("Name alike") && !names.contains("Born the same day"),
        "nothing was said of a birth: {names}"
    );
    assert_eq!(shown_last(&at, "patient.register").await, [grace]);
    let born = suggested(
        &at,
        &desk,
        &[
            ("family_name", "Otieno"),
            ("given_name", "Grace"),
            ("born_on", "1991-05-09"),
        ],
    )
    .await;
    assert!(
        born.contains("Same name") && born.contains("Born the same day"),
        "{born}"
    );
    let another = suggested(
        &at,
        &desk,
        &[
            ("family_name", "Otieno"),
            ("given_name", "Grace"),
            ("born_on", "1954-01-30"),
        ],
    )
    .await;
    assert_eq!(another, "", "with another birth it is somebody else");
    sqlx::query("UPDATE patient SET health_id = '91775420813393' WHERE id = $1")
        .bind(grace)
        .execute(at.db.owner())
        .await
        .unwrap();
    let card = suggested(&at, &desk, &[("health_id", "91775420813393")]).await;
    assert!(card.contains("Same Health ID") && card.contains("OTIENO"), "{card}");
    let rao = at.sign_in("rao@riverbend.example").await.unwrap();
    assert_eq!(
        post(
            &at,
            "/patients/register/alike",
            &rao,
            &[("health_id", "91775420813393")]
        )
        .await
        .status(),
        StatusCode::FORBIDDEN
    );
}

async fn posted(at: &Wardlight, cookie: &str, fields: &[(&str, &str)]) -> (StatusCode, String, String) {
    let answer = post(at, "/patients/register", cookie, fields).await;
    let (status, to) = (answer.status(), location(&answer).to_owned());
    (status, to, answer.text().await.unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn grace_otieno_is_looked_for_registered_and_found_under_her_new_number() {
    let at = Wardlight::open().await;
    let desk = at.sign_in(WANJIRU).await.unwrap();
    let form = page(&at, "/patients/register", &desk).await.text().await.unwrap();
    assert!(
        form.contains("Check for this person") && form.contains("name=\"blood_group\""),
        "{form}"
    );

    let (status, _, html) = posted(&at, &desk, &with(&[("act", "check"), ("blood_group", "O+")])).await;
    assert_eq!(status, StatusCode::OK);
    for part in [
        "Nobody here is like this",
        "OTIENO, Grace (Ms)",
        "9 May 1991",
        "Luo",
        "Register as a new patient",
    ] {
        assert!(html.contains(part), "{part}: {html}");
    }
    let before: i64 = sqlx::query_scalar("SELECT count(*) FROM patient")
        .fetch_one(at.db.owner())
        .await
        .unwrap();
    assert_eq!(before, 3, "looking registers nobody");

    let (status, record, _) = posted(&at, &desk, &with(&[("act", "save"), ("blood_group", "O+")])).await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    let html = page(&at, &record, &desk).await.text().await.unwrap();
    for part in [
        "OTIENO, Grace",
        "RG-0000 0013",
        "9 May 1991",
        "Luo",
        "O +",
        "Riverbend General",
        "Not known",
    ] {
        assert!(html.contains(part), "{part}: {html}");
    }
    assert!(!html.contains("<title>Otieno"), "no name in the title");
    let id: Uuid = record.split('/').nth(2).unwrap().parse().unwrap();
    assert_eq!(
        shown_last(&at, "patient.register").await,
        [id],
        "who was registered stands in the audit"
    );

    // Pressed twice: the second time she is there already.
    let (status, _, html) = posted(&at, &desk, &with(&[("act", "save"), ("blood_group", "O+")])).await;
    assert_eq!(status, StatusCode::OK);
    assert!(
        html.contains("RG-0000 0013") && html.contains("Same name") && html.contains("Born the same day"),
        "{html}"
    );
}

/// The second request comes before the first has answered.
#[tokio::test(flavor = "multi_thread")]
async fn a_button_that_is_pressed_twice_at_once_registers_once() {
    let at = Wardlight::open().await;
    let desk = at.sign_in(WANJIRU).await.unwrap();
    let save = with(&[("act", "save")]);
    let (one, two, three) = tokio::join!(
        posted(&at, &desk, &save),
        posted(&at, &desk, &save),
        posted(&at, &desk, &save)
    );
    let mut answers = [one.0, two.0, three.0];
    answers.sort();
    assert_eq!(answers, [StatusCode::OK, StatusCode::OK, StatusCode::SEE_OTHER]);
    let graces: i64 = sqlx::query_scalar("SELECT count(*) FROM patient WHERE family_name = 'Otieno'")
        .fetch_one(at.db.owner())
        .await
        .unwrap();
    assert_eq!(graces, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_may_be_the_same_is_shown_before_somebody_new_is_made_and_people_decide() {
    let at = Wardlight::open().await;
    let desk = at.sign_in(WANJIRU).await.unwrap();
    let known_one = known(&at, at.riverbend.id.0, "RG-77", "Otienno", "Gracie", "1991-09-05").await;
    let elsewhere = known(&at, at.lakeside.id.0, "LA-77", "Otieno", "Grace", "1991-05-09").await;
    let (_, _, html) = posted(&at, &desk, &with(&[("act", "check")])).await;
    for part in ["OTIENNO, Gracie", "RG-77", "Name alike", "Day and month exchanged"] {
        assert!(html.contains(part), "{part}: {html}");
    }
    assert!(
        !html.contains("LA-77"),
        "who is known in another hospital alone is not shown"
    );
    assert_eq!(shown_last(&at, "patient.register").await, [known_one]);

    let (status, _, html) = posted(&at, &desk, &with(&[("act", "save")])).await;
    assert!(
        status == StatusCode::OK && html.contains("RG-77"),
        "not without having been shown: {html}"
    );
    let seen = known_one.to_string();
    let (status, record, _) = posted(&at, &desk, &with(&[("act", "save"), ("seen", &seen)])).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "two people after all");
    assert!(!record.contains(&seen) && !record.contains(&elsewhere.to_string()));
}

#[tokio::test(flavor = "multi_thread")]
async fn one_health_id_is_one_person_here_and_everywhere() {
    let at = Wardlight::open().await;
    let desk = at.sign_in(WANJIRU).await.unwrap();
    for (patient, health_id) in [
        (at.riverbend.patients[0], "91775420813393"),
        (at.lakeside.patients[0], "91784846424561"),
    ] {
        sqlx::query("UPDATE patient SET health_id = $2 WHERE id = $1")
            .bind(patient)
            .bind(health_id)
            .execute(at.db.owner())
            .await
            .unwrap();
    }
    // Mrs Okafor’s card is read for somebody else.
    let (_, _, html) = posted(&at, &desk, &with(&[("act", "check"), ("health_id", "91775420813393")])).await;
    assert!(
        html.contains("Same Health ID") && !html.contains("Register as a new patient"),
        "{html}"
    );
    let okafor = at.riverbend.patients[0].to_string();
    let taken = with(&[("act", "save"), ("health_id", "91775420813393"), ("seen", &okafor)]);
    let (status, ..) = posted(&at, &desk, &taken).await;
    assert_eq!(status, StatusCode::OK, "and nobody is registered with it");

    // Petrov of Lakeside comes to Riverbend with his card: the same person, registered here too.
    let petrov = [
        ("act", "save"),
        ("family_name", "PETROV"),
        ("given_name", "Ivan"),
        ("born_on", "1969-04-02"),
        ("health_id", "91-7848-4642-4561"),
    ];
    let with_wrong_birth: Vec<_> = petrov
        .into_iter()
        .map(|(name, value)| (name, if name == "born_on" { "1970-04-02" } else { value }))
        .collect();
    let refused = post_and_read(&at, "/patients/register", &desk, &with_wrong_birth).await;
    assert!(
        refused.contains("This Health ID does not go with this name and date of birth."),
        "{refused}"
    );
    assert!(
        refused.contains("value=\"PETROV\"") && !refused.contains("Lakeside"),
        "{refused}"
    );
    let (status, record, _) = posted(&at, &desk, &petrov).await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    assert!(record.contains(&at.lakeside.patients[0].to_string()), "{record}");
    let html = page(&at, &record, &desk).await.text().await.unwrap();
    assert!(html.contains("RG-0000 0013") && !html.contains("Lakeside"), "{html}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_stands_at_its_field_and_nothing_typed_is_lost() {
    let at = Wardlight::open().await;
    let desk = at.sign_in(WANJIRU).await.unwrap();
    let wrong = with(&[("act", "check"), ("born_on", "2091-01-01"), ("health_id", "1")]);
    let html = post_and_read(&at, "/patients/register", &desk, &wrong).await;
    assert!(html.contains("Error: Register a patient"), "{html}");
    for part in [
        "id=\"born_on-error\"",
        "id=\"health_id-error\"",
        "value=\"Otieno\"",
        "selected value=\"luo\"|value=\"luo\" selected",
    ] {
        assert!(part.split('|').any(|part| html.contains(part)), "{part}: {html}");
    }
    let html = post_and_read(&at, "/patients/register", &desk, &with(&[("act", "change")])).await;
    assert!(
        html.contains("value=\"Grace\"") && !html.contains("There is a problem"),
        "{html}"
    );
    let rao = at.sign_in("rao@riverbend.example").await.unwrap();
    let refused = post(&at, "/patients/register", &rao, &with(&[("act", "save")])).await;
    assert_eq!(refused.status(), StatusCode::FORBIDDEN);
}

/// Her number, her address and her mother are written down with her, in one go; what is wrong with them is told before anybody is registered.
#[tokio::test(flavor = "multi_thread")]
async fn how_she_is_reached_is_written_down_while_she_is_registered() {
    let at = Wardlight::open().await;
    let desk = at.sign_in(WANJIRU).await.unwrap();
    let reached = [
        ("phone", "+254 700 000 111"),
        ("address", "12 River Road, Nairobi"),
        ("person_name", "Ruth Otieno"),
        ("person_relation", "mother"),
        ("person_phone", "+254 700 000 222"),
    ];
    let half = with(&[("act", "save"), ("person_name", "Ruth Otieno"), ("family_name", "")]);
    let html = post_and_read(&at, "/patients/register", &desk, &half).await;
    for field in ["family_name", "person_phone", "person_relation"] {
        assert!(html.contains(&format!("id=\"{field}-error\"")), "{field}: {html}");
    }
    assert!(html.contains("value=\"Ruth Otieno\""), "{html}");
    let check = with(&[&reached[..], &[("act", "check")]].concat());
    let (_, _, html) = posted(&at, &desk, &check).await;
    assert!(
        html.contains("12 River Road") && html.contains("name=\"person_phone\" value=\"+254 700 000 222\""),
        "{html}"
    );
    let save = with(&[&reached[..], &[("act", "save")]].concat());
    let (status, record, _) = posted(&at, &desk, &save).await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    let html = page(&at, &record, &desk).await.text().await.unwrap();
    for part in [
        "+254700000111",
        "12 River Road, Nairobi",
        "Ruth Otieno",
        "Mother",
        "+254700000222",
        "In an emergency",
    ] {
        assert!(html.contains(part), "{part}: {html}");
    }
    let kinds: Vec<String> = sqlx::query_scalar("SELECT unnest(kinds)::text FROM audit_entry WHERE action = 'patient.register' ORDER BY at DESC, id DESC LIMIT 2")
        .fetch_all(at.db.owner())
        .await
        .unwrap();
    assert!(kinds.iter().any(|kind| kind == "contact"), "{kinds:?}");
}

/// Petrov is known at Lakeside. What the desk of Riverbend typed otherwise is neither lost nor written over what stands there: it is shown beside it.
#[tokio::test(flavor = "multi_thread")]
async fn what_was_typed_of_somebody_known_elsewhere_is_shown_beside_what_stands_there() {
    let at = Wardlight::open().await;
    let desk = at.sign_in(WANJIRU).await.unwrap();
    sqlx::query("UPDATE patient SET health_id = '91784846424561' WHERE id = $1")
        .bind(at.lakeside.patients[0])
        .execute(at.db.owner())
        .await
        .unwrap();
    let petrov = [
        ("act", "save"),
        ("family_name", "Petrov"),
        ("given_name", "Ivan Ilyich"),
        ("born_on", "1969-04-02"),
        ("health_id", "91784846424561"),
        ("title", "Dr"),
    ];
    let html = post_and_read(&at, "/patients/register", &desk, &petrov).await;
    for part in [
        "What differs",
        "Registered here under RG-0000 0013.",
        "value=\"Ivan Ilyich\"",
        "value=\"Dr\"",
    ] {
        assert!(html.contains(part), "{part}: {html}");
    }
    let card = html.split("id=\"differs\"").nth(1).unwrap_or_default();
    let card = card.split("</table>").next().unwrap_or_default();
    for part in ["Given name", "Ivan<", "Ivan Ilyich<", "Title", "Dr<"] {
        assert!(card.contains(part), "{part}: {card}");
    }
    assert!(!card.contains("Family name") && !card.contains("Born"), "{card}");
    let name: String = sqlx::query_scalar("SELECT given_name FROM patient WHERE id = $1")
        .bind(at.lakeside.patients[0])
        .fetch_one(at.db.owner())
        .await
        .unwrap();
    assert_eq!(name, "Ivan");
}
