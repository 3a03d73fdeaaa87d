//! The real program: `wardlight doctor` says what must be mended and ends with 1, and `wardlight serve` does not open with secrets that are missing or weak.

use std::process::Output;
use std::time::Duration;

use hospital::testing::TestDb;
use secrecy::ExposeSecret;
use tokio::process::Command;
use uuid::Uuid;

/// As `openssl rand -base64 32` writes them.
const TOKEN: &str = "3J0mCkq8Zp1V9cXw5rT2yNn7sLhEaUgD4fBiQoKxM6I=";
const KEY: &str = "1:kP0dUu4GmY2sV8cXw5rT2yNn7sLhEaUgD4fBiQoKxM4=";

/// A folder with a site, and no data yet.
struct Folder(std::path::PathBuf);

impl Folder {
    fn new() -> Self {
        let folder = std::env::temp_dir().join(format!("wardlight-doctor-{}", Uuid::now_v7()));
        std::fs::create_dir(&folder).unwrap();
        std::fs::write(folder.join("manifest.json"), "{}").unwrap();
        Self(folder)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.0));
    }
}

/// Runs `wardlight` with these settings and no others. It ends by itself within a minute.
async fn wardlight(folder: &Folder, words: &[&str], settings: &[(&str, &str)]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_wardlight"));
    command
        .args(words)
        .env_clear()
        .env("PATH", std::env::var("PATH").unwrap())
        .env("WARDLIGHT_SITE_ROOT", &folder.0)
        .env("WARDLIGHT_DATA_DIR", folder.0.join("data"))
        .env("WARDLIGHT_ADDR", "127.0.0.1:0")
        .envs(settings.iter().copied())
        .kill_on_drop(true);
    let ended = tokio::time::timeout(Duration::from_secs(60), command.output()).await;
    ended.expect("it ends by itself").unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hospital_is_not_opened_with_secrets_that_are_missing_or_weak() {
    let folder = Folder::new();
    let zeros = format!("1:{}", "00".repeat(32));
    let open_file = folder.0.join("key");
    std::fs::write(&open_file, KEY).unwrap();
    let open_file = open_file.to_str().unwrap();
    for (settings, named) in [
        (&[][..], "Master key"),
        (&[("WARDLIGHT_MASTER_KEY", "secret-hush")], "Master key"),
        (&[("WARDLIGHT_MASTER_KEY", zeros.as_str())], "Master key"),
        (&[("WARDLIGHT_MASTER_KEY_FILE", open_file)], "chmod 600"),
        (
            &[
                ("WARDLIGHT_MASTER_KEY", KEY),
                ("WARDLIGHT_METRICS_TOKEN", "hush-figures"),
            ],
            "WARDLIGHT_METRICS_TOKEN",
        ),
        (
            &[
                ("WARDLIGHT_MASTER_KEY", KEY),
                ("DATABASE_URL", "postgres://postgres:postgres@localhost/hush"),
            ],
            "DATABASE_URL has a password that is easily guessed",
        ),
        (
            &[
                ("WARDLIGHT_MASTER_KEY", KEY),
                ("WARDLIGHT_APP_URL", "postgres://me:hush-hush@localhost/ward"),
                ("WARDLIGHT_INGEST_URL", "postgres://me@localhost/ward"),
            ],
            "WARDLIGHT_APP_URL has a password that is easily guessed, and WARDLIGHT_INGEST_URL has no password",
        ),
    ] {
        let ended = wardlight(&folder, &["serve"], settings).await;
        let said = said(&ended);
        assert_eq!(ended.status.code(), Some(1), "{settings:?}: {said}");
        assert!(said.contains(named), "{settings:?}: {said}");
        assert!(
            !said.contains("hush") && !said.contains(KEY),
            "a secret is said: {said}"
        );
    }
    assert!(!folder.0.join("data").exists(), "it was refused before anything began");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_doctor_finds_a_sound_house_and_names_what_is_wrong_with_another() {
    let (folder, db) = (Folder::new(), TestDb::new().await);
    let url = db.owner_url();
    let settings = [
        ("DATABASE_URL", url.expose_secret()),
        ("WARDLIGHT_MASTER_KEY", KEY),
        ("WARDLIGHT_METRICS_TOKEN", TOKEN),
    ];
    let sound = wardlight(&folder, &["doctor"], &settings).await;
    let text = said(&sound);
    assert_eq!(sound.status.code(), Some(0), "{text}");
    for what in [
        "Master key",
        "Database's password",
        "Figures",
        "TLS",
        "Disk",
        "Database",
        "Migrations",
        "Row security",
        "Accounts",
        "Clocks",
    ] {
        assert!(
            text.contains(&format!("fine  {what}")) || what == "Disk" && text.contains(what),
            "{what}: {text}"
        );
    }
    assert!(
        !text.contains("MEND") && !text.contains(KEY) && !text.contains(TOKEN),
        "{text}"
    );

    sqlx::query("ALTER TABLE patient NO FORCE ROW LEVEL SECURITY")
        .execute(db.owner())
        .await
        .unwrap();
    let hurt = [
        settings[0],
        settings[1],
        ("WARDLIGHT_METRICS_TOKEN", "figures"),
        ("WARDLIGHT_TLS", "1"),
    ];
    let ill = wardlight(&folder, &["doctor"], &hurt).await;
    let text = said(&ill);
    assert_eq!(ill.status.code(), Some(1), "{text}");
    assert!(
        text.contains("on patient.") && text.contains("3 things must be mended"),
        "{text}"
    );

    let unread = wardlight(&folder, &["doctor"], &[("WARDLIGHT_CONNECTIONS", "many")]).await;
    assert_eq!(unread.status.code(), Some(1));
    assert!(said(&unread).contains("MEND  Settings"), "{}", said(&unread));
}

/// A demo takes an operator's own key. Its data are a demo's for all that: everybody can read the passwords of its accounts.
#[tokio::test(flavor = "multi_thread")]
async fn the_data_of_a_demo_are_never_served_as_a_hospital() {
    let (folder, db) = (Folder::new(), TestDb::new().await);
    let url = db.owner_url();
    let settings = [("DATABASE_URL", url.expose_secret()), ("WARDLIGHT_MASTER_KEY", KEY)];
    let seeded = wardlight(&folder, &["seed"], &settings).await;
    assert_eq!(seeded.status.code(), Some(0), "{}", said(&seeded));
    let served = wardlight(&folder, &["serve"], &settings).await;
    let text = said(&served);
    assert_eq!(served.status.code(), Some(1), "{text}");
    assert!(
        text.contains("filled as a demo") && text.contains("serve --demo"),
        "{text}"
    );
    let seen = said(&wardlight(&folder, &["doctor"], &settings).await);
    assert!(seen.contains("MEND  Accounts"), "{seen}");
    let seen = said(&wardlight(&folder, &["doctor", "--demo"], &settings).await);
    assert!(seen.contains("fine  Accounts"), "{seen}");
}
