//! What waits for one connection, bounded. Frames are shared, so that a slow reader costs a few pointers; when even those are too
//! many, the outbox takes no more, and its reader gets a fresh snapshot once it has caught up.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use domain::live::Topic;
use hospital::identity::SessionKey;
use tokio::sync::Notify;
use tokio::time::Instant;

use super::frame::Frame;

/// Frames that may wait.
pub(super) const MOST_FRAMES: usize = 256;
/// Bytes that may wait.
pub(super) const MOST_BYTES: usize = 1 << 20;

/// Why the server ends a connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// The session has ended.
    SignedOut,
    /// The person's rights changed: connect again with the new ones.
    RightsChanged,
    /// The server stops.
    GoingAway,
    /// A fault that passes, such as a database that is away.
    TryLater,
}

/// The outbox of one connection.
#[derive(Debug)]
pub(super) struct Outbox {
    /// The number of the connection.
    pub id: u64,
    /// The session that opened it.
    pub session: SessionKey,
    state: Mutex<State>,
    bell: Notify,
}

#[derive(Debug, Default)]
struct State {
    frames: VecDeque<Arc<Frame>>,
    bytes: usize,
    lagging_since: Option<Instant>,
    /// Topics asked for and not given up, authorised or not yet.
    topics: Vec<Topic>,
    /// Topics whose subject changed: ask again whether the reader may.
    recheck: Vec<Topic>,
    end: Option<End>,
}

/// What a connection finds in its outbox.
#[derive(Debug, Default)]
pub(super) struct Batch {
    /// Frames in their order.
    pub frames: VecDeque<Arc<Frame>>,
    /// Topics to authorise again.
    pub recheck: Vec<Topic>,
    /// Since when the outbox has taken no more frames.
    pub lagging_since: Option<Instant>,
    /// The end, after these frames.
    pub end: Option<End>,
}

impl Outbox {
    /// An empty outbox.
    pub(super) fn new(id: u64, session: SessionKey) -> Arc<Self> {
        Arc::new(Self {
            id,
            session,
            state: Mutex::default(),
            bell: Notify::new(),
        })
    }

    /// Puts a frame; answers whether it was taken. Once one was refused, all are, until [`Outbox::caught_up`]: a reader never
    /// sees a gap that it does not know of.
    pub(super) fn push(&self, frame: &Arc<Frame>, now: Instant) -> bool {
        let mut state = self.state();
        if state.lagging_since.is_some() {
            return false;
        }
        if state.frames.len() >= MOST_FRAMES || (state.bytes + frame.len() > MOST_BYTES && !state.frames.is_empty()) {
            state.lagging_since = Some(now);
            return false;
        }
        state.bytes += frame.len();
        state.frames.push_back(frame.clone());
        drop(state);
        self.bell.notify_one();
        true
    }

    /// How many more frames fit.
    pub(super) fn room(&self) -> usize {
        MOST_FRAMES.saturating_sub(self.state().frames.len())
    }

    /// Takes frames again.
    pub(super) fn caught_up(&self) {
        self.state().lagging_since = None;
    }

    /// Since when frames are refused, when they are.
    pub(super) fn lagging_since(&self) -> Option<Instant> {
        self.state().lagging_since
    }

    /// Ends the connection after what waits already. The first reason stays.
    pub(super) fn end(&self, end: End) {
        self.state().end.get_or_insert(end);
        self.bell.notify_one();
    }

    /// Asks the connection to authorise a topic again.
    pub(super) fn recheck(&self, topic: Topic) {
        self.state().recheck.push(topic);
        self.bell.notify_one();
    }

    /// Notes that a topic is wanted; answers whether it is new and among the `most` first.
    pub(super) fn want(&self, topic: Topic, most: usize) -> bool {
        let mut state = self.state();
        let fits = state.topics.contains(&topic) || state.topics.len() < most;
        if fits && !state.topics.contains(&topic) {
            state.topics.push(topic);
        }
        fits
    }

    /// Notes that a topic is no longer wanted.
    pub(super) fn forget(&self, topic: Topic) {
        self.state().topics.retain(|known| *known != topic);
    }

    /// Whether a topic is wanted.
    pub(super) fn wants(&self, topic: Topic) -> bool {
        self.state().topics.contains(&topic)
    }

    /// What is wanted.
    pub(super) fn topics(&self) -> Vec<Topic> {
        self.state().topics.clone()
    }

    /// Waits until there is something, and takes all of it. Cancel-safe: nothing is taken before it is answered.
    pub(super) async fn next(&self) -> Batch {
        loop {
            if let Some(batch) = self.take() {
                return batch;
            }
            self.bell.notified().await;
        }
    }

    /// Takes what there is.
    pub(super) fn take(&self) -> Option<Batch> {
        let mut state = self.state();
        if state.frames.is_empty() && state.recheck.is_empty() && state.end.is_none() {
            return None;
        }
        state.bytes = 0;
        Some(Batch {
            frames: std::mem::take(&mut state.frames),
            recheck: std::mem::take(&mut state.recheck),
            lagging_since: state.lagging_since,
            end: state.end,
        })
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
