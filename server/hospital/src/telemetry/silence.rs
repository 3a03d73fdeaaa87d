//! Silence is itself an alarm: neither heartbeat nor reading for ten seconds.

use std::time::Duration;

use domain::alerts::silence::SILENT_AFTER_SECONDS;

use super::record::Recorder;

/// Looks every second, for ever.
pub async fn watch_for_silence(recorder: Recorder) {
    // While nobody watched, nobody could be heard: each device has its ten seconds from now.
    tokio::time::sleep(Duration::from_secs_f64(SILENT_AFTER_SECONDS)).await;
    let mut second = tokio::time::interval(Duration::from_secs(1));
    loop {
        second.tick().await;
        let now = recorder.house().clock.now();
        for device in recorder.house().now.fall_silent(now) {
            if let Err(error) = recorder.silent(device, now) {
                tracing::error!(%error, %device, "a silent device could not be reported");
            }
        }
    }
}
