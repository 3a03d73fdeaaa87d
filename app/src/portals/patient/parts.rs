//! Parts of the patient's pages that say how they are shown: what is hidden, and on whose behalf somebody reads.

use domain::patients::{Person, View};
use leptos::prelude::*;
use ui::lang::{Arg, key, say, weave, word};
use ui::{Note, Time, TimeStyle};

use crate::routes;

/// Where a part would stand that this reader is not shown.
#[component]
pub fn NotShown(
    /// The part: "Your values".
    what: &'static str,
) -> impl IntoView {
    view! { <Note><b>{what}</b>" "{word(key::NOT_SHOWN)}</Note> }
}

/// For who reads the record of somebody they care for: whose it is, and until when. Nothing for the person themselves.
#[component]
pub fn OnBehalf(view: View, person: Person) -> impl IntoView {
    view.acting.map(|acting| {
        let name = format!("{} {}", person.given_name, person.family_name);
        let parts = [
            view! { <b><bdi>{name}</bdi></b> }.into_any(),
            view! { <Time at=Signal::stored(Some(acting.until)) style=TimeStyle::Date/> }.into_any(),
        ];
        view! {
            <aside class="behalf" aria-label=word(key::ON_WHOSE_BEHALF)>
                <p>{weave(say::on_behalf(Arg::hole(0), acting.known_as, Arg::hole(1)), parts)}</p>
                <a href=routes::MY_PROXIES rel="external">{word(key::WHOSE_RECORDS)}</a>
            </aside>
        }
        .into_any()
    })
}
