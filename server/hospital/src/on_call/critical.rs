//! Critical values that nobody read back: the on-call table is followed as for an alarm of high priority. There is no time after which nobody is told any more: such a value waits until
//! somebody has read it.

use domain::access::Action;
use domain::alerts::Priority;
use domain::ids::{CriticalId, HospitalId, PatientId, UserId, WardId};
use domain::on_call::{Rank, Step, Why, on_duty, step};
use domain::time::{Moment, Zone};

use super::facts::Facts;
use crate::audit::{Entry, Kind as Data};
use crate::ctx::{Ctx, Tx};
use crate::error::Result;
use crate::notices::{self, Kind, Notice};
use crate::time::{from_db, to_db};

/// Values of one turn.
const MOST: i64 = 500;

/// A value that nobody has read back, and which steps there were.
pub(super) struct Waiting {
    id: CriticalId,
    patient: PatientId,
    ward: Option<WardId>,
    since: Moment,
    done: Vec<i16>,
    told: Vec<UserId>,
}

/// Those that wait and have steps left, in an order that is always the same. Who was told as it was reported is told again when they are on call: then it is another matter.
pub(super) async fn waiting(tx: &mut Tx, ctx: &Ctx, hospital: HospitalId) -> Result<Vec<Waiting>> {
    let rows = sqlx::query!(
        r#"SELECT v.id AS "id!", led_to(v.patient_id, v.hospital_id) AS "patient!", p.ward_id AS "ward?", v.reported_at AS "since!",
                  ARRAY(SELECT s.step FROM critical_step s WHERE s.critical_id = v.id AND s.step > 0 ORDER BY s.step) AS "done!",
                  ARRAY(SELECT s.told_user FROM critical_step s WHERE s.critical_id = v.id AND s.step > 0 AND s.told_user IS NOT NULL ORDER BY s.step) AS "told!"
             FROM critical_value v
             LEFT JOIN LATERAL critical_place(led_to(v.patient_id, v.hospital_id), v.hospital_id, $2) AS p ON true
            WHERE v.hospital_id = $1 AND v.state = 'open'
              AND (SELECT count(*) FROM critical_step s WHERE s.critical_id = v.id AND s.step > 0) < 3
            ORDER BY v.id
            LIMIT $3"#,
        hospital.0,
        to_db(ctx.now()),
        MOST,
    )
    .fetch_all(&mut **tx)
    .await?;
    let waiting = rows.into_iter().map(|row| Waiting {
        id: CriticalId(row.id),
        patient: PatientId(row.patient),
        ward: row.ward.map(WardId),
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
    for mut value in waiting {
        let duty = on_duty(&facts.shifts, &facts.stand_ins, value.ward, zone, ctx.now());
        let plan = facts.plan(value.ward);
        for rank in plan.due(ctx.now().seconds_since(value.since)) {
            if value.done.contains(&rank.number()) {
                continue;
            }
            let becomes = step(&plan, Priority::High, rank, &duty, &value.told, minute);
            if !write(tx, ctx, value.id, rank, becomes).await? {
                continue;
            }
            if let Some(user) = becomes.told() {
                value.told.push(user);
                let notice = Notice::of(Kind::CriticalUnanswered).at(hospital).about(value.patient);
                notices::tell(tx, ctx, user, notice).await?;
                entries.push(Entry::changed(
                    "critical.tell",
                    Action::RunJobs,
                    value.patient,
                    Data::Alarms,
                ));
            }
        }
    }
    Ok(entries)
}

/// Writes a step, unless it stands already or the value was read back a moment ago. Answers whether it was this one that wrote it.
async fn write(tx: &mut Tx, ctx: &Ctx, id: CriticalId, rank: Rank, becomes: Step) -> Result<bool> {
    let written = sqlx::query_scalar!(
        "INSERT INTO critical_step (critical_id, step, at, told_user, skipped_reason)
         SELECT v.id, $2::smallint, $3::timestamptz, $4::uuid, $5::text FROM critical_value v WHERE v.id = $1 AND v.state = 'open'
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
