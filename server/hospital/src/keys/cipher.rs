//! One key for AES-256-GCM, and the form of what it seals:
//!
//! | bytes | hold |
//! | --- | --- |
//! | 1 | the format, 1 |
//! | 4 | the version of the key, most significant byte first |
//! | 12 | the nonce, random, made inside the library |
//! | as the plain text | the cipher text |
//! | 16 | the tag |
//!
//! Nonces are random, so one key may seal 2^32 values (NIST SP 800-38D, 8.3). A patient's key and the house's stay far below that.

use std::fmt;

use aws_lc_rs::aead::{AES_256_GCM, Aad, NONCE_LEN, Nonce, RandomizedNonceKey};
use zeroize::Zeroizing;

use super::place::joined;
use crate::error::{HospitalError, Result};

/// 256 secret bits, overwritten when they are let go.
pub(super) type Secret = Zeroizing<[u8; 32]>;

const FORMAT: u8 = 1;
const VERSION: std::ops::Range<usize> = 1..5;
const HEADER: usize = VERSION.end + NONCE_LEN;
const TAG: usize = 16;

const BROKEN: &str = "a sealed value does not open: it was changed, moved, or sealed under another key";

/// A key that seals and opens. The library overwrites its copy of the key when it is dropped.
pub(super) struct Cipher {
    key: RandomizedNonceKey,
    version: u32,
}

impl Cipher {
    /// The cipher of these bits, which are this version of their key.
    pub(super) fn new(secret: &[u8; 32], version: u32) -> Result<Self> {
        let key = RandomizedNonceKey::new(&AES_256_GCM, secret)
            .map_err(|_| HospitalError::Internal("a key could not be used"))?;
        Ok(Self { key, version })
    }

    /// Seals `plain`, bound to these parts and to the version.
    pub(super) fn seal<'a>(&self, parts: impl IntoIterator<Item = &'a [u8]>, plain: &[u8]) -> Result<Vec<u8>> {
        // Room for the tag from the start: growing would leave a copy of the plain text behind.
        let mut body = Vec::with_capacity(plain.len() + TAG);
        body.extend_from_slice(plain);
        let nonce = self
            .key
            .seal_in_place_append_tag(self.bound(parts), &mut body)
            .map_err(|_| HospitalError::Internal("a value could not be sealed"))?;
        let mut sealed = Vec::with_capacity(HEADER + body.len());
        sealed.push(FORMAT);
        sealed.extend_from_slice(&self.version.to_be_bytes());
        sealed.extend_from_slice(nonce.as_ref());
        sealed.append(&mut body);
        Ok(sealed)
    }

    /// Opens what was sealed with the same parts.
    pub(super) fn open<'a>(&self, parts: impl IntoIterator<Item = &'a [u8]>, sealed: &[u8]) -> Result<Vec<u8>> {
        let broken = || HospitalError::Internal(BROKEN);
        if version_of(sealed) != Some(self.version) {
            return Err(broken());
        }
        let nonce = sealed.get(VERSION.end..HEADER).ok_or_else(broken)?;
        let nonce = Nonce::try_assume_unique_for_key(nonce).map_err(|_| broken())?;
        let mut body = sealed.get(HEADER..).ok_or_else(broken)?.to_vec();
        let length = self
            .key
            .open_in_place(nonce, self.bound(parts), &mut body)
            .map_err(|_| broken())?
            .len();
        body.truncate(length);
        Ok(body)
    }

    fn bound<'a>(&self, parts: impl IntoIterator<Item = &'a [u8]>) -> Aad<Vec<u8>> {
        let mut text = joined(parts);
        text.append(&mut joined([self.version.to_be_bytes().as_slice()]));
        Aad::from(text)
    }
}

impl fmt::Debug for Cipher {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Cipher(version {})", self.version)
    }
}

/// The version of the key under which this was sealed; none when it is nothing of ours.
pub(super) fn version_of(sealed: &[u8]) -> Option<u32> {
    let format = *sealed.first()?;
    let version = sealed.get(VERSION)?.try_into().ok()?;
    (format == FORMAT).then(|| u32::from_be_bytes(version))
}

/// New secret bits.
pub(super) fn random() -> Result<Secret> {
    let mut bits = Secret::default();
    aws_lc_rs::rand::fill(bits.as_mut_slice())
        .map_err(|_| HospitalError::Internal("the system gave no random numbers"))?;
    Ok(bits)
}
