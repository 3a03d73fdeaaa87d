//! What a patient reads of themselves. The person is the caller's own: no id crosses the wire.

use domain::patients::Chart;
use leptos::prelude::*;
use leptos::server_fn::codec::{Json, Postcard};

use crate::error::AppError;

/// The reader's own values as known now.
#[server(prefix = "/api/my", endpoint = "patients/open_chart", input = Json, output = Postcard)]
pub async fn open_my_chart() -> Result<Chart, AppError> {
    let ctx = crate::door::enter()?;
    let own = crate::door::caller().me.and_then(|me| me.patient);
    crate::door::ask(async move {
        let own = own.ok_or(hospital::HospitalError::SignIn)?;
        hospital::patients::open_chart(&ctx, own).await
    })
    .await
}
