//! What one patient lives with: found among the codes of ICD-10-CM by words or by the beginning of a code, then written with what the code does not say.

use domain::records::conditions::Condition;
use hospital::patients::identity::Identity;
use hospital::records::conditions::{Code, ENDS};
use hospital::records::line::{Line, List};
use leptos::prelude::*;
use ui::{Button, Card, Choice, Empty, Head, Look, Question, RadioGroup, Table};

use super::lines::{before, end, written};
use super::record::{banner, to_record};
use crate::forms::parts::{Line as Field, Said, fault, typed};
use crate::routes;

/// The page; `found` after a search.
pub fn page(identity: Identity, list: List<Condition>, found: Option<Vec<Code>>) -> AnyView {
    let here = routes::conditions_of(identity.person.id);
    let may_change = list.may_change;
    let (open, ended) = list.parted();
    let add = may_change.then(|| add(here.clone(), found));
    view! {
        {banner(&identity, None, to_record(identity.person.id))}
        <Said/>
        <div class="stack">
            <Card title="Conditions" id="conditions">{standing(&here, open, may_change)}</Card>
            {add}
            {before(ended, ENDS, "", |condition| format!("{} · {}", condition.words, condition.code))}
        </div>
    }
    .into_any()
}

fn standing(here: &str, open: Vec<Line<Condition>>, may_change: bool) -> AnyView {
    if open.is_empty() {
        return view! { <Empty icon="list" title="Nothing is written" text="What the patient lives with stands here once somebody has written it."/> }.into_any();
    }
    let rows = open
        .into_iter()
        .map(|line| {
            let end = (may_change && line.is_ours).then(|| end(here, line.id, &line.what.words, ENDS));
            let since = line.what.since_year.map(|year| year.to_string());
            view! {
                <tr>
                    <th scope="row">{line.what.words}</th>
                    <td data-head="Code" class="code">{line.what.code}</td>
                    <td data-head="Note">{line.what.note}</td>
                    <td data-head="Since" class="num">{since}</td>
                    <td data-head="Written">{written(line.at, line.by)}</td>
                    <td><div class="acts">{end}</div></td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    let heads = ["Condition", "Code", "Note", "Since", "Written", ""]
        .map(Head::words)
        .to_vec();
    view! { <Table caption="Conditions" heads=heads>{rows}</Table> }.into_any()
}

fn add(here: String, found: Option<Vec<Code>>) -> AnyView {
    let choose = found.map(|codes| choose(here.clone(), codes));
    view! {
        <Card title="Another condition" id="condition-new">
            <form class="card__body form search" role="search" method="post" action=here>
                <input type="hidden" name="act" value="search"/>
                <Field name="words" label="Condition or code" kind="search" hint="Such as chronic kidney disease, or N18. A misspelt word is found too."/>
                <div class="form__end"><Button icon="search">"Find"</Button></div>
            </form>
            {choose}
        </Card>
    }
    .into_any()
}

fn choose(here: String, codes: Vec<Code>) -> AnyView {
    if codes.is_empty() {
        return view! { <Empty icon="search" title="No such condition" text="Try fewer or other words, or the beginning of the code."/> }.into_any();
    }
    let choices = codes
        .into_iter()
        .map(|code| Choice::new(code.code.clone(), code.words).note(code.code))
        .collect();
    let question = Question::new("code", "Which of these").error(fault("code"));
    view! {
        <form class="card__body form" method="post" action=here>
            <input type="hidden" name="act" value="add"/>
            <RadioGroup question=question choices=choices chosen=typed("code").unwrap_or_default()/>
            <Field name="note" label="What the code does not say" hint="Such as the side, the stage, how it shows." optional=true/>
            <Field name="since_year" label="Year in which it began" inputmode="numeric" optional=true/>
            <div class="form__end"><Button look=Look::Primary>"Add this condition"</Button></div>
        </form>
    }
    .into_any()
}
