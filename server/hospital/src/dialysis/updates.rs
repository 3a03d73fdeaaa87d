//! What a technician notes of a patient at the machine, field by field, and what a doctor takes back of it. Each line says what was there and what is there now, who, when, on which machine
//! and why; the newest of a field holds, and none is changed.
//!
//! | verb | does |
//! | --- | --- |
//! | [`open`] | what holds, and the trail, the newest first |
//! | [`note`] | writes the next of one field: whoever keeps the machine on which the patient is, or has it for a while |
//! | [`take_back`] | the next one says again what was there before: a doctor, with the reason |
//!
//! Whoever treats the patient, or reads the machine, is told of both (the doctors on duty there, where that is nobody); whoever noted it, that it was taken back. Who writes says which line they saw, and the rule
//! `medical_update_follows_once` keeps two from following the same one.

use domain::access::{Action, Subject};
use domain::dialysis::beside::{Beside, Known};
use domain::dialysis::quantities::Kilograms;
use domain::dialysis::updates::{Field, Sort, reason};
use domain::ids::{HospitalId, PatientId, UserId};
use domain::invalid::Invalid;
use domain::notices::Kind as Told;
use domain::patients::Person;
use domain::time::{Moment, Zone};
use uuid::Uuid;

use super::{Here, done};
use crate::audit::{self, Entry, Kind};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::notices::whom::name_of_actor;
use crate::notices::{self, Notice};
use crate::organisation::zone_of_actor;
use crate::patients::person_of;
use crate::time::{from_db, to_db};

/// What holds of one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Noted {
    /// The line that says it.
    pub id: Uuid,
    /// Of what.
    pub field: Field,
    /// What, as it is kept; empty when it was cleared.
    pub value: String,
    /// Since when.
    pub at: Moment,
    /// By whom; none where the reader is not shown it.
    pub by: Option<String>,
}

/// One line of the trail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Update {
    /// Which.
    pub id: Uuid,
    /// Of what.
    pub field: Field,
    /// What was there, as it is kept.
    pub old: String,
    /// What is there since.
    pub new: String,
    /// Why.
    pub reason: String,
    /// When.
    pub at: Moment,
    /// By whom; none where the reader is not shown it.
    pub by: Option<String>,
    /// The machine on which they were.
    pub device: Option<String>,
    /// Whether it takes back the one before.
    pub takes_back: bool,
    /// Whether nothing has changed the field since.
    pub holds: bool,
}

/// The page.
#[derive(Clone, Debug)]
pub struct Trail {
    /// Whose.
    pub person: Person,
    /// The clock on the wall.
    pub zone: Zone,
    /// What holds, in the order of [`Field::ALL`].
    pub now: Vec<Noted>,
    /// The trail, the newest first; of one field, when one was asked for.
    pub updates: Vec<Update>,
    /// Which field was asked for.
    pub of: Option<Field>,
    /// Where the trail goes on: after this line.
    pub next: Option<Uuid>,
    /// Whether the reader notes.
    pub may_note: bool,
    /// Whether the reader takes back.
    pub may_take_back: bool,
}

/// Lines of a page.
const PAGE: i64 = 50;

/// What holds of each field, for a verb that has decided who reads it.
pub(crate) async fn now(tx: &mut Tx, patient: PatientId) -> Result<Vec<Noted>> {
    let rows = sqlx::query!(
        r#"SELECT   DISTINCT ON (m.field) m.id, m.field, m.new_value, m.at, u.display_name AS "by?"
           FROM     joined($1) AS j
           JOIN     medical_update m ON m.patient_id = j.id AND m.hospital_id = coalesce(j.held_by, m.hospital_id)
           LEFT JOIN app_user u ON u.id = m.by_user
           ORDER BY m.field, m.at DESC, m.id DESC"#,
        patient.0,
    )
    .fetch_all(&mut **tx)
    .await?;
    let mut noted: Vec<Noted> = rows
        .into_iter()
        .filter_map(|row| {
            Some(Noted {
                id: row.id,
                field: Field::parse(&row.field)?,
                value: row.new_value,
                at: from_db(row.at),
                by: row.by,
            })
        })
        .collect();
    noted.sort_by_key(|it| it.field);
    Ok(noted)
}

/// Opens the trail; the look is recorded. `of` keeps it to one field, `after` says where it goes on.
///
/// # Errors
/// Not found for a patient outside the actor's reach, denied for who does not read it.
pub async fn open(ctx: &Ctx, patient: PatientId, of: Option<Field>, after: Option<Uuid>) -> Result<Trail> {
    let (mut tx, grounds) = ctx.begin_on_grounds(Action::ReadUpdates, patient).await?;
    let rows = sqlx::query!(
        r#"SELECT   m.id, m.field, m.old_value, m.new_value, m.reason, m.at, u.display_name AS "by?", d.name AS "device?", m.takes_back
           FROM     joined($1) AS j
           JOIN     medical_update m ON m.patient_id = j.id AND m.hospital_id = coalesce(j.held_by, m.hospital_id)
           LEFT JOIN app_user u ON u.id = m.by_user
           LEFT JOIN device d   ON d.id = m.device_id
           WHERE    ($2::text IS NULL OR m.field = $2)
             AND    ($3::uuid IS NULL OR (m.at, m.id) < (SELECT c.at, c.id FROM medical_update c WHERE c.id = $3))
           ORDER BY m.at DESC, m.id DESC
           LIMIT    $4"#,
        patient.0,
        of.map(Field::name),
        after,
        PAGE + 1,
    )
    .fetch_all(&mut *tx)
    .await?;
    let now = now(&mut tx, patient).await?;
    let person = person_of(&mut tx, patient).await?;
    let zone = zone_of_actor(&mut tx, ctx).await?;
    audit::record(
        ctx,
        Entry::patient(Action::ReadUpdates, patient, &[Kind::Dialysis, Kind::Demographics]).on(&grounds),
    )
    .await?;
    tx.commit().await?;
    let is_more = rows.len() as i64 > PAGE;
    let updates: Vec<Update> = rows
        .into_iter()
        .take(PAGE as usize)
        .filter_map(|row| {
            Some(Update {
                holds: now.iter().any(|noted| noted.id == row.id),
                id: row.id,
                field: Field::parse(&row.field)?,
                old: row.old_value,
                new: row.new_value,
                reason: row.reason,
                at: from_db(row.at),
                by: row.by,
                device: row.device,
                takes_back: row.takes_back,
            })
        })
        .collect();
    let subject = Subject::Patient {
        patient,
        relations: grounds.held,
    };
    Ok(Trail {
        person,
        zone,
        of,
        next: updates.last().filter(|_| is_more).map(|last| last.id),
        now,
        updates,
        may_note: ctx.may(Action::UpdateDialysis, &subject),
        may_take_back: ctx.may(Action::RevertUpdate, &subject),
    })
}

/// What is said of who comes too late.
const CHANGED: HospitalError = HospitalError::Conflict("Somebody changed this field meanwhile. Look at it again.");

/// What is written next of a field.
struct Next<'a> {
    field: Field,
    old: &'a str,
    new: &'a str,
    reason: &'a str,
    follows: Option<Uuid>,
    takes_back: bool,
}

/// Notes the next of one field: `seen` is the line that the writer saw, none when there was none. Nothing typed means that nothing is noted any more. A weight that is far from what
/// is noted is asked about: what stands elsewhere in the record is not shown to whoever keeps a machine.
///
/// # Errors
/// Invalid, field by field; a conflict when somebody else was quicker.
pub async fn note(
    ctx: &Ctx,
    patient: PatientId,
    field: &str,
    seen: Option<Uuid>,
    (typed, why): (&str, &str),
    beside: &Beside,
) -> Result<()> {
    let mut tx = ctx.begin_with_patient(Action::UpdateDialysis, patient).await?;
    let field = Field::parse(field).ok_or_else(|| super::refusal::wrong("", "Choose what it is about."))?;
    let units = beside.units().map_err(HospitalError::Invalid)?;
    let (value, reason) = match (field.read(typed, units), reason(why)) {
        (Ok(value), Ok(reason)) => (value, reason),
        (value, reason) => {
            let faults = [value.err(), reason.err()].into_iter().flatten().collect();
            return Err(HospitalError::Invalid(faults));
        }
    };
    let noted = now(&mut tx, patient).await?;
    let last = last_weight(&noted, field);
    let holds = noted.into_iter().find(|it| it.field == field);
    if holds.as_ref().map(|it| it.id) != seen {
        return Err(CHANGED);
    }
    let old = holds.as_ref().map_or("", |it| it.value.as_str());
    if value == old {
        let fault = Invalid::new("value", "This stands there already.");
        return Err(fault.into());
    }
    if let (Sort::Weight, Ok(kg)) = (field.sort(), value.parse()) {
        let known = Known { last, dry: None };
        beside
            .ask(typed, Kilograms(kg), known)
            .map_err(HospitalError::Invalid)?;
    }
    let next = Next {
        field,
        old,
        new: &value,
        reason: &reason,
        follows: seen,
        takes_back: false,
    };
    write(&mut tx, ctx, Action::UpdateDialysis, patient, &next).await?;
    tell_doctors(&mut tx, ctx, patient).await?;
    done(tx, ctx, "medical_update.note", Action::UpdateDialysis, patient).await
}

/// The weight that is noted of this field, else the newest of another.
fn last_weight(noted: &[Noted], field: Field) -> Option<Kilograms> {
    let weights = noted
        .iter()
        .filter(|it| it.field.sort() == Sort::Weight && !it.value.is_empty());
    let last = weights.max_by_key(|it| (it.field == field, it.at))?;
    last.value.parse().ok().map(Kilograms)
}

/// Takes back what holds of a field: the next line says again what was there before.
///
/// # Errors
/// Not found for a line of somebody else; a conflict when the field has changed since; invalid without a reason.
pub async fn take_back(ctx: &Ctx, patient: PatientId, id: Uuid, why: &str) -> Result<()> {
    let mut tx = ctx.begin_with_patient(Action::RevertUpdate, patient).await?;
    let here = Here::of(ctx, Action::RevertUpdate)?;
    let reason = reason(why)?;
    let row = sqlx::query!(
        "SELECT m.field, m.old_value, m.new_value, m.by_user
           FROM medical_update m
          WHERE m.id = $1 AND m.hospital_id = $3
            AND m.patient_id IN (SELECT j.id FROM joined($2) AS j WHERE coalesce(j.held_by, $3) = $3)",
        id,
        patient.0,
        here.hospital,
    )
    .fetch_optional(&mut *tx)
    .await?
    .ok_or(HospitalError::NotFound)?;
    let field = Field::parse(&row.field).ok_or(HospitalError::NotFound)?;
    if now(&mut tx, patient).await?.iter().all(|it| it.id != id) {
        return Err(CHANGED);
    }
    let next = Next {
        field,
        old: &row.new_value,
        new: &row.old_value,
        reason: &reason,
        follows: Some(id),
        takes_back: true,
    };
    write(&mut tx, ctx, Action::RevertUpdate, patient, &next).await?;
    tell_doctors(&mut tx, ctx, patient).await?;
    let who = name_of_actor(&mut tx, ctx).await?;
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let notice = Notice::of(Told::DialysisTakenBack).at(hospital).about(patient).by(who);
    notices::tell(&mut tx, ctx, UserId(row.by_user), notice).await?;
    done(tx, ctx, "medical_update.take_back", Action::RevertUpdate, patient).await
}

/// Writes it, after the one that it follows also by the clock, so that the newest is always the last of its field.
async fn write(tx: &mut Tx, ctx: &Ctx, action: Action, patient: PatientId, next: &Next<'_>) -> Result<()> {
    let here = Here::of(ctx, action)?;
    sqlx::query!(
        "INSERT INTO medical_update (id, patient_id, hospital_id, field, old_value, new_value, reason, at, by_user, device_id, follows, takes_back)
         VALUES ($1, $2, $3, $4, $5, $6, $7,
                 greatest($8, (SELECT f.at + interval '1 microsecond' FROM medical_update f WHERE f.id = $10)), $9,
                 (SELECT s.device_id
                    FROM device_session s
                   WHERE s.patient_id = $2 AND s.hospital_id = $3 AND s.during @> $8::timestamptz AND NOT $11
                     AND (EXISTS (SELECT FROM device_duty d WHERE d.device_id = s.device_id AND d.user_id = $9 AND d.kind = 'keeps' AND d.during @> $8::timestamptz)
                       OR EXISTS (SELECT FROM device_hand_over h
                                   WHERE h.device_id = s.device_id AND h.to_user = $9 AND h.accepted_at <= $8 AND h.until > $8 AND h.ended_at IS NULL))
                   LIMIT 1), $10, $11)",
        Uuid::now_v7(),
        patient.0,
        here.hospital,
        next.field.name(),
        next.old,
        next.new,
        next.reason,
        to_db(ctx.now()),
        here.user,
        next.follows,
        next.takes_back,
    )
    .execute(&mut **tx)
    .await
    .map_err(|error| match HospitalError::from(error) {
        error if error.violated() == Some("medical_update_follows_once") => CHANGED,
        error => error,
    })?;
    Ok(())
}

/// Tells whoever treats the patient, or reads the machine on which they are; where that is nobody, the doctors who are on duty on the ward of the machine.
async fn tell_doctors(tx: &mut Tx, ctx: &Ctx, patient: PatientId) -> Result<()> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let who = name_of_actor(tx, ctx).await?;
    let doctors = sqlx::query_scalar!(
        r#"SELECT c.user_id AS "user_id!" FROM care_relation c WHERE c.patient_id = $1 AND c.hospital_id = $2 AND c.during @> $3::timestamptz
           UNION
           SELECT d.user_id
             FROM device_session s
             JOIN device_duty d ON d.device_id = s.device_id AND d.kind = 'reads' AND d.during @> $3::timestamptz
            WHERE s.patient_id = $1 AND s.hospital_id = $2 AND s.during @> $3::timestamptz
            LIMIT 40"#,
        patient.0,
        hospital.0,
        to_db(ctx.now()),
    )
    .fetch_all(&mut **tx)
    .await?;
    let doctors = match doctors.is_empty() {
        true => on_duty(tx, ctx, patient, hospital).await?,
        false => doctors,
    };
    let notice = Notice::of(Told::DialysisNoted).at(hospital).about(patient).by(who);
    let told = doctors.into_iter().map(|doctor| (UserId(doctor), notice.clone()));
    notices::tell_each(tx, ctx, told.collect()).await
}

/// The doctors on duty on the ward where the machine stands on which they are.
async fn on_duty(tx: &mut Tx, ctx: &Ctx, patient: PatientId, hospital: HospitalId) -> Result<Vec<Uuid>> {
    let doctors = sqlx::query_scalar!(
        r#"SELECT DISTINCT d.user_id
             FROM device_session s
             JOIN device_assignment a ON a.device_id = s.device_id AND a.during @> $3::timestamptz
             JOIN bed b               ON b.id = a.bed_id
             JOIN ward_duty d         ON d.ward_id = b.ward_id AND d.during @> $3::timestamptz
             JOIN role_grant g        ON g.user_id = d.user_id AND g.hospital_id = $2 AND g.role = 'doctor' AND g.during @> $3::timestamptz
            WHERE s.patient_id = $1 AND s.hospital_id = $2 AND s.during @> $3::timestamptz
            LIMIT 40"#,
        patient.0,
        hospital.0,
        to_db(ctx.now()),
    )
    .fetch_all(&mut **tx)
    .await?;
    Ok(doctors)
}
