//! A form: the door to which it is sent, what it sends beside its answers, and its answers. The answers show what was typed and what was wrong by themselves, so the
//! form has nothing of its own to say.
//!
//! The browser sends it, and the door answers by another page: it needs no program. Its classes say how it stands: `form` (the questions under each other),
//! `form form--wide` (beside each other), with `card__body` or `card__foot` where it stands in a card, `act` for one button in a row.

use leptos::prelude::*;

/// The form.
#[component]
pub fn Form(
    /// The door; none for a form that only closes its dialog.
    #[prop(optional, into)]
    action: Option<String>,
    /// What is sent beside the answers: names and values.
    #[prop(optional)]
    hidden: Vec<(&'static str, String)>,
    /// `post`, or `get` for a search whose question may stand in the address, or `dialog`.
    #[prop(default = "post")]
    method: &'static str,
    /// How it stands.
    #[prop(default = "form")]
    class: &'static str,
    /// Whether it searches.
    #[prop(optional)]
    search: bool,
    /// What it is for, where no heading says it.
    #[prop(optional, into)]
    label: Option<String>,
    /// Its questions and its buttons.
    children: Children,
) -> impl IntoView {
    let hidden = hidden
        .into_iter()
        .map(|(name, value)| view! { <input type="hidden" name=name value=value/> }.into_any())
        .collect_view();
    let class = (!class.is_empty()).then_some(class);
    let role = search.then_some("search");
    view! {
        <form class=class role=role method=method action=action aria-label=label>
            {hidden}
            {children()}
        </form>
    }
}

#[cfg(test)]
#[cfg(feature = "ssr")]
mod tests {
    use super::*;
    use crate::drawn::html;

    #[test]
    fn what_is_sent_beside_the_answers_is_written_as_text() {
        let hidden = || vec![("act", "add".to_owned()), ("name", "\"><script>".to_owned())];
        let html = html(|| view! { <Form action="/rights" hidden=hidden()>"…"</Form> }.into_any());
        assert!(
            html.starts_with("<form method=\"post\" action=\"/rights\" class=\"form\">"),
            "{html}"
        );
        assert!(
            html.contains("<input type=\"hidden\" name=\"act\" value=\"add\""),
            "{html}"
        );
        assert!(!html.contains("<script>"), "{html}");
    }

    #[test]
    fn a_form_that_closes_its_dialog_goes_nowhere() {
        let html = html(|| view! { <Form method="dialog" class="">"…"</Form> }.into_any());
        assert!(
            html.starts_with("<form method=\"dialog\"") && !html.contains("action"),
            "{html}"
        );
    }
}
