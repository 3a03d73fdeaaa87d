//! What the doors of the record's lines share: a page that shows them under the banner, and what its forms post. Allergies, warnings, conditions, medicines and operations are
//! such lines.

use app::forms::Around;
use axum::response::Response;
use domain::ids::PatientId;
use hospital::patients::identity::{Identity, open_identity};
use hospital::records::line::List;
use leptos::prelude::AnyView;
use serde::Deserialize;
use uuid::Uuid;

use crate::forms::Desk;

/// What is said when a line has ended.
pub(super) const ENDED: &str = "It holds no longer; that it did stays to be seen.";

/// After which line what no longer holds goes on.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Older {
    after: String,
}

impl Older {
    /// The line; none for what is none.
    pub fn after(&self) -> Option<Uuid> {
        Uuid::parse_str(&self.after).ok()
    }
}

/// Which act, on what.
#[derive(Default, Deserialize)]
#[serde(default, bound(deserialize = "Typed: Default + Deserialize<'de>"))]
pub(super) struct Posted<Typed> {
    pub act: String,
    pub id: String,
    pub because: String,
    #[serde(flatten)]
    pub typed: Typed,
}

/// The page of these lines.
pub(super) async fn page<T: Send + 'static>(
    desk: Desk,
    patient: PatientId,
    title: &'static str,
    lines: impl Future<Output = hospital::Result<List<T>>> + Send + 'static,
    view: impl FnOnce(Identity, List<T>) -> AnyView,
) -> Response {
    let ctx = desk.ctx();
    let opened = desk.run(async move {
        let lines = lines.await?;
        Ok((open_identity(&ctx, patient).await?, lines))
    });
    match opened.await {
        Ok((identity, lines)) => desk.page(title, Around::Frame, || view(identity, lines)),
        Err(error) => desk.refusal(error),
    }
}
