//! The patients: the reader's own and why each is, and for reception those of the hospital. A search is posted and comes back under a sealed address.
//!
//! | file | page |
//! | --- | --- |
//! | `mod.rs` | the list |
//! | `register.rs` | registering: the form, and who may be the same |
//! | `record.rs` | who a patient is, with a card for each part of the record |
//! | `identity.rs` | changing who they are |
//! | `join.rs` | joining two records of one person, and taking them apart |
//! | `papers.rs` | identity documents and insurance |
//! | `contacts.rs` | how they are reached: the card, and adding one |
//! | `allergies.rs`, `conditions.rs`, `medicines.rs` | what they do not bear, live with, take, and what was operated |

pub mod allergies;
pub mod conditions;
pub mod contacts;
pub mod identity;
pub mod join;
mod lines;
pub mod medicines;
pub mod papers;
pub mod record;
pub mod register;

use domain::patients::{Person, Sex};
use domain::time::Zone;
use hospital::patients::{Found, Ground, How, Listed, MyPatient, Next, PatientList};
use leptos::prelude::*;
use ui::{Button, Card, Chip, Empty, Head, LinkButton, Look, Now, PageHead, Pager, Table, Time, TimeStyle};

use super::parts::{Line, Said};
use crate::routes;

/// The page.
pub fn page(list: PatientList) -> AnyView {
    let PatientList {
        mine,
        found,
        zone,
        may_register,
        typed,
    } = list;
    let title = if found.is_some() { "Patients" } else { "My patients" };
    let asked = !typed.is_empty();
    let register = may_register.then(|| {
        view! { <LinkButton href=routes::PATIENT_REGISTER look=Look::Primary icon="plus">"Register a patient"</LinkButton> }
            .into_any()
    });
    let hint = match found.is_some() {
        true => "Name, number, health id or date of birth, such as Okafor 1943.",
        false => "Among your patients: name, number or date of birth.",
    };
    let all = asked.then(|| view! { <a class="link link--alone" href=routes::PATIENTS>"Show all"</a> }.into_any());
    let found = found.map(|found| of_hospital(found, &zone, asked));
    let mine = mine.map(|mine| own(mine, &zone, asked));
    view! {
        <PageHead title=title>{register}</PageHead>
        <Said/>
        <form class="form search" role="search" method="post" action=routes::PATIENTS>
            <Line name="words" label="Find a patient" kind="search" value=typed hint=hint/>
            <div class="form__end"><Button icon="search">"Find"</Button>{all}</div>
        </form>
        {mine}
        {found}
    }
    .into_any()
}

/// Those that are the reader's own.
fn own(mine: Vec<MyPatient>, zone: &Zone, asked: bool) -> AnyView {
    let list = match (mine.is_empty(), asked) {
        (true, true) => view! { <Empty icon="search" title="None of yours" text="Check the spelling, or try fewer letters. Who is not your patient is not found here."/> }.into_any(),
        (true, false) => view! { <Empty icon="person" title="Nobody now" text="Whom you treat, who lies on a ward where you are on duty, who is on a device of yours, whom you opened in an emergency and who lets your hospital read their record stands here."/> }.into_any(),
        (false, _) => {
            let rows = mine.into_iter().map(|mine| own_row(mine, zone)).collect_view();
            let heads = ["Patient", "Born", "Number", "Why you may read"].map(Head::words).to_vec();
            view! { <Table caption="My patients" heads=heads>{rows}</Table> }.into_any()
        }
    };
    view! { <Card title="Whom you may read" id="mine">{list}</Card> }.into_any()
}

fn own_row(MyPatient { person, grounds }: MyPatient, zone: &Zone) -> AnyView {
    let grounds = grounds.into_iter().map(ground).collect_view();
    view! {
        <tr>
            <th scope="row"><a href=routes::patient(person.id)>{person.staff_name()}</a></th>
            <td data-head="Born">{born(&person, zone)}</td>
            <td data-head="Number" class="code">{person.hospital_number}</td>
            <td data-head="Why you may read"><div class="cluster">{grounds}</div></td>
        </tr>
    }
    .into_any()
}

fn ground(ground: Ground) -> AnyView {
    match ground {
        Ground::Treats => view! { <Chip look="line">"You treat them"</Chip> }.into_any(),
        Ground::Ward(name) => view! { <Chip look="line">{format!("On your ward, {name}")}</Chip> }.into_any(),
        Ground::Device(name) => view! { <Chip look="line">{format!("On {name}")}</Chip> }.into_any(),
        Ground::Opened(until) => view! {
            <span>"Opened in an emergency, until "<Time at=Signal::stored(Some(until)) style=TimeStyle::DateClock/></span>
        }
        .into_any(),
        Ground::LetIn => view! { <Chip look="line">"Lets your hospital read"</Chip> }.into_any(),
    }
}

/// Those of the hospital, or who was found there.
fn of_hospital(found: Found, zone: &Zone, asked: bool) -> AnyView {
    let Found { rows, how, next } = found;
    let (title, note) = match how {
        How::Recent => ("Patients of the hospital", "Registered last first"),
        How::Number => ("Found by number", ""),
        How::Names => ("Found", ""),
        How::Alike => ("Perhaps you mean", "No name begins so; these are alike"),
    };
    let count = rows.len();
    let list = match (rows.is_empty(), asked) {
        (true, true) => view! { <Empty icon="search" title="Nobody found" text="Check the spelling, try fewer letters, or look for the date of birth. Who is not found anywhere can be registered."/> }.into_any(),
        (true, false) => view! { <Empty icon="people" title="No patients yet" text="Who is registered here stands in this list."/> }.into_any(),
        (false, _) => {
            let rows = rows.into_iter().map(|row| row_of(row, zone)).collect_view();
            let heads = ["Patient", "Born", "Sex", "Number", "Health id", "Where"].map(Head::words).to_vec();
            view! { <Table caption="Patients of the hospital" heads=heads>{rows}</Table> }.into_any()
        }
    };
    let next = next.map(|next| match next {
        Next::Before(at, patient) => routes::patients_before(at, patient),
        Next::Sealed(question) => routes::patients_sought(&question),
    });
    let pager = (count > 0 && (next.is_some() || how == How::Recent)).then(|| {
        let shown = if count == 1 {
            "1 patient".to_owned()
        } else {
            format!("{count} patients")
        };
        view! { <Pager label="Pages of patients" shown=shown next=next.unwrap_or_default()/> }.into_any()
    });
    view! { <Card title=title id="found" note=note.to_owned()>{list}{pager}</Card> }.into_any()
}

fn row_of(row: Listed, zone: &Zone) -> AnyView {
    let Listed {
        person,
        is_inactive,
        ward,
        joined,
        ..
    } = row;
    let joined = (!joined.is_empty())
        .then(|| view! { <br/><span class="quiet">{format!("Also {}", joined.join(", "))}</span> }.into_any());
    let place = match (is_inactive, ward) {
        (true, _) => view! { <Chip look="line">"No longer a patient here"</Chip> }.into_any(),
        (false, Some(ward)) => ward.into_any(),
        (false, None) => view! { <span class="quiet">"On no ward"</span> }.into_any(),
    };
    view! {
        <tr>
            <th scope="row"><a href=routes::record_of(person.id)>{person.staff_name()}</a></th>
            <td data-head="Born">{born(&person, zone)}</td>
            <td data-head="Sex">{person.sex.words()}</td>
            <td data-head="Number" class="code">{person.hospital_number.clone()}{joined}</td>
            <td data-head="Health id" class="code">{person.health_id_grouped()}</td>
            <td data-head="Where">{place}</td>
        </tr>
    }
    .into_any()
}

/// `12 Aug 1943 (83 y)`; `about 1943 (83 y)` when only the year is known.
pub(super) fn born(person: &Person, zone: &Zone) -> String {
    let now = use_context::<Now>().map(Now::get_untracked).unwrap_or_default();
    let years = person.age(zone.civil(now));
    format!("{} ({years} y)", birth(person.born_on, person.year_only))
}

/// The day, or the year when that is all that is known.
pub(super) fn birth((year, month, day): (i32, u8, u8), year_only: bool) -> String {
    match year_only {
        true => format!("about {year}"),
        false => format!("{day} {} {year}", ui::time::month(month)),
    }
}

/// The answers of a choice of sex; not known first.
fn sexes() -> Vec<(String, String)> {
    [Sex::Unknown, Sex::Female, Sex::Male, Sex::Other]
        .map(|sex| (sex.name().to_owned(), sex.words().to_owned()))
        .into()
}
