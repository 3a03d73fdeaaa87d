//! The context opens every drawer, and closes it clean: callers that leave half-way, and pooled connections.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where it fails")]

use std::time::Duration;

use domain::access::{Action, Subject};
use domain::actor::{Actor, Role};
use domain::ids::{HospitalId, UserId};
use hospital::testing::TestDb;
use hospital::{Clock, Ctx, House, Keys};
use uuid::Uuid;

async fn make_hospital(db: &TestDb, name: &str) -> HospitalId {
    let hospital = Uuid::now_v7();
    sqlx::query("INSERT INTO hospital (id, name, zone, locale) VALUES ($1, $2, 'UTC', 'en')")
        .bind(hospital)
        .bind(name)
        .execute(db.owner())
        .await
        .unwrap();
    HospitalId(hospital)
}

fn admin(hospital: HospitalId) -> Actor {
    Actor::staff(UserId(Uuid::now_v7()), hospital, vec![Role::HospitalAdmin])
}

/// Security.md R2: callers are cut off at every moment of `begin`; afterwards no session is left open, no error of a broken transaction is seen, and
/// nobody finds somebody else's context.
#[tokio::test(flavor = "multi_thread")]
async fn a_storm_of_cancelled_begins_leaves_no_trace() {
    let db = TestDb::new().await;
    let ours = make_hospital(&db, "Riverbend").await;
    let theirs = make_hospital(&db, "Lakeside").await;
    let house = House::new(db.app.clone(), db.ingest.clone(), Clock::system(), Keys::for_tests());
    let (mut finished, mut cut) = (0_u32, 0_u32);
    for round in 0..10_000_u64 {
        let hospital = if round % 2 == 0 { ours } else { theirs };
        let ctx = Ctx::new(house.clone(), admin(hospital), Uuid::now_v7());
        let subject = Subject::Hospital(hospital);
        let begin = ctx.begin(Action::ReadHospital, &subject);
        match tokio::time::timeout(Duration::from_micros(round * 37 % 2_000), begin).await {
            Ok(Ok(mut tx)) => {
                let seen: String = sqlx::query_scalar("SELECT current_setting('app.hospital_id')")
                    .fetch_one(&mut *tx)
                    .await
                    .unwrap();
                assert_eq!(seen, hospital.to_string(), "the context of another");
                tx.commit().await.unwrap();
                finished += 1;
            }
            Ok(Err(error)) => panic!("round {round}: {error}"),
            Err(_) => cut += 1,
        }
    }
    assert!(
        finished > 100 && cut > 100,
        "the storm must do both: {finished} finished, {cut} cut off"
    );
    tokio::time::sleep(Duration::from_secs(1)).await;
    let open: i64 = sqlx::query_scalar(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND usename = 'wardlight_app' AND state LIKE 'idle in transaction%'",
    )
    .fetch_one(db.owner())
    .await
    .unwrap();
    assert_eq!(open, 0, "sessions idle in transaction");
    // A pooled connection never carries the last one's context.
    for _ in 0..64 {
        let mut connection = db.app.acquire().await.unwrap();
        let left: Option<String> = sqlx::query_scalar("SELECT nullif(current_setting('app.hospital_id', true), '')")
            .fetch_one(&mut *connection)
            .await
            .unwrap();
        assert_eq!(left, None);
    }
}
