//! What one patient lives with: found among the codes of ICD-10-CM by words or by the beginning of a code, then written with what the code does not say.

use domain::records::conditions::Condition;
use hospital::patients::identity::Identity;
use hospital::records::conditions::{Code, ENDS};
use hospital::records::line::{Line, List};
use leptos::prelude::*;
use ui::lang::{self, key, word};
use ui::{Button, Card, Choice, Empty, Form, Head, Look, Question, RadioGroup, Table};

use super::banner::{banner, to_record};
use super::lines::{before, end, written};
use crate::forms::parts::{Line as Field, Said, fault, typed};
use crate::routes;

/// The page; `found` after a search, and when the form of one of them came back.
pub fn page(identity: Identity, list: List<Condition>, found: Option<Vec<Code>>) -> AnyView {
    let here = routes::conditions_of(identity.person.id);
    let may_change = list.may_change;
    let next = list.next;
    let (open, ended) = list.parted();
    let add = may_change.then(|| add(here.clone(), found));
    let gone = before(&here, (ended, next), ENDS, "", |condition| {
        format!("{} · {}", condition.words, condition.code)
    });
    view! {
        {banner(&identity, to_record(identity.person.id))}
        <Said/>
        <div class="stack">
            <Card title=word(key::CONDITIONS) id="conditions">{standing(&here, open, may_change)}</Card>
            {add}
            {gone}
        </div>
    }
    .into_any()
}

fn standing(here: &str, open: Vec<Line<Condition>>, may_change: bool) -> AnyView {
    if open.is_empty() {
        return view! { <Empty icon="list" title=word(key::NOTHING_IS_WRITTEN) text=word(key::WHAT_THE_PATIENT_LIVES)/> }.into_any();
    }
    let rows = open
        .into_iter()
        .map(|line| {
            let end = (may_change && line.is_ours).then(|| end(here, line.id, &line.what.words, ENDS));
            let since = line.what.since_year.map(|year| year.to_string());
            view! {
                <tr>
                    <th scope="row">{lang::from_english(&line.what.words)}</th>
                    <td data-head=word(key::CODE) class="code">{line.what.code}</td>
                    <td data-head=word(key::NOTE)>{line.what.note}</td>
                    <td data-head=word(key::SINCE) class="num">{since}</td>
                    <td data-head=word(key::WRITTEN)>{written(line.at, line.by)}</td>
                    <td><div class="acts">{end}</div></td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    let heads = [
        word(key::CONDITION),
        word(key::CODE),
        word(key::NOTE),
        word(key::SINCE),
        word(key::WRITTEN),
        "",
    ]
    .map(Head::words)
    .to_vec();
    view! { <Table caption=word(key::CONDITIONS) heads=heads>{rows}</Table> }.into_any()
}

fn add(here: String, found: Option<Vec<Code>>) -> AnyView {
    let choose = found.map(|codes| choose(here.clone(), typed("words").unwrap_or_default(), codes));
    view! {
        <Card title=word(key::ANOTHER_CONDITION) id="condition-new">
            <Form class="card__body form search" search=true action=here hidden=vec![("act", "search".to_owned())]>
                <Field name="words" label=word(key::CONDITION_OR_CODE) kind="search" hint=word(key::SUCH_AS_CHRONIC_KIDNEY)/>
                <div class="form__end"><Button icon="search">{word(key::FIND)}</Button></div>
            </Form>
            {choose}
        </Card>
    }
    .into_any()
}

/// The words that were sought go with the form: should it come back, the same list stands there again.
fn choose(here: String, words: String, codes: Vec<Code>) -> AnyView {
    if codes.is_empty() {
        return view! { <Empty icon="search" title=word(key::NO_SUCH_CONDITION) text=word(key::TRY_FEWER_OR_OTHER)/> }
            .into_any();
    }
    let choices = codes
        .into_iter()
        .map(|code| Choice::new(code.code.clone(), code.words).note(code.code))
        .collect();
    let question = Question::new("icd10", word(key::WHICH_OF_THESE)).error(fault("icd10"));
    let hidden = vec![("act", "add".to_owned()), ("words", words)];
    view! {
        <Form class="card__body form" action=here hidden=hidden>
            <RadioGroup question=question choices=choices chosen=typed("icd10").unwrap_or_default()/>
            <Field name="note" label=word(key::WHAT_THE_CODE_DOES) hint=word(key::SUCH_AS_THE_SIDE) optional=true/>
            <Field name="since_year" label=word(key::YEAR_IN_WHICH_IT) inputmode="numeric" optional=true/>
            <div class="form__end"><Button look=Look::Primary>{word(key::ADD_THIS_CONDITION)}</Button></div>
        </Form>
    }
    .into_any()
}
