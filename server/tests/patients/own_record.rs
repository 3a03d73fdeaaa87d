//! What is known of Mrs Okafor stands in her own portal: without what staff noted for each other, as far as her hospital shows it, and for a carer as far as she let him in.

use domain::patients::RecordKind;
use reqwest::StatusCode;
use uuid::Uuid;

use super::WANJIRU;
use super::merge::HADDAD;
use crate::sign_in::{OKAFOR, RAO};
use crate::support::Wardlight;
use crate::support::mail::post_and_read;

const CHIDI: &str = "chidi@example.org";
/// What stands in her record for her to read.
const BACKGROUND: [&str; 7] = [
    "Penicillin (anaphylaxis), life-threatening",
    "Chronic kidney disease, stage 3 unspecified",
    "since 2019",
    "Epoetin alfa, 4000 units, three times a week",
    "Fistula, left arm, 2021",
    "Is something wrong or missing?",
    "href=\"/my/account#chart\"",
];
const REACHED: [&str; 4] = ["+254700000111", "Mobile", "Jamii Cover", "JC 77"];

fn record(of: Uuid, page: &str) -> String {
    format!("/patients/{of}/record/{page}")
}

/// Dr Rao and reception wrote down what is known of her.
async fn is_known(at: &Wardlight) -> Uuid {
    let okafor = at.riverbend.patients[0];
    let (rao, desk) = (at.sign_in(RAO).await.unwrap(), at.sign_in(WANJIRU).await.unwrap());
    type Fields<'a> = &'a [(&'a str, &'a str)];
    let acts: [(&str, &str, Fields); 6] = [
        (
            &rao,
            "allergies",
            &[
                ("substance", "Penicillin"),
                ("reaction", "anaphylaxis"),
                ("severity", "life_threatening"),
            ],
        ),
        (
            &rao,
            "conditions",
            &[
                ("icd10", "N18.30"),
                ("since_year", "2019"),
                ("note", "does not believe it"),
            ],
        ),
        (
            &rao,
            "medicines",
            &[
                ("name", "Epoetin alfa"),
                ("dose", "4000 units"),
                ("schedule", "three times a week"),
            ],
        ),
        (
            &rao,
            "surgeries",
            &[
                ("procedure", "Fistula, left arm"),
                ("done_on", "2021"),
                ("note", "was late for it"),
            ],
        ),
        (
            &desk,
            "contacts",
            &[("kind", "phone"), ("label", "mobile"), ("value", "+254 700 000 111")],
        ),
        (
            &desk,
            "insurance",
            &[("payer", "Jamii Cover"), ("number", "JC 77"), ("rank", "primary")],
        ),
    ];
    for (who, page, fields) in acts {
        let fields = [&[("act", "add")], fields].concat();
        let said = post_and_read(at, &record(okafor, page), who, &fields).await;
        assert!(!said.contains("class=\"problem\""), "{page}: {said}");
    }
    okafor
}

async fn portal(at: &Wardlight, okafor: Uuid, fields: &[(&str, &str)]) -> StatusCode {
    let haddad = at.sign_in(HADDAD).await.unwrap();
    at.act(&format!("/patients/{okafor}/portal"), &haddad, fields)
        .await
        .status()
}

#[tokio::test(flavor = "multi_thread")]
async fn she_reads_what_is_known_of_her_and_nothing_that_staff_noted_for_each_other() {
    let at = Wardlight::open().await;
    let hers = at.sign_in(OKAFOR).await.unwrap();
    let before = at.text("/my/record", &hers, None).await;
    assert_eq!(before.matches("Nothing stands here.").count(), 6, "{before}");
    is_known(&at).await;
    let html = at
        .text("/my/record", &hers, None)
        .await
        .replace("<!---->", "")
        .replace("<!>", "");
    let html = html
        .replace("</span>", "")
        .replace("<span lang=\"en\" dir=\"ltr\">", "");
    for part in BACKGROUND.into_iter().chain(REACHED) {
        assert!(html.contains(part), "{part}: {html}");
    }
    for noted in ["does not believe it", "was late for it", "N18.30"] {
        assert!(!html.contains(noted), "{noted}: {html}");
    }
    let kinds: Vec<String> = sqlx::query_scalar(
        "SELECT DISTINCT unnest(kinds)::text FROM audit_entry WHERE action = 'patient.read' AND outcome = 'allowed' AND purpose = 'PATRQT'",
    )
    .fetch_all(at.db.owner())
    .await
    .unwrap();
    for kind in ["background", "contact", "papers"] {
        assert!(kinds.iter().any(|known| known == kind), "{kind}: {kinds:?}");
    }
}

/// Riverbend knows of penicillin and does not show it to her yet; Lakeside was told that none is known. She is not told that there is none.
#[tokio::test(flavor = "multi_thread")]
async fn who_is_not_shown_one_allergy_is_not_told_that_none_is_known() {
    let at = Wardlight::open().await;
    let okafor = is_known(&at).await;
    let allergy: Uuid = sqlx::query_scalar("SELECT id FROM allergy")
        .fetch_one(at.db.owner())
        .await
        .unwrap();
    let silva = at.user("silva@lakeside.example").await.0;
    for sql in [
        "INSERT INTO registration (patient_id, hospital_id, hospital_number) SELECT $1, $2, 'LS-17' WHERE $3::uuid IS NOT NULL",
        "INSERT INTO allergy (id, patient_id, hospital_id, recorded_at, recorded_by) VALUES (gen_random_uuid(), $1, $2, now(), $3)",
    ] {
        let made = sqlx::query(sql).bind(okafor).bind(at.lakeside.id.0).bind(silva);
        made.execute(at.db.owner()).await.unwrap();
    }
    let hers = at.sign_in(OKAFOR).await.unwrap();
    let part = "Part of what is known is not shown here.";
    let html = at.text("/my/record", &hers, None).await;
    assert!(html.contains("Penicillin") && !html.contains(part), "{html}");
    let closed = [
        ("act", "record"),
        ("kind", "allergy"),
        ("record", &allergy.to_string()),
        ("is_open", "false"),
    ];
    assert_eq!(portal(&at, okafor, &closed).await, StatusCode::SEE_OTHER);
    let html = at.text("/my/record", &hers, None).await;
    assert!(html.contains(part), "{html}");
    assert!(
        !html.contains("Penicillin") && !html.contains("No known allergies"),
        "{html}"
    );
}

/// Her hospital closes one line of each kind, then the whole part. Who does so reads when it was written, and not what it says.
#[tokio::test(flavor = "multi_thread")]
async fn one_line_is_closed_to_her_by_its_flag_and_a_part_by_its_name() {
    let at = Wardlight::open().await;
    let okafor = is_known(&at).await;
    let (hers, haddad) = (at.sign_in(OKAFOR).await.unwrap(), at.sign_in(HADDAD).await.unwrap());
    let settings = at.text(&format!("/patients/{okafor}/portal"), &haddad, None).await;
    for (said, hidden) in [
        ("Allergy, written", "Penicillin"),
        ("Illness, written", "kidney"),
        ("Medicine, written", "Epoetin"),
        ("Operation, written", "Fistula"),
    ] {
        assert!(
            settings.contains(said) && !settings.contains(hidden),
            "{said}: {settings}"
        );
    }
    for (kind, table, part) in [
        (RecordKind::Allergy, "allergy", "Penicillin"),
        (RecordKind::Condition, "patient_condition", "Chronic kidney disease"),
        (RecordKind::Medicine, "patient_medicine", "Epoetin alfa"),
        (RecordKind::Surgery, "patient_surgery", "Fistula"),
    ] {
        // reviewed: one of the names that stand here
        let id: Uuid = sqlx::query_scalar(sqlx::AssertSqlSafe(format!("SELECT id FROM {table}")))
            .fetch_one(at.db.owner())
            .await
            .unwrap();
        let id = id.to_string();
        let flag = |is_open: &'static str| {
            [
                ("act", "record"),
                ("kind", kind.name()),
                ("record", id.as_str()),
                ("is_open", is_open),
            ]
        };
        let mwangi = at.riverbend.patients[1];
        assert_eq!(
            portal(&at, mwangi, &flag("false")).await,
            StatusCode::NOT_FOUND,
            "not his"
        );
        for (is_open, shows) in [("false", false), ("true", true)] {
            assert_eq!(portal(&at, okafor, &flag(is_open)).await, StatusCode::SEE_OTHER);
            let html = at.text("/my/record", &hers, None).await;
            assert_eq!(html.contains(part), shows, "{part}: {html}");
        }
    }
    for (hidden, gone, left) in [
        ("background", "Penicillin", "+254700000111"),
        ("contacts", "+254700000111", "Penicillin"),
    ] {
        let parts = [
            "values",
            "trend",
            "score",
            "alarms",
            "readings",
            "background",
            "contacts",
        ];
        let shown = parts
            .into_iter()
            .filter(|part| *part != hidden)
            .map(|part| (part, "true"));
        let fields: Vec<(&str, &str)> = [("act", "show")].into_iter().chain(shown).collect();
        assert_eq!(portal(&at, okafor, &fields).await, StatusCode::SEE_OTHER);
        let html = at.text("/my/record", &hers, None).await;
        assert!(!html.contains(gone) && html.contains(left), "{hidden}: {html}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn her_son_reads_of_it_what_she_let_him_into() {
    let at = Wardlight::open().await;
    is_known(&at).await;
    at.make_account("Chidi Okafor", CHIDI).await;
    let hers = at.sign_in(OKAFOR).await.unwrap();
    at.name_carer(&hers, CHIDI, &["values", "background"]).await;
    let chidi = at.sign_in(CHIDI).await.unwrap();
    let html = at.text("/my/record", &chidi, None).await;
    assert!(
        html.contains("Penicillin") && !html.contains("+254700000111") && !html.contains("JC 77"),
        "{html}"
    );
    assert!(
        html.contains("How I am reached</b>") && !html.contains("Is something wrong or missing?"),
        "{html}"
    );
}
