//! What was erased is unreadable in a backup, too.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::process::Command;

use hospital::keys::{erase, rotate};
use hospital::testing::TestDb;
use hospital::{Clock, HospitalError, House};
use secrecy::ExposeSecret;
use sqlx::PgPool;

use crate::people::{AMARA, KeyFile, SECRET, haddad, house, line, people, rao, read, write};

/// R13, second half: what was erased is unreadable in a backup, too.
#[tokio::test]
async fn what_was_erased_is_unreadable_in_a_backup_that_was_made_before() {
    let db = TestDb::new().await;
    people(db.owner()).await;
    let (first, second) = (line(1), line(2));
    let file = KeyFile::new("backup", &first);
    let house = house(&db, file.keys(&db).await);
    let note = write(&rao(&house), AMARA, SECRET).await;
    // As server/docs/keys.md says: the backup without the patients' keys, and the keys apart.
    let backup = dump(&db, &["--exclude-table-data=patient_key"]);
    let everything = dump(&db, &[]);
    for (name, text) in [("the backup", &backup), ("a full dump", &everything)] {
        assert!(
            !text.contains(SECRET) && !text.contains(&hex(SECRET)),
            "{name} holds the plain text"
        );
        assert!(text.contains(&note.to_string()), "{name} holds the note");
    }
    assert_eq!(erase(&haddad(&house), AMARA).await.unwrap(), 1);
    assert_eq!(read(&rao(&house), AMARA, note).await.unwrap(), None, "in the database");
    let restored = restore(&db, &backup, 9001).await;
    let there = House::new(restored.clone(), db.ingest.clone(), Clock::system(), house.keys.clone());
    assert_eq!(
        read(&rao(&there), AMARA, note).await.unwrap(),
        None,
        "in the backup that was made before"
    );
    // The limit, said plainly: whoever kept the keys together with the data, and the master key, reads on …
    let restored = restore(&db, &everything, 9002).await;
    let there = House::new(restored.clone(), db.ingest.clone(), Clock::system(), house.keys.clone());
    assert_eq!(read(&rao(&there), AMARA, note).await.unwrap().as_deref(), Some(SECRET));
    // … until the master key has been exchanged and its old version is destroyed.
    file.write(&format!("{first}{second}"));
    rotate(&house).await.unwrap();
    file.write(&second);
    let keys = file.keys(&db).await;
    let there = House::new(restored, db.ingest.clone(), Clock::system(), keys);
    let refused = read(&rao(&there), AMARA, note).await;
    assert!(matches!(refused, Err(HospitalError::Internal(_))), "{refused:?}");
}

fn hex(text: &str) -> String {
    text.bytes().map(|byte| format!("{byte:02x}")).collect()
}

/// One of PostgreSQL's programs.
fn program(name: &str) -> Command {
    let told = Command::new("pg_config").arg("--bindir").output();
    let folder = told
        .ok()
        .and_then(|it| String::from_utf8(it.stdout).ok())
        .unwrap_or_default();
    let mut places = vec![PathBuf::from(folder.trim())];
    places.extend(
        fs::read_dir("/usr/lib/postgresql")
            .into_iter()
            .flatten()
            .flatten()
            .map(|it| it.path().join("bin")),
    );
    let found = places.into_iter().map(|place| place.join(name)).find(|it| it.exists());
    Command::new(found.unwrap_or_else(|| name.into()))
}

/// As those programs take it.
fn url(db: &TestDb) -> String {
    let url = db.owner_url();
    let (base, settings) = url.expose_secret().split_once('?').unwrap_or((url.expose_secret(), ""));
    let known = |it: &&str| it.starts_with("host=") || it.starts_with("sslmode=");
    let settings: Vec<&str> = settings.split('&').filter(known).collect();
    format!("{base}?{}", settings.join("&"))
}

fn dump(db: &TestDb, options: &[&str]) -> String {
    let done = program("pg_dump").args(options).arg(url(db)).output().expect("pg_dump");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    String::from_utf8(done.stdout).unwrap()
}

/// The dump in a database of its own, as the role that serves.
async fn restore(db: &TestDb, dump: &str, number: u32) -> PgPool {
    let here: String = sqlx::query_scalar("SELECT current_database()::text")
        .fetch_one(db.owner())
        .await
        .unwrap();
    // A name by which the next test run knows it as abandoned.
    let name = format!("{here}{number}");
    // reviewed: the name of this test's database and a number of ours
    sqlx::raw_sql(sqlx::AssertSqlSafe(format!(
        "CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'"
    )))
    .execute(db.owner())
    .await
    .unwrap();
    let file = KeyFile::new(&name, dump);
    fs::set_permissions(&file.0, fs::Permissions::from_mode(0o600)).unwrap();
    let url = url(db).replace(&here, &name);
    let done = program("psql")
        .args(["-X", "-q", "-v", "ON_ERROR_STOP=1", "-f"])
        .arg(&file.0)
        .arg(url)
        .output()
        .expect("psql");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let options = db.app.connect_options().as_ref().clone().database(&name);
    sqlx::postgres::PgPoolOptions::new()
        .max_connections(4)
        .connect_lazy_with(options)
}
