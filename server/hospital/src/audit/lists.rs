//! Whether the lists of who is in which entry are those of the entries, both ways: a part of [`super::verify`].
//!
//! The entries are what is marked and sealed; the lists are the way from a person to them. A list is summed up on both sides first, under a number that is drawn anew each time,
//! so that no other line can be made to weigh the same; which line it is is asked only when the sums differ.

use std::collections::HashSet;

use uuid::Uuid;

use super::fault::Fault;
use crate::ctx::Tx;
use crate::error::Result;

/// What is wrong with the lists; entries that are named already are left out.
pub(super) async fn differing(tx: &mut Tx, named: &HashSet<Uuid>) -> Result<Vec<Fault>> {
    let mut faults = lines(tx, named).await?;
    faults.extend(of_entries(tx, named).await?);
    faults.extend(of_sets(tx).await?);
    Ok(faults)
}

/// Entries that name no set, against the lines of their people: entries that are missing in the list of one of them, and lines that no entry has.
async fn lines(tx: &mut Tx, named: &HashSet<Uuid>) -> Result<Vec<Fault>> {
    let same = sqlx::query_scalar!(
        r#"WITH drawn AS MATERIALIZED (SELECT (random() * 9e18)::int8 AS seed)
           SELECT (SELECT (count(*), sum(uuid_hash_extended(p.whom, uuid_hash_extended(p.entry_id, timestamp_hash_extended(p.at AT TIME ZONE 'UTC',
                                         uuid_hash_extended(coalesce(p.hospital_id, '00000000-0000-0000-0000-000000000000'), d.seed))))))
                     FROM audit_patient p CROSS JOIN drawn d)
                  IS NOT DISTINCT FROM
                  (SELECT (count(*), sum(uuid_hash_extended(about.whom, uuid_hash_extended(e.id, timestamp_hash_extended(e.at AT TIME ZONE 'UTC',
                                         uuid_hash_extended(coalesce(e.hospital_id, '00000000-0000-0000-0000-000000000000'), d.seed))))))
                     FROM audit_entry e CROSS JOIN drawn d CROSS JOIN LATERAL unnest(e.patients) AS about (whom)
                    WHERE e.set_id IS NULL) AS "same!""#,
    )
    .fetch_one(&mut **tx)
    .await?;
    if same {
        return Ok(Vec::new());
    }
    let hidden = sqlx::query_scalar!(
        "SELECT DISTINCT e.id
           FROM audit_entry e
          CROSS JOIN LATERAL unnest(e.patients) AS about (whom)
          WHERE e.set_id IS NULL
            AND NOT EXISTS (SELECT FROM audit_patient p
                             WHERE p.whom = about.whom AND p.at = e.at AND p.entry_id = e.id AND p.hospital_id IS NOT DISTINCT FROM e.hospital_id)
          LIMIT 1000",
    )
    .fetch_all(&mut **tx)
    .await?;
    let listed = sqlx::query_scalar!(
        "SELECT DISTINCT p.entry_id
           FROM audit_patient p
          WHERE NOT EXISTS (SELECT FROM audit_entry e WHERE e.id = p.entry_id AND e.at = p.at AND e.set_id IS NULL AND p.whom = ANY (e.patients))
          LIMIT 1000",
    )
    .fetch_all(&mut **tx)
    .await?;
    if hidden.is_empty() && listed.is_empty() {
        return Ok(vec![Fault::ListsDiffer]);
    }
    let hidden = hidden.into_iter().filter(|id| !named.contains(id));
    let listed = listed.into_iter().filter(|id| !named.contains(id));
    Ok(hidden.map(Fault::Hidden).chain(listed.map(Fault::Listed)).collect())
}

/// Entries that name a set, against it: it is there, of the entry's month and hospital, and of the same people. Where it has all of them and more, the entry is told to somebody
/// whom it is not about; otherwise it is hidden from somebody.
async fn of_entries(tx: &mut Tx, named: &HashSet<Uuid>) -> Result<Vec<Fault>> {
    let rows = sqlx::query!(
        r#"SELECT e.id AS "id!", coalesce(e.patients <@ s.patients AND e.hospital_id IS NOT DISTINCT FROM s.hospital_id
                                 AND e.set_month = date_trunc('month', e.at AT TIME ZONE 'UTC')::date, false) AS "has_more!"
             FROM audit_entry e
             LEFT JOIN audit_set s ON s.month = e.set_month AND s.id = e.set_id
            WHERE e.set_id IS NOT NULL
              AND (s.patients IS DISTINCT FROM e.patients OR s.hospital_id IS DISTINCT FROM e.hospital_id
                   OR e.set_month IS DISTINCT FROM date_trunc('month', e.at AT TIME ZONE 'UTC')::date)
            LIMIT 1000"#,
    )
    .fetch_all(&mut **tx)
    .await?;
    let new = rows.into_iter().filter(|row| !named.contains(&row.id));
    Ok(new
        .map(|row| match row.has_more {
            true => Fault::Listed(row.id),
            false => Fault::Hidden(row.id),
        })
        .collect())
}

/// Each set against the lines of its people.
async fn of_sets(tx: &mut Tx) -> Result<Vec<Fault>> {
    let same = sqlx::query_scalar!(
        r#"WITH drawn AS MATERIALIZED (SELECT (random() * 9e18)::int8 AS seed)
           SELECT (SELECT (count(*), sum(uuid_hash_extended(p.whom, hashtextextended(encode(p.set_id, 'hex'), hashint4extended(p.month - date '2000-01-01',
                                         uuid_hash_extended(coalesce(p.hospital_id, '00000000-0000-0000-0000-000000000000'), d.seed))))))
                     FROM audit_set_patient p CROSS JOIN drawn d)
                  IS NOT DISTINCT FROM
                  (SELECT (count(*), sum(uuid_hash_extended(about.whom, hashtextextended(encode(s.id, 'hex'), hashint4extended(s.month - date '2000-01-01',
                                         uuid_hash_extended(coalesce(s.hospital_id, '00000000-0000-0000-0000-000000000000'), d.seed))))))
                     FROM audit_set s CROSS JOIN drawn d CROSS JOIN LATERAL unnest(s.patients) AS about (whom)) AS "same!""#,
    )
    .fetch_one(&mut **tx)
    .await?;
    if same {
        return Ok(Vec::new());
    }
    let differing = sqlx::query_scalar!(
        r#"SELECT s.id AS "id!"
             FROM audit_set s
            CROSS JOIN LATERAL unnest(s.patients) AS about (whom)
            WHERE NOT EXISTS (SELECT FROM audit_set_patient p
                               WHERE p.whom = about.whom AND p.month = s.month AND p.set_id = s.id AND p.hospital_id IS NOT DISTINCT FROM s.hospital_id)
           UNION
           SELECT p.set_id
             FROM audit_set_patient p
            WHERE NOT EXISTS (SELECT FROM audit_set s WHERE s.month = p.month AND s.id = p.set_id AND p.whom = ANY (s.patients))
            LIMIT 1000"#,
    )
    .fetch_all(&mut **tx)
    .await?;
    if differing.is_empty() {
        return Ok(vec![Fault::ListsDiffer]);
    }
    Ok(differing.into_iter().map(Fault::SetDiffers).collect())
}
