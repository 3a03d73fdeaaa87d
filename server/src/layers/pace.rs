//! Nobody asks faster than a hospital does: what comes too fast from one address is told when to come back, before any work is done for it.
//! Files lie in memory and `/health` is asked by machines that must not be refused, so these have no pace.

use axum::extract::Request;
use axum::response::Response;

use super::{peer, plain};
use crate::site;
use crate::state::AppState;
use crate::throttle::{self, Pace};

/// Keeps the pace of the path.
pub async fn keep<F, A>(state: &AppState, request: Request, next: F) -> Response
where
    F: FnOnce(Request) -> A,
    A: Future<Output = Response>,
{
    let path = request.uri().path();
    if let Some(pace) = pace_of(path).filter(|_| !site::has(&state.site, path)) {
        let address = peer::address(request.extensions(), request.headers(), state.config.trusted_proxies);
        if let Err(wait) = state.throttle.pass(pace, address, state.house.clock.now()) {
            return throttle::refusal(plain::is_api(path), wait);
        }
    }
    next(request).await
}

fn pace_of(path: &str) -> Option<Pace> {
    match path {
        "/health/live" | "/health/ready" => None,
        _ if path.starts_with("/api/v1/devices/") => Some(Pace::Gateway),
        "/metrics" => Some(Pace::Api),
        _ if plain::is_api(path) => Some(Pace::Api),
        _ => Some(Pace::Page),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_path_has_its_pace() {
        for (path, pace) in [
            ("/", Some(Pace::Page)),
            ("/ward", Some(Pace::Page)),
            ("/api/fn/organisation/open_ward", Some(Pace::Page)),
            ("/live", Some(Pace::Page)),
            ("/health/live", None),
            ("/healthy", Some(Pace::Page)),
            ("/metrics", Some(Pace::Api)),
            ("/api/v1/docs", Some(Pace::Api)),
            ("/api/v1/devices", Some(Pace::Api)),
            ("/api/v1/devices/7/readings", Some(Pace::Gateway)),
        ] {
            assert_eq!(pace_of(path), pace, "{path}");
        }
    }
}
