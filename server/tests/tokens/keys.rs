//! The keys that sign change every 30 days, and nobody notices.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use domain::time::Moment;
use hospital::identity::{at_the_door, sign_in};
use hospital::keys::Keys;
use hospital::organisation::seed_hospital;
use hospital::testing::TestDb;
use hospital::tokens::{self, From, keys};
use hospital::{Clock, House};
use secrecy::ExposeSecret;
use uuid::Uuid;

use super::*;

const DAY: i64 = 86_400;
const FROM: From<'static> = From {
    device: "Phone",
    address: "203.0.113.7",
};

#[tokio::test(flavor = "multi_thread")]
async fn the_public_list_can_be_kept_for_an_hour_and_holds_no_secret() {
    let at = Wardlight::open().await;
    let answer = at.client.get(at.url("/.well-known/jwks.json")).send().await.unwrap();
    assert_eq!(answer.headers()["cache-control"], "public, max-age=3600");
    let list: Value = answer.json().await.unwrap();
    let key = list["keys"][0].as_object().unwrap();
    let members: Vec<&str> = key.keys().map(String::as_str).collect();
    assert_eq!(members, ["alg", "crv", "kid", "kty", "use", "x"]);
    assert_eq!(
        (&key["alg"], &key["crv"], &key["use"]),
        (&json!("EdDSA"), &json!("Ed25519"), &json!("sig"))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_is_published_before_it_signs_and_goes_when_its_last_token_has_died() {
    let (db, begun) = (TestDb::new().await, Clock::system().now());
    let seconds = Arc::new(AtomicI64::new(0));
    let turned = seconds.clone();
    let clock = Clock::of(move || begun.plus_seconds(turned.load(Ordering::Relaxed) as f64));
    let house = House::new(db.app.clone(), db.ingest.clone(), clock, Keys::for_tests());
    let since = Moment(begun.0 - 1_000_000);
    seed_hospital(&house, crate::support::riverbend(), since).await.unwrap();
    let published = async |at: i64| {
        seconds.store(at, Ordering::Relaxed);
        keys::renew(&house).await.unwrap();
        let list = keys::published(&house).await.unwrap();
        list.keys
            .into_iter()
            .map(|key| key.common.key_id.unwrap())
            .collect::<Vec<_>>()
    };
    let first = published(0).await;
    assert_eq!(first.len(), 1);
    assert_eq!(published(27 * DAY).await, first);
    let both = published(29 * DAY).await;
    assert_eq!(
        (both.len(), &both[0]),
        (2, &first[0]),
        "a day before it signs at the latest"
    );

    // Signed with the old key in its last minute, shown when the new one signs.
    published(30 * DAY - 60).await;
    let ctx = at_the_door(&house, Uuid::now_v7());
    let rao = sign_in(&ctx, RAO, PASSWORD).await.unwrap();
    let pair = tokens::log_in(&ctx, &rao, FROM).await.unwrap();
    let old = pair.access.expose_secret();
    published(30 * DAY + 60).await;
    assert!(tokens::who(&house, old).await.is_ok());
    let pair = tokens::log_in(&ctx, &rao, FROM).await.unwrap();
    let new = pair.access.expose_secret();
    assert!(tokens::who(&house, new).await.is_ok());
    assert_ne!(old.split('.').next(), new.split('.').next(), "another key signs");

    assert_eq!(
        published(30 * DAY + 700).await,
        both[1..],
        "the old one is gone, its private half with it"
    );
    assert!(tokens::who(&house, old).await.is_err());
    let left: i64 = sqlx::query_scalar("SELECT count(*) FROM signing_key")
        .fetch_one(db.owner())
        .await
        .unwrap();
    assert_eq!(left, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_servers_that_start_at_once_agree_on_one_key() {
    let db = TestDb::new().await;
    let server = || House::new(db.app.clone(), db.ingest.clone(), Clock::system(), Keys::for_tests());
    let (one, other) = (server(), server());
    let (first, second) = tokio::join!(keys::renew(&one), keys::renew(&other));
    first.unwrap();
    second.unwrap();
    let made: i64 = sqlx::query_scalar("SELECT count(*) FROM signing_key")
        .fetch_one(db.owner())
        .await
        .unwrap();
    assert_eq!(made, 1);
}
