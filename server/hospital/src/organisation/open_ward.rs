//! Opens the live board of a ward, for who is on duty there: beds, who lies in them, values as known now, open alarms.

use std::collections::HashMap;
use std::sync::Arc;

use domain::access::{Action, Subject};
use domain::ids::{BedId, DeviceId, HospitalId, PatientId, WardId};
use domain::live::{PatientNow, Topic};
use domain::organisation::{Bed, Occupant, WardBoard, WardName};
use domain::telemetry::Parameter;
use uuid::Uuid;

use super::zone_of_actor;
use crate::audit::{self, BOARD, Entry, Follow};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::patients::{Followed, limits, person::PersonRow};
use crate::telemetry::Seen;
use crate::time::to_db;

/// Points of a spark line: two a pixel column of a card.
const SPARK_POINTS: usize = 120;
const SPARKS: [Parameter; 4] = [
    Parameter::HeartRate,
    Parameter::Spo2,
    Parameter::Systolic,
    Parameter::Diastolic,
];

/// Opens a ward's board; without a ward, the one the actor opens first, or the first of the hospital by name. Recorded in the audit.
///
/// Readers of the same moment share one record (see [`Lately`](crate::lately::Lately)).
///
/// Errors: not found for a ward of another hospital, and for a hospital without wards.
pub async fn open_ward(ctx: &Ctx, ward: Option<WardId>) -> Result<Arc<WardBoard>> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let ward = match ward {
        Some(asked) => asked,
        None => first_ward(ctx, hospital).await?,
    };
    may_watch(ctx, ward).await?;
    let house = ctx.house();
    let board = house
        .boards
        .of((hospital, ward), &house.clock, gather(ctx, hospital, ward))
        .await;
    let board = or_record(ctx, ward, board).await?;
    audit::record(
        ctx,
        Entry::ward(Action::WatchWard, ward)
            .of(patients(&board.beds))
            .kinds(BOARD),
    )
    .await?;
    Ok(board)
}

/// What was answered; that a ward is not there, or not for the actor, is recorded first.
async fn or_record<T>(ctx: &Ctx, ward: WardId, answer: Result<T>) -> Result<T> {
    if let Err(HospitalError::NotFound) = answer {
        audit::record(ctx, Entry::ward(Action::WatchWard, ward).denied("out_of_reach")).await?;
    }
    answer
}

/// Whoever lies in these beds.
fn patients(beds: &[Bed]) -> impl Iterator<Item = PatientId> {
    beds.iter()
        .filter_map(|bed| bed.occupant.as_ref())
        .map(|occupant| occupant.person.id)
}

async fn gather(ctx: &Ctx, hospital: HospitalId, ward: WardId) -> Result<WardBoard> {
    let mut tx = ctx.begin(Action::WatchWard, &Subject::Ward { ward, hospital }).await?;
    let rendered_at = ctx.now();
    let wards = wards(&mut tx, hospital).await?;
    let name = wards
        .iter()
        .find(|known| known.id == ward)
        .map(|known| known.name.clone())
        .ok_or(HospitalError::NotFound)?;
    let house = sqlx::query!(
        r#"SELECT name, EXISTS (SELECT FROM station s WHERE s.ward_id = $2 AND s.retired_at IS NULL) AS "has_chairs!"
           FROM   hospital WHERE id = $1"#,
        hospital.0,
        ward.0,
    )
    .fetch_one(&mut *tx)
    .await?;
    let zone = zone_of_actor(&mut tx, ctx).await?;
    let seen = Seen::Held(hospital);
    let beds = beds(&mut tx, ctx, ward, seen).await?;
    tx.commit().await?;
    let patients: Vec<PatientId> = patients(&beds).collect();
    let alarms = ctx.house().now.open_alarms(&patients, seen);
    Ok(WardBoard {
        ward,
        name,
        hospital: house.name,
        zone,
        rendered_at,
        beds,
        alarms,
        wards,
        has_chairs: house.has_chairs,
    })
}

/// The ward that the actor opens first: their own, or the first of the hospital by name.
async fn first_ward(ctx: &Ctx, hospital: HospitalId) -> Result<WardId> {
    let mut tx = ctx.look(Action::WatchWard).await?;
    let own = own_ward(&mut tx, ctx, hospital).await?;
    let ward = match own {
        Some(own) => Some(own),
        None => wards(&mut tx, hospital).await?.first().map(|first| first.id),
    };
    tx.commit().await?;
    ward.ok_or(HospitalError::NotFound)
}

/// That the actor watches this ward now, for what else moves on its page.
///
/// # Errors
/// Denied for who is not on duty there; not found for a ward of another hospital.
pub(crate) async fn may_watch(ctx: &Ctx, ward: WardId) -> Result<()> {
    ctx.check(Action::WatchWard, &of_ward(ctx, ward).await?).await?;
    Ok(())
}

/// The ward with the hospital that it is of; not found for a ward that is not there.
async fn of_ward(ctx: &Ctx, ward: WardId) -> Result<Subject> {
    // Whoever is on duty there knows where it is: no question to the database for each of a hundred readers.
    if let (true, Some(hospital)) = (ctx.actor().is_on_duty(ward), ctx.actor().hospital()) {
        return Ok(Subject::Ward { ward, hospital });
    }
    let mut tx = ctx.look(Action::WatchWard).await?;
    let hospital = sqlx::query_scalar!("SELECT hospital_id FROM ward WHERE id = $1", ward.0)
        .fetch_optional(&mut *tx)
        .await?;
    tx.commit().await?;
    let hospital = or_record(ctx, ward, hospital.map(HospitalId).ok_or(HospitalError::NotFound)).await?;
    Ok(Subject::Ward { ward, hospital })
}

/// Begins to follow this ward live, when the actor may.
///
/// Errors: not found for a ward of another hospital.
pub async fn follow_ward(ctx: &Ctx, ward: WardId) -> Result<Followed> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    may_watch(ctx, ward).await?;
    let patients = ctx.house().now.patients_of_ward(ward);
    let patients = patients.iter().map(|patient| patient.patient);
    Ok(Followed {
        follow: Follow::begin(ctx, Topic::Ward(ward), patients, None).await?,
        seen: Seen::Held(hospital),
        of: None,
        view: None,
    })
}

async fn wards(tx: &mut Tx, hospital: HospitalId) -> Result<Vec<WardName>> {
    let rows = sqlx::query!(
        "SELECT id, name FROM ward WHERE hospital_id = $1 AND retired_at IS NULL ORDER BY name LIMIT 200",
        hospital.0
    )
    .fetch_all(&mut **tx)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| WardName {
            id: WardId(row.id),
            name: row.name,
        })
        .collect())
}

async fn own_ward(tx: &mut Tx, ctx: &Ctx, hospital: HospitalId) -> Result<Option<WardId>> {
    let own = sqlx::query_scalar!(
        r#"SELECT d.ward_id AS "ward_id!"
             FROM ward_duty d
             LEFT JOIN role_grant g ON g.user_id = d.user_id AND g.ward_id = d.ward_id AND g.during @> $3::timestamptz
            WHERE d.user_id = $1 AND d.hospital_id = $2 AND d.during @> $3::timestamptz
            ORDER BY (g.role IS NULL), lower(d.during)
            LIMIT 1"#,
        ctx.actor().user().map(|user| user.0),
        hospital.0,
        to_db(ctx.now()),
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(own.map(WardId))
}

/// The most beds that a ward shows.
const MOST_BEDS: usize = 200;

async fn beds(tx: &mut Tx, ctx: &Ctx, ward: WardId, seen: Seen) -> Result<Vec<Bed>> {
    let rows = sqlx::query!(
        r#"SELECT b.id, b.number, s.device_id AS "device_id?", p.id AS "patient_id?", p.family_name AS "family_name?",
                  p.given_name AS "given_name?", p.born_on AS "born_on?", p.born_known AS "born_known?", p.sex AS "sex?", r.hospital_number AS "hospital_number?",
                  coalesce(p.health_id, '') AS "health_id!", r.spo2_scale AS "spo2_scale?"
             FROM bed b
             LEFT JOIN device_assignment a ON a.bed_id = b.id AND a.during @> $2::timestamptz
             LEFT JOIN device_session s    ON s.device_id = a.device_id AND s.during @> $2::timestamptz
             LEFT JOIN patient p           ON p.id = s.patient_id
             LEFT JOIN registration r      ON r.patient_id = s.patient_id AND r.hospital_id = s.hospital_id
            WHERE b.ward_id = $1 AND b.retired_at IS NULL
            ORDER BY b.number, lower(s.during)
            LIMIT 400"#,
        ward.0,
        to_db(ctx.now()),
    )
    .fetch_all(&mut **tx)
    .await?;
    let patients: Vec<Uuid> = rows.iter().filter_map(|row| row.patient_id).collect();
    let mut own_limits = limits::of_patients(tx, &patients, ctx.now()).await?;
    let now = &ctx.house().now;
    let mut known: HashMap<PatientId, PatientNow> = now
        .patients_of_ward(ward)
        .into_iter()
        .map(|patient| (patient.patient, patient))
        .collect();
    let mut beds: Vec<Bed> = Vec::with_capacity(rows.len());
    for row in rows {
        let occupant = (|| {
            let person = PersonRow {
                id: row.patient_id?,
                family_name: row.family_name?,
                given_name: row.given_name?,
                born_on: row.born_on?,
                born_known: row.born_known?,
                sex: row.sex?,
                hospital_number: row.hospital_number?,
                health_id: row.health_id,
                spo2_scale: row.spo2_scale?,
            }
            .into_person();
            let device = DeviceId(row.device_id?);
            let recent = now.recent(person.id, seen, &SPARKS, SPARK_POINTS);
            let values = known.remove(&person.id).unwrap_or_else(|| unheard(person.id, device));
            let mut limits = now.set_limits(person.id, seen);
            limits.extend(own_limits.remove(&person.id).unwrap_or_default());
            Some(Occupant {
                person,
                now: values,
                recent,
                limits,
            })
        })();
        // Two devices at one bed measure the same person: the bed is shown once.
        match beds.last_mut() {
            Some(last) if last.id.0 == row.id => last.occupant = last.occupant.take().or(occupant),
            _ => beds.push(Bed {
                id: BedId(row.id),
                number: u16::try_from(row.number).unwrap_or_default(),
                occupant,
            }),
        }
    }
    beds.truncate(MOST_BEDS);
    Ok(beds)
}

/// Somebody whose device has told nothing yet.
fn unheard(patient: PatientId, device: DeviceId) -> PatientNow {
    PatientNow {
        patient,
        device,
        latest: Default::default(),
        promise: Default::default(),
        heard_at: None,
        silent: true,
        last_score: None,
        replay_since: None,
        too_young: false,
    }
}
