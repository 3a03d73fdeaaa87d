//! [`House`]: what every verb reaches through its `Ctx`: the pools, the clock, the audit writer, and what is known in memory.

use std::fmt;
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use domain::organisation::WardBoard;
use domain::time::Moment;
use sqlx::PgPool;

use crate::audit::{Asked, AuditWriter, People, TraceKeys};
use crate::calls::OpenOn;
use crate::chat::Talk;
use crate::devices::DeviceTokens;
use crate::identity::Sessions;
use crate::keys::Keys;
use crate::lately::Lately;
use crate::mail::Post;
use crate::patients::Rights;
use crate::telemetry::{Now, Tallies};
use crate::tokens::Tokens;
use crate::waves::{Curves, Watchers};

/// What every verb reaches through its `Ctx`.
pub struct House {
    /// Connections as `wardlight_app`: row security holds.
    pub app: PgPool,
    /// Connections as `wardlight_ingest`: readings and alarms only.
    pub ingest: PgPool,
    /// The time.
    pub clock: Clock,
    /// Seals, opens and derives.
    pub keys: Keys,
    /// Writes audit entries in batches.
    pub audit: AuditWriter,
    /// What open pages asked for by themselves a moment ago.
    pub asked: Asked,
    /// Whom open pages follow.
    pub people: People,
    /// Every measured patient as known now.
    pub now: Now,
    /// What is counted of machines' data since the last minute.
    pub tallies: Tallies,
    /// The last ten minutes of what bedside monitors draw.
    pub curves: Curves,
    /// How many monitors each person watches.
    pub watchers: Watchers,
    /// The news that who may read a patient has changed.
    pub rights: Rights,
    /// Who has which conversation open.
    pub talk: Talk,
    /// Boards of wards that were gathered a moment ago.
    pub boards: Lately<WardBoard>,
    /// How many call on a ward, counted a moment ago.
    pub calls: Lately<OpenOn>,
    /// Tokens of devices that were looked up just now.
    pub device_tokens: DeviceTokens,
    /// Browser sessions that were looked up, and the news of those that ended.
    pub sessions: Sessions,
    /// The keys that sign access tokens, and who was behind one a moment ago.
    pub tokens: Tokens,
    /// How mails leave.
    pub post: Post,
}

impl House {
    /// A house over these pools whose mails stay in memory; starts the audit writer.
    pub fn new(app: PgPool, ingest: PgPool, clock: Clock, keys: Keys) -> Arc<Self> {
        Self::with_post(app, ingest, clock, keys, Post::in_memory())
    }

    /// A house over these pools whose mails leave by `post`; starts the audit writer.
    pub fn with_post(app: PgPool, ingest: PgPool, clock: Clock, keys: Keys, post: Post) -> Arc<Self> {
        Arc::new(Self {
            audit: AuditWriter::start(app.clone(), Arc::new(TraceKeys::derived(|label| keys.derive(label)))),
            app,
            ingest,
            clock,
            keys,
            asked: Asked::default(),
            people: People::default(),
            now: Now::default(),
            tallies: Tallies::default(),
            curves: Curves::default(),
            watchers: Watchers::default(),
            rights: Rights::default(),
            talk: Talk::default(),
            boards: Lately::default(),
            calls: Lately::default(),
            device_tokens: DeviceTokens::default(),
            sessions: Sessions::default(),
            tokens: Tokens::default(),
            post,
        })
    }
}

impl fmt::Debug for House {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("House").finish_non_exhaustive()
    }
}

/// The clock of the house. Verbs ask it, never the system: a test sets it.
#[derive(Clone)]
pub struct Clock(Arc<dyn Fn() -> Moment + Send + Sync>);

impl Clock {
    /// The system's clock.
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place where the house reads the system's clock"
    )]
    pub fn system() -> Self {
        Self(Arc::new(|| {
            let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
            Moment(i64::try_from(since.as_micros()).unwrap_or(i64::MAX))
        }))
    }

    /// A clock that a test turns.
    pub fn of(read: impl Fn() -> Moment + Send + Sync + 'static) -> Self {
        Self(Arc::new(read))
    }

    /// The time.
    pub fn now(&self) -> Moment {
        (self.0)()
    }
}

impl fmt::Debug for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Clock({:?})", self.now())
    }
}
