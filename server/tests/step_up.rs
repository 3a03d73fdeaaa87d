//! A proof of at most five minutes, a new id at every change of privilege, and an admin who ends sessions.

use std::time::{Duration, Instant};

use hospital::identity::sessions::Why;
use reqwest::StatusCode;

use crate::factor::{after, guard, post};
use crate::sign_in::{ACHIENG, OKAFOR, RAO, cookie, is_in, location, page};
use crate::support::{PASSWORD, Wardlight};

const HADDAD: &str = "haddad@riverbend.example";

#[tokio::test(flavor = "multi_thread")]
async fn after_five_minutes_dr_rao_is_asked_again_and_goes_on() {
    let at = Wardlight::open().await;
    let mine = at.sign_in(RAO).await.unwrap();
    at.later(299);
    let begun = post(&at, "/account/factor/begin", &mine, &[]).await;
    assert_eq!(location(&begun), "/account/factor", "signing in is a proof");
    at.later(2);
    let asked = post(&at, "/account/factor/begin", &mine, &[]).await;
    assert_eq!(location(&asked), "/account/prove?next=/account/factor/begin");
    let shown = page(&at, "/account/factor", &mine).await.text().await.unwrap();
    assert!(
        !shown.contains("factor-key"),
        "what is being set up is not shown any more"
    );

    let wrong = post(
        &at,
        "/account/prove",
        &mine,
        &[("password", "guess"), ("next", "/account/factor")],
    )
    .await;
    assert_eq!(location(&wrong), "/account/prove?next=/account/factor");
    assert!(
        after(&at, &wrong, &mine)
            .await
            .contains("This is not the password of this account.")
    );
    assert!(is_in(&at, "/account", &mine).await, "a wrong one changes nothing");

    let mut heard = at.house.sessions.ended();
    let right = post(
        &at,
        "/account/prove",
        &mine,
        &[("password", PASSWORD), ("next", "/account/factor")],
    )
    .await;
    assert_eq!(location(&right), "/account/factor");
    let proved = cookie(&right, "__Host-wl_staff").unwrap();
    assert_ne!(proved, mine);
    let told = tokio::time::timeout(Duration::from_secs(1), heard.recv())
        .await
        .expect("open pages hear of it")
        .unwrap();
    assert_eq!(told.why, Why::Changed);
    assert!(!is_in(&at, "/account", &mine).await, "a copy of the old id is dead");
    assert!(is_in(&at, "/account", &proved).await);
    let begun = post(&at, "/account/factor/begin", &proved, &[]).await;
    assert_eq!(location(&begun), "/account/factor");
    let ends: Vec<bool> =
        sqlx::query_scalar("SELECT expires_at = created_at + interval '12 hours' FROM browser_session")
            .fetch_all(at.db.owner())
            .await
            .unwrap();
    assert_eq!(ends, [true], "one session still, and it ends when it would have");
}

/// What lets a program or a person in for good asks who sits there.
#[tokio::test(flavor = "multi_thread")]
async fn tokens_of_devices_and_accounts_of_patients_are_given_by_who_proves_who_they_are() {
    let at = Wardlight::open().await;
    let haddad = at.sign_in(HADDAD).await.unwrap();
    let nobody = uuid::Uuid::nil().to_string();
    let fields = [
        ("device", "Monitor 01"),
        ("application", nobody.as_str()),
        ("patient", nobody.as_str()),
        ("reason", "no_chart"),
    ];
    for (ahead, wanted) in [(0, false), (301, true)] {
        at.later(ahead);
        for door in [
            "/hospital/devices/tokens",
            "/registrations/confirm",
            "/registrations/refuse",
        ] {
            let answer = post(&at, door, &haddad, &fields).await;
            let to = answer.headers().get("location").and_then(|to| to.to_str().ok());
            let asked = to.is_some_and(|to| to.starts_with("/account/prove"));
            assert_eq!(asked, wanted, "{door} after {ahead} s: {answer:?}");
        }
    }
    assert!(
        is_in(&at, "/registrations", &haddad).await,
        "the list alone asks for nothing"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn who_has_a_factor_proves_it_too() {
    let at = Wardlight::open().await;
    let rao = guard(&at, RAO, "/account").await;
    at.later(301);
    for (password, code) in [(PASSWORD, ""), (PASSWORD, "000000"), ("guess", &rao.code(&at) as &str)] {
        let refused = post(
            &at,
            "/account/prove",
            &rao.cookie,
            &[("password", password), ("code", code)],
        )
        .await;
        assert!(location(&refused).starts_with("/account/prove"), "{code:?}");
        assert!(cookie(&refused, "__Host-wl_staff").is_none());
    }
    // A new password is not the proof that another act asks for.
    let changed = post(
        &at,
        "/account/password",
        &rao.cookie,
        &[
            ("old_password", PASSWORD),
            ("new_password", "three grey herons wade"),
            ("code", &rao.codes[0]),
        ],
    )
    .await;
    let mine = cookie(&changed, "__Host-wl_staff").unwrap();
    let asked = post(&at, "/account/factor/codes", &mine, &[]).await;
    assert!(location(&asked).starts_with("/account/prove"));
    let proof = [("password", "three grey herons wade"), ("code", &rao.code(&at) as &str)];
    let right = post(&at, "/account/prove", &mine, &proof).await;
    let proved = cookie(&right, "__Host-wl_staff").expect("proved");
    let renewed = post(&at, "/account/factor/codes", &proved, &[]).await;
    assert_eq!(location(&renewed), "/account/factor");
}

#[tokio::test(flavor = "multi_thread")]
async fn guesses_at_the_proof_are_counted_like_those_at_the_door() {
    let at = Wardlight::open().await;
    let mine = at.sign_in(RAO).await.unwrap();
    for _ in 0..10 {
        let wrong = post(&at, "/account/prove", &mine, &[("password", "guess")]).await;
        assert_eq!(wrong.status(), StatusCode::SEE_OTHER);
    }
    let closed = post(&at, "/account/prove", &mine, &[("password", PASSWORD)]).await;
    assert_eq!(closed.status(), StatusCode::TOO_MANY_REQUESTS);
    let counted: i32 = sqlx::query_scalar("SELECT in_a_row FROM sign_in_failures")
        .fetch_one(at.db.owner())
        .await
        .unwrap();
    assert_eq!(counted, 10);
}

#[tokio::test(flavor = "multi_thread")]
async fn only_a_page_of_ours_and_of_the_realm_is_gone_on_to() {
    let at = Wardlight::open().await;
    for (next, expected) in [
        ("//evil.example", "/account"),
        ("https://evil.example", "/account"),
        ("/my/account", "/account"),
        ("/sign-in/code", "/account"),
        ("/ward?bed=3", "/ward?bed=3"),
    ] {
        let mine = at.sign_in(RAO).await.unwrap();
        let right = post(&at, "/account/prove", &mine, &[("password", PASSWORD), ("next", next)]).await;
        assert_eq!(location(&right), expected, "{next}");
    }
}

/// The hexadecimal ids of a page's sessions, beside whose they are.
fn ids(html: &str) -> Vec<String> {
    let fields = html.split("name=\"session\" value=\"").skip(1);
    fields
        .map(|rest| rest.split('"').next().unwrap().to_owned())
        .filter(|id| id != "all")
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn dr_rao_ends_one_session_or_all() {
    let at = Wardlight::open().await;
    let (lost, mine) = (at.sign_in(RAO).await.unwrap(), at.sign_in(RAO).await.unwrap());
    let html = page(&at, "/account", &mine).await.text().await.unwrap();
    let ids = ids(&html);
    assert_eq!(ids.len(), 2, "newest first: {html}");
    let begun = Instant::now();
    post(&at, "/account/sessions", &mine, &[("session", &ids[1])]).await;
    assert!(!is_in(&at, "/account", &lost).await && begun.elapsed() < Duration::from_secs(1));
    assert!(is_in(&at, "/account", &mine).await);
    let nurse = at.sign_in(ACHIENG).await.unwrap();
    post(&at, "/account/sessions", &nurse, &[("session", &ids[0])]).await;
    assert!(is_in(&at, "/account", &mine).await, "nobody ends somebody else's");
    let all = post(&at, "/account/sessions", &mine, &[("session", "all")]).await;
    assert_eq!(location(&all), "/sign-in");
    // As at sign-out: nothing stays in this browser.
    assert_eq!(all.headers()["clear-site-data"], "\"cache\", \"storage\"");
    assert!(
        all.headers()["set-cookie"]
            .to_str()
            .unwrap()
            .starts_with("__Host-wl_staff=; ")
    );
    assert!(!is_in(&at, "/account", &mine).await && is_in(&at, "/account", &nurse).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_admin_sees_and_ends_sessions_of_the_hospitals_people_and_of_nobody_else() {
    let at = Wardlight::open().await;
    let admin = at.sign_in(HADDAD).await.unwrap();
    let nurse = at.sign_in(ACHIENG).await.unwrap();
    let patient = at.sign_in(OKAFOR).await.unwrap();
    let elsewhere = at.sign_in("silva@lakeside.example").await.unwrap();
    let html = page(&at, "/hospital/sessions", &admin).await.text().await.unwrap();
    assert!(
        html.contains("B. Achieng") && !html.contains("Amara Okafor") && !html.contains("Silva"),
        "{html}"
    );
    assert_eq!(ids(&html).len(), 2);
    for (whom, cookie) in [("patient", &patient), ("elsewhere", &elsewhere)] {
        let id = cookie.split('=').nth(1).unwrap();
        let key = hospital::identity::SessionKey::of_id(id.as_bytes()).hex();
        let refused = post(&at, "/hospital/sessions", &admin, &[("session", &key)]).await;
        assert_eq!(refused.status(), StatusCode::NOT_FOUND, "{whom}");
    }
    assert!(is_in(&at, "/my", &patient).await && is_in(&at, "/account", &elsewhere).await);
    let id = nurse.split('=').nth(1).unwrap();
    let key = hospital::identity::SessionKey::of_id(id.as_bytes()).hex();
    let begun = Instant::now();
    post(&at, "/hospital/sessions", &admin, &[("session", &key)]).await;
    assert!(!is_in(&at, "/account", &nurse).await && begun.elapsed() < Duration::from_secs(1));
    let audited: i64 =
        sqlx::query_scalar("SELECT count(*) FROM audit_entry WHERE action = 'session.end' AND actor = 'staff'")
            .fetch_one(at.db.owner())
            .await
            .unwrap();
    assert_eq!(audited, 1, "and the audit names the admin");
}
