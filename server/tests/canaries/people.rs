//! Riverbend, with canaries for people.

use domain::actor::Role;
use hospital::organisation::{SeedHospital, seed_hospital};
use hospital::telemetry::retain_partitions;
use secrecy::ExposeSecret;
use sqlx::{ConnectOptions, PgConnection};
use uuid::Uuid;

use super::aviary::Aviary;
use crate::support::program::{Folder, MASTER_KEY};
use crate::support::{bed, riverbend, user};

const HEALTH_ID: &str = "73190468215574";

/// Somebody, and how they sign in.
#[derive(Clone)]
pub struct Account {
    pub role: Role,
    pub email: String,
    pub password: String,
}

pub struct Hospital {
    pub ward: Uuid,
    pub patients: Vec<Uuid>,
    pub device: Uuid,
    pub token: String,
    pub accounts: Vec<Account>,
}

impl Hospital {
    pub fn account(&self, role: Role) -> &Account {
        self.accounts
            .iter()
            .find(|account| account.role == role)
            .expect("somebody")
    }
}

/// Riverbend, with canaries for people.
pub async fn people(folder: &Folder, aviary: &Aviary) -> Hospital {
    let database = folder.open().await;
    let house = folder.house(&database).await;
    retain_partitions(&house, 32).await.unwrap();
    let mut accounts = Vec::new();
    let mut proxy_name = String::new();
    let mut account = |role: Role, bed: Option<i16>| {
        let (name, email, password) = (
            aviary.plant("name of an account"),
            aviary.plant("e-mail"),
            aviary.plant("password"),
        );
        let mut made = user(&name, &format!("{email}@riverbend.example"), role, bed);
        made.password = format!("{password} is quiet at night");
        accounts.push(Account {
            role,
            email: made.email.clone(),
            password: made.password.clone(),
        });
        // Who cares for a patient has no role of staff: this one ends below.
        if role == Role::Proxy {
            (made.role, proxy_name) = (Role::LabTechnician, name);
        }
        made
    };
    let plan = SeedHospital {
        beds: vec![
            bed(1, &aviary.plant("family name"), &aviary.plant("given name"), HEALTH_ID),
            bed(
                2,
                &aviary.plant("family name"),
                &aviary.plant("given name"),
                "10000000000025",
            ),
        ],
        users: vec![
            account(Role::Doctor, None),
            account(Role::Nurse, None),
            account(Role::Technician, None),
            account(Role::Pharmacist, None),
            account(Role::HospitalAdmin, None),
            account(Role::Receptionist, None),
            account(Role::SuperAdmin, None),
            account(Role::LabTechnician, None),
            account(Role::Patient, Some(1)),
            account(Role::Proxy, None),
        ],
        ..riverbend()
    };
    aviary.watch("health id", HEALTH_ID);
    aviary.watch("hospital number", &format!("RG-{HEALTH_ID}"));
    aviary.watch("master key", MASTER_KEY);
    let since = house.clock.now().plus_seconds(-86_400.0);
    let seeded = seed_hospital(&house, plan, since).await.unwrap();
    let device = seeded.devices[0].0;
    let token = hospital::devices::make_token(&house, device).await.unwrap();
    aviary.watch("token of a device", token.expose_secret());
    let mut owner = database.owner().unwrap().connect().await.unwrap();
    let ward = sqlx::query_scalar("SELECT id FROM ward")
        .fetch_one(&mut owner)
        .await
        .unwrap();
    let patients = sqlx::query_scalar("SELECT patient_id FROM registration ORDER BY hospital_number DESC")
        .fetch_all(&mut owner)
        .await
        .unwrap();
    let_in(&mut owner, &proxy_name).await;
    // What PostgreSQL says of a row that breaks a rule: never its values.
    let twice = sqlx::query(
        "INSERT INTO app_user (id, email_sealed, email_blind, display_name, password_hash) SELECT gen_random_uuid(), email_sealed, email_blind, display_name, password_hash FROM app_user",
    );
    assert!(twice.execute(&mut owner).await.is_err());
    drop(owner);
    let password = std::fs::read_to_string(folder.data().join("secrets/database")).unwrap();
    aviary.watch("password of the database", password.trim());
    database.close().await.unwrap();
    Hospital {
        ward,
        patients,
        device: device.0,
        token: token.expose_secret().to_owned(),
        accounts,
    }
}

/// From now on this account is nobody's but the carer's of the patient with the portal.
async fn let_in(owner: &mut PgConnection, name: &str) {
    for change in [
        "UPDATE role_grant SET during = tstzrange(lower(during), now()) WHERE user_id = (SELECT id FROM app_user WHERE display_name = $1)",
        "INSERT INTO proxy (id, patient_id, hospital_id, user_id, known_as, sections, made_by, during)
         SELECT gen_random_uuid(), p.patient_id, p.hospital_id, s.id, 'my son', '{values,trend,score,alarms,readings}', p.user_id,
                tstzrange(now(), now() + interval '1 day')
           FROM portal_account p, app_user s
          WHERE s.display_name = $1",
    ] {
        let changed = sqlx::query(change).bind(name).execute(&mut *owner).await.unwrap();
        assert_eq!(changed.rows_affected(), 1, "{change}");
    }
}
