//! Signing in and out, as a browser and as somebody who means harm would try it.

use std::time::Instant;

use hospital::identity::sign_in::REFUSED;
use reqwest::{RequestBuilder, Response, StatusCode};

use crate::support::{PASSWORD, Wardlight, blind};

pub const RAO: &str = "rao@riverbend.example";
pub const ACHIENG: &str = "achieng@riverbend.example";
pub const OKAFOR: &str = "okafor@riverbend.example";

/// A form post as a browser sends it from our own page.
pub fn form(at: &Wardlight, path: &str, fields: &[(&str, &str)]) -> RequestBuilder {
    at.client
        .post(at.url(path))
        .header("origin", format!("http://{}", at.addr))
        .header("sec-fetch-site", "same-origin")
        .form(fields)
}

pub async fn try_in(at: &Wardlight, login: &str, password: &str) -> Response {
    form(at, "/sign-in", &[("login", login), ("password", password)])
        .send()
        .await
        .unwrap()
}

pub async fn page(at: &Wardlight, path: &str, cookie: &str) -> Response {
    at.client
        .get(at.url(path))
        .header("accept", "text/html")
        .header("cookie", cookie)
        .send()
        .await
        .unwrap()
}

pub fn location(answer: &Response) -> &str {
    answer.headers().get("location").map_or("", |to| to.to_str().unwrap())
}

/// `name=value` of the cookie `name` that the answer sets.
pub fn cookie(answer: &Response, name: &str) -> Option<String> {
    let lines = answer
        .headers()
        .get_all("set-cookie")
        .iter()
        .map(|line| line.to_str().unwrap());
    lines
        .filter_map(|line| line.split(';').next())
        .find(|pair| pair.starts_with(&format!("{name}=")))
        .map(str::to_owned)
}

pub async fn is_in(at: &Wardlight, path: &str, cookie: &str) -> bool {
    page(at, path, cookie).await.status() == StatusCode::OK
}

#[tokio::test]
async fn dr_rao_signs_in_comes_home_and_signs_out() {
    let at = Wardlight::open().await;
    let answer = try_in(&at, " Rao@Riverbend.example", PASSWORD).await;
    assert_eq!((answer.status(), location(&answer)), (StatusCode::SEE_OTHER, "/ward"));
    let line = answer.headers()["set-cookie"].to_str().unwrap();
    assert!(
        line.starts_with("__Host-wl_staff=") && line.ends_with("; Path=/; Secure; HttpOnly; SameSite=Lax"),
        "{line}"
    );
    let mine = cookie(&answer, "__Host-wl_staff").unwrap();

    let account = page(&at, "/account", &mine).await;
    assert_eq!(account.status(), StatusCode::OK);
    assert_eq!(account.headers()["cache-control"], "no-store");
    assert!(
        cookie(&account, "__Host-wl_staff").is_none(),
        "a page sets no cookie anew"
    );

    let out = form(&at, "/sign-out", &[])
        .header("cookie", &mine)
        .send()
        .await
        .unwrap();
    assert_eq!((out.status(), location(&out)), (StatusCode::SEE_OTHER, "/sign-in"));
    assert_eq!(cookie(&out, "__Host-wl_staff").as_deref(), Some("__Host-wl_staff="));
    let back = page(&at, "/account", &mine).await;
    assert_eq!(
        (back.status(), location(&back)),
        (StatusCode::SEE_OTHER, "/sign-in?next=/account"),
        "a copy of the cookie is dead"
    );
}

#[tokio::test]
async fn a_refusal_says_the_same_whoever_was_named_and_says_it_once() {
    let at = Wardlight::open().await;
    sqlx::query("UPDATE app_user SET is_active = false WHERE email_blind = $1")
        .bind(blind(ACHIENG))
        .execute(at.db.owner())
        .await
        .unwrap();
    for (login, password) in [
        (RAO, "another password"),
        ("nobody@riverbend.example", "another password"),
        (ACHIENG, PASSWORD),
        ("+254 700 000 009", "x"),
    ] {
        let answer = try_in(&at, login, password).await;
        assert_eq!(
            (answer.status(), location(&answer)),
            (StatusCode::SEE_OTHER, "/sign-in"),
            "{login}"
        );
        assert!(cookie(&answer, "__Host-wl_staff").is_none());
        let flash = cookie(&answer, "__Host-wl_flash").unwrap();
        let said = page(&at, "/sign-in", &flash).await.text().await.unwrap();
        assert!(said.contains(REFUSED) && said.contains(login), "{login}: {said}");
        assert!(!said.contains("another password"));
        let again = page(&at, "/sign-in", &flash).await.text().await.unwrap();
        assert!(!again.contains(REFUSED), "it is said once");
    }
    let empty = try_in(&at, "", "").await;
    let said = page(&at, "/sign-in", &cookie(&empty, "__Host-wl_flash").unwrap())
        .await
        .text()
        .await
        .unwrap();
    assert!(
        said.contains("Enter your e-mail address or phone number.") && said.contains("Enter your password."),
        "{said}"
    );
    let failures: i64 = sqlx::query_scalar(
        "SELECT count(*) FROM audit_entry WHERE action = 'session.open' AND outcome = 'failed'
         AND (subject_id IS NULL OR subject_id IN (SELECT id FROM app_user))",
    )
    .fetch_one(at.db.owner())
    .await
    .unwrap();
    assert_eq!(failures, 4);
}

#[tokio::test]
async fn a_login_that_nobody_has_takes_as_long_as_one_that_somebody_has() {
    let at = Wardlight::open().await;
    let (mut known, mut unknown) = (Vec::new(), Vec::new());
    for _ in 0..5 {
        for (login, times) in [(RAO, &mut known), ("nobody@riverbend.example", &mut unknown)] {
            let begun = Instant::now();
            try_in(&at, login, "another password").await;
            times.push(begun.elapsed().as_secs_f64());
        }
    }
    known.sort_by(f64::total_cmp);
    unknown.sort_by(f64::total_cmp);
    // The machine is shared, so the bound is wide; leaving the hash out makes the ratio ten and more.
    let ratio = known[2] / unknown[2];
    assert!((0.5..2.0).contains(&ratio), "medians {} and {}", known[2], unknown[2]);
}

#[tokio::test]
async fn ten_wrong_passwords_close_an_account_for_a_while_and_no_other() {
    let at = Wardlight::open().await;
    for _ in 0..10 {
        assert_eq!(try_in(&at, RAO, "guess").await.status(), StatusCode::SEE_OTHER);
    }
    let closed = form(&at, "/sign-in", &[("login", RAO), ("password", PASSWORD)])
        .header("x-forwarded-for", "203.0.113.9")
        .send()
        .await
        .unwrap();
    assert_eq!(closed.status(), StatusCode::TOO_MANY_REQUESTS);
    assert!(closed.headers().contains_key("retry-after"));
    assert!(
        closed
            .text()
            .await
            .unwrap()
            .contains("Too many tries. Wait 15 minutes.")
    );
    assert!(at.sign_in(ACHIENG).await.is_some());
}

#[tokio::test]
async fn a_planted_session_id_is_never_taken_over() {
    let at = Wardlight::open().await;
    let planted = "__Host-wl_staff=AAAAAAAAAAAAAAAAAAAAAA";
    let answer = form(&at, "/sign-in", &[("login", RAO), ("password", PASSWORD)])
        .header("cookie", planted)
        .send()
        .await
        .unwrap();
    let first = cookie(&answer, "__Host-wl_staff").unwrap();
    assert_ne!(first, planted);
    assert!(!is_in(&at, "/account", planted).await && is_in(&at, "/account", &first).await);
    let answer = form(&at, "/sign-in", &[("login", RAO), ("password", PASSWORD)])
        .header("cookie", &first)
        .send()
        .await
        .unwrap();
    let second = cookie(&answer, "__Host-wl_staff").unwrap();
    assert_ne!(first, second);
    assert!(
        !is_in(&at, "/account", &first).await,
        "the id from before signing in again is dead"
    );
    assert!(is_in(&at, "/account", &second).await);
}

#[tokio::test]
async fn no_other_site_signs_anybody_in_or_out() {
    let at = Wardlight::open().await;
    let mine = at.sign_in(RAO).await.unwrap();
    let fields = [("login", RAO), ("password", PASSWORD)];
    let probes: [&[(&str, &str)]; 5] = [
        &[("sec-fetch-site", "cross-site")],
        &[("sec-fetch-site", "same-site"), ("origin", "http://other.localhost")],
        &[("origin", "https://evil.example")],
        &[("origin", "null")],
        // A cookie and no word of where it comes from.
        &[("cookie", &mine)],
    ];
    for path in ["/sign-in", "/sign-out"] {
        for probe in probes {
            let mut request = at.client.post(at.url(path)).form(&fields);
            for (name, value) in probe {
                request = request.header(*name, *value);
            }
            let answer = request.send().await.unwrap();
            assert_eq!(answer.status(), StatusCode::FORBIDDEN, "{path} {probe:?}");
            assert!(answer.headers().get("set-cookie").is_none());
        }
    }
    assert!(is_in(&at, "/account", &mine).await, "nobody was signed out");
}

#[tokio::test]
async fn after_signing_in_only_pages_of_ours_are_opened() {
    let at = Wardlight::open().await;
    for (next, expected) in [
        ("/account", "/account"),
        ("/patients/0190?before=7", "/patients/0190?before=7"),
        ("//evil.example", "/ward"),
        ("/\\evil.example", "/ward"),
        ("https://evil.example/", "/ward"),
        ("/ward\r\nset-cookie: a=b", "/ward"),
        ("/my", "/ward"),
        ("/sign-in", "/ward"),
    ] {
        let answer = form(
            &at,
            "/sign-in",
            &[("login", RAO), ("password", PASSWORD), ("next", next)],
        )
        .send()
        .await
        .unwrap();
        assert_eq!(
            (answer.status(), location(&answer)),
            (StatusCode::SEE_OTHER, expected),
            "{next:?}"
        );
    }
    let patient = try_in(&at, OKAFOR, PASSWORD).await;
    assert_eq!(location(&patient), "/my");
    let refused = form(
        &at,
        "/sign-in",
        &[("login", RAO), ("password", "guess"), ("next", "/account")],
    )
    .send()
    .await
    .unwrap();
    assert_eq!(
        location(&refused),
        "/sign-in?next=/account",
        "a refusal remembers where to"
    );
}
