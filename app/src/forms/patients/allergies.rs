//! The allergies of one patient: what stands, what stood, and the form of a new one.

use domain::records::{Allergies, Allergy, Severity};
use hospital::patients::identity::Identity;
use hospital::records::allergies::{Allergic, ENDS};
use hospital::records::line::Line;
use leptos::prelude::*;
use ui::lang::{self, key, word};
use ui::{Button, Card, Chip, Empty, Form, Head, Look, Table};

use super::banner::{banner, to_record};
use super::lines::{before, end, written};
use crate::forms::parts::{Act, Choice, Line as Question, Said, Text, choose};
use crate::routes;

/// The page.
pub fn page(identity: Identity, list: Allergic) -> AnyView {
    let here = routes::allergies_of(identity.person.id);
    let (now, may_change) = (list.now(), list.may_change);
    let next = list.next;
    let (open, ended) = list.parted();
    let none = (may_change && now == Allergies::NotAsked).then(|| {
        view! {
            <div class="card__foot form__end">
                <Act action=here.clone() fields=vec![("act", "none".into())] verb=word(key::NO_KNOWN_ALLERGIES) label=word(key::NO_KNOWN_ALLERGIES_STATE)/>
                <span class="quiet">{word(key::ONLY_AFTER_ASKING_THE)}</span>
            </div>
        }
        .into_any()
    });
    let add = may_change.then(|| add(here.clone()));
    let gone = before(&here, (ended, next), ENDS, word(key::ONE_BECAME_KNOWN), in_words);
    view! {
        {banner(&identity, to_record(identity.person.id))}
        <Said/>
        <div class="stack">
            <Card title=word(key::ALLERGIES) id="allergies">{standing(&here, &now, open, may_change)}{none}</Card>
            {add}
            {gone}
        </div>
    }
    .into_any()
}

fn in_words(allergy: &Option<Allergy>) -> String {
    match allergy {
        Some(allergy) => format!("{} ({})", allergy.substance, allergy.reaction),
        None => word(key::NO_KNOWN_ALLERGIES).to_owned(),
    }
}

fn standing(here: &str, now: &Allergies, open: Vec<Line<Option<Allergy>>>, may_change: bool) -> AnyView {
    if *now == Allergies::NotAsked {
        return view! { <Empty icon="medium" title=word(key::NOBODY_HAS_ASKED) text=word(key::THAT_IS_NOT_THE)/> }
            .into_any();
    }
    let rows = open
        .into_iter()
        .map(|line| {
            let end = (may_change && line.is_ours).then(|| end(here, line.id, &in_words(&line.what), ENDS));
            let severity = line.what.as_ref().map(|it| severity(it.severity));
            let (substance, reaction) = match line.what {
                Some(allergy) => (allergy.substance, allergy.reaction),
                None => (word(key::NO_KNOWN_ALLERGIES).to_owned(), String::new()),
            };
            view! {
                <tr>
                    <th scope="row">{substance}</th>
                    <td data-head=word(key::WHAT_IT_DOES)>{reaction}</td>
                    <td data-head=word(key::HOW_BAD)>{severity}</td>
                    <td data-head=word(key::WRITTEN)>{written(line.at, line.by)}</td>
                    <td><div class="acts">{end}</div></td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    let heads = [
        word(key::TO_WHAT),
        word(key::WHAT_IT_DOES),
        word(key::HOW_BAD),
        word(key::WRITTEN),
        "",
    ]
    .map(Head::words)
    .to_vec();
    view! { <Table caption=word(key::ALLERGIES) heads=heads>{rows}</Table> }.into_any()
}

/// The word; the two that endanger people stand out by more than the word.
fn severity(severity: Severity) -> AnyView {
    match severity {
        Severity::Severe | Severity::LifeThreatening => {
            view! { <Chip look="inverse" icon="high">{lang::of_english(severity.words())}</Chip> }.into_any()
        }
        _ => view! { <Chip look="line">{lang::of_english(severity.words())}</Chip> }.into_any(),
    }
}

fn add(here: String) -> AnyView {
    let severities = choose(Severity::ALL.map(|it| (it.name().to_owned(), lang::of_english(it.words()))));
    view! {
        <Card title=word(key::ANOTHER_ALLERGY) id="allergy-new">
            <Form class="card__body form" action=here hidden=vec![("act", "add".to_owned())]>
                <Question name="substance" label=word(key::TO_WHAT) hint=word(key::THE_MEDICINE_FOOD_OR)/>
                <Text name="reaction" label=word(key::WHAT_IT_DOES) hint=word(key::SUCH_AS_RASH_SWELLING) most=500/>
                <Choice name="severity" label=word(key::HOW_BAD) answers=severities/>
                <div class="form__end"><Button look=Look::Primary>{word(key::ADD_THIS_ALLERGY)}</Button></div>
            </Form>
        </Card>
    }
    .into_any()
}
