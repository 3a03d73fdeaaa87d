//! What moves a session on. Each step is a fact that is written; the database moves the session by it, and refuses what is not its turn
//! (`migrations/20261127303000_dialysis_order.sql`).
//!
//! ```text
//! check_in ─► look (as often as needed) ─► confirm (another person) ─► start ─► end ─► look_after ─► sign
//! ```

use domain::access::Action;
use domain::dialysis::after;
use domain::dialysis::before;
use domain::dialysis::beside::Beside;
use domain::dialysis::quantities::{Kilograms, Millilitres, Minutes, MlPerKgHour};
use domain::dialysis::session::{Absence, CalledOff, Early, Stage};
use domain::dialysis::uf;
use domain::ids::{DeviceId, PatientId};
use domain::invalid::Invalid;
use domain::units::Units;
use uuid::Uuid;

use super::chair::sheet;
use super::placed::{is_here, measures, measures_no_more, tell};
use super::prescribe::{self, small};
use super::refusal::{told, wrong};
use super::times::when;
use super::whom::tell_doctors;
use super::{begin, done, dry_weight, known};
use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};
use crate::notices::Kind;
use crate::telemetry::{Recorder, load_measuring};
use crate::time::to_db;

/// They are here; `at` is the time of the clock where it was earlier (`times`): so it is of each step.
///
/// # Errors
/// A conflict for a session that does not wait for them; invalid for a time that is none.
pub async fn check_in(ctx: &Ctx, patient: PatientId, session: Uuid, at: &str) -> Result<()> {
    let (mut tx, here, _) = begin(ctx, Action::RunDialysis, patient, session).await?;
    let when = when(&mut tx, ctx, at).await?;
    sqlx::query!(
        "INSERT INTO session_check_in (session_id, at, by_user, written_at) VALUES ($1, $2, $3, $4)",
        session,
        when.at,
        here.user,
        when.written,
    )
    .execute(&mut *tx)
    .await
    .map_err(told)?;
    done(tx, ctx, "dialysis_session.check_in", Action::RunDialysis, patient).await
}

/// They did not come.
///
/// # Errors
/// Invalid without a reason, and where another reason has no words.
pub async fn did_not_attend(ctx: &Ctx, patient: PatientId, session: Uuid, why: &str, note: &str) -> Result<()> {
    let (mut tx, here, held) = begin(ctx, Action::RunDialysis, patient, session).await?;
    let why = Absence::parse(why).ok_or_else(|| wrong("reason", "Choose why they did not come."))?;
    let note = words(note)?;
    if why == Absence::Other && note.is_none() {
        return Err(wrong("note", "Say in a few words what it was."));
    }
    if ctx.now() < held.planned.0 {
        return Err(HospitalError::Conflict(
            "The session has not begun yet. If they are not coming, call it off in the diary.",
        ));
    }
    sqlx::query!(
        "INSERT INTO session_did_not_attend (session_id, at, by_user, reason, note) VALUES ($1, $2, $3, $4, $5)",
        session,
        to_db(ctx.now()),
        here.user,
        why.name(),
        note,
    )
    .execute(&mut *tx)
    .await
    .map_err(told)?;
    tell_doctors(&mut tx, ctx, (patient, session), Kind::DialysisMissed).await?;
    done(tx, ctx, "dialysis_session.did_not_attend", Action::RunDialysis, patient).await
}

/// They were received and go without a treatment, with the reason: also after the hour for which the chair was kept, because nobody else waits for them there.
///
/// # Errors
/// Invalid without a reason of [`CalledOff::AT_THE_CHAIR`], and where another reason has no words; a conflict for a session that does not wait for them.
pub async fn let_go(ctx: &Ctx, patient: PatientId, session: Uuid, why: &str, note: &str) -> Result<()> {
    let (mut tx, here, held) = begin(ctx, Action::RunDialysis, patient, session).await?;
    let why = CalledOff::parse(why)
        .filter(|why| CalledOff::AT_THE_CHAIR.contains(why))
        .ok_or_else(|| wrong("reason", "Choose why they are not treated."))?;
    let note = words(note)?;
    if why == CalledOff::Other && note.is_none() {
        return Err(wrong("note", "Say in a few words what it was."));
    }
    if held.stage != Stage::CheckedIn {
        return Err(HospitalError::Conflict(
            "This session has gone on meanwhile. Look again.",
        ));
    }
    sqlx::query!(
        "INSERT INTO session_cancelled (session_id, at, by_user, reason, note) VALUES ($1, $2, $3, $4, $5)",
        session,
        to_db(ctx.now()),
        here.user,
        why.name(),
        note,
    )
    .execute(&mut *tx)
    .await
    .map_err(told)?;
    tell_doctors(&mut tx, ctx, (patient, session), Kind::DialysisMissed).await?;
    done(tx, ctx, "dialysis_session.let_go", Action::RunDialysis, patient).await
}

/// Another machine than the one that was kept, or the first that is named, until the start.
///
/// # Errors
/// Invalid for a machine of another hospital; a conflict for one that is not fit, or kept for somebody else.
pub async fn choose_machine(ctx: &Ctx, patient: PatientId, session: Uuid, device: DeviceId) -> Result<()> {
    let (mut tx, here, held) = begin(ctx, Action::RunDialysis, patient, session).await?;
    if !matches!(held.stage, Stage::Booked | Stage::CheckedIn) {
        return Err(HospitalError::Conflict(
            "This session has gone on meanwhile. Look again.",
        ));
    }
    if !is_here(&mut tx, here, device).await? {
        return Err(wrong("device", "Choose a machine of the list."));
    }
    sqlx::query!(
        "UPDATE dialysis_session SET device_id = $2 WHERE id = $1",
        session,
        device.0
    )
    .execute(&mut *tx)
    .await
    .map_err(told)?;
    done(tx, ctx, "dialysis_session.machine", Action::RunDialysis, patient).await
}

/// What whoever looks was shown, so that nothing is confirmed that has changed meanwhile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Looked {
    /// The prescription that holds.
    pub prescription: Uuid,
    /// The access that will be used.
    pub access: Uuid,
}

/// What is looked at before anything is connected. The newest look counts, and a second person confirms that one.
///
/// # Errors
/// Invalid, field by field; a conflict when the session is elsewhere or the prescription was revised meanwhile.
pub async fn look(
    ctx: &Ctx,
    patient: PatientId,
    session: Uuid,
    seen: Looked,
    (typed, at): (&before::Typed, &str),
    beside: &Beside,
) -> Result<()> {
    let (mut tx, here, _) = begin(ctx, Action::RunDialysis, patient, session).await?;
    let units = beside.units().map_err(HospitalError::Invalid)?;
    let when = when(&mut tx, ctx, at).await?;
    // Asked first: the fluid to take follows from the weight, and would be wrong with it.
    if let Ok(weight) = units.weight.read("weight", &typed.weight, before::WEIGHT) {
        let known = known::weights(&mut tx, patient).await?;
        beside
            .ask(&typed.weight, Kilograms(weight), known)
            .map_err(HospitalError::Invalid)?;
    }
    let dry = dry_weight::values(&mut tx, patient)
        .await?
        .into_iter()
        .next()
        .map(|dry| dry.weight);
    let prescribed = prescribe::versions(&mut tx, patient, Some(seen.prescription)).await?;
    let prescribed = prescribed.first().and_then(|version| version.what.uf_goal);
    let it = with_goal(typed, prescribed, dry, units)
        .read(units)
        .map_err(HospitalError::Invalid)?;
    if seen.access.is_nil() {
        return Err(wrong("access", "Choose an access that is in use."));
    }
    let symptoms = it.complaints.symptoms().iter();
    let symptoms: Vec<String> = symptoms.map(|symptom| symptom.name().to_owned()).collect();
    let (standing_systolic, standing_diastolic) = pressure(it.standing);
    sqlx::query!(
        "INSERT INTO session_before (id, session_id, recorded_at, recorded_by, prescription_id, weight, lying_systolic, lying_diastolic, standing_systolic, standing_diastolic,
                                     pulse, temperature, breaths, spo2, glucose, symptoms, note, access_id, access_safe, self_test_passed, conductivity, consented, uf_goal, urea,
                                     written_at, symptoms_asked)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26)",
        Uuid::now_v7(),
        session,
        when.at,
        here.user,
        seen.prescription,
        it.weight.0,
        it.lying.systolic.0 as i16,
        it.lying.diastolic.0 as i16,
        standing_systolic,
        standing_diastolic,
        it.pulse.map(small),
        it.temperature,
        it.breaths.map(small),
        it.spo2.map(small),
        it.glucose,
        &symptoms,
        it.note.as_deref(),
        seen.access,
        it.access_safe,
        it.self_test_passed,
        it.conductivity,
        it.consented,
        it.uf_goal.0 as i32,
        it.urea.map(|urea| urea.0),
        when.written,
        it.complaints.asked(),
    )
    .execute(&mut *tx)
    .await
    .map_err(told)?;
    done(tx, ctx, "dialysis_session.look", Action::RunDialysis, patient).await
}

/// The same with the fluid to take where it was left empty: what is prescribed, else down to the dry weight.
fn with_goal(typed: &before::Typed, prescribed: Option<i32>, dry: Option<Kilograms>, units: Units) -> before::Typed {
    let mut typed = typed.clone();
    if !typed.uf_goal.trim().is_empty() {
        return typed;
    }
    if let Some(goal) = prescribed {
        typed.uf_goal = goal.to_string();
    } else if let Ok(weight) = units.weight.read("weight", &typed.weight, before::WEIGHT)
        && let Ok(goal) = uf::goal(Kilograms(weight), dry, Millilitres(0.0))
    {
        typed.uf_goal = domain::numbers::fixed(goal.0, 0);
    }
    typed
}

/// Nobody is connected at a rate that nobody knows.
pub(super) const NO_RATE: HospitalError = HospitalError::Conflict(
    "How fast the fluid would be taken cannot be worked out. Look at weight, dry weight and fluid to remove again.",
);

/// What is said of a plan above its bound where nobody says why. Above 13 mL/kg/h that is said too: how far it is above a bound of 10 the bound does not say.
pub(super) fn too_fast(plan: &uf::Plan) -> HospitalError {
    wrong(
        "above",
        match plan.judged {
            uf::Judged::Strong => {
                "More than 13 mL/kg/h would be taken, and the prescription allows less: more harm is known above 13. Say why, take less or treat longer."
            }
            _ => "More would be taken in an hour than the prescription allows. Say why, take less or treat longer.",
        },
    )
}

/// A second person has looked at the same. `before` is the look that they saw.
///
/// # Errors
/// Not found for a look of another session; a conflict for who looked first.
pub async fn confirm(ctx: &Ctx, patient: PatientId, session: Uuid, before: Uuid, at: &str) -> Result<()> {
    let (mut tx, here, _) = begin(ctx, Action::RunDialysis, patient, session).await?;
    let when = when(&mut tx, ctx, at).await?;
    let first = sqlx::query_scalar!(
        "SELECT recorded_by FROM session_before WHERE id = $1 AND session_id = $2",
        before,
        session
    )
    .fetch_optional(&mut *tx)
    .await?
    .ok_or(HospitalError::NotFound)?;
    sqlx::query!(
        "INSERT INTO session_second_check (before_id, session_id, first_by, checked_by, checked_at, written_at) VALUES ($1, $2, $3, $4, $5, $6)",
        before,
        session,
        first,
        here.user,
        when.at,
        when.written,
    )
    .execute(&mut *tx)
    .await
    .map_err(told)?;
    done(tx, ctx, "dialysis_session.confirm", Action::RunDialysis, patient).await
}

/// Blood runs: the machine measures this patient from now on. `above` says why more is taken in an hour than the prescription allows, where that is so.
///
/// # Errors
/// A conflict while something that must be known is missing or not fine; invalid when more would be taken in an hour than is allowed and nobody said why.
pub async fn start(
    ctx: &Ctx,
    recorder: &Recorder,
    patient: PatientId,
    session: Uuid,
    (above, at): (&str, &str),
) -> Result<()> {
    let (mut tx, here, held) = begin(ctx, Action::RunDialysis, patient, session).await?;
    let when = when(&mut tx, ctx, at).await?;
    let look = sqlx::query!(
        "SELECT id, prescription_id, weight, uf_goal FROM session_before WHERE session_id = $1 ORDER BY recorded_at DESC, id DESC LIMIT 1",
        session
    )
    .fetch_optional(&mut *tx)
    .await?
    .ok_or(HospitalError::Conflict("Write down first what was looked at before the start."))?;
    let above = words(above)?;
    let prescribed = prescribe::versions(&mut tx, patient, Some(look.prescription_id)).await?;
    let dry = dry_weight::values(&mut tx, patient).await?;
    let version = prescribed.first().ok_or(HospitalError::Conflict(
        "The prescription was revised meanwhile. Look at everything again with the new one.",
    ))?;
    let what = &version.what;
    // What cannot be worked out is not "not above".
    let plan = uf::plan(
        Millilitres(f64::from(look.uf_goal)),
        Minutes(f64::from(held.minutes)),
        Kilograms(look.weight),
        dry.first().map(|dry| dry.weight),
        MlPerKgHour(what.max_uf_rate),
        what.peak(),
    );
    let plan = plan.map_err(|_| NO_RATE)?;
    let is_above = plan.is_above;
    if is_above && above.is_none() {
        return Err(too_fast(&plan));
    }
    sqlx::query!(
        "INSERT INTO session_started (session_id, at, by_user, before_id, prescription_id, above_rate_because, written_at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        session,
        when.at,
        here.user,
        look.id,
        look.prescription_id,
        above.filter(|_| is_above),
        when.written,
    )
    .execute(&mut *tx)
    .await
    .map_err(told)?;
    let measured = measures(&mut tx, ctx, here, patient, &held).await?;
    done(tx, ctx, "dialysis_session.start", Action::RunDialysis, patient).await?;
    tell(ctx, recorder, measured).await?;
    // From now on there is a plan of the fluid, also where the machine measured them before.
    load_measuring(ctx.house(), patient).await
}

/// Blood runs no longer. `why` says why before its time; none at its end.
///
/// # Errors
/// Invalid for a reason that is none, and where another reason has no words.
pub async fn end(
    ctx: &Ctx,
    recorder: &Recorder,
    patient: PatientId,
    session: Uuid,
    why: Option<&str>,
    (note, at): (&str, &str),
) -> Result<()> {
    let (mut tx, here, held) = begin(ctx, Action::RunDialysis, patient, session).await?;
    let when = when(&mut tx, ctx, at).await?;
    let why = match why {
        Some(why) => Some(Early::parse(why).ok_or_else(|| wrong("early", "Choose why it ends before its time."))?),
        None => None,
    };
    let note = words(note)?;
    if why == Some(Early::Other) && note.is_none() {
        return Err(wrong("note", "Say in a few words what it was."));
    }
    sqlx::query!(
        "INSERT INTO session_ended (session_id, at, by_user, early_because, note, written_at) VALUES ($1, $2, $3, $4, $5, $6)",
        session,
        when.at,
        here.user,
        why.map(Early::name),
        note,
        when.written,
    )
    .execute(&mut *tx)
    .await
    .map_err(told)?;
    let measured = measures_no_more(&mut tx, ctx, patient, &held).await?;
    if why.is_some() {
        tell_doctors(&mut tx, ctx, (patient, session), Kind::DialysisInterrupted).await?;
    }
    done(tx, ctx, "dialysis_session.end", Action::RunDialysis, patient).await?;
    tell(ctx, recorder, measured).await?;
    load_measuring(ctx.house(), patient).await
}

/// What is looked at afterwards. The newest counts.
///
/// # Errors
/// Invalid, field by field; a conflict before the end and after the signature.
pub async fn look_after(
    ctx: &Ctx,
    patient: PatientId,
    session: Uuid,
    typed: &after::Typed,
    beside: &Beside,
) -> Result<()> {
    let (mut tx, here, _) = begin(ctx, Action::RunDialysis, patient, session).await?;
    let units = beside.units().map_err(HospitalError::Invalid)?;
    let it = typed.read(units).map_err(HospitalError::Invalid)?;
    let known = known::weights(&mut tx, patient).await?;
    beside
        .ask(&typed.weight, it.weight, known)
        .map_err(HospitalError::Invalid)?;
    let (standing_systolic, standing_diastolic) = pressure(it.standing);
    sqlx::query!(
        "INSERT INTO session_after (id, session_id, recorded_at, recorded_by, weight, lying_systolic, lying_diastolic, standing_systolic, standing_diastolic, pulse, temperature,
                                    uf_removed, litres, washback, bleeding_minutes, urea, note)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)",
        Uuid::now_v7(),
        session,
        to_db(ctx.now()),
        here.user,
        it.weight.0,
        it.lying.systolic.0 as i16,
        it.lying.diastolic.0 as i16,
        standing_systolic,
        standing_diastolic,
        it.pulse.map(small),
        it.temperature,
        it.uf_removed.0 as i32,
        it.litres,
        it.washback.name(),
        it.bleeding.map(|minutes| minutes.0 as i16),
        it.urea.map(|urea| urea.0),
        it.note.as_deref(),
    )
    .execute(&mut *tx)
    .await
    .map_err(told)?;
    done(tx, ctx, "dialysis_session.look_after", Action::RunDialysis, patient).await
}

/// The doctor's name stands under it: nothing of it changes any more. `seen` is the word of what they saw ([`Sheet::word`](super::chair::Sheet::word)).
///
/// # Errors
/// A conflict before the end, while what was looked at afterwards is missing, and where something was written since they looked.
pub async fn sign(ctx: &Ctx, patient: PatientId, session: Uuid, seen: &str, note: &str) -> Result<()> {
    let (mut tx, here, held) = begin(ctx, Action::SignDialysis, patient, session).await?;
    if held.stage == Stage::Signed {
        return Err(HospitalError::Conflict("Somebody has signed this already."));
    }
    let note = words(note)?;
    sqlx::query!(
        "INSERT INTO session_signed (session_id, at, by_user, note) VALUES ($1, $2, $3, $4)",
        session,
        to_db(ctx.now()),
        here.user,
        note,
    )
    .execute(&mut *tx)
    .await
    .map_err(told)?;
    // Nobody writes anything of it any more: what differs now was written before, and is signed by nobody who has not seen it.
    let sheet = sheet(&mut tx, patient, session).await?.ok_or(HospitalError::NotFound)?;
    if sheet.word() != seen {
        return Err(HospitalError::Conflict(
            "Something was written since you looked. Look at it again, then sign.",
        ));
    }
    done(tx, ctx, "dialysis_session.sign", Action::SignDialysis, patient).await
}

/// A short text that may stay empty.
pub(super) fn words(typed: &str) -> Result<Option<String>> {
    let text = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    match text.chars().count() {
        0 => Ok(None),
        1..=500 => Ok(Some(text)),
        _ => Err(HospitalError::Invalid(vec![Invalid::new(
            "note",
            "Use at most 500 characters here.",
        )])),
    }
}

fn pressure(pressure: Option<before::Pressure>) -> (Option<i16>, Option<i16>) {
    pressure.map(|it| (it.systolic.0 as i16, it.diastolic.0 as i16)).unzip()
}
