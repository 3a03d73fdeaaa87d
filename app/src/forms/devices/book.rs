//! The log book of a machine: what was done to it, what of its papers changed, and whose it was.

use domain::dialysis::infection::Agent;
use hospital::devices::machines::{BookLine, LogBook, Stood, Whose};
use leptos::prelude::*;
use ui::lang::{self, key, say, tell, word};
use ui::{Card, Empty, Head, PageHead, Table};

use super::super::dialysis::names;
use super::{hours, tabs, when};
use crate::routes::{self, MachinePage};

/// The page.
pub fn page(book: LogBook) -> AnyView {
    let tabs = tabs(book.device, MachinePage::Log, book.ways);
    let device = book.device;
    let lines = match book.lines.is_empty() {
        true => view! { <Empty icon="book" title=word(key::NOTHING) text=word(key::MACHINE_LOG_EMPTY)/> }.into_any(),
        false => {
            let rows = book
                .lines
                .into_iter()
                .map(|(at, by, line)| {
                    let what = what(device, line);
                    view! {
                        <tr>
                            <th scope="row">{when(at)}</th>
                            <td data-head=word(key::MACHINE_WHAT)>{what}</td>
                            <td data-head=word(key::WHO)><bdi>{by}</bdi></td>
                        </tr>
                    }
                    .into_any()
                })
                .collect_view();
            let heads = [word(key::TIME), word(key::MACHINE_WHAT), word(key::WHO)]
                .map(Head::words)
                .to_vec();
            view! { <Table caption=word(key::MACHINE_LOG) heads=heads>{rows}</Table> }.into_any()
        }
    };
    let whose = whose(book.whose);
    view! {
        <PageHead title=word(key::MACHINE_LOG) context=book.name/>
        {tabs}
        <div class="stack">
            <Card title=word(key::MACHINE_WHAT_HAPPENED) id="lines">{lines}</Card>
            <Card title=word(key::MACHINE_WHOSE) id="whose">{whose}</Card>
        </div>
    }
    .into_any()
}

/// What happened, in a sentence.
fn what(device: domain::ids::DeviceId, line: BookLine) -> AnyView {
    let text = match line {
        BookLine::Out(true, reason) => tell(say::machine_log_out_for_good(reason)),
        BookLine::Out(false, reason) => tell(say::machine_log_out(reason)),
        BookLine::Back(None) => word(key::MACHINE_LOG_BACK).to_owned(),
        BookLine::Back(Some(note)) => tell(say::machine_log_back_with(note)),
        BookLine::Work(id, work, result) => {
            let result = lang::of_english(result.words());
            let href = routes::machine_work(device, id);
            return view! { <a href=href><bdi>{work}</bdi></a>" · "{result} }.into_any();
        }
        BookLine::Disinfected(kind, passed) => {
            let kind = lang::of_english(kind.words());
            match passed {
                true => tell(say::machine_log_disinfected(kind)),
                false => tell(say::machine_log_disinfection_failed(kind)),
            }
        }
        BookLine::Meter(read) => tell(say::machine_log_meter(hours(read))),
        BookLine::Changed(field, before, after) => {
            let nothing = || "–".to_owned();
            tell(say::machine_log_changed(
                super::papers::field_in_words(&field),
                before.map_or_else(nothing, |value| value_in_words(&field, &value)),
                after.map_or_else(nothing, |value| value_in_words(&field, &value)),
            ))
        }
        BookLine::Planned(work) => tell(say::machine_log_planned(work)),
        BookLine::Unplanned(work) => tell(say::machine_log_unplanned(work)),
        BookLine::Placed(at) => tell(say::machine_log_placed(stood(at))),
        BookLine::TakenAway(from) => tell(say::machine_log_taken_away(stood(from))),
    };
    view! { <bdi>{text}</bdi> }.into_any()
}

/// What stood in a field: an infection by its name, anything else as it was written.
fn value_in_words(field: &str, value: &str) -> String {
    let agent = (field == "kept_for").then(|| Agent::parse(value)).flatten();
    match agent {
        Some(agent) => lang::of_english(names::agent(agent)),
        None => lang::of_english(value),
    }
}

/// A place in words: the chair where there is one, else the bed.
fn stood(at: Stood) -> String {
    match at.chair {
        Some(chair) => tell(say::ward_and_chair(at.ward, chair)),
        None => tell(say::ward_and_bed(at.ward, i64::from(at.bed))),
    }
}

fn whose(rows: Vec<Whose>) -> AnyView {
    if rows.is_empty() {
        return view! { <Empty icon="people" title=word(key::NOBODY_TITLE) text=word(key::MACHINE_WHOSE_EMPTY)/> }
            .into_any();
    }
    let rows = rows
        .into_iter()
        .map(|row| {
            let how = match row.how {
                "keeps" => word(key::KEEPS_IT),
                "lent" => word(key::MACHINE_LENT),
                "patient" => word(key::ROLE_PATIENT),
                _ => word(key::READS_IT),
            };
            let until = row.until.map(when);
            view! {
                <tr>
                    <th scope="row">{how}</th>
                    <td data-head=word(key::WHO)><bdi>{row.who.unwrap_or_default()}</bdi></td>
                    <td data-head=word(key::SINCE)>{when(row.since)}</td>
                    <td data-head=word(key::UNTIL)>{until}</td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    let heads = [word(key::HOW), word(key::WHO), word(key::SINCE), word(key::UNTIL)]
        .map(Head::words)
        .to_vec();
    view! { <Table caption=word(key::MACHINE_WHOSE) heads=heads>{rows}</Table> }.into_any()
}
