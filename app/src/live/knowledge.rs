//! How much is known of a patient now. Pure.

use domain::live::PatientNow;
use domain::telemetry::{Freshness, Parameter};
use domain::time::Moment;

/// What a monitor measures by itself.
const OF_MONITOR: [Parameter; 3] = [Parameter::HeartRate, Parameter::Spo2, Parameter::Respiration];

/// How much is known of a patient now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Knowledge {
    /// Values come.
    Fresh,
    /// The device lives, but everything that it measures by itself is older than promised.
    Stale {
        /// When it measured last.
        since: Moment,
    },
    /// The device gives no sign of life.
    Silent,
}

/// What is known of `now` at `at`.
pub(super) fn of(now: &PatientNow, at: Moment) -> Knowledge {
    let fresh = |parameter: &Parameter| now.latest.freshness(*parameter, &now.promise, at) == Freshness::Fresh;
    let newest = OF_MONITOR
        .iter()
        .filter_map(|parameter| now.latest.taken_at(*parameter))
        .max();
    match newest {
        _ if now.silent => Knowledge::Silent,
        Some(since) if !OF_MONITOR.iter().any(fresh) => Knowledge::Stale { since },
        _ => Knowledge::Fresh,
    }
}

#[cfg(test)]
mod tests {
    use domain::ids::{DeviceId, PatientId};
    use domain::telemetry::Reading;
    use uuid::Uuid;

    use super::*;

    fn measured(values: &[(Parameter, i64)]) -> PatientNow {
        let mut now = PatientNow {
            patient: PatientId(Uuid::nil()),
            device: DeviceId(Uuid::nil()),
            latest: Default::default(),
            promise: Default::default(),
            heard_at: None,
            silent: false,
            last_score: None,
            replay_since: None,
            too_young: false,
        };
        for (parameter, second) in values {
            let mut reading = Reading {
                seq: *second,
                taken_at: Moment(second * 1_000_000),
                ..Reading::default()
            };
            reading.values.set(*parameter, Some(80.0));
            now.latest.apply(&reading);
        }
        now
    }

    #[test]
    fn a_bed_is_stale_when_all_that_its_monitor_measures_is_old() {
        let at = |second: i64| Moment(second * 1_000_000);
        let one_fresh = measured(&[(Parameter::HeartRate, 0), (Parameter::Spo2, 100)]);
        assert_eq!(of(&one_fresh, at(200)), Knowledge::Fresh);
        assert_eq!(of(&one_fresh, at(221)), Knowledge::Stale { since: at(100) });
        // What people measure does not make a monitor fresh, and what was never measured is not old.
        let by_hand = measured(&[(Parameter::HeartRate, 0), (Parameter::Temperature, 220)]);
        assert_eq!(of(&by_hand, at(221)), Knowledge::Stale { since: at(0) });
        assert_eq!(of(&measured(&[]), at(221)), Knowledge::Fresh);
        let silent = PatientNow {
            silent: true,
            ..one_fresh
        };
        assert_eq!(of(&silent, at(101)), Knowledge::Silent);
    }
}
