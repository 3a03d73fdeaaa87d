//! Somebody proves anew who they are, and goes on to where they wanted.

use leptos::prelude::*;
use ui::lang::{key, word};
use ui::{Button, Form, Heading, Look};

use crate::forms::parts::{Line, Said, code};
use crate::routes::AccountPaths;

/// The form; the code is asked for when the account has a second factor.
pub fn page(paths: AccountPaths, next: String, has_factor: bool) -> AnyView {
    let code = has_factor.then(code);
    view! {
        <Heading title=word(key::STILL_YOU)/>
        <Said/>
        <p>{word(key::STILL_YOU_WHY)}</p>
        <Form action=paths.prove hidden=vec![("next", next)]>
            <Line name="password" label=word(key::YOUR_PASSWORD) kind="password" autocomplete="current-password"/>
            {code}
            <div class="form__end">
                <Button look=Look::Primary>{word(key::GO_ON)}</Button>
                <a href=paths.account>{word(key::LEAVE_IT)}</a>
            </div>
        </Form>
    }
    .into_any()
}
