//! Errors of `/api/v1` as RFC 9457 problem documents: what is wrong, where, and how to mend it. Free of patient data and of typed values.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use hospital::HospitalError;
use serde::Serialize;

/// The kinds of problems. Each has a paragraph on the API's page, to which its `type` leads.
///
/// To add one: the variant, its place in [`Kind::ALL`], its row in [`Kind::facts`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// No device token, or a wrong one.
    Token,
    /// No token for the figures, or a wrong one.
    MetricsToken,
    /// The token of another device.
    OtherDevice,
    /// A proof of who the person is is too old.
    StepUp,
    /// No such device.
    UnknownDevice,
    /// No such path.
    NoEndpoint,
    /// Not a method of this path.
    Method,
    /// A body that ended early.
    Body,
    /// Too many bytes or readings.
    TooLarge,
    /// A body that says it is no JSON.
    Json,
    /// JSON that cannot be read.
    Syntax,
    /// Fields with faults.
    Invalid,
    /// No reading was good.
    Rejected,
    /// The state of things is against it.
    Conflict,
    /// Too much at once.
    Busy,
    /// Too many requests.
    Rate,
    /// The database is away.
    Away,
    /// Our fault.
    Fault,
}

impl Kind {
    /// Every kind, in the order of the page.
    pub const ALL: [Self; 18] = [
        Self::Token,
        Self::MetricsToken,
        Self::OtherDevice,
        Self::StepUp,
        Self::UnknownDevice,
        Self::NoEndpoint,
        Self::Method,
        Self::Body,
        Self::TooLarge,
        Self::Json,
        Self::Syntax,
        Self::Invalid,
        Self::Rejected,
        Self::Conflict,
        Self::Busy,
        Self::Rate,
        Self::Away,
        Self::Fault,
    ];

    /// Its anchor on the page, its status, its title, and what it means for whoever sent the request.
    #[rustfmt::skip]
    pub const fn facts(self) -> (&'static str, StatusCode, &'static str, &'static str) {
        match self {
            Self::Token => ("token", StatusCode::UNAUTHORIZED, "No valid device token",
                "The request carries no device token, or one that is unknown or revoked. Nothing was stored. Have a token made with `wardlight device token <device>` and send it as `Authorization: Bearer <device token>`."),
            Self::MetricsToken => ("metrics-token", StatusCode::UNAUTHORIZED, "No valid token for the figures",
                "The figures ask for the token of WARDLIGHT_METRICS_TOKEN; without that setting nobody may read them."),
            Self::OtherDevice => ("other-device", StatusCode::FORBIDDEN, "Not this device's token",
                "The token is good, and belongs to another device than the one in the path. A device speaks for itself only."),
            Self::StepUp => ("step-up", StatusCode::UNAUTHORIZED, "A fresh proof is wanted",
                "What was asked for is allowed, and wants a proof of who the person is that is at most five minutes old. Sign in again and repeat the request."),
            Self::UnknownDevice => ("unknown-device", StatusCode::NOT_FOUND, "Unknown device",
                "No device of the token's hospital has the id in the path."),
            Self::NoEndpoint => ("no-endpoint", StatusCode::NOT_FOUND, "No such endpoint",
                "Nothing is served under this path. Check it against the paths on this page."),
            Self::Method => ("method", StatusCode::METHOD_NOT_ALLOWED, "Not this method",
                "The path is served, and not with this method. The header Allow names those that it knows."),
            Self::Body => ("body", StatusCode::BAD_REQUEST, "The body was cut short",
                "The connection ended, or stood still, before the whole body had arrived. Nothing of it was stored: send it again."),
            Self::TooLarge => ("too-large", StatusCode::PAYLOAD_TOO_LARGE, "Too large",
                "The body is longer, or holds more readings, than one request may. Nothing of it was stored: send it in parts."),
            Self::Json => ("json", StatusCode::UNSUPPORTED_MEDIA_TYPE, "Not JSON",
                "The body does not say that it is JSON. Send it as `Content-Type: application/json`."),
            Self::Syntax => ("syntax", StatusCode::UNPROCESSABLE_ENTITY, "Not the expected JSON",
                "The body cannot be read as the JSON that this page describes. The detail says at which line and column; nothing of it was stored."),
            Self::Invalid => ("invalid", StatusCode::UNPROCESSABLE_ENTITY, "Invalid values",
                "The body was read, and some of its fields have faults. The list `errors` names each field and what would be right; nothing was stored."),
            Self::Rejected => ("rejected", StatusCode::UNPROCESSABLE_ENTITY, "No reading was accepted",
                "Every reading of the body has a fault. The list `rejected` names the place of each, its field and what would be right. Sending the same again does not help."),
            Self::Conflict => ("conflict", StatusCode::CONFLICT, "It cannot be done now",
                "The request is right, and the state of things is against it: the detail says what. Once that has changed, the same request may pass."),
            Self::Busy => ("busy", StatusCode::TOO_MANY_REQUESTS, "Too many readings at once",
                "The line of readings is full. Nothing of this body was stored: keep it, and send it again after the seconds in Retry-After."),
            Self::Rate => ("rate", StatusCode::TOO_MANY_REQUESTS, "Too many requests",
                "This address, device or account asks more often than it may. Nothing was done: keep what you sent, and send it again after the seconds in Retry-After. Readings may be sent many in one body."),
            Self::Away => ("away", StatusCode::SERVICE_UNAVAILABLE, "The database is away",
                "The database is starting, stopping, slow or unreachable. Nothing was acknowledged: keep what you sent, and send it again after the seconds in Retry-After."),
            Self::Fault => ("fault", StatusCode::INTERNAL_SERVER_ERROR, "A fault of ours",
                "Something broke on our side, and the log tells us what. Nothing was acknowledged: keep what you sent, and send it again later."),
        }
    }
}

/// A problem document.
#[derive(Clone, Debug, Serialize)]
pub struct Problem {
    /// Which kind of problem: a place on the page of the API.
    #[serde(rename = "type")]
    pub kind: String,
    /// The kind in a few words.
    pub title: &'static str,
    /// The HTTP status, again.
    pub status: u16,
    /// A sentence about this case and how to mend it.
    pub detail: String,
    /// More members, such as the rejected items.
    #[serde(flatten)]
    pub more: serde_json::Map<String, serde_json::Value>,
    /// Seconds after which to try again; becomes the `Retry-After` header.
    #[serde(skip)]
    pub retry_after: Option<u32>,
}

impl Problem {
    /// A problem of this kind.
    pub fn new(kind: Kind, detail: impl Into<String>) -> Self {
        let (name, status, title, _) = kind.facts();
        Self {
            kind: format!("/api/v1/docs#{name}"),
            title,
            status: status.as_u16(),
            detail: detail.into(),
            more: serde_json::Map::new(),
            retry_after: None,
        }
    }

    /// With another member.
    #[must_use]
    pub fn with(mut self, name: &str, value: serde_json::Value) -> Self {
        self.more.insert(name.to_owned(), value);
        self
    }

    /// No token, or a wrong one.
    pub fn token() -> Self {
        Self::new(
            Kind::Token,
            "Send `Authorization: Bearer <device token>` with a token made by `wardlight device token <device>`.",
        )
    }

    fn later(kind: Kind, seconds: u32, detail: &str) -> Self {
        Self {
            retry_after: Some(seconds),
            ..Self::new(kind, detail)
        }
    }

    fn fault() -> Self {
        Self::new(
            Kind::Fault,
            "Nothing was acknowledged. Keep what you sent and send it again later.",
        )
    }
}

impl From<HospitalError> for Problem {
    fn from(error: HospitalError) -> Self {
        match error {
            HospitalError::SignIn => Self::token(),
            HospitalError::StepUp => Self::new(
                Kind::StepUp,
                "Sign in again, then repeat the request within five minutes.",
            ),
            HospitalError::Denied(_) => Self::new(
                Kind::OtherDevice,
                "The token belongs to another device. Use the token of the device in the path.",
            ),
            HospitalError::NotFound => {
                Self::new(Kind::UnknownDevice, "No device has this id. Check the id in the path.")
            }
            HospitalError::Invalid(faults) => Self::new(Kind::Invalid, "Mend the named fields and send again.")
                .with("errors", serde_json::json!(faults)),
            HospitalError::Conflict(sentence) => Self::new(Kind::Conflict, sentence),
            HospitalError::Busy => Self::later(
                Kind::Busy,
                1,
                "Keep the readings and send them again after the time in Retry-After.",
            ),
            HospitalError::Away(cause) => {
                tracing::warn!(%cause, "the database is away");
                Self::later(
                    Kind::Away,
                    5,
                    "Nothing was acknowledged. Keep what you sent and send it again after the time in Retry-After.",
                )
            }
            HospitalError::Database(cause) => {
                tracing::error!(error = %cause, "a request of the API failed");
                Self::fault()
            }
            HospitalError::Internal(cause) => {
                tracing::error!(error = cause, "a request of the API failed");
                Self::fault()
            }
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = (status, axum::Json(&self)).into_response();
        response.headers_mut().insert(
            header::CONTENT_TYPE,
            HeaderValue::from_static("application/problem+json"),
        );
        if let Some(seconds) = self.retry_after {
            response
                .headers_mut()
                .insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        if status == StatusCode::UNAUTHORIZED {
            response
                .headers_mut()
                .insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        response
    }
}
