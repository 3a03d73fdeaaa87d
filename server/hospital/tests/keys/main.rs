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

mod backup;
mod columns;
mod people;
mod rotate;

use std::time::{Duration, Instant};

use domain::access::Action;
use domain::ids::PatientId;
use hospital::keys::{erase, forget_destroyed};
use hospital::testing::TestDb;
use hospital::{HospitalError, Keys};
use uuid::Uuid;

use people::{AMARA, JOSEPH, LAKESIDE, RIVERBEND, SECRET, haddad, house, people, place, rao, read, silva, write};

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
    let elsewhere = people::house(&db, Keys::for_tests());
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
