//! Keys: what is sealed at rest, under which key, and how keys come and go. What is kept where, for how long and why: `server/docs/keys.md`.
//!
//! ```text
//! master key ([`MasterKey`], in a file or a key service; never in the database)
//!   ├─ wraps the house's secret (`house_secret`)
//!   │    └─ derives the key of sealed fields, of blind indexes, of the audit's chain …   Keys::seal, open, blind, derive
//!   └─ wraps a random key for each patient (`patient_key`)                                Keys::seal_for, open_for
//! ```
//!
//! | module | holds |
//! | --- | --- |
//! | [`master`], [`setting`], [`local`] | the master key: its versions, where it comes from, what is refused |
//! | [`service`] | [`KeyService`], for a master key that lives elsewhere |
//! | [`house`] | the house's secret, made at the first start |
//! | [`patient`], [`cache`] | a key for each patient, made at first use; what is kept of it in memory |
//! | [`erase`], [`rotate`] | a patient's key is destroyed; every key is wrapped under a new master key |
//! | [`carry_over`] | what stands in clear from before is sealed when the server starts |
//! | [`cipher`], [`place`] | AES-256-GCM, and what is bound to a sealed value |
//!
//! # Sealing another field
//! Of a patient: `keys.seal_for(&mut tx, hospital, &Place::new(table, column, row).of(patient), …)` and `keys.open_for`, which answers none after an erasure.
//! Of an account, a device or the house: a column `bytea` named `<what>_sealed`; `keys.seal(&Place::new(table, column, row), …)` before the write and `keys.open` after the read. To look it up or keep it
//! unique, a second column `<what>_blind` with `keys.blind("<table>.<what>", normalised)`. To derive a key for something new, `keys.derive("<area> <what for>")`, with a label that
//! nothing else uses.

mod cache;
mod carry_over;
mod cipher;
mod erase;
pub mod error;
mod house;
mod local;
mod master;
mod patient;
mod place;
mod rotate;
pub mod service;
mod setting;
#[cfg(feature = "testing")]
pub(crate) mod testing;

use std::fmt;
use std::sync::Arc;

use aws_lc_rs::hmac;
use zeroize::{Zeroize, Zeroizing};

pub use cache::forget_destroyed;
pub use carry_over::carry_over;
pub use erase::erase;
pub use error::KeyError;
pub use local::LocalKeys;
pub use master::MasterKey;
pub use place::Place;
pub use rotate::{Rotated, rotate};
pub use service::{KeyService, Pending, Wrapped};
pub use setting::{KeySetting, Purpose};

use crate::error::Result;
use cache::Cache;
use cipher::{Cipher, Secret};

/// The version of the key under which the house seals. It moves on only with a new house's secret.
const VERSION: u32 = 1;

/// The keys of the house. A clone is a pointer.
#[derive(Clone)]
pub struct Keys(Arc<Inner>);

struct Inner {
    service: Arc<dyn KeyService>,
    patients: Cache,
    /// The pseudo-random key of HKDF.
    root: hmac::Key,
    fields: Cipher,
    blind: hmac::Key,
}

impl Keys {
    /// The keys that follow from the house's secret.
    fn with(service: Arc<dyn KeyService>, secret: &Secret) -> Result<Self> {
        let salt = hmac::Key::new(hmac::HMAC_SHA256, b"wardlight house secret");
        let root = hmac::Key::new(hmac::HMAC_SHA256, hmac::sign(&salt, secret.as_slice()).as_ref());
        let (mut fields, mut blind) = (derive(&root, "sealed fields"), derive(&root, "blind indexes"));
        let inner = Inner {
            service,
            patients: Cache::default(),
            fields: Cipher::new(&fields, VERSION)?,
            blind: hmac::Key::new(hmac::HMAC_SHA256, &blind),
            root,
        };
        fields.zeroize();
        blind.zeroize();
        Ok(Self(Arc::new(inner)))
    }

    /// A key for one use, named by `label`: HKDF-SHA-256 (RFC 5869) of the house's secret. The same for ever, whatever becomes of the master key.
    pub fn derive(&self, label: &'static str) -> [u8; 32] {
        derive(&self.0.root, label)
    }

    /// Seals `plain` for this place, under the house's key.
    ///
    /// # Errors
    /// Internal when the system gives no random numbers.
    pub fn seal(&self, place: &Place, plain: &[u8]) -> Result<Vec<u8>> {
        self.0.fields.seal(place.parts().iter().map(Vec::as_slice), plain)
    }

    /// Opens what was sealed for this place.
    ///
    /// # Errors
    /// Internal when it was changed, moved from another place, or sealed under another key.
    pub fn open(&self, place: &Place, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>> {
        let plain = self.0.fields.open(place.parts().iter().map(Vec::as_slice), sealed)?;
        Ok(Zeroizing::new(plain))
    }

    /// Seals what comes many times a second, under a key of its own for each `day` (any number that tells days apart): the one of sealed fields is for a few values of each
    /// account, and a key seals 2^32 at the most (`server/docs/keys.md`).
    ///
    /// # Errors
    /// Internal when the system gives no random numbers.
    pub fn seal_of_day(&self, what: &'static str, day: i64, place: &Place, plain: &[u8]) -> Result<Vec<u8>> {
        self.of_day(what, day)?
            .seal(place.parts().iter().map(Vec::as_slice), plain)
    }

    /// Opens what was sealed so.
    ///
    /// # Errors
    /// As [`Keys::open`].
    pub fn open_of_day(
        &self,
        what: &'static str,
        day: i64,
        place: &Place,
        sealed: &[u8],
    ) -> Result<Zeroizing<Vec<u8>>> {
        let plain = self
            .of_day(what, day)?
            .open(place.parts().iter().map(Vec::as_slice), sealed)?;
        Ok(Zeroizing::new(plain))
    }

    fn of_day(&self, what: &'static str, day: i64) -> Result<Cipher> {
        let key = Zeroizing::new(derive(&self.0.root, &format!("{what} of day {day}")));
        Cipher::new(&key, VERSION)
    }

    /// The blind index of a value: the same for the same value of the same `what`, and telling nothing without the key. Normalise first: lower-case an
    /// e-mail address, bare digits of a number.
    pub fn blind(&self, what: &'static str, normalised: &str) -> Vec<u8> {
        let text = place::joined([what.as_bytes(), normalised.as_bytes()]);
        hmac::sign(&self.0.blind, &text).as_ref().to_vec()
    }

    /// Who wraps with the master key.
    pub(crate) fn service(&self) -> &dyn KeyService {
        &*self.0.service
    }

    fn cache(&self) -> &Cache {
        &self.0.patients
    }

    /// How many patients' keys are held in memory.
    #[cfg(any(test, feature = "testing"))]
    pub fn held(&self) -> usize {
        self.0.patients.len()
    }

    /// The keys of tests: known to everybody, and the same in each test.
    #[cfg(any(test, feature = "testing"))]
    #[expect(clippy::expect_used, reason = "a test that has no keys ends here")]
    pub fn for_tests() -> Self {
        let service = Arc::new(LocalKeys::of(MasterKey::single(master::OF_TESTS)));
        Self::with(service, &Secret::new(master::OF_TESTS)).expect("the keys of tests")
    }
}

/// HKDF's second half for one block: HMAC(root, info ‖ 1) (RFC 5869, 2.3). For 32 bytes there is nothing that could fail.
fn derive(root: &hmac::Key, label: &str) -> [u8; 32] {
    let mut made = hmac::Context::with_key(root);
    made.update(b"wardlight ");
    made.update(label.as_bytes());
    made.update(&[1]);
    let mut key = [0; 32];
    key.iter_mut()
        .zip(made.sign().as_ref())
        .for_each(|(to, from)| *to = *from);
    key
}

impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Keys").field(&self.0.service).finish()
    }
}

#[cfg(test)]
mod tests;
