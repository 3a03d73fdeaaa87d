//! Alarms as pages show them: how urgent they look, in which order they stand, how many there are.

use domain::alerts::{Alarm, AlarmState, Kind, Level, Priority, Side, priority_of};
use domain::telemetry::Parameter;
use ui::lang::{Words, key, say, tell};
use ui::measured::{with_unit, written};
use ui::{AlarmLife, Severity};

/// The look of an alarm. That nothing is known has no colour, whatever its priority.
pub const fn severity_of(kind: Kind, priority: Priority) -> Severity {
    match (kind, priority) {
        (Kind::Silent, _) => Severity::NoData,
        (_, Priority::High) => Severity::High,
        (_, Priority::Medium) => Severity::Medium,
        (_, Priority::Low) => Severity::Low,
    }
}

/// The look of this alarm.
pub const fn severity(alarm: &Alarm) -> Severity {
    severity_of(alarm.kind, alarm.priority)
}

/// The look of the alarm that a limit on this side raises.
pub fn severity_of_limit(parameter: Parameter, side: Side, level: Level) -> Severity {
    let kind = Kind::Limit(parameter, side);
    severity_of(kind, priority_of(kind, level))
}

/// The look of a chip in a list that is read, and calls nobody.
pub const fn quiet_look(severity: Severity) -> &'static str {
    match severity {
        Severity::High => "high-soft",
        Severity::Medium => "medium-soft",
        _ => "line",
    }
}

/// The alarm that gives a bed its look and its reason, of those of its patient in the order of the store (the most urgent first): the first whose condition lasts. None where none lasts, or
/// nothing but that nothing is known.
pub fn worst(alarms: &[Alarm]) -> Option<&Alarm> {
    alarms
        .iter()
        .find(|alarm| alarm.is_standing() && alarm.kind != Kind::Silent)
}

/// Where it stands in its life.
pub const fn life(alarm: &Alarm) -> AlarmLife {
    match alarm.state {
        AlarmState::Raised => AlarmLife::Raised,
        AlarmState::Acknowledged { .. } => AlarmLife::Answered,
        AlarmState::Gone { .. } | AlarmState::Closed { .. } => AlarmLife::Gone,
    }
}

/// Open alarms in the order in which somebody should look: by priority, unanswered first (and of those the ones that stand), the
/// oldest first.
pub fn in_order<'a>(alarms: impl IntoIterator<Item = &'a Alarm>) -> Vec<&'a Alarm> {
    let mut open: Vec<&Alarm> = alarms.into_iter().filter(|alarm| alarm.is_open()).collect();
    open.sort_by_key(|alarm| {
        (
            std::cmp::Reverse(severity(alarm)),
            !alarm.is_unanswered(),
            !alarm.is_standing(),
            alarm.raised_at,
            alarm.id,
        )
    });
    open
}

/// `[high, medium, low, no data]` of what is open.
pub fn counts<'a>(alarms: impl IntoIterator<Item = &'a Alarm>) -> [u32; 4] {
    let mut counts = [0; 4];
    for alarm in alarms.into_iter().filter(|alarm| alarm.is_open()) {
        let place = match severity(alarm) {
            Severity::High => 0,
            Severity::Medium => 1,
            Severity::Low => 2,
            Severity::NoData => 3,
        };
        counts[place] += 1;
    }
    counts
}

/// What stands before the name of a page: `1 high · `, or nothing when no alarm is open. Never a patient's name.
pub fn before_title(words: &Words, [high, medium, low, silent]: [u32; 4]) -> String {
    let (n, what) = match (high, medium, low, silent) {
        (1.., ..) => (high, "high"),
        (_, 1.., ..) => (medium, "medium"),
        (_, _, 1.., _) => (low, "low"),
        (.., 1..) => (silent, "silent"),
        _ => return String::new(),
    };
    format!("{} ", words.say(&say::before_title(n, what)))
}

/// The name of a parameter, short as on the ward.
pub fn label(parameter: Parameter) -> String {
    tell(say::parameter(parameter.name(), parameter.label()))
}

/// One sentence without a full stop: `SpO₂ 84 %, limit 91`; once its condition is gone, `SpO₂ was 84 %, now 95 %`, or `SpO₂ was 84 %, not seen well since` where it is no longer measured or compared.
pub fn sentence(alarm: &Alarm) -> String {
    let gone = !alarm.is_standing();
    tell(match alarm.kind {
        Kind::Limit(parameter, side) => {
            let label = label(parameter);
            let shown = if gone { alarm.worst } else { alarm.last };
            let Some(value) = shown.or(alarm.value) else {
                return tell(say::alarm_too(label, side.name()));
            };
            let value = with_unit(parameter, value);
            match (gone, alarm.last, alarm.limit) {
                (true, Some(last), _) => say::alarm_was_now(label, value, with_unit(parameter, last)),
                (true, None, _) => say::alarm_was_unmeasured(label, value),
                (false, _, Some(limit)) => say::alarm_value_limit(label, value, written(parameter, limit)),
                (false, _, None) => say::alarm_value_too(label, value, side.name()),
            }
        }
        Kind::Machine => match (gone, alarm.priority) {
            (false, Priority::High) => key::MACHINE_DANGER.into(),
            (false, _) => key::MACHINE_WARNING.into(),
            (true, Priority::High) => key::MACHINE_WAS_DANGER.into(),
            (true, _) => key::MACHINE_WAS_WARNING.into(),
        },
        Kind::Silent if gone => key::NO_DATA_NOW_BACK.into(),
        Kind::Silent => key::NO_DATA.into(),
    })
}

/// How often it came, when more than once: `3rd time this hour`; where it has been coming for longer, `3rd time in 3 h`.
pub fn repeats(alarm: &Alarm) -> Option<String> {
    let ending = match (alarm.count % 10, alarm.count % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    let nth = tell(say::ordinal(alarm.count, ending));
    let hours = (alarm.last_raised_at.seconds_since(alarm.raised_at) / 3_600.0).ceil() as i64;
    (alarm.count > 1).then(|| {
        tell(match hours {
            ..=1 => say::repeats_this_hour(nth),
            hours => say::repeats_in_hours(nth, hours),
        })
    })
}

#[cfg(test)]
mod tests {
    use domain::alerts::{Raise, Side};
    use domain::ids::{AlarmId, DeviceId};
    use domain::time::Moment;
    use uuid::Uuid;

    use super::*;

    fn alarm(number: u128, kind: Kind, priority: Priority, at: i64) -> Alarm {
        let raise = Raise {
            kind,
            priority,
            value: Some(84.0),
            limit: Some(90.0),
            at: Moment(at),
        };
        Alarm::raised(AlarmId(Uuid::from_u128(number)), DeviceId(Uuid::nil()), None, raise)
    }

    #[test]
    fn the_strip_is_ordered_by_priority_then_unanswered_then_oldest() {
        let low = Kind::Limit(Parameter::Spo2, Side::Low);
        let answered = alarm(1, low, Priority::High, 10)
            .acknowledge("A".into(), Moment(20), None)
            .unwrap();
        let closed = alarm(6, low, Priority::Medium, 5).gone(Moment(6), None).unwrap();
        let gone = alarm(7, low, Priority::High, 1).gone(Moment(2), None).unwrap();
        let all = [
            alarm(2, Kind::Silent, Priority::Medium, 1),
            alarm(3, low, Priority::Medium, 30),
            answered,
            alarm(4, low, Priority::High, 50),
            alarm(5, low, Priority::Medium, 20),
            closed,
            gone,
        ];
        let order: Vec<u128> = in_order(&all).iter().map(|alarm| alarm.id.0.as_u128()).collect();
        assert_eq!(order, [4, 7, 1, 5, 3, 2]);
        assert_eq!(counts(&all), [3, 2, 0, 1]);
    }

    #[test]
    fn a_bed_looks_like_its_first_alarm_that_stands_and_is_about_a_value() {
        let low = Kind::Limit(Parameter::Spo2, Side::Low);
        let gone = alarm(1, low, Priority::High, 1).gone(Moment(2), None).unwrap();
        let all = [
            gone,
            alarm(2, Kind::Silent, Priority::Medium, 1),
            alarm(3, low, Priority::Medium, 30),
            alarm(4, Kind::Machine, Priority::Low, 2),
        ];
        assert_eq!(worst(&all).map(|alarm| alarm.id.0.as_u128()), Some(3));
        assert_eq!(worst(&all[..2]), None);
    }

    #[test]
    fn a_title_says_the_worst_only() {
        assert_eq!(before_title(ui::lang::here(), [1, 2, 0, 1]), "1 high · ");
        assert_eq!(before_title(ui::lang::here(), [0, 2, 0, 0]), "2 medium · ");
        assert_eq!(before_title(ui::lang::here(), [0, 0, 0, 3]), "3 without data · ");
        assert_eq!(before_title(ui::lang::here(), [0; 4]), "");
    }
}
