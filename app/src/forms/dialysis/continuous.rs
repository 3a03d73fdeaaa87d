//! What a machine does that runs around the clock: beside the prescription of one patient, and of everybody on such a machine beside the chairs. Both are drawn anew while a page is open. It has
//! no end to reach and no rate to be judged by, so neither stands here.

use domain::dialysis::continuous::{Line, What, prescribed_an_hour};
use domain::dialysis::prescription::{Part, Prescription};
use domain::ids::PatientId;
use hospital::dialysis::continuous::{Continuous, Moving};
use hospital::dialysis::patient::Dialysed;
use leptos::prelude::*;
use ui::lang::{self, key, say, tell, word};
use ui::{Chip, Head, Note, Table, Time, TimeStyle};

use super::{card, clock, figure, names};
use crate::forms::again::{Again, Drawn};
use crate::forms::parts::in_unit;
use crate::routes;

/// Seconds after which the machine of a patient is drawn anew: a device is silent after as many.
const EVERY: u32 = 10;

/// The machine of this patient as it moves; nothing while they are on none.
pub(super) fn of_patient(id: PatientId, it: &Dialysed, script: String) -> Option<AnyView> {
    let now = Moving {
        continuous: Some(it.continuous.clone()?),
        read_at: it.read_at,
    };
    let again = Again {
        id: "continuous-now",
        door: routes::dialysis_now(id),
        every: EVERY,
        here: routes::dialysis_of(id),
        script,
    };
    Some(again.around(moves(&now)))
}

/// What the machine does now. What is told when it changes is whether it is heard, and that it measures them no longer.
pub fn moves(now: &Moving) -> Drawn {
    let (news, body) = match &now.continuous {
        Some(one) => {
            let heard = match one.is_silent {
                true => word(key::MACHINE_SILENT),
                false => word(key::MACHINE_ONLINE),
            };
            (heard, machine(one))
        }
        None => {
            let over = word(key::HD_CONTINUOUS_OVER);
            (over, view! { <Note icon="no-data">{over}</Note> }.into_any())
        }
    };
    Drawn {
        at: now.read_at,
        news: news.to_owned(),
        body,
    }
}

/// One machine, line by line.
fn machine(one: &Continuous) -> AnyView {
    let rows = one.lines.iter().map(|it| line(it, one.is_silent)).collect_view();
    let none = one.lines.is_empty().then(|| {
        view! { <div class="card__body"><p class="quiet">{word(key::HD_CONTINUOUS_NONE)}</p></div> }.into_any()
    });
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
        {none}
        <div class="card__body"><p class="quiet">{word(key::HD_CONTINUOUS_TEXT)}</p></div>
    }
    .into_any();
    card(
        word(key::HD_CONTINUOUS),
        "continuous",
        machine_and_place(one),
        None,
        body,
    )
}

/// What is prescribed around the clock for a minute or for 24 hours, in the mL an hour in which the machine says what it does: the two are compared at the bed.
pub(super) fn an_hour(it: &Prescription, part: Part) -> Option<AnyView> {
    let hourly = prescribed_an_hour(it, part)?;
    let words = format!("({})", figure(hourly.0, 0, "mL/h"));
    Some(view! { " "<span class="quiet">{words}</span> }.into_any())
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
                    let value = one
                        .lines
                        .iter()
                        .find(|line| line.what == *what)
                        .map(|line| figure(line.value, 0, ""));
                    view! { <td data-head=head(*what) class="num">{value}</td> }.into_any()
                })
                .collect_view();
            // One time stands for all: that of the oldest.
            let oldest = one
                .lines
                .iter()
                .filter(|line| shown.contains(&line.what))
                .map(|line| line.at)
                .min();
            let href = routes::dialysis_of(one.patient);
            view! {
                <tr>
                    <th scope="row"><a href=href><bdi>{one.name.clone()}</bdi></a></th>
                    <td data-head=word(key::MACHINE)><bdi>{machine_and_place(one)}</bdi>" "{silent(one)}</td>
                    {values}
                    <td data-head=word(key::CRITICAL_MEASURED)>{oldest.map(clock)}</td>
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
    in_unit(&lang::of_english(names::continuous(what)), what.unit())
}

fn line(it: &Line, is_silent: bool) -> AnyView {
    let (what, at) = (it.what, it.at);
    let value = figure(it.value, 0, what.unit());
    // What a machine said last that is not heard is not what it does now.
    let value = match is_silent {
        true => view! { <span class="quiet">{value}</span> }.into_any(),
        false => view! { <b>{value}</b> }.into_any(),
    };
    view! {
        <tr>
            <th scope="row">{lang::of_english(names::continuous(what))}</th>
            <td data-head=word(key::HD_NOW) class="num">{value}</td>
            <td data-head=word(key::CRITICAL_MEASURED)>{clock(at)}</td>
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
