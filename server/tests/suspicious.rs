//! Tries that look stolen, and a name that nobody has.

use std::time::Instant;

use hospital::HospitalError;
use hospital::identity::steps::{enter_code, wait_for_code};
use hospital::identity::{Origin, SessionKey, SignedIn, at_the_door, recover, sign_in_from};
use reqwest::StatusCode;
use uuid::Uuid;

use crate::factor::guard;
use crate::sign_in::{ACHIENG, RAO, page, try_in};
use crate::support::mail::{CHOSEN, link_in, mail_to};
use crate::support::timing::take_as_long;
use crate::support::{PASSWORD, Wardlight, blind};

fn at_work() -> Origin {
    Origin::new("198.51.100.7", "Chrome on Linux")
}

fn rented() -> Origin {
    Origin::new("203.0.113.66", "Another program")
}

async fn try_from(at: &Wardlight, login: &str, password: &str, origin: &Origin) -> Result<SignedIn, HospitalError> {
    sign_in_from(&at_the_door(&at.house, Uuid::now_v7()), login, password, origin).await
}

/// What owners of accounts were told; what admins are told of an attack has a test of its own.
async fn kinds(at: &Wardlight) -> Vec<String> {
    sqlx::query_scalar("SELECT kind FROM notice WHERE kind <> 'sign_in.names_tried' ORDER BY at, id")
        .fetch_all(at.db.owner())
        .await
        .unwrap()
}

/// Thirty names that nobody has, tried from one network: written down without the cost of thirty hashes.
async fn a_list_was_tried_from(at: &Wardlight, network: &str, many: i32) {
    sqlx::query(
        "INSERT INTO sign_in_event (id, at, who, network, device, outcome, signals, score)
         SELECT gen_random_uuid(), now(), sha256(n::text::bytea), $1, 'Another program', 'refused', '{}', 0 FROM generate_series(1, $2) AS n",
    )
    .bind(network)
    .bind(many)
    .execute(at.db.owner())
    .await
    .unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_device_is_marked_and_with_a_new_network_dr_rao_is_told() {
    let at = Wardlight::open().await;
    try_from(&at, RAO, PASSWORD, &at_work()).await.unwrap();
    assert_eq!(kinds(&at).await, Vec::<String>::new(), "the first time nothing is new");
    let phone = Origin::new("198.51.100.9", "Safari on iPhone");
    try_from(&at, RAO, PASSWORD, &phone).await.unwrap();
    assert_eq!(
        kinds(&at).await,
        Vec::<String>::new(),
        "a new phone in the same house is marked only"
    );
    let abroad = Origin::new("192.0.2.4", "Firefox on Windows");
    try_from(&at, RAO, PASSWORD, &abroad).await.unwrap();
    assert_eq!(kinds(&at).await, ["sign_in.unusual"]);
    try_from(&at, RAO, PASSWORD, &abroad).await.unwrap();
    assert_eq!(kinds(&at).await, ["sign_in.unusual"], "it is known now");

    let mine = at.sign_in(RAO).await.unwrap();
    let told = page(&at, "/notifications", &mine).await.text().await.unwrap();
    assert!(told.contains("in an unusual way"), "{told}");
    let html = page(&at, "/account", &mine).await.text().await.unwrap();
    assert!(html.contains("192.0.2.0/24") && html.contains("Firefox on Windows") && html.contains("new device"));
}

/// What a browser says of itself can be said by anybody.
#[tokio::test(flavor = "multi_thread")]
async fn a_browser_is_known_by_its_cookie_and_not_by_its_words() {
    let at = Wardlight::open().await;
    let browser = |name: &str| SessionKey::of_id(name.as_bytes());
    let hers = at_work().with(browser("hers"));
    try_from(&at, RAO, PASSWORD, &hers).await.unwrap();
    let elsewhere = Origin::new("192.0.2.4", "Chrome on Linux");
    try_from(&at, RAO, PASSWORD, &elsewhere.clone().with(browser("hers")))
        .await
        .unwrap();
    assert_eq!(
        kinds(&at).await,
        Vec::<String>::new(),
        "her own browser on a journey is marked only"
    );
    let abroad = Origin::new("203.0.113.9", "Chrome on Linux");
    try_from(&at, RAO, PASSWORD, &abroad.with(browser("another's")))
        .await
        .unwrap();
    assert_eq!(kinds(&at).await, ["sign_in.unusual"], "the same words, another browser");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_right_password_from_a_tried_list_is_refused_in_the_words_of_a_wrong_one() {
    let at = Wardlight::open().await;
    try_from(&at, RAO, PASSWORD, &at_work()).await.unwrap();
    a_list_was_tried_from(&at, "203.0.113.0/24", 30).await;
    let stuffed = try_from(&at, RAO, PASSWORD, &rented()).await.unwrap_err();
    let wrong = try_from(&at, RAO, "guess", &rented()).await.unwrap_err();
    let unknown = try_from(&at, "nobody@riverbend.example", "guess", &rented())
        .await
        .unwrap_err();
    let said = |error: &HospitalError| match error {
        HospitalError::Invalid(faults) => faults.clone(),
        other => panic!("{other}"),
    };
    assert_eq!(said(&stuffed), said(&wrong));
    assert_eq!(said(&stuffed), said(&unknown));
    assert_eq!(kinds(&at).await, ["sign_in.blocked"]);
    try_from(&at, RAO, PASSWORD, &at_work())
        .await
        .expect("she herself still comes in");

    // Whose list has a name with a second factor gets no further than the code.
    guard(&at, ACHIENG, "/account").await;
    let half = try_from(&at, ACHIENG, PASSWORD, &rented())
        .await
        .expect("the factor stands for itself");
    assert!(half.has_factor);
}

/// Whose accounts have this notice, by address.
async fn told(at: &Wardlight, kind: &str) -> Vec<Vec<u8>> {
    sqlx::query_scalar("SELECT u.email_blind FROM notice n JOIN app_user u ON u.id = n.user_id WHERE n.kind = $1")
        .bind(kind)
        .fetch_all(at.db.owner())
        .await
        .unwrap()
}

async fn written(at: &Wardlight, what: &str) -> i64 {
    sqlx::query_scalar("SELECT count(*) FROM audit_entry WHERE action = $1 AND outcome = 'allowed'")
        .bind(what)
        .fetch_one(at.db.owner())
        .await
        .unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_that_is_tried_is_told_to_the_admins_whose_people_are_on_it_once_an_hour() {
    let at = Wardlight::open().await;
    sqlx::query(
        "INSERT INTO role_grant (user_id, hospital_id, role, during)
         SELECT u.id, $1, 'hospital_admin', tstzrange(now() - interval '1 day', NULL) FROM app_user u WHERE u.email_blind = $2",
    )
    .bind(at.lakeside.id.0)
    .bind(blind("silva@lakeside.example"))
    .execute(at.db.owner())
    .await
    .unwrap();
    a_list_was_tried_from(&at, "203.0.113.0/24", 29).await;
    try_from(&at, RAO, "guess", &rented()).await.unwrap_err();
    assert_eq!(written(&at, "sign_in.names_tried").await, 0, "thirty with this one");
    for _ in 0..2 {
        try_from(&at, ACHIENG, "guess", &rented()).await.unwrap_err();
    }
    let admins = told(&at, "sign_in.names_tried").await;
    assert!(
        admins.contains(&blind("haddad@riverbend.example")),
        "her hospital's admin"
    );
    assert!(
        !admins.contains(&blind("silva@lakeside.example")),
        "nobody of Lakeside's was tried"
    );
    assert_eq!(written(&at, "sign_in.names_tried").await, 1, "once");
    at.later(3_601);
    sqlx::query("UPDATE sign_in_event SET at = at + interval '1 hour'")
        .execute(at.db.owner())
        .await
        .unwrap();
    try_from(&at, ACHIENG, "guess", &rented()).await.unwrap_err();
    assert_eq!(written(&at, "sign_in.names_tried").await, 2, "it goes on");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_account_that_is_tried_from_many_networks_is_told_to_its_owner() {
    let at = Wardlight::open().await;
    for name in [RAO, "nobody@riverbend.example"] {
        for n in 0..7 {
            try_from(
                &at,
                name,
                "guess",
                &Origin::new(format!("198.51.{n}.7"), "Another program"),
            )
            .await
            .unwrap_err();
        }
    }
    assert_eq!(told(&at, "sign_in.account_tried").await, [blind(RAO)]);
    assert_eq!(
        written(&at, "sign_in.account_tried").await,
        2,
        "a name that nobody has counts the same"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_waits_too_while_its_account_and_its_network_are_tried() {
    let at = Wardlight::open().await;
    let achieng = guard(&at, ACHIENG, "/account").await;
    a_list_was_tried_from(&at, "198.51.100.0/24", 30).await;
    for _ in 0..5 {
        try_from(&at, ACHIENG, "guess", &at_work()).await.unwrap_err();
    }
    let who = try_from(&at, ACHIENG, PASSWORD, &at_work()).await.unwrap();
    let (ctx, key) = (at_the_door(&at.house, Uuid::now_v7()), SessionKey::of_id(b"hers"));
    wait_for_code(&ctx, key, &who, false).await.unwrap();
    let begun = Instant::now();
    enter_code(&ctx, key, &achieng.code(&at), &at_work()).await.unwrap();
    assert!(begun.elapsed().as_secs() >= 2, "{:?}", begun.elapsed());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_large_house_with_a_virus_in_it_still_works() {
    let at = Wardlight::open().await;
    try_from(&at, RAO, PASSWORD, &at_work()).await.unwrap();
    a_list_was_tried_from(&at, "198.51.100.0/24", 500).await;
    try_from(&at, RAO, PASSWORD, &at_work())
        .await
        .expect("from her own computer");
    assert_eq!(kinds(&at).await, ["sign_in.unusual"], "she is told");
}

#[tokio::test(flavor = "multi_thread")]
async fn scripted_stuffing_meets_the_limit_of_its_address() {
    let at = Wardlight::open().await;
    let mut shut = 0;
    for n in 0..60 {
        let answer = try_in(&at, &format!("person{n}@riverbend.example"), "Password123!").await;
        shut += usize::from(answer.status() == StatusCode::TOO_MANY_REQUESTS);
    }
    assert_eq!(shut, 10, "fifty in fifteen minutes");
    let names: i64 = sqlx::query_scalar("SELECT count(*) FROM sign_in_event WHERE user_id IS NOT NULL")
        .fetch_one(at.db.owner())
        .await
        .unwrap();
    assert_eq!(names, 0);
    let known: i64 = sqlx::query_scalar("SELECT count(DISTINCT who) FROM sign_in_event WHERE octet_length(who) = 32")
        .fetch_one(at.db.owner())
        .await
        .unwrap();
    assert_eq!(known, 50, "each is counted, and no name is kept");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hundred_failures_in_a_row_lock_the_account_until_its_password_is_new() {
    let at = Wardlight::open().await;
    try_from(&at, RAO, PASSWORD, &at_work()).await.unwrap();
    for n in 0..100 {
        assert_eq!(kinds(&at).await, Vec::<String>::new(), "after {n}");
        try_from(&at, RAO, "guess", &at_work()).await.unwrap_err();
    }
    assert_eq!(kinds(&at).await, ["account.locked"]);
    try_from(&at, RAO, PASSWORD, &at_work())
        .await
        .expect_err("not even the right one opens it");
    at.later(86_400);
    try_from(&at, RAO, PASSWORD, &at_work())
        .await
        .expect_err("and time does not either");
    let outcomes: Vec<(String, i64)> =
        sqlx::query_as("SELECT outcome, count(*) FROM sign_in_event GROUP BY outcome ORDER BY outcome")
            .fetch_all(at.db.owner())
            .await
            .unwrap();
    let counted = |outcome: &str, many| (outcome.to_owned(), many);
    assert_eq!(
        outcomes,
        [counted("entered", 1), counted("locked", 2), counted("refused", 100)]
    );
    // A new password, by a link that went to her mailbox, opens it again.
    let door = at_the_door(&at.house, Uuid::now_v7());
    recover::ask(&door, RAO).await.unwrap();
    let link = link_in(&mail_to(&at, RAO).await);
    let (_, secret) = link.split_once('=').unwrap();
    recover::set(&door, &secret.into(), &CHOSEN.into()).await.unwrap();
    try_from(&at, RAO, CHOSEN, &at_work()).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn coming_in_ends_the_count() {
    let at = Wardlight::open().await;
    for _ in 0..3 {
        try_from(&at, RAO, "guess", &at_work()).await.unwrap_err();
    }
    try_from(&at, RAO, PASSWORD, &at_work()).await.unwrap();
    let counted: i64 = sqlx::query_scalar("SELECT count(*) FROM sign_in_failures")
        .fetch_one(at.db.owner())
        .await
        .unwrap();
    assert_eq!(counted, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_that_nobody_has_takes_as_long_within_five_per_cent() {
    let at = Wardlight::open().await;
    let guess = async |login: &str| {
        drop(try_from(&at, login, "another password", &at_work()).await.unwrap_err());
    };
    take_as_long(
        25,
        async || guess(RAO).await,
        async || guess("nobody@riverbend.example").await,
    )
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_admin_sees_networks_that_try_lists_and_accounts_that_were_locked_or_blocked() {
    let at = Wardlight::open().await;
    let haddad = at.sign_in("haddad@riverbend.example").await.unwrap();
    let quiet = page(&at, "/hospital/sessions", &haddad).await.text().await.unwrap();
    assert!(quiet.contains("Nothing unusual"), "{quiet}");
    try_from(&at, RAO, PASSWORD, &at_work()).await.unwrap();
    a_list_was_tried_from(&at, "192.0.2.0/24", 29).await;
    a_list_was_tried_from(&at, "203.0.113.0/24", 30).await;
    try_from(&at, RAO, PASSWORD, &rented()).await.unwrap_err();
    for email in [ACHIENG, "silva@lakeside.example"] {
        sqlx::query(
            "INSERT INTO sign_in_failures (user_id, in_a_row) SELECT id, 100 FROM app_user WHERE email_blind = $1",
        )
        .bind(blind(email))
        .execute(at.db.owner())
        .await
        .unwrap();
    }
    let shown = page(&at, "/hospital/sessions", &haddad).await.text().await.unwrap();
    assert!(
        shown.contains("203.0.113.0/24") && !shown.contains("192.0.2.0/24"),
        "{shown}"
    );
    let rows = shown.split("Accounts that were locked or blocked").last().unwrap();
    let rows = rows.split("</table>").next().unwrap();
    assert!(
        rows.contains("B. Achieng") && rows.contains("Locked until the password is new"),
        "{rows}"
    );
    assert!(
        rows.contains("Dr Anika Rao") && rows.contains("A try was refused as stolen") && rows.contains(">80<"),
        "{rows}"
    );
    assert!(
        !rows.contains("Silva"),
        "who works elsewhere is another admin's: {rows}"
    );
}
