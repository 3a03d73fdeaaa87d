//! `POST /sign-in`: checks, opens a session with a new id, and goes to the page that was wanted, or home. Who has a second factor goes on to
//! [`super::code`] instead. A refusal goes back to the sign-in page, which says why; the password is never kept.

use std::fmt;

use app::routes::REGISTER_WAITING;
use axum::Form;
use axum::extract::{FromRequest, Request, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::identity::Level;
use domain::invalid::Invalid;
use hospital::HospitalError;
use hospital::identity::sign_in::{REFUSED, UNCONFIRMED};
use hospital::identity::steps::{WAITS, wait_for_code};
use hospital::identity::{Origin, RequestId, SignInFlash, SignedIn, at_the_door, sign_in_from, whom};
use http::{HeaderValue, StatusCode, header};
use serde::Deserialize;
use tower_sessions::session::Id;
use uuid::Uuid;

use super::device::Browser;
use super::open::{Brought, Opener, brought};
use super::{Doors, code, next};
use crate::layers::{peer, plain};
use crate::sessions::cookie;
use crate::sessions::store::key_of;
use crate::throttle::{self, Route};

/// The form. Every field may be missing: then it is empty, and the page says so.
#[derive(Deserialize)]
struct Typed {
    #[serde(default)]
    login: String,
    #[serde(default)]
    password: String,
    /// "Others use this computer too": a checkbox, which is sent only when it is set.
    #[serde(default)]
    shared: Option<String>,
    #[serde(default)]
    next: String,
}

impl fmt::Debug for Typed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Typed")
    }
}

/// Signs in.
pub async fn enter(State(doors): State<Doors>, request: Request) -> Response {
    let number = request
        .extensions()
        .get::<RequestId>()
        .map_or_else(Uuid::now_v7, |id| id.0);
    let address = peer::address(request.extensions(), request.headers(), doors.proxies());
    let headers = request.headers().clone();
    let Ok(Form(typed)) = Form::<Typed>::from_request(request, &()).await else {
        return plain::page(
            StatusCode::BAD_REQUEST,
            "This is not the sign-in form",
            "Open the sign-in page and try again.",
            None,
        )
        .into_response();
    };
    let browser = Browser::of(&headers);
    let origin = browser.origin(address, &headers);
    let whom = match whom(&at_the_door(doors.house(), number), &typed.login, &origin).await {
        Ok(whom) => whom,
        Err(error) => return failed(number, Ok(Err(error))),
    };
    let tried = match doors
        .throttle()
        .take(Route::SignIn, &whom, address, doors.house().clock.now())
    {
        Ok(tried) => tried,
        Err(wait) => return throttle::refusal(false, wait),
    };
    let (login, wanted) = (typed.login.clone(), typed.next.clone());
    let entering = Entering {
        doors: doors.clone(),
        number,
        typed,
        origin,
        brought: brought(&headers),
    };
    // In a task of its own: a browser that leaves does not cut it in half.
    match tokio::spawn(entering.run()).await {
        Ok(Ok(Proved::Whole(signed_in, id))) => {
            doors.throttle().forgive(tried);
            doors.said().came_in(signed_in.user, signed_in.realm, &headers);
            let mut answer = Redirect::to(&next::after_sign_in(&signed_in, &wanted)).into_response();
            cookie::set(answer.headers_mut(), signed_in.realm.cookie(), &id.to_string(), None);
            browser.remember(answer.headers_mut());
            no_store(answer)
        }
        Ok(Ok(Proved::Half(id))) => {
            doors.throttle().forgive(tried);
            let mut answer = Redirect::to(&next::code_and_on(&wanted)).into_response();
            cookie::set(answer.headers_mut(), code::COOKIE, &id.to_string(), Some(WAITS));
            no_store(answer)
        }
        Ok(Err(HospitalError::Invalid(faults))) => {
            if faults.iter().any(|fault| !fault.field.is_empty()) {
                doors.throttle().forgive(tried);
            }
            refused(&doors, login, &wanted, faults)
        }
        Ok(Err(HospitalError::Conflict(UNCONFIRMED))) => {
            doors.throttle().forgive(tried);
            no_store(Redirect::to(REGISTER_WAITING).into_response())
        }
        // The password was set anew while this one was checked.
        Ok(Err(HospitalError::SignIn)) => refused(&doors, login, &wanted, vec![Invalid::new("", REFUSED)]),
        other => {
            doors.throttle().forgive(tried);
            failed(number, other.map(|answer| answer.map(drop)))
        }
    }
}

/// One attempt, with all it needs.
struct Entering {
    doors: Doors,
    number: Uuid,
    typed: Typed,
    origin: Origin,
    brought: Brought,
}

/// What the password proved.
enum Proved {
    /// All there is to prove: the session is open.
    Whole(SignedIn, Id),
    /// The first of two steps.
    Half(Id),
}

impl Entering {
    async fn run(self) -> Result<Proved, HospitalError> {
        let ctx = at_the_door(self.doors.house(), self.number).from_address(self.origin.address.as_str());
        let signed_in = sign_in_from(&ctx, &self.typed.login, &self.typed.password, &self.origin).await?;
        let shared = self.typed.shared.is_some();
        if signed_in.has_factor {
            let id = Id::default();
            wait_for_code(&ctx, key_of(id), &signed_in, shared).await?;
            return Ok(Proved::Half(id));
        }
        let opener = Opener {
            ctx,
            origin: self.origin,
            brought: self.brought,
        };
        let id = opener.open(&signed_in, shared, Level::Password).await?;
        Ok(Proved::Whole(signed_in, id))
    }
}

/// Back to the page, which says what is wrong.
fn refused(doors: &Doors, login: String, wanted: &str, faults: Vec<Invalid>) -> Response {
    let (fields, whole): (Vec<_>, Vec<_>) = faults.into_iter().partition(|fault| !fault.field.is_empty());
    let message = whole.into_iter().next().map(|fault| fault.reason).unwrap_or_default();
    let mut answer = Redirect::to(&next::sign_in_and_back(wanted)).into_response();
    doors.flashes().put(
        SignInFlash { login, message, fields },
        answer.headers_mut(),
        doors.house().clock.now(),
    );
    no_store(answer)
}

pub(super) fn failed(number: Uuid, outcome: Result<Result<(), HospitalError>, tokio::task::JoinError>) -> Response {
    let (status, title, sentence) = match &outcome {
        Ok(Err(HospitalError::Busy)) => (
            StatusCode::SERVICE_UNAVAILABLE,
            "Many people sign in just now",
            "Wait a few seconds and try again.",
        ),
        Ok(Err(HospitalError::Away(_))) => {
            let sentence = "The hospital's records cannot be reached. Use the paper forms and try again in a minute.";
            (
                StatusCode::SERVICE_UNAVAILABLE,
                "Wardlight is away for a moment",
                sentence,
            )
        }
        _ => (
            StatusCode::INTERNAL_SERVER_ERROR,
            "Something broke on our side",
            "Try again; if it happens twice, call the help desk.",
        ),
    };
    match outcome {
        Ok(Err(error)) => tracing::error!(error = &error as &dyn std::error::Error, "signing in failed"),
        Ok(Ok(())) | Err(_) => tracing::error!("signing in stopped half-way"),
    }
    let mut answer = plain::page(status, title, sentence, Some(number)).into_response();
    if status == StatusCode::SERVICE_UNAVAILABLE {
        answer
            .headers_mut()
            .insert(header::RETRY_AFTER, HeaderValue::from_static("5"));
    }
    answer
}

pub(super) fn no_store(mut answer: Response) -> Response {
    answer
        .headers_mut()
        .insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    answer
}
