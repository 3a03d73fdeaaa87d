//! Any account of the house, for whoever runs the platform: closed, opened, signed out everywhere.

use hospital::identity::close::Wish;
use leptos::prelude::*;
use ui::lang::{key, word};
use ui::{Button, Form, Look, PageHead};

use super::parts::{Choice, Line, Said, choose};
use crate::routes;

/// The page. It lists nobody: who has an account is nobody's business.
pub fn page() -> AnyView {
    let answers = [
        (Wish::SignOut, word(key::SIGN_IT_OUT_EVERYWHERE)),
        (Wish::Close, word(key::CLOSE_IT)),
        (Wish::Open, word(key::OPEN_IT_AGAIN)),
    ];
    let answers = choose(answers.map(|(wish, words)| (wish.name().to_owned(), words.to_owned())));
    view! {
        <PageHead title=word(key::ACCOUNTS)/>
        <Said/>
        <p>{word(key::FOR_AN_ACCOUNT_THAT)}</p>
        <Form class="form form--wide" action=routes::PLATFORM_ACCOUNTS>
            <Line name="login" label=word(key::EMAIL_OR_PHONE_NUMBER) inputmode="email"/>
            <Choice name="act" label=word(key::WHAT_TO_DO) answers=answers/>
            <div class="form__end"><Button look=Look::Primary>{word(key::DO_IT)}</Button></div>
        </Form>
    }
    .into_any()
}
