//! Plain words for patients: one idea a sentence, no blame, no alarm language.

use domain::alerts::{Alarm, Kind, Priority, Side};
use domain::telemetry::{Oxygen, Parameter};
use ui::lang::{key, say, tell, word};
use ui::measured;

/// What a patient calls a parameter, and the words after its number.
pub fn name_and_unit(parameter: Parameter) -> Option<(&'static str, &'static str)> {
    let (name, unit) = match parameter {
        Parameter::HeartRate => (key::HEARTBEAT, key::BEATS_A_MINUTE),
        Parameter::Spo2 => (key::OXYGEN_IN_YOUR_BLOOD, key::PERCENT),
        Parameter::Respiration => (key::BREATHING, key::BREATHS_A_MINUTE),
        Parameter::Temperature if measured::unit(parameter) == "°F" => (key::TEMPERATURE, key::DEGREES_FAHRENHEIT),
        Parameter::Temperature => (key::TEMPERATURE, key::DEGREES_CELSIUS),
        _ => return None,
    };
    Some((word(name), word(unit)))
}

/// What an alarm that stands means for the person it is about: true, and said without the numbers that raised it.
pub fn noticed(alarm: &Alarm) -> String {
    tell(match alarm.kind {
        Kind::Limit(Parameter::HeartRate, side) => say::noticed_heartbeat(pace(alarm, side)),
        Kind::Limit(Parameter::Respiration, side) => say::noticed_breathing(pace(alarm, side)),
        Kind::Limit(Parameter::Spo2, side) => say::noticed_oxygen(height(alarm, side)),
        Kind::Limit(Parameter::Systolic | Parameter::Diastolic | Parameter::MeanPressure, side) => {
            say::noticed_pressure(height(alarm, side))
        }
        Kind::Limit(Parameter::Temperature, side) => say::noticed_temperature(height(alarm, side)),
        Kind::Limit(..) | Kind::Machine => key::NOTICED_MACHINE.into(),
        Kind::Silent => key::NOTICED_SILENT.into(),
    })
}

/// What was noticed, for a list of what was: "Heartbeat: very fast".
#[cfg(feature = "ssr")]
pub fn remembered(alarm: &Alarm) -> String {
    tell(match alarm.kind {
        Kind::Limit(Parameter::HeartRate, side) => say::remembered_heartbeat(pace(alarm, side)),
        Kind::Limit(Parameter::Respiration, side) => say::remembered_breathing(pace(alarm, side)),
        Kind::Limit(Parameter::Spo2, side) => say::remembered_oxygen(height(alarm, side)),
        Kind::Limit(Parameter::Systolic | Parameter::Diastolic | Parameter::MeanPressure, side) => {
            say::remembered_pressure(height(alarm, side))
        }
        Kind::Limit(Parameter::Temperature, side) => say::remembered_temperature(height(alarm, side)),
        Kind::Limit(..) | Kind::Machine => key::REMEMBERED_MACHINE.into(),
        Kind::Silent => key::REMEMBERED_SILENT.into(),
    })
}

/// Which variant of a message says how fast it is.
const fn pace(alarm: &Alarm, side: Side) -> &'static str {
    match (side, alarm.priority) {
        (Side::Low, Priority::High) => "very-slow",
        (Side::Low, _) => "slow",
        (Side::High, Priority::High) => "very-fast",
        (Side::High, _) => "fast",
    }
}

/// Which variant says how high it is.
const fn height(alarm: &Alarm, side: Side) -> &'static str {
    match (side, alarm.priority) {
        (Side::Low, Priority::High) => "very-low",
        (Side::Low, _) => "low",
        (Side::High, Priority::High) => "very-high",
        (Side::High, _) => "high",
    }
}

/// What is noticed now, each sentence once. What is over is not said as if it were so.
pub fn news(open: &[Alarm]) -> Vec<String> {
    let mut said: Vec<String> = Vec::new();
    for alarm in open.iter().filter(|alarm| alarm.is_standing()) {
        let sentence = format!("{} {}", noticed(alarm), done(alarm));
        if !said.contains(&sentence) {
            said.push(sentence);
        }
    }
    said
}

/// What the staff does about it.
pub fn done(alarm: &Alarm) -> &'static str {
    word(if alarm.is_unanswered() {
        key::NURSES_TOLD
    } else {
        key::LOOKED_AFTER
    })
}

/// Oxygen in one sentence.
pub fn oxygen(given: Oxygen) -> String {
    String::from(word(if given.is_supplemental() {
        key::EXTRA_OXYGEN
    } else {
        key::ORDINARY_AIR
    }))
}

#[cfg(test)]
mod tests {
    use domain::alerts::Raise;
    use domain::ids::{AlarmId, DeviceId};
    use domain::time::Moment;
    use uuid::Uuid;

    use super::*;

    fn alarm(kind: Kind, priority: Priority) -> Alarm {
        let raise = Raise {
            kind,
            priority,
            value: Some(84.0),
            limit: Some(91.0),
            at: Moment(0),
        };
        Alarm::raised(AlarmId(Uuid::nil()), DeviceId(Uuid::nil()), None, raise)
    }

    #[test]
    fn no_alarm_speaks_of_alarms_limits_or_numbers_to_a_patient() {
        let kinds = Parameter::ALL
            .into_iter()
            .flat_map(|parameter| Side::ALL.map(|side| Kind::Limit(parameter, side)));
        for kind in kinds.chain([Kind::Machine, Kind::Silent]) {
            let alarm = alarm(kind, Priority::High);
            let said = format!("{} {} {}", noticed(&alarm), done(&alarm), remembered(&alarm)).to_lowercase();
            for word in ["alarm", "limit", "danger", "spo", "84", "91"] {
                assert!(!said.contains(word), "{kind:?}: {said}");
            }
        }
    }

    #[test]
    fn how_much_it_is_is_said_truly() {
        let low = Kind::Limit(Parameter::Spo2, Side::Low);
        let said = |kind, priority| noticed(&alarm(kind, priority));
        assert_eq!(said(low, Priority::High), "The oxygen in your blood is very low.");
        assert_eq!(said(low, Priority::Medium), "The oxygen in your blood is low.");
        let fast = Kind::Limit(Parameter::HeartRate, Side::High);
        assert_eq!(said(fast, Priority::Low), "Your heartbeat is fast.");
    }

    #[test]
    fn what_is_over_is_not_said_and_what_two_alarms_say_is_said_once() {
        let low = |parameter| alarm(Kind::Limit(parameter, Side::Low), Priority::High);
        let gone = low(Parameter::Spo2).gone(Moment(9), Some(97.0)).unwrap();
        let open = [low(Parameter::Systolic), gone, low(Parameter::MeanPressure)];
        assert_eq!(
            news(&open),
            ["Your blood pressure is very low. Your nurses have been told."]
        );
    }
}
