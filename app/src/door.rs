//! The door between a request and the hospital: [`enter`] makes the `Ctx` of who asks, [`ask`] runs one verb to its end and turns
//! its error into what may cross the wire. Only the server has it.
//!
//! A server function is three lines: enter, ask, done. A page asks in process while it is drawn, so the check is in the verb.

use std::future::Future;
use std::sync::Arc;

use axum::http::header::LOCATION;
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode};
use domain::invalid::Invalid;
use hospital::identity::{Caller, RequestId};
use hospital::{Ctx, HospitalError, House};
use leptos::prelude::use_context;
use leptos_axum::ResponseOptions;
use ui::lang::Locale;

use crate::error::AppError;
use crate::language;
use crate::routes;

/// The context of who asks; for nobody too, whom every verb refuses.
pub fn enter() -> Result<Ctx, AppError> {
    let parts = use_context::<Parts>().ok_or_else(no_request)?;
    let house = parts.extensions.get::<Arc<House>>().ok_or_else(no_request)?;
    let request = parts.extensions.get::<RequestId>().ok_or_else(no_request)?;
    Ok(caller().ctx(house, *request).gathering(parts.extensions.get()))
}

/// Who asks, as the session layer found them.
pub fn caller() -> Caller {
    let parts = use_context::<Parts>();
    parts
        .and_then(|parts| parts.extensions.get::<Caller>().cloned())
        .unwrap_or(Caller::nobody())
}

/// Runs a verb to its end, also when the reader leaves meanwhile, and sets the status of the answer when it refuses.
pub async fn ask<T, F>(verb: F) -> Result<T, AppError>
where
    F: Future<Output = hospital::Result<T>> + Send + 'static,
    T: Send + 'static,
{
    let answer = Answer::here();
    let refused = match hospital::run(verb).await {
        Ok(value) => return Ok(value),
        Err(error) => told(&error, &answer),
    };
    answer.refuse(&refused);
    Err(refused)
}

/// As [`ask`] for one part of a page, whose refusal leaves the status of the page alone.
pub async fn ask_quietly<T, F>(verb: F) -> Result<T, AppError>
where
    F: Future<Output = hospital::Result<T>> + Send + 'static,
    T: Send + 'static,
{
    let answer = Answer::here();
    hospital::run(verb).await.map_err(|error| told(&error, &answer))
}

/// Sets the status of the page that is being drawn.
pub fn set_status(status: u16) {
    if let (Some(options), Ok(status)) = (use_context::<ResponseOptions>(), StatusCode::from_u16(status)) {
        options.set_status(status);
    }
}

/// Sends the reader of a page elsewhere before the first byte.
pub fn send_to(path: &str) {
    if let (Some(options), Ok(path)) = (use_context::<ResponseOptions>(), HeaderValue::from_str(path)) {
        options.insert_header(LOCATION, path);
        options.set_status(StatusCode::SEE_OTHER);
    }
}

/// The error as it may cross the wire, its sentences in the reader's language: the page's program has none of them. What is a fault of ours is logged here, once.
fn told(error: &HospitalError, answer: &Answer) -> AppError {
    let reference = answer.reference.as_str();
    let words = answer.locale.words();
    let say = |sentence: &str| words.translated(sentence).unwrap_or_else(|| sentence.to_owned());
    match error {
        HospitalError::SignIn => AppError::SignIn,
        HospitalError::Denied(right) => AppError::Denied { right: (*right).into() },
        HospitalError::StepUp => AppError::StepUp,
        HospitalError::NotFound => AppError::NotFound,
        HospitalError::Invalid(faults) => {
            let faults = faults.iter();
            AppError::Invalid(
                faults
                    .map(|it| Invalid::new(it.field.as_str(), say(&it.reason)))
                    .collect(),
            )
        }
        HospitalError::Conflict(sentence) => AppError::Conflict(say(sentence)),
        HospitalError::Busy => AppError::Busy,
        HospitalError::Away(cause) => {
            tracing::warn!(reference, %cause, "the database is away");
            AppError::Away
        }
        HospitalError::Database(cause) => {
            tracing::error!(reference, %cause, "a page could not be answered");
            AppError::Fault {
                reference: reference.into(),
            }
        }
        HospitalError::Internal(cause) => {
            tracing::error!(reference, cause, "a page could not be answered");
            AppError::Fault {
                reference: reference.into(),
            }
        }
    }
}

/// Where the answer goes; taken before the first wait, because the context belongs to the task that draws.
struct Answer {
    locale: Locale,
    options: Option<ResponseOptions>,
    reference: String,
    /// The address of the page; `None` for a server function that a browser called.
    page: Option<String>,
}

impl Answer {
    fn here() -> Self {
        let parts = use_context::<Parts>();
        let reference = parts.as_ref().and_then(|parts| parts.extensions.get::<RequestId>());
        let address = parts
            .as_ref()
            .and_then(|parts| parts.uri.path_and_query().map(ToString::to_string));
        Self {
            locale: language::here(),
            options: use_context::<ResponseOptions>(),
            reference: reference.map(|id| id.0.to_string()).unwrap_or_default(),
            page: address.filter(|address| !address.starts_with("/api/")),
        }
    }

    fn refuse(&self, error: &AppError) {
        let Some(options) = &self.options else { return };
        match (error, &self.page) {
            (AppError::SignIn | AppError::StepUp, Some(page)) => {
                let door = match error {
                    AppError::StepUp => routes::prove_then(page),
                    _ => routes::sign_in_then(page),
                };
                if let Ok(to) = HeaderValue::from_str(&door) {
                    options.insert_header(LOCATION, to);
                    options.set_status(StatusCode::SEE_OTHER);
                }
            }
            _ => {
                if let Ok(status) = StatusCode::from_u16(error.status()) {
                    options.set_status(status);
                }
            }
        }
    }
}

fn no_request() -> AppError {
    tracing::error!("a page was drawn without a request");
    AppError::Fault {
        reference: String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_program_is_refused_for_is_sent_in_the_readers_language() {
        let answer = Answer {
            locale: Locale::of_tag("fr").unwrap(),
            options: None,
            reference: String::new(),
            page: None,
        };
        let answered = HospitalError::Conflict("This alarm has been answered already.");
        assert_eq!(
            told(&answered, &answer),
            AppError::Conflict("Cette alarme a déjà reçu une réponse.".into())
        );
        let long = HospitalError::Invalid(vec![Invalid::new("note", "No sentence of ours.")]);
        let kept = AppError::Invalid(vec![Invalid::new("note", "No sentence of ours.")]);
        assert_eq!(told(&long, &answer), kept, "what nobody translated stays as it is");
    }
}
