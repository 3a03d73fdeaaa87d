//! The page's side of the live socket: values as signals, so that one changed value re-renders one text node.
//!
//! | file | holds |
//! | --- | --- |
//! | `store.rs` | [`LiveStore`]: the patients and alarms of one page, fed by its topic |
//! | `patient.rs` | [`LivePatient`]: what is known, freshness, NEWS2, as memos |
//! | `knowledge.rs` | [`Knowledge`]: whether values come, are old, or the device is silent; pure |
//! | `recent.rs` | the last half hour of a parameter, for the moving trend |
//! | `client.rs` | [`LiveClient`]: how the connection stands, for the offline bar |
//! | `link.rs` | what to ask for and what to believe: numbers, gaps, duplicates; pure |
//! | `backoff.rs` | how long to wait before the next try; pure |
//! | `socket.rs` | the browser's WebSocket; in WASM only |
//!
//! # In a page
//! ```ignore
//! let board = ward_board.await?;                  // what the server rendered
//! let live = use_live_ward(&board);               // the same values as signals, moving after hydration
//! let measured = live.patient(id).map(|patient| patient.taken_at(Parameter::HeartRate));
//! ```
//! The first picture is the server's: the store is filled from the same record on both sides, and only after hydration does the
//! socket open. `ui::Now` is the one clock; the socket sets it right.
//!
//! # Adding a live page
//! Write a `use_live_…` below: fill a [`LiveStore`] from the page's record and name the topic.

// What only a browser does is left out of the server, and kept for its tests.
#[cfg(any(test, target_arch = "wasm32"))]
mod backoff;
mod client;
mod knowledge;
#[cfg(any(test, target_arch = "wasm32"))]
mod link;
mod patient;
#[cfg(any(test, target_arch = "wasm32"))]
mod recent;
#[cfg(target_arch = "wasm32")]
mod socket;
mod store;

pub use client::{Connection, LiveClient};
pub use knowledge::Knowledge;
pub use patient::{LivePatient, is_stale};
pub use store::LiveStore;

use std::sync::Arc;

use domain::live::Topic;
use domain::organisation::WardBoard;
use domain::patients::Chart;
#[cfg(target_arch = "wasm32")]
use leptos::prelude::*;

/// The board of a ward, live from the moment of hydration until the page is left.
pub fn use_live_ward(board: &Arc<WardBoard>) -> LiveStore {
    let store = LiveStore::of_board(board);
    follow(Topic::Ward(board.ward), store);
    store
}

/// The chart of a patient, live from the moment of hydration until the page is left.
pub fn use_live_patient(chart: &Chart) -> LiveStore {
    let store = LiveStore::of_chart(chart);
    follow(Topic::Patient(chart.person.id), store);
    store
}

/// Effects run in the browser only, and there only after hydration.
#[cfg(target_arch = "wasm32")]
fn follow(topic: Topic, store: LiveStore) {
    let now = use_context::<ui::Now>();
    let held = store.held_since();
    ui::effect(move || socket::follow(topic, store, now));
    ui::effect(move || {
        if held.get().is_none() {
            store.release();
        }
    });
    on_cleanup(move || {
        socket::leave(topic, store);
        store.leave();
    });
}

#[cfg(not(target_arch = "wasm32"))]
fn follow(_: Topic, _: LiveStore) {}

#[cfg(test)]
mod tests;
