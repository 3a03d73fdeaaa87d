//! The hospital today, in figures and without patients: beds by ward, devices heard, accounts by role.

use domain::actor::Role;
use domain::organisation::{HospitalToday, WardToday};
use leptos::prelude::*;
use leptos_meta::Title;
use ui::lang::{Arg, key, say, tell, weave, word};
use ui::{Card, Head, Meter, PageHead, StatTile, StatTiles, Table, Time, TimeStyle};

use crate::api::ask;
use crate::api::organisation::today;
use crate::portals::role_in_words;
use crate::routes;
use crate::widgets::frame::Frame;
use crate::widgets::gather::gather;

/// The page.
#[component]
pub fn HospitalPage() -> impl IntoView {
    let figures = ask(|| (), |()| today());
    gather(figures, |today| view! { <Today today=today/> }.into_any())
}

#[component]
fn Today(today: HospitalToday) -> impl IntoView {
    let beds: u32 = today.wards.iter().map(|ward| ward.beds).sum();
    let taken: u32 = today.wards.iter().map(|ward| ward.taken).sum();
    let (devices, heard) = today.devices;
    let people: u32 = today.accounts.iter().map(|(_, count)| count).sum();
    let at = Signal::stored(Some(today.rendered_at));
    let silent = devices.saturating_sub(heard);
    let devices_say = match silent {
        0 => word(key::EVERY_DEVICE_WAS_HEARD).to_string(),
        more => tell(say::devices_silent(more)),
    };
    let beds_meter = meter(taken, beds, free(beds, taken));
    let devices_meter = meter(heard, devices, devices_say.clone());
    view! {
        <Title text=tell(say::page_title(word(key::PLACE_TODAY)))/>
        <Frame>
            <div class="page">
                <PageHead title=word(key::PLACE_TODAY) context=today.name.clone()>
                    <span class="second">{weave(say::as_of(Arg::hole(0)), [view! { <Time at=at style=TimeStyle::Seconds/> }.into_any()])}</span>
                </PageHead>
                <div class="home">
                    <div class="home__wide">
                        <StatTiles>
                            <StatTile label=word(key::BEDS_TAKEN) value=taken.to_string() unit=tell(say::of_count(beds)) chart=beds_meter>
                                {free(beds, taken)}
                            </StatTile>
                            <StatTile label=word(key::DEVICES_HEARD) value=heard.to_string() unit=tell(say::of_count(devices)) chart=devices_meter>
                                {devices_say}
                            </StatTile>
                            <StatTile label=word(key::ACCOUNTS) value=people.to_string() unit=word(key::PEOPLE_WITHIN)>
                                {word(key::WHO_MAY_SIGN_IN)}
                            </StatTile>
                        </StatTiles>
                    </div>
                    <div class="home__wide"><Desks/></div>
                    <div class="home__wide"><Wards wards=today.wards/></div>
                    <div class="home__wide"><Accounts accounts=today.accounts/></div>
                </div>
            </div>
        </Frame>
    }
}

fn free(beds: u32, taken: u32) -> String {
    match beds.saturating_sub(taken) {
        0 => word(key::NO_BED_IS_FREE).into(),
        more => tell(say::beds_are_free(more)),
    }
}

/// How many of how many, as a line: a reader hears the sentence beside it.
fn meter(part: u32, of: u32, says: String) -> AnyView {
    let part = part as f32 / of.max(1) as f32;
    view! { <Meter part=part says=says/> }.into_any()
}

#[component]
fn Wards(wards: Vec<WardToday>) -> impl IntoView {
    let heads = vec![
        Head::words(word(key::PLACE_WARD)),
        Head::number(word(key::BEDS)),
        Head::number(word(key::TAKEN)),
        Head::number(word(key::FREE)),
    ];
    let rows = wards
        .into_iter()
        .map(|ward| {
            let free = ward.beds.saturating_sub(ward.taken);
            view! {
                <tr>
                    <th scope="row">{ward.ward.name}</th>
                    <td class="num">{ward.beds}</td>
                    <td class="num">{ward.taken}</td>
                    <td class="num">{free}</td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    view! { <Card title=word(key::WARDS) id="wards"><Table caption=word(key::BEDS_BY_WARD) heads=heads>{rows}</Table></Card> }
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

/// What an administrator keeps in order: each page in one line.
#[component]
fn Desks() -> impl IntoView {
    let rows = routes::ADMIN_DESKS
        .into_iter()
        .map(|(path, title, about)| {
            view! { <li><a href=path rel="external"><b>{word(title)}</b><span class="quiet">{word(about)}</span></a></li> }
                .into_any()
        })
        .collect_view();
    view! { <Card title=word(key::PEOPLE_AND_RIGHTS) id="desks"><ul class="desks">{rows}</ul></Card> }
}
