//! `/`: sends everybody to the home of their role, and who is not signed in to the sign-in page.

use leptos::prelude::*;
use ui::lang::{key, word};

use crate::routes;
use crate::welcome::me;

/// Never seen: the answer is a redirect.
#[component]
pub fn HomePage() -> impl IntoView {
    let home = me()
        .and_then(|me| me.roles.first().map(|role| routes::home_of(*role)))
        .unwrap_or(routes::SIGN_IN);
    crate::door::send_to(home);
    view! { <p class="page"><a href=home rel="external">{word(key::GO_TO_MY_PAGE)}</a></p> }
}
