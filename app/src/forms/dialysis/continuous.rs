//! What a machine does that runs around the clock: beside the prescription of one patient, and of everybody on such a machine beside the chairs. It has no end to reach and no rate to be
//! judged by, so neither stands here.

use domain::dialysis::continuous::{Line, What};
use hospital::dialysis::continuous::Continuous;
use hospital::dialysis::patient::Dialysed;
use leptos::prelude::*;
use ui::lang::{self, key, say, tell, word};
use ui::{Chip, Head, Table, Time, TimeStyle};

use super::{card, figure, names};
use crate::routes;

/// The machine of this patient, line by line; nothing while they are on none.
pub(super) fn of_patient(it: &Dialysed) -> Option<AnyView> {
    let one = it.continuous.as_ref()?;
    let rows = one.lines.iter().map(line).collect_view();
    let heads = vec![
        Head::words(word(key::HD_SETTING)),
        Head::number(word(key::HD_NOW)),
        Head::words(word(key::CRITICAL_MEASURED)),
    ];
    let since = one.since;
    let body = view! {
        <div class="card__body">
            <p>{silent(one)}<span class="quiet">{word(key::SINCE)}" "<Time at=Signal::stored(Some(since)) style=TimeStyle::DateClock/></span></p>
        </div>
        <Table caption=word(key::HD_CONTINUOUS) heads=heads dense=true>{rows}</Table>
        <div class="card__body"><p class="quiet">{word(key::HD_CONTINUOUS_TEXT)}</p></div>
    }
    .into_any();
    Some(card(
        word(key::HD_CONTINUOUS),
        "continuous",
        machine_and_place(one),
        None,
        body,
    ))
}

/// Everybody on such a machine; nothing where nobody is.
pub(super) fn of_unit(all: &[Continuous]) -> Option<AnyView> {
    if all.is_empty() {
        return None;
    }
    let shown = [
        What::BloodFlow,
        What::Dialysate,
        What::Replacement,
        What::Removal,
        What::Effluent,
    ];
    let mut heads = vec![Head::words(word(key::ROLE_PATIENT)), Head::words(word(key::MACHINE))];
    heads.extend(shown.iter().map(|what| Head::number(head(*what))));
    heads.push(Head::words(word(key::CRITICAL_MEASURED)));
    let rows = all
        .iter()
        .map(|one| {
            let values = shown
                .iter()
                .map(|what| {
                    let value = one.lines.iter().find(|line| line.what == *what).map(|line| figure(line.value, 0, ""));
                    view! { <td data-head=head(*what) class="num">{value}</td> }.into_any()
                })
                .collect_view();
            let newest = one.lines.iter().map(|line| line.at).max();
            let href = routes::dialysis_of(one.patient);
            view! {
                <tr>
                    <th scope="row"><a href=href>{one.name.clone()}</a></th>
                    <td data-head=word(key::MACHINE)>{machine_and_place(one)}" "{silent(one)}</td>
                    {values}
                    <td data-head=word(key::CRITICAL_MEASURED)>{newest.map(|at| view! { <Time at=Signal::stored(Some(at)) style=TimeStyle::Clock/> }.into_any())}</td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    let table = view! { <Table caption=word(key::HD_CONTINUOUS) heads=heads>{rows}</Table> }.into_any();
    Some(card(word(key::HD_CONTINUOUS), "continuous", String::new(), None, table))
}

/// `Blood flow (mL/min)`.
fn head(what: What) -> String {
    format!("{} ({})", lang::of_english(names::continuous(what)), what.unit())
}

fn line(it: &Line) -> AnyView {
    let (what, at) = (it.what, it.at);
    let value = figure(it.value, 0, what.unit());
    view! {
        <tr>
            <th scope="row">{lang::of_english(names::continuous(what))}</th>
            <td data-head=word(key::HD_NOW) class="num"><b>{value}</b></td>
            <td data-head=word(key::CRITICAL_MEASURED)><Time at=Signal::stored(Some(at)) style=TimeStyle::Clock/></td>
        </tr>
    }
    .into_any()
}

/// `Renal machine bed 7 · Ward 4, bed 7`.
fn machine_and_place(it: &Continuous) -> String {
    match &it.place {
        Some((ward, bed)) => format!("{} · {}", it.machine, tell(say::ward_and_bed(ward.as_str(), *bed))),
        None => it.machine.clone(),
    }
}

/// That what stands here is of a machine that is not heard.
fn silent(it: &Continuous) -> Option<AnyView> {
    it.is_silent
        .then(|| view! { <Chip look="medium">{word(key::MACHINE_SILENT)}</Chip>" " }.into_any())
}
