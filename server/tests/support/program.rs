//! The real program, `wardlight serve`, on a data folder and a private PostgreSQL of its own.

use std::io::Write;
use std::net::SocketAddr;
use std::os::unix::fs::OpenOptionsExt;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use hospital::db::{Database, DatabaseConfig};
use hospital::keys::{KeySetting, Purpose};
use hospital::{Clock, House};

/// Of these tests only.
pub const MASTER_KEY: &str = "fb2db09fa1c44dbd7d4ec8b39dd0a5c4b6f5b0e2d37f1a0c9be0aa6f2e1947d3";

/// The program, running. What it says stands in the folder's `log`.
pub struct Program {
    child: Child,
    pub addr: SocketAddr,
}

impl Program {
    /// Starts it, and waits until it can serve. `level` is what `RUST_LOG` says.
    pub async fn start(folder: &Folder, level: &str) -> Self {
        let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let addr = free.local_addr().unwrap();
        drop(free);
        let log = std::fs::File::options()
            .create(true)
            .append(true)
            .open(folder.log())
            .unwrap();
        let child = folder
            .wardlight()
            .arg("serve")
            .env("WARDLIGHT_ADDR", addr.to_string())
            .env("WARDLIGHT_SITE_ROOT", folder.site())
            .env("RUST_LOG", level)
            .env("NO_COLOR", "1")
            .stdin(Stdio::null())
            .stdout(log.try_clone().unwrap())
            .stderr(log)
            .spawn()
            .unwrap();
        let program = Self { child, addr };
        let ready = program.url("/health/ready");
        for _ in 0..600 {
            if reqwest::get(&ready).await.is_ok_and(|answer| answer.status() == 200) {
                return program;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        panic!("the server did not become ready in a minute:\n{}", folder.said());
    }

    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.addr)
    }

    /// As if the machine had lost its power.
    pub fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// As an operator ends it.
    pub fn stop(mut self) {
        signal("-TERM", self.child.id());
        self.child.wait().unwrap();
    }
}

/// The data of one test; they go with it, and so does the PostgreSQL that a kill left behind.
pub struct Folder(PathBuf);

impl Folder {
    pub fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("wardlight-{name}-{}", std::process::id()));
        std::fs::create_dir_all(path.join("site")).unwrap();
        std::fs::write(path.join("site/manifest.json"), "{}").unwrap();
        Self(path)
    }

    pub fn data(&self) -> PathBuf {
        self.0.join("data")
    }

    fn site(&self) -> PathBuf {
        self.0.join("site")
    }

    fn log(&self) -> PathBuf {
        self.0.join("log")
    }

    /// Everything that the program said.
    pub fn said(&self) -> String {
        String::from_utf8_lossy(&std::fs::read(self.log()).unwrap_or_default()).into_owned()
    }

    /// Where the master key lies, when a test gives it by a file ([`Folder::write_keys`]).
    fn keys(&self) -> PathBuf {
        self.0.join("master-key")
    }

    /// From now on the program reads its master key from a file, with these lines.
    pub fn write_keys(&self, lines: &str) {
        let mut file = std::fs::File::options()
            .create(true)
            .write(true)
            .truncate(true)
            .mode(0o600)
            .open(self.keys())
            .unwrap();
        file.write_all(lines.as_bytes()).unwrap();
    }

    /// The program with this folder and its key.
    fn wardlight(&self) -> Command {
        let mut program = Command::new(env!("CARGO_BIN_EXE_wardlight"));
        program
            .env_remove("DATABASE_URL")
            .env("WARDLIGHT_DATA_DIR", self.data());
        match self.keys().exists() {
            true => program.env("WARDLIGHT_MASTER_KEY_FILE", self.keys()),
            false => program.env("WARDLIGHT_MASTER_KEY", MASTER_KEY),
        };
        program
    }

    /// Runs a command of the program to its end, as an operator does: its exit code, and what it said.
    pub async fn command(&self, name: &str) -> (Option<i32>, String) {
        let mut program = self.wardlight();
        program.arg(name).env("NO_COLOR", "1").stdin(Stdio::null());
        let done = tokio::task::spawn_blocking(move || program.output())
            .await
            .unwrap()
            .unwrap();
        let said = [done.stdout, done.stderr].concat();
        (done.status.code(), String::from_utf8_lossy(&said).into_owned())
    }

    pub async fn open(&self) -> Database {
        let config = DatabaseConfig {
            owner_url: None,
            app_url: None,
            ingest_url: None,
            data_dir: self.data(),
        };
        Database::open(&config).await.unwrap()
    }

    /// A house over this database, with the program's keys.
    pub async fn house(&self, database: &Database) -> Arc<House> {
        let setting = KeySetting {
            text: Some(MASTER_KEY.into()),
            ..KeySetting::default()
        };
        let keys = server::commands::keys::open(database, &setting, Purpose::Serve)
            .await
            .unwrap();
        House::new(database.app.clone(), database.ingest.clone(), Clock::system(), keys)
    }

    /// Ends PostgreSQL without a checkpoint, as a loss of power would: it must recover from its log.
    pub fn crash_database(&self) {
        if let Some(pid) = self.postmaster() {
            signal("-QUIT", pid);
        }
    }

    /// What PostgreSQL wrote into its own log.
    pub fn said_by_postgres(&self) -> String {
        let files = std::fs::read_dir(self.data().join("postgres/log"))
            .into_iter()
            .flatten()
            .flatten();
        files
            .map(|file| String::from_utf8_lossy(&std::fs::read(file.path()).unwrap_or_default()).into_owned())
            .collect()
    }

    fn postmaster(&self) -> Option<u32> {
        let text = std::fs::read_to_string(self.data().join("postgres/data/postmaster.pid")).ok()?;
        text.lines().next()?.parse().ok()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        if let Some(pid) = self.postmaster() {
            signal("-QUIT", pid);
            std::thread::sleep(Duration::from_secs(1));
        }
        std::fs::remove_dir_all(&self.0).unwrap_or_default();
    }
}

fn signal(name: &str, pid: u32) {
    Command::new("sh")
        .args(["-c", &format!("kill {name} {pid}")])
        .status()
        .unwrap();
}
