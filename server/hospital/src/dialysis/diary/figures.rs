//! How full the shifts of the last four weeks were, what was lost, and how long machines stood: for who runs the hospital, without patients.

use domain::access::{Action, Subject};
use domain::dialysis::places::{Day, Hours};
use domain::dialysis::session::Absence;
use domain::ids::{HospitalId, WardId};

use super::base::{self, Wall, range};
use super::board::shift_of;
use super::missed::BACK;
use crate::audit::{self, Entry, Outcome};
use crate::ctx::{Ctx, Tx};
use crate::dialysis::units::Unit;
use crate::error::{HospitalError, Result};
use crate::time::to_db;

/// One shift over four weeks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ShiftFigures {
    /// What it is called; empty for sessions that lay in none.
    pub shift: String,
    /// Places that there were: chairs, on days on which the ward dialysed at all.
    pub places: i64,
    /// Sessions that were held, to their end or not.
    pub held: i64,
    /// To which nobody came, or of which nobody wrote what became of them.
    pub missed: i64,
    /// That were called off and not moved.
    pub called_off: i64,
}

/// One week of a ward.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Week {
    /// Its first day.
    pub first: Day,
    /// Sessions that were held.
    pub held: i64,
    /// To which nobody came, or of which nobody wrote what became of them.
    pub missed: i64,
}

/// One ward.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitFigures {
    /// Which.
    pub unit: Unit,
    /// Its chairs.
    pub chairs: i64,
    /// By shift.
    pub shifts: Vec<ShiftFigures>,
    /// By week, the oldest first.
    pub weeks: Vec<Week>,
    /// Why nobody came, the most frequent first.
    pub absent: Vec<(Absence, i64)>,
    /// Sessions that ended before their time.
    pub early: i64,
}

/// How long one machine could not be used.
#[derive(Clone, Debug, PartialEq)]
pub struct Downtime {
    /// The machine.
    pub device: String,
    /// Hours.
    pub hours: f64,
    /// Of all hours that were counted, 0 to 1.
    pub part: f64,
    /// How often.
    pub times: i64,
    /// Whether it is out of service now.
    pub is_out: bool,
}

/// The hospital's dialysis in figures.
#[derive(Clone, Debug, PartialEq)]
pub struct Figures {
    /// The first day that is counted; the last is yesterday.
    pub first: Day,
    /// Each ward that has chairs.
    pub units: Vec<UnitFigures>,
    /// Machines that stood, longest first.
    pub downtime: Vec<Downtime>,
}

/// Of the last four weeks.
///
/// # Errors
/// Denied for who does not run the hospital.
pub async fn figures(ctx: &Ctx) -> Result<Figures> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let subject = Subject::Hospital(hospital);
    let mut tx = ctx.begin(Action::ReadHospital, &subject).await?;
    let wall = Wall::of(&mut tx, ctx, hospital).await?;
    let first = wall.today.plus(-BACK);
    let wards = sqlx::query!(
        r#"SELECT   w.id, w.name, count(*) AS "chairs!"
           FROM     ward w
           JOIN     station s ON s.ward_id = w.id AND s.retired_at IS NULL
           WHERE    w.hospital_id = $1
           GROUP BY w.id, w.name
           ORDER BY w.name
           LIMIT    50"#,
        hospital.0
    )
    .fetch_all(&mut *tx)
    .await?;
    let mut units = Vec::with_capacity(wards.len());
    for row in wards {
        let ward = WardId(row.id);
        let (shifts, weeks, early) = of_ward(&mut tx, &wall, hospital, (ward, row.chairs), first).await?;
        units.push(UnitFigures {
            unit: Unit { ward, name: row.name },
            chairs: row.chairs,
            shifts,
            weeks,
            absent: absent(&mut tx, &wall, hospital, ward, first).await?,
            early,
        });
    }
    let downtime = downtime(&mut tx, &wall, hospital, first).await?;
    audit::record(ctx, Entry::new(Action::ReadHospital, &subject, Outcome::Allowed)).await?;
    tx.commit().await?;
    Ok(Figures { first, units, downtime })
}

async fn of_ward(
    tx: &mut Tx,
    wall: &Wall,
    hospital: HospitalId,
    (ward, chairs): (WardId, i64),
    first: Day,
) -> Result<(Vec<ShiftFigures>, Vec<Week>, i64)> {
    let Some(within) = wall.days(first, BACK) else {
        return Ok((Vec::new(), Vec::new(), 0));
    };
    let shifts = base::shifts(tx, ward).await?;
    // Counted by when it was to be and how far it came; no row names anybody.
    let rows = sqlx::query!(
        r#"SELECT   s.planned AS "planned!", s.state, (c.reason = 'moved') IS TRUE AS "moved!", count(*) AS "count!", count(e.early_because) AS "early!"
           FROM     dialysis_session s
           JOIN     station k ON k.id = s.station_id AND k.ward_id = $2
           LEFT JOIN session_cancelled c ON c.session_id = s.id
           LEFT JOIN session_ended e     ON e.session_id = s.id
           WHERE    s.hospital_id = $1 AND s.planned && $3 AND lower(s.planned) >= $4
           GROUP BY s.planned, s.state, 3
           ORDER BY s.planned
           LIMIT    5000"#,
        hospital.0,
        ward.0,
        range(within),
        to_db(within.begins),
    )
    .fetch_all(&mut **tx)
    .await?;
    let mut days = std::collections::BTreeSet::new();
    let mut figures: Vec<ShiftFigures> = shifts
        .iter()
        .map(|shift| ShiftFigures {
            shift: shift.name.clone(),
            ..ShiftFigures::default()
        })
        .chain([ShiftFigures::default()])
        .collect();
    let mut weeks: Vec<Week> = (0..BACK / 7)
        .map(|week| Week {
            first: first.plus(week * 7),
            ..Week::default()
        })
        .collect();
    let mut early = 0;
    for row in rows {
        let Some(hours) = base::hours_of(&row.planned).filter(|hours| hours.begins < within.ends) else {
            continue;
        };
        let (day, shift) = shift_of(wall, &shifts, hours);
        let place = shifts.iter().position(|known| Some(known.id) == shift);
        let Some(figure) = figures.get_mut(place.unwrap_or(shifts.len())) else {
            continue;
        };
        early += row.early;
        let week = usize::try_from((day.0 - first.0) / 7).ok();
        let mut none = Week::default();
        let week = week.and_then(|week| weeks.get_mut(week)).unwrap_or(&mut none);
        match (row.state.as_str(), row.moved) {
            ("closed" | "interrupted" | "signed" | "running", _) => {
                figure.held += row.count;
                week.held += row.count;
            }
            ("did_not_attend" | "booked" | "checked_in", _) => {
                figure.missed += row.count;
                week.missed += row.count;
            }
            ("cancelled", false) => figure.called_off += row.count,
            _ => continue,
        }
        days.insert(day);
    }
    let open = i64::try_from(days.len()).unwrap_or(0);
    for figure in figures.iter_mut().filter(|figure| !figure.shift.is_empty()) {
        figure.places = open * chairs;
    }
    figures.retain(|figure| !figure.shift.is_empty() || figure.held + figure.missed + figure.called_off > 0);
    Ok((figures, weeks, early))
}

/// Why nobody came; no row names anybody.
async fn absent(
    tx: &mut Tx,
    wall: &Wall,
    hospital: HospitalId,
    ward: WardId,
    first: Day,
) -> Result<Vec<(Absence, i64)>> {
    let Some(within) = wall.days(first, BACK) else {
        return Ok(Vec::new());
    };
    let rows = sqlx::query!(
        r#"SELECT   a.reason, count(*) AS "count!"
           FROM     dialysis_session s
           JOIN     station k ON k.id = s.station_id AND k.ward_id = $2
           JOIN     session_did_not_attend a ON a.session_id = s.id
           WHERE    s.hospital_id = $1 AND s.state = 'did_not_attend' AND lower(s.planned) >= $3 AND lower(s.planned) < $4
           GROUP BY a.reason
           ORDER BY 2 DESC, a.reason
           LIMIT    20"#,
        hospital.0,
        ward.0,
        to_db(within.begins),
        to_db(within.ends),
    )
    .fetch_all(&mut **tx)
    .await?;
    let reasons = rows
        .into_iter()
        .filter_map(|row| Some((Absence::parse(&row.reason)?, row.count)));
    Ok(reasons.collect())
}

async fn downtime(tx: &mut Tx, wall: &Wall, hospital: HospitalId, first: Day) -> Result<Vec<Downtime>> {
    let Some(Hours { begins, .. }) = wall.days(first, 1) else {
        return Ok(Vec::new());
    };
    let rows = sqlx::query!(
        r#"SELECT   d.name, count(*) AS "times!", bool_or(upper_inf(o.during)) AS "is_out!",
                    (sum(extract(epoch FROM least(coalesce(upper(o.during), $3), $3) - greatest(lower(o.during), $2))) / 3600)::double precision AS "hours!"
           FROM     device_outage o
           JOIN     device d ON d.id = o.device_id AND d.kind = 'dialysis' AND d.status <> 'inactive'
           WHERE    o.hospital_id = $1 AND o.during && tstzrange($2, $3)
           GROUP BY d.id, d.name
           ORDER BY 4 DESC, d.name
           LIMIT    100"#,
        hospital.0,
        to_db(begins),
        to_db(wall.now),
    )
    .fetch_all(&mut **tx)
    .await?;
    let all = wall.now.seconds_since(begins) / 3_600.0;
    let downtime = rows.into_iter().map(|row| Downtime {
        device: row.name,
        hours: row.hours,
        part: if all > 0.0 {
            (row.hours / all).clamp(0.0, 1.0)
        } else {
            0.0
        },
        times: row.times,
        is_out: row.is_out,
    });
    Ok(downtime.collect())
}
