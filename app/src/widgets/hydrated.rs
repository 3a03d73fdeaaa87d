//! Whether the browser has taken the page over. False on the server and while hydration runs, so that both draw the same; what
//! needs the program (a button that shows a password) appears afterwards.

use leptos::prelude::*;
use ui::effect;

/// The signal in context.
#[derive(Clone, Copy, Debug)]
struct Hydrated(RwSignal<bool>);

/// Puts it in context. Once, at the root.
pub fn provide() {
    let hydrated = RwSignal::new(false);
    provide_context(Hydrated(hydrated));
    effect(move || hydrated.set(true));
}

/// Follows it.
pub fn hydrated() -> Signal<bool> {
    use_context::<Hydrated>().map_or_else(|| Signal::stored(false), |hydrated| hydrated.0.into())
}
