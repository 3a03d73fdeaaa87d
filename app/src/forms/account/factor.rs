//! The second factor: what there is, setting an app up, recovery codes, taking it away.

use hospital::identity::factor::{Enrolment, Status};
use leptos::prelude::*;
use ui::{Button, Card, Look, PageHead, Time, TimeStyle};

use crate::forms::parts::{Line, Said};
use crate::routes::{self, AccountPaths};

/// The page inside the frame.
pub fn page(paths: AccountPaths, status: Status, pending: Option<Enrolment>) -> AnyView {
    view! {
        <PageHead title="Second factor"/>
        <Said/>
        <p><a href=paths.account>"Back to your account"</a></p>
        <div class="home">
            {state(paths, status)}
            {pending.map(|pending| enrol(paths, &pending))}
            {(status.since.is_some()).then(|| view! { {codes(paths, status)} {remove(paths, status)} }.into_any())}
        </div>
    }
    .into_any()
}

/// The page for staff whose hospital asks for a factor that they do not have yet: nothing else is open to them.
pub fn first(paths: AccountPaths, status: Status, pending: Option<Enrolment>) -> AnyView {
    view! {
        <h1>"Set up a second factor"</h1>
        <Said/>
        <p>
            "Your hospital asks its staff for a second factor: a code from an app on your phone, beside the password. Until it is set up, nothing else opens."
        </p>
        {match pending {
            Some(pending) => enrol(paths, &pending),
            None => state(paths, status),
        }}
        <form method="post" action=routes::SIGN_OUT><Button>"Sign out"</Button></form>
    }
    .into_any()
}

/// What there is now, and the way to begin.
fn state(paths: AccountPaths, status: Status) -> AnyView {
    let (sentence, verb) = match (status.since, status.is_pending) {
        (None, false) => (
            "There is none: your password alone opens this account.",
            "Set up an app",
        ),
        (None, true) => (
            "An app is being set up. It counts when its first code was right.",
            "Begin anew",
        ),
        (Some(_), _) => (
            "A code from your app is asked for when you sign in.",
            "Move to another app",
        ),
    };
    let required = status
        .is_required
        .then(|| view! { <p class="quiet">"Your hospital asks its staff for it."</p> }.into_any());
    view! {
        <Card title="Your second factor" id="factor">
            <div class="card__body stack">
                <p>{sentence}</p>
                {status.since.map(|since| view! {
                    <p class="quiet">"Set up "<Time at=Signal::stored(Some(since)) style=TimeStyle::Spoken/></p>
                }.into_any())}
                {required}
                <form method="post" action=paths.factor_begin>
                    <Button look=if status.since.is_some() { Look::Secondary } else { Look::Primary }>{verb}</Button>
                </form>
            </div>
        </Card>
    }
    .into_any()
}

/// The QR code, the key, and the form for the first code.
fn enrol(paths: AccountPaths, pending: &Enrolment) -> AnyView {
    let (svg, key) = (pending.svg().to_owned(), pending.key().to_owned());
    view! {
        <Card title="Set up your app" id="set-up">
            <div class="card__body stack">
                <ol class="steps">
                    <li>
                        "Scan this picture with your authenticator app."
                        // reviewed: drawn by the server from random bytes, without anything that somebody typed
                        <div class="qr" role="img" aria-label="QR code with the key below" inner_html=svg></div>
                    </li>
                    <li>
                        "Or type the key: "<b class="code qr__key" id="factor-key">{key}</b>
                    </li>
                    <li>
                        "Type the code that the app shows now."
                        <form class="form" method="post" action=paths.factor_confirm>
                            <Line name="code" label="Code" autocomplete="one-time-code" inputmode="numeric"/>
                            <div class="form__end"><Button look=Look::Primary>"Finish"</Button></div>
                        </form>
                    </li>
                </ol>
            </div>
        </Card>
    }
    .into_any()
}

fn codes(paths: AccountPaths, status: Status) -> AnyView {
    let left = match status.codes_left {
        0 => "None is left: make new ones now.".to_owned(),
        1 => "One is left.".to_owned(),
        many => format!("{many} are left."),
    };
    view! {
        <Card title="Recovery codes" id="recovery">
            <div class="card__body stack">
                <p>"Each opens your account once, for the day your phone is gone. "{left}</p>
                <form method="post" action=paths.factor_codes><Button>"Make new ones"</Button></form>
            </div>
        </Card>
    }
    .into_any()
}

fn remove(paths: AccountPaths, status: Status) -> AnyView {
    let then = if status.is_required {
        "Your hospital asks for it, so you will have to set up another at once."
    } else {
        "Your password alone opens your account then, so choose a longer one."
    };
    view! {
        <Card title="Remove the second factor" id="remove">
            <div class="card__body stack">
                <p>{then}</p>
                <form class="form" method="post" action=paths.factor_remove>
                    <Line
                        name="new_password"
                        label="New password"
                        kind="password"
                        hint="At least 15 characters; a few words that only you would put together."
                        autocomplete="new-password"
                    />
                    <div class="form__end"><Button look=Look::Inverse>"Remove it"</Button></div>
                </form>
            </div>
        </Card>
    }
    .into_any()
}
