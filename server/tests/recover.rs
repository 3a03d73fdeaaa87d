//! A forgotten password, as its owner and as somebody who means harm would go about it.

use std::time::{Duration, Instant};

use hospital::Keys;
use hospital::identity::at_the_door;
use hospital::identity::contact::phone_blind;
use hospital::identity::recover;
use reqwest::StatusCode;
use uuid::Uuid;

use crate::factor::guard;
use crate::sign_in::{self, ACHIENG, OKAFOR, RAO, is_in, location, page, try_in};
use crate::support::mail::{CHOSEN, enters, link_in, mail_to, mails, open_link, post, post_and_read};
use crate::support::timing::take_as_long;
use crate::support::{PASSWORD, Wardlight, blind};

async fn ask(at: &Wardlight, login: &str) -> String {
    let answer = post(at, "/recover", "", &[("login", login)]).await;
    assert_eq!(answer.status(), StatusCode::OK, "{login}");
    answer.text().await.unwrap()
}

#[tokio::test]
async fn the_answer_is_the_same_whoever_was_named_and_only_the_owner_gets_a_mail() {
    let at = Wardlight::open().await;
    sqlx::query("UPDATE app_user SET is_active = false WHERE email_blind = $1")
        .bind(blind(ACHIENG))
        .execute(at.db.owner())
        .await
        .unwrap();
    sqlx::query("UPDATE app_user SET phone_sealed = '', phone_blind = $2 WHERE email_blind = $1")
        .bind(blind(OKAFOR))
        .bind(phone_blind(&Keys::for_tests(), "+254700000001"))
        .execute(at.db.owner())
        .await
        .unwrap();
    let known = ask(&at, " Rao@Riverbend.example ").await;
    for login in [
        "nobody@riverbend.example",
        ACHIENG,
        "+254 700 000 001",
        "+254 700 000 009",
    ] {
        assert_eq!(ask(&at, login).await, known, "{login}");
    }
    let mut readers: Vec<String> = mails(&at).await.into_iter().map(|mail| mail.to).collect();
    readers.sort();
    assert_eq!(readers, [OKAFOR, RAO], "a closed account and nobody get none");
    let empty = post_and_read(&at, "/recover", "", &[("login", " ")]).await;
    assert!(empty.contains("Enter your e-mail address or phone number."), "{empty}");
}

#[tokio::test]
async fn dr_rao_sets_a_new_password_and_whoever_had_the_old_one_is_out() {
    let at = Wardlight::open().await;
    let thief = at.sign_in(RAO).await.unwrap();
    assert!(is_in(&at, "/account", &thief).await);
    ask(&at, RAO).await;
    let first = link_in(&mail_to(&at, RAO).await);
    ask(&at, RAO).await;
    let link = link_in(&mail_to(&at, RAO).await);
    let cookie = open_link(&at, &link).await;
    assert_eq!(page(&at, "/recover/new", &cookie).await.status(), StatusCode::OK);
    let short = post_and_read(&at, "/recover/new", &cookie, &[("password", "too short")]).await;
    assert!(short.contains("This password is too short"), "{short}");

    let begun = Instant::now();
    let done = post(&at, "/recover/new", &cookie, &[("password", CHOSEN)]).await;
    assert_eq!(done.status(), StatusCode::OK);
    let cookies: Vec<&str> = done
        .headers()
        .get_all("set-cookie")
        .iter()
        .map(|line| line.to_str().unwrap())
        .collect();
    assert_eq!(cookies.len(), 1, "nobody is signed in by it: {cookies:?}");
    assert!(cookies[0].starts_with("__Host-wl_link=;"), "{cookies:?}");
    assert!(!is_in(&at, "/account", &thief).await);
    assert!(begun.elapsed() < Duration::from_secs(10));
    assert!(enters(&at, RAO, PASSWORD).await.is_none());
    assert!(enters(&at, RAO, CHOSEN).await.is_some());
    let told = mail_to(&at, RAO).await;
    assert!(
        told.subject.contains("was changed") && !told.text.contains("link="),
        "{}",
        told.text
    );
    // Both links are dead: the one that was used, and the one that was asked for before.
    for link in [&link, &first] {
        let cookie = open_link(&at, link).await;
        assert_eq!(page(&at, "/recover/new", &cookie).await.status(), StatusCode::GONE);
        assert_eq!(
            post(&at, "/recover/new", &cookie, &[("password", CHOSEN)])
                .await
                .status(),
            StatusCode::GONE
        );
    }
}

#[tokio::test]
async fn a_link_is_for_one_purpose_and_half_an_hour() {
    let at = Wardlight::open().await;
    ask(&at, RAO).await;
    let link = link_in(&mail_to(&at, RAO).await);
    let secret = link.split_once('=').unwrap().1;
    for door in ["/invitation", "/register/verify", "/register/hospital/verify"] {
        let cookie = open_link(&at, &format!("{door}?link={secret}")).await;
        assert_eq!(page(&at, door, &cookie).await.status(), StatusCode::GONE, "{door}");
        assert_eq!(
            post(&at, door, &cookie, &[("password", PASSWORD)]).await.status(),
            StatusCode::GONE,
            "{door}"
        );
    }
    let cookie = open_link(&at, &link).await;
    assert_eq!(
        page(&at, "/recover/new", &cookie).await.status(),
        StatusCode::OK,
        "and it is as good as before"
    );
    sqlx::query(
        "UPDATE one_time_link SET made_at = made_at - interval '1801 s', expires_at = expires_at - interval '1801 s'",
    )
    .execute(at.db.owner())
    .await
    .unwrap();
    assert_eq!(
        post(&at, "/recover/new", &cookie, &[("password", CHOSEN)])
            .await
            .status(),
        StatusCode::GONE
    );
    assert!(enters(&at, RAO, PASSWORD).await.is_some());
    for nonsense in [
        "",
        "__Host-wl_link=",
        "__Host-wl_link=zz",
        "__Host-wl_link=../../etc/passwd",
    ] {
        assert_eq!(
            page(&at, "/recover/new", nonsense).await.status(),
            StatusCode::GONE,
            "{nonsense}"
        );
    }
    let planted = page(&at, "/recover/new?link=a%0d%0aset-cookie:%20x=1", "").await;
    assert!(
        planted.headers().get("set-cookie").is_none(),
        "only what looks like a link is kept"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn ten_at_once_with_one_link_set_one_password() {
    let at = Wardlight::open().await;
    ask(&at, RAO).await;
    let secret = link_in(&mail_to(&at, RAO).await).split_once('=').unwrap().1.to_owned();
    let tries = (0..10).map(|n| {
        let (ctx, secret) = (at_the_door(&at.house, Uuid::now_v7()), secret.clone());
        async move {
            let password = format!("{CHOSEN} number {n}");
            recover::set(&ctx, &secret.into(), &password.clone().into())
                .await
                .map(|()| password)
        }
    });
    let set: Vec<String> = futures::future::join_all(tries).await.into_iter().flatten().collect();
    assert_eq!(set.len(), 1, "{} of ten", set.len());
    assert!(enters(&at, RAO, &set[0]).await.is_some());
}

#[tokio::test]
async fn a_mailbox_is_not_flooded_and_the_limit_tells_nobody_who_is_known() {
    let at = Wardlight::open().await;
    for login in [RAO, "nobody@riverbend.example"] {
        for _ in 0..server::throttle::Route::Recovery.limit().per_account {
            ask(&at, login).await;
        }
        let more = post(&at, "/recover", "", &[("login", &login.to_uppercase())]).await;
        assert_eq!(more.status(), StatusCode::TOO_MANY_REQUESTS, "{login}");
        assert!(more.headers().contains_key("retry-after"));
    }
    ask(&at, ACHIENG).await;
    assert_eq!(mails(&at).await.iter().filter(|mail| mail.to == RAO).count(), 5);
}

#[tokio::test]
async fn a_login_that_nobody_has_takes_as_long_as_one_that_somebody_has() {
    let at = Wardlight::open().await;
    let ctx = at_the_door(&at.house, Uuid::now_v7());
    let ask = async |login: &str| recover::ask(&ctx, login).await.unwrap();
    take_as_long(
        60,
        async || ask(RAO).await,
        async || ask("nobody@riverbend.example").await,
    )
    .await;
}

/// ASVS 6.4.3: a reset never goes around the second factor.
#[tokio::test(flavor = "multi_thread")]
async fn a_new_password_does_not_stand_in_for_the_second_factor() {
    let at = Wardlight::open().await;
    let rao = guard(&at, RAO, "/account").await;
    ask(&at, RAO).await;
    let cookie = open_link(&at, &link_in(&mail_to(&at, RAO).await)).await;
    let done = post(&at, "/recover/new", &cookie, &[("password", CHOSEN)]).await;
    assert_eq!(done.status(), StatusCode::OK);
    assert!(!is_in(&at, "/account", &rao.cookie).await, "every session has ended");
    let half = try_in(&at, RAO, CHOSEN).await;
    assert_eq!(location(&half), "/sign-in/code", "the new password alone opens nothing");
    assert!(enters(&at, RAO, CHOSEN).await.is_none());
    let step = sign_in::cookie(&half, "__Host-wl_step").unwrap();
    let code = rao.code(&at);
    let whole = post(&at, "/sign-in/code", &step, &[("code", code.as_str())]).await;
    let session = sign_in::cookie(&whole, "__Host-wl_staff").expect("the code opens it");
    assert!(is_in(&at, "/account", &session).await);
}

#[tokio::test]
async fn no_link_is_in_the_audit_and_each_step_is() {
    let at = Wardlight::open().await;
    ask(&at, RAO).await;
    let secret = link_in(&mail_to(&at, RAO).await).split_once('=').unwrap().1.to_owned();
    let ctx = at_the_door(&at.house, Uuid::now_v7());
    recover::set(&ctx, &secret.into(), &CHOSEN.into()).await.unwrap();
    let steps: Vec<String> = sqlx::query_scalar(
        "SELECT action FROM audit_entry WHERE action LIKE 'password.%' AND subject_id = (SELECT id FROM app_user WHERE email_blind = $1) ORDER BY at",
    )
    .bind(blind(RAO))
    .fetch_all(at.db.owner())
    .await
    .unwrap();
    assert_eq!(steps, ["password.ask", "password.reset"]);
}
