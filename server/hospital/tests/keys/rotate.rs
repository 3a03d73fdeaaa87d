//! The master key is exchanged under everybody's hands, lives far away, and is the same for whoever starts first.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use domain::ids::PatientId;
use hospital::keys::{KeyService, LocalKeys, rotate};
use hospital::testing::{FarKeys, TestDb};
use hospital::{HospitalError, Keys};
use uuid::Uuid;

use crate::people::{AMARA, KeyFile, SECRET, house, line, people, rao, read, write};

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
    let restarted = crate::people::house(&db, open().await.unwrap());
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
