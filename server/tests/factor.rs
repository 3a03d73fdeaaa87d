//! The second factor, from the page that sets it up to the door that asks for it.

mod passwords;

use domain::ids::UserId;
use hospital::identity::sign_in::REFUSED;
use hospital::identity::steps::{enter_code, wait_for_code};
use hospital::identity::{Origin, SessionKey, at_the_door, recover, sign_in_from};
use reqwest::{Response, StatusCode};
use uuid::Uuid;

use crate::accounts::HADDAD;
use crate::sessions::user;
use crate::sign_in::{ACHIENG, OKAFOR, RAO, cookie, form, is_in, location, page, try_in};
use crate::support::mail::{CHOSEN, link_in, mail_to, post_and_read};
use crate::support::totp::App;
use crate::support::{PASSWORD, Wardlight, blind};

/// Somebody with an app, and the cookie of the session in which they set it up.
pub struct Guarded {
    pub cookie: String,
    pub app: App,
    pub codes: Vec<String>,
}

impl Guarded {
    pub fn code(&self, at: &Wardlight) -> String {
        self.app.code(at.house.clock.now().millis() / 1_000)
    }
}

pub async fn post(at: &Wardlight, path: &str, cookie: &str, fields: &[(&str, &str)]) -> Response {
    form(at, path, fields).header("cookie", cookie).send().await.unwrap()
}

async fn text(at: &Wardlight, path: &str, cookie: &str) -> String {
    page(at, path, cookie).await.text().await.unwrap()
}

/// The page after an act: what it says once comes with the act's cookie.
pub async fn after(at: &Wardlight, answer: &Response, session: &str) -> String {
    let said = cookie(answer, "__Host-wl_said").map_or_else(String::new, |said| format!("; {said}"));
    text(at, location(answer), &format!("{session}{said}")).await
}

/// The text between two others.
fn between<'a>(html: &'a str, before: &str, end: &str) -> &'a str {
    let from = html
        .split(before)
        .nth(1)
        .unwrap_or_else(|| panic!("no {before} in {html}"));
    from.split(end).next().unwrap()
}

/// Sets an app up with a fresh session, under `/account` or `/my/account`.
pub async fn guard(at: &Wardlight, email: &str, account: &str) -> Guarded {
    let first = at.sign_in(email).await.unwrap();
    let begun = post(at, &format!("{account}/factor/begin"), &first, &[]).await;
    assert_eq!(begun.status(), StatusCode::SEE_OTHER);
    let html = text(at, location(&begun), &first).await;
    let app = App::of(between(&html, "qr__key\">", "<"));
    assert!(html.contains("<svg"), "the picture is there");
    let code = app.code(at.house.clock.now().millis() / 1_000);
    let done = post(at, &format!("{account}/factor/confirm"), &first, &[("code", &code)]).await;
    let realm = if account == "/account" {
        "__Host-wl_staff"
    } else {
        "__Host-wl_portal"
    };
    let session = cookie(&done, realm).unwrap_or_else(|| panic!("a new id: {done:?}"));
    assert_ne!(session, first);
    assert!(!is_in(at, account, &first).await, "the old id is dead");
    let html = after(at, &done, &session).await;
    let codes: Vec<String> = html
        .split("once__value\">")
        .skip(1)
        .map(|rest| rest.split('<').next().unwrap().to_owned())
        .collect();
    assert_eq!(codes.len(), 10, "{html}");
    // The next code belongs to another step.
    at.later(60);
    Guarded {
        cookie: session,
        app,
        codes,
    }
}

/// The first step; answers its cookie.
pub async fn password(at: &Wardlight, email: &str) -> String {
    let answer = try_in(at, email, PASSWORD).await;
    assert_eq!(location(&answer), "/sign-in/code", "the password alone opens nothing");
    for session in ["__Host-wl_staff", "__Host-wl_portal"] {
        assert!(cookie(&answer, session).is_none(), "no {session} yet");
    }
    cookie(&answer, "__Host-wl_step").unwrap()
}

async fn levels(at: &Wardlight, email: &str) -> Vec<i16> {
    sqlx::query_scalar("SELECT level FROM browser_session WHERE user_id = $1 ORDER BY created_at")
        .bind(user(at, email).await)
        .fetch_all(at.db.owner())
        .await
        .unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn dr_rao_sets_up_her_phone_and_signs_in_in_two_steps() {
    let at = Wardlight::open().await;
    let rao = guard(&at, RAO, "/account").await;
    let again = text(&at, "/account/factor", &rao.cookie).await;
    assert!(!again.contains(&rao.codes[0]), "the codes are shown once");
    assert!(again.contains("10 are left") && !again.contains("factor-key"));
    assert_eq!(levels(&at, RAO).await, [2], "what was proved is kept with the session");

    let step = password(&at, RAO).await;
    assert!(!is_in(&at, "/ward", &step).await);
    assert!(text(&at, "/sign-in/code", &step).await.contains("Enter your code"));
    let wrong = post(&at, "/sign-in/code", &step, &[("code", "000000"), ("next", "/account")]).await;
    assert_eq!(location(&wrong), "/sign-in/code?next=/account&again=1");
    assert!(
        text(&at, location(&wrong), &step)
            .await
            .contains("This code is not right")
    );
    let right = post(
        &at,
        "/sign-in/code",
        &step,
        &[("code", &rao.code(&at)), ("next", "/account")],
    )
    .await;
    assert_eq!(location(&right), "/account");
    let mine = cookie(&right, "__Host-wl_staff").unwrap();
    assert!(is_in(&at, "/account", &mine).await);
    assert_eq!(levels(&at, RAO).await, [2, 2]);
    let spent = post(&at, "/sign-in/code", &step, &[("code", &rao.codes[0])]).await;
    assert_eq!(location(&spent), "/sign-in", "the first step was used up");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_patient_may_have_one_too() {
    let at = Wardlight::open().await;
    let okafor = guard(&at, OKAFOR, "/my/account").await;
    let step = password(&at, OKAFOR).await;
    let right = post(&at, "/sign-in/code", &step, &[("code", &okafor.code(&at))]).await;
    assert_eq!(location(&right), "/my");
    assert!(is_in(&at, "/my/account", &cookie(&right, "__Host-wl_portal").unwrap()).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_is_taken_once_in_a_hundred_and_once_more_never() {
    let at = Wardlight::open().await;
    let rao = guard(&at, RAO, "/account").await;
    let ctx = at_the_door(&at.house, Uuid::now_v7());
    let origin = Origin::new("203.0.113.7", "Chrome on Linux");
    let who = sign_in_from(&ctx, RAO, PASSWORD, &origin).await.unwrap();
    assert!(who.has_factor);
    let code = rao.code(&at);
    let mut keys = Vec::new();
    for n in 0..200_u32 {
        let key = SessionKey::of_id(&n.to_be_bytes());
        wait_for_code(&ctx, key, &who, false).await.unwrap();
        keys.push(key);
    }
    let open_again = || async {
        sqlx::query("DELETE FROM sign_in_failures")
            .execute(at.db.owner())
            .await
            .unwrap();
    };
    let tries = keys[..100].iter().map(|key| enter_code(&ctx, *key, &code, &origin));
    let taken = futures::future::join_all(tries).await;
    assert_eq!(
        taken.iter().filter(|answer| answer.is_ok()).count(),
        1,
        "of a hundred at once"
    );
    let mut refused = 0;
    for (n, key) in keys[100..].iter().enumerate() {
        if n % 50 == 0 {
            open_again().await;
        }
        refused += usize::from(enter_code(&ctx, *key, &code, &origin).await.is_err());
    }
    assert_eq!(refused, 100, "of a hundred replays");
    open_again().await;
    at.later(30);
    let key = SessionKey::of_id(b"later");
    wait_for_code(&ctx, key, &who, false).await.unwrap();
    enter_code(&ctx, key, &rao.code(&at), &origin)
        .await
        .expect("the next code is good");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_step_waits_five_minutes_and_takes_five_codes_from_its_own_browser() {
    let at = Wardlight::open().await;
    let rao = guard(&at, RAO, "/account").await;
    let step = password(&at, RAO).await;
    let elsewhere = form(&at, "/sign-in/code", &[("code", &rao.code(&at))])
        .send()
        .await
        .unwrap();
    assert_eq!(location(&elsewhere), "/sign-in", "another browser proved nothing");
    let planted = post(
        &at,
        "/sign-in/code",
        "__Host-wl_step=AAAAAAAAAAAAAAAAAAAAAA",
        &[("code", &rao.code(&at))],
    )
    .await;
    assert_eq!(location(&planted), "/sign-in");
    for _ in 0..5 {
        let wrong = post(&at, "/sign-in/code", &step, &[("code", "000000")]).await;
        assert_eq!(location(&wrong), "/sign-in/code?again=1");
    }
    let sixth = post(&at, "/sign-in/code", &step, &[("code", &rao.code(&at))]).await;
    assert_eq!(location(&sixth), "/sign-in");
    let said = text(&at, "/sign-in", &cookie(&sixth, "__Host-wl_flash").unwrap()).await;
    assert!(said.contains("Begin again with your password"), "{said}");

    let step = password(&at, RAO).await;
    at.later(301);
    let late = post(&at, "/sign-in/code", &step, &[("code", &rao.code(&at))]).await;
    assert_eq!(location(&late), "/sign-in", "five minutes are over");

    let step = password(&at, RAO).await;
    sqlx::query("UPDATE app_user SET is_active = false WHERE email_blind = $1")
        .bind(blind(RAO))
        .execute(at.db.owner())
        .await
        .unwrap();
    let closed = post(&at, "/sign-in/code", &step, &[("code", &rao.code(&at))]).await;
    assert!(
        cookie(&closed, "__Host-wl_staff").is_none(),
        "the account was closed meanwhile"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_recovery_code_opens_once_and_new_ones_void_the_old() {
    let at = Wardlight::open().await;
    let rao = guard(&at, RAO, "/account").await;
    let step = password(&at, RAO).await;
    let typed = rao.codes[3].to_lowercase().replace('-', " ");
    let right = post(&at, "/sign-in/code", &step, &[("code", &typed)]).await;
    let mine = cookie(&right, "__Host-wl_staff").unwrap();
    let told = text(&at, "/notifications", &mine).await;
    assert!(told.contains("One of your recovery codes was used"), "{told}");
    let step = password(&at, RAO).await;
    let again = post(&at, "/sign-in/code", &step, &[("code", &rao.codes[3])]).await;
    assert_eq!(location(&again), "/sign-in/code?again=1");

    let renewed = post(&at, "/account/factor/codes", &mine, &[]).await;
    let html = after(&at, &renewed, &mine).await;
    let fresh = between(&html, "once__value\">", "<").to_owned();
    assert!(!rao.codes.contains(&fresh));
    let old = post(&at, "/sign-in/code", &step, &[("code", &rao.codes[4])]).await;
    assert_eq!(location(&old), "/sign-in/code?again=1");
    let new = post(&at, "/sign-in/code", &step, &[("code", &fresh)]).await;
    assert!(cookie(&new, "__Host-wl_staff").is_some());
}

#[tokio::test(flavor = "multi_thread")]
async fn where_the_hospital_asks_for_it_nothing_else_opens_until_it_is_set_up() {
    let at = Wardlight::open().await;
    let nurse = at.sign_in(ACHIENG).await.unwrap();
    assert!(is_in(&at, "/ward", &nurse).await);
    let patient = at.sign_in(OKAFOR).await.unwrap();
    let admin = at.sign_in("haddad@riverbend.example").await.unwrap();
    let asked = post(&at, "/hospital/sessions/factor", &admin, &[("required", "true")]).await;
    assert_eq!(asked.status(), StatusCode::SEE_OTHER);

    for cookie in [&nurse, &admin] {
        for shut in ["/ward", "/account", "/hospital/sessions", "/hospital"] {
            let answer = page(&at, shut, cookie).await;
            assert_eq!(location(&answer), "/account/factor", "{shut}");
        }
        let call = at
            .client
            .post(at.url("/api/fn/organisation/open_ward"))
            .header("origin", format!("http://{}", at.addr))
            .header("cookie", cookie)
            .json(&serde_json::json!({}));
        assert_eq!(call.send().await.unwrap().status(), StatusCode::UNAUTHORIZED);
        let live = at
            .client
            .get(at.url("/live"))
            .header("cookie", cookie)
            .send()
            .await
            .unwrap();
        assert!(
            live.status().is_client_error() && live.status() != 426,
            "{}",
            live.status()
        );
    }
    assert!(is_in(&at, "/my", &patient).await, "patients are not asked");

    let fresh = at.sign_in(ACHIENG).await.unwrap();
    let html = text(&at, "/account/factor", &fresh).await;
    assert!(html.contains("Set up a second factor") && !html.contains("class=\"rail\""));
    let achieng = guard(&at, ACHIENG, "/account").await;
    assert!(is_in(&at, "/ward", &achieng.cookie).await, "and now everything opens");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_secret_is_sealed_for_its_own_row() {
    let at = Wardlight::open().await;
    let rao = guard(&at, RAO, "/account").await;
    let achieng = guard(&at, ACHIENG, "/account").await;
    // Whoever writes to the database cannot put their own app into somebody else's row.
    sqlx::query(
        "UPDATE second_factor SET secret_sealed = (SELECT o.secret_sealed FROM second_factor o WHERE o.user_id = $2) WHERE user_id = $1",
    )
    .bind(user(&at, RAO).await)
    .bind(user(&at, ACHIENG).await)
    .execute(at.db.owner())
    .await
    .unwrap();
    for app in [&rao, &achieng] {
        let step = password(&at, RAO).await;
        let answer = post(&at, "/sign-in/code", &step, &[("code", &app.code(&at))]).await;
        assert!(cookie(&answer, "__Host-wl_staff").is_none());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn how_somebody_is_reached_is_sealed_and_comes_back() {
    let at = Wardlight::open().await;
    let mine = at.sign_in(OKAFOR).await.unwrap();
    let typed = [
        ("phone", "+254 700 000 001"),
        ("address", "12 River Road\r\nNairobi"),
        ("emergency_name", "Chidi <b>"),
        ("emergency_phone", "0700 123456"),
    ];
    let saved = post(&at, "/my/account/contact", &mine, &typed).await;
    let html = after(&at, &saved, &mine).await;
    assert!(
        html.contains("12 River Road") && html.contains("Chidi &lt;b&gt;"),
        "{html}"
    );
    let sealed: Vec<u8> = sqlx::query_scalar("SELECT contact_sealed FROM account_profile WHERE user_id = $1")
        .bind(UserId(user(&at, OKAFOR).await).0)
        .fetch_one(at.db.owner())
        .await
        .unwrap();
    assert!(!String::from_utf8_lossy(&sealed).contains("River"));
    let refused = post(&at, "/my/account/contact", &mine, &[("phone", "call me")]).await;
    let html = after(&at, &refused, &mine).await;
    assert!(html.contains("Enter a phone number") && html.contains("call me"));
}
