//! The browser's entries. Each reads what the page carries, makes the same signals from it as the server did, and takes over the parts of the page.
//!
//! A ward in one task would keep a phone from answering for a third of a second, so every part, and every bed, is taken over in a task of its own
//! (`crate::live::in_turn`). Until all of them are, nothing moves: the clock stands, the socket is closed, and what can be pressed comes last, because a part
//! must find what the server drew.

use domain::live::Topic;
use leptos::prelude::*;
use leptos::tachys::view::Position;
use ui::{Now, Toasts, effect};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::carried::{self, Found};
use super::{Bedside, Live, Mine, Reader, Record, WardNow, draw_over};
use crate::live::{self, Step, in_turn};
use crate::widgets::bed_board::{CARDS, Order};
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
            take_over(&ward);
            later(Box::new(move || {
                ward.keep_order(found(CARDS), now);
                live::follow(topic, ward.store, now);
                let marked = ward.clone();
                tell(move || ward.title(), move || marked.alarms());
                moves(now);
            }));
        }
        Some(Found::Chart(record)) => {
            let patient = record.patient;
            let chart = Bedside::new(*record);
            take_over(&chart);
            later(Box::new(move || {
                live::follow(Topic::Patient(patient), chart.store, now);
                let marked = chart.clone();
                tell(move || chart.title(), move || marked.alarms());
                day_chart::follow(now);
                moves(now);
            }));
        }
        None => moves(now),
    }
}

/// The program of the patient's own page.
pub fn start_portal() {
    let now = begin();
    if let Some(record) = carried::find::<Record>("record") {
        let topic = Topic::Patient(record.patient);
        let mine = Mine::new(record);
        take_over(&mine);
        later(Box::new(move || {
            live::follow(topic, mine.store, now);
            moves(now);
        }));
    } else {
        moves(now);
    }
}

/// What every part finds in its context.
fn begin() -> Now {
    leptos::mount::hydrate_islands();
    let reader = carried::find::<Reader>("reader");
    let rendered_at = reader.as_ref().map(|reader| reader.rendered_at).unwrap_or_default();
    let now = Now::provide(rendered_at);
    if let Some(reader) = reader {
        ui::lang::provide(reader.words.clone());
        ui::measured::provide(reader.fahrenheit);
        provide_context(StoredValue::new(reader.zone.clone()));
        provide_context(StoredValue::new(reader));
    }
    hydrated::provide();
    now
}

/// All is taken over: from here on the page moves.
fn moves(now: Now) {
    now.start();
    ears::listen(now);
    hydrated::done();
}

/// The title and the picture of the tab follow the alarms.
fn tell(title: impl Fn() -> String + 'static, alarms: impl Fn() -> bool + 'static) {
    effect(move || document().set_title(&title()));
    favicon::follow(alarms);
}

/// Every part of the page, each by its name. What answers an alarm is the last: it changes what all others show.
fn take_over(live: &impl Live) {
    let mut last: Option<Step> = None;
    for element in found("[data-part]") {
        let name = element.get_attribute("data-part").unwrap_or_default();
        let (answers, live) = (name == "alarms", live.clone());
        let step: Step = Box::new(move || {
            let view = if name == "over" { draw_over() } else { live.draw(&name) };
            hydrate(view, &element, Position::FirstChild);
        });
        if answers {
            last = Some(step);
        } else {
            later(step);
        }
    }
    for (element, draw) in found(CARDS).into_iter().zip(live.cards()) {
        later(Box::new(move || hydrate(draw(), &element, Position::Current)));
    }
    if let Some(step) = last {
        later(step);
    }
}

/// What stands in the page under this selector, in its order.
fn found(selector: &str) -> Vec<HtmlElement> {
    let mut elements = Vec::new();
    if let Ok(all) = document().query_selector_all(selector) {
        for place in 0..all.length() {
            if let Some(element) = all.item(place).and_then(|node| node.dyn_into().ok()) {
                elements.push(element);
            }
        }
    }
    elements
}

/// In turn, as a part of the page.
fn later(step: Step) {
    let page = Owner::current().unwrap_or_default();
    in_turn(Box::new(move || page.with(step)));
}

fn hydrate(view: AnyView, element: &HtmlElement, at: Position) {
    // It lives as long as the page: another page is another document.
    std::mem::forget(view.hydrate_from_position::<true>(element, at));
}
