//! Carers: named by address without learning who has it, shown what they were let into, able to change nothing, and gone within a second.

use std::time::{Duration, Instant};

use domain::ids::{PatientId, UserId};
use domain::live::Topic;
use hospital::identity::contact::{email_of, seal_email};
use reqwest::{Response, StatusCode};
use serde_json::json;
use uuid::Uuid;

use crate::live::page::Page;
use crate::sign_in::{OKAFOR, page};
use crate::support::{PASSWORD, Wardlight, blind};

const CHIDI: &str = "chidi@example.org";
const PETROV: &str = "petrov@lakeside.example";

impl Wardlight {
    /// Okafor names somebody.
    pub async fn name_carer(&self, okafor: &str, email: &str, parts: &[&str]) -> Response {
        let mut fields = vec![("email", email), ("known_as", "my son"), ("days", "30")];
        fields.extend(parts.iter().map(|part| (*part, "true")));
        self.act("/my/proxies", okafor, &fields).await
    }

    /// An account that is nothing yet: what is left after somebody registered and answered the mail.
    pub async fn make_account(&self, name: &str, email: &str) {
        let id = UserId(Uuid::now_v7());
        let sealed = seal_email(&self.house.keys, &email_of(id), email).unwrap();
        sqlx::query(
            "INSERT INTO app_user (id, email_sealed, email_blind, display_name, password_hash)
             SELECT $1, $2, $3, $4, password_hash FROM app_user WHERE email_blind = $5",
        )
        .bind(id.0)
        .bind(sealed.sealed)
        .bind(sealed.blind)
        .bind(name)
        .bind(blind(OKAFOR))
        .execute(self.db.owner())
        .await
        .unwrap();
        assert!(!PASSWORD.is_empty(), "everybody has the same");
    }

    async fn proxies(&self) -> i64 {
        sqlx::query_scalar("SELECT count(*) FROM proxy")
            .fetch_one(self.db.owner())
            .await
            .unwrap()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn naming_an_address_tells_nobody_whether_it_has_an_account() {
    let at = Wardlight::open().await;
    at.make_account("Chidi Okafor", CHIDI).await;
    let okafor = at.sign_in(OKAFOR).await.unwrap();
    let known = at.name_carer(&okafor, CHIDI, &["values"]).await;
    let said_known = at.text("/my/proxies", &okafor, Some(&known)).await;
    assert!(said_known.contains("They may see it from now on"), "{said_known}");
    let id = |text: &str| text.split("name=\"proxy\" value=\"").nth(1).unwrap()[..36].to_owned();
    let first = id(&said_known);
    at.act("/my/proxies/end", &okafor, &[("proxy", &first)]).await;
    // Past what the page says of the one before, and of when it was written: a minute may begin between the two.
    let strip = |text: &str| {
        let parts = text.split("<time");
        let timeless = parts.map(|part| part.split_once("</time>").map_or(part, |(_, after)| after));
        timeless
            .collect::<String>()
            .replace(CHIDI, "X")
            .replace("chide@example.org", "X")
            .replace(&id(text), "ID")
    };
    sqlx::query("DELETE FROM proxy_invitation")
        .execute(at.db.owner())
        .await
        .unwrap();
    let unknown = at.name_carer(&okafor, "chide@example.org", &["values"]).await;
    assert_eq!(
        (known.status(), known.headers().get("location")),
        (unknown.status(), unknown.headers().get("location"))
    );
    let said_unknown = at.text("/my/proxies", &okafor, Some(&unknown)).await;
    assert_eq!(strip(&said_known), strip(&said_unknown));
    assert_eq!(at.proxies().await, 0, "naming looks nobody up");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_carer_sees_what_she_let_him_into_and_changes_nothing() {
    let at = Wardlight::open().await;
    let reading = json!({ "seq": 1, "taken_at": at.at(-1.0), "heart_rate": 71, "systolic": 85 });
    assert_eq!(at.post(&at.riverbend.devices[0], &reading).await.status(), 200);
    at.make_account("Chidi Okafor", CHIDI).await;
    assert_eq!(at.sign_in(CHIDI).await, None, "an account that is nothing anywhere");
    let okafor = at.sign_in(OKAFOR).await.unwrap();
    at.name_carer(&okafor, CHIDI, &["values", "readings"]).await;
    let chidi = at.sign_in(CHIDI).await.expect("a carer signs in to the portal");
    assert!(chidi.contains("wl_portal"));

    let home = at.text("/my", &chidi, None).await;
    assert!(home.contains("You are reading the record of") && home.contains("Amara Okafor") && home.contains("my son"));
    assert!(home.contains(">71<"), "{home}");
    assert!(
        home.contains("What was noticed</b> Your hospital does not show this part here"),
        "{home}"
    );
    let record = at.text("/my/record", &chidi, None).await;
    assert!(
        record.contains("My readings") && !record.contains("<svg class=\"trend"),
        "no drawn day"
    );
    let day = format!("/my/charts/patients/{}/day.svg", at.riverbend.patients[0]);
    assert_eq!(page(&at, &day, &chidi).await.status(), StatusCode::FORBIDDEN);
    let other = format!("/my/charts/patients/{}/day.svg", at.riverbend.patients[1]);
    assert_eq!(
        page(&at, &other, &chidi).await.status(),
        StatusCode::NOT_FOUND,
        "nobody else's"
    );

    for (path, fields) in [
        ("/my/consents", vec![("purpose", "research"), ("version", "1")]),
        (
            "/my/proxies",
            vec![
                ("email", "x@y.example"),
                ("known_as", "me"),
                ("days", "7"),
                ("values", "true"),
            ],
        ),
        ("/my/preferences", vec![("language", "Igbo")]),
        (
            "/my/consents/withdraw",
            vec![("consent", "00000000-0000-0000-0000-000000000000")],
        ),
        (
            "/my/proxies/end",
            vec![("proxy", "00000000-0000-0000-0000-000000000000")],
        ),
    ] {
        assert_eq!(
            at.act(path, &chidi, &fields).await.status(),
            StatusCode::FORBIDDEN,
            "{path}"
        );
    }
    for path in ["/my/consents", "/my/preferences"] {
        assert_eq!(page(&at, path, &chidi).await.status(), StatusCode::FORBIDDEN, "{path}");
    }
    assert_eq!(page(&at, "/my/proxies", &chidi).await.status(), StatusCode::OK);
    for table in ["consent", "portal_preference"] {
        // reviewed: names written here
        let rows: i64 = sqlx::query_scalar(sqlx::AssertSqlSafe(format!("SELECT count(*) FROM {table}")))
            .fetch_one(at.db.owner())
            .await
            .unwrap();
        assert_eq!(rows, 0, "{table}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_she_ends_is_dead_within_a_second() {
    let at = Wardlight::open().await;
    at.make_account("Chidi Okafor", CHIDI).await;
    let okafor = at.sign_in(OKAFOR).await.unwrap();
    let named = at.name_carer(&okafor, CHIDI, &["values"]).await;
    let chidi = at.sign_in(CHIDI).await.unwrap();
    let mut live = Page::open(&at, "/my/live", &chidi).await;
    live.hello().await;
    live.subscribe(Topic::Patient(PatientId(at.riverbend.patients[0])), None)
        .await;
    live.snapshot().await;

    let list = at.text("/my/proxies", &okafor, Some(&named)).await;
    let id = list.split("name=\"proxy\" value=\"").nth(1).unwrap()[..36].to_owned();
    let begun = Instant::now();
    let ended = at.act("/my/proxies/end", &okafor, &[("proxy", &id)]).await;
    assert!(
        at.text("/my/proxies", &okafor, Some(&ended))
            .await
            .contains("They see nothing of your record any more")
    );
    let goodbye = loop {
        match live.next_but_changes().await {
            Ok(_) => {}
            Err(code) => break code,
        }
    };
    assert_eq!(goodbye, Some(4001));
    assert!(begun.elapsed() <= Duration::from_secs(1), "{:?}", begun.elapsed());
    assert_eq!(page(&at, "/my", &chidi).await.status(), StatusCode::SEE_OTHER);
    assert_eq!(at.sign_in(CHIDI).await, None, "and he is nothing anywhere again");
    let twice = at.act("/my/proxies/end", &okafor, &[("proxy", &id)]).await;
    assert_eq!(twice.status(), StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_has_a_record_of_his_own_goes_from_one_to_the_other() {
    let at = Wardlight::open().await;
    let okafor = at.sign_in(OKAFOR).await.unwrap();
    let petrov = at.sign_in(PETROV).await.unwrap();
    let hers = at.riverbend.patients[0].to_string();
    let stranger = at.act("/my/switch", &petrov, &[("patient", &hers)]).await;
    assert_eq!(stranger.status(), StatusCode::NOT_FOUND, "she has not named him");

    at.name_carer(&okafor, PETROV, &["values"]).await;
    let people = at.text("/my/proxies", &petrov, None).await;
    assert!(
        people.contains("Amara Okafor") && people.contains("Riverbend General"),
        "{people}"
    );
    let switched = at.act("/my/switch", &petrov, &[("patient", &hers)]).await;
    assert_eq!(switched.status(), StatusCode::SEE_OTHER);
    let line = switched.headers()["set-cookie"].to_str().unwrap();
    let as_carer = line.split(';').next().unwrap().to_owned();
    assert_ne!(as_carer, petrov, "a new id");
    assert_eq!(
        page(&at, "/my", &petrov).await.status(),
        StatusCode::SEE_OTHER,
        "the old one is dead"
    );
    let home = at.text("/my", &as_carer, None).await;
    assert!(
        home.contains("Hello, Amara") && home.contains("You are reading the record of"),
        "{home}"
    );

    let his = at.lakeside.patients[0].to_string();
    let back = at.act("/my/switch", &as_carer, &[("patient", &his)]).await;
    let own = back.headers()["set-cookie"]
        .to_str()
        .unwrap()
        .split(';')
        .next()
        .unwrap()
        .to_owned();
    let home = at.text("/my", &own, None).await;
    assert!(home.contains("Hello, Ivan") && !home.contains("You are reading the record of"));
    assert_eq!(at.traced("session.switch", "allowed").await, 2);
    // No longer than the first sign-in allowed.
    let ends: Vec<f64> = sqlx::query_scalar(
        "SELECT extract(epoch FROM s.expires_at - s.created_at)::float8 FROM browser_session s JOIN app_user u ON u.id = s.user_id WHERE u.email_blind = $1",
    )
    .bind(blind(PETROV))
    .fetch_all(at.db.owner())
    .await
    .unwrap();
    assert_eq!(ends, [86_400.0]);
}

#[tokio::test(flavor = "multi_thread")]
async fn each_fault_of_a_naming_is_said_at_its_field_and_what_was_typed_stays() {
    let at = Wardlight::open().await;
    let okafor = at.sign_in(OKAFOR).await.unwrap();
    let fields = [
        ("email", OKAFOR),
        ("known_as", "my son"),
        ("days", "30"),
        ("values", "true"),
    ];
    let own = at.act("/my/proxies", &okafor, &fields).await;
    let said = at.text("/my/proxies", &okafor, Some(&own)).await;
    assert!(
        said.contains("This is your own address") && said.contains("value=\"my son\""),
        "{said}"
    );
    let nothing = at.name_carer(&okafor, "son@example.org", &[]).await;
    let said = at.text("/my/proxies", &okafor, Some(&nothing)).await;
    assert!(said.contains("Choose at least one part") && said.contains("href=\"#sections\""));
    at.name_carer(&okafor, "son@example.org", &["values"]).await;
    let twice = at.name_carer(&okafor, "Son@example.org", &["values"]).await;
    assert!(
        at.text("/my/proxies", &okafor, Some(&twice))
            .await
            .contains("You have named this address already")
    );
}
