//! The reader's conversations, the last that was said first, and whom they may write to.

use domain::access::{Action, Subject};
use domain::actor::Actor;
use domain::chat::{Party, Side, beginning};
use domain::ids::{PatientId, RoomId, UserId};
use domain::time::{Moment, Zone};

use super::room::{named, open_in_emergency};
use super::ties::{Partner, ties};
use crate::audit::{self, Entry, Kind, Outcome};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::keys::Place;
use crate::organisation::zone_of_actor;
use crate::time::{from_db, to_db};

/// Conversations of a page.
const PAGE: i64 = 50;
/// The most unread messages of one that are counted.
const MOST: i64 = 100;
/// Characters of the last message that are shown.
const SHOWN: usize = 90;

/// What was said last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Last {
    /// Its beginning; none where the patient's key was destroyed.
    pub text: Option<String>,
    /// When.
    pub at: Moment,
    /// Whether the reader said it.
    pub is_mine: bool,
}

/// One conversation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoomRow {
    /// Which.
    pub id: RoomId,
    /// What the other is called; of who opened a record in an emergency, the patient.
    pub name: String,
    /// On which side the other stands.
    pub side: Side,
    /// The machine they speak of.
    pub device: String,
    /// What was said last; none while nothing was.
    pub last: Option<Last>,
    /// How many messages the reader has not seen.
    pub unread: u32,
    /// Whether one of them is urgent.
    pub is_urgent: bool,
    /// Whether the reader is not counted to by it.
    pub is_muted: bool,
    /// Whether the other has a conversation open now.
    pub is_here: bool,
    /// Whether the reader looks on in an emergency.
    pub in_emergency: bool,
}

/// The page.
#[derive(Clone, Debug)]
pub struct List {
    /// Conversations; urgent ones first, then the last that was said.
    pub rooms: Vec<RoomRow>,
    /// Where older ones begin.
    pub next: Option<(Moment, RoomId)>,
    /// Whom the reader may write to and has not yet.
    pub partners: Vec<Partner>,
    /// The clock on the wall of the hospital.
    pub zone: Zone,
}

/// Fifty of the reader's conversations, those in which something was said before `before`; recorded in the audit.
///
/// # Errors
/// Denied for whose role talks to nobody here.
pub async fn list(ctx: &Ctx, before: Option<(Moment, RoomId)>) -> Result<List> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let is_portal = matches!(ctx.actor(), Actor::Patient { .. });
    let mut tx = ctx.look(Action::ReadChat).await?;
    let mut rows = sqlx::query!(
        r#"SELECT   r.id, r.hospital_id, r.doctor_id, r.patient_id, r.technician_id, chat_side_of_actor(r.id) AS "side?",
                    d.display_name AS "doctor?", t.display_name AS "technician?", v.name AS "device?",
                    p.family_name AS "family_name?", p.given_name AS "given_name?",
                    m.id AS "last_id?", m.side AS "last_side?", m.sent_at AS "last_at?", m.text_sealed AS "last_sealed?",
                    coalesce(m.sent_at, r.begun_at) AS "at!",
                    coalesce(q.is_muted, false) AS "is_muted!",
                    (SELECT count(*) FROM (SELECT FROM chat_message u
                                            WHERE u.room_id = r.id AND u.read_at IS NULL AND u.side <> chat_side_of_actor(r.id) LIMIT $4) AS few) AS "unread!",
                    EXISTS (SELECT FROM chat_message u
                             WHERE u.room_id = r.id AND u.read_at IS NULL AND u.is_urgent AND u.side <> chat_side_of_actor(r.id)) AS "is_urgent!"
           FROM     chat_room r
           LEFT JOIN LATERAL (SELECT l.id, l.side, l.sent_at, l.text_sealed FROM chat_message l
                               WHERE l.room_id = r.id ORDER BY l.sent_at DESC, l.id DESC LIMIT 1) AS m ON true
           LEFT JOIN app_user d  ON d.id = r.doctor_id
           LEFT JOIN app_user t  ON t.id = r.technician_id
           LEFT JOIN device v    ON v.id = r.device_id
           LEFT JOIN patient p   ON p.id = r.patient_id
           LEFT JOIN chat_mute q ON q.room_id = r.id AND q.user_id = actor_user()
           WHERE    (NOT $1 OR r.hospital_id = $2)
             AND    ($5::timestamptz IS NULL OR (coalesce(m.sent_at, r.begun_at), r.id) < ($5, $6))
           ORDER BY coalesce(m.sent_at, r.begun_at) DESC, r.id DESC
           LIMIT    $3"#,
        is_portal,
        hospital.0,
        PAGE + 1,
        MOST,
        before.map(|(at, _)| to_db(at)),
        before.map(|(_, id)| id.0),
    )
    .fetch_all(&mut *tx)
    .await?;
    let more = rows.len() as i64 > PAGE;
    rows.truncate(PAGE as usize);
    let next = rows
        .last()
        .filter(|_| more)
        .map(|row| (from_db(row.at), RoomId(row.id)));
    let mut rooms = Vec::with_capacity(rows.len());
    let mut patients = Vec::new();
    for row in rows {
        let side = row.side.as_deref().and_then(Side::parse);
        let patient = row.patient_id.map(PatientId);
        patients.extend(patient);
        let (other, party) = match (side, patient, row.technician_id) {
            (Some(Side::Doctor) | None, Some(patient), _) => (Side::Patient, Some(Party::Patient(patient))),
            (Some(Side::Doctor), None, Some(user)) => (Side::Technician, Some(Party::Staff(UserId(user)))),
            _ => (Side::Doctor, Some(Party::Staff(UserId(row.doctor_id)))),
        };
        let mut name = named(row.family_name.as_deref(), row.given_name.as_deref());
        if let (None, Some(patient)) = (side, patient) {
            // Name and key of whose record was opened in an emergency are shown to a transaction about them.
            open_in_emergency(&mut tx, patient).await?;
            name = name_of(&mut tx, patient).await?;
        }
        let last = match (row.last_id, row.last_at, row.last_sealed) {
            (Some(id), Some(at), Some(sealed)) => {
                let place = Place::new("chat_message", "text_sealed", id);
                let plain = match patient {
                    Some(patient) => ctx.house().keys.open_for(&mut tx, &place.of(patient), &sealed).await?,
                    None => Some(ctx.house().keys.open(&place, &sealed)?),
                };
                let text = plain.and_then(|plain| String::from_utf8(plain.to_vec()).ok());
                Some(Last {
                    text: text.map(|text| beginning(&text, SHOWN)),
                    at: from_db(at),
                    is_mine: row.last_side == row.side,
                })
            }
            _ => None,
        };
        rooms.push(RoomRow {
            id: RoomId(row.id),
            name: match other {
                Side::Patient => name,
                Side::Doctor => row.doctor.unwrap_or_default(),
                Side::Technician => row.technician.unwrap_or_default(),
            },
            side: other,
            device: row.device.unwrap_or_default(),
            last,
            unread: u32::try_from(row.unread).unwrap_or(u32::MAX),
            is_urgent: row.is_urgent,
            is_muted: row.is_muted,
            is_here: party.is_some_and(|party| ctx.house().talk.is_here(party)),
            in_emergency: side.is_none(),
        });
    }
    // The sort is stable: among urgent ones and among the others the last that was said stays first.
    rooms.sort_by_key(|room| !room.is_urgent);
    let partners = match before {
        None => ties(&mut tx, ctx, false).await?,
        Some(_) => Vec::new(),
    };
    let zone = zone_of_actor(&mut tx, ctx).await?;
    let shown = partners.iter().filter_map(|partner| partner.patient);
    let entry = match ctx.actor() {
        Actor::Patient { patient, .. } => Entry::patient(Action::ReadChat, *patient, &[]),
        _ => Entry::new(Action::ReadChat, &Subject::Hospital(hospital), Outcome::Allowed),
    };
    let entry = entry
        .of(patients.into_iter().chain(shown))
        .kinds(&[Kind::Demographics, Kind::Messages]);
    audit::record(ctx, entry).await?;
    tx.commit().await?;
    Ok(List {
        rooms,
        next,
        partners,
        zone,
    })
}

async fn name_of(tx: &mut Tx, patient: PatientId) -> Result<String> {
    let row = sqlx::query!("SELECT family_name, given_name FROM patient WHERE id = $1", patient.0)
        .fetch_optional(&mut **tx)
        .await?;
    Ok(row.map_or(String::new(), |row| {
        named(Some(&row.family_name), Some(&row.given_name))
    }))
}
