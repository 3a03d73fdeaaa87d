//! Icons of the one sprite, `public/icons.svg`, and the mark of the product.

use leptos::prelude::*;

/// The sprite, by its lasting name (`build.rs`): a browser fetches and reads it once.
const SPRITE: &str = env!("SPRITE");

/// Where a symbol of the sprite lies.
pub fn sign(name: &str) -> String {
    format!("{SPRITE}#{name}")
}

/// An icon. Beside a word it is silent; alone it needs a `label`.
#[component]
pub fn Icon(
    /// The name of the symbol in the sprite, such as `bed`.
    #[prop(into)]
    name: Signal<&'static str>,
    /// More classes: `icon--small`, `icon--large`, `icon--high`, `icon--mirrors`.
    #[prop(optional)]
    class: &'static str,
    /// What it says when no word stands beside it.
    #[prop(optional, into)]
    label: Option<String>,
) -> impl IntoView {
    let silent = label.is_none().then_some("true");
    let role = label.is_some().then_some("img");
    view! {
        <svg class=format!("icon {class}") aria-hidden=silent role=role aria-label=label>
            <use href=move || sign(name.get())></use>
        </svg>
    }
}

/// The mark of Wardlight: a lamp that lights.
#[component]
pub fn Mark(
    /// Whether it is the large one of the sign-in page.
    #[prop(optional)]
    large: bool,
) -> impl IntoView {
    view! {
        <svg class=if large { "mark mark--large" } else { "mark" } aria-hidden="true">
            <use href=sign("mark")></use>
        </svg>
    }
}
