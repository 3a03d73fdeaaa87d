//! Bookings that suit somebody no longer: they need a chair apart since, and what is booked for them is at a chair that is none. The database refuses the check-in there; this says it before,
//! so that somebody moves them in time.

use domain::ids::{PatientId, WardId};
use domain::time::Moment;
use uuid::Uuid;

use crate::ctx::{Ctx, Tx};
use crate::error::Result;
use crate::time::{from_db, to_db};

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsuited {
    /// Which session.
    pub session: Uuid,
    /// When it is to begin.
    pub at: Moment,
    /// The ward of the chair.
    pub ward: WardId,
    /// The chair.
    pub chair: String,
}

/// Of a patient, the nearest first, for a verb that has decided who reads them.
pub(crate) async fn of(tx: &mut Tx, ctx: &Ctx, patient: PatientId) -> Result<Vec<Unsuited>> {
    let rows = sqlx::query!(
        r#"SELECT   s.id, lower(s.planned) AS "at!", c.ward_id, c.name
           FROM     joined($1) AS j
           JOIN     dialysis_session s ON s.patient_id = j.id AND s.hospital_id = coalesce(j.held_by, s.hospital_id)
           JOIN     station c ON c.id = s.station_id
           WHERE    s.state IN ('booked', 'checked_in') AND upper(s.planned) > $2 AND NOT c.isolation AND isolation_needed($1, s.hospital_id)
           ORDER BY lower(s.planned), s.id
           LIMIT    40"#,
        patient.0,
        to_db(ctx.now()),
    )
    .fetch_all(&mut **tx)
    .await?;
    let unsuited = rows.into_iter().map(|row| Unsuited {
        session: row.id,
        at: from_db(row.at),
        ward: WardId(row.ward_id),
        chair: row.name,
    });
    Ok(unsuited.collect())
}
