//! The hospital today, in figures and without patients: beds by ward, devices heard, accounts by role.

use domain::actor::Role;
use domain::organisation::{HospitalToday, WardToday};
use leptos::prelude::*;
use leptos_meta::Title;
use ui::lang::{Arg, key, say, tell, weave, word};
use ui::{BedKey, BedRow, BedState, Card, Head, Meter, PageHead, StatTile, StatTiles, Table, Time, TimeStyle};

use super::breaks::Breaks;
use super::desks::{self, Desks};
use crate::api::ask;
use crate::api::organisation::today;
use crate::portals::role_in_words;
use crate::widgets::frame::Frame;
use crate::widgets::gather::gather;

/// The page.
#[component]
pub fn HospitalPage() -> impl IntoView {
    gather(ask(today()), |today| view! { <Today today=today/> }.into_any())
}

#[component]
fn Today(today: HospitalToday) -> impl IntoView {
    let page = page(today, view! { <Breaks/> }.into_any());
    view! {
        <Title text=tell(say::page_title(word(key::PLACE_TODAY)))/>
        <Frame>{page}</Frame>
    }
}

/// All that stands in the frame, with where it will break next. The gallery draws it too, of a hospital that stands still.
pub(crate) fn page(today: HospitalToday, breaks: AnyView) -> AnyView {
    let beds: usize = today.wards.iter().map(|ward| ward.beds.len()).sum();
    let taken = today
        .wards
        .iter()
        .flat_map(|ward| &ward.beds)
        .filter(|taken| **taken)
        .count();
    let (devices, heard) = today.devices;
    let people: u32 = today.accounts.iter().map(|(_, count)| count).sum();
    let at = Signal::stored(Some(today.rendered_at));
    let silent = devices.saturating_sub(heard);
    let devices_say = match silent {
        0 => word(key::EVERY_DEVICE_WAS_HEARD).to_string(),
        more => tell(say::devices_silent(more)),
    };
    let free = match beds - taken {
        0 => word(key::NO_BED_IS_FREE).to_owned(),
        more => tell(say::beds_are_free(more)),
    };
    let meter = |part: f32, all: f32, says: &str| {
        let part = if all > 0.0 { part / all } else { 0.0 };
        view! { <Meter part=part says=says.to_owned()/> }.into_any()
    };
    let (beds_meter, devices_meter) = (
        meter(taken as f32, beds as f32, &free),
        meter(heard as f32, devices as f32, &devices_say),
    );
    view! {
        <div class="page">
            <PageHead title=word(key::PLACE_TODAY) context=today.name.clone()>
                <span class="second">{weave(say::as_of(Arg::hole(0)), [view! { <Time at=at style=TimeStyle::Seconds/> }.into_any()])}</span>
            </PageHead>
            <StatTiles>
                <StatTile label=word(key::BEDS_TAKEN) value=taken.to_string() unit=tell(say::of_count(beds)) chart=beds_meter>{free.clone()}</StatTile>
                <StatTile label=word(key::DEVICES_HEARD) value=heard.to_string() unit=tell(say::of_count(devices)) chart=devices_meter>{devices_say.clone()}</StatTile>
                <StatTile label=word(key::ACCOUNTS) value=people.to_string() unit=word(key::PEOPLE_WITHIN)>{word(key::WHO_MAY_SIGN_IN)}</StatTile>
            </StatTiles>
            {breaks}
            <Beds wards=today.wards/>
            <Desks title=word(key::PEOPLE_AND_RIGHTS) id="desks" desks=&desks::PEOPLE/>
            <Desks title=word(key::HOSPITAL_AND_MACHINES) id="house-desks" desks=&desks::HOUSE/>
            <Accounts accounts=today.accounts/>
        </div>
    }
    .into_any()
}

/// Every bed as a square: what a page of figures hides is seen at once.
#[component]
fn Beds(wards: Vec<WardToday>) -> impl IntoView {
    let state = |taken: bool| if taken { BedState::Used } else { BedState::Free };
    let rows = wards
        .into_iter()
        .map(|WardToday { ward, beds }| {
            let beds = beds.into_iter().map(state).collect::<Vec<_>>();
            view! { <BedRow ward=ward.name beds=beds/> }.into_any()
        })
        .collect_view();
    let shapes = view! { <BedKey states=vec![BedState::Used, BedState::Free]/> }.into_any();
    view! { <Card title=word(key::BEDS) id="beds" tools=shapes><div class="card__body stack">{rows}</div></Card> }
}

#[component]
fn Accounts(accounts: Vec<(String, u32)>) -> impl IntoView {
    let heads = vec![Head::words(word(key::ROLE)), Head::number(word(key::PLACE_PEOPLE))];
    let rows = accounts
        .into_iter()
        .map(|(role, count)| {
            let role = Role::parse(&role).map_or(role, |role| role_in_words(role).into());
            view! { <tr><th scope="row">{role}</th><td class="num">{count}</td></tr> }.into_any()
        })
        .collect_view();
    view! { <Card title=word(key::ACCOUNTS) id="accounts"><Table caption=word(key::ACCOUNTS_BY_ROLE) heads=heads>{rows}</Table></Card> }
}
