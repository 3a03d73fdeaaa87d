//! Errors of `/api/v1` as RFC 9457 problem documents: what is wrong, where, and how to mend it. Free of patient data and of typed values.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use hospital::HospitalError;
use serde::Serialize;

/// A problem document.
#[derive(Clone, Debug, Serialize)]
pub struct Problem {
    /// Which kind of problem: a path of this server's documentation.
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
    pub fn new(status: StatusCode, name: &'static str, title: &'static str, detail: impl Into<String>) -> Self {
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
            StatusCode::UNAUTHORIZED,
            "token",
            "No valid device token",
            "Send `Authorization: Bearer <device token>` with a token made by `wardlight device token <device>`.",
        )
    }
}

impl From<HospitalError> for Problem {
    fn from(error: HospitalError) -> Self {
        match error {
            HospitalError::SignIn => Self::token(),
            HospitalError::Denied(_) => Self::new(
                StatusCode::FORBIDDEN,
                "other-device",
                "Not this device's token",
                "The token belongs to another device. Use the token of the device in the path.",
            ),
            HospitalError::NotFound => Self::new(
                StatusCode::NOT_FOUND,
                "unknown-device",
                "Unknown device",
                "No device has this id. Check the id in the path.",
            ),
            HospitalError::Invalid(faults) => Self::new(
                StatusCode::UNPROCESSABLE_ENTITY,
                "invalid",
                "Invalid values",
                "Mend the named fields and send again.",
            )
            .with("errors", serde_json::json!(faults)),
            HospitalError::Conflict(sentence) => {
                Self::new(StatusCode::CONFLICT, "conflict", "It cannot be done now", sentence)
            }
            HospitalError::Busy => Self {
                retry_after: Some(1),
                ..Self::new(
                    StatusCode::TOO_MANY_REQUESTS,
                    "busy",
                    "Too many readings at once",
                    "Keep the readings and send them again after the time in Retry-After.",
                )
            },
            HospitalError::Away(_) => Self {
                retry_after: Some(5),
                ..Self::new(
                    StatusCode::SERVICE_UNAVAILABLE,
                    "away",
                    "The database is away",
                    "Nothing was stored. Keep the readings and send them again after the time in Retry-After.",
                )
            },
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

impl Problem {
    fn fault() -> Self {
        Self::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            "fault",
            "A fault of ours",
            "Nothing was acknowledged. Keep what you sent and send it again later.",
        )
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
