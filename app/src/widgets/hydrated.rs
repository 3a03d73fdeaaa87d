//! Whether the page's program has taken over what moves. False on the server and while it takes over, so that both draw the same; what needs the program (a
//! moving picture) appears afterwards. Then the document says so (`data-program`), for who waits for it from outside.

use leptos::prelude::*;
use ui::effect;

/// The signal in context.
#[derive(Clone, Copy, Debug)]
struct Hydrated(RwSignal<bool>);

/// Puts it in context. Once, at the root.
pub fn provide() {
    let hydrated = RwSignal::new(false);
    provide_context(Hydrated(hydrated));
    effect(move || {
        hydrated.set(true);
        says();
    });
}

#[cfg(feature = "hydrate")]
fn says() {
    let root = document().document_element();
    if root.is_none_or(|root| root.set_attribute("data-program", "runs").is_err()) {
        leptos::logging::warn!("the page has no root");
    }
}

#[cfg(not(feature = "hydrate"))]
const fn says() {}

/// Follows it.
pub fn hydrated() -> Signal<bool> {
    use_context::<Hydrated>().map_or_else(|| Signal::stored(false), |hydrated| hydrated.0.into())
}
