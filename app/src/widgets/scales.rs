//! How each parameter is drawn: its fixed scale, so that calm looks flat, and its reference band, which is where NEWS2 gives no
//! points (Royal College of Physicians 2017, chart 1). The limits come from `domain::alerts::limits`.

use domain::alerts::{Level, Limits, PatientLimit, Side};
use domain::news2::Scale;
use domain::telemetry::Parameter;
use domain::time::Moment;
use ui::chart::model::Limit;
use ui::lang::{say, tell};
use ui::{Severity, measured};

/// The scale of a parameter, `(lowest, highest)`; both pressures share one.
pub const fn range(parameter: Parameter) -> (f32, f32) {
    match parameter {
        Parameter::HeartRate => (40.0, 160.0),
        Parameter::Spo2 => (80.0, 100.0),
        Parameter::Respiration => (5.0, 40.0),
        Parameter::Temperature => (35.0, 40.0),
        _ => (40.0, 220.0),
    }
}

/// The reference band: values to which NEWS2 gives 0 points. On scale 2 the target of SpO2 is 88 to 92 %.
pub const fn band(parameter: Parameter, scale: Scale) -> Option<(f32, f32)> {
    match (parameter, scale) {
        (Parameter::HeartRate, _) => Some((51.0, 90.0)),
        (Parameter::Spo2, Scale::One) => Some((96.0, 100.0)),
        (Parameter::Spo2, Scale::Two) => Some((88.0, 92.0)),
        (Parameter::Respiration, _) => Some((12.0, 20.0)),
        (Parameter::Systolic, _) => Some((111.0, 219.0)),
        (Parameter::Temperature, _) => Some((36.1, 38.0)),
        _ => None,
    }
}

/// The limits that watch a patient: the defaults of the scale, and the patient's own.
pub fn limits_of(scale: Scale, own: &[PatientLimit]) -> Limits {
    own.iter().cloned().fold(Limits::for_scale(scale), Limits::with)
}

/// The limits of a parameter at `at`, as a chart draws them.
pub fn drawn_limits(limits: &Limits, parameter: Parameter, at: Moment) -> Vec<Limit> {
    let mut drawn = Vec::new();
    for side in [Side::Low, Side::High] {
        let levels = [
            (Level::Usual, limits.get(parameter, side, at)),
            (Level::Urgent, limits.urgent(parameter, side, at)),
        ];
        for (level, limit) in levels {
            let Some(limit) = limit else { continue };
            drawn.push(Limit {
                value: limit.raise,
                upper: side == Side::High,
                words: tell(say::chart_limit(measured::written(parameter, limit.raise))),
                severity: super::alarm_words::severity_of_limit(parameter, side, level),
            });
        }
    }
    debug_assert!(
        drawn.iter().all(|limit| limit.severity != Severity::NoData),
        "a limit has a colour"
    );
    drawn
}

#[cfg(test)]
mod tests {
    use domain::news2::points;

    use super::*;

    #[test]
    fn the_band_is_where_news2_gives_no_points_and_nothing_beyond() {
        let parameters = [
            Parameter::HeartRate,
            Parameter::Respiration,
            Parameter::Systolic,
            Parameter::Temperature,
        ];
        for parameter in parameters {
            let (low, high) = band(parameter, Scale::One).unwrap();
            let step = if parameter == Parameter::Temperature { 0.1 } else { 1.0 };
            for inside in [low, high] {
                assert_eq!(points::number(parameter, inside), Some(0), "{parameter:?} {inside}");
            }
            for outside in [low - step, high + step] {
                assert_ne!(points::number(parameter, outside), Some(0), "{parameter:?} {outside}");
            }
        }
        assert_eq!((points::spo2_scale_one(96.0), points::spo2_scale_one(95.0)), (0, 1));
    }

    #[test]
    fn on_scale_2_the_usual_limit_of_saturation_is_not_drawn() {
        let drawn = |scale| drawn_limits(&limits_of(scale, &[]), Parameter::Spo2, Moment(0));
        assert_eq!(drawn(Scale::One).len(), 2);
        assert_eq!(
            drawn(Scale::Two).iter().map(|limit| limit.value).collect::<Vec<_>>(),
            [83.0]
        );
    }
}
