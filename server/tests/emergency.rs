//! Dr Silva of Lakeside has Okafor of Riverbend before her, who cannot be asked: from the reason to the review.

mod officer;

use std::time::{Duration, Instant};

use domain::actor::Role;
use serde_json::json;

use crate::live::page::{Page, may};
use crate::sign_in::{RAO, form, is_in};
use crate::support::door::page as see;
use crate::support::timing::within_a_second;
use crate::support::{Wardlight, blind};

const SILVA: &str = "silva@lakeside.example";
const HADDAD: &str = "haddad@riverbend.example";
const HEALTH_ID: &str = "10000000000017";

/// Opens Okafor's record as `cookie`; answers the status and where it led.
async fn open(at: &Wardlight, cookie: &str, fields: &[(&str, &str)]) -> (u16, String) {
    let answer = form(at, "/emergency", fields)
        .header("cookie", cookie)
        .send()
        .await
        .unwrap();
    let to = answer
        .headers()
        .get("location")
        .map(|to| to.to_str().unwrap().to_owned());
    (answer.status().as_u16(), to.unwrap_or_default())
}

const WHOLE: [(&str, &str); 4] = [
    ("health_id", HEALTH_ID),
    ("born_on", "1969-04-02"),
    ("reason", "unconscious"),
    ("words", "Found at the lake, no pulse."),
];

async fn chart(at: &Wardlight, cookie: &str) -> u16 {
    let answer = at
        .client
        .post(at.url("/api/fn/patients/open_chart"))
        .header("cookie", cookie)
        .header("origin", format!("http://{}", at.addr))
        .header("sec-fetch-site", "same-origin")
        .json(&json!({ "patient": at.riverbend.patients[0] }))
        .send()
        .await
        .unwrap();
    answer.status().as_u16()
}

async fn read(at: &Wardlight, path: &str, cookie: &str) -> String {
    let answer = at
        .client
        .get(at.url(path))
        .header("cookie", cookie)
        .header("accept", "text/html");
    answer.send().await.unwrap().text().await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn from_the_reason_to_the_review() {
    let at = Wardlight::open().await;
    let (silva, haddad) = (at.sign_in(SILVA).await.unwrap(), at.sign_in(HADDAD).await.unwrap());
    let okafor = at.sign_in("okafor@riverbend.example").await.unwrap();
    assert_eq!(chart(&at, &silva).await, 404, "before");

    // What is wrong is said, and opens nothing; a wrong birthday and an unknown number look the same.
    for wrong in [
        vec![
            ("health_id", HEALTH_ID),
            ("born_on", "1969-04-02"),
            ("reason", "unconscious"),
            ("words", "help"),
        ],
        vec![
            ("health_id", HEALTH_ID),
            ("born_on", "1970-04-02"),
            ("reason", "unconscious"),
            ("words", "Found at the lake."),
        ],
        vec![
            ("health_id", "10000000000009"),
            ("born_on", "1969-04-02"),
            ("reason", "unconscious"),
            ("words", "Found at the lake."),
        ],
    ] {
        assert_eq!(
            open(&at, &silva, &wrong).await,
            (303, "/emergency".to_owned()),
            "{wrong:?}"
        );
    }
    assert_eq!(chart(&at, &silva).await, 404);

    let (status, to) = open(&at, &silva, &WHOLE).await;
    assert_eq!((status, to), (303, format!("/patients/{}", at.riverbend.patients[0])));
    assert_eq!(chart(&at, &silva).await, 200, "open for an hour");
    assert_eq!(open(&at, &silva, &WHOLE).await.0, 303, "twice is once");

    // Within the minute that was promised: here within seconds.
    let begun = Instant::now();
    let told = async || -> Vec<(String, String)> {
        sqlx::query_as("SELECT u.display_name, n.kind FROM notice n JOIN app_user u ON u.id = n.user_id ORDER BY 1")
            .fetch_all(at.db.owner())
            .await
            .unwrap()
    };
    while told().await.len() < 2 {
        assert!(begun.elapsed() < Duration::from_secs(60), "{:?}", told().await);
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    assert_eq!(
        told().await,
        [
            ("Amara Okafor".to_owned(), "emergency_of_mine".to_owned()),
            ("S. Haddad".to_owned(), "emergency_to_review".to_owned())
        ]
    );

    // The queue at Riverbend, which holds the record, and its one item, which somebody closes once.
    let queue = read(&at, "/hospital/emergencies", &haddad).await;
    for words in [
        "1 waits for a review.",
        "Found at the lake, no pulse.",
        "Dr Lucia Silva",
        "Lakeside",
        "The record was read once.",
    ] {
        assert!(queue.contains(words), "{words} in {queue}");
    }
    // And in the audit of Riverbend, who it was by name: their own hospital's audit is not the only one that tells.
    for path in [
        "/hospital/audit".to_owned(),
        format!("/hospital/audit?patient={}", at.riverbend.patients[0]),
    ] {
        let audit = read(&at, &path, &haddad).await;
        let who = audit
            .find("Dr Lucia Silva")
            .unwrap_or_else(|| panic!("{path}: {audit}"));
        let line = &audit[who..audit[who..].find("</tr>").map_or(audit.len(), |end| who + end)];
        assert!(line.contains("doctor at Lakeside"), "{line}");
    }
    let opening: uuid::Uuid = sqlx::query_scalar("SELECT id FROM break_glass")
        .fetch_one(at.db.owner())
        .await
        .unwrap();
    let opening = opening.to_string();
    let close = async |cookie: &str| {
        let fields = [("opening", opening.as_str()), ("verdict", "justified"), ("review", "")];
        form(&at, "/hospital/emergencies", &fields)
            .header("cookie", cookie)
            .send()
            .await
            .unwrap()
            .status()
            .as_u16()
    };
    assert_eq!(close(&silva).await, 403, "who opened it does not review it");
    assert_eq!(close(&okafor).await, 303, "nor the patient, who is nobody there");
    assert_eq!(close(&haddad).await, 303);
    assert!(
        read(&at, "/hospital/emergencies", &haddad)
            .await
            .contains("Nothing waits for a review.")
    );
    let verdict: String = sqlx::query_scalar("SELECT verdict FROM break_glass_review WHERE verdict IS NOT NULL")
        .fetch_one(at.db.owner())
        .await
        .unwrap();
    assert_eq!(verdict, "justified");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_open_page_loses_the_record_within_a_second_of_its_end() {
    let at = Wardlight::open().await;
    let silva = at.sign_in(SILVA).await.unwrap();
    let of = domain::ids::PatientId(at.riverbend.patients[0]);
    let topic = domain::live::Topic::Patient(of);
    within_a_second(
        async || (),
        async || {
            assert_eq!(open(&at, &silva, &WHOLE).await.0, 303);
            let mut page = Page::open(&at, "/live", &silva).await;
            page.hello().await;
            assert!(may(&mut page, topic).await, "the page is live");
            let ended = form(&at, "/emergency/end", &[("patient", &of.to_string())]).header("cookie", &silva);
            let begun = Instant::now();
            assert_eq!(ended.send().await.unwrap().status(), 303);
            page.until_denied(topic, begun).await
        },
    )
    .await;
    assert_eq!(chart(&at, &silva).await, 404);
}

#[tokio::test]
async fn an_opening_needs_a_fresh_proof_and_ends_after_an_hour() {
    let at = Wardlight::open().await;
    let rao = at.sign_in(RAO).await.unwrap();
    assert!(is_in(&at, "/emergency", &rao).await);
    sqlx::query("UPDATE browser_session SET proved_at = proved_at - interval '6 minutes'")
        .execute(at.db.owner())
        .await
        .unwrap();
    tokio::time::sleep(Duration::from_millis(1_200)).await;
    let answer = at
        .client
        .get(at.url("/emergency"))
        .header("cookie", &rao)
        .header("accept", "text/html");
    let to = answer.send().await.unwrap().headers()["location"]
        .to_str()
        .unwrap()
        .to_owned();
    assert_eq!(to, "/account/prove?next=/emergency");

    let (house, now) = crate::sessions::house_with_clock(&at);
    let silva = at.user(SILVA).await;
    let actor = domain::actor::Actor::staff(silva, at.lakeside.id, [domain::actor::Role::Doctor]);
    let ctx = || hospital::Ctx::new(house.clone(), actor.clone(), uuid::Uuid::now_v7()).proved(Some(house.clock.now()));
    let sought = hospital::emergency::Sought::Anywhere {
        health_id: HEALTH_ID.into(),
        born_on: time::macros::date!(1969 - 04 - 02),
    };
    let (patient, _) = hospital::emergency::open(
        &ctx(),
        &sought,
        domain::emergency::Reason::Transfer,
        "On the way to us by ambulance.",
    )
    .await
    .unwrap()
    .expect("somebody of that number");
    hospital::patients::follow(&ctx(), patient)
        .await
        .map(drop)
        .expect("open");
    now.fetch_add(59 * 60 * 1_000_000, std::sync::atomic::Ordering::SeqCst);
    hospital::patients::follow(&ctx(), patient)
        .await
        .map(drop)
        .expect("still open");
    now.fetch_add(60 * 1_000_000, std::sync::atomic::Ordering::SeqCst);
    let over = hospital::patients::follow(&ctx(), patient).await.map(drop);
    assert!(matches!(over, Err(hospital::HospitalError::NotFound)), "{over:?}");
}

#[tokio::test]
async fn nobody_reviews_what_they_opened_themselves() {
    let at = Wardlight::open().await;
    // Dr Rao also runs the hospital.
    sqlx::query("INSERT INTO role_grant (user_id, hospital_id, role) VALUES ($2, $1, 'hospital_admin')")
        .bind(at.riverbend.id.0)
        .bind(at.user(RAO).await.0)
        .execute(at.db.owner())
        .await
        .unwrap();
    let rao = at.sign_in(RAO).await.unwrap();
    let here = [
        ("hospital_number", "RG-10000000000025"),
        ("reason", "other"),
        ("words", "Ward round of a colleague."),
    ];
    assert_eq!(open(&at, &rao, &here).await.0, 303);
    let opening: uuid::Uuid = sqlx::query_scalar("SELECT id FROM break_glass")
        .fetch_one(at.db.owner())
        .await
        .unwrap();
    let fields = [("opening", opening.to_string()), ("verdict", "justified".to_owned())];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    form(&at, "/hospital/emergencies", &fields)
        .header("cookie", &rao)
        .send()
        .await
        .unwrap();
    let open: i64 = sqlx::query_scalar("SELECT count(*) FROM break_glass_review WHERE reviewed_at IS NULL")
        .fetch_one(at.db.owner())
        .await
        .unwrap();
    assert_eq!(open, 1, "somebody else must look at it");
}

/// What Dr Silva types for Mwangi of Riverbend, who has no account in any portal.
const MWANGI: [(&str, &str); 4] = [
    ("health_id", "10000000000025"),
    ("born_on", "1969-04-02"),
    ("reason", "transfer"),
    ("words", "On the way to us by ambulance."),
];
const QUEUE: &str = "/hospital/emergencies";

impl Wardlight {
    /// Waits until every opening was told.
    async fn all_told(&self, openings: i64) {
        let begun = Instant::now();
        let told = async || -> i64 {
            sqlx::query_scalar("SELECT count(*) FROM break_glass WHERE told_at IS NOT NULL")
                .fetch_one(self.db.owner())
                .await
                .unwrap()
        };
        while told().await < openings {
            assert!(begun.elapsed() < Duration::from_secs(30), "not told");
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    }

    /// Who was told that something waits for a review, by e-mail address.
    async fn told_to_review(&self) -> Vec<String> {
        let told: Vec<uuid::Uuid> =
            sqlx::query_scalar("SELECT n.user_id FROM notice n WHERE n.kind = 'emergency_to_review'")
                .fetch_all(self.db.owner())
                .await
                .unwrap();
        let mut emails = Vec::new();
        for user in told {
            emails.push(self.email(user).await);
        }
        emails.sort_unstable();
        emails
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_seeks_in_vain_stands_in_the_audit_and_waits_after_ten() {
    let at = Wardlight::open().await;
    let silva = at.sign_in(SILVA).await.unwrap();
    let guess = [
        ("health_id", HEALTH_ID),
        ("born_on", "1970-01-01"),
        ("reason", "unconscious"),
        ("words", "Found at the lake."),
    ];
    // What is not whole is no search.
    assert_eq!(open(&at, &silva, &guess[..2]).await.0, 303);
    for miss in 1..=10 {
        assert_eq!(open(&at, &silva, &guess).await, (303, "/emergency".to_owned()));
        assert_eq!(at.traced("break_glass.open", "denied").await, miss);
    }
    let reason: String =
        sqlx::query_scalar("SELECT DISTINCT reason FROM audit_entry WHERE action = 'break_glass.open'")
            .fetch_one(at.db.owner())
            .await
            .unwrap();
    assert_eq!(reason, "nobody_found");
    assert_eq!(open(&at, &silva, &guess).await.0, 429);
    assert_eq!(
        open(&at, &silva, &WHOLE).await.0,
        429,
        "not to be told apart from a miss"
    );
    assert_eq!(at.traced("break_glass.open", "denied").await, 10);
    // A colleague does not wait for her, and whoever finds somebody each time never does.
    let (_, colleague) = at.colleague(at.lakeside.id, Role::Doctor).await;
    for _ in 0..12 {
        assert_eq!(open(&at, &colleague, &WHOLE).await.0, 303);
    }
    at.later(16 * 60);
    let silva = at.sign_in(SILVA).await.unwrap();
    assert_eq!(open(&at, &silva, &WHOLE).await.0, 303, "a quarter of an hour later");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_queue_says_who_was_told_and_who_needs_a_letter() {
    let at = Wardlight::open().await;
    let (silva, haddad) = (at.sign_in(SILVA).await.unwrap(), at.sign_in(HADDAD).await.unwrap());
    assert_eq!(open(&at, &silva, &MWANGI).await.0, 303);
    at.all_told(1).await;
    let queue = see(&at, QUEUE, &haddad, &[]).await;
    assert!(
        queue.contains("The patient has no account: tell them by letter."),
        "{queue}"
    );
    assert!(queue.contains("One person of this hospital was told"), "{queue}");
    assert_eq!(open(&at, &silva, &WHOLE).await.0, 303);
    at.all_told(2).await;
    let queue = see(&at, QUEUE, &haddad, &[]).await;
    assert!(queue.contains("The patient was told in the portal"), "{queue}");
}

#[tokio::test(flavor = "multi_thread")]
async fn one_who_cannot_be_told_does_not_keep_the_others_from_hearing() {
    let at = Wardlight::open().await;
    sqlx::raw_sql(
        "CREATE FUNCTION never() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'not this one'; END $$;
         CREATE TRIGGER notice_never BEFORE INSERT ON notice FOR EACH ROW WHEN (NEW.kind = 'emergency_of_mine') EXECUTE FUNCTION never()",
    )
    .execute(at.db.owner())
    .await
    .unwrap();
    let silva = at.sign_in(SILVA).await.unwrap();
    assert_eq!(open(&at, &silva, &WHOLE).await.0, 303);
    assert_eq!(open(&at, &silva, &MWANGI).await.0, 303);
    at.all_told(1).await;
    assert_eq!(
        at.told_to_review().await,
        [HADDAD],
        "of Mwangi; Okafor's is tried again"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn each_hospital_reviews_for_itself() {
    let at = Wardlight::open().await;
    let (silva, haddad) = (at.sign_in(SILVA).await.unwrap(), at.sign_in(HADDAD).await.unwrap());
    let (_, there) = at.colleague(at.lakeside.id, Role::HospitalAdmin).await;
    assert_eq!(open(&at, &silva, &WHOLE).await.0, 303);
    let opening: uuid::Uuid = sqlx::query_scalar("SELECT id FROM break_glass")
        .fetch_one(at.db.owner())
        .await
        .unwrap();
    let close = async |cookie: &str, verdict: &str| {
        let opening = opening.to_string();
        let fields = [
            ("opening", opening.as_str()),
            ("verdict", verdict),
            ("review", "Looked into it."),
        ];
        see(&at, QUEUE, cookie, &fields).await
    };
    let said = close(&haddad, "justified").await;
    assert!(
        said.contains("The review is closed.") && said.contains("Nothing waits for a review."),
        "{said}"
    );
    assert!(
        close(&haddad, "justified")
            .await
            .contains("Somebody has closed this review already.")
    );
    let queue = see(&at, QUEUE, &there, &[]).await;
    assert!(
        queue.contains("1 waits for a review."),
        "Lakeside looks for itself: {queue}"
    );
    let said = close(&there, "not_justified").await;
    assert!(
        said.contains("The review is closed.") && said.contains("Not justified"),
        "{said}"
    );
    let verdicts: Vec<String> =
        sqlx::query_scalar("SELECT verdict FROM break_glass_review WHERE verdict IS NOT NULL ORDER BY 1")
            .fetch_all(at.db.owner())
            .await
            .unwrap();
    assert_eq!(verdicts, ["justified", "not_justified"]);
}
