//! The native dialog: its title is the question, Esc closes, focus goes in and comes back. Never a dialog on a dialog.

use crate::boxed::effect;
use crate::button::Look;
use leptos::html;
use leptos::prelude::*;

/// A question that must be answered before going on.
#[component]
pub fn Dialog(
    /// Whether it is open; Esc sets it to false.
    open: RwSignal<bool>,
    /// The question.
    #[prop(into)]
    title: String,
    /// The id of the title; unique on the page.
    id: &'static str,
    /// The text and, in `<div class="dialog__actions">`, the acts.
    children: Children,
) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    effect(move || {
        let (open, Some(dialog)) = (open.get(), dialog.get()) else {
            return;
        };
        // Showing a dialog that is shown is an error of the page, and only that: it is open.
        match (open, dialog.open()) {
            (true, false) => drop(dialog.show_modal()),
            (false, true) => dialog.close(),
            _ => {}
        }
    });
    view! {
        <dialog class="dialog" node_ref=dialog aria-labelledby=id on:close=move |_| open.set(false)>
            <h2 class="dialog__title" id=id>{title}</h2>
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
