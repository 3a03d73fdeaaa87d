//! The simulator beside `serve --demo`: a separate process that posts the recordings through the public endpoint, with real tokens. It ends with the server.

use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::PathBuf;
use std::process::Stdio;
use std::time::Duration;

use secrecy::ExposeSecret;
use tokio::process::{Child, Command};

use super::hospitals::{devices, machines};
use crate::state::AppState;

/// How much faster than recorded.
pub(super) const SPEED: f64 = 60.0;
/// The recorded minute in which the ward stands when the simulator begins. Across the end of its recording bed 9 shows nothing new for 99 minutes; everywhere else each bed
/// changes within an hour (`server/demo/README.md`), which is the minute that a visitor waits.
pub(super) const FROM: u32 = 120;

/// The running simulator.
#[derive(Debug)]
pub struct Simulator(Child);

impl Simulator {
    /// Ends it: its standard input closes, and it stops by itself; after two seconds it is stopped.
    pub async fn stop(mut self) {
        drop(self.0.stdin.take());
        if tokio::time::timeout(Duration::from_secs(2), self.0.wait())
            .await
            .is_err()
            && self.0.start_kill().is_err()
        {
            tracing::debug!("the simulator had ended already");
        }
    }
}

/// Starts the simulator for the demo's devices; `None` when this database has none of them.
pub async fn play(state: &AppState) -> Result<Option<Simulator>, String> {
    let known = devices()?
        .into_iter()
        .chain(machines()?)
        .filter(|device| !device.recording.is_empty() && state.house.now.placement(device.device_id).is_some());
    let mut credentials = Vec::new();
    for device in known {
        // A token is shown once, so each start makes a new one and the one before ends.
        let fault = |error: hospital::HospitalError| format!("No token could be made for {}: {error}.", device.name);
        hospital::devices::revoke_tokens(&state.house, device.device_id)
            .await
            .map_err(fault)?;
        let token = hospital::devices::make_token(&state.house, device.device_id)
            .await
            .map_err(fault)?;
        credentials.push(serde_json::json!({
            "device_id": device.device_id, "token": token.expose_secret(), "bed": device.bed, "recording": device.recording,
        }));
    }
    if credentials.is_empty() {
        return Ok(None);
    }
    let file = write_private(
        state.config.database.data_dir.join("demo-devices.json"),
        &serde_json::Value::Array(credentials),
    )?;
    let program = std::env::current_exe().map_err(|_| {
        "The path of wardlight itself is not known, so the devices of the demo cannot be started.".to_owned()
    })?;
    let mut command = Command::new(program);
    command
        .arg("simulate")
        .arg("--url")
        .arg(format!("http://{}", state.config.addr))
        .arg("--credentials")
        .arg(&file)
        .arg("--speed")
        .arg(SPEED.to_string())
        .arg("--from")
        .arg(FROM.to_string())
        .arg("--with-parent");
    let child = command
        .stdin(Stdio::piped())
        .process_group(0)
        .kill_on_drop(true)
        .spawn();
    child
        .map(|child| Some(Simulator(child)))
        .map_err(|error| format!("The devices of the demo could not be started: {error}."))
}

fn write_private(path: PathBuf, value: &serde_json::Value) -> Result<PathBuf, String> {
    let wrong = |error: std::io::Error| {
        format!(
            "{} cannot be written: {error}. Set WARDLIGHT_DATA_DIR to a folder of yours.",
            path.display()
        )
    };
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(wrong)?;
    }
    let mut file = std::fs::OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(&path)
        .map_err(wrong)?;
    file.write_all(value.to_string().as_bytes()).map_err(wrong)?;
    Ok(path)
}
