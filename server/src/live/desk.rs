//! All topics and who reads them. It waits for nothing and has no clock: whoever drives it says what time it is.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use domain::ids::PatientId;
use domain::live::Topic;
use hospital::identity::SessionKey;
use hospital::telemetry::{Event, Seen};
use tokio::time::Instant;

use super::outbox::{End, Outbox};
use super::topic::{Standing, TopicState};

/// A topic that nobody reads is kept this long for a reader who comes back.
pub(super) const KEPT_UNUSED: Duration = Duration::from_secs(60);

/// Answers what a topic looks like now.
pub(super) trait Source {
    /// What a topic looks like now, to whom it is shown so far.
    fn standing(&self, topic: Topic, seen: Seen) -> Standing;
}

/// A right to read a topic, as it was when it was asked for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Granted {
    /// What of it is told.
    pub seen: Seen,
    /// Of whom it was asked; none for a ward.
    pub of: Option<PatientId>,
    /// How many changes of rights had been heard of before.
    pub as_of: u64,
}

/// How many changes of rights were heard of. One that is heard of while a right is asked for may have come too late for the answer.
#[derive(Clone, Debug, Default)]
pub(super) struct Changes(Arc<AtomicU64>);

impl Changes {
    /// So many until now.
    pub(super) fn heard(&self) -> u64 {
        self.0.load(Ordering::Acquire)
    }

    fn one_more(&self) {
        self.0.fetch_add(1, Ordering::Release);
    }
}

/// Numbers of what is seen everywhere begin here, those of what one hospital holds at zero: a reader whose right has changed comes back with a number that the
/// other never had, and gets a snapshot.
const EVERYWHERE: u64 = 1 << 40;

fn first_of(seen: Seen) -> u64 {
    match seen {
        Seen::Everywhere => EVERYWHERE,
        Seen::Held(_) => 0,
    }
}

/// The topics that an event belongs to.
pub(super) fn topics_of(event: &Event) -> impl Iterator<Item = Topic> {
    let ward = event.ward.map(Topic::Ward);
    let patient = event.patient.map(Topic::Patient);
    [ward, patient, Some(Topic::Device(event.device))].into_iter().flatten()
}

/// All topics and all connections.
#[derive(Debug)]
pub(super) struct Desk<S> {
    source: S,
    /// The run of the server: numbers of another run mean nothing.
    run: u64,
    /// Each topic, once for all who see the same of it.
    topics: HashMap<Topic, Vec<TopicState>>,
    /// Topics in which something waits.
    waiting: HashSet<Topic>,
    outboxes: HashMap<u64, Arc<Outbox>>,
    /// A new topic begins above every number of those that were dropped, so that an old number is never taken for a new one.
    first_number: u64,
    changes: Changes,
}

impl<S: Source> Desk<S> {
    /// A desk without topics.
    pub(super) fn new(source: S, run: u64) -> Self {
        Self {
            source,
            run,
            topics: HashMap::new(),
            waiting: HashSet::new(),
            outboxes: HashMap::new(),
            first_number: 0,
            changes: Changes::default(),
        }
    }

    /// How many changes of rights it has heard of, for whoever asks for a right.
    pub(super) fn changes(&self) -> Changes {
        self.changes.clone()
    }

    /// A connection began.
    pub(super) fn enter(&mut self, outbox: Arc<Outbox>) {
        self.outboxes.insert(outbox.id, outbox);
    }

    /// A connection ended.
    pub(super) fn leave(&mut self, outbox: &Outbox, now: Instant) {
        self.outboxes.remove(&outbox.id);
        for topic in outbox.topics() {
            self.unsubscribe(outbox, topic, now);
        }
    }

    /// The source, to count how often it was asked.
    #[cfg(test)]
    pub(super) fn source(&self) -> &S {
        &self.source
    }

    /// How many connections there are.
    pub(super) fn connections(&self) -> usize {
        self.outboxes.len()
    }

    /// Takes an event for the topics that somebody reads, or read a minute ago.
    pub(super) fn take(&mut self, event: &Event, now: Instant) {
        for topic in topics_of(event) {
            let states = self.topics.get_mut(&topic).into_iter().flatten();
            for state in states.filter(|state| state.seen.shows(event.hospital)) {
                if matches!(topic, Topic::Device(_)) && state.measured != event.patient {
                    // Somebody else is on the device: what a reader may see is decided anew.
                    state.turn_out(now);
                    state.measured = event.patient;
                }
                // Who follows a person follows their monitor; who follows the machine beside it, the machine.
                let is_theirs = !event.is_beside || matches!(topic, Topic::Device(_));
                state.gather(event.change.as_ref().filter(|_| is_theirs), &event.alarms, now);
                self.waiting.insert(topic);
            }
        }
    }

    /// Begins a topic for a reader who may read it; `since` is the run and number of the last frame seen.
    pub(super) fn subscribe(
        &mut self,
        outbox: &Arc<Outbox>,
        topic: Topic,
        granted: Granted,
        since: Option<(u64, u64)>,
        now: Instant,
    ) {
        // Given up, or gone, while the right was asked for.
        if !outbox.wants(topic) || !self.outboxes.contains_key(&outbox.id) {
            return;
        }
        self.unsubscribe(outbox, topic, now);
        let Granted { seen, of, as_of } = granted;
        if of.is_some()
            && (as_of != self.changes.heard() || self.measured(topic, seen).is_some_and(|on_it| on_it != of))
        {
            // Who may read whom has changed meanwhile, or somebody else is on the device: the right is asked for anew.
            outbox.recheck(topic);
            return;
        }
        let since = since.filter(|(run, _)| *run == self.run).map(|(_, number)| number);
        let (source, first_number) = (&self.source, self.first_number);
        let states = self.topics.entry(topic).or_default();
        let place = states.iter().position(|state| state.seen == seen).unwrap_or_else(|| {
            states.push(TopicState::new(topic, seen, first_of(seen) + first_number, now));
            states.len() - 1
        });
        let Some(state) = states.get_mut(place) else { return };
        if matches!(topic, Topic::Device(_)) && state.measured != of {
            // It still told of whoever was on the device before.
            state.turn_out(now);
            state.measured = of;
        }
        state.subscribe(outbox, since, || source.standing(topic, seen), now);
    }

    /// Who is on the device of a topic; nothing for another topic.
    fn measured(&self, topic: Topic, seen: Seen) -> Option<Option<PatientId>> {
        let is_device = matches!(topic, Topic::Device(_));
        is_device.then(|| {
            self.source
                .standing(topic, seen)
                .patients
                .first()
                .map(|on_it| on_it.patient)
        })
    }

    /// Ends a topic for a reader.
    pub(super) fn unsubscribe(&mut self, outbox: &Outbox, topic: Topic, now: Instant) {
        for state in self.topics.get_mut(&topic).into_iter().flatten() {
            state.unsubscribe(outbox.id, now);
        }
    }

    /// A reader who was too slow has read all that waited: it gets a snapshot of each topic.
    pub(super) fn refresh(&mut self, outbox: &Arc<Outbox>, now: Instant) {
        outbox.caught_up();
        for topic in outbox.topics() {
            let source = &self.source;
            for state in self.topics.get_mut(&topic).into_iter().flatten() {
                let seen = state.seen;
                state.refresh(outbox, || source.standing(topic, seen), now);
            }
        }
    }

    /// Ends the connections of one session.
    pub(super) fn end_session(&self, session: SessionKey) {
        self.end_those(End::SignedOut, |outbox| outbox.session == session);
    }

    /// The rights of a session changed: its connections begin anew, and each topic is authorised anew.
    pub(super) fn rights_changed(&self, session: SessionKey) {
        self.end_those(End::RightsChanged, |outbox| outbox.session == session);
    }

    /// Who may read a patient has changed: whoever reads them, or the device that they are on, hears nothing more until they were asked anew.
    pub(super) fn ask_anew(&mut self, patient: PatientId, now: Instant) {
        self.changes.one_more();
        for (topic, states) in &mut self.topics {
            for state in states {
                let is_of_them = match topic {
                    Topic::Patient(of) => *of == patient,
                    Topic::Device(_) => state.measured == Some(patient),
                    Topic::Ward(_) => false,
                };
                if is_of_them {
                    state.turn_out(now);
                }
            }
        }
    }

    /// Who may read whom may have changed for anybody: everybody connects again, and each topic is asked for.
    pub(super) fn ask_everybody(&mut self) {
        self.changes.one_more();
        self.end_all(End::RightsChanged);
    }

    /// Ends all connections.
    pub(super) fn end_all(&self, end: End) {
        self.end_those(end, |_| true);
    }

    /// When something is due; none when nothing waits.
    pub(super) fn due(&self, now: Instant) -> Option<Instant> {
        self.waiting
            .iter()
            .filter_map(|topic| self.topics.get(topic))
            .flatten()
            .filter_map(|state| state.due(now))
            .min()
    }

    /// Tells what is due.
    pub(super) fn flush(&mut self, now: Instant) {
        let topics = &mut self.topics;
        self.waiting.retain(|topic| {
            let mut waits = false;
            for state in topics.get_mut(topic).into_iter().flatten() {
                state.flush(now);
                waits |= state.due(now).is_some();
            }
            waits
        });
    }

    /// Drops topics that nobody has read for a minute.
    pub(super) fn sweep(&mut self, now: Instant) {
        let first_number = &mut self.first_number;
        self.topics.retain(|_, states| {
            states.retain(|state| {
                let drop = state
                    .unused_since
                    .is_some_and(|since| now.duration_since(since) >= KEPT_UNUSED);
                if drop {
                    *first_number = (*first_number).max(state.number() - first_of(state.seen) + 1);
                }
                !drop
            });
            !states.is_empty()
        });
    }

    fn end_those(&self, end: End, those: impl Fn(&Outbox) -> bool) {
        for outbox in self.outboxes.values().filter(|outbox| those(outbox)) {
            outbox.end(end);
        }
    }
}
