//! What is known of sessions in memory: bounded, and told at once when one ends.

use std::collections::HashMap;
use std::fmt;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use domain::ids::UserId;
use domain::live::Ends;
use domain::time::Moment;
use tokio::sync::broadcast;

use super::{EndedSession, Session, SessionKey, Why};

/// How many are kept; when one more comes, those unused for the longest go (they are asked of the database again).
const MOST: usize = 10_000;
/// How old an answer from memory may be: less than the second within which a session that ended is dead, by as long as the question took.
const FRESH: Duration = Duration::from_millis(900);
/// Kept this long after the last use.
const KEPT: Duration = Duration::from_secs(120);
/// For how long one that ended is not learnt again: a look at the database that began before the end may still be on its way.
const DEAD: Duration = Duration::from_secs(10);
/// How often "last seen" is written at most, in seconds.
const WRITTEN_EVERY: f64 = 60.0;

/// Every session in use, and who listens for their end. `House` holds it.
pub struct Sessions {
    known: Mutex<HashMap<SessionKey, Known>>,
    /// Those that ended just now.
    dead: Mutex<HashMap<SessionKey, Dead>>,
    ended: broadcast::Sender<EndedSession>,
}

/// A session that ended just now.
#[derive(Clone, Copy)]
struct Dead {
    at: Instant,
    /// Whether it goes on under another id, of which the browser is just learning.
    goes_on: bool,
}

/// One session in use.
struct Known {
    session: Session,
    /// When a person was last seen on it.
    seen: Moment,
    /// The same as the database has it.
    written: Moment,
    /// When the database last said that it is so; none when it must be asked before it is believed again.
    verified: Option<Instant>,
    /// When it was last asked for.
    used: Instant,
}

impl Sessions {
    /// Hears of every session that ends or changes from now on. A listener that falls behind by a thousand is told so
    /// (`RecvError::Lagged`) and must ask [`super::load`] about its own.
    pub fn ended(&self) -> broadcast::Receiver<EndedSession> {
        self.ended.subscribe()
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<SessionKey, Known>> {
        // A panic elsewhere leaves the map whole: every change is one insert or remove.
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A fresh answer from memory; counts it as asked for, not as seen.
    pub(super) fn fresh(&self, key: SessionKey) -> Option<(Session, Moment)> {
        let mut known = self.lock();
        let it = known.get_mut(&key)?;
        it.used = Instant::now();
        it.verified
            .is_some_and(|verified| verified.elapsed() <= FRESH)
            .then(|| (it.session.clone(), it.seen))
    }

    /// What the database says now. Tells the listeners when roles have changed. Answers when it was last seen.
    pub(super) fn learn(&self, session: Session, written: Moment) -> Moment {
        let now = Instant::now();
        if self.is_dead(session.key) {
            return written;
        }
        let mut known = self.lock();
        if let Some(it) = known.get_mut(&session.key) {
            let changed = !it.session.may_the_same_as(&session);
            (it.verified, it.written) = (Some(now), it.written.max(written));
            it.seen = it.seen.max(written);
            it.session = session;
            let (seen, told) = (
                it.seen,
                EndedSession {
                    key: it.session.key,
                    user: it.session.user,
                    why: Why::Changed,
                },
            );
            drop(known);
            if changed {
                self.tell(told);
            }
            return seen;
        }
        if known.len() >= MOST {
            make_room(&mut known);
        }
        known.insert(
            session.key,
            Known {
                session,
                seen: written,
                written,
                verified: Some(now),
                used: now,
            },
        );
        written
    }

    /// Somebody is on it. Answers whether that should be written now.
    pub(super) fn saw(&self, key: SessionKey, now: Moment) -> bool {
        let mut known = self.lock();
        let Some(it) = known.get_mut(&key) else { return false };
        it.used = Instant::now();
        it.seen = it.seen.max(now);
        let due = it.seen.seconds_since(it.written) >= WRITTEN_EVERY;
        if due {
            it.written = it.seen;
        }
        due
    }

    /// Forgets it and tells the listeners.
    pub(in crate::identity) fn forget(&self, key: SessionKey, user: UserId) {
        self.bury(key, false);
        self.tell(EndedSession {
            key,
            user,
            why: Why::Over,
        });
    }

    /// Something that many of them depend on has changed (what a hospital asks of its staff): each is asked of the database before it is believed again.
    pub(in crate::identity) fn doubt_all(&self) {
        for it in self.lock().values_mut() {
            it.verified = None;
        }
    }

    /// Something of this account has changed that its sessions carry: each is asked of the database before it is believed again.
    pub(crate) fn doubt(&self, user: UserId) {
        for it in self.lock().values_mut().filter(|it| it.session.user == user) {
            it.verified = None;
        }
    }

    /// It goes on under another id: connections under the old one begin anew, and whoever has a copy of that is out.
    pub(crate) fn replaced(&self, key: SessionKey, user: UserId) {
        self.bury(key, true);
        self.tell(EndedSession {
            key,
            user,
            why: Why::Changed,
        });
    }

    /// It goes on under another id and shows something else: pages of the old one are loaded anew.
    pub(super) fn moved(&self, key: SessionKey, user: UserId) {
        self.bury(key, true);
        self.tell(EndedSession {
            key,
            user,
            why: Why::Over,
        });
    }

    /// Whether this was the id of a session until just now, which goes on under another. What a browser had asked for with the old one is on its way still.
    pub fn was_replaced(&self, key: SessionKey) -> bool {
        self.grave(key).is_some_and(|dead| dead.goes_on)
    }

    /// When a session in use ends by itself, as far as is known here.
    pub fn ends(&self, key: SessionKey) -> Option<Ends> {
        let known = self.lock();
        let it = known.get(&key)?;
        Some(it.session.ends(it.seen))
    }

    /// Everything in use, and whose it is. Drops what nobody has asked for in two minutes.
    pub(super) fn in_use(&self) -> Vec<(SessionKey, UserId)> {
        let mut known = self.lock();
        known.retain(|_, it| it.used.elapsed() <= KEPT);
        known.iter().map(|(key, it)| (*key, it.session.user)).collect()
    }

    fn bury(&self, key: SessionKey, goes_on: bool) {
        let mut dead = self.dead.lock().unwrap_or_else(PoisonError::into_inner);
        dead.retain(|_, dead| dead.at.elapsed() < DEAD);
        let at = Instant::now();
        dead.insert(key, Dead { at, goes_on });
        drop(dead);
        self.lock().remove(&key);
    }

    fn is_dead(&self, key: SessionKey) -> bool {
        self.grave(key).is_some()
    }

    fn grave(&self, key: SessionKey) -> Option<Dead> {
        let dead = self.dead.lock().unwrap_or_else(PoisonError::into_inner);
        dead.get(&key).copied().filter(|dead| dead.at.elapsed() < DEAD)
    }

    fn tell(&self, ended: EndedSession) {
        if self.ended.send(ended).is_err() {
            tracing::trace!("a session ended while nobody listened");
        }
    }
}

/// Drops the tenth that was unused for the longest.
fn make_room(known: &mut HashMap<SessionKey, Known>) {
    let mut used: Vec<Instant> = known.values().map(|it| it.used).collect();
    used.sort_unstable();
    if let Some(edge) = used.get(used.len() / 10).copied() {
        known.retain(|_, it| it.used > edge);
    }
}

impl Default for Sessions {
    fn default() -> Self {
        Self {
            known: Mutex::default(),
            dead: Mutex::default(),
            ended: broadcast::channel(1_024).0,
        }
    }
}

impl fmt::Debug for Sessions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sessions")
            .field("known", &self.lock().len())
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::identity::realm::Realm;
    use domain::actor::Role;
    use domain::identity::{Density, Level};
    use domain::ids::HospitalId;
    use domain::patients::{Portal, TextSize};
    use domain::units::Units;
    use uuid::Uuid;

    fn session(id: u32, roles: &[Role]) -> Session {
        Session {
            key: SessionKey::of_id(&id.to_le_bytes()),
            realm: Realm::Staff,
            user: UserId(Uuid::from_u128(1)),
            name: "Dr Amina Otieno".into(),
            hospital: HospitalId(Uuid::from_u128(2)),
            hospital_name: "Wardlight".into(),
            zone: "Africa/Nairobi".into(),
            roles: roles.to_vec(),
            ward: None,
            wards: Vec::new(),
            exceptions: Vec::new(),
            patient: None,
            portal: Portal::open(),
            proxy: None,
            shared: false,
            device: String::new(),
            address: String::new(),
            created_at: Moment(0),
            expires_at: Moment(i64::MAX),
            level: Level::Password,
            proofs: 0,
            proved_at: Moment(0),
            language: None,
            units: Units::STORED,
            text_size: TextSize::Usual,
            high_contrast: false,
            density: Density::Usual,
            has_factor: false,
            must_enrol: false,
        }
    }

    #[test]
    fn listeners_hear_of_an_end_and_of_a_changed_role() {
        let sessions = Sessions::default();
        let mut heard = sessions.ended();
        let (key, user) = (session(1, &[]).key, session(1, &[]).user);
        sessions.learn(session(1, &[Role::Doctor]), Moment(0));
        sessions.learn(session(1, &[Role::Doctor]), Moment(0));
        assert!(heard.try_recv().is_err(), "nothing changed");
        sessions.learn(session(1, &[Role::Nurse]), Moment(0));
        assert_eq!(
            heard.try_recv().unwrap(),
            EndedSession {
                key,
                user,
                why: Why::Changed
            }
        );
        sessions.forget(key, user);
        assert_eq!(
            heard.try_recv().unwrap(),
            EndedSession {
                key,
                user,
                why: Why::Over
            }
        );
        assert!(sessions.fresh(key).is_none());
    }

    #[test]
    fn one_that_ended_is_not_learnt_again_by_a_look_that_began_before() {
        let sessions = Sessions::default();
        let (key, user) = (session(1, &[]).key, session(1, &[]).user);
        sessions.learn(session(1, &[Role::Doctor]), Moment(0));
        sessions.forget(key, user);
        sessions.learn(session(1, &[Role::Doctor]), Moment(0));
        assert!(sessions.fresh(key).is_none());
    }

    #[test]
    fn one_that_goes_on_under_another_id_is_told_apart_from_one_that_is_over() {
        let sessions = Sessions::default();
        let [proved, switched, over] = [1, 2, 3].map(|id| session(id, &[]).key);
        let user = session(1, &[]).user;
        sessions.replaced(proved, user);
        sessions.moved(switched, user);
        sessions.forget(over, user);
        assert!(sessions.was_replaced(proved) && sessions.was_replaced(switched));
        assert!(!sessions.was_replaced(over) && !sessions.was_replaced(session(4, &[]).key));
    }

    #[test]
    fn it_ends_when_nobody_comes_and_at_its_last_moment_in_any_case() {
        let sessions = Sessions::default();
        let last = Moment(0).plus_seconds(1_000.0);
        let session = Session {
            expires_at: last,
            ..session(1, &[])
        };
        let key = session.key;
        assert_eq!(sessions.ends(key), None, "nothing is known of it");
        sessions.learn(session, Moment(0));
        let idle = Ends {
            at: Moment(0).plus_seconds(900.0),
            stays: true,
        };
        assert_eq!(sessions.ends(key), Some(idle));
        sessions.saw(key, Moment(0).plus_seconds(600.0));
        assert_eq!(sessions.ends(key), Some(Ends { at: last, stays: false }));
    }

    #[test]
    fn last_seen_is_written_once_a_minute() {
        let sessions = Sessions::default();
        let key = session(1, &[]).key;
        sessions.learn(session(1, &[]), Moment(0));
        let written: Vec<i64> = (0..180).filter(|s| sessions.saw(key, Moment(s * 1_000_000))).collect();
        assert_eq!(written, [60, 120]);
    }

    #[test]
    fn memory_is_bounded() {
        let sessions = Sessions::default();
        for id in 0..MOST as u32 + 50 {
            sessions.learn(session(id, &[]), Moment(0));
        }
        assert!(sessions.lock().len() <= MOST);
    }
}
