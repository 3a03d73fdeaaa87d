//! What was taken from somebody so far: the newest figure with when it was counted, and whether it stands for now. Whoever reads a session says which figures it has ([`Figures`]); which of them
//! counts is chosen here alone.

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

/// The figures that one session has of the fluid removed.
#[derive(Clone, Copy, Debug)]
pub struct Figures<'a> {
    /// When blood began to run.
    pub started: Option<Moment>,
    /// What the machine on which they are says.
    pub machine: Option<&'a PatientNow>,
    /// What somebody read off last, with what was taken on the machines before, and when.
    pub written: Option<(Millilitres, Moment)>,
    /// What was taken in all until the last machine was exchanged, and when that was.
    pub handed_on: Option<(Millilitres, Moment)>,
}

impl Figures<'_> {
    /// The one that counts at `now`: as the machine counted it, as somebody read it off, or as it was handed on by the machine before, whichever is newest.
    pub fn counted(&self, now: Moment) -> Option<Counted> {
        // An exchanged machine counts from nothing, and from then.
        let (before, since) = match self.handed_on {
            Some((before, at)) => (before, Some(at)),
            None => (Millilitres(0.0), self.started),
        };
        let machine = self.machine.zip(since);
        let machine = machine.and_then(|(machine, since)| Counted::by_machine(machine, since, before, now));
        let by_hand = [self.written, self.handed_on].into_iter().flatten();
        let by_hand = by_hand.map(|(removed, at)| Counted::by_hand(removed, at, now));
        Counted::newest(machine.into_iter().chain(by_hand))
    }
}

impl Counted {
    /// As the machine counts it, with what was taken on those `before` it; none from before `since`, when somebody else sat there. It stands for now until the machine is silent, or two intervals
    /// have passed without a new one ([`Freshness`]).
    fn by_machine(machine: &PatientNow, since: Moment, before: Millilitres, now: Moment) -> Option<Self> {
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
    pub(super) fn by_hand(removed: Millilitres, at: Moment, now: Moment) -> Self {
        Self {
            removed,
            at,
            is_now: now.seconds_since(at) <= Promise::default().window(Parameter::UfRemoved),
            is_silent: false,
        }
    }

    /// The newest of these; of the same moment the first.
    fn newest(all: impl IntoIterator<Item = Self>) -> Option<Self> {
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

    /// A machine that has taken so many litres.
    fn machine(litres: f32, at: Moment) -> PatientNow {
        let mut reading = Reading {
            seq: 1,
            taken_at: at,
            ..Reading::default()
        };
        reading.values.set(Parameter::UfRemoved, Some(litres));
        let mut latest = Latest::default();
        assert!(latest.apply(&reading));
        PatientNow {
            patient: PatientId(Uuid::nil()),
            device: DeviceId(Uuid::nil()),
            latest,
            promise: Promise::default(),
            heard_at: Some(at),
            silent: false,
            last_score: None,
            replay_since: None,
            too_young: false,
        }
    }

    #[test]
    fn what_a_machine_counted_stands_for_now_until_it_falls_silent() {
        let (start, at) = (Moment(0), Moment(0).plus_seconds(600.0));
        let mut machine = machine(0.9, at);
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

    #[test]
    fn what_is_handed_on_is_added_to_the_machine_that_goes_on_and_nothing_is_counted_twice() {
        let exchange = Moment(0).plus_seconds(3_600.0);
        let at = |seconds: f64| exchange.plus_seconds(seconds);
        let counted = |machine: Option<&PatientNow>, written: Option<(Millilitres, Moment)>, seconds: f64| {
            let figures = Figures {
                started: Some(Moment(0)),
                machine,
                written,
                handed_on: Some((ML(800.0), exchange)),
            };
            figures.counted(at(seconds)).map(|it| (it.removed.0, it.is_now))
        };
        let (left, next) = (machine(0.8, at(-5.0)), machine(0.25, at(50.0)));
        assert_eq!(counted(Some(&left), None, 60.0), Some((800.0, true)), "it is in it");
        assert_eq!(counted(None, None, 121.0), Some((800.0, false)), "more was taken since");
        assert_eq!(counted(Some(&next), None, 60.0), Some((1_050.0, true)));
        let written = Some((ML(1_070.0), at(55.0)));
        assert_eq!(
            counted(Some(&next), written, 60.0),
            Some((1_070.0, true)),
            "read off since"
        );
    }

    #[test]
    fn before_blood_runs_nothing_is_counted_whatever_the_machine_says() {
        let of_another = machine(0.9, Moment(0));
        let mut figures = Figures {
            started: None,
            machine: Some(&of_another),
            written: None,
            handed_on: None,
        };
        assert_eq!(figures.counted(Moment(0)), None);
        figures.started = Some(Moment(0).plus_seconds(1.0));
        assert_eq!(figures.counted(Moment(0)), None, "it was of whoever sat there before");
    }
}
