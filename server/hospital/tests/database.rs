//! The private cluster through its whole life, the server of `DATABASE_URL`, and the walls that the roles are.
//!
//! The life of a cluster needs a server that is killed: [`holder`] is this same program, started again for one test.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails where it stands")]

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use hospital::db::{Database, DatabaseConfig, DatabaseError};
use sqlx::ConnectOptions;

/// A data folder that goes with the test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("wardlight-test-{}-{name}", std::process::id()));
        Self(path)
    }

    fn config(&self) -> DatabaseConfig {
        DatabaseConfig {
            owner_url: None,
            app_url: None,
            ingest_url: None,
            data_dir: self.0.clone(),
        }
    }

    fn postmaster(&self) -> Option<u32> {
        let text = std::fs::read_to_string(self.0.join("postgres/data/postmaster.pid")).ok()?;
        text.lines().next()?.parse().ok()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        if let Some(pid) = self.postmaster() {
            kill("-QUIT", pid);
            until(|| !is_alive(pid));
        }
        std::fs::remove_dir_all(&self.0).unwrap_or_default();
    }
}

fn kill(signal: &str, pid: u32) {
    Command::new("sh")
        .args(["-c", &format!("kill {signal} {pid}")])
        .status()
        .unwrap();
}

/// A process that has ended and waits for its parent counts as dead.
fn is_alive(pid: u32) -> bool {
    std::fs::read_to_string(format!("/proc/{pid}/stat")).is_ok_and(|stat| !stat.contains(") Z "))
}

fn until(done: impl Fn() -> bool) {
    for _ in 0..1_500 {
        if done() {
            return;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    panic!("waited 30 s in vain");
}

async fn put(database: &Database, name: &str) {
    sqlx::query(
        "INSERT INTO hospital (id, name, zone, locale) VALUES (gen_random_uuid(), $1, 'Africa/Nairobi', 'en-KE')",
    )
    .bind(name)
    .execute(&database.app)
    .await
    .unwrap();
}

async fn names(database: &Database) -> Vec<String> {
    sqlx::query_scalar("SELECT name FROM hospital ORDER BY name")
        .fetch_all(&database.app)
        .await
        .unwrap()
}

/// Not a test: the server that another test kills. It holds the folder of `HOLD` until it is ended.
#[tokio::test]
#[ignore = "started by other tests"]
async fn holder() {
    let Some(folder) = std::env::var_os("HOLD") else { return };
    let config = DatabaseConfig {
        owner_url: None,
        app_url: None,
        ingest_url: None,
        data_dir: folder.into(),
    };
    let database = Database::open(&config).await.unwrap();
    put(&database, "written by the one that was killed").await;
    println!("\nholding");
    tokio::time::sleep(Duration::from_secs(120)).await;
}

fn start_holder(folder: &Path) -> Child {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "holder", "--ignored", "--nocapture"])
        .env("HOLD", folder)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let out = BufReader::new(child.stdout.take().unwrap());
    assert!(
        out.lines().map_while(Result::ok).any(|line| line == "holding"),
        "the holder did not come up"
    );
    child
}

#[tokio::test]
async fn a_new_folder_becomes_a_database_that_keeps_what_it_was_told() {
    let folder = Folder::new("new");
    let first = Database::open(&folder.config()).await.unwrap();
    assert!(first.is_private() && first.migrations_current().await.unwrap());
    put(&first, "kept").await;
    first.keep_readings(7).await.unwrap();
    assert!(first.keep_readings(33).await.is_err());
    let keep_days: i16 = sqlx::query_scalar("SELECT keep_days FROM reading_retention")
        .fetch_one(&first.app)
        .await
        .unwrap();
    assert_eq!(keep_days, 7, "as the owner stated last");
    let settings: Vec<String> = sqlx::query_scalar(
        "SELECT name || '=' || setting FROM pg_settings
          WHERE name IN ('data_checksums', 'fsync', 'full_page_writes', 'synchronous_commit', 'wal_compression', 'listen_addresses',
                         'log_min_error_statement', 'statement_timeout', 'idle_in_transaction_session_timeout') ORDER BY name",
    )
    .fetch_all(&first.app)
    .await
    .unwrap();
    let postmaster = folder.postmaster().unwrap();
    first.close().await.unwrap();
    assert!(!is_alive(postmaster), "closing stops the server");
    assert_eq!(
        settings,
        [
            "data_checksums=on",
            "fsync=on",
            "full_page_writes=on",
            "idle_in_transaction_session_timeout=10000",
            "listen_addresses=",
            "log_min_error_statement=panic",
            "statement_timeout=15000",
            "synchronous_commit=on",
            "wal_compression=lz4",
        ]
    );

    let second = Database::open(&folder.config()).await.unwrap();
    assert_eq!(names(&second).await, ["kept"]);
    second.close().await.unwrap();
}

#[tokio::test]
async fn the_secrets_and_the_data_are_for_their_owner_alone() {
    use std::os::unix::fs::MetadataExt;
    let folder = Folder::new("private");
    Database::open(&folder.config()).await.unwrap().close().await.unwrap();
    for (path, mode) in [
        ("secrets", 0o700),
        ("secrets/database", 0o600),
        ("postgres", 0o700),
        ("postgres/run", 0o700),
        ("postgres/data", 0o700),
    ] {
        assert_eq!(
            std::fs::metadata(folder.0.join(path)).unwrap().mode() & 0o777,
            mode,
            "{path}"
        );
    }
    assert!(!folder.0.join("postgres/password").exists());

    Command::new("chmod")
        .arg("644")
        .arg(folder.0.join("secrets/database"))
        .status()
        .unwrap();
    let refusal = Database::open(&folder.config()).await.unwrap_err().to_string();
    assert!(refusal.contains("others can read this secret"), "{refusal}");
}

#[tokio::test]
async fn the_server_that_dies_is_started_again_while_we_run() {
    let folder = Folder::new("killed");
    let database = Database::open(&folder.config()).await.unwrap();
    put(&database, "before").await;
    let first = folder.postmaster().unwrap();
    kill("-9", first);
    until(|| folder.postmaster().is_some_and(|pid| pid != first && is_alive(pid)));
    let mut tries = 0;
    while sqlx::query("SELECT 1").execute(&database.app).await.is_err() {
        tries += 1;
        assert!(tries < 100, "the pool does not recover");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    assert_eq!(names(&database).await, ["before"]);
    database.close().await.unwrap();
    assert!(folder.postmaster().is_none(), "and it stays stopped when it is to stop");
}

#[tokio::test]
async fn a_second_server_on_the_folder_is_refused_and_a_command_may_join() {
    let folder = Folder::new("two");
    let mut holder = start_holder(&folder.0);
    let refusal = Database::open(&folder.config()).await.unwrap_err();
    let joined = Database::join(&folder.config()).await.unwrap();
    let seen = names(&joined).await;
    joined.close().await.unwrap();
    let survived = is_alive(folder.postmaster().unwrap());
    holder.kill().unwrap();
    holder.wait().unwrap();
    assert!(
        matches!(&refusal, DatabaseError::InUse { pid, .. } if *pid == holder.id().to_string()),
        "{refusal}"
    );
    assert_eq!(seen, ["written by the one that was killed"]);
    assert!(survived, "a command that joined leaves the server running");
}

#[tokio::test]
async fn what_a_killed_server_left_behind_is_stopped_and_its_data_are_there() {
    let folder = Folder::new("orphan");
    let mut holder = start_holder(&folder.0);
    holder.kill().unwrap();
    holder.wait().unwrap();
    let orphan = folder.postmaster().unwrap();
    assert!(is_alive(orphan), "PostgreSQL lives on when we are killed");
    let database = Database::open(&folder.config()).await.unwrap();
    assert!(!is_alive(orphan));
    assert_eq!(names(&database).await, ["written by the one that was killed"]);
    database.close().await.unwrap();
}

#[tokio::test]
async fn both_killed_at_once_lose_nothing_and_a_recycled_pid_is_left_alone() {
    let folder = Folder::new("both");
    let mut holder = start_holder(&folder.0);
    kill("-9", folder.postmaster().unwrap());
    holder.kill().unwrap();
    holder.wait().unwrap();
    // The kernel may have given the number in the pid file to somebody else by now: this sleeper.
    let mut stranger = Command::new("sleep").arg("60").spawn().unwrap();
    let file = folder.0.join("postgres/data/postmaster.pid");
    until(|| folder.postmaster().is_none_or(|pid| !is_alive(pid)));
    let text = std::fs::read_to_string(&file).unwrap();
    let (_, rest) = text.split_once('\n').unwrap();
    std::fs::write(&file, format!("{}\n{rest}", stranger.id())).unwrap();

    let opened = Database::open(&folder.config()).await;
    let spared = stranger.try_wait().unwrap().is_none();
    stranger.kill().unwrap();
    stranger.wait().unwrap();
    assert!(spared, "a process that is no server of this folder was stopped");
    let database = match opened {
        Ok(database) => database,
        // PostgreSQL itself refuses while a process of its own user has that number.
        Err(_) => Database::open(&folder.config()).await.unwrap(),
    };
    assert_eq!(names(&database).await, ["written by the one that was killed"]);
    database.close().await.unwrap();
}

#[tokio::test]
async fn a_long_path_gets_a_short_socket() {
    let folder = Folder::new(&"long".repeat(30));
    let database = Database::open(&folder.config()).await.unwrap();
    put(&database, "reached").await;
    let socket = database.owner().unwrap().get_socket().unwrap().clone();
    database.close().await.unwrap();
    std::fs::remove_dir(&socket).unwrap();
    assert!(socket.as_os_str().len() < 60, "{socket:?}");
}

#[tokio::test]
async fn the_server_of_database_url_is_used_and_left_running() {
    let folder = Folder::new("given");
    let private = Database::open(&folder.config()).await.unwrap();
    put(&private, "there").await;
    let owner = private.owner().unwrap().to_url_lossy().to_string();
    assert!(owner.contains("%2F"), "a socket stands as the host");
    let given = DatabaseConfig {
        owner_url: Some(owner.into()),
        data_dir: "/nowhere".into(),
        ..folder.config()
    };
    let database = Database::open(&given).await.unwrap();
    assert!(!database.is_private() && database.migrations_current().await.unwrap());
    assert_eq!(names(&database).await, ["there"]);
    database.close().await.unwrap();

    // An owner without superuser's rights is enough: it may make roles and owns the database.
    let mut root = private.owner().unwrap().connect().await.unwrap();
    for statement in [
        "CREATE ROLE boss LOGIN CREATEROLE PASSWORD 'boss'",
        "CREATE DATABASE theirs OWNER boss",
    ] {
        sqlx::query(statement).execute(&mut root).await.unwrap();
    }
    let boss = private
        .owner()
        .unwrap()
        .clone()
        .username("boss")
        .password("boss")
        .database("theirs");
    let boss_url = Some(boss.to_url_lossy().to_string().into());
    let database = Database::open(&DatabaseConfig {
        owner_url: boss_url,
        ..given.clone()
    })
    .await
    .unwrap();
    assert!(database.migrations_current().await.unwrap());
    let owner: String = sqlx::query_scalar("SELECT relowner::regrole::text FROM pg_class WHERE relname = 'patient'")
        .fetch_one(&database.app)
        .await
        .unwrap();
    // A database that somebody else made lets everybody make temporary tables; ours may not stand before those of the walls.
    let may: Vec<bool> = sqlx::query_scalar(
        "SELECT has_database_privilege(role, current_database(), 'TEMPORARY') FROM unnest(ARRAY['wardlight_app', 'wardlight_ingest']) AS role",
    )
    .fetch_all(&database.app)
    .await
    .unwrap();
    database.close().await.unwrap();
    assert_eq!(may, [false, false]);
    assert_eq!(owner, "wardlight_owner");

    // The owner's login must not serve: row security would not bind it.
    let url = |user: &str| {
        let options = private.owner().unwrap().clone();
        Some(
            if user.is_empty() {
                options
            } else {
                options.username(user).password(user)
            }
            .to_url_lossy()
            .to_string()
            .into(),
        )
    };
    let refusal = Database::open(&DatabaseConfig {
        app_url: url(""),
        ..given.clone()
    })
    .await
    .unwrap_err();
    assert!(matches!(refusal, DatabaseError::NotFitToServe { .. }), "{refusal}");
    sqlx::raw_sql(
        "ALTER ROLE wardlight_app PASSWORD 'wardlight_app'; ALTER ROLE wardlight_ingest PASSWORD 'wardlight_ingest'",
    )
    .execute(&mut root)
    .await
    .unwrap();
    let serving = DatabaseConfig {
        owner_url: None,
        app_url: url("wardlight_app"),
        ingest_url: url("wardlight_ingest"),
        ..given
    };
    let database = Database::open(&serving).await.unwrap();
    assert_eq!(names(&database).await, ["there"]);
    database.close().await.unwrap();
    private.close().await.unwrap();
}
