//! A concern of a page in one frame: the card, and what stands in it while it loads ([`Skeleton`]), when it is empty ([`Empty`]), when it failed ([`Failed`]).

use leptos::prelude::*;

use crate::icon::Icon;
use crate::lang::{key, say, tell, word};

/// A card with a title.
#[component]
pub fn Card(
    /// The title, an `h2`.
    #[prop(into)]
    title: String,
    /// The id of the title, so that the section is named; unique on the page.
    id: &'static str,
    /// A note beside the title, such as a time.
    #[prop(optional, into)]
    note: Signal<String>,
    /// What stands at the end of the head: a live mark, a choice, a link.
    #[prop(optional)]
    tools: Option<AnyView>,
    /// What is in it; wrap text in `card__body`, tables fill the whole width.
    children: Children,
) -> impl IntoView {
    view! {
        <section class="card panel" aria-labelledby=id>
            <div class="card__head">
                <h2 id=id>{title}</h2>
                <span class="card__note">{move || note.get()}</span>
                {tools.map(|tools| view! { <div class="cluster push">{tools}</div> }.into_any())}
            </div>
            {children()}
        </section>
    }
}

/// One card of a list of them, each of something else: its id says of which.
#[cfg(not(target_arch = "wasm32"))]
#[component]
pub fn CardOf(
    /// The title, an `h2`.
    #[prop(into)]
    title: String,
    /// The id of the title: a word and the id of what the card is of.
    #[prop(into)]
    id: String,
    /// What names it to readers, where its title may stand on several cards.
    #[prop(optional, into)]
    label: Option<String>,
    /// What is in it, as of a [`Card`].
    children: Children,
) -> impl IntoView {
    let labelled = label.is_none().then(|| id.clone());
    view! {
        <section class="card panel" aria-labelledby=labelled aria-label=label>
            <div class="card__head"><h2 id=id>{title}</h2></div>
            {children()}
        </section>
    }
}

/// Grey lines while something loads; they appear after 200 ms.
#[component]
pub fn Skeleton() -> impl IntoView {
    view! {
        <div class="skeleton" role="status">
            <span class="visually-hidden">{word(key::LOADING)}</span>
            <span class="skeleton__line"></span>
            <span class="skeleton__line"></span>
            <span class="skeleton__line"></span>
        </div>
    }
}

/// Nothing to show, and what would fill it.
#[component]
pub fn Empty(
    /// What is empty: "No alarms".
    #[prop(into)]
    title: String,
    /// What fills it: "New alarms come here by themselves."
    #[prop(into)]
    text: String,
    /// The icon.
    #[prop(default = "check-circle")]
    icon: &'static str,
) -> impl IntoView {
    view! {
        <div class="empty">
            <Icon name=icon/>
            <p class="empty__title">{title}</p>
            <p>{text}</p>
        </div>
    }
}

/// This part did not load; the rest of the page is current. The link loads the page again, also without JavaScript.
#[component]
pub fn Failed(
    /// What did not load: "Results".
    #[prop(into)]
    what: String,
    /// The reference that the log has, too; free of patient data.
    #[prop(optional, into)]
    reference: Option<String>,
) -> impl IntoView {
    view! {
        <div class="failed" role="alert">
            <Icon name="info"/>
            <p class="failed__text">
                <b>{tell(say::did_not_load(what))}" "</b>
                {word(key::REST_IS_CURRENT)}" "
                {reference.map(|reference| view! { <span class="code">{tell(say::reference_short(reference))}</span> }.into_any())}
            </p>
            <a class="btn btn--secondary btn--small" href="" rel="external">{word(key::TRY_AGAIN)}</a>
        </div>
    }
}
