//! The keys of the trace, and the one way in which an entry becomes bytes.
//!
//! Three keys, each derived from the house's: one marks entries when they are written, one chains them when they are sealed, one signs checkpoints.
//! An entry without a right mark was not written by the house; a chain that does not fit was not sealed by it.

use aws_lc_rs::hmac;
use aws_lc_rs::signature::{ED25519, Ed25519KeyPair, KeyPair, UnparsedPublicKey};
use uuid::Uuid;

use super::row::Row;

/// A link of the chain, and the mark of an entry.
pub type Digest = [u8; 32];

/// What stands before the first entry.
pub const BEGINNING: Digest = [0; 32];

/// The keys of the trace. They are never shown: `Debug` hides them.
pub struct TraceKeys {
    mark: hmac::Key,
    chain: hmac::Key,
    signer: Option<Ed25519KeyPair>,
}

impl TraceKeys {
    /// The keys that the house derives under these names.
    pub fn derived(derive: impl Fn(&'static str) -> [u8; 32]) -> Self {
        let hmac_of = |label| hmac::Key::new(hmac::HMAC_SHA256, &derive(label));
        Self {
            mark: hmac_of("audit mark"),
            chain: hmac_of("audit chain"),
            signer: Ed25519KeyPair::from_seed_unchecked(&derive("audit checkpoint")).ok(),
        }
    }

    /// The mark of an entry.
    pub fn mark(&self, row: &Row) -> Digest {
        digest(&hmac::sign(&self.mark, &row.bytes()))
    }

    /// Whether the house wrote this entry as it is.
    pub fn is_marked(&self, row: &Row, mark: &[u8]) -> bool {
        hmac::verify(&self.mark, &row.bytes(), mark).is_ok()
    }

    /// The name of a set of people, among those of a month (by its first Julian day) and a hospital. It begins with its own word, where an entry begins with `id`: no set bears an
    /// entry's mark.
    pub(super) fn set(&self, month: i32, hospital: Option<Uuid>, patients: &[Uuid]) -> Digest {
        let mut set = hmac::Context::with_key(&self.mark);
        set.update(&length(b"set"));
        set.update(b"set");
        set.update(&month.to_be_bytes());
        set.update(&[u8::from(hospital.is_some())]);
        set.update(hospital.unwrap_or_default().as_bytes());
        for patient in patients {
            set.update(patient.as_bytes());
        }
        digest(&set.sign())
    }

    /// The link of an entry at a position, after the link before it.
    pub fn link(&self, before: &Digest, position: i64, row: &Row, mark: Option<&[u8]>) -> Digest {
        let mut link = hmac::Context::with_key(&self.chain);
        let entry = row.bytes();
        link.update(before);
        link.update(&position.to_be_bytes());
        link.update(&length(&entry));
        link.update(&entry);
        // An entry from before the marks has none: no mark and an empty one are not the same.
        link.update(&[u8::from(mark.is_some())]);
        link.update(mark.unwrap_or_default());
        digest(&link.sign())
    }

    /// The signature of a checkpoint, in hexadecimal.
    pub(super) fn sign(&self, text: &str) -> Option<String> {
        self.signer
            .as_ref()
            .map(|signer| hex(signer.sign(text.as_bytes()).as_ref()))
    }

    /// Whether we signed this checkpoint.
    pub(super) fn is_signed(&self, text: &str, signature: &str) -> bool {
        let (Some(signer), Some(signature)) = (&self.signer, unhex(signature)) else {
            return false;
        };
        let public = UnparsedPublicKey::new(&ED25519, signer.public_key().as_ref());
        public.verify(text.as_bytes(), &signature).is_ok()
    }
}

impl std::fmt::Debug for TraceKeys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("TraceKeys")
    }
}

impl Row {
    /// The entry as bytes: each field that is there with its name, both with their lengths before them, times in microseconds as PostgreSQL keeps them. A
    /// field that a later version adds is not there in older entries, so their bytes, marks and links stay what they are.
    pub(super) fn bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(512);
        let mut field = |name: &str, value: Option<&[u8]>| {
            if let Some(value) = value {
                for part in [name.as_bytes(), value] {
                    bytes.extend_from_slice(&length(part));
                    bytes.extend_from_slice(part);
                }
            }
        };
        let some = |list: Vec<u8>| (!list.is_empty()).then_some(list);
        let patients = some(self.patients.iter().flat_map(|id| *id.as_bytes()).collect());
        let kinds = some(
            self.kinds
                .iter()
                .flat_map(|kind| [&length(kind.as_bytes()), kind.as_bytes()].concat())
                .collect(),
        );
        let address = self.address.map(|address| match address {
            std::net::IpAddr::V4(address) => address.octets().to_vec(),
            std::net::IpAddr::V6(address) => address.octets().to_vec(),
        });
        let lasted = self.lasted_ms.map(i64::to_be_bytes);
        field("id", Some(self.id.as_bytes()));
        field("at", Some(&self.at.0.to_be_bytes()));
        field("actor", Some(self.actor.as_bytes()));
        field("actor_id", self.actor_id.as_ref().map(|id| &id.as_bytes()[..]));
        field("task", self.task.as_deref().map(str::as_bytes));
        field("hospital", self.hospital.as_ref().map(|id| &id.as_bytes()[..]));
        field("role", self.role.as_deref().map(str::as_bytes));
        field("on_behalf_of", self.on_behalf_of.as_ref().map(|id| &id.as_bytes()[..]));
        field("action", Some(self.action.as_bytes()));
        field("subject", Some(self.subject.as_bytes()));
        field("subject_id", self.subject_id.as_ref().map(|id| &id.as_bytes()[..]));
        field("patients", patients.as_deref());
        field("kinds", kinds.as_deref());
        field("purpose", self.purpose.as_deref().map(str::as_bytes));
        field("outcome", Some(self.outcome.as_bytes()));
        field("reason", self.reason.as_deref().map(str::as_bytes));
        field("address", address.as_deref());
        field("request", Some(self.request.as_bytes()));
        field("lasted_ms", lasted.as_ref().map(|ms| &ms[..]));
        bytes
    }
}

fn length(part: &[u8]) -> [u8; 4] {
    u32::try_from(part.len()).unwrap_or(u32::MAX).to_be_bytes()
}

fn digest(tag: &hmac::Tag) -> Digest {
    let mut digest = BEGINNING;
    digest.iter_mut().zip(tag.as_ref()).for_each(|(to, from)| *to = *from);
    digest
}

/// In hexadecimal.
pub(super) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes
        .iter()
        .fold(String::with_capacity(2 * bytes.len()), |mut text, byte| {
            // Writing to a String cannot fail.
            write!(text, "{byte:02x}").ok();
            text
        })
}

/// From hexadecimal.
pub(super) fn unhex(text: &str) -> Option<Vec<u8>> {
    if !text.len().is_multiple_of(2) || !text.is_ascii() {
        return None;
    }
    (0..text.len())
        .step_by(2)
        .map(|at| u8::from_str_radix(text.get(at..at + 2)?, 16).ok())
        .collect()
}
