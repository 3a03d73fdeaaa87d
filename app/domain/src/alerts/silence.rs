//! When a device counts as silent, which is itself an alarm (loss of communication, IEC 60601-1-8).

use super::limits::Level;
use super::priority::priority_of;
use super::{Kind, Raise};
use crate::time::Moment;

/// Seconds without heartbeat or reading after which a device is silent. Devices send a heartbeat every 5 s: two are missed.
pub const SILENT_AFTER_SECONDS: f64 = 10.0;

/// Whether a device last heard at `heard_at` is silent at `now`. A device never heard is silent.
pub fn is_silent(heard_at: Option<Moment>, now: Moment) -> bool {
    heard_at.is_none_or(|heard| now.seconds_since(heard) >= SILENT_AFTER_SECONDS)
}

/// The alarm of a device that fell silent at `at`.
pub fn raise(at: Moment) -> Raise {
    Raise {
        kind: Kind::Silent,
        priority: priority_of(Kind::Silent, Level::Usual),
        value: None,
        limit: None,
        at,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::alerts::Priority;

    #[test]
    fn ten_seconds_without_a_sign_of_life_are_silence() {
        let heard = Moment::from_millis(100_000);
        assert!(!is_silent(Some(heard), heard.plus_seconds(9.999)));
        assert!(is_silent(Some(heard), heard.plus_seconds(10.0)));
        assert!(is_silent(None, heard));
        assert!(!is_silent(Some(heard), heard.plus_seconds(-3.0)));
    }

    #[test]
    fn silence_is_a_medium_alarm_without_a_value() {
        let raise = raise(Moment(7));
        assert_eq!(
            (raise.kind, raise.priority, raise.value, raise.at),
            (Kind::Silent, Priority::Medium, None, Moment(7))
        );
    }
}
