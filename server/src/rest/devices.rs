//! What devices say besides readings: heartbeats, and that a new session begins. And how every device proves who it is.

use std::collections::HashMap;

use axum::body::Body;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::actor::Actor;
use domain::ids::DeviceId;
use domain::invalid::{Invalid, is_printable};
use domain::telemetry::{Parameter, Promise, SystemStatus};
use domain::time::{Moment, parse_rfc3339, rfc3339};
use hospital::devices::Report;
use hospital::{Ctx, HospitalError};
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use uuid::Uuid;

use super::problem::{Kind, Problem};
use crate::layers::peer::Peer;
use crate::state::AppState;

/// The longest body of these endpoints.
pub const BODY: usize = 16 * 1024;
/// The longest name of a firmware, in characters.
const LONGEST_NAME: usize = 64;

/// The device of the path as it was sent. Bytes that are no text are no device either.
pub type InPath = Result<Path<String>, PathRejection>;

/// Who asks: the device of the token, which must be the device of the path.
pub async fn authenticate(
    state: &AppState,
    headers: &HeaderMap,
    path: InPath,
    peer: Peer,
) -> Result<(Ctx, DeviceId), Problem> {
    let actor = hospital::devices::authenticate(&state.house, shown(headers)?).await?;
    let device = path.ok().and_then(|Path(id)| id.parse::<DeviceId>().ok());
    let device = device.ok_or(HospitalError::NotFound)?;
    if !matches!(actor, Actor::Device { device: own, .. } if own == device) {
        // Whoever asks from another hospital does not learn that the device exists.
        let placement = state.house.now.placement(device);
        let is_known = placement.is_some_and(|it| Some(it.hospital) == actor.hospital());
        return Err(if is_known {
            HospitalError::Denied("reading.post")
        } else {
            HospitalError::NotFound
        }
        .into());
    }
    state.throttle.pass_device(device, state.house.clock.now())?;
    if state.house.now.placement(device).is_none() {
        hospital::telemetry::load_placements(&state.house, Some(device)).await?;
    }
    let ctx = Ctx::new(state.house.clone(), actor, Uuid::now_v7()).from_address(peer.0.to_string().as_str());
    Ok((ctx, device))
}

/// The token that a device shows.
pub(super) fn shown(headers: &HeaderMap) -> Result<&str, Problem> {
    let token = headers
        .get(header::AUTHORIZATION)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.strip_prefix("Bearer "));
    Ok(token.ok_or_else(Problem::token)?.trim())
}

/// Whether the body says it is JSON.
pub fn is_json(headers: &HeaderMap) -> bool {
    let kind = headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    kind.split(';')
        .next()
        .is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/json"))
}

/// A heartbeat as it is sent.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Heartbeat {
    status: String,
    firmware: String,
    /// Seconds promised between two values of a parameter, by its name.
    #[serde(default)]
    intervals: HashMap<String, f64>,
    #[serde(default)]
    readings_waiting: i64,
    replay: Option<Replay>,
}

/// A recording that plays on the device, in a demo.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Replay {
    #[serde(rename = "recording")]
    _recording: String,
    started_at: String,
    #[serde(rename = "speed")]
    _speed: f64,
}

/// Takes a heartbeat.
pub async fn post_heartbeat(
    State(state): State<AppState>,
    device: InPath,
    peer: Peer,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Problem> {
    let (ctx, device) = authenticate(&state, &headers, device, peer).await?;
    let heartbeat: Heartbeat = json(&headers, body).await?;
    let report = check(heartbeat).map_err(HospitalError::Invalid)?;
    let recorder = state.recorder.clone();
    finish(async move { hospital::devices::report(&ctx, &recorder, device, report).await }).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// A heartbeat as the verb takes it.
///
/// Errors: each field at fault.
pub(super) fn check(heartbeat: Heartbeat) -> Result<Report, Vec<Invalid>> {
    let mut faults = Vec::new();
    let status = SystemStatus::parse(&heartbeat.status);
    if status.is_none() {
        faults.push(Invalid::new("status", "Send normal, warning or danger."));
    }
    if heartbeat.firmware.chars().count() > LONGEST_NAME || !is_printable(&heartbeat.firmware) {
        faults.push(Invalid::new("firmware", "Send at most 64 printable characters."));
    }
    if heartbeat.readings_waiting < 0 {
        faults.push(Invalid::new("readings_waiting", "Send 0 or more."));
    }
    let mut promise = Promise::default();
    for (name, seconds) in heartbeat.intervals {
        match Parameter::parse(&name) {
            Some(parameter) if (0.001..=86_400.0).contains(&seconds) => promise.set(parameter, Some(seconds as f32)),
            Some(_) => faults.push(Invalid::new(
                format!("intervals.{name}"),
                "Send seconds between 0.001 and 86400.",
            )),
            None => faults.push(Invalid::new(
                format!("intervals.{name}"),
                "This parameter is unknown. See the list of fields at /api/v1/docs.",
            )),
        }
    }
    let replay_since = heartbeat.replay.map(|replay| parse_rfc3339(&replay.started_at));
    if matches!(replay_since, Some(None)) {
        faults.push(Invalid::new(
            "replay.started_at",
            "Send a time such as 2026-11-22T10:00:00Z.",
        ));
    }
    match status {
        Some(status) if faults.is_empty() => Ok(Report {
            status,
            firmware: heartbeat.firmware,
            promise,
            readings_waiting: heartbeat.readings_waiting,
            replay_since: replay_since.flatten(),
        }),
        _ => Err(faults),
    }
}

/// The start of a session as it is sent.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SessionStart {
    started_at: String,
}

/// A device begins a new session of the same patient.
pub async fn post_session(
    State(state): State<AppState>,
    device: InPath,
    peer: Peer,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Problem> {
    let (ctx, device) = authenticate(&state, &headers, device, peer).await?;
    let start: SessionStart = json(&headers, body).await?;
    let started_at: Moment = parse_rfc3339(&start.started_at).ok_or_else(|| {
        HospitalError::Invalid(vec![Invalid::new(
            "started_at",
            "Send a time such as 2026-11-22T10:00:00Z.",
        )])
    })?;
    let recorder = state.recorder.clone();
    let id = finish(async move { hospital::devices::start_session(&ctx, &recorder, device, started_at).await }).await?;
    Ok((StatusCode::CREATED, axum::Json(serde_json::json!({ "session_id": id }))).into_response())
}

/// A device asks for the successor of its token.
pub async fn post_token(
    State(state): State<AppState>,
    device: InPath,
    peer: Peer,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let (ctx, device) = authenticate(&state, &headers, device, peer).await?;
    let token = SecretString::from(shown(&headers)?);
    let (successor, ends_at) =
        finish(async move { hospital::devices::rotate_token(&ctx, device, token.expose_secret()).await }).await?;
    let body = serde_json::json!({ "token": successor.expose_secret(), "this_token_ends_at": rfc3339(ends_at) });
    Ok((
        StatusCode::CREATED,
        [(header::CACHE_CONTROL, "no-store")],
        axum::Json(body),
    )
        .into_response())
}

/// The body as JSON of this form, at most [`BODY`] long.
pub(super) async fn json<T: serde::de::DeserializeOwned>(headers: &HeaderMap, body: Body) -> Result<T, Problem> {
    if !is_json(headers) {
        return Err(Problem::new(
            Kind::Json,
            "Send the body as `Content-Type: application/json`.",
        ));
    }
    let body = super::body::read(body, BODY, "Send at most 16 KiB.").await?;
    serde_json::from_slice(&body).map_err(|error| {
        let place = format!("line {}, column {}", error.line(), error.column());
        Problem::new(
            Kind::Syntax,
            format!("The body is not the JSON that /api/v1/docs describes, at {place}."),
        )
    })
}

/// Runs a verb to its end, so that a client that leaves cannot cut it in half.
pub(super) async fn finish<T, F>(verb: F) -> Result<T, Problem>
where
    F: Future<Output = hospital::Result<T>> + Send + 'static,
    T: Send + 'static,
{
    Ok(hospital::run(verb).await?)
}
