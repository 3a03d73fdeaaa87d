//! Accounts that somebody else closes, opens and signs out: a patient whose password was stolen, and anybody for the platform.

use std::time::{Duration, Instant};

use reqwest::StatusCode;
use serde_json::json;

use crate::accounts::HADDAD;
use crate::live::page::PATIENCE;
use crate::sign_in::{OKAFOR, RAO, is_in, page};
use crate::support::mail::{link_in, mail_to, mails, open_link, post, post_and_read};
use crate::support::timing::within_a_second;
use crate::support::{PASSWORD, Wardlight, blind};

const WANJIRU: &str = "wanjiru@riverbend.example";
const NOVAK: &str = "novak@riverbend.example";

/// Waits until the cookie opens nothing any more. How soon that is says [`whoever_is_signed_out_or_closed_by_somebody_else_is_out_within_a_second`].
pub async fn dies(at: &Wardlight, path: &str, cookie: &str) {
    let begun = Instant::now();
    while is_in(at, path, cookie).await {
        assert!(begun.elapsed() < PATIENCE, "the cookie lives on");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// V7: from the press of the button to a cookie that opens nothing.
#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_signed_out_or_closed_by_somebody_else_is_out_within_a_second() {
    let at = Wardlight::open().await;
    let (reception, novak) = (at.sign_in(WANJIRU).await.unwrap(), at.sign_in(NOVAK).await.unwrap());
    let okafor = format!("/patients/{}/portal", at.riverbend.patients[0]);
    let acts = [
        (OKAFOR, "/my", &reception, okafor.as_str(), "sign-out"),
        (OKAFOR, "/my", &reception, &okafor, "close-account"),
        (RAO, "/account", &novak, "/platform/accounts", "sign-out"),
        (RAO, "/account", &novak, "/platform/accounts", "close-account"),
    ];
    for (whose, home, cookie, door, act) in acts {
        let undo = async || drop(post(&at, door, cookie, &[("login", whose), ("act", "open-account")]).await);
        // The act before this one may have closed it.
        undo().await;
        within_a_second(undo, async || {
            let stolen = at.sign_in(whose).await.unwrap();
            assert!(is_in(&at, home, &stolen).await);
            let begun = Instant::now();
            let done = post(&at, door, cookie, &[("login", whose), ("act", act)]).await;
            assert_eq!(done.status(), StatusCode::SEE_OTHER, "{act}");
            dies(&at, home, &stolen).await;
            begun.elapsed()
        })
        .await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn reception_closes_the_account_of_mrs_okafor_and_whoever_has_her_password_is_out_within_a_second() {
    let at = Wardlight::open().await;
    let (reception, stolen) = (at.sign_in(WANJIRU).await.unwrap(), at.sign_in(OKAFOR).await.unwrap());
    let okafor = format!("/patients/{}/portal", at.riverbend.patients[0]);
    let body = json!({ "login": OKAFOR, "password": PASSWORD });
    let program = at
        .client
        .post(at.url("/api/v1/auth/login"))
        .json(&body)
        .send()
        .await
        .unwrap();
    assert_eq!(program.status(), StatusCode::OK);
    let shown = page(&at, &okafor, &reception).await.text().await.unwrap();
    assert!(shown.contains("Signed in 2 times."), "a browser and a program: {shown}");

    let out = post_and_read(&at, &okafor, &reception, &[("act", "sign-out")]).await;
    assert!(
        out.contains("signed out everywhere") && out.contains("Nobody is signed in."),
        "{out}"
    );
    dies(&at, "/my", &stolen).await;

    let again = at
        .sign_in(OKAFOR)
        .await
        .expect("whoever knows the password comes in again");
    assert!(is_in(&at, "/my", &again).await);
    let closed = post_and_read(&at, &okafor, &reception, &[("act", "close-account")]).await;
    assert!(closed.contains("The account is closed."), "{closed}");
    dies(&at, "/my", &again).await;
    assert!(at.sign_in(OKAFOR).await.is_none());
    let login = at
        .client
        .post(at.url("/api/v1/auth/login"))
        .json(&body)
        .send()
        .await
        .unwrap();
    assert_eq!(login.status(), StatusCode::UNAUTHORIZED);
    post(&at, "/recover", "", &[("login", OKAFOR)]).await;
    assert!(
        mails(&at).await.iter().all(|mail| mail.to != OKAFOR),
        "no link for a closed account"
    );

    let opened = post_and_read(&at, &okafor, &reception, &[("act", "open-account")]).await;
    assert!(opened.contains("The account is open."), "{opened}");
    assert!(!is_in(&at, "/my", &again).await, "opening revives nothing");
    assert!(at.sign_in(OKAFOR).await.is_some());
    let written: Vec<String> = sqlx::query_scalar(
        "SELECT action FROM audit_entry WHERE action LIKE 'account.%' AND actor_id = (SELECT id FROM app_user WHERE email_blind = $1) ORDER BY at",
    )
    .bind(blind(WANJIRU))
    .fetch_all(at.db.owner())
    .await
    .unwrap();
    assert_eq!(
        written
            .iter()
            .filter(|action| *action != "account.read")
            .collect::<Vec<_>>(),
        ["account.sign_out", "account.close", "account.open"]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn who_closes_proves_who_they_are_and_reaches_patients_of_the_hospital_only() {
    let at = Wardlight::open().await;
    let admin = at.sign_in(HADDAD).await.unwrap();
    let petrov = format!("/patients/{}/portal", at.lakeside.patients[0]);
    let elsewhere = post(&at, &petrov, &admin, &[("act", "close-account")]).await;
    assert_eq!(elsewhere.status(), StatusCode::NOT_FOUND);
    let mwangi = format!("/patients/{}/portal", at.riverbend.patients[1]);
    let none = post(&at, &mwangi, &admin, &[("act", "close-account")]).await;
    assert_eq!(none.status(), StatusCode::NOT_FOUND, "he has no account");
    let rao = at.sign_in(RAO).await.unwrap();
    let doctor = post(&at, &mwangi, &rao, &[("act", "close-account")]).await;
    assert_eq!(doctor.status(), StatusCode::FORBIDDEN);
    // An account that works somewhere is the platform's to close.
    sqlx::query(
        "INSERT INTO role_grant (user_id, hospital_id, role) SELECT id, $2, 'nurse' FROM app_user WHERE email_blind = $1",
    )
    .bind(blind(OKAFOR))
    .bind(at.lakeside.id.0)
    .execute(at.db.owner())
    .await
    .unwrap();
    let okafor = format!("/patients/{}/portal", at.riverbend.patients[0]);
    let works = post_and_read(&at, &okafor, &admin, &[("act", "close-account")]).await;
    assert!(works.contains("This account works in a hospital, too."), "{works}");
    at.later(301);
    let asked = post(&at, &okafor, &admin, &[("act", "close-account")]).await;
    assert!(
        asked.headers()["location"]
            .to_str()
            .unwrap()
            .starts_with("/account/prove")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_platform_closes_any_account_but_its_own() {
    let at = Wardlight::open().await;
    let (novak, rao) = (at.sign_in(NOVAK).await.unwrap(), at.sign_in(RAO).await.unwrap());
    assert!(is_in(&at, "/account", &rao).await);
    let nobody = [("login", "nobody@riverbend.example"), ("act", "close-account")];
    let said = post_and_read(&at, "/platform/accounts", &novak, &nobody).await;
    assert!(said.contains("Nobody signs in with this."), "{said}");
    let said = post_and_read(&at, "/platform/accounts", &novak, &[("login", RAO)]).await;
    assert!(said.contains("Choose what to do."), "{said}");
    let own = [("login", NOVAK), ("act", "close-account")];
    let said = post_and_read(&at, "/platform/accounts", &novak, &own).await;
    assert!(said.contains("This is your own account."), "{said}");
    let hers = [("login", " Rao@Riverbend.example "), ("act", "close-account")];
    let said = post_and_read(&at, "/platform/accounts", &novak, &hers).await;
    assert!(said.contains("The account is closed."), "{said}");
    dies(&at, "/account", &rao).await;
    assert!(at.sign_in(RAO).await.is_none());
}

#[tokio::test(flavor = "multi_thread")]
async fn another_address_that_a_thief_asked_for_ends_with_what_was_open() {
    let at = Wardlight::open().await;
    let reception = at.sign_in(WANJIRU).await.unwrap();
    let okafor = format!("/patients/{}/portal", at.riverbend.patients[0]);
    for (address, acts) in [
        ("thief@example.org", &["sign-out"][..]),
        ("thief.again@example.org", &["close-account", "open-account"]),
    ] {
        let stolen = at.sign_in(OKAFOR).await.unwrap();
        post(&at, "/my/account/email", &stolen, &[("email", address)]).await;
        let cookie = open_link(&at, &link_in(&mail_to(&at, address).await)).await;
        for act in acts {
            post(&at, &okafor, &reception, &[("act", act)]).await;
        }
        let late = post(&at, "/verify/email", &cookie, &[]).await;
        assert_eq!(late.status(), StatusCode::GONE, "{acts:?}");
    }
    assert!(at.sign_in(OKAFOR).await.is_some());
}
