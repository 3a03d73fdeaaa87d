//! The native dialog: its title is the question, Esc closes, focus goes in and comes back. Never a dialog on a dialog.

use leptos::prelude::*;

/// What a script of the page opens over it (`public/page.js`, `public/find.js`). It is closed by Esc, and by a button in a [`crate::Form`] of the method `dialog`, of the
/// class `dialog__actions`.
#[component]
pub fn Dialog(
    /// Its id, by which the script finds it; unique on the page.
    #[prop(into)]
    id: String,
    /// The question.
    #[prop(into)]
    title: String,
    /// Whether the question is only read, because what stands in it says it.
    #[prop(optional)]
    titled_by_itself: bool,
    /// More classes.
    #[prop(optional)]
    class: &'static str,
    /// The text and the acts.
    children: Children,
    /// Whether it stands open in the page: for the gallery.
    #[prop(optional)]
    open: bool,
) -> impl IntoView {
    let title_id = format!("{id}-title");
    let labelled = title_id.clone();
    let mut classes = "dialog".to_owned();
    for more in [class, if open { "dialog--still" } else { "" }] {
        if !more.is_empty() {
            classes.push(' ');
            classes.push_str(more);
        }
    }
    let title_class = if titled_by_itself {
        "visually-hidden"
    } else {
        "dialog__title"
    };
    view! {
        <dialog class=classes id=id open=open aria-labelledby=labelled>
            <h2 class=title_class id=title_id>{title}</h2>
            {children()}
        </dialog>
    }
}

#[cfg(test)]
#[cfg(feature = "ssr")]
mod tests {
    use super::*;
    use crate::drawn::html;

    #[test]
    fn a_dialog_is_closed_at_first_and_named_by_its_question() {
        let html = html(|| view! { <Dialog id="keys" title="Keys" class="wide">"…"</Dialog> }.into_any());
        assert!(
            html.starts_with("<dialog id=\"keys\" aria-labelledby=\"keys-title\" class=\"dialog wide\">"),
            "{html}"
        );
    }
}
