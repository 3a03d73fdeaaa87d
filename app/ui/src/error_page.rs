//! Pages for 403, 404, 500 and maintenance: what happened, what it means, what to do.

use leptos::prelude::*;

use crate::icon::Mark;
use crate::lang::{Arg, key, say, weave, word};

/// The page of an error. It names no record: a 404 does not say whether one exists.
#[component]
pub fn ErrorPage(
    /// The status, such as 403.
    status: u16,
    /// What happened, in a few words.
    #[prop(into)]
    title: String,
    /// What it means and what to do.
    children: Children,
    /// A reference for the help desk; free of patient data.
    #[prop(optional, into)]
    reference: Option<String>,
    /// Where the primary button goes.
    #[prop(into, default = "/".to_string())]
    back: String,
    /// Its label.
    #[prop(into, default = word(key::GO_TO_MY_PAGE).to_string())]
    back_label: String,
    /// Whether it stands in another page, which has a main part of its own: for the gallery.
    #[prop(optional)]
    within: bool,
) -> impl IntoView {
    let content = view! {
            <p class="error-page__code"><Mark/>{status}</p>
            {match within {
                true => view! { <h2 class="error-page__title">{title}</h2> }.into_any(),
                false => view! { <h1 class="error-page__title">{title}</h1> }.into_any(),
            }}
            <div class="error-page__text">
                {children()}
                {reference.filter(|reference| !reference.is_empty()).map(|reference| {
                    let reference = view! { <b class="code">{reference}</b> }.into_any();
                    view! { <p class="error-page__facts">{weave(say::reference(Arg::hole(0)), [reference])}</p> }.into_any()
                })}
            </div>
            <div class="error-page__actions">
                <a class="btn btn--primary" href=back rel="external">{back_label}</a>
            </div>
    };
    match within {
        true => view! { <div class="error-page">{content}</div> }.into_any(),
        false => view! { <main class="error-page" id="main">{content}</main> }.into_any(),
    }
}
