//! Tells of what somebody writes at a chair that is dangerous, in the transaction that writes it: a blood pressure that is out, and an event that is told ([`EventKind::is_danger`]). What is told,
//! and when the same is told again, says `domain::dialysis::dangers`; whom, [`super::whom`].
//!
//! Each is asked once its row is written: the session is held from then on (`session_fact_in_order`), so of two people who write the same at once the second finds the first.

use domain::alerts::baseline::Began;
use domain::dialysis::dangers::{Held, is_told};
use domain::dialysis::during::{EventKind, InterventionKind};
use domain::dialysis::hypotension::NEAR;
use domain::dialysis::quantities::MmHg;
use domain::ids::{DeviceId, HospitalId, PatientId};
use domain::telemetry::Parameter;
use domain::time::Moment;
use uuid::Uuid;

use super::running::kept;
use super::whom::tell_at_once;
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::notices::Kind;
use crate::time::{from_db, to_db};

/// Of whom something was written, in which session, and on which machine they are.
#[derive(Clone, Copy)]
pub(super) struct Of {
    pub patient: PatientId,
    pub session: Uuid,
    pub device: Option<DeviceId>,
}

/// Tells of a pressure that is written as `row`, where it is out. What is written behind a newer one tells nobody: it is over, or it was told with that.
pub(super) async fn pressure(tx: &mut Tx, ctx: &Ctx, of: Of, (row, at): (Uuid, Moment), systolic: MmHg) -> Result<()> {
    let others = pressures(tx, of.session, row).await?;
    if others.first().is_some_and(|(newest, _)| *newest > at) {
        return Ok(());
    }
    let held = held(tx, ctx, of).await?;
    if !held.tells(systolic, others.into_iter().map(|(_, systolic)| systolic)) {
        return Ok(());
    }
    tell_at_once(tx, ctx, (of.patient, of.session), Kind::DialysisPressure).await
}

/// Tells of an event that is written as `row`, where it is a danger and not the one that was told.
pub(super) async fn event(tx: &mut Tx, ctx: &Ctx, of: Of, (row, at): (Uuid, Moment), kind: EventKind) -> Result<()> {
    if !kind.is_danger() {
        return Ok(());
    }
    let rows = sqlx::query_scalar!(
        "SELECT e.at
           FROM session_event e
          WHERE e.session_id = $1 AND e.id <> $2 AND e.kind = $3 AND e.at BETWEEN $4::timestamptz - make_interval(mins => $5) AND $4::timestamptz + make_interval(mins => $5)
            -- A typed time has minutes.
            AND NOT EXISTS (SELECT FROM session_intervention i
                             WHERE i.session_id = e.session_id AND i.kind = ANY ($6) AND i.at >= date_trunc('minute', e.at) AND i.at <= $4::timestamptz)",
        of.session,
        row,
        kind.name(),
        to_db(at),
        NEAR as i32,
        &answers(),
    )
    .fetch_all(&mut **tx)
    .await?;
    let unanswered: Vec<Moment> = rows.into_iter().map(from_db).collect();
    // Of a needle, of air and of pain a pressure says nothing.
    let (pressures, held) = match kind.is_of_pressure() {
        true => (pressures(tx, of.session, row).await?, held(tx, ctx, of).await?),
        false => (Vec::new(), Held::default()),
    };
    if is_told(kind, at, &unanswered, &pressures, &held) {
        return Ok(());
    }
    let told = match kind {
        EventKind::Hypotension => Kind::DialysisPressure,
        _ => Kind::DialysisDanger,
    };
    tell_at_once(tx, ctx, (of.patient, of.session), told).await
}

/// What may have been done about a danger, by name.
pub(super) fn answers() -> Vec<String> {
    let all = InterventionKind::ALL.iter().filter(|kind| kind.is_answer());
    all.map(|kind| kind.name().to_owned()).collect()
}

/// The dangers, by name.
pub(super) fn dangers() -> Vec<String> {
    let all = EventKind::ALL.iter().filter(|kind| kind.is_danger());
    all.map(|kind| kind.name().to_owned()).collect()
}

/// The systolic pressures that somebody wrote of a session, the newest first, but for one line.
async fn pressures(tx: &mut Tx, session: Uuid, but: Uuid) -> Result<Vec<(Moment, MmHg)>> {
    let rows = sqlx::query!(
        r#"SELECT   o.taken_at, o.systolic AS "systolic!"
           FROM     session_observation o
           WHERE    o.session_id = $1 AND o.id <> $2 AND o.systolic IS NOT NULL
           ORDER BY o.taken_at DESC, o.id DESC"#,
        session,
        but,
    )
    .fetch_all(&mut **tx)
    .await?;
    let all = rows
        .into_iter()
        .map(|row| (from_db(row.taken_at), MmHg(row.systolic.into())));
    Ok(all.collect())
}

/// What a pressure there is held against now: the pressure before, and the numbers that raise an alarm where a machine measures it.
async fn held(tx: &mut Tx, ctx: &Ctx, of: Of) -> Result<Held> {
    let hospital: HospitalId = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let before = sqlx::query_scalar!(
        "SELECT f.lying_systolic FROM session_before f WHERE f.session_id = $1 ORDER BY f.recorded_at DESC, f.id DESC LIMIT 1",
        of.session
    )
    .fetch_optional(&mut **tx)
    .await?;
    let rules = kept(tx, ctx, (hospital, of.patient), of.device).await?;
    Ok(Held {
        before: before.map(|systolic| MmHg(systolic.into())),
        bounds: rules.bounds(Parameter::Systolic, ctx.now(), &Began::default(), None),
    })
}
