//! What tower-sessions keeps its sessions in: our own table. Only ids are kept, written once at sign-in: there is nothing to lose when two
//! requests save at once, and its own expiry is not used (the row has limits of its own).

use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;

use async_trait::async_trait;
use hospital::identity::sessions::{self, Opening};
use hospital::identity::{Realm, SessionKey, at_the_door};
use hospital::{Ctx, HospitalError, House};
use time::OffsetDateTime;
use tower_sessions::session::{Id, Record};
use tower_sessions::session_store::{Error, Result};
use tower_sessions::{Expiry, Session, SessionStore};
use uuid::Uuid;

/// The one entry of a session: what it was opened with.
pub const SIGNED_IN: &str = "signed_in";

/// The sessions of one realm.
#[derive(Clone)]
pub struct Store {
    house: Arc<House>,
    realm: Realm,
}

/// The key under which the database keeps the session of this id.
pub fn key_of(id: Id) -> SessionKey {
    SessionKey::of_id(id.to_string().as_bytes())
}

impl Store {
    /// Over this house.
    pub fn new(house: Arc<House>, realm: Realm) -> Self {
        Self { house, realm }
    }

    /// Opens a session with a new id, whatever the browser brought along; answers the id for its cookie.
    pub async fn begin(&self, opening: &Opening) -> std::result::Result<Id, tower_sessions::session::Error> {
        let session = Session::new(None, Arc::new(self.clone()), Some(Expiry::OnSessionEnd));
        session.insert(SIGNED_IN, opening).await?;
        session.save().await?;
        session
            .id()
            .ok_or(Error::Backend("a new session has no id".into()).into())
    }

    fn ctx(&self) -> Ctx {
        at_the_door(&self.house, Uuid::now_v7())
    }
}

#[async_trait]
impl SessionStore for Store {
    async fn create(&self, record: &mut Record) -> Result<()> {
        let opening = opening(record)?;
        // 128 random bits do not meet twice; should they, the next ones do not.
        for _ in 0..3 {
            match sessions::open(&self.ctx(), self.realm, key_of(record.id), &opening).await {
                Err(HospitalError::Conflict(_)) => record.id = Id::default(),
                opened => return opened.map_err(backend),
            }
        }
        Err(Error::Backend("no free session id".into()))
    }

    async fn save(&self, record: &Record) -> Result<()> {
        let kept = sessions::look(&self.ctx(), self.realm, key_of(record.id))
            .await
            .map_err(backend)?;
        match (kept, opening(record)) {
            (Some(kept), Ok(opening)) if kept.opening() == opening => Ok(()),
            _ => Err(Error::Backend("a session does not change after it was opened".into())),
        }
    }

    async fn load(&self, id: &Id) -> Result<Option<Record>> {
        let Some(session) = sessions::look(&self.ctx(), self.realm, key_of(*id))
            .await
            .map_err(backend)?
        else {
            return Ok(None);
        };
        let opening = serde_json::to_value(session.opening()).map_err(|error| Error::Encode(error.to_string()))?;
        let expiry_date = OffsetDateTime::from_unix_timestamp(session.expires_at.millis() / 1_000)
            .map_err(|error| Error::Decode(error.to_string()))?;
        Ok(Some(Record {
            id: *id,
            data: HashMap::from([(SIGNED_IN.to_owned(), opening)]),
            expiry_date,
        }))
    }

    async fn delete(&self, id: &Id) -> Result<()> {
        sessions::end(&self.ctx(), key_of(*id)).await.map_err(backend)
    }
}

fn opening(record: &Record) -> Result<Opening> {
    let value = record
        .data
        .get(SIGNED_IN)
        .cloned()
        .ok_or(Error::Backend("a session needs somebody who signed in".into()))?;
    serde_json::from_value(value).map_err(|error| Error::Decode(error.to_string()))
}

fn backend(error: HospitalError) -> Error {
    Error::Backend(error.to_string())
}

impl fmt::Debug for Store {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Store")
            .field("realm", &self.realm)
            .finish_non_exhaustive()
    }
}
