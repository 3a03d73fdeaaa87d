//! The last hours or days of one patient for the drawn chart: thinned in the database to the lowest and the highest of every slot (two minutes of a day), so that no extreme is ever lost
//! and a page costs the same however fast the device posts and however far the chart reaches. What lies before the last day is read from minutes (`super::minutes`), which keep both.

use std::cmp::Ordering;

use domain::access::Action;
use domain::alerts::limits::PatientLimit;
use domain::ids::PatientId;
use domain::live::LastScore;
use domain::news2::Scale;
use domain::patients::{Section, Series, View};
use domain::telemetry::{Latest, Parameter, Promise, Span};
use domain::time::{Moment, Zone};
use time::OffsetDateTime;

use super::scores::{Rules, scores};
use super::seen::Seen;
use crate::audit::{self, Entry, Kind};
use crate::ctx::{Ctx, Tx};
use crate::error::Result;
use crate::organisation::zone_of_actor;
use crate::patients::{limits, portal};
use crate::time::{from_db, to_db};

/// What the chart of a day is drawn from.
#[derive(Clone, Debug)]
pub struct Trend {
    /// How far back it reaches.
    pub span: Span,
    /// Where the chart begins.
    pub since: Moment,
    /// Where it ends: now.
    pub until: Moment,
    /// Heart rate, SpO2, respiration, systolic, diastolic, temperature; a parameter without values is left out.
    pub series: Vec<Series>,
    /// Every complete NEWS2 that differs from the one before it.
    pub scores: Vec<LastScore>,
    /// When the replay of a recording began, in a demo.
    pub replay_since: Option<Moment>,
    /// Limits of this patient that replace the defaults.
    pub limits: Vec<PatientLimit>,
    /// The hospital's zone.
    pub zone: Zone,
    /// The SpO2 scale that is prescribed: limits and bands depend on it.
    pub scale: Scale,
    /// How often the device promised to measure, for gaps.
    pub promise: Promise,
    /// The newest value of each parameter, as measured: the series hold extremes.
    pub latest: Latest,
}

impl Trend {
    /// The day as a reader of the portal is shown it.
    #[must_use]
    pub fn shown_to(mut self, view: &View) -> Self {
        if !view.shows(Section::Score) {
            self.scores = Vec::new();
        }
        if !view.shows(Section::Values) {
            self.latest = Latest::default();
        }
        self
    }
}

/// The last hours or days of a patient. Who reads through the portal is shown a day, whatever was asked for.
///
/// Errors: not found for a patient outside the actor's reach; denied when the portal does not show this part.
pub async fn trend(ctx: &Ctx, patient: PatientId, span: Span) -> Result<Trend> {
    let (mut tx, grounds) = ctx.begin_on_grounds(Action::ReadPatient, patient).await?;
    let view = portal::view(&mut tx, ctx, patient).await?;
    portal::must_show(ctx, view.as_ref(), Section::Trend, patient).await?;
    let span = if view.is_some() { Span::Day } else { span };
    let trend = gather(&mut tx, ctx, patient, Seen::by(ctx, &grounds)?, span).await?;
    let shown = [Kind::Vitals, Kind::Scores, Kind::Limits];
    let entry = Entry::patient(Action::ReadPatient, patient, &shown).on(&grounds);
    audit::record(ctx, entry).await?;
    tx.commit().await?;
    Ok(match &view {
        Some(view) => trend.shown_to(view),
        None => trend,
    })
}

/// All of it as far as it is seen, for a verb that has decided who reads it and records that.
pub(crate) async fn gather(tx: &mut Tx, ctx: &Ctx, patient: PatientId, seen: Seen, span: Span) -> Result<Trend> {
    let until = ctx.now();
    let since = begin(until, span);
    // Slots are counted from the beginning. Where minutes end and readings begin is an edge of a slot, so that none is told in two parts.
    let slot = span.slot_seconds() as f64;
    let day_ago = until.plus_seconds(-(Span::Day.seconds() as f64));
    let told = (day_ago.seconds_since(since) / slot).floor() * slot;
    let edge = since.plus_seconds(told.max(0.0));
    let mut stretches = match span.is_long() {
        true => of_minutes(tx, patient, (since, edge), slot).await?,
        false => Vec::new(),
    };
    stretches.extend(of_readings(tx, patient, (edge, until), slot).await?);
    let own = limits::of_patients(tx, &[patient.0], until).await?.remove(&patient);
    let mut limits = ctx.house().now.set_limits(patient, seen);
    limits.extend(own.unwrap_or_default());
    let zone = zone_of_actor(tx, ctx).await?;
    let now = &ctx.house().now;
    let known = now.patient(patient, seen);
    let scale = known
        .as_ref()
        .and_then(|known| now.placement(known.device))
        .map(|placement| placement.scale)
        .unwrap_or_default();
    let too_young = known.as_ref().is_some_and(|known| known.too_young);
    let (replay_since, promise, latest) = known
        .map(|known| (known.replay_since, known.promise, known.latest))
        .unwrap_or_default();
    let rules = Rules {
        scale,
        promise: promise.clone(),
        replay_since,
    };
    // A score is made of values that may be hours old, so those of one hour are told from the whole day.
    let scores = match too_young || span.is_long() {
        true => Vec::new(),
        false => scores(tx, patient, (day_ago, until), rules).await?,
    };
    // With the one that still stood when it began.
    let first = scores.partition_point(|score| score.at < since).saturating_sub(1);
    let scores = scores.into_iter().skip(first).collect();

    const LANES: [Parameter; 6] = [
        Parameter::HeartRate,
        Parameter::Spo2,
        Parameter::Respiration,
        Parameter::Systolic,
        Parameter::Diastolic,
        Parameter::Temperature,
    ];
    let series = lines(&LANES, stretches);
    Ok(Trend {
        span,
        since,
        until,
        series,
        scores,
        replay_since,
        limits,
        zone,
        scale,
        promise,
        latest,
    })
}

/// Where it begins: for one that holds minutes at a whole minute, so that none is left out.
fn begin(until: Moment, span: Span) -> Moment {
    const MINUTE: i64 = 60_000;
    let since = until.plus_seconds(-(span.seconds() as f64));
    match span.is_long() {
        true => Moment::from_millis(since.millis().div_euclid(MINUTE) * MINUTE),
        false => since,
    }
}

/// The place of a parameter among the lanes, its lowest and its highest value in one slot.
pub(crate) type Stretch = (i32, (Moment, f32), (Moment, f32));

/// A slot of one parameter as a row: its lowest and its highest value with their times.
struct SlotRow {
    parameter: i32,
    low: f32,
    high: f32,
    low_at: OffsetDateTime,
    high_at: OffsetDateTime,
}

impl SlotRow {
    fn stretch(self) -> Stretch {
        let (low, high) = ((from_db(self.low_at), self.low), (from_db(self.high_at), self.high));
        (self.parameter, low, high)
    }
}

/// Each slot from `since` to `until` as it was measured.
async fn of_readings(
    tx: &mut Tx,
    patient: PatientId,
    (since, until): (Moment, Moment),
    slot: f64,
) -> Result<Vec<Stretch>> {
    let rows = sqlx::query_as!(
        SlotRow,
        r#"SELECT v.parameter AS "parameter!", min(v.value) AS "low!", max(v.value) AS "high!",
                  (array_agg(r.taken_at ORDER BY v.value, r.taken_at))[1] AS "low_at!",
                  (array_agg(r.taken_at ORDER BY v.value DESC, r.taken_at))[1] AS "high_at!"
             FROM joined($1) AS j
             JOIN device_session s ON s.patient_id = j.id AND s.hospital_id = coalesce(j.held_by, s.hospital_id)
             JOIN reading r ON r.device_id = s.device_id AND s.during @> r.taken_at
            CROSS JOIN LATERAL (VALUES (0, r.heart_rate), (1, r.spo2), (2, r.respiration), (3, r.systolic), (4, r.diastolic), (5, r.temperature))
                  AS v (parameter, value)
            WHERE s.during && tstzrange($2, $3, '[]')
              AND r.taken_at >= $2 AND r.taken_at <= $3 AND v.value IS NOT NULL
            GROUP BY v.parameter, date_bin(make_interval(secs => $4), r.taken_at, $2)
            ORDER BY v.parameter, min(r.taken_at)"#,
        patient.0,
        to_db(since),
        to_db(until),
        slot,
    )
    .fetch_all(&mut **tx)
    .await?;
    Ok(rows.into_iter().map(SlotRow::stretch).collect())
}

/// Each slot from `since` to `until` as minutes tell it: its lowest and its highest stand at the minutes that had them. The minute in which `until` lies is told whole.
async fn of_minutes(
    tx: &mut Tx,
    patient: PatientId,
    (since, until): (Moment, Moment),
    slot: f64,
) -> Result<Vec<Stretch>> {
    let rows = sqlx::query_as!(
        SlotRow,
        r#"SELECT v.parameter AS "parameter!", min(v.low) AS "low!", max(v.high) AS "high!",
                  (array_agg(m.minute ORDER BY v.low, m.minute))[1] AS "low_at!",
                  (array_agg(m.minute ORDER BY v.high DESC, m.minute))[1] AS "high_at!"
             FROM joined($1) AS j
             JOIN device_session s ON s.patient_id = j.id AND s.hospital_id = coalesce(j.held_by, s.hospital_id)
             JOIN reading_minute m ON m.session_id = s.id
            CROSS JOIN LATERAL (VALUES
                  (0, coalesce(m.heart_rate_low, m.heart_rate), coalesce(m.heart_rate_high, m.heart_rate)),
                  (1, coalesce(m.spo2_low, m.spo2), coalesce(m.spo2_high, m.spo2)),
                  (2, coalesce(m.respiration_low, m.respiration), coalesce(m.respiration_high, m.respiration)),
                  (3, coalesce(m.systolic_low, m.systolic), coalesce(m.systolic_high, m.systolic)),
                  (4, coalesce(m.diastolic_low, m.diastolic), coalesce(m.diastolic_high, m.diastolic)),
                  (5, coalesce(m.temperature_low, m.temperature), coalesce(m.temperature_high, m.temperature)))
                  AS v (parameter, low, high)
            WHERE s.during && tstzrange($2, $3) AND m.minute >= $2 AND m.minute < $3 AND v.low IS NOT NULL
            GROUP BY v.parameter, date_bin(make_interval(secs => $4), m.minute, $2)
            ORDER BY v.parameter, min(m.minute)"#,
        patient.0,
        to_db(since),
        to_db(until),
        slot,
    )
    .fetch_all(&mut **tx)
    .await?;
    Ok(rows.into_iter().map(SlotRow::stretch).collect())
}

/// The lines of these parameters, of the lowest and the highest value of each stretch of time with the place of its parameter among them; one without values is left out.
pub(crate) fn lines(parameters: &[Parameter], stretches: impl IntoIterator<Item = Stretch>) -> Vec<Series> {
    let mut lines: Vec<Series> = parameters
        .iter()
        .map(|parameter| Series {
            parameter: *parameter,
            points: Vec::new(),
        })
        .collect();
    for (place, low, high) in stretches {
        let Some(line) = usize::try_from(place).ok().and_then(|place| lines.get_mut(place)) else {
            continue;
        };
        match low.0.cmp(&high.0) {
            Ordering::Less => line.points.extend([low, high]),
            Ordering::Greater => line.points.extend([high, low]),
            Ordering::Equal => line.points.push(low),
        }
    }
    lines.retain(|line| !line.points.is_empty());
    lines
}
