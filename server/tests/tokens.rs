//! Tokens for programs, as programs and thieves would use them. Dr Rao's phone is the program of most stories.

mod clients;
mod devices;
mod families;
mod forged;
mod guarded;
mod keys;
mod pages;

use std::time::{Duration, Instant};

use reqwest::{RequestBuilder, Response, StatusCode};
use serde_json::{Value, json};

use crate::sign_in::{ACHIENG, OKAFOR, RAO};
use crate::support::{PASSWORD, Wardlight};

/// What ends somewhere is dead everywhere within this.
const A_SECOND: Duration = Duration::from_secs(1);

/// A pair of tokens as a program keeps it.
#[derive(Clone, Debug)]
struct Pair {
    access: String,
    refresh: String,
}

impl Pair {
    fn of(body: &Value) -> Self {
        let text = |name: &str| body[name].as_str().unwrap_or_default().to_owned();
        Self {
            access: text("access_token"),
            refresh: text("refresh_token"),
        }
    }
}

/// Posts JSON to one of the doors under `/api/v1/auth`.
fn post(at: &Wardlight, door: &str, body: &Value) -> RequestBuilder {
    at.client.post(at.url(&format!("/api/v1/auth/{door}"))).json(body)
}

async fn log_in(at: &Wardlight, login: &str) -> Pair {
    let answer = post(at, "login", &json!({ "login": login, "password": PASSWORD }))
        .send()
        .await
        .unwrap();
    assert_eq!(answer.status(), StatusCode::OK, "{login}");
    Pair::of(&answer.json().await.unwrap())
}

/// The next pair, or the status of the refusal.
async fn refresh(at: &Wardlight, token: &str) -> Result<Pair, u16> {
    let answer = post(at, "refresh", &json!({ "refresh_token": token }))
        .send()
        .await
        .unwrap();
    match answer.status() {
        StatusCode::OK => Ok(Pair::of(&answer.json().await.unwrap())),
        refused => Err(refused.as_u16()),
    }
}

async fn me(at: &Wardlight, access: &str) -> Response {
    at.client
        .get(at.url("/api/v1/auth/me"))
        .bearer_auth(access)
        .send()
        .await
        .unwrap()
}

async fn is_in(at: &Wardlight, access: &str) -> bool {
    match me(at, access).await.status() {
        StatusCode::OK => true,
        StatusCode::UNAUTHORIZED => false,
        other => panic!("{other}"),
    }
}

/// Waits until an access token is dead; it must be within a second of `since`.
async fn dies(at: &Wardlight, access: &str, since: Instant) {
    while is_in(at, access).await {
        assert!(since.elapsed() < A_SECOND, "still alive after a second");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

async fn do_sql(at: &Wardlight, sql: &'static str) {
    sqlx::query(sql).execute(at.db.owner()).await.unwrap();
}

async fn count(at: &Wardlight, sql: &'static str) -> i64 {
    sqlx::query_scalar(sql).fetch_one(at.db.owner()).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn dr_raos_phone_signs_in_asks_who_it_is_and_signs_out() {
    let at = Wardlight::open().await;
    let answer = post(
        &at,
        "login",
        &json!({ "login": " Rao@Riverbend.example", "password": PASSWORD }),
    )
    .send()
    .await
    .unwrap();
    assert_eq!(
        (answer.status(), &answer.headers()["cache-control"]),
        (StatusCode::OK, &"no-store".parse().unwrap())
    );
    assert!(!answer.headers().contains_key("set-cookie"));
    let body: Value = answer.json().await.unwrap();
    assert_eq!(
        (&body["token_type"], &body["expires_in"]),
        (&json!("Bearer"), &json!(600))
    );
    assert_eq!(body["refresh_expires_in"], json!(30 * 86_400));
    let pair = Pair::of(&body);
    assert!(pair.refresh.starts_with("wlr_") && pair.refresh.len() == 68);

    let who: Value = me(&at, &pair.access).await.json().await.unwrap();
    assert_eq!((&who["kind"], &who["name"]), (&json!("staff"), &json!("Dr Anika Rao")));
    assert_eq!(
        (&who["roles"], &who["hospital"]["name"]),
        (&json!(["doctor"]), &json!("Riverbend General"))
    );
    let patient: Value = me(&at, &log_in(&at, OKAFOR).await.access).await.json().await.unwrap();
    assert_eq!((&patient["kind"], &patient["roles"]), (&json!("patient"), &json!([])));

    let out = at
        .client
        .post(at.url("/api/v1/auth/logout"))
        .bearer_auth(&pair.access)
        .send()
        .await
        .unwrap();
    assert_eq!(out.status(), StatusCode::NO_CONTENT);
    dies(&at, &pair.access, Instant::now()).await;
    assert_eq!(refresh(&at, &pair.refresh).await.unwrap_err(), 401);
    assert_eq!(
        count(&at, "SELECT count(*) FROM token_family WHERE ended_why = 'signed_out'").await,
        1
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn signing_out_with_a_refresh_token_needs_no_access_token_and_tells_nothing() {
    let at = Wardlight::open().await;
    let pair = log_in(&at, RAO).await;
    let next = refresh(&at, &pair.refresh).await.unwrap();
    for token in ["wlr_unknown", "no token at all", pair.refresh.as_str()] {
        let out = post(&at, "logout", &json!({ "refresh_token": token }))
            .send()
            .await
            .unwrap();
        assert_eq!(out.status(), StatusCode::NO_CONTENT, "{token}");
    }
    dies(&at, &next.access, Instant::now()).await;
    let stranger = at
        .client
        .post(at.url("/api/v1/auth/logout"))
        .bearer_auth("nothing")
        .send()
        .await
        .unwrap();
    assert_eq!(stranger.status(), StatusCode::UNAUTHORIZED);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refusal_says_the_same_whoever_was_named_and_ten_close_the_account_for_browsers_too() {
    let at = Wardlight::open().await;
    do_sql(
        &at,
        "UPDATE app_user SET is_active = false WHERE display_name = 'B. Achieng'",
    )
    .await;
    let mut said = Vec::new();
    for (login, password) in [
        (RAO, "another password"),
        ("nobody@riverbend.example", "another password"),
        (ACHIENG, PASSWORD),
    ] {
        let answer = post(&at, "login", &json!({ "login": login, "password": password }))
            .send()
            .await
            .unwrap();
        assert_eq!(answer.status(), StatusCode::UNAUTHORIZED, "{login}");
        assert_eq!(answer.headers()["content-type"], "application/problem+json");
        said.push(answer.text().await.unwrap());
    }
    assert!(
        said.iter()
            .all(|text| *text == said[0] && !text.contains("another password")),
        "{said:?}"
    );
    for _ in 0..9 {
        post(&at, "login", &json!({ "login": RAO, "password": "guess" }))
            .send()
            .await
            .unwrap();
    }
    let closed = post(&at, "login", &json!({ "login": RAO, "password": PASSWORD }))
        .send()
        .await
        .unwrap();
    assert_eq!(closed.status(), StatusCode::TOO_MANY_REQUESTS);
    assert!(closed.headers().contains_key("retry-after"));
    assert!(
        at.sign_in(RAO).await.is_none(),
        "the same account is closed for browsers"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_sign_in_is_refused_with_a_sentence() {
    let at = Wardlight::open().await;
    for (body, status) in [
        (json!({ "login": RAO }), 422),
        (
            json!({ "login": RAO, "password": PASSWORD, "role": "hospital_admin" }),
            422,
        ),
        (json!({ "login": "", "password": PASSWORD }), 422),
        (json!([]), 422),
        (json!({ "login": RAO, "password": "x".repeat(20_000) }), 413),
    ] {
        let answer = post(&at, "login", &body).send().await.unwrap();
        assert_eq!(answer.status().as_u16(), status, "{body}");
        assert!(!answer.text().await.unwrap().contains(PASSWORD));
    }
    let form = at
        .client
        .post(at.url("/api/v1/auth/login"))
        .body("login=a")
        .send()
        .await
        .unwrap();
    assert_eq!(form.status().as_u16(), 415);
    let foreign =
        post(&at, "login", &json!({ "login": RAO, "password": PASSWORD })).header("origin", "https://evil.example");
    assert_eq!(
        foreign.send().await.unwrap().status().as_u16(),
        403,
        "another site's script does not sign in"
    );
}
