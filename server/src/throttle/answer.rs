//! What somebody is told who comes too often: when to come back, in words and in `Retry-After`.

use axum::response::{IntoResponse, Response};
use http::{HeaderValue, StatusCode, header};

use super::Wait;
use crate::layers::plain;
use crate::rest::problem::{Kind, Problem};

/// 429: a calm page, or a problem document for programs (`api`).
pub fn refusal(api: bool, wait: Wait) -> Response {
    if api {
        return Problem::from(wait).into_response();
    }
    let (title, sentence) = match wait.0 {
        ..60 => (
            "Too much at once",
            format!("Wait {} and try again.", many(wait.0, "second")),
        ),
        _ => (
            "Closed for a while",
            format!("Too many tries. Wait {}.", many(minutes(wait), "minute")),
        ),
    };
    let mut answer = plain::page(StatusCode::TOO_MANY_REQUESTS, title, &sentence, None).into_response();
    answer
        .headers_mut()
        .insert(header::RETRY_AFTER, HeaderValue::from(wait.0));
    answer
}

impl From<Wait> for Problem {
    fn from(wait: Wait) -> Self {
        let mut problem = Self::new(
            Kind::Rate,
            "Keep what you sent, and send it again after the seconds in Retry-After.",
        );
        problem.retry_after = u32::try_from(wait.0).ok();
        problem
    }
}

fn minutes(Wait(seconds): Wait) -> i64 {
    (seconds + 59) / 60
}

fn many(number: i64, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}
