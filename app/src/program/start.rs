//! The browser's entries. Each reads what the page carries, makes the same signals from it as the server did, and takes over the parts of the page.

use domain::live::Topic;
use leptos::prelude::*;
use leptos::tachys::view::Position;
use ui::{Now, Toasts, effect};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::carried::{self, Found};
use super::{Bedside, Live, Mine, Reader, Record, WardNow, draw_over};
use crate::live;
use crate::widgets::bed_board::Order;
use crate::widgets::{day_chart, ears, favicon, hydrated};

/// The program of the ward and of a patient's chart.
pub fn start_ward() {
    let now = begin();
    Toasts::provide();
    match carried::find("record") {
        Some(Found::Ward(board, by_bed)) => {
            let order = if by_bed { Order::Bed } else { Order::Need };
            now.stand(board.rendered_at);
            let topic = Topic::Ward(board.ward);
            let ward = WardNow::new(board, order);
            live::follow(topic, ward.store, now);
            let (titled, marked) = (ward.clone(), ward.clone());
            tell(move || titled.title(), move || marked.alarms());
            take_over(&ward);
        }
        Some(Found::Chart(record)) => {
            let patient = record.patient;
            let chart = Bedside::new(*record);
            live::follow(Topic::Patient(patient), chart.store, now);
            let (titled, marked) = (chart.clone(), chart.clone());
            tell(move || titled.title(), move || marked.alarms());
            day_chart::follow(patient, now);
            take_over(&chart);
        }
        None => {}
    }
}

/// The program of the patient's own page.
pub fn start_portal() {
    let now = begin();
    if let Some(record) = carried::find::<Record>("record") {
        let topic = Topic::Patient(record.patient);
        let mine = Mine::new(record);
        live::follow(topic, mine.store, now);
        take_over(&mine);
    }
}

/// What every part finds in its context.
fn begin() -> Now {
    leptos::mount::hydrate_islands();
    let reader = carried::find::<Reader>("reader");
    let rendered_at = reader.as_ref().map(|reader| reader.rendered_at).unwrap_or_default();
    let now = Now::provide(rendered_at);
    now.start();
    if let Some(reader) = reader {
        ui::lang::provide(reader.words.clone());
        ui::measured::provide(reader.fahrenheit);
        provide_context(StoredValue::new(reader.zone.clone()));
        provide_context(StoredValue::new(reader));
    }
    hydrated::provide();
    ears::listen(now);
    now
}

/// The title and the picture of the tab follow the alarms.
fn tell(title: impl Fn() -> String + 'static, alarms: impl Fn() -> bool + 'static) {
    effect(move || document().set_title(&title()));
    favicon::follow(alarms);
}

/// Every part of the page, each by its name.
fn take_over(live: &impl Live) {
    let Ok(parts) = document().query_selector_all("[data-part]") else {
        return;
    };
    for place in 0..parts.length() {
        let Some(element) = parts.item(place).and_then(|node| node.dyn_into::<HtmlElement>().ok()) else {
            continue;
        };
        let name = element.get_attribute("data-part").unwrap_or_default();
        let view = if name == "over" { draw_over() } else { live.draw(&name) };
        // It lives as long as the page: another page is another document.
        std::mem::forget(view.hydrate_from_position::<true>(&element, Position::FirstChild));
    }
}
