//! A forgotten password: asking for a link, and the page that the link opens.

use leptos::prelude::*;
use ui::{Button, Look};

use super::parts::{Line, Said};
use crate::routes;

/// Asks which account it is.
pub fn ask() -> AnyView {
    view! {
        <h1>"Set a new password"</h1>
        <Said/>
        <p>"Tell us how you sign in. If there is an account, a link goes to its e-mail address. It works once, for 30 minutes."</p>
        <form class="form" method="post" action=routes::RECOVER>
            <Line name="login" label="Email or phone number" autocomplete="username" inputmode="email"/>
            <div class="form__end">
                <Button look=Look::Primary class="btn--large">"Send the link"</Button>
                <a href=routes::SIGN_IN>"Back to sign in"</a>
            </div>
        </form>
    }
    .into_any()
}

/// The same for everybody who asked.
pub fn asked() -> AnyView {
    view! {
        <h1>"Look into your mail"</h1>
        <p>"If what you typed belongs to an account, a mail with a link is on its way to the e-mail address of that account. It can take a minute."</p>
        <p>"Nothing came? Look into the folder for spam, or ask the help desk of your hospital."</p>
        <p><a href=routes::SIGN_IN>"Back to sign in"</a></p>
    }
    .into_any()
}

/// The form behind the link.
pub fn choose() -> AnyView {
    view! {
        <h1>"Choose a new password"</h1>
        <Said/>
        <p>"Every device that is signed in to your account is signed out by this. A second factor stays as it is."</p>
        <form class="form" method="post" action=routes::RECOVER_NEW>
            <NewPassword/>
            <div class="form__end"><Button look=Look::Primary class="btn--large">"Set the password"</Button></div>
        </form>
    }
    .into_any()
}

/// After it.
pub fn changed() -> AnyView {
    view! {
        <h1>"Your password is set"</h1>
        <p>"Every device was signed out. Sign in with the new password."</p>
        <p><a class="btn btn--primary btn--large" href=routes::SIGN_IN>"Sign in"</a></p>
    }
    .into_any()
}

/// A link that opens nothing, whatever the reason; `anew` is where the next one comes from.
pub fn dead(sentence: &'static str, anew: Option<&'static str>) -> AnyView {
    view! {
        <h1>"This link does not work"</h1>
        <p>{sentence}</p>
        {anew.map(|anew| view! { <p><a class="btn btn--primary" href=anew>"Ask for a new link"</a></p> }.into_any())}
    }
    .into_any()
}

/// The field of every new password.
#[component]
pub fn NewPassword() -> impl IntoView {
    view! {
        <Line
            name="password"
            label="New password"
            kind="password"
            autocomplete="new-password"
            hint="At least 15 characters. A few words that only you would put together are easy to remember."
        />
    }
}
