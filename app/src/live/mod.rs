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
//! | `turns.rs` | long work in steps, each in a task of its own |
//!
//! # In a page
//! ```ignore
//! let store = LiveStore::of_board(&board);        // the values of the record as signals: on the server, and from the same record in the browser
//! let measured = store.patient(id).map(|patient| patient.taken_at(Parameter::HeartRate));
//! ```
//! The first picture is the server's: the store is filled from the same record on both sides, and only after hydration does the
//! socket open. `ui::Now` is the one clock; the socket sets it right.
//!
//! # Adding a live page
//! What moves there in [`crate::program`], filled from a record that the page carries, and the topic that it follows.

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
#[cfg(target_arch = "wasm32")]
mod turns;

pub use client::{Connection, LiveClient};
pub use knowledge::Knowledge;
pub use patient::{LivePatient, is_stale};
pub use store::LiveStore;

#[cfg(target_arch = "wasm32")]
pub use browser::follow;
#[cfg(target_arch = "wasm32")]
pub use turns::{Step, in_turn};

#[cfg(target_arch = "wasm32")]
mod browser {
    use std::cell::Cell;
    use std::time::Duration;

    use domain::live::Topic;
    use leptos::prelude::*;
    use ui::{Now, effect};

    use super::{LiveStore, socket};

    /// What the page shows is live from here on, until it is left. When it cannot show what came, it is loaded anew.
    pub fn follow(topic: Topic, store: LiveStore, now: Now) {
        let held = store.held_since();
        effect(move || socket::follow(topic, store, Some(now)));
        effect(move || {
            if held.get().is_none() {
                store.release();
            }
        });
        // It lasts as long as the page: the handle is let go on purpose.
        drop(window_event_listener_untyped("beforeunload", |_| LEAVING.set(true)));
        effect(move || {
            if store.is_outdated() {
                // What somebody just sent leads elsewhere, and loading this page anew would take them back from there: who closes a record may read it no longer.
                let patience = if LEAVING.get() { PATIENCE } else { Duration::ZERO };
                set_timeout(load_anew, patience);
            }
        });
    }

    /// How long a page that is being left is given to be left.
    const PATIENCE: Duration = Duration::from_secs(10);

    thread_local! {
        /// Whether another page was asked for in place of this one.
        static LEAVING: Cell<bool> = const { Cell::new(false) };
    }

    fn load_anew() {
        if window().location().reload().is_err() {
            leptos::logging::warn!("the page could not be loaded anew");
        }
    }
}

#[cfg(test)]
mod tests;
