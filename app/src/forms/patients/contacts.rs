//! How a patient is reached, and who is reached for them: the card of the record, and the page on which one is added.

use domain::ids::PatientId;
use domain::patients::contacts::{Contact, ContactKind, label_in_words};
use hospital::patients::contacts::{Contacts, Held};
use hospital::patients::identity::Identity;
use leptos::prelude::*;
use ui::{Button, Card, Checkbox, Chip, Empty, Head, LinkButton, Look, Table};

use super::record::{banner, to_record};
use crate::forms::parts::{Act, Choice, Line, Said, typed};
use crate::routes;

/// The card.
pub fn card(patient: PatientId, contacts: Contacts) -> AnyView {
    let Contacts { held, may_change } = contacts;
    let here = routes::contacts_of(patient, None);
    let add = may_change.then(|| {
        let links = ContactKind::ALL
            .map(|kind| {
                let words = match kind {
                    ContactKind::Phone => "Add a phone number",
                    ContactKind::Email => "Add an e-mail address",
                    ContactKind::Address => "Add an address",
                    ContactKind::Person => "Add a person",
                };
                view! { <LinkButton href=routes::contacts_of(patient, Some(kind)) look=Look::Secondary class="btn--small" icon="plus">{words}</LinkButton> }.into_any()
            })
            .into_iter()
            .collect_view();
        view! { <div class="card__foot cluster">{links}</div> }.into_any()
    });
    let list = match held.is_empty() {
        true => view! { <Empty icon="phone" title="Nothing is known" text="Ask how this person is reached, and whom to call in an emergency."/> }.into_any(),
        false => {
            let rows = held.into_iter().map(|held| row(&here, held, may_change)).collect_view();
            let heads = ["What", "For, or who", "How", "", ""].map(Head::words).to_vec();
            view! { <Table caption="How they are reached" heads=heads>{rows}</Table> }.into_any()
        }
    };
    view! { <Card title="How they are reached" id="contacts">{list}{add}</Card> }.into_any()
}

fn row(here: &str, held: Held, may_change: bool) -> AnyView {
    let Some(contact) = held.contact else {
        return view! { <tr><th scope="row" colspan="5">"Erased"</th></tr> }.into_any();
    };
    let Contact {
        kind,
        label,
        content,
        is_preferred,
        is_emergency,
    } = contact;
    let label = label_in_words(&label).to_owned();
    let who = content.name.clone().unwrap_or_else(|| kind.words().to_owned());
    let acts = (may_change && held.is_ours).then(|| {
        let id = || ("id", held.id.to_string());
        let prefer = (!is_preferred).then(|| {
            let label = format!("Try first: {who}, {label}");
            view! { <Act action=here.to_owned() fields=vec![("act", "prefer".into()), id()] verb="Try first" label=label/> }.into_any()
        });
        let ends = format!("End: {who}, {label}");
        view! { {prefer}<Act action=here.to_owned() fields=vec![("act", "end".into()), id()] verb="End" label=ends/> }.into_any()
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
            <td data-head="For, or who">{label}</td>
            <td data-head="How"><bdi>{value}</bdi></td>
            <td><div class="cluster">
                {is_preferred.then(|| view! { <Chip look="line">"Try first"</Chip> }.into_any())}
                {is_emergency.then(|| view! { <Chip look="line">"In an emergency"</Chip> }.into_any())}
            </div></td>
            <td><div class="acts">{acts}</div></td>
        </tr>
    }
    .into_any()
}

/// The page on which one of this kind is added.
pub fn page(identity: Identity, contacts: Contacts, kind: ContactKind) -> AnyView {
    let patient = identity.person.id;
    let title = match kind {
        ContactKind::Phone => "A phone number",
        ContactKind::Email => "An e-mail address",
        ContactKind::Address => "An address",
        ContactKind::Person => "A person to be reached",
    };
    let form = contacts.may_change.then(|| form(patient, kind));
    view! {
        {banner(&identity, None, to_record(patient))}
        <Said/>
        <div class="stack">
            {form.map(|form| view! { <Card title=title id="contact-new">{form}</Card> }.into_any())}
            {card(patient, contacts)}
        </div>
    }
    .into_any()
}

fn form(patient: PatientId, kind: ContactKind) -> AnyView {
    let labels = std::iter::once((String::new(), "Choose".to_owned()))
        .chain(
            kind.labels()
                .iter()
                .map(|(word, words)| ((*word).to_owned(), (*words).to_owned())),
        )
        .collect();
    let is_person = kind == ContactKind::Person;
    let value = match kind {
        ContactKind::Email => view! { <Line name="value" label="E-mail address" kind="email" inputmode="email"/> }.into_any(),
        ContactKind::Address => view! { <Line name="value" label="Address" hint="House and street, place, region, country."/> }.into_any(),
        _ => view! { <Line name="value" label="Phone number" kind="tel" inputmode="tel" hint="With its country code, such as +254 700 000 001."/> }.into_any(),
    };
    let label = if is_person {
        "Who they are to the patient"
    } else {
        "What it is for"
    };
    view! {
        <form class="card__body form" method="post" action=routes::contacts_of(patient, Some(kind))>
            <input type="hidden" name="act" value="add"/>
            <input type="hidden" name="kind" value=kind.name()/>
            {is_person.then(|| view! { <Line name="name" label="Name"/> }.into_any())}
            <Choice name="label" label=label answers=labels/>
            {value}
            {check("preferred", "Try this first")}
            {is_person.then(|| check("emergency", "Call this person in an emergency"))}
            <div class="form__end"><Button look=Look::Primary>"Add"</Button></div>
        </form>
    }
    .into_any()
}

fn check(name: &'static str, words: &'static str) -> AnyView {
    let checked = typed(name).is_some_and(|it| !it.is_empty());
    view! { <Checkbox name=name checked=checked>{words}</Checkbox> }.into_any()
}
