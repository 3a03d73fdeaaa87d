//! The warning before a session ends by itself: when, and what to do. A key or a pointer anywhere on the page is enough; the button is for who has neither.

use domain::live::Ends;
use leptos::prelude::*;
use ui::lang::{Arg, key, say, weave, word};
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
                        word(key::PRESS_TO_STAY)
                    } else {
                        word(key::SAVE_AND_SIGN_IN)
                    };
                    let button = stays.then(|| {
                        view! {
                            <button type="button" class="btn btn--small" on:click=move |_| stay.run(())>{word(key::STAY_SIGNED_IN)}</button>
                        }.into_any()
                    });
                    view! {
                        <div class="offline">
                            <Icon name="no-data"/>
                            <p class="offline__text">
                                <b>{weave(say::signed_out_at(Arg::hole(0)), [view! { <Time at=Signal::stored(Some(at))/> }.into_any()])}</b>
                                " "{words}
                            </p>
                            {button}
                        </div>
                    }.into_any()
                })
            }}
        </div>
    }
}

#[cfg(test)]
mod tests {
    use domain::time::Moment;

    use super::*;

    fn drawn(ends: Option<Ends>) -> String {
        Owner::new().with(|| {
            provide_context(StoredValue::new(domain::time::Zone::default()));
            view! { <Leaving ends=Signal::stored(ends) stay=Callback::new(|()| ())/> }.to_html()
        })
    }

    #[test]
    fn who_can_stay_is_told_how_and_who_cannot_is_told_to_save() {
        let at = Moment(0).plus_seconds(3_600.0);
        assert!(!drawn(None).contains("signed out"), "nothing ends soon");
        let idle = drawn(Some(Ends { at, stays: true }));
        assert!(
            idle.contains("You are signed out at") && idle.contains("Stay signed in"),
            "{idle}"
        );
        let over = drawn(Some(Ends { at, stays: false }));
        assert!(
            over.contains("Save what you are writing") && !over.contains("Stay signed in"),
            "{over}"
        );
    }
}
