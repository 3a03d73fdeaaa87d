//! The person themselves waits for another place, or for one more, and answers what is offered to them. Whose week has as many sessions as are prescribed says which one they give up for it:
//! then what they take moves that one, in one transaction.

use domain::access::Action;
use domain::dialysis::diary_typed::WaitTyped;
use domain::dialysis::places::{Day, Place, Shift};
use domain::dialysis::session::Stage;
use domain::ids::{HospitalId, PatientId, WardId};
use domain::invalid::Invalid;
use domain::time::Moment;
use uuid::Uuid;

use super::base::{Booking, Wall, call_off, from_date, is_past, needs, not_prescribed, one_at_a_time, to_date, wanted};
use super::free::Days;
use super::mine::Session;
use super::mine_book::{begin, seat, ward_of};
use super::offers::{Ended, can_be_taken, end_offer, offered_place, wish};
use super::wait::{enlist, given_up};
use crate::audit::{self, Entry, Kind};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::jobs::{self, Work};
use crate::time::{from_db, to_db};

/// That somebody was quicker, or the plan promises it meanwhile.
const GONE: &str = "This place is taken by now. You go on waiting, and are told of the next one.";

/// That what they read on the page stands no more. An answer is for the place that was read, and for no other.
fn another() -> HospitalError {
    HospitalError::Conflict("Another place is offered to you by now, or none. Look again.")
}

/// That they wait for a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wait {
    /// The days that would do.
    pub days: (Day, Day),
    /// The shift that would do; none: any.
    pub shift: Option<String>,
    /// The session that they give up for it, where it is still to come.
    pub gives_up: Option<Uuid>,
    /// What is offered.
    pub offered: Option<Offer>,
    /// What was offered last and can be taken no longer: the place, and whether they did not answer in time. None once another is offered.
    pub passed: Option<(Day, Shift, String, bool)>,
}

/// A place that is offered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The day, the shift and the chair.
    pub place: (Day, Shift, String),
    /// The place as the answer names it.
    pub answers: Place,
    /// Until when it waits for their answer.
    pub answer_by: Moment,
    /// Whether it can be taken now; who looks on for somebody does not learn that.
    pub can_be_taken: bool,
}

/// What they wait for. Whether what is offered can still be taken is asked for who can take it: nothing else of the others' sessions is told to who looks on.
pub(super) async fn read(
    tx: &mut Tx,
    wall: &Wall,
    to_come: &[Session],
    (patient, hospital): (PatientId, HospitalId),
    may_book: bool,
) -> Result<Option<Wait>> {
    let row = sqlx::query!(
        r#"SELECT w.id, w.ward_id, w.from_day, w.until_day, w.shift_id, w.instead_of, w.offered_day, w.offered_shift, w.offered_station, w.offered_until,
                  h.name AS "shift?"
             FROM dialysis_wait w
             LEFT JOIN dialysis_shift h ON h.id = w.shift_id
            WHERE w.patient_id = $1 AND w.hospital_id = $2 AND w.ended_at IS NULL AND w.until_day >= $3"#,
        patient.0,
        hospital.0,
        to_date(wall.today),
    )
    .fetch_optional(&mut **tx)
    .await?;
    let Some(row) = row else {
        return Ok(None);
    };
    let wish = wish(
        (row.from_day, row.until_day),
        (row.shift_id, row.instead_of),
        Vec::new(),
    );
    let movable = |session: Uuid| {
        let found = to_come.iter().find(|known| known.id == session);
        found.is_some_and(|known| known.stage == Stage::Booked && known.hours.begins > wall.now)
    };
    let mut wait = Wait {
        days: (wish.from, wish.until),
        shift: row.shift,
        gives_up: row.instead_of.filter(|session| movable(*session)),
        offered: None,
        passed: None,
    };
    let offered = offered_place(row.offered_day, row.offered_shift, row.offered_station);
    match offered.zip(row.offered_until) {
        Some((place, until)) => {
            let whose = (patient, hospital, WardId(row.ward_id));
            let can_be_taken = !may_book || can_be_taken(tx, wall, whose, (place, &wish)).await?;
            wait.offered = named(tx, place).await?.map(|(shift, chair)| Offer {
                place: (place.day, shift, chair),
                answers: place,
                answer_by: from_db(until),
                can_be_taken,
            });
        }
        None => wait.passed = passed(tx, row.id).await?,
    }
    Ok(Some(wait))
}

/// The shift and the chair of a place, also where the shift is no more.
async fn named(tx: &mut Tx, place: Place) -> Result<Option<(Shift, String)>> {
    let row = sqlx::query!(
        "SELECT h.id, h.name, h.begins, h.ends, c.name AS chair
           FROM dialysis_shift h
           JOIN station c ON c.id = $2
          WHERE h.id = $1",
        place.shift,
        place.station,
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(row.map(|row| {
        let shift = Shift {
            id: row.id,
            name: row.name,
            begins: u16::try_from(row.begins).unwrap_or(0),
            ends: u16::try_from(row.ends).unwrap_or(0),
        };
        (shift, row.chair)
    }))
}

/// What was offered last and ended without their doing.
async fn passed(tx: &mut Tx, wait: Uuid) -> Result<Option<(Day, Shift, String, bool)>> {
    let row = sqlx::query!(
        "SELECT e.day, e.shift_id, e.station_id, e.because
           FROM dialysis_offer_ended e
          WHERE e.wait_id = $1
          ORDER BY e.ended_at DESC, e.id DESC
          LIMIT 1",
        wait
    )
    .fetch_optional(&mut **tx)
    .await?;
    let Some(row) = row.filter(|row| ["gone", "lapsed"].contains(&row.because.as_str())) else {
        return Ok(None);
    };
    let place = Place {
        day: from_date(row.day),
        shift: row.shift_id,
        station: row.station_id,
    };
    let named = named(tx, place).await?;
    Ok(named.map(|(shift, chair)| (place.day, shift, chair, row.because == "lapsed")))
}

/// The person themselves asks for another place, or for one more.
///
/// # Errors
/// Invalid for days that cannot be read, and for a session to give up that is not theirs or not to come; a conflict while they wait already.
pub async fn ask(ctx: &Ctx, typed: &WaitTyped) -> Result<()> {
    let (mut tx, patient, hospital) = begin(ctx).await?;
    let ward = ward_of(&mut tx, hospital, patient).await?;
    let already = "You wait for a place already. Take that back first.";
    enlist(&mut tx, ctx, (patient, hospital), ward, typed, already).await?;
    let entry = Entry::changed("diary.wait", Action::BookOwnSession, patient, Kind::Dialysis);
    audit::record_in(&mut tx, ctx, [entry]).await?;
    Ok(tx.commit().await?)
}

/// They choose anew which session they would give up, or that they want one more, and keep their turn.
///
/// # Errors
/// Not found when they do not wait; invalid for a session that is not theirs or not to come.
pub async fn give_up_another(ctx: &Ctx, session: Option<Uuid>) -> Result<()> {
    let (mut tx, patient, hospital) = begin(ctx).await?;
    let wall = Wall::of(&mut tx, ctx, hospital).await?;
    let given_up = given_up(&mut tx, &wall, patient, session).await?;
    let changed = sqlx::query!(
        "UPDATE dialysis_wait SET instead_of = $3 WHERE patient_id = $1 AND hospital_id = $2 AND ended_at IS NULL",
        patient.0,
        hospital.0,
        given_up,
    )
    .execute(&mut *tx)
    .await?;
    if changed.rows_affected() == 0 {
        return Err(HospitalError::NotFound);
    }
    jobs::enqueue(&mut tx, ctx, Work::CheckOffers { hospital: hospital.0 }).await?;
    let entry = Entry::changed("diary.wait", Action::BookOwnSession, patient, Kind::Dialysis);
    audit::record_in(&mut tx, ctx, [entry]).await?;
    Ok(tx.commit().await?)
}

/// They wait no longer; what is offered to them goes to the next.
///
/// # Errors
/// Not found when they do not wait.
pub async fn withdraw(ctx: &Ctx) -> Result<()> {
    let (mut tx, patient, hospital) = begin(ctx).await?;
    if let Some(wait) = of_mine(&mut tx, (patient, hospital)).await? {
        end_offer(&mut tx, ctx, wait, None, Ended::Withdrawn).await?;
    }
    end(&mut tx, ctx, (patient, hospital), "withdrawn").await?;
    let entry = Entry::changed("diary.wait.end", Action::BookOwnSession, patient, Kind::Dialysis);
    audit::record_in(&mut tx, ctx, [entry]).await?;
    Ok(tx.commit().await?)
}

async fn end(tx: &mut Tx, ctx: &Ctx, (patient, hospital): (PatientId, HospitalId), because: &str) -> Result<()> {
    let ended = sqlx::query!(
        "UPDATE dialysis_wait SET ended_at = $3, ended_because = $4 WHERE patient_id = $1 AND hospital_id = $2 AND ended_at IS NULL",
        patient.0,
        hospital.0,
        to_db(ctx.now()),
        because,
    )
    .execute(&mut **tx)
    .await?;
    match ended.rows_affected() {
        0 => Err(HospitalError::NotFound),
        _ => Ok(()),
    }
}

/// The turn in which they wait; none when they do not.
async fn of_mine(tx: &mut Tx, (patient, hospital): (PatientId, HospitalId)) -> Result<Option<Uuid>> {
    let wait = sqlx::query_scalar!(
        "SELECT w.id FROM dialysis_wait w WHERE w.patient_id = $1 AND w.hospital_id = $2 AND w.ended_at IS NULL",
        patient.0,
        hospital.0,
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(wait)
}

/// They do not want the `place` that they read, and go on waiting; it goes to the next.
///
/// # Errors
/// A conflict when another is offered by now, or none.
pub async fn decline(ctx: &Ctx, place: &str) -> Result<()> {
    let (mut tx, patient, hospital) = begin(ctx).await?;
    let place = Place::parse(place).ok_or_else(another)?;
    let wait = of_mine(&mut tx, (patient, hospital)).await?;
    let wait = wait.ok_or_else(another)?;
    if !end_offer(&mut tx, ctx, wait, Some(place), Ended::Declined).await? {
        return Err(another());
    }
    let entry = Entry::changed("diary.wait.decline", Action::BookOwnSession, patient, Kind::Dialysis);
    audit::record_in(&mut tx, ctx, [entry]).await?;
    Ok(tx.commit().await?)
}

/// They take the `place` that they read: the place is booked, and the session that they gave up for it is called off, both or neither. What cannot be taken any more is withdrawn, and they go on waiting.
///
/// # Errors
/// A conflict when another is offered by now, or none; invalid when somebody was quicker.
pub async fn take(ctx: &Ctx, place: &str) -> Result<()> {
    let read = Place::parse(place);
    match take_it(ctx, read).await {
        Err(HospitalError::Invalid(faults)) => {
            withdraw_offer(ctx, read).await?;
            Err(HospitalError::Invalid(faults))
        }
        done => done,
    }
}

/// What they could not take is offered no longer. The taking was rolled back, so this is a transaction of its own.
async fn withdraw_offer(ctx: &Ctx, read: Option<Place>) -> Result<()> {
    let (mut tx, patient, hospital) = begin(ctx).await?;
    let wait = of_mine(&mut tx, (patient, hospital)).await?;
    if let Some(wait) = wait
        && end_offer(&mut tx, ctx, wait, read, Ended::Gone).await?
    {
        let entry = Entry::changed("diary.offer.end", Action::BookOwnSession, patient, Kind::Dialysis);
        audit::record_in(&mut tx, ctx, [entry]).await?;
    }
    Ok(tx.commit().await?)
}

async fn take_it(ctx: &Ctx, read: Option<Place>) -> Result<()> {
    let (mut tx, patient, hospital) = begin(ctx).await?;
    // Whoever ends the offer at this moment waits, or is waited for.
    let row = sqlx::query!(
        r#"SELECT w.ward_id, w.offered_day AS "day!", w.offered_shift AS "shift!", w.offered_station AS "station!", w.instead_of
             FROM dialysis_wait w
            WHERE w.patient_id = $1 AND w.hospital_id = $2 AND w.ended_at IS NULL AND w.offered_at IS NOT NULL
              FOR UPDATE"#,
        patient.0,
        hospital.0,
    )
    .fetch_optional(&mut *tx)
    .await?
    .ok_or_else(another)?;
    let place = Place {
        day: from_date(row.day),
        shift: row.shift,
        station: row.station,
    };
    if read != Some(place) {
        return Err(another());
    }
    let wall = Wall::of(&mut tx, ctx, hospital).await?;
    one_at_a_time(&mut tx, patient, place.station).await?;
    let prescribed = needs(&mut tx, hospital, patient).await?.ok_or_else(not_prescribed)?;
    let at = wanted(&mut tx, &wall, WardId(row.ward_id), place).await?;
    if at.hours.begins <= wall.now {
        return Err(is_past());
    }
    let invalid = |reason: &str| HospitalError::Invalid(vec![Invalid::new("place", reason)]);
    if let Err(why) = at.chair.suits(prescribed.needs) {
        return Err(invalid(why.words()));
    }
    // A session that was moved, called off or has begun since they asked is given up for nothing.
    let given_up = match given_up(&mut tx, &wall, patient, row.instead_of).await {
        Err(HospitalError::Invalid(_)) => None,
        known => known?,
    };
    if let Some(session) = given_up {
        call_off(&mut tx, ctx, session, "moved", None).await?;
        jobs::enqueue(&mut tx, ctx, Work::OfferPlace { session }).await?;
    }
    let known = Days::read(&mut tx, &wall, hospital, WardId(row.ward_id), (place.day, 1)).await?;
    let booking = Booking {
        patient,
        hospital,
        at: &at,
        minutes: prescribed.needs.minutes,
        instead_of: given_up,
        plan: None,
    };
    seat(&mut tx, ctx, &wall, &booking, (&known, &prescribed), GONE).await?;
    end(&mut tx, ctx, (patient, hospital), "taken").await?;
    let entry = Entry::changed("diary.wait.take", Action::BookOwnSession, patient, Kind::Dialysis);
    audit::record_in(&mut tx, ctx, [entry]).await?;
    Ok(tx.commit().await?)
}
