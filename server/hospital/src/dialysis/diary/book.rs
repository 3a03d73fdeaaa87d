//! Staff book a place for somebody, move it, call it off with the reason. The past is frozen.

use domain::access::Action;
use domain::dialysis::diary_typed::{minutes, place};
use domain::ids::{HospitalId, PatientId, WardId};
use domain::invalid::Invalid;
use domain::typed;
use serde::Deserialize;
use uuid::Uuid;

use super::base::{
    Booking, Wall, begin, call_off, hours_of, insert, is_past, needs, not_prescribed, one_at_a_time, taken, wanted,
};
use crate::audit::{self, Entry, Kind};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::jobs::{self, Work};
use crate::notices::Kind as Told;
use crate::notices::whom::tell_portal;

/// Why a session is called off: the word of the database and the sentence of the page.
pub const REASONS: [(&str, &str); 7] = [
    ("patient", "The patient asked for it"),
    ("ill", "They are ill"),
    ("in_hospital", "They are in hospital"),
    ("machine", "The machine cannot be used"),
    ("staff", "There are not enough people"),
    ("holiday", "They are away"),
    ("other", "Another reason"),
];

/// A place as typed: in one value (`place`), or in its three parts.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct PlaceTyped {
    /// `2026-11-27.<shift>.<chair>`.
    pub place: String,
    /// `2026-11-27`.
    pub day: String,
    /// The shift.
    pub shift: String,
    /// The chair.
    pub station: String,
    /// Minutes of treatment; empty is what is prescribed.
    pub minutes: String,
}

impl PlaceTyped {
    fn read(&self) -> Result<domain::dialysis::places::Place> {
        let parts = [self.day.as_str(), self.shift.as_str(), self.station.as_str()];
        place("place", &self.place, parts).map_err(|fault| HospitalError::Invalid(vec![fault]))
    }
}

/// A session of the actor's hospital that can still be changed.
struct Booked {
    patient: PatientId,
    minutes: u16,
}

/// Books a place for `patient`.
///
/// # Errors
/// Invalid for what cannot be read, for a chair that is not for them, and for a place that is taken, promised by the weekly plan, or over.
pub async fn book(ctx: &Ctx, ward: WardId, patient: PatientId, typed: &PlaceTyped) -> Result<()> {
    let (mut tx, hospital) = begin(ctx, Action::PlanDiary, ward).await?;
    seat(&mut tx, ctx, (ward, hospital), patient, typed, None).await?;
    tell_portal(&mut tx, ctx, patient, Told::DialysisChanged).await?;
    let entry = Entry::changed("diary.book", Action::PlanDiary, patient, Kind::Dialysis);
    audit::record_in(&mut tx, ctx, [entry]).await?;
    Ok(tx.commit().await?)
}

/// Moves a session to another place: it is called off, and the next is booked instead of it.
///
/// # Errors
/// As [`book`]; not found for a session that is not there; a conflict for one that is under way or over.
pub async fn shift(ctx: &Ctx, ward: WardId, session: Uuid, typed: &PlaceTyped) -> Result<()> {
    let (mut tx, hospital) = begin(ctx, Action::PlanDiary, ward).await?;
    let booked = booked(&mut tx, ctx, (ward, hospital), session).await?;
    call_off(&mut tx, ctx, session, "moved", None).await?;
    let typed = PlaceTyped {
        minutes: match typed.minutes.trim() {
            "" => booked.minutes.to_string(),
            other => other.to_owned(),
        },
        ..typed.clone()
    };
    seat(&mut tx, ctx, (ward, hospital), booked.patient, &typed, Some(session)).await?;
    tell_portal(&mut tx, ctx, booked.patient, Told::DialysisChanged).await?;
    jobs::enqueue(&mut tx, ctx, Work::OfferPlace { session }).await?;
    let entry = Entry::changed("diary.move", Action::PlanDiary, booked.patient, Kind::Dialysis);
    audit::record_in(&mut tx, ctx, [entry]).await?;
    Ok(tx.commit().await?)
}

/// Calls a session off. What comes free is offered to who waits for it.
///
/// # Errors
/// Invalid without a reason of [`REASONS`]; not found for a session that is not there; a conflict for one that is under way or over.
pub async fn cancel(ctx: &Ctx, ward: WardId, session: Uuid, reason: &str, note: &str) -> Result<()> {
    let (mut tx, hospital) = begin(ctx, Action::PlanDiary, ward).await?;
    if !REASONS.iter().any(|(word, _)| *word == reason) {
        let none = Invalid::new("reason", "Choose why it is called off.");
        return Err(HospitalError::Invalid(vec![none]));
    }
    let note = match note.trim() {
        "" => None,
        given => Some(typed::words("note", "a note", given)?),
    };
    let booked = booked(&mut tx, ctx, (ward, hospital), session).await?;
    call_off(&mut tx, ctx, session, reason, note.as_deref()).await?;
    tell_portal(&mut tx, ctx, booked.patient, Told::DialysisChanged).await?;
    jobs::enqueue(&mut tx, ctx, Work::OfferPlace { session }).await?;
    let entry = Entry::changed("diary.cancel", Action::PlanDiary, booked.patient, Kind::Dialysis);
    audit::record_in(&mut tx, ctx, [entry]).await?;
    Ok(tx.commit().await?)
}

async fn booked(tx: &mut Tx, ctx: &Ctx, (ward, hospital): (WardId, HospitalId), session: Uuid) -> Result<Booked> {
    let row = sqlx::query!(
        "SELECT s.patient_id, s.minutes, s.planned
         FROM   dialysis_session s
         JOIN   station c ON c.id = s.station_id AND c.ward_id = $2
         WHERE  s.id = $1 AND s.hospital_id = $3",
        session,
        ward.0,
        hospital.0,
    )
    .fetch_optional(&mut **tx)
    .await?
    .ok_or(HospitalError::NotFound)?;
    if hours_of(&row.planned).is_none_or(|hours| hours.ends <= ctx.now()) {
        return Err(is_past());
    }
    Ok(Booked {
        patient: PatientId(row.patient_id),
        minutes: u16::try_from(row.minutes).unwrap_or(240),
    })
}

async fn seat(
    tx: &mut Tx,
    ctx: &Ctx,
    (ward, hospital): (WardId, HospitalId),
    patient: PatientId,
    typed: &PlaceTyped,
    instead_of: Option<Uuid>,
) -> Result<()> {
    let place = typed.read()?;
    let wall = Wall::of(tx, ctx, hospital).await?;
    one_at_a_time(tx, patient, place.station).await?;
    let prescribed = needs(tx, hospital, patient).await?.ok_or_else(not_prescribed)?;
    let minutes = minutes("minutes", &typed.minutes, prescribed.needs.minutes)?;
    let at = wanted(tx, &wall, ward, place).await?;
    if let Err(why) = at.chair.suits(prescribed.needs) {
        return Err(Invalid::new("place", why.words()).into());
    }
    // Who sits there says the database below. Where nobody does, the place may still be somebody's by the weekly plan: also theirs, and then the line books it.
    if taken(tx, &wall, hospital, place.day, 1).await?.is_promised(place) {
        return Err(Invalid::new(
            "place",
            "By the weekly plan this place is somebody’s on that day. Choose another, or leave that day out of the plan first.",
        )
        .into());
    }
    let booking = Booking {
        patient,
        hospital,
        at: &at,
        minutes,
        instead_of,
        plan: None,
    };
    insert(tx, ctx, &booking).await?;
    jobs::enqueue(tx, ctx, Work::CheckOffers { hospital: hospital.0 }).await
}
