//! The moving half hour: one canvas a lane, newest value at the end edge. The server draws an empty canvas; the browser fills
//! it. One interval redraws all canvases of the page, four times a second at most and only those whose picture has changed.

use crate::boxed::effect;
use domain::time::Moment;
use leptos::html;
use leptos::prelude::*;

use super::model::Limit;
use crate::now::Now;

/// What one canvas shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// `(time in ms, value)` in order of time.
    pub points: Vec<(i64, f32)>,
    /// For pressure, the systolic values; `points` are the diastolic ones then.
    pub upper: Vec<(i64, f32)>,
    /// The fixed scale.
    pub range: (f32, f32),
    /// The reference band.
    pub band: Option<(f32, f32)>,
    /// The limits.
    pub limits: Vec<Limit>,
    /// A break longer than this is a gap, in ms.
    pub gap_after: i64,
}

/// One canvas. Its finding stands beside it as text, so it is silent.
#[component]
pub fn Moving(
    /// What it shows.
    #[prop(into)]
    picture: Signal<Picture>,
    /// How much time it shows, in ms.
    #[prop(default = 30 * 60_000)]
    span: i64,
) -> impl IntoView {
    let canvas = NodeRef::<html::Canvas>::new();
    let now = use_context::<Now>();
    effect(move || {
        let Some(canvas) = canvas.get() else { return };
        let at = move || now.map(Now::get_untracked).unwrap_or(Moment(0)).millis();
        draw_from_now_on(canvas, picture, at, span);
    });
    view! { <canvas class="moving__canvas" node_ref=canvas aria-hidden="true"></canvas> }
}

#[cfg(not(feature = "hydrate"))]
fn draw_from_now_on(_: web_sys::HtmlCanvasElement, _: Signal<Picture>, _: impl Fn() -> i64 + 'static, _: i64) {}

#[cfg(feature = "hydrate")]
use super::canvas::draw_from_now_on;
