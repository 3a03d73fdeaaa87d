//! What is written at a chair of which somebody is told at once, and when the same is told again: once for each time that it comes, and of a pressure each time that it is worse than before.
//!
//! To let another event be told, add it to [`EventKind::is_danger`] with its source. Nothing is graded here: an event is told or it is not.

use super::during::{EventKind, InterventionKind};
use super::hypotension::{NADIR, NEAR, threshold};
use super::quantities::MmHg;
use crate::alerts::{Bound, Side};
use crate::telemetry::Parameter;
use crate::time::Moment;

impl EventKind {
    /// Whether doctors are told of it at once, and the board of the unit says it until somebody wrote what was done. The specification (`spec/clinical.md`) names events and grades none, so
    /// these are told and no others:
    /// - a needle that came out, and air in the line: both are emergencies of haemodialysis by name (Saha and Allon, Clinical Journal of the American Society of Nephrology 12:357, 2017,
    ///   PMC5293333; Greenberg and Choi, American Journal of Kidney Diseases 77:796, 2021). Of the first the specification says that a low-pressure alarm does not exclude it: who sees it may
    ///   be the only one to tell;
    /// - they fainted: not to be awake has three points of NEWS2, at which the nurse informs the team (the specification, chart 4), and it is one of the signs of both emergencies above;
    /// - pain in the chest: a complication by name in the specification, and a sign of air that reached the heart (The Kidney Citizen, August 2017, page 6);
    /// - the pressure fell: what [`super::hypotension`] defines, in words and without a number.
    pub const fn is_danger(self) -> bool {
        matches!(
            self,
            Self::Hypotension | Self::Fainted | Self::ChestPain | Self::NeedleDislodged | Self::Air
        )
    }

    /// Whether a pressure that is well again says that it is over. Of a needle, of air and of pain a pressure says nothing.
    pub const fn is_of_pressure(self) -> bool {
        matches!(self, Self::Hypotension | Self::Fainted)
    }
}

impl InterventionKind {
    /// Whether it may be what was done about a danger: that the removal of fluid goes on is what comes after.
    pub const fn is_answer(self) -> bool {
        !matches!(self, Self::UfResumed)
    }
}

/// What a written systolic pressure of a session is held against.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Held {
    /// The systolic pressure before; none where nobody measured one.
    pub before: Option<MmHg>,
    /// The limits that judge there: the patient's own, the machine's, the hospital's or the published ones.
    pub bounds: Vec<Bound>,
}

impl Held {
    /// On which side it is out, where it is: below the threshold of [`super::hypotension::by_nadir`], or where a value that a machine measured raises an alarm.
    pub fn out(&self, systolic: MmHg) -> Option<Side> {
        if systolic.0 < self.before.map_or(NADIR, threshold).0 {
            return Some(Side::Low);
        }
        let value = systolic.0 as f32;
        let mut all = self.bounds.iter();
        let passed = all.find(|bound| bound.parameter == Parameter::Systolic && bound.is_passed(value));
        passed.map(|bound| bound.side)
    }

    /// Whether a pressure is told, after those that were written before it, the newest first: where it is out, unless the one before was out on that side and none since then was better than this.
    pub fn tells(&self, systolic: MmHg, earlier: impl IntoIterator<Item = MmHg>) -> bool {
        let Some(side) = self.out(systolic) else {
            return false;
        };
        let is_worse = |than: MmHg| match side {
            Side::Low => systolic.0 < than.0,
            Side::High => systolic.0 > than.0,
        };
        let mut since_well = earlier.into_iter().take_while(|then| self.out(*then) == Some(side));
        since_well.all(is_worse)
    }
}

/// Whether an event is the one of which somebody was told already. `unanswered` says when events of its kind were about which nothing was done before this one: one of them within [`NEAR`] minutes
/// is the same (the house's own measure of what belongs together), unless it is of the pressure and that was well since. That the pressure fell was told with a newest pressure that is too
/// low. `pressures` are those that somebody wrote, the newest first.
pub fn is_told(kind: EventKind, at: Moment, unanswered: &[Moment], pressures: &[(Moment, MmHg)], held: &Held) -> bool {
    let until = || pressures.iter().filter(|(taken, _)| *taken <= at);
    let is_near = |then: Moment| at.seconds_since(then).abs() <= NEAR * 60.0;
    let was_well = |then: Moment| until().any(|(taken, systolic)| *taken > then && held.out(*systolic).is_none());
    let is_same = |then: Moment| is_near(then) && !(kind.is_of_pressure() && was_well(then));
    let newest = until().next();
    let is_low = newest.is_some_and(|(_, systolic)| held.out(*systolic) == Some(Side::Low));
    unanswered.iter().any(|then| is_same(*then)) || kind == EventKind::Hypotension && is_low
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::alerts::{Measure, Of};

    fn held(before: f64, own: Option<(Side, f32)>) -> Held {
        let bounds = own.into_iter().map(|(side, raise)| Bound {
            parameter: Parameter::Systolic,
            side,
            raise,
            measure: Measure::Value,
            of: Of::Patient,
        });
        Held {
            before: Some(MmHg(before)),
            bounds: bounds.collect(),
        }
    }

    fn minute(minute: f64) -> Moment {
        Moment(0).plus_seconds(minute * 60.0)
    }

    #[test]
    fn a_pressure_is_out_by_the_definition_and_by_a_limit() {
        let out = |held: &Held, systolic| held.out(MmHg(systolic));
        let usual = held(140.0, None);
        assert_eq!(
            [89.0, 90.0, 230.0].map(|it| out(&usual, it)),
            [Some(Side::Low), None, None]
        );
        let high = held(165.0, None);
        assert_eq!([99.0, 100.0].map(|it| out(&high, it)), [Some(Side::Low), None]);
        assert_eq!(out(&Held::default(), 95.0), None, "nobody measured before");
        let own = held(140.0, Some((Side::Low, 110.0)));
        assert_eq!([110.0, 111.0].map(|it| out(&own, it)), [Some(Side::Low), None]);
        let own = held(140.0, Some((Side::High, 180.0)));
        assert_eq!(
            [68.0, 179.0, 180.0].map(|it| out(&own, it)),
            [Some(Side::Low), None, Some(Side::High)]
        );
    }

    #[test]
    fn the_same_pressure_is_told_once_and_again_when_it_is_worse_or_came_back() {
        let held = held(140.0, Some((Side::High, 180.0)));
        // The newest first.
        let tells = |now, earlier: &[f64]| held.tells(MmHg(now), earlier.iter().map(|it| MmHg(*it)));
        assert!(tells(84.0, &[]) && tells(84.0, &[118.0, 60.0]), "it came, or came back");
        assert!(
            !tells(84.0, &[84.0]) && !tells(86.0, &[84.0, 118.0]),
            "as low, or less low"
        );
        assert!(!tells(82.0, &[86.0, 80.0]), "it was worse, and has not been well since");
        assert!(tells(68.0, &[84.0, 82.0]), "worse than each");
        assert!(!tells(118.0, &[84.0]), "well");
        assert!(tells(190.0, &[84.0]), "the other side is another thing");
        assert!(!tells(185.0, &[190.0]) && tells(195.0, &[190.0]));
    }

    #[test]
    fn an_event_is_told_again_after_half_an_hour_or_once_it_was_over() {
        let held = held(140.0, None);
        let pain = |at, unanswered: &[f64]| {
            let unanswered: Vec<Moment> = unanswered.iter().map(|it| minute(*it)).collect();
            is_told(EventKind::ChestPain, minute(at), &unanswered, &[], &held)
        };
        assert!(!pain(10.0, &[]) && pain(10.0, &[8.0]) && !pain(45.0, &[8.0]));
        let well = [(minute(9.0), MmHg(120.0))];
        let told = |kind, pressures: &[(Moment, MmHg)]| is_told(kind, minute(10.0), &[minute(8.0)], pressures, &held);
        assert!(told(EventKind::Fainted, &[]) && !told(EventKind::Fainted, &well));
        assert!(told(EventKind::Air, &well), "a pressure says nothing of air");
        let low = [(minute(9.0), MmHg(68.0))];
        let fell = |pressures: &[(Moment, MmHg)]| is_told(EventKind::Hypotension, minute(10.0), &[], pressures, &held);
        assert!(fell(&low) && !fell(&well), "the number was told");
        let later = [(minute(11.0), MmHg(68.0))];
        assert!(!fell(&later), "what came after it was not told before it");
    }

    #[test]
    fn what_is_told_is_what_has_a_source() {
        let told = EventKind::ALL.iter().filter(|kind| kind.is_danger());
        let told: Vec<&str> = told.map(|kind| kind.name()).collect();
        assert_eq!(
            told,
            ["hypotension", "fainted", "chest_pain", "needle_dislodged", "air"]
        );
        assert!(!InterventionKind::UfResumed.is_answer() && InterventionKind::DoctorCalled.is_answer());
    }
}
