//! The live mark: a dot, a word, and how old the newest value is. The ring without fill says that nothing comes in.

use domain::time::Moment;
use leptos::prelude::*;

use crate::age::Age;

/// "Live, 1 s", or the words of what is wrong.
#[component]
pub fn LiveMark(
    /// The newest value's time.
    #[prop(into)]
    at: Signal<Option<Moment>>,
    /// True while the connection holds.
    #[prop(optional, into, default = Signal::stored(true))]
    on: Signal<bool>,
    /// The word before the age; empty in a card.
    #[prop(optional, into)]
    word: Signal<String>,
) -> impl IntoView {
    let before = move || {
        let word = word.get();
        if word.is_empty() || at.with(Option::is_none) {
            word
        } else {
            format!("{word}{}", crate::lang::word(crate::lang::key::LIST_COMMA))
        }
    };
    view! {
        <span class="live" class:live--off=move || !on.get()>
            <span>{move || before()}<Age at=at/></span>
        </span>
    }
}
