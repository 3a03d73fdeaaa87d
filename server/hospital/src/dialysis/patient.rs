//! How one patient is dialysed: the page of a patient.

use domain::access::{Action, Subject};
use domain::dialysis::adequacy::Inputs;
use domain::dialysis::before::Pressure;
use domain::dialysis::days::Days;
use domain::dialysis::ektv::Drawn;
use domain::dialysis::hypotension::{Guideline, by_guideline};
use domain::dialysis::quantities::{Kilograms, Millilitres, Minutes, MmHg, Urea};
use domain::dialysis::samples;
use domain::dialysis::session::{Early, Stage};
use domain::ids::PatientId;
use domain::time::{Moment, Zone};
use time::OffsetDateTime;
use uuid::Uuid;

use super::access::{self, Access};
use super::continuous::{self, Continuous};
use super::dry_weight::{self, DryWeight};
use super::infections::{self, Infection};
use super::prescribe::{self, Version};
use super::recurs::{self, Recurs};
use super::unsuited::{self, Unsuited};
use super::updates::{self, Noted};
use super::urea::{is_wanted, wanted_since};
use super::{falls, stage};
use crate::audit::{self, Entry, Kind};
use crate::ctx::{Ctx, Tx};
use crate::error::Result;
use crate::organisation::zone_of_actor;
use crate::time::from_db;

/// A session in a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Treated {
    /// Which.
    pub id: Uuid,
    /// How far it has come.
    pub stage: Stage,
    /// For when the chair was kept.
    pub planned: (Moment, Moment),
    /// The chair.
    pub station: String,
    /// When blood ran.
    pub ran: (Option<Moment>, Option<Moment>),
    /// How long blood ran, where that was amended.
    pub lasted: Option<Minutes>,
    /// Why it ended before its time.
    pub early: Option<Early>,
    /// Weights before and after.
    pub weights: (Option<Kilograms>, Option<Kilograms>),
    /// Systolic pressure before, the lowest while it ran (written, or measured by a machine), and after.
    pub systolic: (Option<MmHg>, Option<MmHg>, Option<MmHg>),
    /// Fluid that was to be taken, and that was.
    pub uf: (Option<Millilitres>, Option<Millilitres>),
    /// Urea before and after: the newest that was written, also after the signature.
    pub urea: (Option<Urea>, Option<Urea>),
    /// The newest line of a sample before and after, which another corrects.
    pub samples: (Option<Uuid>, Option<Uuid>),
    /// Whether blood was drawn from a catheter.
    pub by_catheter: bool,
    /// How far a fall of the pressure is one by the guideline; none without a pressure while it ran.
    pub guideline: Option<Guideline>,
    /// Treatments a week by the prescription under which it began, whatever was prescribed since.
    pub per_week: u32,
}

impl Treated {
    /// How long blood ran; none while it runs.
    pub fn minutes(&self) -> Option<Minutes> {
        if self.lasted.is_some() {
            return self.lasted;
        }
        let (from, until) = (self.ran.0?, self.ran.1?);
        Some(Minutes((until.seconds_since(from) / 60.0).round()))
    }

    /// Whether a value of urea is still asked for.
    fn is_urea_wanted(&self, now: Moment) -> bool {
        let drawn = (self.samples.0.is_some(), self.samples.1.is_some());
        self.stage.is_ended()
            && self.ran.1.is_some_and(|ended| ended >= wanted_since(now))
            && is_wanted(self.urea, drawn)
    }

    /// What the formulas of adequacy ask for; none without both values of urea.
    pub fn adequacy(&self) -> Option<Inputs> {
        let (pre, post) = (self.urea.0?, self.urea.1?);
        Some(Inputs {
            pre: Some(pre),
            post: Some(post),
            time: self.minutes()?,
            uf: self.uf.1?,
            after: self.weights.1,
            drawn: if self.by_catheter {
                Drawn::Catheter
            } else {
                Drawn::Arteriovenous
            },
            per_week: self.per_week,
        })
    }
}

/// The page.
#[derive(Clone, Debug)]
pub struct Dialysed {
    /// The machine that runs around the clock, while they are on one.
    pub continuous: Option<Continuous>,
    /// Versions of the prescription; the one that holds first, when one does.
    pub prescriptions: Vec<Version>,
    /// Dry weights, the newest first.
    pub dry: Vec<DryWeight>,
    /// Accesses: those in use first.
    pub accesses: Vec<Access>,
    /// What others must not get.
    pub infections: Vec<Infection>,
    /// What is booked at a chair that is none apart, though they need one.
    pub unsuited: Vec<Unsuited>,
    /// Sessions, the newest first.
    pub sessions: Vec<Treated>,
    /// Earlier sessions with a value of urea that are no older than a year, the newest first: with [`Self::sessions`] a year of what is measured once a month.
    pub year: Vec<Treated>,
    /// Of which of them urea is wanted: one of the two values is there, or blood was drawn, and the other or its answer is missing.
    pub wanted: Vec<Uuid>,
    /// What recurs over them.
    pub recurs: Recurs,
    /// Whether the list begins with the newest session.
    pub is_first: bool,
    /// Where the list goes on: before this moment.
    pub next: Option<Moment>,
    /// When this was read.
    pub read_at: Moment,
    /// What was noted at the machine, for who reads that.
    pub noted: Vec<Noted>,
    /// Whether the reader prescribes.
    pub may_prescribe: bool,
    /// Whether the reader runs sessions.
    pub may_run: bool,
}

impl Dialysed {
    /// The prescription that holds.
    pub fn prescription(&self) -> Option<&Version> {
        self.prescriptions.first().filter(|version| version.ended_at.is_none())
    }

    /// Every session of a year that may have a figure of adequacy, the newest first.
    pub fn of_a_year(&self) -> impl Iterator<Item = &Treated> {
        let since = self.read_at.plus_seconds(-YEAR);
        let all = self.sessions.iter().chain(&self.year);
        all.filter(move |session| session.planned.0 >= since)
    }
}

/// Sessions of a page.
const PAGE: i64 = 40;
/// How far back figures of adequacy are shown, in seconds: they are measured once a month (KDOQI 2006 CPR 4.9), and a few of them are no course.
const YEAR: f64 = 365.0 * 86_400.0;

/// Opens it; the look is recorded. `before` says where the list of sessions goes on.
///
/// # Errors
/// Not found for a patient outside the actor's reach.
pub async fn open(ctx: &Ctx, patient: PatientId, before: Option<Moment>) -> Result<Dialysed> {
    let (mut tx, grounds) = ctx.begin_on_grounds(Action::ReadDialysis, patient).await?;
    let prescriptions = prescribe::versions(&mut tx, patient, None).await?;
    let continuous = match ctx.actor().hospital() {
        Some(hospital) => continuous::of_patient(&mut tx, ctx, hospital, patient).await?,
        None => None,
    };
    let dry = dry_weight::values(&mut tx, patient).await?;
    let accesses = access::known(&mut tx, patient).await?;
    let infections = infections::now(&mut tx, patient).await?;
    let unsuited = unsuited::of(&mut tx, ctx, patient).await?;
    let mut sessions = treated(&mut tx, patient, before, PAGE + 1, ctx.now()).await?;
    let is_more = sessions.len() > PAGE as usize;
    sessions.truncate(PAGE as usize);
    // A patient is of no hospital: days are theirs by UTC.
    let zone = match ctx.actor().hospital() {
        Some(_) => zone_of_actor(&mut tx, ctx).await?,
        None => Zone::default(),
    };
    let recurs = recurs::over(&mut tx, patient, &sessions, &zone).await?;
    let year = measured_before(&mut tx, patient, sessions.last(), ctx.now()).await?;
    let subject = Subject::Patient {
        patient,
        relations: grounds.held,
    };
    let noted = match ctx.may(Action::ReadUpdates, &subject) {
        true => updates::now(&mut tx, patient).await?,
        false => Vec::new(),
    };
    audit::record(
        ctx,
        Entry::patient(Action::ReadDialysis, patient, &[Kind::Dialysis]).on(&grounds),
    )
    .await?;
    tx.commit().await?;
    let wanted = sessions.iter().filter(|session| session.is_urea_wanted(ctx.now()));
    Ok(Dialysed {
        wanted: wanted.map(|session| session.id).collect(),
        is_first: before.is_none(),
        next: sessions.last().filter(|_| is_more).map(|last| last.planned.0),
        continuous,
        prescriptions,
        dry,
        accesses,
        infections,
        unsuited,
        sessions,
        year,
        recurs,
        read_at: ctx.now(),
        noted,
        may_prescribe: ctx.may(Action::PrescribeDialysis, &subject),
        may_run: ctx.may(Action::RunDialysis, &subject),
    })
}

/// Sessions of a year before the oldest of these with a value of urea; none where these are all.
async fn measured_before(
    tx: &mut Tx,
    patient: PatientId,
    oldest: Option<&Treated>,
    now: Moment,
) -> Result<Vec<Treated>> {
    let Some(oldest) = oldest else { return Ok(Vec::new()) };
    let found = sqlx::query_scalar!(
        r#"SELECT   s.id AS "id!"
           FROM     joined($1) AS j
           JOIN     dialysis_session s ON s.patient_id = j.id AND s.hospital_id = coalesce(j.held_by, s.hospital_id)
           WHERE    s.state IN ('closed', 'interrupted', 'signed') AND lower(s.planned) < $2 AND lower(s.planned) >= $3
             AND   (EXISTS (SELECT FROM session_before f WHERE f.session_id = s.id AND f.urea IS NOT NULL)
                 OR EXISTS (SELECT FROM session_urea f WHERE f.session_id = s.id AND f.taken = 'pre' AND f.value IS NOT NULL))
           ORDER BY lower(s.planned) DESC, s.id DESC
           LIMIT    200"#,
        patient.0,
        crate::time::to_db(oldest.planned.0),
        crate::time::to_db(now.plus_seconds(-YEAR)),
    )
    .fetch_all(&mut **tx)
    .await?;
    if found.is_empty() {
        return Ok(Vec::new());
    }
    treated_of(tx, patient, (None, Some(&found)), 200, now).await
}

/// The sessions, the newest first, for a verb that has decided who reads them. What was called off is not among them.
pub(crate) async fn treated(
    tx: &mut Tx,
    patient: PatientId,
    before: Option<Moment>,
    most: i64,
    now: Moment,
) -> Result<Vec<Treated>> {
    treated_of(tx, patient, (before, None), most, now).await
}

/// The same, of these alone where some are named.
async fn treated_of(
    tx: &mut Tx,
    patient: PatientId,
    (before, only): (Option<Moment>, Option<&[Uuid]>),
    most: i64,
    now: Moment,
) -> Result<Vec<Treated>> {
    let rows = sqlx::query!(
        r#"SELECT   s.id, s.state, lower(s.planned) AS "from!", upper(s.planned) AS "until!", c.name AS station, b.at AS "started?", e.at AS "ended?",
                    e.early_because AS "early?", session_number(s.id, 'weight_before', l.weight) AS "before?", session_number(s.id, 'minutes', NULL) AS "lasted?",
                    l.lying_systolic AS "systolic_before?", coalesce(t.uf_goal, l.uf_goal) AS uf_goal, l.urea AS "urea_before?", l.recorded_at AS "looked_at?",
                    session_number(s.id, 'weight_after', a.weight) AS "after?", a.lying_systolic AS "systolic_after?",
                    session_number(s.id, 'uf_removed', a.uf_removed)::int AS "uf_removed?", a.urea AS "urea_after?", a.recorded_at AS "looked_after_at?",
                    v.kind AS "access?", l.lying_diastolic AS "diastolic_before?", p.weekdays AS "weekdays?",
                    x.id AS "pre?", x.value AS "pre_value?", x.recorded_at AS "pre_at?", y.id AS "post?", y.value AS "post_value?", y.recorded_at AS "post_at?"
           FROM     joined($1) AS j
           JOIN     dialysis_session s ON s.patient_id = j.id AND s.hospital_id = coalesce(j.held_by, s.hospital_id)
           JOIN     station c ON c.id = s.station_id
           LEFT JOIN session_started b ON b.session_id = s.id
           LEFT JOIN session_ended e   ON e.session_id = s.id
           LEFT JOIN dialysis_prescription p ON p.id = b.prescription_id
           LEFT JOIN LATERAL (SELECT f.* FROM session_before f WHERE f.session_id = s.id ORDER BY f.recorded_at DESC, f.id DESC LIMIT 1) AS l ON true
           LEFT JOIN LATERAL (SELECT f.* FROM session_after f WHERE f.session_id = s.id ORDER BY f.recorded_at DESC, f.id DESC LIMIT 1) AS a ON true
           LEFT JOIN LATERAL (SELECT f.uf_goal FROM session_target f WHERE f.session_id = s.id ORDER BY f.at DESC, f.id DESC LIMIT 1) AS t ON true
           LEFT JOIN vascular_access v ON v.id = l.access_id
           LEFT JOIN LATERAL (SELECT f.* FROM session_urea f WHERE f.session_id = s.id AND f.taken = 'pre' ORDER BY f.recorded_at DESC, f.id DESC LIMIT 1) AS x ON true
           LEFT JOIN LATERAL (SELECT f.* FROM session_urea f WHERE f.session_id = s.id AND f.taken = 'post' ORDER BY f.recorded_at DESC, f.id DESC LIMIT 1) AS y ON true
           WHERE    s.state <> 'cancelled' AND ($2::timestamptz IS NULL OR lower(s.planned) < $2)
             AND    ($4::uuid[] IS NULL OR s.id = ANY ($4))
           ORDER BY lower(s.planned) DESC, s.id DESC
           LIMIT    $3"#,
        patient.0,
        before.map(crate::time::to_db),
        most,
        only,
    )
    .fetch_all(&mut **tx)
    .await?;
    let ran: Vec<falls::Ran> = rows
        .iter()
        .filter_map(|row| Some((row.id, from_db(row.started?), row.ended.map_or(now, from_db))))
        .collect();
    let mut seen = falls::seen(tx, patient, &ran).await?;
    let pressure = |value: Option<i16>| value.map(|value| MmHg(value.into()));
    let volume = |value: Option<i32>| value.map(|value| Millilitres(value.into()));
    // A line of its own, or what stands in the look: the newest that was written.
    let counts =
        |line: Option<OffsetDateTime>, value: Option<f64>, looked_at: Option<OffsetDateTime>, looked: Option<f64>| {
            let line = line.map(|at| (from_db(at), value.map(Urea)));
            samples::counts(line, looked_at.map(|at| (from_db(at), looked.map(Urea))))
        };
    let sessions = rows.into_iter().map(|row| {
        let seen = seen.remove(&row.id).unwrap_or_default();
        let before = row.systolic_before.zip(row.diastolic_before);
        Treated {
            id: row.id,
            stage: stage(&row.state),
            planned: (from_db(row.from), from_db(row.until)),
            station: row.station,
            ran: (row.started.map(from_db), row.ended.map(from_db)),
            lasted: row.lasted.map(Minutes),
            early: row.early.as_deref().and_then(Early::parse),
            weights: (row.before.map(Kilograms), row.after.map(Kilograms)),
            systolic: (
                pressure(row.systolic_before),
                seen.lowest(),
                pressure(row.systolic_after),
            ),
            uf: (volume(row.uf_goal), volume(row.uf_removed)),
            urea: (
                counts(row.pre_at, row.pre_value, row.looked_at, row.urea_before),
                counts(row.post_at, row.post_value, row.looked_after_at, row.urea_after),
            ),
            samples: (row.pre, row.post),
            guideline: before.and_then(|(above, below)| by_guideline(Pressure::of(above.into(), below.into()), &seen)),
            by_catheter: row
                .access
                .as_deref()
                .is_some_and(|kind| matches!(kind, "tunnelled" | "non_tunnelled")),
            per_week: prescribe::per_week(row.weekdays.map(Days::of_iso)),
        }
    });
    Ok(sessions.collect())
}
