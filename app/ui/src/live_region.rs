//! Says aloud what changed, for readers who do not see it. Numbers themselves are never live regions.

use leptos::prelude::*;

/// A hidden region. High alarms are assertive, medium ones polite; anything else says nothing.
#[component]
pub fn LiveRegion(
    /// The sentence; a new one is read out.
    #[prop(into)]
    says: Signal<String>,
    /// Whether it interrupts.
    #[prop(optional)]
    assertive: bool,
) -> impl IntoView {
    let (role, live) = if assertive {
        ("alert", "assertive")
    } else {
        ("status", "polite")
    };
    view! {
        <div class="visually-hidden" role=role aria-live=live aria-atomic="true">
            {move || says.get()}
        </div>
    }
}
