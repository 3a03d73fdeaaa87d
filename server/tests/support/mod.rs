//! A hospital for a test: two houses, their people and devices, and the real server on a socket of its own.
//!
//! `Wardlight::open().await` gives everything; `readings(…)` posts, `sign_in(…)` gives a browser with a cookie. Names as in the stories: Dr Rao and nurse Achieng
//! work at Riverbend, where Okafor lies in bed 1 and Mwangi in bed 2; Dr Silva works at Lakeside, where Petrov lies in bed 1.

pub mod door;
pub mod line;
pub mod mail;
pub mod post_office;
pub mod program;
mod sealed;
pub mod timing;
pub mod totp;

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use domain::actor::Role;
use domain::identity::Level;
use domain::ids::{DeviceId, HospitalId, PatientId, UserId};
use domain::patients::Sex;
use domain::time::Moment;
use hospital::db::DatabaseConfig;
use hospital::identity::Realm;
use hospital::identity::sessions::Opening;
use hospital::organisation::{SeedBed, SeedDevice, SeedHospital, SeedPatient, SeedUser, Seeded, seed_hospital};
use hospital::telemetry::{Recorder, load_placements, retain_partitions, watch_for_silence};
use hospital::testing::{Kept, TestDb};
use hospital::{Clock, House, Keys};
use secrecy::ExposeSecret;
use server::config::Config;
use server::live::Hub;
use server::sessions::Store;
use server::site::Site;
use server::state::{AppState, Shared};
use sqlx::PgPool;
use tokio::net::{TcpListener, TcpSocket};
use tokio::sync::OnceCell;
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

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

    /// Signs in and answers the cookies as one header value; `None` when refused.
    pub async fn sign_in(&self, email: &str) -> Option<String> {
        let form = [("login", email), ("password", PASSWORD), ("next", "")];
        let answer = self
            .client
            .post(self.url("/sign-in"))
            .header("origin", format!("http://{}", self.addr))
            .header("sec-fetch-site", "same-origin")
            .form(&form)
            .send()
            .await
            .expect("an answer");
        let cookies: Vec<String> = answer
            .headers()
            .get_all("set-cookie")
            .iter()
            .filter_map(|value| value.to_str().ok())
            .filter(|value| value.contains("wl_staff") || value.contains("wl_portal"))
            .filter_map(|value| value.split(';').next().map(str::to_owned))
            .filter(|pair| !pair.ends_with('='))
            .collect();
        (!cookies.is_empty()).then(|| cookies.join("; "))
    }

    /// The account of this e-mail address.
    pub async fn user(&self, email: &str) -> UserId {
        let id = sqlx::query_scalar("SELECT id FROM app_user WHERE email_blind = $1").bind(blind(email));
        UserId(id.fetch_one(self.db.owner()).await.expect("an account"))
    }

    /// Who was told something of this kind, the first first.
    pub async fn told(&self, kind: &str) -> Vec<Uuid> {
        sqlx::query_scalar("SELECT user_id FROM notice WHERE kind = $1 ORDER BY id")
            .bind(kind)
            .fetch_all(self.db.owner())
            .await
            .unwrap()
    }

    /// Somebody new who works in a hospital as `role`, with a session of their own, opened without a password: their account and cookie.
    pub async fn colleague(&self, hospital: HospitalId, role: Role) -> (UserId, String) {
        let user = UserId(Uuid::now_v7());
        let email = self.sealed_email(user.0, &format!("{user}@test.example"));
        let account = format!(
            "INSERT INTO app_user (id, email_sealed, email_blind, display_name, password_hash) VALUES ('{user}', {email}, 'A colleague', '$argon2id$none')"
        );
        sqlx::query(sqlx::AssertSqlSafe(account))
            .execute(self.db.owner())
            .await
            .expect("an account");
        sqlx::query("INSERT INTO role_grant (user_id, hospital_id, role) VALUES ($1, $2, $3)")
            .bind(user.0)
            .bind(hospital.0)
            .bind(role.name())
            .execute(self.db.owner())
            .await
            .expect("a role");
        let cookie = self.session(Realm::Staff, user, hospital, None).await;
        (user, cookie)
    }

    /// Opens the portal to a patient who has no account, and signs them in.
    pub async fn in_the_portal(&self, patient: Uuid, hospital: HospitalId, name: &str) -> String {
        let user = UserId(Uuid::now_v7());
        let email = self.sealed_email(user.0, &format!("{user}@test.example"));
        // reviewed: our own statements, with ids made by the test
        let script = format!(
            "INSERT INTO app_user (id, email_sealed, email_blind, display_name, password_hash) VALUES ('{user}', {email}, '{name}', '$argon2id$none');
             INSERT INTO portal_account (user_id, patient_id, hospital_id) VALUES ('{user}', '{patient}', '{hospital}')"
        );
        sqlx::raw_sql(sqlx::AssertSqlSafe(script))
            .execute(self.db.owner())
            .await
            .unwrap();
        let whose = Some((PatientId(patient), false));
        self.session(Realm::Portal, user, hospital, whose).await
    }

    /// The cookie of a new session; in the portal of `patient`'s record, theirs or that of somebody they care for.
    pub async fn session(
        &self,
        realm: Realm,
        user: UserId,
        hospital: HospitalId,
        patient: Option<(PatientId, bool)>,
    ) -> String {
        let opening = Opening {
            user,
            hospital,
            patient: patient.map(|(patient, _)| patient),
            is_proxy: patient.is_some_and(|(_, is_proxy)| is_proxy),
            shared: false,
            level: Level::Password,
            device: "a test".into(),
            address: "127.0.0.1".into(),
            proofs: 0,
        };
        let id = Store::new(self.house.clone(), realm)
            .begin(&opening)
            .await
            .expect("a session");
        format!("{}={id}", realm.cookie())
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

pub fn riverbend() -> SeedHospital {
    SeedHospital {
        name: "Riverbend General".into(),
        zone: "Africa/Nairobi".into(),
        locale: "en-KE".into(),
        ward: "Ward 4 · Renal".into(),
        beds: vec![
            bed(1, "Okafor", "Amara", "10000000000017"),
            bed(2, "Mwangi", "Joseph", "10000000000025"),
            SeedBed {
                number: 3,
                device: None,
                patient: None,
            },
        ],
        users: vec![
            user("Dr Anika Rao", "rao@riverbend.example", Role::Doctor, None),
            user("B. Achieng", "achieng@riverbend.example", Role::Nurse, None),
            user("K. Mensah", "mensah@riverbend.example", Role::Technician, None),
            user("P. Lindqvist", "lindqvist@riverbend.example", Role::Pharmacist, None),
            user("S. Haddad", "haddad@riverbend.example", Role::HospitalAdmin, None),
            user("G. Wanjiru", "wanjiru@riverbend.example", Role::Receptionist, None),
            user("T. Ivarsson", "ivarsson@riverbend.example", Role::BillingClerk, None),
            user("N. Castro", "castro@riverbend.example", Role::LabTechnician, None),
            user("R. Sani", "sani@riverbend.example", Role::EmergencyResponder, None),
            user("E. Novak", "novak@riverbend.example", Role::SuperAdmin, None),
            user("Amara Okafor", "okafor@riverbend.example", Role::Patient, Some(1)),
        ],
    }
}

fn lakeside() -> SeedHospital {
    SeedHospital {
        name: "Lakeside".into(),
        zone: "Europe/Paris".into(),
        locale: "fr-FR".into(),
        ward: "Ward A".into(),
        beds: vec![bed(1, "Petrov", "Ivan", "10000000000033")],
        users: vec![
            user("Dr Lucia Silva", "silva@lakeside.example", Role::Doctor, None),
            user("Ivan Petrov", "petrov@lakeside.example", Role::Patient, Some(1)),
        ],
    }
}

pub fn bed(number: i16, family_name: &str, given_name: &str, health_id: &str) -> SeedBed {
    let id = DeviceId(Uuid::now_v7());
    SeedBed {
        number,
        device: Some(SeedDevice {
            id,
            name: format!("Monitor {number:02}"),
            model: "TestMonitor".into(),
            serial: id.to_string(),
        }),
        patient: Some(SeedPatient {
            family_name: family_name.into(),
            given_name: given_name.into(),
            born_on: (1969, 4, 2),
            sex: Sex::Unknown,
            hospital_number: format!("RG-{health_id}"),
            health_id: health_id.into(),
        }),
    }
}

pub fn user(name: &str, email: &str, role: Role, bed: Option<i16>) -> SeedUser {
    SeedUser {
        name: name.into(),
        email: email.into(),
        password: PASSWORD.into(),
        role,
        bed,
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
