//! The reader's own account.

use domain::identity::SessionRow;
use leptos::prelude::*;
use leptos::server_fn::codec::{Json, Postcard};

use crate::error::AppError;

/// The reader's own sessions, newest first.
#[server(prefix = "/api/fn", endpoint = "identity/list_sessions", input = Json, output = Postcard)]
pub async fn list_sessions() -> Result<Vec<SessionRow>, AppError> {
    let ctx = crate::door::enter()?;
    let this = crate::door::caller().session;
    crate::door::ask(async move {
        let this = this.ok_or(hospital::HospitalError::SignIn)?;
        hospital::identity::sessions::list_own(&ctx, this).await
    })
    .await
}

/// Ends every session of the reader, this one too.
#[server(prefix = "/api/fn", endpoint = "identity/end_sessions", input = Json, output = Postcard)]
pub async fn end_sessions() -> Result<(), AppError> {
    let ctx = crate::door::enter()?;
    crate::door::ask(async move {
        let user = ctx.actor().user().ok_or(hospital::HospitalError::SignIn)?;
        let door = hospital::identity::at_the_door(ctx.house(), ctx.request());
        let door = match ctx.address() {
            Some(address) => door.from_address(address),
            None => door,
        };
        hospital::identity::sessions::end_all_of(&door, user).await.map(drop)
    })
    .await
}
