//! Who waits for another place, and what is offered to them. An offer holds no place: it is theirs when they take it and it is still free.

use domain::access::{Action, Subject};
use domain::dialysis::diary_typed::{WaitRead, WaitTyped};
use domain::dialysis::places::{Day, Place, Shift};
use domain::ids::{HospitalId, PatientId, UserId, WardId};
use domain::invalid::Invalid;
use domain::patients::staff_name;
use domain::time::Moment;
use uuid::Uuid;

use super::base::{
    Booking, Wall, begin, call_off, from_date, hours_of, insert, needs, needs_of, not_prescribed, one_at_a_time,
    shifts, to_date, wanted,
};
use super::board::shift_of;
use super::free::{Days, Free};
use super::mine_book::{begin as begin_own, sessions_in_week, ward_of};
use super::whom::{Bookable, bookable};
use crate::audit::{self, Entry, Kind, Outcome};
use crate::ctx::{Ctx, Tx};
use crate::dialysis::units::{Unit, chosen, units_in};
use crate::error::{HospitalError, Result};
use crate::jobs::{self, Work};
use crate::notices::{self, Kind as Told, Notice};
use crate::time::{from_db, to_db};

/// The most that wait on one page.
const MOST: i64 = 100;
/// How many places are proposed for each.
const PROPOSED: usize = 3;

/// Somebody who waits.
#[derive(Clone, Debug)]
pub struct Waiting {
    /// Which.
    pub id: Uuid,
    /// Who.
    pub patient: PatientId,
    /// `SURNAME, Given`.
    pub name: String,
    /// The days that would do.
    pub days: (Day, Day),
    /// The shift that would do; none: any.
    pub shift: Option<String>,
    /// Whether they give up a session for it.
    pub moves: bool,
    /// Since when.
    pub asked_at: Moment,
    /// What is offered: day, shift, chair.
    pub offered: Option<(Day, String, String)>,
    /// What could be offered.
    pub proposed: Vec<Free>,
}

/// Who waits on one ward, who asked first first.
#[derive(Clone, Debug)]
pub struct List {
    /// The wards whose diary the reader writes.
    pub units: Vec<Unit>,
    /// The one that is open; none when there is none.
    pub unit: Option<Unit>,
    /// Who waits.
    pub waiting: Vec<Waiting>,
    /// Who may be put on the list: dialysis is prescribed for them, and they do not wait yet.
    pub others: Bookable,
    /// The shifts of the ward.
    pub shifts: Vec<Shift>,
    /// The day on the wall.
    pub today: Day,
}

/// Who waits on `ward` (the first, without).
///
/// # Errors
/// Denied for who writes no diary; not found for a ward that is not theirs.
pub async fn list(ctx: &Ctx, ward: Option<WardId>) -> Result<List> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let mut tx = ctx.look(Action::PlanDiary).await?;
    let units = units_in(&mut tx, ctx, Action::PlanDiary).await?;
    let wall = Wall::of(&mut tx, ctx, hospital).await?;
    let unit = chosen(ctx, Action::PlanDiary, &units, ward).await?;
    let Some(unit) = unit else {
        tx.commit().await?;
        return Ok(List {
            units,
            unit: None,
            waiting: Vec::new(),
            others: Bookable::Listed(Vec::new()),
            shifts: Vec::new(),
            today: wall.today,
        });
    };
    let rows = sqlx::query!(
        r#"SELECT   w.id, w.patient_id, p.family_name, p.given_name, w.from_day, w.until_day, w.shift_id, w.instead_of, w.asked_at,
                    w.offered_day, w.offered_shift, w.offered_station
           FROM     dialysis_wait w
           JOIN     patient p ON p.id = w.patient_id
           WHERE    w.ward_id = $1 AND w.hospital_id = $2 AND w.ended_at IS NULL AND w.until_day >= $3
           ORDER BY w.asked_at, w.id
           LIMIT    $4"#,
        unit.ward.0,
        hospital.0,
        to_date(wall.today),
        MOST,
    )
    .fetch_all(&mut *tx)
    .await?;
    let known = Days::read(&mut tx, &wall, hospital, unit.ward, (wall.today, 61)).await?;
    let patients: Vec<PatientId> = rows.iter().map(|row| PatientId(row.patient_id)).collect();
    let needs = needs_of(&mut tx, hospital, &patients).await?;
    let mut waiting = Vec::with_capacity(rows.len());
    for row in rows {
        let patient = PatientId(row.patient_id);
        let days = (from_date(row.from_day), from_date(row.until_day));
        let suits = |free: &Free| {
            (days.0..=days.1).contains(&free.place.day) && row.shift_id.is_none_or(|shift| shift == free.place.shift)
        };
        let proposed = match needs.get(&patient) {
            Some(prescribed) => known.free(prescribed.needs).filter(suits).take(PROPOSED).collect(),
            None => Vec::new(),
        };
        let offered = row.offered_day.zip(row.offered_shift).zip(row.offered_station);
        waiting.push(Waiting {
            id: row.id,
            patient,
            name: staff_name(&row.family_name, &row.given_name),
            days,
            shift: row.shift_id.map(|shift| known.names(shift, shift).0),
            moves: row.instead_of.is_some(),
            asked_at: from_db(row.asked_at),
            offered: offered.map(|((day, shift), station)| {
                let (shift, station) = known.names(shift, station);
                (from_date(day), shift, station)
            }),
            proposed,
        });
    }
    let others = bookable(&mut tx, hospital).await?;
    let others = others.without(|patient| waiting.iter().any(|it: &Waiting| it.patient == patient));
    let shifts = shifts(&mut tx, unit.ward).await?;
    let subject = Subject::Ward {
        ward: unit.ward,
        hospital,
    };
    let entry = Entry::new(Action::PlanDiary, &subject, Outcome::Allowed)
        .of(waiting
            .iter()
            .map(|it| it.patient)
            .chain(others.listed().iter().map(|it| it.0)))
        .kinds(&[Kind::Demographics]);
    audit::record(ctx, entry).await?;
    tx.commit().await?;
    Ok(List {
        units,
        unit: Some(unit),
        waiting,
        others,
        shifts,
        today: wall.today,
    })
}

/// Staff offer a place to somebody who waits.
///
/// # Errors
/// Not found for who does not wait here; a conflict when the place is taken or not for them.
pub async fn offer_one(ctx: &Ctx, ward: WardId, wait: Uuid, place: &str) -> Result<()> {
    let (mut tx, hospital) = begin(ctx, Action::PlanDiary, ward).await?;
    let none = || HospitalError::Invalid(vec![Invalid::new("place", "Choose a day, a shift and a chair.")]);
    let place = Place::parse(place).ok_or_else(none)?;
    let patient = sqlx::query_scalar!(
        "SELECT patient_id FROM dialysis_wait WHERE id = $1 AND ward_id = $2 AND hospital_id = $3 AND ended_at IS NULL",
        wait,
        ward.0,
        hospital.0,
    )
    .fetch_optional(&mut *tx)
    .await?;
    let patient = PatientId(patient.ok_or(HospitalError::NotFound)?);
    let wall = Wall::of(&mut tx, ctx, hospital).await?;
    let prescribed = needs(&mut tx, hospital, patient).await?.ok_or_else(not_prescribed)?;
    let known = Days::read(&mut tx, &wall, hospital, ward, (place.day, 1)).await?;
    if !known.is_free(place, prescribed.needs) {
        return Err(HospitalError::Conflict(
            "This place is not free for them any more. Choose another.",
        ));
    }
    write_offer(&mut tx, ctx, (wait, patient, hospital), place).await?;
    let entry = Entry::changed("diary.offer", Action::PlanDiary, patient, Kind::Dialysis);
    audit::record_in(&mut tx, ctx, [entry]).await?;
    Ok(tx.commit().await?)
}

async fn write_offer(
    tx: &mut Tx,
    ctx: &Ctx,
    (wait, patient, hospital): (Uuid, PatientId, HospitalId),
    place: Place,
) -> Result<()> {
    sqlx::query!(
        "UPDATE dialysis_wait SET offered_station = $2, offered_shift = $3, offered_day = $4, offered_at = $5 WHERE id = $1 AND ended_at IS NULL",
        wait,
        place.station,
        place.shift,
        to_date(place.day),
        to_db(ctx.now()),
    )
    .execute(&mut **tx)
    .await?;
    tell_patient(tx, ctx, patient, hospital, Told::PlaceOffered).await
}

/// Tells whoever has the portal of a record in a hospital, also where the house itself tells.
pub(super) async fn tell_patient(
    tx: &mut Tx,
    ctx: &Ctx,
    patient: PatientId,
    hospital: HospitalId,
    kind: Told,
) -> Result<()> {
    let accounts = sqlx::query_scalar!(
        "SELECT user_id FROM portal_account WHERE patient_id = $1 AND hospital_id = $2 LIMIT 20",
        patient.0,
        hospital.0,
    )
    .fetch_all(&mut **tx)
    .await?;
    for user in accounts {
        notices::tell(tx, ctx, UserId(user), Notice::of(kind).about(patient)).await?;
    }
    Ok(())
}

/// The place of a session that was called off goes to the first who waits for such a one: the house's own work. Nobody is offered what is offered to another.
pub(crate) async fn offer(ctx: &Ctx, session: Uuid) -> Result<()> {
    let mut tx = jobs::begin(ctx).await?;
    let Some(row) = sqlx::query!(
        "SELECT s.hospital_id, s.station_id, s.planned, c.ward_id
         FROM   dialysis_session s
         JOIN   station c ON c.id = s.station_id
         WHERE  s.id = $1 AND s.state = 'cancelled'",
        session
    )
    .fetch_optional(&mut *tx)
    .await?
    else {
        return Ok(tx.commit().await?);
    };
    let (hospital, ward) = (HospitalId(row.hospital_id), WardId(row.ward_id));
    let wall = Wall::of(&mut tx, ctx, hospital).await?;
    let shifts = super::base::shifts(&mut tx, ward).await?;
    let hours = hours_of(&row.planned).filter(|hours| hours.begins > wall.now);
    let Some((day, Some(shift))) = hours.map(|hours| shift_of(&wall, &shifts, hours)) else {
        return Ok(tx.commit().await?);
    };
    let place = Place {
        day,
        shift,
        station: row.station_id,
    };
    let known = Days::read(&mut tx, &wall, hospital, ward, (day, 1)).await?;
    let waiting = sqlx::query!(
        r#"SELECT   w.id, w.patient_id,
                    (w.offered_station = $3 AND w.offered_shift = $4 AND w.offered_day = $5) IS TRUE AS "has_it!",
                    -- An offer of a day that is over is none.
                    (w.offered_at IS NOT NULL AND w.offered_day >= $7) AS "has_one!",
                    EXISTS (SELECT FROM dialysis_session s
                             WHERE s.patient_id = w.patient_id AND s.id IS DISTINCT FROM w.instead_of
                               AND s.state IN ('booked', 'checked_in', 'running') AND s.planned && $6) AS "is_booked!"
           FROM     dialysis_wait w
           WHERE    w.ward_id = $1 AND w.hospital_id = $2 AND w.ended_at IS NULL AND $5 BETWEEN w.from_day AND w.until_day
             AND    (w.shift_id IS NULL OR w.shift_id = $4)
           ORDER BY w.asked_at, w.id
           LIMIT    100"#,
        ward.0,
        hospital.0,
        place.station,
        place.shift,
        to_date(place.day),
        row.planned,
        to_date(wall.today),
    )
    .fetch_all(&mut *tx)
    .await?;
    if waiting.iter().any(|it| it.has_it) {
        return Ok(tx.commit().await?);
    }
    let patients: Vec<PatientId> = waiting.iter().map(|it| PatientId(it.patient_id)).collect();
    let needs = needs_of(&mut tx, hospital, &patients).await?;
    for it in waiting.iter().filter(|it| !it.has_one && !it.is_booked) {
        let patient = PatientId(it.patient_id);
        let prescribed = needs.get(&patient);
        if prescribed.is_some_and(|prescribed| known.is_free(place, prescribed.needs)) {
            write_offer(&mut tx, ctx, (it.id, patient, hospital), place).await?;
            let entry = Entry::changed("diary.offer", Action::RunJobs, patient, Kind::Dialysis);
            audit::record_in(&mut tx, ctx, [entry]).await?;
            break;
        }
    }
    Ok(tx.commit().await?)
}

/// The person themselves asks for another place, or for one more.
///
/// # Errors
/// Invalid for days that cannot be read; a conflict while they wait already.
pub async fn ask(ctx: &Ctx, typed: &WaitTyped) -> Result<()> {
    let (mut tx, patient, hospital) = begin_own(ctx).await?;
    let wall = Wall::of(&mut tx, ctx, hospital).await?;
    let read = typed.read(wall.today).map_err(HospitalError::Invalid)?;
    needs(&mut tx, hospital, patient).await?.ok_or_else(not_prescribed)?;
    let ward = ward_of(&mut tx, hospital, patient)
        .await?
        .ok_or(HospitalError::NotFound)?;
    let given_up = match read.instead_of {
        Some(session) => {
            sqlx::query_scalar!(
                "SELECT id FROM dialysis_session WHERE id = $1 AND patient_id = $2 AND hospital_id = $3 AND state = 'booked'",
                session,
                patient.0,
                hospital.0,
            )
            .fetch_optional(&mut *tx)
            .await?
        }
        None => None,
    };
    let already = "You wait for a place already. Take that back first.";
    enlist(&mut tx, ctx, (patient, hospital, ward), (&read, given_up), already).await?;
    let entry = Entry::changed("diary.wait", Action::BookOwnSession, patient, Kind::Dialysis);
    audit::record_in(&mut tx, ctx, [entry]).await?;
    Ok(tx.commit().await?)
}

/// Somebody waits from now on for a place on a ward, of theirs in place of `given_up`; `already` is told of who waits.
pub(super) async fn enlist(
    tx: &mut Tx,
    ctx: &Ctx,
    (patient, hospital, ward): (PatientId, HospitalId, WardId),
    (wanted, given_up): (&WaitRead, Option<Uuid>),
    already: &'static str,
) -> Result<()> {
    let user = ctx.actor().user().ok_or(HospitalError::SignIn)?;
    sqlx::query!(
        "INSERT INTO dialysis_wait (id, patient_id, hospital_id, ward_id, from_day, until_day, shift_id, instead_of, asked_at, asked_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        Uuid::now_v7(),
        patient.0,
        hospital.0,
        ward.0,
        to_date(wanted.from),
        to_date(wanted.until),
        wanted.shift,
        given_up,
        to_db(ctx.now()),
        user.0,
    )
    .execute(&mut **tx)
    .await
    .map_err(|error| match HospitalError::from(error) {
        error if error.violated() == Some("dialysis_wait_once") => HospitalError::Conflict(already),
        error if error.violated() == Some("dialysis_wait_shift_of_hospital") => {
            HospitalError::Invalid(vec![Invalid::new("shift", "Choose a shift.")])
        }
        error => error,
    })?;
    Ok(())
}

/// They wait no longer.
///
/// # Errors
/// Not found when they do not wait.
pub async fn withdraw(ctx: &Ctx) -> Result<()> {
    let (mut tx, patient, hospital) = begin_own(ctx).await?;
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

/// They do not want what is offered, and go on waiting; it goes to the next.
///
/// # Errors
/// Not found when nothing is offered.
pub async fn decline(ctx: &Ctx) -> Result<()> {
    let (mut tx, patient, hospital) = begin_own(ctx).await?;
    let declined = sqlx::query!(
        "UPDATE dialysis_wait SET offered_station = NULL, offered_shift = NULL, offered_day = NULL, offered_at = NULL
          WHERE patient_id = $1 AND hospital_id = $2 AND ended_at IS NULL AND offered_at IS NOT NULL",
        patient.0,
        hospital.0,
    )
    .execute(&mut *tx)
    .await?;
    if declined.rows_affected() == 0 {
        return Err(HospitalError::NotFound);
    }
    let entry = Entry::changed("diary.wait.decline", Action::BookOwnSession, patient, Kind::Dialysis);
    audit::record_in(&mut tx, ctx, [entry]).await?;
    Ok(tx.commit().await?)
}

/// They take what is offered: the place is booked, and the session that they gave up for it is called off.
///
/// # Errors
/// Not found when nothing is offered; invalid when somebody was quicker.
pub async fn take(ctx: &Ctx) -> Result<()> {
    let (mut tx, patient, hospital) = begin_own(ctx).await?;
    let row = sqlx::query!(
        r#"SELECT w.ward_id, w.offered_day AS "day!", w.offered_shift AS "shift!", w.offered_station AS "station!",
                  (SELECT s.id FROM dialysis_session s WHERE s.id = w.instead_of AND s.state = 'booked') AS given_up
             FROM dialysis_wait w
            WHERE w.patient_id = $1 AND w.hospital_id = $2 AND w.ended_at IS NULL AND w.offered_at IS NOT NULL"#,
        patient.0,
        hospital.0,
    )
    .fetch_optional(&mut *tx)
    .await?
    .ok_or(HospitalError::NotFound)?;
    let place = Place {
        day: from_date(row.day),
        shift: row.shift,
        station: row.station,
    };
    let wall = Wall::of(&mut tx, ctx, hospital).await?;
    one_at_a_time(&mut tx, patient, place.station).await?;
    let prescribed = needs(&mut tx, hospital, patient).await?.ok_or_else(not_prescribed)?;
    let at = wanted(&mut tx, &wall, WardId(row.ward_id), place).await?;
    let invalid = |reason: &str| HospitalError::Invalid(vec![Invalid::new("place", reason)]);
    if let Err(why) = at.chair.suits(prescribed.needs) {
        return Err(invalid(why.words()));
    }
    let known = Days::read(&mut tx, &wall, hospital, WardId(row.ward_id), (place.day, 1)).await?;
    if let Some(session) = row.given_up {
        call_off(&mut tx, ctx, session, "moved", None).await?;
        jobs::enqueue(&mut tx, ctx, Work::OfferPlace { session }).await?;
    }
    // As who books by themselves: a place of somebody's weekly plan is not for the taking, and no week has more sessions than are prescribed.
    if !known.is_free(place, prescribed.needs) {
        return Err(invalid(
            "Somebody has this chair at that time already. Choose another place.",
        ));
    }
    if sessions_in_week(&mut tx, &wall, patient, place.day).await? >= prescribed.weekly {
        return Err(invalid(
            "That week has as many sessions as are prescribed. Move one of them, or call the unit.",
        ));
    }
    let booking = Booking {
        patient,
        hospital,
        at: &at,
        minutes: prescribed.needs.minutes,
        instead_of: row.given_up,
        plan: None,
    };
    insert(&mut tx, ctx, &booking).await?;
    end(&mut tx, ctx, (patient, hospital), "taken").await?;
    let entry = Entry::changed("diary.wait.take", Action::BookOwnSession, patient, Kind::Dialysis);
    audit::record_in(&mut tx, ctx, [entry]).await?;
    Ok(tx.commit().await?)
}
