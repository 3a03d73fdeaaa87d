//! `/registrations`: reception says which chart a registration is of, or why it is of none.

use app::forms::{Around, registrations as pages};
use app::routes::{REGISTRATIONS, REGISTRATIONS_CONFIRM, REGISTRATIONS_CORRECTION, REGISTRATIONS_REFUSE};
use axum::Form;
use axum::response::Response;
use axum::routing::on;
use domain::ids::PatientId;
use hospital::patients::{applications, corrections};
use serde::Deserialize;
use uuid::Uuid;

use super::Desk;
use crate::endpoint::Endpoint;
use crate::state::AppState;

/// The doors.
pub static ENDPOINTS: [Endpoint<AppState>; 4] = [
    Endpoint::get(REGISTRATIONS, |it| on(it, page)),
    Endpoint::post(REGISTRATIONS_CONFIRM, |it| on(it, confirm)),
    Endpoint::post(REGISTRATIONS_REFUSE, |it| on(it, refuse)),
    Endpoint::post(REGISTRATIONS_CORRECTION, |it| on(it, finish_correction)),
];

/// Which chart it is.
#[derive(Deserialize)]
struct Confirmed {
    application: Uuid,
    patient: PatientId,
}

/// Why it is none.
#[derive(Deserialize)]
struct Refused {
    application: Uuid,
    #[serde(default)]
    reason: String,
    #[serde(default)]
    words: String,
}

async fn page(desk: Desk) -> Response {
    let ctx = desk.ctx();
    let gathered = desk.run(async move {
        let waiting = applications::list_waiting(&ctx).await?;
        Ok((waiting, corrections::list_waiting(&ctx).await?))
    });
    match gathered.await {
        Ok((waiting, wrong)) => desk.page("Requests", Around::Frame, || pages::page(waiting, wrong)),
        Err(error) => desk.refusal(error),
    }
}

/// Which correction.
#[derive(Deserialize)]
struct Looked {
    correction: Uuid,
}

async fn finish_correction(desk: Desk, Form(looked): Form<Looked>) -> Response {
    let ctx = desk.ctx();
    match desk
        .run(async move { corrections::finish(&ctx, looked.correction).await })
        .await
    {
        Ok(()) => desk.done(REGISTRATIONS, "The person sees that somebody has looked."),
        Err(error) => desk.again(REGISTRATIONS, error, &[]),
    }
}

async fn confirm(desk: Desk, Form(form): Form<Confirmed>) -> Response {
    let ctx = desk.ctx();
    let verb = async move { applications::confirm(&ctx, form.application, form.patient).await };
    match desk.run(verb).await {
        Ok(()) => desk.done(REGISTRATIONS, "The account is open. The person is told by mail."),
        Err(error) => desk.again(REGISTRATIONS, error, &[]),
    }
}

async fn refuse(desk: Desk, Form(form): Form<Refused>) -> Response {
    let ctx = desk.ctx();
    // Each registration has a form of its own: what came back belongs to that of the same application.
    let typed = [
        ("application", form.application.to_string()),
        ("reason", form.reason.clone()),
        ("words", form.words.clone()),
    ];
    let verb = async move { applications::refuse(&ctx, form.application, &form.reason, &form.words).await };
    match desk.run(verb).await {
        Ok(()) => desk.done(
            REGISTRATIONS,
            "The registration is refused. The person is told by mail.",
        ),
        Err(error) => {
            let typed: Vec<(&str, &str)> = typed.iter().map(|(name, value)| (*name, value.as_str())).collect();
            desk.again(REGISTRATIONS, error, &typed)
        }
    }
}
