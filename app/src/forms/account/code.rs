//! The second of two steps to sign in: the code.

use leptos::prelude::*;
use ui::lang::{self, key, word};
use ui::{Button, Field, Form, Look};

use crate::routes;

/// The form; `again` when the last code was not right.
pub fn page(next: String, again: bool, wrong: &'static str) -> AnyView {
    view! {
        <h1>{word(key::ENTER_CODE)}</h1>
        {again.then(|| view! {
            <div class="problem" role="alert" tabindex="-1">
                <h2 class="problem__title">{word(key::PROBLEM)}</h2>
                <ul><li><a href="#code">{lang::from_english(wrong)}</a></li></ul>
            </div>
        }.into_any())}
        <Form action=routes::SIGN_IN_CODE hidden=vec![("next", next)]>
            <Field
                name="code"
                label=word(key::CODE_OR_RECOVERY)
                hint=word(key::CODE_LONG_HINT)
                error=Signal::stored(again.then(|| lang::of_english(wrong)))
                autocomplete="one-time-code"
                inputmode="text"
                large=true
                autofocus=true
            />
            <div class="form__end">
                <Button look=Look::Primary class="btn--large">{word(key::SIGN_IN)}</Button>
                <a href=routes::SIGN_IN>{word(key::BEGIN_AGAIN)}</a>
            </div>
        </Form>
        <p class="quiet">{word(key::NO_PHONE)}</p>
    }
    .into_any()
}
