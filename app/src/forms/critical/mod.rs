//! Critical values: at which somebody must act now. What waits, who was told and when, until somebody else has read the value back and what was done is written.
//!
//! | file | holds |
//! | --- | --- |
//! | `patient.rs` | the page of one patient: what waits, the next step of each, and what is over |
//! | `report.rs` | the form that reports one |
//! | `board.rs` | every one that waits in the house, and thirty days in figures |
//! | `answer.rs` | the next step of one of which the reader was told by name, on the page of the house |
//!
//! # Adding a step
//! Its verb in `hospital::critical`, its form in `patient.rs` (the hidden `act` and `id`), its arm in `server/src/forms/critical.rs`, and what is said afterwards in the word files.

mod answer;
pub mod board;
pub mod patient;
mod report;

use domain::critical::{Side, State};
use domain::time::Moment;
use hospital::critical::Told;
use hospital::on_call::Kept;
use leptos::prelude::*;
use ui::lang::{self, key, say, tell, word};
use ui::{Card, Chip, Empty, Head, Table, Time, TimeStyle, age};

use crate::forms::again::Drawn;
use crate::forms::on_call::{rank_words, skipped};

/// Seconds after which what moves is drawn anew.
const EVERY: u32 = 10;

/// What waits, as it stands at `now`: `many` of them, a row each under these heads.
fn waiting<const N: usize>(now: Moment, many: usize, heads: [&'static str; N], rows: AnyView) -> Drawn {
    let body = match many {
        0 => view! { <Empty icon="check-circle" title=word(key::CRITICAL_NONE) text=word(key::CRITICAL_NONE_TEXT)/> }
            .into_any(),
        _ => {
            let heads = heads.map(Head::words).to_vec();
            view! { <Table caption=word(key::CRITICAL_WAITING) heads=heads>{rows}</Table> }.into_any()
        }
    };
    let news = match many {
        0 => String::new(),
        many => tell(say::critical_open_count(many)),
    };
    Drawn {
        at: now,
        news,
        body: view! { <Card title=word(key::CRITICAL_WAITING) id="waiting">{body}</Card> }.into_any(),
    }
}

/// How long ago that was, in words.
fn since(at: Moment, now: Moment) -> String {
    age::words(now.seconds_since(at))
}

/// A value with its unit.
fn measured(value: &str, unit: &str) -> String {
    let value = lang::number(value.to_owned());
    match unit {
        "" => value,
        unit => lang::ltr(format!("{value}\u{a0}{unit}")),
    }
}

/// The name of a test as it was said; those of the list are English.
fn named(name: &str, listed: bool) -> AnyView {
    let name = name.to_owned();
    match listed {
        true => view! { <bdi lang="en">{name}</bdi> }.into_any(),
        false => view! { <bdi>{name}</bdi> }.into_any(),
    }
}

/// Too low or too high: arrow, word and colour.
fn side(side: Side) -> AnyView {
    let (icon, name) = match side {
        Side::Low => ("arrow-down", key::CRITICAL_LOW),
        Side::High => ("arrow-up", key::CRITICAL_HIGH),
    };
    view! { <Chip look="high" icon=icon>{word(name)}</Chip> }.into_any()
}

/// The published limit beyond which it is.
fn beyond(of: Side, limit: &str) -> String {
    let limit = lang::number(limit.to_owned());
    match of {
        Side::Low => tell(say::critical_below(limit)),
        Side::High => tell(say::critical_above(limit)),
    }
}

/// How far it is.
fn state(state: State) -> AnyView {
    let (look, name) = match state {
        State::Open => ("high-soft", key::CRITICAL_STATE_OPEN),
        State::Read => ("medium-soft", key::CRITICAL_STATE_READ),
        State::Closed => ("ok", key::CRITICAL_STATE_CLOSED),
        State::Withdrawn => ("line", key::CRITICAL_STATE_WITHDRAWN),
    };
    view! { <Chip look=look>{word(name)}</Chip> }.into_any()
}

/// Who was told, as it was reported and by rank of the on-call table, or why nobody was.
fn told(steps: &[Told]) -> AnyView {
    if steps.is_empty() {
        return view! { <span class="quiet">{word(key::CRITICAL_TOLD_NONE)}</span> }.into_any();
    }
    let lines = steps
        .iter()
        .map(|step| {
            let who = match &step.became {
                Kept::Told(name) => view! { <bdi>{name.clone()}</bdi> }.into_any(),
                Kept::Skipped(why) => skipped(*why).into_any(),
            };
            let (at, rank) = (step.at, step.rank.map_or(word(key::CRITICAL_AT_ONCE), rank_words));
            view! { <li><Time at=Signal::stored(Some(at)) style=TimeStyle::Clock/>" · "{rank}" · "{who}</li> }
                .into_any()
        })
        .collect_view();
    view! { <ul class="lines">{lines}</ul> }.into_any()
}

/// Somebody's name; of another hospital none is known.
fn somebody(name: Option<&str>) -> String {
    name.map_or_else(|| word(key::SOMEBODY_OF_ANOTHER_HOSPITAL).to_owned(), str::to_owned)
}
