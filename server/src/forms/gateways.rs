//! `/hospital/gateways`: which gateways speak for which machines.

use app::forms::{Around, Flash, gateways as pages};
use app::routes::{GATEWAY_ADD, GATEWAY_END, GATEWAY_REMOVE, GATEWAY_TOKEN, GATEWAYS};
use axum::Form;
use axum::extract::Query;
use axum::response::Response;
use axum::routing::on;
use domain::ids::{DeviceId, GatewayId};
use hospital::devices::gateway::{self, NewGateway};
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;

use super::{Desk, id};
use crate::endpoint::Endpoint;
use crate::state::AppState;

/// The doors.
pub static ENDPOINTS: [Endpoint<AppState>; 6] = [
    Endpoint::get(GATEWAYS, |it| on(it, page)),
    Endpoint::post(GATEWAYS, |it| on(it, make)),
    Endpoint::post(GATEWAY_TOKEN, |it| on(it, renew)),
    Endpoint::post(GATEWAY_END, |it| on(it, end)),
    Endpoint::post(GATEWAY_ADD, |it| on(it, add)),
    Endpoint::post(GATEWAY_REMOVE, |it| on(it, remove)),
];

/// Which page of the list.
#[derive(Deserialize)]
struct From {
    after: Option<String>,
}

/// A new one.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
struct Typed {
    name: String,
    application: String,
    facility: String,
    networks: String,
    every_seconds: String,
}

/// Which gateway, and which machine where one is meant.
#[derive(Deserialize)]
struct Which {
    #[serde(default)]
    gateway: String,
    #[serde(default)]
    device: String,
}

async fn page(desk: Desk, Query(from): Query<From>) -> Response {
    let ctx = desk.ctx();
    match desk.run(async move { gateway::gateways(&ctx, from.after).await }).await {
        Ok(list) => desk.page("Gateways", Around::Frame, || pages::page(list)),
        Err(error) => desk.refusal(error),
    }
}

async fn make(desk: Desk, Form(typed): Form<Typed>) -> Response {
    let (ctx, it) = (desk.ctx(), typed.clone());
    let new = NewGateway {
        name: it.name,
        application: it.application,
        facility: it.facility,
        networks: it.networks,
        every_seconds: it.every_seconds,
    };
    match desk.run(async move { gateway::make(&ctx, new).await }).await {
        Ok((_, token)) => shown(&desk, "The gateway is made.", &token),
        Err(error) => {
            let back = [
                ("name", typed.name.as_str()),
                ("application", &typed.application),
                ("facility", &typed.facility),
                ("networks", &typed.networks),
                ("every_seconds", &typed.every_seconds),
            ];
            desk.again(GATEWAYS, error, &back)
        }
    }
}

async fn renew(desk: Desk, Form(which): Form<Which>) -> Response {
    let (ctx, gateway) = (desk.ctx(), id::<GatewayId>(&which.gateway));
    match desk.run(async move { gateway::renew(&ctx, gateway).await }).await {
        Ok(token) => shown(&desk, "The gateway has a new token.", &token),
        Err(error) => desk.again(GATEWAYS, error, &[]),
    }
}

async fn end(desk: Desk, Form(which): Form<Which>) -> Response {
    let (ctx, gateway) = (desk.ctx(), id::<GatewayId>(&which.gateway));
    match desk.run(async move { gateway::end(&ctx, gateway).await }).await {
        Ok(()) => desk.done(GATEWAYS, "The gateway has ended."),
        Err(error) => desk.again(GATEWAYS, error, &[]),
    }
}

async fn add(desk: Desk, Form(which): Form<Which>) -> Response {
    let ctx = desk.ctx();
    let (gateway, device) = (id::<GatewayId>(&which.gateway), id::<DeviceId>(&which.device));
    match desk
        .run(async move { gateway::add_machine(&ctx, gateway, device).await })
        .await
    {
        Ok(()) => desk.done(GATEWAYS, "The gateway speaks for this machine from now on."),
        Err(error) => desk.again(
            GATEWAYS,
            error,
            &[("gateway", &which.gateway), ("device", &which.device)],
        ),
    }
}

async fn remove(desk: Desk, Form(which): Form<Which>) -> Response {
    let ctx = desk.ctx();
    let (gateway, device) = (id::<GatewayId>(&which.gateway), id::<DeviceId>(&which.device));
    match desk
        .run(async move { gateway::remove_machine(&ctx, gateway, device).await })
        .await
    {
        Ok(()) => desk.done(GATEWAYS, "The gateway speaks for this machine no longer."),
        Err(error) => desk.again(GATEWAYS, error, &[]),
    }
}

fn shown(desk: &Desk, done: &str, token: &SecretString) -> Response {
    desk.say(
        GATEWAYS,
        Flash {
            done: done.into(),
            shown: vec![("Token".into(), token.expose_secret().into())],
            ..Flash::default()
        },
    )
}
