//! Who may write to whom: what binds two people now. A room follows from such a tie, and is made when one of the two first writes.

use domain::actor::{Actor, Role};
use domain::chat::Side;
use domain::ids::{DeviceId, PatientId, UserId};

use super::room::named;
use crate::ctx::{Ctx, Tx};
use crate::error::Result;
use crate::time::to_db;

/// Ties of one kind that are looked at.
const MOST: i64 = 200;

/// Somebody to whom the reader is bound.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partner {
    /// The doctor.
    pub doctor: UserId,
    /// The patient; none where it is about a machine.
    pub patient: Option<PatientId>,
    /// The technician and the machine.
    pub about: Option<(UserId, DeviceId)>,
    /// What the other is called.
    pub name: String,
    /// On which side the other stands.
    pub side: Side,
    /// What the machine is called.
    pub device: String,
}

/// All ties of the actor that hold now and have no room yet; with `all` those that have one, too.
pub(super) async fn ties(tx: &mut Tx, ctx: &Ctx, all: bool) -> Result<Vec<Partner>> {
    match ctx.actor() {
        Actor::Patient { patient, .. } => of_patient(tx, ctx, *patient, all).await,
        Actor::Staff { user, .. } => {
            let mut ties = Vec::new();
            if ctx.actor().is(Role::Doctor) {
                ties.extend(patients_of(tx, ctx, *user, all).await?);
                ties.extend(about_machines(tx, ctx, *user, true, all).await?);
            }
            if ctx.actor().is(Role::Technician) {
                ties.extend(about_machines(tx, ctx, *user, false, all).await?);
            }
            Ok(ties)
        }
        _ => Ok(Vec::new()),
    }
}

/// The doctors who treat the reader in the hospital of their portal.
async fn of_patient(tx: &mut Tx, ctx: &Ctx, patient: PatientId, all: bool) -> Result<Vec<Partner>> {
    let hospital = ctx.actor().hospital().map(|hospital| hospital.0);
    let rows = sqlx::query!(
        r#"SELECT DISTINCT c.user_id, u.display_name
           FROM     care_relation c
           JOIN     app_user u   ON u.id = c.user_id
           JOIN     role_grant g ON g.user_id = c.user_id AND g.hospital_id = $2 AND g.role = 'doctor' AND g.during @> $3::timestamptz
           WHERE    c.hospital_id = $2 AND c.during @> $3::timestamptz AND c.user_id <> actor_user()
             AND    c.patient_id IN (SELECT j.id FROM joined($1) AS j WHERE coalesce(j.held_by, $2) = $2)
             AND    ($4 OR NOT EXISTS (SELECT FROM chat_room r WHERE r.doctor_id = c.user_id AND r.patient_id = $1 AND r.hospital_id = $2))
           ORDER BY u.display_name, c.user_id
           LIMIT    $5"#,
        patient.0,
        hospital,
        to_db(ctx.now()),
        all,
        MOST,
    )
    .fetch_all(&mut **tx)
    .await?;
    let ties = rows.into_iter().map(|row| Partner {
        doctor: UserId(row.user_id),
        patient: Some(patient),
        about: None,
        name: row.display_name,
        side: Side::Doctor,
        device: String::new(),
    });
    Ok(ties.collect())
}

/// Whom a doctor treats and who has a portal in which to answer. One who treats a record that was joined treats the one that stays.
async fn patients_of(tx: &mut Tx, ctx: &Ctx, doctor: UserId, all: bool) -> Result<Vec<Partner>> {
    let hospital = ctx.actor().hospital().map(|hospital| hospital.0);
    let rows = sqlx::query!(
        r#"SELECT DISTINCT p.id, p.family_name, p.given_name
           FROM     care_relation c
           JOIN     patient p        ON p.id = led_to(c.patient_id, $2)
           JOIN     portal_account a ON a.patient_id = p.id AND a.hospital_id = $2 AND a.user_id <> $1
           LEFT JOIN portal_setting s ON s.patient_id = p.id AND s.hospital_id = $2
           WHERE    c.user_id = $1 AND c.hospital_id = $2 AND c.during @> $3::timestamptz AND coalesce(s.is_open, true)
             AND    ($4 OR NOT EXISTS (SELECT FROM chat_room r WHERE r.doctor_id = $1 AND r.patient_id = p.id AND r.hospital_id = $2))
           ORDER BY p.family_name, p.given_name, p.id
           LIMIT    $5"#,
        doctor.0,
        hospital,
        to_db(ctx.now()),
        all,
        MOST,
    )
    .fetch_all(&mut **tx)
    .await?;
    let ties = rows.into_iter().map(|row| Partner {
        doctor,
        patient: Some(PatientId(row.id)),
        about: None,
        name: named(Some(&row.family_name), Some(&row.given_name)),
        side: Side::Patient,
        device: String::new(),
    });
    Ok(ties.collect())
}

/// The technicians who keep what a doctor reads, or the doctors who read what a technician keeps; a machine that was lent is kept by whoever has it, too.
async fn about_machines(tx: &mut Tx, ctx: &Ctx, user: UserId, is_doctor: bool, all: bool) -> Result<Vec<Partner>> {
    let hospital = ctx.actor().hospital().map(|hospital| hospital.0);
    let rows = sqlx::query!(
        r#"WITH kept AS (
               SELECT k.user_id, k.device_id FROM device_duty k WHERE k.hospital_id = $2 AND k.kind = 'keeps' AND k.during @> $3::timestamptz
               UNION
               SELECT h.to_user, h.device_id FROM device_hand_over h
                WHERE h.hospital_id = $2 AND h.accepted_at <= $3 AND h.until > $3 AND h.ended_at IS NULL)
           SELECT DISTINCT d.user_id AS "doctor!", k.user_id AS "technician!", v.id AS "device!", v.name AS "device_name!", u.display_name AS "name!"
           FROM     device_duty d
           JOIN     kept k     ON k.device_id = d.device_id AND k.user_id <> d.user_id
           JOIN     device v   ON v.id = d.device_id
           JOIN     app_user u ON u.id = CASE WHEN $4 THEN k.user_id ELSE d.user_id END
           WHERE    d.hospital_id = $2 AND d.kind = 'reads' AND d.during @> $3::timestamptz
             AND    CASE WHEN $4 THEN d.user_id ELSE k.user_id END = $1
             AND    ($5 OR NOT EXISTS (SELECT FROM chat_room r
                                        WHERE r.doctor_id = d.user_id AND r.technician_id = k.user_id AND r.device_id = d.device_id))
           ORDER BY v.name, u.display_name, v.id
           LIMIT    $6"#,
        user.0,
        hospital,
        to_db(ctx.now()),
        is_doctor,
        all,
        MOST,
    )
    .fetch_all(&mut **tx)
    .await?;
    let ties = rows.into_iter().map(|row| Partner {
        doctor: UserId(row.doctor),
        patient: None,
        about: Some((UserId(row.technician), DeviceId(row.device))),
        name: row.name,
        side: if is_doctor { Side::Technician } else { Side::Doctor },
        device: row.device_name,
    });
    Ok(ties.collect())
}
