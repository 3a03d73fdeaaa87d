//! By names: words as the database keeps them (`patient_name`), each the beginning of one of the person's; when there is nobody, words that are alike.
//!
//! Row security lets only leakproof operators near an index, which those of trigrams are not: which words are alike is asked of `name_word`, that holds words and
//! nobody's name, and whose they are by `=`.

use domain::ids::{HospitalId, PatientId};
use domain::patients::sought::Day;
use time::{Date, Month};

use super::PAGE;
use super::question::After;
use crate::ctx::Tx;
use crate::error::{HospitalError, Result};

/// Comes after every word with the same beginning.
const LAST: &str = "\u{10FFFF}";
/// A page of those who were found.
pub(super) struct Page {
    pub ids: Vec<PatientId>,
    pub next: Option<After>,
}

/// The words as they are kept. First those with which the fewest known words begin: they lead to the fewest people.
pub(in crate::patients) async fn folded(tx: &mut Tx, typed: &[String]) -> Result<Vec<String>> {
    let words = sqlx::query_scalar!(
        r#"SELECT w.word AS "word!"
             FROM (SELECT DISTINCT regexp_replace(folded(t), '[-''’ʼ`.,;/()]', '', 'g') AS word FROM unnest($1::text[]) AS t) AS w
            WHERE w.word <> ''
            ORDER BY (SELECT count(*) FROM (SELECT FROM name_word n WHERE n.word >= w.word AND n.word < w.word || $2 LIMIT 500) AS counted),
                     length(w.word) DESC"#,
        typed,
        LAST,
    )
    .fetch_all(&mut **tx)
    .await?;
    Ok(words)
}

/// Those of whom each word begins a name, in the order of the first of them.
pub(super) async fn beginning(
    tx: &mut Tx,
    hospital: HospitalId,
    words: &[String],
    born: Option<(Day, Day)>,
    after: Option<&After>,
) -> Result<Page> {
    let (since, until) = days(born)?;
    match (words.split_first(), born) {
        // Few are born on one day, whatever their names.
        (_, Some((first, last))) if first == last => of_day(tx, hospital, words, (since, until), after).await,
        (None, _) => Ok(Page {
            ids: Vec::new(),
            next: None,
        }),
        (Some((first, others)), _) => {
            let rows = sqlx::query!(
                r#"SELECT n.word, n.patient_id
                     FROM patient_name n
                     JOIN registration r ON r.patient_id = n.patient_id AND r.hospital_id = $1
                    -- One lower bound alone: beside a second one the scan would begin at the lesser of the two.
                    WHERE (n.word, n.patient_id) > ($4, $5) AND n.word < $2 || $3
                      AND NOT EXISTS (SELECT FROM patient_name e WHERE e.patient_id = n.patient_id AND e.word >= $2 AND e.word < n.word)
                      AND NOT EXISTS (SELECT FROM unnest($6::text[]) AS o (low)
                                       WHERE NOT EXISTS (SELECT FROM patient_name m
                                                          WHERE m.patient_id = n.patient_id AND m.word >= o.low AND m.word < o.low || $3))
                      AND ($7::date IS NULL OR EXISTS (SELECT FROM patient p WHERE p.id = n.patient_id AND p.born_on BETWEEN $7 AND $8))
                    ORDER BY n.word, n.patient_id
                    LIMIT $9"#,
                hospital.0,
                first,
                LAST,
                after.map_or(first, |after| &after.word),
                after.map(|after| after.patient.0).unwrap_or_default(),
                others,
                since,
                until,
                PAGE as i64 + 1,
            )
            .fetch_all(&mut **tx)
            .await?;
            Ok(page(rows.into_iter().map(|row| (row.word, PatientId(row.patient_id)))))
        }
    }
}

async fn of_day(
    tx: &mut Tx,
    hospital: HospitalId,
    words: &[String],
    (since, until): (Option<Date>, Option<Date>),
    after: Option<&After>,
) -> Result<Page> {
    let ids = sqlx::query_scalar!(
        r#"SELECT p.id
             FROM patient p
             JOIN registration r ON r.patient_id = p.id AND r.hospital_id = $1
            WHERE p.born_on BETWEEN $2 AND $3 AND p.id > $4
              AND NOT EXISTS (SELECT FROM unnest($5::text[]) AS o (low)
                               WHERE NOT EXISTS (SELECT FROM patient_name m
                                                  WHERE m.patient_id = p.id AND m.word >= o.low AND m.word < o.low || $6))
            ORDER BY p.id
            LIMIT $7"#,
        hospital.0,
        since,
        until,
        after.map(|after| after.patient.0).unwrap_or_default(),
        words,
        LAST,
        PAGE as i64 + 1,
    )
    .fetch_all(&mut **tx)
    .await?;
    Ok(page(ids.into_iter().map(|id| (String::new(), PatientId(id)))))
}

/// One more than a page says that there is a next one.
fn page(rows: impl Iterator<Item = (String, PatientId)>) -> Page {
    let mut rows: Vec<(String, PatientId)> = rows.collect();
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    let last = rows.last().filter(|_| more).cloned();
    Page {
        ids: rows.into_iter().map(|(_, patient)| patient).collect(),
        next: last.map(|(word, patient)| After { word, patient }),
    }
}

/// Of each alike word as many people at most: of one word alone the first page of them is shown, of several those who have them all.
const OF_ONE_WORD: i64 = 2_000;
const OF_SEVERAL: i64 = 10_000;

/// Those who have a name alike each of the words, the most alike first.
pub(super) async fn alike(
    tx: &mut Tx,
    hospital: HospitalId,
    words: &[String],
    born: Option<(Day, Day)>,
) -> Result<Vec<PatientId>> {
    let (since, until) = days(born)?;
    let found = sqlx::query_scalar!(
        r#"WITH alike AS MATERIALIZED (
               SELECT t.place, w.word, w.likeness
                 FROM unnest($2::text[]) WITH ORDINALITY AS t (typed, place)
                CROSS JOIN LATERAL (SELECT w.word, similarity(w.word, t.typed) AS likeness
                                      FROM name_word w
                                     WHERE w.word % t.typed
                                     ORDER BY 2 DESC, 1
                                     LIMIT 8) AS w),
           near AS MATERIALIZED (
               SELECT n.patient_id, a.place, max(a.likeness) AS likeness
                 FROM alike a
                CROSS JOIN LATERAL (SELECT n.patient_id FROM patient_name n WHERE n.word = a.word LIMIT $3) AS n
                GROUP BY 1, 2)
           SELECT n.patient_id
             FROM near n
             JOIN registration r ON r.patient_id = n.patient_id AND r.hospital_id = $1
             JOIN patient p      ON p.id = n.patient_id
            WHERE ($5::date IS NULL OR p.born_on BETWEEN $5 AND $6)
            GROUP BY n.patient_id
           HAVING count(*) = cardinality($2::text[])
            ORDER BY sum(n.likeness) DESC, n.patient_id
            LIMIT $4"#,
        hospital.0,
        words,
        if words.len() > 1 { OF_SEVERAL } else { OF_ONE_WORD },
        PAGE as i64,
        since,
        until,
    )
    .fetch_all(&mut **tx)
    .await?;
    Ok(found.into_iter().map(PatientId).collect())
}

/// The days as the database compares them.
pub(super) fn days(born: Option<(Day, Day)>) -> Result<(Option<Date>, Option<Date>)> {
    born.map(|(first, last)| Ok((date(first)?, date(last)?)))
        .transpose()
        .map(Option::unzip)
}

/// A date as the database keeps it.
pub(in crate::patients) fn date((year, month, day): Day) -> Result<Date> {
    Month::try_from(month)
        .ok()
        .and_then(|month| Date::from_calendar_date(year, month, day).ok())
        .ok_or(HospitalError::Internal("a date that was read is no date"))
}
