//! A hospital for a test: two houses, their people and devices, and the real server on a socket of its own.
//!
//! `Wardlight::open().await` gives everything; `readings(…)` posts, `sign_in(…)` gives a browser with a cookie. Names as in the stories: Dr Rao and nurse Achieng
//! work at Riverbend, where Okafor lies in bed 1 and Mwangi in bed 2; Dr Silva works at Lakeside, where Petrov lies in bed 1.

pub mod door;
mod houses;
pub mod line;
pub mod mail;
mod people;
pub mod post_office;
pub mod program;
mod sealed;
pub mod timing;
pub mod totp;

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use domain::ids::{DeviceId, HospitalId};
use domain::time::Moment;
use hospital::db::DatabaseConfig;
use hospital::organisation::{Seeded, seed_hospital};
use hospital::telemetry::{Recorder, load_placements, retain_partitions, watch_for_silence};
use hospital::testing::{Kept, TestDb};
use hospital::{Clock, House, Keys};
use secrecy::ExposeSecret;
use server::config::Config;
use server::live::Hub;
use server::site::Site;
use server::state::{AppState, Shared};
use sqlx::PgPool;
use tokio::net::{TcpListener, TcpSocket};
use tokio::sync::OnceCell;
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use houses::lakeside;
pub use houses::{bed, riverbend, user};
pub use sealed::blind;

/// The password of everybody.
pub const PASSWORD: &str = "a quiet ward at night";

/// A device and its token.
#[derive(Clone, Debug)]
pub struct TestDevice {
    pub id: DeviceId,
    pub token: String,
}

/// One hospital of the test.
#[derive(Clone, Debug)]
pub struct TestHospital {
    pub id: HospitalId,
    pub ward: Uuid,
    pub devices: Vec<TestDevice>,
    /// Patients by bed.
    pub patients: Vec<Uuid>,
}

/// A free port of this machine.
const ANY: SocketAddr = SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 0);

/// The server under test.
pub struct Wardlight {
    pub db: TestDb,
    pub house: Arc<House>,
    pub state: AppState,
    pub addr: SocketAddr,
    pub client: reqwest::Client,
    pub riverbend: TestHospital,
    pub lakeside: TestHospital,
    /// By how many microseconds the house's clock is ahead.
    ahead: Arc<AtomicI64>,
    stop: CancellationToken,
}

impl Drop for Wardlight {
    fn drop(&mut self) {
        self.stop.cancel();
    }
}

impl Wardlight {
    /// Opens both hospitals and serves them on a free port of this machine.
    pub async fn open() -> Self {
        Self::open_over(PgPool::clone).await
    }

    /// The same as a demo.
    pub async fn open_demo() -> Self {
        Self::open_with(|settings| settings.demo = true).await
    }

    /// The same, with connections that the test makes of the database's own.
    pub async fn open_over(pool: impl FnMut(&PgPool) -> PgPool) -> Self {
        Self::open_as(pool, |_| ()).await
    }

    /// The same, with other settings.
    pub async fn open_with(change: impl FnOnce(&mut Config)) -> Self {
        Self::open_as(PgPool::clone, change).await
    }

    /// The same, behind a door at which little waits for a client who takes nothing: the machine keeps megabytes for each otherwise, and a test of that would take as long to fill them.
    pub async fn open_narrow() -> Self {
        let socket = TcpSocket::new_v4().expect("a socket");
        socket.set_send_buffer_size(8 * 1024).expect("a small buffer");
        socket.bind(ANY).expect("a free port");
        let listener = socket.listen(64).expect("a door");
        Self::open_at(listener, PgPool::clone, |_| ()).await
    }

    async fn open_as(pool: impl FnMut(&PgPool) -> PgPool, change: impl FnOnce(&mut Config)) -> Self {
        let listener = TcpListener::bind(ANY).await.expect("a free port");
        Self::open_at(listener, pool, change).await
    }

    async fn open_at(
        listener: TcpListener,
        mut pool: impl FnMut(&PgPool) -> PgPool,
        change: impl FnOnce(&mut Config),
    ) -> Self {
        let begun = BEGUN.get_or_init(Begun::arrange).await;
        let db = TestDb::of(&begun.database).await;
        let ahead = Arc::new(AtomicI64::new(0));
        let (hand, system) = (ahead.clone(), Clock::system());
        let clock = Clock::of(move || Moment(system.now().0 + hand.load(Ordering::SeqCst)));
        let house = House::new(pool(&db.app), pool(&db.ingest), clock, Keys::for_tests());
        let (riverbend, lakeside) = (begun.riverbend.clone(), begun.lakeside.clone());
        load_placements(&house, None).await.expect("placements");
        let addr = listener.local_addr().expect("an address");
        let recorder = Recorder::start(&house);
        let mut settings = config(addr, &db);
        change(&mut settings);
        let settings = Arc::new(settings);
        let state = AppState::new(Shared {
            recorder: recorder.clone(),
            hub: Hub::start(house.clone()),
            leptos: server::router::leptos_options(addr),
            site: Arc::new(Site::read(&settings.site_root).unwrap_or_default()),
            config: settings.clone(),
            metrics: server::rest::health::recorder(),
            throttle: Arc::new(server::throttle::Throttle::new(settings.is_alone())),
            house: house.clone(),
            flashes: Default::default(),
            stopping: CancellationToken::new(),
        });
        let stop = state.stopping.clone();
        tokio::spawn(watch_for_silence(recorder));
        tokio::spawn(hospital::devices::forget_revoked(house.clone()));
        tokio::spawn(hospital::keys::forget_destroyed(house.clone()));
        tokio::spawn(hospital::identity::sessions::watch(Arc::downgrade(&house)));
        tokio::spawn(hospital::patients::watch_rights(house.clone()));
        tokio::spawn(hospital::emergency::tell(house.clone()));
        tokio::spawn(hospital::devices::hand_over::tell_expired(house.clone()));
        tokio::spawn(hospital::tokens::keep(Arc::downgrade(&house)));
        tokio::spawn(server::serve::serve(
            listener,
            server::router::router(state.clone()),
            server::serve::Limits::of(&settings),
            stop.clone(),
        ));
        let client = client_at([127, 0, 0, 1]);
        Self {
            db,
            house,
            state,
            addr,
            client,
            riverbend,
            lakeside,
            ahead,
            stop,
        }
    }

    /// Speaks from this address of the machine from now on: what is counted per address begins anew.
    pub fn speak_from(&mut self, address: [u8; 4]) {
        self.client = client_at(address);
    }

    /// Turns the house's clock on.
    pub fn later(&self, seconds: i64) {
        self.ahead.fetch_add(seconds * 1_000_000, Ordering::SeqCst);
    }

    /// An address of this server.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.addr)
    }

    /// Posts a body of readings as this device.
    pub async fn post(&self, device: &TestDevice, body: &serde_json::Value) -> reqwest::Response {
        self.post_to(device, "readings", body).await
    }

    /// Posts to one of the doors of this device: `readings`, `heartbeat` or `sessions`.
    pub async fn post_to(&self, device: &TestDevice, door: &str, body: &serde_json::Value) -> reqwest::Response {
        let url = self.url(&format!("/api/v1/devices/{}/{door}", device.id));
        self.client
            .post(url)
            .bearer_auth(&device.token)
            .json(body)
            .send()
            .await
            .expect("an answer")
    }

    /// The server's time and `seconds` more, as devices write it.
    pub fn at(&self, seconds: f64) -> String {
        domain::time::rfc3339(self.house.clock.now().plus_seconds(seconds))
    }

    /// Counts stored readings of a device, past row security.
    pub async fn stored(&self, device: &TestDevice) -> i64 {
        sqlx::query_scalar("SELECT count(*) FROM reading WHERE device_id = $1")
            .bind(device.id.0)
            .fetch_one(self.db.owner())
            .await
            .expect("a count")
    }
}

/// A moment as a device writes it.
pub fn written(at: Moment) -> String {
    domain::time::rfc3339(at)
}

fn config(addr: SocketAddr, db: &TestDb) -> Config {
    Config {
        addr,
        // None is there: files are served where a test says so.
        site_root: PathBuf::from("nowhere"),
        retention_days: 32,
        metrics_token: Some("figures".to_owned().into()),
        trusted_proxies: 0,
        behind_tls: false,
        connections: 4_096,
        hl7: None,
        dev: false,
        demo: false,
        mail: server::config::mail::MailConfig::for_tests(),
        audit_checkpoints: std::env::temp_dir().join("wardlight-test-checkpoints"),
        master_key: hospital::keys::KeySetting::default(),
        database: DatabaseConfig {
            owner_url: Some(db.owner_url()),
            app_url: None,
            ingest_url: None,
            data_dir: std::env::temp_dir(),
        },
    }
}

/// What every hospital of a test begins with. It is arranged once and copied for each: a password takes a while to hash, and so do the tables of thirty days to make.
struct Begun {
    database: Kept,
    riverbend: TestHospital,
    lakeside: TestHospital,
}

static BEGUN: OnceCell<Begun> = OnceCell::const_new();

impl Begun {
    async fn arrange() -> Self {
        let db = TestDb::new().await;
        let house = House::new(db.app.clone(), db.ingest.clone(), Clock::system(), Keys::for_tests());
        retain_partitions(&house, 32).await.expect("partitions");
        let since = house.clock.now().plus_seconds(-2.0 * 86_400.0);
        let riverbend = seed_hospital(&house, riverbend(), since).await.expect("Riverbend");
        let lakeside = seed_hospital(&house, lakeside(), since).await.expect("Lakeside");
        let riverbend = arrange(&db, &house, riverbend).await;
        let lakeside = arrange(&db, &house, lakeside).await;
        drop(house);
        Self {
            database: db.keep().await,
            riverbend,
            lakeside,
        }
    }
}

async fn arrange(db: &TestDb, house: &Arc<House>, seeded: Seeded) -> TestHospital {
    let mut devices = Vec::new();
    for (id, _) in seeded.devices {
        let token = hospital::devices::make_token(house, id).await.expect("a token");
        devices.push(TestDevice {
            id,
            token: token.expose_secret().to_owned(),
        });
    }
    let ward = sqlx::query_scalar("SELECT id FROM ward WHERE hospital_id = $1")
        .bind(seeded.hospital.0)
        .fetch_one(db.owner())
        .await
        .expect("a ward");
    let mut patients = Vec::new();
    for device in &devices {
        let patient =
            sqlx::query_scalar("SELECT patient_id FROM device_session WHERE device_id = $1").bind(device.id.0);
        patients.push(patient.fetch_one(db.owner()).await.expect("a patient"));
    }
    TestHospital {
        id: seeded.hospital,
        ward,
        devices,
        patients,
    }
}

/// A client that follows nothing by itself, at an address of this machine.
fn client_at(address: [u8; 4]) -> reqwest::Client {
    reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .local_address(IpAddr::from(address))
        .build()
        .expect("a client")
}
