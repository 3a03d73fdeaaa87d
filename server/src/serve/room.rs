//! How many connections are open, in all and per address.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::throttle::network;

/// The connections that are open.
#[derive(Debug)]
pub struct Room {
    most: usize,
    per_address: Option<usize>,
    open: Mutex<Open>,
}

#[derive(Debug, Default)]
struct Open {
    all: usize,
    by_address: HashMap<[u8; 16], usize>,
}

impl Room {
    /// For `most` connections, and `per_address` of them from one address (an IPv6 client counts as its /64).
    pub fn new(most: usize, per_address: Option<usize>) -> Self {
        Self {
            most,
            per_address,
            open: Mutex::default(),
        }
    }

    /// A place for one more connection, which is given back when it is dropped; none when there is no room.
    pub fn enter(self: &Arc<Self>, address: IpAddr) -> Option<Place> {
        let whose = self.per_address.map(|most| (network(address), most));
        let mut open = self.lock();
        if open.all >= self.most {
            return None;
        }
        if let Some((address, most)) = whose {
            let here = open.by_address.entry(address).or_default();
            if *here >= most {
                return None;
            }
            *here += 1;
        }
        open.all += 1;
        drop(open);
        Some(Place {
            room: self.clone(),
            address: whose.map(|(address, _)| address),
        })
    }

    fn lock(&self) -> MutexGuard<'_, Open> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The place of one connection.
#[derive(Debug)]
pub struct Place {
    room: Arc<Room>,
    address: Option<[u8; 16]>,
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut open = self.room.lock();
        open.all = open.all.saturating_sub(1);
        if let Some(address) = self.address
            && let Some(here) = open.by_address.get_mut(&address)
        {
            *here = here.saturating_sub(1);
            if *here == 0 {
                open.by_address.remove(&address);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn enter(room: &Arc<Room>, address: &str) -> Option<Place> {
        room.enter(address.parse().unwrap())
    }

    #[test]
    fn one_address_never_takes_all_the_room() {
        let room = Arc::new(Room::new(4, Some(2)));
        let held = [enter(&room, "203.0.113.1"), enter(&room, "203.0.113.1")];
        assert!(held.iter().all(Option::is_some));
        assert!(enter(&room, "203.0.113.1").is_none());
        let others = [enter(&room, "2001:db8::1"), enter(&room, "2001:db8::2")];
        assert!(others.iter().all(Option::is_some));
        assert!(enter(&room, "203.0.113.2").is_none(), "the room is full");
        drop(held);
        assert!(enter(&room, "203.0.113.1").is_some());
        assert!(
            enter(&room, "2001:db8::3").is_none(),
            "one network of IPv6 is one address"
        );
        drop(others);
        let open = room.lock();
        assert_eq!((open.all, open.by_address.len()), (0, 0), "nothing is left behind");
    }

    #[test]
    fn behind_a_proxy_all_come_from_one_address() {
        let room = Arc::new(Room::new(3, None));
        let held: Vec<_> = (0..3).map(|_| enter(&room, "127.0.0.1")).collect();
        assert!(held.iter().all(Option::is_some) && enter(&room, "127.0.0.1").is_none());
    }
}
