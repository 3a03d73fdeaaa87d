//! When each row of a recording is due. Pure: the time is handed in.
//!
//! Recorded minute k is due at start + k × 60 s ÷ speed, whether or not the server is there: what is late keeps the time at which it was
//! due. After minute 1439 a minute passes, then the recording begins again as a new session of the device.

use domain::telemetry::Reading;
use domain::time::Moment;

use super::recording::{MINUTES, Recording, due};

/// Something a device has to tell.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// A new session begins at this moment.
    Session(Moment),
    /// A reading was taken.
    Reading(Box<Reading>),
}

/// A recording that plays on one device.
#[derive(Clone, Debug)]
pub struct Replay {
    recording: Recording,
    speed: f64,
    started_at: Moment,
    next: usize,
    last_seq: i64,
}

impl Replay {
    /// Begins the recording at `started_at`. The session that is open then is the device's first, so none is announced.
    pub fn begin(recording: Recording, speed: f64, started_at: Moment) -> Self {
        Self {
            recording,
            speed,
            started_at,
            next: 0,
            last_seq: 0,
        }
    }

    /// Goes on in recorded minute `minute`, as if it had begun so much earlier: what was due before is told already.
    pub fn from(self, minute: u32) -> Self {
        let back = self.started_at.seconds_since(due(self.started_at, minute, self.speed));
        Self {
            started_at: self.started_at.plus_seconds(back),
            next: self.recording.rows.partition_point(|row| row.minute < minute),
            ..self
        }
    }

    /// When there is something to tell next.
    pub fn next_due(&self) -> Moment {
        let minute = self.recording.rows.get(self.next).map_or(MINUTES, |row| row.minute);
        due(self.started_at, minute, self.speed)
    }

    /// The next event if it is due by `now`; call until `None`.
    pub fn take_due(&mut self, now: Moment) -> Option<Event> {
        let at = self.next_due();
        if at > now {
            return None;
        }
        let Some(row) = self.recording.rows.get(self.next) else {
            self.started_at = at;
            self.next = 0;
            return Some(Event::Session(at));
        };
        let reading = Reading {
            taken_at: at,
            ..row.reading.clone()
        };
        self.next += 1;
        Some(Event::Reading(Box::new(Reading {
            seq: self.number(now),
            ..reading
        })))
    }

    /// Strictly increasing, and beyond every number of an earlier run: the wall clock in milliseconds, or one more than the last.
    fn number(&mut self, now: Moment) -> i64 {
        self.last_seq = now.millis().max(self.last_seq.saturating_add(1));
        self.last_seq
    }
}

#[cfg(test)]
mod tests {
    use domain::telemetry::Parameter;

    use super::*;

    const START: Moment = Moment::from_millis(1_800_000_000_000);

    /// At most 5000 events, so that a replay that never ends fails instead of filling the memory.
    fn all_due(replay: &mut Replay, now: Moment) -> Vec<Event> {
        std::iter::from_fn(|| replay.take_due(now)).take(5_000).collect()
    }

    fn readings(events: &[Event]) -> Vec<&Reading> {
        events
            .iter()
            .filter_map(|event| {
                if let Event::Reading(reading) = event {
                    Some(&**reading)
                } else {
                    None
                }
            })
            .collect()
    }

    fn bed(name: &str) -> Recording {
        Recording::named(name).expect("a recording")
    }

    /// The demo's ward was told of the first two hours already.
    #[test]
    fn a_replay_goes_on_where_another_ended() {
        let mut replay = Replay::begin(bed("bed_09"), 60.0, START).from(120);
        assert_eq!(
            replay.next_due(),
            START.plus_seconds(58.0),
            "minute 178, a minute a second"
        );
        assert_eq!(replay.take_due(START.plus_seconds(57.0)), None);
        let Some(Event::Reading(reading)) = replay.take_due(START.plus_seconds(58.0)) else {
            panic!("a reading is due");
        };
        assert_eq!(reading.taken_at, START.plus_seconds(58.0));
    }

    #[test]
    fn a_minute_takes_a_second_at_speed_sixty_and_a_minute_at_speed_one() {
        for (speed, seconds) in [(60.0, 2.0), (1.0, 120.0)] {
            let mut replay = Replay::begin(bed("bed_05"), speed, START);
            let events = all_due(&mut replay, START.plus_seconds(seconds));
            let last = readings(&events).last().map(|reading| reading.taken_at);
            assert_eq!((events.len(), last), (3, Some(START.plus_seconds(seconds))));
        }
    }

    #[test]
    fn nothing_is_told_before_it_is_due() {
        let mut replay = Replay::begin(bed("bed_01"), 60.0, START);
        let due = replay.next_due();
        assert_eq!(replay.take_due(due.plus_seconds(-0.001)), None);
        assert!(replay.take_due(due).is_some());
    }

    #[test]
    fn what_is_late_keeps_the_time_at_which_it_was_due_and_its_order() {
        let mut replay = Replay::begin(bed("bed_05"), 60.0, START);
        let events = all_due(&mut replay, START.plus_seconds(300.0));
        let readings = readings(&events);
        assert!(readings.len() > 200);
        for (one, next) in readings.iter().zip(readings.iter().skip(1)) {
            assert!(one.seq < next.seq && one.taken_at <= next.taken_at);
        }
        assert_eq!(
            readings.get(10).map(|reading| reading.taken_at),
            Some(START.plus_seconds(10.0))
        );
    }

    #[test]
    fn at_its_end_the_recording_begins_again_as_a_new_session() {
        let recording = bed("bed_05");
        let rows = recording.rows.len();
        let mut replay = Replay::begin(recording, 60.0, START);
        let again = START.plus_seconds(1_440.0);
        let events = all_due(&mut replay, again);
        assert_eq!(events.get(rows), Some(&Event::Session(again)));
        let first = |event: Option<&Event>| match event {
            Some(Event::Reading(reading)) => (reading.taken_at, reading.values.get(Parameter::HeartRate)),
            other => panic!("no reading: {other:?}"),
        };
        let ((_, before), (at, now)) = (first(events.first()), first(events.get(rows + 1)));
        assert_eq!((at, now), (again, before));
    }

    #[test]
    fn numbers_go_on_after_a_restart_and_when_the_clock_is_set_back() {
        let mut before = Replay::begin(bed("bed_05"), 60.0, START);
        let last = readings(&all_due(&mut before, START.plus_seconds(60.0)))
            .last()
            .map(|reading| reading.seq)
            .expect("readings");
        let mut after = Replay::begin(bed("bed_05"), 60.0, START.plus_seconds(61.0));
        let next = readings(&all_due(&mut after, START.plus_seconds(61.0)))
            .first()
            .map(|reading| reading.seq)
            .expect("a reading");
        assert!(next > last, "{next} follows {last}");
        let number = after.number(START.plus_seconds(-3_600.0));
        assert!(number > next);
    }
}
