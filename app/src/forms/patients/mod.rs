//! The patients: the reader's own and why each is, and for reception those of the hospital. A search is posted and comes back under a sealed address.
//!
//! | file | page |
//! | --- | --- |
//! | `mod.rs` | the list |
//! | `register.rs` | registering: the form, and who may be the same |
//! | `record.rs` | who a patient is, with a card for each part of the record |
//! | `banner.rs` | whose page it is, on each page of one patient |
//! | `identity.rs` | changing who they are |
//! | `news.rs` | what is new to the reader since they looked |
//! | `join.rs` | joining two records of one person, and taking them apart |
//! | `papers.rs` | identity documents and insurance |
//! | `contacts.rs` | how they are reached: the card, and adding one |
//! | `allergies.rs`, `flags.rs`, `conditions.rs`, `medicines.rs` | what they do not bear, what else must be known first, what they live with, take, and what was operated |

pub mod allergies;
pub(crate) mod banner;
pub mod conditions;
pub mod contacts;
pub mod flags;
pub mod identity;
pub mod join;
mod lines;
pub mod medicines;
pub(crate) mod news;
pub mod papers;
pub mod record;
pub mod register;

use domain::patients::{Person, Sex};
use domain::records::Dated;
use domain::time::{Civil, Zone};
use hospital::patients::{Found, Ground, How, Listed, MyPatient, Next, PatientList};
use leptos::prelude::*;
use ui::lang::{self, Arg, key, say, tell, weave, word};
use ui::{
    Button, Card, Chip, Empty, Form, Head, Link, LinkButton, Look, Now, PageHead, Pager, Reach, Table, Time, TimeStyle,
};

use super::parts::{Line, Said};
use crate::routes;
use crate::widgets::patient_banner::health_id;

/// The page.
pub fn page(list: PatientList) -> AnyView {
    let PatientList {
        mine,
        found,
        zone,
        may_register,
        typed,
    } = list;
    let title = if found.is_some() {
        word(key::PLACE_PATIENTS)
    } else {
        word(key::PLACE_MY_PATIENTS)
    };
    let asked = !typed.is_empty();
    let register = may_register.then(|| {
        view! { <LinkButton href=routes::PATIENT_REGISTER look=Look::Primary icon="plus">{word(key::REGISTER_A_PATIENT)}</LinkButton> }
            .into_any()
    });
    let hint = match found.is_some() {
        true => word(key::NAME_NUMBER_HEALTH_ID),
        false => word(key::AMONG_YOUR_PATIENTS_NAME),
    };
    let all =
        asked.then(|| view! { <Link href=routes::PATIENTS reach=Reach::Alone>{word(key::SHOW_ALL)}</Link> }.into_any());
    let found = found.map(|found| of_hospital(found, &zone, asked));
    let mine = mine.map(|mine| own(mine, &zone, asked));
    view! {
        <PageHead title=title>{register}</PageHead>
        <Said/>
        <Form class="form search" search=true action=routes::PATIENTS>
            <Line name="words" label=word(key::FIND_A_PATIENT) kind="search" value=typed hint=hint/>
            <div class="form__end"><Button icon="search">{word(key::FIND)}</Button>{all}</div>
        </Form>
        {mine}
        {found}
    }
    .into_any()
}

/// Those that are the reader's own.
fn own(mine: Vec<MyPatient>, zone: &Zone, asked: bool) -> AnyView {
    let list = match (mine.is_empty(), asked) {
        (true, true) => {
            view! { <Empty icon="search" title=word(key::NONE_OF_YOURS) text=word(key::CHECK_THE_SPELLING_OR)/> }
                .into_any()
        }
        (true, false) => {
            view! { <Empty icon="person" title=word(key::NOBODY_NOW) text=word(key::WHOM_YOU_TREAT_WHO)/> }.into_any()
        }
        (false, _) => {
            let rows = mine.into_iter().map(|mine| own_row(mine, zone)).collect_view();
            let heads = [
                word(key::ROLE_PATIENT),
                word(key::BORN),
                word(key::NUMBER),
                word(key::WHY_YOU_MAY_READ),
                word(key::NEWS),
            ]
            .map(Head::words)
            .to_vec();
            view! { <Table caption=word(key::PLACE_MY_PATIENTS) heads=heads>{rows}</Table> }.into_any()
        }
    };
    view! { <Card title=word(key::WHOM_YOU_MAY_READ) id="mine">{list}</Card> }.into_any()
}

fn own_row(mine: MyPatient, zone: &Zone) -> AnyView {
    let joined = also(&mine.joined_numbers());
    let MyPatient {
        person, grounds, news, ..
    } = mine;
    let news = news::mark(person.id, &news);
    let grounds = grounds.into_iter().map(ground).collect_view();
    view! {
        <tr>
            <th scope="row"><a href=routes::patient(person.id)>{person.staff_name()}</a></th>
            <td data-head=word(key::BORN)>{born(&person, zone)}</td>
            <td data-head=word(key::NUMBER) class="code">{person.hospital_number}{joined}</td>
            <td data-head=word(key::WHY_YOU_MAY_READ)><div class="cluster">{grounds}</div></td>
            <td data-head=word(key::NEWS)>{news}</td>
        </tr>
    }
    .into_any()
}

fn ground(ground: Ground) -> AnyView {
    match ground {
        Ground::Treats => view! { <Chip look="line">{word(key::YOU_TREAT_THEM)}</Chip> }.into_any(),
        Ground::Ward(name) => view! { <Chip look="line">{tell(say::on_your_ward(name))}</Chip> }.into_any(),
        Ground::Device(name) => view! { <Chip look="line">{tell(say::on_your_device(name))}</Chip> }.into_any(),
        Ground::Opened(until) => view! {
            <span>{weave(say::opened_until(Arg::hole(0)), [view! { <Time at=Signal::stored(Some(until)) style=TimeStyle::DateClock/> }.into_any()])}</span>
        }
        .into_any(),
        Ground::LetIn => view! { <Chip look="line">{word(key::LETS_YOUR_HOSPITAL_READ)}</Chip> }.into_any(),
    }
}

/// Those of the hospital, or who was found there.
fn of_hospital(found: Found, zone: &Zone, asked: bool) -> AnyView {
    let Found { rows, how, next } = found;
    let (title, note) = match how {
        How::Recent => (word(key::PATIENTS_OF_THE_HOSPITAL), word(key::REGISTERED_LAST_FIRST)),
        How::Number => (word(key::FOUND_BY_NUMBER), ""),
        How::Names => (word(key::FOUND), ""),
        How::Alike => (word(key::PERHAPS_YOU_MEAN), word(key::NO_NAME_BEGINS_SO)),
    };
    let count = rows.len();
    let list = match (rows.is_empty(), asked) {
        (true, true) => {
            view! { <Empty icon="search" title=word(key::NOBODY_FOUND) text=word(key::CHECK_THE_SPELLING_TRY)/> }
                .into_any()
        }
        (true, false) => {
            view! { <Empty icon="people" title=word(key::NO_PATIENTS_YET) text=word(key::WHO_IS_REGISTERED_HERE)/> }
                .into_any()
        }
        (false, _) => {
            let rows = rows.into_iter().map(|row| row_of(row, zone)).collect_view();
            let heads = [
                word(key::ROLE_PATIENT),
                word(key::BORN),
                word(key::SEX_X),
                word(key::NUMBER),
                word(key::HEALTH_ID),
                word(key::WHERE),
                word(key::NEWS),
            ]
            .map(Head::words)
            .to_vec();
            view! { <Table caption=word(key::PATIENTS_OF_THE_HOSPITAL) heads=heads>{rows}</Table> }.into_any()
        }
    };
    let next = next.map(|next| match next {
        Next::Before(at, patient) => routes::patients_before(at, patient),
        Next::Sealed(question) => routes::patients_sought(&question),
    });
    let pager = (count > 0 && (next.is_some() || how == How::Recent)).then(|| {
        let shown = tell(say::patients_shown(count));
        view! { <Pager label=word(key::PAGES_OF_PATIENTS) shown=shown next=next.unwrap_or_default()/> }.into_any()
    });
    view! { <Card title=title id="found" note=note.to_owned()>{list}{pager}</Card> }.into_any()
}

/// The numbers that lead to somebody's.
fn also(joined: &[String]) -> Option<AnyView> {
    let numbers = joined.join(word(key::LIST_COMMA));
    (!joined.is_empty()).then(|| view! { <br/><span class="quiet">{tell(say::join_also(numbers))}</span> }.into_any())
}

fn row_of(row: Listed, zone: &Zone) -> AnyView {
    let Listed {
        person,
        is_inactive,
        ward,
        news,
        joined,
        ..
    } = row;
    let news = news::mark(person.id, &news);
    let joined = also(&joined);
    let place = match (is_inactive, ward) {
        (true, _) => view! { <Chip look="line">{word(key::NO_LONGER_A_PATIENT)}</Chip> }.into_any(),
        (false, Some(ward)) => ward.into_any(),
        (false, None) => view! { <span class="quiet">{word(key::ON_NO_WARD)}</span> }.into_any(),
    };
    view! {
        <tr>
            <th scope="row"><a href=routes::record_of(person.id)>{person.staff_name()}</a></th>
            <td data-head=word(key::BORN)>{born(&person, zone)}</td>
            <td data-head=word(key::SEX_X)>{lang::of_english(person.sex.words())}</td>
            <td data-head=word(key::NUMBER) class="code">{person.hospital_number.clone()}{joined}</td>
            <td data-head=word(key::HEALTH_ID) class="code">{health_id(&person)}</td>
            <td data-head=word(key::WHERE)>{place}</td>
            <td data-head=word(key::NEWS)>{news}</td>
        </tr>
    }
    .into_any()
}

/// The day on which the page is drawn.
fn today(zone: &Zone) -> Civil {
    zone.civil(use_context::<Now>().map(Now::get_untracked).unwrap_or_default())
}

/// `12 Aug 1943 (83 y)`; `about 1943 (83 y)` when only the year is known.
pub(crate) fn born(person: &Person, zone: &Zone) -> String {
    let years = person.age(today(zone));
    match person.year_only {
        true => tell(say::born_about_and_years(person.born_on.0, years)),
        false => tell(say::born_and_years(birth(person.born_on, false), years)),
    }
}

/// The day, or the year when that is all that is known.
pub(crate) fn birth((year, month, day): (i32, u8, u8), year_only: bool) -> String {
    match year_only {
        true => tell(say::about_year(year)),
        false => tell(say::date_long(day, ui::time::month(month), year)),
    }
}

/// A day as far as it is known: `2019`, `May 2019`, `9 May 2019`.
pub(crate) fn dated(known: Dated) -> String {
    match (known.month, known.day) {
        (Some(month), Some(day)) => birth((known.year, month, day), false),
        (Some(month), None) => format!("{} {}", ui::time::month(month), known.year),
        _ => known.year.to_string(),
    }
}

/// The answers of a choice of sex; not known first.
fn sexes() -> Vec<(String, String)> {
    [Sex::Unknown, Sex::Female, Sex::Male, Sex::Other]
        .map(|sex| (sex.name().to_owned(), lang::of_english(sex.words())))
        .into()
}
