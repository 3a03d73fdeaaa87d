//! A patient calls, says that nobody has come, and takes their call back. It is acknowledged when it is stored, and not before, with who was told; whoever presses twice has called once.

use domain::access::Action;
use domain::calls::{About, Heard, Stage};
use domain::ids::{CallId, HospitalId, PatientId};
use uuid::Uuid;

use super::tell::{self, Round};
use super::{Place, of_portal, place_of};
use crate::audit::{self, Entry, Kind};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::time::to_db;

/// Calls of one patient within a minute: more than anybody makes and takes back. Nobody is told of more.
const MOST_A_MINUTE: i64 = 6;

/// What became of a press.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pressed {
    /// The call is stored and waits; who was told.
    Told(Heard),
    /// Somebody has said already that they come.
    Coming,
}

/// Calls the nurses of the ward on which the patient is now. An open call stands as it is; what it is about may be said afterwards, once.
///
/// # Errors
/// Denied for who cares for the patient; a conflict for who is at no bed and no chair, and for who says another thing than before; busy for who calls and takes back faster than anybody does.
pub async fn call(ctx: &Ctx, about: Option<About>) -> Result<Pressed> {
    let (patient, hospital, user) = of_portal(ctx, Action::CallNurse)?;
    let mut tx = ctx.begin_with_patient(Action::CallNurse, patient).await?;
    let place = here(&mut tx, ctx, patient, hospital).await?;
    let lately = sqlx::query_scalar!(
        r#"SELECT count(*) AS "lately!" FROM nurse_call c WHERE c.patient_id = $1 AND c.called_at > $2"#,
        patient.0,
        to_db(ctx.now().plus_seconds(-60.0)),
    )
    .fetch_one(&mut *tx)
    .await?;
    if lately >= MOST_A_MINUTE {
        return Err(HospitalError::Busy);
    }
    let id = CallId(Uuid::now_v7());
    let made = sqlx::query!(
        "INSERT INTO nurse_call (id, patient_id, hospital_id, ward_id, spot, about, called_by, called_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
         ON CONFLICT (patient_id, hospital_id) WHERE state IN ('waiting', 'taken') DO NOTHING",
        id.0,
        patient.0,
        hospital.0,
        place.ward.0,
        place.spot,
        about.map(About::name),
        user.0,
        to_db(ctx.now()),
    )
    .execute(&mut *tx)
    .await?;
    if made.rows_affected() == 0 {
        return press_again(tx, ctx, (patient, hospital), about).await;
    }
    let round = Round {
        call: id,
        number: 0,
        hospital,
        patient,
    };
    tell::tell(&mut tx, ctx, round, &place, &[]).await?;
    let heard = tell::heard(&mut tx, id).await?;
    let entry = Entry::changed("call.make", Action::CallNurse, patient, Kind::Alarms);
    audit::record_in(&mut tx, ctx, [entry]).await?;
    tx.commit().await?;
    ctx.house().calls.forget();
    Ok(Pressed::Told(heard))
}

/// The open call of a patient as it stands, under lock.
struct Open {
    id: CallId,
    stage: Stage,
    about: Option<About>,
}

async fn open_of(tx: &mut Tx, patient: PatientId, hospital: HospitalId) -> Result<Open> {
    let row = sqlx::query!(
        r#"SELECT c.id, c.state, c.about AS "about?" FROM nurse_call c
            WHERE c.patient_id = $1 AND c.hospital_id = $2 AND c.state IN ('waiting', 'taken')
              FOR UPDATE"#,
        patient.0,
        hospital.0,
    )
    .fetch_optional(&mut **tx)
    .await?
    .ok_or(HospitalError::Conflict("No call is open any longer."))?;
    Ok(Open {
        id: CallId(row.id),
        stage: Stage::parse(&row.state).ok_or(HospitalError::Internal("a call is in no stage of this version"))?,
        about: row.about.as_deref().and_then(About::parse),
    })
}

/// A press while a call is open: it stands as it is, and what it is about is added where that was not said.
async fn press_again(
    mut tx: Tx,
    ctx: &Ctx,
    (patient, hospital): (PatientId, HospitalId),
    about: Option<About>,
) -> Result<Pressed> {
    let open = open_of(&mut tx, patient, hospital).await?;
    if open.stage != Stage::Waiting {
        tx.commit().await?;
        return Ok(Pressed::Coming);
    }
    match about {
        Some(said) if open.about.is_none() => {
            sqlx::query!("UPDATE nurse_call SET about = $2 WHERE id = $1", open.id.0, said.name())
                .execute(&mut *tx)
                .await?;
            let entry = Entry::changed("call.say", Action::CallNurse, patient, Kind::Alarms);
            audit::record_in(&mut tx, ctx, [entry]).await?;
        }
        Some(said) if open.about != Some(said) => {
            return Err(HospitalError::Conflict(
                "What your call is about is said already. Tell whoever comes.",
            ));
        }
        _ => {}
    }
    let heard = tell::heard(&mut tx, open.id).await?;
    tx.commit().await?;
    Ok(Pressed::Told(heard))
}

/// Nobody has come: a call that somebody took waits again, and everybody is told anew, also who had taken it. One that was given back meanwhile waits already.
///
/// # Errors
/// Denied for who cares for the patient; a conflict where none is open any longer, or for who is at no bed and no chair.
pub async fn again(ctx: &Ctx) -> Result<Heard> {
    let (patient, hospital, _) = of_portal(ctx, Action::CallNurse)?;
    let mut tx = ctx.begin_with_patient(Action::CallNurse, patient).await?;
    let open = open_of(&mut tx, patient, hospital).await?;
    if open.stage == Stage::Taken {
        let place = here(&mut tx, ctx, patient, hospital).await?;
        let round = tell::wait_anew(&mut tx, ctx, open.id, (hospital, patient)).await?;
        tell::tell(&mut tx, ctx, round, &place, &[]).await?;
        let entry = Entry::changed("call.again", Action::CallNurse, patient, Kind::Alarms);
        audit::record_in(&mut tx, ctx, [entry]).await?;
    }
    let heard = tell::heard(&mut tx, open.id).await?;
    tx.commit().await?;
    ctx.house().calls.forget();
    Ok(heard)
}

/// Where they are.
async fn here(tx: &mut Tx, ctx: &Ctx, patient: PatientId, hospital: HospitalId) -> Result<Place> {
    let place = place_of(tx, ctx, patient, hospital).await?;
    place.ok_or(HospitalError::Conflict(
        "You can call a nurse here while you are in a bed or a chair of the hospital.",
    ))
}

/// Whether the reader calls at all, for a door that does not know what they want.
///
/// # Errors
/// Denied for who does not.
pub async fn may(ctx: &Ctx) -> Result<()> {
    let (patient, ..) = of_portal(ctx, Action::CallNurse)?;
    let tx = ctx.begin_with_patient(Action::CallNurse, patient).await?;
    Ok(tx.commit().await?)
}

/// Takes the open call back. That there was one stays known.
///
/// # Errors
/// Denied for who cares for the patient; a conflict where none is open any longer.
pub async fn cancel(ctx: &Ctx) -> Result<()> {
    let (patient, hospital, _) = of_portal(ctx, Action::CallNurse)?;
    let mut tx = ctx.begin_with_patient(Action::CallNurse, patient).await?;
    let taken_back = sqlx::query!(
        "UPDATE nurse_call SET state = 'cancelled', cancelled_at = $3 WHERE patient_id = $1 AND hospital_id = $2 AND state IN ('waiting', 'taken')",
        patient.0,
        hospital.0,
        to_db(ctx.now()),
    )
    .execute(&mut *tx)
    .await?;
    if taken_back.rows_affected() == 0 {
        return Err(HospitalError::Conflict("No call is open any longer."));
    }
    let entry = Entry::changed("call.cancel", Action::CallNurse, patient, Kind::Alarms);
    audit::record_in(&mut tx, ctx, [entry]).await?;
    tx.commit().await?;
    ctx.house().calls.forget();
    Ok(())
}
