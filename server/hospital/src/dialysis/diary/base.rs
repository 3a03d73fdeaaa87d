//! What several verbs of the diary read: the clock on the wall, shifts, chairs, what is taken, what somebody needs; and how a session is written.

use domain::access::{Action, Subject};
use domain::actor::Actor;
use domain::dialysis::days::Weekday;
use domain::dialysis::infection::{Agent, Agents};
use domain::dialysis::places::{Chair, Day, Hours, Place, Promise, Shift, Taken, Unsuitable};
use domain::ids::{HospitalId, PatientId, WardId};
use domain::invalid::Invalid;
use domain::time::Moment;
use sqlx::postgres::types::PgRange;
use std::ops::Bound;
use time::Date;
use uuid::Uuid;

pub(super) use super::needed::{needs, needs_of, not_prescribed};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::organisation::{on_the_wall, zone};
pub(super) use crate::time::{from_date, to_date};
use crate::time::{from_db, to_db};

/// The clock on the wall of a hospital.
#[derive(Clone, Debug)]
pub(super) struct Wall {
    zone: String,
    /// The time.
    pub now: Moment,
    /// The day it shows.
    pub today: Day,
}

impl Wall {
    /// Of this hospital, now.
    pub async fn of(tx: &mut Tx, ctx: &Ctx, hospital: HospitalId) -> Result<Self> {
        let zone = sqlx::query_scalar!("SELECT zone FROM hospital WHERE id = $1", hospital.0)
            .fetch_one(&mut **tx)
            .await?;
        let now = ctx.now();
        let mut wall = Self {
            zone,
            now,
            today: Day(0),
        };
        wall.today = wall.day(now);
        Ok(wall)
    }

    /// The day that it shows at a moment.
    pub fn day(&self, at: Moment) -> Day {
        let civil = zone(&self.zone, at).civil(at);
        Day::of(civil.year, civil.month, civil.day).unwrap_or_default()
    }

    /// When a shift of a day begins and ends.
    pub fn hours(&self, shift: &Shift, day: Day) -> Option<Hours> {
        let last = if shift.goes_on() { day.plus(1) } else { day };
        let hours = Hours {
            begins: on_the_wall(&self.zone, day.date(), shift.begins)?,
            ends: on_the_wall(&self.zone, last.date(), shift.ends)?,
        };
        (hours.begins < hours.ends).then_some(hours)
    }

    /// From midnight to midnight.
    pub fn days(&self, first: Day, days: i64) -> Option<Hours> {
        Some(Hours {
            begins: on_the_wall(&self.zone, first.date(), 0)?,
            ends: on_the_wall(&self.zone, first.plus(days).date(), 0)?,
        })
    }
}

/// As `tstzrange`.
pub(super) fn range(hours: Hours) -> PgRange<time::OffsetDateTime> {
    PgRange {
        start: Bound::Included(to_db(hours.begins)),
        end: Bound::Excluded(to_db(hours.ends)),
    }
}

/// From `tstzrange`.
pub(super) fn hours_of(range: &PgRange<time::OffsetDateTime>) -> Option<Hours> {
    let (Bound::Included(begins) | Bound::Excluded(begins), Bound::Excluded(ends) | Bound::Included(ends)) =
        (&range.start, &range.end)
    else {
        return None;
    };
    Some(Hours {
        begins: from_db(*begins),
        ends: from_db(*ends),
    })
}

/// The transaction of somebody who writes the diary of `ward`.
///
/// # Errors
/// Denied for who does not; not found for a ward of another hospital.
pub(super) async fn begin(ctx: &Ctx, action: Action, ward: WardId) -> Result<(Tx, HospitalId)> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let mut tx = ctx.begin(action, &Subject::Ward { ward, hospital }).await?;
    let is_here = sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT FROM ward w WHERE w.id = $1 AND w.hospital_id = $2) AS "is_here!""#,
        ward.0,
        hospital.0
    )
    .fetch_one(&mut *tx)
    .await?;
    match is_here {
        true => Ok((tx, hospital)),
        false => Err(HospitalError::NotFound),
    }
}

/// When the ward dialyses, by the clock.
pub(super) async fn shifts(tx: &mut Tx, ward: WardId) -> Result<Vec<Shift>> {
    let rows = sqlx::query!(
        "SELECT   s.id, s.name, s.begins, s.ends
         FROM     dialysis_shift s
         WHERE    s.ward_id = $1 AND s.ended_at IS NULL
         ORDER BY s.begins, s.name
         LIMIT    12",
        ward.0
    )
    .fetch_all(&mut **tx)
    .await?;
    let shifts = rows.into_iter().map(|row| Shift {
        id: row.id,
        name: row.name,
        begins: u16::try_from(row.begins).unwrap_or(0),
        ends: u16::try_from(row.ends).unwrap_or(0),
    });
    Ok(shifts.collect())
}

/// The chairs of the ward, each with the machine that stands there and why it may not be booked for `at`.
pub(super) async fn chairs(tx: &mut Tx, ward: WardId, now: Moment, at: Moment) -> Result<Vec<Chair>> {
    let rows = sqlx::query!(
        r#"SELECT   s.id, s.name, s.isolation, s.hdf, m.device_id AS "machine?", m.kept_for AS "kept_for?",
                    CASE WHEN m.device_id IS NOT NULL THEN device_unfit_to_book(m.device_id, $3) END AS unfit,
                    (m.device_id IS NOT NULL AND device_unfit_for_ultrapure(m.device_id, false) IS NOT NULL) AS "not_ultrapure!",
                    (m.device_id IS NOT NULL AND device_unfit_to_substitute(m.device_id, false) IS NOT NULL) AS "no_substitution!"
           FROM     station s
           LEFT JOIN LATERAL (
                    SELECT a.device_id, d.kept_for
                      FROM device_assignment a
                      JOIN device d ON d.id = a.device_id AND d.kind = 'dialysis'
                     WHERE a.bed_id = s.bed_id AND a.during @> $2::timestamptz
                     ORDER BY a.device_id LIMIT 1) m ON true
           WHERE    s.ward_id = $1 AND s.retired_at IS NULL
           ORDER BY s.name
           LIMIT    60"#,
        ward.0,
        to_db(now),
        to_db(at),
    )
    .fetch_all(&mut **tx)
    .await?;
    let kept = sqlx::query_scalar!(
        r#"SELECT DISTINCT d.kept_for AS "kept_for!"
             FROM ward w
             JOIN device d ON d.hospital_id = w.hospital_id AND d.kept_for IS NOT NULL AND d.kind = 'dialysis' AND d.status <> 'inactive'
            WHERE w.id = $1 AND device_in_ward(d.id, w.id)"#,
        ward.0,
    )
    .fetch_all(&mut **tx)
    .await?;
    let kept_here: Agents = kept.iter().filter_map(|agent| Agent::parse(agent)).collect();
    let chairs = rows.into_iter().map(|row| Chair {
        id: row.id,
        name: row.name,
        isolation: row.isolation,
        hdf: row.hdf,
        machine: row.machine,
        unfit: row.unfit,
        not_ultrapure: row.not_ultrapure,
        no_substitution: row.no_substitution,
        kept_for: row.kept_for.as_deref().and_then(Agent::parse),
        kept_here,
    });
    Ok(chairs.collect())
}

/// What is taken on these days: sat in, and promised by the weekly plan.
pub(super) async fn taken(tx: &mut Tx, wall: &Wall, hospital: HospitalId, first: Day, days: i64) -> Result<Taken> {
    // A night of the day before and of the last day.
    let Some(hours) = wall.days(first.plus(-1), days + 2) else {
        return Ok(Taken::default());
    };
    let rows = sqlx::query!(
        r#"SELECT b.station_id AS "station!", b.planned AS "planned!" FROM station_busy($1, $2) AS b LIMIT $3"#,
        hospital.0,
        range(hours),
        // Sixty chairs of twelve shifts a day fit, so that no chair that is taken is left out.
        i64::max(8_000, (days + 2) * 1_000),
    )
    .fetch_all(&mut **tx)
    .await?;
    let busy = rows
        .into_iter()
        .filter_map(|row| Some((row.station, hours_of(&row.planned)?)));
    let within = PgRange {
        start: Bound::Included(to_date(first.plus(-1))),
        end: Bound::Excluded(to_date(first.plus(days + 1))),
    };
    let rows = sqlx::query!(
        r#"SELECT p.station_id AS "station!", p.shift_id AS "shift!", p.weekday AS "weekday!", p.during AS "during!", p.skipped AS "skipped!"
             FROM station_promised($1, $2) AS p
            LIMIT 4000"#,
        hospital.0,
        within,
    )
    .fetch_all(&mut **tx)
    .await?;
    let promised = rows.into_iter().filter_map(|row| {
        let (from, until) = days_of(&row.during)?;
        Some(Promise {
            station: row.station,
            shift: row.shift,
            weekday: Weekday::of_iso(row.weekday)?,
            from,
            until,
            skipped: row.skipped.into_iter().map(from_date).collect(),
        })
    });
    Ok(Taken {
        busy: busy.collect(),
        promised: promised.collect(),
    })
}

/// From `daterange`: the first day, and the first that is in it no longer.
pub(super) fn days_of(range: &PgRange<Date>) -> Option<(Day, Option<Day>)> {
    let from = match range.start {
        Bound::Included(from) => from_date(from),
        Bound::Excluded(before) => from_date(before).plus(1),
        Bound::Unbounded => return None,
    };
    let until = match range.end {
        Bound::Excluded(until) => Some(from_date(until)),
        Bound::Included(last) => Some(from_date(last).plus(1)),
        Bound::Unbounded => None,
    };
    Some((from, until))
}

/// A place that somebody wants, as it is.
#[derive(Clone, Debug)]
pub(super) struct Wanted {
    /// Which.
    pub place: Place,
    /// When.
    pub hours: Hours,
    /// The chair.
    pub chair: Chair,
}

/// The place on `ward`.
///
/// # Errors
/// Invalid for one that is not there; and for one that is over.
pub(super) async fn wanted(tx: &mut Tx, wall: &Wall, ward: WardId, place: Place) -> Result<Wanted> {
    let nowhere = || HospitalError::Invalid(vec![Invalid::new("place", "Choose a day, a shift and a chair.")]);
    let shifts = shifts(tx, ward).await?;
    let shift = shifts
        .iter()
        .find(|shift| shift.id == place.shift)
        .ok_or_else(nowhere)?;
    let hours = wall.hours(shift, place.day).ok_or_else(nowhere)?;
    if hours.ends <= wall.now {
        return Err(is_past());
    }
    let chairs = chairs(tx, ward, wall.now, hours.begins).await?;
    let chair = chairs
        .into_iter()
        .find(|chair| chair.id == place.station)
        .ok_or_else(nowhere)?;
    Ok(Wanted { place, hours, chair })
}

/// That it lies in the past.
pub(super) fn is_past() -> HospitalError {
    HospitalError::Invalid(vec![Invalid::new(
        "place",
        "This lies in the past. Choose a place that is to come.",
    )])
}

/// A session to write.
#[derive(Clone, Debug)]
pub(super) struct Booking<'a> {
    /// Whose.
    pub patient: PatientId,
    /// Where.
    pub hospital: HospitalId,
    /// Which place.
    pub at: &'a Wanted,
    /// Minutes of treatment.
    pub minutes: u16,
    /// Moved: the session that was called off for it.
    pub instead_of: Option<Uuid>,
    /// The line of the plan that it is of, and for which day.
    pub plan: Option<(Uuid, Day)>,
}

/// Whoever books for the same person or at the same chair waits here, so that one of them finds the place taken rather than both each other.
pub(super) async fn one_at_a_time(tx: &mut Tx, patient: PatientId, station: Uuid) -> Result<()> {
    sqlx::query!(
        "SELECT pg_advisory_xact_lock(hashtextextended($1, 7))::text AS held",
        patient.to_string()
    )
    .fetch_one(&mut **tx)
    .await?;
    sqlx::query!(
        "SELECT pg_advisory_xact_lock(hashtextextended($1, 8))::text AS held",
        station.to_string()
    )
    .fetch_one(&mut **tx)
    .await?;
    Ok(())
}

/// Writes it.
///
/// # Errors
/// Invalid where the database finds chair, machine or person taken, the session too long for the shift, or the place over.
pub(super) async fn insert(tx: &mut Tx, ctx: &Ctx, booking: &Booking<'_>) -> Result<Uuid> {
    let user = ctx.actor().user().ok_or(HospitalError::SignIn)?;
    insert_by(tx, ctx, booking, user.0).await
}

/// The same in the name of `user`, for the house's own work.
///
/// # Errors
/// As [`insert`].
pub(super) async fn insert_by(tx: &mut Tx, ctx: &Ctx, booking: &Booking<'_>, user: Uuid) -> Result<Uuid> {
    let id = Uuid::now_v7();
    let written = sqlx::query!(
        "INSERT INTO dialysis_session (id, patient_id, hospital_id, station_id, device_id, planned, minutes, booked_at, booked_by, instead_of, plan_id, plan_day)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        id,
        booking.patient.0,
        booking.hospital.0,
        booking.at.place.station,
        booking.at.chair.machine,
        range(booking.at.hours),
        i16::try_from(booking.minutes).unwrap_or(i16::MAX),
        to_db(ctx.now()),
        user,
        booking.instead_of,
        booking.plan.map(|(plan, _)| plan),
        booking.plan.map(|(_, day)| to_date(day)),
    )
    .execute(&mut **tx)
    .await;
    written.map_err(|error| refused(error.into()))?;
    Ok(id)
}

/// The sentence for a rule of the database.
pub(super) fn refused(error: HospitalError) -> HospitalError {
    let (field, reason) = match error.violated() {
        Some("dialysis_session_station_free") => (
            "place",
            "Somebody has this chair at that time already. Choose another place.",
        ),
        Some("dialysis_session_station_retired") => ("place", "Choose a day, a shift and a chair."),
        Some("dialysis_session_device_free") => (
            "place",
            "The machine at this chair is booked at that time already. Choose another place.",
        ),
        Some("dialysis_session_patient_free") => (
            "patient",
            "They have a session at that time already. Move that one instead.",
        ),
        Some("dialysis_session_fits") => (
            "minutes",
            "The session is longer than this shift on that day. Choose another shift, or fewer minutes.",
        ),
        Some("dialysis_session_not_past" | "session_cancelled_not_past") => {
            ("place", "This lies in the past. Choose a place that is to come.")
        }
        Some("session_cancelled_in_order" | "dialysis_session_moved_once") => {
            return HospitalError::Conflict(
                "This session is under way, over, or called off already. Load the page again.",
            );
        }
        Some("registration_active") => return HospitalError::Conflict("They are a patient here no longer."),
        Some("patient_merge_leads_elsewhere") => {
            return HospitalError::Conflict("This record was joined to another. Book in that one.");
        }
        Some("dialysis_session_device_kind" | "dialysis_session_device_ward") => (
            "place",
            "What stands at this chair is no dialysis machine of this ward. Choose another chair.",
        ),
        Some("dialysis_session_device_kept") => (
            "place",
            "The machine at this chair is kept for an infection that was not found in them. Choose another chair.",
        ),
        Some("dialysis_session_device_not_kept") => (
            "place",
            "This ward keeps machines for what was found in them, and at this chair stands none of these. Choose another chair.",
        ),
        Some("dialysis_session_device_ultrapure_failed" | "dialysis_session_device_ultrapure_missing") => {
            ("place", Unsuitable::NotUltrapure.words())
        }
        // Which reason it is tells the page of the machine.
        Some(name) if name.starts_with("dialysis_session_device_") => (
            "place",
            "The machine at this chair may not be used. Choose another chair.",
        ),
        _ => return error,
    };
    HospitalError::Invalid(vec![Invalid::new(field, reason)])
}

/// Calls a session off, for `reason` as the database names it.
pub(super) async fn call_off(tx: &mut Tx, ctx: &Ctx, session: Uuid, reason: &str, note: Option<&str>) -> Result<()> {
    let user = ctx.actor().user().ok_or(HospitalError::SignIn)?;
    sqlx::query!(
        "INSERT INTO session_cancelled (session_id, at, by_user, reason, note) VALUES ($1, $2, $3, $4, $5)",
        session,
        to_db(ctx.now()),
        user.0,
        reason,
        note,
    )
    .execute(&mut **tx)
    .await
    .map_err(|error| refused(error.into()))?;
    Ok(())
}

/// Whose portal the actor reads in which hospital, and whether they are the person themselves.
pub(super) fn of_portal(ctx: &Ctx) -> Result<(PatientId, HospitalId, bool)> {
    match ctx.actor() {
        Actor::Patient { patient, hospital, .. } => Ok((*patient, *hospital, true)),
        Actor::Proxy { patient, hospital, .. } => Ok((*patient, *hospital, false)),
        _ => Err(HospitalError::SignIn),
    }
}
