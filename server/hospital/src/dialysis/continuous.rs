//! Who is dialysed around the clock: the machine that stands at their bed, and what it does now. It is no session, so it stands in no diary, and nothing here waits for its end.

use domain::access::Action;
use domain::dialysis::continuous::{Line, lines};
use domain::ids::{DeviceId, HospitalId, PatientId, WardId};
use domain::patients::staff_name;
use domain::time::Moment;

use crate::audit::{self, Entry, Kind};
use crate::ctx::{Ctx, Tx};
use crate::error::Result;
use crate::time::{from_db, to_db};

/// Somebody on a machine that runs around the clock.
#[derive(Clone, Debug)]
pub struct Continuous {
    /// Who.
    pub patient: PatientId,
    /// `SURNAME, Given`.
    pub name: String,
    /// The ward and the bed at which the machine stands.
    pub place: Option<(String, i16)>,
    /// What the machine is called.
    pub machine: String,
    /// Since when it measures them.
    pub since: Moment,
    /// Whether it gives no sign of life, or never gave one.
    pub is_silent: bool,
    /// What it does now: nothing that is older than ten minutes.
    pub lines: Vec<Line>,
}

/// What moves of the page of one patient.
#[derive(Clone, Debug)]
pub struct Moving {
    /// The machine that runs around the clock; none where they are on none any longer.
    pub continuous: Option<Continuous>,
    /// When this was read.
    pub read_at: Moment,
}

/// The machine of one patient, for their page that is open already and asks for what moves: who may look is decided anew each time, and recorded once in a while.
///
/// # Errors
/// Not found for a patient outside the actor's reach.
pub async fn follow(ctx: &Ctx, patient: PatientId) -> Result<Moving> {
    let (mut tx, grounds) = ctx.begin_on_grounds(Action::ReadDialysis, patient).await?;
    let continuous = match ctx.actor().hospital() {
        Some(hospital) => of_patient(&mut tx, ctx, hospital, patient).await?,
        None => None,
    };
    let entry = Entry::patient(Action::ReadDialysis, patient, &[Kind::Dialysis]).on(&grounds);
    audit::record_asked(ctx, entry).await?;
    tx.commit().await?;
    Ok(Moving {
        continuous,
        read_at: ctx.now(),
    })
}

/// Those of the wards of this hospital on which the actor is on duty.
pub(super) async fn on_duty(tx: &mut Tx, ctx: &Ctx, hospital: HospitalId) -> Result<Vec<Continuous>> {
    let found = found(tx, ctx, hospital, None).await?;
    let theirs = found
        .into_iter()
        .filter(|(ward, _)| ward.is_some_and(|ward| ctx.actor().is_on_duty(ward)));
    Ok(theirs.map(|(_, one)| one).collect())
}

/// This patient, where they are on such a machine of this hospital, for a verb that has decided who reads them.
pub(super) async fn of_patient(
    tx: &mut Tx,
    ctx: &Ctx,
    hospital: HospitalId,
    patient: PatientId,
) -> Result<Option<Continuous>> {
    let found = found(tx, ctx, hospital, Some(patient)).await?;
    Ok(found.into_iter().next().map(|(_, one)| one))
}

async fn found(
    tx: &mut Tx,
    ctx: &Ctx,
    hospital: HospitalId,
    only: Option<PatientId>,
) -> Result<Vec<(Option<WardId>, Continuous)>> {
    let rows = sqlx::query!(
        r#"SELECT   d.id, d.name AS machine, s.patient_id, lower(s.during) AS "since!", p.family_name, p.given_name, w.id AS "ward_id?", w.name AS "ward?", b.number AS "bed?"
           FROM     device d
           JOIN     device_session s ON s.device_id = d.id AND s.hospital_id = d.hospital_id AND s.during @> $2::timestamptz
           JOIN     patient p        ON p.id = s.patient_id
           LEFT JOIN device_assignment a ON a.device_id = d.id AND a.during @> $2::timestamptz
           LEFT JOIN bed b               ON b.id = a.bed_id
           LEFT JOIN ward w              ON w.id = b.ward_id
           WHERE    d.hospital_id = $1 AND d.kind = 'continuous'
             AND    ($3::uuid IS NULL OR s.patient_id IN (SELECT j.id FROM joined($3) AS j))
           ORDER BY w.name, b.number, d.name
           LIMIT    100"#,
        hospital.0,
        to_db(ctx.now()),
        only.map(|patient| patient.0),
    )
    .fetch_all(&mut **tx)
    .await?;
    let known = &ctx.house().now;
    let found = rows.into_iter().map(|row| {
        let device = DeviceId(row.id);
        let now = known.device(device).filter(|now| now.patient.0 == row.patient_id);
        // A recording that begins anew, or a machine that says so, begins a new session of the same stay.
        let since = known
            .placement(device)
            .and_then(|placement| placement.session)
            .map_or(from_db(row.since), |(_, since)| since);
        let one = Continuous {
            patient: PatientId(row.patient_id),
            name: staff_name(&row.family_name, &row.given_name),
            place: row.ward.zip(row.bed),
            machine: row.machine,
            since,
            is_silent: now.as_ref().is_none_or(|now| now.silent || now.heard_at.is_none()),
            lines: now.map(|now| lines(&now.latest, ctx.now())).unwrap_or_default(),
        };
        (row.ward_id.map(WardId), one)
    });
    Ok(found.collect())
}
