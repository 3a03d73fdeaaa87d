//! What to ask the server for, and which of its messages to believe. It knows numbers, not sockets.

use std::collections::BTreeMap;

use domain::live::{ToClient, ToServer, Topic};

/// What to do with a message.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Verdict {
    /// Show it.
    Show(Topic),
    /// It was shown before, or nobody asked for it.
    Drop,
    /// It came from a socket that was given up.
    #[cfg(target_arch = "wasm32")]
    Stranger,
    /// Something is missing before it: ask for everything.
    AskAgain(ToServer),
    /// Answer.
    Answer(ToServer),
    /// The session has ended.
    SignedOut,
    /// Nothing to show: the hello.
    Greeted,
}

/// The topics of this tab and how far each was read.
#[derive(Debug, Default)]
pub(super) struct Link {
    run: u64,
    /// Readers of the topic on this page, and run and number of the last frame.
    topics: BTreeMap<Key, Followed>,
}

/// Topics have no order of their own; a few of them are found by their text.
type Key = (u8, uuid::Uuid);

#[derive(Debug)]
struct Followed {
    topic: Topic,
    last: Option<(u64, u64)>,
}

const fn key(topic: Topic) -> Key {
    match topic {
        Topic::Ward(id) => (0, id.0),
        Topic::Patient(id) => (1, id.0),
        Topic::Device(id) => (2, id.0),
    }
}

impl Link {
    /// The page follows a topic, which begins with a snapshot.
    pub(super) fn follow(&mut self, topic: Topic) -> ToServer {
        self.topics.insert(key(topic), Followed { topic, last: None });
        ToServer::Subscribe { topic, since: None }
    }

    /// Whether nothing is followed.
    pub(super) fn is_idle(&self) -> bool {
        self.topics.is_empty()
    }

    /// What to say first on a new connection: every topic, from where it was left.
    pub(super) fn greet(&self) -> Vec<ToServer> {
        self.topics
            .values()
            .map(|followed| ToServer::Subscribe {
                topic: followed.topic,
                since: followed.last,
            })
            .collect()
    }

    /// Judges a message.
    pub(super) fn judge(&mut self, message: &ToClient) -> Verdict {
        match message {
            ToClient::Hello { run, .. } => {
                self.run = *run;
                Verdict::Greeted
            }
            ToClient::Ping { .. } => Verdict::Answer(ToServer::Pong),
            ToClient::SignedOut => Verdict::SignedOut,
            ToClient::Denied { topic } => self
                .topics
                .get(&key(*topic))
                .map_or(Verdict::Drop, |_| Verdict::Show(*topic)),
            ToClient::Snapshot { topic, number, .. } => {
                let Some(followed) = self.topics.get_mut(&key(*topic)) else {
                    return Verdict::Drop;
                };
                followed.last = Some((self.run, *number));
                Verdict::Show(*topic)
            }
            ToClient::Change { topic, number, .. } => {
                let Some(followed) = self.topics.get_mut(&key(*topic)) else {
                    return Verdict::Drop;
                };
                match followed.last {
                    Some((_, last)) if *number <= last => Verdict::Drop,
                    Some((_, last)) if *number == last + 1 => {
                        followed.last = Some((self.run, *number));
                        Verdict::Show(*topic)
                    }
                    // A change before the snapshot that was asked for belongs to what was left: the snapshot holds it.
                    None => Verdict::Drop,
                    Some(_) => {
                        followed.last = None;
                        Verdict::AskAgain(ToServer::Subscribe {
                            topic: *topic,
                            since: None,
                        })
                    }
                }
            }
        }
    }
}
