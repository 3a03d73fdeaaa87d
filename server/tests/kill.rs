//! R3: the server is killed with `kill -9` while devices post, several times over, and every other time its PostgreSQL is made to crash
//! with it. What was acknowledged is stored, nothing is stored twice, and nothing is there that no device sent.
//!
//! The devices behave as real ones must: a body without an answer is sent again until there is one.

use std::collections::BTreeSet;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use hospital::db::{Database, DatabaseConfig};
use hospital::keys::{KeySetting, Purpose};
use hospital::organisation::seed_hospital;
use hospital::telemetry::retain_partitions;
use hospital::{Clock, House};
use secrecy::ExposeSecret;
use serde_json::{Value, json};
use sqlx::{ConnectOptions, Row};
use tokio::task::JoinSet;
use uuid::Uuid;

use crate::support::{TestDevice, riverbend, written};

const ROUNDS: usize = 4;
/// Of this test only.
const MASTER_KEY: &str = "1:fb2db09fa1c44dbd7d4ec8b39dd0a5c4b6f5b0e2d37f1a0c9be0aa6f2e1947d3";
/// Connections that post at once.
const LANES: usize = 8;

/// What names a reading; its time is a function of its number here.
type Key = (Uuid, i64);

#[tokio::test(flavor = "multi_thread")]
async fn what_was_acknowledged_before_kill_9_is_stored_once() {
    let folder = Folder::new();
    let devices = arrange(&folder).await;
    let mut lanes: Vec<Lane> = (0..LANES)
        .map(|lane| Lane::new(lane, devices[lane % devices.len()].clone()))
        .collect();
    let acknowledged = Arc::new(Mutex::new(BTreeSet::new()));
    for round in 0..ROUNDS {
        let server = Server::start(&folder).await;
        let mut posting = JoinSet::new();
        for mut lane in std::mem::take(&mut lanes) {
            let (url, acknowledged) = (server.url(), acknowledged.clone());
            posting.spawn(async move {
                lane.post_until_the_server_is_gone(&url, &acknowledged).await;
                lane
            });
        }
        tokio::time::sleep(Duration::from_millis(700 + 230 * round as u64)).await;
        let before = acknowledged.lock().unwrap().len();
        server.kill();
        if round % 2 == 1 {
            folder.crash_database();
        }
        lanes = posting.join_all().await;
        assert!(
            before > 0,
            "nothing was acknowledged in round {round}, so nothing was tested"
        );

        let stored = folder.stored().await;
        let acked = acknowledged.lock().unwrap().clone();
        let lost: Vec<_> = acked.difference(&stored).collect();
        assert!(
            lost.is_empty(),
            "round {round}: {} of {} acknowledged readings are lost",
            lost.len(),
            acked.len()
        );
        let sent: BTreeSet<Key> = lanes.iter().flat_map(Lane::sent).collect();
        assert!(
            stored.is_subset(&sent),
            "round {round}: something is stored that nobody sent"
        );
    }
    // The last start answers what the kills left without an answer: then all that was ever sent is there.
    let server = Server::start(&folder).await;
    for lane in &mut lanes {
        lane.post_what_has_no_answer(&server.url(), &acknowledged).await;
    }
    server.kill();
    let sent: BTreeSet<Key> = lanes.iter().flat_map(Lane::sent).collect();
    assert_eq!(*acknowledged.lock().unwrap(), sent);
    assert_eq!(folder.stored().await, sent);
}

/// One device's connection: numbers rise, and the body without an answer is kept.
struct Lane {
    device: TestDevice,
    first: i64,
    next: i64,
    unanswered: Option<std::ops::Range<i64>>,
    client: reqwest::Client,
}

impl Lane {
    fn new(lane: usize, device: TestDevice) -> Self {
        let first = lane as i64 * 10_000_000;
        Self {
            device,
            first,
            next: first,
            unanswered: None,
            client: reqwest::Client::new(),
        }
    }

    fn sent(&self) -> impl Iterator<Item = Key> {
        let device = self.device.id.0;
        (self.first..self.next).map(move |seq| (device, seq))
    }

    async fn post_until_the_server_is_gone(&mut self, url: &str, acknowledged: &Mutex<BTreeSet<Key>>) {
        loop {
            let numbers = self
                .unanswered
                .clone()
                .unwrap_or(self.next..self.next + 1 + self.next % 9);
            self.next = numbers.end;
            self.unanswered = Some(numbers.clone());
            if self.post(url, numbers, acknowledged).await.is_err() {
                return;
            }
        }
    }

    async fn post_what_has_no_answer(&mut self, url: &str, acknowledged: &Mutex<BTreeSet<Key>>) {
        if let Some(numbers) = self.unanswered.clone() {
            self.post(url, numbers, acknowledged).await.expect("an answer");
        }
    }

    /// Posts these numbers; `Err` when there was no answer at all.
    async fn post(
        &mut self,
        url: &str,
        numbers: std::ops::Range<i64>,
        acknowledged: &Mutex<BTreeSet<Key>>,
    ) -> Result<(), reqwest::Error> {
        let body: Vec<Value> = numbers.clone().map(reading).collect();
        let path = format!("{url}/api/v1/devices/{}/readings", self.device.id);
        let request = self.client.post(path).bearer_auth(&self.device.token).json(&body);
        let answer = request.send().await?;
        assert_eq!(answer.status(), 200);
        let answer: Value = answer.json().await?;
        let counted = |name: &str| answer[name].as_i64().unwrap();
        assert_eq!(
            (
                counted("accepted") + counted("duplicates"),
                &answer["rejected"],
                answer.get("conflicts")
            ),
            (numbers.end - numbers.start, &json!([]), None),
            "a body that is sent again is the same body"
        );
        let device = self.device.id.0;
        acknowledged.lock().unwrap().extend(numbers.map(|seq| (device, seq)));
        self.unanswered = None;
        Ok(())
    }
}

/// Its time follows from its number, so that a body sent again is the same to the byte.
fn reading(seq: i64) -> Value {
    static START: std::sync::LazyLock<domain::time::Moment> =
        std::sync::LazyLock::new(|| Clock::system().now().plus_seconds(-3_600.0));
    let at = START.plus_seconds((seq % 10_000_000) as f64 / 1_000.0);
    json!({ "seq": seq, "taken_at": written(at), "heart_rate": 60 + seq % 40, "spo2": 97 })
}

async fn arrange(folder: &Folder) -> Vec<TestDevice> {
    let database = folder.open().await;
    let setting = KeySetting {
        text: Some(MASTER_KEY.into()),
        ..KeySetting::default()
    };
    let keys = server::commands::keys::open(&database, &setting, Purpose::Serve)
        .await
        .unwrap();
    let house = House::new(database.app.clone(), database.ingest.clone(), Clock::system(), keys);
    retain_partitions(&house, 32).await.unwrap();
    let since = house.clock.now().plus_seconds(-86_400.0);
    let seeded = seed_hospital(&house, riverbend(), since).await.unwrap();
    let mut devices = Vec::new();
    for (id, _) in seeded.devices {
        let token = hospital::devices::make_token(&house, id).await.unwrap();
        devices.push(TestDevice {
            id,
            token: token.expose_secret().to_owned(),
        });
    }
    database.close().await.unwrap();
    devices
}

/// The real program, `wardlight serve`, on a data folder of its own.
struct Server {
    child: Child,
    addr: SocketAddr,
}

impl Server {
    async fn start(folder: &Folder) -> Self {
        let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let addr = free.local_addr().unwrap();
        drop(free);
        let child = Command::new(env!("CARGO_BIN_EXE_wardlight"))
            .arg("serve")
            .env_remove("DATABASE_URL")
            .env("WARDLIGHT_MASTER_KEY", MASTER_KEY)
            .env("WARDLIGHT_ADDR", addr.to_string())
            .env("WARDLIGHT_DATA_DIR", folder.data())
            .env("WARDLIGHT_SITE_ROOT", folder.site())
            .env("RUST_LOG", "warn")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        let server = Self { child, addr };
        let ready = format!("{}/health/ready", server.url());
        for _ in 0..600 {
            if reqwest::get(&ready).await.is_ok_and(|answer| answer.status() == 200) {
                return server;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        panic!("the server did not become ready in a minute");
    }

    fn url(&self) -> String {
        format!("http://{}", self.addr)
    }

    fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

/// The data of this test; they go with it, and so does the PostgreSQL that the last kill left behind.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        let path = std::env::temp_dir().join(format!("wardlight-kill-{}", std::process::id()));
        std::fs::create_dir_all(path.join("site")).unwrap();
        std::fs::write(path.join("site/manifest.json"), "{}").unwrap();
        Self(path)
    }

    fn data(&self) -> PathBuf {
        self.0.join("data")
    }

    fn site(&self) -> PathBuf {
        self.0.join("site")
    }

    async fn open(&self) -> Database {
        let config = DatabaseConfig {
            owner_url: None,
            app_url: None,
            ingest_url: None,
            data_dir: self.data(),
        };
        Database::open(&config).await.unwrap()
    }

    /// Everything that is stored, read with nobody else on the folder: PostgreSQL has recovered by then.
    async fn stored(&self) -> BTreeSet<Key> {
        let database = self.open().await;
        let mut owner = database.owner().unwrap().connect().await.unwrap();
        let rows = sqlx::query("SELECT device_id, seq FROM reading")
            .fetch_all(&mut owner)
            .await
            .unwrap();
        let keys: BTreeSet<Key> = rows.iter().map(|row| (row.get(0), row.get(1))).collect();
        assert_eq!(keys.len(), rows.len(), "a reading is stored twice");
        drop(owner);
        database.close().await.unwrap();
        keys
    }

    /// Ends PostgreSQL without a checkpoint, as a loss of power would: it must recover from its log.
    fn crash_database(&self) {
        if let Some(pid) = self.postmaster() {
            signal("-QUIT", pid);
        }
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
