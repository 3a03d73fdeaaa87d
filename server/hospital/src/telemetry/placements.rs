//! Where each device stands and whom it measures, loaded into [`super::Now`]: at start for all hospitals, later for one device that changed.

use std::collections::HashMap;
use std::sync::Arc;

use domain::access::{Action, Subject};
use domain::actor::{Actor, Task};
use domain::alerts::{Limits, Measure, PLANNED, Rules};
use domain::ids::{BedId, DeviceId, HospitalId, PatientId, WardId};
use domain::news2::Scale;
use uuid::Uuid;

use super::now::Placement;
use crate::alerts::rules;
use crate::ctx::{Ctx, Tx};
use crate::dialysis::{falls, fluid_plan, usual};
use crate::error::Result;
use crate::house::House;
use crate::patients::limits;
use crate::time::{from_db, to_db};

/// Loads the placements of every device of every hospital, or of one device; answers how many were put.
pub async fn load_placements(house: &Arc<House>, only: Option<DeviceId>) -> Result<usize> {
    let everywhere = Ctx::at_work(house, Task::Watch);
    let mut tx = everywhere.begin(Action::ReadPlacements, &Subject::House).await?;
    let hospitals = sqlx::query_scalar!(
        "SELECT DISTINCT hospital_id FROM device WHERE $1::uuid IS NULL OR id = $1",
        only.map(|device| device.0),
    )
    .fetch_all(&mut *tx)
    .await?;
    tx.commit().await?;
    let mut put = 0;
    for hospital in hospitals.into_iter().map(HospitalId) {
        put += load_hospital(house, hospital, only).await?;
    }
    Ok(put)
}

/// The same of one hospital, or of one of its devices: what watches there has changed.
pub(crate) async fn load_hospital(house: &Arc<House>, hospital: HospitalId, only: Option<DeviceId>) -> Result<usize> {
    let here = Ctx::of_worker(
        house,
        Actor::Worker {
            task: Task::Watch,
            hospital: Some(hospital),
        },
    );
    let mut tx = here.begin(Action::ReadPlacements, &Subject::Hospital(hospital)).await?;
    let placements = placements_of(&mut tx, &here, hospital, only).await?;
    tx.commit().await?;
    let put = placements.len();
    placements.into_iter().for_each(|placement| house.now.place(placement));
    house.boards.forget();
    house.calls.forget();
    Ok(put)
}

/// The same of the devices that measure somebody: their limits, their prescription, their dry weight or the plan of their session has changed.
pub(crate) async fn load_measuring(house: &Arc<House>, patient: PatientId) -> Result<()> {
    for (hospital, device, _) in house.now.measuring(patient) {
        load_hospital(house, hospital, Some(device)).await?;
    }
    Ok(())
}

async fn placements_of(tx: &mut Tx, ctx: &Ctx, hospital: HospitalId, only: Option<DeviceId>) -> Result<Vec<Placement>> {
    let rows = sqlx::query!(
        r#"SELECT d.id, d.kind = 'monitor' AS "watches!", a.bed_id AS "bed_id?", b.ward_id AS "ward_id?", s.patient_id AS "patient_id?", w.since AS "since?",
                  r.spo2_scale AS "spo2_scale?", p.born_on > ($2::timestamptz - make_interval(years => $4))::date AS too_young
             FROM device d
             LEFT JOIN device_assignment a ON a.device_id = d.id AND a.during @> $2::timestamptz
             LEFT JOIN bed b               ON b.id = a.bed_id
             LEFT JOIN device_session s    ON s.device_id = d.id AND s.during @> $2::timestamptz
             LEFT JOIN registration r      ON r.patient_id = s.patient_id AND r.hospital_id = s.hospital_id
             LEFT JOIN patient p           ON p.id = s.patient_id
             LEFT JOIN LATERAL (
                 -- Since when the device has measured this person: sessions that follow each other are one stay.
                 SELECT min(lower(e.during)) AS since
                   FROM device_session e
                  WHERE e.device_id = s.device_id AND e.patient_id = s.patient_id
                    AND lower(e.during) >= coalesce(
                        (SELECT max(upper(o.during)) FROM device_session o
                          WHERE o.device_id = s.device_id AND o.patient_id <> s.patient_id AND upper(o.during) <= lower(s.during)),
                        '-infinity')
             ) w ON s.device_id IS NOT NULL
            WHERE d.hospital_id = $1 AND ($3::uuid IS NULL OR d.id = $3)"#,
        hospital.0,
        to_db(ctx.now()),
        only.map(|device| device.0),
        i32::from(domain::news2::FROM_YEARS),
    )
    .fetch_all(&mut **tx)
    .await?;
    let patients: Vec<Uuid> = rows.iter().filter_map(|row| row.patient_id).collect();
    let own = limits::all_of_patients(tx, &patients, ctx.now()).await?;
    let set = rules::in_force(tx, hospital, ctx.now()).await?;
    let prescribed = rules::prescribed(tx, hospital, &patients).await?;
    let of_sessions = falls::running(tx, hospital, &patients).await?;
    // Asked only where somebody set how far from it is too far.
    let asks = |measure| set.iter().any(|(_, rule)| rule.measure == measure);
    let has_own = own.values().flatten().any(|limit| limit.parameter == PLANNED);
    let plans = match has_own || asks(Measure::Plan) {
        true => fluid_plan::running(tx, hospital, &patients, ctx.now()).await?,
        false => HashMap::new(),
    };
    let usual = match asks(Measure::Usual) {
        true => usual::running(tx, hospital, &patients, ctx.now()).await?,
        false => HashMap::new(),
    };
    let placements = rows.into_iter().map(|row| {
        let session = row
            .patient_id
            .zip(row.since)
            .map(|(patient, since)| (PatientId(patient), from_db(since)));
        let scale = if row.spo2_scale == Some(2) {
            Scale::Two
        } else {
            Scale::One
        };
        let (mut limits, mut from_plan) = (Limits::for_scale(scale), Vec::new());
        for limit in session.and_then(|(patient, _)| own.get(&patient)).into_iter().flatten() {
            match limit.parameter {
                PLANNED => from_plan.push(limit.clone()),
                _ => limits = limits.with(limit.clone()),
            }
        }
        let device = DeviceId(row.id);
        // A monitor beside the machine has no part in it.
        let plan = session
            .and_then(|(patient, _)| plans.get(&patient))
            .filter(|(machine, _)| machine.is_none_or(|machine| machine == device))
            .map(|(_, plan)| *plan);
        let usual = session.and_then(|(patient, _)| usual.get(&patient).copied());
        let of_prescription = session.and_then(|(patient, _)| prescribed.get(&patient).copied());
        let of_session = session.and_then(|(patient, _)| of_sessions.get(&patient).copied());
        let here = set
            .iter()
            .filter(|(only, _)| only.is_none_or(|only| only == device))
            .map(|(_, rule)| *rule)
            .chain(of_prescription)
            .chain(of_session);
        Placement {
            device,
            hospital,
            bed: row
                .ward_id
                .zip(row.bed_id)
                .map(|(ward, bed)| (WardId(ward), BedId(bed))),
            session,
            rules: Rules::new(limits, here.collect())
                .with_plan(plan, from_plan)
                .with_usual(usual),
            scale,
            too_young: row.too_young.unwrap_or(false),
            watches: row.watches,
        }
    });
    Ok(placements.collect())
}
