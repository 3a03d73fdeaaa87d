//! The call for a nurse on the patient's home: the button, how far their call is, or why there is none. The server draws it whole; what moves stands on its own page.

use leptos::prelude::*;

use crate::forms::calls::mine::{away, part};

/// It; the way to its page where it did not load, so that an error never looks like "no button". (Who is not let into what was noticed is not asked about.)
pub async fn call() -> Option<AnyView> {
    let Ok(ctx) = crate::door::enter() else {
        return None;
    };
    let told = crate::door::ask_quietly(async move { hospital::calls::beside(&ctx).await }).await;
    told.map_or_else(|_| Some(away()), part)
}
