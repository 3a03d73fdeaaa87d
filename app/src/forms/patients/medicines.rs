//! What one patient takes, and what was operated.

use domain::records::medicines::Medicine;
use domain::records::surgeries::Surgery;
use hospital::patients::identity::Identity;
use hospital::records::line::{Line, List};
use hospital::records::{medicines, surgeries};
use leptos::prelude::*;
use ui::{Button, Card, Empty, Head, Look, Table};

use super::lines::{before, end, written};
use super::record::{banner, to_record};
use crate::forms::parts::{Line as Field, Said};
use crate::routes;

/// The page of medicines.
pub fn page(identity: Identity, list: List<Medicine>) -> AnyView {
    let here = routes::medicines_of(identity.person.id);
    let may_change = list.may_change;
    let (open, ended) = list.parted();
    let door = here.clone();
    let add = may_change.then(|| {
        view! {
            <Card title="Another medicine" id="medicine-new">
                <form class="card__body form" method="post" action=door>
                    <input type="hidden" name="act" value="add"/>
                    <Field name="name" label="Medicine and strength" hint="Such as Metformin 500 mg."/>
                    <Field name="dose" label="How much at a time" hint="Such as 1 tablet."/>
                    <Field name="schedule" label="How often" hint="Such as morning and evening, with food."/>
                    <Field name="since_year" label="Since which year" inputmode="numeric" optional=true/>
                    <div class="form__end"><Button look=Look::Primary>"Add this medicine"</Button></div>
                </form>
            </Card>
        }
        .into_any()
    });
    view! {
        {banner(&identity, None, to_record(identity.person.id))}
        <Said/>
        <div class="stack">
            <Card title="Medicines" id="medicines">{taken(&here, open, may_change)}</Card>
            {add}
            {before(ended, medicines::ENDS, "", |it| format!("{}, {}, {}", it.name, it.dose, it.schedule))}
        </div>
    }
    .into_any()
}

fn taken(here: &str, open: Vec<Line<Medicine>>, may_change: bool) -> AnyView {
    if open.is_empty() {
        return view! { <Empty icon="pill" title="Nothing is written" text="What the patient takes by their own word or a letter stands here once somebody has written it."/> }.into_any();
    }
    let rows = open
        .into_iter()
        .map(|line| {
            let end = (may_change && line.is_ours).then(|| end(here, line.id, &line.what.name, medicines::ENDS));
            let since = line.what.since_year.map(|year| year.to_string());
            view! {
                <tr>
                    <th scope="row">{line.what.name}</th>
                    <td data-head="How much">{line.what.dose}</td>
                    <td data-head="How often">{line.what.schedule}</td>
                    <td data-head="Since" class="num">{since}</td>
                    <td data-head="Written">{written(line.at, line.by)}</td>
                    <td><div class="acts">{end}</div></td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    let heads = ["Medicine", "How much", "How often", "Since", "Written", ""]
        .map(Head::words)
        .to_vec();
    view! { <Table caption="Medicines" heads=heads>{rows}</Table> }.into_any()
}

/// The page of operations.
pub fn surgeries(identity: Identity, list: List<Surgery>) -> AnyView {
    let here = routes::surgeries_of(identity.person.id);
    let may_change = list.may_change;
    let (open, ended) = list.parted();
    let door = here.clone();
    let add = may_change.then(|| {
        view! {
            <Card title="Another operation" id="surgery-new">
                <form class="card__body form" method="post" action=door>
                    <input type="hidden" name="act" value="add"/>
                    <Field name="procedure" label="What was operated" hint="Such as appendix removed, fistula of the left arm."/>
                    <Field name="in_year" label="In which year" inputmode="numeric" optional=true/>
                    <Field name="at_hospital" label="Where" optional=true/>
                    <Field name="note" label="What else is to be known" optional=true/>
                    <div class="form__end"><Button look=Look::Primary>"Add this operation"</Button></div>
                </form>
            </Card>
        }
        .into_any()
    });
    view! {
        {banner(&identity, None, to_record(identity.person.id))}
        <Said/>
        <div class="stack">
            <Card title="Operations" id="surgeries">{operated(&here, open, may_change)}</Card>
            {add}
            {before(ended, surgeries::ENDS, "", |it| it.procedure.clone())}
        </div>
    }
    .into_any()
}

fn operated(here: &str, open: Vec<Line<Surgery>>, may_change: bool) -> AnyView {
    if open.is_empty() {
        return view! { <Empty icon="list" title="Nothing is written" text="Operations of the past stand here once somebody has written them."/> }.into_any();
    }
    let rows = open
        .into_iter()
        .map(|line| {
            let end = (may_change && line.is_ours).then(|| end(here, line.id, &line.what.procedure, surgeries::ENDS));
            let year = line.what.in_year.map(|year| year.to_string());
            view! {
                <tr>
                    <th scope="row">{line.what.procedure}</th>
                    <td data-head="Year" class="num">{year}</td>
                    <td data-head="Where">{line.what.at_hospital}</td>
                    <td data-head="Note">{line.what.note}</td>
                    <td data-head="Written">{written(line.at, line.by)}</td>
                    <td><div class="acts">{end}</div></td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    let heads = ["Operation", "Year", "Where", "Note", "Written", ""]
        .map(Head::words)
        .to_vec();
    view! { <Table caption="Operations" heads=heads>{rows}</Table> }.into_any()
}
