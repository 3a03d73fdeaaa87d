//! Toasts: one line after an act, six seconds, read out politely. `Toasts::provide()` once, `say` anywhere.

use std::time::Duration;

use leptos::prelude::*;

use crate::icon::Icon;

/// The toasts of a page, in context.
#[derive(Clone, Copy, Debug)]
pub struct Toasts {
    shown: RwSignal<Vec<(u32, String)>>,
    next: StoredValue<u32>,
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
    let toasts = use_context::<Toasts>();
    view! {
        <div class="toasts" role="status" aria-live="polite">
            <For
                each=move || toasts.map(|toasts| toasts.shown.get()).unwrap_or_default()
                key=|(number, _)| *number
                children=|(_, sentence)| view! { <p class="toast"><Icon name="check"/>{sentence}</p> }
            />
        </div>
    }
}
