//! Patients, for staff.

use domain::ids::PatientId;
use domain::patients::Chart;
use leptos::prelude::*;
use leptos::server_fn::codec::{Json, Postcard};

use crate::error::AppError;

/// The page of one patient.
#[server(prefix = "/api/fn", endpoint = "patients/open_chart", input = Json, output = Postcard)]
pub async fn open_chart(patient: PatientId) -> Result<Chart, AppError> {
    let ctx = crate::door::enter()?;
    crate::door::ask(async move { hospital::patients::open_chart(&ctx, patient).await }).await
}
