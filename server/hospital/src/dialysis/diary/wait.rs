//! Who waits for another place, and what staff offer them. An offer holds no place: it is theirs when they take it and it is still free.

use domain::access::{Action, Subject};
use domain::dialysis::diary_typed::{self, WaitTyped};
use domain::dialysis::places::{Day, Place, Shift};
use domain::ids::{HospitalId, PatientId, UserId, WardId};
use domain::invalid::Invalid;
use domain::patients::staff_name;
use domain::time::Moment;
use uuid::Uuid;

use super::base::{Wall, begin, needs, needs_of, not_prescribed, shifts, to_date};
use super::free::{Days, Free};
use super::kept::{self, kept_of};
use super::offers::{Ended, end_offer, offered_place, one_offer_at_a_time, refused_of, wish, write_offer};
use super::whom::{Bookable, bookable};
use crate::audit::{self, Entry, Kind, Outcome};
use crate::ctx::{Ctx, Tx};
use crate::dialysis::units::{Unit, chosen, units_in};
use crate::error::{HospitalError, Result};
use crate::notices::{self, Kind as Told, Notice};
use crate::time::{from_db, to_db};

/// The most that wait on one page.
const MOST: i64 = 100;
/// How many places are proposed for each.
const PROPOSED: usize = 3;
/// How many days ahead places are sought: as far as somebody may wait.
const AHEAD: i64 = diary_typed::AHEAD;

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
    /// Until when that waits for their answer.
    pub answer_by: Option<Moment>,
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
    /// How many more wait than a page shows.
    pub more: i64,
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
            more: 0,
            others: Bookable::Listed(Vec::new()),
            shifts: Vec::new(),
            today: wall.today,
        });
    };
    let rows = sqlx::query!(
        r#"SELECT   w.id, w.patient_id, p.family_name, p.given_name, w.from_day, w.until_day, w.shift_id, w.instead_of, w.asked_at,
                    w.offered_day, w.offered_shift, w.offered_station, w.offered_until,
                    count(*) OVER () AS "all!"
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
    let more = rows.first().map_or(0, |row| row.all) - rows.len() as i64;
    let known = Days::read(&mut tx, &wall, hospital, unit.ward, (wall.today, AHEAD + 1)).await?;
    let patients: Vec<PatientId> = rows.iter().map(|row| PatientId(row.patient_id)).collect();
    let needs = needs_of(&mut tx, hospital, &patients).await?;
    let kept = kept_of(&mut tx, &wall, &patients, (wall.today, wall.today.plus(AHEAD))).await?;
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let mut refused = refused_of(&mut tx, &ids).await?;
    // What is offered to one is proposed for nobody else.
    let offered = rows
        .iter()
        .filter_map(|row| offered_place(row.offered_day, row.offered_shift, row.offered_station));
    let offered: Vec<Place> = offered.collect();
    let mut waiting = Vec::with_capacity(rows.len());
    for row in rows {
        let patient = PatientId(row.patient_id);
        let wish = wish(
            (row.from_day, row.until_day),
            (row.shift_id, row.instead_of),
            refused.remove(&row.id).unwrap_or_default(),
        );
        let own = kept.get(&patient).map(Vec::as_slice).unwrap_or_default();
        let proposed = match needs.get(&patient) {
            Some(prescribed) => known
                .free(prescribed.needs)
                .filter(|free| !offered.contains(&free.place))
                .filter(|free| wish.suits(free.place, free.hours, own, prescribed.weekly).is_ok())
                .take(PROPOSED)
                .collect(),
            None => Vec::new(),
        };
        let offered = offered_place(row.offered_day, row.offered_shift, row.offered_station);
        waiting.push(Waiting {
            id: row.id,
            patient,
            name: staff_name(&row.family_name, &row.given_name),
            days: (wish.from, wish.until),
            shift: row.shift_id.map(|shift| known.names(shift, shift).0),
            moves: own
                .iter()
                .any(|kept| kept.movable.is_some() && kept.movable == row.instead_of),
            asked_at: from_db(row.asked_at),
            offered: offered.map(|place| {
                let (shift, station) = known.names(place.shift, place.station);
                (place.day, shift, station)
            }),
            answer_by: row.offered_until.map(from_db),
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
        more,
        others,
        shifts,
        today: wall.today,
    })
}

/// Staff offer a place to somebody who waits; what was offered to them before is offered no longer. Pressed twice it is offered once.
///
/// # Errors
/// Not found for who does not wait here; a conflict when the place is taken, not for them, not what they wait for, or offered to somebody else.
pub async fn offer_one(ctx: &Ctx, ward: WardId, wait: Uuid, place: &str) -> Result<()> {
    let (mut tx, hospital) = begin(ctx, Action::PlanDiary, ward).await?;
    let none = || HospitalError::Invalid(vec![Invalid::new("place", "Choose a day, a shift and a chair.")]);
    let place = Place::parse(place).ok_or_else(none)?;
    one_offer_at_a_time(&mut tx, hospital).await?;
    let row = sqlx::query!(
        "SELECT patient_id, from_day, until_day, shift_id, instead_of, offered_day, offered_shift, offered_station, offered_until
           FROM dialysis_wait WHERE id = $1 AND ward_id = $2 AND hospital_id = $3 AND ended_at IS NULL",
        wait,
        ward.0,
        hospital.0,
    )
    .fetch_optional(&mut *tx)
    .await?
    .ok_or(HospitalError::NotFound)?;
    let patient = PatientId(row.patient_id);
    // What they refused before is not asked: they may have said otherwise since.
    let wish = wish(
        (row.from_day, row.until_day),
        (row.shift_id, row.instead_of),
        Vec::new(),
    );
    let wall = Wall::of(&mut tx, ctx, hospital).await?;
    let prescribed = needs(&mut tx, hospital, patient).await?.ok_or_else(not_prescribed)?;
    let known = Days::read(&mut tx, &wall, hospital, ward, (place.day, 1)).await?;
    let hours = known.fits(place, prescribed.needs).ok_or(HospitalError::Conflict(
        "This place is not free for them any more. Choose another.",
    ))?;
    let own = kept::own(&mut tx, &wall, patient, (place.day, place.day)).await?;
    if let Err(why) = wish.suits(place, hours, &own, prescribed.weekly) {
        return Err(HospitalError::Conflict(why.words()));
    }
    let offered = offered_place(row.offered_day, row.offered_shift, row.offered_station);
    if offered == Some(place) && row.offered_until.is_some_and(|until| from_db(until) > wall.now) {
        return Ok(tx.commit().await?);
    }
    end_offer(&mut tx, ctx, wait, None, Ended::Replaced).await?;
    if !write_offer(&mut tx, ctx, (wait, patient, hospital), (place, hours.begins)).await? {
        return Err(HospitalError::NotFound);
    }
    let entry = Entry::changed("diary.offer", Action::PlanDiary, patient, Kind::Dialysis);
    audit::record_in(&mut tx, ctx, [entry]).await?;
    Ok(tx.commit().await?)
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

/// The session that somebody would give up, which is theirs, booked and to come.
///
/// # Errors
/// Invalid for any other.
pub(super) async fn given_up(
    tx: &mut Tx,
    wall: &Wall,
    patient: PatientId,
    session: Option<Uuid>,
) -> Result<Option<Uuid>> {
    let Some(session) = session else {
        return Ok(None);
    };
    let found = sqlx::query_scalar!(
        "SELECT s.id FROM dialysis_session s WHERE s.id = $1 AND s.patient_id = $2 AND s.state = 'booked' AND lower(s.planned) > $3",
        session,
        patient.0,
        to_db(wall.now),
    )
    .fetch_optional(&mut **tx)
    .await?;
    match found {
        Some(_) => Ok(found),
        None => Err(HospitalError::Invalid(vec![Invalid::new(
            "instead_of",
            "Choose a session that is booked and to come.",
        )])),
    }
}

/// Somebody waits from now on for a place on a ward, as it was typed; `already` is told of who waits.
///
/// # Errors
/// Invalid for days that cannot be read, and for a session to give up that is not theirs or not to come; a conflict without a prescription, and for who waits already. Not found where the hospital
/// has no ward with chairs.
pub(super) async fn enlist(
    tx: &mut Tx,
    ctx: &Ctx,
    (patient, hospital): (PatientId, HospitalId),
    ward: Option<WardId>,
    typed: &WaitTyped,
    already: &'static str,
) -> Result<()> {
    let wall = Wall::of(tx, ctx, hospital).await?;
    let wanted = typed.read(wall.today).map_err(HospitalError::Invalid)?;
    needs(tx, hospital, patient).await?.ok_or_else(not_prescribed)?;
    let ward = ward.ok_or(HospitalError::NotFound)?;
    let given_up = given_up(tx, &wall, patient, wanted.instead_of).await?;
    let user = ctx.actor().user().ok_or(HospitalError::SignIn)?;
    // Who waited for days that are over waits no longer, also before the hour in which that is tidied up.
    sqlx::query!(
        "UPDATE dialysis_wait SET ended_at = $3, ended_because = 'over' WHERE patient_id = $1 AND hospital_id = $2 AND ended_at IS NULL AND until_day < $4",
        patient.0,
        hospital.0,
        to_db(ctx.now()),
        to_date(wall.today),
    )
    .execute(&mut **tx)
    .await?;
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
