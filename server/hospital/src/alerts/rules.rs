//! What a hospital sets of its alarms, for everybody or for one machine, with who set it, when and why. A rule is never changed: the one that holds ends, and the next
//! begins.
//!
//! | verb | does |
//! | --- | --- |
//! | [`rules`] | what watches in this hospital, beside what is published, and what held before |
//! | [`set_rule`], [`end_rule`] | sets one for everybody; back to what is published |
//! | [`machine_rules`], [`set_machine_rule`], [`end_machine_rule`] | the same of one machine |
//!
//! At one machine each lane has its own right: what is measured of the machine and its circuit is set by whoever keeps it, what is measured of the patient by a doctor. The database
//! asks the same of whoever sets it (`alarm_rule_clinical_by_doctor`).
//!
//! No reading asks the database for a rule: they are loaded with the placement of each device (`telemetry/placements.rs`), and loaded anew when one changes.

use std::collections::HashMap;

use domain::access::{Action, Subject};
use domain::alerts::setting::RuleTyped;
use domain::alerts::{Hold, Lane, Measure, Rule, Side, Whose};
use domain::ids::{DeviceId, HospitalId, PatientId};
use domain::telemetry::Parameter;
use domain::time::Moment;
use sqlx::PgConnection;
use time::OffsetDateTime;
use uuid::Uuid;

use crate::audit::{self, Entry, Kind, Outcome};
use crate::ctx::{Ctx, Tx};
use crate::devices::machines::{self, Ways};
use crate::error::{HospitalError, Result};
use crate::notices::whom::name_of_device;
use crate::telemetry::load_hospital;
use crate::time::{from_db, to_db};

/// Lines of the history that are read.
const MOST: i64 = 200;

/// A rule with its author.
#[derive(Clone, Debug, PartialEq)]
pub struct RuleLine {
    /// Which.
    pub id: Uuid,
    /// What it says.
    pub rule: Rule,
    /// Why.
    pub reason: String,
    /// When it was set, and by whom.
    pub set: (Moment, String),
    /// When it ended, and by whom.
    pub ended: Option<(Moment, String)>,
}

/// What is set in a hospital.
#[derive(Clone, Debug, PartialEq)]
pub struct RuleBook {
    /// What holds and what held, the newest first; at most 200.
    pub lines: Vec<RuleLine>,
    /// Whether the reader sets it.
    pub may_set: bool,
}

/// What is set for one machine.
#[derive(Clone, Debug, PartialEq)]
pub struct MachineRules {
    /// The machine.
    pub device: DeviceId,
    /// Its name.
    pub name: String,
    /// Which of its other pages the reader may open.
    pub ways: Ways,
    /// What is set for it, the newest first; at most 200.
    pub lines: Vec<RuleLine>,
    /// The lanes that the reader sets.
    pub sets: Vec<Lane>,
    /// What the hospital set for everybody, which holds where nothing is set for the machine.
    pub hospital: Vec<RuleLine>,
}

/// The rules of a hospital that hold at `at`, each with the machine for which it was set.
pub(crate) async fn in_force(
    connection: &mut PgConnection,
    hospital: HospitalId,
    at: Moment,
) -> std::result::Result<Vec<(Option<DeviceId>, Rule)>, sqlx::Error> {
    let rows = sqlx::query!(
        "SELECT device_id, parameter, side, measure, raise_at, clear_at, hold_seconds, times, within_seconds
           FROM alarm_rule
          WHERE hospital_id = $1 AND during @> $2::timestamptz",
        hospital.0,
        to_db(at),
    )
    .fetch_all(connection)
    .await?;
    let rules = rows.into_iter().filter_map(|row| {
        let hold = hold(row.hold_seconds, row.times, row.within_seconds);
        let numbers = (row.raise_at, row.clear_at);
        let rule = rule(
            (&row.parameter, &row.side, &row.measure),
            numbers,
            hold,
            row.device_id.is_some(),
        )?;
        Some((row.device_id.map(DeviceId), rule))
    });
    Ok(rules.collect())
}

/// The most that each of these patients' prescriptions lets be taken off in an hour of a session; where it runs around the clock nothing is watched by it. Of records that were joined the
/// newer prescription and the newer dry weight hold, as at the chair (`dialysis/prescribe.rs`, `dialysis/dry_weight.rs`).
pub(crate) async fn prescribed(
    connection: &mut PgConnection,
    hospital: HospitalId,
    patients: &[Uuid],
) -> std::result::Result<HashMap<PatientId, Rule>, sqlx::Error> {
    if patients.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = sqlx::query!(
        r#"SELECT p.whose AS "patient_id!", p.max_uf_rate AS "max_uf_rate!", w.kg AS "kg!"
             FROM (SELECT DISTINCT ON (t.id) t.id AS whose, v.max_uf_rate, v.modality
                     FROM unnest($1::uuid[]) AS t (id)
                    CROSS JOIN LATERAL joined(t.id) AS j
                     JOIN dialysis_prescription v ON v.patient_id = j.id AND v.hospital_id = coalesce(j.held_by, v.hospital_id)
                    WHERE v.hospital_id = $2 AND v.ended_at IS NULL
                    ORDER BY t.id, v.prescribed_at DESC, v.id DESC) AS p
            CROSS JOIN LATERAL (SELECT d.kg
                                  FROM joined(p.whose) AS j
                                  JOIN dry_weight d ON d.patient_id = j.id AND d.hospital_id = coalesce(j.held_by, d.hospital_id)
                                 WHERE d.hospital_id = $2
                                 ORDER BY d.set_at DESC, d.id DESC LIMIT 1) AS w
            WHERE p.modality <> 'cvvhdf'"#,
        patients,
        hospital.0,
    )
    .fetch_all(connection)
    .await?;
    let rules = rows.into_iter().map(|row| {
        (
            PatientId(row.patient_id),
            Rule::of_prescription(row.max_uf_rate, row.kg),
        )
    });
    Ok(rules.collect())
}

fn hold(seconds: i16, times: i16, within: i16) -> Hold {
    Hold {
        seconds: u16::try_from(seconds).unwrap_or(0),
        times: u8::try_from(times).unwrap_or(0),
        within: u16::try_from(within).unwrap_or(0),
    }
}

fn rule(
    (parameter, side, measure): (&str, &str, &str),
    (raise, clear): (f32, f32),
    hold: Hold,
    of_machine: bool,
) -> Option<Rule> {
    Some(Rule {
        parameter: Parameter::parse(parameter)?,
        side: Side::parse(side)?,
        measure: Measure::parse(measure)?,
        raise,
        clear,
        hold,
        whose: match of_machine {
            true => Whose::Machine,
            false => Whose::Hospital,
        },
    })
}

async fn lines(tx: &mut Tx, hospital: HospitalId, device: Option<DeviceId>) -> Result<Vec<RuleLine>> {
    let rows = sqlx::query!(
        r#"SELECT r.id, r.parameter, r.side, r.measure, r.raise_at, r.clear_at, r.hold_seconds, r.times, r.within_seconds, r.reason,
                  lower(r.during) AS "set_at!", upper(r.during) AS ended_at, a.display_name AS "author?", e.display_name AS "ender?"
             FROM alarm_rule r
             LEFT JOIN app_user a ON a.id = r.made_by
             LEFT JOIN app_user e ON e.id = r.ended_by
            WHERE r.hospital_id = $1 AND r.device_id IS NOT DISTINCT FROM $2
            ORDER BY upper_inf(r.during) DESC, lower(r.during) DESC, r.id
            LIMIT $3"#,
        hospital.0,
        device.map(|device| device.0),
        MOST,
    )
    .fetch_all(&mut **tx)
    .await?;
    let lines = rows.into_iter().filter_map(|row| {
        let hold = hold(row.hold_seconds, row.times, row.within_seconds);
        let rule = rule(
            (&row.parameter, &row.side, &row.measure),
            (row.raise_at, row.clear_at),
            hold,
            device.is_some(),
        )?;
        let ended = |at: OffsetDateTime| (from_db(at), row.ender.unwrap_or_default());
        Some(RuleLine {
            id: row.id,
            rule,
            reason: row.reason,
            set: (from_db(row.set_at), row.author.unwrap_or_default()),
            ended: row.ended_at.map(ended),
        })
    });
    Ok(lines.collect())
}

/// What the hospital set for everybody and holds now, for pages that show it beside something else.
pub(super) async fn holding(tx: &mut Tx, hospital: HospitalId) -> Result<Vec<RuleLine>> {
    let mut lines = lines(tx, hospital, None).await?;
    lines.retain(|line| line.ended.is_none());
    Ok(lines)
}

/// What watches in the reader's hospital.
///
/// # Errors
/// Denied for who neither treats people nor keeps machines there.
pub async fn rules(ctx: &Ctx) -> Result<RuleBook> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let subject = Subject::Hospital(hospital);
    let mut tx = ctx.begin(Action::ReadAlarmRules, &subject).await?;
    let lines = lines(&mut tx, hospital, None).await?;
    let entry = Entry::new(Action::ReadAlarmRules, &subject, Outcome::Allowed).kinds(&[Kind::Limits]);
    audit::record(ctx, entry).await?;
    tx.commit().await?;
    Ok(RuleBook {
        lines,
        may_set: ctx.may(Action::SetAlarmRules, &subject),
    })
}

/// Sets a rule for everybody in the hospital. The one that held ends.
///
/// # Errors
/// Invalid for what cannot be read; denied for whoever does not run the hospital.
pub async fn set_rule(ctx: &Ctx, typed: &RuleTyped) -> Result<()> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let subject = Subject::Hospital(hospital);
    let mut tx = ctx.begin(Action::SetAlarmRules, &subject).await?;
    let (rule, reason) = typed.read(Whose::Hospital).map_err(HospitalError::Invalid)?;
    put(&mut tx, ctx, hospital, None, &rule, &reason).await?;
    done(tx, ctx, "alarm_rule.set", Action::SetAlarmRules, &subject, None).await
}

/// Ends a rule of the hospital: what is published holds again, or nothing.
///
/// # Errors
/// Not found for one that does not hold there.
pub async fn end_rule(ctx: &Ctx, rule: Uuid) -> Result<()> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let subject = Subject::Hospital(hospital);
    let mut tx = ctx.begin(Action::SetAlarmRules, &subject).await?;
    end(&mut tx, ctx, hospital, None, rule).await?;
    done(tx, ctx, "alarm_rule.end", Action::SetAlarmRules, &subject, None).await
}

/// What is set for one machine, and for everybody.
///
/// # Errors
/// Not found for a machine of another hospital; denied for one that is not the reader's.
pub async fn machine_rules(ctx: &Ctx, device: DeviceId) -> Result<MachineRules> {
    let (mut tx, subject) = machines::begin(ctx, Action::ReadMachine, device).await?;
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let name = name_of_device(&mut tx, &subject).await?;
    let own = lines(&mut tx, hospital, Some(device)).await?;
    let of_hospital = holding(&mut tx, hospital).await?;
    let entry = Entry::new(Action::ReadMachine, &subject, Outcome::Allowed).kinds(&[Kind::Limits]);
    audit::record(ctx, entry).await?;
    tx.commit().await?;
    Ok(MachineRules {
        device,
        name,
        ways: Ways::of(ctx, &subject),
        lines: own,
        sets: set_by(ctx, &subject).collect(),
        hospital: of_hospital,
    })
}

/// The right by which a lane is set at one machine.
const fn right_to(lane: Lane) -> Action {
    match lane {
        Lane::Clinical => Action::SetMachineLimits,
        Lane::Technical => Action::KeepMachine,
    }
}

/// The lanes that the actor sets at this machine.
fn set_by(ctx: &Ctx, subject: &Subject) -> impl Iterator<Item = Lane> {
    Lane::ALL.into_iter().filter(|lane| ctx.may(right_to(*lane), subject))
}

/// Who may set neither lane is refused before anything else is read of what they sent.
async fn check_any(ctx: &Ctx, subject: &Subject) -> Result<()> {
    match set_by(ctx, subject).next() {
        Some(_) => Ok(()),
        None => ctx.check(Action::KeepMachine, subject).await.map(drop),
    }
}

/// Sets a rule for one machine. The one that held for it ends.
///
/// # Errors
/// As [`machine_rules`]; denied for a parameter whose lane the actor does not set; invalid for what cannot be read.
pub async fn set_machine_rule(ctx: &Ctx, device: DeviceId, typed: &RuleTyped) -> Result<()> {
    let (mut tx, subject) = machines::begin(ctx, Action::ReadMachine, device).await?;
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    check_any(ctx, &subject).await?;
    // The lane first: to whom it is not open, nothing is said of the numbers.
    if let Some(parameter) = Parameter::parse(&typed.parameter) {
        ctx.check(right_to(Lane::of(parameter)), &subject).await?;
    }
    let (rule, reason) = typed.read(Whose::Machine).map_err(HospitalError::Invalid)?;
    put(&mut tx, ctx, hospital, Some(device), &rule, &reason).await?;
    let right = right_to(Lane::of(rule.parameter));
    done(tx, ctx, "alarm_rule.set", right, &subject, Some(device)).await
}

/// Ends a rule of one machine: what the hospital set holds again.
///
/// # Errors
/// As [`machine_rules`]; not found for a rule that does not hold for it; denied for one whose lane the actor does not set.
pub async fn end_machine_rule(ctx: &Ctx, device: DeviceId, rule: Uuid) -> Result<()> {
    let (mut tx, subject) = machines::begin(ctx, Action::ReadMachine, device).await?;
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    check_any(ctx, &subject).await?;
    let parameter = sqlx::query_scalar!(
        "SELECT parameter FROM alarm_rule WHERE id = $1 AND hospital_id = $2 AND device_id = $3 AND upper_inf(during)",
        rule,
        hospital.0,
        device.0,
    )
    .fetch_optional(&mut *tx)
    .await?
    .ok_or(HospitalError::NotFound)?;
    // What this version does not know is ended by who may set everything.
    let lane = Parameter::parse(&parameter).map_or(Lane::Clinical, Lane::of);
    let right = right_to(lane);
    ctx.check(right, &subject).await?;
    end(&mut tx, ctx, hospital, Some(device), rule).await?;
    done(tx, ctx, "alarm_rule.end", right, &subject, Some(device)).await
}

async fn put(
    tx: &mut Tx,
    ctx: &Ctx,
    hospital: HospitalId,
    device: Option<DeviceId>,
    rule: &Rule,
    reason: &str,
) -> Result<()> {
    let user = ctx
        .actor()
        .user()
        .ok_or(HospitalError::Denied(Action::SetAlarmRules.name()))?;
    let names = (rule.parameter.name(), rule.side.name(), rule.measure.name());
    // Two who set the same at once: the second waits here, and ends what the first set.
    let now = to_db(ctx.now());
    let ended = sqlx::query_scalar!(
        r#"UPDATE alarm_rule
              SET during = tstzrange(lower(during), greatest($6, lower(during) + '1 microsecond'::interval)), ended_by = $7
            WHERE hospital_id = $1 AND device_id IS NOT DISTINCT FROM $2 AND parameter = $3 AND side = $4 AND measure = $5 AND upper_inf(during)
        RETURNING upper(during) AS "at!""#,
        hospital.0,
        device.map(|device| device.0),
        names.0,
        names.1,
        names.2,
        now,
        user.0,
    )
    .fetch_optional(&mut **tx)
    .await
    .map_err(told)?;
    sqlx::query!(
        "INSERT INTO alarm_rule (id, hospital_id, device_id, parameter, side, measure, raise_at, clear_at, hold_seconds, times, within_seconds, reason, made_by, during)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, tstzrange($14, NULL))",
        Uuid::now_v7(),
        hospital.0,
        device.map(|device| device.0),
        names.0,
        names.1,
        names.2,
        rule.raise,
        rule.clear,
        i16::try_from(rule.hold.seconds).unwrap_or(i16::MAX),
        i16::from(rule.hold.times),
        i16::try_from(rule.hold.within).unwrap_or(i16::MAX),
        reason,
        user.0,
        ended.unwrap_or(now),
    )
    .execute(&mut **tx)
    .await
    .map_err(told)?;
    Ok(())
}

async fn end(tx: &mut Tx, ctx: &Ctx, hospital: HospitalId, device: Option<DeviceId>, rule: Uuid) -> Result<()> {
    let user = ctx
        .actor()
        .user()
        .ok_or(HospitalError::Denied(Action::SetAlarmRules.name()))?;
    let ended = sqlx::query!(
        "UPDATE alarm_rule
            SET during = tstzrange(lower(during), greatest($4, lower(during) + '1 microsecond'::interval)), ended_by = $5
          WHERE id = $1 AND hospital_id = $2 AND device_id IS NOT DISTINCT FROM $3 AND upper_inf(during)",
        rule,
        hospital.0,
        device.map(|device| device.0),
        to_db(ctx.now()),
        user.0,
    )
    .execute(&mut **tx)
    .await
    .map_err(told)?;
    match ended.rows_affected() {
        0 => Err(HospitalError::NotFound),
        _ => Ok(()),
    }
}

/// Two who set the same at the same instant: one of them is told so. Whoever may not set it by what the database knows of them is refused as by the table of rights.
pub(super) fn told(error: sqlx::Error) -> HospitalError {
    match HospitalError::from(error) {
        error if error.violated() == Some("alarm_rule_clinical_by_doctor") => {
            HospitalError::Denied(Action::SetMachineLimits.name())
        }
        error if matches!(error.violated(), Some("alarm_rule_once" | "patient_limit_once")) => {
            HospitalError::Conflict("Somebody has set this just now. Load the page again.")
        }
        error => error,
    }
}

/// The change is recorded in its own transaction; then what watches is loaded anew.
async fn done(
    mut tx: Tx,
    ctx: &Ctx,
    what: &'static str,
    right: Action,
    subject: &Subject,
    device: Option<DeviceId>,
) -> Result<()> {
    let entry = Entry::change(what, right, subject).kinds(&[Kind::Limits]);
    audit::record_in(&mut tx, ctx, [entry]).await?;
    tx.commit().await?;
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    load_hospital(ctx.house(), hospital, device).await.map(drop)
}
