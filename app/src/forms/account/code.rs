//! The second of two steps to sign in: the code.

use leptos::prelude::*;
use ui::lang::{self, key, word};
use ui::{Button, Field, Form, Heading, Look, Problem, Problems};

use crate::routes;

/// The form; `again` when the last code was not right.
pub fn page(next: String, again: bool, wrong: &'static str) -> AnyView {
    let lines = || vec![Problem::new("code", lang::from_english(wrong))];
    view! {
        <Heading title=word(key::ENTER_CODE)/>
        {again.then(|| view! { <Problems lines=lines()/> }.into_any())}
        <Form action=routes::SIGN_IN_CODE hidden=vec![("next", next)]>
            <Field
                name="code"
                label=word(key::CODE_OR_RECOVERY)
                hint=word(key::CODE_LONG_HINT)
                error=Signal::stored(again.then(|| lang::of_english(wrong)))
                autocomplete="one-time-code"
                inputmode="text"
                large=true
                autofocus=!again
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
