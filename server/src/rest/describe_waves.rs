//! The door of curves in words, for OpenAPI.

use domain::waves::{Channel, FASTEST_HZ, LONGEST_SECONDS, SLOWEST_HZ};
use serde_json::{Value, json};

use super::openapi::with_errors;

pub(super) fn post_waves() -> Value {
    let channels = Channel::ALL.map(Channel::name);
    let units = Channel::ALL.map(|channel| format!("{} in {}", channel.name(), channel.unit()));
    let units = units.join(", ");
    let most = usize::from(FASTEST_HZ) * LONGEST_SECONDS;
    let chunk = json!({ "type": "object", "required": ["channel", "started_at", "hz", "step", "samples"], "additionalProperties": false, "properties": {
        "channel": { "enum": channels },
        "started_at": { "type": "string", "format": "date-time", "description": "When the first sample was taken, by the device's clock: not more than 10 minutes ago or ahead." },
        "hz": { "type": "integer", "minimum": SLOWEST_HZ, "maximum": FASTEST_HZ, "description": "Samples a second." },
        "step": { "type": "number", "exclusiveMinimum": 0, "description": format!("How much one step is: {units} (UCUM).") },
        "samples": { "type": "array", "minItems": 1, "maxItems": most, "items": { "type": "integer", "minimum": i16::MIN, "maximum": i16::MAX },
            "description": format!("In steps; {LONGEST_SECONDS} s of them at most.") } } });
    let body = json!({ "type": "object", "required": ["chunks"], "additionalProperties": false, "properties": {
        "chunks": { "type": "array", "minItems": 1, "maxItems": 10, "items": chunk } } });
    let example = json!({ "chunks": [{ "channel": "ecg_ii", "started_at": "2026-11-22T10:00:00Z", "hz": 125, "step": 0.005, "samples": [0, 4, 37, 190, 41, -12, 0] }] });
    let said = json!({ "type": "object", "required": ["accepted", "duplicates"], "properties": {
        "accepted": { "type": "integer" }, "duplicates": { "type": "integer" } } });
    json!({
        "operationId": "post_waves",
        "summary": "Post what a bedside monitor draws, about four times a second",
        "description": "Each chunk is of one channel, without a gap; chunks of a channel follow each other in time. Kept in memory for ten minutes, and written five minutes before and after an alarm: after a restart of the server the curve begins anew. Idempotent: a chunk that is sent again is a duplicate. The first chunk at fault ends it: those before it are kept. A body of at most 128 KiB.",
        "requestBody": { "required": true, "content": { "application/json": { "schema": body, "example": example } } },
        "responses": with_errors(json!({ "200": { "description": "Taken, or known already", "content": { "application/json": { "schema": said } } } }), &["401", "403", "404", "409", "413", "415", "422", "429", "503"])
    })
}
