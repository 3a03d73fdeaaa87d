//! Lists of people that entries tell of again and again, kept once: the entry names the set, and the set stands in the list of each of its people
//! (`server/docs/decisions/0028-audit-sets.md`).
//!
//! [`Sets`] belongs to the writer alone. It knows which sets of this process's months are in the database, and is told so only after they were committed, so that it can
//! never believe what a rollback took back. Should one be gone nevertheless (a database that was restored under a running server), the foreign key refuses the entries, and
//! they are written with a line for each person instead. What is written in the transaction of a change ([`super::record_in`]) names no set: two changes would wait
//! for each other over one.

use std::collections::HashMap;

use sqlx::PgPool;
use time::Date;
use uuid::Uuid;

use super::keys::{Digest, TraceKeys};
use super::row::Row;
use crate::time::to_db;

/// From how many people on a list is worth a set: below, their own lines are as few as what the set costs whoever reads.
const FROM: usize = 8;
/// From how many on those that were seen are forgotten: they are looked at anew, and nothing is lost by it.
const MANY: usize = 8_192;
/// The foreign key from an entry to its set.
const EXISTS: &str = "audit_entry_set_exists";

/// The name of a set: the first day of its month, and what it is of. The same people of the same hospital have the same name in a month, in every process.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct SetName {
    pub month: Date,
    pub id: Digest,
}

impl SetName {
    /// The name of the people of this row, where they can be a set: an entry about one person, or a few, stands in their lists itself.
    fn of(keys: &TraceKeys, row: &Row) -> Option<Self> {
        if row.patients.len() < FROM || row.subject == "patient" {
            return None;
        }
        let day = to_db(row.at).date();
        let month = Date::from_calendar_date(day.year(), day.month(), 1).ok()?;
        let id = keys.set(month.to_julian_day(), row.hospital, &row.patients);
        Some(Self { month, id })
    }
}

/// What is known of a set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Seen {
    /// One entry told of these people, in lines of their own: most lists (what a search found) never come again.
    Once,
    /// It is in the database.
    Kept,
}

/// The sets that this process has seen.
#[derive(Debug, Default)]
pub(super) struct Sets(HashMap<SetName, Seen>);

/// The sets of a batch.
#[derive(Debug, Default)]
struct Batch {
    /// For each row the set that it names.
    names: Vec<Option<SetName>>,
    /// Those that are not in the database yet, each with a row that tells of its people, by name.
    fresh: Vec<(SetName, usize)>,
}

impl Sets {
    /// Writes the rows with their marks, and the sets that they name before them.
    pub(super) async fn write(
        &mut self,
        to: &PgPool,
        keys: &TraceKeys,
        rows: &[Row],
    ) -> std::result::Result<(), sqlx::Error> {
        let Batch { names, fresh } = self.batch(keys, rows);
        if !fresh.is_empty() {
            keep(to, &fresh, rows).await?;
            self.0.extend(fresh.iter().map(|(name, _)| (*name, Seen::Kept)));
        }
        match super::row::insert(to, keys, rows, &names).await {
            Err(error) if is_of_a_lost_set(&error) => {
                tracing::warn!(
                    "a set of the audit is gone from the database: this batch names none, and all are looked at anew"
                );
                self.0.clear();
                super::row::insert(to, keys, rows, &[]).await
            }
            written => written,
        }
    }

    fn batch(&mut self, keys: &TraceKeys, rows: &[Row]) -> Batch {
        if self.0.len() >= MANY {
            self.0.clear();
        }
        let mut batch = Batch::default();
        for (place, row) in rows.iter().enumerate() {
            let name = SetName::of(keys, row).filter(|name| match self.0.get(name).copied() {
                Some(Seen::Kept) => true,
                Some(Seen::Once) => {
                    if !batch.fresh.iter().any(|(known, _)| known == name) {
                        batch.fresh.push((*name, place));
                    }
                    true
                }
                None => {
                    self.0.insert(*name, Seen::Once);
                    false
                }
            });
            batch.names.push(name);
        }
        // Two processes that keep the same sets at once take them in the same order, so that neither waits for the other for ever.
        batch.fresh.sort_unstable();
        batch
    }
}

/// Whether the entries were refused because a set that they name is not there.
fn is_of_a_lost_set(error: &sqlx::Error) -> bool {
    error
        .as_database_error()
        .is_some_and(|error| error.constraint() == Some(EXISTS))
}

/// Keeps sets and who is in them; another process may have kept the same.
async fn keep(to: &PgPool, sets: &[(SetName, usize)], rows: &[Row]) -> std::result::Result<(), sqlx::Error> {
    let (mut months, mut ids, mut hospitals, mut people) = (vec![], vec![], vec![], vec![]);
    for (name, place) in sets {
        let Some(row) = rows.get(*place) else { continue };
        months.push(name.month);
        ids.push(name.id.to_vec());
        hospitals.push(row.hospital);
        let whom: Vec<String> = row.patients.iter().map(Uuid::to_string).collect();
        // Lists travel as the text of an array, because PostgreSQL's arrays of arrays are rectangles.
        people.push(format!("{{{}}}", whom.join(",")));
    }
    sqlx::query!(
        "WITH told AS (
             SELECT t.month, t.id, t.hospital_id, t.whom::uuid[] AS patients
               FROM unnest($1::date[], $2::bytea[], $3::uuid[], $4::text[]) AS t (month, id, hospital_id, whom)
         ), kept AS (
             INSERT INTO audit_set (month, id, hospital_id, patients)
             SELECT month, id, hospital_id, patients FROM told ORDER BY month, id
             ON CONFLICT DO NOTHING
         )
         INSERT INTO audit_set_patient (whom, month, set_id, hospital_id)
         SELECT DISTINCT unnest(patients), month, id, hospital_id FROM told ORDER BY 2, 3, 1
         ON CONFLICT DO NOTHING",
        &months,
        &ids,
        &hospitals as &[Option<Uuid>],
        &people,
    )
    .execute(to)
    .await
    .map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::time::Moment;

    fn keys() -> TraceKeys {
        TraceKeys::derived(|_| [3; 32])
    }

    /// A board of so many people, in a month of this many seconds after 1970.
    fn board(people: u128, at: i64) -> Row {
        Row {
            id: Uuid::now_v7(),
            at: Moment(at * 1_000_000),
            actor: "staff".into(),
            actor_id: None,
            task: None,
            hospital: Some(Uuid::from_u128(1)),
            role: None,
            on_behalf_of: None,
            action: "ward.watch".into(),
            subject: "ward".into(),
            subject_id: None,
            patients: (0..people).map(Uuid::from_u128).collect(),
            kinds: Vec::new(),
            purpose: None,
            outcome: "allowed".into(),
            reason: None,
            address: None,
            request: Uuid::now_v7(),
            lasted_ms: None,
        }
    }

    const NOVEMBER: i64 = 1_795_341_600;
    const LATER: i64 = NOVEMBER + 40 * 86_400;

    #[test]
    fn a_list_is_kept_when_it_comes_a_second_time() {
        let (mut sets, keys) = (Sets::default(), keys());
        let first = sets.batch(&keys, &[board(100, NOVEMBER)]);
        assert!(first.names.iter().all(Option::is_none) && first.fresh.is_empty());
        let second = sets.batch(&keys, &[board(100, NOVEMBER), board(100, NOVEMBER)]);
        assert!(second.names.iter().all(Option::is_some) && second.names[0] == second.names[1]);
        assert_eq!(second.fresh.len(), 1, "once, though two rows name it");
        // Nobody said that it was committed: it is written again.
        assert_eq!(sets.batch(&keys, &[board(100, NOVEMBER)]).fresh.len(), 1);
        sets.0.insert(second.names[0].unwrap(), Seen::Kept);
        let known = sets.batch(&keys, &[board(100, NOVEMBER)]);
        assert!(known.names == second.names[..1] && known.fresh.is_empty());
    }

    #[test]
    fn other_people_another_hospital_another_month_is_another_set() {
        let keys = keys();
        let name = |row: &Row| SetName::of(&keys, row).unwrap();
        let one = board(100, NOVEMBER);
        assert_eq!(name(&one), name(&board(100, NOVEMBER)));
        let elsewhere = Row {
            hospital: None,
            ..one.clone()
        };
        for other in [board(101, NOVEMBER), board(100, LATER), elsewhere] {
            assert_ne!(name(&one).id, name(&other).id);
        }
        assert_eq!(name(&one).month.day(), 1);
    }

    #[test]
    fn few_people_and_one_persons_record_are_no_set() {
        let keys = keys();
        assert!(SetName::of(&keys, &board(FROM as u128 - 1, NOVEMBER)).is_none());
        let record = Row {
            subject: "patient".into(),
            ..board(100, NOVEMBER)
        };
        assert!(SetName::of(&keys, &record).is_none());
    }
}
