//! Who was told of a call since it waits, at once and by the on-call table, or why nobody was. What was told before it was given back or began anew stays in the table and is not shown. (Who is told next says the table: `on_call::next_of_calls`.)

use std::collections::HashMap;

use domain::ids::CallId;
use domain::on_call::{Rank, Why};
use domain::time::Moment;
use uuid::Uuid;

use crate::ctx::Tx;
use crate::error::Result;
use crate::on_call::Kept;
use crate::time::from_db;

/// Steps of one call that are shown: the nurses who were told at once, and those of the on-call table.
const MOST: i64 = 60;

/// One step of telling.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// Whose turn it was among those on call; none for who was told at once.
    pub rank: Option<Rank>,
    /// Whether it was told before: it was given back, nobody came, or it began anew.
    pub is_again: bool,
    /// When.
    pub at: Moment,
    /// Who was told, or why nobody was.
    pub became: Kept,
}

/// Who was told of these, by call, the first first.
pub(super) async fn steps(tx: &mut Tx, calls: &[Uuid]) -> Result<HashMap<CallId, Vec<Told>>> {
    let rows = sqlx::query!(
        r#"SELECT t.call_id AS "call_id!", t.step AS "step!", t.round AS "round!", t.at AS "at!", t.skipped_reason AS "skipped_reason?", u.display_name AS "told?"
             FROM unnest($1::uuid[]) AS of_call (id)
            CROSS JOIN LATERAL (SELECT s.* FROM nurse_call_step s JOIN nurse_call c ON c.id = s.call_id AND c.round = s.round WHERE s.call_id = of_call.id ORDER BY s.id LIMIT $2) AS t
             LEFT JOIN app_user u ON u.id = t.told_user
            ORDER BY t.id"#,
        calls,
        MOST,
    )
    .fetch_all(&mut **tx)
    .await?;
    let mut steps: HashMap<CallId, Vec<Told>> = HashMap::new();
    for row in rows {
        steps.entry(CallId(row.call_id)).or_default().push(Told {
            rank: Rank::of(row.step),
            is_again: row.round > 0,
            at: from_db(row.at),
            became: match row.skipped_reason {
                Some(why) => Kept::Skipped(Why::parse(&why)),
                None => Kept::Told(row.told.unwrap_or_default()),
            },
        });
    }
    Ok(steps)
}
