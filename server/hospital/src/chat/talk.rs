//! Who has a room open now, in memory: what has just come is told to them, and that somebody is here or writes is known nowhere else and kept nowhere.
//!
//! A seat hears ids and times, never a text: its connection asks for the message under its own rights.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use domain::chat::{Party, Side};
use domain::ids::{MessageId, RoomId};
use domain::time::Moment;
use tokio::sync::mpsc;

/// What waits for one seat; who falls behind by more begins anew.
const MOST_WAITING: usize = 64;
/// Rooms that one person may have open at once.
const MOST_SEATS: usize = 16;

/// What a seat is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// A message has come: ask for it.
    Message(MessageId),
    /// These came to a screen of the other, or were seen there.
    Seen {
        /// On whose screen.
        by: Side,
        /// Which.
        messages: Vec<MessageId>,
        /// Whether they were seen.
        read: bool,
        /// When.
        at: Moment,
    },
    /// Somebody writes.
    Writing(Side),
    /// Whether the other is here.
    Here(bool),
}

/// Who has which room open.
#[derive(Clone, Debug, Default)]
pub struct Talk(Arc<Inner>);

#[derive(Debug, Default)]
struct Inner {
    next: AtomicU64,
    rooms: Mutex<HashMap<RoomId, Vec<Taken>>>,
}

#[derive(Debug)]
struct Taken {
    id: u64,
    party: Party,
    other: Option<Party>,
    line: mpsc::Sender<Told>,
}

/// A place in a room. Whoever drops it has left.
#[derive(Debug)]
pub struct Seat {
    talk: Talk,
    room: RoomId,
    id: u64,
    line: mpsc::Receiver<Told>,
}

impl Seat {
    /// The next that is told; none when the seat fell too far behind. Cancel-safe.
    pub async fn next(&mut self) -> Option<Told> {
        self.line.recv().await
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        self.talk.leave(self.room, self.id);
    }
}

impl Talk {
    /// Takes a seat in `room`; none for who has too many. `other` is who sits opposite; none for who looks on in an emergency, whom nobody sees.
    pub fn enter(&self, room: RoomId, party: Party, other: Option<Party>) -> Option<Seat> {
        let (send, line) = mpsc::channel(MOST_WAITING);
        let id = self.0.next.fetch_add(1, Ordering::Relaxed);
        let mut rooms = self.rooms();
        let taken = rooms.values().flatten().filter(|seat| seat.party == party).count();
        if taken >= MOST_SEATS {
            return None;
        }
        let was_here = is_here(&rooms, party);
        rooms.entry(room).or_default().push(Taken {
            id,
            party,
            other,
            line: send,
        });
        if !was_here && other.is_some() {
            tell_of(&rooms, party, true);
        }
        Some(Seat {
            talk: self.clone(),
            room,
            id,
            line,
        })
    }

    fn leave(&self, room: RoomId, id: u64) {
        let mut rooms = self.rooms();
        let Some(seats) = rooms.get_mut(&room) else { return };
        let Some(place) = seats.iter().position(|seat| seat.id == id) else {
            return;
        };
        let left = seats.swap_remove(place);
        if seats.is_empty() {
            rooms.remove(&room);
        }
        if left.other.is_some() && !is_here(&rooms, left.party) {
            tell_of(&rooms, left.party, false);
        }
    }

    /// Whether somebody has any conversation open.
    pub fn is_here(&self, party: Party) -> bool {
        is_here(&self.rooms(), party)
    }

    /// Tells everybody in the room. Who does not keep up is left out from then on.
    pub fn tell(&self, room: RoomId, told: &Told) {
        let mut rooms = self.rooms();
        if let Some(seats) = rooms.get_mut(&room) {
            for seat in seats.iter_mut() {
                if seat.line.try_send(told.clone()).is_err() {
                    // Its line closes, so that its connection ends and begins anew.
                    seat.line = mpsc::channel(1).0;
                }
            }
        }
    }

    fn rooms(&self) -> MutexGuard<'_, HashMap<RoomId, Vec<Taken>>> {
        // A panic elsewhere leaves the map whole: every change is one push or remove.
        self.0.rooms.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn is_here(rooms: &HashMap<RoomId, Vec<Taken>>, party: Party) -> bool {
    let mut seats = rooms.values().flatten();
    seats.any(|seat| seat.party == party && seat.other.is_some())
}

/// Tells whoever sits opposite of `party`, in whatever room, whether they are here.
fn tell_of(rooms: &HashMap<RoomId, Vec<Taken>>, party: Party, here: bool) {
    for seat in rooms.values().flatten().filter(|seat| seat.other == Some(party)) {
        if seat.line.try_send(Told::Here(here)).is_err() {
            tracing::debug!("a seat does not keep up");
        }
    }
}

#[cfg(test)]
mod tests {
    use domain::ids::{PatientId, UserId};
    use uuid::Uuid;

    use super::*;

    fn three() -> (RoomId, Party, Party) {
        (
            RoomId(Uuid::now_v7()),
            Party::Staff(UserId(Uuid::now_v7())),
            Party::Patient(PatientId(Uuid::now_v7())),
        )
    }

    #[tokio::test]
    async fn who_sits_opposite_hears_that_the_other_came_wrote_and_left() {
        let talk = Talk::default();
        let (room, rao, okafor) = three();
        let mut doctor = talk.enter(room, rao, Some(okafor)).unwrap();
        assert!(!talk.is_here(okafor));
        let patient = talk.enter(room, okafor, Some(rao)).unwrap();
        talk.tell(room, &Told::Writing(Side::Patient));
        drop(patient);
        assert_eq!(doctor.next().await, Some(Told::Here(true)));
        assert_eq!(doctor.next().await, Some(Told::Writing(Side::Patient)));
        assert_eq!(doctor.next().await, Some(Told::Here(false)));
        assert!(talk.is_here(rao) && !talk.is_here(okafor));
    }

    #[tokio::test]
    async fn who_looks_on_in_an_emergency_is_seen_by_nobody_and_who_falls_behind_begins_anew() {
        let talk = Talk::default();
        let (room, rao, okafor) = three();
        let mut doctor = talk.enter(room, rao, Some(okafor)).unwrap();
        let onlooker = Party::Staff(UserId(Uuid::now_v7()));
        let looks = talk.enter(room, onlooker, None).unwrap();
        assert!(!talk.is_here(onlooker));
        drop(looks);
        for _ in 0..=MOST_WAITING {
            talk.tell(room, &Told::Writing(Side::Patient));
        }
        for _ in 0..MOST_WAITING {
            assert_eq!(doctor.next().await, Some(Told::Writing(Side::Patient)));
        }
        assert_eq!(doctor.next().await, None);
    }

    #[test]
    fn nobody_holds_rooms_without_end() {
        let talk = Talk::default();
        let (room, rao, okafor) = three();
        let seats: Vec<_> = (0..MOST_SEATS)
            .map(|_| talk.enter(room, rao, Some(okafor)).unwrap())
            .collect();
        assert!(talk.enter(room, rao, Some(okafor)).is_none());
        drop(seats);
        assert!(talk.enter(room, rao, Some(okafor)).is_some());
    }
}
