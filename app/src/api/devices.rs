//! Bedside devices, for whoever keeps them running.

use domain::organisation::DevicePage;
use leptos::prelude::*;
use leptos::server_fn::codec::{Json, Postcard};

use crate::error::AppError;

/// Devices by name, after `after`.
#[server(prefix = "/api/fn", endpoint = "devices/list", input = Json, output = Postcard)]
pub async fn list(after: Option<String>) -> Result<DevicePage, AppError> {
    let ctx = crate::door::enter()?;
    crate::door::ask(async move { hospital::devices::list(&ctx, after).await }).await
}
