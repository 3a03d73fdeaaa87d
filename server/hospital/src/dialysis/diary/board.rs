//! Some days of a ward's chairs: who sits where, and who is promised what.

use domain::access::{Action, Subject};
use domain::dialysis::places::{Chair, Day, Hours, Shift};
use domain::dialysis::session::Stage;
use domain::ids::{HospitalId, PatientId, WardId};
use domain::patients::staff_name;
use uuid::Uuid;

use super::base::{self, Wall, days_of, from_date, hours_of, range, to_date};
use super::whom::{Bookable, bookable};
use crate::audit::{self, Entry, Kind, Outcome};
use crate::ctx::{Ctx, Tx};
use crate::dialysis::units::{Unit, chosen, units_in};
use crate::error::{HospitalError, Result};
use crate::time::to_db;

/// Days of a page.
pub const DAYS: i64 = 7;

/// Who has a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sits {
    /// A session.
    Session {
        /// Which.
        id: Uuid,
        /// How far it is.
        stage: Stage,
        /// Minutes of treatment.
        minutes: i16,
        /// Chair and machine are kept for it so long.
        hours: Hours,
    },
    /// A line of the weekly plan that is not booked for that day yet.
    Promised {
        /// Which line.
        plan: Uuid,
    },
}

/// One entry of the diary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The day on which it begins.
    pub day: Day,
    /// The shift; none for a session that lies in no shift.
    pub shift: Option<Uuid>,
    /// The chair.
    pub station: Uuid,
    /// Whose.
    pub patient: PatientId,
    /// `SURNAME, Given`.
    pub name: String,
    /// What it is.
    pub sits: Sits,
    /// They need a chair apart, and this is none: said to who plans.
    pub not_apart: bool,
    /// Whether the other side confirmed it.
    pub confirmed: bool,
    /// Whether the unit confirms it: the patient booked it by themselves, and nobody did yet.
    pub to_confirm: bool,
}

/// Some days of one ward.
#[derive(Clone, Debug)]
pub struct Board {
    /// The wards whose diary the reader may open.
    pub units: Vec<Unit>,
    /// The one that is open; none when there is none.
    pub unit: Option<Unit>,
    /// The day on the wall.
    pub today: Day,
    /// The first day that is shown, a Monday.
    pub first: Day,
    /// When the ward dialyses.
    pub shifts: Vec<Shift>,
    /// Where.
    pub chairs: Vec<Chair>,
    /// Who, by day, then shift.
    pub cells: Vec<Cell>,
    /// Places that are over, by day and shift: nothing is changed in them.
    pub over: Vec<(Day, Uuid)>,
    /// Whom the reader may book, by name: for whom dialysis is prescribed. None for who reads only.
    pub patients: Option<Bookable>,
    /// How many wait for a place.
    pub waiting: i64,
    /// Whether the reader opens the pages of who sits there: who books for the hospital does not.
    pub reads_charts: bool,
}

/// The week in which `day` lies (this one, without), of `ward` (the first, without). The look is recorded, with everybody who is shown.
///
/// # Errors
/// Denied for who reads no diary; not found for a ward that is not theirs.
pub async fn open(ctx: &Ctx, ward: Option<WardId>, day: Option<Day>) -> Result<Board> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let mut tx = ctx.look(Action::ReadDiary).await?;
    let units = units_in(&mut tx, ctx, Action::ReadDiary).await?;
    let wall = Wall::of(&mut tx, ctx, hospital).await?;
    let first = day.unwrap_or(wall.today).monday();
    let unit = chosen(ctx, Action::ReadDiary, &units, ward).await?;
    let mut board = Board {
        units,
        today: wall.today,
        first,
        shifts: Vec::new(),
        chairs: Vec::new(),
        cells: Vec::new(),
        over: Vec::new(),
        patients: None,
        waiting: 0,
        reads_charts: ctx.may_at_all(Action::ReadDialysis),
        unit: unit.clone(),
    };
    let Some(unit) = unit else {
        tx.commit().await?;
        return Ok(board);
    };
    board.shifts = base::shifts(&mut tx, unit.ward).await?;
    board.chairs = base::chairs(&mut tx, unit.ward, wall.now, wall.now).await?;
    for day in (0..DAYS).map(|days| first.plus(days)) {
        let over = board.shifts.iter().filter(|shift| {
            let hours = wall.hours(shift, day);
            hours.is_none_or(|hours| hours.ends <= wall.now)
        });
        let over: Vec<(Day, Uuid)> = over.map(|shift| (day, shift.id)).collect();
        board.over.extend(over);
    }
    board.cells = cells(&mut tx, &wall, hospital, unit.ward, &board.shifts, first).await?;
    let subject = Subject::Ward {
        ward: unit.ward,
        hospital,
    };
    if ctx.may(Action::PlanDiary, &subject) {
        board.patients = Some(bookable(&mut tx, hospital).await?);
        board.waiting = sqlx::query_scalar!(
            r#"SELECT count(*) AS "waiting!" FROM dialysis_wait WHERE ward_id = $1 AND ended_at IS NULL"#,
            unit.ward.0
        )
        .fetch_one(&mut *tx)
        .await?;
    } else {
        board.cells.iter_mut().for_each(|cell| cell.not_apart = false);
    }
    let shown = board.cells.iter().map(|cell| cell.patient);
    let choice = board
        .patients
        .iter()
        .flat_map(Bookable::listed)
        .map(|(patient, _)| *patient);
    let entry = Entry::new(Action::ReadDiary, &subject, Outcome::Allowed)
        .of(shown.chain(choice))
        .kinds(&[Kind::Demographics]);
    audit::record(ctx, entry).await?;
    tx.commit().await?;
    Ok(board)
}

async fn cells(
    tx: &mut Tx,
    wall: &Wall,
    hospital: HospitalId,
    ward: WardId,
    shifts: &[Shift],
    first: Day,
) -> Result<Vec<Cell>> {
    let Some(within) = wall.days(first, DAYS) else {
        return Ok(Vec::new());
    };
    let rows = sqlx::query!(
        r#"SELECT   s.id, s.station_id, s.patient_id, s.planned, s.minutes, s.state, s.plan_id, s.plan_day, p.family_name, p.given_name,
                    CASE WHEN s.state IN ('booked', 'checked_in') AND upper(s.planned) > $4 AND NOT c.isolation
                         THEN isolation_needed(s.patient_id, s.hospital_id) ELSE false END AS "not_apart!",
                    EXISTS (SELECT FROM session_confirmed f WHERE f.session_id = s.id) AS "confirmed!",
                    s.state = 'booked' AND lower(s.planned) > $4
                    AND EXISTS (SELECT FROM portal_account a WHERE a.user_id = s.booked_by AND a.patient_id = s.patient_id AND a.hospital_id = s.hospital_id) AS "booked_own!"
           FROM     dialysis_session s
           JOIN     station c ON c.id = s.station_id AND c.ward_id = $2
           JOIN     patient p ON p.id = s.patient_id
           WHERE    s.hospital_id = $1 AND s.planned && $3
           ORDER BY lower(s.planned), c.name
           LIMIT    1500"#,
        hospital.0,
        ward.0,
        range(within),
        to_db(wall.now),
    )
    .fetch_all(&mut **tx)
    .await?;
    let mut cells = Vec::new();
    let mut booked = Vec::new();
    for row in rows {
        booked.extend(row.plan_id.zip(row.plan_day.map(from_date)));
        let stage = Stage::parse(&row.state).filter(|stage| *stage != Stage::Cancelled);
        let Some((hours, stage)) = hours_of(&row.planned).zip(stage) else {
            continue;
        };
        let (day, shift) = shift_of(wall, shifts, hours);
        if day < first {
            continue;
        }
        cells.push(Cell {
            day,
            shift,
            station: row.station_id,
            patient: PatientId(row.patient_id),
            name: staff_name(&row.family_name, &row.given_name),
            sits: Sits::Session {
                id: row.id,
                stage,
                minutes: row.minutes,
                hours,
            },
            not_apart: row.not_apart,
            confirmed: row.confirmed,
            to_confirm: row.booked_own && !row.confirmed,
        });
    }
    let lines = sqlx::query!(
        "SELECT   l.id, l.station_id, l.shift_id, l.weekday, l.during, l.patient_id, p.family_name, p.given_name,
                  ARRAY(SELECT k.day FROM dialysis_plan_skip k WHERE k.plan_id = l.id AND k.day BETWEEN $3 AND $4) AS \"skipped!\",
                  CASE WHEN NOT c.isolation THEN isolation_needed(l.patient_id, l.hospital_id) ELSE false END AS \"not_apart!\"
         FROM     dialysis_plan l
         JOIN     station c ON c.id = l.station_id AND c.ward_id = $2
         JOIN     patient p ON p.id = l.patient_id
         WHERE    l.hospital_id = $1 AND l.during && daterange($3, $4, '[]')
         ORDER BY c.name, l.id
         LIMIT    1500",
        hospital.0,
        ward.0,
        to_date(first.max(wall.today)),
        to_date(first.plus(DAYS - 1).max(wall.today)),
    )
    .fetch_all(&mut **tx)
    .await?;
    for row in lines {
        let Some((from, until)) = days_of(&row.during) else {
            continue;
        };
        let day = first.plus(i64::from(row.weekday) - 1);
        let holds = day >= wall.today && from <= day && until.is_none_or(|until| day < until);
        let skipped = row.skipped.iter().any(|skipped| from_date(*skipped) == day);
        if !holds || skipped || booked.contains(&(row.id, day)) {
            continue;
        }
        cells.push(Cell {
            day,
            shift: Some(row.shift_id),
            station: row.station_id,
            patient: PatientId(row.patient_id),
            name: staff_name(&row.family_name, &row.given_name),
            sits: Sits::Promised { plan: row.id },
            not_apart: row.not_apart,
            confirmed: false,
            to_confirm: false,
        });
    }
    Ok(cells)
}

/// The day and the shift in which a session lies: the shift with which it has most time in common.
pub(super) fn shift_of(wall: &Wall, shifts: &[Shift], hours: Hours) -> (Day, Option<Uuid>) {
    let day = wall.day(hours.begins);
    let common = |day: Day, shift: &Shift| {
        let whole = wall.hours(shift, day)?;
        let seconds = hours.ends.min(whole.ends).seconds_since(hours.begins.max(whole.begins));
        (seconds > 0.0).then_some((seconds as i64, day, shift.id))
    };
    // One that goes on past midnight began the day before.
    let found = [day, day.plus(-1)]
        .into_iter()
        .flat_map(|day| shifts.iter().filter_map(move |shift| common(day, shift)));
    match found.max_by_key(|(seconds, ..)| *seconds) {
        Some((_, day, shift)) => (day, Some(shift)),
        None => (day, None),
    }
}
