//! A patient sees who they are in their chart and says that it is wrong; reception looks.

use reqwest::StatusCode;

use crate::sign_in::{OKAFOR, page};
use crate::support::Wardlight;
use crate::support::mail::{post, post_and_read};

#[tokio::test(flavor = "multi_thread")]
async fn mrs_okafor_says_that_her_date_of_birth_is_wrong_and_reception_looks() {
    let at = Wardlight::open().await;
    let hers = at.sign_in(OKAFOR).await.unwrap();
    let reception = at.sign_in("wanjiru@riverbend.example").await.unwrap();
    let account = page(&at, "/my/account", &hers).await.text().await.unwrap();
    for part in ["Okafor", "Amara", "2 Apr 1969", "Not recorded", "10-0000-0000-0017"] {
        assert!(account.contains(part), "{part}: {account}");
    }
    let read: i64 = sqlx::query_scalar("SELECT count(*) FROM audit_patient WHERE whom = $1")
        .bind(at.riverbend.patients[0])
        .fetch_one(at.db.owner())
        .await
        .unwrap();
    assert!(read >= 1, "it is a read of her record");

    let empty = post_and_read(&at, "/my/account/correction", &hers, &[("words", " ")]).await;
    assert!(empty.contains("Enter what is wrong"), "{empty}");
    let words = "I was born on 4 February 1969, <b>not</b> in April.";
    let said = post_and_read(&at, "/my/account/correction", &hers, &[("words", words)]).await;
    assert!(said.contains("The hospital has yet to look at it."), "{said}");
    let twice = post_and_read(&at, "/my/account/correction", &hers, &[("words", words)]).await;
    assert!(twice.contains("has yet to look at what you wrote before"), "{twice}");

    let list = page(&at, "/registrations", &reception).await.text().await.unwrap();
    assert!(
        list.contains("OKAFOR, Amara") && list.contains("&lt;b&gt;not&lt;/b&gt; in April."),
        "{list}"
    );
    let id: uuid::Uuid = sqlx::query_scalar("SELECT id FROM correction_request")
        .fetch_one(at.db.owner())
        .await
        .unwrap();
    let id = id.to_string();
    let done = post_and_read(&at, "/registrations/correction", &reception, &[("correction", &id)]).await;
    assert!(
        done.contains("The person sees that somebody has looked.") && !done.contains("OKAFOR"),
        "{done}"
    );
    let again = post(&at, "/registrations/correction", &reception, &[("correction", &id)]).await;
    assert_eq!(again.status(), StatusCode::NOT_FOUND, "once");
    let account = page(&at, "/my/account", &hers).await.text().await.unwrap();
    assert!(
        account.contains("The hospital looked at what you wrote on") && account.contains("Tell the hospital"),
        "{account}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_portal_that_is_off_shows_nothing_of_the_chart_on_the_account_page_either() {
    let at = Wardlight::open().await;
    let hers = at.sign_in(OKAFOR).await.unwrap();
    let reception = at.sign_in("wanjiru@riverbend.example").await.unwrap();
    let portal = format!("/patients/{}/portal", at.riverbend.patients[0]);
    post_and_read(&at, &portal, &reception, &[("act", "close")]).await;
    let account = page(&at, "/my/account", &hers).await;
    assert_eq!(account.status(), StatusCode::OK, "the account is hers");
    assert!(!account.text().await.unwrap().contains("2 Apr 1969"));
}
