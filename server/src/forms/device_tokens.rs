//! `/hospital/devices/tokens`: the tokens of the hospital's devices.

use app::forms::{Around, Flash, device_tokens as pages};
use app::routes::{DEVICE_TOKEN_REVOKE, DEVICE_TOKENS};
use axum::Form;
use axum::extract::Query;
use axum::response::Response;
use axum::routing::on;
use hospital::devices;
use secrecy::ExposeSecret;
use serde::Deserialize;
use uuid::Uuid;

use super::Desk;
use crate::endpoint::Endpoint;
use crate::state::AppState;

/// The doors.
pub static ENDPOINTS: [Endpoint<AppState>; 3] = [
    Endpoint::get(DEVICE_TOKENS, |it| on(it, page)),
    Endpoint::post(DEVICE_TOKENS, |it| on(it, make)),
    Endpoint::post(DEVICE_TOKEN_REVOKE, |it| on(it, revoke)),
];

/// Which page of the list.
#[derive(Deserialize)]
struct From {
    after: Option<String>,
    token: Option<Uuid>,
}

/// For which device, by its name.
#[derive(Deserialize)]
struct Typed {
    #[serde(default)]
    device: String,
}

/// Which token.
#[derive(Deserialize)]
struct Which {
    token: Uuid,
}

async fn page(desk: Desk, Query(from): Query<From>) -> Response {
    let (ctx, now) = (desk.ctx(), desk.state.house.clock.now());
    let after = from.after.zip(from.token);
    match desk
        .run(async move { devices::list_device_tokens(&ctx, after).await })
        .await
    {
        Ok(list) => desk.page("Tokens of devices", Around::Frame, || pages::page(list, now)),
        Err(error) => desk.refusal(error),
    }
}

async fn make(desk: Desk, Form(typed): Form<Typed>) -> Response {
    let (ctx, name) = (desk.ctx(), typed.device.clone());
    let made = desk.run(async move {
        let device = devices::device_named(&ctx, &name).await?;
        devices::make_device_token(&ctx, device).await
    });
    match made.await {
        Ok(token) => desk.say(
            DEVICE_TOKENS,
            Flash {
                done: format!("A token for {} is made.", typed.device.trim()),
                shown: vec![("Token".into(), token.expose_secret().into())],
                ..Flash::default()
            },
        ),
        Err(error) => desk.again(DEVICE_TOKENS, error, &[("device", &typed.device)]),
    }
}

async fn revoke(desk: Desk, Form(Which { token }): Form<Which>) -> Response {
    let ctx = desk.ctx();
    match desk
        .run(async move { devices::revoke_device_token(&ctx, token).await })
        .await
    {
        Ok(()) => desk.done(DEVICE_TOKENS, "The token is revoked."),
        Err(error) => desk.again(DEVICE_TOKENS, error, &[]),
    }
}
