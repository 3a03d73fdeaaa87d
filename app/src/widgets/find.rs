//! The button of the search in the top bar. It is a link, so that it works without a script; what it is called stands in the list beside the page (`crate::finding`), in
//! the reader's language. What stands here never changes, so it is plain markup: the least for a browser to load.

use leptos::prelude::*;

use super::frame::Side;

/// The button.
pub fn button(side: Side) -> AnyView {
    match side {
        Side::Staff => view! {
            <div>
                <a class="find" href="/search" rel="external" aria-labelledby="find-title">
                    <svg class="icon" aria-hidden="true"><use href="/icons.svg#search"></use></svg>
                </a>
            </div>
        }
        .into_any(),
        Side::Portal => view! {
            <div>
                <a class="find" href="/my/search" rel="external" aria-labelledby="find-title">
                    <svg class="icon" aria-hidden="true"><use href="/icons.svg#search"></use></svg>
                </a>
            </div>
        }
        .into_any(),
    }
}
