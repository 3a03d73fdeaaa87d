//! [`FarKeys`]: a key service that behaves like one over the network. It takes its time, it can be away, and its master key never leaves it.

use std::sync::PoisonError;
use std::sync::RwLock;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use zeroize::Zeroizing;

use super::cipher::random;
use super::local::LocalKeys;
use super::master::{MasterKey, written};
use super::service::{KeyService, Pending, Wrapped};
use crate::error::{HospitalError, Result};

/// A key service far away.
#[derive(Debug)]
pub struct FarKeys {
    there: RwLock<(String, LocalKeys)>,
    away: AtomicBool,
    calls: AtomicU64,
}

impl FarKeys {
    /// One with one version of its master key.
    ///
    /// # Errors
    /// Internal when the system gives no random numbers.
    pub fn start() -> Result<Self> {
        Ok(Self {
            there: RwLock::new(Self::with(String::new(), 1)?),
            away: AtomicBool::new(false),
            calls: AtomicU64::new(0),
        })
    }

    fn with(text: String, version: u32) -> Result<(String, LocalKeys)> {
        let text = text + &written(version, &*random()?);
        let key = MasterKey::parse(&text.clone().into()).map_err(|_| HospitalError::Internal("no key"))?;
        Ok((text, LocalKeys::of(key)))
    }

    /// Makes another version, which wraps from now on.
    ///
    /// # Errors
    /// Internal when the system gives no random numbers.
    pub fn add_version(&self) -> Result<()> {
        let mut there = self.there.write().unwrap_or_else(PoisonError::into_inner);
        let next = there.1.master().current() + 1;
        *there = Self::with(there.0.clone(), next)?;
        Ok(())
    }

    /// Answers nothing, or answers again.
    pub fn set_away(&self, away: bool) {
        self.away.store(away, Ordering::SeqCst);
    }

    /// How often it was asked to unwrap.
    pub fn calls(&self) -> u64 {
        self.calls.load(Ordering::SeqCst)
    }

    async fn travel(&self) -> Result<()> {
        tokio::time::sleep(Duration::from_millis(2)).await;
        match self.away.load(Ordering::SeqCst) {
            true => Err(HospitalError::Away(sqlx::Error::Io(std::io::Error::other(
                "the key service does not answer",
            )))),
            false => Ok(()),
        }
    }

    fn key(&self) -> LocalKeys {
        let there = self.there.read().unwrap_or_else(PoisonError::into_inner);
        LocalKeys::of_shared(there.1.master())
    }
}

impl KeyService for FarKeys {
    fn current(&self) -> Pending<'_, i32> {
        Box::pin(async {
            self.travel().await?;
            self.key().current().await
        })
    }

    fn wrap<'a>(&'a self, context: &'a [u8], key: &'a [u8; 32]) -> Pending<'a, Wrapped> {
        Box::pin(async move {
            self.travel().await?;
            self.key().wrap(context, key).await
        })
    }

    fn unwrap<'a>(&'a self, context: &'a [u8], wrapped: &'a Wrapped) -> Pending<'a, Zeroizing<[u8; 32]>> {
        Box::pin(async move {
            self.calls.fetch_add(1, Ordering::SeqCst);
            self.travel().await?;
            self.key().unwrap(context, wrapped).await
        })
    }
}
