//! What is planned anew while blood runs: another goal or time, and a machine that takes the place of one that breaks. What was planned before stays; the newest holds.

use domain::access::Action;
use domain::dialysis::quantities::{Kilograms, Millilitres, Minutes, MlPerKgHour};
use domain::dialysis::session::Stage;
use domain::dialysis::target::{self, Target, Typed, TypedExchange};
use domain::ids::{DeviceId, PatientId};
use domain::telemetry::Parameter;
use domain::time::Moment;
use uuid::Uuid;

use super::placed::{is_here, measures, measures_no_more, tell};
use super::refusal::{told, wrong};
use super::steps::NO_RATE;
use super::{Held, begin, done, dry_weight, prescribe};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::telemetry::{Recorder, load_measuring};
use crate::time::{from_db, to_db};

const OVER: HospitalError = HospitalError::Conflict("This is planned anew only while blood runs. Look again.");

/// Another goal or another time, with the reason. The guard of the start speaks again: of what is left, in the time that is left.
///
/// # Errors
/// Invalid, field by field, for a time that is over already, and where more would be taken in an hour than the prescription allows and nobody said why; a conflict while no blood runs.
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
    let removed = removed(&mut tx, ctx, (patient, session), &held, from_db(start.at)).await?;
    let it = typed.read(removed).map_err(HospitalError::Invalid)?;
    let is_above = is_above(
        &mut tx,
        ctx,
        patient,
        &it,
        (from_db(start.at), start.prescription_id, start.weight),
    )
    .await?;
    if is_above && it.above.is_none() {
        return Err(wrong(
            "above",
            "More would be taken in an hour than the prescription allows. Say why, take less or treat longer.",
        ));
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

/// Whether what is left would be taken faster than the prescription allows.
async fn is_above(
    tx: &mut Tx,
    ctx: &Ctx,
    patient: PatientId,
    it: &Target,
    (since, prescription, weight): (Moment, Uuid, f64),
) -> Result<bool> {
    let elapsed = Minutes((ctx.now().seconds_since(since) / 60.0).max(0.0));
    if it.time.0 <= elapsed.0 {
        return Err(wrong(
            "minutes",
            "Blood has run for longer than that already. Enter more minutes, or end the session.",
        ));
    }
    let prescribed = prescribe::versions(tx, patient, Some(prescription)).await?;
    let dry = dry_weight::values(tx, patient).await?.first().map(|dry| dry.weight);
    // What cannot be worked out is not "not above".
    let what = &prescribed.first().ok_or(NO_RATE)?.what;
    let (bound, course) = (MlPerKgHour(what.max_uf_rate), what.uf_profile.course(what.uf_steps));
    let plan = target::plan(it, elapsed, Kilograms(weight), dry, bound, course).map_err(|_| NO_RATE)?;
    Ok(plan.is_above)
}

/// What was taken so far: as the machine counted it or as somebody wrote it, whichever is newer; with what was taken on the machines before it.
async fn removed(
    tx: &mut Tx,
    ctx: &Ctx,
    (patient, session): (PatientId, Uuid),
    held: &Held,
    since: Moment,
) -> Result<Option<Millilitres>> {
    let row = sqlx::query!(
        r#"SELECT session_removed_before($1, $2) AS "before!",
                  (SELECT max(m.at) FROM session_machine m WHERE m.session_id = $1) AS exchanged,
                  (SELECT o.uf_removed + session_removed_before($1, o.taken_at)
                     FROM session_observation o
                    WHERE o.session_id = $1 AND o.uf_removed IS NOT NULL
                    ORDER BY o.taken_at DESC, o.id DESC LIMIT 1) AS written,
                  (SELECT max(o.taken_at) FROM session_observation o WHERE o.session_id = $1 AND o.uf_removed IS NOT NULL) AS written_at"#,
        session,
        to_db(ctx.now()),
    )
    .fetch_one(&mut **tx)
    .await?;
    let since = row.exchanged.map_or(since, from_db);
    let machine = held.device.and_then(|device| ctx.house().now.device(device));
    let measured = machine
        .filter(|machine| machine.patient == patient)
        .and_then(|machine| machine.latest.get(Parameter::UfRemoved))
        // A machine that fell silent hides nothing that was read off since.
        .filter(|(_, at)| *at >= since && row.written_at.is_none_or(|written| *at >= from_db(written)))
        .map(|(litres, _)| Millilitres(Millilitres::of_litres(f64::from(litres)).0 + f64::from(row.before)));
    let exchanged = row.exchanged.map(|_| Millilitres(f64::from(row.before)));
    let written = row.written.map(|written| Millilitres(f64::from(written)));
    Ok(measured.or(written).or(exchanged))
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
