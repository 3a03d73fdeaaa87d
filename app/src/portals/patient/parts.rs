//! Parts of the patient's pages that say how they are shown: what is hidden, and on whose behalf somebody reads.

use domain::patients::{Person, View};
use leptos::prelude::*;
use ui::{Time, TimeStyle};

use crate::routes;

/// Where a part would stand that this reader is not shown.
#[component]
pub fn NotShown(
    /// The part: "Your values".
    what: &'static str,
) -> impl IntoView {
    view! { <p class="note"><b>{what}</b>" Your hospital does not show this part here. Your doctor or nurse can tell you about it."</p> }
}

/// For who reads the record of somebody they care for: whose it is, and until when. Nothing for the person themselves.
#[component]
pub fn OnBehalf(view: View, person: Person) -> impl IntoView {
    view.acting.map(|acting| {
        let name = format!("{} {}", person.given_name, person.family_name);
        view! {
            <aside class="behalf" aria-label="On whose behalf you read">
                <p>
                    "You are reading the record of "<b>{name}</b>", who knows you as “"{acting.known_as}"” and lets you read until "
                    <Time at=Signal::stored(Some(acting.until)) style=TimeStyle::Date/>". “You” on this page means them. Parts that are missing are not shown to you."
                </p>
                <a href=routes::MY_PROXIES rel="external">"Whose records I may read"</a>
            </aside>
        }
        .into_any()
    })
}
