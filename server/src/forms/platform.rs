//! `/platform/hospitals`: hospitals that ask to be taken in.

use app::forms::{Around, platform as pages};
use app::routes::{PLATFORM, PLATFORM_APPROVE, PLATFORM_REFUSE};
use axum::Form;
use axum::response::Response;
use axum::routing::on;
use domain::invalid::Invalid;
use hospital::HospitalError;
use hospital::organisation::applications;
use serde::Deserialize;
use uuid::Uuid;

use super::Desk;
use crate::endpoint::Endpoint;
use crate::state::AppState;

/// The doors.
pub static ENDPOINTS: [Endpoint<AppState>; 3] = [
    Endpoint::get(PLATFORM, |it| on(it, page)),
    Endpoint::post(PLATFORM_APPROVE, |it| on(it, approve)),
    Endpoint::post(PLATFORM_REFUSE, |it| on(it, refuse)),
];

/// Which one, and for a refusal why.
#[derive(Deserialize)]
struct Decided {
    application: Uuid,
    #[serde(default)]
    reason: String,
}

async fn page(desk: Desk) -> Response {
    let ctx = desk.ctx();
    match desk.run(async move { applications::list_waiting(&ctx).await }).await {
        Ok(waiting) => desk.page("Hospitals that wait", Around::Frame, || pages::page(waiting)),
        Err(error) => desk.refusal(error),
    }
}

async fn approve(desk: Desk, Form(form): Form<Decided>) -> Response {
    let ctx = desk.ctx();
    match desk
        .run(async move { applications::approve(&ctx, form.application).await })
        .await
    {
        Ok(_) => desk.done(PLATFORM, "The hospital is set up; its first administrator is invited."),
        Err(error) => desk.again(PLATFORM, error, &[]),
    }
}

async fn refuse(desk: Desk, Form(form): Form<Decided>) -> Response {
    let ctx = desk.ctx();
    let verb = async move { applications::refuse(&ctx, form.application, &form.reason).await };
    match desk.run(verb).await {
        Ok(()) => desk.done(PLATFORM, "The application is refused. Its writer is told by mail."),
        Err(HospitalError::Invalid(faults)) => {
            let faults = faults.into_iter().map(|fault| Invalid::new("", fault.reason)).collect();
            desk.again(PLATFORM, HospitalError::Invalid(faults), &[])
        }
        Err(error) => desk.again(PLATFORM, error, &[]),
    }
}
