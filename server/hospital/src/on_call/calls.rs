//! Calls of patients that nobody took, for the walk up the on-call table ([`super::ladder`]): such a call waits until somebody comes, or the patient takes it back. And who is told next, for the
//! page that shows them.

use std::collections::HashMap;

use domain::ids::{CallId, HospitalId, PatientId, UserId, WardId};
use domain::on_call::{Rank, Step, Why, next, on_duty};
use domain::time::Moment;

use super::facts::Facts;
use super::ladder::{Waiting, Waits};
use super::table::names;
use crate::ctx::{Ctx, Tx};
use crate::error::Result;
use crate::notices::Kind;
use crate::organisation;
use crate::time::{from_db, to_db};

/// Calls of one turn.
const MOST: i64 = 500;

/// Those that wait, and which steps there were in this round, in an order that is always the same.
pub(super) async fn waiting(tx: &mut Tx, ctx: &Ctx, hospital: HospitalId) -> Result<Vec<Waiting<CallId>>> {
    let rows = sqlx::query!(
        r#"SELECT c.id AS "id!", led_to(c.patient_id, c.hospital_id) AS "patient!", coalesce(p.ward_id, c.ward_id) AS "ward!", coalesce(c.waits_since, c.called_at) AS "since!",
                  ARRAY(SELECT s.step FROM nurse_call_step s
                         WHERE s.call_id = c.id AND s.round = c.round AND s.step > 0 AND s.skipped_reason IS DISTINCT FROM 'nobody' ORDER BY s.step) AS "done!",
                  ARRAY(SELECT s.told_user FROM nurse_call_step s
                         WHERE s.call_id = c.id AND s.round = c.round AND s.step > 0 AND s.told_user IS NOT NULL ORDER BY s.step) AS "told!"
             FROM nurse_call c
             LEFT JOIN LATERAL call_place(led_to(c.patient_id, c.hospital_id), c.hospital_id, $2) AS p ON true
            WHERE c.hospital_id = $1 AND c.state = 'waiting'
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
        ward: Some(WardId(row.ward)),
        since: from_db(row.since),
        done: row.done,
        told: row.told.into_iter().map(UserId).collect(),
    });
    Ok(waiting.collect())
}

/// Those for which the time of the third has passed once more since it came: what they told in this round brought nobody. (No source gives a number, so it is the one that the hospital has set.)
pub(super) fn a_round_over(
    waiting: &[Waiting<CallId>],
    facts: &Facts,
    now: Moment,
) -> Vec<(CallId, PatientId, Moment)> {
    let over = |one: &&Waiting<CallId>| {
        let third = facts.plan(one.ward).after.into_iter().max().unwrap_or(u16::MAX);
        now.seconds_since(one.since) >= 2.0 * f64::from(third)
    };
    waiting
        .iter()
        .filter(over)
        .map(|one| (one.id, one.patient, one.since))
        .collect()
}

/// Who is told next if nobody comes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextTold {
    /// Whose turn it is.
    pub rank: Rank,
    /// When it comes.
    pub at: Moment,
    /// Who is on call then.
    pub name: String,
}

/// Who is told next, by call that waits: as the table stands now. Who stands in for somebody from a later moment is seen when that has come. A call of which nobody else would be told in this
/// round is not among them: the next round begins with the first.
pub(crate) async fn next_of_calls(tx: &mut Tx, ctx: &Ctx, hospital: HospitalId) -> Result<HashMap<CallId, NextTold>> {
    let waiting = waiting(tx, ctx, hospital).await?;
    if waiting.is_empty() {
        return Ok(HashMap::new());
    }
    let now = ctx.now();
    let facts = Facts::load(tx, hospital, now).await?;
    let zone = organisation::zone_of_actor(tx, ctx).await?;
    let names = names(tx, &facts).await?;
    let of_calls = waiting.into_iter().filter_map(|call| {
        let done: Vec<Rank> = call.done.iter().filter_map(|step| Rank::of(*step)).collect();
        let duty = |at| on_duty(&facts.shifts, &facts.stand_ins, call.ward, &zone, at);
        let turn = next(&facts.plan(call.ward), (call.since, now), &done, &call.told, duty)?;
        let told = NextTold {
            rank: turn.rank,
            at: turn.at,
            name: names.get(&turn.user.0).cloned().unwrap_or_default(),
        };
        Some((call.id, told))
    });
    Ok(of_calls.collect())
}

impl Waits for CallId {
    const KIND: Kind = Kind::CallUnanswered;
    const ACT: &'static str = "call.tell";

    async fn write(self, tx: &mut Tx, ctx: &Ctx, rank: Rank, becomes: Step) -> Result<bool> {
        let written = sqlx::query_scalar!(
            "INSERT INTO nurse_call_step (call_id, round, step, at, told_user, skipped_reason)
             SELECT c.id, c.round, $2::smallint, $3::timestamptz, $4::uuid, $5::text FROM nurse_call c WHERE c.id = $1 AND c.state = 'waiting'
             ON CONFLICT DO NOTHING
             RETURNING step",
            self.0,
            rank.number(),
            to_db(ctx.now()),
            becomes.told().map(|user| user.0),
            becomes.why().map(Why::name),
        )
        .fetch_optional(&mut **tx)
        .await?;
        Ok(written.is_some())
    }
}
