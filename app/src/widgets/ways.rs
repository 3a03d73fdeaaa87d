//! The ways within what is known of one patient, as tabs under the banner: the chart, the record, who treats them, their portal.

use domain::ids::PatientId;
use hospital::patients::Ways;
use leptos::prelude::*;
use ui::lang::{key, word};
use ui::{Tab, Tabs};

use super::gather::part;
use crate::api::ask;
use crate::routes;

/// The tabs; nothing where there is one way only. `open` is the address of the page.
pub fn tabs(patient: PatientId, may: Ways, open: String) -> AnyView {
    let tabs: Vec<Tab> = [
        (may.chart, routes::patient(patient), word(key::CHART)),
        (may.record, routes::record_of(patient), word(key::RECORD)),
        (may.dialysis, routes::dialysis_of(patient), word(key::DIALYSIS)),
        (may.care, routes::care_team(patient), word(key::CARE_TEAM)),
        (may.portal, routes::portal_of(patient), word(key::PORTAL)),
        (may.merge, routes::join_of(patient), word(key::JOIN_ANOTHER_RECORD)),
    ]
    .into_iter()
    .filter(|(may, ..)| *may)
    .map(|(_, href, word)| Tab::new(href, word))
    .collect();
    match tabs.len() {
        0 | 1 => ().into_any(),
        _ => view! { <Tabs label=word(key::THIS_PATIENT) tabs=tabs open=open/> }.into_any(),
    }
}

/// The tabs of a page that moves: who may open what is asked while it is drawn. Where that did not load it says so in their place.
#[component]
pub fn OfChart(patient: PatientId) -> impl IntoView {
    let asked = ask(async move {
        let ctx = crate::door::enter()?;
        crate::door::ask_quietly(async move { hospital::patients::ways(&ctx, patient).await }).await
    });
    part(word(key::WAYS_OF_THE_PATIENT), asked, move |ways| {
        tabs(patient, ways, routes::patient(patient))
    })
}
