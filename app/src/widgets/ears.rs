//! What is heard of the whole window, once a tab: keys, clicks on what says with `data-does` what it does, and the slider of a drawn day. What
//! never changes by itself is plain markup, and needs no code of its own in the browser's program for being heard.
//!
//! To add an act: `data-does="…"` on a button in static markup, and its line in `clicked`. Without JavaScript such buttons are not shown.

use ui::Now;

/// Begins to listen, after hydration.
#[cfg(feature = "hydrate")]
pub fn listen(now: Now) {
    use leptos::prelude::window_event_listener_untyped;

    ui::effect(move || {
        for name in ["keydown", "click", "input"] {
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
    if let Some(key) = event.dyn_ref::<web_sys::KeyboardEvent>() {
        super::keys::heard(key, &target, now.running_untracked());
    } else if event.type_() == "click" {
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
    match act.get_attribute("data-does").as_deref() {
        Some("keys") => super::keys::open(),
        Some("keys-off") => super::keys::turn(),
        Some("hold") if now.is_held() => now.go_on(),
        Some("hold") => now.hold(),
        _ => {}
    }
}
