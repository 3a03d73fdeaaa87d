//! Limits of one patient: who set them, why, and until when; each can be ended before. They replace what the hospital set.
//!
//! | verb | does |
//! | --- | --- |
//! | [`patient_limits`] | what holds, and what held |
//! | [`set_patient_limit`], [`end_patient_limit`] | sets one, ends one |

use domain::access::{Action, Subject};
use domain::alerts::Side;
use domain::alerts::setting::PatientTyped;
use domain::ids::PatientId;
use domain::telemetry::Parameter;
use domain::time::Moment;
use uuid::Uuid;

use super::rules::{RuleLine, told};
use crate::audit::{self, Entry, Kind};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::on_call::{Told, steps_of};
use crate::telemetry::load_measuring;
use crate::time::{from_db, to_db};

/// Lines that are read.
const MOST: i64 = 200;
/// How far back it is shown who was told, in seconds: a week.
const TOLD: f64 = 7.0 * 86_400.0;

/// A limit of one patient with its author.
#[derive(Clone, Debug, PartialEq)]
pub struct LimitLine {
    /// Which.
    pub id: Uuid,
    /// Of which parameter.
    pub parameter: Parameter,
    /// Which side is wrong.
    pub side: Side,
    /// Where it raises.
    pub value: f32,
    /// Why.
    pub reason: String,
    /// When it was set, and by whom.
    pub set: (Moment, String),
    /// Until when it holds, or held.
    pub until: Moment,
    /// Who ended it before its time.
    pub ended_by: Option<String>,
    /// Whether it holds now.
    pub holds: bool,
    /// Whether the reader's hospital set it.
    pub is_ours: bool,
}

/// The limits of one patient.
#[derive(Clone, Debug, PartialEq)]
pub struct PatientLimits {
    /// What holds and what held, the newest first; at most 200.
    pub lines: Vec<LimitLine>,
    /// What the hospital set for everybody.
    pub hospital: Vec<RuleLine>,
    /// Who was told of alarms of the last week that nobody answered; the newest first, at most 50.
    pub told: Vec<Told>,
    /// Whether the reader sets them.
    pub may_set: bool,
}

/// The limits of one patient; the look is recorded.
///
/// # Errors
/// Not found or denied for who does not read the record.
pub async fn patient_limits(ctx: &Ctx, patient: PatientId) -> Result<PatientLimits> {
    let (mut tx, grounds) = ctx.begin_on_grounds(Action::ReadBackground, patient).await?;
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let now = ctx.now();
    let rows = sqlx::query!(
        r#"SELECT l.id, l.hospital_id, l.parameter, l.side, l.value, l.reason, lower(l.during) AS "set_at!", upper(l.during) AS "until!",
                  l.during @> $2::timestamptz AS "holds!", l.ended_by IS NOT NULL AS "is_ended!", a.display_name AS "author?", e.display_name AS "ender?"
             FROM joined($1) AS j
             JOIN patient_limit l ON l.patient_id = j.id AND l.hospital_id = coalesce(j.held_by, l.hospital_id)
             LEFT JOIN app_user a ON a.id = l.made_by
             LEFT JOIN app_user e ON e.id = l.ended_by
            ORDER BY 9 DESC, lower(l.during) DESC, l.id
            LIMIT $3"#,
        patient.0,
        to_db(now),
        MOST,
    )
    .fetch_all(&mut *tx)
    .await?;
    let of_hospital = super::rules::holding(&mut tx, hospital).await?;
    let told = steps_of(&mut tx, patient, now.plus_seconds(-TOLD)).await?;
    let mut entry = Entry::patient(Action::ReadBackground, patient, &[Kind::Limits]).on(&grounds);
    if !told.is_empty() {
        entry = entry.kinds(&[Kind::Alarms]);
    }
    audit::record(ctx, entry).await?;
    tx.commit().await?;
    let subject = Subject::Patient {
        patient,
        relations: grounds.held,
    };
    let lines = rows.into_iter().filter_map(|row| {
        Some(LimitLine {
            id: row.id,
            parameter: Parameter::parse(&row.parameter)?,
            side: Side::parse(&row.side)?,
            value: row.value,
            reason: row.reason,
            set: (from_db(row.set_at), row.author.unwrap_or_default()),
            until: from_db(row.until),
            ended_by: row.is_ended.then(|| row.ender.unwrap_or_default()),
            holds: row.holds,
            is_ours: row.hospital_id == hospital.0,
        })
    });
    Ok(PatientLimits {
        lines: lines.collect(),
        hospital: of_hospital,
        told,
        may_set: ctx.may(Action::SetPatientLimits, &subject),
    })
}

/// Sets a limit for one patient. The one that held ends.
///
/// # Errors
/// Invalid for what cannot be read; denied for who does not treat the patient as a doctor.
pub async fn set_patient_limit(ctx: &Ctx, patient: PatientId, typed: &PatientTyped) -> Result<()> {
    let mut tx = ctx.begin_with_patient(Action::SetPatientLimits, patient).await?;
    let (hospital, user) = writer(ctx)?;
    let set = typed.read().map_err(HospitalError::Invalid)?;
    let now = ctx.now();
    let ended = sqlx::query_scalar!(
        r#"UPDATE patient_limit
              SET during = tstzrange(lower(during), greatest($5, lower(during) + '1 microsecond'::interval)), ended_by = $6
            WHERE patient_id = $1 AND hospital_id = $2 AND parameter = $3 AND side = $4 AND during @> $5::timestamptz
        RETURNING upper(during) AS "at!""#,
        patient.0,
        hospital,
        set.parameter.name(),
        set.side.name(),
        to_db(now),
        user,
    )
    .fetch_optional(&mut *tx)
    .await?;
    let until = now.plus_seconds(f64::from(set.days) * 86_400.0);
    sqlx::query!(
        "INSERT INTO patient_limit (id, patient_id, hospital_id, parameter, side, value, reason, made_by, during)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, tstzrange($9, $10))",
        Uuid::now_v7(),
        patient.0,
        hospital,
        set.parameter.name(),
        set.side.name(),
        set.value,
        set.reason,
        user,
        ended.unwrap_or(to_db(now)),
        to_db(until),
    )
    .execute(&mut *tx)
    .await
    .map_err(told)?;
    done(tx, ctx, "patient_limit.set", patient).await
}

/// Ends a limit of one patient before its time: what the hospital set holds again.
///
/// # Errors
/// Not found for one that does not hold here.
pub async fn end_patient_limit(ctx: &Ctx, patient: PatientId, limit: Uuid) -> Result<()> {
    let mut tx = ctx.begin_with_patient(Action::SetPatientLimits, patient).await?;
    let (hospital, user) = writer(ctx)?;
    let ended = sqlx::query!(
        "UPDATE patient_limit
            SET during = tstzrange(lower(during), greatest($4, lower(during) + '1 microsecond'::interval)), ended_by = $5
          WHERE id = $1 AND hospital_id = $3 AND during @> $4::timestamptz
            AND patient_id IN (SELECT j.id FROM joined($2) AS j WHERE coalesce(j.held_by, $3) = $3)",
        limit,
        patient.0,
        hospital,
        to_db(ctx.now()),
        user,
    )
    .execute(&mut *tx)
    .await?;
    if ended.rows_affected() == 0 {
        return Err(HospitalError::NotFound);
    }
    done(tx, ctx, "patient_limit.end", patient).await
}

fn writer(ctx: &Ctx) -> Result<(Uuid, Uuid)> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let user = ctx
        .actor()
        .user()
        .ok_or(HospitalError::Denied(Action::SetPatientLimits.name()))?;
    Ok((hospital.0, user.0))
}

/// The change is recorded in its own transaction; then what watches the patient is loaded anew.
async fn done(mut tx: Tx, ctx: &Ctx, what: &'static str, patient: PatientId) -> Result<()> {
    let entry = Entry::changed(what, Action::SetPatientLimits, patient, Kind::Limits);
    audit::record_in(&mut tx, ctx, [entry]).await?;
    tx.commit().await?;
    load_measuring(ctx.house(), patient).await
}
