//! The drawn chart of a patient's day: its own authorised answer, never kept by a cache and never sent twice with a page.

use app::language;
use axum::extract::{Extension, Path, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use domain::ids::PatientId;
use hospital::HospitalError;
use hospital::identity::{Caller, RequestId};

use super::context;
use crate::state::AppState;

/// The last 24 hours as SVG.
pub async fn day(
    State(state): State<AppState>,
    Extension(caller): Extension<Caller>,
    Extension(request): Extension<RequestId>,
    headers: HeaderMap,
    Path(patient): Path<String>,
) -> Response {
    let (locale, units) = (language::of(&caller, &headers), caller.units);
    let Ok(patient) = patient.parse::<PatientId>() else {
        return crate::pages::refusal(&state, HospitalError::NotFound, locale);
    };
    let ctx = context(&state.house, &caller, request);
    match hospital::run(async move { hospital::telemetry::trend(&ctx, patient).await }).await {
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
