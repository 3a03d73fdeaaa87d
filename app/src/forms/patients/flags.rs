//! What must be known of a patient first, beside what they do not bear: what stands in the banner, what stood, and the form of a new one.

use domain::records::flags::{Flag, FlagKind};
use hospital::patients::identity::Identity;
use hospital::records::flags::ENDS;
use hospital::records::line::{Line, List};
use leptos::prelude::*;
use ui::lang::{self, key, word};
use ui::{Button, Card, Empty, Form, Head, Look, Table};

use super::banner::{banner, to_record};
use super::lines::{before, end, written};
use crate::forms::parts::{Choice, Line as Question, Said, choose};
use crate::routes;

/// The page.
pub fn page(identity: Identity, list: List<Flag>) -> AnyView {
    let here = routes::flags_of(identity.person.id);
    let may_change = list.may_change;
    let next = list.next;
    let (open, ended) = list.parted();
    let add = may_change.then(|| add(here.clone()));
    let gone = before(&here, (ended, next), ENDS, "", in_words);
    view! {
        {banner(&identity, to_record(identity.person.id))}
        <Said/>
        <div class="stack">
            <Card title=word(key::WARNINGS) id="flags">{standing(&here, open, may_change)}</Card>
            {add}
            {gone}
        </div>
    }
    .into_any()
}

/// As a list says it: `Spare the left arm: fistula`.
pub(super) fn in_words(flag: &Flag) -> String {
    let kind = lang::of_english(flag.kind.words());
    match flag.text.is_empty() {
        true => kind,
        false => format!("{kind}: {}", flag.text),
    }
}

fn standing(here: &str, open: Vec<Line<Flag>>, may_change: bool) -> AnyView {
    if open.is_empty() {
        return view! { <Empty icon="hand" title=word(key::NOTHING_IS_WRITTEN) text=word(key::WARNINGS_NONE)/> }
            .into_any();
    }
    let rows = open
        .into_iter()
        .map(|line| {
            let end = (may_change && line.is_ours).then(|| end(here, line.id, &in_words(&line.what), ENDS));
            view! {
                <tr>
                    <th scope="row">{lang::of_english(line.what.kind.words())}</th>
                    <td data-head=word(key::WHY_OR_WITH_WHAT)><bdi>{line.what.text}</bdi></td>
                    <td data-head=word(key::WRITTEN)>{written(line.at, line.by)}</td>
                    <td><div class="acts">{end}</div></td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    let heads = [
        word(key::WHAT_IT_IS_ABOUT),
        word(key::WHY_OR_WITH_WHAT),
        word(key::WRITTEN),
        "",
    ]
    .map(Head::words)
    .to_vec();
    view! { <Table caption=word(key::WARNINGS) heads=heads>{rows}</Table> }.into_any()
}

fn add(here: String) -> AnyView {
    let kinds = choose(FlagKind::ALL.map(|it| (it.name().to_owned(), lang::of_english(it.words()))));
    view! {
        <Card title=word(key::ANOTHER_WARNING) id="flag-new">
            <Form class="card__body form" action=here hidden=vec![("act", "add".to_owned())]>
                <Choice name="kind" label=word(key::WHAT_IT_IS_ABOUT) answers=kinds/>
                <Question name="text" label=word(key::WHY_OR_WITH_WHAT) hint=word(key::WHY_OR_WITH_WHAT_HINT)/>
                <div class="form__end"><Button look=Look::Primary>{word(key::ADD_THIS_WARNING)}</Button></div>
            </Form>
        </Card>
    }
    .into_any()
}
