//! The limits that judge what is measured at a chair now (`hospital::dialysis::chair::Chair::judging`), in words and beside values: the same numbers as raise an alarm.

use domain::alerts::{Bound, Level, Measure, Of, Whose};
use domain::telemetry::Parameter;
use hospital::dialysis::chair::Chair;
use ui::Severity;
use ui::lang::{self, say, tell};

use super::signed;
use crate::widgets::alarm_words;

/// Those of one parameter; none where nobody set one and none is published.
pub(super) fn of(it: &Chair, parameter: Parameter) -> Vec<&Bound> {
    let all = it.judging.bounds.iter();
    all.filter(|bound| bound.parameter == parameter).collect()
}

/// The one at which a value lies or beyond which.
pub(super) fn passed<'a>(bounds: &[&'a Bound], value: f64) -> Option<&'a Bound> {
    bounds.iter().find(|bound| bound.is_passed(value as f32)).copied()
}

/// The colour of a value beyond this one: that of the alarm it raises.
pub(super) fn severity(passed: &Bound) -> Severity {
    alarm_words::severity_of_limit(passed.parameter, passed.side, Level::Usual)
}

/// Whether nobody set another number than the published one.
pub(super) fn is_published(bounds: &[&Bound]) -> bool {
    bounds.iter().any(|bound| bound.of == Of::Published)
}

/// The number of one with its unit.
fn number(bound: &Bound) -> String {
    let parameter = bound.parameter;
    signed(f64::from(bound.raise), parameter.decimals(), parameter.unit())
}

/// Whose it is, where it is another's than the hospital's or is no number of its own.
pub(super) fn whose(bound: &Bound) -> Option<String> {
    let limit = number(bound);
    let words = match (bound.measure, bound.of) {
        (Measure::Baseline, _) => say::hd_bound_start(limit),
        (Measure::Usual, _) => say::hd_bound_earlier(limit),
        (_, Of::Patient) => say::hd_bound_patient(limit),
        (_, Of::Set(Whose::Machine)) => say::hd_bound_machine(limit),
        (_, Of::Set(Whose::Prescription)) => say::hd_bound_prescription(limit),
        (_, Of::Set(Whose::Hospital | Whose::Session) | Of::Published) => return None,
    };
    Some(tell(words))
}

/// Those that are another's than the hospital's, in one line.
pub(super) fn others(bounds: &[&Bound]) -> Option<String> {
    let words: Vec<String> = bounds.iter().filter_map(|bound| whose(bound)).collect();
    (!words.is_empty()).then(|| words.join(" · "))
}

/// All of them in one line: "limit 12.5 mS/cm, limit 15.5 mS/cm".
pub(super) fn line(bounds: &[&Bound]) -> Option<String> {
    let words = bounds
        .iter()
        .map(|bound| whose(bound).unwrap_or_else(|| tell(say::hd_limit(number(bound)))));
    let words: Vec<String> = words.collect();
    (!words.is_empty()).then(|| lang::listed(&words))
}
