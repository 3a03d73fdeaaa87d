//! All topics and who reads them. It waits for nothing and has no clock: whoever drives it says what time it is.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use std::time::Duration;

use domain::ids::PatientId;
use domain::live::Topic;
use hospital::identity::SessionKey;
use hospital::telemetry::Event;
use tokio::time::Instant;

use super::outbox::{End, Outbox};
use super::topic::{Standing, TopicState};

/// A topic that nobody reads is kept this long for a reader who comes back.
pub(super) const KEPT_UNUSED: Duration = Duration::from_secs(60);

/// Answers what a topic looks like now.
pub(super) trait Source {
    /// What a topic looks like now.
    fn standing(&self, topic: Topic) -> Standing;
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
    topics: HashMap<Topic, TopicState>,
    /// Topics in which something waits.
    waiting: HashSet<Topic>,
    outboxes: HashMap<u64, Arc<Outbox>>,
    /// A new topic begins above every number of those that were dropped, so that an old number is never taken for a new one.
    first_number: u64,
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
        }
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
            let Some(state) = self.topics.get_mut(&topic) else {
                continue;
            };
            if matches!(topic, Topic::Device(_)) && state.measured != event.patient {
                // Somebody else is on the device: what a reader may see is decided anew.
                state.turn_out(now);
                state.measured = event.patient;
            }
            state.gather(event.change.as_ref(), &event.alarms, now);
            self.waiting.insert(topic);
        }
    }

    /// Begins a topic for a reader who may read it; `since` is the run and number of the last frame seen.
    pub(super) fn subscribe(&mut self, outbox: &Arc<Outbox>, topic: Topic, since: Option<(u64, u64)>, now: Instant) {
        // Given up, or gone, while the right was asked for.
        if !outbox.wants(topic) || !self.outboxes.contains_key(&outbox.id) {
            return;
        }
        let since = since.filter(|(run, _)| *run == self.run).map(|(_, number)| number);
        let (source, first_number) = (&self.source, self.first_number);
        let state = self.topics.entry(topic).or_insert_with(|| {
            let mut state = TopicState::new(topic, first_number, now);
            if matches!(topic, Topic::Device(_)) {
                state.measured = source.standing(topic).patients.first().map(|patient| patient.patient);
            }
            state
        });
        state.subscribe(outbox, since, || source.standing(topic), now);
    }

    /// Ends a topic for a reader.
    pub(super) fn unsubscribe(&mut self, outbox: &Outbox, topic: Topic, now: Instant) {
        if let Some(state) = self.topics.get_mut(&topic) {
            state.unsubscribe(outbox.id, now);
        }
    }

    /// A reader who was too slow has read all that waited: it gets a snapshot of each topic.
    pub(super) fn refresh(&mut self, outbox: &Arc<Outbox>, now: Instant) {
        outbox.caught_up();
        for topic in outbox.topics() {
            let source = &self.source;
            if let Some(state) = self.topics.get_mut(&topic) {
                state.refresh(outbox, || source.standing(topic), now);
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
        for (topic, state) in &mut self.topics {
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

    /// Ends all connections.
    pub(super) fn end_all(&self, end: End) {
        self.end_those(end, |_| true);
    }

    /// When something is due; none when nothing waits.
    pub(super) fn due(&self, now: Instant) -> Option<Instant> {
        self.waiting
            .iter()
            .filter_map(|topic| self.topics.get(topic)?.due(now))
            .min()
    }

    /// Tells what is due.
    pub(super) fn flush(&mut self, now: Instant) {
        let topics = &mut self.topics;
        self.waiting.retain(|topic| {
            let Some(state) = topics.get_mut(topic) else {
                return false;
            };
            state.flush(now);
            state.due(now).is_some()
        });
    }

    /// Drops topics that nobody has read for a minute.
    pub(super) fn sweep(&mut self, now: Instant) {
        let first_number = &mut self.first_number;
        self.topics.retain(|_, state| {
            let drop = state
                .unused_since
                .is_some_and(|since| now.duration_since(since) >= KEPT_UNUSED);
            if drop {
                *first_number = (*first_number).max(state.number() + 1);
            }
            !drop
        });
    }

    fn end_those(&self, end: End, those: impl Fn(&Outbox) -> bool) {
        for outbox in self.outboxes.values().filter(|outbox| those(outbox)) {
            outbox.end(end);
        }
    }
}
