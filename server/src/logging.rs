//! Logs: to the terminal, one line an event; JSON with `WARDLIGHT_LOG=json`. Filtered by `RUST_LOG`. Never a name, a value or a token: `server/docs/logging.md`.

use tracing_subscriber::EnvFilter;

/// Starts logging; a second call does nothing.
pub fn start() {
    let filter = EnvFilter::try_from_default_env()
        .unwrap_or_else(|_| EnvFilter::new("info,sqlx=warn,tower_sessions_core=error"));
    let builder = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr);
    let started = if std::env::var("WARDLIGHT_LOG").is_ok_and(|kind| kind == "json") {
        builder.json().try_init()
    } else {
        builder.with_target(false).compact().try_init()
    };
    if started.is_err() {
        tracing::debug!("logging was started before");
    }
}
