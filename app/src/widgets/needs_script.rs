//! Said to readers without JavaScript where a page needs it.

use leptos::prelude::*;
use ui::Note;
use ui::lang::{say, tell};

/// One sentence in `<noscript>`.
#[component]
pub fn NeedsScript(
    /// What does not work without: "Ending sessions".
    what: &'static str,
) -> impl IntoView {
    view! {
        <noscript>
            <Note>{tell(say::needs_script(what))}</Note>
        </noscript>
    }
}
