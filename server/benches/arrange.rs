//! The hospital of the bench, on a private PostgreSQL of its own: one ward of 100 beds, all taken, a dialysis unit in which sessions run (`unit.rs`), and the accounts of those who write
//! to each other (`talk.rs`).

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

use crate::generator::{MACHINE, MONITOR, Measures};
use crate::unit;

pub const PASSWORD: &str = "a bench at night, quiet";
/// Of this bench only.
const MASTER_KEY: &str = "1:fb2db09fa1c44dbd7d4ec8b39dd0a5c4b6f5b0e2d37f1a0c9be0aa6f2e1947d3";
pub const DOCTOR: &str = "bench@bench.example";
pub const NURSE: &str = "nurse@bench.example";
/// Doctors who write to patients, and patients of each: nobody may have more than 16 conversations open.
pub const DOCTORS: i16 = 5;
pub const PATIENTS: i16 = 10;
/// The ward of the beds.
const WARD: &str = "Ward of a hundred";
/// In the list of devices each eighth is a dialysis machine, until there are no more: two of the 16 gateways of G1 speak for one.
const MACHINE_EACH: usize = 8;
/// Where the server under test listens.
pub const ADDR: &str = "127.0.0.1:3939";

pub struct Device {
    pub id: DeviceId,
    pub token: String,
    /// A dialysis machine on which a session runs; else a monitor at a bed.
    pub is_machine: bool,
}

impl Device {
    /// What its readings hold.
    pub fn measures(&self) -> &'static Measures {
        if self.is_machine { &MACHINE } else { &MONITOR }
    }
}

pub struct Bench {
    pub database: Database,
    /// The hospital as this program sees it; the server under test has its own.
    pub house: Arc<House>,
    pub devices: Vec<Device>,
    pub ward: Uuid,
    /// The ward of the machines.
    pub unit: Uuid,
    /// The session of the doctor who looks on.
    pub cookie: String,
    client: reqwest::Client,
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
        let (ward, unit) = (ward(&database, WARD).await, ward(&database, unit::WARD).await);
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
        let cookie = sign_in(&client, DOCTOR).await;
        Self {
            database,
            house,
            devices,
            ward,
            unit,
            cookie,
            client,
            server,
            data_dir,
        }
    }

    pub async fn close(mut self) {
        self.server.kill().await.expect("the server under test ends");
        self.database.close().await.expect("the database ends");
        std::fs::remove_dir_all(&self.data_dir).expect("the data go");
    }

    /// The device that this connection speaks for.
    pub fn device(&self, connection: usize) -> &Device {
        &self.devices[connection % self.devices.len()]
    }

    /// How many of so many connections speak for a machine on which a session runs.
    pub fn machines_among(&self, connections: usize) -> usize {
        (0..connections)
            .filter(|connection| self.device(*connection).is_machine)
            .count()
    }

    /// A session of somebody, as the browser keeps it.
    pub async fn sign_in(&self, email: &str) -> String {
        sign_in(&self.client, email).await
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

async fn ward(database: &Database, name: &str) -> Uuid {
    sqlx::query_scalar("SELECT id FROM ward WHERE name = $1")
        .bind(name)
        .fetch_one(&database.app)
        .await
        .expect("a ward")
}

async fn sign_in(client: &reqwest::Client, email: &str) -> String {
    let form = [("login", email), ("password", PASSWORD), ("next", "")];
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
        .filter(|value| value.contains("wl_staff") || value.contains("wl_portal"))
        .filter_map(|value| value.split(';').next())
        // The other door's cookie is taken back.
        .find(|pair| !pair.ends_with('='));
    cookie.expect("a session").to_owned()
}

/// The account of a doctor who writes to patients.
pub fn doctor(number: i16) -> String {
    format!("doctor{number}@bench.example")
}

/// The account of whoever lies in this bed, and their number in the hospital.
pub fn patient(bed: i16) -> (String, String) {
    (format!("patient{bed}@bench.example"), format!("B-{bed}"))
}

fn accounts() -> Vec<SeedUser> {
    let account = |name: String, email: String, role: Role, bed: Option<i16>| SeedUser {
        name,
        email,
        password: PASSWORD.into(),
        role,
        bed,
    };
    let mut all = vec![
        account("Dr Bench".into(), DOCTOR.into(), Role::Doctor, None),
        account("A nurse".into(), NURSE.into(), Role::Nurse, None),
    ];
    all.extend((1..=DOCTORS).map(|number| account(format!("Dr {number}"), doctor(number), Role::Doctor, None)));
    all.extend(
        (1..=DOCTORS * PATIENTS).map(|bed| account(format!("Patient {bed}"), patient(bed).0, Role::Patient, Some(bed))),
    );
    all
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
            hospital_number: patient(number).1,
            health_id: format!("{number:014}"),
        }),
    });
    let plan = SeedHospital {
        name: "Bench".into(),
        zone: "UTC".into(),
        locale: "en".into(),
        ward: WARD.into(),
        beds: beds.collect(),
        users: accounts(),
    };
    let since = house.clock.now().plus_seconds(-86_400.0);
    let seeded = hospital::organisation::seed_hospital(house, plan, since)
        .await
        .expect("the hospital of the bench");
    let mut devices = Vec::new();
    for (id, _) in seeded.devices {
        devices.push(device(house, id, false).await);
    }
    for (number, id) in unit::open(house, seeded.hospital).await.into_iter().enumerate() {
        let place = (number + 1) * MACHINE_EACH - 1;
        let machine = device(house, id, true).await;
        devices.insert(place.min(devices.len()), machine);
    }
    devices
}

async fn device(house: &Arc<House>, id: DeviceId, is_machine: bool) -> Device {
    let token = hospital::devices::make_token(house, id).await.expect("a token");
    Device {
        id,
        token: token.expose_secret().to_owned(),
        is_machine,
    }
}
