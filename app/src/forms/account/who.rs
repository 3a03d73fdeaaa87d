//! Who somebody is: in the hospital, and by their chart.

use domain::identity::contact::Profile;
use domain::patients::{Person, Sex};
use domain::time::Moment;
use hospital::identity::Workplace;
use hospital::patients::corrections::Own;
use leptos::prelude::*;
use ui::lang::{Arg, key, say, tell, weave, word};
use ui::{Button, Card, Chip, Facts, Form, Known, Time, TimeStyle};

use crate::forms::parts::{Act, Text};
use crate::routes;
use crate::widgets::patient_banner::health_id;

/// Name, role, number and sign-in.
pub(super) fn here(profile: &Profile, roles: String, hospital: String, employee_id: Option<String>) -> AnyView {
    let (name, login) = (
        profile.name.clone(),
        [profile.email.clone(), profile.sign_in_phone.clone()],
    );
    let number = employee_id.map(|id| view! { <Known what=word(key::EMPLOYEE_ID) code=true>{id}</Known> }.into_any());
    let means = match number {
        Some(_) => word(key::NAME_STANDS_STAFF),
        None => word(key::NAME_STANDS),
    };
    view! {
        <Card title=word(key::WHO_YOU_ARE_HERE) id="who-you-are">
            <div class="card__body stack">
                <Facts>
                    <Known what=word(key::NAME)>{name}</Known>
                    <Known what=word(key::ROLE)>{roles}</Known>
                    <Known what=word(key::PLACE_HOSPITAL)>{hospital}</Known>
                    {number}
                    <Known what=word(key::SIGN_IN_NOUN)>{login.into_iter().flatten().collect::<Vec<_>>().join(", ")}</Known>
                </Facts>
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
                true => view! { <Chip look="line" icon="check">{word(key::YOU_ARE_HERE)}</Chip> }.into_any(),
                false => {
                    let fields = vec![("hospital", place.hospital.to_string())];
                    let label = tell(say::go_there_to(place.name.as_str()));
                    view! { <Act action=routes::WORK_IN fields=fields verb=word(key::GO_THERE) label=label/> }
                        .into_any()
                }
            };
            view! { <li class="agreed"><b class="agreed__what">{place.name}</b>{act}</li> }.into_any()
        })
        .collect_view();
    view! {
        <Card title=word(key::WHERE_YOU_WORK) id="workplaces">
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
            <p>{weave(say::wrong_asked(Arg::hole(0)), [time(at)])}</p>
        }
        .into_any(),
        (_, looked) => {
            let looked = looked.map(|at| {
                view! {
                    <p>{weave(say::wrong_done(Arg::hole(0)), [time(at)])}</p>
                }
                .into_any()
            });
            view! {
                {looked}
                <Form action=routes::MY_CORRECTION>
                    <Text name="words" label=word(key::SOMETHING_WRONG) hint=word(key::SOMETHING_WRONG_HINT) most=400/>
                    <div class="form__end"><Button>{word(key::TELL_HOSPITAL)}</Button></div>
                </Form>
            }
            .into_any()
        }
    };
    let (gender, number) = (gender(&person), health_id(&person));
    view! {
        <Card title=word(key::WHO_IN_CHART) id="chart">
            <div class="card__body stack">
                <Facts>
                    <Known what=word(key::GIVEN_NAME)>{person.given_name}</Known>
                    <Known what=word(key::FAMILY_NAME)>{person.family_name}</Known>
                    <Known what=word(key::DATE_OF_BIRTH)>{ui::time::date(year, month, day)}</Known>
                    <Known what=word(key::GENDER)>{gender}</Known>
                    <Known what=word(key::HEALTH_ID) code=true>{number}</Known>
                </Facts>
                {ask}
            </div>
        </Card>
    }
    .into_any()
}

fn time(at: Moment) -> AnyView {
    view! { <Time at=Signal::stored(Some(at)) style=TimeStyle::DateClock/> }.into_any()
}

fn gender(person: &Person) -> &'static str {
    match person.sex {
        Sex::Female => word(key::FEMALE),
        Sex::Male => word(key::MALE),
        Sex::Other => word(key::OTHER),
        Sex::Unknown => word(key::NOT_RECORDED),
    }
}
