//! The session goes on elsewhere, under a new id: `POST /my/switch` (`patient`) with another record that the account opens, `POST /account/hospital` (`hospital`) in another
//! hospital where they have a role.

use app::routes::{HOME, MY, SIGN_IN};
use axum::Form;
use axum::extract::{FromRequest, Request, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::ids::{HospitalId, PatientId};
use hospital::HospitalError;
use hospital::identity::{Realm, RequestId, at_the_door, sessions};
use http::{HeaderValue, StatusCode, header};
use serde::Deserialize;
use tower_sessions::session::Id;
use uuid::Uuid;

use super::Doors;
use crate::layers::plain;
use crate::sessions::cookie;
use crate::sessions::store::key_of;

#[derive(Default, Deserialize)]
#[serde(default)]
struct Wanted {
    patient: String,
    hospital: String,
}

/// Where to.
#[derive(Clone, Copy)]
enum Where {
    /// Another record of the portal.
    Record,
    /// Another hospital of staff.
    Hospital,
}

/// Goes on with the other record, at its home.
pub async fn switch(doors: State<Doors>, request: Request) -> Response {
    go_on(doors, request, Where::Record).await
}

/// Goes on in the other hospital, at its first page.
pub async fn work_in(doors: State<Doors>, request: Request) -> Response {
    go_on(doors, request, Where::Hospital).await
}

async fn go_on(State(doors): State<Doors>, request: Request, to: Where) -> Response {
    let (realm, home) = match to {
        Where::Record => (Realm::Portal, MY),
        Where::Hospital => (Realm::Staff, HOME),
    };
    let number = request
        .extensions()
        .get::<RequestId>()
        .map_or_else(Uuid::now_v7, |id| id.0);
    let brought = cookie::read(request.headers(), realm.cookie()).and_then(|id| id.parse::<Id>().ok());
    let Form(wanted) = Form::<Wanted>::from_request(request, &()).await.unwrap_or_default();
    let Some(old) = brought else {
        return Redirect::to(SIGN_IN).into_response();
    };
    let (ctx, new) = (at_the_door(doors.house(), number), Id::default());
    // In a task of its own: a browser that leaves does not cut it in half.
    let switched = hospital::run(async move {
        let (old, new) = (key_of(old), key_of(new));
        match to {
            Where::Record => {
                let whom: PatientId = wanted.patient.parse().map_err(|_| HospitalError::NotFound)?;
                sessions::switch(&ctx, old, new, whom).await
            }
            Where::Hospital => {
                let hospital: HospitalId = wanted.hospital.parse().map_err(|_| HospitalError::NotFound)?;
                sessions::work_in(&ctx, old, new, hospital).await
            }
        }
    });
    let mut answer = match switched.await {
        Ok(()) => {
            let mut answer = Redirect::to(home).into_response();
            cookie::set(answer.headers_mut(), realm.cookie(), &new.to_string(), None);
            answer
        }
        Err(HospitalError::SignIn) => Redirect::to(SIGN_IN).into_response(),
        Err(HospitalError::NotFound) => plain::page(
            StatusCode::NOT_FOUND,
            "This is not open to you",
            "It may have been until a while ago. Go back and load the page again.",
            None,
        )
        .into_response(),
        Err(error) => {
            tracing::error!(
                error = &error as &dyn std::error::Error,
                "a session could not be switched"
            );
            let sentence = "You are still where you were before. Try again in a minute.";
            plain::page(
                StatusCode::SERVICE_UNAVAILABLE,
                "That did not work",
                sentence,
                Some(number),
            )
            .into_response()
        }
    };
    answer
        .headers_mut()
        .insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    answer
}
