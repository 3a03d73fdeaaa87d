//! `POST /api/v1/devices/batch`: a gateway posts for the machines on its list, readings and signs of life in one body. Each machine is answered for itself: what one sends wrong, or what
//! is not on the list, keeps nothing of the others.

use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use domain::actor::Actor;
use domain::ids::DeviceId;
use futures::future::join_all;
use hospital::devices::gateway::{self, Gateway};
use hospital::{Ctx, HospitalError};
use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Value, json};
use uuid::Uuid;

use super::body;
use super::devices::{Heartbeat, check, is_json, shown};
use super::problem::{Kind, Problem};
use super::readings::{BODY, ITEMS, Parsed, parse, store};
use crate::layers::peer::Peer;
use crate::state::AppState;

/// Machines of one body, at most.
const MACHINES: usize = 500;

/// What is sent.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Batch<'b> {
    #[serde(borrow)]
    machines: Vec<Part<'b>>,
}

/// The part of one machine.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Part<'b> {
    device_id: String,
    heartbeat: Option<Heartbeat>,
    /// One reading or a list, as at the machine's own door.
    #[serde(borrow)]
    readings: Option<&'b RawValue>,
}

/// Takes a batch.
pub async fn post_batch(
    State(state): State<AppState>,
    peer: Peer,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Problem> {
    let token = shown(&headers).map_err(|_| no_gateway())?;
    let gateway = gateway::of_token(&state.house, token)
        .await
        .map_err(|error| match error {
            HospitalError::SignIn => no_gateway(),
            other => other.into(),
        })?;
    if !is_json(&headers) {
        return Err(Problem::new(
            Kind::Json,
            "Send the batch as `Content-Type: application/json`.",
        ));
    }
    let body = body::read(body, BODY, "Send at most 2,000 readings and 2 MiB in one body.").await?;
    let batch: Batch<'_> = serde_json::from_slice(&body).map_err(|error| {
        let place = format!("line {}, column {}", error.line(), error.column());
        Problem::new(
            Kind::Syntax,
            format!("The body is not the JSON that /api/v1/docs describes, at {place}."),
        )
    })?;
    if batch.machines.len() > MACHINES {
        return Err(Problem::new(Kind::TooLarge, "Send at most 500 machines in one body."));
    }
    // Everything is read before anything is stored, so that a body that is too large leaves nothing behind.
    let now = state.house.clock.now();
    let mut left = ITEMS;
    let mut parts = Vec::with_capacity(batch.machines.len());
    for part in batch.machines {
        let readings = part
            .readings
            .map(|raw| parse(raw.get().as_bytes(), now, state.config.retention_days));
        let count = match &readings {
            Some(Ok(parsed)) => parsed.readings.len() + parsed.rejected.len(),
            _ => 0,
        };
        left = left
            .checked_sub(count)
            .ok_or_else(|| Problem::new(Kind::TooLarge, "Send at most 2,000 readings in one body."))?;
        parts.push((part.device_id, part.heartbeat, readings));
    }
    let answers = parts.into_iter().map(|(named, heartbeat, readings)| {
        let (state, gateway, peer) = (&state, &gateway, &peer);
        async move {
            let taken = take(state, gateway, peer, &named, heartbeat, readings).await;
            (named, taken)
        }
    });
    answer(join_all(answers).await)
}

fn no_gateway() -> Problem {
    Problem::new(
        Kind::Token,
        "Send `Authorization: Bearer <gateway token>` with a token made on the hospital's page of gateways.",
    )
}

/// One machine: what it says of itself, then what it measured.
async fn take(
    state: &AppState,
    gateway: &Gateway,
    peer: &Peer,
    named: &str,
    heartbeat: Option<Heartbeat>,
    readings: Option<Result<Parsed, Problem>>,
) -> Result<Value, Problem> {
    let device = named
        .parse::<DeviceId>()
        .ok()
        .filter(|device| gateway.speaks_for(*device));
    // Whether it exists is not said: on the list it is not.
    let device = device.ok_or_else(|| {
        Problem::new(
            Kind::UnknownDevice,
            "This gateway does not speak for a device of this id. Put it on the gateway's list.",
        )
    })?;
    state.throttle.pass_device(device, state.house.clock.now())?;
    if state.house.now.placement(device).is_none() {
        hospital::telemetry::load_placements(&state.house, Some(device)).await?;
    }
    let actor = Actor::Device {
        device,
        hospital: gateway.hospital,
    };
    let ctx = Ctx::new(state.house.clone(), actor, Uuid::now_v7()).from_address(peer.0.to_string().as_str());
    let parsed = readings.transpose()?;
    if let Some(heartbeat) = heartbeat {
        let report = check(heartbeat).map_err(HospitalError::Invalid)?;
        let (ctx, recorder) = (ctx.clone(), state.recorder.clone());
        super::devices::finish(async move { hospital::devices::report(&ctx, &recorder, device, report).await }).await?;
    }
    let (answer, _) = store(state, &ctx, device, parsed.unwrap_or_default()).await?;
    let mut said = json!(answer);
    if let Some(said) = said.as_object_mut() {
        said.insert("device_id".to_owned(), json!(device));
    }
    Ok(said)
}

/// All that was said to the machines. When nothing was taken of anybody, it is a problem: one that passes by itself, where it was that for all of them.
fn answer(taken: Vec<(String, Result<Value, Problem>)>) -> Result<Response, Problem> {
    let later = |problem: &Problem| problem.retry_after.is_some();
    let good = |said: &Value| {
        let count = |name: &str| said.get(name).and_then(Value::as_u64).unwrap_or_default();
        let faults = said.get("rejected").and_then(Value::as_array).map_or(0, Vec::len);
        count("accepted") + count("duplicates") > 0 || faults == 0
    };
    let none = !taken.iter().any(|(_, said)| said.as_ref().is_ok_and(good));
    if none && !taken.is_empty() && taken.iter().all(|(_, said)| said.as_ref().is_err_and(later)) {
        return Err(taken
            .into_iter()
            .find_map(|(_, said)| said.err())
            .unwrap_or_else(no_gateway));
    }
    let machines: Vec<Value> = taken
        .into_iter()
        .map(|(named, said)| said.unwrap_or_else(|problem| json!({ "device_id": named, "problem": problem })))
        .collect();
    if none && !machines.is_empty() {
        let detail = "Nothing of any machine was accepted. The list says why for each.";
        return Err(Problem::new(Kind::Rejected, detail).with("machines", json!(machines)));
    }
    let mut response = axum::Json(json!({ "machines": machines })).into_response();
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}
