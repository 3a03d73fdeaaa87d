//! A machine tells its alarms one by one; a reading says of a machine as a whole whether it is well and which codes it shows. In between stands which of them are on now.

use domain::access::{Action, Subject};
use domain::hl7::Alert;
use domain::ids::DeviceId;
use domain::telemetry::SystemStatus;

use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};
use crate::time::to_db;

/// Codes that are remembered of one machine, at most.
const MOST_CODES: i64 = 200;
/// Codes in one reading, at most, as `domain::telemetry` has it.
const MOST_SHOWN: i64 = 32;

/// Takes what a machine told of its alarms; answers what it says of itself since: the gravest of those that stand, and their codes. `None` when all of it was older than
/// what is known.
///
/// Errors: denied for another device than the actor.
pub async fn take_alerts(ctx: &Ctx, device: DeviceId, alerts: &[Alert]) -> Result<Option<(SystemStatus, Vec<String>)>> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let subject = Subject::Device {
        device,
        hospital,
        assigned: true,
    };
    let mut tx = ctx.begin(Action::PostReadings, &subject).await?;
    // The order of the key; of one code that a message tells twice, the later.
    let mut last: std::collections::BTreeMap<&str, &Alert> = std::collections::BTreeMap::new();
    for alert in alerts {
        let known = last.entry(alert.code.as_str()).or_insert(alert);
        if known.at <= alert.at {
            *known = alert;
        }
    }
    let mut changed = 0;
    for alert in last.values() {
        changed += sqlx::query!(
            "INSERT INTO machine_alert AS m (device_id, hospital_id, code, stands, grade, at)
             SELECT $1, $2, $3, $4, $5, $6
              WHERE (SELECT count(*) FROM machine_alert WHERE device_id = $1) < $7
                 OR EXISTS (SELECT FROM machine_alert WHERE device_id = $1 AND code = $3)
             ON CONFLICT ON CONSTRAINT machine_alert_pkey DO UPDATE
                SET stands = excluded.stands, grade = excluded.grade, at = excluded.at
              WHERE m.at <= excluded.at",
            device.0,
            hospital.0,
            alert.code,
            alert.stands,
            alert.grade.name(),
            to_db(alert.at),
            MOST_CODES,
        )
        .execute(&mut *tx)
        .await?
        .rows_affected();
    }
    let standing = sqlx::query!(
        "SELECT code, grade
           FROM machine_alert
          WHERE device_id = $1 AND stands
          ORDER BY array_position(ARRAY['danger', 'warning', 'normal'], grade), at DESC, code
          LIMIT $2",
        device.0,
        MOST_SHOWN,
    )
    .fetch_all(&mut *tx)
    .await?;
    tx.commit().await?;
    if changed == 0 {
        return Ok(None);
    }
    let gravest = standing.first().and_then(|row| SystemStatus::parse(&row.grade));
    let codes = standing.into_iter().map(|row| row.code).collect();
    Ok(Some((gravest.unwrap_or(SystemStatus::Normal), codes)))
}
