//! Readings, for staff.

use domain::ids::PatientId;
use domain::patients::ReadingPage;
use domain::time::Moment;
use leptos::prelude::*;
use leptos::server_fn::codec::{Json, Postcard};

use crate::error::AppError;

/// Readings of a patient, newest first, older than `before`.
#[server(prefix = "/api/fn", endpoint = "telemetry/list_readings", input = Json, output = Postcard)]
pub async fn list_readings(patient: PatientId, before: Option<(Moment, i64)>) -> Result<ReadingPage, AppError> {
    let ctx = crate::door::enter()?;
    crate::door::ask(async move { hospital::telemetry::list_readings(&ctx, patient, before).await }).await
}
