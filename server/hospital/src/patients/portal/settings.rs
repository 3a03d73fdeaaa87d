//! The portal of one patient as whoever manages it reads it. They are often no clinicians: of each record they see when and how far it is, not what it says.

use domain::access::Action;
use domain::ids::{HospitalId, PatientId};
use domain::patients::{Person, Portal, RecordKind, Section, Status, View};
use domain::time::Moment;
use uuid::Uuid;

use super::prefer::{Preference, preference};
use crate::alerts::alarms_of_devices;
use crate::audit::{self, Entry, Kind};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::patients::open_chart::{person, whereabouts};
use crate::time::from_db;

/// The portal of one patient, for whoever manages it.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Whose.
    pub person: Person,
    /// Whether they have an account for it.
    pub has_account: bool,
    /// Switch and parts.
    pub portal: Portal,
    /// What the person asked for.
    pub preference: Preference,
    /// Alarms of the last day, newest first, then the lines of their background that hold.
    pub records: Vec<RecordRow>,
}

/// One record with its flag.
#[derive(Clone, Debug)]
pub struct RecordRow {
    /// What kind of record.
    pub kind: RecordKind,
    /// Which.
    pub id: Uuid,
    /// Of when.
    pub at: Moment,
    /// How far it is.
    pub status: Status,
    /// Whether staff let it be shown.
    pub is_open: bool,
    /// Whether the person is shown it, all things taken together.
    pub is_shown: bool,
}

/// Reads the settings.
///
/// Errors: denied for who does not manage portals here, not found for a patient of another hospital.
pub async fn read_settings(ctx: &Ctx, patient: PatientId) -> Result<Settings> {
    let mut tx = ctx.begin_with_patient(Action::ManagePortal, patient).await?;
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let person = person(&mut tx, patient).await?;
    let portal = portal_of(&mut tx, ctx, patient).await?;
    let preference = preference(&mut tx, patient, hospital).await?;
    let has_account = sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT FROM portal_account WHERE patient_id = $1 AND hospital_id = $2) AS "has!""#,
        patient.0,
        hospital.0,
    )
    .fetch_one(&mut *tx)
    .await?;
    let view = super::view::of_patient(&mut tx, patient, hospital).await?;
    let mut records = alarms(&mut tx, ctx, patient, &view).await?;
    records.extend(lines(&mut tx, patient, hospital, &view).await?);
    let shown = [Kind::Demographics, Kind::Alarms, Kind::Background, Kind::Access];
    audit::record(ctx, Entry::patient(Action::ManagePortal, patient, &shown)).await?;
    tx.commit().await?;
    Ok(Settings {
        person,
        has_account,
        portal,
        preference,
        records,
    })
}

/// Switch and parts as the actor's hospital keeps them.
async fn portal_of(tx: &mut Tx, ctx: &Ctx, patient: PatientId) -> Result<Portal> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let kept = sqlx::query!(
        "SELECT is_open, hidden, changed_at FROM portal_setting WHERE patient_id = $1 AND hospital_id = $2",
        patient.0,
        hospital.0,
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(kept.map_or(Portal::open(), |row| Portal {
        is_open: row.is_open,
        hidden: row.hidden.iter().filter_map(|name| Section::parse(name)).collect(),
        changed_at: Some(from_db(row.changed_at)),
    }))
}

/// Alarms of the last day and those that are not closed.
async fn alarms(tx: &mut Tx, ctx: &Ctx, patient: PatientId, view: &View) -> Result<Vec<RecordRow>> {
    let (_, devices) = whereabouts(tx, ctx, patient).await?;
    let alarms = alarms_of_devices(tx, patient, &devices, ctx.now().plus_seconds(-86_400.0)).await?;
    let rows = alarms.into_iter().map(|alarm| {
        let of = (Section::Alarms, RecordKind::Alarm, alarm.id.0);
        row(view, of, alarm.last_raised_at, alarm.status())
    });
    Ok(rows.collect())
}

/// The lines of the background that hold here: of what kind and since when, not what they say.
async fn lines(tx: &mut Tx, patient: PatientId, hospital: HospitalId, view: &View) -> Result<Vec<RecordRow>> {
    let lines = sqlx::query!(
        r#"SELECT   l.kind AS "kind!", l.id AS "id!", l.recorded_at AS "recorded_at!"
           FROM     joined($1) AS j
           JOIN    (SELECT 'allergy' AS kind, id, patient_id, hospital_id, recorded_at FROM allergy WHERE ended_at IS NULL
                     UNION ALL SELECT 'condition', id, patient_id, hospital_id, recorded_at FROM patient_condition WHERE ended_at IS NULL
                     UNION ALL SELECT 'medicine', id, patient_id, hospital_id, recorded_at FROM patient_medicine WHERE ended_at IS NULL
                     UNION ALL SELECT 'surgery', id, patient_id, hospital_id, recorded_at FROM patient_surgery WHERE ended_at IS NULL) AS l
                 ON l.patient_id = j.id AND l.hospital_id = $2
           WHERE    coalesce(j.held_by, $2) = $2
           ORDER BY l.kind, l.recorded_at DESC, l.id DESC
           LIMIT    200"#,
        patient.0,
        hospital.0,
    )
    .fetch_all(&mut **tx)
    .await?;
    let rows = lines.into_iter().filter_map(|line| {
        let kind = RecordKind::parse(&line.kind)?;
        let of = (Section::Background, kind, line.id);
        Some(row(view, of, from_db(line.recorded_at), Status::Completed))
    });
    Ok(rows.collect())
}

fn row(view: &View, (section, kind, id): (Section, RecordKind, Uuid), at: Moment, status: Status) -> RecordRow {
    let flag = view.flags.iter().find(|(of, record, _)| (*of, *record) == (kind, id));
    RecordRow {
        kind,
        id,
        at,
        status,
        is_open: flag.is_none_or(|(.., is_open)| *is_open),
        is_shown: view.shows_record(section, kind, id, status),
    }
}
