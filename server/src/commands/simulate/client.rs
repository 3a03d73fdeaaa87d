//! The three posts of a device, and what their answers mean for it.

use std::time::Duration;

use domain::ids::DeviceId;
use domain::telemetry::Promise;
use domain::time::{Moment, rfc3339};
use reqwest::header::RETRY_AFTER;
use reqwest::{Response, StatusCode, Url};
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use serde_json::{Value, json};

use super::store::Load;

/// What this simulator calls itself.
const FIRMWARE: &str = concat!("wardlight-simulate ", env!("CARGO_PKG_VERSION"));
/// How long an answer is waited for.
const ANSWER_WITHIN: Duration = Duration::from_secs(10);

/// What became of a post.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The server has it; it refused so many items, the first for this reason.
    Taken {
        /// Items refused.
        rejected: usize,
        /// Why the first was, with its field.
        first: Option<String>,
    },
    /// The server has it not and never will: it is not worth keeping.
    Refused(String),
    /// The server does not know this device or its token. Worth trying again later: a token can be made.
    Unknown(String),
    /// The server is there and busy.
    Busy(Option<Duration>),
    /// The server is not there, or cannot serve now.
    Away(Option<Duration>, String),
}

/// A heartbeat.
#[derive(Clone, Debug)]
pub struct Heartbeat<'a> {
    /// What the device promises.
    pub promise: &'a Promise,
    /// Readings that wait.
    pub waiting: usize,
    /// The recording that plays.
    pub recording: &'a str,
    /// When this round of it began.
    pub started_at: Moment,
    /// How many times faster than recorded.
    pub speed: f64,
}

/// Posts to one server.
#[derive(Clone, Debug)]
pub struct Client {
    http: reqwest::Client,
    base: Url,
}

impl Client {
    /// A client of the server at `url`.
    ///
    /// # Errors
    /// The text is no address, or the system gives no TLS where it is needed.
    pub fn new(url: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        let base = Url::parse(url)?;
        // A device stands in the hospital's own network: no proxy between. Plain http needs no certificates of the system.
        let builder = reqwest::Client::builder().timeout(ANSWER_WITHIN).no_proxy();
        let builder = if base.scheme() == "http" {
            builder.tls_certs_only([])
        } else {
            builder
        };
        Ok(Self {
            http: builder.build()?,
            base,
        })
    }

    /// Delivers what waits: readings, or the start of a session.
    pub async fn deliver(&self, device: DeviceId, token: &SecretString, load: &Load) -> Outcome {
        match load {
            Load::Session(at) => {
                self.post(device, token, "sessions", &json!({ "started_at": rfc3339(*at) }))
                    .await
            }
            Load::Readings(items) => self.post(device, token, "readings", items).await,
        }
    }

    /// Tells that the device lives.
    pub async fn beat(&self, device: DeviceId, token: &SecretString, heartbeat: Heartbeat<'_>) -> Outcome {
        self.post(device, token, "heartbeat", &body(&heartbeat)).await
    }

    async fn post<T: serde::Serialize + ?Sized>(
        &self,
        device: DeviceId,
        token: &SecretString,
        what: &str,
        body: &T,
    ) -> Outcome {
        let Ok(url) = self.base.join(&format!("/api/v1/devices/{device}/{what}")) else {
            return Outcome::Refused("the address of the server is none".into());
        };
        match self
            .http
            .post(url)
            .bearer_auth(token.expose_secret())
            .json(body)
            .send()
            .await
        {
            Ok(response) => outcome(response).await,
            Err(error) => Outcome::Away(None, reason(&error).into()),
        }
    }
}

fn body(heartbeat: &Heartbeat<'_>) -> Value {
    let intervals: serde_json::Map<String, Value> = heartbeat
        .promise
        .iter()
        .map(|(parameter, seconds)| (parameter.name().to_owned(), json!(seconds)))
        .collect();
    json!({
        "status": "normal",
        "firmware": FIRMWARE,
        "intervals": intervals,
        "readings_waiting": heartbeat.waiting,
        "replay": { "recording": heartbeat.recording, "started_at": rfc3339(heartbeat.started_at), "speed": heartbeat.speed },
    })
}

fn reason(error: &reqwest::Error) -> &'static str {
    if error.is_connect() {
        "no connection"
    } else if error.is_timeout() {
        "no answer in time"
    } else {
        "the connection broke"
    }
}

async fn outcome(response: Response) -> Outcome {
    let status = response.status();
    let wait = response
        .headers()
        .get(RETRY_AFTER)
        .and_then(|value| value.to_str().ok())
        .and_then(retry_after);
    match response.text().await {
        Ok(text) => judge(status, wait, &text),
        // The answer broke off: whether it was stored is not known. Sending it again is safe, the key of a reading makes it a duplicate.
        Err(error) => Outcome::Away(None, reason(&error).into()),
    }
}

/// Seconds of a `Retry-After` header. A date is not understood and counts as none.
fn retry_after(text: &str) -> Option<Duration> {
    text.trim().parse().ok().map(Duration::from_secs)
}

fn judge(status: StatusCode, wait: Option<Duration>, text: &str) -> Outcome {
    if status.is_success() {
        let answer: Answer = serde_json::from_str(text).unwrap_or_default();
        return Outcome::Taken {
            rejected: answer.rejected.len(),
            first: answer.rejected.first().map(Rejected::sentence),
        };
    }
    let told = || {
        let problem: Problem = serde_json::from_str(text).unwrap_or_default();
        let first = problem
            .rejected
            .first()
            .or(problem.errors.first())
            .map(Rejected::sentence)
            .unwrap_or_default();
        format!("{status} {} {first}", problem.detail).trim_end().to_owned()
    };
    match status {
        StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN | StatusCode::NOT_FOUND => Outcome::Unknown(told()),
        StatusCode::TOO_MANY_REQUESTS => Outcome::Busy(wait),
        StatusCode::REQUEST_TIMEOUT => Outcome::Away(wait, told()),
        _ if status.is_server_error() => Outcome::Away(wait, told()),
        _ => Outcome::Refused(told()),
    }
}

/// What is read of the answer to readings.
#[derive(Debug, Default, Deserialize)]
struct Answer {
    #[serde(default)]
    rejected: Vec<Rejected>,
}

/// What is read of a problem document.
#[derive(Debug, Default, Deserialize)]
struct Problem {
    #[serde(default)]
    detail: String,
    #[serde(default)]
    rejected: Vec<Rejected>,
    #[serde(default)]
    errors: Vec<Rejected>,
}

#[derive(Debug, Deserialize)]
struct Rejected {
    field: String,
    reason: String,
}

impl Rejected {
    fn sentence(&self) -> String {
        format!("{}: {}", self.field, self.reason)
    }
}

#[cfg(test)]
#[path = "client_tests.rs"]
mod tests;
