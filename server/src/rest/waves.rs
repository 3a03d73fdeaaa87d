//! `POST /api/v1/devices/{device_id}/waves`: what one channel of a bedside monitor drew in a short time, or several at once. Kept in memory for ten minutes; what lies around an alarm is
//! written (`hospital::waves`). Idempotent: a chunk that is sent again is known.

use axum::body::Body;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use domain::invalid::Invalid;
use domain::time::{Moment, parse_rfc3339};
use domain::waves::Sent;
use hospital::HospitalError;
use serde::Deserialize;
use serde_json::json;

use super::body;
use super::devices::{InPath, authenticate, finish, is_json};
use super::problem::{Kind, Problem};
use crate::layers::peer::Peer;
use crate::state::AppState;

/// The longest body: ten seconds of five channels at 250 Hz with seven signs a sample are 88 kB; a device that sends them one by one needs less.
pub const BODY: usize = 128 * 1024;
/// Chunks of one body: one of each channel, and as many again that were held back.
const CHUNKS: usize = 10;

/// What is sent.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Curves {
    chunks: Vec<Chunk>,
}

/// A chunk as it is sent.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Chunk {
    channel: String,
    started_at: String,
    hz: i64,
    step: f64,
    samples: Vec<i64>,
}

impl Chunk {
    fn read(self) -> Result<Sent, HospitalError> {
        let fault = || {
            HospitalError::Invalid(vec![Invalid::new(
                "started_at",
                "Send a time such as 2026-11-22T10:00:00Z.",
            )])
        };
        let started_at: Moment = parse_rfc3339(&self.started_at).ok_or_else(fault)?;
        Ok(Sent {
            channel: self.channel,
            started_at,
            hz: self.hz,
            step: self.step,
            samples: self.samples,
        })
    }
}

/// Takes chunks in, in their order. The first that cannot be taken ends it: what came before it is kept and is known when it is sent again.
pub async fn post_waves(
    State(state): State<AppState>,
    device: InPath,
    peer: Peer,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Problem> {
    let (ctx, device) = authenticate(&state, &headers, device, peer).await?;
    if !is_json(&headers) {
        return Err(Problem::new(
            Kind::Json,
            "Send the chunks as `Content-Type: application/json`.",
        ));
    }
    let body = body::read(body, BODY, "Send at most 10 chunks and 128 KiB in one body.").await?;
    let sent: Curves = serde_json::from_slice(&body).map_err(|error| {
        let place = format!("line {}, column {}", error.line(), error.column());
        Problem::new(
            Kind::Syntax,
            format!("The body is not the JSON that /api/v1/docs describes, at {place}."),
        )
    })?;
    if sent.chunks.is_empty() || sent.chunks.len() > CHUNKS {
        let fault = Invalid::new("chunks", "Send 1 to 10 chunks in one body.");
        return Err(HospitalError::Invalid(vec![fault]).into());
    }
    let (accepted, duplicates) = finish(async move {
        let (mut accepted, mut duplicates) = (0_usize, 0_usize);
        for chunk in sent.chunks {
            match hospital::waves::take_curve(&ctx, device, || chunk.read()).await? {
                true => accepted += 1,
                false => duplicates += 1,
            }
        }
        Ok((accepted, duplicates))
    })
    .await?;
    Ok(axum::Json(json!({ "accepted": accepted, "duplicates": duplicates })).into_response())
}
