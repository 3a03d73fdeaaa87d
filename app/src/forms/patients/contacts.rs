//! How a patient is reached, and who is reached for them: the card of the record, and the page on which one is added.

use domain::ids::PatientId;
use domain::patients::contacts::{Contact, ContactKind, label_in_words};
use hospital::patients::contacts::{Contacts, Held};
use hospital::patients::identity::Identity;
use leptos::prelude::*;
use ui::lang::{self, key, say, tell, word};
use ui::{Button, Card, Checkbox, Chip, Empty, Form, Head, LinkButton, Look, Table};

use super::banner::{banner, to_record};
use super::lines::before;
use crate::forms::parts::{Act, Choice, Line, Said, choose, typed};
use crate::routes;

/// The card.
pub fn card(patient: PatientId, contacts: Contacts) -> AnyView {
    let Contacts { held, may_change, .. } = contacts;
    let here = routes::contacts_of(patient, None);
    let add = may_change.then(|| {
        let links = ContactKind::ALL
            .map(|kind| {
                let words = match kind {
                    ContactKind::Phone => word(key::ADD_A_PHONE_NUMBER),
                    ContactKind::Email => word(key::ADD_AN_E_MAIL),
                    ContactKind::Address => word(key::ADD_AN_ADDRESS),
                    ContactKind::Person => word(key::ADD_A_PERSON),
                };
                view! { <LinkButton href=routes::contacts_of(patient, Some(kind)) look=Look::Secondary class="btn--small" icon="plus">{words}</LinkButton> }.into_any()
            })
            .into_iter()
            .collect_view();
        view! { <div class="card__foot cluster">{links}</div> }.into_any()
    });
    let list = match held.is_empty() {
        true => view! { <Empty icon="phone" title=word(key::NOTHING_IS_KNOWN) text=word(key::ASK_HOW_THIS_PERSON)/> }
            .into_any(),
        false => {
            let rows = held.into_iter().map(|held| row(&here, held, may_change)).collect_view();
            let heads = [word(key::WHAT), word(key::FOR_OR_WHO), word(key::HOW), "", ""]
                .map(Head::words)
                .to_vec();
            view! { <Table caption=word(key::HOW_THEY_ARE_REACHED) heads=heads>{rows}</Table> }.into_any()
        }
    };
    view! { <Card title=word(key::HOW_THEY_ARE_REACHED) id="contacts">{list}{add}</Card> }.into_any()
}

fn row(here: &str, held: Held, may_change: bool) -> AnyView {
    let Some(contact) = held.contact else {
        return view! { <tr><th scope="row" colspan="5">{word(key::ERASED)}</th></tr> }.into_any();
    };
    let Contact {
        kind,
        label,
        content,
        is_preferred,
        is_emergency,
    } = contact;
    let label = lang::of_english(label_in_words(&label));
    let who = content.name.clone().unwrap_or_else(|| lang::of_english(kind.words()));
    let acts = (may_change && held.is_ours).then(|| {
        let id = || ("id", held.id.to_string());
        let prefer = (!is_preferred).then(|| {
            let label = tell(say::try_first_whom(who.as_str(), label.as_str()));
            view! { <Act action=here.to_owned() fields=vec![("act", "prefer".into()), id()] verb=word(key::TRY_FIRST) label=label/> }.into_any()
        });
        let ends = tell(say::end_of_what(format!("{who}, {label}")));
        view! { {prefer}<Act action=here.to_owned() fields=vec![("act", "end".into()), id()] verb=word(key::END) label=ends/> }.into_any()
    });
    let value = match kind {
        ContactKind::Phone | ContactKind::Person => {
            let href = format!("tel:{}", content.value);
            view! { <a class="link link--alone" href=href>{content.value.clone()}</a> }.into_any()
        }
        _ => content.value.clone().into_any(),
    };
    view! {
        <tr>
            <th scope="row">{who}</th>
            <td data-head=word(key::FOR_OR_WHO)>{label}</td>
            <td data-head=word(key::HOW)><bdi>{value}</bdi></td>
            <td><div class="cluster">
                {is_preferred.then(|| view! { <Chip look="line">{word(key::TRY_FIRST)}</Chip> }.into_any())}
                {is_emergency.then(|| view! { <Chip look="line">{word(key::IN_AN_EMERGENCY)}</Chip> }.into_any())}
            </div></td>
            <td><div class="acts">{acts}</div></td>
        </tr>
    }
    .into_any()
}

/// As a list says one that holds no longer.
fn in_words(contact: &Option<Contact>) -> String {
    let Some(contact) = contact else {
        return word(key::ERASED).to_owned();
    };
    let what = contact.content.name.clone();
    let what = what.unwrap_or_else(|| lang::of_english(contact.kind.words()));
    let label = lang::of_english(label_in_words(&contact.label));
    // A number keeps its plus in front where words run from right to left.
    let value = format!("\u{2068}{}\u{2069}", contact.content.value);
    [what, label, value].join(word(key::LIST_COMMA))
}

/// The page on which one of this kind is added.
pub fn page(identity: Identity, mut contacts: Contacts, kind: ContactKind) -> AnyView {
    let patient = identity.person.id;
    let title = match kind {
        ContactKind::Phone => word(key::A_PHONE_NUMBER),
        ContactKind::Email => word(key::AN_E_MAIL_ADDRESS),
        ContactKind::Address => word(key::AN_ADDRESS),
        ContactKind::Person => word(key::A_PERSON_TO_BE),
    };
    let (ended, older, here) = (
        std::mem::take(&mut contacts.ended),
        contacts.older,
        routes::contacts_of(patient, None),
    );
    let form = contacts.may_change.then(|| form(patient, kind));
    view! {
        {banner(&identity, to_record(patient))}
        <Said/>
        <div class="stack">
            {form.map(|form| view! { <Card title=title id="contact-new">{form}</Card> }.into_any())}
            {card(patient, contacts)}
            {before(&here, (ended, older), &[], "", in_words)}
        </div>
    }
    .into_any()
}

fn form(patient: PatientId, kind: ContactKind) -> AnyView {
    let labels = choose(
        kind.labels()
            .iter()
            .map(|(value, words)| ((*value).to_owned(), lang::of_english(words))),
    );
    let is_person = kind == ContactKind::Person;
    let value = match kind {
        ContactKind::Email => view! { <Line name="value" label=word(key::E_MAIL_ADDRESS) kind="email" inputmode="email"/> }.into_any(),
        ContactKind::Address => view! { <Line name="value" label=word(key::ADDRESS) hint=word(key::HOUSE_AND_STREET_PLACE)/> }.into_any(),
        _ => view! { <Line name="value" label=word(key::PHONE_NUMBER) kind="tel" inputmode="tel" hint=word(key::PHONE_HINT)/> }.into_any(),
    };
    let label = if is_person {
        word(key::WHO_THEY_ARE_TO)
    } else {
        word(key::WHAT_IT_IS_FOR)
    };
    view! {
        <Form class="card__body form" action=routes::contacts_of(patient, Some(kind)) hidden=vec![("act", "add".to_owned()), ("kind", kind.name().to_owned())]>
            {is_person.then(|| view! { <Line name="name" label=word(key::NAME)/> }.into_any())}
            <Choice name="label" label=label answers=labels/>
            {value}
            {check("preferred", word(key::TRY_THIS_FIRST))}
            {is_person.then(|| check("emergency", word(key::CALL_THIS_PERSON_IN)))}
            <div class="form__end"><Button look=Look::Primary>{word(key::ADD)}</Button></div>
        </Form>
    }
    .into_any()
}

fn check(name: &'static str, words: &'static str) -> AnyView {
    let checked = typed(name).is_some_and(|it| !it.is_empty());
    view! { <Checkbox name=name checked=checked>{words}</Checkbox> }.into_any()
}
