//! Is it alive, is it ready, and its figures.

use std::sync::OnceLock;

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use hospital::audit::Behind;
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use secrecy::ExposeSecret;

use super::problem::{Kind, Problem};
use crate::state::AppState;

/// Starts gathering figures; a second call (in a test process with several servers) shares the first.
pub fn recorder() -> PrometheusHandle {
    static HANDLE: OnceLock<PrometheusHandle> = OnceLock::new();
    let started = HANDLE.get_or_init(|| {
        let recorder = PrometheusBuilder::new().build_recorder();
        let handle = recorder.handle();
        if metrics::set_global_recorder(recorder).is_err() {
            tracing::warn!("figures are gathered by somebody else");
        }
        handle
    });
    started.clone()
}

/// The process answers.
pub async fn live() -> Response {
    ([(header::CACHE_CONTROL, "no-store")], "alive\n").into_response()
}

/// Ready to serve: the database answers, its migrations are current, and the line of readings has room. 503 and which part is not, otherwise.
pub async fn ready(State(state): State<AppState>) -> Response {
    let migrations = hospital::db::migrations_current(&state.house.app).await;
    let (database, migrations) = (migrations.is_ok(), migrations.unwrap_or(false));
    let room = state.recorder.room();
    let ready = database && migrations && room > 0.0;
    let body = serde_json::json!({
        "ready": ready,
        "database": database,
        "migrations": migrations,
        "ingest_queue_room": room,
        "version": env!("CARGO_PKG_VERSION"),
    });
    let status = if ready {
        StatusCode::OK
    } else {
        StatusCode::SERVICE_UNAVAILABLE
    };
    (status, [(header::CACHE_CONTROL, "no-store")], axum::Json(body)).into_response()
}

/// Figures in Prometheus text; asks for the bearer token of `WARDLIGHT_METRICS_TOKEN`, and does not exist without one.
pub async fn metrics(State(state): State<AppState>, headers: HeaderMap) -> Result<Response, Problem> {
    let wrong = || {
        Problem::new(
            Kind::MetricsToken,
            "Send `Authorization: Bearer <token>` with the token of WARDLIGHT_METRICS_TOKEN.",
        )
    };
    let sent = headers
        .get(header::AUTHORIZATION)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.strip_prefix("Bearer "));
    let expected = state.config.metrics_token.as_ref().ok_or_else(wrong)?;
    let same = sent.is_some_and(|sent| {
        aws_lc_rs::constant_time::verify_slices_are_equal(sent.as_bytes(), expected.expose_secret().as_bytes()).is_ok()
    });
    if !same {
        return Err(wrong());
    }
    let behind = hospital::audit::behind(&state.house).await.unwrap_or_else(|error| {
        tracing::warn!(%error, "how far the audit's seal is behind is not known");
        let unknown = f64::NAN;
        Behind {
            unsealed: unknown,
            unnoted: unknown,
        }
    });
    metrics::gauge!("wardlight_audit_unsealed_seconds").set(behind.unsealed);
    metrics::gauge!("wardlight_audit_unnoted_seconds").set(behind.unnoted);
    metrics::gauge!("wardlight_ingest_queue_room").set(state.recorder.room());
    metrics::gauge!("wardlight_database_connections")
        .set(f64::from(state.house.app.size() + state.house.ingest.size()));
    Ok((
        [(header::CONTENT_TYPE, "text/plain; version=0.0.4")],
        state.metrics.render(),
    )
        .into_response())
}
