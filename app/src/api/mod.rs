//! Server functions, one file per area: thin doors that enter, ask one verb, and hand back what it answered.
//!
//! Every one is a public endpoint: the right is checked by the verb. All are POST with a JSON body; the answer
//! comes in postcard, whose reader is a tenth of JSON's in the page's program. An error comes in JSON. The prefix is `/api/fn` for
//! staff and `/api/my` for the patient portal, because each realm has its own cookie.
//!
//! To add one: `#[server(prefix = …, endpoint = "<area>/<verb>", input = Json, output = Postcard)]`, and its row in the authorisation matrix.

pub mod alerts;
pub mod devices;
pub mod identity;
pub mod my;
pub mod organisation;
pub mod patients;
pub mod telemetry;

use std::future::Future;

use leptos::prelude::*;
use leptos::server::codee::binary::PostcardCodec;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::error::AppError;

/// What a page asked a server function for. Drawn by the server, it travels in the page as postcard too.
pub type Answer<T> = Resource<Result<T, AppError>, PostcardCodec>;

/// Asks now, and again whenever `source` changes. For the top of a page.
pub fn ask<S, T, Asked>(
    source: impl Fn() -> S + Send + Sync + 'static,
    fetch: impl Fn(S) -> Asked + Send + Sync + 'static,
) -> Answer<T>
where
    S: PartialEq + Clone + Send + Sync + 'static,
    T: Serialize + DeserializeOwned + Send + Sync + 'static,
    Asked: Future<Output = Result<T, AppError>> + Send + 'static,
{
    Resource::new_with_options(source, fetch, false)
}
