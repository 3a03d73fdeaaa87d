//! Rows that lead on, each to a page of its own: what it is, what is found there, and a chevron. The whole row is the link.

use leptos::prelude::*;

use crate::icon::Icon;

/// The rows.
#[component]
pub fn Rows(
    /// [`Row`]s.
    children: Children,
    /// Whether they stand beside each other where there is room, in a card.
    #[prop(optional)]
    across: bool,
) -> impl IntoView {
    let class = if across { "rows rows--across" } else { "rows" };
    view! { <ul class=class>{children()}</ul> }
}

/// One row.
#[component]
pub fn Row(
    /// Where it leads.
    #[prop(into)]
    href: String,
    /// What it is.
    #[prop(into)]
    title: String,
    /// What is found there.
    #[prop(into)]
    text: String,
    /// An icon before it.
    #[prop(optional, into)]
    icon: Option<&'static str>,
    /// What stands at its end, before the chevron: chips, a time.
    #[prop(optional)]
    end: Option<AnyView>,
) -> impl IntoView {
    view! {
        <li>
            <a class="rows__link" href=href rel="external">
                {icon.map(|icon| view! { <Icon name=icon class="rows__icon"/> }.into_any())}
                <span>
                    <span class="rows__title">{title}</span>
                    <span class="rows__text">{text}</span>
                    {end.map(|end| view! { <span class="rows__end">{end}</span> }.into_any())}
                </span>
                <Icon name="chevron-end" class="icon--small icon--mirrors"/>
            </a>
        </li>
    }
}
