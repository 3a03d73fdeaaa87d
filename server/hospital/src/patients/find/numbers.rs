//! By a number: the hospital's own, whole or its beginning, with or without its letters; the health id.

use domain::ids::{HospitalId, PatientId};
use domain::patients::sought::Day;

use super::{PAGE, names};
use crate::ctx::Tx;
use crate::error::Result;

/// From so many signs on a beginning is worth looking for.
const LEAST: usize = 4;

/// Whose whole number this is here.
pub(in crate::patients) async fn whole(
    tx: &mut Tx,
    hospital: HospitalId,
    number: &str,
    born: Option<(Day, Day)>,
) -> Result<Vec<PatientId>> {
    let (since, until) = names::days(born)?;
    let whole = sqlx::query_scalar!(
        r#"WITH letters AS (SELECT n.prefix FROM patient_number n WHERE n.hospital_id = $1)
           SELECT f.id AS "id!"
             FROM (SELECT r.patient_id AS id FROM registration r WHERE r.hospital_id = $1 AND r.number_bare = $2
                   UNION
                   SELECT r.patient_id FROM registration r WHERE r.hospital_id = $1 AND r.number_bare = (SELECT prefix FROM letters) || $2
                   UNION
                   SELECT p.id FROM patient p JOIN registration r ON r.patient_id = p.id AND r.hospital_id = $1 WHERE p.health_id = $2) AS f
             JOIN patient p ON p.id = f.id
            WHERE ($3::date IS NULL OR p.born_on BETWEEN $3 AND $4)
            LIMIT $5"#,
        hospital.0,
        number,
        since,
        until,
        PAGE as i64,
    )
    .fetch_all(&mut **tx)
    .await?;
    Ok(whole.into_iter().map(PatientId).collect())
}

/// Who has this number here. The whole number beats its beginnings.
pub(super) async fn find(
    tx: &mut Tx,
    hospital: HospitalId,
    number: &str,
    born: Option<(Day, Day)>,
) -> Result<Vec<PatientId>> {
    let whole = whole(tx, hospital, number, born).await?;
    if !whole.is_empty() || number.len() < LEAST {
        return Ok(whole);
    }
    let (since, until) = names::days(born)?;
    let begins = sqlx::query_scalar!(
        r#"WITH sought AS (SELECT $2::text AS low
                           UNION SELECT n.prefix || $2 FROM patient_number n WHERE n.hospital_id = $1)
           SELECT r.patient_id AS "id!"
             FROM sought s
            CROSS JOIN LATERAL (SELECT r.patient_id
                                  FROM registration r
                                 WHERE r.hospital_id = $1 AND r.number_bare >= s.low AND r.number_bare < s.low || '~'
                                 ORDER BY r.number_bare
                                 LIMIT $5) AS r
             JOIN patient p ON p.id = r.patient_id
            WHERE ($3::date IS NULL OR p.born_on BETWEEN $3 AND $4)
            LIMIT $5"#,
        hospital.0,
        number,
        since,
        until,
        PAGE as i64,
    )
    .fetch_all(&mut **tx)
    .await?;
    Ok(begins.into_iter().map(PatientId).collect())
}
