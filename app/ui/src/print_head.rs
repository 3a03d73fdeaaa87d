//! What paper says of itself: what it is and whose house it comes from, when and by whom it was printed, and that it does not change. It stands on every sheet; on the
//! screen it is not shown, unless `shown`. The server alone draws it.

use leptos::prelude::*;

use crate::icon::Mark;
use crate::lang::{Arg, key, say, weave, word};

/// The head of each printed sheet.
#[component]
pub fn PrintHead(
    /// What it is: "Ward 4 · Renal".
    #[prop(into)]
    title: String,
    /// The hospital's name.
    #[prop(into)]
    hospital: String,
    /// When, in full and with its zone. Never a bare age on paper.
    at: AnyView,
    /// The way back to the live page: a drawn code, and what it leads to.
    #[prop(optional_no_strip)]
    code: Option<AnyView>,
    /// Whether the screen shows it, too.
    #[prop(optional)]
    shown: bool,
) -> impl IntoView {
    view! {
        <div class="print-head" class:print-head--shown=shown>
            <div class="print-head__line">
                <Mark large=true/>
                <div class="print-head__text">
                    <p class="print-head__title">{title}</p>
                    <p><bdi>{hospital}</bdi>" · "{at}</p>
                </div>
                {code.map(|code| view! { <div class="print-head__code">{code}</div> }.into_any())}
            </div>
        </div>
    }
}

/// The foot of each printed sheet.
#[component]
pub fn PrintFoot(
    /// Who printed it, with their role.
    #[prop(into)]
    by: String,
    /// Whether the screen shows it, too.
    #[prop(optional)]
    shown: bool,
) -> impl IntoView {
    let by = view! { <bdi>{by}</bdi> }.into_any();
    view! {
        <div class="print-foot" class:print-head--shown=shown>
            <p class="print-foot__line">{weave(say::printed_by(Arg::hole(0)), [by])}" "{word(key::PAPER_STANDS)}</p>
        </div>
    }
}
