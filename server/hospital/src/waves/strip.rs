//! The curves around alarms, for who reads the record: which alarms have some, and a stretch of one.

use domain::access::Action;
use domain::alerts::{AROUND_SECONDS, Kind as About};
use domain::ids::{AlarmId, PatientId};
use domain::time::{Moment, Zone};
use domain::waves::pack::unpack;
use domain::waves::{Channel, Stretch};
use time::OffsetDateTime;

use crate::alerts::row::kind_of;
use crate::audit::{self, Entry, Kind};
use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};
use crate::organisation::zone_of_actor;
use crate::time::{from_db, to_db};

/// Alarms of one list.
const MOST: i64 = 100;
/// Stretches of one look.
const MOST_STRETCHES: i64 = 3_000;
/// How far from the alarm can be looked, in seconds: no curve is kept beyond.
pub const FARTHEST: i32 = AROUND_SECONDS as i32;

/// An alarm of which curves are kept.
#[derive(Clone, Debug, PartialEq)]
pub struct StripLine {
    /// Which.
    pub alarm: AlarmId,
    /// What it was about.
    pub about: About,
    /// When it was raised, the last time of which there are curves.
    pub raised_at: Moment,
    /// What was drawn, in the order of a monitor.
    pub channels: Vec<Channel>,
}

/// One channel in the stretch of time that was asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Curve {
    /// What is drawn.
    pub channel: Channel,
    /// Without gaps in themselves; what lies between two is a gap.
    pub stretches: Vec<Stretch>,
}

/// The curves around one alarm.
#[derive(Clone, Debug, PartialEq)]
pub struct Strip {
    /// The alarm.
    pub line: StripLine,
    /// From when on and until when is shown.
    pub shown: (Moment, Moment),
    /// What is kept of it, from the first sample to the last.
    pub kept: (Moment, Moment),
    /// Each channel that is kept, also one that drew nothing in what is shown.
    pub curves: Vec<Curve>,
    /// The hospital's zone.
    pub zone: Zone,
}

/// The alarms of a patient of which curves are kept, the newest first; at most 100. The look is recorded.
///
/// # Errors
/// Not found or denied for who does not read the record.
pub async fn strips(ctx: &Ctx, patient: PatientId) -> Result<Vec<StripLine>> {
    let (mut tx, grounds) = ctx.begin_on_grounds(Action::ReadBackground, patient).await?;
    let rows = sqlx::query!(
        r#"SELECT a.id, a.kind, a.parameter, a.side, max(c.raised_at) AS "raised_at!", array_agg(DISTINCT c.channel) AS "channels!"
             FROM joined($1) AS j
             JOIN device_session s ON s.patient_id = j.id AND s.hospital_id = coalesce(j.held_by, s.hospital_id)
             JOIN alarm a ON a.device_id = s.device_id AND s.during @> a.raised_at
             JOIN alarm_curve c ON c.alarm_id = a.id
            GROUP BY a.id
            ORDER BY 5 DESC, a.id
            LIMIT $2"#,
        patient.0,
        MOST,
    )
    .fetch_all(&mut *tx)
    .await?;
    let entry = Entry::patient(Action::ReadBackground, patient, &[Kind::Alarms]).on(&grounds);
    audit::record(ctx, entry).await?;
    tx.commit().await?;
    let lines = rows.into_iter().filter_map(|row| {
        Some(StripLine {
            alarm: AlarmId(row.id),
            about: kind_of(&row.kind, &row.parameter, &row.side)?,
            raised_at: from_db(row.raised_at),
            channels: in_order(&row.channels),
        })
    });
    Ok(lines.collect())
}

/// The channels of these names, in the order of a monitor.
fn in_order(names: &[String]) -> Vec<Channel> {
    let is_there = |channel: &Channel| names.iter().any(|name| name == channel.name());
    Channel::ALL.into_iter().filter(is_there).collect()
}

/// The curves of one alarm from `after` seconds after it on (before it, when negative), for `seconds`. The look is recorded.
///
/// # Errors
/// Not found for an alarm of somebody else or without curves; as [`strips`].
pub async fn open_strip(ctx: &Ctx, patient: PatientId, alarm: AlarmId, (after, seconds): (i32, u32)) -> Result<Strip> {
    let (mut tx, grounds) = ctx.begin_on_grounds(Action::ReadBackground, patient).await?;
    let found = sqlx::query!(
        r#"SELECT a.kind, a.parameter, a.side, c.raised_at, array_agg(DISTINCT c.channel) AS "channels!", min(c.started_at) AS "from!",
                  max(c.started_at + make_interval(secs => c.samples::float8 / c.hz)) AS "to!"
             FROM joined($1) AS j
             JOIN device_session s ON s.patient_id = j.id AND s.hospital_id = coalesce(j.held_by, s.hospital_id)
             JOIN alarm a ON a.device_id = s.device_id AND s.during @> a.raised_at
             JOIN alarm_curve c ON c.alarm_id = a.id
            WHERE a.id = $2
            GROUP BY a.id, c.raised_at
            ORDER BY c.raised_at DESC
            LIMIT 1"#,
        patient.0,
        alarm.0,
    )
    .fetch_optional(&mut *tx)
    .await?
    .ok_or(HospitalError::NotFound)?;
    let raised_at = from_db(found.raised_at);
    let from = raised_at.plus_seconds(f64::from(after.clamp(-FARTHEST, FARTHEST)));
    let to = from.plus_seconds(f64::from(seconds.min(60)));
    let rows = sqlx::query_as!(
        Row,
        "SELECT channel, started_at, hz, step, samples, packed
           FROM alarm_curve
          WHERE alarm_id = $1 AND raised_at = $2
            AND started_at < $4 AND started_at + make_interval(secs => samples::float8 / hz) > $3
          ORDER BY channel, started_at
          LIMIT $5",
        alarm.0,
        found.raised_at,
        to_db(from),
        to_db(to),
        MOST_STRETCHES,
    )
    .fetch_all(&mut *tx)
    .await?;
    let zone = zone_of_actor(&mut tx, ctx).await?;
    let entry = Entry::patient(Action::ReadBackground, patient, &[Kind::Alarms, Kind::Vitals]).on(&grounds);
    audit::record(ctx, entry).await?;
    tx.commit().await?;
    let channels = in_order(&found.channels);
    let curves = channels.iter().map(|channel| Curve {
        channel: *channel,
        stretches: of_channel(&rows, *channel, (from, to)),
    });
    Ok(Strip {
        shown: (from, to),
        kept: (from_db(found.from), from_db(found.to)),
        curves: curves.collect(),
        line: StripLine {
            alarm,
            about: kind_of(&found.kind, &found.parameter, &found.side)
                .ok_or(HospitalError::Internal("an alarm of a kind this version does not know"))?,
            raised_at,
            channels,
        },
        zone,
    })
}

/// One row of `alarm_curve`.
struct Row {
    channel: String,
    started_at: OffsetDateTime,
    hz: i16,
    step: f64,
    samples: i32,
    packed: Vec<u8>,
}

/// What one channel drew in this time. What was written in two parts is one again: less than two samples are missing where they meet.
fn of_channel(rows: &[Row], channel: Channel, (from, to): (Moment, Moment)) -> Vec<Stretch> {
    let mut stretches: Vec<Stretch> = Vec::new();
    for row in rows.iter().filter(|row| row.channel == channel.name()) {
        let (Ok(most), Ok(hz)) = (usize::try_from(row.samples), u16::try_from(row.hz)) else {
            continue;
        };
        let whole = match unpack(&row.packed, most) {
            Ok(whole) => whole,
            Err(cause) => {
                tracing::error!(%cause, "a stretch of a curve cannot be read; it is shown as a gap");
                continue;
            }
        };
        let began = from_db(row.started_at);
        let at = |index: usize| began.plus_seconds(index as f64 / f64::from(hz));
        let first = (0..whole.len()).find(|index| at(*index) >= from);
        let Some(first) = first else { continue };
        let end = (first..whole.len())
            .find(|index| at(*index) >= to)
            .unwrap_or(whole.len());
        let samples = whole.get(first..end).unwrap_or_default();
        if samples.is_empty() {
            continue;
        }
        match stretches.last_mut() {
            Some(last) if goes_on(last, at(first), hz, row.step) => last.samples.extend(samples),
            _ => stretches.push(Stretch {
                started_at: at(first),
                hz,
                step: row.step,
                samples: samples.to_vec(),
            }),
        }
    }
    stretches
}

fn goes_on(last: &Stretch, at: Moment, hz: u16, step: f64) -> bool {
    let rate = f64::from(last.hz);
    let end = last.started_at.plus_seconds(last.samples.len() as f64 / rate);
    last.hz == hz && last.step == step && at.seconds_since(end) < 2.0 / rate
}
