//! The context opens every drawer, and closes it clean: callers that leave half-way, pooled connections, and the two answers to "may I see this patient",
//! row security's and `decide`'s, compared.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where it fails")]

use std::time::Duration;

use domain::access::{Action, Decision, Subject, decide};
use domain::actor::{Actor, Role};
use domain::ids::{HospitalId, PatientId, UserId};
use hospital::testing::TestDb;
use hospital::{Clock, Ctx, House};
use uuid::Uuid;

/// A hospital with one patient, arranged past row security.
async fn arrange(db: &TestDb, name: &str) -> (HospitalId, PatientId) {
    let (hospital, patient) = (Uuid::now_v7(), Uuid::now_v7());
    sqlx::query("INSERT INTO hospital (id, name, zone, locale) VALUES ($1, $2, 'UTC', 'en')")
        .bind(hospital)
        .bind(name)
        .execute(db.owner())
        .await
        .unwrap();
    register(db, hospital, patient, true).await;
    (HospitalId(hospital), PatientId(patient))
}

async fn register(db: &TestDb, hospital: Uuid, patient: Uuid, new: bool) {
    if new {
        let health_id: String = patient.as_u128().to_string().chars().rev().take(14).collect();
        sqlx::query("INSERT INTO patient (id, health_id, family_name, given_name, born_on, sex) VALUES ($1, $2, 'Okafor', 'Amara', '1990-01-01', 'female')")
            .bind(patient)
            .bind(health_id)
            .execute(db.owner())
            .await
            .unwrap();
    }
    sqlx::query("INSERT INTO registration (patient_id, hospital_id, hospital_number) VALUES ($1, $2, $3)")
        .bind(patient)
        .bind(hospital)
        .bind(patient.to_string())
        .execute(db.owner())
        .await
        .unwrap();
}

fn doctor(hospital: HospitalId) -> Actor {
    Actor::Staff {
        user: UserId(Uuid::now_v7()),
        hospital,
        roles: vec![Role::Doctor],
    }
}

/// Security.md R2: callers are cut off at every moment of `begin`; afterwards no session is left open, no error of a broken transaction is seen, and
/// nobody finds somebody else's context.
#[tokio::test(flavor = "multi_thread")]
async fn a_storm_of_cancelled_begins_leaves_no_trace() {
    let db = TestDb::new().await;
    let (ours, _) = arrange(&db, "Riverbend").await;
    let (theirs, _) = arrange(&db, "Lakeside").await;
    let house = House::new(db.app.clone(), db.ingest.clone(), Clock::system());
    let (mut finished, mut cut) = (0_u32, 0_u32);
    for round in 0..10_000_u64 {
        let hospital = if round % 2 == 0 { ours } else { theirs };
        let ctx = Ctx::new(house.clone(), doctor(hospital), Uuid::now_v7());
        let subject = Subject::Hospital(hospital);
        let begin = ctx.begin(Action::WatchWard, &subject);
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

/// Row security and `decide` answer the same for reading a patient, over every pair of an actor and a patient of a small world.
#[tokio::test(flavor = "multi_thread")]
async fn row_security_and_decide_agree() {
    let db = TestDb::new().await;
    let (riverbend, okafor) = arrange(&db, "Riverbend").await;
    let (lakeside, petrov) = arrange(&db, "Lakeside").await;
    // One person is known to both.
    let shared = PatientId(Uuid::now_v7());
    register(&db, riverbend.0, shared.0, true).await;
    register(&db, lakeside.0, shared.0, false).await;
    let house = House::new(db.app.clone(), db.ingest.clone(), Clock::system());
    let portal = |patient, hospital| Actor::Patient {
        user: UserId(Uuid::now_v7()),
        patient,
        hospital,
    };
    let actors = [
        doctor(riverbend),
        doctor(lakeside),
        portal(okafor, riverbend),
        portal(petrov, lakeside),
        portal(shared, lakeside),
    ];
    let at = [
        (okafor, vec![riverbend]),
        (petrov, vec![lakeside]),
        (shared, vec![riverbend, lakeside]),
    ];
    let mut compared = 0;
    for actor in &actors {
        for (patient, registered) in &at {
            let registered_here = actor.hospital().is_some_and(|hospital| registered.contains(&hospital))
                && !matches!(actor, Actor::Patient { .. });
            let decided = decide(
                actor,
                Action::ReadPatient,
                &Subject::Patient {
                    patient: *patient,
                    registered_here,
                },
            );
            let ctx = Ctx::new(house.clone(), actor.clone(), Uuid::now_v7());
            let opened = ctx.begin_with_patient(Action::ReadPatient, *patient).await;
            let seen: i64 = match opened {
                Ok(mut tx) => sqlx::query_scalar("SELECT count(*) FROM patient WHERE id = $1")
                    .bind(patient.0)
                    .fetch_one(&mut *tx)
                    .await
                    .unwrap(),
                Err(_) => 0,
            };
            assert_eq!(
                seen == 1,
                decided == Decision::Allow,
                "{actor:?} and {patient:?}: row security {seen}, decide {decided:?}"
            );
            // The wall itself, without the verb in front: what the context alone lets through.
            let through = through_the_wall(&db, actor, *patient).await;
            assert_eq!(
                through,
                decided == Decision::Allow,
                "{actor:?} and {patient:?} at the wall"
            );
            compared += 1;
        }
    }
    assert_eq!(compared, 15);
}

async fn through_the_wall(db: &TestDb, actor: &Actor, patient: PatientId) -> bool {
    let mut tx = db.app.begin().await.unwrap();
    let (hospital, own) = match actor {
        Actor::Patient { patient, .. } => (String::new(), patient.to_string()),
        other => (
            other.hospital().map(|id| id.to_string()).unwrap_or_default(),
            String::new(),
        ),
    };
    sqlx::query("SELECT set_config('app.hospital_id', $1, true), set_config('app.patient_id', $2, true)")
        .bind(hospital)
        .bind(own)
        .execute(&mut *tx)
        .await
        .unwrap();
    let seen: i64 = sqlx::query_scalar("SELECT count(*) FROM patient WHERE id = $1")
        .bind(patient.0)
        .fetch_one(&mut *tx)
        .await
        .unwrap();
    seen == 1
}
