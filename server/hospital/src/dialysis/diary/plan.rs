//! The weekly plan: whose place is where on which day of every week, with the days on which it is not; and the week that is booked from it.

use domain::access::{Action, Subject};
use domain::dialysis::days::Weekday;
use domain::dialysis::diary_typed::{PlanTyped, minutes};
use domain::dialysis::places::{Chair, Day, Place, Shift};
use domain::ids::{HospitalId, PatientId, WardId};
use domain::invalid::Invalid;
use domain::patients::staff_name;
use domain::typed;
use sqlx::postgres::types::PgRange;
use std::ops::Bound;
use uuid::Uuid;

use super::base::{
    self, Booking, Wall, begin, call_off, days_of, from_date, insert_by, needs, not_prescribed, one_at_a_time, to_date,
    wanted,
};
use super::whom::{Bookable, bookable};
use crate::audit::{self, Entry, Kind, Outcome};
use crate::ctx::{Ctx, Tx};
use crate::dialysis::units::{Unit, chosen, units_in};
use crate::error::{HospitalError, Result};
use crate::jobs::{self, Work};
use crate::notices::Kind as Told;
use crate::notices::whom::tell_portal;
use crate::time::to_db;

/// One line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Which.
    pub id: Uuid,
    /// Whose.
    pub patient: PatientId,
    /// `SURNAME, Given`.
    pub name: String,
    /// The day of every week.
    pub weekday: Weekday,
    /// The shift.
    pub shift: String,
    /// The chair.
    pub station: String,
    /// Minutes of treatment.
    pub minutes: i16,
    /// The first day on which it holds.
    pub from: Day,
    /// The last day on which it holds; none while no end is known.
    pub last: Option<Day>,
    /// Days to come on which it does not, and why.
    pub skipped: Vec<(Day, String)>,
}

/// The plan of one ward.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The wards whose plan the reader may write.
    pub units: Vec<Unit>,
    /// The one that is open; none when there is none.
    pub unit: Option<Unit>,
    /// The day on the wall.
    pub today: Day,
    /// When the ward dialyses.
    pub shifts: Vec<Shift>,
    /// Where.
    pub chairs: Vec<Chair>,
    /// What holds, by day of the week, shift and chair.
    pub lines: Vec<Line>,
    /// For whom dialysis is prescribed.
    pub patients: Bookable,
}

/// The weekly plan of `ward` (the first, without).
///
/// # Errors
/// Denied for who writes no diary; not found for a ward that is not theirs.
pub async fn open(ctx: &Ctx, ward: Option<WardId>) -> Result<Plan> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let mut tx = ctx.look(Action::PlanDiary).await?;
    let units = units_in(&mut tx, ctx, Action::PlanDiary).await?;
    let wall = Wall::of(&mut tx, ctx, hospital).await?;
    let unit = chosen(ctx, Action::PlanDiary, &units, ward).await?;
    let mut plan = Plan {
        units,
        unit: unit.clone(),
        today: wall.today,
        shifts: Vec::new(),
        chairs: Vec::new(),
        lines: Vec::new(),
        patients: Bookable::Listed(Vec::new()),
    };
    let Some(unit) = unit else {
        tx.commit().await?;
        return Ok(plan);
    };
    plan.shifts = base::shifts(&mut tx, unit.ward).await?;
    plan.chairs = base::chairs(&mut tx, unit.ward, wall.now, wall.now).await?;
    plan.lines = lines(&mut tx, hospital, unit.ward, wall.today).await?;
    plan.patients = bookable(&mut tx, hospital).await?;
    let subject = Subject::Ward {
        ward: unit.ward,
        hospital,
    };
    let shown = plan.lines.iter().map(|line| line.patient);
    let choice = plan.patients.listed().iter().map(|(patient, _)| *patient);
    let entry = Entry::new(Action::PlanDiary, &subject, Outcome::Allowed)
        .of(shown.chain(choice))
        .kinds(&[Kind::Demographics, Kind::Dialysis]);
    audit::record(ctx, entry).await?;
    tx.commit().await?;
    Ok(plan)
}

async fn lines(tx: &mut Tx, hospital: HospitalId, ward: WardId, today: Day) -> Result<Vec<Line>> {
    let rows = sqlx::query!(
        r#"SELECT   l.id, l.patient_id, p.family_name, p.given_name, l.weekday, s.name AS shift, c.name AS station, l.minutes, l.during,
                    ARRAY(SELECT k.day    FROM dialysis_plan_skip k WHERE k.plan_id = l.id AND k.day >= $3 ORDER BY k.day) AS "days!",
                    ARRAY(SELECT k.reason FROM dialysis_plan_skip k WHERE k.plan_id = l.id AND k.day >= $3 ORDER BY k.day) AS "reasons!"
           FROM     dialysis_plan l
           JOIN     station c        ON c.id = l.station_id AND c.ward_id = $2
           JOIN     dialysis_shift s ON s.id = l.shift_id
           JOIN     patient p        ON p.id = l.patient_id
           WHERE    l.hospital_id = $1 AND l.during && daterange($3, NULL)
           ORDER BY l.weekday, s.begins, c.name, l.id
           LIMIT    1500"#,
        hospital.0,
        ward.0,
        to_date(today),
    )
    .fetch_all(&mut **tx)
    .await?;
    let lines = rows.into_iter().filter_map(|row| {
        let (from, until) = days_of(&row.during)?;
        Some(Line {
            id: row.id,
            patient: PatientId(row.patient_id),
            name: staff_name(&row.family_name, &row.given_name),
            weekday: Weekday::of_iso(row.weekday)?,
            shift: row.shift,
            station: row.station,
            minutes: row.minutes,
            from,
            last: until.map(|until| until.plus(-1)),
            skipped: row.days.into_iter().map(from_date).zip(row.reasons).collect(),
        })
    });
    Ok(lines.collect())
}

/// One more line.
///
/// # Errors
/// Invalid for what cannot be read, for a chair that is not for them, for a place that is another's, and for a day on which they have one.
pub async fn add(ctx: &Ctx, ward: WardId, typed: &PlanTyped) -> Result<()> {
    let (mut tx, hospital) = begin(ctx, Action::PlanDiary, ward).await?;
    let wall = Wall::of(&mut tx, ctx, hospital).await?;
    let read = typed.read(wall.today).map_err(HospitalError::Invalid)?;
    let patient = PatientId(read.patient);
    let invalid = |field: &str, reason: &str| HospitalError::Invalid(vec![Invalid::new(field, reason)]);
    let prescribed = needs(&mut tx, hospital, patient).await?.ok_or_else(not_prescribed)?;
    let minutes = minutes("minutes", &typed.minutes, prescribed.needs.minutes)?;
    let shifts = base::shifts(&mut tx, ward).await?;
    let shift = shifts.iter().find(|shift| shift.id == read.shift);
    let shift = shift.ok_or_else(|| invalid("shift", "Choose a shift."))?;
    if minutes > shift.length() {
        return Err(invalid(
            "minutes",
            "The session is longer than this shift on that day. Choose another shift, or fewer minutes.",
        ));
    }
    let chairs = base::chairs(&mut tx, ward, wall.now, wall.now).await?;
    let chair = chairs.iter().find(|chair| chair.id == read.station);
    let chair = chair.ok_or_else(|| invalid("station", "Choose a chair."))?;
    // A machine that may not be used today is mended by then, and the fluid tested.
    let sound = Chair {
        unfit: None,
        not_ultrapure: false,
        no_substitution: false,
        ..chair.clone()
    };
    sound
        .suits(prescribed.needs)
        .map_err(|why| invalid("station", why.words()))?;
    let user = ctx.actor().user().ok_or(HospitalError::SignIn)?;
    let during = PgRange {
        start: Bound::Included(to_date(read.from)),
        end: read
            .last
            .map_or(Bound::Unbounded, |last| Bound::Excluded(to_date(last.plus(1)))),
    };
    one_at_a_time(&mut tx, patient, read.station).await?;
    sqlx::query!(
        "INSERT INTO dialysis_plan (id, patient_id, hospital_id, station_id, shift_id, weekday, minutes, during, made_at, made_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        Uuid::now_v7(),
        patient.0,
        hospital.0,
        read.station,
        read.shift,
        read.weekday.iso(),
        i16::try_from(minutes).unwrap_or(i16::MAX),
        during,
        to_db(ctx.now()),
        user.0,
    )
    .execute(&mut *tx)
    .await
    .map_err(|error| match HospitalError::from(error) {
        error if error.violated() == Some("dialysis_plan_station_once") => {
            invalid("station", "This place is somebody’s on that day of the week. Choose another, or end that line.")
        }
        error if error.violated() == Some("dialysis_plan_patient_once") => invalid(
            "weekday",
            "They have a place on that day of the week already. End that line first.",
        ),
        error => base::refused(error),
    })?;
    // What is promised from now on is offered no longer.
    jobs::enqueue(&mut tx, ctx, Work::CheckOffers { hospital: hospital.0 }).await?;
    tell_portal(&mut tx, ctx, patient, Told::DialysisChanged).await?;
    let entry = Entry::changed("diary.plan.add", Action::PlanDiary, patient, Kind::Dialysis);
    audit::record_in(&mut tx, ctx, [entry]).await?;
    Ok(tx.commit().await?)
}

/// It holds no longer, from today on. What is booked of it already stays, and is called off by itself.
///
/// # Errors
/// Not found for a line that is not there or holds no longer.
pub async fn end(ctx: &Ctx, ward: WardId, line: Uuid) -> Result<()> {
    let (mut tx, hospital) = begin(ctx, Action::PlanDiary, ward).await?;
    let wall = Wall::of(&mut tx, ctx, hospital).await?;
    let user = ctx.actor().user().ok_or(HospitalError::SignIn)?;
    let patient = sqlx::query_scalar!(
        "UPDATE dialysis_plan
            SET during = daterange(lower(during), greatest(lower(during), $4)), ended_at = $5, ended_by = $6
          WHERE id = $1 AND hospital_id = $2 AND ended_at IS NULL AND station_id IN (SELECT c.id FROM station c WHERE c.ward_id = $3)
         RETURNING patient_id",
        line,
        hospital.0,
        ward.0,
        to_date(wall.today),
        to_db(ctx.now()),
        user.0,
    )
    .fetch_optional(&mut *tx)
    .await?;
    let patient = PatientId(patient.ok_or(HospitalError::NotFound)?);
    tell_portal(&mut tx, ctx, patient, Told::DialysisChanged).await?;
    let entry = Entry::changed("diary.plan.end", Action::PlanDiary, patient, Kind::Dialysis);
    audit::record_in(&mut tx, ctx, [entry]).await?;
    Ok(tx.commit().await?)
}

/// On one day it does not hold. A session that is booked of it for that day is called off.
///
/// # Errors
/// Not found for a line that is not there; invalid for a day that is over or on which it does not hold, and without a reason.
pub async fn skip(ctx: &Ctx, ward: WardId, line: Uuid, day: &str, reason: &str) -> Result<()> {
    let (mut tx, hospital) = begin(ctx, Action::PlanDiary, ward).await?;
    let wall = Wall::of(&mut tx, ctx, hospital).await?;
    let row = sqlx::query!(
        "SELECT p.patient_id, p.weekday, p.during
         FROM   dialysis_plan p
         JOIN   station c ON c.id = p.station_id AND c.ward_id = $3
         WHERE  p.id = $1 AND p.hospital_id = $2",
        line,
        hospital.0,
        ward.0,
    )
    .fetch_optional(&mut *tx)
    .await?
    .ok_or(HospitalError::NotFound)?;
    let (from, until) = days_of(&row.during).ok_or(HospitalError::NotFound)?;
    let day = Day::parse(day).filter(|day| {
        let holds = day.weekday().iso() == row.weekday && from <= *day && until.is_none_or(|until| *day < until);
        holds && *day >= wall.today
    });
    let mut faults = Vec::new();
    if day.is_none() {
        let fault = "Enter a day to come on which this line holds, such as 2026-11-30.";
        faults.push(Invalid::new("day", fault));
    }
    let reason = typed::words("reason", "why", reason).map_err(|fault| faults.push(fault));
    let (Some(day), Ok(reason)) = (day, reason) else {
        return Err(HospitalError::Invalid(faults));
    };
    let user = ctx.actor().user().ok_or(HospitalError::SignIn)?;
    sqlx::query!(
        "INSERT INTO dialysis_plan_skip (plan_id, day, reason, made_at, made_by) VALUES ($1, $2, $3, $4, $5)",
        line,
        to_date(day),
        reason,
        to_db(ctx.now()),
        user.0,
    )
    .execute(&mut *tx)
    .await
    .map_err(|error| match HospitalError::from(error) {
        error if error.violated() == Some("dialysis_plan_skip_pkey") => {
            HospitalError::Conflict("This day is left out already.")
        }
        error if error.violated() == Some("dialysis_plan_skip_reason_form") => {
            HospitalError::Invalid(vec![Invalid::new("reason", "Use 3 to 200 characters here.")])
        }
        error => error,
    })?;
    let booked = sqlx::query_scalar!(
        "SELECT s.id FROM dialysis_session s WHERE s.plan_id = $1 AND s.plan_day = $2 AND s.state = 'booked'",
        line,
        to_date(day),
    )
    .fetch_optional(&mut *tx)
    .await?;
    let patient = PatientId(row.patient_id);
    if let Some(session) = booked {
        call_off(&mut tx, ctx, session, "other", Some(&reason)).await?;
        jobs::enqueue(&mut tx, ctx, Work::OfferPlace { session }).await?;
    }
    tell_portal(&mut tx, ctx, patient, Told::DialysisChanged).await?;
    let entry = Entry::changed("diary.plan.skip", Action::PlanDiary, patient, Kind::Dialysis);
    audit::record_in(&mut tx, ctx, [entry]).await?;
    Ok(tx.commit().await?)
}

/// What came of a week that was planned.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Planned {
    /// Sessions that were booked.
    pub booked: usize,
    /// Places that could not be booked: whose, on which day, and why.
    pub refused: Vec<(String, Day, String)>,
}

/// Books the days of the week of `day` that are to come from the plan. What was booked, moved or called off before is left as it is, so doing it twice is doing it once.
///
/// # Errors
/// Denied for who writes no diary.
pub async fn plan_week(ctx: &Ctx, ward: WardId, day: Day) -> Result<Planned> {
    let (mut tx, hospital) = begin(ctx, Action::PlanDiary, ward).await?;
    let wall = Wall::of(&mut tx, ctx, hospital).await?;
    let first = day.monday();
    let rows = sqlx::query!(
        r#"SELECT   l.id, l.patient_id, l.station_id, l.shift_id, l.weekday, l.minutes, l.during, p.family_name, p.given_name,
                    ARRAY(SELECT k.day      FROM dialysis_plan_skip k WHERE k.plan_id = l.id AND k.day BETWEEN $3 AND $4
                          UNION
                          SELECT s.plan_day FROM dialysis_session s   WHERE s.plan_id = l.id AND s.plan_day BETWEEN $3 AND $4) AS "known!: Vec<time::Date>"
           FROM     dialysis_plan l
           JOIN     station c ON c.id = l.station_id AND c.ward_id = $2 AND c.retired_at IS NULL
           JOIN     patient p ON p.id = l.patient_id
           WHERE    l.hospital_id = $1 AND l.during && daterange($3, $4, '[]')
           ORDER BY l.weekday, l.id
           LIMIT    1500"#,
        hospital.0,
        ward.0,
        to_date(first),
        to_date(first.plus(6)),
    )
    .fetch_all(&mut *tx)
    .await?;
    tx.commit().await?;
    let (mut planned, mut failed) = (Planned::default(), None);
    for row in rows {
        let Some((from, until)) = days_of(&row.during) else {
            continue;
        };
        let day = first.plus(i64::from(row.weekday) - 1);
        let holds = day >= wall.today && from <= day && until.is_none_or(|until| day < until);
        if !holds || row.known.iter().any(|known| from_date(*known) == day) {
            continue;
        }
        let place = Place {
            day,
            shift: row.shift_id,
            station: row.station_id,
        };
        let minutes = u16::try_from(row.minutes).unwrap_or(240);
        let why = match book_line(ctx, ward, PatientId(row.patient_id), (row.id, day), place, minutes).await {
            Ok(()) => {
                planned.booked += 1;
                continue;
            }
            Err(HospitalError::Invalid(faults)) => {
                faults.into_iter().next().map(|fault| fault.reason).unwrap_or_default()
            }
            Err(HospitalError::Conflict(why)) => why.to_owned(),
            Err(error) => {
                failed = Some(error);
                break;
            }
        };
        let name = staff_name(&row.family_name, &row.given_name);
        planned.refused.push((name, day, why));
    }
    if planned.booked > 0 {
        let (tx, hospital) = begin(ctx, Action::PlanDiary, ward).await?;
        look_once(tx, ctx, hospital).await?;
    }
    failed.map_or(Ok(planned), Err)
}

/// Of all that was booked in one turn the house looks once at what is offered. Each day is booked in a transaction of its own, and a look that one of them leaves would be over before the
/// last is booked: so it is left after all of them. A house that ends in between looks everywhere as it begins again.
pub(super) async fn look_once(mut tx: Tx, ctx: &Ctx, hospital: HospitalId) -> Result<()> {
    jobs::enqueue(&mut tx, ctx, Work::CheckOffers { hospital: hospital.0 }).await?;
    Ok(tx.commit().await?)
}

/// One day of one line, in a transaction of its own: one place that is taken keeps nobody else from theirs.
async fn book_line(
    ctx: &Ctx,
    ward: WardId,
    patient: PatientId,
    plan: (Uuid, Day),
    place: Place,
    minutes: u16,
) -> Result<()> {
    let (tx, hospital) = begin(ctx, Action::PlanDiary, ward).await?;
    let user = ctx.actor().user().ok_or(HospitalError::SignIn)?;
    let line = Due {
        ward,
        patient,
        plan,
        place,
        minutes,
        by: user.0,
    };
    book_due(tx, ctx, (hospital, Action::PlanDiary), &line).await
}

/// A day of a line that is to be booked.
pub(super) struct Due {
    pub ward: WardId,
    pub patient: PatientId,
    /// The line, and for which day.
    pub plan: (Uuid, Day),
    pub place: Place,
    pub minutes: u16,
    /// In whose name.
    pub by: Uuid,
}

/// Books it, for who has begun `tx` with that right. What is booked of the line for that day already stays as it is.
pub(super) async fn book_due(mut tx: Tx, ctx: &Ctx, (hospital, right): (HospitalId, Action), line: &Due) -> Result<()> {
    let wall = Wall::of(&mut tx, ctx, hospital).await?;
    one_at_a_time(&mut tx, line.patient, line.place.station).await?;
    let prescribed = needs(&mut tx, hospital, line.patient)
        .await?
        .ok_or_else(not_prescribed)?;
    let at = wanted(&mut tx, &wall, line.ward, line.place).await?;
    if let Err(why) = at.chair.suits(prescribed.needs) {
        return Err(HospitalError::Invalid(vec![Invalid::new("place", why.words())]));
    }
    let booking = Booking {
        patient: line.patient,
        hospital,
        at: &at,
        minutes: line.minutes,
        instead_of: None,
        plan: Some(line.plan),
    };
    match insert_by(&mut tx, ctx, &booking, line.by).await {
        Ok(_) => {}
        // Somebody pressed the same button at the same moment.
        Err(error) if error.violated() == Some("dialysis_session_plan_once") => return Ok(()),
        Err(error) => return Err(error),
    }
    let entry = Entry::changed("diary.plan.book", right, line.patient, Kind::Dialysis);
    audit::record_in(&mut tx, ctx, [entry]).await?;
    Ok(tx.commit().await?)
}
