//! Opens the session of somebody who proved all there was to prove, under a new id, whatever the browser brought along.

use domain::actor::Role;
use domain::identity::Level;
use hospital::identity::sessions::{self, Opening};
use hospital::identity::{Origin, Realm, SignedIn};
use hospital::{Ctx, HospitalError};
use http::HeaderMap;
use tower_sessions::session::Id;

use crate::sessions::cookie;
use crate::sessions::store::key_of;

/// The sessions that a browser has already, by realm.
pub(super) type Brought = [(Realm, Option<Id>); 2];

/// What `headers` bring along.
pub(super) fn brought(headers: &HeaderMap) -> Brought {
    Realm::ALL.map(|realm| {
        let id = cookie::read(headers, realm.cookie()).and_then(|id| id.parse().ok());
        (realm, id)
    })
}

/// What a session is opened with, beside whose it is.
pub(super) struct Opener {
    pub(super) ctx: Ctx,
    pub(super) origin: Origin,
    pub(super) brought: Brought,
}

impl Opener {
    /// Opens it; what this browser was signed in to before, in the same realm, ends.
    pub(super) async fn open(self, signed_in: &SignedIn, shared: bool, level: Level) -> Result<Id, HospitalError> {
        let opening = Opening {
            user: signed_in.user,
            hospital: signed_in.hospital,
            patient: signed_in.patient,
            is_proxy: signed_in.roles.contains(&Role::Proxy),
            shared,
            device: self.origin.device,
            address: self.origin.address,
            level,
            proofs: signed_in.proofs,
        };
        // 128 random bits, whatever the browser brought along; they do not meet twice.
        let id = Id::default();
        sessions::open(&self.ctx, signed_in.realm, key_of(id), &opening).await?;
        for (_, old) in self.brought.into_iter().filter(|(realm, _)| *realm == signed_in.realm) {
            if let Some(old) = old {
                sessions::end(&self.ctx, key_of(old)).await?;
            }
        }
        Ok(id)
    }
}
