//! Finds the one person for whom help is needed. Health id and date of birth together, as on any identity card; or the number that the actor's own hospital gave them.

use domain::access::{Action, Subject};
use domain::actor::{Actor, Task};
use domain::ids::{HospitalId, PatientId};
use time::Date;
use uuid::Uuid;

use crate::ctx::Ctx;
use crate::error::Result;

/// Who is sought.
#[derive(Clone, Debug)]
pub enum Sought {
    /// Anybody, in whichever hospital.
    Anywhere {
        /// Government health id, 14 digits.
        health_id: String,
        /// Date of birth.
        born_on: Date,
    },
    /// Somebody of the actor's own hospital.
    Here {
        /// Their number there.
        hospital_number: String,
    },
    /// Somebody whose page the actor was refused.
    Known(PatientId),
}

/// The person and the hospitals that hold something of them; none when there is no such person.
pub(super) async fn find(ctx: &Ctx, hospital: HospitalId, sought: &Sought) -> Result<Option<(PatientId, Vec<Uuid>)>> {
    let (health_id, born_on, number, known) = match sought {
        Sought::Anywhere { health_id, born_on } => (Some(health_id.as_str()), Some(*born_on), None, None),
        Sought::Here { hospital_number } => (None, None, Some(hospital_number.as_str()), None),
        Sought::Known(patient) => (None, None, None, Some(patient.0)),
    };
    let finder = Ctx::new(
        ctx.house().clone(),
        Actor::Worker {
            task: Task::Find,
            hospital: None,
        },
        ctx.request(),
    );
    let mut tx = finder.begin(Action::BreakGlass, &Subject::House).await?;
    let found = sqlx::query!(
        // A record that was joined to another leads to it: where it was joined, and for everybody when no other hospital has it.
        r#"WITH found AS (
               SELECT coalesce((SELECT m.survivor_id
                                  FROM patient_merge m
                                 WHERE m.other_id = p.id AND m.undone_at IS NULL
                                   AND (m.hospital_id = $3
                                     OR NOT EXISTS (SELECT FROM registration o WHERE o.patient_id = p.id AND o.hospital_id <> m.hospital_id))
                                 ORDER BY (m.hospital_id = $3) DESC
                                 LIMIT 1), p.id) AS id
                 FROM patient p
                WHERE (p.health_id = $1 AND p.born_on = $2)
                   OR p.id = (SELECT r.patient_id FROM registration r WHERE r.hospital_id = $3 AND r.hospital_number = $4)
                   OR p.id = (SELECT r.patient_id FROM registration r WHERE r.hospital_id = $3 AND r.patient_id = $5))
           SELECT f.id AS "id!", ARRAY(SELECT r.hospital_id FROM registration r WHERE r.patient_id = f.id ORDER BY r.registered_at) AS "holders!"
             FROM found f"#,
        health_id,
        born_on,
        hospital.0,
        number,
        known,
    )
    .fetch_optional(&mut *tx)
    .await?;
    tx.commit().await?;
    Ok(found.map(|row| (PatientId(row.id), row.holders)))
}
