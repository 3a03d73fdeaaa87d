//! Who did not come, who needs a treatment soonest, and where they could sit. A session that nobody closed is missed too: nobody wrote that they came.

use std::collections::BTreeMap;

use domain::access::{Action, Subject};
use domain::dialysis::session::{Absence, CalledOff};
use domain::ids::{PatientId, WardId};
use domain::time::Moment;
use uuid::Uuid;

use super::base::{Wall, needs_of};
use super::board::staff_name;
use super::free::{Days, Free};
use crate::audit::{self, Entry, Kind, Outcome};
use crate::ctx::Ctx;
use crate::dialysis::units::{Unit, chosen, units_in};
use crate::error::{HospitalError, Result};
use crate::time::{from_db, to_db};

/// How far back it looks, in days: four weeks, of which a month's figures are made.
pub const BACK: i64 = 28;
/// Over how many days a place is sought, today included.
const WITHIN: i64 = 4;
/// How many places are proposed for each.
const PROPOSED: usize = 3;

/// Why a session was not held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// They did not come.
    Absent(Absence),
    /// It was called off, and none was booked instead.
    CalledOff(CalledOff),
    /// Nobody wrote what became of it.
    Unwritten,
}

/// Somebody who missed sessions.
#[derive(Clone, Debug)]
pub struct Missed {
    /// Who.
    pub patient: PatientId,
    /// `SURNAME, Given`.
    pub name: String,
    /// How many in four weeks.
    pub count: usize,
    /// The newest: when it was to begin, which, and why it was not held.
    pub last: (Moment, Uuid, Why),
    /// When their last treatment ended.
    pub treated_at: Option<Moment>,
    /// When their next session is booked.
    pub next_at: Option<Moment>,
    /// Where they could sit, where no session is booked within these days.
    pub proposed: Vec<Free>,
}

/// The radar of one ward.
#[derive(Clone, Debug)]
pub struct Radar {
    /// The wards whose diary the reader writes.
    pub units: Vec<Unit>,
    /// The one that is open; none when there is none.
    pub unit: Option<Unit>,
    /// The time.
    pub now: Moment,
    /// Whether the reader opens the pages of who is listed: who books for the hospital does not.
    pub reads_charts: bool,
    /// Who missed sessions, who was treated longest ago first.
    pub missed: Vec<Missed>,
}

/// Who missed sessions on `ward` (the first, without) within four weeks.
///
/// # Errors
/// Denied for who writes no diary; not found for a ward that is not theirs.
pub async fn radar(ctx: &Ctx, ward: Option<WardId>) -> Result<Radar> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let mut tx = ctx.look(Action::PlanDiary).await?;
    let units = units_in(&mut tx, ctx, Action::PlanDiary).await?;
    let wall = Wall::of(&mut tx, ctx, hospital).await?;
    let unit = chosen(ctx, Action::PlanDiary, &units, ward).await?;
    let Some(unit) = unit else {
        tx.commit().await?;
        return Ok(Radar {
            units,
            unit: None,
            now: wall.now,
            reads_charts: ctx.may_at_all(Action::ReadDialysis),
            missed: Vec::new(),
        });
    };
    let rows = sqlx::query!(
        r#"SELECT   s.id, s.patient_id, p.family_name, p.given_name, lower(s.planned) AS "at!", s.state,
                    a.reason AS "absent?", c.reason AS "called_off?",
                    (SELECT max(e.at) FROM dialysis_session t JOIN session_ended e ON e.session_id = t.id
                      WHERE t.patient_id = s.patient_id AND t.hospital_id = s.hospital_id) AS treated_at,
                    (SELECT min(lower(t.planned)) FROM dialysis_session t
                      WHERE t.patient_id = s.patient_id AND t.hospital_id = s.hospital_id AND t.state IN ('booked', 'checked_in', 'running') AND upper(t.planned) > $3) AS next_at
           FROM     dialysis_session s
           JOIN     station k ON k.id = s.station_id AND k.ward_id = $2
           JOIN     patient p ON p.id = s.patient_id
           LEFT JOIN session_did_not_attend a ON a.session_id = s.id
           LEFT JOIN session_cancelled c      ON c.session_id = s.id
           WHERE    s.hospital_id = $1 AND lower(s.planned) BETWEEN $4 AND $3
             AND    (s.state = 'did_not_attend' OR (s.state = 'booked' AND upper(s.planned) <= $3)
                     OR (s.state = 'cancelled' AND c.reason <> 'moved' AND NOT EXISTS (SELECT FROM dialysis_session i WHERE i.instead_of = s.id)))
           ORDER BY lower(s.planned) DESC, s.id
           LIMIT    200"#,
        hospital.0,
        unit.ward.0,
        to_db(wall.now),
        to_db(wall.now.plus_seconds(-(BACK as f64) * 86_400.0)),
    )
    .fetch_all(&mut *tx)
    .await?;
    let mut by_patient: BTreeMap<PatientId, Missed> = BTreeMap::new();
    for row in rows {
        let absent = row.absent.as_deref().and_then(Absence::parse);
        let called_off = row.called_off.as_deref().and_then(CalledOff::parse);
        let why = match (absent, called_off) {
            (Some(absent), _) => Why::Absent(absent),
            (None, Some(called_off)) => Why::CalledOff(called_off),
            (None, None) => Why::Unwritten,
        };
        let patient = PatientId(row.patient_id);
        // The newest of each comes first.
        let missed = by_patient.entry(patient).or_insert_with(|| Missed {
            patient,
            name: staff_name(&row.family_name, &row.given_name),
            count: 0,
            last: (from_db(row.at), row.id, why),
            treated_at: row.treated_at.map(from_db),
            next_at: row.next_at.map(from_db),
            proposed: Vec::new(),
        });
        missed.count += 1;
    }
    let mut missed: Vec<Missed> = by_patient.into_values().collect();
    missed.sort_by(|a, b| (a.treated_at, &a.name).cmp(&(b.treated_at, &b.name)));
    let known = Days::read(&mut tx, &wall, hospital, unit.ward, (wall.today, WITHIN)).await?;
    let soon = wall.days(wall.today, WITHIN).map_or(wall.now, |hours| hours.ends);
    let is_booked = |one: &Missed| one.next_at.is_some_and(|next| next < soon);
    let without: Vec<PatientId> = missed
        .iter()
        .filter(|one| !is_booked(one))
        .map(|one| one.patient)
        .collect();
    let needs = needs_of(&mut tx, hospital, &without).await?;
    for one in &mut missed {
        if let Some(prescribed) = needs.get(&one.patient) {
            one.proposed = known.free(prescribed.needs, true).take(PROPOSED).collect();
        }
    }
    let subject = Subject::Ward {
        ward: unit.ward,
        hospital,
    };
    let entry = Entry::new(Action::PlanDiary, &subject, Outcome::Allowed)
        .of(missed.iter().map(|one| one.patient))
        .kinds(&[Kind::Demographics, Kind::Dialysis]);
    audit::record(ctx, entry).await?;
    tx.commit().await?;
    Ok(Radar {
        units,
        unit: Some(unit),
        now: wall.now,
        reads_charts: ctx.may_at_all(Action::ReadDialysis),
        missed,
    })
}
