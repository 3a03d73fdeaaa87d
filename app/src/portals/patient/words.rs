//! Plain words for patients: one idea a sentence, no blame, no alarm language.

use domain::alerts::{Alarm, Kind, Priority, Side};
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

/// What an alarm that stands means for the person it is about: true, and said without the numbers that raised it.
pub fn noticed(alarm: &Alarm) -> String {
    let (what, how) = match alarm.kind {
        Kind::Limit(Parameter::HeartRate, side) => ("Your heartbeat", pace(side)),
        Kind::Limit(Parameter::Respiration, side) => ("Your breathing", pace(side)),
        Kind::Limit(Parameter::Spo2, side) => ("The oxygen in your blood", side.name()),
        Kind::Limit(Parameter::Systolic | Parameter::Diastolic | Parameter::MeanPressure, side) => {
            ("Your blood pressure", side.name())
        }
        Kind::Limit(Parameter::Temperature, side) => ("Your temperature", side.name()),
        Kind::Limit(..) | Kind::Machine => return "Your machine asks for somebody to look at it.".into(),
        Kind::Silent => return "Your monitor is not sending values just now.".into(),
    };
    let very = if alarm.priority == Priority::High { "very " } else { "" };
    format!("{what} is {very}{how}.")
}

/// What was noticed, for a list of what was: "Heartbeat: very fast".
pub fn remembered(alarm: &Alarm) -> String {
    let (what, how) = match alarm.kind {
        Kind::Limit(Parameter::HeartRate, side) => ("Heartbeat", pace(side)),
        Kind::Limit(Parameter::Respiration, side) => ("Breathing", pace(side)),
        Kind::Limit(Parameter::Spo2, side) => ("Oxygen in the blood", side.name()),
        Kind::Limit(Parameter::Systolic | Parameter::Diastolic | Parameter::MeanPressure, side) => {
            ("Blood pressure", side.name())
        }
        Kind::Limit(Parameter::Temperature, side) => ("Temperature", side.name()),
        Kind::Limit(..) | Kind::Machine => return "The machine asked for somebody to look at it".into(),
        Kind::Silent => return "The monitor sent no values".into(),
    };
    let very = if alarm.priority == Priority::High { "very " } else { "" };
    format!("{what}: {very}{how}")
}

const fn pace(side: Side) -> &'static str {
    match side {
        Side::Low => "slow",
        Side::High => "fast",
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
