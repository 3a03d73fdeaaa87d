//! [`Lately`]: what was gathered a moment ago and is the same for whoever may read it. On a busy ward many open its page in the same second, and values move four times a
//! second at most: who opens it within the same quarter of a second reads one record, gathered once.
//!
//! Who may read it is decided before, for each reader; a record never crosses a hospital's wall, because the hospital is part of its key. What a
//! person did there is seen at once: an act [forgets](Lately::forget) all that was gathered before it. What else changes in it is seen a quarter of a second later.
//!
//! # Adding one
//! A field of `House`; nothing in the record may be of one reader. The verbs whose work its readers wait to see forget after their commit.

use std::collections::HashMap;
use std::future::Future;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use domain::ids::{HospitalId, WardId};
use domain::time::Moment;

use crate::error::{HospitalError, Result};
use crate::house::Clock;

/// For how many seconds a record is good: as often as the live socket tells values.
const GOOD_FOR: f64 = 0.25;

/// A ward, and the hospital within whose wall its record stays.
pub type OfWard = (HospitalId, WardId);

type Place<T> = Arc<tokio::sync::Mutex<Kept<T>>>;

#[derive(Debug)]
struct Kept<T> {
    /// After how many acts and when it was gathered, and what.
    gathered: Option<(u64, Moment, Arc<T>)>,
    /// When the database was last found to be away: who waited then need not find it out once more.
    away_at: Option<Moment>,
}

impl<T> Default for Kept<T> {
    fn default() -> Self {
        Self {
            gathered: None,
            away_at: None,
        }
    }
}

/// What was gathered of each ward a moment ago.
#[derive(Debug)]
pub struct Lately<T> {
    places: Mutex<HashMap<OfWard, Place<T>>>,
    /// Moves with every act of a person.
    acts: AtomicU64,
}

impl<T> Default for Lately<T> {
    fn default() -> Self {
        Self {
            places: Mutex::default(),
            acts: AtomicU64::default(),
        }
    }
}

impl<T> Lately<T> {
    /// The record of a ward: the one gathered a moment ago, or else what `gather` answers. Who asks meanwhile waits for it.
    ///
    /// Errors: those of `gather`.
    pub(crate) async fn of<G>(&self, key: OfWard, clock: &Clock, gather: G) -> Result<Arc<T>>
    where
        G: Future<Output = Result<T>>,
    {
        let now = clock.now();
        let place = {
            let mut places = self.places.lock().unwrap_or_else(PoisonError::into_inner);
            Arc::clone(places.entry(key).or_default())
        };
        let mut kept = place.lock().await;
        let acts = self.acts.load(Ordering::Acquire);
        if kept.away_at.is_some_and(|at| at > now) {
            return Err(HospitalError::Away(sqlx::Error::PoolTimedOut));
        }
        if let Some((then, at, record)) = &kept.gathered
            && *then == acts
            && now.seconds_since(*at) < GOOD_FOR
        {
            return Ok(Arc::clone(record));
        }
        let at = clock.now();
        match gather.await {
            Ok(record) => {
                let record = Arc::new(record);
                kept.gathered = Some((acts, at, Arc::clone(&record)));
                Ok(record)
            }
            Err(refused) => {
                // Of wards that are not there nothing is kept, else anybody could fill the memory.
                kept.gathered = None;
                kept.away_at = matches!(refused, HospitalError::Away(_)).then(|| clock.now());
                self.places.lock().unwrap_or_else(PoisonError::into_inner).remove(&key);
                Err(refused)
            }
        }
    }

    /// Forgets what was gathered: a person did something that shows in it.
    pub fn forget(&self) {
        self.acts.fetch_add(1, Ordering::Release);
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use std::sync::atomic::AtomicI64;

    use super::*;

    const WARD: OfWard = (HospitalId(Uuid::from_u128(1)), WardId(Uuid::from_u128(2)));

    type Boards = Lately<i64>;

    fn at_rest(at: i64) -> Clock {
        Clock::of(move || Moment(at))
    }

    async fn asked(boards: &Boards, key: OfWard, at: i64) -> i64 {
        let board = boards.of(key, &at_rest(at), async { Ok(at) }).await;
        *board.unwrap()
    }

    #[tokio::test]
    async fn readers_of_one_moment_share_a_record_and_later_ones_get_a_new_one() {
        let boards = Boards::default();
        assert_eq!(asked(&boards, WARD, 1_000_000).await, 1_000_000);
        assert_eq!(asked(&boards, WARD, 1_200_000).await, 1_000_000);
        assert_eq!(asked(&boards, WARD, 1_250_000).await, 1_250_000);
    }

    #[tokio::test]
    async fn an_act_is_seen_at_once_also_when_it_fell_into_the_gathering() {
        let boards = Boards::default();
        asked(&boards, WARD, 0).await;
        boards.forget();
        assert_eq!(asked(&boards, WARD, 1).await, 1);
        let clock = at_rest(300_000);
        let during = boards.of(WARD, &clock, async {
            boards.forget();
            Ok(300_000)
        });
        during.await.unwrap();
        assert_eq!(asked(&boards, WARD, 300_001).await, 300_001);
    }

    #[tokio::test]
    async fn another_hospital_never_reads_it_and_a_refusal_is_not_kept() {
        let boards = Boards::default();
        asked(&boards, WARD, 0).await;
        let other = (HospitalId(Uuid::from_u128(9)), WARD.1);
        let clock = at_rest(1);
        let refused = boards.of(other, &clock, async { Err(HospitalError::NotFound) }).await;
        assert!(refused.is_err());
        assert_eq!(boards.places.lock().unwrap().len(), 1);
    }

    #[tokio::test]
    async fn who_waited_while_the_database_was_found_away_does_not_wait_for_it_again() {
        let boards = Boards::default();
        let time = Arc::new(AtomicI64::new(0));
        let clock = {
            let time = Arc::clone(&time);
            Clock::of(move || Moment(time.load(Ordering::SeqCst)))
        };
        let first = boards.of(WARD, &clock, async {
            tokio::task::yield_now().await;
            time.store(3_000_000, Ordering::SeqCst);
            Err(HospitalError::Away(sqlx::Error::PoolTimedOut))
        });
        let second = boards.of(WARD, &clock, async { panic!("asked again") });
        let (first, second) = tokio::join!(first, second);
        assert!(matches!(
            (first, second),
            (Err(HospitalError::Away(_)), Err(HospitalError::Away(_)))
        ));
        assert_eq!(
            asked(&boards, WARD, 3_000_001).await,
            3_000_001,
            "later readers ask anew"
        );
    }
}
