//! A button that opens what must be known or said before its act: what follows from it, or a field for the reason. The browser opens it by itself, so it needs no
//! program. It stands in rows of tables and beside cards; what a script opens over a page is a [`crate::Dialog`].

use leptos::prelude::*;

/// The button and its sheet.
#[component]
pub fn Confirm(
    /// The verb on the button: "Withdraw".
    #[prop(into)]
    verb: String,
    /// What it says to a reader, when the verb alone is not enough ("Withdraw the invitation of B. Achieng").
    #[prop(optional, into)]
    label: Option<String>,
    /// Whether it is open at first: its answer came back.
    #[prop(optional)]
    open: bool,
    /// What follows from it, and the [`crate::Form`] that does it; `confirm__form` when it has fields.
    children: Children,
) -> impl IntoView {
    view! {
        <details class="confirm" open=open>
            <summary class="btn btn--secondary btn--small" aria-label=label>{verb}</summary>
            <div class="confirm__sheet">{children()}</div>
        </details>
    }
}

#[cfg(test)]
#[cfg(feature = "ssr")]
mod tests {
    use super::*;
    use crate::drawn::html;

    #[test]
    fn it_opens_without_a_program_and_says_whom_it_is_about() {
        let html = html(|| view! { <Confirm verb="End" label="End the duty of J. Mwangi">"…"</Confirm> }.into_any());
        assert!(html.starts_with("<details class=\"confirm\"><summary"), "{html}");
        assert!(html.contains("aria-label=\"End the duty of J. Mwangi\""), "{html}");
    }

    #[test]
    fn what_came_back_is_seen_at_once() {
        let html = html(|| view! { <Confirm verb="End" open=true>"…"</Confirm> }.into_any());
        assert!(html.starts_with("<details open "), "{html}");
    }
}
