//! Under the banner of a record to which others were joined: which, since when, and the way to take them apart for who may.

use domain::ids::PatientId;
use domain::patients::merge::JoinedHere;
use leptos::prelude::*;
use ui::lang::{Arg, key, say, weave, word};
use ui::{Icon, Time, TimeStyle};

use crate::routes;

/// The bar; nothing where nothing was joined.
#[component]
pub fn JoinedBar(
    /// The last first.
    joined: Vec<JoinedHere>,
    patient: PatientId,
    /// Whether the reader takes them apart.
    may_merge: bool,
) -> impl IntoView {
    let last = joined.first()?.at;
    let numbers: Vec<String> = joined
        .iter()
        .map(|one| format!("{} ({})", one.number, one.name))
        .collect();
    let at = view! { <Time at=Signal::stored(Some(last)) style=TimeStyle::DateClock/> }.into_any();
    let listed = numbers.join(word(key::LIST_COMMA));
    let words = match numbers.len() {
        1 => say::join_two_on(Arg::hole(0), listed),
        _ => say::join_several_on(Arg::hole(0), listed),
    };
    let link = may_merge.then(|| {
        let href = format!("{}#joined", routes::join_of(patient));
        view! { " "<a class="link" href=href>{word(key::JOIN_LOOK_OR_APART)}</a> }.into_any()
    });
    Some(
        view! { <p class="opened opened--joined"><Icon name="info"/><span>{weave(words, [at])}{link}</span></p> }
            .into_any(),
    )
}
