//! What technicians noted of a patient at the machine: what holds of each field, with a form of its own for who notes it, and the trail of old and new, from which a doctor takes back.

use domain::dialysis::quantities::Kilograms;
use domain::dialysis::updates::{Field, LONGEST, Sort};
use domain::ids::PatientId;
use domain::numbers::fixed;
use domain::units::{Quantity, Unit};
use hospital::dialysis::updates::{Noted, Trail, Update};
use hospital::patients::Ways;
use hospital::patients::identity::Identity;
use leptos::prelude::*;
use ui::lang::{key, say, tell, word};
use ui::{Button, Chip, Empty, Form, Head, Link, Look, Note, PageHead, Pager, Reach, Table};

use super::{asked, card, confirm_weight, figure, sent, unit_in, weight, written};
use crate::forms::parts::{Choice, Line, Of, Said, seen};
use crate::forms::patients::banner::banner;
use crate::routes;
use crate::widgets::ways::tabs;

/// The page; `identity` for who may read who they are, beyond the name.
pub fn page(identity: Option<Identity>, ways: Ways, it: Trail) -> AnyView {
    let id = it.person.id;
    let here = routes::dialysis_updates_of(id);
    let head = match identity {
        Some(identity) => {
            let back = if ways.dialysis {
                view! { <Link href=routes::dialysis_of(id) reach=Reach::Alone>{word(key::HD_TO_DIALYSIS)}</Link> }
                    .into_any()
            } else {
                ().into_any()
            };
            banner(&identity, back)
        }
        None => {
            let (name, number) = (it.person.staff_name(), it.person.hospital_number.clone());
            view! {
                <PageHead title=name context=number>
                    <Link href=routes::patient(id) reach=Reach::Alone>{word(key::CHART)}</Link>
                </PageHead>
            }
            .into_any()
        }
    };
    let explained = view! { <Note icon="info">{word(key::UPD_MEANS)}</Note> }.into_any();
    view! {
        {head}
        {tabs(id, ways, here.clone())}
        <Said/>
        <div class="stack">
            {explained}
            {now(&here, &it)}
            {trail(id, &here, it)}
        </div>
    }
    .into_any()
}

/// What a field is called.
pub(super) fn name(field: Field) -> &'static str {
    word(match field {
        Field::AccessProblem => key::UPD_ACCESS_PROBLEM,
        Field::NeedleGauge => key::UPD_NEEDLE_GAUGE,
        Field::Heparin => key::UPD_HEPARIN,
        Field::Dialyser => key::UPD_DIALYSER,
        Field::DryWeightObserved => key::UPD_DRY_WEIGHT,
        Field::WeightBefore => key::UPD_WEIGHT_BEFORE,
        Field::WeightAfter => key::UPD_WEIGHT_AFTER,
        Field::Isolation => key::UPD_ISOLATION,
    })
}

/// A value as it is read: with its unit, a weight in the unit of who reads. What is no number any more is shown as it is kept.
pub(super) fn shown(field: Field, kept: &str) -> AnyView {
    if kept.is_empty() {
        return view! { <span class="quiet">{word(key::UPD_NOTHING)}</span> }.into_any();
    }
    let text = match (field.sort(), kept.parse::<f64>()) {
        (Sort::Weight, Ok(kilograms)) => weight(Kilograms(kilograms)),
        (Sort::Whole(_, _, unit), Ok(value)) => figure(value, 0, unit),
        _ => kept.to_owned(),
    };
    view! { <bdi>{text}</bdi> }.into_any()
}

/// A value as a form shows it again, a weight in the unit of the form.
fn typed(field: Field, kept: &str, unit: Unit) -> String {
    match (field.sort(), kept.parse::<f64>()) {
        (Sort::Weight, Ok(kilograms)) => fixed(unit.of_stored(kilograms), unit.decimals()),
        _ => kept.to_owned(),
    }
}

fn now(here: &str, it: &Trail) -> AnyView {
    let rows = Field::ALL
        .into_iter()
        .map(|field| {
            let holds = it.now.iter().find(|noted| noted.field == field);
            let value = shown(field, holds.map_or("", |noted| noted.value.as_str()));
            let who = holds.map(|noted| written(noted.at, noted.by.clone()));
            let change = it.may_note.then(|| change(here, field, holds));
            view! {
                <tr>
                    <th scope="row">{name(field)}</th>
                    <td data-head=word(key::UPD_NOTED)>{value}</td>
                    <td data-head=word(key::WRITTEN)>{who}</td>
                    <td><div class="acts">{change}</div></td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    let heads = [word(key::WHAT), word(key::UPD_NOTED), word(key::WRITTEN), ""]
        .map(Head::words)
        .to_vec();
    let table = view! { <Table caption=word(key::UPD_NOW) heads=heads>{rows}</Table> }.into_any();
    card(word(key::UPD_NOW), "now", String::new(), None, table)
}

/// The form of one field: the line that was seen goes with it, so that nobody writes over what they have not read.
fn change(here: &str, field: Field, holds: Option<&Noted>) -> AnyView {
    let of = Of("field", field.name().to_owned());
    let open = of.came_back();
    let seen = seen(&of, holds.map(|noted| noted.id.to_string()).unwrap_or_default());
    let weighed = unit_in(&of, Quantity::Weight);
    let value = holds
        .map(|noted| typed(field, &noted.value, weighed))
        .unwrap_or_default();
    let (keyboard, unit) = match field.sort() {
        Sort::Words => ("text", String::new()),
        Sort::Whole(_, _, unit) => ("numeric", format!(" ({unit})")),
        Sort::Weight => ("decimal", format!(" ({})", weighed.sign())),
    };
    let is_right = confirm_weight(&of, "value", weighed);
    let label = format!("{}{unit}", name(field));
    let most = u32::try_from(LONGEST).unwrap_or(u32::MAX);
    let why = of.clone();
    let body = view! {
        <Line name="value" label=label value=value hint=word(key::UPD_VALUE_HINT) inputmode=keyboard open=true most=most of=of/>
        {is_right}
        <Line name="reason" label=word(key::WHY) most=most of=why/>
        <Button look=Look::Inverse class="btn--small">{word(key::UPD_NOTE_VERB)}</Button>
    }
    .into_any();
    let hidden = vec![
        ("act", "note".to_owned()),
        ("field", field.name().to_owned()),
        ("seen", seen),
        (Quantity::Weight.field(), weighed.name().to_owned()),
    ];
    asked(word(key::CHANGE), open, sent("confirm__form", here, hidden, body))
}

fn trail(id: PatientId, here: &str, it: Trail) -> AnyView {
    let filter = filter(here, it.of);
    let shown_count = tell(say::upd_shown(it.updates.len()));
    let pager = it.next.map(|next| {
        let next = routes::dialysis_updates_after(id, it.of.map_or("", Field::name), next);
        view! { <Pager label=word(key::UPD_PAGES) shown=shown_count next=next/> }.into_any()
    });
    let may_take_back = it.may_take_back;
    let list = match it.updates.is_empty() {
        true => view! { <Empty icon="clipboard" title=word(key::UPD_NONE) text=word(key::UPD_NONE_TEXT)/> }.into_any(),
        false => {
            let rows = it
                .updates
                .into_iter()
                .map(|update| row(here, update, may_take_back))
                .collect_view();
            let heads = [
                word(key::WHEN),
                word(key::WHAT),
                word(key::UPD_OLD),
                word(key::UPD_NEW),
                word(key::WHY),
                word(key::HD_MACHINE),
                "",
            ]
            .map(Head::words)
            .to_vec();
            view! { <Table caption=word(key::UPD_TRAIL) heads=heads>{rows}</Table> }.into_any()
        }
    };
    let body = view! { <div class="card__body">{filter}</div>{list}{pager} }.into_any();
    card(word(key::UPD_TRAIL), "trail", String::new(), None, body)
}

fn filter(here: &str, of: Option<Field>) -> AnyView {
    let answers = std::iter::once((String::new(), word(key::UPD_ALL_FIELDS).to_owned()))
        .chain(Field::ALL.map(|field| (field.name().to_owned(), name(field).to_owned())))
        .collect();
    let (here, value) = (here.to_owned(), of.map_or("", Field::name).to_owned());
    view! {
        <Form class="form search" search=true method="get" action=here>
            <Choice name="field" label=word(key::UPD_FILTER) answers=answers value=value of=Of("filter", "trail".to_owned())/>
            <div class="form__end"><Button icon="search">{word(key::SHOW)}</Button></div>
        </Form>
    }
    .into_any()
}

fn row(here: &str, it: Update, may_take_back: bool) -> AnyView {
    let mark = if it.takes_back {
        Some(view! { <br/><Chip look="medium-soft">{word(key::UPD_TAKEN_BACK)}</Chip> }.into_any())
    } else if it.holds {
        Some(view! { <br/><Chip look="line">{word(key::UPD_HOLDS)}</Chip> }.into_any())
    } else {
        None
    };
    let act = (may_take_back && it.holds).then(|| take_back(here, &it));
    view! {
        <tr>
            <th scope="row">{written(it.at, it.by)}</th>
            <td data-head=word(key::WHAT)>{name(it.field)}{mark}</td>
            <td data-head=word(key::UPD_OLD)>{shown(it.field, &it.old)}</td>
            <td data-head=word(key::UPD_NEW)>{shown(it.field, &it.new)}</td>
            <td data-head=word(key::WHY)><bdi>{it.reason}</bdi></td>
            <td data-head=word(key::HD_MACHINE)><bdi>{it.device}</bdi></td>
            <td><div class="acts">{act}</div></td>
        </tr>
    }
    .into_any()
}

fn take_back(here: &str, it: &Update) -> AnyView {
    let of = Of("id", it.id.to_string());
    let open = of.came_back();
    let most = u32::try_from(LONGEST).unwrap_or(u32::MAX);
    let body = view! {
        <p>{word(key::UPD_TAKE_BACK_MEANS)}</p>
        <Line name="reason" label=word(key::WHY) most=most of=of/>
        <Button look=Look::Inverse class="btn--small">{word(key::UPD_TAKE_BACK)}</Button>
    }
    .into_any();
    let hidden = vec![("act", "take_back".to_owned()), ("id", it.id.to_string())];
    asked(
        word(key::UPD_TAKE_BACK),
        open,
        sent("confirm__form", here, hidden, body),
    )
}

/// What holds, for the dialysis page: nothing where nothing was ever noted.
pub(super) fn on_overview(id: PatientId, noted: &[Noted]) -> Option<AnyView> {
    let lines = noted
        .iter()
        .filter(|it| !it.value.is_empty())
        .map(|it| {
            let value = shown(it.field, &it.value);
            let who = written(it.at, it.by.clone());
            view! { {super::known(name(it.field), view! { {value}<br/><span class="quiet">{who}</span> }.into_any())} }
                .into_any()
        })
        .collect_view();
    (!noted.is_empty()).then(|| {
        let tools =
            view! { <Link href=routes::dialysis_updates_of(id) reach=Reach::Alone>{word(key::UPD_TRAIL)}</Link> }
                .into_any();
        let body = view! { <div class="card__body">{super::facts(view! { {lines} }.into_any())}</div> }.into_any();
        card(word(key::UPD_TITLE), "noted", String::new(), Some(tools), body)
    })
}
