//! The places of a hospital, for whoever sets it up.
//!
//! | file | page |
//! | --- | --- |
//! | this one | every ward, and one more |
//! | `ward.rs` | one ward: its beds, its chairs, its machines, its name, its end |

pub mod ward;

use hospital::organisation::places::{ChangeLine, Places, WardLine};
use leptos::prelude::*;
use ui::lang::{Key, key, say, tell, word};
use ui::{Button, Card, Empty, Form, Head, Look, PageHead, Table, Time, TimeStyle};

use super::parts::{Line, Of, Said};
use crate::routes;

/// The page of all wards.
pub fn page(places: Places) -> AnyView {
    let wards = wards(places.wards);
    let done = changes(places.changes);
    view! {
        <PageHead title=word(key::WARDS_BEDS_CHAIRS) context=word(key::PLACES_CONTEXT)/>
        <Said/>
        <div class="stack">
            <Card title=word(key::WARDS) id="wards">{wards}</Card>
            <Card title=word(key::ANOTHER_WARD) id="another-ward">
                <Form class="card__body form" action=routes::PLACES hidden=vec![("act", "add-ward".to_owned())]>
                    <Line name="name" label=word(key::NAME) hint=word(key::WARD_NAME_HINT) most=60 of=Of("act", "add-ward".to_owned())/>
                    <div class="form__end"><Button look=Look::Primary>{word(key::ADD_THE_WARD)}</Button></div>
                </Form>
            </Card>
            <Card title=word(key::PLACES_DONE) id="done">{done}</Card>
        </div>
    }
    .into_any()
}

fn wards(wards: Vec<WardLine>) -> AnyView {
    if wards.is_empty() {
        return view! { <Empty icon="bed" title=word(key::NO_WARDS_YET) text=word(key::NO_WARDS_YET_TEXT)/> }
            .into_any();
    }
    let rows = wards
        .into_iter()
        .map(|it| {
            let href = routes::places_of(it.ward);
            view! {
                <tr>
                    <th scope="row"><a href=href><bdi>{it.name}</bdi></a></th>
                    <td class="num" data-head=word(key::BEDS)>{it.beds}</td>
                    <td class="num" data-head=word(key::DIALYSIS_CHAIRS)>{it.chairs}</td>
                    <td class="num" data-head=word(key::MACHINES)>{it.machines}</td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    let heads = vec![
        Head::words(word(key::PLACE_WARD)),
        Head::number(word(key::BEDS)),
        Head::number(word(key::DIALYSIS_CHAIRS)),
        Head::number(word(key::MACHINES)),
    ];
    view! { <Table caption=word(key::WARDS) heads=heads>{rows}</Table> }.into_any()
}

/// What was done, the newest first.
pub(super) fn changes(lines: Vec<ChangeLine>) -> AnyView {
    if lines.is_empty() {
        return view! { <Empty icon="book" title=word(key::NOTHING) text=word(key::PLACES_DONE_NONE)/> }.into_any();
    }
    let rows = lines
        .into_iter()
        .map(|line| {
            let what = what(&line);
            let why = line.reason.unwrap_or_else(|| "–".to_owned());
            view! {
                <tr>
                    <th scope="row"><Time at=Signal::stored(Some(line.at)) style=TimeStyle::DateClock/></th>
                    <td data-head=word(key::MACHINE_WHAT)><bdi>{what}</bdi></td>
                    <td data-head=word(key::WHY)><bdi>{why}</bdi></td>
                    <td data-head=word(key::WHO)><bdi>{line.by}</bdi></td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    let heads = [word(key::TIME), word(key::MACHINE_WHAT), word(key::WHY), word(key::WHO)]
        .map(Head::words)
        .to_vec();
    view! { <Table caption=word(key::PLACES_DONE) heads=heads>{rows}</Table> }.into_any()
}

/// What was done, in a line.
fn what(line: &ChangeLine) -> String {
    let name = match line.sort.as_str() {
        "bed" => tell(say::bed_number(line.name.as_str())),
        "chair" => tell(say::hd_chair_of_name(line.name.as_str())),
        _ => line.name.clone(),
    };
    match (&line.before, line.act.as_str()) {
        (Some(before), _) => tell(say::place_renamed(before.as_str(), name)),
        (None, "made") => tell(say::place_made(name)),
        (None, "retired") => tell(say::place_retired(name)),
        (None, _) => tell(say::place_changed(name)),
    }
}

/// A word for yes where it is so.
pub(super) fn flag(is: bool, name: Key) -> Option<&'static str> {
    is.then(|| word(name))
}
