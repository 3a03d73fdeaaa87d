//! One room: who the two are, on which side the reader stands, and whether what binds the two still holds. Every verb about a room begins with [`begin_in`].

use domain::access::{Action, Grounds, Relations, Subject};
use domain::actor::Actor;
use domain::chat::{Party, Side};
use domain::ids::{DeviceId, HospitalId, PatientId, RoomId, UserId};
use domain::patients::staff_name;

use crate::audit::{self, Entry, Kind};
use crate::ctx::{Ctx, Tx, open_subject};
use crate::error::{HospitalError, Result};
use crate::keys::Place;
use crate::time::to_db;

/// A room, as its reader sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Room {
    /// Which.
    pub id: RoomId,
    /// Where it is held.
    pub hospital: HospitalId,
    /// On which side the reader stands; none for who opened the patient's record in an emergency.
    pub side: Option<Side>,
    /// The doctor, and their name where the reader is shown it.
    pub doctor: (UserId, Option<String>),
    /// The patient: `OKAFOR, Amara`.
    pub patient: Option<(PatientId, String)>,
    /// The technician.
    pub technician: Option<(UserId, Option<String>)>,
    /// The machine they speak of.
    pub device: Option<(DeviceId, String)>,
    /// Whether what binds the two still holds: else it is read and not written.
    pub is_open: bool,
    /// Whether the reader is not counted to by it.
    pub is_muted: bool,
}

impl Room {
    /// Which side the reader looks at.
    pub fn other(&self) -> Side {
        match (self.side, &self.patient) {
            (Some(Side::Doctor), Some(_)) => Side::Patient,
            (Some(Side::Doctor), None) => Side::Technician,
            (None, Some(_)) => Side::Patient,
            _ => Side::Doctor,
        }
    }

    /// What somebody of this side is called; empty where the reader is not shown it.
    pub fn name_of(&self, side: Side) -> &str {
        match side {
            Side::Doctor => self.doctor.1.as_deref().unwrap_or_default(),
            Side::Patient => self.patient.as_ref().map(|(_, name)| name.as_str()).unwrap_or_default(),
            Side::Technician => {
                let technician = self.technician.as_ref();
                technician.and_then(|(_, name)| name.as_deref()).unwrap_or_default()
            }
        }
    }

    /// Who stands on this side.
    pub fn party(&self, side: Side) -> Option<Party> {
        match side {
            Side::Doctor => Some(Party::Staff(self.doctor.0)),
            Side::Patient => self.patient.as_ref().map(|(patient, _)| Party::Patient(*patient)),
            Side::Technician => self.technician.as_ref().map(|(user, _)| Party::Staff(*user)),
        }
    }

    /// For `decide` and the audit.
    pub(super) fn subject(&self, relations: Relations) -> Subject {
        Subject::Room {
            room: self.id,
            hospital: self.hospital,
            relations,
        }
    }

    /// Where the text of a message is sealed.
    pub(super) fn place(&self, message: uuid::Uuid) -> Place {
        self.place_in("chat_message", "text_sealed", message)
    }

    /// Where something else of a message is sealed.
    pub(super) fn place_in(&self, table: &'static str, column: &'static str, message: uuid::Uuid) -> Place {
        let place = Place::new(table, column, message);
        match &self.patient {
            Some((patient, _)) => place.of(*patient),
            None => place,
        }
    }

    /// That it was read.
    pub(super) fn entry(&self, action: Action, grounds: &Grounds) -> Entry {
        match &self.patient {
            Some((patient, _)) => Entry::patient(action, *patient, &[Kind::Messages]).on(grounds),
            None => {
                Entry::new(action, &self.subject(Relations::TALKS), audit::Outcome::Allowed).kinds(&[Kind::Messages])
            }
        }
    }

    /// That it was changed; `what` says how.
    pub(super) fn change(&self, what: &'static str, action: Action) -> Entry {
        match &self.patient {
            Some((patient, _)) => Entry::changed(what, action, *patient, Kind::Messages),
            None => Entry::change(what, action, &self.subject(Relations::TALKS)).kinds(&[Kind::Messages]),
        }
    }
}

/// The transaction of a verb about one room: it is found through the wall, which shows it to its two and in an emergency, and then decided on.
///
/// # Errors
/// Not found for everybody else; denied for who takes part and has no role for it any more.
pub(super) async fn begin_in(ctx: &Ctx, action: Action, id: RoomId) -> Result<(Tx, Room, Grounds)> {
    let mut tx = ctx.look_often(action).await?;
    let Some(room) = find(&mut tx, ctx, id).await? else {
        // Recorded as a denial, like every other thing that is out of reach.
        let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
        let relations = Relations::NONE;
        let nothing = Subject::Room {
            room: id,
            hospital,
            relations,
        };
        tx.rollback().await?;
        ctx.check(action, &nothing).await?;
        return Err(HospitalError::NotFound);
    };
    let relations = match room.side {
        Some(_) => Relations::TALKS,
        None => Relations::BREAK_GLASS,
    };
    let grounds = match ctx.check(action, &room.subject(relations)).await {
        Ok(grounds) => grounds,
        Err(refused) => {
            tx.rollback().await?;
            return Err(refused);
        }
    };
    let (None, Some((patient, _))) = (room.side, &room.patient) else {
        return Ok((tx, room, grounds));
    };
    // From now on it is about that patient, whose name and key the wall then shows.
    open_in_emergency(&mut tx, *patient).await?;
    let room = find(&mut tx, ctx, id).await?.ok_or(HospitalError::NotFound)?;
    Ok((tx, room, grounds))
}

/// The transaction is about the patient whose record the actor opened in an emergency, and in whose it lies that was joined to it.
pub(super) async fn open_in_emergency(tx: &mut Tx, patient: PatientId) -> Result<()> {
    let opened = sqlx::query_scalar!(
        "SELECT b.patient_id
           FROM break_glass b
          WHERE b.user_id = actor_user() AND b.hospital_id = actor_hospital() AND b.until > now()
            AND $1 IN (SELECT j.id FROM joined(b.patient_id) AS j)
          LIMIT 1",
        patient.0,
    )
    .fetch_optional(&mut **tx)
    .await?;
    open_subject(tx, opened.map_or(patient, PatientId)).await
}

async fn find(tx: &mut Tx, ctx: &Ctx, id: RoomId) -> Result<Option<Room>> {
    let row = sqlx::query!(
        r#"SELECT r.hospital_id, r.doctor_id, r.patient_id, r.technician_id, r.device_id, chat_side_of_actor(r.id) AS side,
                  d.display_name AS "doctor?", t.display_name AS "technician?", v.name AS "device?",
                  p.family_name AS "family_name?", p.given_name AS "given_name?",
                  coalesce(q.is_muted, false) AS "is_muted!",
                  CASE WHEN r.patient_id IS NOT NULL
                       THEN led_to(r.patient_id, r.hospital_id) = r.patient_id
                            AND EXISTS (SELECT FROM care_relation c
                                         WHERE c.user_id = r.doctor_id AND c.hospital_id = r.hospital_id AND c.during @> $2::timestamptz
                                           AND c.patient_id IN (SELECT j.id FROM joined(r.patient_id) AS j
                                                                 WHERE coalesce(j.held_by, r.hospital_id) = r.hospital_id))
                       ELSE EXISTS (SELECT FROM device_duty u
                                     WHERE u.user_id = r.doctor_id AND u.device_id = r.device_id AND u.kind = 'reads' AND u.during @> $2::timestamptz)
                            AND (EXISTS (SELECT FROM device_duty u
                                          WHERE u.user_id = r.technician_id AND u.device_id = r.device_id AND u.kind = 'keeps' AND u.during @> $2::timestamptz)
                              OR EXISTS (SELECT FROM device_hand_over h
                                          WHERE h.device_id = r.device_id AND h.to_user = r.technician_id AND h.accepted_at <= $2 AND h.until > $2
                                            AND h.ended_at IS NULL)) END AS "is_open!"
             FROM chat_room r
             LEFT JOIN app_user d  ON d.id = r.doctor_id
             LEFT JOIN app_user t  ON t.id = r.technician_id
             LEFT JOIN device v    ON v.id = r.device_id
             LEFT JOIN patient p   ON p.id = r.patient_id
             LEFT JOIN chat_mute q ON q.room_id = r.id AND q.user_id = actor_user()
            WHERE r.id = $1"#,
        id.0,
        to_db(ctx.now()),
    )
    .fetch_optional(&mut **tx)
    .await?;
    let Some(row) = row else { return Ok(None) };
    // The portal is of one hospital, also for who is registered in several.
    let is_portal = matches!(ctx.actor(), Actor::Patient { .. });
    if is_portal && ctx.actor().hospital() != Some(HospitalId(row.hospital_id)) {
        return Ok(None);
    }
    let name = named(row.family_name.as_deref(), row.given_name.as_deref());
    Ok(Some(Room {
        id,
        hospital: HospitalId(row.hospital_id),
        side: row.side.as_deref().and_then(Side::parse),
        doctor: (UserId(row.doctor_id), row.doctor),
        patient: row.patient_id.map(|patient| (PatientId(patient), name)),
        technician: row.technician_id.map(|user| (UserId(user), row.technician)),
        device: row
            .device_id
            .map(|device| (DeviceId(device), row.device.unwrap_or_default())),
        is_open: row.is_open,
        is_muted: row.is_muted,
    }))
}

/// A patient as staff write them; empty for whom the reader is not shown.
pub(super) fn named(family: Option<&str>, given: Option<&str>) -> String {
    match (family, given) {
        (Some(family), Some(given)) => staff_name(family, given),
        _ => String::new(),
    }
}

/// Whether the actor may have this room open: asked when a page opens it, and again whenever that may have changed. Nothing of it is read.
///
/// # Errors
/// As of every verb about a room.
pub async fn follow(ctx: &Ctx, room: RoomId) -> Result<Room> {
    let (tx, room, _) = begin_in(ctx, Action::ReadChat, room).await?;
    tx.commit().await?;
    Ok(room)
}
