//! What paper says of itself: whose sheet, of when, who printed it, and that it does not change. On the screen it is not shown, unless `shown`.

use leptos::prelude::*;

use crate::icon::Mark;
use crate::lang::{say, tell};

/// The head of a printed page.
#[component]
pub fn PrintHead(
    /// What it is: "Ward 4 · Renal, handover".
    #[prop(into)]
    title: String,
    /// The hospital's name.
    #[prop(into)]
    hospital: String,
    /// When, in full: "Thursday 20 November 2025, 10:42". Never a bare age on paper.
    #[prop(into)]
    at: String,
    /// The way back to the live page: a drawn code, and what it leads to.
    #[prop(optional)]
    code: Option<AnyView>,
    /// Whether the screen shows it, too.
    #[prop(optional)]
    shown: bool,
) -> impl IntoView {
    view! {
        <header class="print-head" class:print-head--shown=shown>
            <Mark large=true/>
            <div class="print-head__text">
                <p class="print-head__title">{title}</p>
                <p>{hospital}". "{at}</p>
            </div>
            {code.map(|code| view! { <div class="print-head__code">{code}</div> }.into_any())}
        </header>
    }
}

/// The foot of a printed page.
#[component]
pub fn PrintFoot(
    /// Who printed it.
    #[prop(into)]
    by: String,
    /// When, as a clock time.
    #[prop(into)]
    at: String,
    /// Where the truth is: "look at the live board before you act".
    #[prop(into)]
    instead: String,
    /// Whether the screen shows it, too.
    #[prop(optional)]
    shown: bool,
) -> impl IntoView {
    view! {
        <footer class="print-foot" class:print-head--shown=shown>
            {tell(say::part_printed(by, at, instead))}
        </footer>
    }
}
