//! Where a role can go: icon and word at the start edge; under 900 px a bar at the bottom, so five at most with the end.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::icon::Icon;
use crate::lang::{key, word};

/// One place.
#[derive(Clone, Debug)]
pub struct RailItem {
    /// The path.
    pub href: String,
    /// The name of its icon.
    pub icon: &'static str,
    /// The word under it.
    pub word: &'static str,
    /// Whether the browser loads it as a document of its own: a form page, which the page's program does not know.
    pub whole: bool,
    /// How many things wait there; nothing is shown for 0.
    pub waiting: Signal<u32>,
}

/// The navigation of a portal. It needs a router around it, which marks the current place.
#[component]
pub fn Rail(
    /// The places.
    items: Vec<RailItem>,
    /// What stands at the far end: theme, sign out; each an element of class `rail__link`.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let items = items
        .into_iter()
        .map(|RailItem { href, icon, word, whole, waiting }| {
            view! {
                <li>
                    <A href=href attr:class="rail__link" attr:rel=whole.then_some("external")>
                        <Icon name=icon/>
                        <span>{word}</span>
                        {move || {
                            (waiting.get() > 0).then(|| view! { <span class="badge">{move || waiting.get().to_string()}</span> }.into_any())
                        }}
                    </A>
                </li>
            }.into_any()
        })
        .collect_view();
    view! {
        <nav class="rail" aria-label=word(key::MAIN)>
            <ul class="rail__items">{items}</ul>
            {children.map(|end| view! { <div class="rail__end">{end()}</div> }.into_any())}
        </nav>
    }
}
