//! Who is told of a session that did not go as planned, and who at once of what is dangerous.

use domain::actor::Role;
use domain::ids::{PatientId, UserId};
use uuid::Uuid;

use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::notices::whom::name_of_actor;
use crate::notices::{self, Kind, Notice};
use crate::on_call;
use crate::time::to_db;

/// Tells whoever treats them; where that is nobody, the doctors who are on duty on the ward of their chair, and where nobody is on duty there, whoever is on call.
pub(super) async fn tell_doctors(
    tx: &mut Tx,
    ctx: &Ctx,
    (patient, session): (PatientId, Uuid),
    kind: Kind,
) -> Result<()> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let who = name_of_actor(tx, ctx).await?;
    let doctors = sqlx::query_scalar!(
        "SELECT DISTINCT c.user_id
           FROM care_relation c
          WHERE c.patient_id IN (SELECT j.id FROM joined($1) AS j WHERE coalesce(j.held_by, $2) = $2) AND c.hospital_id = $2 AND c.during @> $3::timestamptz
          LIMIT 20",
        patient.0,
        hospital.0,
        to_db(ctx.now()),
    )
    .fetch_all(&mut **tx)
    .await?;
    let doctors = match doctors.is_empty() {
        true => on_duty(tx, ctx, session, hospital.0).await?,
        false => doctors,
    };
    if doctors.is_empty() {
        on_call::escalate(tx, ctx, kind, (hospital, patient), &[]).await?;
    }
    let notice = Notice::of(kind).at(hospital).about(patient).by(who);
    let told = doctors.into_iter().map(|doctor| (UserId(doctor), notice.clone()));
    notices::tell_each(tx, ctx, told.collect()).await
}

/// Tells at once whoever treats them and the doctors and nurses on duty on the ward of the chair, and where no doctor among them is on duty and none wrote it, whoever is on call, too. It
/// says at which chair, and nothing of whom or of what was found.
pub(super) async fn tell_at_once(
    tx: &mut Tx,
    ctx: &Ctx,
    (patient, session): (PatientId, Uuid),
    kind: Kind,
) -> Result<()> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let chair = sqlx::query_scalar!(
        "SELECT c.name FROM dialysis_session s JOIN station c ON c.id = s.station_id WHERE s.id = $1",
        session
    )
    .fetch_optional(&mut **tx)
    .await?;
    let people = sqlx::query!(
        r#"SELECT   p.user_id AS "user_id!",
                    EXISTS (SELECT FROM ward_duty d
                              JOIN role_grant g ON g.user_id = d.user_id AND g.hospital_id = d.hospital_id AND g.role = 'doctor' AND g.during @> $3::timestamptz
                             WHERE d.user_id = p.user_id AND d.hospital_id = $2 AND d.during @> $3::timestamptz) AS "doctor_on_duty!"
           FROM     (SELECT c.user_id
                       FROM care_relation c
                      WHERE c.patient_id IN (SELECT j.id FROM joined($1) AS j WHERE coalesce(j.held_by, $2) = $2) AND c.hospital_id = $2 AND c.during @> $3::timestamptz
                     UNION
                     SELECT d.user_id
                       FROM dialysis_session s
                       JOIN station c    ON c.id = s.station_id
                       JOIN ward_duty d  ON d.ward_id = c.ward_id AND d.during @> $3::timestamptz
                       JOIN role_grant g ON g.user_id = d.user_id AND g.hospital_id = $2 AND g.role IN ('doctor', 'nurse') AND g.during @> $3::timestamptz
                      WHERE s.id = $4) p
           ORDER BY 2 DESC, 1
           LIMIT    50"#,
        patient.0,
        hospital.0,
        to_db(ctx.now()),
        session,
    )
    .fetch_all(&mut **tx)
    .await?;
    // Who writes it knows, and is told nothing by `tell_each`.
    let me = ctx.actor().user();
    let is_heard = ctx.actor().is(Role::Doctor)
        || people
            .iter()
            .any(|row| row.doctor_on_duty && me != Some(UserId(row.user_id)));
    let people: Vec<UserId> = people.into_iter().map(|row| UserId(row.user_id)).collect();
    if !is_heard {
        on_call::escalate(tx, ctx, kind, (hospital, patient), &people).await?;
    }
    let notice = Notice::of(kind)
        .at(hospital)
        .about(patient)
        .with(chair.unwrap_or_default());
    let told = people.into_iter().map(|user| (user, notice.clone()));
    notices::tell_each(tx, ctx, told.collect()).await
}

/// The doctors on duty on the ward of a session's chair.
async fn on_duty(tx: &mut Tx, ctx: &Ctx, session: Uuid, hospital: Uuid) -> Result<Vec<Uuid>> {
    let doctors = sqlx::query_scalar!(
        "SELECT DISTINCT d.user_id
           FROM dialysis_session s
           JOIN station c    ON c.id = s.station_id
           JOIN ward_duty d  ON d.ward_id = c.ward_id AND d.during @> $3::timestamptz
           JOIN role_grant g ON g.user_id = d.user_id AND g.hospital_id = $2 AND g.role = 'doctor' AND g.during @> $3::timestamptz
          WHERE s.id = $1
          LIMIT 20",
        session,
        hospital,
        to_db(ctx.now()),
    )
    .fetch_all(&mut **tx)
    .await?;
    Ok(doctors)
}
