//! The native dialog: its title is the question, Esc closes, focus goes in and comes back. Never a dialog on a dialog.

use crate::boxed::effect;
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
