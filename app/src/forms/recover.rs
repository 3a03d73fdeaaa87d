//! A forgotten password: asking for a link, and the page that the link opens.

use leptos::prelude::*;
use ui::lang::{self, key, word};
use ui::{Button, Look};

use super::parts::{Line, Said};
use crate::routes;

/// Asks which account it is.
pub fn ask() -> AnyView {
    view! {
        <h1>{word(key::SET_NEW_PASSWORD)}</h1>
        <Said/>
        <p>{word(key::RECOVER_HOW)}</p>
        <form class="form" method="post" action=routes::RECOVER>
            <Line name="login" label=word(key::SIGN_IN_WITH) autocomplete="username" inputmode="email"/>
            <div class="form__end">
                <Button look=Look::Primary class="btn--large">{word(key::SEND_LINK)}</Button>
                <a href=routes::SIGN_IN>{word(key::BACK_TO_SIGN_IN)}</a>
            </div>
        </form>
    }
    .into_any()
}

/// The same for everybody who asked.
pub fn asked() -> AnyView {
    view! {
        <h1>{word(key::LOOK_INTO_MAIL)}</h1>
        <p>{word(key::RECOVER_ASKED)}</p>
        <p>{word(key::RECOVER_NOTHING_CAME)}</p>
        <p><a href=routes::SIGN_IN>{word(key::BACK_TO_SIGN_IN)}</a></p>
    }
    .into_any()
}

/// The form behind the link.
pub fn choose() -> AnyView {
    view! {
        <h1>{word(key::CHOOSE_NEW_PASSWORD)}</h1>
        <Said/>
        <p>{word(key::RECOVER_SIGNS_OUT)}</p>
        <form class="form" method="post" action=routes::RECOVER_NEW>
            <NewPassword/>
            <div class="form__end"><Button look=Look::Primary class="btn--large">{word(key::SET_PASSWORD)}</Button></div>
        </form>
    }
    .into_any()
}

/// After it.
pub fn changed() -> AnyView {
    view! {
        <h1>{word(key::PASSWORD_IS_SET)}</h1>
        <p>{word(key::EVERY_DEVICE_SIGNED_OUT)}</p>
        <p><a class="btn btn--primary btn--large" href=routes::SIGN_IN>{word(key::SIGN_IN)}</a></p>
    }
    .into_any()
}

/// A link that opens nothing, whatever the reason; `anew` is where the next one comes from.
pub fn dead(sentence: &'static str, anew: Option<&'static str>) -> AnyView {
    view! {
        <h1>{word(key::LINK_DOES_NOT_WORK)}</h1>
        <p>{lang::from_english(sentence)}</p>
        {anew.map(|anew| view! { <p><a class="btn btn--primary" href=anew>{word(key::ASK_FOR_LINK)}</a></p> }.into_any())}
    }
    .into_any()
}

/// The field of every new password.
#[component]
pub fn NewPassword() -> impl IntoView {
    view! {
        <Line
            name="password"
            label=word(key::NEW_PASSWORD)
            kind="password"
            autocomplete="new-password"
            hint=word(key::NEW_PASSWORD_HINT)
        />
    }
}
