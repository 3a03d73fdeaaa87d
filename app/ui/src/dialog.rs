//! The native dialog: its title is the question, Esc closes, focus goes in and comes back. Never a dialog on a dialog.

use crate::button::Look;
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

/// A button and the question that it opens, by what the browser does by itself: a modal dialog, and in browsers that do not know `command` yet a popover.
/// For what cannot be undone; what can be undone is done at once and offers an [`crate::Toast`].
#[component]
pub fn Ask(
    /// The id of the dialog; unique on the page.
    #[prop(into)]
    id: String,
    /// The verb on the button: "Stop medicine".
    #[prop(into)]
    verb: String,
    /// How the button looks.
    #[prop(optional)]
    look: Look,
    /// The question: "Stop clarithromycin?"
    #[prop(into)]
    title: String,
    /// The word that closes it and changes nothing: "Keep it".
    #[prop(into)]
    keep: String,
    /// The button of the form that does it, at the end; it names its form by `form`.
    act: AnyView,
    /// What follows from it, and the form with its fields.
    children: Children,
    /// Whether it stands open in the page: for the gallery.
    #[prop(optional)]
    open: bool,
) -> impl IntoView {
    let title_id = format!("{id}-title");
    let class = if open { "dialog dialog--still" } else { "dialog" };
    let popover = (!open).then_some("auto");
    let target = || id.clone();
    view! {
        <button type="button" class=format!("btn {}", look.class()) command="show-modal" commandfor=target() popovertarget=target()>{verb}</button>
        <dialog class=class id=target() popover=popover open=open aria-labelledby=title_id.clone()>
            <h2 class="dialog__title" id=title_id.clone()>{title}</h2>
            {children()}
            <div class="dialog__actions">
                <button
                    type="button"
                    class="btn btn--secondary"
                    command="close"
                    commandfor=target()
                    popovertarget=target()
                    popovertargetaction="hide"
                >{keep}</button>
                {act}
            </div>
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

    #[test]
    fn the_question_opens_and_closes_without_a_program() {
        let html = html(|| {
            view! { <Ask id="stop" verb="Stop" title="Stop it?" keep="Keep it" act=().into_any()>"It ends now."</Ask> }
                .into_any()
        });
        assert!(
            html.contains("command=\"show-modal\" commandfor=\"stop\" popovertarget=\"stop\""),
            "{html}"
        );
        assert!(
            html.contains("command=\"close\"") && html.contains("popovertargetaction=\"hide\""),
            "{html}"
        );
        assert!(html.contains("aria-labelledby=\"stop-title\""));
    }
}
