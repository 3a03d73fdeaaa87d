//! What recurs over the last sessions: what goes one way from week to week, and the weight gained before each day of the week. It points at something to look at.

use domain::dialysis::Kilograms;
use domain::dialysis::patterns::{Found, Pattern};
use hospital::dialysis::patient::Dialysed;
use hospital::dialysis::recurs::Recurs;
use leptos::prelude::*;
use ui::lang::{self, key, say, tell, word};
use ui::{Head, Table, measured};

use super::{card, facts, figure, known, names, weight};

/// The card; none before there is enough to say something of.
pub(super) fn of(it: &Dialysed) -> Option<AnyView> {
    let recurs = &it.recurs;
    if recurs.gains.is_empty() && recurs.found.is_empty() {
        return None;
    }
    let found = match recurs.found.is_empty() {
        true => view! { <p class="quiet">{word(key::HD_NOTHING_RECURS)}</p> }.into_any(),
        false => {
            let lines = recurs
                .found
                .iter()
                .map(|found| {
                    let told = told(found, recurs);
                    known(
                        lang::of_english(names::pattern(found.pattern)),
                        view! { {told} }.into_any(),
                    )
                })
                .collect_view();
            facts(view! { {lines} }.into_any())
        }
    };
    let note = tell(say::hd_over_sessions(recurs.of));
    let gains = gains(recurs);
    Some(card(
        word(key::HD_PATTERNS),
        "patterns",
        note,
        None,
        view! { <div class="card__body">{found}</div>{gains} }.into_any(),
    ))
}

/// `From 118 mmHg to 98 mmHg: −12 mmHg in four weeks`.
fn told(found: &Found, recurs: &Recurs) -> String {
    let trend = &found.trend;
    let write = |value: f64| match found.pattern {
        Pattern::RisingGain => weight(Kilograms(value)),
        _ => figure(value, 0, "mmHg"),
    };
    let unit = measured::units().weight;
    let change = match found.pattern {
        Pattern::RisingGain => lang::number(unit.write(trend.in_four_weeks)),
        _ => figure(trend.in_four_weeks, 0, "mmHg"),
    };
    let line = tell(say::hd_from_to_in_four_weeks(
        change,
        write(trend.first),
        write(trend.last),
    ));
    match (found.pattern, recurs.flow) {
        (Pattern::RisingVenous | Pattern::FallingArterial, Some(flow)) => {
            format!(
                "{line} · {}",
                tell(say::hd_at_flow(figure(f64::from(flow), 0, "mL/min")))
            )
        }
        _ => line,
    }
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
