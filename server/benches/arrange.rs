//! The hospital of the bench: one ward of 100 beds, all taken, on a private PostgreSQL of its own.

use std::path::PathBuf;
use std::process::Stdio;
use std::sync::Arc;
use std::time::Duration;

use domain::actor::Role;
use domain::ids::DeviceId;
use domain::patients::Sex;
use hospital::db::{Database, DatabaseConfig};
use hospital::keys::{KeySetting, Purpose};
use hospital::organisation::{SeedBed, SeedDevice, SeedHospital, SeedPatient, SeedUser};
use hospital::{Clock, House};
use secrecy::ExposeSecret;
use tokio::process::{Child, Command};
use uuid::Uuid;

const PASSWORD: &str = "a bench at night, quiet";
/// Of this bench only.
const MASTER_KEY: &str = "1:fb2db09fa1c44dbd7d4ec8b39dd0a5c4b6f5b0e2d37f1a0c9be0aa6f2e1947d3";
const EMAIL: &str = "bench@bench.example";
/// Where the server under test listens.
pub const ADDR: &str = "127.0.0.1:3939";

pub struct Device {
    pub id: DeviceId,
    pub token: String,
}

pub struct Bench {
    pub database: Database,
    /// The hospital as this program sees it; the server under test has its own.
    pub house: Arc<House>,
    pub devices: Vec<Device>,
    pub ward: Uuid,
    pub cookie: String,
    pub server: Child,
    pub data_dir: PathBuf,
}

impl Bench {
    pub async fn open() -> Self {
        let data_dir = std::env::current_dir().expect("a folder").join("target/bench");
        if data_dir.exists() {
            std::fs::remove_dir_all(&data_dir).expect("the old data go");
        }
        println!("Starting a private PostgreSQL in {}", data_dir.display());
        let config = DatabaseConfig {
            owner_url: None,
            app_url: None,
            ingest_url: None,
            data_dir: data_dir.clone(),
        };
        let database = Database::open(&config).await.expect("a database");
        let setting = KeySetting {
            text: Some(MASTER_KEY.into()),
            ..KeySetting::default()
        };
        let keys = server::commands::keys::open(&database, &setting, Purpose::Serve)
            .await
            .expect("keys");
        let house = House::new(database.app.clone(), database.ingest.clone(), Clock::system(), keys);
        hospital::telemetry::retain_partitions(&house, 2)
            .await
            .expect("partitions");
        let devices = seed(&house).await;
        let ward = sqlx::query_scalar("SELECT id FROM ward")
            .fetch_one(&database.app)
            .await
            .expect("a ward");
        let server = Command::new(std::env::current_exe().expect("our own path"))
            .arg("--serve")
            .env("WARDLIGHT_ADDR", ADDR)
            .env("WARDLIGHT_DATA_DIR", &data_dir)
            .env("WARDLIGHT_MASTER_KEY", MASTER_KEY)
            .env("RUST_LOG", "warn")
            // G9 holds 5,000 sockets of one address, which may have half of them.
            .env("WARDLIGHT_CONNECTIONS", "12000")
            .stdin(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .expect("the server under test");
        let client = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .build()
            .expect("a client");
        for _ in 0..200 {
            if client
                .get(format!("http://{ADDR}/health/ready"))
                .send()
                .await
                .is_ok_and(|answer| answer.status() == 200)
            {
                break;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        let cookie = sign_in(&client).await;
        Self {
            database,
            house,
            devices,
            ward,
            cookie,
            server,
            data_dir,
        }
    }

    pub async fn close(mut self) {
        self.server.kill().await.expect("the server under test ends");
        self.database.close().await.expect("the database ends");
        std::fs::remove_dir_all(&self.data_dir).expect("the data go");
    }

    /// The memory of the server under test, in bytes.
    pub fn server_memory(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.server.id().expect("it runs")))
            .expect("its status");
        let line = status
            .lines()
            .find(|line| line.starts_with("VmRSS:"))
            .expect("its memory");
        line.split_whitespace()
            .nth(1)
            .and_then(|kilobytes| kilobytes.parse::<u64>().ok())
            .expect("a number")
            * 1024
    }
}

async fn sign_in(client: &reqwest::Client) -> String {
    let form = [("login", EMAIL), ("password", PASSWORD), ("next", "")];
    let request = client
        .post(format!("http://{ADDR}/sign-in"))
        .header("origin", format!("http://{ADDR}"))
        .header("sec-fetch-site", "same-origin");
    let answer = request.form(&form).send().await.expect("an answer");
    let cookie = answer
        .headers()
        .get_all("set-cookie")
        .iter()
        .filter_map(|value| value.to_str().ok())
        .find(|value| value.contains("wl_staff"));
    cookie
        .and_then(|cookie| cookie.split(';').next())
        .expect("a session")
        .to_owned()
}

async fn seed(house: &Arc<House>) -> Vec<Device> {
    let beds = (1..=100_i16).map(|number| SeedBed {
        number,
        device: Some(SeedDevice {
            id: DeviceId(Uuid::now_v7()),
            name: format!("Monitor {number:03}"),
            model: "Bench".into(),
            serial: number.to_string(),
        }),
        patient: Some(SeedPatient {
            family_name: format!("Family{number}"),
            given_name: "Given".into(),
            born_on: (1960, 1, 1),
            sex: Sex::Female,
            hospital_number: format!("B-{number}"),
            health_id: format!("{number:014}"),
        }),
    });
    let plan = SeedHospital {
        name: "Bench".into(),
        zone: "UTC".into(),
        locale: "en".into(),
        ward: "Ward of a hundred".into(),
        beds: beds.collect(),
        users: vec![SeedUser {
            name: "Dr Bench".into(),
            email: EMAIL.into(),
            password: PASSWORD.into(),
            role: Role::Doctor,
            bed: None,
        }],
    };
    let since = house.clock.now().plus_seconds(-86_400.0);
    let seeded = hospital::organisation::seed_hospital(house, plan, since)
        .await
        .expect("the hospital of the bench");
    let mut devices = Vec::new();
    for (id, _) in seeded.devices {
        let token = hospital::devices::make_token(house, id).await.expect("a token");
        devices.push(Device {
            id,
            token: token.expose_secret().to_owned(),
        });
    }
    devices
}
