//! The warning before a session ends by itself: when, and what to do. A key or a pointer anywhere on the page is enough; the button is for who has neither.

use domain::live::Ends;
use leptos::prelude::*;
use ui::{Icon, Time};

/// Shown while `ends` is known.
#[component]
pub fn Leaving(
    /// When the session ends.
    ends: Signal<Option<Ends>>,
    /// Somebody is here.
    stay: Callback<()>,
) -> impl IntoView {
    view! {
        <div role="alert">
            {move || {
                ends.get().map(|Ends { at, stays }| {
                    let words = if stays {
                        " Press a key or touch the page to stay."
                    } else {
                        " Save what you are writing, and sign in again."
                    };
                    let button = stays.then(|| {
                        view! {
                            <button type="button" class="btn btn--small" on:click=move |_| stay.run(())>"Stay signed in"</button>
                        }.into_any()
                    });
                    view! {
                        <div class="offline">
                            <Icon name="no-data"/>
                            <p class="offline__text">
                                <b>"You are signed out at "<Time at=Signal::stored(Some(at))/>"."</b>
                                {words}
                            </p>
                            {button}
                        </div>
                    }.into_any()
                })
            }}
        </div>
    }
}
