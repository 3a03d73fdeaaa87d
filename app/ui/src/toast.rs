//! Toasts: one line after an act, six seconds, read out politely. `Toasts::provide()` once, `say` anywhere.

use std::time::Duration;

use leptos::prelude::*;

use crate::boxed::{each, memo};
use crate::icon::Icon;

/// The toasts of a page, in context.
#[derive(Clone, Copy, Debug)]
pub struct Toasts {
    shown: RwSignal<Vec<(usize, String)>>,
    next: StoredValue<usize>,
}

impl Toasts {
    /// Puts an empty stack in context.
    pub fn provide() -> Self {
        let toasts = Self {
            shown: RwSignal::new(Vec::new()),
            next: StoredValue::new(0),
        };
        provide_context(toasts);
        toasts
    }

    /// Says a sentence for six seconds.
    pub fn say(self, sentence: impl Into<String>) {
        let number = self.next.get_value();
        self.next.set_value(number.wrapping_add(1));
        self.shown.update(|shown| shown.push((number, sentence.into())));
        set_timeout(
            move || self.shown.update(|shown| shown.retain(|(other, _)| *other != number)),
            Duration::from_secs(6),
        );
    }
}

/// Where toasts appear: once in the shell.
#[component]
pub fn ToastStack() -> impl IntoView {
    let shown = use_context::<Toasts>().map(|toasts| toasts.shown);
    let numbers = memo(move || {
        let shown = shown.map(|shown| shown.get()).unwrap_or_default();
        shown.into_iter().map(|(number, _)| number).collect::<Vec<_>>()
    });
    let toast = move |number| {
        let shown = shown?.get_untracked();
        let (_, sentence) = shown.into_iter().find(|(other, _)| *other == number)?;
        Some(view! { <p class="toast"><Icon name="check"/>{sentence}</p> }.into_any())
    };
    view! {
        <div class="toasts" role="status" aria-live="polite">
            {each(numbers, toast)}
        </div>
    }
}
