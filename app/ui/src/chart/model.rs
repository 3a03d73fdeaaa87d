//! What a page hands to a chart. Times are milliseconds since 1970; values are in the unit that the lane names.

use crate::lang::number;
#[cfg(feature = "ssr")]
use crate::lang::{say, tell};
use crate::severity::Severity;

/// The values of one lane, in order of time, and how they came about.
#[derive(Clone, Debug, PartialEq)]
pub enum Series {
    /// Measured by a device: a line that breaks at gaps.
    Line(Vec<(i64, f32)>),
    /// Measured by hand, or now and then: dots that are not joined.
    Dots(Vec<(i64, f32)>),
    /// Pressure as `(time, diastolic, systolic)`: a bar each, never joined.
    Bars(Vec<(i64, f32, f32)>),
}

/// A value that should not be reached.
#[derive(Clone, Debug, PartialEq)]
pub struct Limit {
    /// In the unit of the lane.
    pub value: f32,
    /// True when it and values above it alarm; false when it and values below it do.
    pub upper: bool,
    /// Its own words, such as `limit 120`.
    pub words: String,
    /// How urgent it is to be there.
    pub severity: Severity,
}

impl Limit {
    /// The most urgent of these limits at which `value` stands or beyond which it lies, as an alarm is raised.
    pub fn passed_by(limits: &[Self], value: f32) -> Option<Severity> {
        let passed = |limit: &&Self| {
            if limit.upper {
                value >= limit.value
            } else {
                value <= limit.value
            }
        };
        limits.iter().filter(passed).map(|limit| limit.severity).max()
    }
}

/// One parameter on the common time axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Lane {
    /// Such as `HR`.
    pub title: String,
    /// Such as `/min`.
    pub unit: String,
    /// Decimals of every number written in this lane.
    pub decimals: usize,
    /// The values.
    pub series: Series,
    /// What was measured last and when, as it is written: the drawn values may be the extremes of some minutes, which nobody measured together.
    pub newest: Option<(i64, String)>,
    /// The fixed scale of this parameter, `(lowest, highest)`; widened only when data leave it.
    pub range: (f32, f32),
    /// The reference band; its edges are written as numbers.
    pub band: Option<(f32, f32)>,
    /// Limits; the patient's own come here in place of the ward's.
    pub limits: Vec<Limit>,
    /// A break longer than this (two promised intervals) is a gap, in milliseconds.
    pub gap_after: i64,
}

/// One score on the NEWS2 lane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Score {
    /// When, in milliseconds since 1970.
    pub at: i64,
    /// 0 to 20.
    pub score: u8,
    /// Whether one parameter alone scored 3.
    pub three_in_one: bool,
}

/// A named moment: a vertical line (`Mark::Line`, where a replay begins) or a triangle under the axis.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// A vertical line through all lanes with a name.
    Line(i64, String),
    /// A triangle under the axis with a name.
    Event(i64, String),
    /// A pale column with a name, from and to: a dialysis session.
    Session(i64, i64, String),
}

/// The stacked chart of one patient.
#[derive(Clone, Debug, PartialEq)]
pub struct Trend {
    /// The start edge of the time axis, milliseconds since 1970.
    pub from: i64,
    /// The end edge: now.
    pub to: i64,
    /// The lanes, top to bottom.
    pub lanes: Vec<Lane>,
    /// The NEWS2 lane over them; no lane when `None`.
    pub scores: Option<Vec<Score>>,
    /// Named moments and sessions.
    pub marks: Vec<Mark>,
    /// The hospital's zone, for the axis.
    pub zone: domain::time::Zone,
}

impl Trend {
    /// Whether the axis is longer than any day, so that a clock needs its date. The longest day has 25 hours.
    pub const fn is_long(&self) -> bool {
        self.to - self.from > 25 * 3_600_000
    }
}

impl Series {
    /// The lowest and the highest value; `None` without values.
    pub fn extent(&self) -> Option<(f32, f32)> {
        let both = |low: f32, high: f32, so_far: Option<(f32, f32)>| match so_far {
            None => Some((low, high)),
            Some((lowest, highest)) => Some((lowest.min(low), highest.max(high))),
        };
        match self {
            Self::Line(points) | Self::Dots(points) => points
                .iter()
                .fold(None, |so_far, (_, value)| both(*value, *value, so_far)),
            Self::Bars(bars) => bars
                .iter()
                .fold(None, |so_far, (_, low, high)| both(*low, *high, so_far)),
        }
    }
}

impl Lane {
    /// The scale that is drawn: the fixed range, or wider when data leave it, and whether it is wider.
    pub fn scale(&self) -> ((f32, f32), bool) {
        let (low, high) = self.range;
        match self.series.extent() {
            Some((lowest, highest)) if lowest < low || highest > high => ((low.min(lowest), high.max(highest)), true),
            _ => ((low, high), false),
        }
    }

    /// A value of this lane as it is written: fixed decimals, true minus, no unit.
    pub fn write(&self, value: f32) -> String {
        number(format!("{value:.*}", self.decimals).replace('-', "−"))
    }

    #[cfg(feature = "ssr")]
    /// What the chart shows, as one sentence: read aloud in place of the drawing.
    pub fn finding(&self) -> String {
        let (title, unit) = (&self.title, &self.unit);
        match (self.series.extent(), &self.newest) {
            (Some((low, high)), newest) => {
                let (low, high) = (self.write(low), self.write(high));
                let (title, unit) = (title.as_str(), unit.as_str());
                tell(match newest {
                    Some((_, last)) => say::chart_between_last(title, low, high, unit, last.as_str()),
                    None => say::chart_between(title, low, high, unit),
                })
            }
            _ => tell(say::chart_not_measured(title.as_str())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pressure() -> Lane {
        Lane {
            title: "BP".into(),
            unit: "mmHg".into(),
            decimals: 0,
            series: Series::Bars(vec![(0, 66.0, 118.0), (60_000, 70.0, 190.0)]),
            newest: Some((60_000, "190/70".into())),
            range: (40.0, 180.0),
            band: None,
            limits: Vec::new(),
            gap_after: 120_000,
        }
    }

    #[test]
    fn a_value_at_its_limit_is_drawn_as_the_alarm_that_it_raises() {
        let limit = |value, upper, severity| Limit {
            value,
            upper,
            words: String::new(),
            severity,
        };
        let limits = [
            limit(91.0, false, Severity::Medium),
            limit(83.0, false, Severity::High),
            limit(131.0, true, Severity::Low),
        ];
        let passed = |value| Limit::passed_by(&limits, value);
        assert_eq!((passed(92.0), passed(91.0)), (None, Some(Severity::Medium)));
        assert_eq!(
            (passed(83.0), passed(131.0)),
            (Some(Severity::High), Some(Severity::Low))
        );
    }

    #[test]
    fn the_scale_is_fixed_until_data_leave_it() {
        let mut lane = pressure();
        assert_eq!(lane.scale(), ((40.0, 190.0), true));
        lane.series = Series::Bars(vec![(0, 66.0, 118.0)]);
        assert_eq!(lane.scale(), ((40.0, 180.0), false));
    }

    #[test]
    fn the_finding_names_both_ends_and_the_last_pressure_systolic_first() {
        assert_eq!(pressure().finding(), "BP: between 66 and 190 mmHg, last 190/70 mmHg.");
        let empty = Lane {
            series: Series::Line(Vec::new()),
            ..pressure()
        };
        assert_eq!(empty.finding(), "BP: not measured in this time.");
    }
}
