//! What recurs over weeks: a pressure that falls, a venous pressure that rises, a weight that is gained over the weekend. From plain rows, by plain statistics that a page can
//! show beside the points. They point at something to look at; they decide nothing.

use serde::{Deserialize, Serialize};

use super::days::Weekday;
use super::named::named;
use super::places::Day;

/// The fewest treatments from which a trend is told. Ours, not of a source: a line through fewer follows each of them.
pub const LEAST: usize = 6;

/// A value of one treatment.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// Days since some day.
    pub day: f64,
    /// The value.
    pub value: f64,
}

impl Point {
    /// A value on a day.
    pub fn on(day: Day, value: f64) -> Self {
        Self {
            day: day.0 as f64,
            value,
        }
    }
}

/// A straight line through points by least squares.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Trend {
    /// Change in four weeks.
    pub in_four_weeks: f64,
    /// The share of the scatter that the line explains, 0 to 1.
    pub r2: f64,
    /// How many points.
    pub of: usize,
    /// The line on the first day.
    pub first: f64,
    /// The line on the last day.
    pub last: f64,
    /// The change divided by its standard error.
    pub t: f64,
}

/// The line through points by least squares; none of fewer than [`LEAST`] or when all lie on one day. What is no number is left out.
pub fn trend(points: &[Point]) -> Option<Trend> {
    let all: Vec<Point> = points
        .iter()
        .copied()
        .filter(|it| it.day.is_finite() && it.value.is_finite())
        .collect();
    if all.len() < LEAST {
        return None;
    }
    let n = all.len() as f64;
    let mean = |of: fn(&Point) -> f64| all.iter().map(of).sum::<f64>() / n;
    let (day, value) = (mean(|it| it.day), mean(|it| it.value));
    let sum = |of: &dyn Fn(&Point) -> f64| all.iter().map(of).sum::<f64>();
    let spread = sum(&|it| (it.day - day).powi(2));
    if spread <= 0.0 {
        return None;
    }
    let slope = sum(&|it| (it.day - day) * (it.value - value)) / spread;
    let scatter = sum(&|it| (it.value - value).powi(2));
    let rest = sum(&|it| (it.value - value - slope * (it.day - day)).powi(2));
    let error = (rest / (n - 2.0) / spread).sqrt();
    let t = if slope == 0.0 {
        0.0
    } else if error <= slope.abs() * 1e-9 {
        // Points that lie on the line leave no doubt; a number that pages can show.
        99.0 * slope.signum()
    } else {
        (slope / error).clamp(-99.0, 99.0)
    };
    let days = all.iter().map(|it| it.day);
    let (from, to) = (
        days.clone().fold(f64::INFINITY, f64::min),
        days.fold(f64::NEG_INFINITY, f64::max),
    );
    Some(Trend {
        in_four_weeks: slope * 28.0,
        r2: if scatter > 0.0 {
            (1.0 - rest / scatter).clamp(0.0, 1.0)
        } else {
            0.0
        },
        of: all.len(),
        first: value + slope * (from - day),
        last: value + slope * (to - day),
        t,
    })
}

/// From this ratio of a change to its standard error on a trend is told. Two-sided 5 % of Student's t with four degrees of freedom, the fewest that [`LEAST`] leaves, is 2.78;
/// with more points it asks for more than 5 %.
pub const TOLD_FROM: f64 = 2.78;

named! {
    /// What recurs.
    Pattern {
        /// The lowest pressure of a treatment falls from week to week.
        FallingPressure = "falling_pressure",
        /// The pressure before falls from week to week.
        FallingPressureBefore = "falling_pressure_before",
        /// The venous pressure rises at the same blood flow.
        RisingVenous = "rising_venous",
        /// The arterial pressure before the pump gets more negative at the same blood flow.
        FallingArterial = "falling_arterial",
        /// More is gained between treatments from week to week.
        RisingGain = "rising_gain",
    }
}

impl Pattern {
    /// Whether a rise is what is looked for; else a fall.
    pub const fn is_rise(self) -> bool {
        matches!(self, Self::RisingVenous | Self::RisingGain)
    }
}

/// A pattern that was found, and the line that says so.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Found {
    /// Which.
    pub pattern: Pattern,
    /// The line.
    pub trend: Trend,
}

/// Whether the points show the pattern: they go the way that is looked for, and more than by chance ([`TOLD_FROM`]).
pub fn find(pattern: Pattern, points: &[Point]) -> Option<Found> {
    let trend = trend(points)?;
    let towards = if pattern.is_rise() { trend.t } else { -trend.t };
    (towards >= TOLD_FROM).then_some(Found { pattern, trend })
}

/// A line pressure and the blood flow at which it was read: pressures are compared at the same flow alone.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct AtFlow {
    /// When and how much.
    pub point: Point,
    /// mL/min.
    pub blood_flow: i32,
}

/// The points at the flow that is most frequent, within 10 mL/min of it: what was read at others would show a change of the flow as one of the access.
pub fn at_one_flow(readings: &[AtFlow]) -> (Option<i32>, Vec<Point>) {
    let near = |flow: i32| readings.iter().filter(move |it| (it.blood_flow - flow).abs() <= 10);
    // Of flows that are as frequent it is the middle one.
    let off = |flow: i32| near(flow).map(|it| (it.blood_flow - flow).abs()).sum::<i32>();
    let flows = readings.iter().map(|it| it.blood_flow);
    let usual = flows.max_by_key(|flow| (near(*flow).count(), -off(*flow), *flow));
    let points = usual.map(|flow| near(flow).map(|it| it.point).collect());
    (usual, points.unwrap_or_default())
}

/// What is gained before the treatments of one day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct ByDay {
    /// The day.
    pub day: Weekday,
    /// Mean, in the unit of what was given: kg or % of the dry weight.
    pub mean: f64,
    /// The greatest.
    pub most: f64,
    /// Of how many treatments.
    pub of: usize,
}

/// Gain by day of the week, Monday first; days without a treatment are left out. The day after the long interval stands out in almost everybody: it is told, not warned of.
pub fn gain_by_weekday(gains: &[(Day, f64)]) -> Vec<ByDay> {
    let of_day = |day: &Weekday| {
        let of: Vec<f64> = gains
            .iter()
            .filter(|it| it.0.weekday() == *day && it.1.is_finite())
            .map(|it| it.1)
            .collect();
        let most = of.iter().copied().max_by(f64::total_cmp)?;
        Some(ByDay {
            day: *day,
            mean: of.iter().sum::<f64>() / of.len() as f64,
            most,
            of: of.len(),
        })
    };
    Weekday::ALL.iter().filter_map(of_day).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn points(values: &[f64]) -> Vec<Point> {
        let day = |place: usize| [0, 2, 4][place % 3] + 7 * (place as i64 / 3);
        values
            .iter()
            .enumerate()
            .map(|(place, value)| Point::on(Day(day(place)), *value))
            .collect()
    }

    #[test]
    fn a_line_is_told_by_its_change_in_four_weeks() {
        let line: Vec<Point> = (0..8)
            .map(|week| Point::on(Day(week * 7), 130.0 - week as f64))
            .collect();
        let found = trend(&line).unwrap();
        assert!((found.in_four_weeks + 4.0).abs() < 1e-9 && (found.r2 - 1.0).abs() < 1e-9);
        assert!((found.first - 130.0).abs() < 1e-9 && (found.last - 123.0).abs() < 1e-9);
        assert_eq!(found.t, -99.0);
        assert_eq!(trend(&line[..5]), None, "too few");
        assert_eq!(trend(&[Point { day: 3.0, value: 1.0 }; 9]), None, "all on one day");
    }

    #[test]
    fn a_pressure_that_falls_is_told_and_one_that_scatters_is_not() {
        let falls = points(&[128.0, 131.0, 126.0, 124.0, 125.0, 120.0, 117.0, 119.0, 112.0]);
        assert!(find(Pattern::FallingPressure, &falls).is_some());
        assert!(find(Pattern::RisingVenous, &falls).is_none(), "it is no rise");
        let scatters = points(&[128.0, 112.0, 131.0, 117.0, 126.0, 119.0, 124.0, 120.0, 125.0]);
        assert!(find(Pattern::FallingPressure, &scatters).is_none());
        let steady = points(&[120.0; 9]);
        assert!(find(Pattern::FallingPressure, &steady).is_none());
    }

    #[test]
    fn line_pressures_are_compared_at_one_flow() {
        let at = |day: i64, blood_flow: i32, value: f64| AtFlow {
            point: Point::on(Day(day), value),
            blood_flow,
        };
        let readings = [
            at(0, 300, 140.0),
            at(2, 295, 142.0),
            at(4, 400, 210.0),
            at(7, 305, 144.0),
        ];
        let (flow, compared) = at_one_flow(&readings);
        assert_eq!((flow, compared.len()), (Some(300), 3));
        assert_eq!(at_one_flow(&[]), (None, vec![]));
    }

    #[test]
    fn what_is_gained_over_the_weekend_stands_by_its_day() {
        // 2026-11-23 was a Monday.
        let monday = Day(20_780);
        let gains = [
            (monday, 3.0),
            (monday.plus(2), 1.8),
            (monday.plus(4), 2.0),
            (monday.plus(7), 3.4),
        ];
        let found = gain_by_weekday(&gains);
        let days: Vec<(Weekday, usize)> = found.iter().map(|it| (it.day, it.of)).collect();
        assert_eq!(
            days,
            [(Weekday::Monday, 2), (Weekday::Wednesday, 1), (Weekday::Friday, 1)]
        );
        assert!((found[0].mean - 3.2).abs() < 1e-9 && found[0].most == 3.4);
    }

    proptest! {
        #[test]
        fn a_trend_is_a_number_whatever_the_points_are(values in proptest::collection::vec(-1e3..1e3f64, 0..40)) {
            if let Some(found) = trend(&points(&values)) {
                prop_assert!(found.in_four_weeks.is_finite() && found.t.is_finite());
                prop_assert!((0.0..=1.0).contains(&found.r2));
            }
        }
    }
}
