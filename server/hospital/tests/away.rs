//! When the database is away or too slow, a verb says so: the doors answer 503 and when to ask again, never 500.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where it fails")]

use domain::access::{Action, Subject};
use domain::actor::{Actor, Role};
use domain::ids::{HospitalId, UserId};
use hospital::testing::TestDb;
use hospital::{Clock, Ctx, HospitalError, House, Keys};
use sqlx::PgConnection;
use uuid::Uuid;

/// Why PostgreSQL gave this statement up, and what a verb makes of it.
async fn given_up(connection: &mut PgConnection, statement: &'static str) -> (String, HospitalError) {
    let error = sqlx::query(statement)
        .execute(connection)
        .await
        .expect_err("PostgreSQL gives it up");
    let code = error
        .as_database_error()
        .and_then(|it| it.code())
        .unwrap_or_default()
        .into_owned();
    (code, error.into())
}

#[tokio::test]
async fn what_takes_too_long_is_away() {
    let db = TestDb::new().await;
    let mut holder = db.owner().begin().await.unwrap();
    sqlx::query("LOCK TABLE device").execute(&mut *holder).await.unwrap();
    for (code, limit, statement) in [
        ("57014", "SET statement_timeout = '20ms'", "SELECT pg_sleep(5)"),
        ("55P03", "SET lock_timeout = '20ms'", "DELETE FROM device"),
        // A connection that is ended so mostly breaks before PostgreSQL's last words are read.
        ("25P03", "SELECT 1", "DO $$ BEGIN RAISE SQLSTATE '25P03'; END $$"),
    ] {
        let mut connection = db.owner().acquire().await.unwrap().detach();
        sqlx::raw_sql(limit).execute(&mut connection).await.unwrap();
        let (found, error) = given_up(&mut connection, statement).await;
        assert_eq!(found, code);
        assert!(matches!(error, HospitalError::Away(_)), "{code}: {error:?}");
    }
}

#[tokio::test]
async fn an_audit_that_cannot_be_written_because_the_database_is_away_is_away() {
    let db = TestDb::new().await;
    let house = House::new(db.app.clone(), db.ingest.clone(), Clock::system(), Keys::for_tests());
    // Nobody but a superuser gets in any more. The audit has a connection of its own, which it has not opened yet.
    let name: String = sqlx::query_scalar("SELECT current_database()")
        .fetch_one(db.owner())
        .await
        .unwrap();
    let close = format!("ALTER DATABASE {name} CONNECTION LIMIT 0");
    sqlx::query(sqlx::AssertSqlSafe(close))
        .execute(db.owner())
        .await
        .unwrap();
    let hospital = HospitalId(Uuid::now_v7());
    let nurse = Actor::staff(UserId(Uuid::now_v7()), hospital, vec![Role::Nurse]);
    let ctx = Ctx::new(house, nurse, Uuid::now_v7());
    let refused = ctx.check(Action::ReadDevices, &Subject::Hospital(hospital)).await;
    assert!(matches!(refused, Err(HospitalError::Away(_))), "{refused:?}");
}
