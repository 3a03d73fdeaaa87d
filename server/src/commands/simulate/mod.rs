//! `wardlight simulate`: a process of its own that plays bedside devices. It replays the real recordings of `server/demo` through the
//! public endpoint, with real device tokens, and knows nothing of the database.
//!
//! | file | what |
//! |---|---|
//! | [`recording`] | the recordings: what was charted in which minute, and what each device promises |
//! | [`consciousness`] | the rule that turns a Glasgow Coma Scale total into the letter a device sends |
//! | [`replay`] | when each row is due; a recording that ends begins again as a new session |
//! | [`store`] | what is not delivered yet, in order, for at most 24 hours |
//! | [`client`] | the three posts of a device and what their answers mean |
//! | [`link`] | whether the server is there, told once |
//! | [`device`] | one device: readings and heartbeats |
//! | [`credentials`] | the file with the devices' tokens |
//!
//! To add a recording: its file in `server/demo/recordings`, a line in [`recording`], and a device in `server/demo/devices.csv`.

pub mod client;
pub mod consciousness;
pub mod credentials;
pub mod device;
pub mod link;
pub mod recording;
pub mod replay;
pub mod store;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use hospital::Clock;
use tokio::signal::unix::{SignalKind, signal};
use tokio::task::JoinSet;

use self::client::Client;
use self::credentials::Credential;
use self::device::Device;
use self::link::Link;
use self::recording::Recording;

/// Between the starts of two devices, so that they do not all post in the same instant. Short, because the recordings were chosen so
/// that together they move the board at least every two recorded minutes.
const APART: Duration = Duration::from_millis(20);

/// What `wardlight simulate` was asked for.
#[derive(Clone, Debug)]
pub struct Args {
    /// Where the server is, such as `http://127.0.0.1:3000`.
    pub url: String,
    /// The file with the devices' tokens.
    pub credentials: PathBuf,
    /// How many times faster than recorded; above 0.
    pub speed: f64,
    /// The recorded minute with which each recording begins, 0 to 1439.
    pub from: u32,
}

/// Why nothing can be simulated.
#[derive(Debug, thiserror::Error)]
pub enum SimulateError {
    /// The file with the tokens is missing, unreadable, open to others or not what it should be.
    #[error(transparent)]
    Credentials(#[from] credentials::CredentialsError),
    /// A credential names a recording that this program does not carry.
    #[error("There is no recording {0}. The recordings are bed_01 to bed_12, and crrt_01.")]
    Recording(String),
    /// The address is none, or the client cannot be made.
    #[error("{0} cannot be reached: {1}. Give an address such as http://127.0.0.1:3000.")]
    Address(String, String),
    /// The speed is no number above 0.
    #[error("The speed is no number above 0. Give one such as 60.")]
    Speed,
    /// The system gives no signals.
    #[error("The system gives no signals to stop by: {0}.")]
    Signals(#[from] std::io::Error),
}

/// Plays all devices until SIGINT or SIGTERM.
///
/// # Errors
/// Only before the first post: the credentials, a recording, the address or the speed are wrong. A server that is away is waited for.
pub async fn run(args: Args) -> Result<(), SimulateError> {
    let mut interrupted = signal(SignalKind::interrupt())?;
    let mut terminated = signal(SignalKind::terminate())?;
    let mut devices = devices(&args)?;
    tokio::select! {
        _ = interrupted.recv() => {}
        _ = terminated.recv() => {}
        () = all(&mut devices) => {}
    }
    // Dropping the set ends every device where it waits; nothing that was acknowledged depends on it.
    Ok(())
}

async fn all(devices: &mut JoinSet<()>) {
    while devices.join_next().await.is_some() {}
}

fn devices(args: &Args) -> Result<JoinSet<()>, SimulateError> {
    if !(args.speed.is_finite() && args.speed > 0.0) {
        return Err(SimulateError::Speed);
    }
    let credentials = Credential::read(&args.credentials)?;
    let client = Client::new(&args.url).map_err(|error| SimulateError::Address(args.url.clone(), error.to_string()))?;
    let recordings = credentials
        .iter()
        .map(|one| Recording::named(&one.recording).ok_or_else(|| SimulateError::Recording(one.recording.clone())));
    let recordings: Vec<Recording> = recordings.collect::<Result<_, _>>()?;
    let link = Arc::new(Link::new(credentials.len()));
    tracing::info!(
        devices = credentials.len(),
        speed = args.speed,
        "the bedside devices start"
    );
    let mut set = JoinSet::new();
    for (place, (credential, recording)) in credentials.into_iter().zip(recordings).enumerate() {
        let device = Device {
            credential,
            place,
            recording,
            speed: args.speed,
            from: args.from,
            client: client.clone(),
            link: link.clone(),
            clock: Clock::system(),
        };
        let wait = APART.saturating_mul(u32::try_from(place).unwrap_or(u32::MAX));
        set.spawn(async move {
            tokio::time::sleep(wait).await;
            device.play().await;
        });
    }
    Ok(set)
}
