//! The API described: OpenAPI 3.1 at `/api/v1/openapi.json`, built from the same parameters and ranges that the door checks, and a page to read it.

use axum::extract::State;
use axum::http::header;
use axum::response::{Html, IntoResponse, Response};
use domain::telemetry::{OxygenDevice, Parameter, plausible};
use serde_json::{Value, json};

use super::problem::Kind;
use super::{describe_auth, describe_live, describe_waves, page};
use crate::state::AppState;

/// The document.
pub async fn document() -> Response {
    ([(header::CACHE_CONTROL, "no-cache")], axum::Json(describe())).into_response()
}

/// The page to read it.
pub async fn page(State(state): State<AppState>) -> Response {
    let css = state.site.path("pkg/wardlight.css");
    (
        [(header::CACHE_CONTROL, "no-cache")],
        Html(page::render(&describe(), &Kind::ALL, &describe_live::MESSAGES, &css)),
    )
        .into_response()
}

/// The whole document. It describes each row of `rest::ENDPOINTS` and nothing else: a test compares the two.
pub fn describe() -> Value {
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Wardlight API",
            "version": "1",
            "description": "For bedside devices and gateways: post readings, give a sign of life, begin a session. For programs: sign in and refresh. Errors are RFC 9457 problem documents.",
            "license": { "name": "Apache-2.0", "identifier": "Apache-2.0" }
        },
        "servers": [{ "url": "/" }],
        "security": [{ "device": [] }],
        "paths": {
            "/api/v1/devices/{device_id}/readings": { "parameters": [device_id()], "post": post_readings() },
            "/api/v1/devices/{device_id}/heartbeat": { "parameters": [device_id()], "post": post_heartbeat() },
            "/api/v1/devices/{device_id}/sessions": { "parameters": [device_id()], "post": post_session() },
            "/api/v1/devices/{device_id}/waves": { "parameters": [device_id()], "post": describe_waves::post_waves() },
            "/api/v1/devices/{device_id}/token": { "parameters": [device_id()], "post": post_token() },
            "/api/v1/devices/batch": { "post": post_batch() },
            "/api/v1/auth/login": { "post": describe_auth::log_in() },
            "/api/v1/auth/token": { "post": describe_auth::token() },
            "/api/v1/auth/refresh": { "post": describe_auth::refresh() },
            "/api/v1/auth/logout": { "post": describe_auth::log_out() },
            "/api/v1/auth/me": { "get": describe_auth::me() },
            "/.well-known/jwks.json": { "get": open("The public halves of the keys that sign access tokens (RFC 7517); keep it for an hour at the most.", "application/json") },
            "/api/v1/openapi.json": { "get": open("This document.", "application/json") },
            "/api/v1/docs": { "get": open("The page to read it.", "text/html") },
            "/health/live": { "get": open("200 while the process answers.", "text/plain") },
            "/health/ready": { "get": open("200 when database, migrations and the line of readings are fit, 503 with the part that is not.", "application/json") },
            "/metrics": { "get": metrics() },
        },
        "components": {
            "securitySchemes": {
                "device": { "type": "http", "scheme": "bearer", "description": "A device's token: 256 random bits, made by `wardlight device token <device>` and shown once." },
                "gateway": { "type": "http", "scheme": "bearer", "description": "A gateway's token, made on the hospital's page of gateways and shown once. It speaks for the machines on the gateway's list." },
                "access": { "type": "http", "scheme": "bearer", "bearerFormat": "JWT", "description": "An access token, good for ten minutes: see /api/v1/auth/login and /api/v1/auth/token." },
                "metrics": { "type": "http", "scheme": "bearer", "description": "The token of WARDLIGHT_METRICS_TOKEN." }
            },
            "schemas": { "Reading": reading(), "Answer": answer(), "Rejected": rejected(), "Heartbeat": heartbeat(), "Tokens": describe_auth::tokens(), "Caller": describe_auth::caller(), "Problem": problem() }
        }
    })
}

fn device_id() -> Value {
    json!({ "name": "device_id", "in": "path", "required": true, "schema": { "type": "string", "format": "uuid" }, "description": "The device of the token." })
}

fn post_readings() -> Value {
    let schema = json!({ "oneOf": [
        { "$ref": "#/components/schemas/Reading" },
        { "type": "array", "maxItems": 2000, "items": { "$ref": "#/components/schemas/Reading" } }
    ]});
    json!({
        "operationId": "post_readings",
        "summary": "Post one reading, or up to 2,000",
        "description": "Durable before the answer. Idempotent by device, taken_at and seq: what is sent again counts as a duplicate; the same key with other values is a duplicate listed under conflicts, and the first stays. Good items of a mixed body are kept. Late readings are stored in their place.",
        "requestBody": { "required": true, "content": { "application/json": { "schema": schema, "example": example() } } },
        "responses": with_errors(json!({ "200": answer_of("Something was accepted or known already", "Answer") }), &["401", "403", "404", "413", "415", "422", "429", "503"])
    })
}

fn post_heartbeat() -> Value {
    json!({
        "operationId": "post_heartbeat",
        "summary": "Give a sign of life, every 5 s",
        "description": "Silence of 10 s is an alarm. The intervals are a promise: a value is stale after two of them.",
        "requestBody": { "required": true, "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Heartbeat" } } } },
        "responses": with_errors(json!({ "204": { "description": "Heard" } }), &["401", "403", "404", "413", "415", "422", "503"])
    })
}

fn post_session() -> Value {
    let body = json!({ "type": "object", "required": ["started_at"], "additionalProperties": false, "properties": { "started_at": time() } });
    json!({
        "operationId": "post_session",
        "summary": "Begin a new session of the same patient",
        "description": "The open session ends at started_at. Readings belong to the session that holds their time. Idempotent: the same started_at again answers the same session.",
        "requestBody": { "required": true, "content": { "application/json": { "schema": body } } },
        "responses": with_errors(json!({ "201": { "description": "Begun", "content": { "application/json": { "schema": {
            "type": "object", "required": ["session_id"], "properties": { "session_id": { "type": "string", "format": "uuid" } } } } } } }),
            &["401", "403", "404", "409", "413", "415", "422", "503"])
    })
}

fn post_batch() -> Value {
    let readings = json!({ "oneOf": [{ "$ref": "#/components/schemas/Reading" }, { "type": "array", "items": { "$ref": "#/components/schemas/Reading" } }] });
    let part = json!({ "type": "object", "required": ["device_id"], "additionalProperties": false, "properties": {
        "device_id": { "type": "string", "format": "uuid" }, "heartbeat": { "$ref": "#/components/schemas/Heartbeat" }, "readings": readings } });
    let body = json!({ "type": "object", "required": ["machines"], "additionalProperties": false, "properties": {
        "machines": { "type": "array", "maxItems": 500, "items": part } } });
    let said = json!({ "type": "object", "required": ["machines"], "properties": { "machines": { "type": "array", "items": {
        "type": "object", "required": ["device_id"], "properties": {
            "device_id": { "type": "string" },
            "accepted": { "type": "integer" }, "duplicates": { "type": "integer" },
            "conflicts": { "type": "array", "items": { "type": "integer" } },
            "rejected": { "type": "array", "items": { "$ref": "#/components/schemas/Rejected" } },
            "problem": { "$ref": "#/components/schemas/Problem" } } } } } });
    json!({
        "operationId": "post_batch",
        "summary": "Post for many machines as their gateway",
        "description": "Readings and signs of life of up to 500 machines, 2,000 readings in all. Each machine is answered for itself, with what was recorded or with the problem that it had; the others are not touched by it. Send again what bears a problem with status 429 or 503.",
        "security": [{ "gateway": [] }],
        "requestBody": { "required": true, "content": { "application/json": { "schema": body } } },
        "responses": with_errors(json!({ "200": { "description": "Something was accepted or known already", "content": { "application/json": { "schema": said } } } }), &["401", "413", "415", "422", "429", "503"])
    })
}

fn post_token() -> Value {
    json!({
        "operationId": "post_token",
        "summary": "Ask for the successor of this token",
        "description": "The token that is shown lives until the successor is first used, a day at the most. When the answer is lost, ask again: the successor that was never used ends.",
        "responses": with_errors(json!({ "201": { "description": "Made; it is answered this once", "content": { "application/json": { "schema": {
            "type": "object", "required": ["token", "this_token_ends_at"], "properties": { "token": { "type": "string" }, "this_token_ends_at": time() } } } } } }),
            &["401", "403", "404", "503"])
    })
}

fn open(summary: &str, kind: &str) -> Value {
    let content = Value::Object([(kind.to_owned(), json!({}))].into_iter().collect());
    json!({ "summary": summary, "security": [], "responses": { "200": { "description": summary, "content": content } } })
}

fn metrics() -> Value {
    json!({ "summary": "Figures in Prometheus text", "security": [{ "metrics": [] }],
        "responses": with_errors(json!({ "200": { "description": "Figures", "content": { "text/plain": {} } } }), &["401"]) })
}

pub(super) fn answer_of(description: &str, schema: &str) -> Value {
    json!({ "description": description, "content": { "application/json": { "schema": { "$ref": format!("#/components/schemas/{schema}") } } } })
}

pub(super) fn with_errors(mut responses: Value, codes: &[&str]) -> Value {
    for code in codes {
        let description = match *code {
            "401" => "No token, or a wrong one",
            "403" => "The token of another device",
            "404" => "No such device in the token's hospital",
            "409" => "It cannot be done now; the detail says why",
            "413" => "Too large: at most 2,000 readings and 2 MiB",
            "415" => "Not application/json",
            "422" => "Nothing was accepted; the detail and the list say why",
            "429" => "Too many readings at once: try again after Retry-After",
            _ => "The database is away: nothing was stored, try again after Retry-After",
        };
        let problem = json!({ "description": description, "content": { "application/problem+json": { "schema": { "$ref": "#/components/schemas/Problem" } } } });
        if let Some(map) = responses.as_object_mut() {
            map.insert((*code).to_owned(), problem);
        }
    }
    responses
}

fn time() -> Value {
    json!({ "type": "string", "format": "date-time", "description": "RFC 3339 with an offset, to the microsecond." })
}

fn reading() -> Value {
    let mut properties = serde_json::Map::new();
    properties.insert(
        "seq".into(),
        json!({ "type": "integer", "minimum": 0, "description": "The device's own counter." }),
    );
    properties.insert("taken_at".into(), json!({ "type": "string", "format": "date-time", "description": "When it was measured: not more than 10 minutes ahead, not older than the retention." }));
    for parameter in Parameter::ALL {
        if let Some((low, high)) = plausible::range(parameter) {
            let named = match parameter.unit() {
                "" => parameter.label().to_owned(),
                unit => format!("{}, {unit}", parameter.label()),
            };
            let description = format!(
                "{named}. Plausible: {} to {}.",
                parameter.write(low),
                parameter.write(high)
            );
            let kind = if parameter == Parameter::Gcs {
                "integer"
            } else {
                "number"
            };
            properties.insert(
                parameter.name().into(),
                json!({ "type": kind, "minimum": low, "maximum": high, "description": description }),
            );
        }
    }
    let devices: Vec<&str> = OxygenDevice::ALL.iter().map(|device| device.name()).collect();
    properties.insert(
        "oxygen".into(),
        json!({
            "type": "object", "required": ["device"], "additionalProperties": false,
            "properties": {
                "device": { "enum": devices },
                "litres_per_min": { "type": "number", "minimum": 0, "description": "L/min" },
                "fio2": { "type": "number", "minimum": 0.21, "maximum": 1, "description": "Inspired fraction" }
            }
        }),
    );
    properties.insert(
        "consciousness".into(),
        json!({ "enum": ["A", "C", "V", "P", "U"], "description": "ACVPU, which NEWS2 scores; `gcs` beside it is shown" }),
    );
    properties.insert(
        "system_status".into(),
        json!({ "enum": ["normal", "warning", "danger"] }),
    );
    properties.insert(
        "alarm_codes".into(),
        json!({ "type": "array", "maxItems": 32, "items": { "type": "string", "maxLength": 64 } }),
    );
    json!({
        "type": "object", "required": ["seq", "taken_at"], "additionalProperties": false, "properties": properties,
        "description": "Every value is optional; one at least is present. An unknown field or an impossible value rejects the item and names the field."
    })
}

fn answer() -> Value {
    json!({ "type": "object", "required": ["accepted", "duplicates", "rejected"], "properties": {
        "accepted": { "type": "integer" },
        "duplicates": { "type": "integer" },
        "conflicts": { "type": "array", "items": { "type": "integer" }, "description": "Places of duplicates whose values differ from the stored ones." },
        "rejected": { "type": "array", "items": { "$ref": "#/components/schemas/Rejected" } }
    }})
}

fn rejected() -> Value {
    json!({ "type": "object", "required": ["index", "field", "reason"], "properties": {
        "index": { "type": "integer" }, "field": { "type": "string" }, "reason": { "type": "string" } } })
}

fn heartbeat() -> Value {
    json!({ "type": "object", "required": ["status", "firmware"], "additionalProperties": false, "properties": {
        "status": { "enum": ["normal", "warning", "danger"] },
        "firmware": { "type": "string", "maxLength": 64, "description": "Printable characters." },
        "intervals": { "type": "object", "additionalProperties": { "type": "number", "minimum": 0.001, "maximum": 86400 }, "description": "Seconds promised between two values, by the name of the parameter." },
        "readings_waiting": { "type": "integer", "minimum": 0, "description": "Readings that wait in the device." },
        "replay": { "type": "object", "required": ["recording", "started_at", "speed"], "additionalProperties": false, "description": "A recording that plays, in a demo.", "properties": {
            "recording": { "type": "string" }, "started_at": time(), "speed": { "type": "number" } } }
    }})
}

fn problem() -> Value {
    json!({ "type": "object", "required": ["type", "title", "status", "detail"], "properties": {
        "type": { "type": "string", "description": "A place on /api/v1/docs, where the kind of problem has its paragraph." }, "title": { "type": "string" }, "status": { "type": "integer" }, "detail": { "type": "string" },
        "rejected": { "type": "array", "items": { "$ref": "#/components/schemas/Rejected" } },
        "errors": { "type": "array", "items": { "type": "object" } } } })
}

/// A reading as a device sends it.
pub fn example() -> Value {
    json!({
        "seq": 1024, "taken_at": "2026-11-22T10:00:00Z", "heart_rate": 72, "systolic": 128, "diastolic": 76, "mean_pressure": 93,
        "spo2": 97, "temperature": 36.8, "respiration": 16,
        "oxygen": { "device": "nasal_cannula", "litres_per_min": 2, "fio2": 0.28 }, "consciousness": "A"
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_document_describes_every_endpoint_and_no_other() {
        let document = describe();
        let paths = document["paths"].as_object().unwrap();
        let described: BTreeSet<String> = paths
            .iter()
            .flat_map(|(path, methods)| methods.as_object().unwrap().keys().map(move |method| (method, path)))
            .filter(|(method, _)| *method != "parameters")
            .map(|(method, path)| format!("{} {path}", method.to_uppercase()))
            .collect();
        let served: BTreeSet<String> = super::super::ENDPOINTS.iter().map(ToString::to_string).collect();
        assert_eq!(described, served);
    }
}
