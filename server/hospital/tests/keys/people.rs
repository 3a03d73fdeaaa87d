//! The people of these tests, the table in which their notes lie, and the key file of a server.

use std::fs;
use std::os::unix::fs::OpenOptionsExt;
use std::path::PathBuf;
use std::sync::Arc;

use domain::access::Action;
use domain::actor::{Actor, Role};
use domain::ids::{HospitalId, PatientId, UserId};
use hospital::keys::{LocalKeys, Place};
use hospital::testing::TestDb;
use hospital::{Clock, Ctx, House, Keys};
use sqlx::PgPool;
use uuid::Uuid;

pub const RIVERBEND: HospitalId = HospitalId(Uuid::from_u128(0xa1));
pub const LAKESIDE: HospitalId = HospitalId(Uuid::from_u128(0xa2));
pub const AMARA: PatientId = PatientId(Uuid::from_u128(0xc1));
pub const JOSEPH: PatientId = PatientId(Uuid::from_u128(0xc2));
/// What nobody may find in a dump.
pub const SECRET: &str = "lives at 12 Quiet Lane, Nakuru";

pub async fn people(owner: &PgPool) {
    sqlx::raw_sql(
        "INSERT INTO hospital (id, name, zone, locale) VALUES
             ('00000000-0000-0000-0000-0000000000a1', 'Riverbend', 'Africa/Nairobi', 'en-KE'),
             ('00000000-0000-0000-0000-0000000000a2', 'Lakeside',  'Europe/Paris',   'fr-FR');
         INSERT INTO patient (id, health_id, family_name, given_name, born_on, sex) VALUES
             ('00000000-0000-0000-0000-0000000000c1', '10000000000017', 'Okafor', 'Amara',  '1969-04-02', 'female'),
             ('00000000-0000-0000-0000-0000000000c2', '10000000000025', 'Mwangi', 'Joseph', '1969-04-02', 'male');
         INSERT INTO registration (patient_id, hospital_id, hospital_number) VALUES
             ('00000000-0000-0000-0000-0000000000c1', '00000000-0000-0000-0000-0000000000a1', '1'),
             ('00000000-0000-0000-0000-0000000000c1', '00000000-0000-0000-0000-0000000000a2', '1'),
             ('00000000-0000-0000-0000-0000000000c2', '00000000-0000-0000-0000-0000000000a1', '2');
         INSERT INTO app_user (id, email_sealed, email_blind, display_name, password_hash) VALUES
             ('00000000-0000-0000-0000-0000000000b1', '', sha256('rao@riverbend.example'),  'Dr Anika Rao',   '$argon2id$x'),
             ('00000000-0000-0000-0000-0000000000b2', '', sha256('silva@lakeside.example'), 'Dr Lucia Silva', '$argon2id$x');
         INSERT INTO care_relation (user_id, patient_id, hospital_id, made_by, during)
         SELECT u.id, r.patient_id, r.hospital_id, u.id, tstzrange(now(), NULL)
           FROM registration r
           JOIN app_user u ON (u.display_name = 'Dr Anika Rao') = (r.hospital_id = '00000000-0000-0000-0000-0000000000a1');
         CREATE TABLE note (id uuid PRIMARY KEY, patient_id uuid NOT NULL, hospital_id uuid NOT NULL, text_sealed bytea NOT NULL);
         GRANT SELECT, INSERT ON note TO wardlight_app;",
    )
    .execute(owner)
    .await
    .unwrap();
}

pub fn house(db: &TestDb, keys: Keys) -> Arc<House> {
    House::new(db.app.clone(), db.ingest.clone(), Clock::system(), keys)
}

pub fn staff(house: &Arc<House>, user: u128, hospital: HospitalId, role: Role) -> Ctx {
    let actor = Actor::staff(UserId(Uuid::from_u128(user)), hospital, [role]);
    Ctx::new(house.clone(), actor, Uuid::now_v7()).proved(Some(house.clock.now()))
}

pub fn rao(house: &Arc<House>) -> Ctx {
    staff(house, 0xb1, RIVERBEND, Role::Doctor)
}

pub fn silva(house: &Arc<House>) -> Ctx {
    staff(house, 0xb2, LAKESIDE, Role::Doctor)
}

pub fn haddad(house: &Arc<House>) -> Ctx {
    staff(house, 0xb3, RIVERBEND, Role::HospitalAdmin)
}

pub fn place(note: Uuid, patient: PatientId) -> Place {
    Place::new("note", "text", note).of(patient)
}

pub async fn write(ctx: &Ctx, patient: PatientId, text: &str) -> Uuid {
    let (id, hospital) = (Uuid::now_v7(), ctx.actor().hospital().unwrap());
    let mut tx = ctx.begin_with_patient(Action::ReadPatient, patient).await.unwrap();
    let keys = &ctx.house().keys;
    let sealed = keys
        .seal_for(&mut tx, hospital, &place(id, patient), text.as_bytes())
        .await
        .unwrap();
    sqlx::query("INSERT INTO note (id, patient_id, hospital_id, text_sealed) VALUES ($1, $2, $3, $4)")
        .bind(id)
        .bind(patient.0)
        .bind(hospital.0)
        .bind(sealed)
        .execute(&mut *tx)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    id
}

pub async fn read(ctx: &Ctx, patient: PatientId, note: Uuid) -> hospital::Result<Option<String>> {
    let mut tx = ctx.begin_with_patient(Action::ReadPatient, patient).await?;
    let sealed: Vec<u8> = sqlx::query_scalar("SELECT text_sealed FROM note WHERE id = $1")
        .bind(note)
        .fetch_one(&mut *tx)
        .await?;
    let opened = ctx.house().keys.open_for(&mut tx, &place(note, patient), &sealed).await;
    tx.commit().await?;
    Ok(opened?.map(|plain| String::from_utf8(plain.to_vec()).unwrap()))
}
/// A key file of one test, gone with it.
pub struct KeyFile(pub PathBuf);

impl KeyFile {
    pub fn new(name: &str, text: &str) -> Self {
        let file = Self(std::env::temp_dir().join(format!("wardlight-key-{name}-{}", std::process::id())));
        file.write(text);
        file
    }

    /// As an editor does it: written beside its place, then moved there.
    pub fn write(&self, text: &str) {
        let draft = self.0.with_extension("draft");
        let mut options = fs::OpenOptions::new();
        let mut file = options
            .write(true)
            .create(true)
            .truncate(true)
            .mode(0o600)
            .open(&draft)
            .unwrap();
        std::io::Write::write_all(&mut file, text.as_bytes()).unwrap();
        fs::rename(&draft, &self.0).unwrap();
    }

    pub async fn keys(&self, db: &TestDb) -> Keys {
        Keys::load(&db.app, Arc::new(LocalKeys::of_file(&self.0).unwrap()))
            .await
            .unwrap()
    }
}

impl Drop for KeyFile {
    fn drop(&mut self) {
        fs::remove_file(&self.0).unwrap();
    }
}

/// A line of a key file, at random.
pub fn line(version: u32) -> String {
    let bits = || Uuid::new_v4().simple().to_string();
    format!("{version}:{}{}\n", bits(), bits())
}
