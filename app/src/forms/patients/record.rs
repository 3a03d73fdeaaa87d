//! The record's first page: who a patient is, and where they are registered.

use domain::ids::PatientId;
use domain::patients::demographics::language;
use hospital::patients::identity::{Identity, RegisteredAt};
use leptos::prelude::*;
use ui::{Banner, Card, Chip, Fact, Head, LinkButton, Look, Table, Time, TimeStyle};

use super::born;
use crate::forms::parts::Said;
use crate::routes;

/// What else the reader may open from here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ways {
    /// The settings of the portal.
    pub portal: bool,
    /// Who treats them.
    pub care: bool,
}

/// The page.
pub fn page(identity: Identity, ways: Ways) -> AnyView {
    let Identity {
        person,
        title,
        language: code,
        marital,
        blood_group,
        hospitals,
        zone,
        may_read,
    } = identity;
    let id = person.id;
    let health_id = person.health_id_grouped();
    let facts = vec![
        Fact::new("Born", born(&person, &zone)).always(),
        Fact::new("Hospital no.", person.hospital_number.clone()).always(),
        Fact::new("Gender", person.sex.words()),
        Fact::new("Health ID", health_id.clone()),
    ];
    let open = |words: Option<String>, nothing: &str| words.unwrap_or_else(|| nothing.to_owned());
    view! {
        <Banner name=person.staff_name() title=title.clone().unwrap_or_default() place=links(id, may_read, ways) facts=facts warnings=vec![]/>
        <Said/>
        <div class="stack">
            <Card title="Who they are" id="identity">
                <div class="card__body">
                    <dl class="facts">
                        <dt>"Family name"</dt><dd>{person.family_name.clone()}</dd>
                        <dt>"Given name"</dt><dd>{person.given_name.clone()}</dd>
                        <dt>"Title"</dt><dd>{open(title, "None")}</dd>
                        <dt>"Born"</dt><dd>{born(&person, &zone)}</dd>
                        <dt>"Sex"</dt><dd>{person.sex.words()}</dd>
                        <dt>"Health id"</dt><dd class="code">{health_id}</dd>
                        <dt>"Language"</dt><dd>{open(code.as_deref().map(language).map(str::to_owned), "Not asked")}</dd>
                        <dt>"Marital status"</dt><dd>{open(marital.map(|it| it.words().to_owned()), "Not asked")}</dd>
                        <dt>"Blood group"</dt><dd>{open(blood_group.map(|it| it.words().to_owned()), "Not known")}</dd>
                    </dl>
                </div>
            </Card>
            <Card title="Registered" id="hospitals">{registered(hospitals)}</Card>
        </div>
    }
    .into_any()
}

fn links(id: PatientId, may_read: bool, ways: Ways) -> AnyView {
    let link = |shown: bool, href: String, words: &'static str| {
        shown.then(|| {
            view! { <LinkButton href=href look=Look::Quiet class="btn--small">{words}</LinkButton> }.into_any()
        })
    };
    view! {
        {link(may_read, routes::patient(id), "To the chart")}
        {link(ways.care, routes::care_team(id), "Care team")}
        {link(ways.portal, routes::portal_of(id), "Portal")}
    }
    .into_any()
}

fn registered(hospitals: Vec<RegisteredAt>) -> AnyView {
    let rows = hospitals
        .into_iter()
        .map(|at| {
            let standing = match at.is_inactive {
                true => view! { <Chip look="line">"No longer"</Chip> }.into_any(),
                false => view! { <Chip look="line">"Now"</Chip> }.into_any(),
            };
            view! {
                <tr>
                    <th scope="row">{at.hospital}</th>
                    <td data-head="Number" class="code">{at.number}</td>
                    <td data-head="Since"><Time at=Signal::stored(Some(at.since)) style=TimeStyle::DateClock/></td>
                    <td data-head="Patient there">{standing}</td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    let heads = ["Hospital", "Number", "Since", "Patient there"]
        .map(Head::words)
        .to_vec();
    view! { <Table caption="Where they are registered" heads=heads>{rows}</Table> }.into_any()
}
