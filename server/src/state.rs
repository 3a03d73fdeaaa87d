//! What every handler reaches.

use std::sync::Arc;

use axum::extract::FromRef;
use hospital::House;
use hospital::telemetry::Recorder;
use leptos::config::LeptosOptions;
use metrics_exporter_prometheus::PrometheusHandle;
use tokio_util::sync::CancellationToken;

use crate::config::Config;
use crate::live::Hub;
use crate::site::Site;

/// What every handler reaches. Cloned per request: all of it is shared.
#[derive(Clone, FromRef)]
pub struct AppState {
    /// The hospital.
    pub house: Arc<House>,
    /// The writers of readings.
    pub recorder: Recorder,
    /// The live hub.
    pub hub: Hub,
    /// What Leptos asks for.
    pub leptos: LeptosOptions,
    /// Scripts, styles and pictures.
    pub site: Arc<Site>,
    /// Settings.
    pub config: Arc<Config>,
    /// Figures.
    pub metrics: PrometheusHandle,
    /// Cancelled when the server stops: streams that would stay open for ever end then.
    pub stopping: CancellationToken,
}
