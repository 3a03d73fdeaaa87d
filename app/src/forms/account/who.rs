//! Who somebody is: in the hospital, and by their chart.

use domain::identity::contact::Profile;
use domain::patients::{Person, Sex};
use hospital::identity::Workplace;
use hospital::patients::corrections::Own;
use leptos::prelude::*;
use ui::{Button, Card, Chip, Time, TimeStyle};

use crate::forms::parts::{Act, Text};
use crate::routes;

/// Name, role, number and sign-in.
pub(super) fn here(profile: &Profile, roles: String, hospital: String, employee_id: Option<String>) -> AnyView {
    let (name, login) = (
        profile.name.clone(),
        [profile.email.clone(), profile.sign_in_phone.clone()],
    );
    let number = employee_id.map(|id| view! { <dt>"Employee id"</dt><dd class="code">{id}</dd> }.into_any());
    let means = match number {
        Some(_) => "Your name stands on what you do here. An admin of your hospital can write it anew.",
        None => "Your name stands on what you do here.",
    };
    view! {
        <Card title="Who you are here" id="who-you-are">
            <div class="card__body">
                <dl class="facts">
                    <dt>"Name"</dt><dd>{name}</dd>
                    <dt>"Role"</dt><dd>{roles}</dd>
                    <dt>"Hospital"</dt><dd>{hospital}</dd>
                    {number}
                    <dt>"Sign-in"</dt><dd>{login.into_iter().flatten().collect::<Vec<_>>().join(", ")}</dd>
                </dl>
                <p class="quiet">{means}</p>
            </div>
        </Card>
    }
    .into_any()
}

/// The hospitals in which they have a role, and the way from one to the other.
pub(super) fn workplaces(workplaces: Vec<Workplace>) -> AnyView {
    let rows = workplaces
        .into_iter()
        .map(|place| {
            let act = match place.is_here {
                true => view! { <Chip look="line" icon="check">"You are here"</Chip> }.into_any(),
                false => {
                    let fields = vec![("hospital", place.hospital.to_string())];
                    let label = format!("Go there: {}", place.name);
                    view! { <Act action=routes::WORK_IN fields=fields verb="Go there" label=label/> }.into_any()
                }
            };
            view! { <li class="agreed"><b class="agreed__what">{place.name}</b>{act}</li> }.into_any()
        })
        .collect_view();
    view! {
        <Card title="Where you work" id="workplaces">
            <div class="card__body"><ul class="stack">{rows}</ul></div>
        </Card>
    }
    .into_any()
}

/// Name, date of birth and gender as the chart has them, and the way to say that they are wrong.
pub(super) fn chart(own: Own) -> AnyView {
    let Own {
        person,
        asked_at,
        done_at,
    } = own;
    let (year, month, day) = person.born_on;
    let ask = match (asked_at, done_at) {
        (Some(at), None) => view! {
            <p>"You wrote on "<Time at=Signal::stored(Some(at)) style=TimeStyle::DateClock/>" that something here is wrong. The hospital has yet to look at it."</p>
        }
        .into_any(),
        (_, looked) => {
            let looked = looked.map(|at| {
                view! {
                    <p>"The hospital looked at what you wrote on "<Time at=Signal::stored(Some(at)) style=TimeStyle::DateClock/>"."</p>
                }
                .into_any()
            });
            view! {
                {looked}
                <form class="form" method="post" action=routes::MY_CORRECTION>
                    <Text name="words" label="Something here is wrong" hint="Write what it is, and what would be right. The reception may ask you to show something that says so." most=400/>
                    <div class="form__end"><Button>"Tell the hospital"</Button></div>
                </form>
            }
            .into_any()
        }
    };
    view! {
        <Card title="Who you are in your chart" id="chart">
            <div class="card__body stack">
                <dl class="facts">
                    <dt>"Given name"</dt><dd>{person.given_name.clone()}</dd>
                    <dt>"Family name"</dt><dd>{person.family_name.clone()}</dd>
                    <dt>"Date of birth"</dt><dd>{format!("{day} {} {year}", ui::time::month(month))}</dd>
                    <dt>"Gender"</dt><dd>{gender(&person)}</dd>
                    <dt>"Health id"</dt><dd class="code">{person.health_id_grouped()}</dd>
                </dl>
                {ask}
            </div>
        </Card>
    }
    .into_any()
}

const fn gender(person: &Person) -> &'static str {
    match person.sex {
        Sex::Female => "Female",
        Sex::Male => "Male",
        Sex::Other => "Other",
        Sex::Unknown => "Not recorded",
    }
}
