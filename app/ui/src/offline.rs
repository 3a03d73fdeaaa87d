//! The offline bar: since when, what is shown, what to do. It goes by itself.

use crate::boxed::memo;
use domain::time::Moment;
use leptos::prelude::*;

use crate::icon::Icon;
use crate::lang::{Arg, key, say, weave, word};
use crate::time::Time;

/// Shown while `since` is known.
#[component]
pub fn Offline(
    /// When the connection was lost.
    #[prop(into)]
    since: Signal<Option<Moment>>,
    /// Tries at once.
    #[prop(into)]
    retry: Callback<()>,
) -> impl IntoView {
    let off = memo(move || since.with(Option::is_some));
    view! {
        <div role="status">
            {move || {
                off.get().then(|| {
                    view! {
                        <div class="offline">
                            <Icon name="no-data"/>
                            <p class="offline__text">
                                <b>{weave(say::no_connection_since(Arg::hole(0)), [view! { <Time at=since/> }.into_any()])}" "</b>
                                {word(key::LAST_KNOWN_STATE)}
                            </p>
                            <button type="button" class="btn btn--small" on:click=move |_| retry.run(())>
                                {word(key::TRY_NOW)}
                            </button>
                        </div>
                    }.into_any()
                })
            }}
        </div>
    }
}
