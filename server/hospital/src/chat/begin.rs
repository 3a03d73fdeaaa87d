//! The room of two: made at first use, and from then on the same. Somebody whom nothing binds to the other has none.

use domain::access::{Action, Relations, Subject};
use domain::ids::{DeviceId, PatientId, RoomId, UserId};
use uuid::Uuid;

use super::ties::ties;
use crate::audit::{self, Entry, Kind};
use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};
use crate::time::to_db;

/// With whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum With {
    /// A doctor, with this patient of theirs.
    Patient(PatientId),
    /// A doctor with the technician who keeps this machine, or the other way round.
    Colleague(UserId, DeviceId),
    /// A patient, with this doctor of theirs.
    Doctor(UserId),
}

/// The room with somebody, made when there is none.
///
/// # Errors
/// Not found for whom nothing binds to the reader now; denied for who has no such right.
pub async fn begin(ctx: &Ctx, with: With) -> Result<RoomId> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let user = ctx.actor().user().ok_or(HospitalError::SignIn)?;
    let mut tx = ctx.look(Action::WriteChat).await?;
    let id = RoomId(Uuid::now_v7());
    let bound = ties(&mut tx, ctx, true).await?.into_iter().find(|tie| match with {
        With::Patient(patient) => tie.patient == Some(patient),
        With::Doctor(doctor) => tie.patient.is_some() && tie.doctor == doctor,
        With::Colleague(colleague, device) => tie
            .about
            .is_some_and(|(technician, about)| about == device && (technician == colleague || tie.doctor == colleague)),
    });
    let subject = |relations| Subject::Room {
        room: id,
        hospital,
        relations,
    };
    let Some(tie) = bound else {
        tx.rollback().await?;
        ctx.check(Action::WriteChat, &subject(Relations::NONE)).await?;
        return Err(HospitalError::NotFound);
    };
    ctx.check(Action::WriteChat, &subject(Relations::TALKS)).await?;
    let (technician, device) = tie.about.unzip();
    let made = sqlx::query!(
        "INSERT INTO chat_room (id, hospital_id, doctor_id, patient_id, technician_id, device_id, begun_at, begun_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
         ON CONFLICT DO NOTHING",
        id.0,
        hospital.0,
        tie.doctor.0,
        tie.patient.map(|it| it.0),
        technician.map(|it| it.0),
        device.map(|it| it.0),
        to_db(ctx.now()),
        user.0,
    )
    .execute(&mut *tx)
    .await?;
    if made.rows_affected() == 1 {
        let entry = match tie.patient {
            Some(patient) => Entry::changed("chat.begin", Action::WriteChat, patient, Kind::Messages),
            None => Entry::change("chat.begin", Action::WriteChat, &subject(Relations::TALKS)).kinds(&[Kind::Messages]),
        };
        audit::record_in(&mut tx, ctx, [entry]).await?;
        tx.commit().await?;
        return Ok(id);
    }
    let standing = sqlx::query_scalar!(
        "SELECT r.id FROM chat_room r
          WHERE r.hospital_id = $1 AND r.doctor_id = $2
            AND (r.patient_id = $3 OR r.technician_id = $4 AND r.device_id = $5)",
        hospital.0,
        tie.doctor.0,
        tie.patient.map(|it| it.0),
        technician.map(|it| it.0),
        device.map(|it| it.0),
    )
    .fetch_optional(&mut *tx)
    .await?
    .ok_or(HospitalError::NotFound)?;
    tx.commit().await?;
    Ok(RoomId(standing))
}
