//! What was taken from somebody so far: the newest figure with when it was counted, and whether it stands for now.

use super::quantities::Millilitres;
use crate::live::PatientNow;
use crate::telemetry::{Freshness, Parameter, Promise};
use crate::time::Moment;

/// A figure of the fluid removed, on all machines of a session together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Counted {
    /// How much.
    pub removed: Millilitres,
    /// When it was counted or read off.
    pub at: Moment,
    /// Whether it stands for now. An old one is no figure of now: what was taken since is missing in it.
    pub is_now: bool,
    /// Whether the machine that counted it is silent since.
    pub is_silent: bool,
}

impl Counted {
    /// As the machine counts it, with what was taken on those `before` it; none from before `since`, when somebody else sat there. It stands for now until the machine is silent, or two intervals
    /// have passed without a new one ([`Freshness`]).
    pub fn by_machine(machine: &PatientNow, since: Moment, before: Millilitres, now: Moment) -> Option<Self> {
        let (litres, at) = machine.latest.get(Parameter::UfRemoved)?;
        let fresh = machine.latest.freshness(Parameter::UfRemoved, &machine.promise, now) == Freshness::Fresh;
        // Whole millilitres: the fractions are of the binary number, not of the machine.
        let counted = Millilitres::of_litres(f64::from(litres)).0.round();
        (at >= since).then_some(Self {
            removed: Millilitres(counted + before.0),
            at,
            is_now: fresh && !machine.silent,
            is_silent: machine.silent,
        })
    }

    /// As somebody read it off. It stands for now as long as a value of a device that promised nothing.
    pub fn by_hand(removed: Millilitres, at: Moment, now: Moment) -> Self {
        Self {
            removed,
            at,
            is_now: now.seconds_since(at) <= Promise::default().window(Parameter::UfRemoved),
            is_silent: false,
        }
    }

    /// The newest of these; of the same moment the first.
    pub fn newest(all: impl IntoIterator<Item = Self>) -> Option<Self> {
        all.into_iter()
            .reduce(|one, other| if other.at > one.at { other } else { one })
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::ids::{DeviceId, PatientId};
    use crate::telemetry::{Latest, Reading};

    const ML: fn(f64) -> Millilitres = Millilitres;

    #[test]
    fn what_a_machine_counted_stands_for_now_until_it_falls_silent() {
        let (start, at) = (Moment(0), Moment(0).plus_seconds(600.0));
        let mut reading = Reading {
            seq: 1,
            taken_at: at,
            ..Reading::default()
        };
        reading.values.set(Parameter::UfRemoved, Some(0.9));
        let mut latest = Latest::default();
        assert!(latest.apply(&reading));
        let mut machine = PatientNow {
            patient: PatientId(Uuid::nil()),
            device: DeviceId(Uuid::nil()),
            latest,
            promise: Promise::default(),
            heard_at: Some(at),
            silent: false,
            last_score: None,
            replay_since: None,
            too_young: false,
        };
        let counted = |machine: &PatientNow, since, seconds: f64| {
            let found = Counted::by_machine(machine, since, ML(300.0), at.plus_seconds(seconds));
            found.map(|it| (it.removed.0, it.is_now, it.is_silent))
        };
        assert_eq!(
            counted(&machine, start, 60.0),
            Some((1_200.0, true, false)),
            "with those before it"
        );
        assert_eq!(
            counted(&machine, start, 121.0),
            Some((1_200.0, false, false)),
            "heard, and counts no longer"
        );
        assert_eq!(
            counted(&machine, at.plus_seconds(1.0), 60.0),
            None,
            "it was of somebody else"
        );
        machine.silent = true;
        assert_eq!(counted(&machine, start, 20.0), Some((1_200.0, false, true)));
    }

    #[test]
    fn what_was_read_off_two_minutes_ago_is_no_figure_of_now_any_more() {
        let at = Moment(0);
        let is_now = |seconds: f64| Counted::by_hand(ML(600.0), at, at.plus_seconds(seconds)).is_now;
        assert_eq!([0.0, 120.0, 121.0, -60.0].map(is_now), [true, true, false, true]);
    }

    #[test]
    fn the_newest_holds_and_of_one_moment_the_machine_comes_first() {
        let now = Moment(0).plus_seconds(60.0);
        let of = |removed: f64, seconds: f64| Counted::by_hand(ML(removed), Moment(0).plus_seconds(seconds), now);
        let newest = |all: &[Counted]| Counted::newest(all.iter().copied()).map(|it| it.removed.0);
        assert_eq!(newest(&[of(900.0, 0.0), of(1_300.0, 30.0)]), Some(1_300.0));
        assert_eq!(newest(&[of(900.0, 30.0), of(1_300.0, 0.0)]), Some(900.0));
        assert_eq!(newest(&[of(900.0, 30.0), of(1_300.0, 30.0)]), Some(900.0));
        assert_eq!(newest(&[]), None);
    }
}
