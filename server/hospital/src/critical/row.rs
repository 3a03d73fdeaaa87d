//! Loops as rows, and who was told and who read back beside them.

use std::collections::HashMap;

use domain::critical::{Side, State};
use domain::ids::CriticalId;
use domain::on_call::{Rank, Why};
use time::OffsetDateTime;
use uuid::Uuid;

use super::{Loop, Read, Told};
use crate::ctx::Tx;
use crate::error::Result;
use crate::on_call::Kept;
use crate::time::from_db;

/// Tries and steps of one loop that are shown.
const MOST: i64 = 60;

/// One loop without its tries and steps.
pub(super) struct Row {
    pub id: Uuid,
    pub code: Option<String>,
    pub name: String,
    pub value: String,
    pub unit: String,
    pub side: Option<String>,
    pub published: Option<String>,
    pub reason: Option<String>,
    pub measured_at: OffsetDateTime,
    pub reported_at: OffsetDateTime,
    pub reported_by: Uuid,
    pub reporter: Option<String>,
    pub state: String,
    pub action: Option<String>,
    pub closer: Option<String>,
    pub closed_at: Option<OffsetDateTime>,
    pub withdrawn_reason: Option<String>,
    pub withdrawn_at: Option<OffsetDateTime>,
}

impl Row {
    /// The loop with what was written of it; none for a state of a later version.
    pub(super) fn into_loop(self, me: Option<Uuid>, reads: Vec<Read>, steps: Vec<Told>) -> Option<Loop> {
        Some(Loop {
            id: CriticalId(self.id),
            name: self.name,
            code: self.code,
            value: self.value,
            unit: self.unit,
            side: self.side.as_deref().and_then(Side::parse),
            published: self.published,
            reason: self.reason,
            measured_at: from_db(self.measured_at),
            reported_at: from_db(self.reported_at),
            reported_by: self.reporter,
            state: State::parse(&self.state)?,
            reads,
            steps,
            action: self.action,
            closed_by: self.closer,
            closed_at: self.closed_at.map(from_db),
            withdrawn_reason: self.withdrawn_reason,
            withdrawn_at: self.withdrawn_at.map(from_db),
            mine: me == Some(self.reported_by),
        })
    }
}

/// Every try to read these back, by loop.
pub(super) async fn reads(tx: &mut Tx, loops: &[Uuid]) -> Result<HashMap<Uuid, Vec<Read>>> {
    let rows = sqlx::query!(
        r#"SELECT r.critical_id AS "critical_id!", r.at AS "at!", r.value::text AS "value!", r.agrees AS "agrees!", u.display_name AS "by?"
             FROM unnest($1::uuid[]) AS of_loop (id)
            CROSS JOIN LATERAL (SELECT * FROM critical_read t WHERE t.critical_id = of_loop.id ORDER BY t.id LIMIT $2) AS r
             LEFT JOIN app_user u ON u.id = r.by_user
            ORDER BY r.id"#,
        loops,
        MOST,
    )
    .fetch_all(&mut **tx)
    .await?;
    let mut reads: HashMap<Uuid, Vec<Read>> = HashMap::new();
    for row in rows {
        reads.entry(row.critical_id).or_default().push(Read {
            by: row.by,
            at: from_db(row.at),
            value: row.value,
            agrees: row.agrees,
        });
    }
    Ok(reads)
}

/// Who was told of these, by loop.
pub(super) async fn steps(tx: &mut Tx, loops: &[Uuid]) -> Result<HashMap<Uuid, Vec<Told>>> {
    let rows = sqlx::query!(
        r#"SELECT t.critical_id AS "critical_id!", t.step AS "step!", t.at AS "at!", t.skipped_reason AS "skipped_reason?", u.display_name AS "told?"
             FROM unnest($1::uuid[]) AS of_loop (id)
            CROSS JOIN LATERAL (SELECT * FROM critical_step s WHERE s.critical_id = of_loop.id ORDER BY s.id LIMIT $2) AS t
             LEFT JOIN app_user u ON u.id = t.told_user
            ORDER BY t.id"#,
        loops,
        MOST,
    )
    .fetch_all(&mut **tx)
    .await?;
    let mut steps: HashMap<Uuid, Vec<Told>> = HashMap::new();
    for row in rows {
        steps.entry(row.critical_id).or_default().push(Told {
            rank: Rank::of(row.step),
            at: from_db(row.at),
            became: match row.skipped_reason {
                Some(why) => Kept::Skipped(Why::parse(&why)),
                None => Kept::Told(row.told.unwrap_or_default()),
            },
        });
    }
    Ok(steps)
}
