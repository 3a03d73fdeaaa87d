//! The alarm counts in the top bar of every staff page.

use crate::boxed::memo;
use leptos::prelude::*;

use crate::lang::{key, word};

use crate::icon::Icon;
use crate::severity::Severity;

/// How many alarms of each kind are open, as one link to the list. A kind without alarms is left out; "No alarms" is words.
#[component]
pub fn Counts(
    /// `[high, medium, low, no data]`.
    #[prop(into)]
    counts: Signal<[u32; 4]>,
    /// Where the alarms are listed.
    #[prop(into)]
    href: String,
) -> impl IntoView {
    let one = move |place: usize, severity: Severity| {
        let count = memo(move || counts.get()[place]);
        let colour = match severity {
            Severity::High => "icon--small icon--high",
            Severity::Medium => "icon--small icon--medium",
            Severity::Low => "icon--small icon--low",
            Severity::NoData => "icon--small",
        };
        let silent = severity == Severity::NoData;
        let shown = move || {
            view! {
                <span class="counts__one" class:counts__one--nodata=silent>
                    <Icon name=severity.icon() class=colour label=severity.word()/>
                    {move || count.get().to_string()}
                </span>
            }
            .into_any()
        };
        view! { {move || (count.get() > 0).then(shown)} }.into_any()
    };
    view! {
        <a class="counts" href=href rel="external">
            {one(0, Severity::High)}
            {one(1, Severity::Medium)}
            {one(2, Severity::Low)}
            {one(3, Severity::NoData)}
            {move || (counts.get() == [0; 4]).then(|| view! { <span class="counts__one counts__one--nodata">{word(key::NO_ALARMS)}</span> }.into_any())}
        </a>
    }
}
