//! `POST /api/v1/devices/{device_id}/readings`: one reading or up to 2,000. Durable before the answer, idempotent by (device, `taken_at`, `seq`).

use std::sync::LazyLock;

use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use domain::ids::DeviceId;
use domain::invalid::Invalid;
use domain::telemetry::tally::Tally;
use domain::telemetry::{Item, Reading};
use domain::time::Moment;
use hospital::Ctx;
use serde::Serialize;
use serde_json::value::RawValue;

use super::body;
use super::devices::{InPath, authenticate, is_json};
use super::problem::{Kind, Problem};
use crate::layers::peer::Peer;
use crate::state::AppState;

/// The longest body: 2,000 readings with every field take about 1.3 MB.
pub const BODY: usize = 2 * 1024 * 1024;
/// Readings of one body.
pub(super) const ITEMS: usize = 2_000;

/// The figures of this door, looked up once: the recorder stands before the first request.
static COUNTED: LazyLock<Counted> = LazyLock::new(|| Counted {
    accepted: metrics::counter!("wardlight_readings_accepted_total"),
    duplicate: metrics::counter!("wardlight_readings_duplicate_total"),
    rejected: metrics::counter!("wardlight_readings_rejected_total"),
});

struct Counted {
    accepted: metrics::Counter,
    duplicate: metrics::Counter,
    rejected: metrics::Counter,
}

/// The answer.
#[derive(Debug, Serialize)]
pub(super) struct Answer {
    accepted: usize,
    duplicates: usize,
    /// Places of duplicates whose values differ from the stored ones, which stay.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    conflicts: Vec<usize>,
    rejected: Vec<Rejected>,
}

/// One fault of one item.
#[derive(Debug, Serialize)]
pub(super) struct Rejected {
    index: usize,
    field: String,
    reason: String,
    /// As what it is counted.
    #[serde(skip)]
    tally: Tally,
}

/// Records readings.
pub async fn post_readings(
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
            "Send the readings as `Content-Type: application/json`.",
        ));
    }
    let body = body::read(body, BODY, "Send at most 2,000 readings and 2 MiB in one body.").await?;
    let parsed = parse(&body, ctx.now(), state.config.retention_days)?;
    let (answer, stored) = store(&state, &ctx, device, parsed).await?;
    if !stored {
        return Err(Problem::new(
            Kind::Rejected,
            "Every item has a fault. Mend the named fields and send again.",
        )
        .with("rejected", serde_json::json!(answer.rejected)));
    }
    let mut response = axum::Json(answer).into_response();
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, header::HeaderValue::from_static("no-store"));
    Ok(response)
}

/// Items that are good, with their place in the body, and the faults of the others.
#[derive(Default)]
pub(super) struct Parsed {
    places: Vec<usize>,
    pub(super) readings: Vec<Reading>,
    pub(super) rejected: Vec<Rejected>,
}

/// Records what was read; answers whether anything of it is stored.
pub(super) async fn store(
    state: &AppState,
    ctx: &Ctx,
    device: DeviceId,
    parsed: Parsed,
) -> Result<(Answer, bool), Problem> {
    let recorded = state.recorder.record(ctx, device, parsed.readings).await?;
    COUNTED.accepted.increment(recorded.accepted as u64);
    COUNTED.duplicate.increment(recorded.duplicates as u64);
    COUNTED.rejected.increment(parsed.rejected.len() as u64);
    let refused = parsed.rejected.iter().map(|fault| (fault.tally, 1));
    state.house.tallies.add(device, ctx.now(), refused);
    let conflicts = recorded
        .conflicts
        .iter()
        .filter_map(|place| parsed.places.get(*place).copied())
        .collect();
    let stored = recorded.accepted + recorded.duplicates > 0;
    Ok((
        Answer {
            accepted: recorded.accepted,
            duplicates: recorded.duplicates,
            conflicts,
            rejected: parsed.rejected,
        },
        stored,
    ))
}

/// The items of a body, each checked.
///
/// Errors: for a body that is no JSON of readings, and one with too many.
pub(super) fn parse(body: &[u8], now: Moment, retention_days: u32) -> Result<Parsed, Problem> {
    let items = items(body)?;
    let mut parsed = Parsed {
        places: Vec::with_capacity(items.len()),
        readings: Vec::with_capacity(items.len()),
        rejected: Vec::new(),
    };
    for (index, item) in items.into_iter().enumerate() {
        match item.and_then(|item| item.check(now, retention_days)) {
            Ok(reading) => {
                parsed.places.push(index);
                parsed.readings.push(reading);
            }
            Err(faults) => parsed.rejected.extend(faults.into_iter().map(|fault| Rejected {
                index,
                tally: Tally::refused(&fault),
                field: fault.field,
                reason: fault.reason,
            })),
        }
    }
    Ok(parsed)
}

/// The readings of a body, checked as the door does: what the bench measures without the database.
///
/// Errors: as the door's.
pub fn check(body: &[u8], now: Moment, retention_days: u32) -> Result<Vec<Reading>, Problem> {
    parse(body, now, retention_days).map(|parsed| parsed.readings)
}

type Parse = Result<Item, Vec<Invalid>>;

/// The items of a body. The common body is parsed in one go; only when an item is at fault are they parsed one by one, to say which.
fn items(body: &[u8]) -> Result<Vec<Parse>, Problem> {
    let is_array = body.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'[');
    if is_array {
        if let Ok(items) = serde_json::from_slice::<Vec<Item>>(body) {
            return sized(items.into_iter().map(Ok).collect());
        }
        let raw: Vec<&RawValue> = serde_json::from_slice(body).map_err(|error| syntax(&error))?;
        return sized(
            raw.into_iter()
                .map(|item| serde_json::from_str(item.get()).map_err(|error| vec![fault(&error)]))
                .collect(),
        );
    }
    if let Ok(item) = serde_json::from_slice::<Item>(body) {
        return Ok(vec![Ok(item)]);
    }
    let raw: &RawValue = serde_json::from_slice(body).map_err(|error| syntax(&error))?;
    Ok(vec![
        serde_json::from_str(raw.get()).map_err(|error| vec![fault(&error)]),
    ])
}

fn sized(items: Vec<Parse>) -> Result<Vec<Parse>, Problem> {
    if items.len() > ITEMS {
        return Err(Problem::new(Kind::TooLarge, "Send at most 2,000 readings in one body."));
    }
    Ok(items)
}

fn syntax(error: &serde_json::Error) -> Problem {
    let place = format!("line {}, column {}", error.line(), error.column());
    Problem::new(
        Kind::Syntax,
        format!("The body is not well-formed JSON at {place}. Nothing of it was stored."),
    )
}

/// An item that is no object of fields. (What is wrong with a field says `Item::check`.)
fn fault(error: &serde_json::Error) -> Invalid {
    Invalid::new(
        "",
        format!(
            "This item is no reading (column {} of the item). Send an object of fields as /api/v1/docs lists them.",
            error.column()
        ),
    )
}

#[cfg(test)]
mod hostile;
