//! What a patient lets others do: given and withdrawn by her alone, and true from the next request on.

use reqwest::{Response, StatusCode};

use crate::sign_in::{OKAFOR, form, page};
use crate::support::Wardlight;

const SILVA: &str = "silva@lakeside.example";
const HADDAD: &str = "haddad@riverbend.example";

impl Wardlight {
    /// Posts a form as this person, and answers what the next page says of it.
    pub async fn act(&self, path: &str, cookie: &str, fields: &[(&str, &str)]) -> Response {
        form(self, path, fields).header("cookie", cookie).send().await.unwrap()
    }

    /// The text of a page without the marks at which the page's program takes over, with what it says once after `before`.
    pub async fn text(&self, path: &str, cookie: &str, before: Option<&Response>) -> String {
        let said = before.and_then(|answer| {
            let lines = answer.headers().get_all("set-cookie").iter();
            let mut lines = lines.filter_map(|line| line.to_str().ok()?.split(';').next());
            lines.find(|pair| pair.contains("wl_said")).map(str::to_owned)
        });
        let cookies = [cookie.to_owned(), said.unwrap_or_default()].join("; ");
        page(self, path, &cookies)
            .await
            .text()
            .await
            .unwrap()
            .replace("<!>", "")
    }

    /// How often the audit has this action with this outcome.
    pub async fn traced(&self, action: &str, outcome: &str) -> i64 {
        sqlx::query_scalar("SELECT count(*) FROM audit_entry WHERE action = $1 AND outcome = $2")
            .bind(action)
            .bind(outcome)
            .fetch_one(self.db.owner())
            .await
            .unwrap()
    }

    /// Okafor agrees that Lakeside treats her.
    async fn let_lakeside_in(&self, okafor: &str) -> Response {
        let to = self.lakeside.id.to_string();
        let fields = [("purpose", "treatment"), ("version", "1"), ("to", to.as_str())];
        self.act("/my/consents", okafor, &fields).await
    }

    /// The ids of what holds, newest first.
    async fn holding(&self) -> Vec<uuid::Uuid> {
        sqlx::query_scalar("SELECT id FROM consent WHERE upper_inf(during) ORDER BY id DESC")
            .fetch_all(self.db.owner())
            .await
            .unwrap()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn okafor_lets_lakeside_read_her_record_and_takes_it_back() {
    let at = Wardlight::open().await;
    let (okafor, silva) = (at.sign_in(OKAFOR).await.unwrap(), at.sign_in(SILVA).await.unwrap());
    let chart = format!("/patients/{}", at.riverbend.patients[0]);
    assert_eq!(page(&at, &chart, &silva).await.status(), StatusCode::NOT_FOUND);

    let offer = at.text("/my/consents", &okafor, None).await;
    assert!(offer.contains("Doctors of the hospital that I name may read my record wherever it is held, to treat me."));
    assert!(
        offer.contains("Lakeside") && !offer.contains("Riverbend General</option>"),
        "{offer}"
    );
    let agreed = at.let_lakeside_in(&okafor).await;
    assert_eq!(agreed.status(), StatusCode::SEE_OTHER);
    let said = at.text("/my/consents", &okafor, Some(&agreed)).await;
    assert!(
        said.contains("It holds from now on") && said.contains("Withdraw: Treatment in another hospital, Lakeside")
    );

    let opened = page(&at, &chart, &silva).await;
    assert_eq!(opened.status(), StatusCode::OK);
    assert!(opened.text().await.unwrap().contains("OKAFOR"));
    let other = format!("/patients/{}", at.riverbend.patients[1]);
    assert_eq!(
        page(&at, &other, &silva).await.status(),
        StatusCode::NOT_FOUND,
        "Mwangi has agreed to nothing"
    );

    let id = at.holding().await[0].to_string();
    let back = at.act("/my/consents/withdraw", &okafor, &[("consent", &id)]).await;
    assert_eq!(back.status(), StatusCode::SEE_OTHER);
    assert_eq!(
        page(&at, &chart, &silva).await.status(),
        StatusCode::NOT_FOUND,
        "at once"
    );
    let after = at.text("/my/consents", &okafor, Some(&back)).await;
    assert!(
        after.contains("It has ended") && after.contains("What I agreed to before"),
        "{after}"
    );
    let again = at.act("/my/consents/withdraw", &okafor, &[("consent", &id)]).await;
    assert!(
        at.text("/my/consents", &okafor, Some(&again))
            .await
            .contains("withdrawn already")
    );
    assert_eq!(
        (
            at.traced("consent.give", "allowed").await,
            at.traced("consent.withdraw", "allowed").await
        ),
        (1, 1)
    );

    // And she may agree again.
    at.let_lakeside_in(&okafor).await;
    assert_eq!(page(&at, &chart, &silva).await.status(), StatusCode::OK);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_gives_or_withdraws_for_her() {
    let at = Wardlight::open().await;
    let okafor = at.sign_in(OKAFOR).await.unwrap();
    at.let_lakeside_in(&okafor).await;
    let id = at.holding().await[0].to_string();
    let petrov = at.sign_in("petrov@lakeside.example").await.unwrap();
    let answer = at.act("/my/consents/withdraw", &petrov, &[("consent", &id)]).await;
    assert_eq!(answer.status(), StatusCode::NOT_FOUND, "another patient");
    for staff in ["rao@riverbend.example", HADDAD, SILVA] {
        let cookie = at.sign_in(staff).await.unwrap();
        for (path, fields) in [
            ("/my/consents/withdraw", vec![("consent", id.as_str())]),
            ("/my/consents", vec![("purpose", "research"), ("version", "1")]),
        ] {
            let answer = at.act(path, &cookie, &fields).await;
            assert_eq!(
                answer.headers()["location"].to_str().unwrap().split('?').next(),
                Some("/sign-in"),
                "{staff} {path}"
            );
        }
    }
    assert_eq!(at.holding().await.len(), 1);

    // Row security says so too: the hospital that holds the record writes no consent into it.
    let mut tx = at.db.app.begin().await.unwrap();
    sqlx::query("SELECT set_config('app.hospital_id', $1, true)")
        .bind(at.riverbend.id.to_string())
        .execute(&mut *tx)
        .await
        .unwrap();
    let withdrawn = sqlx::query("UPDATE consent SET during = tstzrange(lower(during), now())")
        .execute(&mut *tx)
        .await
        .unwrap();
    assert_eq!(withdrawn.rows_affected(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn she_agrees_to_the_newest_words_and_to_nobody_in_particular_not_at_all() {
    let at = Wardlight::open().await;
    let okafor = at.sign_in(OKAFOR).await.unwrap();
    sqlx::query(
        "INSERT INTO consent_text (purpose, version, language, words) VALUES ('research', 2, 'en', 'Newer words.')",
    )
    .execute(at.db.owner())
    .await
    .unwrap();
    let old = at
        .act("/my/consents", &okafor, &[("purpose", "research"), ("version", "1")])
        .await;
    let said = at.text("/my/consents", &okafor, Some(&old)).await;
    assert!(
        said.contains("The words have changed") && said.contains("Newer words."),
        "{said}"
    );
    let nobody = at
        .act("/my/consents", &okafor, &[("purpose", "treatment"), ("version", "1")])
        .await;
    assert!(
        at.text("/my/consents", &okafor, Some(&nobody))
            .await
            .contains("Choose the hospital that may read")
    );
    let here = at.riverbend.id.to_string();
    let own = at
        .act(
            "/my/consents",
            &okafor,
            &[("purpose", "treatment"), ("version", "1"), ("to", &here)],
        )
        .await;
    assert!(
        at.text("/my/consents", &okafor, Some(&own))
            .await
            .contains("Choose another hospital")
    );
    assert_eq!(at.holding().await.len(), 0);
    at.act("/my/consents", &okafor, &[("purpose", "research"), ("version", "2")])
        .await;
    let twice = at
        .act("/my/consents", &okafor, &[("purpose", "research"), ("version", "2")])
        .await;
    assert!(
        at.text("/my/consents", &okafor, Some(&twice))
            .await
            .contains("agreed to this already")
    );
    assert_eq!(at.holding().await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn data_of_her_own_devices_is_agreed_to_kind_by_kind() {
    let at = Wardlight::open().await;
    let okafor = at.sign_in(OKAFOR).await.unwrap();
    for scope in ["heart_rate", "sleep"] {
        at.act(
            "/my/consents",
            &okafor,
            &[("purpose", "wearables"), ("version", "1"), ("scope", scope)],
        )
        .await;
    }
    let held = at.holding().await;
    assert_eq!(held.len(), 2);
    at.act("/my/consents/withdraw", &okafor, &[("consent", &held[0].to_string())])
        .await;
    let left: Vec<String> = sqlx::query_scalar("SELECT scope FROM consent WHERE upper_inf(during)")
        .fetch_all(at.db.owner())
        .await
        .unwrap();
    assert_eq!(left, ["heart_rate"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_admin_sees_which_hold_by_number_and_purpose() {
    let at = Wardlight::open().await;
    let (okafor, haddad) = (at.sign_in(OKAFOR).await.unwrap(), at.sign_in(HADDAD).await.unwrap());
    at.let_lakeside_in(&okafor).await;
    at.act("/my/consents", &okafor, &[("purpose", "insurer"), ("version", "1")])
        .await;
    let all = at.text("/hospital/consents", &haddad, None).await;
    assert!(
        all.contains("RG-10000000000017") && all.contains("Lakeside") && !all.contains("Okafor"),
        "{all}"
    );
    let rows = |text: &str| text.matches("RG-10000000000017</th>").count();
    assert_eq!(rows(&all), 2);
    assert_eq!(
        rows(&at.text("/hospital/consents?purpose=insurer", &haddad, None).await),
        1
    );
    assert_eq!(rows(&at.text("/hospital/consents?number=RG-1", &haddad, None).await), 0);
    let newest = at.holding().await[0].to_string();
    at.act("/my/consents/withdraw", &okafor, &[("consent", &newest)]).await;
    assert_eq!(rows(&at.text("/hospital/consents", &haddad, None).await), 1);
    let older = format!("/hospital/consents?purpose=&number=&after={newest}");
    assert_eq!(rows(&at.text(&older, &haddad, None).await), 1, "older than the newest");
}
