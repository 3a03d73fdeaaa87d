//! The call for a nurse on the patient's home: the button, how far their call is, or why there is none. The server draws it whole; what moves stands on its own page.

use leptos::prelude::*;

use crate::forms::calls::mine::part;

/// It; none where it is refused or away: a home without it is still a home.
pub async fn call() -> Option<AnyView> {
    let Ok(ctx) = crate::door::enter() else {
        return None;
    };
    let told = crate::door::ask_quietly(async move { hospital::calls::beside(&ctx).await }).await;
    part(told.ok()?)
}
