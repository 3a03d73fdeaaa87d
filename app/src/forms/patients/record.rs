//! The record's first page: who a patient is, and where they are registered.

use domain::ids::PatientId;
use domain::patients::demographics::language;
use domain::records::Allergies;
use domain::records::conditions::Condition;
use domain::records::medicines::Medicine;
use domain::records::surgeries::Surgery;
use domain::time::Moment;
use hospital::patients::Ways;
use hospital::patients::contacts::Contacts;
use hospital::patients::identity::{Identity, RegisteredAt};
use hospital::patients::papers::Papers;
use hospital::records::line::List;
use leptos::prelude::*;
use ui::lang::{self, Arg, key, say, tell, weave, word};
use ui::{Card, Chip, Facts, Head, Known, Link, Reach, Table, Time, TimeStyle};

use super::banner::banner;
use super::{born, contacts, dated, flags, papers};
use crate::forms::parts::Said;
use crate::routes;
use crate::widgets::patient_banner::health_id;
use crate::widgets::ways::tabs;

/// What every treatment has to know, for who may read it.
#[derive(Clone, Debug)]
pub struct Background {
    /// What they do not bear.
    pub allergies: Allergies,
    /// What they live with.
    pub conditions: List<Condition>,
    /// What they take.
    pub medicines: List<Medicine>,
    /// What was operated.
    pub surgeries: List<Surgery>,
}

/// The page.
pub fn page(identity: Identity, ways: Ways, reached: Contacts, known: Option<Background>, papers: Papers) -> AnyView {
    let id = identity.person.id;
    // At which values somebody is called is a thing of the chart, for who reads it.
    let limits = known.as_ref().map(|_| {
        view! {
            <Link href=routes::critical_of(id) reach=Reach::Alone>{word(key::CRITICAL_VALUES)}</Link>
            <Link href=routes::limits_of(id) reach=Reach::Alone>{word(key::PATIENT_LIMITS)}</Link>
        }
        .into_any()
    });
    let banner = banner(&identity, limits.into_any());
    let warnings: Vec<String> = identity.flags.iter().map(flags::in_words).collect();
    let background = known.map(|known| background(id, known, warnings));
    let Identity {
        person,
        title,
        language: code,
        marital,
        blood_group,
        hospitals,
        zone,
        news,
        ..
    } = identity;
    let change = match reached.may_change {
        true => view! { <Link href=routes::identity_of(id) reach=Reach::Alone>{word(key::CHANGE)}</Link> }.into_any(),
        false => ().into_any(),
    };
    let papers = papers::cards(id, papers, &zone);
    let known_or = |words: Option<String>, nothing: &str| words.unwrap_or_else(|| nothing.to_owned());
    let (born, health_id) = (born(&person, &zone), health_id(&person));
    view! {
        {banner}
        {tabs(id, ways, routes::record_of(id))}
        <Said/>
        {super::news::card(id, news)}
        {background}
        <div class="pairs pairs--wide">
            <Card title=word(key::WHO_THEY_ARE_X) id="identity" tools=change>
                <div class="card__body">
                    <Facts>
                        <Known what=word(key::FAMILY_NAME)>{person.family_name}</Known>
                        <Known what=word(key::GIVEN_NAME)>{person.given_name}</Known>
                        <Known what=word(key::TITLE)>{known_or(title, word(key::NONE))}</Known>
                        <Known what=word(key::BORN)>{born}</Known>
                        <Known what=word(key::SEX_X)>{lang::of_english(person.sex.words())}</Known>
                        <Known what=word(key::HEALTH_ID) code=true>{health_id}</Known>
                        <Known what=word(key::LANGUAGE)>{known_or(code.as_deref().map(language).map(lang::of_english), word(key::NOT_ASKED))}</Known>
                        <Known what=word(key::MARITAL_STATUS)>{known_or(marital.map(|it| lang::of_english(it.words())), word(key::NOT_ASKED))}</Known>
                        <Known what=word(key::BLOOD_GROUP)>{known_or(blood_group.map(|it| lang::of_english(it.words())), word(key::NOT_KNOWN))}</Known>
                    </Facts>
                </div>
            </Card>
            {contacts::card(id, reached)}
            {papers}
            <Card title=word(key::REGISTERED) id="hospitals">{registered(hospitals)}</Card>
        </div>
    }
    .into_any()
}

/// What every treatment has to know: a card for each kind, with the way to its page.
fn background(id: PatientId, known: Background, warnings: Vec<String>) -> AnyView {
    let Background {
        allergies,
        conditions,
        medicines,
        surgeries,
    } = known;
    let allergies = match &allergies {
        Allergies::NotAsked => vec![word(key::NOBODY_HAS_ASKED_THAT).to_owned()],
        Allergies::NoneKnown => vec![word(key::NO_KNOWN_ALLERGIES_X).to_owned()],
        Allergies::Known(known) => known
            .iter()
            .map(|it| {
                format!(
                    "{} ({}), {}",
                    it.substance,
                    it.reaction,
                    lang::of_english(it.severity.words()).to_lowercase()
                )
            })
            .collect(),
    };
    let conditions = open(conditions, |it| format!("{} · {}", it.words, it.code));
    let medicines = open(medicines, |it| format!("{}, {}, {}", it.name, it.dose, it.schedule));
    let surgeries = open(surgeries, |it| match it.done_on {
        Some(on) => format!("{}, {}", it.procedure, dated(on)),
        None => it.procedure.clone(),
    });
    view! {
        <div class="pairs pairs--four">
            <div class="stack">
                {part(word(key::ALLERGIES), "allergies", routes::allergies_of(id), allergies)}
                {part(word(key::WARNINGS), "flags", routes::flags_of(id), warnings)}
            </div>
            {part(word(key::CONDITIONS), "conditions", routes::conditions_of(id), conditions)}
            {part(word(key::MEDICINES), "medicines", routes::medicines_of(id), medicines)}
            {part(word(key::OPERATIONS), "surgeries", routes::surgeries_of(id), surgeries)}
        </div>
    }
    .into_any()
}

fn open<T>(list: List<T>, in_words: impl Fn(&T) -> String) -> Vec<String> {
    list.parted().0.iter().map(|line| in_words(&line.what)).collect()
}

fn part(title: &'static str, id: &'static str, href: String, lines: Vec<String>) -> AnyView {
    let list = match lines.is_empty() {
        true => view! { <p class="quiet">{word(key::NOTHING_IS_WRITTEN)}</p> }.into_any(),
        false => {
            let lines = lines
                .into_iter()
                .map(|line| view! { <li><bdi>{line}</bdi></li> }.into_any())
                .collect_view();
            view! { <ul class="lines">{lines}</ul> }.into_any()
        }
    };
    let label = tell(say::open_part(title));
    let tools = view! { <a class="link link--alone" href=href aria-label=label>{word(key::OPEN)}</a> }.into_any();
    view! { <Card title=title id=id tools=tools><div class="card__body">{list}</div></Card> }.into_any()
}

/// `3 Mar 2024 to 9 May 2025`, or since when.
fn period((since, until): (Moment, Option<Moment>)) -> AnyView {
    let time = |at: Moment| view! { <Time at=Signal::stored(Some(at)) style=TimeStyle::Date/> }.into_any();
    match until {
        Some(until) => {
            view! { <div>{weave(say::from_to(Arg::hole(0), Arg::hole(1)), [time(since), time(until)])}</div> }
                .into_any()
        }
        None => view! { <div>{time(since)}</div> }.into_any(),
    }
}

fn registered(hospitals: Vec<RegisteredAt>) -> AnyView {
    let rows = hospitals
        .into_iter()
        .map(|at| {
            let standing = match at.is_inactive {
                true => view! { <Chip look="line">{word(key::NO_LONGER)}</Chip> }.into_any(),
                false => view! { <Chip look="line">{word(key::NOW)}</Chip> }.into_any(),
            };
            let periods = at.periods.into_iter().map(period).collect_view();
            view! {
                <tr>
                    <th scope="row">{at.hospital}</th>
                    <td data-head=word(key::NUMBER) class="code">{at.number}</td>
                    <td data-head=word(key::SINCE)>{periods}</td>
                    <td data-head=word(key::PATIENT_THERE)>{standing}</td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    let heads = [
        word(key::PLACE_HOSPITAL),
        word(key::NUMBER),
        word(key::SINCE),
        word(key::PATIENT_THERE),
    ]
    .map(Head::words)
    .to_vec();
    view! { <Table caption=word(key::WHERE_THEY_ARE_REGISTERED) heads=heads>{rows}</Table> }.into_any()
}
