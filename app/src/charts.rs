//! Draws the last hours or days of one patient for the server: what the hospital knows becomes lanes, bands, limits and marks of `ui::chart`.
//!
//! To add a lane: its parameter in [`LANES`], its scale and band in `widgets::scales`.

use domain::patients::Series as Points;
use domain::telemetry::{Parameter, Span};
use domain::time::Moment;
use domain::units::Units;
use hospital::telemetry::Trend;
use ui::chart::model;
use ui::chart::trend::draw;
use ui::lang::{self, Locale, key, word};
use ui::measured::{self, shown};

use crate::shell::apart;
use crate::widgets::alarm_words::label;
use crate::widgets::scales;

/// What is drawn, top to bottom. Diastolic pressure is drawn with systolic.
const LANES: [Parameter; 5] = [
    Parameter::HeartRate,
    Parameter::Spo2,
    Parameter::Respiration,
    Parameter::Systolic,
    Parameter::Temperature,
];

/// The drawing holds the lowest and the highest of every slot, in milliseconds.
fn slot_millis(trend: &Trend) -> i64 {
    trend.span.slot_seconds() * 1_000
}

/// What a chart that reaches so far is called.
pub fn span_words(span: Span) -> &'static str {
    word(match span {
        Span::Hour => key::RANGE_HOUR,
        Span::SixHours => key::RANGE_SIX_HOURS,
        Span::Day => key::LAST_24_HOURS,
        Span::ThreeDays => key::RANGE_THREE_DAYS,
        Span::Week => key::RANGE_WEEK,
    })
}

/// The short words of a choice.
pub fn span_short(span: Span) -> &'static str {
    word(match span {
        Span::Hour => key::RANGE_HOUR_SHORT,
        Span::SixHours => key::RANGE_SIX_HOURS_SHORT,
        Span::Day => key::RANGE_DAY_SHORT,
        Span::ThreeDays => key::RANGE_THREE_DAYS_SHORT,
        Span::Week => key::RANGE_WEEK_SHORT,
    })
}

/// [`day_svg`] for a door that is no page.
pub fn day_in(trend: &Trend, locale: Locale, units: Units) -> String {
    apart(|| {
        lang::provide(locale);
        measured::provide(units);
        day_svg(trend)
    })
}

/// The chart as markup of our own making, in the language of the page.
pub fn day_svg(trend: &Trend) -> String {
    let lanes = LANES.into_iter().map(|parameter| lane(trend, parameter)).collect();
    let marks = trend
        .replay_since
        .filter(|since| *since > trend.since)
        .map(|since| model::Mark::Line(since.millis(), word(key::CHART_REPLAY).into()));
    let scores: Vec<model::Score> = trend
        .scores
        .iter()
        .map(|score| model::Score {
            at: score.at.millis(),
            score: score.score,
            three_in_one: score.three_in_one,
        })
        .collect();
    let drawn = draw(&model::Trend {
        from: trend.since.millis(),
        to: trend.until.millis(),
        lanes,
        scores: (!scores.is_empty()).then_some(scores),
        marks: marks.into_iter().collect(),
        zone: trend.zone.clone(),
    });
    drawn.unwrap_or_else(|cause| {
        tracing::error!(%cause, "a chart could not be drawn");
        format!(r#"<p class="note">{}</p>"#, word(key::CHART_NOT_DRAWN))
    })
}

fn lane(trend: &Trend, parameter: Parameter) -> model::Lane {
    let points = points_of(&trend.series, parameter);
    let gap_after = gap_after(trend, parameter, &points);
    let (title, series) = if parameter == Parameter::Systolic {
        (
            word(key::PRESSURE_SHORT).to_owned(),
            model::Series::Bars(pressures(
                (trend.since.millis(), slot_millis(trend)),
                &points,
                &points_of(&trend.series, Parameter::Diastolic),
            )),
        )
    } else if parameter == Parameter::Temperature {
        (
            label(parameter),
            model::Series::Dots(
                points
                    .into_iter()
                    .map(|(at, value)| (at, shown(parameter, value)))
                    .collect(),
            ),
        )
    } else {
        (label(parameter), model::Series::Line(points))
    };
    let limits = scales::limits_of(trend.scale, &trend.limits);
    let drawn = scales::drawn_limits(&limits, parameter, trend.until).into_iter();
    // The lane is drawn in the unit in which it is read, so that its edges are figures of that unit.
    let read = |(low, high)| (shown(parameter, low), shown(parameter, high));
    model::Lane {
        title,
        unit: measured::unit(parameter).into(),
        decimals: parameter.decimals(),
        newest: newest(trend, parameter),
        series,
        range: read(scales::range(parameter)),
        band: scales::band(parameter, trend.scale).map(read),
        limits: drawn
            .map(|limit| model::Limit {
                value: shown(parameter, limit.value),
                ..limit
            })
            .collect(),
        gap_after,
    }
}

/// The newest measurement inside the chart as it is written; pressure where both were measured at once.
fn newest(trend: &Trend, parameter: Parameter) -> Option<(i64, String)> {
    let (value, at) = trend.latest.get(parameter).filter(|(_, at)| *at >= trend.since)?;
    let written = measured::written(parameter, value);
    if parameter != Parameter::Systolic {
        return Some((at.millis(), written));
    }
    let (diastolic, _) = trend
        .latest
        .get(Parameter::Diastolic)
        .filter(|(_, other)| *other == at)?;
    Some((
        at.millis(),
        format!("{written}/{}", Parameter::Diastolic.write(diastolic)),
    ))
}

fn points_of(series: &[Points], parameter: Parameter) -> Vec<(i64, f32)> {
    let found = series.iter().find(|series| series.parameter == parameter);
    found
        .map(|series| series.points.iter().map(|(at, value)| (at.millis(), *value)).collect())
        .unwrap_or_default()
}

/// A break longer than this is a gap: two promised intervals. A replay keeps its promises faster than the hours before it were
/// recorded, so there the distance that nine of ten points keep (the rule by which the recordings promise) counts where it is longer. Breaks that are shorter than two and a half slots cannot
/// be seen in the drawing. Of few points the longest break is never the usual one.
fn gap_after(trend: &Trend, parameter: Parameter, points: &[(i64, f32)]) -> i64 {
    let promised = (trend.promise.window(parameter) * 1_000.0) as i64;
    let replay = trend.replay_since.unwrap_or(Moment(i64::MAX)).millis();
    let mut apart: Vec<i64> = points
        .windows(2)
        .filter(|pair| pair[1].0 < replay)
        .map(|pair| pair[1].0 - pair[0].0)
        .collect();
    apart.sort_unstable();
    let usual = apart.get(apart.len().saturating_sub(1) * 9 / 10).copied().unwrap_or(0);
    promised.max(2 * usual).max(slot_millis(trend) * 5 / 2)
}

/// One bar for every slot in which both were measured, from the lowest diastolic to the highest systolic pressure: the
/// thinned series keep exactly these extremes.
fn pressures((since, millis): (i64, i64), systolic: &[(i64, f32)], diastolic: &[(i64, f32)]) -> Vec<(i64, f32, f32)> {
    let slot = |at: i64| (at - since).div_euclid(millis);
    let bars = systolic.chunk_by(|a, b| slot(a.0) == slot(b.0)).filter_map(|here| {
        let highest = here.iter().copied().max_by(|a, b| a.1.total_cmp(&b.1))?;
        let below = diastolic
            .iter()
            .skip_while(|low| slot(low.0) < slot(highest.0))
            .take_while(|low| slot(low.0) == slot(highest.0));
        below
            .map(|low| low.1)
            .min_by(f32::total_cmp)
            .map(|low| (highest.0, low, highest.1))
    });
    bars.collect()
}

#[cfg(test)]
mod tests {
    use domain::alerts::{PatientLimit, Side};
    use domain::news2::Scale;
    use domain::telemetry::{Latest, Promise, Reading};
    use domain::time::Zone;

    use super::*;

    fn a_day(scale: Scale) -> Trend {
        let minutes =
            |from: i64, to: i64, value: f32| (from..to).map(move |minute| (Moment(minute * 60_000_000), value));
        let series = |parameter, points: Vec<_>| Points { parameter, points };
        Trend {
            span: Span::Day,
            since: Moment(0),
            until: Moment(86_400_000_000),
            series: vec![
                series(
                    Parameter::Spo2,
                    minutes(0, 600, 97.0).chain(minutes(660, 1_440, 95.0)).collect(),
                ),
                series(Parameter::Systolic, minutes(0, 2, 120.0).collect()),
                series(Parameter::Diastolic, minutes(1, 3, 70.0).collect()),
            ],
            scores: Vec::new(),
            replay_since: Some(Moment(43_200_000_000)),
            limits: vec![PatientLimit {
                parameter: Parameter::HeartRate,
                side: Side::High,
                value: 120.0,
                expires_at: Moment(i64::MAX),
            }],
            zone: Zone::default(),
            scale,
            promise: Promise::default(),
            latest: Latest::default(),
        }
    }

    #[test]
    fn the_number_beside_a_lane_is_a_measurement_and_no_pair_of_extremes() {
        let mut day = a_day(Scale::One);
        let measured = |seq, at, systolic, diastolic| {
            let mut reading = Reading {
                seq,
                taken_at: Moment(at),
                ..Reading::default()
            };
            reading.values.set(Parameter::Systolic, Some(systolic));
            reading.values.set(Parameter::Diastolic, diastolic);
            reading
        };
        day.latest.apply(&measured(1, 60_000_000, 163.0, Some(116.0)));
        day.latest.apply(&measured(2, 90_000_000, 90.0, Some(54.0)));
        assert_eq!(newest(&day, Parameter::Systolic), Some((90_000, "90/54".into())));
        assert!(day_svg(&day).contains("90/54") && !day_svg(&day).contains("163/54"));
        day.latest.apply(&measured(3, 95_000_000, 91.0, None));
        assert_eq!(newest(&day, Parameter::Systolic), None, "no pressure without both");
    }

    #[test]
    fn the_day_shows_its_gap_its_replay_and_the_patients_own_limit() {
        let markup = day_svg(&a_day(Scale::One));
        for words in [
            "No data 1 h",
            "replay begins",
            "limit 120",
            "limit 91",
            "HR: not measured in this time.",
        ] {
            assert!(markup.contains(words), "{words}");
        }
        assert!(
            !markup.contains("limit 131"),
            "the patient's own limit replaces the default"
        );
        assert!(
            !day_svg(&a_day(Scale::Two)).contains("limit 91"),
            "on scale 2 the usual limit does not hold"
        );
    }

    #[test]
    fn a_bar_needs_both_pressures_in_its_two_minutes() {
        let systolic = [(0, 120.0), (60_000, 125.0), (130_000, 118.0)];
        let diastolic = [(30_000, 70.0), (60_000, 72.0), (600_000, 71.0)];
        assert_eq!(pressures((0, 120_000), &systolic, &diastolic), [(60_000, 70.0, 125.0)]);
    }
}
