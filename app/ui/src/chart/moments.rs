//! What all lanes say in each quarter of an hour of a day, or each 96th of another range, in words: hidden beside the drawing, for whoever moves through the day with keys. The drawn
//! values are the extremes of some minutes, so a quarter is read from its lowest to its highest value.

use std::fmt::Write as _;

use super::backend::escape;
use super::model::{Lane, Series, Trend};
use crate::lang::{key, ltr, say, tell, word};

/// The parts into which the axis is divided. The slider in the page and `trend.css` count as many.
pub const STEPS: i64 = 96;

/// The list, oldest first.
pub fn list(trend: &Trend) -> String {
    let mut html = String::with_capacity(12 * 1_024);
    html.push_str(r#"<ol class="trend__moments" hidden>"#);
    let edge = |step: i64| trend.from + (trend.to - trend.from) * step / STEPS;
    for step in 0..STEPS {
        let written = write!(html, "<li>{}</li>", escape(&words(trend, edge(step), edge(step + 1))));
        debug_assert!(written.is_ok(), "writing to a string cannot fail");
    }
    html.push_str("</ol>");
    html
}

/// `10:15 to 10:30: HR 82 to 95 /min, SpO₂ 97 %, no RR.`
fn words(trend: &Trend, from: i64, to: i64) -> String {
    let clock = |at: i64| super::trend::written(trend, at);
    let lanes: Vec<String> = trend.lanes.iter().map(|lane| lane_words(lane, from, to)).collect();
    tell(say::chart_quarter(
        clock(from),
        clock(to),
        lanes.join(word(key::LIST_COMMA)),
    ))
}

fn lane_words(lane: &Lane, from: i64, to: i64) -> String {
    let (title, unit) = (&lane.title, &lane.unit);
    match part(&lane.series, from, to).extent() {
        None => tell(say::chart_none(title.as_str())),
        Some((low, high)) => match (lane.write(low), lane.write(high)) {
            (low, high) if low == high => format!("{title} {}", ltr(format!("{low} {unit}"))),
            (low, high) => tell(say::chart_range(title.as_str(), low, ltr(format!("{high} {unit}")))),
        },
    }
}

/// The values after `from` and up to `to`.
fn part(series: &Series, from: i64, to: i64) -> Series {
    fn between<T: Clone>(points: &[T], from: i64, to: i64, at: impl Fn(&T) -> i64) -> Vec<T> {
        let first = points.partition_point(|point| at(point) <= from);
        let after = points.partition_point(|point| at(point) <= to);
        points.get(first..after).unwrap_or_default().to_vec()
    }
    match series {
        Series::Line(points) => Series::Line(between(points, from, to, |point| point.0)),
        Series::Dots(points) => Series::Dots(between(points, from, to, |point| point.0)),
        Series::Bars(bars) => Series::Bars(between(bars, from, to, |bar| bar.0)),
    }
}

#[cfg(test)]
mod tests {
    use leptos::prelude::Owner;

    use super::*;
    use crate::lang::{Locale, provide};

    const QUARTER: i64 = 900_000;

    fn lane(title: &str, unit: &str, series: Series) -> Lane {
        Lane {
            title: title.into(),
            unit: unit.into(),
            decimals: 0,
            newest: None,
            series,
            range: (0.0, 200.0),
            band: None,
            limits: Vec::new(),
            gap_after: QUARTER,
        }
    }

    #[test]
    fn each_quarter_of_an_hour_says_all_its_lanes_and_what_was_not_measured() {
        let trend = Trend {
            from: 0,
            to: STEPS * QUARTER,
            lanes: vec![
                lane(
                    "HR",
                    "/min",
                    Series::Line(vec![
                        (60_000, 95.0),
                        (120_000, 82.0),
                        (QUARTER, 90.0),
                        (QUARTER + 1, 88.0),
                    ]),
                ),
                lane("BP", "mmHg", Series::Bars(vec![(QUARTER + 5, 66.0, 118.0)])),
            ],
            scores: None,
            marks: Vec::new(),
            zone: domain::time::Zone::default(),
        };
        assert_eq!(words(&trend, 0, QUARTER), "00:00 to 00:15: HR 82 to 95 /min, no BP.");
        assert_eq!(
            words(&trend, QUARTER, 2 * QUARTER),
            "00:15 to 00:30: HR 88 /min, BP 66 to 118 mmHg."
        );
        let html = list(&trend);
        assert_eq!(html.matches("<li>").count(), STEPS as usize);
        assert!(html.contains("<li>23:45 to 00:00: no HR, no BP.</li>"));
    }

    #[test]
    fn a_value_keeps_its_unit_behind_it_where_people_read_from_right_to_left() {
        let in_arabic = |series| {
            Owner::new().with(|| {
                provide(Locale::of_tag("ar").unwrap());
                lane_words(&lane("HR", "/min", series), 0, QUARTER)
            })
        };
        let range = in_arabic(Series::Dots(vec![(1, 82.0), (2, 95.0)]));
        assert!(
            range.contains("82") && range.contains("\u{2066}95 /min\u{2069}"),
            "{range}"
        );
        assert_eq!(in_arabic(Series::Dots(vec![(1, 82.0)])), "HR \u{2066}82 /min\u{2069}");
    }
}
