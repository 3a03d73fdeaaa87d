//! The chairs of a ward today: who sits where, how far each session is, and who needs somebody first.

use domain::access::Action;
use domain::alerts::Alarm;
use domain::dialysis::before::Pressure;
use domain::dialysis::dangers::Held;
use domain::dialysis::during::EventKind;
use domain::dialysis::places::Day as OnTheWall;
use domain::dialysis::quantities::{Millilitres, MmHg};
use domain::dialysis::session::Stage;
use domain::ids::{DeviceId, HospitalId, PatientId, WardId};
use domain::live::PatientNow;
use domain::patients::staff_name;
use domain::telemetry::Parameter;
use domain::time::{Moment, Zone};
use uuid::Uuid;

use super::continuous::{self, Continuous};
use super::dangers::{answers, dangers};
use super::need::{self, Need, Newest, TakenBy};
use super::owed::{self, Debts};
use super::stage;
use super::units::{Unit, units_in};
use crate::audit::{self, Entry, Kind};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::organisation::{on_the_wall, zone_of_actor};
use crate::telemetry::Seen;
use crate::time::{from_db, to_db};

/// A session of today.
#[derive(Clone, Debug)]
pub struct Seat {
    /// Which.
    pub session: Uuid,
    /// Of whom.
    pub patient: PatientId,
    /// `SURNAME, Given`.
    pub name: String,
    /// How far it is.
    pub stage: Stage,
    /// For when the chair is kept.
    pub planned: (Moment, Moment),
    /// Minutes that are prescribed for it.
    pub minutes: i32,
    /// When blood began to run, and when it ended.
    pub ran: (Option<Moment>, Option<Moment>),
    /// What was looked at, and confirmed by a second person.
    pub looked: (bool, bool),
    /// Fluid that is to be taken.
    pub uf_goal: Option<Millilitres>,
    /// Fluid taken so far: as the machine counts it or as it was written, whichever is newer.
    pub uf_removed: Option<Millilitres>,
    /// When that was counted, written, or handed on from the machine before.
    pub uf_at: Option<Moment>,
    /// The newest blood pressure.
    pub pressure: Option<Newest>,
    /// What was looked at afterwards is written.
    pub is_looked_after: bool,
    /// Medicines that nobody has witnessed.
    pub unwitnessed: i64,
    /// Somebody looked at the access while blood ran, and the last of them did not find it well.
    pub is_access_unwell: bool,
    /// What the machine says now.
    pub now: Option<PatientNow>,
    /// The most urgent alarm that nobody has answered.
    pub alarm: Option<Alarm>,
    /// The newest danger that somebody wrote while blood ran, and about which nobody wrote what was done since (`domain::dialysis::dangers`).
    pub event: Option<EventKind>,
    /// When something was done last that may be about a danger.
    pub acted: Option<Moment>,
    /// Why somebody is needed.
    pub need: Need,
}

/// A chair.
#[derive(Clone, Debug)]
pub struct Station {
    /// Which.
    pub id: Uuid,
    /// What it is called.
    pub name: String,
    /// For whoever carries what others must not get.
    pub isolation: bool,
    /// Good enough for haemodiafiltration.
    pub hdf: bool,
    /// The machine beside it.
    pub device: Option<(DeviceId, String)>,
    /// Today's sessions, by time.
    pub seats: Vec<Seat>,
}

/// A day of a unit.
#[derive(Clone, Debug)]
pub struct Day {
    /// The wards with chairs that the reader may look at.
    pub units: Vec<Unit>,
    /// The one that is shown; none when there is none.
    pub unit: Option<Unit>,
    /// Its chairs.
    pub stations: Vec<Station>,
    /// Who is dialysed around the clock, of the wards on which the reader is on duty.
    pub continuous: Vec<Continuous>,
    /// What is still owed to sessions that are over; read when the page is opened, not while it is open.
    pub debts: Debts,
    /// The hospital's zone.
    pub zone: Zone,
    /// When this was read.
    pub read_at: Moment,
}

impl Day {
    /// Whoever has a place today, who needs somebody first in front; of equals by the chair.
    pub fn by_need(&self) -> Vec<(&Station, &Seat)> {
        let stations = self.stations.iter();
        let all = stations.flat_map(|station| station.seats.iter().map(move |seat| (station, seat)));
        let mut all: Vec<(&Station, &Seat)> = all.collect();
        all.sort_by(|(one_station, one), (other_station, other)| {
            let by_need = need::place(one).cmp(&need::place(other));
            by_need.then_with(|| one_station.name.cmp(&other_station.name))
        });
        all
    }
}

/// Opens the day of `ward`, or of the first that the reader may look at. The look is recorded with whoever is on the page.
///
/// # Errors
/// Denied for who is on duty on no ward; not found for a ward that is none of theirs.
pub async fn open(ctx: &Ctx, ward: Option<WardId>) -> Result<Day> {
    look(ctx, ward, false).await
}

/// The same for a page that is open already and asks for what moves: who may look is decided anew each time, and recorded once in a while.
///
/// # Errors
/// As [`open`].
pub async fn follow(ctx: &Ctx, ward: Option<WardId>) -> Result<Day> {
    look(ctx, ward, true).await
}

async fn look(ctx: &Ctx, ward: Option<WardId>, asks_again: bool) -> Result<Day> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let mut tx = ctx.look(Action::WatchWard).await?;
    let zone = zone_of_actor(&mut tx, ctx).await?;
    let units = units_in(&mut tx, ctx, Action::WatchWard).await?;
    let unit = match ward {
        Some(ward) => Some(
            units
                .iter()
                .find(|unit| unit.ward == ward)
                .cloned()
                .ok_or(HospitalError::NotFound)?,
        ),
        None => units.first().cloned(),
    };
    let stations = match &unit {
        Some(unit) => stations(&mut tx, ctx, hospital, unit.ward, &zone).await?,
        None => Vec::new(),
    };
    let continuous = match &unit {
        Some(_) => continuous::on_duty(&mut tx, ctx, hospital).await?,
        None => Vec::new(),
    };
    let debts = match &unit {
        Some(unit) if !asks_again => owed::of_ward(&mut tx, ctx, hospital, unit.ward).await?,
        _ => Debts::default(),
    };
    if let Some(unit) = &unit {
        let patients = stations
            .iter()
            .flat_map(|station| &station.seats)
            .map(|seat| seat.patient)
            .chain(continuous.iter().map(|one| one.patient))
            .chain(debts.sessions.iter().map(|owed| owed.patient));
        let entry = Entry::ward(Action::WatchWard, unit.ward)
            .of(patients)
            .kinds(&[Kind::Demographics, Kind::Dialysis]);
        audit::record_look(ctx, entry, asks_again).await?;
    }
    tx.commit().await?;
    Ok(Day {
        units,
        unit,
        stations,
        continuous,
        debts,
        zone,
        read_at: ctx.now(),
    })
}

async fn stations(tx: &mut Tx, ctx: &Ctx, hospital: HospitalId, ward: WardId, zone: &Zone) -> Result<Vec<Station>> {
    let now = ctx.now();
    let chairs = sqlx::query!(
        r#"SELECT   s.id, s.name, s.isolation, s.hdf, d.id AS "device_id?", d.name AS "device?"
           FROM     station s
           LEFT JOIN device_assignment a ON a.bed_id = s.bed_id AND a.during @> $2::timestamptz
           LEFT JOIN device d            ON d.id = a.device_id
           WHERE    s.ward_id = $1 AND s.retired_at IS NULL
           ORDER BY s.name
           LIMIT    200"#,
        ward.0,
        to_db(now),
    )
    .fetch_all(&mut **tx)
    .await?;
    let mut stations: Vec<Station> = chairs
        .into_iter()
        .map(|row| Station {
            id: row.id,
            name: row.name,
            isolation: row.isolation,
            hdf: row.hdf,
            device: row.device_id.map(DeviceId).zip(row.device),
            seats: Vec::new(),
        })
        .collect();
    // The day on the wall, and whoever still sits there from the evening before.
    let (since, until) = today(zone, now);
    let rows = sqlx::query!(
        r#"SELECT   s.id, s.patient_id, s.station_id, s.device_id, p.family_name, p.given_name, s.state, lower(s.planned) AS "from!", upper(s.planned) AS "until!",
                    coalesce(t.minutes, s.minutes) AS "minutes!",
                    b.at AS "started?", e.at AS "ended?", l.id AS "looked?", coalesce(t.uf_goal, l.uf_goal) AS uf_goal, x.removed AS "before?", k.before_id AS "confirmed?",
                    o.systolic AS "systolic?", o.diastolic AS "diastolic?", o.taken_at AS "measured?", l.lying_systolic AS "lying?",
                    (SELECT max(u.taken_at) FROM session_observation u
                      WHERE u.session_id = s.id AND u.uf_removed IS NOT NULL AND (s.state <> 'running' OR 'uf_removed' <> ALL (u.shown))) AS "uf_written?",
                    coalesce((SELECT f.uf_removed FROM session_after f WHERE f.session_id = s.id ORDER BY f.recorded_at DESC, f.id DESC LIMIT 1),
                             -- What is handed on is newer than a line before it, and is no less.
                             greatest((SELECT max(u.uf_removed + session_removed_before(u.session_id, u.taken_at)) FROM session_observation u WHERE u.session_id = s.id),
                                      x.removed)) AS "uf_removed?", coalesce(x.at, b.at) AS "on_machine?",
                    EXISTS (SELECT FROM session_after a WHERE a.session_id = s.id) AS "after!",
                    (SELECT count(*) FROM session_medicine m WHERE m.session_id = s.id
                                     AND NOT EXISTS (SELECT FROM session_medicine_witness w WHERE w.medicine_id = m.id)) AS "unwitnessed!",
                    coalesce((SELECT NOT (w.in_sight AND w.found = 'fine') FROM session_access_look w WHERE w.session_id = s.id ORDER BY w.at DESC, w.id DESC LIMIT 1), false)
                        AS "unwell!",
                    (SELECT max(i.at) FROM session_intervention i WHERE i.session_id = s.id AND i.kind = ANY ($6)) AS "acted?", g.kinds AS "kinds?", g.ats AS "ats?"
           FROM     dialysis_session s
           JOIN     station c ON c.id = s.station_id
           JOIN     patient p ON p.id = s.patient_id
           LEFT JOIN session_started b ON b.session_id = s.id
           LEFT JOIN session_ended e   ON e.session_id = s.id
           LEFT JOIN LATERAL (SELECT f.id, f.uf_goal, f.lying_systolic FROM session_before f WHERE f.session_id = s.id ORDER BY f.recorded_at DESC, f.id DESC LIMIT 1) AS l ON true
           LEFT JOIN session_second_check k ON k.before_id = l.id
           LEFT JOIN LATERAL (SELECT f.uf_goal, f.minutes FROM session_target f WHERE f.session_id = s.id ORDER BY f.at DESC, f.id DESC LIMIT 1) AS t ON true
           LEFT JOIN LATERAL (SELECT f.removed, f.at FROM session_machine f WHERE f.session_id = s.id ORDER BY f.at DESC, f.id DESC LIMIT 1) AS x ON true
           LEFT JOIN LATERAL (SELECT f.systolic, f.diastolic, f.taken_at FROM session_observation f
                               WHERE f.session_id = s.id AND f.systolic IS NOT NULL ORDER BY f.taken_at DESC, f.id DESC LIMIT 1) AS o ON true
           LEFT JOIN LATERAL (SELECT array_agg(v.kind ORDER BY v.at DESC, v.id DESC) AS kinds, array_agg(v.at ORDER BY v.at DESC, v.id DESC) AS ats
                                FROM session_event v
                               WHERE v.session_id = s.id AND s.state = 'running' AND v.kind = ANY ($5)
                                 -- A typed time has minutes.
                                 AND NOT EXISTS (SELECT FROM session_intervention i
                                                  WHERE i.session_id = v.session_id AND i.kind = ANY ($6) AND i.at >= date_trunc('minute', v.at))) AS g ON true
           WHERE    c.ward_id = $1 AND s.hospital_id = $2 AND s.state <> 'cancelled'
             AND    (s.planned && tstzrange($3, $4) OR s.state IN ('checked_in', 'running'))
           ORDER BY lower(s.planned), s.id
           LIMIT    500"#,
        ward.0,
        hospital.0,
        to_db(since),
        to_db(until),
        &dangers(),
        &answers(),
    )
    .fetch_all(&mut **tx)
    .await?;
    let known = &ctx.house().now;
    let seen = Seen::Held(hospital);
    for row in rows {
        let Some(station) = stations.iter_mut().find(|station| station.id == row.station_id) else {
            continue;
        };
        let (patient, stage) = (PatientId(row.patient_id), stage(&row.state));
        let before = row.lying.map(|systolic| MmHg(systolic.into()));
        let written = match (row.systolic, row.diastolic, row.measured) {
            (Some(above), Some(below), Some(at)) => {
                Some((Pressure::of(above.into(), below.into()), from_db(at), TakenBy::Hand))
            }
            _ => None,
        };
        let now_of = (stage == Stage::Running)
            .then(|| known.treated(row.device_id.map(DeviceId), patient, seen))
            .flatten();
        let alarm = match stage {
            Stage::Running => need::unanswered(known.open_alarms(&[patient], seen)),
            _ => None,
        };
        let (started, on_machine) = (row.started.map(from_db), row.on_machine.map(from_db));
        let pressure = match stage {
            Stage::Running => {
                let (each, machine) = (known.each(patient, seen), row.device_id.map(DeviceId));
                let measured = need::of_devices(&each, machine, (started, on_machine));
                let judging = now_of
                    .as_ref()
                    .and_then(|it| known.judging((it.device, patient, seen), &[Parameter::Systolic], now));
                let bounds = judging.map(|it| it.bounds).unwrap_or_default();
                need::newest(measured.into_iter().chain(written), &Held { before, bounds })
            }
            _ => need::newest(
                written,
                &Held {
                    before,
                    ..Held::default()
                },
            ),
        };
        let happened = row
            .kinds
            .unwrap_or_default()
            .into_iter()
            .zip(row.ats.unwrap_or_default());
        let happened = happened.filter_map(|(kind, at)| Some((EventKind::parse(&kind)?, from_db(at))));
        let event = need::event(happened, pressure);
        // What the machine counted of whoever sat there before is not theirs.
        let uf_written = row.uf_written.map(from_db);
        let counted = machine_removed_since(now_of.as_ref(), on_machine.max(uf_written));
        let handed_on = on_machine.filter(|_| row.before.is_some());
        let mut seat = Seat {
            session: row.id,
            patient,
            name: staff_name(&row.family_name, &row.given_name),
            stage,
            planned: (from_db(row.from), from_db(row.until)),
            minutes: row.minutes.into(),
            ran: (started, row.ended.map(from_db)),
            looked: (row.looked.is_some(), row.confirmed.is_some()),
            uf_goal: row.uf_goal.map(|goal| Millilitres(goal.into())),
            // What was taken on the machine before is added.
            uf_removed: counted
                .map(|(removed, _)| Millilitres(removed.0 + f64::from(row.before.unwrap_or_default())))
                .or(row.uf_removed.map(|removed| Millilitres(removed.into()))),
            uf_at: counted.map(|(_, at)| at).or(uf_written.max(handed_on)),
            pressure,
            is_looked_after: row.after,
            unwitnessed: row.unwitnessed,
            is_access_unwell: row.unwell,
            now: now_of,
            alarm,
            event,
            acted: row.acted.map(from_db),
            need: Need::Nothing,
        };
        seat.need = need::need(&seat, now);
        station.seats.push(seat);
    }
    Ok(stations)
}

/// From midnight to midnight. Not by the hours that the clock shows: on a day on which clocks change midnight is an hour more or less away, and the day has 23 or 25.
fn today(zone: &Zone, now: Moment) -> (Moment, Moment) {
    let wall = zone.civil(now);
    let today = OnTheWall::of(wall.year, wall.month, wall.day).unwrap_or_default();
    let begins = |day: OnTheWall| on_the_wall(&zone.name, day.date(), 0);
    let since = begins(today).unwrap_or(now);
    (since, begins(today.plus(1)).unwrap_or(since.plus_seconds(86_400.0)))
}

/// Fluid taken, as the machine counts it, with its time; where it was counted since then.
fn machine_removed_since(now: Option<&PatientNow>, since: Option<Moment>) -> Option<(Millilitres, Moment)> {
    let (litres, at) = now?.latest.get(Parameter::UfRemoved)?;
    let removed = Millilitres::of_litres(f64::from(litres));
    since.is_none_or(|since| at >= since).then_some((removed, at))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::organisation::zone;

    #[test]
    fn a_day_on_which_clocks_change_begins_at_its_midnight() {
        let at = |hour: f64| {
            let noon = on_the_wall("Europe/Paris", (2026, 3, 29), 12 * 60).unwrap();
            noon.plus_seconds((hour - 12.0) * 3_600.0)
        };
        let now = at(20.0);
        let (since, until) = today(&zone("Europe/Paris", now), now);
        assert_eq!(until.seconds_since(since) / 3_600.0, 23.0, "2026-03-29 has no 02:30");
        assert_eq!(now.seconds_since(since) / 3_600.0, 19.0, "twenty by the clock");
        // And in autumn it has 25.
        let noon = on_the_wall("Europe/Paris", (2026, 10, 25), 12 * 60).unwrap();
        let (since, until) = today(&zone("Europe/Paris", noon), noon);
        assert_eq!(until.seconds_since(since) / 3_600.0, 25.0);
        assert_eq!(noon.seconds_since(since) / 3_600.0, 13.0);
    }
}
