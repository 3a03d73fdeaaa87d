//! Keys on a real database: what is sealed of a patient opens for whom the wall lets through, until its key is destroyed; and the master key is exchanged
//! while everybody reads on (R13 of the promises on security).
//!
//! Amara Okafor is known at Riverbend and at Lakeside; Joseph Mwangi at Riverbend only. Dr Rao works at Riverbend, Dr Silva at Lakeside, S. Haddad runs
//! Riverbend. The sealed values lie in a table that these tests make.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops where it fails"
)]

use std::fs;
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::PathBuf;
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use domain::access::Action;
use domain::actor::{Actor, Role};
use domain::ids::{HospitalId, PatientId, UserId};
use hospital::keys::{KeyService, LocalKeys, Place, erase, forget_destroyed, rotate};
use hospital::testing::{FarKeys, TestDb};
use hospital::{Clock, Ctx, HospitalError, House, Keys};
use secrecy::ExposeSecret;
use sqlx::PgPool;
use uuid::Uuid;

const RIVERBEND: HospitalId = HospitalId(Uuid::from_u128(0xa1));
const LAKESIDE: HospitalId = HospitalId(Uuid::from_u128(0xa2));
const AMARA: PatientId = PatientId(Uuid::from_u128(0xc1));
const JOSEPH: PatientId = PatientId(Uuid::from_u128(0xc2));
/// What nobody may find in a dump.
const SECRET: &str = "lives at 12 Quiet Lane, Nakuru";

async fn people(owner: &PgPool) {
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
         INSERT INTO app_user (id, email, display_name, password_hash) VALUES
             ('00000000-0000-0000-0000-0000000000b1', 'rao@riverbend.example',  'Dr Anika Rao',   '$argon2id$x'),
             ('00000000-0000-0000-0000-0000000000b2', 'silva@lakeside.example', 'Dr Lucia Silva', '$argon2id$x');
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

fn house(db: &TestDb, keys: Keys) -> Arc<House> {
    House::new(db.app.clone(), db.ingest.clone(), Clock::system(), keys)
}

fn staff(house: &Arc<House>, user: u128, hospital: HospitalId, role: Role) -> Ctx {
    let actor = Actor::staff(UserId(Uuid::from_u128(user)), hospital, [role]);
    Ctx::new(house.clone(), actor, Uuid::now_v7()).proved(Some(house.clock.now()))
}

fn rao(house: &Arc<House>) -> Ctx {
    staff(house, 0xb1, RIVERBEND, Role::Doctor)
}

fn silva(house: &Arc<House>) -> Ctx {
    staff(house, 0xb2, LAKESIDE, Role::Doctor)
}

fn haddad(house: &Arc<House>) -> Ctx {
    staff(house, 0xb3, RIVERBEND, Role::HospitalAdmin)
}

fn place(note: Uuid, patient: PatientId) -> Place {
    Place::new("note", "text", note).of(patient)
}

async fn write(ctx: &Ctx, patient: PatientId, text: &str) -> Uuid {
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

async fn read(ctx: &Ctx, patient: PatientId, note: Uuid) -> hospital::Result<Option<String>> {
    let mut tx = ctx.begin_with_patient(Action::ReadPatient, patient).await?;
    let sealed: Vec<u8> = sqlx::query_scalar("SELECT text_sealed FROM note WHERE id = $1")
        .bind(note)
        .fetch_one(&mut *tx)
        .await?;
    let opened = ctx.house().keys.open_for(&mut tx, &place(note, patient), &sealed).await;
    tx.commit().await?;
    Ok(opened?.map(|plain| String::from_utf8(plain.to_vec()).unwrap()))
}

#[tokio::test]
async fn each_hospital_seals_with_a_key_of_its_own_and_the_wall_says_who_opens() {
    let db = TestDb::new().await;
    people(db.owner()).await;
    let house = house(&db, Keys::for_tests());
    let note = write(&rao(&house), AMARA, SECRET).await;
    let other = write(&rao(&house), AMARA, "likes tea").await;
    write(&silva(&house), AMARA, "parle français").await;
    write(&rao(&house), JOSEPH, "likes coffee").await;
    assert_eq!(read(&rao(&house), AMARA, note).await.unwrap().as_deref(), Some(SECRET));
    assert_eq!(
        read(&rao(&house), AMARA, other).await.unwrap().as_deref(),
        Some("likes tea")
    );
    // Dr Silva may read Amara's chart at Lakeside; Riverbend's key stands behind the wall.
    assert_eq!(read(&silva(&house), AMARA, note).await.unwrap(), None);
    let keys: Vec<(Uuid, Uuid)> = sqlx::query_as("SELECT patient_id, hospital_id FROM patient_key ORDER BY version")
        .fetch_all(db.owner())
        .await
        .unwrap();
    assert_eq!(
        keys,
        [(AMARA.0, RIVERBEND.0), (AMARA.0, LAKESIDE.0), (JOSEPH.0, RIVERBEND.0)]
    );
    // … until Amara consents: then the key is open to Lakeside too, for as long as her record is.
    sqlx::query(
        "INSERT INTO consent (id, patient_id, hospital_id, purpose, to_hospital, text_version, given_by, during)
         VALUES (gen_random_uuid(), $1, $2, 'treatment', $3, 1, $4, tstzrange(now(), NULL))",
    )
    .bind(AMARA.0)
    .bind(RIVERBEND.0)
    .bind(LAKESIDE.0)
    .bind(Uuid::from_u128(0xb1))
    .execute(db.owner())
    .await
    .unwrap();
    assert_eq!(
        read(&silva(&house), AMARA, note).await.unwrap().as_deref(),
        Some(SECRET)
    );
    let refused = {
        let ctx = silva(&house);
        let mut tx = ctx.begin_with_patient(Action::ReadPatient, AMARA).await.unwrap();
        house
            .keys
            .seal_for(&mut tx, RIVERBEND, &place(Uuid::now_v7(), JOSEPH), b"x")
            .await
    };
    assert!(refused.is_err(), "nobody makes a key for another hospital");
}

#[tokio::test]
async fn a_value_of_one_patient_does_not_open_as_anothers() {
    let db = TestDb::new().await;
    people(db.owner()).await;
    let house = house(&db, Keys::for_tests());
    let (of_amara, of_joseph) = (
        write(&rao(&house), AMARA, SECRET).await,
        write(&rao(&house), JOSEPH, "coffee").await,
    );
    sqlx::query("UPDATE note SET text_sealed = (SELECT text_sealed FROM note WHERE id = $1) WHERE id = $2")
        .bind(of_amara)
        .bind(of_joseph)
        .execute(db.owner())
        .await
        .unwrap();
    assert_eq!(
        read(&rao(&house), JOSEPH, of_joseph).await.unwrap(),
        None,
        "Joseph has no such key"
    );
    sqlx::query("UPDATE note SET text_sealed = overlay(text_sealed PLACING int4send($2) FROM 2) WHERE id = $1")
        .bind(of_joseph)
        .bind(version_of(&db, JOSEPH).await)
        .execute(db.owner())
        .await
        .unwrap();
    let moved = read(&rao(&house), JOSEPH, of_joseph).await;
    assert!(matches!(moved, Err(HospitalError::Internal(_))), "{moved:?}");
}

async fn version_of(db: &TestDb, patient: PatientId) -> i32 {
    sqlx::query_scalar("SELECT version FROM patient_key WHERE patient_id = $1 AND destroyed_at IS NULL")
        .bind(patient.0)
        .fetch_one(db.owner())
        .await
        .unwrap()
}

/// Two doctors write the first note of a patient in the same moment: one key.
#[tokio::test(flavor = "multi_thread")]
async fn a_patient_gets_one_key_whoever_is_first() {
    let db = TestDb::new().await;
    people(db.owner()).await;
    let house = house(&db, Keys::for_tests());
    let writing: Vec<_> = (0..6)
        .map(|_| {
            let house = house.clone();
            tokio::spawn(async move { write(&rao(&house), AMARA, SECRET).await })
        })
        .collect();
    let mut notes = Vec::new();
    for note in writing {
        notes.push(note.await.unwrap());
    }
    for note in notes {
        assert_eq!(read(&rao(&house), AMARA, note).await.unwrap().as_deref(), Some(SECRET));
    }
    assert_eq!(house.keys.held(), 1);
}

/// The key of a transaction that came to nothing seals nothing later.
#[tokio::test]
async fn a_key_that_was_rolled_back_is_never_used() {
    let db = TestDb::new().await;
    people(db.owner()).await;
    let house = house(&db, Keys::for_tests());
    let ctx = rao(&house);
    let mut tx = ctx.begin_with_patient(Action::ReadPatient, AMARA).await.unwrap();
    house
        .keys
        .seal_for(&mut tx, RIVERBEND, &place(Uuid::now_v7(), AMARA), b"x")
        .await
        .unwrap();
    tx.rollback().await.unwrap();
    let note = write(&ctx, AMARA, SECRET).await;
    let elsewhere = self::house(&db, Keys::for_tests());
    assert_eq!(
        read(&rao(&elsewhere), AMARA, note).await.unwrap().as_deref(),
        Some(SECRET)
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_erased_is_unreadable_at_once_everywhere_and_the_rest_stays() {
    let db = TestDb::new().await;
    people(db.owner()).await;
    let (here, there) = (house(&db, Keys::for_tests()), house(&db, Keys::for_tests()));
    let note = write(&rao(&here), AMARA, SECRET).await;
    let (of_lakeside, of_joseph) = (
        write(&silva(&here), AMARA, "parle français").await,
        write(&rao(&here), JOSEPH, "coffee").await,
    );
    assert!(
        read(&rao(&there), AMARA, note).await.unwrap().is_some(),
        "the other process has the key in memory"
    );
    assert_eq!(there.keys.held(), 1);
    let refused = erase(&rao(&here), AMARA).await;
    assert!(
        matches!(refused, Err(HospitalError::Denied(_))),
        "a doctor does not erase: {refused:?}"
    );
    assert_eq!(erase(&haddad(&here), AMARA).await.unwrap(), 1);
    for process in [&here, &there] {
        assert_eq!(read(&rao(process), AMARA, note).await.unwrap(), None);
    }
    // The other process lets go of what it had in memory.
    let erased_at = Instant::now();
    let worker = tokio::spawn(forget_destroyed(there.clone()));
    while there.keys.held() > 0 {
        assert!(
            erased_at.elapsed() < Duration::from_secs(1),
            "the key is still in memory"
        );
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    worker.abort();
    assert!(
        read(&silva(&here), AMARA, of_lakeside).await.unwrap().is_some(),
        "Lakeside's is Lakeside's to erase"
    );
    assert!(read(&rao(&here), JOSEPH, of_joseph).await.unwrap().is_some());
    // A tombstone, an entry, and no way back.
    let tombstones: i64 =
        sqlx::query_scalar("SELECT count(*) FROM patient_key WHERE destroyed_at IS NOT NULL AND wrapped IS NULL")
            .fetch_one(db.owner())
            .await
            .unwrap();
    let entries: Vec<(String, String)> = sqlx::query_as(
        "SELECT actor, outcome FROM audit_entry WHERE action = 'record.erase' AND subject_id = $1 ORDER BY outcome",
    )
    .bind(AMARA.0)
    .fetch_all(db.owner())
    .await
    .unwrap();
    let pair = |actor: &str, outcome: &str| (actor.to_owned(), outcome.to_owned());
    assert_eq!(
        (tombstones, entries),
        (1, vec![pair("staff", "allowed"), pair("staff", "denied")])
    );
    let revived = sqlx::query(
        "UPDATE patient_key SET destroyed_at = NULL, wrapped = sha256('1'), wrapped_under = 1 WHERE destroyed_at IS NOT NULL",
    )
    .execute(db.owner())
    .await;
    assert!(revived.is_err(), "a destroyed key stays destroyed");
    assert_eq!(
        erase(&haddad(&here), AMARA).await.unwrap(),
        0,
        "there is nothing left to erase"
    );
    // She comes back: a new key, and what was written before stays unreadable.
    let again = write(&rao(&here), AMARA, "likes tea").await;
    assert!(read(&rao(&here), AMARA, again).await.unwrap().is_some());
    assert_eq!(read(&rao(&here), AMARA, note).await.unwrap(), None);
}

/// A key file of one test, gone with it.
struct KeyFile(PathBuf);

impl KeyFile {
    fn new(name: &str, text: &str) -> Self {
        let file = Self(std::env::temp_dir().join(format!("wardlight-key-{name}-{}", std::process::id())));
        file.write(text);
        file
    }

    /// As an editor does it: written beside its place, then moved there.
    fn write(&self, text: &str) {
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

    async fn keys(&self, db: &TestDb) -> Keys {
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
fn line(version: u32) -> String {
    let bits = || Uuid::new_v4().simple().to_string();
    format!("{version}:{}{}\n", bits(), bits())
}

/// R13, first half: two servers read and write while the master key is exchanged under them; nobody is refused.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn the_master_key_is_exchanged_while_everybody_reads_and_writes() {
    let db = TestDb::new().await;
    people(db.owner()).await;
    sqlx::raw_sql(
        "INSERT INTO patient (id, health_id, family_name, given_name, born_on, sex)
         SELECT ('00000000-0000-0000-0001-' || lpad(n::text, 12, '0'))::uuid, lpad(n::text, 14, '0'), 'Family', 'Given', '1970-01-01', 'female'
           FROM generate_series(1, 250) AS n;
         INSERT INTO registration (patient_id, hospital_id, hospital_number)
         SELECT ('00000000-0000-0000-0001-' || lpad(n::text, 12, '0'))::uuid, '00000000-0000-0000-0000-0000000000a1', 'n' || n
           FROM generate_series(1, 250) AS n;
         INSERT INTO care_relation (user_id, patient_id, hospital_id, made_by, during)
         SELECT '00000000-0000-0000-0000-0000000000b1', patient_id, hospital_id, '00000000-0000-0000-0000-0000000000b1', tstzrange(now(), NULL)
           FROM registration WHERE hospital_number ~ '^n';",
    )
    .execute(db.owner())
    .await
    .unwrap();
    let nth = |n: u128| {
        PatientId(Uuid::from_u128(
            (1 << 48) | u128::from_str_radix(&n.to_string(), 16).unwrap(),
        ))
    };
    let (first, second) = (line(1), line(2));
    let file = KeyFile::new("rotation", &first);
    let servers = [house(&db, file.keys(&db).await), house(&db, file.keys(&db).await)];
    let derived = servers[0].keys.derive("audit chain");
    let mut notes = Vec::new();
    for n in 1..=150 {
        notes.push((nth(n), write(&rao(&servers[0]), nth(n), SECRET).await));
    }
    let notes = Arc::new(notes);
    let (stop, reads) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicU64::new(0)));
    let mut working = Vec::new();
    for lane in 0..4_usize {
        let (server, notes) = (servers[lane % 2].clone(), notes.clone());
        let (stop, reads) = (stop.clone(), reads.clone());
        working.push(tokio::spawn(async move {
            for turn in lane.. {
                if stop.load(Ordering::SeqCst) {
                    break;
                }
                let (patient, note) = notes[(turn * 7) % notes.len()];
                let read = read(&rao(&server), patient, note).await;
                assert_eq!(
                    read.expect("a read while keys are wrapped anew").as_deref(),
                    Some(SECRET)
                );
                reads.fetch_add(1, Ordering::SeqCst);
            }
        }));
    }
    // Meanwhile the other server makes keys for people who had none.
    let (server, writing_stop) = (servers[1].clone(), stop.clone());
    let writing = tokio::spawn(async move {
        let mut written = Vec::new();
        for n in 151..=250 {
            written.push((nth(n), write(&rao(&server), nth(n), SECRET).await));
            if writing_stop.load(Ordering::SeqCst) {
                break;
            }
        }
        written
    });
    // The command is a process of its own.
    file.write(&format!("{first}{second}"));
    let command = house(&db, file.keys(&db).await);
    let mut patients = 0;
    for _ in 0..2 {
        let done = rotate(&command).await.unwrap();
        assert_eq!(done.version, 2);
        patients += done.patients;
    }
    let before = reads.load(Ordering::SeqCst);
    // Somebody removes the old line once the command has said so; whoever read a key's row just before has unwrapped it by then.
    tokio::time::sleep(Duration::from_millis(100)).await;
    file.write(&second);
    while reads.load(Ordering::SeqCst) < before + 200 {
        assert!(working.iter().all(|lane| !lane.is_finished()), "a reader was refused");
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    stop.store(true, Ordering::SeqCst);
    for lane in working {
        lane.await.expect("no read failed");
    }
    let written = writing.await.expect("no write failed");
    assert!(
        patients >= 150 && !written.is_empty(),
        "{patients} wrapped anew, {} new",
        written.len()
    );
    // The old version is gone from every file. A server that starts now opens everything, and derives what was derived before.
    let fresh = house(&db, file.keys(&db).await);
    for (patient, note) in notes.iter().chain(&written) {
        assert_eq!(
            read(&rao(&fresh), *patient, *note).await.unwrap().as_deref(),
            Some(SECRET)
        );
    }
    assert_eq!(fresh.keys.derive("audit chain"), derived);
    let under: Vec<i32> =
        sqlx::query_scalar("SELECT wrapped_under FROM patient_key UNION SELECT wrapped_under FROM house_secret")
            .fetch_all(db.owner())
            .await
            .unwrap();
    assert_eq!(under, [2]);
    // And the old one alone opens nothing.
    file.write(&first);
    let refused = Keys::load(&db.app, Arc::new(LocalKeys::of_file(&file.0).unwrap())).await;
    assert!(matches!(refused, Err(HospitalError::Internal(_))), "{refused:?}");
}

#[tokio::test]
async fn a_key_service_far_away_is_asked_once_for_a_key_and_its_absence_is_told() {
    let db = TestDb::new().await;
    people(db.owner()).await;
    let far = Arc::new(FarKeys::start().unwrap());
    let open = async || Keys::load(&db.app, far.clone() as Arc<dyn KeyService>).await;
    let house = house(&db, open().await.unwrap());
    let note = write(&rao(&house), AMARA, SECRET).await;
    let asked = far.calls();
    for _ in 0..5 {
        assert!(read(&rao(&house), AMARA, note).await.unwrap().is_some());
    }
    assert_eq!(far.calls(), asked, "the key was in memory");
    far.set_away(true);
    assert!(
        read(&rao(&house), AMARA, note).await.unwrap().is_some(),
        "what is in memory goes on"
    );
    let cold = Keys::load(&db.app, far.clone()).await;
    assert!(matches!(cold, Err(HospitalError::Away(_))), "{cold:?}");
    far.set_away(false);
    far.add_version().unwrap();
    let done = rotate(&house).await.unwrap();
    assert_eq!((done.version, done.patients, done.secrets), (2, 1, 1));
    assert_eq!(rotate(&house).await.unwrap().patients, 0);
    let restarted = self::house(&db, open().await.unwrap());
    assert_eq!(
        read(&rao(&restarted), AMARA, note).await.unwrap().as_deref(),
        Some(SECRET)
    );
}

/// Two servers start on an empty database at once: one secret of the house.
#[tokio::test]
async fn a_database_has_one_secret_of_the_house_whoever_starts_first() {
    let db = TestDb::new().await;
    let file = KeyFile::new("start", &line(1));
    let (one, two) = tokio::join!(file.keys(&db), file.keys(&db));
    let later = file.keys(&db).await;
    assert_eq!(
        (one.derive("x"), two.derive("x")),
        (later.derive("x"), later.derive("x"))
    );
    let other = KeyFile::new("other", &line(1));
    let refused = Keys::load(&db.app, Arc::new(LocalKeys::of_file(&other.0).unwrap())).await;
    assert!(refused.is_err(), "another master key opens nothing");
}

/// R13, second half: what was erased is unreadable in a backup, too.
#[tokio::test]
async fn what_was_erased_is_unreadable_in_a_backup_that_was_made_before() {
    let db = TestDb::new().await;
    people(db.owner()).await;
    let (first, second) = (line(1), line(2));
    let file = KeyFile::new("backup", &first);
    let house = house(&db, file.keys(&db).await);
    let note = write(&rao(&house), AMARA, SECRET).await;
    // As server/docs/keys.md says: the backup without the patients' keys, and the keys apart.
    let backup = dump(&db, &["--exclude-table-data=patient_key"]);
    let everything = dump(&db, &[]);
    for (name, text) in [("the backup", &backup), ("a full dump", &everything)] {
        assert!(
            !text.contains(SECRET) && !text.contains(&hex(SECRET)),
            "{name} holds the plain text"
        );
        assert!(text.contains(&note.to_string()), "{name} holds the note");
    }
    assert_eq!(erase(&haddad(&house), AMARA).await.unwrap(), 1);
    assert_eq!(read(&rao(&house), AMARA, note).await.unwrap(), None, "in the database");
    let restored = restore(&db, &backup, 9001).await;
    let there = House::new(restored.clone(), db.ingest.clone(), Clock::system(), house.keys.clone());
    assert_eq!(
        read(&rao(&there), AMARA, note).await.unwrap(),
        None,
        "in the backup that was made before"
    );
    // The limit, said plainly: whoever kept the keys together with the data, and the master key, reads on …
    let restored = restore(&db, &everything, 9002).await;
    let there = House::new(restored.clone(), db.ingest.clone(), Clock::system(), house.keys.clone());
    assert_eq!(read(&rao(&there), AMARA, note).await.unwrap().as_deref(), Some(SECRET));
    // … until the master key has been exchanged and its old version is destroyed.
    file.write(&format!("{first}{second}"));
    rotate(&house).await.unwrap();
    file.write(&second);
    let keys = file.keys(&db).await;
    let there = House::new(restored, db.ingest.clone(), Clock::system(), keys);
    let refused = read(&rao(&there), AMARA, note).await;
    assert!(matches!(refused, Err(HospitalError::Internal(_))), "{refused:?}");
}

fn hex(text: &str) -> String {
    text.bytes().map(|byte| format!("{byte:02x}")).collect()
}

/// One of PostgreSQL's programs.
fn program(name: &str) -> Command {
    let told = Command::new("pg_config").arg("--bindir").output();
    let folder = told
        .ok()
        .and_then(|it| String::from_utf8(it.stdout).ok())
        .unwrap_or_default();
    let mut places = vec![PathBuf::from(folder.trim())];
    places.extend(
        fs::read_dir("/usr/lib/postgresql")
            .into_iter()
            .flatten()
            .flatten()
            .map(|it| it.path().join("bin")),
    );
    let found = places.into_iter().map(|place| place.join(name)).find(|it| it.exists());
    Command::new(found.unwrap_or_else(|| name.into()))
}

/// As those programs take it.
fn url(db: &TestDb) -> String {
    let url = db.owner_url();
    let (base, settings) = url.expose_secret().split_once('?').unwrap_or((url.expose_secret(), ""));
    let known = |it: &&str| it.starts_with("host=") || it.starts_with("sslmode=");
    let settings: Vec<&str> = settings.split('&').filter(known).collect();
    format!("{base}?{}", settings.join("&"))
}

fn dump(db: &TestDb, options: &[&str]) -> String {
    let done = program("pg_dump").args(options).arg(url(db)).output().expect("pg_dump");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    String::from_utf8(done.stdout).unwrap()
}

/// The dump in a database of its own, as the role that serves.
async fn restore(db: &TestDb, dump: &str, number: u32) -> PgPool {
    let here: String = sqlx::query_scalar("SELECT current_database()::text")
        .fetch_one(db.owner())
        .await
        .unwrap();
    // A name by which the next test run knows it as abandoned.
    let name = format!("{here}{number}");
    // reviewed: the name of this test's database and a number of ours
    sqlx::raw_sql(sqlx::AssertSqlSafe(format!(
        "CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'"
    )))
    .execute(db.owner())
    .await
    .unwrap();
    let file = KeyFile::new(&name, dump);
    fs::set_permissions(&file.0, fs::Permissions::from_mode(0o600)).unwrap();
    let url = url(db).replace(&here, &name);
    let done = program("psql")
        .args(["-X", "-q", "-v", "ON_ERROR_STOP=1", "-f"])
        .arg(&file.0)
        .arg(url)
        .output()
        .expect("psql");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let options = db.app.connect_options().as_ref().clone().database(&name);
    sqlx::postgres::PgPoolOptions::new()
        .max_connections(4)
        .connect_lazy_with(options)
}
