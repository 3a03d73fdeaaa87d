//! Any account of the house, for whoever runs the platform: closed, opened, signed out everywhere.

use hospital::identity::close::Wish;
use leptos::prelude::*;
use ui::{Button, Look, PageHead};

use super::parts::{Choice, Line, Said};
use crate::routes;

/// The page. It lists nobody: who has an account is nobody's business.
pub fn page() -> AnyView {
    let answers = [
        (Wish::SignOut, "Sign it out everywhere"),
        (Wish::Close, "Close it"),
        (Wish::Open, "Open it again"),
    ];
    let answers = std::iter::once((String::new(), "Choose".to_owned()))
        .chain(answers.map(|(wish, words)| (wish.name().to_owned(), words.to_owned())))
        .collect();
    view! {
        <PageHead title="Accounts"/>
        <Said/>
        <p>"For an account that somebody took over, or that must open nothing any more, in every hospital at once. What somebody may do in one hospital is switched in its list of staff."</p>
        <form class="form form--wide" method="post" action=routes::PLATFORM_ACCOUNTS>
            <Line name="login" label="Email or phone number that the account signs in with" inputmode="email"/>
            <Choice name="act" label="What to do" answers=answers/>
            <div class="form__end"><Button look=Look::Primary>"Do it"</Button></div>
        </form>
    }
    .into_any()
}
