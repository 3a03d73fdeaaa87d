//! What the page's program hears of the whole window: clicks on the button that holds the page, and the slider of a drawn day. What never changes by itself is plain
//! markup, and needs no code of its own in the program for being heard. What every page hears, with a program or without one, stands in `public/page.js`.
//!
//! To add an act: `data-does="…"` on a button in static markup, and its line in `clicked`. Without JavaScript such buttons are not shown.

use ui::Now;

/// Begins to listen, after hydration.
#[cfg(feature = "hydrate")]
pub fn listen(now: Now) {
    use leptos::prelude::window_event_listener_untyped;

    ui::effect(move || {
        for name in ["click", "input"] {
            // It lasts as long as the tab: the handle is let go on purpose.
            drop(window_event_listener_untyped(name, move |event| heard(now, &event)));
        }
    });
}

/// The server hears nothing.
#[cfg(not(feature = "hydrate"))]
pub const fn listen(_: Now) {}

#[cfg(feature = "hydrate")]
fn heard(now: Now, event: &web_sys::Event) {
    use wasm_bindgen::JsCast;

    let Some(target) = event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
    else {
        return;
    };
    if event.type_() == "click" {
        clicked(now, &target);
    } else if target.id() == super::day_chart::SLIDER {
        super::day_chart::moved(event, &target);
    }
}

#[cfg(feature = "hydrate")]
fn clicked(now: Now, target: &web_sys::Element) {
    let Some(act) = target.closest("[data-does]").ok().flatten() else {
        return;
    };
    if act.get_attribute("data-does").as_deref() == Some("hold") {
        after_a_frame(move || if now.is_held() { now.go_on() } else { now.hold() });
    }
}

/// What greys or moves the whole page comes after the frame that shows what was pressed.
#[cfg(feature = "hydrate")]
fn after_a_frame(act: impl FnOnce() + 'static) {
    use leptos::prelude::{request_animation_frame, set_timeout};

    request_animation_frame(move || set_timeout(act, std::time::Duration::ZERO));
}
