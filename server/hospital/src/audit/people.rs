//! The people of live subscriptions, in memory once: five thousand open pages of a ward tell of the same hundred people, and each keeps only where they stand.

use std::collections::HashSet;
use std::sync::{Arc, Mutex, PoisonError};

use domain::ids::PatientId;

/// From how many lists on those that no subscription holds any more are let go, whenever another comes.
const MANY: usize = 256;

/// Every list that is held, each once.
#[derive(Debug, Default)]
pub struct People(Mutex<HashSet<Arc<[PatientId]>>>);

impl People {
    /// The one list of these people: in the order of their ids, each once.
    pub(super) fn one(&self, mut people: Vec<PatientId>) -> Arc<[PatientId]> {
        people.sort_unstable();
        people.dedup();
        let mut lists = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = lists.get(people.as_slice()) {
            return known.clone();
        }
        if lists.len() >= MANY {
            lists.retain(|list| Arc::strong_count(list) > 1);
        }
        let list: Arc<[PatientId]> = people.into();
        lists.insert(list.clone());
        list
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn patients(ids: impl IntoIterator<Item = u128>) -> Vec<PatientId> {
        ids.into_iter().map(|id| PatientId(Uuid::from_u128(id))).collect()
    }

    #[test]
    fn the_same_people_are_one_list_in_whatever_order_they_come() {
        let people = People::default();
        let one = people.one(patients([3, 1, 2]));
        assert_eq!(*one, patients([1, 2, 3]));
        assert!(Arc::ptr_eq(&one, &people.one(patients([1, 2, 3, 3]))));
        assert!(!Arc::ptr_eq(&one, &people.one(patients([1, 2]))));
    }

    #[test]
    fn what_nobody_holds_is_let_go() {
        let people = People::default();
        let held = people.one(patients([7]));
        for id in 0..10 * MANY as u128 {
            people.one(patients([1_000 + id]));
        }
        assert!(people.0.lock().unwrap().len() <= MANY + 1);
        assert!(Arc::ptr_eq(&held, &people.one(patients([7]))));
    }
}
