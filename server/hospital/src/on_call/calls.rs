//! Calls of patients that nobody took, for the walk up the on-call table ([`super::ladder`]): such a call waits until somebody comes, or the patient takes it back.

use domain::ids::{CallId, HospitalId, PatientId, UserId, WardId};
use domain::on_call::{Rank, Step, Why};

use super::ladder::{Waiting, Waits};
use crate::ctx::{Ctx, Tx};
use crate::error::Result;
use crate::notices::Kind;
use crate::time::{from_db, to_db};

/// Calls of one turn.
const MOST: i64 = 500;

/// Those that wait and have steps left, in an order that is always the same.
pub(super) async fn waiting(tx: &mut Tx, ctx: &Ctx, hospital: HospitalId) -> Result<Vec<Waiting<CallId>>> {
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
        ward: Some(WardId(row.ward)),
        since: from_db(row.since),
        done: row.done,
        told: row.told.into_iter().map(UserId).collect(),
    });
    Ok(waiting.collect())
}

impl Waits for CallId {
    const KIND: Kind = Kind::CallUnanswered;
    const ACT: &'static str = "call.tell";

    async fn write(self, tx: &mut Tx, ctx: &Ctx, rank: Rank, becomes: Step) -> Result<bool> {
        let written = sqlx::query_scalar!(
            "INSERT INTO nurse_call_step (call_id, step, at, told_user, skipped_reason)
             SELECT c.id, $2::smallint, $3::timestamptz, $4::uuid, $5::text FROM nurse_call c WHERE c.id = $1 AND c.state = 'waiting'
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
