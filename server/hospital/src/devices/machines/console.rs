//! All of one machine on one page: whether it may be used, how it reports, what is due, what was done last, whose it is.

use domain::access::{Action, Relations, Subject};
use domain::alerts::Alarm;
use domain::devices::figures::{DayOf, TrendDay, ready_percent};
use domain::devices::papers::DeviceKind;
use domain::devices::unfit::Unfit;
use domain::devices::water::{Fluid, Limit, Measure, Verdict};
use domain::dialysis::infection::Agent;
use domain::ids::{DeviceId, HospitalId, PatientId, WardId};
use domain::patients::papers::Day;
use domain::telemetry::SystemStatus;
use domain::time::{Moment, Zone};

use super::lines::{DisinfectionLine, Outage, PlanLine, WorkLine, disinfections, outages, plans, works};
use super::place::{Spot, spots};
use super::{Ways, begin, day_of, trend};
use crate::alerts::technical_alarms;
use crate::audit::{self, Entry, Kind, Outcome};
use crate::ctx::{Ctx, Tx};
use crate::error::Result;
use crate::organisation::zone_of_actor;
use crate::time::{from_db, to_db};

/// Days that figures go back.
pub(super) const DAYS: i32 = 30;
/// Seconds of a day.
const DAY: f64 = 86_400.0;
/// Within how many seconds a device that was not silent was heard.
const HEARD_WITHIN: f64 = domain::alerts::silence::SILENT_AFTER_SECONDS;

/// What a machine is.
#[derive(Clone, Debug, PartialEq)]
pub struct Machine {
    /// Which.
    pub id: DeviceId,
    /// What people call it.
    pub name: String,
    /// Its model.
    pub model: String,
    /// Its serial number.
    pub serial: String,
    /// What it is for.
    pub kind: DeviceKind,
    /// `active`, `inactive` or `maintenance`.
    pub status: String,
    /// The number that is glued to it.
    pub physical_id: Option<String>,
    /// Who made it.
    pub maker: Option<String>,
    /// What runs on it: as it says itself, or as somebody wrote.
    pub firmware: Option<String>,
    /// The ward where it belongs.
    pub ward: Option<(WardId, String)>,
    /// The ward and bed where it stands.
    pub place: Option<(String, u16)>,
    /// The chair whose place that is.
    pub chair: Option<String>,
    /// Since when it is in service.
    pub installed_on: Option<Day>,
    /// Until when its maker answers for it.
    pub warranty_until: Option<Day>,
    /// For whom it is kept.
    pub kept_for: Option<Agent>,
    /// For how many hours a disinfection answers.
    pub disinfect_hours: Option<i16>,
    /// Hours that it has run.
    pub hours: f64,
    /// Why it may not be used now.
    pub unfit: Option<Unfit>,
}

/// Whether it is heard, and why not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Connection {
    /// It was heard within ten seconds.
    Online,
    /// It was heard, and is silent.
    Silent,
    /// It is silent with every other device of the hospital that was heard today: the network is away.
    NoNetwork,
    /// It has no key that is valid: nothing that it sends is taken.
    Revoked,
    /// It was never heard.
    Never,
}

/// What the water of a ward, or a fluid made of it, says of one measure now.
#[derive(Clone, Debug, PartialEq)]
pub struct WaterNow {
    /// In what.
    pub fluid: Fluid,
    /// Of what.
    pub measure: Measure,
    /// The limit that holds.
    pub limit: Limit,
    /// The newest test of the point that says most against it: its value, when it was drawn, what it says. One that failed at a point stands until that point has passed.
    pub newest: Option<(f64, Moment, Verdict)>,
    /// Where that was drawn.
    pub point: Option<String>,
    /// Whether a test of it still answers for the water.
    pub is_valid: bool,
}

/// To whom a machine is handed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lent {
    /// Their name.
    pub to: String,
    /// Until when.
    pub until: Moment,
    /// Whether they have accepted.
    pub holds: bool,
}

/// What the reader may do here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct May {
    /// Keep it: work, service, meter.
    pub keep: bool,
    /// Log a disinfection.
    pub disinfect: bool,
    /// See the tests of the water.
    pub water: bool,
    /// Hand it over.
    pub lend: bool,
    /// Say where it stands.
    pub place: bool,
    /// Answer its technical alarms.
    pub answer: bool,
}

/// The page of a machine.
#[derive(Clone, Debug, PartialEq)]
pub struct Console {
    /// What it is.
    pub machine: Machine,
    /// The clock on the wall.
    pub zone: Zone,
    /// As of when.
    pub rendered_at: Moment,
    /// Whether it is heard.
    pub connection: Connection,
    /// When it was heard last.
    pub heard_at: Option<Moment>,
    /// What it says of itself.
    pub says: Option<SystemStatus>,
    /// Readings that wait in it.
    pub waiting: i64,
    /// That it is out of service.
    pub outage: Option<Outage>,
    /// How much of the last 30 days it was in service, in percent.
    pub ready: f64,
    /// The last 30 days on which it did something, the oldest first.
    pub days: Vec<DayOf>,
    /// The last 30 days of the calendar, the oldest first.
    pub trend: Vec<TrendDay>,
    /// What comes again, the nearest first.
    pub plans: Vec<PlanLine>,
    /// What is open.
    pub open: Vec<WorkLine>,
    /// The last disinfections, the newest first.
    pub disinfections: Vec<DisinfectionLine>,
    /// Its technical alarms that are open, and the last ones of 30 days; without values for who does not answer them.
    pub alarms: Vec<Alarm>,
    /// The water of its ward, for a dialysis machine.
    pub water: Vec<WaterNow>,
    /// Who keeps it.
    pub technician: Option<String>,
    /// Who reads it.
    pub doctors: Vec<String>,
    /// To whom it is handed over.
    pub lent: Option<Lent>,
    /// Who is on it now, for who notes what they see of them.
    pub noted_of: Option<PatientId>,
    /// Where it can be put, for who says where it stands.
    pub spots: Vec<Spot>,
    /// Sessions that are booked on it, from now on.
    pub booked: i64,
    /// What the reader may do.
    pub may: May,
    /// Which other pages of it they may open.
    pub ways: Ways,
}

/// The page of one machine.
///
/// # Errors
/// Not found for one of another hospital; denied for one that is not the reader's.
pub async fn console(ctx: &Ctx, device: DeviceId) -> Result<Console> {
    read(ctx, device, false).await
}

/// The same, asked for by the page that stands open: drawn of it is nothing of anybody.
///
/// # Errors
/// As [`console`].
pub async fn console_now(ctx: &Ctx, device: DeviceId) -> Result<Console> {
    read(ctx, device, true).await
}

async fn read(ctx: &Ctx, device: DeviceId, asks_again: bool) -> Result<Console> {
    let (mut tx, subject) = begin(ctx, Action::ReadMachine, device).await?;
    let now = ctx.now();
    let found = machine(&mut tx, device, now).await?;
    let (heard_now, _) = ctx.house().now.heard(device).unwrap_or((None, true));
    let heard_at = heard_now.max(found.heard_at);
    // Of the others it is asked only where this one is silent.
    let connection = match is_heard(heard_at, now) {
        true => Connection::Online,
        false => Heard::read(&mut tx, ctx, now)
            .await?
            .connection(device, heard_at, found.has_key, now),
    };
    let water = match (found.machine.kind, found.water_ward) {
        (DeviceKind::Dialysis, Some(ward)) => super::water::now_in(&mut tx, ward, now).await?,
        _ => Vec::new(),
    };
    let since = now.plus_seconds(-f64::from(DAYS) * DAY);
    let out = outages(&mut tx, device, since).await?;
    let stretches: Vec<_> = out.iter().map(|one| (one.since, one.until)).collect();
    let may = |action: Action| ctx.may(action, &subject);
    let whole = ctx.actor().hospital().map_or(Subject::House, Subject::Hospital);
    let trend = trend::of_one(&mut tx, device, &stretches, (DAYS, now)).await?;
    let page = Console {
        days: trend.iter().filter_map(|day| day.did).collect(),
        trend,
        zone: zone_of_actor(&mut tx, ctx).await?,
        rendered_at: now,
        connection,
        heard_at,
        says: found.says,
        waiting: found.waiting,
        ready: ready_percent(&stretches, since, now),
        outage: out.into_iter().find(|one| one.until.is_none()),
        plans: plans(&mut tx, device).await?,
        open: works(&mut tx, device, true).await?,
        disinfections: disinfections(&mut tx, device, 5).await?,
        alarms: alarms(&mut tx, device, since, may(Action::AnswerMachineAlarm)).await?,
        water,
        technician: found.technician,
        doctors: found.doctors,
        lent: lent(&mut tx, device, now).await?,
        noted_of: match asks_again {
            true => None,
            false => noted_of(&mut tx, ctx, &subject, now).await?,
        },
        spots: match may(Action::PlaceMachine) {
            true => spots(&mut tx, device).await?,
            false => Vec::new(),
        },
        booked: booked(&mut tx, device, now).await?,
        ways: Ways::of(ctx, &subject),
        may: May {
            keep: may(Action::KeepMachine),
            disinfect: may(Action::LogDisinfection),
            water: ctx.may(Action::ReadWater, &whole),
            lend: may(Action::HandOverDevice),
            place: may(Action::PlaceMachine),
            answer: may(Action::AnswerMachineAlarm),
        },
        machine: found.machine,
    };
    // The technician is led to the notes on who is on it: that they are is told of them.
    let entry = Entry::new(Action::ReadMachine, &subject, Outcome::Allowed)
        .kinds(&[Kind::Devices])
        .of(page.noted_of);
    audit::record_look(ctx, entry, asks_again).await?;
    tx.commit().await?;
    Ok(page)
}

fn is_heard(heard_at: Option<Moment>, now: Moment) -> bool {
    heard_at.is_some_and(|at| now.seconds_since(at) < HEARD_WITHIN)
}

/// What the registry and the last heartbeat say.
struct Found {
    machine: Machine,
    water_ward: Option<WardId>,
    heard_at: Option<Moment>,
    says: Option<SystemStatus>,
    waiting: i64,
    has_key: bool,
    technician: Option<String>,
    doctors: Vec<String>,
}

async fn machine(tx: &mut Tx, device: DeviceId, now: Moment) -> Result<Found> {
    let row = sqlx::query!(
        r#"SELECT d.name, d.model, d.serial, d.kind, d.status, d.physical_id, d.maker, d.firmware, d.installed_on, d.warranty_until, d.kept_for, d.disinfect_hours,
                  d.ward_id AS "ward_id?", w.name AS "ward?", bw.name AS "bed_ward?", b.number AS "bed?", c.name AS "chair?", device_ward(d.id) AS "water_ward?",
                  p.heard_at AS "heard_at?", p.status AS "says?", p.firmware AS "told?", p.readings_waiting AS "waiting?",
                  device_hours(d.id)::float8 AS "hours!", device_unfit(d.id) AS "unfit?",
                  EXISTS (SELECT FROM device_token t
                           WHERE t.device_id = d.id AND t.revoked_at IS NULL AND (t.ends_at IS NULL OR t.ends_at > $2)) AS "has_key!",
                  (SELECT u.display_name FROM device_duty k JOIN app_user u ON u.id = k.user_id
                    WHERE k.device_id = d.id AND k.kind = 'keeps' AND k.during @> $2::timestamptz LIMIT 1) AS "technician?",
                  ARRAY(SELECT u.display_name FROM device_duty k JOIN app_user u ON u.id = k.user_id
                         WHERE k.device_id = d.id AND k.kind = 'reads' AND k.during @> $2::timestamptz
                         ORDER BY u.display_name LIMIT 20) AS "doctors!"
             FROM device d
             LEFT JOIN ward w              ON w.id = d.ward_id
             LEFT JOIN device_assignment a ON a.device_id = d.id AND a.during @> $2::timestamptz
             LEFT JOIN bed b               ON b.id = a.bed_id
             LEFT JOIN ward bw             ON bw.id = b.ward_id
             LEFT JOIN station c           ON c.bed_id = b.id AND c.retired_at IS NULL
             LEFT JOIN device_report p     ON p.device_id = d.id
            WHERE d.id = $1"#,
        device.0,
        to_db(now),
    )
    .fetch_one(&mut **tx)
    .await?;
    let bed = row.bed.and_then(|bed| u16::try_from(bed).ok());
    Ok(Found {
        machine: Machine {
            id: device,
            name: row.name,
            model: row.model,
            serial: row.serial,
            kind: DeviceKind::parse(&row.kind).unwrap_or_default(),
            status: row.status,
            physical_id: row.physical_id,
            maker: row.maker,
            firmware: row.told.or(row.firmware),
            ward: row.ward_id.map(WardId).zip(row.ward),
            place: row.bed_ward.zip(bed),
            chair: row.chair,
            installed_on: row.installed_on.map(day_of),
            warranty_until: row.warranty_until.map(day_of),
            kept_for: row.kept_for.as_deref().and_then(Agent::parse),
            disinfect_hours: row.disinfect_hours,
            hours: row.hours,
            unfit: row.unfit.as_deref().and_then(Unfit::parse),
        },
        water_ward: row.water_ward.map(WardId),
        heard_at: row.heard_at.map(from_db),
        says: row.says.as_deref().and_then(SystemStatus::parse),
        waiting: row.waiting.unwrap_or_default(),
        has_key: row.has_key,
        technician: row.technician,
        doctors: row.doctors,
    })
}

/// The devices of the hospital that were heard within a day, and whether each is heard now: for why one is silent.
pub(super) struct Heard(Vec<(DeviceId, bool)>);

impl Heard {
    pub(super) async fn read(tx: &mut Tx, ctx: &Ctx, now: Moment) -> Result<Self> {
        let rows = sqlx::query!(
            "SELECT p.device_id, p.heard_at
               FROM device_report p
               JOIN device d ON d.id = p.device_id
              WHERE d.hospital_id = actor_hospital() AND p.heard_at > $1",
            to_db(now.plus_seconds(-DAY)),
        )
        .fetch_all(&mut **tx)
        .await?;
        let known = &ctx.house().now;
        let heard = rows.into_iter().map(|row| {
            let device = DeviceId(row.device_id);
            let (heard, _) = known.heard(device).unwrap_or((None, true));
            (device, is_heard(heard.max(Some(from_db(row.heard_at))), now))
        });
        Ok(Self(heard.collect()))
    }

    /// Whether it is heard, and why not.
    pub(super) fn connection(
        &self,
        device: DeviceId,
        heard_at: Option<Moment>,
        has_key: bool,
        now: Moment,
    ) -> Connection {
        if is_heard(heard_at, now) {
            Connection::Online
        } else if !has_key {
            Connection::Revoked
        } else if heard_at.is_none() {
            Connection::Never
        } else if self.network_is_away(device) {
            Connection::NoNetwork
        } else {
            Connection::Silent
        }
    }

    /// Whether every other device is silent, too, and there are two of them at least.
    fn network_is_away(&self, device: DeviceId) -> bool {
        let mut others = self.0.iter().filter(|(other, _)| *other != device);
        let silent = others.clone().all(|(_, is_heard)| !is_heard);
        silent && others.nth(1).is_some()
    }
}

/// Its technical alarms. What was measured of the circuit of whoever is on it is for who answers them; that it was too much, for everybody who sees machines.
async fn alarms(tx: &mut Tx, device: DeviceId, since: Moment, with_values: bool) -> Result<Vec<Alarm>> {
    let mut alarms = technical_alarms(tx, device, since).await?;
    if !with_values {
        for alarm in &mut alarms {
            (alarm.value, alarm.worst, alarm.last, alarm.limit) = (None, None, None, None);
        }
    }
    Ok(alarms)
}

/// Sessions that somebody booked on it and that are not over: how many, and not whose.
async fn booked(tx: &mut Tx, device: DeviceId, now: Moment) -> Result<i64> {
    let count = sqlx::query_scalar!(
        r#"SELECT count(*) AS "count!" FROM dialysis_session WHERE device_id = $1 AND state IN ('booked', 'checked_in', 'running') AND upper(planned) > $2"#,
        device.0,
        to_db(now),
    )
    .fetch_one(&mut **tx)
    .await?;
    Ok(count)
}

/// Who is on it, for the technician whose it is. Nothing of them is read here but which page is theirs.
async fn noted_of(tx: &mut Tx, ctx: &Ctx, subject: &Subject, now: Moment) -> Result<Option<PatientId>> {
    let Subject::Device {
        device, assigned: true, ..
    } = subject
    else {
        return Ok(None);
    };
    let on_it = sqlx::query_scalar!(
        "SELECT s.patient_id FROM device_session s WHERE s.device_id = $1 AND s.hospital_id = actor_hospital() AND s.during @> $2::timestamptz LIMIT 1",
        device.0,
        to_db(now),
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(on_it.map(PatientId).filter(|patient| {
        let relations = Relations::DEVICE;
        ctx.may(
            Action::UpdateDialysis,
            &Subject::Patient {
                patient: *patient,
                relations,
            },
        )
    }))
}

async fn lent(tx: &mut Tx, device: DeviceId, now: Moment) -> Result<Option<Lent>> {
    let row = sqlx::query!(
        r#"SELECT u.display_name AS "to?", h.until, coalesce(h.accepted_at <= $2, false) AS "holds!"
             FROM device_hand_over h
             LEFT JOIN app_user u ON u.id = h.to_user
            WHERE h.device_id = $1 AND h.ended_at IS NULL AND h.until > $2
            ORDER BY h.asked_at DESC
            LIMIT 1"#,
        device.0,
        to_db(now),
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(row.map(|row| Lent {
        to: row.to.unwrap_or_default(),
        until: from_db(row.until),
        holds: row.holds,
    }))
}

/// The subject of a hospital, for what is of no single machine.
pub(super) fn whole(hospital: HospitalId) -> Subject {
    Subject::Hospital(hospital)
}
