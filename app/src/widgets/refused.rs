//! The page of a refusal: 403, 404, 500 and maintenance in plain words; a session that is over goes to the sign-in page.

use domain::access::Action;
use domain::ids::PatientId;
use leptos::prelude::*;
use leptos_meta::{MetaContext, Title};
use ui::ErrorPage;

use crate::error::AppError;

/// The whole page.
#[component]
pub fn Refused(
    /// Why.
    error: AppError,
) -> impl IntoView {
    let status = error.status();
    let title = title_of(&error);
    if error == AppError::SignIn {
        sign_in_again();
    }
    let reference = match &error {
        AppError::Fault { reference } if !reference.is_empty() => Some(reference.clone()),
        _ => None,
    };
    let (back, label) = match error {
        AppError::SignIn => (crate::routes::SIGN_IN, "Sign in"),
        AppError::StepUp => (crate::routes::PROVE, "Prove who you are"),
        AppError::Away | AppError::Unreachable | AppError::Busy | AppError::Fault { .. } => ("", "Try again"),
        _ => (crate::routes::HOME, "Go to my page"),
    };
    // Outside of the application (a door that is no page) nobody collects titles.
    let titled = use_context::<MetaContext>()
        .is_some()
        .then(|| view! { <Title text=format!("{title} · Wardlight")/> }.into_any());
    view! {
        {titled}
        <ErrorPage status=status title=title back=back.to_string() back_label=label.to_string() reference=reference.unwrap_or_default()>
            {words(&error)}
        </ErrorPage>
    }
}

fn title_of(error: &AppError) -> &'static str {
    match error {
        AppError::SignIn => "You are signed out",
        AppError::StepUp => "Prove who you are first",
        AppError::Denied { .. } => "You may not open this page",
        AppError::NotFound => "There is nothing at this address for you",
        AppError::Invalid(_) | AppError::Conflict(_) => "That was not possible",
        AppError::Busy => "Too much at once",
        AppError::Away => "Wardlight is being looked after",
        AppError::Fault { .. } => "Something went wrong on our side",
        AppError::Unreachable => "The server did not answer",
    }
}

fn words(error: &AppError) -> AnyView {
    match error {
        AppError::SignIn => view! { <p>"The session is over. Sign in again, and you come back to this page."</p> }.into_any(),
        AppError::Denied { right } => {
            let read = right == Action::ReadPatient.name();
            let emergency = read.then(emergency_door).flatten();
            let portal_off = read && here().is_some_and(|path| path == crate::routes::MY);
            let right = AppError::right_in_words(right);
            view! {
                <p>"It needs the right to "<b>{right}</b>", which your account does not have here."</p>
                <p>"The administrator of your hospital can give it. Nothing is wrong with your account."</p>
                {portal_off.then(|| view! { <p>"While a portal is off, its patient can still "<a href=crate::routes::MY_CONSENTS rel="external">"take back what they agreed to"</a>" and "<a href=crate::routes::MY_ACCESS rel="external">"see who looked at their record"</a>"."</p> }.into_any())}
                {emergency.map(|door| view! { <p>"Somebody is in danger? "<a href=door rel="external">"Open the record in an emergency"</a>"."</p> }.into_any())}
            }
            .into_any()
        }
        AppError::NotFound => {
            view! { <p>"The address may be mistyped or old, or it is not one of yours. Check it, or begin at your own page."</p> }
                .into_any()
        }
        AppError::Away => view! {
            <p>"The database is not reachable. Monitors at the beds keep measuring and keep their alarms; nothing they sent is lost."</p>
            <p>"Go to the bed for values. Paper charts are in the downtime folder at the nurses’ station of each ward."</p>
        }
        .into_any(),
        AppError::Unreachable => view! {
            <p>"There is no connection, or the server is starting. Monitors at the beds keep their alarms."</p>
        }
        .into_any(),
        AppError::Fault { .. } => view! {
            <p>"The page could not be made. Try again; when it happens twice, tell the help desk the reference below."</p>
            <p>"It holds nothing about a patient."</p>
        }
        .into_any(),
        other => {
            let words = other.to_string();
            view! { <p>{words}</p> }.into_any()
        }
    }
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
