//! What is planned anew while blood runs: how much is taken in all and in which time, and the machine that takes the place of another.

use serde::{Deserialize, Serialize};

use super::Guard;
use super::counted::Counted;
use super::quantities::{Kilograms, Millilitres, Minutes, MlPerKgHour};
use super::read::{Range, Reader};
use super::uf::{self, Plan};
use super::uf_steps::UfSteps;
use crate::invalid::Invalid;

const UF_GOAL: Range = Range(0.0, 8_000.0, 0, "mL");
const MINUTES: Range = Range(30.0, 720.0, 0, "min");
const REMOVED: Range = Range(0.0, 10_000.0, 0, "mL");

/// Another goal, or another time: both are of the whole treatment and not of what is left.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Target {
    /// Fluid that shall be taken in all.
    pub goal: Millilitres,
    /// Time of treatment in all.
    pub time: Minutes,
    /// What had been taken by then, where that was known.
    pub removed: Option<Millilitres>,
    /// Why.
    pub reason: String,
    /// Why more is taken in an hour than the prescription allows, where that is so.
    pub above: Option<String>,
}

/// A target as typed; the names are those of the form's fields.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Typed {
    /// mL.
    pub uf_goal: String,
    /// Minutes.
    pub minutes: String,
    /// mL that were read off; empty where the figure that is known is one of now.
    pub removed: String,
    /// Text.
    pub reason: String,
    /// Text.
    pub above: String,
}

impl Typed {
    /// Reads it. What was taken by now is what was read off, else what is `counted`; a figure of earlier is never taken for one of now.
    ///
    /// # Errors
    /// A fault for each field that is missing or out of its range, and for what was taken where the figure that is known is of earlier and nobody read it off.
    pub fn read(&self, counted: Option<Counted>) -> Result<Target, Vec<Invalid>> {
        let mut it = Reader::default();
        let read_off = it.maybe("removed", &self.removed, REMOVED);
        if self.removed.trim().is_empty() && counted.is_some_and(|counted| !counted.is_now) {
            it.fault(
                "removed",
                "What is known of the fluid removed is of earlier. Read off at the machine how much it is now.",
            );
        }
        let read = Target {
            goal: Millilitres(it.number("uf_goal", &self.uf_goal, UF_GOAL)),
            time: Minutes(it.number("minutes", &self.minutes, MINUTES)),
            removed: read_off.map(Millilitres).or(counted.map(|counted| counted.removed)),
            reason: because(&mut it, &self.reason),
            above: it.maybe_text("above", &self.above, 500),
        };
        if read.above.as_ref().is_some_and(|why| why.chars().count() < 3) {
            it.fault("above", "Say why, in 3 to 500 characters.");
        }
        it.done(read)
    }
}

fn because(it: &mut Reader, typed: &str) -> String {
    let reason = it.words("reason", typed, 500, "Say why, in 3 to 500 characters.");
    if (1..3).contains(&reason.chars().count()) {
        it.fault("reason", "Say why, in 3 to 500 characters.");
    }
    reason
}

/// What is left of a target as a plan of its own, so that the guard of the start speaks of it too: what is still to be taken, in the time that is still there. Where nobody knows what was
/// taken, the whole of it in the whole time. What is left is spread as the rest of the profile says; where that leaves nothing, or nobody said how, the same each minute.
///
/// # Errors
/// [`Guard::Time`] where the time is over already; as [`uf::plan`].
pub fn plan(
    target: &Target,
    elapsed: Minutes,
    before: Kilograms,
    dry: Option<Kilograms>,
    bound: MlPerKgHour,
    course: Option<UfSteps>,
) -> Result<Plan, Guard> {
    let left = Minutes(target.time.0 - elapsed.0);
    if left.0.is_nan() || left.0 <= 0.0 {
        return Err(Guard::Time);
    }
    let peak = |over: f64| course.and_then(|course| course.peak(over)).unwrap_or(1.0);
    match target.removed {
        Some(removed) => {
            let volume = Millilitres((target.goal.0 - removed.0).max(0.0));
            // Without a dry weight whoever is weighed then will have lost all of the goal, not what is left of it.
            let dry = dry.or_else(|| Some(Kilograms(before.0 - target.goal.litres())));
            uf::plan(volume, left, before, dry, bound, peak(elapsed.0 / target.time.0))
        }
        None => uf::plan(target.goal, target.time, before, dry, bound, peak(0.0)),
    }
}

/// Another machine, and what had been taken on those before it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Exchange {
    /// In all: the next machine counts from nothing.
    pub removed: Millilitres,
    /// Why.
    pub reason: String,
}

/// An exchange as typed; the machine is read by its id.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TypedExchange {
    /// mL.
    pub removed: String,
    /// Text.
    pub reason: String,
}

impl TypedExchange {
    /// Reads it.
    ///
    /// # Errors
    /// A fault for each field that is missing or out of its range.
    pub fn read(&self) -> Result<Exchange, Vec<Invalid>> {
        let mut it = Reader::default();
        let read = Exchange {
            removed: Millilitres(it.number("removed", &self.removed, REMOVED)),
            reason: because(&mut it, &self.reason),
        };
        it.done(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Moment;

    fn target(goal: f64, minutes: f64, removed: Option<f64>) -> Target {
        Target {
            goal: Millilitres(goal),
            time: Minutes(minutes),
            removed: removed.map(Millilitres),
            reason: "Cramps".into(),
            above: None,
        }
    }

    #[test]
    fn what_is_left_is_judged_in_the_time_that_is_left() {
        let rate = |target: &Target| {
            plan(
                target,
                Minutes(120.0),
                Kilograms(74.9),
                Some(Kilograms(72.5)),
                MlPerKgHour(10.0),
                None,
            )
            .map(|plan| (plan.rate.0, plan.is_above))
        };
        // 1.2 L of 2.4 L are taken after two of four hours: 600 mL an hour, as before.
        assert_eq!(rate(&target(2_400.0, 240.0, Some(1_200.0))), Ok((600.0, false)));
        // An hour less: 1 200 mL/h are 16.6 mL/kg/h.
        assert_eq!(rate(&target(2_400.0, 180.0, Some(1_200.0))), Ok((1_200.0, true)));
        // Less than what is taken already takes nothing more.
        assert_eq!(rate(&target(1_000.0, 180.0, Some(1_200.0))), Ok((0.0, false)));
        // Nobody knows what was taken: the whole in the whole time.
        assert_eq!(rate(&target(2_400.0, 180.0, None)), Ok((800.0, true)));
        assert_eq!(
            rate(&target(2_400.0, 120.0, Some(1_200.0))),
            Err(Guard::Time),
            "the time is over"
        );
    }

    #[test]
    fn the_rest_of_a_profile_is_judged_by_its_largest_quarter() {
        let largest = |typed: &str, removed: Option<f64>| {
            let course = UfSteps::parse(typed);
            let (dry, bound) = (Some(Kilograms(72.5)), MlPerKgHour(10.0));
            let target = target(2_400.0, 240.0, removed);
            let plan = plan(&target, Minutes(120.0), Kilograms(74.9), dry, bound, course).unwrap();
            (plan.largest.0 * 72.5, plan.is_above)
        };
        let near = |found: (f64, bool), rate: f64, is_above: bool| {
            assert!((found.0 - rate).abs() < 1e-6 && found.1 == is_above, "{found:?}");
        };
        // 1.2 L are left for two hours: 20 of the 30 % of the profile that are left, 0.8 L, in the third.
        near(largest("40 30 20 10", Some(1_200.0)), 800.0, true);
        near(largest("25 25 25 25", Some(1_200.0)), 600.0, false);
        // Nobody knows what was taken: 40 % of 2.4 L in an hour.
        near(largest("40 30 20 10", None), 960.0, true);
        // A profile that leaves nothing for the rest says nothing of it.
        near(largest("60 40 0 0", Some(1_200.0)), 600.0, false);
    }

    #[test]
    fn a_target_says_how_much_in_which_time_and_why() {
        let fields = |typed: Typed| -> Vec<String> {
            typed
                .read(None)
                .unwrap_err()
                .into_iter()
                .map(|fault| fault.field)
                .collect()
        };
        assert_eq!(fields(Typed::default()), ["uf_goal", "minutes", "reason"]);
        let typed = Typed {
            uf_goal: "2000".into(),
            minutes: "210".into(),
            reason: "ok".into(),
            above: "x".into(),
            ..Typed::default()
        };
        assert_eq!(fields(typed), ["reason", "above"]);
        let exchange = TypedExchange {
            removed: "1.2".into(),
            reason: "Air detector broken".into(),
        };
        assert_eq!(exchange.read().unwrap_err()[0].field, "removed");
    }

    #[test]
    fn a_figure_of_earlier_is_read_off_before_anything_is_planned_by_it() {
        let read = |removed: &str, seconds: Option<f64>| {
            let typed = Typed {
                uf_goal: "2000".into(),
                minutes: "210".into(),
                removed: removed.into(),
                reason: "Cramps".into(),
                ..Typed::default()
            };
            let counted =
                seconds.map(|seconds| Counted::by_hand(Millilitres(600.0), Moment(0), Moment(0).plus_seconds(seconds)));
            let read = typed.read(counted);
            read.map(|it| it.removed.map(|it| it.0))
                .map_err(|faults| faults[0].field.clone())
        };
        assert_eq!(read("", Some(30.0)), Ok(Some(600.0)), "it is of now");
        assert_eq!(
            read("", Some(3_600.0)),
            Err("removed".into()),
            "an hour is missing in it"
        );
        assert_eq!(read("1200", Some(3_600.0)), Ok(Some(1_200.0)), "read off");
        assert_eq!(
            read("650", Some(30.0)),
            Ok(Some(650.0)),
            "who reads it off knows better"
        );
        assert_eq!(read("", None), Ok(None), "nobody knows: the whole in the whole time");
        assert_eq!(read("1.2", Some(30.0)), Err("removed".into()), "these are millilitres");
    }
}
