//! The on-call table as its page shows it: who is on call now, the week, exceptions, after how long each is told, and whom alarms told lately. No patient is named.

use std::collections::HashMap;

use domain::access::{Action, Subject};
use domain::alerts::Priority;
use domain::dialysis::days::Weekday;
use domain::ids::{HospitalId, PatientId, WardId};
use domain::on_call::{Plan, Rank, Why, on_duty};
use domain::time::{Moment, Zone};
use time::OffsetDateTime;
use uuid::Uuid;

use super::change::ROLES;
use super::facts::{Facts, minutes};
use crate::audit::{self, Entry, Outcome};
use crate::care::{Colleague, colleagues};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::organisation;
use crate::time::{from_db, to_db};

/// Steps that are shown, the newest.
const STEPS: i64 = 50;
/// Shifts and exceptions that are shown; a hospital has no more.
const MOST: i64 = 500;

/// A shift that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShiftLine {
    /// Which.
    pub id: Uuid,
    /// Its rank.
    pub rank: Rank,
    /// Who.
    pub name: String,
    /// The day on which it begins.
    pub weekday: Weekday,
    /// Minutes after midnight at which it begins.
    pub from: u16,
    /// How many minutes it takes.
    pub minutes: u16,
}

/// Somebody who stands in, now or later.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StandInLine {
    /// Which.
    pub id: Uuid,
    /// The rank.
    pub rank: Rank,
    /// Who.
    pub name: String,
    /// From when.
    pub from: Moment,
    /// Until when.
    pub until: Moment,
    /// Why.
    pub reason: String,
}

/// After how long each is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlanLine {
    /// What holds.
    pub plan: Plan,
    /// Whether it was set for this place itself; else the house's holds, or what is usual.
    pub is_own: bool,
}

/// A ward, or the house.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The ward; none is the house.
    pub ward: Option<WardId>,
    /// Its name; empty for the house.
    pub name: String,
    /// Who is on call now, by rank; of a ward where nobody is, the house's.
    pub now: [Option<String>; 3],
    /// The week, Monday first.
    pub shifts: Vec<ShiftLine>,
    /// Exceptions that are not over.
    pub stand_ins: Vec<StandInLine>,
    /// After how long each is told.
    pub plan: PlanLine,
}

/// What became of a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kept {
    /// Somebody of this name was told.
    Told(String),
    /// Nobody was; none for a reason of a later version.
    Skipped(Option<Why>),
}

/// A step of an alarm that nobody answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// When.
    pub at: Moment,
    /// The device of the alarm.
    pub device: String,
    /// How urgent it is; none for a priority of a later version.
    pub priority: Option<Priority>,
    /// Which rank had its turn.
    pub rank: Option<Rank>,
    /// Whether it had it because quiet hours were over, which had skipped it.
    pub after_quiet: bool,
    /// Who was told, or why nobody was.
    pub became: Kept,
    /// When it was answered, and by whom.
    pub answered: Option<(Moment, String)>,
}

/// The page.
#[derive(Clone, Debug, PartialEq)]
pub struct OnCall {
    /// As of when.
    pub rendered_at: Moment,
    /// The clock of the hospital.
    pub zone: Zone,
    /// The house, and every ward.
    pub places: Vec<Place>,
    /// The newest steps first.
    pub told: Vec<Told>,
    /// Who could be on call; none when they are too many for a list.
    pub colleagues: Option<Vec<Colleague>>,
    /// Whether the reader changes the table.
    pub may_set: bool,
}

/// The table of the reader's hospital.
///
/// # Errors
/// Denied for who is neither called nor waits for those who are.
pub async fn table(ctx: &Ctx) -> Result<OnCall> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let subject = Subject::Hospital(hospital);
    let mut tx = ctx.begin(Action::ReadOnCall, &subject).await?;
    let now = ctx.now();
    let may_set = ctx.may(Action::SetOnCall, &subject);
    let name = sqlx::query_scalar!("SELECT zone FROM hospital WHERE id = $1", hospital.0)
        .fetch_one(&mut *tx)
        .await?;
    let zone = organisation::zone(&name, now);
    let wards = sqlx::query!(
        "SELECT id, name FROM ward WHERE hospital_id = $1 AND retired_at IS NULL ORDER BY name, id",
        hospital.0
    )
    .fetch_all(&mut *tx)
    .await?;
    let facts = Facts::load(&mut tx, hospital, now).await?;
    let shifts = shifts(&mut tx, hospital).await?;
    let stand_ins = stand_ins(&mut tx, hospital, now).await?;
    let names = names(&mut tx, &facts).await?;
    let house = std::iter::once((None, String::new()));
    let all = house.chain(wards.into_iter().map(|row| (Some(WardId(row.id)), row.name)));
    let mut places = Vec::new();
    for (ward, name) in all {
        let duty = on_duty(&facts.shifts, &facts.stand_ins, ward, &zone, now);
        let named = duty.map(|user| user.and_then(|user| names.get(&user.0).cloned()));
        let own = facts.own_plan(ward);
        places.push(Place {
            ward,
            name,
            now: named,
            shifts: of_place(&shifts, ward),
            stand_ins: of_place(&stand_ins, ward),
            plan: PlanLine {
                plan: facts.plan(ward),
                is_own: own.is_some(),
            },
        });
    }
    let told = steps(&mut tx, hospital).await?;
    let colleagues = match may_set {
        true => colleagues(&mut tx, hospital, &ROLES, now).await?,
        false => None,
    };
    audit::record(ctx, Entry::new(Action::ReadOnCall, &subject, Outcome::Allowed)).await?;
    tx.commit().await?;
    Ok(OnCall {
        rendered_at: now,
        zone,
        places,
        told,
        colleagues,
        may_set,
    })
}

/// What everybody is called who may be on call now.
pub(super) async fn names(tx: &mut Tx, facts: &Facts) -> Result<HashMap<Uuid, String>> {
    let of_week = facts.shifts.iter().map(|shift| shift.user.0);
    let people: Vec<Uuid> = of_week.chain(facts.stand_ins.iter().map(|it| it.user.0)).collect();
    let rows = sqlx::query!("SELECT id, display_name FROM app_user WHERE id = ANY ($1)", &people)
        .fetch_all(&mut **tx)
        .await?;
    Ok(rows.into_iter().map(|row| (row.id, row.display_name)).collect())
}

fn of_place<T: Clone>(lines: &[(Option<WardId>, T)], place: Option<WardId>) -> Vec<T> {
    let here = lines.iter().filter(|(ward, _)| *ward == place);
    here.map(|(_, line)| line.clone()).collect()
}

async fn shifts(tx: &mut Tx, hospital: HospitalId) -> Result<Vec<(Option<WardId>, ShiftLine)>> {
    let rows = sqlx::query!(
        r#"SELECT s.id AS "id!", s.ward_id, s.rank AS "rank!", s.weekday AS "weekday!", s.from_minute AS "from_minute!", s.minutes AS "minutes!",
                  u.display_name AS "name?"
             FROM on_call_shift s
             LEFT JOIN app_user u ON u.id = s.user_id
            WHERE s.hospital_id = $1 AND upper_inf(s.during)
            ORDER BY s.rank, s.weekday, s.from_minute, s.id
            LIMIT $2"#,
        hospital.0,
        MOST,
    )
    .fetch_all(&mut **tx)
    .await?;
    let lines = rows.into_iter().filter_map(|row| {
        let line = ShiftLine {
            id: row.id,
            rank: Rank::of(row.rank)?,
            name: row.name.unwrap_or_default(),
            weekday: Weekday::of_iso(row.weekday)?,
            from: minutes(row.from_minute),
            minutes: minutes(row.minutes),
        };
        Some((row.ward_id.map(WardId), line))
    });
    Ok(lines.collect())
}

async fn stand_ins(tx: &mut Tx, hospital: HospitalId, now: Moment) -> Result<Vec<(Option<WardId>, StandInLine)>> {
    let rows = sqlx::query!(
        r#"SELECT e.id AS "id!", e.ward_id, e.rank AS "rank!", e.reason AS "reason!", lower(e.during) AS "from_at!", upper(e.during) AS "until_at!",
                  u.display_name AS "name?"
             FROM on_call_exception e
             LEFT JOIN app_user u ON u.id = e.user_id
            WHERE e.hospital_id = $1 AND e.ended_at IS NULL AND upper(e.during) > $2
            ORDER BY lower(e.during), e.rank, e.id
            LIMIT $3"#,
        hospital.0,
        to_db(now),
        MOST,
    )
    .fetch_all(&mut **tx)
    .await?;
    let lines = rows.into_iter().filter_map(|row| {
        let line = StandInLine {
            id: row.id,
            rank: Rank::of(row.rank)?,
            name: row.name.unwrap_or_default(),
            from: from_db(row.from_at),
            until: from_db(row.until_at),
            reason: row.reason,
        };
        Some((row.ward_id.map(WardId), line))
    });
    Ok(lines.collect())
}

/// One step as a row.
struct StepRow {
    at: OffsetDateTime,
    step: i16,
    after_quiet: bool,
    skipped_reason: Option<String>,
    device: String,
    priority: String,
    acknowledged_at: Option<OffsetDateTime>,
    told: Option<String>,
    by: Option<String>,
}

impl StepRow {
    fn told(self) -> Told {
        Told {
            at: from_db(self.at),
            device: self.device,
            priority: Priority::parse(&self.priority),
            rank: Rank::of(self.step),
            after_quiet: self.after_quiet,
            became: match self.skipped_reason {
                Some(why) => Kept::Skipped(Why::parse(&why)),
                None => Kept::Told(self.told.unwrap_or_default()),
            },
            answered: self
                .acknowledged_at
                .map(|at| (from_db(at), self.by.unwrap_or_default())),
        }
    }
}

async fn steps(tx: &mut Tx, hospital: HospitalId) -> Result<Vec<Told>> {
    let rows = sqlx::query_as!(
        StepRow,
        r#"SELECT t.at AS "at!", t.step AS "step!", t.after_quiet AS "after_quiet!", t.skipped_reason AS "skipped_reason?", d.name AS "device!", a.priority AS "priority!",
                  a.acknowledged_at AS "acknowledged_at?", u.display_name AS "told?", b.display_name AS "by?"
             FROM alarm_step t
             JOIN alarm a         ON a.id = t.alarm_id
             JOIN device d        ON d.id = a.device_id AND d.hospital_id = $1
             LEFT JOIN app_user u ON u.id = t.told_user
             LEFT JOIN app_user b ON b.id = a.acknowledged_by
            ORDER BY t.at DESC, t.alarm_id, t.step DESC, t.after_quiet DESC
            LIMIT $2"#,
        hospital.0,
        STEPS,
    )
    .fetch_all(&mut **tx)
    .await?;
    Ok(rows.into_iter().map(StepRow::told).collect())
}

/// Steps of one patient's alarms that were raised since `since`, the newest first: for a page that may show the patient. What another hospital holds stands behind the wall.
pub(crate) async fn steps_of(tx: &mut Tx, patient: PatientId, since: Moment) -> Result<Vec<Told>> {
    let rows = sqlx::query_as!(
        StepRow,
        r#"SELECT t.at AS "at!", t.step AS "step!", t.after_quiet AS "after_quiet!", t.skipped_reason AS "skipped_reason?", d.name AS "device!", a.priority AS "priority!",
                  a.acknowledged_at AS "acknowledged_at?", u.display_name AS "told?", b.display_name AS "by?"
             FROM joined($1) AS j
             JOIN device_session s ON s.patient_id = j.id AND s.hospital_id = coalesce(j.held_by, s.hospital_id)
             JOIN device d         ON d.id = s.device_id
             JOIN alarm a          ON a.device_id = s.device_id AND a.raised_at >= $2 AND s.during @> a.raised_at
             JOIN alarm_step t     ON t.alarm_id = a.id
             LEFT JOIN app_user u  ON u.id = t.told_user
             LEFT JOIN app_user b  ON b.id = a.acknowledged_by
            ORDER BY t.at DESC, t.alarm_id, t.step DESC, t.after_quiet DESC
            LIMIT $3"#,
        patient.0,
        to_db(since),
        STEPS,
    )
    .fetch_all(&mut **tx)
    .await?;
    Ok(rows.into_iter().map(StepRow::told).collect())
}
