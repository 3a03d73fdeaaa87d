//! What happens in the hospital and in the portal is told to whom it concerns.

use reqwest::Method;

use super::*;
use crate::accounts::invite;
use crate::support::door::{Body, knock};
use crate::support::mail::{CHOSEN, link_in, open_link};

/// The sentences of somebody's list that hold `words`.
async fn says(at: &Wardlight, path: &str, cookie: &str, words: &str) -> bool {
    list(at, path, cookie).await.contains(words)
}

#[tokio::test(flavor = "multi_thread")]
async fn achieng_is_told_of_her_duty_with_the_ward_and_who_said_so() {
    let at = Wardlight::open().await;
    let (admin, achieng) = (at.sign_in(HADDAD).await.unwrap(), at.sign_in(ACHIENG).await.unwrap());
    let (her, ward) = (at.user(ACHIENG).await.to_string(), at.riverbend.ward.to_string());
    let fields = |act| {
        [
            ("act", act),
            ("person", her.as_str()),
            ("ward", ward.as_str()),
            ("hours", ""),
        ]
    };
    post(&at, "/hospital/duties", &admin, &fields("end-duty")).await;
    post(&at, "/hospital/duties", &admin, &fields("begin-duty")).await;
    assert_eq!(kinds(&at, ACHIENG).await, ["duty.ended", "duty.given"]);
    let ward: String = sqlx::query_scalar("SELECT name FROM ward WHERE id = $1")
        .bind(at.riverbend.ward)
        .fetch_one(at.db.owner())
        .await
        .unwrap();
    let shown = list(&at, "/notifications", &achieng).await;
    assert!(shown.contains("S. Haddad") && shown.contains(&ward), "{shown}");
    // Who did what is sealed: a copy of the table names nobody.
    let clear: i64 = sqlx::query_scalar("SELECT count(*) FROM notice n WHERE n::text ILIKE '%haddad%' OR position('Haddad' IN encode(n.named_sealed, 'escape')) > 0")
        .fetch_one(at.db.owner())
        .await
        .unwrap();
    assert_eq!(clear, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hand_over_is_told_to_who_is_asked_and_its_answer_to_who_asked() {
    let at = Wardlight::open().await;
    let mensah = at.sign_in("mensah@riverbend.example").await.unwrap();
    let (boateng, his) = at.colleague(at.riverbend.id, Role::Technician).await;
    let device = at.riverbend.devices[0].id.to_string();
    let act = async |cookie: &str, fields: Vec<(&'static str, String)>| {
        let answer = knock(&at, &Method::POST, "/devices/hand-over", &Body::Form(fields), cookie).await;
        assert_eq!(answer.status(), 303);
    };
    let ask = vec![
        ("act", "ask".to_owned()),
        ("device", device),
        ("to", boateng.to_string()),
        ("hours", "8".to_owned()),
    ];
    act(&mensah, ask).await;
    assert_eq!(bell(&at, "/account", &his).await, 1);
    let shown = list(&at, "/notifications", &his).await;
    assert!(
        shown.contains("asks you to take") && shown.contains("Monitor 01"),
        "{shown}"
    );
    let id: Uuid = sqlx::query_scalar("SELECT id FROM device_hand_over")
        .fetch_one(at.db.owner())
        .await
        .unwrap();
    let one = |act: &str| vec![("act", act.to_owned()), ("hand_over", id.to_string())];
    act(&his, one("accept")).await;
    assert!(says(&at, "/notifications", &mensah, "has taken").await);
    act(&mensah, one("end")).await;
    assert!(
        says(&at, "/notifications", &his, "is over.").await,
        "the other side is told"
    );
    assert!(
        !says(&at, "/notifications", &mensah, "is over.").await,
        "who ended it knows"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_waits_in_a_list_is_told_once_until_it_is_read() {
    let at = Wardlight::open().await;
    let (okafor, reception) = (at.sign_in(OKAFOR).await.unwrap(), at.sign_in(WANJIRU).await.unwrap());
    let ask = async || {
        post(
            &at,
            "/my/account/correction",
            &okafor,
            &[("words", "I was born in May.")],
        )
        .await;
    };
    let finish = async || {
        let id: Uuid = sqlx::query_scalar("SELECT id FROM correction_request WHERE done_at IS NULL")
            .fetch_one(at.db.owner())
            .await
            .unwrap();
        let door = "/registrations/correction";
        let done = post(&at, door, &reception, &[("correction", &id.to_string())]).await;
        assert_eq!(done.status(), 303);
    };
    ask().await;
    assert!(says(&at, "/notifications", &reception, "something in their chart is wrong").await);
    assert_eq!(
        kinds(&at, HADDAD).await,
        ["correction.waits"],
        "whoever may confirm is told"
    );
    assert_eq!(kinds(&at, RAO).await, Vec::<String>::new());
    finish().await;
    assert!(says(&at, "/my/notifications", &okafor, "has looked at what you said").await);
    ask().await;
    assert_eq!(kinds(&at, WANJIRU).await, ["correction.waits"], "one is enough");
    post(&at, "/notifications/read", &reception, &[("all", "true")]).await;
    finish().await;
    ask().await;
    assert_eq!(
        kinds(&at, WANJIRU).await,
        ["correction.waits"; 2],
        "and one more, once it was read"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn who_registers_is_told_to_reception_and_who_accepts_to_who_invited() {
    let at = Wardlight::open().await;
    let admin = at.sign_in(HADDAD).await.unwrap();
    let wanjiru = crate::register::Form::of_wanjiru(&at);
    post(&at, "/register", "", &wanjiru.fields()).await;
    assert_eq!(
        kinds(&at, WANJIRU).await,
        Vec::<String>::new(),
        "the address is not proved yet"
    );
    let cookie = open_link(&at, &link_in(&mail_to(&at, crate::register::WANJIRU).await)).await;
    post(&at, "/register/verify", &cookie, &[("password", CHOSEN)]).await;
    assert_eq!(kinds(&at, WANJIRU).await, ["registration.waits"]);

    invite(&at, &admin, "Amina Otieno", "otieno@riverbend.example", "nurse").await;
    let cookie = open_link(&at, &link_in(&mail_to(&at, "otieno@riverbend.example").await)).await;
    post(&at, "/invitation", &cookie, &[("password", CHOSEN)]).await;
    assert_eq!(kinds(&at, HADDAD).await, ["registration.waits", "invitation.accepted"]);
    let shown = list(&at, "/notifications", &admin).await;
    assert!(
        shown.contains("Amina Otieno") && shown.contains("has accepted your invitation"),
        "{shown}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn okafor_is_told_that_her_son_has_come_and_he_that_it_has_ended() {
    let at = Wardlight::open().await;
    at.make_account("Chidi Okafor", "chidi@example.org").await;
    let okafor = at.sign_in(OKAFOR).await.unwrap();
    at.name_carer(&okafor, "chidi@example.org", &["values"]).await;
    assert_eq!(kinds(&at, OKAFOR).await, Vec::<String>::new());
    let chidi = at.sign_in("chidi@example.org").await.unwrap();
    assert!(says(&at, "/my/notifications", &okafor, "my son").await);
    // What is about her record is hers: he reads the same page and finds his own.
    assert!(!says(&at, "/my/notifications", &chidi, "has an account now").await);
    let id: Uuid = sqlx::query_scalar("SELECT id FROM proxy")
        .fetch_one(at.db.owner())
        .await
        .unwrap();
    post(&at, "/my/proxies/end", &okafor, &[("proxy", &id.to_string())]).await;
    assert_eq!(kinds(&at, "chidi@example.org").await, ["carer.ended"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_portal_that_is_closed_says_so_where_its_owner_still_gets_in() {
    let at = Wardlight::open().await;
    let (admin, okafor) = (at.sign_in(HADDAD).await.unwrap(), at.sign_in(OKAFOR).await.unwrap());
    let path = format!("/patients/{}/portal", at.riverbend.patients[0]);
    let closed = post(&at, &path, &admin, &[("act", "close")]).await;
    assert_eq!(closed.status(), 303);
    assert_eq!(kinds(&at, OKAFOR).await, ["portal.closed"]);
    let okafor = at.sign_in(OKAFOR).await.unwrap_or(okafor);
    assert!(
        says(
            &at,
            "/my/notifications",
            &okafor,
            "Your hospital closed your record here."
        )
        .await
    );
}
