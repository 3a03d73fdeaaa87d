//! [`Bound`]: what judges one side of a value at one moment, for pages that draw it. It asks the rules that [`super::watch`] asks, so what is drawn is what raises.

use super::baseline::{Began, OF};
use super::limits::Side;
use super::rules::{Measure, PLANNED, Rules, Whose};
use crate::telemetry::Parameter;
use crate::time::Moment;

/// Whose number it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// Nobody set another: [`super::limits::defaults`], or what follows from a session.
    Published,
    /// Set for everybody, for this machine, or by the prescription.
    Set(Whose),
    /// The patient's own, as long as it holds.
    Patient,
}

/// One number that a value is held against.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bound {
    /// Of which parameter.
    pub parameter: Parameter,
    /// Which side is wrong.
    pub side: Side,
    /// A value here or beyond raises, in the unit of the parameter; also where the rule is of a distance.
    pub raise: f32,
    /// What the rule compares.
    pub measure: Measure,
    /// Whose number it is.
    pub of: Of,
}

impl Bound {
    /// Whether a value lies at it or beyond, as a page shows the value. What a rule asks beside that ([`super::Hold`]) is for the alarm.
    pub fn is_passed(&self, value: f32) -> bool {
        self.side.beyond(self.parameter.rounded(value), self.raise)
    }
}

/// Where a parameter began, as far as it was known at `at`.
pub fn began_at(began: &Began, parameter: Parameter, at: Moment) -> Option<f32> {
    let place = OF.iter().position(|kept| *kept == parameter)?;
    let (since, value) = (*began.get(place)?)?;
    (since < at).then_some(value)
}

impl Rules {
    /// What judges a value that is measured at `at`: the value itself, how far it is from where the session began, and in the first minutes at the flow of the protocol how far it is from what is
    /// usual for the patient. Nothing where nobody set a limit and none is published; nothing of [`PLANNED`], which is held against a plan and no number. A second limit further out has none of
    /// the circuit, and is left out.
    pub fn bounds(&self, parameter: Parameter, at: Moment, began: &Began, flow: Option<i32>) -> Vec<Bound> {
        if parameter == PLANNED {
            return Vec::new();
        }
        let set = |side, measure| {
            let rule = self.best(parameter, side, measure);
            let rule = rule.filter(|rule| rule.whose != Whose::Session);
            rule.map(|rule| Of::Set(rule.whose))
        };
        let from = began_at(began, parameter, at);
        let of_side = |side: Side| {
            let own = self.limits().own_at(parameter, side, at).map(|_| Of::Patient);
            let value = self.value(parameter, side, at).map(|(limit, _)| {
                let of = own.or(set(side, Measure::Value)).unwrap_or(Of::Published);
                (limit.raise, Measure::Value, of)
            });
            let [.., drift] = self.criteria(parameter, side, at, from);
            let drift = drift.zip(set(side, Measure::Baseline));
            let drift = drift.map(|(criterion, of)| (criterion.limit.raise, Measure::Baseline, of));
            let usual = flow.and_then(|flow| self.off_usual(parameter, side, at, flow));
            let usual = usual.zip(set(side, Measure::Usual));
            let usual = usual.map(|(criterion, of)| (criterion.limit.raise, Measure::Usual, of));
            [value, drift, usual]
                .into_iter()
                .flatten()
                .map(move |(raise, measure, of)| Bound {
                    parameter,
                    side,
                    raise,
                    measure,
                    of,
                })
        };
        Side::ALL.into_iter().flat_map(of_side).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::limits::{Limits, PatientLimit};
    use super::super::rules::{Hold, Rule};
    use super::*;
    use crate::dialysis::pressures::{Baseline, Usual};
    use crate::dialysis::quantities::MmHg;

    const AT: Moment = Moment(1_795_341_600_000_000);
    const VENOUS: Parameter = Parameter::VenousPressure;

    fn rule(side: Side, measure: Measure, raise: f32, whose: Whose) -> Rule {
        Rule {
            parameter: VENOUS,
            side,
            measure,
            raise,
            clear: raise,
            hold: Hold::default(),
            whose,
        }
    }

    fn drawn(rules: &Rules, at: Moment, began: &Began, flow: Option<i32>) -> Vec<(Side, f32, Measure, Of)> {
        let bounds = rules.bounds(VENOUS, at, began, flow).into_iter();
        bounds
            .map(|bound| (bound.side, bound.raise, bound.measure, bound.of))
            .collect()
    }

    #[test]
    fn the_patients_own_is_drawn_until_it_ends_then_the_machines_then_what_is_published() {
        let nothing = Began::default();
        let of = |rules: &Rules, at| drawn(rules, at, &nothing, None);
        let high = |raise, of| vec![(Side::High, raise, Measure::Value, of)];
        assert_eq!(of(&Rules::default(), AT), high(260.0, Of::Published), "and no low one");
        let set = vec![
            rule(Side::High, Measure::Value, 250.0, Whose::Hospital),
            rule(Side::High, Measure::Value, 240.0, Whose::Machine),
        ];
        let own = Limits::default().with(PatientLimit {
            parameter: VENOUS,
            side: Side::High,
            value: 230.0,
            expires_at: AT.plus_seconds(1.0),
        });
        let rules = Rules::new(own, set);
        assert_eq!(of(&rules, AT), high(230.0, Of::Patient));
        assert_eq!(of(&rules, AT.plus_seconds(1.0)), high(240.0, Of::Set(Whose::Machine)));
        assert_eq!(rules.bounds(PLANNED, AT, &nothing, None), []);
        assert_eq!(
            rules.bounds(Parameter::BloodFlow, AT, &nothing, None),
            [],
            "nobody set one"
        );
    }

    #[test]
    fn a_distance_is_drawn_around_where_the_session_began_once_that_is_known() {
        let rules = Rules::default()
            .with(rule(Side::High, Measure::Baseline, 50.0, Whose::Hospital))
            .with(rule(Side::Low, Measure::Baseline, 40.0, Whose::Hospital));
        // In the order of `baseline::OF`: the venous pressure is the second.
        let began: Began = [None, Some((AT, 120.0)), None];
        let value = (Side::High, 260.0, Measure::Value, Of::Published);
        assert_eq!(
            drawn(&rules, AT, &began, None),
            [value],
            "the first minutes are not over"
        );
        let of = Of::Set(Whose::Hospital);
        assert_eq!(
            drawn(&rules, AT.plus_seconds(1.0), &began, None),
            [
                (Side::Low, 80.0, Measure::Baseline, of),
                value,
                (Side::High, 170.0, Measure::Baseline, of)
            ]
        );
        let passed = |value: f32| {
            let bounds = rules.bounds(VENOUS, AT.plus_seconds(1.0), &began, None);
            bounds.into_iter().filter(|bound| bound.is_passed(value)).count()
        };
        assert_eq!(
            [169.0, 169.6, 262.0, 80.4].map(passed),
            [0, 1, 2, 1],
            "as the page shows them"
        );
    }

    #[test]
    fn what_is_usual_is_drawn_in_the_minutes_and_at_the_flow_in_which_it_is_compared() {
        let usual = Usual {
            since: AT,
            arterial: None,
            venous: Some(Baseline {
                median: MmHg(112.0),
                of: 3,
            }),
        };
        let rules = Rules::default().with_usual(Some(usual));
        let rules = rules.with(rule(Side::High, Measure::Usual, 30.0, Whose::Hospital));
        let usual = |minutes: f64, flow| {
            let all = drawn(&rules, AT.plus_seconds(minutes * 60.0), &Began::default(), flow);
            all.into_iter().find(|(.., measure, _)| *measure == Measure::Usual)
        };
        let found = (Side::High, 142.0, Measure::Usual, Of::Set(Whose::Hospital));
        assert_eq!(usual(3.0, Some(200)), Some(found));
        assert_eq!(
            [usual(3.0, Some(300)), usual(9.0, Some(200)), usual(3.0, None)],
            [None; 3]
        );
    }
}
