//! Urgent messages of patients that nobody read, for the walk up the on-call table ([`super::ladder`]): such a message waits until somebody of the hospital's side has read it or written in its
//! conversation after it. Whether that is so stands with the messages; nobody who is told, and no program, reads by it what was written.
//!
//! Whoever writes again meanwhile has asked once: what was sent before somebody was told of an earlier message of theirs that still waits has been told with it.

use std::collections::HashSet;

use domain::ids::{HospitalId, MessageId, PatientId, UserId, WardId};
use domain::on_call::{Rank, Step, Why};

use super::ladder::{Waiting, Waits};
use super::sweep::LONGEST;
use crate::audit::Kind as Data;
use crate::ctx::{Ctx, Tx};
use crate::error::Result;
use crate::notices::Kind;
use crate::time::{from_db, to_db};

/// Messages of one turn. The first of each patient come before the second of any, so that one who writes without end holds up nobody else.
const MOST: i64 = 500;
/// Who was told of one that was sent so much longer ago, in seconds, is told of those of now: the longest time that a step can have (`on_call_plan`).
const STEP_LONGEST: f64 = 7_200.0;

/// Those that wait and of which not all three were told, in an order that is always the same.
pub(super) async fn waiting(tx: &mut Tx, ctx: &Ctx, hospital: HospitalId) -> Result<Vec<Waiting<MessageId>>> {
    let rows = sqlx::query!(
        r#"WITH waiting AS MATERIALIZED (
               SELECT w.message_id, w.since, led_to(w.patient_id, $1) AS patient
                 FROM chat_urgent_waiting($4) AS w)
           SELECT w.message_id AS "id!", w.patient AS "patient!", on_call_ward(w.patient, $1, $2) AS "ward?", w.since AS "since!",
                  ARRAY(SELECT s.step FROM chat_urgent_step s
                         WHERE s.message_id = w.message_id AND s.skipped_reason IS DISTINCT FROM 'nobody' ORDER BY s.step) AS "done!",
                  ARRAY(SELECT s.told_user FROM chat_urgent_step s WHERE s.message_id = w.message_id AND s.told_user IS NOT NULL ORDER BY s.step) AS "told!"
             FROM waiting w
            WHERE w.since > $3
              AND (SELECT count(*) FROM chat_urgent_step s WHERE s.message_id = w.message_id AND s.skipped_reason IS DISTINCT FROM 'nobody') < 3
              AND NOT EXISTS (SELECT
                                FROM waiting o
                                JOIN chat_urgent_step s ON s.message_id = o.message_id AND s.told_user IS NOT NULL AND s.at >= w.since
                               WHERE o.patient = w.patient AND (o.since, o.message_id) < (w.since, w.message_id))
            ORDER BY row_number() OVER (PARTITION BY w.patient ORDER BY w.since, w.message_id), w.since, w.message_id
            LIMIT $5"#,
        hospital.0,
        to_db(ctx.now()),
        to_db(ctx.now().plus_seconds(-LONGEST)),
        to_db(ctx.now().plus_seconds(-LONGEST - STEP_LONGEST)),
        MOST,
    )
    .fetch_all(&mut **tx)
    .await?;
    let waiting = rows.into_iter().map(|row| Waiting {
        id: MessageId(row.id),
        patient: PatientId(row.patient),
        ward: row.ward.map(WardId),
        since: from_db(row.since),
        done: row.done,
        told: row.told.into_iter().map(UserId).collect(),
    });
    Ok(one_at_a_time(waiting.collect()))
}

/// Of those of which nobody was told the earliest of each patient: the others are told with it.
fn one_at_a_time(mut waiting: Vec<Waiting<MessageId>>) -> Vec<Waiting<MessageId>> {
    waiting.sort_by_key(|one| (one.since, one.id));
    let mut first = HashSet::new();
    waiting.retain(|one| !one.told.is_empty() || first.insert(one.patient));
    waiting
}

impl Waits for MessageId {
    const KIND: Kind = Kind::MessageUnread;
    const ACT: &'static str = "chat.tell";
    const OF: Data = Data::Messages;

    async fn write(self, tx: &mut Tx, ctx: &Ctx, rank: Rank, becomes: Step) -> Result<bool> {
        let written = sqlx::query_scalar!(
            "INSERT INTO chat_urgent_step (message_id, hospital_id, step, at, told_user, skipped_reason)
             SELECT w.message_id, actor_hospital(), $2::smallint, $3::timestamptz, $4::uuid, $5::text FROM chat_urgent_waiting($6) AS w WHERE w.message_id = $1
             ON CONFLICT DO NOTHING
             RETURNING step",
            self.0,
            rank.number(),
            to_db(ctx.now()),
            becomes.told().map(|user| user.0),
            becomes.why().map(Why::name),
            to_db(ctx.now().plus_seconds(-LONGEST)),
        )
        .fetch_optional(&mut **tx)
        .await?;
        Ok(written.is_some())
    }
}
