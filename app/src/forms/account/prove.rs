//! Somebody proves anew who they are, and goes on to where they wanted.

use leptos::prelude::*;
use ui::{Button, Look};

use crate::forms::parts::{Line, Said, code};
use crate::routes::AccountPaths;

/// The form; the code is asked for when the account has a second factor.
pub fn page(paths: AccountPaths, next: String, has_factor: bool) -> AnyView {
    let code = has_factor.then(code);
    view! {
        <h1>"Is it still you?"</h1>
        <Said/>
        <p>"What you are about to do asks for a proof that is at most five minutes old."</p>
        <form class="form" method="post" action=paths.prove>
            <Line name="password" label="Your password" kind="password" autocomplete="current-password"/>
            {code}
            <input type="hidden" name="next" value=next/>
            <div class="form__end">
                <Button look=Look::Primary>"Go on"</Button>
                <a href=paths.account>"Leave it"</a>
            </div>
        </form>
    }
    .into_any()
}
