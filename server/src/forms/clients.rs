//! `/hospital/clients`: programs that use the API for the hospital.

use app::forms::{Around, Flash, clients as pages};
use app::routes::{CLIENT_REVOKE, CLIENT_SECRET, CLIENTS};
use axum::Form;
use axum::extract::Query;
use axum::response::Response;
use axum::routing::on;
use domain::ids::ClientId;
use hospital::tokens::clients;
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use uuid::Uuid;

use super::Desk;
use crate::endpoint::Endpoint;
use crate::state::AppState;

/// The doors.
pub static ENDPOINTS: [Endpoint<AppState>; 4] = [
    Endpoint::get(CLIENTS, |it| on(it, page)),
    Endpoint::post(CLIENTS, |it| on(it, make)),
    Endpoint::post(CLIENT_SECRET, |it| on(it, renew_secret)),
    Endpoint::post(CLIENT_REVOKE, |it| on(it, revoke)),
];

/// Which page of the list.
#[derive(Deserialize)]
struct From {
    after: Option<Uuid>,
}

/// Which program.
#[derive(Deserialize)]
struct Which {
    client: ClientId,
}

async fn page(desk: Desk, Query(from): Query<From>) -> Response {
    let ctx = desk.ctx();
    match desk.run(async move { clients::list(&ctx, from.after).await }).await {
        Ok(list) => desk.page("Programs", Around::Frame, || pages::page(list)),
        Err(error) => desk.refusal(error),
    }
}

/// A form of boxes sends the same name several times.
async fn make(desk: Desk, Form(pairs): Form<Vec<(String, String)>>) -> Response {
    let ctx = desk.ctx();
    let of = |name: &str| {
        let sent = pairs.iter().filter(move |(key, _)| key == name);
        sent.map(|(_, value)| value.clone()).collect::<Vec<_>>()
    };
    let (name, scopes) = (of("name").pop().unwrap_or_default(), of("scopes"));
    let typed = (name.clone(), scopes.join(" "));
    match desk.run(async move { clients::make(&ctx, &name, &scopes).await }).await {
        Ok(made) => secret(&desk, "The program is made.", made.client, &made.secret),
        Err(error) => desk.again(CLIENTS, error, &[("name", &typed.0), ("scopes", &typed.1)]),
    }
}

async fn renew_secret(desk: Desk, Form(Which { client }): Form<Which>) -> Response {
    let ctx = desk.ctx();
    match desk.run(async move { clients::renew_secret(&ctx, client).await }).await {
        Ok(made) => secret(&desk, "The program has a new secret.", client, &made),
        Err(error) => desk.again(CLIENTS, error, &[]),
    }
}

async fn revoke(desk: Desk, Form(Which { client }): Form<Which>) -> Response {
    let ctx = desk.ctx();
    match desk.run(async move { clients::revoke(&ctx, client).await }).await {
        Ok(()) => desk.done(CLIENTS, "The program is revoked."),
        Err(error) => desk.again(CLIENTS, error, &[]),
    }
}

fn secret(desk: &Desk, done: &str, client: ClientId, secret: &SecretString) -> Response {
    desk.say(
        CLIENTS,
        Flash {
            done: done.into(),
            shown: vec![
                ("client_id".into(), client.to_string()),
                ("client_secret".into(), secret.expose_secret().into()),
            ],
            ..Flash::default()
        },
    )
}
