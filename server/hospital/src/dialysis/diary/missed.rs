//! Who did not come, who needs a treatment soonest, and where they could sit. A session that nobody closed is missed too: nobody wrote that they came. Whose dialysis is prescribed and
//! for whom nothing is booked in time misses the next one without ever having been missed: they stand in a list of their own. Records that were joined are one person's in both, and each
//! list says how many it does not show.

use domain::access::{Action, Subject};
use domain::dialysis::days::Days as WeekDays;
use domain::dialysis::session::{Absence, CalledOff};
use domain::ids::{HospitalId, PatientId, WardId};
use domain::patients::staff_name;
use domain::time::Moment;
use uuid::Uuid;

use super::base::{Wall, needs_of};
use super::free::{Days, Free};
use crate::audit::{self, Entry, Kind, Outcome};
use crate::ctx::{Ctx, Tx};
use crate::dialysis::units::{Unit, chosen, units_in};
use crate::error::{HospitalError, Result};
use crate::time::{from_db, to_db};

/// How far back it looks, in days: four weeks, of which a month's figures are made.
pub const BACK: i64 = 28;
/// Over how many days a place is sought, today included.
const WITHIN: i64 = 4;
/// How many places are proposed for each.
const PROPOSED: usize = 3;
/// The most people in one list.
const MOST: usize = 200;
/// The most that are looked at for the list of who has nothing booked in time.
const LOOKED_AT: i64 = 5_000;

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

/// Somebody for whom dialysis is prescribed and nothing is booked within the longest gap of their days.
#[derive(Clone, Debug)]
pub struct Unbooked {
    /// Who.
    pub patient: PatientId,
    /// `SURNAME, Given`.
    pub name: String,
    /// The most days from one treatment to the next, as it is prescribed.
    pub gap: u32,
    /// When their last treatment ended.
    pub treated_at: Option<Moment>,
    /// When their next session is booked: too late.
    pub next_at: Option<Moment>,
    /// Where they could sit.
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
    /// How many more did.
    pub more_missed: usize,
    /// Who missed none and has nothing booked in time, who was treated longest ago first.
    pub unbooked: Vec<Unbooked>,
    /// How many more have not.
    pub more_unbooked: usize,
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
            more_missed: 0,
            unbooked: Vec::new(),
            more_unbooked: 0,
        });
    };
    let mut missed = missed(&mut tx, &wall, hospital, unit.ward).await?;
    let (mut unbooked, past_looked) = unbooked(&mut tx, &wall, hospital, unit.ward).await?;
    unbooked.retain(|one| missed.iter().all(|known| known.patient != one.patient));
    let more_missed = missed.len().saturating_sub(MOST);
    let more_unbooked = unbooked.len().saturating_sub(MOST) + past_looked;
    missed.truncate(MOST);
    unbooked.truncate(MOST);
    let known = Days::read(&mut tx, &wall, hospital, unit.ward, (wall.today, WITHIN)).await?;
    let soon = wall.days(wall.today, WITHIN).map_or(wall.now, |hours| hours.ends);
    let is_booked = |one: &Missed| one.next_at.is_some_and(|next| next < soon);
    let without: Vec<PatientId> = missed
        .iter()
        .filter(|one| !is_booked(one))
        .map(|one| one.patient)
        .chain(unbooked.iter().map(|one| one.patient))
        .collect();
    let needs = needs_of(&mut tx, hospital, &without).await?;
    for one in &mut missed {
        if let Some(prescribed) = needs.get(&one.patient) {
            one.proposed = known.free(prescribed.needs).take(PROPOSED).collect();
        }
    }
    for one in &mut unbooked {
        if let Some(prescribed) = needs.get(&one.patient) {
            one.proposed = known.free(prescribed.needs).take(PROPOSED).collect();
        }
    }
    let subject = Subject::Ward {
        ward: unit.ward,
        hospital,
    };
    let entry = Entry::new(Action::PlanDiary, &subject, Outcome::Allowed)
        .of(missed
            .iter()
            .map(|one| one.patient)
            .chain(unbooked.iter().map(|one| one.patient)))
        .kinds(&[Kind::Demographics, Kind::Dialysis]);
    audit::record(ctx, entry).await?;
    tx.commit().await?;
    Ok(Radar {
        units,
        unit: Some(unit),
        now: wall.now,
        reads_charts: ctx.may_at_all(Action::ReadDialysis),
        missed,
        more_missed,
        unbooked,
        more_unbooked,
    })
}

/// Everybody who missed sessions on `ward` within four weeks, who was treated longest ago first.
async fn missed(tx: &mut Tx, wall: &Wall, hospital: HospitalId, ward: WardId) -> Result<Vec<Missed>> {
    // The newest of each person, with how many they are: nobody falls out of the list because others missed more.
    let rows = sqlx::query!(
        r#"SELECT   m.whose AS "patient_id!", m.id AS "id!", m.at AS "at!", m.absent AS "absent?", m.called_off AS "called_off?", m.count AS "count!",
                    p.family_name, p.given_name, own.treated_at AS "treated_at?", own.next_at AS "next_at?"
           FROM    (SELECT DISTINCT ON (led_to(s.patient_id, s.hospital_id))
                           led_to(s.patient_id, s.hospital_id) AS whose, s.id, lower(s.planned) AS at, a.reason AS absent, c.reason AS called_off,
                           count(*) OVER (PARTITION BY led_to(s.patient_id, s.hospital_id)) AS count
                      FROM dialysis_session s
                      JOIN station k ON k.id = s.station_id AND k.ward_id = $2
                      LEFT JOIN session_did_not_attend a ON a.session_id = s.id
                      LEFT JOIN session_cancelled c      ON c.session_id = s.id
                     WHERE s.hospital_id = $1 AND lower(s.planned) BETWEEN $4 AND $3
                       AND (s.state = 'did_not_attend' OR (s.state = 'booked' AND upper(s.planned) <= $3)
                            OR (s.state = 'cancelled' AND c.reason <> 'moved' AND NOT EXISTS (SELECT FROM dialysis_session i WHERE i.instead_of = s.id)))
                     ORDER BY led_to(s.patient_id, s.hospital_id), lower(s.planned) DESC, s.id) AS m
           JOIN     patient p ON p.id = m.whose
          CROSS JOIN LATERAL (
                    SELECT max(e.at) AS treated_at,
                           min(lower(t.planned)) FILTER (WHERE t.state IN ('booked', 'checked_in', 'running') AND upper(t.planned) > $3) AS next_at
                      FROM joined(m.whose) AS j
                      JOIN dialysis_session t ON t.patient_id = j.id AND t.hospital_id = $1
                      LEFT JOIN session_ended e ON e.session_id = t.id
                     WHERE coalesce(j.held_by, $1) = $1) AS own
           ORDER BY own.treated_at NULLS FIRST, p.family_name, p.given_name, p.id"#,
        hospital.0,
        ward.0,
        to_db(wall.now),
        to_db(wall.now.plus_seconds(-(BACK as f64) * 86_400.0)),
    )
    .fetch_all(&mut **tx)
    .await?;
    let missed = rows.into_iter().map(|row| {
        let absent = row.absent.as_deref().and_then(Absence::parse);
        let called_off = row.called_off.as_deref().and_then(CalledOff::parse);
        let why = match (absent, called_off) {
            (Some(absent), _) => Why::Absent(absent),
            (None, Some(called_off)) => Why::CalledOff(called_off),
            (None, None) => Why::Unwritten,
        };
        Missed {
            patient: PatientId(row.patient_id),
            name: staff_name(&row.family_name, &row.given_name),
            count: usize::try_from(row.count).unwrap_or(usize::MAX),
            last: (from_db(row.at), row.id, why),
            treated_at: row.treated_at.map(from_db),
            next_at: row.next_at.map(from_db),
            proposed: Vec::new(),
        }
    });
    Ok(missed.collect())
}

/// A day of grace: a shift later on the day on which the gap ends is in time.
const GRACE: f64 = 86_400.0;

/// Whose next session is not booked, or later than the longest gap of their days after their last one. Of those who were dialysed or have a place on this ward, and of those who were
/// nowhere yet. What is prescribed in a record that was joined is theirs whose record stayed, and when they were and will be dialysed is looked for in both. And how many were not looked at.
async fn unbooked(tx: &mut Tx, wall: &Wall, hospital: HospitalId, ward: WardId) -> Result<(Vec<Unbooked>, usize)> {
    // Who comes within the day of grace comes in time, whatever their gap.
    let rows = sqlx::query!(
        r#"SELECT   d.patient_id AS "patient_id!", p.family_name, p.given_name, d.weekdays AS "weekdays!", own.treated_at AS "treated_at?", own.next_at AS "next_at?",
                    count(*) OVER () AS "all!"
           FROM    (SELECT DISTINCT ON (led_to(v.patient_id, v.hospital_id)) led_to(v.patient_id, v.hospital_id) AS patient_id, v.hospital_id, v.weekdays
                      FROM dialysis_prescription v
                     WHERE v.hospital_id = $1 AND v.ended_at IS NULL AND v.modality <> 'cvvhdf'
                     ORDER BY led_to(v.patient_id, v.hospital_id), v.prescribed_at DESC, v.id DESC) AS d
           JOIN     registration r ON r.patient_id = d.patient_id AND r.hospital_id = d.hospital_id AND r.status = 'active'
           JOIN     patient p      ON p.id = d.patient_id
          CROSS JOIN LATERAL (
                    SELECT max(e.at) AS treated_at,
                           min(lower(t.planned)) FILTER (WHERE t.state IN ('checked_in', 'running') OR t.state = 'booked' AND upper(t.planned) > $3) AS next_at,
                           coalesce((array_agg(c.ward_id ORDER BY lower(t.planned) DESC) FILTER (WHERE t.state <> 'cancelled'))[1],
                                    (SELECT k.ward_id FROM dialysis_plan l JOIN station k ON k.id = l.station_id
                                      WHERE l.patient_id = d.patient_id AND l.hospital_id = d.hospital_id ORDER BY l.made_at DESC LIMIT 1)) AS ward_id
                      FROM joined(d.patient_id) AS j
                      JOIN dialysis_session t ON t.patient_id = j.id AND t.hospital_id = d.hospital_id
                      JOIN station c          ON c.id = t.station_id
                      LEFT JOIN session_ended e ON e.session_id = t.id
                     WHERE coalesce(j.held_by, d.hospital_id) = d.hospital_id) AS own
           WHERE    coalesce(own.ward_id, $2) = $2 AND (own.next_at IS NULL OR own.next_at > $4)
           ORDER BY own.treated_at NULLS FIRST, p.family_name, p.given_name, p.id
           LIMIT    $5"#,
        hospital.0,
        ward.0,
        to_db(wall.now),
        to_db(wall.now.plus_seconds(GRACE)),
        LOOKED_AT,
    )
    .fetch_all(&mut **tx)
    .await?;
    let all = rows
        .first()
        .map_or(0, |row| usize::try_from(row.all).unwrap_or(usize::MAX));
    let past_looked = all.saturating_sub(rows.len());
    let unbooked = rows.into_iter().filter_map(|row| {
        let gap = WeekDays::of_iso(row.weekdays).longest_gap()?;
        let (treated_at, next_at) = (row.treated_at.map(from_db), row.next_at.map(from_db));
        let due = treated_at.unwrap_or(wall.now).plus_seconds(f64::from(gap) * 86_400.0);
        let latest = due.max(wall.now).plus_seconds(GRACE);
        next_at.is_none_or(|next| next > latest).then(|| Unbooked {
            patient: PatientId(row.patient_id),
            name: staff_name(&row.family_name, &row.given_name),
            gap,
            treated_at,
            next_at,
            proposed: Vec::new(),
        })
    });
    Ok((unbooked.collect(), past_looked))
}
