//! With what somebody signs in, and where mails to them go: the card on the account page, and the page behind the link to a new address.

use domain::identity::contact::Profile;
use leptos::prelude::*;
use ui::{Button, Card, Look};

use crate::forms::parts::{Act, Line, Said};
use crate::routes::{AccountPaths, SIGN_IN, VERIFY_EMAIL};

/// The card: a form for the address, one for the number.
pub(super) fn card(paths: AccountPaths, profile: &Profile) -> AnyView {
    let (email, phone) = (profile.email.clone(), profile.sign_in_phone.clone());
    let waits = profile.waiting_email.clone().map(|address| waiting(paths, address));
    view! {
        <Card title="How you sign in" id="sign-in-with">
            <div class="card__body stack">
                <dl class="facts">
                    <dt>"Email"</dt><dd>{email.unwrap_or_else(|| "None".to_owned())}</dd>
                    <dt>"Phone number"</dt><dd>{phone.clone().unwrap_or_else(|| "None".to_owned())}</dd>
                </dl>
                {waits}
                <form class="form" method="post" action=paths.email>
                    <Line name="email" label="New email" kind="email" autocomplete="email" inputmode="email"
                        hint="A link goes there. The address changes when you open the link within 30 minutes."/>
                    <div class="form__end"><Button>"Send the link"</Button></div>
                </form>
                <form class="form" method="post" action=paths.sign_in_phone>
                    <Line name="sign_in_phone" label="Phone number to sign in with" kind="tel" value=phone.unwrap_or_default() autocomplete="tel" inputmode="tel"
                        optional=true hint="With its country code, such as +254 700 000 001. A number that signs in somebody else already goes on doing so."/>
                    <div class="form__end"><Button>"Save the number"</Button></div>
                </form>
                <p class="quiet">"When you last typed your password more than five minutes ago, it is asked for first. Each change is told to your email."</p>
            </div>
        </Card>
    }
    .into_any()
}

fn waiting(paths: AccountPaths, address: String) -> AnyView {
    view! {
        <p>"Waits for its link to be opened: "<b>{address}</b>". Until then nothing has changed."</p>
        <Act action=paths.email_keep fields=Vec::new() verb="Keep the old one" label="Keep the old one: the new email waits no longer"/>
    }
    .into_any()
}

/// Behind the link: the button uses it, opening the page does not.
pub fn prove() -> AnyView {
    view! {
        <h1>"Confirm your new email"</h1>
        <Said/>
        <p>"Press the button to say that this address is yours. From then on you sign in with it, and mails to you go there."</p>
        <form class="form" method="post" action=VERIFY_EMAIL>
            <div class="form__end"><Button look=Look::Primary class="btn--large">"Confirm"</Button></div>
        </form>
    }
    .into_any()
}

/// After it.
pub fn proved() -> AnyView {
    view! {
        <h1>"Your email is changed"</h1>
        <p>"Sign in with the new address from now on. Where you are signed in already you stay so."</p>
        <p><a class="btn btn--primary btn--large" href=SIGN_IN>"Go to Wardlight"</a></p>
    }
    .into_any()
}
