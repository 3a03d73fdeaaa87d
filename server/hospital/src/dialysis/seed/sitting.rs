//! One session of the demo, lived step by step: each turn of somebody differs from the last by a fixed rule, so that a demo that is filled again is the same.

use domain::dialysis::lots::sought;
use domain::time::Moment;
use sqlx::postgres::types::PgRange;
use uuid::Uuid;

use super::{Known, SeedGuest, SeedUnit};
use crate::ctx::Tx;
use crate::error::Result;
use crate::time::to_db;

/// One session at a chair: which turn of a guest it is makes its numbers differ from the last.
#[derive(Clone, Copy)]
pub(super) struct Sitting {
    pub station: Uuid,
    pub device: Option<Uuid>,
    pub began: Moment,
    pub turn: usize,
    pub signed: bool,
}

/// So far from the usual, −1 to 1, by turn: the same each time the demo is filled.
fn swing(turn: usize, salt: usize) -> f64 {
    ((turn * 7 + salt * 13) % 11) as f64 / 5.0 - 1.0
}

pub(super) async fn book(
    tx: &mut Tx,
    unit: &SeedUnit,
    guest: &SeedGuest,
    known: Known,
    sitting: &Sitting,
) -> Result<Uuid> {
    let session = Uuid::now_v7();
    let until = sitting.began.plus_seconds(f64::from(guest.minutes) * 60.0 + 3_000.0);
    sqlx::query!(
        "INSERT INTO dialysis_session (id, patient_id, hospital_id, station_id, device_id, planned, minutes, booked_at, booked_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        session,
        known.patient,
        unit.hospital.0,
        sitting.station,
        sitting.device,
        PgRange::from(to_db(sitting.began)..to_db(until)),
        guest.minutes,
        to_db(sitting.began.plus_seconds(-7.0 * 86_400.0)),
        unit.nurse.0,
    )
    .execute(&mut **tx)
    .await?;
    Ok(session)
}

pub(super) async fn check_in(tx: &mut Tx, unit: &SeedUnit, session: Uuid, at: Moment) -> Result<()> {
    sqlx::query!(
        "INSERT INTO session_check_in (session_id, at, by_user) VALUES ($1, $2, $3)",
        session,
        to_db(at),
        unit.nurse.0
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// The weight before, of this turn.
fn before(guest: &SeedGuest, turn: usize) -> f64 {
    let (usual, dry, _) = guest.weights;
    ((usual.max(dry + 0.6) + swing(turn, 1) * 0.5) * 10.0).round() / 10.0
}

/// mL that are to be taken.
fn goal(guest: &SeedGuest, turn: usize) -> i32 {
    (((before(guest, turn) - guest.weights.1) * 10.0).round() * 100.0).max(0.0) as i32
}

pub(super) async fn look(
    tx: &mut Tx,
    unit: &SeedUnit,
    guest: &SeedGuest,
    known: Known,
    session: Uuid,
    (at, turn): (Moment, usize),
) -> Result<Uuid> {
    let id = Uuid::now_v7();
    let systolic = guest.pressure.0 + (swing(turn, 2) * 10.0) as i16;
    // Blood is drawn in every sixth session, as once in a month.
    let urea = turn
        .is_multiple_of(6)
        .then(|| 22.0 + (swing(turn, 3) * 40.0).round() / 10.0);
    sqlx::query!(
        "INSERT INTO session_before (id, session_id, recorded_at, recorded_by, prescription_id, weight, lying_systolic, lying_diastolic, pulse, access_id, access_safe, self_test_passed,
                                     conductivity, consented, uf_goal, urea)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, true, true, 14, true, $11, $12)",
        id,
        session,
        to_db(at),
        unit.nurse.0,
        known.prescription,
        before(guest, turn),
        systolic,
        guest.pressure.1,
        72 + (swing(turn, 4) * 8.0) as i16,
        known.access,
        goal(guest, turn),
        urea,
    )
    .execute(&mut **tx)
    .await?;
    Ok(id)
}

/// Readings by column, to be written at once.
#[derive(Default)]
struct Readings {
    ids: Vec<Uuid>,
    at: Vec<time::OffsetDateTime>,
    systolic: Vec<i16>,
    diastolic: Vec<i16>,
    venous: Vec<i16>,
    transmembrane: Vec<i16>,
    removed: Vec<i32>,
}

/// Up to a session that runs, with a reading every half hour until `now`.
pub(super) async fn runs(
    tx: &mut Tx,
    unit: &SeedUnit,
    guest: &SeedGuest,
    known: Known,
    sitting: &Sitting,
    now: Moment,
) -> Result<Uuid> {
    let session = book(tx, unit, guest, known, sitting).await?;
    let (began, turn) = (sitting.began, sitting.turn);
    check_in(tx, unit, session, began.plus_seconds(-1_200.0)).await?;
    let look = look(tx, unit, guest, known, session, (began.plus_seconds(-600.0), turn)).await?;
    sqlx::query!(
        "INSERT INTO session_second_check (before_id, session_id, first_by, checked_by, checked_at) VALUES ($1, $2, $3, $4, $5)",
        look,
        session,
        unit.nurse.0,
        unit.doctor.0,
        to_db(began.plus_seconds(-300.0)),
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "INSERT INTO session_started (session_id, at, by_user, before_id, prescription_id) VALUES ($1, $2, $3, $4, $5)",
        session,
        to_db(began),
        unit.nurse.0,
        look,
        known.prescription,
    )
    .execute(&mut **tx)
    .await?;
    let lots = ["B4K", "L22", "N07"].map(|lot| format!("{lot}-{}", 700 + turn / 4));
    let folded = lots.each_ref().map(|lot| sought(lot));
    sqlx::query!(
        "INSERT INTO session_lot (id, session_id, at, by_user, kind, product, lot, folded)
         SELECT u.id, $1, $2, $3, u.kind, u.product, u.lot, u.folded FROM unnest($4::uuid[], $5::text[], $6::text[], $7::text[], $8::text[]) AS u (id, kind, product, lot, folded)",
        session,
        to_db(began),
        unit.nurse.0,
        &[Uuid::now_v7(), Uuid::now_v7(), Uuid::now_v7()] as &[Uuid],
        &["dialyser", "lines", "needles"].map(str::to_owned) as &[String],
        &["FX 80", "AV-Set", "15 G"].map(str::to_owned) as &[String],
        &lots as &[String],
        &folded as &[String],
    )
    .execute(&mut **tx)
    .await?;
    let fell = f64::from(u32::try_from(turn * 37 % 100).unwrap_or(0)) < guest.falls * 100.0;
    let step = 1_800.0;
    let steps = (0..)
        .map(|step_| f64::from(step_) * step)
        .take_while(|after| began.plus_seconds(*after) <= now);
    // All readings of a session in one statement: thousands of them fill a demo.
    let mut readings = Readings::default();
    for after in steps.take_while(|after| *after <= f64::from(guest.minutes) * 60.0) {
        let part = after / (f64::from(guest.minutes) * 60.0);
        let lowest = if fell { 84.0 } else { f64::from(guest.pressure.0) - 18.0 };
        let start = f64::from(guest.pressure.0);
        // Down towards the last quarter, and up a little at the end.
        let systolic = start + (lowest - start) * (part * 1.3).min(1.0) + if part > 0.85 { 6.0 } else { 0.0 };
        readings.ids.push(Uuid::now_v7());
        readings.at.push(to_db(began.plus_seconds(after)));
        readings.systolic.push(systolic as i16);
        readings.diastolic.push((systolic * 0.55) as i16);
        readings.venous.push(140 + (swing(turn, 7) * 20.0 + part * 12.0) as i16);
        readings.transmembrane.push(58 + (part * 20.0) as i16);
        readings.removed.push((f64::from(goal(guest, turn)) * part) as i32);
    }
    sqlx::query!(
        "INSERT INTO session_observation (id, session_id, taken_at, recorded_at, recorded_by, systolic, diastolic, pulse, blood_flow, dialysate_flow, arterial, venous, tmp, uf_rate,
                                          uf_removed, conductivity, dialysate_temperature)
         SELECT u.id, $1, u.at, u.at, $2, u.systolic, u.diastolic, $3, $4, 500, $5, u.venous, u.tmp, $6, u.removed, 14, 36
           FROM unnest($7::uuid[], $8::timestamptz[], $9::smallint[], $10::smallint[], $11::smallint[], $12::smallint[], $13::int[])
             AS u (id, at, systolic, diastolic, venous, tmp, removed)",
        session,
        unit.nurse.0,
        76 + (swing(turn, 5) * 6.0) as i16,
        if guest.access.0.contains("tunnelled") { 280_i16 } else { 320_i16 },
        -160 - (swing(turn, 6) * 25.0) as i16,
        (f64::from(goal(guest, turn)) / (f64::from(guest.minutes) / 60.0)) as i32,
        &readings.ids,
        &readings.at,
        &readings.systolic,
        &readings.diastolic,
        &readings.venous,
        &readings.transmembrane,
        &readings.removed,
    )
    .execute(&mut **tx)
    .await?;
    if fell && began.plus_seconds(9_000.0) < now {
        sqlx::query!(
            "INSERT INTO session_event (id, session_id, at, by_user, kind) VALUES ($1, $2, $3, $4, 'hypotension')",
            Uuid::now_v7(),
            session,
            to_db(began.plus_seconds(9_000.0)),
            unit.nurse.0,
        )
        .execute(&mut **tx)
        .await?;
        sqlx::query!(
            "INSERT INTO session_intervention (id, session_id, at, by_user, kind, amount) VALUES ($1, $2, $3, $4, 'saline', 200)",
            Uuid::now_v7(),
            session,
            to_db(began.plus_seconds(9_060.0)),
            unit.nurse.0,
        )
        .execute(&mut **tx)
        .await?;
    }
    // At every third chair nobody has looked at the access yet.
    if sitting.device.is_some() && !turn.is_multiple_of(3) {
        sqlx::query!(
            "INSERT INTO session_access_look (id, session_id, at, by_user, in_sight, found) VALUES ($1, $2, $3, $4, true, 'fine')",
            Uuid::now_v7(),
            session,
            to_db(began.plus_seconds(900.0)),
            unit.nurse.0,
        )
        .execute(&mut **tx)
        .await?;
    }
    if let Some(device) = sitting.device {
        sqlx::query!(
            "INSERT INTO device_session (id, device_id, hospital_id, patient_id, during) VALUES ($1, $2, $3, $4, $5)",
            Uuid::now_v7(),
            device,
            unit.hospital.0,
            known.patient,
            PgRange::from(to_db(began)..),
        )
        .execute(&mut **tx)
        .await?;
    }
    Ok(session)
}

/// A session from its booking to what was looked at afterwards, and to the signature.
pub(super) async fn whole(
    tx: &mut Tx,
    unit: &SeedUnit,
    guest: &SeedGuest,
    known: Known,
    sitting: Sitting,
) -> Result<()> {
    let ended = sitting.began.plus_seconds(f64::from(guest.minutes) * 60.0);
    let here = Sitting {
        device: None,
        ..sitting
    };
    let session = runs(tx, unit, guest, known, &here, ended).await?;
    sqlx::query!(
        "INSERT INTO session_ended (session_id, at, by_user) VALUES ($1, $2, $3)",
        session,
        to_db(ended),
        unit.nurse.0
    )
    .execute(&mut **tx)
    .await?;
    let turn = sitting.turn;
    let after = before(guest, turn) - f64::from(goal(guest, turn)) / 1_000.0 + (swing(turn, 8) * 3.0).round() / 10.0;
    let urea = turn
        .is_multiple_of(6)
        .then(|| 6.6 + (swing(turn, 9) * 12.0).round() / 10.0);
    sqlx::query!(
        "INSERT INTO session_after (id, session_id, recorded_at, recorded_by, weight, lying_systolic, lying_diastolic, pulse, uf_removed, litres, washback, bleeding_minutes, urea)
         VALUES ($1, $2, $3, $4, $5, $6, $7, 74, $8, $9, 'clear', $10, $11)",
        Uuid::now_v7(),
        session,
        to_db(ended.plus_seconds(600.0)),
        unit.nurse.0,
        (after * 10.0).round() / 10.0,
        guest.pressure.0 - 10,
        guest.pressure.1 - 4,
        goal(guest, turn),
        f64::from(guest.minutes) * 0.3,
        (!guest.access.0.contains("tunnelled")).then_some(8_i16),
        urea,
    )
    .execute(&mut **tx)
    .await?;
    if sitting.signed {
        sqlx::query!(
            "INSERT INTO session_signed (session_id, at, by_user) VALUES ($1, $2, $3)",
            session,
            to_db(ended.plus_seconds(3_600.0)),
            unit.doctor.0,
        )
        .execute(&mut **tx)
        .await?;
    }
    Ok(())
}
