//! The context opens every drawer, and closes it clean: callers that leave half-way, and pooled connections.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where it fails")]

use std::sync::Arc;
use std::task::Poll;
use std::time::Duration;

use domain::access::{Action, Subject};
use domain::actor::{Actor, Role};
use domain::ids::{HospitalId, UserId};
use hospital::testing::TestDb;
use hospital::{Clock, Ctx, House, Keys};
use sqlx::PgPool;
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

const LANES: u64 = 8;
const BEGINS: u64 = 1_250;

/// What a connection says of whose context it bears: hospital, and user.
const WHOSE: &str =
    "SELECT nullif(current_setting('app.hospital_id', true), ''), nullif(current_setting('app.user_id', true), '')";
type Whose = (Option<String>, Option<String>);

/// What comes of `acts` when it is asked so many times after the first; else it is dropped where it waits.
async fn within_steps<T>(mut steps: u64, acts: impl Future<Output = T>) -> Option<T> {
    let mut acts = std::pin::pin!(acts);
    std::future::poll_fn(|context| match acts.as_mut().poll(context) {
        Poll::Ready(done) => Poll::Ready(Some(done)),
        Poll::Pending if steps == 0 => Poll::Ready(None),
        Poll::Pending => {
            steps -= 1;
            Poll::Pending
        }
    })
    .await
}

/// Security.md R2: callers, eight at a time on the same connections, are cut off at random moments of `begin`, and of what they do in it; afterwards no session is left open, no
/// error of a broken transaction was seen, and nobody found somebody else's context, inside a transaction or on a connection without one.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_storm_of_cancelled_begins_leaves_no_trace() {
    let db = TestDb::new().await;
    let hospitals = [
        make_hospital(&db, "Riverbend").await,
        make_hospital(&db, "Lakeside").await,
    ];
    let house = House::new(db.app.clone(), db.ingest.clone(), Clock::system(), Keys::for_tests());
    let lanes = (1..=LANES).map(|lane| {
        let (house, pool) = (house.clone(), db.app.clone());
        tokio::spawn(async move {
            let (mut finished, mut cut, mut chance) = (0_u32, 0_u32, Chance(lane));
            for round in 0..BEGINS {
                let (hospital, moment) = (hospitals[(chance.next() % 2) as usize], chance.next() % 6_000);
                let acts = acts_in(&house, hospital);
                // A quick machine is done before a clock of milliseconds cuts it off: every other one is cut off after so many steps.
                let ended = match round % 2 {
                    0 => tokio::time::timeout(Duration::from_micros(moment), acts).await.ok(),
                    _ => within_steps(moment % 12, acts).await,
                };
                match ended {
                    Some(()) => finished += 1,
                    None => cut += 1,
                }
                if round % 16 == 0 {
                    bears_nothing(&pool).await;
                }
            }
            (finished, cut)
        })
    });
    let (mut finished, mut cut) = (0, 0);
    for lane in futures::future::join_all(lanes).await {
        let (of_lane, cut_of_lane) = lane.expect("a lane without an error and without somebody else's context");
        (finished, cut) = (finished + of_lane, cut + cut_of_lane);
    }
    assert!(
        finished > 500 && cut > 500,
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
    for _ in 0..64 {
        bears_nothing(&db.app).await;
    }
}

/// Somebody of this hospital opens a transaction and looks twice whose context it bears: theirs, whoever had the connection before.
async fn acts_in(house: &Arc<House>, hospital: HospitalId) {
    let actor = admin(hospital);
    let own = (Some(hospital.to_string()), actor.user().map(|user| user.to_string()));
    let ctx = Ctx::new(house.clone(), actor, Uuid::now_v7());
    let subject = Subject::Hospital(hospital);
    let mut tx = ctx.begin(Action::ReadHospital, &subject).await.unwrap();
    for _ in 0..2 {
        let seen: Whose = sqlx::query_as(WHOSE).fetch_one(&mut *tx).await.unwrap();
        assert_eq!(seen, own, "the context of another");
    }
    tx.commit().await.unwrap();
}

/// A pooled connection never carries the last one's context.
async fn bears_nothing(pool: &PgPool) {
    let mut connection = pool.acquire().await.unwrap();
    let left: Whose = sqlx::query_as(WHOSE).fetch_one(&mut *connection).await.unwrap();
    assert_eq!(left, (None, None), "the context of a transaction that is over");
}

/// Moments that nobody chose, the same in each run (xorshift).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }
}

/// What every page asks is planned once a connection; what comes after it on the same connection is planned as before.
#[tokio::test]
async fn what_is_asked_often_is_planned_once_and_the_next_transaction_as_usual() {
    let db = TestDb::new().await;
    let hospital = make_hospital(&db, "Riverbend").await;
    let house = House::new(db.app.clone(), db.ingest.clone(), Clock::system(), Keys::for_tests());
    let ctx = Ctx::new(house, admin(hospital), Uuid::now_v7());
    let subject = Subject::Hospital(hospital);
    for (is_often, expected) in [
        (true, "force_generic_plan"),
        (false, "auto"),
        (true, "force_generic_plan"),
    ] {
        let mut tx = match is_often {
            true => ctx.begin_often(Action::ReadHospital, &subject).await.unwrap(),
            false => ctx.begin(Action::ReadHospital, &subject).await.unwrap(),
        };
        let mode: String = sqlx::query_scalar("SHOW plan_cache_mode")
            .fetch_one(&mut *tx)
            .await
            .unwrap();
        assert_eq!(mode, expected);
        tx.commit().await.unwrap();
    }
    let left: String = sqlx::query_scalar("SHOW plan_cache_mode")
        .fetch_one(&db.app)
        .await
        .unwrap();
    assert_eq!(left, "auto");
}
