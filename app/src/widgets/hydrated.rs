//! Whether the page's program has taken over what moves. False on the server and while it takes over, so that both draw the same; what needs the program (a
//! moving picture) appears afterwards. Then the document says so (`data-program`), for who waits for it from outside.

use leptos::prelude::*;
#[cfg(feature = "hydrate")]
use ui::effect;

/// The signal in context.
#[derive(Clone, Copy, Debug)]
struct Hydrated(RwSignal<bool>);

/// Puts it in context. Once, at the root.
pub fn provide() {
    provide_context(Hydrated(RwSignal::new(false)));
}

/// All is taken over. Called once, under the root.
#[cfg(feature = "hydrate")]
pub fn done() {
    let hydrated = use_context::<Hydrated>();
    // After what else begins with it.
    effect(move || {
        if let Some(hydrated) = hydrated {
            hydrated.0.set(true);
        }
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

/// Follows it.
pub fn hydrated() -> Signal<bool> {
    use_context::<Hydrated>().map_or_else(|| Signal::stored(false), |hydrated| hydrated.0.into())
}
