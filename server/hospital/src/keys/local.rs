//! [`LocalKeys`]: the master key held in memory. One that came from a file is read again when the file changes, so that a new version is in use from the
//! next wrapping on, in every process that reads the file.

use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};

use zeroize::{Zeroize, Zeroizing};

use super::cipher::{Cipher, Secret, version_of};
use super::error::KeyError;
use super::master::MasterKey;
use super::service::{KeyService, Pending, Wrapped};
use super::setting::{self, Stamp};
use crate::error::{HospitalError, Result};

/// What is bound to every wrapped key, beside the caller's context.
const WHAT: &[u8] = b"wardlight wrapped key";

/// The master key held in memory.
#[derive(Debug)]
pub struct LocalKeys {
    held: RwLock<Held>,
    file: Option<PathBuf>,
}

#[derive(Debug)]
struct Held {
    key: Arc<MasterKey>,
    /// How the file stood when it was read.
    stamp: Option<Stamp>,
}

impl LocalKeys {
    /// A key that does not change while the program runs.
    pub fn of(key: MasterKey) -> Self {
        let key = Arc::new(key);
        Self {
            held: RwLock::new(Held { key, stamp: None }),
            file: None,
        }
    }

    /// The key in this file.
    ///
    /// # Errors
    /// When it is no key file, or others can read it.
    pub fn of_file(path: &Path) -> std::result::Result<Self, KeyError> {
        let (key, stamp) = setting::read(path)?;
        let (key, stamp) = (Arc::new(key), Some(stamp));
        Ok(Self {
            held: RwLock::new(Held { key, stamp }),
            file: Some(path.to_owned()),
        })
    }

    /// The key as it is now.
    pub fn master(&self) -> Arc<MasterKey> {
        self.read_again_if_changed();
        self.held.read().unwrap_or_else(PoisonError::into_inner).key.clone()
    }

    /// A file that cannot be read now, or holds no key, changes nothing: the key that was read before stays in use.
    fn read_again_if_changed(&self) {
        let Some(path) = &self.file else { return };
        let known = self.held.read().unwrap_or_else(PoisonError::into_inner).stamp;
        if setting::stamp(path).ok().is_none_or(|now| Some(now) == known) {
            return;
        }
        match setting::read(path).and_then(|(key, stamp)| key.check_strength().map(|()| (key, stamp))) {
            Ok((key, stamp)) => {
                tracing::info!(versions = ?key.versions().collect::<Vec<_>>(), "the file of the master key was read again");
                let mut held = self.held.write().unwrap_or_else(PoisonError::into_inner);
                (held.key, held.stamp) = (Arc::new(key), Some(stamp));
            }
            Err(error) => tracing::warn!(%error, "the file of the master key has changed and is not used as it is"),
        }
    }

    fn cipher(key: &MasterKey, version: u32) -> Result<Cipher> {
        let bits = key.bits(version).ok_or(HospitalError::Internal(
            "a key is wrapped under a version of the master key that this program does not have: put its line back into the key file",
        ))?;
        Cipher::new(bits, version)
    }
}

impl KeyService for LocalKeys {
    fn current(&self) -> Pending<'_, i32> {
        Box::pin(async { Ok(self.master().current().cast_signed()) })
    }

    fn wrap<'a>(&'a self, context: &'a [u8], key: &'a [u8; 32]) -> Pending<'a, Wrapped> {
        Box::pin(async move {
            let master = self.master();
            let version = master.current();
            let bytes = Self::cipher(&master, version)?.seal([WHAT, context], key)?;
            Ok(Wrapped {
                under: version.cast_signed(),
                bytes,
            })
        })
    }

    fn unwrap<'a>(&'a self, context: &'a [u8], wrapped: &'a Wrapped) -> Pending<'a, Zeroizing<[u8; 32]>> {
        Box::pin(async move {
            let version = version_of(&wrapped.bytes).unwrap_or_default();
            let mut plain = Self::cipher(&self.master(), version)?.open([WHAT, context], &wrapped.bytes)?;
            let bits = <[u8; 32]>::try_from(plain.as_slice()).map(Secret::new);
            plain.zeroize();
            bits.map_err(|_| HospitalError::Internal("an unwrapped key has the wrong length"))
        })
    }
}
