//! With what somebody signs in, and where mails to them go: the card on the account page, and the page behind the link to a new address.

use domain::identity::contact::Profile;
use leptos::prelude::*;
use ui::lang::{Arg, key, say, weave, word};
use ui::{Button, Card, Facts, Form, Heading, Known, LinkButton, Look};

use crate::forms::parts::{Act, Line, Said};
use crate::routes::{AccountPaths, SIGN_IN, VERIFY_EMAIL};

/// The card: a form for the address, one for the number.
pub(super) fn card(paths: AccountPaths, profile: &Profile) -> AnyView {
    let (email, phone) = (profile.email.clone(), profile.sign_in_phone.clone());
    let number = phone.clone().unwrap_or_else(|| word(key::NONE).to_owned());
    let waits = profile.waiting_email.clone().map(|address| waiting(paths, address));
    view! {
        <Card title=word(key::HOW_YOU_SIGN_IN) id="sign-in-with">
            <div class="card__body stack">
                <Facts>
                    <Known what=word(key::EMAIL)>{email.unwrap_or_else(|| word(key::NONE).to_owned())}</Known>
                    <Known what=word(key::PHONE_NUMBER)>{number}</Known>
                </Facts>
                {waits}
                <Form action=paths.email>
                    <Line name="email" label=word(key::NEW_EMAIL) kind="email" autocomplete="email" inputmode="email"
                        hint=word(key::NEW_EMAIL_HINT)/>
                    <div class="form__end"><Button>{word(key::SEND_LINK)}</Button></div>
                </Form>
                <Form action=paths.sign_in_phone>
                    <Line name="sign_in_phone" label=word(key::SIGN_IN_PHONE) kind="tel" value=phone.unwrap_or_default() autocomplete="tel" inputmode="tel"
                        optional=true hint=word(key::SIGN_IN_PHONE_HINT)/>
                    <div class="form__end"><Button>{word(key::SAVE_NUMBER)}</Button></div>
                </Form>
                <p class="quiet">{word(key::PASSWORD_ASKED_FIRST)}</p>
            </div>
        </Card>
    }
    .into_any()
}

fn waiting(paths: AccountPaths, address: String) -> AnyView {
    view! {
        <p>{weave(say::email_waits(Arg::hole(0)), [view! { <b><bdi>{address}</bdi></b> }.into_any()])}</p>
        <Act action=paths.email_keep fields=Vec::new() verb=word(key::KEEP_OLD) label=word(key::KEEP_OLD_LABEL)/>
    }
    .into_any()
}

/// Behind the link: the button uses it, opening the page does not.
pub fn prove() -> AnyView {
    view! {
        <Heading title=word(key::CONFIRM_NEW_EMAIL)/>
        <Said/>
        <p>{word(key::NEW_EMAIL_IS_YOURS)}</p>
        <Form action=VERIFY_EMAIL>
            <div class="form__end"><Button look=Look::Primary class="btn--large">{word(key::CONFIRM)}</Button></div>
        </Form>
    }
    .into_any()
}

/// After it.
pub fn proved() -> AnyView {
    view! {
        <Heading title=word(key::EMAIL_IS_CHANGED)/>
        <p>{word(key::EMAIL_CHANGED_TEXT)}</p>
        <p><LinkButton href=SIGN_IN look=Look::Primary class="btn--large">{word(key::GO_TO_WARDLIGHT)}</LinkButton></p>
    }
    .into_any()
}
