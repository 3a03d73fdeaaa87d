//! Who is told where something waits for a whole role, and in whose portal a record is. And what people, wards and devices are called in a notice.

use domain::access::{Subject, reach};
use domain::actor::Role;
use domain::ids::{DeviceId, HospitalId, PatientId, UserId, WardId};
use domain::notices::Kind;
use uuid::Uuid;

use super::{Notice, tell_each};
use crate::ctx::{Ctx, Tx};
use crate::error::Result;
use crate::time::to_db;

/// The most people that one change is told to.
const MOST: i64 = 200;

/// Tells everybody of `hospital` (of the platform, without one) whose role has the right that the topic asks for. The platform's are told in the hospital of their role.
pub(crate) async fn tell_all(
    tx: &mut Tx,
    ctx: &Ctx,
    hospital: Option<HospitalId>,
    kind: Kind,
    what: &str,
) -> Result<()> {
    let Some(right) = kind.topic().right() else {
        return Ok(());
    };
    let roles: Vec<String> = Role::ALL
        .into_iter()
        .filter(|role| role.is_of_staff() && !reach(*role, right).is_none())
        .map(|role| role.name().to_owned())
        .collect();
    let people = sqlx::query!(
        "SELECT DISTINCT g.user_id, g.hospital_id
           FROM role_grant g
          WHERE g.during @> $1::timestamptz AND g.role = ANY($2) AND ($3::uuid IS NULL OR g.hospital_id = $3)
          ORDER BY g.user_id, g.hospital_id
          LIMIT $4",
        to_db(ctx.now()),
        &roles,
        hospital.map(|hospital| hospital.0),
        MOST,
    )
    .fetch_all(&mut **tx)
    .await?;
    let notices = people.into_iter().map(|row| {
        let notice = Notice::of(kind).at(HospitalId(row.hospital_id)).with(what);
        (UserId(row.user_id), notice)
    });
    tell_each(tx, ctx, notices.collect()).await
}

/// The doctors who treat a patient, and whether each is on duty now, on whatever ward: `most` of them, and not the one who tells it.
pub(crate) async fn treating_doctors(
    tx: &mut Tx,
    ctx: &Ctx,
    (hospital, patient): (HospitalId, PatientId),
    teller: Option<UserId>,
    most: i64,
) -> Result<Vec<(UserId, bool)>> {
    // No account has the id of nobody.
    let teller = teller.map_or(Uuid::nil(), |teller| teller.0);
    let doctors = sqlx::query!(
        r#"SELECT   c.user_id,
                    EXISTS (SELECT FROM ward_duty d
                             WHERE d.user_id = c.user_id AND d.hospital_id = $2 AND d.during @> $3::timestamptz) AS "on_duty!"
           FROM     care_relation c
           JOIN     role_grant g ON g.user_id = c.user_id AND g.hospital_id = $2 AND g.role = 'doctor' AND g.during @> $3::timestamptz
           WHERE    c.hospital_id = $2 AND c.during @> $3::timestamptz AND c.user_id <> $5
             AND    c.patient_id IN (SELECT j.id FROM joined($1) AS j WHERE coalesce(j.held_by, $2) = $2)
           GROUP BY c.user_id
           ORDER BY c.user_id
           LIMIT    $4"#,
        patient.0,
        hospital.0,
        to_db(ctx.now()),
        most,
        teller,
    )
    .fetch_all(&mut **tx)
    .await?;
    let doctors = doctors.into_iter();
    Ok(doctors.map(|row| (UserId(row.user_id), row.on_duty)).collect())
}

/// Tells whoever has the portal of a patient's record in the actor's hospital.
pub(crate) async fn tell_portal(tx: &mut Tx, ctx: &Ctx, patient: PatientId, kind: Kind) -> Result<()> {
    let accounts = sqlx::query_scalar!(
        "SELECT user_id FROM portal_account WHERE patient_id = $1 AND hospital_id = actor_hospital()",
        patient.0
    )
    .fetch_all(&mut **tx)
    .await?;
    let notices = accounts.into_iter();
    let notices = notices.map(|user| (UserId(user), Notice::of(kind).about(patient)));
    tell_each(tx, ctx, notices.collect()).await
}

/// The actor's name; nothing for the house itself.
pub(crate) async fn name_of_actor(tx: &mut Tx, ctx: &Ctx) -> Result<String> {
    let Some(user) = ctx.actor().user() else {
        return Ok(String::new());
    };
    let name = sqlx::query_scalar!("SELECT display_name FROM app_user WHERE id = $1", user.0)
        .fetch_optional(&mut **tx)
        .await?;
    Ok(name.unwrap_or_default())
}

/// What a ward is called.
pub(crate) async fn name_of_ward(tx: &mut Tx, ward: WardId) -> Result<String> {
    let name = sqlx::query_scalar!("SELECT name FROM ward WHERE id = $1", ward.0)
        .fetch_optional(&mut **tx)
        .await?;
    Ok(name.unwrap_or_default())
}

/// What a device is called; nothing for what is none.
pub(crate) async fn name_of_device(tx: &mut Tx, subject: &Subject) -> Result<String> {
    let Subject::Device {
        device: DeviceId(device),
        ..
    } = subject
    else {
        return Ok(String::new());
    };
    let name = sqlx::query_scalar!("SELECT name FROM device WHERE id = $1", device)
        .fetch_optional(&mut **tx)
        .await?;
    Ok(name.unwrap_or_default())
}
