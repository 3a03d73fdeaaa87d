//! The page that the link of an invitation opens: who invites, as whom, and a password.

use hospital::organisation::staff::{Invited, Joined};
use leptos::prelude::*;
use ui::lang::{Arg, key, say, tell, weave, word};
use ui::{Button, Facts, Form, Heading, Known, LinkButton, Look};

use super::parts::{Line, Said, code};
use super::recover::{NewPassword, password_of};
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
    let store = password_of(email.clone());
    view! {
        <Heading title=tell(say::work_at(hospital))/>
        <Said/>
        <Facts>
            <Known what=word(key::NAME)>{name}</Known>
            <Known what=word(key::ROLE)>{role_in_words(role)}</Known>
            <Known what=word(key::E_MAIL)>{email}</Known>
        </Facts>
        <Form action=routes::INVITATION>
            {store}
            {password}
            <div class="form__end"><Button look=Look::Primary class="btn--large">{word(key::ACCEPT_INVITATION)}</Button></div>
        </Form>
    }
    .into_any()
}

/// After it.
pub fn joined(joined: &Joined) -> AnyView {
    let id = view! { <b class="code">{joined.employee_id.clone()}</b> }.into_any();
    view! {
        <Heading title=word(key::WELCOME)/>
        <p>{weave(say::your_employee_id(Arg::hole(0)), [id])}</p>
        <p><LinkButton href=routes::SIGN_IN look=Look::Primary class="btn--large">{word(key::SIGN_IN)}</LinkButton></p>
    }
    .into_any()
}
