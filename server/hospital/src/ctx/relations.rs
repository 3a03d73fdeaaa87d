//! How an actor stands to one patient: the facts of the database, asked for once, in the transaction that is about them.

use domain::access::Relations;
use domain::actor::Actor;
use domain::ids::PatientId;
use domain::time::Moment;

use super::Tx;
use crate::care::Duty;
use crate::error::Result;
use crate::time::to_db;

/// The relations of `actor`, whose transaction it is, to `patient` at `now`. A duty on a device counts while they have a role for it; one that was handed over counts as
/// keeping it. For a person's own portal they are none: `decide` knows whose record it is from
/// the actor.
pub(super) async fn of_patient(tx: &mut Tx, actor: &Actor, now: Moment, patient: PatientId) -> Result<Relations> {
    let duties = match actor {
        Actor::Staff { roles, .. } => Duty::names_for(roles),
        Actor::ApiClient { .. } => Vec::new(),
        _ => return Ok(Relations::NONE),
    };
    let facts = sqlx::query!(
        r#"SELECT EXISTS (SELECT FROM registration r
                           WHERE r.patient_id = $1 AND r.hospital_id = actor_hospital()) AS "registered!",
                  led_to($1, actor_hospital()) <> $1 AS "leads_elsewhere?",
                  EXISTS (SELECT FROM care_relation c
                           WHERE c.patient_id IN (SELECT j.id FROM joined($1) AS j WHERE coalesce(j.held_by, actor_hospital()) = actor_hospital()) AND c.user_id = actor_user() AND c.hospital_id = actor_hospital() AND c.during @> $2::timestamptz) AS "treating!",
                  EXISTS (SELECT FROM ward_duty d
                           WHERE d.user_id = actor_user() AND d.hospital_id = actor_hospital() AND d.during @> $2::timestamptz
                             -- Who is dialysed at a chair of the ward is theirs from a week before to a week after.
                             AND (d.ward_id IN (SELECT c.ward_id
                                                  FROM dialysis_session v
                                                  JOIN station c ON c.id = v.station_id
                                                 WHERE v.patient_id IN (SELECT j.id FROM joined($1) AS j WHERE coalesce(j.held_by, actor_hospital()) = actor_hospital())
                                                   AND v.hospital_id = actor_hospital() AND v.state NOT IN ('cancelled', 'did_not_attend')
                                                   AND v.planned && tstzrange($2::timestamptz - interval '7 days', $2::timestamptz + interval '7 days'))
                               OR d.ward_id IN (SELECT a.ward_id FROM admission a WHERE a.patient_id = $1 AND a.during @> $2::timestamptz)
                               OR d.ward_id IN (SELECT b.ward_id
                                                  FROM device_session s
                                                  JOIN device_assignment p ON p.device_id = s.device_id AND p.during @> $2::timestamptz
                                                  JOIN bed b               ON b.id = p.bed_id
                                                 WHERE s.patient_id = $1 AND s.during @> $2::timestamptz))) AS "on_ward!",
                  EXISTS (SELECT FROM device_session s
                           WHERE s.patient_id = $1 AND s.hospital_id = actor_hospital() AND s.during @> $2::timestamptz
                             AND (EXISTS (SELECT FROM device_duty d
                                           WHERE d.device_id = s.device_id AND d.user_id = actor_user() AND d.during @> $2::timestamptz
                                             AND d.kind = ANY($3))
                               OR EXISTS (SELECT FROM device_hand_over h
                                           WHERE h.device_id = s.device_id AND h.to_user = actor_user() AND h.accepted_at <= $2
                                             AND h.until > $2 AND h.ended_at IS NULL AND 'keeps' = ANY($3)))) AS "on_device!",
                  EXISTS (SELECT FROM consent c
                           WHERE c.purpose = 'treatment' AND c.patient_id = $1 AND c.to_hospital = actor_hospital() AND c.during @> $2::timestamptz) AS "consent!",
                  EXISTS (SELECT FROM break_glass b
                           WHERE b.patient_id = $1 AND b.user_id = actor_user() AND b.hospital_id = actor_hospital() AND b.until > $2) AS "break_glass!""#,
        patient.0,
        to_db(now),
        &duties,
    )
    .fetch_one(&mut **tx)
    .await?;
    // Whoever asks for a record that leads to another asks for the other: doors of pages lead there, and nothing is read or written of this one alone.
    if facts.leads_elsewhere == Some(true) {
        return Ok(Relations::NONE);
    }
    Ok(Relations::NONE
        .and_if(facts.registered, Relations::HOSPITAL)
        .and_if(facts.treating, Relations::TREATING)
        .and_if(facts.on_ward && facts.registered, Relations::WARD)
        .and_if(facts.on_device && facts.registered, Relations::DEVICE)
        .and_if(facts.consent, Relations::CONSENT)
        .and_if(facts.break_glass, Relations::BREAK_GLASS))
}
