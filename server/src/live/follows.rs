//! What one connection follows, for the audit: each topic has its beginning there before anything of it is told, and its end however the connection ends.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use domain::live::{ToClient, Topic};
use hospital::audit::Follow;

/// The open subscriptions of one connection.
#[derive(Debug, Default)]
pub(super) struct Follows(Mutex<State>);

#[derive(Debug, Default)]
struct State {
    open: HashMap<Topic, Follow>,
    /// The connection has ended: what is still being asked for ends as it begins.
    closed: bool,
}

impl Follows {
    /// A topic has begun. One that was open already ends here: it was asked for anew.
    pub(super) fn begun(&self, topic: Topic, follow: Follow) {
        let mut state = self.state();
        // A subscription that is dropped writes its end.
        let before = match state.closed {
            true => Some(follow),
            false => state.open.insert(topic, follow),
        };
        drop(state);
        drop(before);
    }

    /// A topic is no longer followed.
    pub(super) fn over(&self, topic: Topic) {
        let ended = self.state().open.remove(&topic);
        drop(ended);
    }

    /// Notes whom a message told of.
    pub(super) fn told(&self, message: &ToClient) {
        let mut state = self.state();
        match message {
            ToClient::Snapshot { topic, patients, .. } => {
                if let Some(follow) = state.open.get_mut(topic) {
                    follow.show(patients.iter().map(|now| now.patient));
                }
            }
            ToClient::Change {
                topic, values, alarms, ..
            } => {
                if let Some(follow) = state.open.get_mut(topic) {
                    follow.show(values.iter().map(|change| change.patient));
                    follow.show(alarms.iter().filter_map(|alarm| alarm.patient));
                }
            }
            ToClient::Hello { .. } | ToClient::Denied { .. } | ToClient::Ping { .. } | ToClient::SignedOut => {}
        }
    }

    /// The connection has ended: every end is written before this answers.
    pub(super) async fn end_all(&self) {
        let open = {
            let mut state = self.state();
            state.closed = true;
            std::mem::take(&mut state.open)
        };
        let ends = open.into_values().map(Follow::end);
        for ended in futures::future::join_all(ends).await {
            if let Err(error) = ended {
                tracing::error!(%error, "the end of a live subscription could not be written to the audit");
            }
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
