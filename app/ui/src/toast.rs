//! Toasts: one line after an act, six seconds (longer while somebody reads them), read out politely. `Toasts::provide()` once, `say` anywhere.

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

    /// Says a sentence that stays, because nothing counts the seconds where only the server draws: for the gallery.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn stay(self, sentence: impl Into<String>) {
        self.shown.update(|shown| shown.push((usize::MAX, sentence.into())));
    }

    /// Says a sentence for six seconds.
    pub fn say(self, sentence: impl Into<String>) {
        let number = self.next.get_value();
        self.next.set_value(number.wrapping_add(1));
        self.shown.update(|shown| shown.push((number, sentence.into())));
        self.leave(number, Duration::from_secs(6));
    }

    /// Takes a toast away after a while; while somebody points at the toasts or stands in them, they stay.
    fn leave(self, number: usize, after: Duration) {
        set_timeout(
            move || {
                if watched() {
                    self.leave(number, Duration::from_secs(1));
                } else {
                    self.shown.update(|shown| shown.retain(|(other, _)| *other != number));
                }
            },
            after,
        );
    }
}

#[cfg(feature = "hydrate")]
fn watched() -> bool {
    let found = document().query_selector(".toasts:is(:hover, :focus-within)");
    found.is_ok_and(|found| found.is_some())
}

#[cfg(not(feature = "hydrate"))]
fn watched() -> bool {
    false
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
        Some(line(sentence))
    };
    view! {
        <div class="toasts" role="status" aria-live="polite">
            {each(numbers, toast)}
        </div>
    }
}

fn line(sentence: String) -> AnyView {
    view! { <p class="toast"><Icon name="check"/>{sentence}</p> }.into_any()
}
