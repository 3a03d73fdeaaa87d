//! What recurs over the last sessions: what goes one way from week to week, and the weight gained before each day of the week. It points at something to look at.

use domain::dialysis::Kilograms;
use domain::dialysis::patterns::{Found, LEAST, Pattern};
use hospital::dialysis::patient::Dialysed;
use hospital::dialysis::recurs::{Looked, Recurs};
use leptos::prelude::*;
use ui::lang::{self, key, say, tell, word};
use ui::{Chip, DayBars, Head, Table};

use super::{card, figure, names, signed, weight};

/// Sessions of a small chart.
const SHOWN: usize = 18;

/// The card; none before there is enough to say something of.
pub(super) fn of(it: &Dialysed) -> Option<AnyView> {
    let recurs = &it.recurs;
    if recurs.gains.is_empty() && recurs.looked.is_empty() {
        return None;
    }
    let rows = recurs.looked.iter().map(|looked| row(looked, recurs)).collect_view();
    let heads = vec![
        Head::words(word(key::WHAT)),
        Head::words(word(key::HD_OVER_TIME)),
        Head::number(word(key::HD_FIRST_AND_LAST)),
        Head::words(word(key::HD_PATTERN_FOUND)),
    ];
    let looked = (!recurs.looked.is_empty())
        .then(|| view! { <Table caption=word(key::HD_PATTERNS) heads=heads>{rows}</Table> }.into_any());
    let nothing = recurs.looked.iter().all(|looked| looked.found.is_none());
    let nothing = nothing.then(|| view! { <p class="card__body quiet">{word(key::HD_NOTHING_RECURS)}</p> }.into_any());
    let note = tell(say::hd_over_sessions(recurs.of));
    let gains = gains(recurs);
    Some(card(
        word(key::HD_PATTERNS),
        "patterns",
        note,
        None,
        view! { {nothing}{looked}{gains} }.into_any(),
    ))
}

/// A value as it is written.
fn written(pattern: Pattern, value: f64) -> String {
    match pattern {
        Pattern::RisingGain => weight(Kilograms(value)),
        _ => signed(value, 0, "mmHg"),
    }
}

/// What was looked at over the last sessions, as a small chart, with what it shows.
fn row(looked: &Looked, recurs: &Recurs) -> AnyView {
    let pattern = looked.pattern;
    let name = word(match pattern {
        Pattern::FallingPressure => key::HD_LOWEST_IN_SESSION,
        Pattern::FallingPressureBefore => key::HD_PRESSURE_BEFORE,
        Pattern::RisingVenous => key::HD_VENOUS,
        Pattern::FallingArterial => key::HD_ARTERIAL,
        Pattern::RisingGain => key::HD_WEIGHT_GAIN,
    });
    let newest = &looked.points[looked.points.len().saturating_sub(SHOWN)..];
    // The arterial pressure lies below nothing: its bars say how far.
    let bars: Vec<f32> = newest.iter().map(|point| point.value.abs() as f32).collect();
    let says = tell(say::hd_pattern_over(name, bars.len()));
    let ends = match (newest.first(), newest.last()) {
        (Some(first), Some(last)) => {
            let (first, last) = (written(pattern, first.value), written(pattern, last.value));
            lang::ltr(format!("{first} → {last}"))
        }
        _ => String::new(),
    };
    let flow = match (pattern, recurs.flow) {
        (Pattern::RisingVenous | Pattern::FallingArterial, Some(flow)) => {
            let words = tell(say::hd_at_flow(figure(f64::from(flow), 0, "mL/min")));
            Some(view! { <br/><span class="quiet">{words}</span> }.into_any())
        }
        _ => None,
    };
    let found = match &looked.found {
        Some(found) => {
            let words = lang::of_english(names::pattern(pattern));
            let told = told(found);
            view! { <Chip look="medium-soft">{words}</Chip><br/><span class="quiet">{told}</span> }.into_any()
        }
        None if looked.points.len() < LEAST => {
            let words = tell(say::hd_pattern_too_few(LEAST));
            view! { <span class="quiet">{words}</span> }.into_any()
        }
        None => view! { <span class="quiet">{word(key::HD_PATTERN_NOT_TOLD)}</span> }.into_any(),
    };
    view! {
        <tr>
            <th scope="row">{name}{flow}</th>
            <td data-head=word(key::HD_OVER_TIME)><DayBars values=bars says=says/></td>
            <td data-head=word(key::HD_FIRST_AND_LAST) class="num">{ends}</td>
            <td data-head=word(key::HD_PATTERN_FOUND)>{found}</td>
        </tr>
    }
    .into_any()
}

/// `−12 mmHg in four weeks, from 118 mmHg to 98 mmHg`.
fn told(found: &Found) -> String {
    let trend = &found.trend;
    tell(say::hd_from_to_in_four_weeks(
        written(found.pattern, trend.in_four_weeks),
        written(found.pattern, trend.first),
        written(found.pattern, trend.last),
    ))
}

fn gains(recurs: &Recurs) -> Option<AnyView> {
    let rows = recurs
        .gains
        .iter()
        .map(|by_day| {
            view! {
                <tr>
                    <th scope="row">{lang::of_english(names::weekday(by_day.day))}</th>
                    <td data-head=word(key::HD_MEAN) class="num">{weight(Kilograms(by_day.mean))}</td>
                    <td data-head=word(key::HD_MOST) class="num">{weight(Kilograms(by_day.most))}</td>
                    <td data-head=word(key::HD_SESSIONS) class="num">{figure(by_day.of as f64, 0, "")}</td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    let heads = vec![
        Head::words(word(key::HD_GAIN_BEFORE)),
        Head::number(word(key::HD_MEAN)),
        Head::number(word(key::HD_MOST)),
        Head::number(word(key::HD_SESSIONS)),
    ];
    (!recurs.gains.is_empty())
        .then(|| view! { <Table caption=word(key::HD_GAIN_BEFORE) heads=heads>{rows}</Table> }.into_any())
}
