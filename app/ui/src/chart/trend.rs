//! The stacked chart of one patient as one piece of HTML: a row for each lane with head, plot and newest value.
//! The page puts it in with `inner_html`; it is generated here alone, and every word from outside is escaped.

use std::fmt::Write as _;

use domain::time::Moment;

use super::backend::escape;
use super::lane::{self, Failed};
use super::model::{Lane, Score, Trend};
use super::{moments, score_lane, time_axis};
use crate::lang::{key, say, tell, word};

/// The stripes of a gap. Its name is written once for each chart; two charts on a page carry the same pattern.
const HATCH: &str = r#"<defs><pattern id="wl-hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="c-stripe" d="M0 0V7"/></pattern></defs>"#;

/// Draws the whole chart.
///
/// # Errors
/// What plotters answers when it cannot draw, such as a scale without extent.
pub fn draw(trend: &Trend) -> Result<String, Failed> {
    let mut html = String::with_capacity(96 * 1_024);
    html.push_str(r#"<div class="trend">"#);
    if let Some(scores) = &trend.scores {
        let plot = score_lane::draw(scores, trend)?;
        let now = scores
            .last()
            .map(|last| format!("{}{}", score_lane::square(*last), clock(trend, last.at)));
        row(
            &mut html,
            "NEWS2",
            "",
            &plot,
            score_lane::HEIGHT,
            &score_finding(scores),
            &now.unwrap_or_default(),
        );
    }
    for lane in &trend.lanes {
        let plot = lane::draw(lane, trend)?;
        let now = lane
            .newest
            .as_ref()
            .map(|(at, value)| now(trend, value, *at))
            .unwrap_or_default();
        row(
            &mut html,
            &lane.title,
            &lane.unit,
            &plot,
            lane::HEIGHT,
            &finding(lane),
            &now,
        );
    }
    let axis = time_axis::draw(trend)?;
    row(
        &mut html,
        "",
        "",
        &format!("{HATCH}{axis}"),
        time_axis::height(trend),
        word(key::CHART_AXIS),
        "",
    );
    html.push_str(&moments::list(trend));
    html.push_str("</div>");
    Ok(html)
}

fn row(html: &mut String, title: &str, unit: &str, plot: &str, height: u32, finding: &str, now: &str) {
    let (title, finding) = (escape(title), escape(finding));
    let unit = if unit.is_empty() {
        String::new()
    } else {
        format!(r#"<span class="trend__unit">{}</span>"#, escape(unit))
    };
    let written = write!(
        html,
        r#"<div class="trend__lane"><div class="trend__head">{title}{unit}</div><div class="trend__frame"><svg class="trend__plot" width="100%" height="{height}" role="img" aria-label="{finding}">{plot}</svg></div><div class="trend__now">{now}</div></div>"#
    );
    debug_assert!(written.is_ok(), "writing to a string cannot fail");
}

/// The newest value and the clock of its measurement: a drawn chart does not tick, so it does not say an age.
fn now(trend: &Trend, value: &str, at: i64) -> String {
    format!(
        r#"<span class="trend__value">{}</span>{}"#,
        escape(value),
        clock(trend, at)
    )
}

fn clock(trend: &Trend, at: i64) -> String {
    let clock = written(trend, at);
    format!(
        r#"<span class="trend__age">{}</span>"#,
        escape(&tell(say::chart_at(clock)))
    )
}

/// `10:42`, with its date on a long axis.
pub(super) fn written(trend: &Trend, at: i64) -> String {
    let style = match trend.is_long() {
        true => crate::TimeStyle::DateClock,
        false => crate::TimeStyle::Clock,
    };
    crate::time::write(&trend.zone, Moment::from_millis(at), style)
}

fn finding(lane: &Lane) -> String {
    let (_, wider) = lane.scale();
    match wider {
        true => format!("{} {}", lane.finding(), word(key::CHART_LEAVES_SCALE)),
        false => lane.finding(),
    }
}

fn score_finding(scores: &[Score]) -> String {
    match (scores.iter().map(|score| score.score).max(), scores.last()) {
        (Some(most), Some(last)) => tell(say::chart_score(most, last.score)),
        _ => word(key::CHART_NO_SCORE).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::model::{Limit, Mark, Series};
    use super::*;
    use crate::severity::Severity;

    const HOUR: i64 = 3_600_000;

    fn a_day() -> Trend {
        let heart: Vec<(i64, f32)> = (0..1_440)
            .filter(|minute| !(900..940).contains(minute))
            .map(|minute| {
                (
                    minute * 60_000,
                    84.0 + (minute % 11) as f32 + if minute > 1_300 { 30.0 } else { 0.0 },
                )
            })
            .collect();
        let lane = |title: &str, unit: &str, series, range, band, limits| Lane {
            title: title.into(),
            unit: unit.into(),
            decimals: usize::from(unit == "°C"),
            newest: Some((20 * HOUR, format!("newest {unit}"))),
            series,
            range,
            band: Some(band),
            limits,
            gap_after: 120_000,
        };
        let limit = |value: f32, upper| Limit {
            value,
            upper,
            words: format!("limit {value}"),
            severity: Severity::Medium,
        };
        Trend {
            from: 0,
            to: 24 * HOUR,
            lanes: vec![
                lane(
                    "HR",
                    "/min",
                    Series::Line(heart),
                    (50.0, 130.0),
                    (51.0, 90.0),
                    vec![limit(120.0, true)],
                ),
                lane(
                    "BP",
                    "mmHg",
                    Series::Bars(vec![(HOUR, 76.0, 134.0), (9 * HOUR, 54.0, 92.0)]),
                    (40.0, 180.0),
                    (111.0, 180.0),
                    vec![limit(100.0, false)],
                ),
                lane(
                    "Temp <b>",
                    "°C",
                    Series::Dots(vec![(HOUR, 36.9), (20 * HOUR, 38.2)]),
                    (35.0, 40.0),
                    (36.1, 38.0),
                    Vec::new(),
                ),
            ],
            scores: Some(vec![
                Score {
                    at: 2 * HOUR,
                    score: 0,
                    three_in_one: false,
                },
                Score {
                    at: 20 * HOUR,
                    score: 7,
                    three_in_one: false,
                },
            ]),
            marks: vec![Mark::Line(6 * HOUR, "replay begins".into())],
            zone: domain::time::Zone::default(),
        }
    }

    #[test]
    fn the_chart_breaks_at_the_gap_names_it_and_colours_what_is_beyond_the_limit() {
        let html = draw(&a_day()).unwrap();
        assert_eq!(
            html.matches(r#"class="c-trace" d=""#).count(),
            2,
            "one line before and one after the gap"
        );
        assert!(html.contains("No data 41 min"));
        assert!(html.contains(r#"class="c-medium" d=""#));
        assert!(html.contains("limit 120") && html.contains("replay begins"));
        assert!(html.contains(r#"aria-label="HR: between 84 and 124 /min, last newest /min /min.""#));
    }

    #[test]
    fn the_words_of_a_lane_are_drawn_after_everything_that_could_cross_them() {
        let html = draw(&a_day()).unwrap();
        let lane = html.split("limit 120").next().unwrap();
        let drawn = lane.rfind(r#"class="c-trace" d=""#).unwrap();
        assert!(drawn < lane.rfind("No data 41 min").unwrap(), "the length of a gap");
        let after = html.split("limit 120").nth(1).unwrap();
        let lane = after.split(r#"class="c-label""#).next().unwrap();
        for mark in ["c-trace", "c-medium", "c-limit", "c-midnight"] {
            assert!(!lane.contains(mark), "{mark} lies over a limit's words");
        }
        assert!(
            html.split("limit 120")
                .next()
                .unwrap()
                .ends_with(r#"text-anchor="start">"#),
            "at the start edge: at the end the line runs over and under the limit"
        );
    }

    #[test]
    fn the_chart_has_no_style_no_colour_and_no_markup_from_outside() {
        let html = draw(&a_day()).unwrap();
        for forbidden in ["style=", "rgb(", "<b>", r##"fill="#"##, r##"stroke="#"##] {
            assert!(!html.contains(forbidden), "{forbidden}");
        }
        assert_eq!(html.matches("<svg").count(), html.matches("</svg>").count());
    }

    #[test]
    fn a_chart_without_any_value_is_drawn_and_says_so() {
        let mut trend = a_day();
        for lane in &mut trend.lanes {
            lane.series = Series::Line(Vec::new());
        }
        trend.scores = Some(Vec::new());
        let html = draw(&trend).unwrap();
        assert!(html.contains("HR: not measured in this time."));
    }
}
