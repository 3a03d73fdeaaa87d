//! Critical values that nobody read back, for the walk up the on-call table ([`super::ladder`]): such a value waits until somebody has read it.

use domain::ids::{CriticalId, HospitalId, PatientId, UserId, WardId};
use domain::on_call::{Rank, Step, Why};

use super::ladder::{Waiting, Waits};
use crate::ctx::{Ctx, Tx};
use crate::error::Result;
use crate::notices::Kind;
use crate::time::{from_db, to_db};

/// Values of one turn.
const MOST: i64 = 500;

/// Those that wait and have steps left, in an order that is always the same.
pub(super) async fn waiting(tx: &mut Tx, ctx: &Ctx, hospital: HospitalId) -> Result<Vec<Waiting<CriticalId>>> {
    let rows = sqlx::query!(
        r#"SELECT v.id AS "id!", led_to(v.patient_id, v.hospital_id) AS "patient!", p.ward_id AS "ward?", v.reported_at AS "since!",
                  ARRAY(SELECT s.step FROM critical_step s
                         WHERE s.critical_id = v.id AND s.step > 0 AND s.skipped_reason IS DISTINCT FROM 'nobody' ORDER BY s.step) AS "done!",
                  ARRAY(SELECT s.told_user FROM critical_step s WHERE s.critical_id = v.id AND s.step > 0 AND s.told_user IS NOT NULL ORDER BY s.step) AS "told!"
             FROM critical_value v
             LEFT JOIN LATERAL critical_place(led_to(v.patient_id, v.hospital_id), v.hospital_id, $2) AS p ON true
            WHERE v.hospital_id = $1 AND v.state = 'open'
              AND (SELECT count(*) FROM critical_step s WHERE s.critical_id = v.id AND s.step > 0 AND s.skipped_reason IS DISTINCT FROM 'nobody') < 3
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

impl Waits for CriticalId {
    const KIND: Kind = Kind::CriticalUnanswered;
    const ACT: &'static str = "critical.tell";

    async fn write(self, tx: &mut Tx, ctx: &Ctx, rank: Rank, becomes: Step) -> Result<bool> {
        let written = sqlx::query_scalar!(
            "INSERT INTO critical_step (critical_id, step, at, told_user, skipped_reason)
             SELECT v.id, $2::smallint, $3::timestamptz, $4::uuid, $5::text FROM critical_value v WHERE v.id = $1 AND v.state = 'open'
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
