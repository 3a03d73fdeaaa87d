//! Calls of patients that nobody took: the on-call table is followed as for an alarm of high priority. There is no time after which nobody is told any more: such a call waits until somebody
//! comes, or the patient takes it back.

use domain::access::Action;
use domain::alerts::Priority;
use domain::ids::{CallId, HospitalId, PatientId, UserId, WardId};
use domain::on_call::{Rank, Step, Why, on_duty, step};
use domain::time::{Moment, Zone};

use super::facts::Facts;
use crate::audit::{Entry, Kind as Data};
use crate::ctx::{Ctx, Tx};
use crate::error::Result;
use crate::notices::{self, Kind, Notice};
use crate::time::{from_db, to_db};

/// Calls of one turn.
const MOST: i64 = 500;

/// A call that nobody has taken, and which steps there were.
pub(super) struct Waiting {
    id: CallId,
    patient: PatientId,
    ward: WardId,
    since: Moment,
    done: Vec<i16>,
    told: Vec<UserId>,
}

/// Those that wait and have steps left, in an order that is always the same. Who was told as the patient called is told again when they are on call: then it is another matter.
pub(super) async fn waiting(tx: &mut Tx, ctx: &Ctx, hospital: HospitalId) -> Result<Vec<Waiting>> {
    let rows = sqlx::query!(
        r#"SELECT c.id AS "id!", led_to(c.patient_id, c.hospital_id) AS "patient!", coalesce(p.ward_id, c.ward_id) AS "ward!", c.called_at AS "since!",
                  ARRAY(SELECT s.step FROM nurse_call_step s WHERE s.call_id = c.id AND s.step > 0 ORDER BY s.step) AS "done!",
                  ARRAY(SELECT s.told_user FROM nurse_call_step s WHERE s.call_id = c.id AND s.step > 0 AND s.told_user IS NOT NULL ORDER BY s.step) AS "told!"
             FROM nurse_call c
             LEFT JOIN LATERAL critical_place(led_to(c.patient_id, c.hospital_id), c.hospital_id, $2) AS p ON true
            WHERE c.hospital_id = $1 AND c.state = 'waiting'
              AND (SELECT count(*) FROM nurse_call_step s WHERE s.call_id = c.id AND s.step > 0) < 3
            ORDER BY c.id
            LIMIT $3"#,
        hospital.0,
        to_db(ctx.now()),
        MOST,
    )
    .fetch_all(&mut **tx)
    .await?;
    let waiting = rows.into_iter().map(|row| Waiting {
        id: CallId(row.id),
        patient: PatientId(row.patient),
        ward: WardId(row.ward),
        since: from_db(row.since),
        done: row.done,
        told: row.told.into_iter().map(UserId).collect(),
    });
    Ok(waiting.collect())
}

/// Takes the steps whose time is over, and answers an entry for each person who was told.
pub(super) async fn tell(
    tx: &mut Tx,
    ctx: &Ctx,
    waiting: Vec<Waiting>,
    (hospital, facts, zone, minute): (HospitalId, &Facts, &Zone, u16),
) -> Result<Vec<Entry>> {
    let mut entries = Vec::new();
    for mut call in waiting {
        let ward = Some(call.ward);
        let duty = on_duty(&facts.shifts, &facts.stand_ins, ward, zone, ctx.now());
        let plan = facts.plan(ward);
        for rank in plan.due(ctx.now().seconds_since(call.since)) {
            if call.done.contains(&rank.number()) {
                continue;
            }
            let becomes = step(&plan, Priority::High, rank, &duty, &call.told, minute);
            if !write(tx, ctx, call.id, rank, becomes).await? {
                continue;
            }
            if let Some(user) = becomes.told() {
                call.told.push(user);
                let notice = Notice::of(Kind::CallUnanswered).at(hospital).about(call.patient);
                notices::tell(tx, ctx, user, notice).await?;
                entries.push(Entry::changed("call.tell", Action::RunJobs, call.patient, Data::Alarms));
            }
        }
    }
    Ok(entries)
}

/// Writes a step, unless it stands already or the call was taken a moment ago. Answers whether it was this one that wrote it.
async fn write(tx: &mut Tx, ctx: &Ctx, id: CallId, rank: Rank, becomes: Step) -> Result<bool> {
    let written = sqlx::query_scalar!(
        "INSERT INTO nurse_call_step (call_id, step, at, told_user, skipped_reason)
         SELECT c.id, $2::smallint, $3::timestamptz, $4::uuid, $5::text FROM nurse_call c WHERE c.id = $1 AND c.state = 'waiting'
         ON CONFLICT DO NOTHING
         RETURNING step",
        id.0,
        rank.number(),
        to_db(ctx.now()),
        becomes.told().map(|user| user.0),
        becomes.why().map(Why::name),
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(written.is_some())
}
