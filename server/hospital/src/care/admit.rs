//! A patient comes to a ward, goes to another, or leaves the hospital. On one ward at a time: the stay before ends in the moment in which the next begins.

use domain::access::Action;
use domain::ids::{HospitalId, PatientId, UserId, WardId};
use domain::invalid::Invalid;
use sqlx::postgres::types::PgRange;
use time::{Duration, OffsetDateTime};
use uuid::Uuid;

use super::treat::about;
use crate::audit::{self, Entry};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result, violated};
use crate::time::to_db;

/// The patient lies on `ward` from now on.
///
/// Errors: invalid for a ward of another hospital; a conflict when they lie there already, and when they are a patient here no longer.
pub async fn admit(ctx: &Ctx, patient: PatientId, ward: WardId) -> Result<()> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let mut tx = ctx.begin_with_patient(Action::AssignCare, patient).await?;
    // To bring somebody to a ward on which one reads is to open their record for oneself, as to assign oneself would be.
    if ctx.actor().user().is_some() && is_on_duty(&mut tx, ctx, ward).await? {
        return Err(HospitalError::Invalid(vec![Invalid::new(
            "ward",
            "You are on duty on this ward, so the record would open for you. Ask another administrator.",
        )]));
    }
    let stay = current(&mut tx, ctx, patient, hospital).await?;
    let at = match &stay {
        Some((_, on, _)) if *on == ward.0 => {
            return Err(HospitalError::Conflict("The patient lies on this ward already."));
        }
        Some(stay) => end(&mut tx, ctx, stay).await?,
        None => to_db(ctx.now()),
    };
    sqlx::query!(
        "INSERT INTO admission (id, patient_id, hospital_id, ward_id, during) VALUES ($1, $2, $3, $4, $5)",
        Uuid::now_v7(),
        patient.0,
        hospital.0,
        ward.0,
        PgRange::from(at..),
    )
    .execute(&mut *tx)
    .await
    .map_err(|error| match violated(&error) {
        Some("admission_ward_of_hospital" | "admission_ward_retired") => {
            HospitalError::Invalid(vec![Invalid::new("ward", "Choose a ward of this hospital.")])
        }
        Some("registration_active") => HospitalError::Conflict(
            "They are a patient here no longer. Say on the page that changes their record that they are one again; then bring them to a ward.",
        ),
        Some("admission_one_ward") => HospitalError::Conflict("Somebody else has just moved this patient. Look again."),
        _ => error.into(),
    })?;
    let what = if stay.is_some() {
        "admission.transfer"
    } else {
        "admission.begin"
    };
    audit::record_in(&mut tx, ctx, [change(what, patient)]).await?;
    Ok(tx.commit().await?)
}

/// The patient leaves the ward on which they lie. Who began to treat them in this stay, on whichever ward, treats them no longer; who treated them before goes on.
///
/// Errors: a conflict when they lie on none.
pub async fn discharge(ctx: &Ctx, patient: PatientId) -> Result<()> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let mut tx = ctx.begin_with_patient(Action::AssignCare, patient).await?;
    let stay = current(&mut tx, ctx, patient, hospital)
        .await?
        .ok_or(HospitalError::Conflict("The patient lies on no ward."))?;
    let at = end(&mut tx, ctx, &stay).await?;
    // From ward to ward it is one stay: each begins in the moment in which the one before ended.
    let carers = sqlx::query_scalar!(
        r#"WITH RECURSIVE stay AS (
               SELECT lower(a.during) AS since FROM admission a WHERE a.id = $1
               UNION
               SELECT lower(b.during) FROM admission b JOIN stay ON upper(b.during) = stay.since
                WHERE b.patient_id = $2 AND b.hospital_id = $3)
           UPDATE care_relation c
              SET during = tstzrange(lower(c.during), greatest($4, lower(c.during) + interval '1 microsecond'))
            WHERE c.patient_id = $2 AND c.hospital_id = $3 AND c.during @> $4::timestamptz
              AND lower(c.during) >= (SELECT min(since) FROM stay)
           RETURNING c.user_id"#,
        stay.0,
        patient.0,
        hospital.0,
        at,
    )
    .fetch_all(&mut *tx)
    .await?;
    let ended = carers
        .into_iter()
        .flat_map(|user| about(Action::AssignCare, "care.end", UserId(user), hospital, patient));
    audit::record_in(
        &mut tx,
        ctx,
        [change("admission.end", patient)].into_iter().chain(ended),
    )
    .await?;
    Ok(tx.commit().await?)
}

/// Whether whoever asks is on duty on the ward now.
async fn is_on_duty(tx: &mut Tx, ctx: &Ctx, ward: WardId) -> Result<bool> {
    let on_duty = sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT FROM ward_duty d
                          WHERE d.ward_id = $1 AND d.user_id = actor_user() AND d.hospital_id = actor_hospital() AND d.during @> $2::timestamptz) AS "on_duty!""#,
        ward.0,
        to_db(ctx.now()),
    )
    .fetch_one(&mut **tx)
    .await?;
    Ok(on_duty)
}

/// A stay: its id, its ward, since when.
type Stay = (Uuid, Uuid, OffsetDateTime);

async fn current(tx: &mut Tx, ctx: &Ctx, patient: PatientId, hospital: HospitalId) -> Result<Option<Stay>> {
    let row = sqlx::query!(
        r#"SELECT id, ward_id, lower(during) AS "since!" FROM admission
            WHERE patient_id = $1 AND hospital_id = $2 AND during @> $3::timestamptz FOR UPDATE"#,
        patient.0,
        hospital.0,
        to_db(ctx.now()),
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(row.map(|row| (row.id, row.ward_id, row.since)))
}

/// Ends a stay now, a microsecond after it began at the earliest; answers when.
async fn end(tx: &mut Tx, ctx: &Ctx, (id, _, since): &Stay) -> Result<OffsetDateTime> {
    let at = to_db(ctx.now()).max(*since + Duration::microseconds(1));
    sqlx::query!(
        "UPDATE admission SET during = $2 WHERE id = $1",
        id,
        PgRange::from(*since..at)
    )
    .execute(&mut **tx)
    .await?;
    Ok(at)
}

fn change(what: &'static str, patient: PatientId) -> Entry {
    Entry::change_of_patient(what, Action::AssignCare, patient)
}
