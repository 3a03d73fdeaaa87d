//! The patients that are the reader's own, and why each is.

use hospital::patients::{Ground, MyPatient};
use leptos::prelude::*;
use ui::{Card, Chip, Empty, Head, PageHead, Table, Time, TimeStyle};

use crate::routes;

/// The page.
pub fn page(mine: Vec<MyPatient>) -> AnyView {
    let list = if mine.is_empty() {
        view! { <Empty icon="person" title="Nobody now" text="Whom you treat, who is on a device of yours, whom you opened in an emergency and who lets your hospital read their record stands here. Who lies on your ward stands on its board."/> }.into_any()
    } else {
        let rows = mine.into_iter().map(row).collect_view();
        let heads = ["Patient", "Number", "Why you may read"].map(Head::words).to_vec();
        view! { <Table caption="My patients" heads=heads>{rows}</Table> }.into_any()
    };
    view! {
        <PageHead title="My patients" context="Beside who lies on your ward"/>
        <Card title="Whom you may read" id="mine">{list}</Card>
    }
    .into_any()
}

fn row(MyPatient { person, grounds }: MyPatient) -> AnyView {
    let grounds = grounds.into_iter().map(ground).collect_view();
    view! {
        <tr>
            <th scope="row"><a href=routes::patient(person.id)>{person.staff_name()}</a></th>
            <td data-head="Number">{person.hospital_number}</td>
            <td data-head="Why you may read"><div class="cluster">{grounds}</div></td>
        </tr>
    }
    .into_any()
}

fn ground(ground: Ground) -> AnyView {
    match ground {
        Ground::Treats => view! { <Chip look="line">"You treat them"</Chip> }.into_any(),
        Ground::Device(name) => view! { <Chip look="line">{format!("On {name}")}</Chip> }.into_any(),
        Ground::Opened(until) => view! {
            <span>"Opened in an emergency, until "<Time at=Signal::stored(Some(until)) style=TimeStyle::DateClock/></span>
        }
        .into_any(),
        Ground::LetIn => view! { <Chip look="line">"Lets your hospital read"</Chip> }.into_any(),
    }
}
