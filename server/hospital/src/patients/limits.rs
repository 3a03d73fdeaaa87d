//! Limits of one patient that replace the ward's, with author, reason and end.

use std::collections::HashMap;

use domain::alerts::Side;
use domain::alerts::limits::PatientLimit;
use domain::ids::PatientId;
use domain::telemetry::Parameter;
use domain::time::Moment;
use sqlx::PgConnection;
use uuid::Uuid;

use crate::time::{from_db, to_db};

/// The limits of these patients that hold at `at`.
pub(crate) async fn of_patients(
    connection: &mut PgConnection,
    patients: &[Uuid],
    at: Moment,
) -> Result<HashMap<PatientId, Vec<PatientLimit>>, sqlx::Error> {
    let rows = sqlx::query!(
        r#"SELECT patient_id, parameter, side, value, upper(during) AS "expires_at!"
             FROM patient_limit
            WHERE patient_id = ANY ($1) AND during @> $2::timestamptz
            ORDER BY patient_id, parameter, side"#,
        patients,
        to_db(at),
    )
    .fetch_all(connection)
    .await?;
    let mut limits: HashMap<PatientId, Vec<PatientLimit>> = HashMap::new();
    for row in rows {
        let Some(parameter) = Parameter::parse(&row.parameter) else {
            continue;
        };
        let side = if row.side == "low" { Side::Low } else { Side::High };
        let limit = PatientLimit {
            parameter,
            side,
            value: row.value,
            expires_at: from_db(row.expires_at),
        };
        limits.entry(PatientId(row.patient_id)).or_default().push(limit);
    }
    Ok(limits)
}
