//! How the pressures and the blood volume went since the start of a session, and what is known of a fall of the pressure: as facts, and as a chance where the hospital shows a forecast that it fitted
//! (`domain::dialysis::forecast`).

use domain::alerts::Side;
use domain::dialysis::forecast::{Inputs, OLDEST, Reading};
use domain::dialysis::quantities::{Minutes, MlPerHour};
use domain::dialysis::uf::{self, Judged};
use domain::dialysis::{MlPerKgHour, hypotension};
use domain::patients::Series as Points;
use domain::telemetry::Parameter;
use domain::time::Moment;
use hospital::dialysis::chair::Chair;
use hospital::dialysis::course::Course;
use leptos::prelude::*;
use ui::Severity;
use ui::chart::model::{Lane, Limit, Series, Trend};
use ui::chart::trend::draw;
use ui::lang::{key, say, tell, word};
use ui::{Chip, Empty};

use super::overview::judged_in_words;
use super::{after, bounds, card, circuit, facts, figure, hours, known, signed};
use crate::widgets::alarm_words::label;
use crate::widgets::day_chart::DrawnDay;

/// The machine's values are thinned to the lowest and the highest of two minutes; a longer break than this is a gap, in milliseconds.
const GAP: i64 = 300_000;
/// The machine's two minutes, in milliseconds.
const SLOT: i64 = 120_000;

/// The chart; none of a session that has not begun or has no machine.
pub(super) fn chart(it: &Chair) -> Option<AnyView> {
    let course = it.course.as_ref()?;
    let before = it.sheet.look.as_ref().map(|look| look.what.what.lying.systolic);
    let is_empty = course.series.is_empty() && course.by_hand.is_empty() && course.written.is_empty();
    let body = match is_empty {
        true => {
            let none = word(key::HD_COURSE_NONE);
            view! { <Empty icon="no-data" title=word(key::HD_COURSE) text=none/> }.into_any()
        }
        false => {
            let threshold = before.map(|before| hypotension::threshold(before).0 as f32);
            let markup = drawn(it, course, threshold);
            view! { <div class="card__body card__body--course"><DrawnDay markup=markup/></div> }.into_any()
        }
    };
    Some(card(word(key::HD_COURSE), "course", String::new(), None, body))
}

fn drawn(it: &Chair, course: &Course, threshold: Option<f32>) -> String {
    // What judges now; once blood runs no longer nobody knows which limits held at each of these moments, and none is drawn.
    let line = |title, parameter, range| lane(course, title, parameter, range, limits(it, parameter));
    let lanes = [
        line(word(key::HD_ARTERIAL), Parameter::ArterialPressure, (-320.0, 0.0)),
        line(word(key::HD_VENOUS), Parameter::VenousPressure, (0.0, 320.0)),
        line(
            word(key::HD_TRANSMEMBRANE),
            Parameter::TransmembranePressure,
            (-50.0, 400.0),
        ),
        blood_pressure(course, threshold),
        // Few machines measure it; where none did there is no lane. Like those of the pressures its scale is widened where values leave it.
        line(
            &label(Parameter::BloodVolumeChange),
            Parameter::BloodVolumeChange,
            (-20.0, 5.0),
        ),
    ];
    let trend = Trend {
        from: course.since.millis(),
        to: course.until.millis(),
        lanes: lanes
            .into_iter()
            .filter(|lane| lane.series.extent().is_some())
            .collect(),
        scores: None,
        marks: Vec::new(),
        zone: course.zone.clone(),
    };
    draw(&trend).unwrap_or_else(|cause| {
        tracing::error!(%cause, "the pressures of a session could not be drawn");
        format!(r#"<p class="note">{}</p>"#, word(key::CHART_NOT_DRAWN))
    })
}

/// The limits beside which the gauges stand, as lines.
fn limits(it: &Chair, parameter: Parameter) -> Vec<Limit> {
    let all = bounds::of(it, parameter);
    let warn = circuit::warns(parameter, &all);
    let limit = |value, upper, severity| limit(value, upper, severity, parameter.decimals());
    let warn = warn.map(|warn| limit(warn, false, Severity::Low));
    let all = all
        .iter()
        .map(|bound| limit(bound.raise, bound.side == Side::High, bounds::severity(bound)));
    warn.into_iter().chain(all).collect()
}

fn limit(value: f32, upper: bool, severity: Severity, decimals: usize) -> Limit {
    let written = signed(f64::from(value), decimals, "");
    Limit {
        value,
        upper,
        words: tell(say::hd_limit(written)),
        severity,
    }
}

fn lane(course: &Course, title: &str, parameter: Parameter, range: (f32, f32), limits: Vec<Limit>) -> Lane {
    let measured = points(course, parameter);
    let (points, series) = match measured.is_empty() {
        true => {
            let written = of_series(&course.by_hand, parameter);
            (written.clone(), Series::Dots(written))
        }
        false => (measured.clone(), Series::Line(measured)),
    };
    let lane = Lane {
        title: title.to_owned(),
        unit: parameter.unit().to_owned(),
        decimals: parameter.decimals(),
        newest: None,
        series,
        range,
        band: None,
        limits,
        gap_after: GAP,
    };
    Lane {
        newest: points.last().map(|(at, value)| (*at, lane.write(*value))),
        ..lane
    }
}

fn points(course: &Course, parameter: Parameter) -> Vec<(i64, f32)> {
    of_series(&course.series, parameter)
}

fn of_series(series: &[Points], parameter: Parameter) -> Vec<(i64, f32)> {
    let found = series.iter().find(|series| series.parameter == parameter);
    found
        .map(|series| series.points.iter().map(|(at, value)| (at.millis(), *value)).collect())
        .unwrap_or_default()
}

/// Of the patient: measured by the machine, and written by hand.
fn blood_pressure(course: &Course, threshold: Option<f32>) -> Lane {
    let slot = |at: i64| (at - course.since.millis()).div_euclid(SLOT);
    let (systolic, diastolic) = (
        points(course, Parameter::Systolic),
        points(course, Parameter::Diastolic),
    );
    // One bar for the two minutes in which both were measured.
    let measured = systolic
        .chunk_by(|one, other| slot(one.0) == slot(other.0))
        .filter_map(|here| {
            let highest = here.iter().copied().max_by(|one, other| one.1.total_cmp(&other.1))?;
            let below = diastolic
                .iter()
                .filter(|low| slot(low.0) == slot(highest.0))
                .map(|low| low.1);
            below.min_by(f32::total_cmp).map(|low| (highest.0, low, highest.1))
        });
    let written = course
        .written
        .iter()
        .map(|(at, above, below)| (at.millis(), *below, *above));
    let mut bars: Vec<(i64, f32, f32)> = measured.chain(written).collect();
    bars.sort_by_key(|bar| bar.0);
    let write = |value: f32| figure(f64::from(value), 0, "");
    Lane {
        title: word(key::HD_BLOOD_PRESSURE).to_owned(),
        unit: "mmHg".to_owned(),
        decimals: 0,
        newest: bars
            .last()
            .map(|(at, below, above)| (*at, format!("{}/{}", write(*above), write(*below)))),
        series: Series::Bars(bars),
        range: (40.0, 200.0),
        band: None,
        limits: threshold
            .map(|value| limit(value, false, Severity::Medium, 0))
            .into_iter()
            .collect(),
        gap_after: GAP,
    }
}

/// The rate now by the dry weight, as before the start; by the weight before where none is set. With when it was measured or written.
fn uf_rate(it: &Chair) -> Option<(MlPerKgHour, Moment)> {
    let (MlPerHour(rate), at) = super::running::now_rate(it)?;
    let before = it.sheet.look.as_ref().map(|look| look.what.what.weight);
    let weight = it.dry_weight().or(before)?;
    (weight.0 > 0.0).then(|| (MlPerKgHour(rate / weight.0), at))
}

/// What a forecast goes by, each fact by itself; and the forecast, where the hospital shows one.
pub(super) fn fall(it: &Chair) -> Option<AnyView> {
    let course = it.course.as_ref()?;
    let before = it.sheet.look.as_ref()?.what.what.lying.systolic;
    let since = |at: Moment| Minutes(at.seconds_since(course.since) / 60.0);
    // The same pressures as those that a forecast learns from: by hand, and of every two minutes of a machine the lowest.
    let readings: Vec<Reading> = it
        .fell
        .pressures
        .iter()
        .map(|(at, pressure)| Reading {
            at: since(*at),
            pressure: *pressure,
        })
        .collect();
    let rate = uf_rate(it);
    let inputs = Inputs {
        now: since(course.until),
        before,
        readings: &readings,
        uf_rate: rate.map(|(rate, _)| rate),
        history: it.history,
    };
    let is_new = |at: Moment| course.until.seconds_since(at) <= OLDEST.0 * 60.0;
    let fresh = Inputs {
        uf_rate: rate.filter(|(_, at)| is_new(*at)).map(|(rate, _)| rate),
        ..inputs.clone()
    };
    let chance = super::forecast::line(it.forecast.as_ref(), &fresh);
    let [now, trend, _, _, rate, elapsed] = inputs.known();
    let limit = hypotension::threshold(before);
    let low = |value: f64| {
        (value < limit.0)
            .then(|| view! { <Chip look="high">{tell(say::hd_below(figure(limit.0, 0, "mmHg")))}</Chip> }.into_any())
    };
    let now = now.map(|now| {
        let value = figure(now, 0, "mmHg");
        let mark = low(now);
        known(word(key::HD_FALL_NOW), view! { {value}" "{mark} }.into_any())
    });
    let lowest = points(course, Parameter::Systolic)
        .into_iter()
        .map(|(_, value)| f64::from(value))
        .min_by(f64::total_cmp);
    let lowest = lowest.map(|lowest| {
        let value = figure(lowest, 0, "mmHg");
        let mark = low(lowest);
        known(word(key::HD_FALL_LOWEST_MACHINE), view! { {value}" "{mark} }.into_any())
    });
    let trend = match trend {
        Some(trend) => {
            let sign = if trend > 0.0 {
                "+"
            } else if trend < 0.0 {
                "−"
            } else {
                ""
            };
            tell(say::hd_an_hour(format!("{sign}{}", figure(trend.abs(), 0, ""))))
        }
        None => word(key::HD_FALL_TREND_NONE).to_owned(),
    };
    let history = match it.history {
        (_, 0) => word(key::HD_FALL_HISTORY_NONE).to_owned(),
        (fell, of) => tell(say::hd_fall_history_of(i64::from(fell), i64::from(of))),
    };
    let rate = rate.map(|rate| {
        let judged = uf::judge(MlPerKgHour(rate));
        let look = match judged {
            Judged::Fine => "line",
            Judged::Warn => "medium-soft",
            Judged::Strong => "high-soft",
        };
        let value = figure(rate, 1, "mL/kg/h");
        let words = word(judged_in_words(judged));
        known(
            word(key::HD_FLUID_RATE),
            view! { {value}" "<Chip look=look>{words}</Chip> }.into_any(),
        )
    });
    let elapsed = elapsed.map(|elapsed| hours(Minutes(elapsed * 60.0)));
    let before = figure(before.0, 0, "mmHg");
    let both = after::fell(it);
    let list = facts(
        view! {
            {now}
            {known(word(key::HD_FALL_TREND), view! { {trend} }.into_any())}
            {known(word(key::HD_FALL_BEFORE), view! { {before} }.into_any())}
            {lowest}
            {rate}
            {known(word(key::HD_FALL_HISTORY), view! { {history} }.into_any())}
            {known(word(key::HD_FALL_ELAPSED), view! { {elapsed} }.into_any())}
            {both}
        }
        .into_any(),
    );
    let body = view! { <div class="card__body stack">{chance}{list}</div> }.into_any();
    Some(card(word(key::HD_FALL_FACTS), "fall", String::new(), None, body))
}
