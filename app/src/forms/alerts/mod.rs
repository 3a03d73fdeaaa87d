//! What alarms watch for: by hospital, by machine, by patient.
//!
//! | file | page |
//! | --- | --- |
//! | `rules.rs` | what is published, what the hospital set instead, and what held before; the same of one machine |
//! | `patient.rs` | limits of one patient |
//! | `curves.rs` | what a monitor drew around alarms of one patient; `strip.rs` draws it |
//! | `past.rs` | a day of one patient by the minute, and the readings around one alarm |

pub mod curves;
pub mod past;
pub mod patient;
pub mod rules;
mod strip;

use domain::alerts::setting::watched;
use domain::alerts::{Lane, Measure, Side};
use domain::time::Moment;
use leptos::prelude::*;
use ui::lang::{self, key, say, tell, word};
use ui::{Time, TimeStyle};
use uuid::Uuid;

use crate::forms::parts::{Act, choose};
use crate::widgets::alarm_words::label;

/// What is watched, in words: `Venous pressure too high`.
fn watched_words(parameter: domain::telemetry::Parameter, side: Side) -> String {
    tell(say::alarm_too(label(parameter), side.name()))
}

/// The answers of a form: what is measured, of these lanes.
fn parameters(lanes: &[Lane]) -> Vec<(String, String)> {
    let open = watched().filter(|parameter| lanes.contains(&Lane::of(*parameter)));
    let known = open.map(|parameter| {
        let words = match ui::measured::unit(parameter) {
            "" => label(parameter),
            // The form is typed in the unit in which is stored.
            _ => format!("{} ({})", label(parameter), parameter.unit()),
        };
        (parameter.name().to_owned(), words)
    });
    choose(known)
}

/// The answers of a form: which side is wrong.
fn sides() -> Vec<(String, String)> {
    choose([
        (Side::Low.name().to_owned(), word(key::ALARM_RULE_LOW).to_owned()),
        (Side::High.name().to_owned(), word(key::ALARM_RULE_HIGH).to_owned()),
    ])
}

/// The answers of a form: what is compared.
fn measures() -> Vec<(String, String)> {
    Measure::ALL
        .map(|it| (it.name().to_owned(), lang::of_english(it.words())))
        .to_vec()
}

/// The button that ends what is watched there.
fn end(here: &str, id: Uuid, what: &str) -> AnyView {
    let fields = vec![("act", "end".to_owned()), ("id", id.to_string())];
    let label = tell(say::end_of_what(what));
    view! { <Act action=here.to_owned() fields=fields verb=word(key::END) label=label/> }.into_any()
}

/// Earlier, at the alarm, later, from a page that begins `after` seconds after it: links to what there is. The first page begins at `first` and each shows `step` seconds.
fn ways(
    after: i32,
    (first, step): (i32, u32),
    (is_earlier, is_later): (bool, bool),
    href: impl Fn(i32) -> String,
) -> AnyView {
    let step = step.cast_signed();
    let way = |is_there: bool, to: i32, words: &'static str| {
        is_there.then(|| view! { <a class="link link--alone" href=href(to)>{words}</a> }.into_any())
    };
    let earlier = way(is_earlier, after - step, word(key::CURVE_EARLIER));
    let at_alarm = way(after != first, first, word(key::CURVE_AT_ALARM));
    let later = way(is_later, after + step, word(key::CURVE_LATER));
    view! { <div class="cluster">{earlier}{at_alarm}{later}</div> }.into_any()
}

/// When, and by whom.
fn by((at, who): (Moment, String)) -> AnyView {
    view! { <Time at=Signal::stored(Some(at)) style=TimeStyle::DateClock/>" · "<bdi>{who}</bdi> }.into_any()
}
