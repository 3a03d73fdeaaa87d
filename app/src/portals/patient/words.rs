//! Plain words for patients: one idea a sentence, no blame, no alarm language.

use domain::alerts::{Alarm, Kind, Side};
use domain::telemetry::{Oxygen, Parameter};

/// What a patient calls a parameter, and the words after its number.
pub const fn name_and_unit(parameter: Parameter) -> Option<(&'static str, &'static str)> {
    Some(match parameter {
        Parameter::HeartRate => ("Heartbeat", "beats a minute"),
        Parameter::Spo2 => ("Oxygen in your blood", "percent"),
        Parameter::Respiration => ("Breathing", "breaths a minute"),
        Parameter::Temperature => ("Temperature", "degrees Celsius"),
        _ => return None,
    })
}

/// What an open alarm means for the person it is about.
pub fn noticed(alarm: &Alarm) -> &'static str {
    match alarm.kind {
        Kind::Limit(Parameter::HeartRate, Side::High) => "Your heartbeat is faster than usual.",
        Kind::Limit(Parameter::HeartRate, Side::Low) => "Your heartbeat is slower than usual.",
        Kind::Limit(Parameter::Spo2, _) => "There is a little less oxygen in your blood than usual.",
        Kind::Limit(Parameter::Respiration, Side::High) => "You breathe faster than usual.",
        Kind::Limit(Parameter::Respiration, Side::Low) => "You breathe more slowly than usual.",
        Kind::Limit(Parameter::Systolic | Parameter::Diastolic | Parameter::MeanPressure, Side::High) => {
            "Your blood pressure is high."
        }
        Kind::Limit(Parameter::Systolic | Parameter::Diastolic | Parameter::MeanPressure, Side::Low) => {
            "Your blood pressure is low."
        }
        Kind::Limit(Parameter::Temperature, Side::High) => "You are warmer than usual.",
        Kind::Limit(Parameter::Temperature, Side::Low) => "You are cooler than usual.",
        Kind::Limit(..) | Kind::Machine => "Your machine asks for somebody to look at it.",
        Kind::Silent => "Your monitor is not sending values just now.",
    }
}

/// What the staff does about it.
pub fn done(alarm: &Alarm) -> &'static str {
    if alarm.is_unanswered() {
        "Your nurses have been told."
    } else {
        "Somebody is looking after it."
    }
}

/// Oxygen in one sentence.
pub fn oxygen(given: Oxygen) -> String {
    String::from(if given.is_supplemental() {
        "You are given extra oxygen."
    } else {
        "You breathe ordinary air."
    })
}

#[cfg(test)]
mod tests {
    use domain::alerts::{Priority, Raise};
    use domain::ids::{AlarmId, DeviceId};
    use domain::time::Moment;
    use uuid::Uuid;

    use super::*;

    #[test]
    fn no_alarm_speaks_of_alarms_limits_or_numbers_to_a_patient() {
        let kinds = Parameter::ALL
            .into_iter()
            .flat_map(|parameter| Side::ALL.map(|side| Kind::Limit(parameter, side)));
        for kind in kinds.chain([Kind::Machine, Kind::Silent]) {
            let raise = Raise {
                kind,
                priority: Priority::High,
                value: Some(84.0),
                limit: Some(91.0),
                at: Moment(0),
            };
            let alarm = Alarm::raised(AlarmId(Uuid::nil()), DeviceId(Uuid::nil()), None, raise);
            let said = format!("{} {}", noticed(&alarm), done(&alarm)).to_lowercase();
            for word in ["alarm", "limit", "danger", "spo", "84", "91"] {
                assert!(!said.contains(word), "{kind:?}: {said}");
            }
        }
    }
}
