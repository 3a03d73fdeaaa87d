//! The page that the link of an invitation opens: who invites, as whom, and a password.

use hospital::organisation::staff::{Invited, Joined};
use leptos::prelude::*;
use ui::{Button, Look};

use super::parts::{Line, Said, code};
use super::recover::NewPassword;
use crate::portals::role_in_words;
use crate::routes;

/// The form.
pub fn form(invited: Invited) -> AnyView {
    let Invited {
        hospital,
        role,
        name,
        email,
        account,
        has_factor,
    } = invited;
    let password = if account.is_some() {
        view! {
            <p>"There is an account with this address already. Enter its password to add this work to it."</p>
            <Line name="password" label="Password of your account" kind="password" autocomplete="current-password"/>
            {has_factor.then(code)}
            <p><a href=routes::RECOVER>"I do not remember it"</a></p>
        }
        .into_any()
    } else {
        view! { <NewPassword/> }.into_any()
    };
    view! {
        <h1>{format!("Work at {hospital}")}</h1>
        <Said/>
        <dl class="facts">
            <dt>"Name"</dt><dd>{name}</dd>
            <dt>"Role"</dt><dd>{role_in_words(role)}</dd>
            <dt>"E-mail"</dt><dd>{email.clone()}</dd>
        </dl>
        <form class="form" method="post" action=routes::INVITATION>
            // For the browser's password store: which account the password is of.
            <input class="visually-hidden" type="email" name="username" value=email autocomplete="username" readonly tabindex="-1" aria-hidden="true"/>
            {password}
            <div class="form__end"><Button look=Look::Primary class="btn--large">"Accept the invitation"</Button></div>
        </form>
    }
    .into_any()
}

/// After it.
pub fn joined(joined: &Joined) -> AnyView {
    view! {
        <h1>"Welcome"</h1>
        <p>"Your employee id is "<b class="code">{joined.employee_id.clone()}</b>". It stands on your account page, too."</p>
        <p><a class="btn btn--primary btn--large" href=routes::SIGN_IN>"Sign in"</a></p>
    }
    .into_any()
}
