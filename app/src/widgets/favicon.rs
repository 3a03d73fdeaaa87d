//! The picture on the browser's tab: with a dot while an alarm is open, so that it is seen from another tab.

/// Follows whether there is an alarm.
#[cfg(feature = "hydrate")]
pub fn follow(alarm: impl Fn() -> bool + 'static) {
    ui::effect(move || show(alarm()));
}

#[cfg(feature = "hydrate")]
fn show(alarm: bool) {
    let Some(link) = web_sys::window().and_then(|window| window.document()?.get_element_by_id("favicon")) else {
        return;
    };
    let picture = if alarm { "/favicon-alarm.svg" } else { "/favicon.svg" };
    if link.set_attribute("href", picture).is_err() {
        leptos::logging::warn!("the picture of the tab could not be changed");
    }
}
