//! Where the master key comes from: a file, the environment, or, in the demo, a file that is made once in the data folder.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Read, Write};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use secrecy::SecretString;
use zeroize::Zeroizing;

use super::error::KeyError;
use super::local::LocalKeys;
use super::master::{MasterKey, written};

/// A key file is a few lines; whatever is longer is some other file.
const LONGEST: u64 = 64 * 1024;

/// What the key is wanted for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To serve people: the key is set, and it is a good one.
    Serve,
    /// To serve the demo: where none is set, one is made in the data folder.
    Demo,
    /// A command beside a server: the key that is set, or the demo's when there is one. Nothing is made.
    Command,
}

/// Where the master key comes from.
#[derive(Clone, Debug, Default)]
pub struct KeySetting {
    /// `WARDLIGHT_MASTER_KEY_FILE`: read again when it changes, so that a new version needs no restart.
    pub file: Option<PathBuf>,
    /// `WARDLIGHT_MASTER_KEY`: the same text as the file's. A new version needs a restart.
    pub text: Option<SecretString>,
    /// The data folder, for the demo's key.
    pub data_dir: PathBuf,
}

impl KeySetting {
    /// Reads `WARDLIGHT_MASTER_KEY_FILE` and `WARDLIGHT_MASTER_KEY`; empty is the same as not set.
    pub fn from_env(data_dir: &Path) -> Self {
        let read = |name| std::env::var(name).ok().filter(|value| !value.trim().is_empty());
        Self {
            file: read("WARDLIGHT_MASTER_KEY_FILE").map(PathBuf::from),
            text: read("WARDLIGHT_MASTER_KEY").map(SecretString::from),
            data_dir: data_dir.to_owned(),
        }
    }

    /// The demo's key file.
    pub fn demo_file(&self) -> PathBuf {
        self.data_dir.join("secrets").join("demo-master-key")
    }

    /// Opens the key; the second answer is the file when it was made just now, for the terminal to say so.
    ///
    /// # Errors
    /// What is missing or wrong, and how to mend it.
    pub fn open(&self, purpose: Purpose) -> Result<(LocalKeys, Option<PathBuf>), KeyError> {
        let demo = self.demo_file();
        match (&self.file, &self.text, purpose) {
            (Some(_), Some(_), _) => Err(KeyError::Both),
            (Some(file), None, _) => self.accepted(LocalKeys::of_file(file)?, purpose),
            (None, Some(text), _) => self.accepted(LocalKeys::of(MasterKey::parse(text)?), purpose),
            (None, None, Purpose::Serve) => Err(KeyError::Missing),
            (None, None, Purpose::Command) if !demo.exists() => Err(KeyError::Missing),
            (None, None, Purpose::Command | Purpose::Demo) => {
                let made = !demo.exists();
                if made {
                    make(&demo)?;
                }
                Ok((LocalKeys::of_file(&demo)?, made.then_some(demo)))
            }
        }
    }

    fn accepted(&self, keys: LocalKeys, purpose: Purpose) -> Result<(LocalKeys, Option<PathBuf>), KeyError> {
        let key = keys.master();
        key.check_strength()?;
        let demo = self.demo_file();
        if purpose == Purpose::Serve && demo.exists() && key.shares_a_version_with(&read(&demo)?.0) {
            return Err(KeyError::Demo);
        }
        Ok((keys, None))
    }
}

/// By which a changed file is told from the one that was read: modified (seconds and nanoseconds), length, inode.
pub(super) type Stamp = (i64, i64, u64, u64);

/// How the file stands now.
pub(super) fn stamp(path: &Path) -> io::Result<Stamp> {
    fs::metadata(path).map(|it| stamp_of(&it))
}

fn stamp_of(found: &fs::Metadata) -> Stamp {
    (found.mtime(), found.mtime_nsec(), found.len(), found.ino())
}

/// Reads a key file that nobody else can read.
pub(super) fn read(path: &Path) -> Result<(MasterKey, Stamp), KeyError> {
    let fault = |source| KeyError::File {
        path: path.to_owned(),
        source,
    };
    // Asked of the file that is open, so that it is not another one by the time it is read.
    let file = File::open(path).map_err(fault)?;
    let found = file.metadata().map_err(fault)?;
    if found.mode() & 0o077 != 0 {
        return Err(KeyError::Open { path: path.to_owned() });
    }
    let mut text = Zeroizing::new(String::with_capacity(1024));
    file.take(LONGEST).read_to_string(&mut text).map_err(fault)?;
    let key = MasterKey::parse(&SecretString::from(text.as_str()))?;
    Ok((key, stamp_of(&found)))
}

/// Makes a key file: written beside its place first, so that it is whole or not there.
fn make(path: &Path) -> Result<(), KeyError> {
    let fault = |source| KeyError::File {
        path: path.to_owned(),
        source,
    };
    if let Some(folder) = path.parent() {
        DirBuilder::new()
            .recursive(true)
            .mode(0o700)
            .create(folder)
            .map_err(fault)?;
    }
    let bits = super::cipher::random().map_err(|_| fault(io::Error::other("no random numbers")))?;
    let draft = path.with_extension(format!("draft-{}", std::process::id()));
    let mut file = OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(&draft)
        .map_err(fault)?;
    file.write_all(b"# The master key of this demo. It opens nothing but the demo's data; no hospital that serves people may use it.\n")
        .and_then(|()| file.write_all(written(1, &bits).as_bytes()))
        .and_then(|()| file.sync_all())
        .and_then(|()| fs::rename(&draft, path))
        .map_err(fault)
}
