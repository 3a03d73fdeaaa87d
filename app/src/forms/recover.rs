//! A forgotten password: asking for a link, and the page that the link opens.

use leptos::prelude::*;
use ui::lang::{self, key, word};
use ui::{Button, Form, Heading, LinkButton, Look};

use super::parts::{Line, Said};
use crate::routes;

/// Asks which account it is.
pub fn ask() -> AnyView {
    view! {
        <Heading title=word(key::SET_NEW_PASSWORD)/>
        <Said/>
        <p>{word(key::RECOVER_HOW)}</p>
        <Form action=routes::RECOVER>
            <Line name="login" label=word(key::SIGN_IN_WITH) autocomplete="username" inputmode="email"/>
            <div class="form__end">
                <Button look=Look::Primary class="btn--large">{word(key::SEND_LINK)}</Button>
                <a href=routes::SIGN_IN>{word(key::BACK_TO_SIGN_IN)}</a>
            </div>
        </Form>
    }
    .into_any()
}

/// The same for everybody who asked.
pub fn asked() -> AnyView {
    view! {
        <Heading title=word(key::LOOK_INTO_MAIL)/>
        <p>{word(key::RECOVER_ASKED)}</p>
        <p>{word(key::RECOVER_NOTHING_CAME)}</p>
        <p><a href=routes::SIGN_IN>{word(key::BACK_TO_SIGN_IN)}</a></p>
    }
    .into_any()
}

/// The form behind the link.
pub fn choose() -> AnyView {
    view! {
        <Heading title=word(key::CHOOSE_NEW_PASSWORD)/>
        <Said/>
        <p>{word(key::RECOVER_SIGNS_OUT)}</p>
        <Form action=routes::RECOVER_NEW>
            <NewPassword/>
            <div class="form__end"><Button look=Look::Primary class="btn--large">{word(key::SET_PASSWORD)}</Button></div>
        </Form>
    }
    .into_any()
}

/// After it.
pub fn changed() -> AnyView {
    view! {
        <Heading title=word(key::PASSWORD_IS_SET)/>
        <p>{word(key::EVERY_DEVICE_SIGNED_OUT)}</p>
        <p><LinkButton href=routes::SIGN_IN look=Look::Primary class="btn--large">{word(key::SIGN_IN)}</LinkButton></p>
    }
    .into_any()
}

/// A link that opens nothing, whatever the reason; `anew` is where the next one comes from.
pub fn dead(sentence: &'static str, anew: Option<&'static str>) -> AnyView {
    view! {
        <Heading title=word(key::LINK_DOES_NOT_WORK)/>
        <p>{lang::from_english(sentence)}</p>
        {anew.map(|anew| view! { <p><LinkButton href=anew look=Look::Primary>{word(key::ASK_FOR_LINK)}</LinkButton></p> }.into_any())}
    }
    .into_any()
}

/// For the browser's password store: which account the password is of. Nobody sees it and nobody can type in it, so it is no question of the form.
pub fn password_of(email: String) -> AnyView {
    view! {
        <input class="visually-hidden" type="email" name="username" value=email autocomplete="username" readonly tabindex="-1" aria-hidden="true"/>
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
