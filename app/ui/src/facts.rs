//! What is known of one thing, line by line: the word for it, and what it is. Nothing in it can be changed.

use leptos::prelude::*;

/// The list of [`Known`] things.
#[component]
pub fn Facts(
    /// Its lines.
    children: Children,
    /// More classes: `card__body` where it stands in a card alone.
    #[prop(optional)]
    class: &'static str,
) -> impl IntoView {
    let class = match class {
        "" => "facts".to_owned(),
        more => format!("facts {more}"),
    };
    view! { <dl class=class>{children()}</dl> }
}

/// One of them.
#[component]
pub fn Known(
    /// The word for it: "Date of birth".
    #[prop(into)]
    what: String,
    /// Whether it is read sign by sign: a number of somebody, a code.
    #[prop(optional)]
    code: bool,
    /// What it is.
    children: Children,
) -> impl IntoView {
    let is = match code {
        true => view! { <dd class="code">{children()}</dd> }.into_any(),
        false => view! { <dd>{children()}</dd> }.into_any(),
    };
    view! { <dt>{what}</dt>{is} }
}
