//! Signing in and out, as the OpenAPI document describes it.

use serde_json::{Value, json};

use super::openapi::{answer_of, with_errors};

/// Errors of these doors, in their own words.
fn with_these(mut responses: Value, codes: &[(&str, &str)]) -> Value {
    let problem = json!({ "application/problem+json": { "schema": { "$ref": "#/components/schemas/Problem" } } });
    if let Some(map) = responses.as_object_mut() {
        for (code, description) in codes {
            map.insert(
                (*code).to_owned(),
                json!({ "description": description, "content": problem }),
            );
        }
    }
    with_errors(responses, &["503"])
}

fn body(required: &[&str], properties: Value) -> Value {
    json!({ "required": true, "content": { "application/json": { "schema": {
        "type": "object", "required": required, "additionalProperties": false, "properties": properties } } } })
}

const NO_JSON: [(&str, &str); 3] = [
    ("413", "Longer than 16 KiB"),
    ("415", "Not application/json"),
    ("422", "Not the JSON that is described here"),
];

/// `POST /api/v1/auth/login`.
pub fn log_in() -> Value {
    let fields = json!({
        "login": { "type": "string", "description": "E-mail address or phone number." },
        "password": { "type": "string" },
        "code": { "type": "string", "description": "The one-time code, for an account with a second factor." }
    });
    let refusals = [
        (
            "401",
            "The credentials do not match; which of them is not said. Or a code is wanted, or wrong",
        ),
        (
            "409",
            "The hospital has yet to confirm the account, or asks for a second factor that it lacks",
        ),
        ("429", "Too many tries: closed for the seconds in Retry-After"),
    ];
    json!({
        "operationId": "log_in", "security": [],
        "summary": "A person's program signs in",
        "description": "Answers an access token of ten minutes, and a refresh token that may lie unused for 30 days. All that grows from one sign-in ends 90 days after it.",
        "requestBody": body(&["login", "password"], fields),
        "responses": with_these(json!({ "200": answer_of("Signed in", "Tokens") }), &[&refusals[..], &NO_JSON[..]].concat())
    })
}

/// `POST /api/v1/auth/token`.
pub fn token() -> Value {
    let fields = json!({
        "client_id": { "type": "string", "format": "uuid" },
        "client_secret": { "type": "string", "description": "Made by an administrator of the hospital and shown once." }
    });
    let refusals = [
        ("401", "The id and the secret do not match, or the program was revoked"),
        ("429", "Too many tries: closed for the seconds in Retry-After"),
    ];
    json!({
        "operationId": "token", "security": [],
        "summary": "A program of a hospital signs in",
        "description": "Answers an access token of ten minutes and no refresh token: come again with the secret.",
        "requestBody": body(&["client_id", "client_secret"], fields),
        "responses": with_these(json!({ "200": answer_of("Signed in", "Tokens") }), &[&refusals[..], &NO_JSON[..]].concat())
    })
}

fn held() -> Value {
    body(&["refresh_token"], json!({ "refresh_token": { "type": "string" } }))
}

/// `POST /api/v1/auth/refresh`.
pub fn refresh() -> Value {
    let refusals = [
        (
            "401",
            "Unknown, too old, ended, or shown again after its successor was used",
        ),
        ("429", "Too many tries: closed for the seconds in Retry-After"),
    ];
    json!({
        "operationId": "refresh", "security": [],
        "summary": "Exchange a refresh token for the next pair",
        "description": "Each refresh token is good for one exchange. When the answer is lost, send the same again: it is answered again as long as nobody has used what was answered before, which ends then. Any other second use ends the whole sign-in within a second, because the token may have been copied.",
        "requestBody": held(),
        "responses": with_these(json!({ "200": answer_of("The next pair", "Tokens") }), &[&refusals[..], &NO_JSON[..]].concat())
    })
}

/// `POST /api/v1/auth/logout`.
pub fn log_out() -> Value {
    let refusals = [("401", "The access token that is shown does not hold")];
    json!({
        "operationId": "log_out", "security": [{ "access": [] }, {}],
        "summary": "End a sign-in with all its tokens",
        "description": "Show an access token of it, or send one of its refresh tokens; an unknown refresh token is answered the same. Dead within a second everywhere.",
        "requestBody": { "required": false, "content": held()["content"] },
        "responses": with_these(json!({ "204": { "description": "Ended" } }), &[&refusals[..], &NO_JSON[..]].concat())
    })
}

/// `GET /api/v1/auth/me`.
pub fn me() -> Value {
    json!({
        "operationId": "me", "security": [{ "access": [] }],
        "summary": "Who shows this access token, and what they are now",
        "responses": with_these(json!({ "200": answer_of("Who it is", "Caller") }), &[("401", "No access token, or one that does not hold")])
    })
}

/// The schema of tokens as they are answered.
pub fn tokens() -> Value {
    json!({ "type": "object", "required": ["access_token", "token_type", "expires_in"], "properties": {
        "access_token": { "type": "string", "description": "Shown with every request. Its content is ours and may change: ask /api/v1/auth/me instead of reading it." },
        "token_type": { "const": "Bearer", "description": "Send it as `Authorization: Bearer …`." },
        "expires_in": { "type": "integer", "description": "Seconds." },
        "refresh_token": { "type": "string", "description": "Good for one exchange; a program of a hospital gets none." },
        "refresh_expires_in": { "type": "integer", "description": "Seconds for which it may lie unused." }
    }})
}

/// The schema of who asks.
pub fn caller() -> Value {
    json!({ "type": "object", "required": ["kind", "id", "name", "hospital", "roles", "scopes"], "properties": {
        "kind": { "enum": ["staff", "patient", "proxy", "client"] },
        "id": { "type": "string", "format": "uuid", "description": "The account, or the program." },
        "name": { "type": "string" },
        "hospital": { "type": "object", "description": "In which they act: its id and name." },
        "roles": { "type": "array", "items": { "type": "string" }, "description": "Of staff, as of now." },
        "scopes": { "type": "array", "items": { "type": "string" }, "description": "Of a program, as of now." }
    }})
}
