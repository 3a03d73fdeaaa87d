//! What a patient does by themselves in the portal: sees which places are free for them, books one, moves a session, gives one up.

use domain::access::Action;
use domain::dialysis::diary_wait::{Unwanted, Wish};
use domain::dialysis::places::{Day, Place};
use domain::ids::{HospitalId, PatientId, WardId};
use domain::invalid::Invalid;
use domain::patients::Section;
use uuid::Uuid;

use super::base::{
    Booking, Wall, call_off, hours_of, insert, is_past, needs, not_prescribed, of_portal, one_at_a_time, wanted,
};
use super::free::{Days, Free};
use super::kept;
use super::needed::Prescribed;
use crate::audit::{self, Entry, Kind};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::jobs::{self, Work};
use crate::patients::portal;

/// Days of one page of free places.
pub const DAYS: i64 = 14;
/// How many days ahead somebody books by themselves.
pub const AHEAD: i64 = 56;

/// Free places over some days.
#[derive(Clone, Debug)]
pub struct Choice {
    /// The first day.
    pub first: Day,
    /// The day on the wall.
    pub today: Day,
    /// The places that they could take, by day and shift.
    pub free: Vec<Free>,
    /// The Mondays of the weeks whose free places are none for them, since they have as many sessions as are prescribed.
    pub full: Vec<Day>,
    /// The session that is moved: which, and when it is.
    pub moves: Option<(Uuid, domain::dialysis::places::Hours)>,
}

/// Where somebody is dialysed: where they last were or next will be; else the first ward that has chairs.
pub(super) async fn ward_of(tx: &mut Tx, hospital: HospitalId, patient: PatientId) -> Result<Option<WardId>> {
    let ward = sqlx::query_scalar!(
        r#"SELECT coalesce(
                    (SELECT c.ward_id
                       FROM dialysis_session s
                       JOIN station c ON c.id = s.station_id AND c.retired_at IS NULL
                      WHERE s.patient_id = $1 AND s.hospital_id = $2 AND s.state <> 'cancelled'
                      ORDER BY lower(s.planned) DESC LIMIT 1),
                    (SELECT c.ward_id
                       FROM dialysis_plan p
                       JOIN station c ON c.id = p.station_id AND c.retired_at IS NULL
                      WHERE p.patient_id = $1 AND p.hospital_id = $2
                      ORDER BY p.made_at DESC LIMIT 1),
                    (SELECT w.id
                       FROM ward w
                      WHERE w.hospital_id = $2 AND EXISTS (SELECT FROM station c WHERE c.ward_id = w.id AND c.retired_at IS NULL)
                      ORDER BY w.name LIMIT 1)) AS ward"#,
        patient.0,
        hospital.0,
    )
    .fetch_one(&mut **tx)
    .await?;
    Ok(ward.map(WardId))
}

/// The transaction of somebody who books for themselves, in a portal that shows them their dialysis.
pub(super) async fn begin(ctx: &Ctx) -> Result<(Tx, PatientId, HospitalId)> {
    let (patient, hospital, _) = of_portal(ctx)?;
    let mut tx = ctx.begin_with_patient(Action::BookOwnSession, patient).await?;
    let view = portal::view(&mut tx, ctx, patient).await?;
    portal::must_show(ctx, view.as_ref(), Section::Dialysis, patient).await?;
    Ok((tx, patient, hospital))
}

/// Whether the reader books at all, for a door that does not know what they want.
///
/// # Errors
/// Denied for who does not.
pub async fn may(ctx: &Ctx) -> Result<()> {
    let (tx, ..) = begin(ctx).await?;
    Ok(tx.commit().await?)
}

/// The places that are free for the reader from `first` on (from today, without); `moves` is the session that they would give up.
///
/// # Errors
/// Denied for who cares for somebody, and when this part is hidden; invalid when nothing is prescribed.
pub async fn choose(ctx: &Ctx, first: Option<Day>, moves: Option<Uuid>) -> Result<Choice> {
    let (mut tx, patient, hospital) = begin(ctx).await?;
    let wall = Wall::of(&mut tx, ctx, hospital).await?;
    let last = wall.today.plus(AHEAD);
    let first = first.unwrap_or(wall.today).clamp(wall.today, last);
    let days = (last.0 - first.0 + 1).min(DAYS);
    let moves = match moves {
        Some(session) => sqlx::query!(
            "SELECT planned FROM dialysis_session WHERE id = $1 AND patient_id = $2 AND state = 'booked'",
            session,
            patient.0
        )
        .fetch_optional(&mut *tx)
        .await?
        .and_then(|row| Some((session, hours_of(&row.planned)?))),
        None => None,
    };
    let prescribed = needs(&mut tx, hospital, patient).await?.ok_or_else(not_prescribed)?;
    let ward = ward_of(&mut tx, hospital, patient)
        .await?
        .ok_or(HospitalError::NotFound)?;
    let known = Days::read(&mut tx, &wall, hospital, ward, (first, days)).await?;
    let last = first.plus(days - 1);
    let own = kept::own(&mut tx, &wall, patient, (first, last)).await?;
    let wish = Wish::any(first, last, moves.map(|(session, _)| session));
    let (mut free, mut full) = (Vec::new(), Vec::new());
    for place in known.free(prescribed.needs) {
        let monday = place.place.day.monday();
        match wish.suits(place.place, place.hours, &own, prescribed.weekly) {
            Ok(()) => free.push(place),
            Err(Unwanted::FullWeek) if full.last() != Some(&monday) => full.push(monday),
            Err(_) => {}
        }
    }
    let entry = Entry::patient(Action::BookOwnSession, patient, &[Kind::Dialysis]);
    audit::record(ctx, entry).await?;
    tx.commit().await?;
    Ok(Choice {
        first,
        today: wall.today,
        free,
        full,
        moves,
    })
}

/// Books a place, or moves the session `instead_of` there.
///
/// # Errors
/// Invalid for a place that is not there, taken, over or not for them; for more sessions in a week than are prescribed. Not found for a session that is not theirs.
pub async fn book(ctx: &Ctx, place: &str, instead_of: Option<Uuid>) -> Result<()> {
    let (mut tx, patient, hospital) = begin(ctx).await?;
    let invalid = |reason: &str| HospitalError::Invalid(vec![Invalid::new("place", reason)]);
    let place = Place::parse(place).ok_or_else(|| invalid("Choose a day, a shift and a chair."))?;
    let wall = Wall::of(&mut tx, ctx, hospital).await?;
    if place.day > wall.today.plus(AHEAD) {
        return Err(invalid("This lies too far ahead. Choose a day of the next 8 weeks."));
    }
    one_at_a_time(&mut tx, patient, place.station).await?;
    let prescribed = needs(&mut tx, hospital, patient).await?.ok_or_else(not_prescribed)?;
    let ward = ward_of(&mut tx, hospital, patient)
        .await?
        .ok_or(HospitalError::NotFound)?;
    let at = wanted(&mut tx, &wall, ward, place).await?;
    if at.hours.begins <= wall.now {
        return Err(is_past());
    }
    if let Err(why) = at.chair.suits(prescribed.needs) {
        return Err(invalid(why.words()));
    }
    let known = Days::read(&mut tx, &wall, hospital, ward, (place.day, 1)).await?;
    if let Some(session) = instead_of {
        own(&mut tx, &wall, patient, session).await?;
        call_off(&mut tx, ctx, session, "moved", None).await?;
        jobs::enqueue(&mut tx, ctx, Work::OfferPlace { session }).await?;
    }
    let booking = Booking {
        patient,
        hospital,
        at: &at,
        minutes: prescribed.needs.minutes,
        instead_of,
        plan: None,
    };
    let gone = "Somebody has this chair at that time already. Choose another place.";
    seat(&mut tx, ctx, &wall, &booking, (&known, &prescribed), gone).await?;
    let what = match instead_of {
        Some(_) => "diary.own.move",
        None => "diary.own.book",
    };
    let entry = Entry::changed(what, Action::BookOwnSession, patient, Kind::Dialysis);
    audit::record_in(&mut tx, ctx, [entry]).await?;
    Ok(tx.commit().await?)
}

/// Books for who does it by themselves, by the rules of what is shown to them: no place at the time of another session of theirs, none of somebody's weekly plan, no more in a week than are
/// prescribed. What they give up for it is called off before. Who is quicker has it: the database says so below. `gone` is said where it is free no longer.
pub(super) async fn seat(
    tx: &mut Tx,
    ctx: &Ctx,
    wall: &Wall,
    booking: &Booking<'_>,
    (known, prescribed): (&Days, &Prescribed),
    gone: &str,
) -> Result<()> {
    let invalid = |reason: &str| HospitalError::Invalid(vec![Invalid::new("place", reason)]);
    let place = booking.at.place;
    if !known.is_free(place, prescribed.needs) {
        return Err(invalid(gone));
    }
    let own = kept::own(tx, wall, booking.patient, (place.day, place.day)).await?;
    let wish = Wish::any(place.day, place.day, None);
    match wish.suits(place, booking.at.hours, &own, prescribed.weekly) {
        Ok(()) => {}
        Err(Unwanted::FullWeek) => {
            return Err(invalid(
                "That week has as many sessions as are prescribed. Move one of them, or call the unit.",
            ));
        }
        Err(_) => {
            return Err(invalid(
                "You have a session at that time already. Choose another place.",
            ));
        }
    }
    insert(tx, ctx, booking).await?;
    let hospital = booking.hospital.0;
    jobs::enqueue(tx, ctx, Work::CheckOffers { hospital }).await
}

/// Gives a session up. What comes free is offered to who waits for it.
///
/// # Errors
/// Not found for a session that is not theirs; a conflict for one that is under way; invalid for one that has begun.
pub async fn cancel(ctx: &Ctx, session: Uuid, is_ill: bool) -> Result<()> {
    let (mut tx, patient, hospital) = begin(ctx).await?;
    let wall = Wall::of(&mut tx, ctx, hospital).await?;
    own(&mut tx, &wall, patient, session).await?;
    call_off(&mut tx, ctx, session, if is_ill { "ill" } else { "patient" }, None).await?;
    jobs::enqueue(&mut tx, ctx, Work::OfferPlace { session }).await?;
    let entry = Entry::changed("diary.own.cancel", Action::BookOwnSession, patient, Kind::Dialysis);
    audit::record_in(&mut tx, ctx, [entry]).await?;
    Ok(tx.commit().await?)
}

/// A session of theirs that has not begun.
async fn own(tx: &mut Tx, wall: &Wall, patient: PatientId, session: Uuid) -> Result<()> {
    let planned = sqlx::query_scalar!(
        "SELECT planned FROM dialysis_session WHERE id = $1 AND patient_id = $2",
        session,
        patient.0
    )
    .fetch_optional(&mut **tx)
    .await?
    .ok_or(HospitalError::NotFound)?;
    match hours_of(&planned) {
        Some(hours) if hours.begins > wall.now => Ok(()),
        _ => Err(is_past()),
    }
}
