//! What every handler reaches.

use std::ops::Deref;
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
use crate::throttle::Throttle;

/// What every handler reaches. It is cloned for every request, so it is one pointer.
#[derive(Clone)]
pub struct AppState(Arc<Shared>);

/// What is shared.
pub struct Shared {
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
    /// Who tried how often, and who asks how fast.
    pub throttle: Arc<Throttle>,
    /// Settings.
    pub config: Arc<Config>,
    /// What form pages have yet to say.
    pub flashes: crate::forms::Flashes,
    /// Figures.
    pub metrics: PrometheusHandle,
    /// Cancelled when the server stops: streams that would stay open for ever end then.
    pub stopping: CancellationToken,
}

impl AppState {
    /// Shares it.
    pub fn new(shared: Shared) -> Self {
        Self(Arc::new(shared))
    }
}

impl Deref for AppState {
    type Target = Shared;

    fn deref(&self) -> &Shared {
        &self.0
    }
}

/// Leptos asks for its own part.
impl FromRef<AppState> for LeptosOptions {
    fn from_ref(state: &AppState) -> Self {
        state.leptos.clone()
    }
}
