//! Alarms as pages show them: how urgent they look, in which order they stand, how many there are.

use domain::alerts::{Alarm, AlarmState, Kind, Priority};
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
pub fn before_title([high, medium, low, silent]: [u32; 4]) -> String {
    match (high, medium, low, silent) {
        (1.., ..) => format!("{high} high · "),
        (_, 1.., ..) => format!("{medium} medium · "),
        (_, _, 1.., _) => format!("{low} low · "),
        (.., 1..) => format!("{silent} without data · "),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use domain::alerts::{Raise, Side};
    use domain::ids::{AlarmId, DeviceId};
    use domain::telemetry::Parameter;
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
    fn a_title_says_the_worst_only() {
        assert_eq!(before_title([1, 2, 0, 1]), "1 high · ");
        assert_eq!(before_title([0, 2, 0, 0]), "2 medium · ");
        assert_eq!(before_title([0, 0, 0, 3]), "3 without data · ");
        assert_eq!(before_title([0; 4]), "");
    }
}
