//! What guards an account guards its programs too: the second factor, and everything that ends all sessions.

use hospital::identity::at_the_door;
use hospital::identity::sessions::end_all_of;
use uuid::Uuid;

use super::*;
use crate::factor::guard;

async fn with_code(at: &Wardlight, code: Option<&str>) -> Result<Pair, (u16, String)> {
    let mut body = json!({ "login": RAO, "password": PASSWORD });
    if let Some(code) = code {
        body["code"] = json!(code);
    }
    let answer = post(at, "login", &body).send().await.unwrap();
    let status = answer.status().as_u16();
    let body: Value = answer.json().await.unwrap();
    match status {
        200 => Ok(Pair::of(&body)),
        refused => Err((refused, body["type"].as_str().unwrap().to_owned())),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_has_a_second_factor_sends_its_code() {
    let at = Wardlight::open().await;
    let rao = guard(&at, RAO, "/account").await;
    let wanted = Err((401, "/api/v1/docs#code".to_owned()));
    let said = |answer: Result<Pair, (u16, String)>| answer.map(drop);
    for _ in 0..12 {
        assert_eq!(
            said(with_code(&at, None).await),
            wanted,
            "to ask for the code is no guess"
        );
    }
    assert_eq!(said(with_code(&at, Some("000000")).await), wanted);
    let code = rao.code(&at);
    let pair = with_code(&at, Some(&code)).await.unwrap();
    assert!(is_in(&at, &pair.access).await);
    assert_eq!(said(with_code(&at, Some(&code)).await), wanted, "a code is good once");
    let spent = with_code(&at, Some(&rao.codes[0])).await.unwrap();
    assert!(is_in(&at, &spent.access).await, "a recovery code does as well");
    let mut last = Ok(());
    for _ in 0..10 {
        last = said(with_code(&at, Some("111111")).await);
    }
    assert_eq!(last.unwrap_err().0, 429, "wrong codes count");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hospital_that_asks_for_a_second_factor_asks_it_of_programs_too() {
    let at = Wardlight::open().await;
    let pair = log_in(&at, RAO).await;
    assert!(is_in(&at, &pair.access).await);
    do_sql(&at, "UPDATE hospital_setting SET second_factor_required = true").await;
    dies(&at, &pair.access, Instant::now()).await;
    assert_eq!(refresh(&at, &pair.refresh).await.unwrap_err(), 401);
    assert_eq!(
        with_code(&at, None).await.unwrap_err().0,
        409,
        "set it up in a browser first"
    );
    assert!(
        is_in(&at, &log_in(&at, OKAFOR).await.access).await,
        "patients choose for themselves"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_ends_all_sessions_ends_all_tokens() {
    let at = Wardlight::open().await;
    let (used, asleep) = (log_in(&at, RAO).await, log_in(&at, RAO).await);
    assert!(is_in(&at, &used.access).await);
    let user = at.user(RAO).await;
    end_all_of(&at_the_door(&at.house, Uuid::now_v7()), user).await.unwrap();
    dies(&at, &used.access, Instant::now()).await;
    assert_eq!(refresh(&at, &asleep.refresh).await.unwrap_err(), 401);
}
