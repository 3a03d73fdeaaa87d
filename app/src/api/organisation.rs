//! Wards and the hospital.

use std::sync::Arc;

use domain::ids::WardId;
use domain::organisation::{HospitalToday, WardBoard};
use leptos::prelude::*;
use leptos::server_fn::codec::{Json, Postcard};

use crate::error::AppError;

/// The board of a ward; without one, of the reader's own.
#[server(prefix = "/api/fn", endpoint = "organisation/open_ward", input = Json, output = Postcard)]
pub async fn open_ward(ward: Option<WardId>) -> Result<Arc<WardBoard>, AppError> {
    let ctx = crate::door::enter()?;
    crate::door::ask(async move { hospital::organisation::open_ward(&ctx, ward).await }).await
}

/// The hospital in figures.
#[server(prefix = "/api/fn", endpoint = "organisation/today", input = Json, output = Postcard)]
pub async fn today() -> Result<HospitalToday, AppError> {
    let ctx = crate::door::enter()?;
    crate::door::ask(async move { hospital::organisation::today(&ctx).await }).await
}
