//! The paths of what is drawn and told of a patient's values: charts, curves, minutes, readings.

use domain::dialysis::places::Day;
use domain::ids::{AlarmId, PatientId};
use domain::telemetry::Span;
use domain::time::Moment;

use super::{MY_RECORD, patient};

/// The alarms of one patient of which curves are kept.
pub fn curves_of(patient: PatientId) -> String {
    format!("/patients/{patient}/curves")
}

/// A day of one patient by the minute, as `2026-11-24`; yesterday when none is asked for.
pub fn past_day_of(patient: PatientId, day: Option<Day>) -> String {
    let page = format!("/patients/{patient}/minutes");
    match day {
        Some(day) => format!("{page}?day={}", day.text()),
        None => page,
    }
}

/// The readings around one alarm, from so many seconds after it on.
pub fn around_alarm(patient: PatientId, alarm: AlarmId, after: Option<i32>) -> String {
    let page = format!("/patients/{patient}/minutes/{alarm}");
    match after {
        Some(after) => format!("{page}?after={after}"),
        None => page,
    }
}

/// What is drawn of a patient now.
pub fn monitor_of(patient: PatientId) -> String {
    format!("/patients/{patient}/monitor")
}

/// The socket on which it moves.
pub const WAVES_SOCKET: &str = "/ws/waves/{patient}";

/// [`WAVES_SOCKET`] of one patient.
pub fn waves_of(patient: PatientId) -> String {
    format!("/ws/waves/{patient}")
}

/// What moves of it.
pub fn curves_now(patient: PatientId) -> String {
    format!("/charts/curves/{patient}")
}

/// The curves of one alarm, from so many seconds after it on.
pub fn curves_of_alarm(patient: PatientId, alarm: AlarmId, after: Option<i32>) -> String {
    let page = format!("{}/{alarm}", curves_of(patient));
    match after {
        Some(after) => format!("{page}?after={after}"),
        None => page,
    }
}

/// The drawn chart of a patient: a day, or another range.
pub fn day_chart(patient: PatientId, span: Span) -> String {
    format!("/charts/patients/{patient}/day.svg{}", range_of(span))
}

/// The page of a patient with a chart that reaches so far.
pub fn patient_over(id: PatientId, span: Span) -> String {
    format!("{}{}#day", patient(id), range_of(span))
}

fn range_of(span: Span) -> String {
    match span == Span::default() {
        true => String::new(),
        false => format!("?range={}", span.name()),
    }
}

/// The readings of a patient, the newest first, under a chart that reaches so far.
pub fn readings_under(id: PatientId, span: Span) -> String {
    format!("{}{}#readings", patient(id), range_of(span))
}

/// The readings of a patient before a row: its time and number, as one word. The chart above them stays as it is.
pub fn readings_before(id: PatientId, span: Span, (at, seq): (Moment, i64)) -> String {
    let page = format!("{}{}", patient(id), range_of(span));
    let more = if page.contains('?') { '&' } else { '?' };
    format!("{page}{more}before={}.{seq}#readings", at.0)
}

/// The reader's own readings before a row.
pub fn my_readings_before((at, seq): (Moment, i64)) -> String {
    format!("{MY_RECORD}?before={}.{seq}#readings", at.0)
}

/// Where a list of readings goes on, as [`readings_before`] and [`my_readings_before`] write it: `1795341600000000.42`.
pub fn read_before(text: &str) -> Option<(Moment, i64)> {
    let (at, seq) = text.split_once('.')?;
    Some((Moment(at.parse().ok()?), seq.parse().ok()?))
}
