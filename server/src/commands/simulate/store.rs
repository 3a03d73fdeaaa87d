//! What a device has not delivered yet, in order. Kept in memory: it outlives the server, not the simulator.

use std::collections::VecDeque;

use domain::telemetry::Item;
use domain::time::Moment;

use super::replay::Event;

/// How long something waits before it is given up, in seconds.
const KEEP_SECONDS: f64 = 24.0 * 3_600.0;
/// Readings of one post.
pub const BATCH: usize = 500;

/// What to post next.
#[derive(Clone, Debug, PartialEq)]
pub enum Load {
    /// The start of a session.
    Session(Moment),
    /// Readings in order, up to [`BATCH`].
    Readings(Vec<Item>),
}

impl Load {
    /// How many events it holds.
    pub fn len(&self) -> usize {
        match self {
            Self::Session(_) => 1,
            Self::Readings(items) => items.len(),
        }
    }

    /// Whether it holds nothing.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// A bounded queue of events.
#[derive(Clone, Debug, Default)]
pub struct Store {
    events: VecDeque<(Moment, Waiting)>,
    readings: usize,
}

#[derive(Clone, Debug)]
enum Waiting {
    Session,
    Reading(Box<Item>),
}

impl Store {
    /// Puts an event at the end; answers how many readings were given up because they are 24 hours older.
    pub fn push(&mut self, event: Event) -> usize {
        let (at, waiting) = match event {
            Event::Session(at) => (at, Waiting::Session),
            Event::Reading(reading) => (reading.taken_at, Waiting::Reading(Box::new(Item::from(&*reading)))),
        };
        self.readings += usize::from(matches!(waiting, Waiting::Reading(_)));
        self.events.push_back((at, waiting));
        let before = self.readings;
        while self
            .events
            .front()
            .is_some_and(|(oldest, _)| at.seconds_since(*oldest) > KEEP_SECONDS)
        {
            self.remove_first();
        }
        before - self.readings
    }

    /// What to post next; `None` when nothing waits. It stays until [`Store::delivered`].
    pub fn next(&self) -> Option<Load> {
        match self.events.front()? {
            (at, Waiting::Session) => Some(Load::Session(*at)),
            _ => {
                let readings = self.events.iter().map_while(|(_, waiting)| match waiting {
                    Waiting::Reading(item) => Some(Item::clone(item)),
                    Waiting::Session => None,
                });
                Some(Load::Readings(readings.take(BATCH).collect()))
            }
        }
    }

    /// Takes the first `count` events away: they are stored at the server, or it will never take them.
    pub fn delivered(&mut self, count: usize) {
        for _ in 0..count {
            self.remove_first();
        }
    }

    /// Readings that wait.
    pub fn readings(&self) -> usize {
        self.readings
    }

    fn remove_first(&mut self) {
        if let Some((_, Waiting::Reading(_))) = self.events.pop_front() {
            self.readings -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use domain::telemetry::{Parameter, Reading};

    use super::*;

    fn reading(second: i64) -> Event {
        let mut reading = Reading {
            seq: second,
            taken_at: Moment::from_millis(second * 1_000),
            ..Reading::default()
        };
        reading.values.set(Parameter::HeartRate, Some(70.0));
        Event::Reading(Box::new(reading))
    }

    fn numbers(load: Option<Load>) -> Vec<i64> {
        match load {
            Some(Load::Readings(items)) => items.iter().filter_map(|item| item.seq).collect(),
            other => panic!("no readings: {other:?}"),
        }
    }

    #[test]
    fn a_backlog_goes_out_in_order_and_in_batches() {
        let mut store = Store::default();
        (0..1_200).for_each(|second| assert_eq!(store.push(reading(second)), 0));
        let mut sent = Vec::new();
        while let Some(load) = store.next() {
            store.delivered(load.len());
            assert!(load.len() <= BATCH);
            sent.extend(numbers(Some(load)));
        }
        assert_eq!(sent, (0..1_200).collect::<Vec<_>>());
        assert_eq!(store.readings(), 0);
    }

    #[test]
    fn what_was_not_delivered_is_there_again() {
        let mut store = Store::default();
        (0..3).for_each(|second| assert_eq!(store.push(reading(second)), 0));
        assert_eq!(store.next(), store.next());
        store.delivered(1);
        assert_eq!((numbers(store.next()), store.readings()), (vec![1, 2], 2));
    }

    #[test]
    fn a_session_keeps_its_place_between_the_readings() {
        let mut store = Store::default();
        for event in [reading(0), Event::Session(Moment::from_millis(1_000)), reading(1)] {
            assert_eq!(store.push(event), 0);
        }
        assert_eq!(numbers(store.next()), [0]);
        store.delivered(1);
        assert_eq!(store.next(), Some(Load::Session(Moment::from_millis(1_000))));
        store.delivered(1);
        assert_eq!(numbers(store.next()), [1]);
    }

    #[test]
    fn after_24_hours_the_oldest_are_given_up_and_counted() {
        let mut store = Store::default();
        let day = 24 * 3_600;
        for second in [0, 1, 2] {
            assert_eq!(store.push(reading(second)), 0);
        }
        assert_eq!(store.push(reading(day)), 0);
        assert_eq!(store.push(reading(day + 2)), 2);
        assert_eq!(numbers(store.next()), [2, day, day + 2]);
    }
}
