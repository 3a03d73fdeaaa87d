//! [`KeyService`]: who wraps and unwraps other keys with the master key. The local one ([`super::LocalKeys`]) holds the master key itself; one that asks
//! a key-management service over the network implements the same two calls, and the master key never enters this program.

use std::fmt;
use std::future::Future;
use std::pin::Pin;

use zeroize::Zeroizing;

use crate::error::Result;

/// An answer that may take a while.
pub type Pending<'a, T> = Pin<Box<dyn Future<Output = Result<T>> + Send + 'a>>;

/// A key, wrapped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrapped {
    /// The version of the master key that wrapped it.
    pub under: i32,
    /// What only that version unwraps.
    pub bytes: Vec<u8>,
}

/// Wraps and unwraps keys with a master key.
pub trait KeyService: fmt::Debug + Send + Sync {
    /// The version that wraps now. Asked when keys are rotated: whatever is wrapped under another one is wrapped anew.
    fn current(&self) -> Pending<'_, i32>;

    /// Wraps `key` under the current version, bound to `context`.
    fn wrap<'a>(&'a self, context: &'a [u8], key: &'a [u8; 32]) -> Pending<'a, Wrapped>;

    /// Unwraps what was wrapped with the same context.
    ///
    /// Errors: away when the service is; internal when the bytes do not open.
    fn unwrap<'a>(&'a self, context: &'a [u8], wrapped: &'a Wrapped) -> Pending<'a, Zeroizing<[u8; 32]>>;
}
