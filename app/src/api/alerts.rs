//! Alarms.

use domain::alerts::Alarm;
use domain::ids::AlarmId;
use leptos::prelude::*;
use leptos::server_fn::codec::{Json, Postcard};

use crate::error::AppError;

/// "I have seen it", with a note when there is something to say.
#[server(prefix = "/api/fn", endpoint = "alerts/acknowledge", input = Json, output = Postcard)]
pub async fn acknowledge(alarm: AlarmId, note: Option<String>) -> Result<Alarm, AppError> {
    let ctx = crate::door::enter()?;
    crate::door::ask(async move { hospital::alerts::acknowledge(&ctx, alarm, note).await }).await
}
