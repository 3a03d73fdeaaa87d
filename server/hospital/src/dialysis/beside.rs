//! What the page at a chair shows beside a session: machines that are fit for it, what is in the way of it, and the blood that its machine counted until the end.

use domain::devices::unfit::Unfit;
use domain::dialysis::session::Stage;
use domain::ids::{DeviceId, PatientId};
use domain::time::Moment;
use uuid::Uuid;

use super::chair::Sheet;
use crate::ctx::Tx;
use crate::error::Result;
use crate::time::{from_db, to_db};

/// The dialysis machines that belong to the ward of the chair or stand there, on which these people may be treated now, by name.
pub(super) async fn machines(tx: &mut Tx, patient: PatientId, session: Uuid) -> Result<Vec<(DeviceId, String)>> {
    let rows = sqlx::query!(
        "SELECT   d.id, d.name
         FROM     dialysis_session s
         JOIN     station c ON c.id = s.station_id
         JOIN     device d  ON d.hospital_id = s.hospital_id AND d.kind = 'dialysis' AND device_in_ward(d.id, c.ward_id)
         WHERE    s.id = $1 AND s.hospital_id = actor_hospital()
           AND    device_unsuited(d.id, s.station_id, $2, s.hospital_id) IS NULL AND device_unfit(d.id) IS NULL
           AND    device_unfit_for(d.id, $2, s.hospital_id, true) IS NULL
         ORDER BY d.name
         LIMIT    60",
        session,
        patient.0,
    )
    .fetch_all(&mut **tx)
    .await?;
    Ok(rows.into_iter().map(|row| (DeviceId(row.id), row.name)).collect())
}

/// What the database would refuse at the check-in or the start, so that the page says it first; and from the end on, whether the machine is to be disinfected.
pub(super) async fn in_the_way(tx: &mut Tx, sheet: &Sheet) -> Result<(Option<Unfit>, bool)> {
    let is_before = matches!(sheet.stage, Stage::Booked | Stage::CheckedIn);
    let is_after = matches!(sheet.stage, Stage::Closed | Stage::Interrupted);
    if !is_before && !is_after {
        return Ok((None, false));
    }
    let row = sqlx::query!(
        r#"SELECT CASE WHEN s.device_id IS NOT NULL THEN coalesce(device_unfit(s.device_id), device_unfit_for(s.device_id, s.patient_id, s.hospital_id, true)) END AS "unfit?",
                  (NOT c.isolation AND isolation_needed(s.patient_id, s.hospital_id)) AS "not_apart!"
           FROM   dialysis_session s
           JOIN   station c ON c.id = s.station_id
           WHERE  s.id = $1"#,
        sheet.id,
    )
    .fetch_one(&mut **tx)
    .await?;
    let unfit = row.unfit.as_deref().and_then(Unfit::parse);
    Ok(match is_before {
        true => (unfit, row.not_apart),
        false => (unfit.filter(|unfit| *unfit == Unfit::DisinfectionDue), false),
    })
}

/// How many litres of blood the machine had cleaned when it told it last before the end, and when that was: for what is written afterwards. None once that is written; none of a session whose
/// machine was exchanged, because each counts from nothing and nobody says that both told all of theirs.
pub(super) async fn processed(tx: &mut Tx, sheet: &Sheet) -> Result<Option<(f64, Moment)>> {
    let ran = sheet.started.as_ref().zip(sheet.ended.as_ref());
    let machine = sheet.device.as_ref().filter(|_| sheet.exchanges.is_empty());
    let (Some(((started, _), (ended, ..))), Some((device, _)), None) = (ran, machine, &sheet.after) else {
        return Ok(None);
    };
    let row = sqlx::query!(
        r#"SELECT   r.taken_at, r.total_volume AS "litres!"
           FROM     joined($1) AS j
           JOIN     device_session s ON s.patient_id = j.id AND s.hospital_id = coalesce(j.held_by, s.hospital_id) AND s.device_id = $2
           JOIN     reading r ON r.device_id = s.device_id AND s.during @> r.taken_at
           WHERE    r.taken_at >= $3 AND r.taken_at <= $4 AND r.total_volume IS NOT NULL
           ORDER BY r.taken_at DESC
           LIMIT    1"#,
        sheet.patient.0,
        device.0,
        to_db(started.at),
        to_db(ended.at),
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(row.map(|row| (f64::from(row.litres), from_db(row.taken_at))))
}
