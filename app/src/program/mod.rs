//! The program that runs in the browser on the three pages that move: the ward, a patient's chart, the patient's own home. The server draws every page whole; what
//! changes by itself stands in a [`Part`], and the program takes over those elements and nothing else. Everything around them is plain markup for which a phone
//! loads no code. Why: `server/docs/decisions/0023-live-parts.md`.
//!
//! | file | holds |
//! | --- | --- |
//! | `carried.rs` | what the server hands to the program with the page: who reads, the clock, the words, the record |
//! | `bedside.rs` | [`Bedside`]: one patient as staff see them move |
//! | `ward.rs` | [`WardNow`]: a whole ward |
//! | `mine.rs` | [`Mine`]: the patient's own values |
//! | `start.rs` | the browser's entries, one for each program; in WASM only |
//!
//! # Adding a part
//! A name in the `draw` of what moves there, `{live.part("name")}` in the page where it stands. Both halves draw it by the same function, so what the server wrote
//! is what the browser finds. A part holds no other part.

mod bedside;
mod carried;
mod mine;
#[cfg(target_arch = "wasm32")]
mod start;
mod ward;

use leptos::prelude::*;
use ui::{Offline, ToastStack};

pub use bedside::Bedside;
pub use carried::{Found, Reader, Record};
#[cfg(feature = "ssr")]
pub use carried::{carry_reader, carry_record};
pub use mine::Mine;
#[cfg(target_arch = "wasm32")]
pub use start::{start_portal, start_ward};
pub use ward::WardNow;

use crate::live::LiveClient;
use crate::widgets::leaving::Leaving;

/// What moves on a page.
pub trait Live: Clone + Send + 'static {
    /// Draws the part of this name.
    fn draw(&self, part: &str) -> AnyView;

    /// What of a part is taken over by itself, because all of it at once would take too long: the beds of a ward, in the order in which they stand.
    #[cfg(target_arch = "wasm32")]
    fn cards(&self) -> Vec<Box<dyn FnOnce() -> AnyView>> {
        Vec::new()
    }

    /// The part, in the element by which the program finds it.
    fn part(&self, name: &'static str) -> AnyView {
        stands(name, self.draw(name))
    }
}

/// The element around a part. It has no box of its own (`style/base.css`).
fn stands(name: &'static str, view: AnyView) -> AnyView {
    view! { <div class="part" data-part=name>{view}</div> }.into_any()
}

/// What lies over every page that moves: that the connection is lost, that the session ends soon.
pub fn over() -> AnyView {
    stands("over", draw_over())
}

/// What was just done, on a page on which something can be done: a part of the ward and of a chart.
pub fn toasts() -> AnyView {
    stands("toasts", draw_toasts())
}

fn draw_toasts() -> AnyView {
    view! { <ToastStack/> }.into_any()
}

fn draw_over() -> AnyView {
    let client = LiveClient::of_page();
    let since = client.away_since();
    view! {
        <Offline since=Signal::derive(move || since.get()) retry=Callback::new(move |()| client.try_now())/>
        <Leaving ends=client.ends() stay=Callback::new(move |()| client.stay())/>
    }
    .into_any()
}
