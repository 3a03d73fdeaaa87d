//! Somebody has a stolen password, or fills in a form for somebody else, and waits. What its owner does next must not let them in.

use std::time::{Duration, Instant};

use domain::identity::Level;
use hospital::HospitalError;
use hospital::identity::sessions::{self, Opening};
use hospital::identity::steps::{enter_code, wait_for_code};
use hospital::identity::{Origin, Realm, SessionKey, SignedIn, at_the_door, recover, sign_in_from};
use hospital::tokens::{self, From};
use reqwest::StatusCode;
use uuid::Uuid;

use crate::accounts::HADDAD;
use crate::factor::{guard, post};
use crate::register::{Form, WANJIRU};
use crate::sign_in::{ACHIENG, RAO, cookie, is_in, page};
use crate::support::mail::{CHOSEN, enters, link_in, mail_to, open_link, post_and_read};
use crate::support::{PASSWORD, Wardlight, blind};

/// Somebody knows nurse Achieng's password and waits until she sets her phone up.
#[tokio::test(flavor = "multi_thread")]
async fn whoever_waits_in_a_session_of_the_password_alone_is_out_once_she_has_a_factor() {
    let at = Wardlight::open().await;
    let thief = at.sign_in(ACHIENG).await.unwrap();
    let body = serde_json::json!({ "login": ACHIENG, "password": PASSWORD });
    let program: serde_json::Value = at
        .client
        .post(at.url("/api/v1/auth/login"))
        .json(&body)
        .send()
        .await
        .unwrap()
        .json()
        .await
        .unwrap();
    let admin = at.sign_in(HADDAD).await.unwrap();
    post(&at, "/hospital/sessions/factor", &admin, &[("required", "true")]).await;
    assert!(is_in(&at, "/account/factor", &thief).await);
    let achieng = guard(&at, ACHIENG, "/account").await;
    assert!(is_in(&at, "/ward", &achieng.cookie).await);
    for door in ["/ward", "/account", "/account/factor"] {
        assert!(!is_in(&at, door, &thief).await, "{door}");
    }
    let held = serde_json::json!({ "refresh_token": program["refresh_token"] });
    let refreshed = at
        .client
        .post(at.url("/api/v1/auth/refresh"))
        .json(&held)
        .send()
        .await
        .unwrap();
    assert_eq!(refreshed.status(), StatusCode::UNAUTHORIZED, "and so is their program");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_of_the_password_alone_is_not_in_where_there_is_a_factor() {
    let at = Wardlight::open().await;
    let achieng = guard(&at, ACHIENG, "/account").await;
    sqlx::query("UPDATE browser_session SET level = 1")
        .execute(at.db.owner())
        .await
        .unwrap();
    tokio::time::sleep(Duration::from_millis(1_200)).await;
    assert!(!is_in(&at, "/account", &achieng.cookie).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_app_that_she_sets_up_is_shown_to_her_session_only() {
    let at = Wardlight::open().await;
    let thief = at.sign_in(ACHIENG).await.unwrap();
    let hers = at.sign_in(ACHIENG).await.unwrap();
    post(&at, "/account/factor/begin", &hers, &[]).await;
    let shown = async |session: &str| page(&at, "/account/factor", session).await.text().await.unwrap();
    assert!(shown(&hers).await.contains("qr__key"));
    assert!(
        !shown(&thief).await.contains("qr__key"),
        "the secret is not the thief's to copy"
    );
    let stolen = post(&at, "/account/factor/confirm", &thief, &[("code", "123456")]).await;
    assert!(cookie(&stolen, "__Host-wl_staff").is_none());
    // Who proves anew in between goes on where they were.
    let proved = post(&at, "/account/prove", &hers, &[("password", PASSWORD)]).await;
    let hers = cookie(&proved, "__Host-wl_staff").unwrap();
    assert!(shown(&hers).await.contains("qr__key"));
}

/// Somebody fills the form in with Grace Wanjiru's mailbox. She opens the link, and the password is hers to choose.
#[tokio::test(flavor = "multi_thread")]
async fn the_password_is_chosen_by_who_reads_the_mail_and_not_by_who_filled_in_the_form() {
    let at = Wardlight::open().await;
    let form = Form::of_wanjiru(&at);
    let html = page(&at, "/register", "").await.text().await.unwrap();
    assert!(!html.contains("type=\"password\""), "{html}");
    let theirs = [&form.fields()[..], &[("password", "the password of the thief")]].concat();
    post(&at, "/register", "", &theirs).await;
    let cookie = open_link(&at, &link_in(&mail_to(&at, WANJIRU).await)).await;
    let none = post_and_read(&at, "/register/verify", &cookie, &[]).await;
    assert!(none.contains("This password is too short"), "{none}");
    let weak = post_and_read(&at, "/register/verify", &cookie, &[("password", "gracewanjiru1988")]).await;
    assert!(weak.contains("would be guessed soon"), "{weak}");
    let done = post(&at, "/register/verify", &cookie, &[("password", CHOSEN)]).await;
    assert_eq!(done.status(), StatusCode::OK);
    let waits = post(&at, "/sign-in", "", &[("login", WANJIRU), ("password", CHOSEN)]).await;
    assert_eq!(waits.headers()["location"], "/register/waiting");
    let thief = post(
        &at,
        "/sign-in",
        "",
        &[("login", WANJIRU), ("password", "the password of the thief")],
    )
    .await;
    assert_eq!(thief.headers()["location"], "/sign-in");
}

/// Sign-in as far as the check of the password; then she sets a new one; then the sign-in goes on.
struct Overtaken {
    at: Wardlight,
    who: SignedIn,
}

impl Overtaken {
    async fn by_a_reset() -> Self {
        let at = Wardlight::open().await;
        let ctx = at_the_door(&at.house, Uuid::now_v7());
        let who = sign_in_from(&ctx, RAO, PASSWORD, &Origin::unknown()).await.unwrap();
        reset(&at).await;
        Self { at, who }
    }
}

async fn reset(at: &Wardlight) {
    post(at, "/recover", "", &[("login", RAO)]).await;
    let secret = link_in(&mail_to(at, RAO).await).split_once('=').unwrap().1.to_owned();
    let ctx = at_the_door(&at.house, Uuid::now_v7());
    recover::set(&ctx, &secret.into(), &CHOSEN.into()).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sign_in_that_a_reset_overtook_opens_no_session_and_no_tokens() {
    let Overtaken { at, who } = Overtaken::by_a_reset().await;
    let ctx = at_the_door(&at.house, Uuid::now_v7());
    let opening = Opening {
        user: who.user,
        hospital: who.hospital,
        patient: None,
        is_proxy: false,
        shared: false,
        device: "Test".into(),
        address: "::1".into(),
        level: Level::Password,
        proofs: who.proofs,
    };
    let opened = sessions::open(&ctx, Realm::Staff, SessionKey::of_id(b"late"), &opening).await;
    assert!(matches!(opened, Err(HospitalError::SignIn)), "{opened:?}");
    let from = From {
        device: "Test",
        address: "::1",
    };
    assert!(matches!(
        tokens::log_in(&ctx, &who, from).await,
        Err(HospitalError::SignIn)
    ));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_first_step_that_a_reset_overtook_waits_for_no_code() {
    let at = Wardlight::open().await;
    let rao = guard(&at, RAO, "/account").await;
    let (ctx, origin) = (at_the_door(&at.house, Uuid::now_v7()), Origin::unknown());
    let who = sign_in_from(&ctx, RAO, PASSWORD, &origin).await.unwrap();
    reset(&at).await;
    let key = SessionKey::of_id(b"late");
    wait_for_code(&ctx, key, &who, false).await.unwrap();
    let entered = enter_code(&ctx, key, &rao.code(&at), &origin).await;
    assert!(matches!(entered, Err(HospitalError::SignIn)), "{entered:?}");
}

/// A hash of [`PASSWORD`] with fewer rounds than ours: a sign-in renews it.
const OLD_HASH: &str = "$argon2id$v=19$m=64,t=1,p=1$c2FsdG9mdGhldGVzdHMwMA$yAwwGwOJc5SejI6V9JbI6FaTN/UDK+ZBQpqsDiJABGU";

async fn set_hash(by: impl sqlx::PgExecutor<'_>, hash: &str) {
    sqlx::query("UPDATE app_user SET password_hash = $1 WHERE email_blind = $2")
        .bind(hash)
        .bind(blind(RAO))
        .execute(by)
        .await
        .unwrap();
}

async fn hash(at: &Wardlight) -> String {
    sqlx::query_scalar("SELECT password_hash FROM app_user WHERE email_blind = $1")
        .bind(blind(RAO))
        .fetch_one(at.db.owner())
        .await
        .unwrap()
}

/// Until so many wait for a row that somebody else holds. A pause by the clock would be too short or too long on a busy machine.
pub async fn until_wait(at: &Wardlight, many: i64) {
    let waiting = "SELECT count(DISTINCT pid) FROM pg_locks JOIN pg_stat_activity USING (pid)
                    WHERE NOT granted AND datname = current_database()";
    let since = Instant::now();
    loop {
        let now: i64 = sqlx::query_scalar(waiting).fetch_one(at.db.owner()).await.unwrap();
        if now >= many {
            return;
        }
        assert!(since.elapsed() < Duration::from_secs(12), "{now} wait, not {many}");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hash_that_is_renewed_at_sign_in_does_not_undo_a_new_password() {
    let at = Wardlight::open().await;
    set_hash(at.db.owner(), OLD_HASH).await;
    assert!(enters(&at, RAO, PASSWORD).await.is_some());
    assert_ne!(hash(&at).await, OLD_HASH, "it is renewed");
    set_hash(at.db.owner(), OLD_HASH).await;
    // A new password is about to be written while the old one is checked.
    let mut tx = at.db.owner().begin().await.unwrap();
    set_hash(&mut *tx, "$argon2id$new").await;
    let late = async {
        until_wait(&at, 1).await;
        tx.commit().await.unwrap();
    };
    tokio::join!(enters(&at, RAO, PASSWORD), late);
    assert_eq!(hash(&at).await, "$argon2id$new");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_short_password_that_was_judged_beside_a_factor_does_not_outlive_it() {
    let at = Wardlight::open().await;
    let rao = guard(&at, RAO, "/account").await;
    post(&at, "/recover", "", &[("login", RAO)]).await;
    let secret = link_in(&mail_to(&at, RAO).await).split_once('=').unwrap().1.to_owned();
    let ctx = at_the_door(&at.house, Uuid::now_v7());
    // Both wait for the account; the factor goes first.
    let mut tx = at.db.owner().begin().await.unwrap();
    sqlx::query("SELECT FROM app_user WHERE email_blind = $1 FOR UPDATE")
        .bind(blind(RAO))
        .execute(&mut *tx)
        .await
        .unwrap();
    let fields = [("new_password", "three grey herons wade")];
    let remove = post(&at, "/account/factor/remove", &rao.cookie, &fields);
    let short = async {
        until_wait(&at, 1).await;
        recover::set(&ctx, &secret.into(), &"mossy kettle 9".into()).await
    };
    let let_go = async {
        until_wait(&at, 2).await;
        tx.commit().await.unwrap();
    };
    let (removed, set, ()) = tokio::join!(remove, short, let_go);
    assert!(cookie(&removed, "__Host-wl_staff").is_some(), "{removed:?}");
    assert!(set.is_err(), "eight signs stand beside a factor only");
    assert!(enters(&at, RAO, "three grey herons wade").await.is_some());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_that_was_asked_for_before_is_dead_once_the_password_is_new() {
    let at = Wardlight::open().await;
    post(&at, "/recover", "", &[("login", RAO)]).await;
    let link = open_link(&at, &link_in(&mail_to(&at, RAO).await)).await;
    let mine = at.sign_in(RAO).await.unwrap();
    let fields = [("old_password", PASSWORD), ("new_password", "three grey herons wade")];
    let changed = post(&at, "/account/password", &mine, &fields).await;
    assert!(cookie(&changed, "__Host-wl_staff").is_some());
    let late = post(&at, "/recover/new", &link, &[("password", CHOSEN)]).await;
    assert_eq!(late.status(), StatusCode::GONE);
    assert!(enters(&at, RAO, "three grey herons wade").await.is_some());
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_has_a_factor_shows_its_code_for_a_new_password() {
    let at = Wardlight::open().await;
    let rao = guard(&at, RAO, "/account").await;
    let change = async |code: &str| {
        let fields = [
            ("old_password", PASSWORD),
            ("new_password", "three grey herons wade"),
            ("code", code),
        ];
        post(&at, "/account/password", &rao.cookie, &fields).await
    };
    for code in ["", "000000"] {
        assert!(cookie(&change(code).await, "__Host-wl_staff").is_none(), "{code:?}");
    }
    assert!(cookie(&change(&rao.code(&at)).await, "__Host-wl_staff").is_some());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_program_that_is_not_let_in_is_not_written_down_as_in() {
    let at = Wardlight::open().await;
    sqlx::query("UPDATE hospital_setting SET second_factor_required = true")
        .execute(at.db.owner())
        .await
        .unwrap();
    let body = serde_json::json!({ "login": RAO, "password": PASSWORD });
    let answer = at
        .client
        .post(at.url("/api/v1/auth/login"))
        .json(&body)
        .send()
        .await
        .unwrap();
    assert_eq!(answer.status(), StatusCode::CONFLICT);
    let entered: i64 = sqlx::query_scalar("SELECT count(*) FROM sign_in_event WHERE outcome = 'entered'")
        .fetch_one(at.db.owner())
        .await
        .unwrap();
    assert_eq!(entered, 0);
    let allowed: i64 = sqlx::query_scalar(
        "SELECT count(*) FROM audit_entry WHERE action = 'session.open' AND outcome = 'allowed' AND subject_id = (SELECT id FROM app_user WHERE email_blind = $1)",
    )
    .bind(blind(RAO))
    .fetch_one(at.db.owner())
    .await
    .unwrap();
    assert_eq!(allowed, 0);
}
