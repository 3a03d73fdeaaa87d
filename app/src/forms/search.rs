//! Finding anything, as a page: for who has no script, and to come back to what was found. Before anything is typed it lists every page that the reader may open.

use leptos::prelude::*;
use ui::lang::{key, word};
use ui::{Button, Card, Empty, Form, HitGroup, Hits, PageHead};

use super::parts::{Line, Said};
use crate::finding;

/// By what each group is named; there are no more.
const IDS: [&str; 6] = ["hits-1", "hits-2", "hits-3", "hits-4", "hits-5", "hits-6"];

/// The page.
pub fn page(portal: bool, typed: String, groups: Vec<HitGroup>) -> AnyView {
    let (door, label) = finding::door(portal);
    let none = groups
        .is_empty()
        .then(|| view! { <Empty icon="search" title=word(key::FIND_NONE) text=word(key::FIND_NONE_HINT)/> }.into_any());
    let cards = groups
        .into_iter()
        .zip(IDS)
        .map(|(HitGroup { word, hits }, id)| {
            let typed = typed.clone();
            view! { <Card title=word id=id><Hits hits=hits typed=typed/></Card> }.into_any()
        })
        .collect_view();
    view! {
        <PageHead title=word(key::FIND_SEARCH)/>
        <Said/>
        <Form class="form search" search=true action=door>
            <Line name="words" label=label kind="search" value=typed/>
            <div class="form__end"><Button icon="search">{word(key::FIND_SEARCH)}</Button></div>
        </Form>
        {none}
        <div class="stack">{cards}</div>
    }
    .into_any()
}
