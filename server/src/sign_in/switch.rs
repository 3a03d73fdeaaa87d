//! `POST /my/switch` (`patient`): the session of the portal goes on with another record that its account opens, under a new id.

use app::routes::{MY, SIGN_IN};
use axum::Form;
use axum::extract::{FromRequest, Request, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::ids::PatientId;
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

#[derive(Deserialize)]
struct Wanted {
    #[serde(default)]
    patient: String,
}

/// Goes on with the other record, at its home.
pub async fn switch(State(doors): State<Doors>, request: Request) -> Response {
    let number = request
        .extensions()
        .get::<RequestId>()
        .map_or_else(Uuid::now_v7, |id| id.0);
    let brought = cookie::read(request.headers(), Realm::Portal.cookie()).and_then(|id| id.parse::<Id>().ok());
    let wanted = Form::<Wanted>::from_request(request, &()).await.ok();
    let whom = wanted.and_then(|Form(wanted)| wanted.patient.parse::<PatientId>().ok());
    let Some(old) = brought else {
        return Redirect::to(SIGN_IN).into_response();
    };
    let (ctx, new) = (at_the_door(doors.house(), number), Id::default());
    // In a task of its own: a browser that leaves does not cut it in half.
    let switched = hospital::run(async move {
        let whom = whom.ok_or(HospitalError::NotFound)?;
        sessions::switch(&ctx, key_of(old), key_of(new), whom).await
    });
    let mut answer = match switched.await {
        Ok(()) => {
            let mut answer = Redirect::to(MY).into_response();
            cookie::set(answer.headers_mut(), Realm::Portal.cookie(), &new.to_string(), None);
            answer
        }
        Err(HospitalError::SignIn) => Redirect::to(SIGN_IN).into_response(),
        Err(HospitalError::NotFound) => plain::page(
            StatusCode::NOT_FOUND,
            "This record is not open to you",
            "It may have been yours to read until a while ago. Go back and load the page again.",
            None,
        )
        .into_response(),
        Err(error) => {
            tracing::error!(
                error = &error as &dyn std::error::Error,
                "a session could not be switched"
            );
            let sentence = "You still read the record that you read before. Try again in a minute.";
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
