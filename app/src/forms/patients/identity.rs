//! Changing who a patient is: the form, what was changed, and whether they are a patient here.

use domain::patients::demographics::{Typed, language};
use domain::patients::{BloodGroup, Marital, Sex};
use hospital::patients::changes::{Change, LEAVES, Open};
use hospital::patients::identity::Identity;
use leptos::prelude::*;
use ui::lang::{self, key, say, tell, word};
use ui::{Button, Card, Empty, Form, Head, Look, Table, Time, TimeStyle};
use uuid::Uuid;

use super::banner::{banner, to_record};
use super::lines::older;
use super::register::Questions;
use crate::forms::parts::{Act, Choice, Said, choose, typed};
use crate::routes;

/// The page.
pub fn page(identity: Identity, open: Open) -> AnyView {
    let here = routes::identity_of(identity.person.id);
    let Open {
        now,
        revision,
        is_active,
        changes,
        next,
    } = open;
    let differs = differs(&now);
    let (door, standing, history) = (here.clone(), standing(&here, is_active), history(&here, changes, next));
    view! {
        {banner(&identity, to_record(identity.person.id))}
        <Said/>
        <div class="stack">
            {differs}
            <Card title=word(key::WHO_THEY_ARE_X) id="identity">
                <Form class="card__body form" action=door hidden=vec![("revision", revision.to_string())]>
                    <Questions now=now/>
                    <div class="form__end"><Button look=Look::Primary name="act" value="change">{word(key::SAVE_WHAT_CHANGED)}</Button></div>
                </Form>
            </Card>
            <Card title=word(key::PATIENT_HERE) id="standing">{standing}</Card>
            <Card title=word(key::WHAT_WAS_CHANGED) id="changes">{history}</Card>
        </div>
    }
    .into_any()
}

/// What was typed and what stands there, where they differ: after somebody was registered who is known elsewhere. The form has what was typed.
fn differs(now: &Typed) -> Option<AnyView> {
    let rows: Vec<AnyView> = now
        .fields()
        .into_iter()
        .filter_map(|(field, stands)| {
            let new = typed(field).filter(|new| !matches!(new.trim(), "" | "unknown") && new.trim() != stands)?;
            let before = in_words(field, Some(stands.to_owned()).filter(|text| !text.is_empty()));
            let label = label(field);
            Some(
                view! {
                    <tr>
                        <th scope="row">{label}</th>
                        <td data-head=word(key::STANDS_THERE)>{before}</td>
                        <td data-head=word(key::WAS_TYPED)>{in_words(field, Some(new))}</td>
                    </tr>
                }
                .into_any(),
            )
        })
        .collect();
    let heads = [word(key::WHAT), word(key::STANDS_THERE), word(key::WAS_TYPED)]
        .map(Head::words)
        .to_vec();
    (!rows.is_empty()).then(|| {
        view! { <Card title=word(key::WHAT_DIFFERS) id="differs"><Table caption=word(key::WHAT_DIFFERS) heads=heads>{rows}</Table></Card> }
            .into_any()
    })
}

fn standing(here: &str, is_active: bool) -> AnyView {
    if !is_active {
        return view! {
            <div class="card__body form__end">
                <span>{word(key::THEY_ARE_A_PATIENT)}</span>
                <Act action=here.to_owned() fields=vec![("act", "come-back".into())] verb=word(key::A_PATIENT_HERE_AGAIN) label=word(key::THEY_ARE_A_PATIENT_HERE)/>
            </div>
        }
        .into_any();
    }
    let reasons = choose(
        LEAVES
            .iter()
            .map(|(value, words)| ((*value).to_owned(), lang::of_english(words))),
    );
    view! {
        <Form class="card__body form" action=here.to_owned() hidden=vec![("act", "leave".to_owned())]>
            <p>{word(key::THEY_ARE_A_PATIENT_OF)}</p>
            <Choice name="because" label=word(key::WHY_THEY_ARE_A) answers=reasons/>
            <div class="form__end"><Button look=Look::Inverse>{word(key::NO_LONGER_A_PATIENT)}</Button></div>
        </Form>
    }
    .into_any()
}

fn history(here: &str, changes: Vec<Change>, next: Option<Uuid>) -> AnyView {
    if changes.is_empty() {
        return view! { <Empty icon="pencil" title=word(key::NOTHING_WAS_CHANGED) text=word(key::EACH_CHANGE_STAYS_HERE)/> }.into_any();
    }
    let older = older(here, changes.len(), next);
    let rows = changes
        .into_iter()
        .map(|change| {
            let by = change.by.unwrap_or_else(|| word(key::SOMEBODY_OF_ANOTHER_HOSPITAL).to_owned());
            let before = in_words(&change.field, change.before);
            let after = in_words(&change.field, change.after);
            view! {
                <tr>
                    <th scope="row">{label(&change.field)}</th>
                    <td data-head=word(key::BEFORE)><s>{before}</s></td>
                    <td data-head=word(key::SINCE_THEN)>{after}</td>
                    <td data-head=word(key::CHANGED)><Time at=Signal::stored(Some(change.at)) style=TimeStyle::DateClock/>" · "{by}</td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    let heads = [
        word(key::WHAT),
        word(key::BEFORE),
        word(key::SINCE_THEN),
        word(key::CHANGED),
    ]
    .map(Head::words)
    .to_vec();
    view! { <Table caption=word(key::WHAT_WAS_CHANGED) heads=heads>{rows}</Table>{older} }.into_any()
}

fn label(field: &str) -> &'static str {
    match field {
        "family_name" => word(key::FAMILY_NAME),
        "given_name" => word(key::GIVEN_NAME),
        "title" => word(key::TITLE),
        "born" | "born_on" | "born_year" => word(key::BORN),
        "sex" => word(key::SEX_X),
        "health_id" => word(key::HEALTH_ID),
        "language" => word(key::LANGUAGE),
        "marital" => word(key::MARITAL_STATUS),
        "blood_group" => word(key::BLOOD_GROUP),
        _ => word(key::PATIENT_HERE),
    }
}

fn in_words(field: &str, value: Option<String>) -> String {
    let Some(value) = value else {
        return word(key::NOT_KNOWN).to_owned();
    };
    match field {
        "sex" => lang::of_english(Sex::parse(&value).words()),
        "language" => lang::of_english(language(&value)),
        "marital" => Marital::parse(&value).map_or(value, |it| lang::of_english(it.words())),
        "blood_group" => BloodGroup::parse(&value).map_or(value, |it| lang::of_english(it.words())),
        "standing" => match value.as_str() {
            "active" => word(key::A_PATIENT_HERE).to_owned(),
            "inactive" => word(key::NO_LONGER).to_owned(),
            other => {
                let why = LEAVES
                    .iter()
                    .find(|(known, _)| *known == other)
                    .map_or("", |(_, words)| *words);
                tell(say::no_longer_because(lang::of_english(why)))
            }
        },
        _ => value,
    }
}
