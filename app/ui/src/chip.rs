//! A chip: icon and word. Colour only where a person is needed; a finished act has its tick.

use leptos::prelude::*;

use crate::icon::Icon;

/// A chip in one of the looks of `style/components/chip.css`.
#[component]
pub fn Chip(
    /// The word.
    children: Children,
    /// `neutral`, `line`, `high`, `medium`, `low`, `high-soft`, `medium-soft`, `low-soft`, `ok`, `inverse` or `stale`.
    #[prop(default = "neutral")]
    look: &'static str,
    /// An icon before the word.
    #[prop(optional)]
    icon: Option<&'static str>,
) -> impl IntoView {
    view! {
        <span class=format!("chip chip--{look}")>
            {icon.map(|name| view! { <Icon name=name/> }.into_any())}
            {children()}
        </span>
    }
}
