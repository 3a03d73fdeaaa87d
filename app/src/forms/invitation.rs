//! The page that the link of an invitation opens: who invites, as whom, and a password.

use hospital::organisation::staff::{Invited, Joined};
use leptos::prelude::*;
use ui::lang::{Arg, key, say, tell, weave, word};
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
            <p>{word(key::INVITATION_KNOWN)}</p>
            <Line name="password" label=word(key::PASSWORD_OF_ACCOUNT) kind="password" autocomplete="current-password"/>
            {has_factor.then(code)}
            <p><a href=routes::RECOVER>{word(key::DO_NOT_REMEMBER)}</a></p>
        }
        .into_any()
    } else {
        view! { <NewPassword/> }.into_any()
    };
    view! {
        <h1>{tell(say::work_at(hospital))}</h1>
        <Said/>
        <dl class="facts">
            <dt>{word(key::NAME)}</dt><dd>{name}</dd>
            <dt>{word(key::ROLE)}</dt><dd>{role_in_words(role)}</dd>
            <dt>{word(key::E_MAIL)}</dt><dd>{email.clone()}</dd>
        </dl>
        <form class="form" method="post" action=routes::INVITATION>
            // For the browser's password store: which account the password is of.
            <input class="visually-hidden" type="email" name="username" value=email autocomplete="username" readonly tabindex="-1" aria-hidden="true"/>
            {password}
            <div class="form__end"><Button look=Look::Primary class="btn--large">{word(key::ACCEPT_INVITATION)}</Button></div>
        </form>
    }
    .into_any()
}

/// After it.
pub fn joined(joined: &Joined) -> AnyView {
    let id = view! { <b class="code">{joined.employee_id.clone()}</b> }.into_any();
    view! {
        <h1>{word(key::WELCOME)}</h1>
        <p>{weave(say::your_employee_id(Arg::hole(0)), [id])}</p>
        <p><a class="btn btn--primary btn--large" href=routes::SIGN_IN>{word(key::SIGN_IN)}</a></p>
    }
    .into_any()
}
