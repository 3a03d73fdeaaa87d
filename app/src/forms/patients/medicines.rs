//! What one patient takes, and what was operated.

use domain::records::Dated;
use domain::records::medicines::Medicine;
use domain::records::surgeries::Surgery;
use domain::time::Civil;
use hospital::patients::identity::Identity;
use hospital::records::line::{Line, List};
use hospital::records::{medicines, surgeries};
use leptos::prelude::*;
use ui::lang::{key, word};
use ui::{Button, Card, Chip, Empty, Form, Head, Look, Table};

use super::banner::{banner, to_record};
use super::lines::{before, end, written};
use super::{dated, today};
use crate::forms::parts::{Line as Field, Said};
use crate::routes;

/// The page of medicines.
pub fn page(identity: Identity, list: List<Medicine>) -> AnyView {
    let today = today(&identity.zone);
    let here = routes::medicines_of(identity.person.id);
    let may_change = list.may_change;
    let next = list.next;
    let (open, ended) = list.parted();
    let door = here.clone();
    let add = may_change.then(|| {
        view! {
            <Card title=word(key::ANOTHER_MEDICINE) id="medicine-new">
                <Form class="card__body form" action=door hidden=vec![("act", "add".to_owned())]>
                    <Field name="name" label=word(key::MEDICINE_AND_STRENGTH) hint=word(key::SUCH_AS_METFORMIN_500)/>
                    <Field name="dose" label=word(key::HOW_MUCH_AT_A) hint=word(key::SUCH_AS_1_TABLET)/>
                    <Field name="schedule" label=word(key::HOW_OFTEN) hint=word(key::SUCH_AS_MORNING_AND)/>
                    <Field name="since" label=word(key::DATED_SINCE) hint=word(key::DATED_HINT) optional=true/>
                    <Field name="until" label=word(key::UNTIL_WHEN) hint=word(key::UNTIL_WHEN_HINT) optional=true/>
                    <div class="form__end"><Button look=Look::Primary>{word(key::ADD_THIS_MEDICINE)}</Button></div>
                </Form>
            </Card>
        }
        .into_any()
    });
    let gone = before(&here, (ended, next), medicines::ENDS, "", |it| {
        format!("{}, {}, {}", it.name, it.dose, it.schedule)
    });
    view! {
        {banner(&identity, to_record(identity.person.id))}
        <Said/>
        <div class="stack">
            <Card title=word(key::MEDICINES) id="medicines">{taken(&here, open, may_change, today)}</Card>
            {add}
            {gone}
        </div>
    }
    .into_any()
}

/// When it is to end, and that this has passed: then somebody asks whether they take it still.
fn planned(until: Dated, today: Civil) -> AnyView {
    let passed = until
        .is_over(today)
        .then(|| view! { " "<Chip look="medium-soft">{word(key::HAS_PASSED)}</Chip> }.into_any());
    view! { {dated(until)}{passed} }.into_any()
}

fn taken(here: &str, open: Vec<Line<Medicine>>, may_change: bool, today: Civil) -> AnyView {
    if open.is_empty() {
        return view! { <Empty icon="pill" title=word(key::NOTHING_IS_WRITTEN) text=word(key::WHAT_THE_PATIENT_TAKES)/> }.into_any();
    }
    let rows = open
        .into_iter()
        .map(|line| {
            let end = (may_change && line.is_ours).then(|| end(here, line.id, &line.what.name, medicines::ENDS));
            let (since, until) = (
                line.what.since.map(dated),
                line.what.until.map(|until| planned(until, today)),
            );
            view! {
                <tr>
                    <th scope="row">{line.what.name}</th>
                    <td data-head=word(key::HOW_MUCH)>{line.what.dose}</td>
                    <td data-head=word(key::HOW_OFTEN)>{line.what.schedule}</td>
                    <td data-head=word(key::SINCE)>{since}</td>
                    <td data-head=word(key::UNTIL_WHEN)>{until}</td>
                    <td data-head=word(key::WRITTEN)>{written(line.at, line.by)}</td>
                    <td><div class="acts">{end}</div></td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    let heads = [
        word(key::MEDICINE),
        word(key::HOW_MUCH),
        word(key::HOW_OFTEN),
        word(key::SINCE),
        word(key::UNTIL_WHEN),
        word(key::WRITTEN),
        "",
    ]
    .map(Head::words)
    .to_vec();
    view! { <Table caption=word(key::MEDICINES) heads=heads>{rows}</Table> }.into_any()
}

/// The page of operations.
pub fn surgeries(identity: Identity, list: List<Surgery>) -> AnyView {
    let here = routes::surgeries_of(identity.person.id);
    let may_change = list.may_change;
    let next = list.next;
    let (open, ended) = list.parted();
    let door = here.clone();
    let add = may_change.then(|| {
        view! {
            <Card title=word(key::ANOTHER_OPERATION) id="surgery-new">
                <Form class="card__body form" action=door hidden=vec![("act", "add".to_owned())]>
                    <Field name="procedure" label=word(key::WHAT_WAS_OPERATED) hint=word(key::SUCH_AS_APPENDIX_REMOVED)/>
                    <Field name="done_on" label=word(key::WHEN) hint=word(key::DATED_HINT) optional=true/>
                    <Field name="at_hospital" label=word(key::WHERE) optional=true/>
                    <Field name="note" label=word(key::WHAT_ELSE_IS_TO) optional=true/>
                    <div class="form__end"><Button look=Look::Primary>{word(key::ADD_THIS_OPERATION)}</Button></div>
                </Form>
            </Card>
        }
        .into_any()
    });
    let gone = before(&here, (ended, next), surgeries::ENDS, "", |it| it.procedure.clone());
    view! {
        {banner(&identity, to_record(identity.person.id))}
        <Said/>
        <div class="stack">
            <Card title=word(key::OPERATIONS) id="surgeries">{operated(&here, open, may_change)}</Card>
            {add}
            {gone}
        </div>
    }
    .into_any()
}

fn operated(here: &str, open: Vec<Line<Surgery>>, may_change: bool) -> AnyView {
    if open.is_empty() {
        return view! { <Empty icon="list" title=word(key::NOTHING_IS_WRITTEN) text=word(key::OPERATIONS_OF_THE_PAST)/> }.into_any();
    }
    let rows = open
        .into_iter()
        .map(|line| {
            let end = (may_change && line.is_ours).then(|| end(here, line.id, &line.what.procedure, surgeries::ENDS));
            let on = line.what.done_on.map(dated);
            view! {
                <tr>
                    <th scope="row">{line.what.procedure}</th>
                    <td data-head=word(key::WHEN)>{on}</td>
                    <td data-head=word(key::WHERE)>{line.what.at_hospital}</td>
                    <td data-head=word(key::NOTE)>{line.what.note}</td>
                    <td data-head=word(key::WRITTEN)>{written(line.at, line.by)}</td>
                    <td><div class="acts">{end}</div></td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    let heads = [
        word(key::OPERATION),
        word(key::WHEN),
        word(key::WHERE),
        word(key::NOTE),
        word(key::WRITTEN),
        "",
    ]
    .map(Head::words)
    .to_vec();
    view! { <Table caption=word(key::OPERATIONS) heads=heads>{rows}</Table> }.into_any()
}
