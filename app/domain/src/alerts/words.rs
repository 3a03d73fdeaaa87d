//! What an alarm says, in the words of every page that lists it.

use super::limits::limit_words;
use super::{Alarm, Kind, Priority};

impl Alarm {
    /// One sentence without a full stop: `SpO₂ 84 %, limit 91`; once its condition is gone, `SpO₂ was 84 %, now 95 %`, or `SpO₂ was 84 %, not seen well since` where it is no longer measured or compared.
    pub fn sentence(&self) -> String {
        let gone = !self.is_standing();
        match self.kind {
            Kind::Limit(parameter, side) => {
                let label = parameter.label();
                let shown = if gone { self.worst } else { self.last };
                let Some(value) = shown.or(self.value) else {
                    return format!("{label} too {}", side.name());
                };
                let value = parameter.write_with_unit(value);
                match (gone, self.last, self.limit) {
                    (true, Some(last), _) => format!("{label} was {value}, now {}", parameter.write_with_unit(last)),
                    (true, None, _) => format!("{label} was {value}, not seen well since"),
                    (false, _, Some(limit)) => format!("{label} {value}, {}", limit_words(parameter, limit)),
                    (false, _, None) => format!("{label} {value}, too {}", side.name()),
                }
            }
            Kind::Machine => match (gone, self.priority) {
                (false, Priority::High) => "Machine reports danger".to_owned(),
                (false, _) => "Machine reports a warning".to_owned(),
                (true, Priority::High) => "Machine reported danger, now normal".to_owned(),
                (true, _) => "Machine reported a warning, now normal".to_owned(),
            },
            Kind::Silent if gone => "No data for a while, now back".to_owned(),
            Kind::Silent => "No data".to_owned(),
        }
    }

    /// How often it came, when more than once: `3rd time this hour`; where it has been coming for longer, `3rd time in 3 h`.
    pub fn repeats(&self) -> Option<String> {
        let span = self.last_raised_at.seconds_since(self.raised_at);
        let hours = (span / 3_600.0).ceil() as i64;
        let when = if hours <= 1 {
            "this hour".to_owned()
        } else {
            format!("in {hours} h")
        };
        (self.count > 1).then(|| format!("{} time {when}", ordinal(self.count)))
    }
}

/// `1st`, `2nd`, `3rd`, `4th`, `11th`.
fn ordinal(number: u32) -> String {
    let ending = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::alerts::{Raise, Side};
    use crate::ids::{AlarmId, DeviceId};
    use crate::telemetry::Parameter;
    use crate::time::Moment;

    const AT: Moment = Moment(1_795_341_600_000_000);

    fn alarm(kind: Kind, priority: Priority, value: Option<f32>, limit: Option<f32>) -> Alarm {
        let (id, device) = (AlarmId(uuid::Uuid::nil()), DeviceId(uuid::Uuid::nil()));
        Alarm::raised(
            id,
            device,
            None,
            Raise {
                kind,
                priority,
                value,
                limit,
                at: AT,
            },
        )
    }

    #[test]
    fn a_standing_alarm_says_value_and_limit() {
        let low = alarm(
            Kind::Limit(Parameter::Spo2, Side::Low),
            Priority::Medium,
            Some(84.0),
            Some(91.0),
        );
        assert_eq!(low.sentence(), "SpO₂ 84\u{a0}%, limit 91");
        let seen = low.seen(82.0).seen(85.0);
        assert_eq!(seen.sentence(), "SpO₂ 85\u{a0}%, limit 91");
        let arterial = alarm(
            Kind::Limit(Parameter::ArterialPressure, Side::Low),
            Priority::Medium,
            Some(-262.4),
            Some(-250.0),
        );
        assert_eq!(
            arterial.sentence(),
            "Arterial pressure \u{2212}262\u{a0}mmHg, limit \u{2212}250"
        );
    }

    #[test]
    fn an_alarm_that_is_gone_says_how_bad_it_was_and_how_it_is() {
        let low = alarm(
            Kind::Limit(Parameter::Spo2, Side::Low),
            Priority::High,
            Some(83.0),
            Some(83.0),
        )
        .seen(80.0);
        let gone = low.gone(AT.plus_seconds(60.0), Some(95.0)).unwrap();
        assert_eq!(gone.sentence(), "SpO₂ was 80\u{a0}%, now 95\u{a0}%");
        let again = alarm(
            Kind::Limit(Parameter::Spo2, Side::Low),
            Priority::High,
            Some(83.0),
            Some(83.0),
        );
        let left = again.gone(AT.plus_seconds(60.0), None).unwrap();
        assert_eq!(left.sentence(), "SpO₂ was 83\u{a0}%, not seen well since");
    }

    #[test]
    fn machine_and_silence_have_words_without_numbers() {
        assert_eq!(alarm(Kind::Silent, Priority::Medium, None, None).sentence(), "No data");
        assert_eq!(
            alarm(Kind::Machine, Priority::Medium, None, None).sentence(),
            "Machine reports a warning"
        );
        let danger = alarm(Kind::Machine, Priority::High, None, None);
        assert_eq!(danger.sentence(), "Machine reports danger");
        assert_eq!(
            danger.gone(AT, None).unwrap().sentence(),
            "Machine reported danger, now normal"
        );
        let silent = alarm(Kind::Silent, Priority::Medium, None, None);
        assert_eq!(
            silent.gone(AT, None).unwrap().sentence(),
            "No data for a while, now back"
        );
    }

    #[test]
    fn repeats_are_counted_and_never_said_to_be_of_this_hour_when_they_are_not() {
        let mut alarm = alarm(Kind::Silent, Priority::Medium, None, None);
        assert_eq!(alarm.repeats(), None);
        (alarm.count, alarm.last_raised_at) = (3, AT.plus_seconds(3_600.0));
        assert_eq!(alarm.repeats().as_deref(), Some("3rd time this hour"));
        (alarm.count, alarm.last_raised_at) = (4, AT.plus_seconds(3_601.0));
        assert_eq!(alarm.repeats().as_deref(), Some("4th time in 2 h"));
    }

    #[test]
    fn ordinals_are_english() {
        let words = [1, 2, 3, 4, 11, 12, 13, 21, 22, 101, 111, 112].map(ordinal);
        assert_eq!(
            words,
            [
                "1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "22nd", "101st", "111th", "112th"
            ]
        );
    }
}
