//! A worker's: looks every few seconds for alarms that nobody answered, and tells the next who is on call. Nothing is done for a reading; an alarm that is answered, or whose sound is
//! paused, is not looked at. Critical values that nobody read back ([`critical`]), calls of patients that nobody took ([`calls`]) and urgent messages of patients that nobody read ([`urgent`]) are followed in the same turn. Each step is a row whose key lets it happen once, whoever else looks and
//! however often this program starts.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use domain::access::{Action, Subject};
use domain::actor::{Actor, Task};
use domain::alerts::Priority;
use domain::ids::{AlarmId, HospitalId, PatientId, UserId, WardId};
use domain::on_call::{DAY, Rank, Step, Taken, Turn, Why, minute_of_week, on_duty, step, turns};
use domain::time::Moment;
use tokio::time::MissedTickBehavior;
use uuid::Uuid;

use super::facts::Facts;
use super::{calls, critical, ladder, urgent};
use crate::audit::{self, Entry, Kind as Data};
use crate::ctx::{Ctx, Tx};
use crate::error::Result;
use crate::house::House;
use crate::jobs;
use crate::notices::{self, Kind, Notice};
use crate::organisation;
use crate::time::{from_db, to_db};

/// How often it looks.
const EVERY: Duration = Duration::from_secs(5);
/// What was raised longer ago tells nobody, in seconds: a table that is made today is not for yesterday. Longer than the longest time of a step, with an hour for a program that stood.
pub(super) const LONGEST: f64 = 3.0 * 3_600.0;
/// What was skipped in quiet hours is looked at so long after, in seconds: they are shorter than a day, with the time of the above.
const LONGEST_QUIET: f64 = 24.0 * 3_600.0 + LONGEST;
/// Alarms of one turn.
const MOST: i64 = 500;

/// Looks for ever; run it once per process. Two at once tell once.
pub async fn keep_watching(house: Arc<House>) {
    let mut turn = tokio::time::interval(EVERY);
    turn.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        turn.tick().await;
        if let Err(error) = sweep_now(&house).await {
            tracing::warn!(
                error = &error as &dyn std::error::Error,
                "whoever is on call could not be told"
            );
        }
    }
}

/// One turn over every hospital that has somebody on call, a critical value that nobody read back, a call that nobody took, or an urgent message that nobody read; answers how many people were told.
///
/// # Errors
/// When the database is away. A hospital that cannot be looked at holds up no other.
pub async fn sweep_now(house: &Arc<House>) -> Result<usize> {
    let everywhere = jobs::at_work(house);
    let mut tx = jobs::begin(&everywhere).await?;
    let hospitals = sqlx::query!(
        "SELECT h.id, h.zone
           FROM hospital h
          WHERE EXISTS (SELECT FROM on_call_shift s WHERE s.hospital_id = h.id AND upper_inf(s.during))
             OR EXISTS (SELECT FROM on_call_exception e WHERE e.hospital_id = h.id AND e.ended_at IS NULL AND e.during @> $1::timestamptz)
             OR h.id IN (SELECT waits FROM critical_waits() AS waits)
             OR h.id IN (SELECT waits FROM call_waits() AS waits)
             OR h.id IN (SELECT waits FROM chat_urgent_waits($2) AS waits)
          ORDER BY h.id",
        to_db(everywhere.now()),
        to_db(everywhere.now().plus_seconds(-LONGEST)),
    )
    .fetch_all(&mut *tx)
    .await?;
    tx.commit().await?;
    let (mut told, mut failed) = (0, None);
    for row in hospitals {
        match sweep_hospital(house, HospitalId(row.id), &row.zone).await {
            Ok(here) => told += here,
            Err(error) => failed = Some(error),
        }
    }
    failed.map_or(Ok(told), Err)
}

/// An alarm that nobody answered.
struct Unanswered {
    id: Uuid,
    priority: Priority,
    device: String,
    ward: Option<WardId>,
    patient: Option<PatientId>,
    round: i32,
    since: Moment,
}

async fn sweep_hospital(house: &Arc<House>, hospital: HospitalId, zone: &str) -> Result<usize> {
    let actor = Actor::Worker {
        task: Task::Jobs,
        hospital: Some(hospital),
    };
    let ctx = Ctx::of_worker(house, actor);
    let mut tx = ctx.begin(Action::RunJobs, &Subject::Hospital(hospital)).await?;
    let alarms = unanswered(&mut tx, &ctx, hospital).await?;
    let waiting = critical::waiting(&mut tx, &ctx, hospital).await?;
    let called = calls::waiting(&mut tx, &ctx, hospital).await?;
    let unread = urgent::waiting(&mut tx, &ctx, hospital).await?;
    if alarms.is_empty() && waiting.is_empty() && called.is_empty() && unread.is_empty() {
        tx.commit().await?;
        return Ok(0);
    }
    let facts = Facts::load(&mut tx, hospital, ctx.now()).await?;
    let zone = organisation::zone(zone, ctx.now());
    let minute = minute_of_week(&zone, ctx.now()) % DAY;
    let mut before = steps_before(&mut tx, &alarms).await?;
    let mut entries = Vec::new();
    for alarm in alarms {
        let duty = on_duty(&facts.shifts, &facts.stand_ins, alarm.ward, &zone, ctx.now());
        let plan = facts.plan(alarm.ward);
        let steps = before.entry((alarm.id, alarm.round)).or_default();
        let waited = ctx.now().seconds_since(alarm.since);
        for turn in turns(&plan, alarm.priority, waited, steps, minute) {
            let told: Vec<UserId> = steps.iter().filter_map(|step| step.became.told()).collect();
            let becomes = step(&plan, alarm.priority, turn.rank, &duty, &told, minute);
            if !write(&mut tx, &ctx, &alarm, turn, becomes).await? {
                continue;
            }
            steps.push(Taken {
                rank: turn.rank,
                after_quiet: turn.after_quiet,
                became: becomes,
            });
            if let Some(user) = becomes.told() {
                tell(&mut tx, &ctx, hospital, &alarm, user).await?;
                entries.push(entry(&alarm));
            }
        }
    }
    let here = (hospital, &facts, &zone, minute);
    entries.extend(ladder::tell(&mut tx, &ctx, waiting, here).await?);
    entries.extend(ladder::tell(&mut tx, &ctx, unread, here).await?);
    let over = calls::a_round_over(&called, &facts, ctx.now());
    entries.extend(ladder::tell(&mut tx, &ctx, called, here).await?);
    for (call, patient, since) in over {
        entries.extend(crate::calls::anew(&mut tx, &ctx, (call, since), (hospital, patient)).await?);
    }
    let told = entries.len();
    audit::record_in(&mut tx, &ctx, entries).await?;
    tx.commit().await?;
    Ok(told)
}

/// Alarms that nobody answered and that have steps left. A round begins when the alarm is raised, and anew when it comes again after it was answered or over; its time is counted from
/// there. What was skipped in quiet hours is looked at until it was told after them, and comes last where there are too many for a turn: it can wait. Of the others the higher ones come first, so that a storm of low ones holds up no high one. The answer is always in the same
/// order, so that two who look at once wait for each other and do not lock each other out.
async fn unanswered(tx: &mut Tx, ctx: &Ctx, hospital: HospitalId) -> Result<Vec<Unanswered>> {
    let rows = sqlx::query!(
        r#"SELECT a.id AS "id!", a.priority AS "priority!", d.name AS "name!", coalesce(b.ward_id, d.ward_id) AS "ward?", led_to(s.patient_id, s.hospital_id) AS "patient?",
                  ended.round AS "round!", coalesce(began.at, a.last_raised_at) AS "since!"
             FROM alarm a
             JOIN device d                 ON d.id = a.device_id AND d.hospital_id = $1
             LEFT JOIN device_assignment p ON p.device_id = a.device_id AND p.during @> $2::timestamptz
             LEFT JOIN bed b               ON b.id = p.bed_id
             LEFT JOIN device_session s    ON s.device_id = a.device_id AND s.during @> a.raised_at
            CROSS JOIN LATERAL (SELECT count(*)::int AS round, coalesce(max(e.id), 0) AS last
                                  FROM alarm_event e
                                 WHERE e.alarm_id = a.id AND e.event IN ('acknowledged', 'closed')) AS ended
            CROSS JOIN LATERAL (SELECT min(e.at) AS at
                                  FROM alarm_event e
                                 WHERE e.alarm_id = a.id AND e.id > ended.last AND e.event IN ('raised', 'again', 'escalated')) AS began
            CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE NOT t.after_quiet) AS taken,
                                       count(*) FILTER (WHERE t.skipped_reason = 'quiet' AND t.at > $5) - count(*) FILTER (WHERE t.after_quiet) AS skipped
                                  FROM alarm_step t
                                 WHERE t.alarm_id = a.id AND t.round = ended.round) AS steps
            WHERE a.state <> 'closed' AND a.state IN ('raised', 'gone') AND a.acknowledged_at IS NULL
              AND (a.sound_paused_until IS NULL OR a.sound_paused_until <= $2)
              AND ((steps.taken < 3 AND a.last_raised_at > $3) OR steps.skipped > 0)
            ORDER BY steps.taken = 3, array_position(ARRAY['high', 'medium', 'low'], a.priority), a.id
            LIMIT $4"#,
        hospital.0,
        to_db(ctx.now()),
        to_db(ctx.now().plus_seconds(-LONGEST)),
        MOST,
        to_db(ctx.now().plus_seconds(-LONGEST_QUIET)),
    )
    .fetch_all(&mut **tx)
    .await?;
    let alarms = rows.into_iter().filter_map(|row| {
        Some(Unanswered {
            id: row.id,
            priority: Priority::parse(&row.priority)?,
            device: row.name,
            ward: row.ward.map(WardId),
            patient: row.patient.map(PatientId),
            round: row.round,
            since: from_db(row.since),
        })
    });
    let mut alarms: Vec<Unanswered> = alarms.collect();
    alarms.sort_by_key(|alarm| alarm.id);
    Ok(alarms)
}

/// By alarm and round: which steps there were, and what became of each.
type Steps = HashMap<(Uuid, i32), Vec<Taken>>;

async fn steps_before(tx: &mut Tx, alarms: &[Unanswered]) -> Result<Steps> {
    let ids: Vec<Uuid> = alarms.iter().map(|alarm| alarm.id).collect();
    let rows = sqlx::query!(
        "SELECT alarm_id, round, step, after_quiet, told_user, skipped_reason
           FROM alarm_step
          WHERE alarm_id = ANY ($1)
          ORDER BY alarm_id, round, step, after_quiet",
        &ids
    )
    .fetch_all(&mut **tx)
    .await?;
    let mut steps = Steps::new();
    for row in rows {
        let Some(rank) = Rank::of(row.step) else { continue };
        // A reason of a later version is some other one: only quiet hours are told after.
        let why = row
            .skipped_reason
            .as_deref()
            .and_then(Why::parse)
            .unwrap_or(Why::Nobody);
        let of_alarm = steps.entry((row.alarm_id, row.round)).or_default();
        of_alarm.push(Taken {
            rank,
            after_quiet: row.after_quiet,
            became: row.told_user.map_or(Step::Skip(why), |user| Step::Tell(UserId(user))),
        });
    }
    Ok(steps)
}

/// Writes a step, unless it stands already or the alarm was answered a moment ago. Answers whether it was this one that wrote it.
async fn write(tx: &mut Tx, ctx: &Ctx, alarm: &Unanswered, turn: Turn, becomes: Step) -> Result<bool> {
    let written = sqlx::query_scalar!(
        "INSERT INTO alarm_step (alarm_id, round, step, at, told_user, skipped_reason, after_quiet)
         SELECT a.id, $2::int, $3::smallint, $4::timestamptz, $5::uuid, $6::text, $7::boolean
           FROM alarm a
          WHERE a.id = $1 AND a.state IN ('raised', 'gone') AND a.acknowledged_at IS NULL
         ON CONFLICT DO NOTHING
         RETURNING step",
        alarm.id,
        alarm.round,
        turn.rank.number(),
        to_db(ctx.now()),
        becomes.told().map(|user| user.0),
        becomes.why().map(Why::name),
        turn.after_quiet,
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(written.is_some())
}

async fn tell(tx: &mut Tx, ctx: &Ctx, hospital: HospitalId, alarm: &Unanswered, user: UserId) -> Result<()> {
    let mut notice = Notice::of(Kind::AlarmUnanswered)
        .at(hospital)
        .with(alarm.device.as_str());
    if let Some(patient) = alarm.patient {
        notice = notice.about(patient);
    }
    notices::tell(tx, ctx, user, notice).await
}

fn entry(alarm: &Unanswered) -> Entry {
    match alarm.patient {
        Some(patient) => Entry::changed("alarm.tell", Action::RunJobs, patient, Data::Alarms),
        None => Entry::alarm(Action::RunJobs, AlarmId(alarm.id)),
    }
}
