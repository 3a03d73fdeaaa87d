//! What a session of dialysis changes of the published limits while blood runs.

use super::limits::{Side, defaults};
use super::rules::{Hold, Measure, Rule, Whose};
use crate::dialysis::hypotension::{NADIR, threshold};
use crate::dialysis::quantities::MmHg;
use crate::news2::Scale;
use crate::telemetry::Parameter;

impl Rule {
    /// The low systolic limit of who came with 160 mmHg and more: the primary definition of a fall counts below 100 then (its source: [`threshold`]), and the published limit of everybody is 90. As
    /// "below" is meant and the number itself raises, that is a step further down; well again where the published limit is. None for who came with less: the published limit is theirs.
    pub fn of_session(before: MmHg) -> Option<Self> {
        let (parameter, side) = (Parameter::Systolic, Side::Low);
        let threshold = threshold(before).0;
        let (published, _) = defaults(parameter, side, Scale::One);
        let clear = published.filter(|_| threshold > NADIR.0)?.clear;
        Some(Self {
            parameter,
            side,
            measure: Measure::Value,
            raise: threshold as f32 - parameter.step(),
            clear,
            hold: Hold::default(),
            whose: Whose::Session,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::limits::{Limits, PatientLimit};
    use super::super::rules::Rules;
    use super::super::{Of, baseline::Began};
    use super::*;
    use crate::time::Moment;

    const AT: Moment = Moment(1_795_341_600_000_000);

    /// What watches low pressures: where it raises, and where it is well.
    fn low(rules: &Rules) -> Option<(f32, f32)> {
        let limit = rules.value(Parameter::Systolic, Side::Low, AT);
        limit.map(|(limit, _)| (limit.raise, limit.clear))
    }

    fn came_with(before: f64) -> Rules {
        let rules = Rules::default();
        match Rule::of_session(MmHg(before)) {
            Some(rule) => rules.with(rule),
            None => rules,
        }
    }

    #[test]
    fn who_came_with_a_high_pressure_is_watched_from_100_on() {
        assert_eq!(low(&came_with(159.0)), Some((90.0, 101.0)), "as published");
        assert_eq!(low(&came_with(160.0)), Some((99.0, 101.0)));
        let bounds = came_with(160.0).bounds(Parameter::Systolic, AT, &Began::default(), None);
        let drawn: Vec<(Side, f32, Of)> = bounds.iter().map(|it| (it.side, it.raise, it.of)).collect();
        assert_eq!(
            drawn,
            [(Side::Low, 99.0, Of::Published), (Side::High, 220.0, Of::Published)],
            "nobody set it"
        );
    }

    #[test]
    fn what_somebody_set_stands_before_it() {
        let of_hospital = Rule {
            raise: 85.0,
            clear: 90.0,
            whose: Whose::Hospital,
            ..Rule::of_session(MmHg(170.0)).unwrap()
        };
        assert_eq!(low(&came_with(170.0).with(of_hospital)), Some((85.0, 90.0)));
        let own = Limits::default().with(PatientLimit {
            parameter: Parameter::Systolic,
            side: Side::Low,
            value: 80.0,
            expires_at: AT.plus_seconds(1.0),
        });
        let rules = Rules::new(own, came_with(170.0).set().to_vec());
        assert_eq!(low(&rules), Some((80.0, 91.0)), "as far from well as without a session");
    }
}
