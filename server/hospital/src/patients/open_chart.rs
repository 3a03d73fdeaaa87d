//! Opens the chart of one patient: who, where, values as known now, the last half hour, alarms of a day.

use domain::access::{Action, Grounds, Relations};
use domain::ids::{DeviceId, HospitalId, PatientId, WardId};
use domain::live::Topic;
use domain::patients::{Chart, Opened, Person, Place, View};
use domain::telemetry::Parameter;

use super::left::left;
use super::limits;
use super::looks;
use super::merge;
use super::person::PersonRow;
use super::portal;
use crate::alerts::alarms_of_devices;
use crate::audit::{self, CHART, Entry, Follow, Kind};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::organisation::zone_of_actor;
use crate::records::{allergies, flags};
use crate::telemetry::Seen;
use crate::time::{from_db, to_db};

/// Points of one parameter in the moving trend at most: about one a pixel on a phone.
const RECENT_POINTS: usize = 600;
const RECENT: [Parameter; 6] = [
    Parameter::HeartRate,
    Parameter::Spo2,
    Parameter::Respiration,
    Parameter::Systolic,
    Parameter::Diastolic,
    Parameter::Temperature,
];

/// Opens the chart of a patient; the reading is recorded in the audit. Readers of the portal are answered what it shows them.
///
/// Errors: not found for a patient outside the actor's reach.
pub async fn open_chart(ctx: &Ctx, patient: PatientId) -> Result<Chart> {
    let (mut tx, grounds) = ctx.begin_on_grounds(Action::ReadPatient, patient).await?;
    let opened = opened(&mut tx, ctx, patient, grounds).await?;
    let view = portal::view(&mut tx, ctx, patient).await?;
    let chart = gather(&mut tx, ctx, patient, Seen::by(ctx, &grounds)?).await?;
    let joined = match view {
        None => merge::joined_here(&mut tx, patient).await?,
        Some(_) => Vec::new(),
    };
    // The portal is not shown what staff see in the banner.
    let banner: &[Kind] = if view.is_some() { &[] } else { &[Kind::Background] };
    let entry = Entry::patient(Action::ReadPatient, patient, CHART)
        .kinds(banner)
        .on(&grounds);
    audit::record(ctx, entry).await?;
    looks::remember(&mut tx, ctx, patient).await;
    tx.commit().await?;
    Ok(match view {
        Some(view) => view.chart(chart),
        None => Chart {
            opened,
            may_merge: !joined.is_empty() && merge::may(ctx, patient, grounds.held),
            joined,
            ..chart
        },
    })
}

/// The whole chart as far as it is seen, for a verb that has decided who reads it and records that.
pub(super) async fn gather(tx: &mut Tx, ctx: &Ctx, patient: PatientId, seen: Seen) -> Result<Chart> {
    let rendered_at = ctx.now();
    let zone = zone_of_actor(tx, ctx).await?;
    let person = person(tx, patient).await?;
    let (place, devices) = whereabouts(tx, ctx, patient).await?;
    let alarms = alarms_of_devices(tx, patient, &devices, rendered_at.plus_seconds(-86_400.0)).await?;
    let own = limits::of_patients(tx, &[patient.0], rendered_at)
        .await?
        .remove(&patient);
    // What the hospital set is drawn, too; the patient's own limits replace it.
    let mut limits = ctx.house().now.set_limits(patient, seen);
    limits.extend(own.unwrap_or_default());
    let allergies = allergies::now(tx, patient).await?;
    let flags = flags::now(tx, patient).await?;
    let left = left(tx, patient).await?;
    let known = &ctx.house().now;
    Ok(Chart {
        person,
        place,
        zone,
        rendered_at,
        now: known.patient(patient, seen),
        recent: known.recent(patient, seen, &RECENT, RECENT_POINTS),
        alarms,
        allergies: Some(allergies),
        flags,
        left,
        limits,
        opened: None,
        joined: Vec::new(),
        may_merge: false,
        view: None,
    })
}

/// What opened the record, when no care of the reader's own does.
async fn opened(tx: &mut Tx, ctx: &Ctx, patient: PatientId, grounds: Grounds) -> Result<Option<Opened>> {
    let why = grounds.held.common(grounds.suffices);
    if why.meets(Relations::TREATING.and(Relations::WARD).and(Relations::DEVICE)) {
        return Ok(None);
    }
    if !why.meets(Relations::BREAK_GLASS) {
        return Ok(why.meets(Relations::CONSENT).then_some(Opened::Consent));
    }
    let until = sqlx::query_scalar!(
        r#"SELECT max(until) AS "until!" FROM break_glass WHERE patient_id = $1 AND user_id = actor_user() AND until > $2"#,
        patient.0,
        to_db(ctx.now()),
    )
    .fetch_one(&mut **tx)
    .await?;
    Ok(Some(Opened::Emergency(from_db(until))))
}

/// A topic that has begun for somebody who may follow it.
#[derive(Debug)]
pub struct Followed {
    /// The subscription, as the audit knows it.
    pub follow: Follow,
    /// What of it is told.
    pub seen: Seen,
    /// Of whom the right was asked; none for a ward.
    pub of: Option<PatientId>,
    /// For readers of the portal: what it shows them.
    pub view: Option<View>,
}

/// Begins to follow this patient live, when the actor may.
///
/// Errors: not found for a patient outside the actor's reach.
pub async fn follow(ctx: &Ctx, patient: PatientId) -> Result<Followed> {
    follow_as(ctx, Topic::Patient(patient), patient, None).await
}

/// The same under another topic that shows this patient, of which `holder` holds what is measured.
pub(crate) async fn follow_as(
    ctx: &Ctx,
    topic: Topic,
    patient: PatientId,
    holder: Option<HospitalId>,
) -> Result<Followed> {
    let (mut tx, grounds) = ctx.begin_on_grounds(Action::ReadPatient, patient).await?;
    let view = portal::view(&mut tx, ctx, patient).await?;
    tx.commit().await?;
    let seen = Seen::by(ctx, &grounds)?;
    if holder.is_some_and(|holder| !seen.shows(holder)) {
        let refused = Entry::patient(Action::ReadPatient, patient, &[]).denied("held_elsewhere");
        audit::record(ctx, refused).await?;
        return Err(HospitalError::NotFound);
    }
    Ok(Followed {
        follow: Follow::begin(ctx, topic, [patient], Some(grounds)).await?,
        seen,
        of: Some(patient),
        view,
    })
}

/// Who it is, by the number of the actor's hospital (a patient's own: that of the portal they use).
pub(crate) async fn person(tx: &mut Tx, patient: PatientId) -> Result<Person> {
    let row = sqlx::query_as!(
        PersonRow,
        r#"SELECT p.id, p.family_name, p.given_name, p.born_on, p.born_known, p.sex, r.hospital_number,
                  coalesce(p.health_id, '') AS "health_id!", r.spo2_scale
           FROM patient p
           JOIN registration r ON r.patient_id = p.id
          WHERE p.id = $1
          ORDER BY (r.hospital_id = actor_hospital()) DESC NULLS LAST, r.registered_at DESC
          LIMIT 1"#,
        patient.0,
    )
    .fetch_optional(&mut **tx)
    .await?;
    row.map(PersonRow::into_person).ok_or(HospitalError::NotFound)
}

/// Where the patient lies now, and the devices that measured them in the last 24 hours.
pub(super) async fn whereabouts(tx: &mut Tx, ctx: &Ctx, patient: PatientId) -> Result<(Option<Place>, Vec<DeviceId>)> {
    let now = ctx.now();
    let rows = sqlx::query!(
        r#"SELECT s.device_id, s.during @> $3::timestamptz AS "is_now!", w.id AS "ward_id?", w.name AS "ward_name?", b.number AS "bed?"
             FROM joined($1) AS j
             JOIN device_session s ON s.patient_id = j.id AND s.hospital_id = coalesce(j.held_by, s.hospital_id)
             LEFT JOIN device_assignment a ON a.device_id = s.device_id AND a.during @> $3::timestamptz
             LEFT JOIN bed b               ON b.id = a.bed_id
             LEFT JOIN ward w              ON w.id = b.ward_id
            WHERE s.during && tstzrange($2, $3, '[]')
            ORDER BY lower(s.during) DESC"#,
        patient.0,
        to_db(now.plus_seconds(-86_400.0)),
        to_db(now),
    )
    .fetch_all(&mut **tx)
    .await?;
    let place = rows.iter().find(|row| row.is_now).and_then(|row| {
        let bed = u16::try_from(row.bed?).ok()?;
        Some(Place {
            ward: WardId(row.ward_id?),
            ward_name: row.ward_name.clone()?,
            bed,
        })
    });
    let mut devices: Vec<DeviceId> = rows.into_iter().map(|row| DeviceId(row.device_id)).collect();
    devices.sort();
    devices.dedup();
    Ok((place, devices))
}
