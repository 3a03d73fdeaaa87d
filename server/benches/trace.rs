//! How fast `wardlight verify-audit` walks along the trace: 50,000 entries a second are asked for (`server/docs/audit.md`).

use std::time::Instant;

use domain::access::Action;
use domain::actor::{Actor, Role};
use domain::ids::{PatientId, UserId, WardId};
use hospital::Ctx;
use hospital::audit::{BOARD, CHART, Checkpoints, Entry, Sealer, record, verify};
use uuid::Uuid;

use crate::arrange::Bench;
use crate::limits;
use crate::report::{Better, Report};

/// Entries of the trace: charts, and every tenth a board of 30 patients (the shape of decision 0009).
const ENTRIES: usize = 100_000;
const WRITERS: usize = 500;
const ON_A_BOARD: usize = 30;
const TURNS: usize = 5;

/// V: the whole of `verify`, with marks, links, checkpoints, and the lists of whom each entry is about.
pub async fn verified(bench: &Bench, report: &mut Report) {
    arrange(bench).await;
    let house = &bench.house;
    let checkpoints = Checkpoints::at(bench.data_dir.join("bench-checkpoints"), house.audit.keys().clone());
    let mut sealer = Sealer::new(house);
    sealer.seal_all().await.expect("a sealed trace");
    let end = sealer.checkpoint().expect("its end");
    checkpoints.add(&end).expect("a checkpoint");
    let mut rates = Vec::new();
    for _ in 0..TURNS {
        let begun = Instant::now();
        let found = verify(house, &checkpoints).await.expect("a walk");
        assert!(
            found.is_clean() && found.waiting == 0 && found.sealed >= ENTRIES as u64,
            "{found:?}"
        );
        rates.push(found.sealed as f64 / begun.elapsed().as_secs_f64() / 1e3);
    }
    report.note(format!(
        "The audit verified: {} entries, {ENTRIES} of them made for it, every tenth of these about {ON_A_BOARD} patients",
        end.position
    ));
    report.goal(
        "V",
        "Audit verified, thousands of entries a second",
        "1,000/s",
        &rates,
        Better::Higher,
        (50.0, "50"),
        (50.0, "50"),
    );
}

/// Writes the entries as a hospital does: through the batching writer, each with its mark.
async fn arrange(bench: &Bench) {
    let mut connection = limits::superuser(bench).await;
    let patients: Vec<Uuid> = sqlx::query_scalar("SELECT id FROM patient")
        .fetch_all(&mut connection)
        .await
        .expect("patients");
    let (doctor, hospital): (Uuid, Uuid) =
        sqlx::query_as("SELECT user_id, hospital_id FROM role_grant WHERE role = 'doctor'")
            .fetch_one(&mut connection)
            .await
            .expect("a doctor");
    let actor = Actor::staff(UserId(doctor), hospital.into(), [Role::Doctor]);
    let ward = WardId(bench.ward);
    let mut writers = tokio::task::JoinSet::new();
    for writer in 0..WRITERS {
        let (house, actor, patients) = (bench.house.clone(), actor.clone(), patients.clone());
        writers.spawn(async move {
            for entry in 0..ENTRIES / WRITERS {
                let ctx = Ctx::new(house.clone(), actor.clone(), Uuid::now_v7()).from_address("192.0.2.1");
                let patient = PatientId(patients[(writer + entry) % patients.len()]);
                let read = match entry % 10 {
                    0 => {
                        let board = patients.iter().take(ON_A_BOARD).map(|id| PatientId(*id));
                        Entry::ward(Action::WatchWard, ward).of(board).kinds(BOARD)
                    }
                    _ => Entry::patient(Action::ReadPatient, patient, CHART),
                };
                record(&ctx, read).await.expect("an entry");
            }
        });
    }
    writers.join_all().await;
    // As the nightly run finds it: the tables have been looked at by PostgreSQL since they grew.
    sqlx::raw_sql("ANALYZE audit_entry, audit_seal, audit_patient, audit_set, audit_set_patient")
        .execute(&mut connection)
        .await
        .expect("statistics");
}
