//! What is planned anew while blood runs: another goal or time, and a machine that takes the place of one that breaks. What was planned before stays; the newest holds. It begins with what
//! was taken by now: a figure of a machine that fell silent, or that was written long ago, is none of now and is read off first.

use domain::access::Action;
use domain::dialysis::counted::{Counted, Figures};
use domain::dialysis::quantities::{Kilograms, Millilitres, Minutes, MlPerKgHour};
use domain::dialysis::session::Stage;
use domain::dialysis::target::{self, Target, Typed, TypedExchange};
use domain::dialysis::uf::Plan;
use domain::ids::{DeviceId, PatientId};
use domain::telemetry::Parameter;
use domain::time::Moment;
use uuid::Uuid;

use super::chair::Chair;
use super::dry_weight::{self, held_at};
use super::placed::{is_here, measures, measures_no_more, tell};
use super::refusal::{told, wrong};
use super::steps::{NO_RATE, too_fast};
use super::{Held, begin, done, prescribe};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::telemetry::{Recorder, load_measuring};
use crate::time::{from_db, to_db};

const OVER: HospitalError = HospitalError::Conflict("This is planned anew only while blood runs. Look again.");

/// Another goal or another time, with the reason. The guard of the start speaks again: of what is left, in the time that is left, by the dry weight of the start.
///
/// # Errors
/// Invalid, field by field, for a time that is over already, where what was taken is known of earlier alone and nobody read it off, and where more would be taken in an hour than the
/// prescription allows and nobody said why; a conflict while no blood runs.
pub async fn set_target(ctx: &Ctx, patient: PatientId, session: Uuid, typed: &Typed) -> Result<()> {
    let (mut tx, here, held) = begin(ctx, Action::RunDialysis, patient, session).await?;
    if held.stage != Stage::Running {
        return Err(OVER);
    }
    let start = sqlx::query!(
        "SELECT b.at, b.prescription_id, f.weight FROM session_started b JOIN session_before f ON f.id = b.before_id WHERE b.session_id = $1",
        session
    )
    .fetch_optional(&mut *tx)
    .await?
    .ok_or(OVER)?;
    let counted = counted(&mut tx, ctx, (patient, session), &held, from_db(start.at)).await?;
    let it = typed.read(counted).map_err(HospitalError::Invalid)?;
    if let Some(removed) = it.removed {
        is_of_all(&mut tx, ctx, session, removed).await?;
    }
    let start = (from_db(start.at), start.prescription_id, start.weight);
    let plan = plan_of(&mut tx, ctx, patient, &it, start).await?;
    let is_above = plan.is_above;
    if is_above && it.above.is_none() {
        return Err(too_fast(&plan));
    }
    sqlx::query!(
        "INSERT INTO session_target (id, session_id, at, by_user, uf_goal, minutes, removed, reason, above_rate_because) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        Uuid::now_v7(),
        session,
        to_db(ctx.now()),
        here.user,
        it.goal.0 as i32,
        it.time.0 as i16,
        it.removed.map(|removed| removed.0 as i32),
        it.reason,
        it.above.filter(|_| is_above),
    )
    .execute(&mut *tx)
    .await
    .map_err(told)?;
    done(tx, ctx, "dialysis_session.target", Action::RunDialysis, patient).await?;
    load_measuring(ctx.house(), patient).await
}

/// How fast what is left would be taken.
async fn plan_of(
    tx: &mut Tx,
    ctx: &Ctx,
    patient: PatientId,
    it: &Target,
    (since, prescription, weight): (Moment, Uuid, f64),
) -> Result<Plan> {
    let elapsed = Minutes((ctx.now().seconds_since(since) / 60.0).max(0.0));
    if it.time.0 <= elapsed.0 {
        return Err(wrong(
            "minutes",
            "Blood has run for longer than that already. Enter more minutes, or end the session.",
        ));
    }
    let prescribed = prescribe::versions(tx, patient, Some(prescription)).await?;
    let dry = held_at(&dry_weight::values(tx, patient).await?, since);
    // What cannot be worked out is not "not above".
    let what = &prescribed.first().ok_or(NO_RATE)?.what;
    let (bound, course) = (MlPerKgHour(what.max_uf_rate), what.course());
    target::plan(it, elapsed, Kilograms(weight), dry, bound, course).map_err(|_| NO_RATE)
}

impl Chair {
    /// What was taken so far ([`Figures::counted`]). Once blood runs no longer it stands for now where it was counted at the end.
    pub fn counted(&self) -> Option<Counted> {
        let (sheet, ended) = (&self.sheet, self.sheet.ended.as_ref());
        let of_machine = self.now.as_ref().and_then(|now| now.latest.get(Parameter::UfRemoved));
        let mut read_off = sheet.read_off(Parameter::UfRemoved, of_machine.is_some());
        let written = read_off.find_map(|line| {
            let removed = f64::from(line.what.uf_removed?) + sheet.removed_before(line.by.at).0;
            Some((Millilitres(removed), line.by.at))
        });
        let exchanged = sheet.exchanges.last();
        let figures = Figures {
            started: sheet.started.as_ref().map(|(by, _)| by.at),
            machine: self.now.as_ref(),
            written,
            handed_on: exchanged.map(|line| (line.what.what.removed, line.by.at)),
        };
        figures.counted(ended.map_or(self.read_at, |(by, ..)| by.at))
    }
}

/// What was taken is told of all machines together: less than those before took is the figure of this machine alone.
async fn is_of_all(tx: &mut Tx, ctx: &Ctx, session: Uuid, removed: Millilitres) -> Result<()> {
    let before = sqlx::query_scalar!(
        r#"SELECT session_removed_before($1, $2) AS "before!""#,
        session,
        to_db(ctx.now()),
    )
    .fetch_one(&mut **tx)
    .await?;
    match removed.0 < f64::from(before) {
        true => Err(wrong(
            "removed",
            "The machines before took more than that. Enter what was taken on all machines together.",
        )),
        false => Ok(()),
    }
}

/// The same for who plans anew.
async fn counted(
    tx: &mut Tx,
    ctx: &Ctx,
    (patient, session): (PatientId, Uuid),
    held: &Held,
    started: Moment,
) -> Result<Option<Counted>> {
    let row = sqlx::query!(
        r#"SELECT session_removed_before($1, $2) AS "before!",
                  (SELECT max(m.at) FROM session_machine m WHERE m.session_id = $1) AS exchanged,
                  (SELECT o.uf_removed + session_removed_before($1, o.taken_at)
                     FROM session_observation o
                    WHERE o.session_id = $1 AND o.uf_removed IS NOT NULL AND 'uf_removed' <> ALL (o.shown)
                    ORDER BY o.taken_at DESC, o.id DESC LIMIT 1) AS written,
                  (SELECT max(o.taken_at) FROM session_observation o WHERE o.session_id = $1 AND o.uf_removed IS NOT NULL
                      AND 'uf_removed' <> ALL (o.shown)) AS written_at"#,
        session,
        to_db(ctx.now()),
    )
    .fetch_one(&mut **tx)
    .await?;
    let millilitres = |number: i32| Millilitres(f64::from(number));
    let machine = held.device.and_then(|device| ctx.house().now.device(device));
    let machine = machine.filter(|machine| machine.patient == patient);
    let written = row.written.zip(row.written_at);
    let figures = Figures {
        started: Some(started),
        machine: machine.as_ref(),
        written: written.map(|(written, at)| (millilitres(written), from_db(at))),
        handed_on: row.exchanged.map(|at| (millilitres(row.before), from_db(at))),
    };
    Ok(figures.counted(ctx.now()))
}

/// Another machine takes the place of the one on which they are, without ending the session: it measures them from now on.
///
/// # Errors
/// Invalid, field by field; a conflict while no blood runs, and for a machine that is not fit, not of this ward or in use.
pub async fn exchange(
    ctx: &Ctx,
    recorder: &Recorder,
    patient: PatientId,
    session: Uuid,
    (device, typed): (DeviceId, &TypedExchange),
) -> Result<()> {
    let (mut tx, here, held) = begin(ctx, Action::RunDialysis, patient, session).await?;
    if held.stage != Stage::Running {
        return Err(OVER);
    }
    let it = typed.read().map_err(HospitalError::Invalid)?;
    if held.device == Some(device) || !is_here(&mut tx, here, device).await? {
        return Err(wrong("device", "Choose a machine of the list."));
    }
    is_of_all(&mut tx, ctx, session, it.removed).await?;
    sqlx::query!(
        "INSERT INTO session_machine (id, session_id, at, by_user, from_device, device_id, removed, reason) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        Uuid::now_v7(),
        session,
        to_db(ctx.now()),
        here.user,
        held.device.map(|device| device.0),
        device.0,
        it.removed.0 as i32,
        it.reason,
    )
    .execute(&mut *tx)
    .await
    .map_err(told)?;
    let left = measures_no_more(&mut tx, ctx, patient, &held).await?;
    let next = Held {
        device: Some(device),
        ..held
    };
    let measured = measures(&mut tx, ctx, here, patient, &next).await?;
    done(tx, ctx, "dialysis_session.exchange", Action::RunDialysis, patient).await?;
    tell(ctx, recorder, left).await?;
    tell(ctx, recorder, measured).await?;
    load_measuring(ctx.house(), patient).await
}
