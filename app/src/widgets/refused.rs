//! The page of a refusal: 403, 404, 500 and maintenance in plain words; a session that is over goes to the sign-in page. And what stands in place of one part of a page that did not load.

use domain::access::Action;
use domain::ids::PatientId;
use leptos::prelude::*;
use leptos_meta::{MetaContext, Title};
use ui::lang::{Arg, Key, key, say, tell, weave, word};
use ui::{ErrorPage, Failed};

use crate::error::AppError;

/// The whole page.
#[component]
pub fn Refused(
    /// Why.
    error: AppError,
) -> impl IntoView {
    let status = error.status();
    let title = word(title_of(&error));
    if error == AppError::SignIn {
        sign_in_again();
    }
    let reference = match &error {
        AppError::Fault { reference } if !reference.is_empty() => Some(reference.clone()),
        _ => None,
    };
    let (back, label) = match error {
        AppError::SignIn => (crate::routes::SIGN_IN, key::SIGN_IN),
        AppError::StepUp => (crate::routes::PROVE, key::PROVE_WHO_YOU_ARE),
        AppError::Away | AppError::Unreachable | AppError::Busy | AppError::Fault { .. } => ("", key::TRY_AGAIN),
        _ => (crate::routes::HOME, key::GO_TO_MY_PAGE),
    };
    // Outside of the application (a door that is no page) nobody collects titles.
    let titled = use_context::<MetaContext>()
        .is_some()
        .then(|| view! { <Title text=tell(say::page_title(title))/> }.into_any());
    view! {
        {titled}
        <ErrorPage status=status title=title back=back.to_string() back_label=word(label).to_string() reference=reference.unwrap_or_default()>
            {words(&error)}
        </ErrorPage>
    }
}

/// In place of the part `what` of a page that did not load, so that a failure never looks like "none". Nothing for who may not have the part: to them it is no part of the page.
pub fn did_not_load(what: &'static str, error: &AppError) -> Option<AnyView> {
    match error {
        AppError::Denied { .. } | AppError::NotFound => None,
        AppError::Fault { reference } if !reference.is_empty() => {
            Some(view! { <Failed what=what reference=reference.clone()/> }.into_any())
        }
        _ => Some(view! { <Failed what=what/> }.into_any()),
    }
}

fn title_of(error: &AppError) -> Key {
    match error {
        AppError::SignIn => key::REFUSED_SIGN_IN,
        AppError::StepUp => key::REFUSED_STEP_UP,
        AppError::Denied { .. } => key::REFUSED_DENIED,
        AppError::NotFound => key::REFUSED_NOT_FOUND,
        AppError::Invalid(_) | AppError::Conflict(_) => key::REFUSED_INVALID,
        AppError::Busy => key::REFUSED_BUSY,
        AppError::Away => key::REFUSED_AWAY,
        AppError::Fault { .. } => key::REFUSED_FAULT,
        AppError::Unreachable => key::REFUSED_UNREACHABLE,
    }
}

fn words(error: &AppError) -> AnyView {
    match error {
        AppError::SignIn => view! { <p>{word(key::SESSION_IS_OVER)}</p> }.into_any(),
        AppError::Denied { right } => {
            let read = right == Action::ReadPatient.name();
            let emergency = read.then(emergency_door).flatten();
            let portal_off = read && here().is_some_and(|path| path == crate::routes::MY);
            let right = bold(right_here(AppError::right_in_words(right)));
            view! {
                <p>{weave(say::needs_right(Arg::hole(0)), [right])}</p>
                <p>{word(key::ADMIN_CAN_GIVE_RIGHT)}</p>
                {portal_off.then(|| portal_is_off())}
                {emergency.map(|door| in_danger(door))}
            }
            .into_any()
        }
        AppError::NotFound => view! { <p>{word(key::ADDRESS_IS_NOT_YOURS)}</p> }.into_any(),
        AppError::Away => view! {
            <p>{word(key::DATABASE_AWAY)}</p>
            <p>{word(key::GO_TO_THE_BED)}</p>
        }
        .into_any(),
        AppError::Unreachable => view! {
            <p>{word(key::SERVER_IS_STARTING)}</p>
        }
        .into_any(),
        AppError::Fault { .. } => view! {
            <p>{word(key::PAGE_NOT_MADE)}</p>
            <p>{word(key::HOLDS_NOTHING)}</p>
        }
        .into_any(),
        other => {
            let words = other.in_words();
            view! { <p>{words}</p> }.into_any()
        }
    }
}

/// A right in the reader's language. The server has its words; a page that is refused while it is open says them in English.
fn right_here(right: &'static str) -> AnyView {
    #[cfg(not(target_arch = "wasm32"))]
    return ui::lang::from_english(right);
    #[cfg(target_arch = "wasm32")]
    right.into_any()
}

fn bold(words: AnyView) -> AnyView {
    view! { <b>{words}</b> }.into_any()
}

fn link(href: String, words: Key) -> AnyView {
    view! { <a href=href rel="external">{word(words)}</a> }.into_any()
}

fn portal_is_off() -> AnyView {
    let parts = [
        link(crate::routes::MY_CONSENTS.into(), key::TAKE_BACK_CONSENTS),
        link(crate::routes::MY_ACCESS.into(), key::SEE_WHO_LOOKED),
    ];
    view! { <p>{weave(say::portal_off(Arg::hole(0), Arg::hole(1)), parts)}</p> }.into_any()
}

fn in_danger(door: String) -> AnyView {
    let door = link(door, key::OPEN_IN_EMERGENCY);
    view! { <p>{weave(say::somebody_in_danger(Arg::hole(0)), [door])}</p> }.into_any()
}

/// The door that opens the record of this page in an emergency, for a page that is a patient's.
fn emergency_door() -> Option<String> {
    let path = here()?;
    let patient = path
        .strip_prefix("/patients/")?
        .split('/')
        .next()?
        .parse::<PatientId>()
        .ok()?;
    Some(crate::routes::emergency_of(patient))
}

#[cfg(feature = "ssr")]
fn here() -> Option<String> {
    use_context::<axum::http::request::Parts>().map(|parts| parts.uri.path().to_owned())
}

#[cfg(not(feature = "ssr"))]
fn here() -> Option<String> {
    web_sys::window().and_then(|window| window.location().pathname().ok())
}

/// In the browser a session may end between two pages; the server sends people on by itself.
fn sign_in_again() {
    #[cfg(feature = "hydrate")]
    ui::effect(|| {
        let Some(window) = web_sys::window() else { return };
        let location = window.location();
        let here = location
            .pathname()
            .and_then(|path| location.search().map(|search| path + &search))
            .unwrap_or_default();
        if location.assign(&crate::routes::sign_in_then(&here)).is_err() {
            leptos::logging::warn!("the sign-in page could not be opened");
        }
    });
}
