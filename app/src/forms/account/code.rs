//! The second of two steps to sign in: the code.

use leptos::prelude::*;
use ui::{Button, Field, Look};

use crate::routes;

/// The form; `again` when the last code was not right.
pub fn page(next: String, again: bool, wrong: &'static str) -> AnyView {
    view! {
        <h1>"Enter your code"</h1>
        {again.then(|| view! {
            <div class="problem" role="alert" tabindex="-1">
                <h2 class="problem__title">"There is a problem"</h2>
                <ul><li><a href="#code">{wrong}</a></li></ul>
            </div>
        }.into_any())}
        <form class="form" method="post" action=routes::SIGN_IN_CODE>
            <Field
                name="code"
                label="Code from your app, or a recovery code"
                hint="Six digits that change every 30 seconds. Without your phone, type one of the recovery codes that you kept."
                error=Signal::stored(again.then(|| wrong.to_owned()))
                autocomplete="one-time-code"
                inputmode="text"
                large=true
                autofocus=true
            />
            <input type="hidden" name="next" value=next/>
            <div class="form__end">
                <Button look=Look::Primary class="btn--large">"Sign in"</Button>
                <a href=routes::SIGN_IN>"Begin again"</a>
            </div>
        </form>
        <p class="quiet">"No phone and no recovery code? Call the help desk of your hospital: the account stays closed until they have helped you."</p>
    }
    .into_any()
}
