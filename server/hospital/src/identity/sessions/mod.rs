//! Browser sessions: rows of `browser_session`, keyed by the SHA-256 of the id in the cookie, with what is known of them in memory.
//!
//! A page asks [`load`] for every request; the answer comes from memory while it is at most a second old. [`watch`] asks the database
//! for all of them twice a second, so that a session that was ended anywhere (here, by another process, by closing the account, by
//! changing a role) is dead everywhere within a second, and whoever listens to [`Sessions::ended`] closes its sockets.
//!
//! | verb | does |
//! | --- | --- |
//! | [`open`] | begins one; more than five of a person: the oldest end |
//! | [`load`], [`look`] | who presents this cookie; the first counts it as seen, the second does not |
//! | [`touch`], [`lives`] | a person is at an open page; whether its session lives |
//! | [`end`], [`end_all_of`], [`end_all_in`] | ends one, or all of a person |
//! | [`rotate`] | the same session under a new id, with what it has proved now: at every change of privilege |
//! | [`switch`] | goes on under a new id with another record that the account opens |
//! | [`list_own`], [`list_here`] | a person's own sessions; all of a hospital |
//! | [`end_own`], [`end_all_own`] | a person ends one of their own, or all |
//! | [`end_of_colleague`], [`end_all_of_colleague`] | an admin ends one of their people's, or all with their programs |
//! | [`watch`] | finds what ended or changed, and clears away old rows |

mod end;
mod end_all;
mod known;
mod list;
mod load;
mod open;
mod rotate;
mod row;
mod switch;
mod touch;
mod watch;

use std::fmt;

use aws_lc_rs::digest::{SHA256, digest};
use domain::actor::{Exception, Role};
use domain::identity::{Density, Level};
use domain::ids::{HospitalId, PatientId, UserId, WardId};
use domain::live::Ends;
use domain::patients::{Portal, Section, TextSize};
use domain::time::Moment;
use domain::units::Units;
use serde::{Deserialize, Serialize};

use super::realm::Realm;

pub use end::{end, end_all_of, end_all_of_colleague, end_all_own, end_of_colleague, end_own};
pub(crate) use end_all::end_others_in;
pub use end_all::{end_all_in, forget_all};
pub use known::Sessions;
pub use list::{Colleagues, ColleaguesSession, list_here, list_own};
pub use load::{load, look};
pub use open::open;
pub use rotate::rotate;
pub(crate) use rotate::rotate_in;
pub(crate) use row::{exception, sections};
pub use switch::{switch, work_in};
pub use touch::{lives, touch};
pub use watch::watch;

/// SHA-256 of a session id: what the database keeps. Who reads it cannot sign in with it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SessionKey([u8; 32]);

impl SessionKey {
    /// The key of the id that a cookie carries.
    pub fn of_id(id: &[u8]) -> Self {
        Self::from_db(digest(&SHA256, id).as_ref())
    }

    /// From `id_hash`; a constraint there says that it is 32 bytes long.
    pub(in crate::identity) fn from_db(bytes: &[u8]) -> Self {
        let mut key = [0; 32];
        key.iter_mut().zip(bytes).for_each(|(to, from)| *to = *from);
        Self(key)
    }

    /// In hexadecimal, as forms name it.
    pub fn hex(self) -> String {
        self.0.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// The key of that hexadecimal text.
    pub fn of_hex(text: &str) -> Option<Self> {
        let bytes = (text.len() == 64 && text.is_ascii()).then(|| {
            let pairs = (0..64)
                .step_by(2)
                .map(|at| text.get(at..at + 2).and_then(|pair| u8::from_str_radix(pair, 16).ok()));
            pairs.collect::<Option<Vec<u8>>>()
        })??;
        Some(Self::from_db(&bytes))
    }

    pub(in crate::identity) fn to_db(self) -> Vec<u8> {
        self.0.to_vec()
    }
}

impl fmt::Debug for SessionKey {
    /// The first bytes only: enough to follow one session through a log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [a, b, c, d, ..] = self.0;
        write!(f, "SessionKey({a:02x}{b:02x}{c:02x}{d:02x}…)")
    }
}

/// What a session is opened with. It never changes under the same id: what it proves later comes with a new one ([`rotate`]).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opening {
    /// Whose it is.
    pub user: UserId,
    /// The hospital they act in.
    pub hospital: HospitalId,
    /// Whose record it opens, in the portal: one's own, or that of somebody one cares for.
    pub patient: Option<PatientId>,
    /// Whether that is somebody one cares for.
    #[serde(default)]
    pub is_proxy: bool,
    /// Whether others use this computer too: it is left alone for a shorter time.
    pub shared: bool,
    /// Browser and system in words.
    pub device: String,
    /// From which address.
    pub address: String,
    /// What was proved.
    #[serde(default)]
    pub level: Level,
    /// The number of what proves the account, when it was proved.
    #[serde(default)]
    pub proofs: i32,
}

/// A session and who is behind it, as of now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Which.
    pub key: SessionKey,
    /// Staff or portal.
    pub realm: Realm,
    /// Whose.
    pub user: UserId,
    /// The name shown.
    pub name: String,
    /// The hospital they act in.
    pub hospital: HospitalId,
    /// Its name.
    pub hospital_name: String,
    /// Its IANA zone.
    pub zone: String,
    /// What they are there now; for a patient, [`Role::Patient`].
    pub roles: Vec<Role>,
    /// The ward they open first.
    pub ward: Option<WardId>,
    /// The wards on which they are on duty now.
    pub wards: Vec<WardId>,
    /// Rights granted or denied to them alone, as they hold now.
    pub exceptions: Vec<Exception>,
    /// Whose record it opens, in the portal.
    pub patient: Option<PatientId>,
    /// What that portal shows.
    pub portal: Portal,
    /// For who cares for somebody: the parts of the record that they were let into.
    pub proxy: Option<Vec<Section>>,
    /// Whether others use this computer too.
    pub shared: bool,
    /// Browser and system in words.
    pub device: String,
    /// From which address it was opened.
    pub address: String,
    /// What was proved.
    pub level: Level,
    /// The number of what proves the account.
    pub proofs: i32,
    /// When that was last proved.
    pub proved_at: Moment,
    /// The tag of the language that the account asks for.
    pub language: Option<String>,
    /// The units in which its owner reads: their own choice, else their hospital's.
    pub units: Units,
    /// How large its owner reads in the portal.
    pub text_size: TextSize,
    /// Whether its owner asked for high contrast.
    pub high_contrast: bool,
    /// How tight controls and rows stand for them.
    pub density: Density,
    /// Whether the account has a second factor.
    pub has_factor: bool,
    /// Whether the hospital asks its staff for a second factor and this one has none: until it is set up nothing else is open.
    pub must_enrol: bool,
    /// When it began.
    pub created_at: Moment,
    /// When it ends at the latest.
    pub expires_at: Moment,
}

impl Session {
    /// What it was opened with.
    pub fn opening(&self) -> Opening {
        Opening {
            user: self.user,
            hospital: self.hospital,
            patient: self.patient,
            is_proxy: self.proxy.is_some(),
            shared: self.shared,
            device: self.device.clone(),
            address: self.address.clone(),
            level: self.level,
            proofs: self.proofs,
        }
    }

    /// Whether somebody with `other` may do and see the same.
    fn may_the_same_as(&self, other: &Self) -> bool {
        (
            &self.roles,
            &self.ward,
            &self.wards,
            &self.exceptions,
            &self.portal,
            &self.proxy,
            self.must_enrol,
        ) == (
            &other.roles,
            &other.ward,
            &other.wards,
            &other.exceptions,
            &other.portal,
            &other.proxy,
            other.must_enrol,
        )
    }

    /// When it ends by itself, when it was last seen at `seen`.
    fn ends(&self, seen: Moment) -> Ends {
        let idle = seen.plus_seconds(self.realm.limits(self.shared).idle as f64);
        Ends {
            at: idle.min(self.expires_at),
            stays: idle < self.expires_at,
        }
    }

    /// Whether it is over at `now`, when it was last seen at `seen`.
    fn is_over(&self, seen: Moment, now: Moment) -> bool {
        now >= self.ends(seen).at
    }
}

/// Told to everybody who listens: this session is over, or what it may has changed. Sockets of it close; the page reconnects and is
/// asked anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EndedSession {
    /// Which.
    pub key: SessionKey,
    /// Whose.
    pub user: UserId,
    /// Why.
    pub why: Why,
}

/// Why sockets of a session must close.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It is over: signed out, ended elsewhere, idle, expired, or the account is closed.
    Over,
    /// It goes on with other roles.
    Changed,
}
