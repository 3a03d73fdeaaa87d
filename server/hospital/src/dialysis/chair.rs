//! One session with everything that was written of it: what the page at the chair shows.

use domain::access::{Action, Subject};
use domain::alerts::Alarm;
use domain::devices::unfit::Unfit;
use domain::dialysis::access_look::AccessLook;
use domain::dialysis::after::After;
use domain::dialysis::amended::Number;
use domain::dialysis::during::{Event, Intervention, Observation};
use domain::dialysis::hypotension::{self, Seen as Fell};
use domain::dialysis::lots::Lot;
use domain::dialysis::quantities::{Kilograms, Millilitres, Minutes, Urea};
use domain::dialysis::samples::{self, Sample, Taken};
use domain::dialysis::session::{Absence, CalledOff, Early, Stage};
use domain::dialysis::target::Target;
use domain::ids::{DeviceId, PatientId, WardId};
use domain::live::PatientNow;
use domain::telemetry::Parameter;
use domain::time::Moment;
use uuid::Uuid;

use super::access::{self, Access};
use super::course::{self, Course};
use super::dry_weight::{self, DryWeight};
use super::infections::{self, Infection};
use super::need::Newest;
use super::patient::treated;
use super::prescribe::{self, Version};
use super::signs::Signs;
use super::written::{self, Amendment, By, Exchanged, Look, Medicine, Written, by};
use super::{beside, falls, forecast, running, stage, urea};
use crate::alerts::alarms_of_stretch;
use crate::audit::{self, Entry, Kind};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::telemetry::{Judging, Seen};
use crate::time::from_db;
use crate::waves;

/// The session.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// Which.
    pub id: Uuid,
    /// Of whom.
    pub patient: PatientId,
    /// How far it has come.
    pub stage: Stage,
    /// The chair.
    pub station: String,
    /// Its ward.
    pub ward: WardId,
    /// The machine, by id and name.
    pub device: Option<(DeviceId, String)>,
    /// For when the chair is kept.
    pub planned: (Moment, Moment),
    /// Minutes of treatment that were booked.
    pub minutes: i32,
    /// They were received.
    pub checked_in: Option<By>,
    /// The newest look before the start.
    pub look: Option<Written<Look>>,
    /// Blood ran from then; why more is taken than is allowed.
    pub started: Option<(By, Option<String>)>,
    /// What was read while it ran, the oldest first.
    pub observations: Vec<Written<Observation>>,
    /// What was found when somebody looked at the access meanwhile.
    pub access_looks: Vec<Written<AccessLook>>,
    /// What was planned anew while it ran, the oldest first: the newest holds.
    pub targets: Vec<Written<Target>>,
    /// Machines that took the place of another, the oldest first.
    pub exchanges: Vec<Written<Exchanged>>,
    /// What was done.
    pub interventions: Vec<Written<Intervention>>,
    /// What was given.
    pub medicines: Vec<Written<Medicine>>,
    /// What went wrong.
    pub events: Vec<Written<Event>>,
    /// Blood ran until then; why before its time.
    pub ended: Option<(By, Option<Early>, Option<String>)>,
    /// The newest look afterwards.
    pub after: Option<Written<After>>,
    /// Blood that was taken for urea, with the answers that came later, the oldest first.
    pub samples: Vec<Written<Sample>>,
    /// What touched the blood.
    pub lots: Vec<Written<Lot>>,
    /// Who signed, and what they noted.
    pub signed: Option<(By, Option<String>)>,
    /// What was amended.
    pub amendments: Vec<Written<Amendment>>,
    /// They did not come.
    pub absent: Option<(By, Absence, Option<String>)>,
    /// It was called off.
    pub cancelled: Option<(By, CalledOff, Option<String>)>,
}

impl Sheet {
    /// What shall be taken: as it was planned last.
    pub fn goal(&self) -> Option<Millilitres> {
        let planned = self.look.as_ref().map(|look| look.what.what.uf_goal);
        self.targets.last().map(|line| line.what.goal).or(planned)
    }

    /// A number of the session, as it was amended last.
    pub fn amended(&self, number: Number) -> Option<f64> {
        let mut lines = self.amendments.iter().rev().filter_map(|line| line.what.number);
        lines.find(|(which, _)| *which == number).map(|(_, value)| value)
    }

    /// The same as it was written.
    pub fn written(&self, number: Number) -> Option<f64> {
        match number {
            Number::WeightBefore => Some(self.look.as_ref()?.what.what.weight.0),
            Number::WeightAfter => Some(self.after.as_ref()?.what.weight.0),
            Number::UfRemoved => Some(self.after.as_ref()?.what.uf_removed.0),
            Number::Minutes => {
                let (from, until) = (self.started.as_ref()?.0.at, self.ended.as_ref()?.0.at);
                Some((until.seconds_since(from) / 60.0).round())
            }
        }
    }

    /// The one that counts.
    pub fn number(&self, number: Number) -> Option<f64> {
        self.amended(number).or(self.written(number))
    }

    /// The newest line of a sample.
    pub fn sample(&self, taken: Taken) -> Option<&Written<Sample>> {
        self.samples.iter().rev().find(|line| line.what.taken == taken)
    }

    /// Urea before or after: the newest that was written, in a line of its own or with what was looked at.
    pub fn urea(&self, taken: Taken) -> Option<Urea> {
        let line = self.sample(taken).map(|line| (line.by.at, line.what.value));
        let look = match taken {
            Taken::Pre => self.look.as_ref().map(|look| (look.by.at, look.what.what.urea)),
            Taken::Post => self.after.as_ref().map(|after| (after.by.at, after.what.urea)),
        };
        samples::counts(line, look)
    }

    /// What was taken on the machines before the one on which they were at `at`.
    pub fn removed_before(&self, at: Moment) -> Millilitres {
        let exchanged = self.exchanges.iter().rev().find(|line| line.by.at <= at);
        exchanged.map_or(Millilitres(0.0), |line| line.what.what.removed)
    }

    /// Lines that say what `parameter` was, the newest first. Where the machine's own value is known, what a line took from it is none: it is of the time at which the machine measured it, and
    /// gets old with it.
    pub fn read_off(&self, parameter: Parameter, is_known: bool) -> impl Iterator<Item = &Written<Observation>> {
        let lines = self.observations.iter().rev();
        lines.filter(move |line| !is_known || !line.what.is_shown(parameter))
    }

    /// Since when the machine on which they are measures them.
    pub fn on_machine_since(&self) -> Option<Moment> {
        let started = self.started.as_ref().map(|(by, _)| by.at);
        self.exchanges.last().map(|line| line.by.at).or(started)
    }

    /// Every machine on which they were.
    pub(super) fn devices(&self) -> Vec<Uuid> {
        let before = self.exchanges.iter().filter_map(|line| line.what.from.as_ref());
        before.chain(&self.device).map(|(device, _)| device.0).collect()
    }
}

/// What the page shows beside the session.
#[derive(Clone, Debug)]
pub struct Chair {
    /// The session.
    pub sheet: Sheet,
    /// The prescription of this session: that of its start, before it the one that holds.
    pub prescription: Option<Version>,
    /// Dry weights, the newest first.
    pub dry: Vec<DryWeight>,
    /// The weight after the last session before this one.
    pub last_after: Option<Kilograms>,
    /// The accesses that are in use.
    pub accesses: Vec<Access>,
    /// What others must not get.
    pub infections: Vec<Infection>,
    /// What the machine measures now, while it runs.
    pub now: Option<PatientNow>,
    /// The limits that judge what is measured at this chair now, while it runs.
    pub judging: Judging,
    /// The newest blood pressure, by hand, by the machine or by a monitor beside it.
    pub pressure: Option<Newest>,
    /// Pulse, oxygen and the early warning score, while it runs.
    pub signs: Signs,
    /// Alarms that are not closed, while it runs.
    pub alarms: Vec<Alarm>,
    /// Whether a monitor sends curves now.
    pub curves: bool,
    /// How the pressures went; none where it was not asked for.
    pub course: Option<Course>,
    /// What both definitions of a fall look at: pressures by hand and by the machine, symptoms, what was done, while blood ran.
    pub fell: Fell,
    /// Litres of blood that the machine had cleaned, and when it told that last before the end, until somebody writes it.
    pub processed: Option<(f64, Moment)>,
    /// Alarms that were raised while blood ran, the oldest first, once it runs no longer: for who signs.
    pub raised: Vec<Alarm>,
    /// In how many of the last treatments before this one the pressure fell too low, and of how many that is known; while it runs, where the pressures are asked
    /// for.
    pub history: (u32, u32),
    /// The forecast that the hospital shows, under the same conditions; none where it shows none.
    pub forecast: Option<forecast::Fit>,
    /// The machines of the ward that are fit, while one may still be chosen or exchanged.
    pub machines: Vec<(DeviceId, String)>,
    /// Why nobody may be connected to the machine that was chosen, until the start; and from the end on, that it is to be disinfected.
    pub unfit: Option<Unfit>,
    /// Whether a chair apart is needed, and this is none.
    pub not_apart: bool,
    /// The next session that is booked.
    pub next: Option<Moment>,
    /// When this was read.
    pub read_at: Moment,
    /// The reader.
    pub reader: Option<Uuid>,
    /// Whether the reader runs sessions, and signs them.
    pub may_run: bool,
    /// Whether the reader signs sessions.
    pub may_sign: bool,
    /// Whether the reader answers alarms of this patient.
    pub may_answer: bool,
}

impl Chair {
    /// How long it shall run: as it was planned last, else the minutes of the session. Those are prescribed as a rule; who books may keep the chair for fewer or more, and then the fluid
    /// has that time and no other.
    pub fn time(&self) -> Minutes {
        let booked = Minutes(f64::from(self.sheet.minutes));
        self.sheet.targets.last().map_or(booked, |line| line.what.time)
    }
}

/// How it is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Looks {
    /// Somebody opens the page.
    Opens,
    /// The open page asks for what moves.
    Follows,
    /// The open page asks for the pressures since the start, less often: they are more to read.
    FollowsCourse,
}

/// Opens it; the look is recorded.
///
/// # Errors
/// Not found for a session of somebody else.
pub async fn open(ctx: &Ctx, patient: PatientId, session: Uuid) -> Result<Chair> {
    look(ctx, patient, session, Looks::Opens).await
}

/// The same for a page that is open already: who may read it is decided anew each time, and recorded once in a while.
///
/// # Errors
/// As [`open`].
pub async fn look(ctx: &Ctx, patient: PatientId, session: Uuid, looks: Looks) -> Result<Chair> {
    let (mut tx, grounds) = ctx.begin_on_grounds(Action::ReadDialysis, patient).await?;
    let sheet = sheet(&mut tx, patient, session).await?.ok_or(HospitalError::NotFound)?;
    let used = sheet
        .look
        .as_ref()
        .filter(|_| sheet.started.is_some())
        .map(|look| look.what.prescription);
    let prescription = match prescribe::versions(&mut tx, patient, used).await?.into_iter().next() {
        Some(version) if used.is_some() || version.ended_at.is_none() => Some(version),
        _ => None,
    };
    let dry = dry_weight::values(&mut tx, patient).await?;
    let accesses = access::known(&mut tx, patient).await?;
    let infections = infections::now(&mut tx, patient).await?;
    let last_after = last_after(&mut tx, patient, sheet.planned.0).await?;
    let machines = match sheet.stage {
        Stage::Booked | Stage::CheckedIn => beside::machines(&mut tx, patient, session).await?,
        // One that breaks is exchanged; the part that is drawn anew shows no form.
        Stage::Running if looks == Looks::Opens => beside::machines(&mut tx, patient, session).await?,
        _ => Vec::new(),
    };
    let (unfit, not_apart) = beside::in_the_way(&mut tx, &sheet).await?;
    let next = next(&mut tx, patient, sheet.planned.0).await?;
    let course = match looks {
        Looks::Follows => None,
        Looks::Opens | Looks::FollowsCourse => course::of(&mut tx, ctx, patient, &sheet).await?,
    };
    let is_running = sheet.stage == Stage::Running;
    let ran = sheet.started.as_ref().map(|(started, _)| {
        let ended = sheet.ended.as_ref().map(|(ended, ..)| ended.at);
        (sheet.id, started.at, ended.unwrap_or(ctx.now()))
    });
    // The part that moves every few seconds shows none of it.
    let fell = match ran.filter(|_| looks != Looks::Follows) {
        Some(ran) => falls::seen(&mut tx, patient, &[ran]).await?.remove(&sheet.id),
        None => None,
    };
    let raised = match ran.filter(|_| sheet.ended.is_some() && looks == Looks::Opens) {
        Some((_, from, until)) => alarms_of_stretch(&mut tx, patient, (from, until)).await?,
        None => Vec::new(),
    };
    let processed = match looks {
        Looks::Opens => beside::processed(&mut tx, &sheet).await?,
        Looks::Follows | Looks::FollowsCourse => None,
    };
    let history = match is_running && looks != Looks::Follows {
        true => history(&mut tx, patient, sheet.planned.0, ctx.now()).await?,
        false => (0, 0),
    };
    let forecast = match is_running && looks != Looks::Follows {
        true => forecast::at_chair(&mut tx, session).await?,
        false => None,
    };
    let entry = Entry::patient(Action::ReadDialysis, patient, &[Kind::Dialysis]).on(&grounds);
    audit::record_look(ctx, entry, looks != Looks::Opens).await?;
    let running = running::of(&mut tx, ctx, &sheet, Seen::by(ctx, &grounds)?).await?;
    tx.commit().await?;
    let subject = Subject::Patient {
        patient,
        relations: grounds.held,
    };
    Ok(Chair {
        sheet,
        prescription,
        dry,
        last_after,
        accesses,
        infections,
        now: running.now,
        judging: running.judging,
        pressure: running.pressure,
        signs: running.signs,
        alarms: running.alarms,
        curves: ctx.may(Action::ReadBackground, &subject) && waves::comes(ctx, patient),
        course,
        fell: fell.unwrap_or_default(),
        processed,
        raised,
        history,
        forecast,
        machines,
        unfit,
        not_apart,
        next,
        read_at: ctx.now(),
        reader: ctx.actor().user().map(|user| user.0),
        may_run: ctx.may(Action::RunDialysis, &subject),
        may_sign: ctx.may(Action::SignDialysis, &subject),
        may_answer: ctx.may(Action::AcknowledgeAlarm, &subject),
    })
}

async fn history(tx: &mut Tx, patient: PatientId, before: Moment, now: Moment) -> Result<(u32, u32)> {
    let sessions = treated(tx, patient, Some(before), i64::from(forecast::HISTORY), now).await?;
    let known = sessions.iter().filter_map(|session| match session.systolic {
        (Some(first), Some(lowest), _) => Some(lowest.0 < hypotension::threshold(first).0),
        _ => None,
    });
    Ok(forecast::history(known))
}

async fn last_after(tx: &mut Tx, patient: PatientId, before: Moment) -> Result<Option<Kilograms>> {
    let kg = sqlx::query_scalar!(
        r#"SELECT   session_number(s.id, 'weight_after', a.weight) AS "weight!"
         FROM     joined($1) AS j
         JOIN     dialysis_session s ON s.patient_id = j.id AND s.hospital_id = coalesce(j.held_by, s.hospital_id)
         JOIN     session_after a ON a.session_id = s.id
         WHERE    lower(s.planned) < $2
         ORDER BY lower(s.planned) DESC, a.recorded_at DESC
         LIMIT    1"#,
        patient.0,
        crate::time::to_db(before),
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(kg.map(Kilograms))
}

async fn next(tx: &mut Tx, patient: PatientId, after: Moment) -> Result<Option<Moment>> {
    let at = sqlx::query_scalar!(
        r#"SELECT min(lower(s.planned)) AS "at?"
           FROM   joined($1) AS j
           JOIN   dialysis_session s ON s.patient_id = j.id AND s.hospital_id = coalesce(j.held_by, s.hospital_id)
           WHERE  s.state = 'booked' AND lower(s.planned) > $2"#,
        patient.0,
        crate::time::to_db(after),
    )
    .fetch_one(&mut **tx)
    .await?;
    Ok(at.map(from_db))
}

/// Everything of one session, for a verb that has decided who reads it.
pub(crate) async fn sheet(tx: &mut Tx, patient: PatientId, session: Uuid) -> Result<Option<Sheet>> {
    let row = sqlx::query!(
        r#"SELECT s.id, s.state, c.name AS station, c.ward_id, s.device_id, d.name AS "device?", lower(s.planned) AS "from!", upper(s.planned) AS "until!", s.minutes,
                  i.written_at AS "checked_in_later?", b.written_at AS "started_later?", e.written_at AS "ended_later?",
                  i.at AS "checked_in?", i.by_user AS "checked_in_by?", ui.display_name AS "checked_in_name?",
                  b.at AS "started?", b.by_user AS "started_by?", ub.display_name AS "started_name?", b.above_rate_because,
                  e.at AS "ended?", e.by_user AS "ended_by?", ue.display_name AS "ended_name?", e.early_because, e.note AS "ended_note?",
                  g.at AS "signed?", g.by_user AS "signed_by?", ug.display_name AS "signed_name?", g.note AS "signed_note?",
                  n.at AS "absent?", n.by_user AS "absent_by?", un.display_name AS "absent_name?", n.reason AS "absent_reason?", n.note AS "absent_note?",
                  x.at AS "cancelled?", x.by_user AS "cancelled_by?", ux.display_name AS "cancelled_name?", x.reason AS "cancelled_reason?", x.note AS "cancelled_note?"
           FROM   joined($2) AS j
           JOIN   dialysis_session s ON s.patient_id = j.id AND s.hospital_id = coalesce(j.held_by, s.hospital_id)
           JOIN   station c ON c.id = s.station_id
           LEFT JOIN device d ON d.id = s.device_id
           LEFT JOIN session_check_in i       ON i.session_id = s.id LEFT JOIN app_user ui ON ui.id = i.by_user
           LEFT JOIN session_started b        ON b.session_id = s.id LEFT JOIN app_user ub ON ub.id = b.by_user
           LEFT JOIN session_ended e          ON e.session_id = s.id LEFT JOIN app_user ue ON ue.id = e.by_user
           LEFT JOIN session_signed g         ON g.session_id = s.id LEFT JOIN app_user ug ON ug.id = g.by_user
           LEFT JOIN session_did_not_attend n ON n.session_id = s.id LEFT JOIN app_user un ON un.id = n.by_user
           LEFT JOIN session_cancelled x      ON x.session_id = s.id LEFT JOIN app_user ux ON ux.id = x.by_user
           WHERE  s.id = $1"#,
        session,
        patient.0,
    )
    .fetch_optional(&mut **tx)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let done = |user: Option<Uuid>, name: Option<String>, at: Option<time::OffsetDateTime>| Some(by(user?, name, at?));
    let checked_in = done(row.checked_in_by, row.checked_in_name, row.checked_in);
    let checked_in = checked_in.map(|by| by.written(row.checked_in_later));
    let started = done(row.started_by, row.started_name, row.started);
    let started = started.map(|by| (by.written(row.started_later), row.above_rate_because));
    let early = row.early_because.as_deref().and_then(Early::parse);
    let ended = done(row.ended_by, row.ended_name, row.ended);
    let ended = ended.map(|by| (by.written(row.ended_later), early, row.ended_note));
    let signed = done(row.signed_by, row.signed_name, row.signed).map(|by| (by, row.signed_note));
    let why = row
        .absent_reason
        .as_deref()
        .and_then(Absence::parse)
        .unwrap_or(Absence::Unknown);
    let absent = done(row.absent_by, row.absent_name, row.absent).map(|by| (by, why, row.absent_note));
    let why = row
        .cancelled_reason
        .as_deref()
        .and_then(CalledOff::parse)
        .unwrap_or(CalledOff::Other);
    let cancelled = done(row.cancelled_by, row.cancelled_name, row.cancelled).map(|by| (by, why, row.cancelled_note));
    Ok(Some(Sheet {
        id: row.id,
        patient,
        stage: stage(&row.state),
        station: row.station,
        ward: WardId(row.ward_id),
        device: row.device_id.map(DeviceId).zip(row.device),
        planned: (from_db(row.from), from_db(row.until)),
        minutes: row.minutes.into(),
        checked_in,
        look: written::look(tx, session).await?,
        started,
        observations: written::observations(tx, session).await?,
        access_looks: written::access_looks(tx, session).await?,
        targets: written::targets(tx, session).await?,
        exchanges: written::exchanges(tx, session).await?,
        interventions: written::interventions(tx, session).await?,
        medicines: written::medicines(tx, session).await?,
        events: written::events(tx, session).await?,
        ended,
        after: written::after(tx, session).await?,
        samples: urea::lines(tx, session).await?,
        lots: written::lots(tx, session).await?,
        signed,
        amendments: written::amendments(tx, session).await?,
        absent,
        cancelled,
    }))
}
