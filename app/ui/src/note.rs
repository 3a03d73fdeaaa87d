//! One sentence that belongs to a page and asks for nothing: what is not shown, what it is not for.

use leptos::prelude::*;

use crate::icon::Icon;

/// The sentence.
#[component]
pub fn Note(
    /// Its words.
    children: Children,
    /// An icon before them.
    #[prop(optional, into)]
    icon: Option<&'static str>,
    /// Whether somebody must stop and read it first.
    #[prop(optional)]
    stop: bool,
) -> impl IntoView {
    let class = if stop { "note note--stop" } else { "note" };
    view! { <p class=class>{icon.map(|icon| view! { <Icon name=icon/> }.into_any())}<span>{children()}</span></p> }
}
