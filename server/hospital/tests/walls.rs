//! The walls that the roles are: who owns, who is bound by row security, what each role may touch, and that a connection comes back
//! clean. A new table with patient data needs a row in [`one_row_everywhere`], or the test that looks through the wall fails.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails where it stands")]

use hospital::testing::TestDb;
use sqlx::{Executor, PgPool};

const HOSPITAL: &str = "00000000-0000-0000-0000-00000000000a";

/// One patient with everything: a row in each table that row security guards.
async fn one_row_everywhere(owner: &PgPool) {
    sqlx::raw_sql(
        "INSERT INTO hospital (id, name, zone, locale) VALUES ('00000000-0000-0000-0000-00000000000a', 'North', 'Africa/Nairobi', 'en-KE');
         INSERT INTO app_user (id, email, display_name, password_hash)
              VALUES ('00000000-0000-0000-0000-0000000000b1', 'a@b.example', 'A', '$argon2id$x');
         INSERT INTO patient (id, health_id, family_name, given_name, born_on, sex)
              VALUES ('00000000-0000-0000-0000-0000000000c1', '00000000000000', 'Doe', 'Jo', '1970-01-01', 'female');
         INSERT INTO registration (patient_id, hospital_id, hospital_number)
              VALUES ('00000000-0000-0000-0000-0000000000c1', '00000000-0000-0000-0000-00000000000a', '1');
         INSERT INTO portal_account (user_id, patient_id, hospital_id)
              VALUES ('00000000-0000-0000-0000-0000000000b1', '00000000-0000-0000-0000-0000000000c1', '00000000-0000-0000-0000-00000000000a');
         INSERT INTO device (id, hospital_id, name, model, serial)
              VALUES ('00000000-0000-0000-0000-0000000000d1', '00000000-0000-0000-0000-00000000000a', 'M1', 'M', '1');
         INSERT INTO device_session (id, device_id, hospital_id, patient_id, during)
              VALUES (gen_random_uuid(), '00000000-0000-0000-0000-0000000000d1', '00000000-0000-0000-0000-00000000000a',
                      '00000000-0000-0000-0000-0000000000c1', tstzrange(now() - interval '1 day', NULL));
         SELECT ensure_reading_partition((now() AT TIME ZONE 'UTC')::date);
         INSERT INTO reading (device_id, taken_at, seq, received_at, heart_rate)
              VALUES ('00000000-0000-0000-0000-0000000000d1', now(), 1, now(), 72);
         INSERT INTO alarm (id, device_id, kind, priority, state, raised_at, last_raised_at, count)
              VALUES ('00000000-0000-0000-0000-0000000000e1', '00000000-0000-0000-0000-0000000000d1', 'silent', 'high', 'raised', now(), now(), 1);
         INSERT INTO alarm_event (alarm_id, at, event) VALUES ('00000000-0000-0000-0000-0000000000e1', now(), 'raised');
         INSERT INTO patient_limit (patient_id, hospital_id, parameter, side, value, reason, made_by, during)
              VALUES ('00000000-0000-0000-0000-0000000000c1', '00000000-0000-0000-0000-00000000000a', 'spo2', 'low', 88, 'COPD',
                      '00000000-0000-0000-0000-0000000000b1', tstzrange(now(), now() + interval '1 day'));
         INSERT INTO audit_entry (id, at, actor, action, subject, hospital_id, outcome, request_id)
              VALUES (gen_random_uuid(), now(), 'worker', 'x', 'house', '00000000-0000-0000-0000-00000000000a', 'allowed', gen_random_uuid());",
    )
    .execute(owner)
    .await
    .unwrap();
}

async fn guarded_tables(owner: &PgPool) -> Vec<String> {
    sqlx::query_scalar("SELECT relname::text FROM pg_class WHERE relrowsecurity AND relnamespace = 'public'::regnamespace ORDER BY relname")
        .fetch_all(owner)
        .await
        .unwrap()
}

async fn count(pool: &PgPool, table: &str) -> i64 {
    // reviewed: the name of a table comes from the catalogue, quoted
    sqlx::query_scalar(sqlx::AssertSqlSafe(format!("SELECT count(*) FROM \"{table}\"")))
        .fetch_one(pool)
        .await
        .unwrap()
}

#[tokio::test]
async fn the_serving_roles_are_bound_by_every_wall() {
    let db = TestDb::new().await;
    for (pool, name) in [(&db.app, "wardlight_app"), (&db.ingest, "wardlight_ingest")] {
        let (role, attributes): (String, Vec<bool>) = sqlx::query_as(
            "SELECT rolname::text, ARRAY[rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolreplication] FROM pg_roles WHERE rolname = current_user",
        )
        .fetch_one(pool)
        .await
        .unwrap();
        assert_eq!((role.as_str(), attributes), (name, vec![false; 5]));
        let owned: Vec<String> = sqlx::query_scalar(
            "SELECT relname::text FROM pg_class WHERE pg_has_role(current_user, relowner, 'MEMBER')",
        )
        .fetch_all(pool)
        .await
        .unwrap();
        assert_eq!(owned, Vec::<String>::new(), "{name} owns something");
        for forbidden in [
            "CREATE TABLE mine ()",
            "CREATE TEMPORARY TABLE mine ()",
            "SET ROLE wardlight_owner",
            "ALTER TABLE patient DISABLE ROW LEVEL SECURITY",
        ] {
            let refusal = sqlx::query(forbidden).execute(pool).await.unwrap_err();
            assert_eq!(
                refusal.as_database_error().unwrap().code().unwrap(),
                "42501",
                "{name}: {forbidden}"
            );
        }
    }
    let others: Vec<String> =
        sqlx::query_scalar("SELECT relname::text FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND relowner <> 'wardlight_owner'::regrole")
            .fetch_all(db.owner())
            .await
            .unwrap();
    assert_eq!(others, Vec::<String>::new(), "every table belongs to wardlight_owner");
}

#[tokio::test]
async fn who_says_not_who_asks_sees_nothing() {
    let db = TestDb::new().await;
    one_row_everywhere(db.owner()).await;
    let tables = guarded_tables(db.owner()).await;
    assert!(tables.len() >= 9, "{tables:?}");
    for table in &tables {
        assert!(
            count(db.owner(), table).await > 0,
            "{table} has no row, so this test proves nothing for it"
        );
        assert_eq!(count(&db.app, table).await, 0, "{table} is seen without a context");
    }
    // And with one: the wall lets through what it should.
    let mut tx = db.app.begin().await.unwrap();
    sqlx::query("SELECT set_config('app.hospital_id', $1, true)")
        .bind(HOSPITAL)
        .execute(&mut *tx)
        .await
        .unwrap();
    let seen: i64 = sqlx::query_scalar("SELECT count(*) FROM patient JOIN registration ON patient_id = patient.id")
        .fetch_one(&mut *tx)
        .await
        .unwrap();
    assert_eq!(seen, 1);
}

#[tokio::test]
async fn row_security_is_forced_wherever_it_is_on() {
    let db = TestDb::new().await;
    let loose: Vec<String> =
        sqlx::query_scalar("SELECT relname::text FROM pg_class WHERE relrowsecurity <> relforcerowsecurity")
            .fetch_all(db.owner())
            .await
            .unwrap();
    assert_eq!(loose, Vec::<String>::new());
}

#[tokio::test]
async fn a_partition_opens_to_nobody_by_its_own_name() {
    let db = TestDb::new().await;
    // Made as the worker makes it: by the serving role, through the function.
    sqlx::query(
        "SELECT ensure_reading_partition((now() AT TIME ZONE 'UTC')::date + days) FROM generate_series(-1, 2) AS days",
    )
    .execute(&db.app)
    .await
    .unwrap();
    let open: Vec<(String, String, bool)> = sqlx::query_as(
        "SELECT c.relname::text, role, has_table_privilege(role, c.oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER')
                                    OR has_any_column_privilege(role, c.oid, 'SELECT, INSERT, UPDATE, REFERENCES')
           FROM pg_class c, unnest(ARRAY['wardlight_app', 'wardlight_ingest', 'public']) AS role
          WHERE c.relispartition AND c.relkind = 'r'",
    )
    .fetch_all(db.owner())
    .await
    .unwrap();
    assert_eq!(open.len(), 12, "four partitions and three roles");
    for (partition, role, is_open) in open {
        assert!(!is_open, "{role} has rights on {partition}");
    }
}

#[tokio::test]
async fn the_writer_of_readings_touches_nothing_else() {
    let db = TestDb::new().await;
    let rights: Vec<(String, Vec<String>)> = sqlx::query_as(
        "SELECT table_name::text, array_agg(privilege_type::text ORDER BY privilege_type)
           FROM information_schema.role_table_grants WHERE grantee = 'wardlight_ingest' GROUP BY table_name ORDER BY table_name",
    )
    .fetch_all(db.owner())
    .await
    .unwrap();
    let allowed: Vec<(&str, Vec<&str>)> = rights
        .iter()
        .map(|(table, rights)| (table.as_str(), rights.iter().map(String::as_str).collect()))
        .collect();
    assert_eq!(
        allowed,
        [
            ("alarm", vec!["INSERT", "SELECT", "UPDATE"]),
            ("alarm_event", vec!["INSERT", "SELECT", "UPDATE"]),
            ("reading", vec!["INSERT", "SELECT"])
        ]
    );
    let columns: Vec<String> = sqlx::query_scalar(
        "SELECT DISTINCT table_name::text FROM information_schema.role_column_grants
          WHERE grantee = 'wardlight_ingest' AND table_name NOT IN ('alarm', 'alarm_event', 'reading')",
    )
    .fetch_all(db.owner())
    .await
    .unwrap();
    assert_eq!(columns, Vec::<String>::new());
}

#[tokio::test]
async fn a_transaction_that_nobody_ended_is_rolled_back_when_its_connection_returns() {
    let db = TestDb::new().await;
    one_row_everywhere(db.owner()).await;
    for _ in 0..20 {
        let mut forgotten = db.app.acquire().await.unwrap();
        // As a cancelled `begin` leaves it: sqlx does not know that a transaction is open.
        forgotten.execute("BEGIN").await.unwrap();
        sqlx::query("SELECT set_config('app.hospital_id', $1, true)")
            .bind(HOSPITAL)
            .execute(&mut *forgotten)
            .await
            .unwrap();
        drop(forgotten);
        assert_eq!(
            count(&db.app, "patient").await,
            0,
            "the next one sees through the last one's eyes"
        );
    }
    let idle: i64 = sqlx::query_scalar("SELECT count(*) FROM pg_stat_activity WHERE state LIKE 'idle in transaction%' AND datname = current_database()")
        .fetch_one(db.owner())
        .await
        .unwrap();
    assert_eq!(idle, 0);
}

#[tokio::test]
async fn each_test_has_a_database_of_its_own_that_goes_with_it() {
    let (one, two) = (TestDb::new().await, TestDb::new().await);
    one_row_everywhere(one.owner()).await;
    assert_eq!(count(two.owner(), "patient").await, 0);
    let name: String = sqlx::query_scalar("SELECT current_database()::text")
        .fetch_one(one.owner())
        .await
        .unwrap();
    drop(one);
    let still: bool = sqlx::query_scalar("SELECT EXISTS (SELECT FROM pg_database WHERE datname = $1)")
        .bind(name)
        .fetch_one(two.owner())
        .await
        .unwrap();
    assert!(!still);
}
