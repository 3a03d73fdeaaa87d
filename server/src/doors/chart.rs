//! The drawn chart of a patient's last hours or days: its own authorised answer, never kept by a cache and never sent twice with a page.

use app::language;
use axum::extract::{Extension, Path, Query, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use domain::ids::PatientId;
use domain::telemetry::Span;
use hospital::HospitalError;
use hospital::identity::{Caller, RequestId};
use serde::Deserialize;

use super::context;
use crate::state::AppState;

/// How far back.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    range: Option<String>,
}

/// The last 24 hours as SVG, or as far back as `?range=` says.
pub async fn day(
    State(state): State<AppState>,
    Extension(caller): Extension<Caller>,
    Extension(request): Extension<RequestId>,
    headers: HeaderMap,
    Path(patient): Path<String>,
    Query(asked): Query<Asked>,
) -> Response {
    let (locale, units) = (language::of(&caller, &headers), caller.units);
    let Ok(patient) = patient.parse::<PatientId>() else {
        return crate::pages::refusal(&state, HospitalError::NotFound, locale);
    };
    let ctx = context(&state.house, &caller, request);
    let span = Span::of_query(asked.range.as_deref());
    match hospital::run(async move { hospital::telemetry::trend(&ctx, patient, span).await }).await {
        Ok(trend) => {
            let headers = [
                (header::CONTENT_TYPE, "image/svg+xml"),
                (header::CACHE_CONTROL, "no-store"),
            ];
            (headers, app::charts::day_in(&trend, locale, units)).into_response()
        }
        Err(error) => crate::pages::refusal(&state, error, locale),
    }
}
