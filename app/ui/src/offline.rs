//! The offline bar: since when, what is shown, what to do. It goes by itself.

use crate::boxed::memo;
use domain::time::Moment;
use leptos::prelude::*;

use crate::icon::Icon;
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
                                <b>"No connection since "<Time at=since/>". "</b>
                                "You see the last known state. It is tried again by itself."
                            </p>
                            <button type="button" class="btn btn--small" on:click=move |_| retry.run(())>
                                "Try now"
                            </button>
                        </div>
                    }.into_any()
                })
            }}
        </div>
    }
}
