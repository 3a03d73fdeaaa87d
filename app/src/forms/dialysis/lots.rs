//! Who was treated with a lot that its maker calls back. The number stands in the address, because it names nobody.

use hospital::dialysis::recall::{MOST, Touched};
use leptos::prelude::*;
use ui::lang::{self, key, say, tell, word};
use ui::{Button, Card, Empty, Form, Head, Note, PageHead, Table, Time, TimeStyle};

use super::names;
use crate::forms::parts::{Line, Said};
use crate::routes;

/// The page: the question, and once it was asked its answer.
pub fn page(lot: String, found: Option<Vec<Touched>>) -> AnyView {
    let found = found.map(list);
    view! {
        <PageHead title=word(key::HD_FIND_A_LOT)>""</PageHead>
        <Said/>
        <Form class="form search" search=true method="get" action=routes::DIALYSIS_LOTS>
            <Line name="lot" label=word(key::HD_LOT) kind="search" value=lot hint=word(key::HD_LOT_HINT)/>
            <div class="form__end"><Button icon="search">{word(key::FIND)}</Button></div>
        </Form>
        {found}
    }
    .into_any()
}

fn list(found: Vec<Touched>) -> AnyView {
    if found.is_empty() {
        return view! { <Card title=word(key::HD_TOUCHED) id="found"><Empty icon="search" title=word(key::HD_NOBODY_TOUCHED) text=word(key::HD_NOBODY_TOUCHED_TEXT)/></Card> }
            .into_any();
    }
    let mut people: Vec<_> = found.iter().map(|touched| touched.patient).collect();
    people.sort_unstable();
    people.dedup();
    let note = tell(say::hd_touched_count(people.len(), found.len()));
    let more = (found.len() as i64 >= MOST)
        .then(|| view! { <Note icon="info">{word(key::HD_TOUCHED_MORE)}</Note> }.into_any());
    let rows = found
        .into_iter()
        .map(|touched| {
            view! {
                <tr>
                    <th scope="row"><a href=routes::dialysis_session_of(touched.patient, touched.session)>{touched.name}</a></th>
                    <td data-head=word(key::NUMBER) class="code">{touched.number}</td>
                    <td data-head=word(key::WHEN)><Time at=Signal::stored(Some(touched.at)) style=TimeStyle::DateClock/></td>
                    <td data-head=word(key::HD_CHAIR)>{touched.station}</td>
                    <td data-head=word(key::WHAT)>{lang::of_english(names::lot(touched.kind))}</td>
                    <td data-head=word(key::HD_PRODUCT)><bdi>{touched.product}</bdi></td>
                    <td data-head=word(key::HD_LOT) class="code">{touched.lot}</td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    let heads = [
        word(key::ROLE_PATIENT),
        word(key::NUMBER),
        word(key::WHEN),
        word(key::HD_CHAIR),
        word(key::WHAT),
        word(key::HD_PRODUCT),
        word(key::HD_LOT),
    ]
    .map(Head::words)
    .to_vec();
    view! { <Card title=word(key::HD_TOUCHED) id="found" note=note>{more}<Table caption=word(key::HD_TOUCHED) heads=heads>{rows}</Table></Card> }.into_any()
}
