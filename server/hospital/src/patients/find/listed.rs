//! Rows of the hospital's list.

use domain::ids::{HospitalId, PatientId};
use domain::time::Moment;
use uuid::Uuid;

use super::{Listed, Next, PAGE};
use crate::ctx::{Ctx, Tx};
use crate::error::Result;
use crate::patients::news::News;
use crate::patients::person::PersonRow;
use crate::time::{from_db, to_db};

/// Who was registered here, the last first.
pub(super) async fn recent(
    tx: &mut Tx,
    hospital: HospitalId,
    before: Option<(Moment, PatientId)>,
) -> Result<(Vec<PatientId>, Option<Next>)> {
    let mut rows = sqlx::query!(
        "SELECT   r.patient_id, r.registered_at
         FROM     registration r
         WHERE    r.hospital_id = $1 AND led_to(r.patient_id, $1) = r.patient_id AND ($2::timestamptz IS NULL OR (r.registered_at, r.patient_id) < ($2, $3))
         ORDER BY r.registered_at DESC, r.patient_id DESC
         LIMIT    $4",
        hospital.0,
        before.map(|(at, _)| to_db(at)),
        before.map(|(_, patient)| patient.0),
        PAGE as i64 + 1,
    )
    .fetch_all(&mut **tx)
    .await?;
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    let last = rows.last().filter(|_| more);
    let next = last.map(|row| Next::Before(from_db(row.registered_at), PatientId(row.patient_id)));
    Ok((rows.into_iter().map(|row| PatientId(row.patient_id)).collect(), next))
}

/// These, in this order.
pub(in crate::patients) async fn persons(
    tx: &mut Tx,
    ctx: &Ctx,
    hospital: HospitalId,
    ids: &[PatientId],
) -> Result<Vec<Listed>> {
    let ids: Vec<Uuid> = ids.iter().map(|id| id.0).collect();
    let rows = sqlx::query!(
        r#"SELECT   p.id, p.family_name, p.given_name, p.born_on, p.born_known, p.sex, r.hospital_number, coalesce(p.health_id, '') AS "health_id!",
                    r.spo2_scale, r.status, r.registered_at, w.name AS "ward?",
                    ARRAY(SELECT o.hospital_number
                              FROM patient_merge m
                              JOIN registration o ON o.patient_id = m.other_id AND o.hospital_id = m.hospital_id
                             WHERE m.survivor_id = p.id AND m.hospital_id = $1 AND m.undone_at IS NULL
                             ORDER BY m.merged_at) AS "joined!"
           FROM     (SELECT led_to(s.id, $1) AS id, min(s.place) AS place FROM unnest($2::uuid[]) WITH ORDINALITY AS s (id, place) GROUP BY 1) AS sought
           JOIN     patient p        ON p.id = sought.id
           JOIN     registration r   ON r.patient_id = p.id AND r.hospital_id = $1
           LEFT JOIN admission a     ON a.patient_id = p.id AND a.hospital_id = $1 AND a.during @> $3::timestamptz
           LEFT JOIN ward w          ON w.id = a.ward_id
           ORDER BY sought.place"#,
        hospital.0,
        &ids,
        to_db(ctx.now()),
    )
    .fetch_all(&mut **tx)
    .await?;
    let listed = rows.into_iter().map(|row| Listed {
        is_inactive: row.status != "active",
        ward: row.ward,
        joined: row.joined,
        registered_at: from_db(row.registered_at),
        news: News::default(),
        person: PersonRow {
            id: row.id,
            family_name: row.family_name,
            given_name: row.given_name,
            born_on: row.born_on,
            born_known: row.born_known,
            sex: row.sex,
            hospital_number: row.hospital_number,
            health_id: row.health_id,
            spo2_scale: row.spo2_scale,
        }
        .into_person(),
    });
    Ok(listed.collect())
}
