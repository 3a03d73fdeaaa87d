//! The head of a page: its one `h1`, one line of context, then what filters and acts, at the end. On a narrow sheet the `h1` stands alone ([`Heading`]).

use leptos::prelude::*;

/// The first line of `main`.
#[component]
pub fn PageHead(
    /// The name of the page.
    #[prop(into)]
    title: Signal<String>,
    /// One line of context; a phone leaves it out.
    #[prop(optional, into)]
    context: Signal<String>,
    /// Live mark, filters, and the primary button last.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="page__head">
            <h1>{move || title.get()}</h1>
            <span class="page__context page__context--wide">{move || context.get()}</span>
            {children.map(|tools| view! { <div class="page__tools">{tools()}</div> }.into_any())}
        </div>
    }
}

/// The one `h1` of a page that has nothing beside it.
#[component]
pub fn Heading(
    /// The name of the page.
    #[prop(into)]
    title: String,
) -> impl IntoView {
    view! { <h1>{title}</h1> }
}
