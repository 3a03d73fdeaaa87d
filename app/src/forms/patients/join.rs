//! Joining two records of one person: both side by side, which one stays, why; what was joined, and taking it apart.

use domain::ids::PatientId;
use domain::patients::Sex;
use domain::patients::demographics::language;
use hospital::patients::identity::Identity;
use hospital::patients::merge::{Both, Held, Joined, Open};
use leptos::prelude::*;
use ui::lang::{self, Arg, key, say, tell, weave, word};
use ui::{Button, Card, Chip, Choice, Confirm, Form, Head, Link, Look, Question, RadioGroup, Reach, Table};

use super::banner::{banner, to_record};
use super::born;
use super::lines::written;
use crate::forms::parts::{Line, Of, Said, Text, fault, typed};
use crate::routes;

/// The page.
pub fn page(open: Open) -> AnyView {
    let Open {
        identity,
        both,
        history,
    } = open;
    let id = identity.person.id;
    let next = match &both {
        Some(both) => side_by_side(&identity, both),
        None => name_the_other(id),
    };
    let history = (!history.is_empty()).then(|| before(id, history));
    view! {
        {banner(&identity, to_record(id))}
        <Said/>
        <div class="stack">{next}{history}</div>
    }
    .into_any()
}

fn name_the_other(id: PatientId) -> AnyView {
    view! {
        <Card title=word(key::JOIN_OTHER_TITLE) id="other">
            <Form class="card__body form" action=routes::join_of(id) hidden=vec![("act", "find".to_owned())]>
                <p>{word(key::JOIN_HOW)}</p>
                <Line name="number" label=word(key::JOIN_OTHER_NUMBER) hint=word(key::JOIN_OTHER_NUMBER_HINT)/>
                <div class="form__end"><Button look=Look::Primary>{word(key::JOIN_COMPARE)}</Button></div>
            </Form>
        </Card>
    }
    .into_any()
}

fn side_by_side(this: &Identity, both: &Both) -> AnyView {
    let Both { other, held } = both;
    let [of_this, of_other] = held;
    let numbers = [
        this.person.hospital_number.as_str(),
        other.person.hospital_number.as_str(),
    ];
    let who = facts(this).into_iter().zip(facts(other));
    let who = who
        .map(|((label, one), (_, two))| row(label, [one, two], numbers, Some(compared)))
        .collect_view();
    let what = counts(of_this).into_iter().zip(counts(of_other));
    let what = what
        .map(|((label, one), (_, two))| row(label, [one, two], numbers, None))
        .collect_view();
    let heads = [word(key::WHAT), numbers[0], numbers[1]].map(Head::words).to_vec();
    let and_compared = [heads.clone(), vec![Head::words(word(key::JOIN_COMPARED))]].concat();
    let choose = choose(this, other, [of_this, of_other]);
    view! {
        <Card title=word(key::JOIN_SIDE_BY_SIDE) id="compare"><Table caption=word(key::JOIN_BOTH_RECORDS) heads=and_compared>{who}</Table></Card>
        <Card title=word(key::JOIN_WHAT_STANDS) id="held"><Table caption=word(key::JOIN_WHAT_STANDS) heads=heads>{what}</Table></Card>
        {choose}
    }
    .into_any()
}

/// What one says, what the other says, and how that compares.
fn row(
    label: &'static str,
    says: [String; 2],
    numbers: [&str; 2],
    compared: Option<fn(&str, &str) -> AnyView>,
) -> AnyView {
    let compared = compared.map(|compared| view! { <td>{compared(&says[0], &says[1])}</td> }.into_any());
    let cells = says
        .into_iter()
        .zip(numbers)
        .map(|(value, number)| {
            let shown = match value.is_empty() {
                true => view! { <span class="quiet">{word(key::NOT_KNOWN)}</span> }.into_any(),
                false => value.into_any(),
            };
            view! { <td data-head=number.to_owned()><bdi>{shown}</bdi></td> }.into_any()
        })
        .collect_view();
    view! { <tr><th scope="row">{label}</th>{cells}{compared}</tr> }.into_any()
}

/// What neither knows agrees in nothing.
fn compared(one: &str, two: &str) -> AnyView {
    match (one == two, one.is_empty(), two.is_empty()) {
        (_, true, true) => ().into_any(),
        (true, ..) => view! { <span class="quiet">{word(key::JOIN_SAME)}</span> }.into_any(),
        (false, false, false) => view! { <Chip look="medium-soft">{word(key::JOIN_DIFFERS)}</Chip> }.into_any(),
        _ => view! { <Chip look="line">{word(key::JOIN_ONE_ONLY)}</Chip> }.into_any(),
    }
}

fn facts(of: &Identity) -> Vec<(&'static str, String)> {
    let person = &of.person;
    let since = of.hospitals.first().map(|at| {
        let on = of.zone.civil(at.since);
        super::birth((on.year, on.month, on.day), false)
    });
    vec![
        (word(key::FAMILY_NAME), person.family_name.clone()),
        (word(key::GIVEN_NAME), person.given_name.clone()),
        (word(key::TITLE), of.title.clone().unwrap_or_default()),
        (word(key::BORN), born(person, &of.zone)),
        (
            word(key::SEX_X),
            match person.sex {
                Sex::Unknown => String::new(),
                sex => lang::of_english(sex.words()),
            },
        ),
        (
            word(key::HEALTH_ID),
            if person.health_id.is_empty() {
                String::new()
            } else {
                person.health_id_grouped()
            },
        ),
        (
            word(key::LANGUAGE),
            of.language
                .as_deref()
                .map(language)
                .map(lang::of_english)
                .unwrap_or_default(),
        ),
        (
            word(key::MARITAL_STATUS),
            of.marital.map(|it| lang::of_english(it.words())).unwrap_or_default(),
        ),
        (
            word(key::BLOOD_GROUP),
            of.blood_group
                .map(|it| lang::of_english(it.words()))
                .unwrap_or_default(),
        ),
        (word(key::REGISTERED), since.unwrap_or_default()),
    ]
}

fn counts(held: &Held) -> Vec<(&'static str, String)> {
    let answer = |yes: bool| word(if yes { key::YES } else { key::NO }).to_owned();
    vec![
        (word(key::JOIN_LINES_ON_ALLERGIES), held.allergies.to_string()),
        (word(key::WARNINGS), held.flags.to_string()),
        (word(key::CONDITIONS), held.conditions.to_string()),
        (word(key::MEDICINES), held.medicines.to_string()),
        (word(key::OPERATIONS), held.surgeries.to_string()),
        (word(key::CONTACTS), held.contacts.to_string()),
        (word(key::JOIN_PAPERS), held.papers.to_string()),
        (word(key::JOIN_CARERS), held.carers.to_string()),
        (word(key::JOIN_LIMITS), held.limits.to_string()),
        (word(key::JOIN_DEVICE_OR_WARD), answer(held.has_device || held.has_ward)),
        (word(key::JOIN_HAS_PORTAL), answer(held.has_portal)),
    ]
}

/// Why a record cannot lead to another; empty when it can.
fn hinders(held: &Held) -> Option<&'static str> {
    let why = match held {
        Held { is_inactive: true, .. } => key::JOIN_OTHER_INACTIVE,
        Held { is_joined: true, .. } => key::JOIN_OTHER_JOINED,
        Held { has_device: true, .. } => key::JOIN_OTHER_DEVICE,
        Held { has_ward: true, .. } => key::JOIN_OTHER_WARD,
        Held { has_portal: true, .. } => key::JOIN_OTHER_PORTAL,
        Held { hides: true, .. } => key::JOIN_OTHER_HIDES,
        _ => return None,
    };
    Some(word(why))
}

fn choose(this: &Identity, other: &Identity, [of_this, of_other]: [&Held; 2]) -> AnyView {
    let choice = |stays: &Identity, stays_held: &Held, leads: &Held| {
        let words = tell(say::join_stays(stays.person.hospital_number.as_str()));
        let hindered = if stays_held.is_inactive {
            Some(word(key::JOIN_THIS_INACTIVE))
        } else {
            hinders(leads)
        };
        let note = match hindered {
            Some(why) => tell(say::join_cannot(why)),
            None => tell(say::join_leads(stays.person.staff_name())),
        };
        (
            hindered.is_some(),
            Choice::new(stays.person.id.to_string(), words).note(note),
        )
    };
    let both = [choice(this, of_this, of_other), choice(other, of_other, of_this)];
    let none = both.iter().all(|(hindered, _)| *hindered);
    let choices = both
        .into_iter()
        .map(|(hindered, choice)| Choice {
            disabled: hindered,
            ..choice
        })
        .collect();
    let question = Question::new("stays", word(key::JOIN_WHICH_STAYS)).error(fault("stays"));
    let (here, with) = (routes::join_of(this.person.id), other.person.id.to_string());
    let again = here.clone();
    let form = match none {
        true => view! { <p>{word(key::JOIN_NEITHER)}</p> }.into_any(),
        false => view! {
            <RadioGroup question=question choices=choices chosen=typed("stays").unwrap_or_default()/>
            <Text name="reason" label=word(key::JOIN_WHY) hint=word(key::JOIN_WHY_HINT) most=500/>
            <p class="quiet">{word(key::JOIN_WHAT_IS_SHOWN)}</p>
            <div class="form__end">
                <Button look=Look::Primary>{word(key::JOIN_DO)}</Button>
                <Link href=again reach=Reach::Alone>{word(key::JOIN_WITH_ANOTHER)}</Link>
            </div>
        }
        .into_any(),
    };
    view! {
        <Card title=word(key::JOIN_THEM) id="join">
            <Form class="card__body form" action=here hidden=vec![("act", "join".to_owned()), ("with", with)]>
                {form}
            </Form>
        </Card>
    }
    .into_any()
}

fn before(id: PatientId, history: Vec<Joined>) -> AnyView {
    let rows = history
        .into_iter()
        .map(|joined| {
            let what = format!("{} · {}", joined.number, joined.name);
            let now = match joined.undone {
                Some((at, by, why)) => {
                    view! { {weave(say::join_taken_apart(Arg::hole(0)), [written(at, by)])}<br/><span class="quiet">{why}</span> }.into_any()
                }
                None => apart(id, &joined.id.to_string(), &what, joined.written_since),
            };
            view! {
                <tr>
                    <th scope="row">{what}</th>
                    <td data-head=word(key::JOIN_JOINED)>{written(joined.at, joined.by)}</td>
                    <td data-head=word(key::WHY)>{joined.reason}</td>
                    <td>{now}</td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    let heads = [
        word(key::RECORD),
        word(key::JOIN_JOINED),
        word(key::WHY),
        word(key::NOW),
    ]
    .map(Head::words)
    .to_vec();
    view! { <Card title=word(key::JOIN_HISTORY) id="joined"><Table caption=word(key::JOIN_HISTORY_CAPTION) heads=heads>{rows}</Table></Card> }.into_any()
}

fn apart(id: PatientId, joined: &str, what: &str, since: i64) -> AnyView {
    let (label, of) = (tell(say::join_apart_what(what)), Of("id", joined.to_owned()));
    let means = tell(say::join_apart_means(since));
    let hidden = vec![("act", "apart".to_owned()), ("id", joined.to_owned())];
    let open = of.came_back();
    view! {
        <Confirm verb=word(key::JOIN_APART) label=label open=open>
            <Form class="confirm__form" action=routes::join_of(id) hidden=hidden>
                <p>{means}</p>
                <Line name="because" label=word(key::JOIN_APART_WHY) least=10 most=500 of=of/>
                <Button look=Look::Inverse class="btn--small">{word(key::JOIN_APART_DO)}</Button>
            </Form>
        </Confirm>
    }
    .into_any()
}
