//! The second factor: what there is, setting an app up, recovery codes, taking it away.

use hospital::identity::factor::{Enrolment, Status};
use leptos::prelude::*;
use ui::lang::{Arg, key, say, tell, weave, word};
use ui::{Button, Card, Form, Heading, Look, PageHead, Time, TimeStyle};

use crate::forms::parts::{Line, Said};
use crate::routes::{self, AccountPaths};

/// The page inside the frame.
pub fn page(paths: AccountPaths, status: Status, pending: Option<Enrolment>) -> AnyView {
    view! {
        <PageHead title=word(key::SECOND_FACTOR)/>
        <Said/>
        <p><a href=paths.account>{word(key::BACK_TO_ACCOUNT)}</a></p>
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
        <Heading title=word(key::SET_UP_FACTOR)/>
        <Said/>
        <p>
            {word(key::FACTOR_WHY)}
        </p>
        {match pending {
            Some(pending) => enrol(paths, &pending),
            None => state(paths, status),
        }}
        <Form class="" action=routes::SIGN_OUT><Button>{word(key::SIGN_OUT)}</Button></Form>
    }
    .into_any()
}

/// What there is now, and the way to begin.
fn state(paths: AccountPaths, status: Status) -> AnyView {
    let (sentence, verb) = match (status.since, status.is_pending) {
        (None, false) => (word(key::FACTOR_NONE), word(key::SET_UP_APP_VERB)),
        (None, true) => (word(key::FACTOR_PENDING), word(key::BEGIN_ANEW)),
        (Some(_), _) => (word(key::FACTOR_ASKED), word(key::MOVE_APP)),
    };
    let required = status
        .is_required
        .then(|| view! { <p class="quiet">{word(key::FACTOR_REQUIRED)}</p> }.into_any());
    view! {
        <Card title=word(key::YOUR_FACTOR) id="factor">
            <div class="card__body stack">
                <p>{sentence}</p>
                {status.since.map(|since| view! {
                    <p class="quiet">{weave(say::set_up_at(Arg::hole(0)), [view! { <Time at=Signal::stored(Some(since)) style=TimeStyle::Spoken/> }.into_any()])}</p>
                }.into_any())}
                {required}
                <Form class="" action=paths.factor_begin>
                    <Button look=if status.since.is_some() { Look::Secondary } else { Look::Primary }>{verb}</Button>
                </Form>
            </div>
        </Card>
    }
    .into_any()
}

/// The QR code, the key, and the form for the first code.
fn enrol(paths: AccountPaths, pending: &Enrolment) -> AnyView {
    let (svg, shown) = (pending.svg().to_owned(), pending.key().to_owned());
    view! {
        <Card title=word(key::SET_UP_YOUR_APP) id="set-up">
            <div class="card__body stack">
                <ol class="steps">
                    <li>
                        word(key::SCAN_PICTURE)
                        // reviewed: drawn by the server from random bytes, without anything that somebody typed
                        <div class="qr" role="img" aria-label=word(key::QR_LABEL) inner_html=svg></div>
                    </li>
                    <li>
                        {weave(say::or_type_key(Arg::hole(0)), [view! { <b class="code qr__key" id="factor-key">{shown}</b> }.into_any()])}
                    </li>
                    <li>
                        {word(key::TYPE_CODE)}
                        <Form action=paths.factor_confirm>
                            <Line name="code" label=word(key::CODE) autocomplete="one-time-code" inputmode="numeric"/>
                            <div class="form__end"><Button look=Look::Primary>{word(key::FINISH)}</Button></div>
                        </Form>
                    </li>
                </ol>
            </div>
        </Card>
    }
    .into_any()
}

fn codes(paths: AccountPaths, status: Status) -> AnyView {
    let left = tell(say::codes_left(status.codes_left));
    view! {
        <Card title=word(key::RECOVERY_CODES) id="recovery">
            <div class="card__body stack">
                <p>{word(key::EACH_OPENS_ONCE)}" "{left}</p>
                <Form class="" action=paths.factor_codes><Button>{word(key::MAKE_NEW_ONES)}</Button></Form>
            </div>
        </Card>
    }
    .into_any()
}

fn remove(paths: AccountPaths, status: Status) -> AnyView {
    let then = if status.is_required {
        word(key::REMOVE_REQUIRED)
    } else {
        word(key::REMOVE_FREE)
    };
    view! {
        <Card title=word(key::REMOVE_FACTOR) id="remove">
            <div class="card__body stack">
                <p>{then}</p>
                <Form action=paths.factor_remove>
                    <Line
                        name="new_password"
                        label=word(key::NEW_PASSWORD)
                        kind="password"
                        hint=word(key::NEW_PASSWORD_HINT_SHORT)
                        autocomplete="new-password"
                    />
                    <div class="form__end"><Button look=Look::Inverse>{word(key::REMOVE_IT)}</Button></div>
                </Form>
            </div>
        </Card>
    }
    .into_any()
}
