//! The embedded default: a private PostgreSQL of the system's own programs, below the data folder, on a unix socket.
//!
//! [`Cluster::start`] takes the folder ([`lock`]), finds the programs ([`programs`]) and the folders ([`place`]), makes the cluster if
//! there is none, stops the server that a killed Wardlight left behind, and starts its own ([`postmaster`]). A thread watches the
//! server and starts it again when it dies; [`Cluster::stop`] ends both. All of it is plain blocking code: call it from
//! `spawn_blocking`. A new setting goes into [`settings`].

mod account;
mod lock;
mod place;
mod postmaster;
mod programs;
mod settings;

use std::path::{Path, PathBuf};
use std::process::Child;
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use secrecy::SecretString;

pub use settings::Durability;

use super::error::{DatabaseError, Result};
use lock::FolderLock;
use place::Place;
use postmaster::Postmaster;
use programs::Programs;

/// The superuser of a private cluster. It prepares the database and never serves.
pub(super) const ROOT: &str = "wardlight_root";

/// How to reach a private cluster.
#[derive(Clone, Debug)]
pub(crate) struct Door {
    /// The folder of the unix socket.
    pub socket: PathBuf,
    /// The password of [`ROOT`].
    pub password: SecretString,
    /// The folder of the cluster, for people to read.
    pub cluster: PathBuf,
}

/// A private server that runs as long as this lives.
#[derive(Debug)]
pub(crate) struct Cluster {
    postmaster: Postmaster,
    door: Door,
    wish: Arc<Wish>,
    watcher: Option<JoinHandle<()>>,
    _lock: FolderLock,
}

/// Whether the server is to stop, and the bell that says so.
#[derive(Debug, Default)]
struct Wish {
    stop: Mutex<bool>,
    bell: Condvar,
}

impl Wish {
    fn to_stop(&self) {
        *self.stop.lock().unwrap_or_else(PoisonError::into_inner) = true;
        self.bell.notify_all();
    }

    /// Waits up to `pause`; answers whether the server is to stop.
    fn is_to_stop_within(&self, pause: Duration) -> bool {
        let stop = self.stop.lock().unwrap_or_else(PoisonError::into_inner);
        *self
            .bell
            .wait_timeout_while(stop, pause, |stop| !*stop)
            .unwrap_or_else(PoisonError::into_inner)
            .0
    }
}

impl Cluster {
    /// Starts the cluster below `data_dir`, and makes it first where there is none.
    ///
    /// # Errors
    /// [`DatabaseError::InUse`] when another server holds the folder; what is missing or broken otherwise.
    pub fn start(data_dir: &Path, durability: Durability) -> Result<Self> {
        let home = Place::home(data_dir)?;
        let lock = FolderLock::take(&home)?;
        let place = Place::of(home)?;
        let made_by = place.made_by()?;
        let programs = Programs::find(made_by)?;
        let postmaster = Postmaster {
            place,
            programs,
            durability,
        };
        if made_by.is_none() {
            postmaster.make_cluster()?;
        }
        stop_what_was_left_behind(&postmaster)?;
        postmaster.place.make_folders()?;
        let door = Door::of(&postmaster.place)?;
        let child = postmaster.start()?;
        tracing::info!(
            "the private PostgreSQL {} runs (process {})",
            postmaster.programs.major(),
            child.id()
        );
        let wish = Arc::new(Wish::default());
        let watcher = {
            let (postmaster, wish) = (postmaster.clone(), wish.clone());
            thread::spawn(move || watch(&postmaster, &wish, child))
        };
        Ok(Self {
            postmaster,
            door,
            wish,
            watcher: Some(watcher),
            _lock: lock,
        })
    }

    /// How to reach it.
    pub fn door(&self) -> &Door {
        &self.door
    }

    /// Stops the server cleanly and waits until it has ended: `fast` first, `immediate` after a minute (the next start then replays its
    /// log; nothing is lost).
    pub fn stop(mut self) -> Result<()> {
        self.stop_by("fast")
    }

    fn stop_by(&mut self, mode: &str) -> Result<()> {
        self.wish.to_stop();
        let Some(watcher) = self.watcher.take() else {
            return Ok(());
        };
        let begun = Instant::now();
        while !watcher.is_finished() {
            let late = begun.elapsed() > Duration::from_secs(60);
            if begun.elapsed() > Duration::from_secs(90) {
                return Err(DatabaseError::DidNotStop {
                    data: self.postmaster.place.data(),
                });
            }
            // The watcher may just be starting the server again: then there is nothing to stop yet, so ask until it has ended.
            self.postmaster.ask_to_stop(if late { "immediate" } else { mode }, true);
            thread::sleep(Duration::from_millis(10));
        }
        tracing::info!("the private PostgreSQL has stopped");
        Ok(())
    }
}

impl Drop for Cluster {
    /// The way out when nobody called [`Cluster::stop`]: asks the server to end and does not wait for it.
    fn drop(&mut self) {
        if self.watcher.is_some() {
            self.wish.to_stop();
            self.postmaster.ask_to_stop("fast", false);
        }
    }
}

impl Door {
    /// The door of the cluster that another process runs on this folder, or `None` when nobody does.
    pub fn of_running(data_dir: &Path) -> Result<Option<Self>> {
        let home = Place::home(data_dir)?;
        match FolderLock::take(&home) {
            Err(DatabaseError::InUse { .. }) => Self::of(&Place::of(home)?).map(Some),
            Err(error) => Err(error),
            Ok(_free) => Ok(None),
        }
    }

    fn of(place: &Place) -> Result<Self> {
        Ok(Self {
            socket: place.socket.clone(),
            password: place.password()?,
            cluster: place.cluster.clone(),
        })
    }
}

/// Stops and removes the cluster below a data folder whose holder is dead: for tests, whose data nobody wants.
#[cfg(feature = "testing")]
pub(super) fn remove_abandoned(data_dir: &Path) -> Result<()> {
    let home = Place::home(data_dir)?;
    let _lock = FolderLock::take(&home)?;
    let place = Place::of(home)?;
    if let Some(made_by) = place.made_by()? {
        let postmaster = Postmaster {
            programs: Programs::find(Some(made_by))?,
            place: place.clone(),
            durability: Durability::TestOnly,
        };
        if postmaster.left_behind().is_some() {
            postmaster.ask_to_stop("immediate", true);
        }
    }
    for folder in [&place.cluster, &place.home]
        .into_iter()
        .filter(|folder| folder.exists())
    {
        std::fs::remove_dir_all(folder).map_err(DatabaseError::folder("could not remove", folder))?;
    }
    Ok(())
}

fn stop_what_was_left_behind(postmaster: &Postmaster) -> Result<()> {
    let Some(pid) = postmaster.left_behind() else {
        return Ok(());
    };
    tracing::info!("stopping the PostgreSQL (process {pid}) that an earlier Wardlight left behind");
    if postmaster.ask_to_stop("fast", true)
        || postmaster.ask_to_stop("immediate", true)
        || postmaster.left_behind().is_none()
    {
        return Ok(());
    }
    Err(DatabaseError::DidNotStop {
        data: postmaster.place.data(),
    })
}

/// Waits for the end of the server, and starts it again unless it was to stop. Pauses double from 0.2 s to 10 s while it fails.
fn watch(postmaster: &Postmaster, wish: &Wish, mut child: Child) {
    let mut pause = Duration::ZERO;
    loop {
        let ended = child.wait();
        loop {
            if wish.is_to_stop_within(pause) {
                return;
            }
            tracing::error!(
                "the private PostgreSQL ended by itself ({}); starting it again",
                Ended(&ended)
            );
            match postmaster.start() {
                Ok(next) => {
                    tracing::info!("the private PostgreSQL runs again (process {})", next.id());
                    child = next;
                    pause = Duration::from_millis(200);
                    break;
                }
                Err(error) => {
                    tracing::error!("{error}");
                    pause = (pause * 2).clamp(Duration::from_millis(200), Duration::from_secs(10));
                }
            }
        }
    }
}

struct Ended<'a>(&'a std::io::Result<std::process::ExitStatus>);

impl std::fmt::Display for Ended<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.0 {
            Ok(status) => status.fmt(f),
            Err(error) => error.fmt(f),
        }
    }
}
