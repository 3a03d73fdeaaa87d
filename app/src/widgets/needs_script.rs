//! Said to readers without JavaScript where a page needs it.

use leptos::prelude::*;

/// One sentence in `<noscript>`.
#[component]
pub fn NeedsScript(
    /// What does not work without: "Ending sessions".
    what: &'static str,
) -> impl IntoView {
    view! {
        <noscript>
            <p class="note">{what}" needs JavaScript, which is switched off in this browser. What you see is as of when the page was loaded."</p>
        </noscript>
    }
}
