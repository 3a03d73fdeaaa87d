//! What somebody is treated with in mind and how they are reached, as their portal shows it, in plain words: cards of the person's own record.

use domain::patients::contacts::{Contact, label_in_words};
use domain::patients::papers::{Policy, in_words};
use domain::records::Allergies;
use hospital::patients::portal::{Background, Reached};
use leptos::prelude::*;
use ui::lang::{self, key, say, tell, word};
use ui::{Card, Head, Link, Note, Table};

use super::patients::{birth, dated};
use crate::portals::patient::parts::NotShown;
use crate::routes;

/// The background, or that it is not shown; `is_own` for the person themselves, who can say that something is wrong.
pub(super) fn background(known: Option<Background>, is_own: bool) -> AnyView {
    let Some(known) = known else {
        return view! { <NotShown what=word(key::MY_BACKGROUND)/> }.into_any();
    };
    let Background {
        allergies,
        hides_allergies,
        conditions,
        medicines,
        surgeries,
    } = known;
    let mut allergies: Vec<AnyView> = match allergies {
        Allergies::NotAsked => Vec::new(),
        Allergies::NoneKnown => vec![word(key::NO_KNOWN_ALLERGIES_X).into_any()],
        Allergies::Known(known) => known
            .into_iter()
            .map(|it| {
                let severity = lang::of_english(it.severity.words()).to_lowercase();
                format!("{} ({}){}{severity}", it.substance, it.reaction, word(key::LIST_COMMA)).into_any()
            })
            .collect(),
    };
    if hides_allergies {
        allergies.push(word(key::MY_ALLERGIES_NOT_ALL).into_any());
    }
    let plain = |words: Vec<String>| words.join(word(key::LIST_COMMA)).into_any();
    let since = |known: String| tell(say::my_since_year(known));
    let conditions = conditions.into_iter().map(|it| {
        let year = it.since_year.map(|year| since(year.to_string()));
        let since = year.map(|since| format!("{}{since}", word(key::LIST_COMMA)));
        // The words of ICD-10 are English.
        view! { {lang::from_english(&it.words)}{since} }.into_any()
    });
    let medicines = medicines.into_iter().map(|it| {
        let known = [
            Some(it.name),
            Some(it.dose),
            Some(it.schedule),
            it.since.map(|known| since(dated(known))),
        ];
        plain(known.into_iter().flatten().collect())
    });
    let surgeries = surgeries.into_iter().map(|it| {
        let on = it.done_on.map(dated);
        plain([Some(it.procedure), on, it.at_hospital].into_iter().flatten().collect())
    });
    view! {
        <div class="pairs">
            {lines(word(key::MY_ALLERGIES), "my-allergies", allergies)}
            {lines(word(key::MY_CONDITIONS), "my-conditions", conditions.collect())}
            {lines(word(key::MY_MEDICINES), "my-medicines", medicines.collect())}
            {lines(word(key::MY_OPERATIONS), "my-operations", surgeries.collect())}
        </div>
        {is_own.then(wrong)}
    }
    .into_any()
}

fn lines(title: &'static str, id: &'static str, lines: Vec<AnyView>) -> AnyView {
    let list = match lines.is_empty() {
        true => view! { <p class="quiet">{word(key::MY_NOTHING_HERE)}</p> }.into_any(),
        false => {
            let lines = lines
                .into_iter()
                .map(|line| view! { <li><bdi>{line}</bdi></li> }.into_any())
                .collect_view();
            view! { <ul class="lines">{lines}</ul> }.into_any()
        }
    };
    view! { <Card title=title id=id><div class="card__body">{list}</div></Card> }.into_any()
}

/// Where one says that something is not as it should be.
fn wrong() -> AnyView {
    let href = format!("{}#chart", routes::PORTAL_ACCOUNT.account);
    view! { <Note>{word(key::MY_WRONG_OR_MISSING)}" "<Link href=href>{word(key::TELL_HOSPITAL)}</Link></Note> }
        .into_any()
}

/// How they are reached and who pays, or that it is not shown.
pub(super) fn reached(reached: Option<Reached>) -> AnyView {
    let Some(Reached { contacts, policies }) = reached else {
        return view! { <NotShown what=word(key::MY_CONTACTS)/> }.into_any();
    };
    let contacts = match contacts.is_empty() {
        true => view! { <div class="card__body"><p class="quiet">{word(key::MY_NOTHING_HERE)}</p></div> }.into_any(),
        false => {
            let heads = [word(key::WHAT), word(key::FOR_OR_WHO), word(key::HOW)]
                .map(Head::words)
                .to_vec();
            let rows = contacts.into_iter().map(contact).collect_view();
            view! { <Table caption=word(key::MY_CONTACTS_CAPTION) heads=heads>{rows}</Table> }.into_any()
        }
    };
    let policies = match policies.is_empty() {
        true => view! { <div class="card__body"><p class="quiet">{word(key::MY_NOTHING_HERE)}</p></div> }.into_any(),
        false => {
            let heads = [
                word(key::WHO_PAYS),
                word(key::NUMBER),
                word(key::COVERS),
                word(key::UNTIL),
            ]
            .map(Head::words)
            .to_vec();
            let rows = policies.into_iter().map(policy).collect_view();
            view! { <Table caption=word(key::MY_INSURANCE) heads=heads>{rows}</Table> }.into_any()
        }
    };
    view! {
        <Card title=word(key::MY_CONTACTS) id="my-contacts">{contacts}</Card>
        <Card title=word(key::MY_INSURANCE) id="my-insurance">{policies}</Card>
    }
    .into_any()
}

fn contact(contact: Contact) -> AnyView {
    let Contact {
        kind, label, content, ..
    } = contact;
    let what = content.name.unwrap_or_else(|| lang::of_english(kind.words()));
    view! {
        <tr>
            <th scope="row"><bdi>{what}</bdi></th>
            <td data-head=word(key::FOR_OR_WHO)>{lang::of_english(label_in_words(&label))}</td>
            <td data-head=word(key::HOW)><bdi>{content.value}</bdi></td>
        </tr>
    }
    .into_any()
}

fn policy(policy: Policy) -> AnyView {
    let number = match policy.number.is_empty() {
        true => word(key::ERASED).to_owned(),
        false => policy.number,
    };
    let until = policy
        .until
        .map_or(word(key::NO_END_KNOWN).to_owned(), |day| birth(day, false));
    view! {
        <tr>
            <th scope="row"><bdi>{policy.payer}</bdi><br/><span class="quiet">{lang::of_english(in_words(&policy.rank))}</span></th>
            <td data-head=word(key::NUMBER) class="code"><bdi>{number}</bdi></td>
            <td data-head=word(key::COVERS)>{policy.coverage}</td>
            <td data-head=word(key::UNTIL) class="num">{until}</td>
        </tr>
    }
    .into_any()
}
