//! What `wardlight doctor` sees of a database: nothing when all is well, and each wall that somebody took down.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails where it stands")]

use hospital::Clock;
use hospital::db::{Database, DatabaseConfig};
use hospital::testing::TestDb;

async fn look(db: &TestDb) -> Database {
    let config = DatabaseConfig {
        owner_url: Some(db.owner_url()),
        app_url: None,
        ingest_url: None,
        data_dir: "/nowhere".into(),
    };
    Database::look(&config).await.unwrap().unwrap()
}

#[tokio::test]
async fn a_sound_database_has_nothing_to_mend_and_a_wall_that_fell_is_named() {
    let db = TestDb::new().await;
    let database = look(&db).await;
    let found = database.inspect(&Clock::system()).await.unwrap();
    assert!(found.release >= 15 && found.migrations_current, "{found:?}");
    assert_eq!(found.unguarded, Vec::<String>::new());
    assert!(found.clock_ahead.abs() < 1.0, "{found:?}");

    for statement in [
        "ALTER TABLE patient NO FORCE ROW LEVEL SECURITY",
        "ALTER TABLE registration DISABLE ROW LEVEL SECURITY",
        "CREATE TABLE newcomer (patient_id uuid)",
        "UPDATE _sqlx_migrations SET checksum = '\\x00' WHERE version = (SELECT min(version) FROM _sqlx_migrations)",
    ] {
        sqlx::query(statement).execute(db.owner()).await.unwrap();
    }
    let ahead = Clock::of(|| Clock::system().now().plus_seconds(-7.0));
    let found = database.inspect(&ahead).await.unwrap();
    assert_eq!(found.unguarded, ["newcomer", "patient", "registration"]);
    assert!(!found.migrations_current);
    assert!((6.0..8.0).contains(&found.clock_ahead), "{found:?}");
    database.close().await.unwrap();
}

#[tokio::test]
async fn a_private_database_that_nobody_started_is_not_started_for_a_look() {
    let folder = std::env::temp_dir().join(format!("wardlight-look-{}", uuid::Uuid::now_v7()));
    let config = DatabaseConfig {
        owner_url: None,
        app_url: None,
        ingest_url: None,
        data_dir: folder.clone(),
    };
    assert!(Database::look(&config).await.unwrap().is_none());
    assert!(!folder.exists(), "a look makes nothing");
}
