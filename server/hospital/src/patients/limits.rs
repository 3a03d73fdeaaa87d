//! Limits of one patient that replace the ward's, with author, reason and end.

use std::collections::HashMap;

use domain::alerts::limits::PatientLimit;
use domain::alerts::{PLANNED, Side};
use domain::ids::PatientId;
use domain::telemetry::Parameter;
use domain::time::Moment;
use sqlx::PgConnection;
use uuid::Uuid;

use crate::time::{from_db, to_db};

/// The limits of these patients' values that hold at `at`, as pages draw them.
pub(crate) async fn of_patients(
    connection: &mut PgConnection,
    patients: &[Uuid],
    at: Moment,
) -> Result<HashMap<PatientId, Vec<PatientLimit>>, sqlx::Error> {
    let mut limits = all_of_patients(connection, patients, at).await?;
    // A distance from a plan is no number of a scale.
    for limits in limits.values_mut() {
        limits.retain(|limit| limit.parameter != PLANNED);
    }
    Ok(limits)
}

/// The same, and how far each may be from the plan of a session.
pub(crate) async fn all_of_patients(
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
