//! The hospital today, in figures and without patients: beds by ward, devices heard, accounts by role.

use domain::actor::Role;
use domain::organisation::{HospitalToday, WardToday};
use leptos::prelude::*;
use leptos_meta::Title;
use ui::{Card, Head, PageHead, Table, Time, TimeStyle};

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
        0 => "Every device was heard in the last ten seconds.".to_string(),
        1 => "1 device is silent.".to_string(),
        more => format!("{more} devices are silent."),
    };
    view! {
        <Title text="Today · Wardlight"/>
        <Frame>
            <div class="page">
                <PageHead title="Today" context=today.name.clone()>
                    <span class="second">"As of "<Time at=at style=TimeStyle::Seconds/></span>
                </PageHead>
                <div class="home">
                    <Stat label="Beds taken" value=taken.to_string() unit=format!("of {beds}") sentence=free(beds, taken)/>
                    <Stat label="Devices heard" value=heard.to_string() unit=format!("of {devices}") sentence=devices_say/>
                    <Stat label="Accounts" value=people.to_string() unit="people" sentence="Who may sign in to this hospital, staff and patients."/>
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
        0 => "No bed is free.".into(),
        1 => "1 bed is free.".into(),
        more => format!("{more} beds are free."),
    }
}

#[component]
fn Stat(
    label: &'static str,
    value: String,
    #[prop(into)] unit: String,
    #[prop(into)] sentence: String,
) -> impl IntoView {
    view! {
        <section class="card stat" aria-label=label>
            <span class="stat__label">{label}</span>
            <span class="stat__value">{value}" "<span class="stat__unit">{unit}</span></span>
            <span class="stat__sentence">{sentence}</span>
        </section>
    }
}

#[component]
fn Wards(wards: Vec<WardToday>) -> impl IntoView {
    let heads = vec![
        Head::words("Ward"),
        Head::number("Beds"),
        Head::number("Taken"),
        Head::number("Free"),
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
    view! { <Card title="Wards" id="wards"><Table caption="Beds by ward" heads=heads>{rows}</Table></Card> }
}

#[component]
fn Accounts(accounts: Vec<(String, u32)>) -> impl IntoView {
    let heads = vec![Head::words("Role"), Head::number("People")];
    let rows = accounts
        .into_iter()
        .map(|(role, count)| {
            let role = Role::parse(&role).map_or(role, |role| role_in_words(role).into());
            view! { <tr><th scope="row">{role}</th><td class="num">{count}</td></tr> }.into_any()
        })
        .collect_view();
    view! { <Card title="Accounts" id="accounts"><Table caption="Accounts by role" heads=heads>{rows}</Table></Card> }
}

/// What an administrator keeps in order: each page in one line.
#[component]
fn Desks() -> impl IntoView {
    let rows = routes::ADMIN_DESKS
        .into_iter()
        .map(|(path, title, about)| {
            view! { <li><a href=path rel="external"><b>{title}</b><span class="quiet">{about}</span></a></li> }
                .into_any()
        })
        .collect_view();
    view! { <Card title="People and rights" id="desks"><ul class="desks">{rows}</ul></Card> }
}
