//! Who may do what: [`decide`] is the only place that answers, and it says no unless a line of its table says yes.
//!
//! | file | holds |
//! | --- | --- |
//! | `action.rs` | what can be wanted: module and verb |
//! | `relation.rs` | how an actor stands to a subject: facts of the database |
//! | `table.rs` | role × action → the relations of which one suffices; printed to `server/docs/rights.md` |
//! | `words.rs` | a decision with its grounds in sentences |
//!
//! Row security in PostgreSQL is the coarse wall behind it, one SQL function (`may_see(patient, hospital that holds the record)`); a test compares the two
//! on generated cases (`server/hospital/tests/agree`).
//! To add a right: an [`Action`], its line in `table.rs`, and its row in the authorisation matrix of `server/tests/authz_matrix.rs` (a door without a row
//! fails the build).

mod action;
mod relation;
mod table;
mod words;

use crate::actor::Actor;
use crate::ids::{DeviceId, HospitalId, PatientId, RoomId, UserId, WardId};

pub use action::Action;
pub use relation::Relations;
pub use table::{printed, reach};
pub use words::{About, Because, because, why};

/// How old a proof of who somebody is may be for what needs a fresh one, in seconds (`design/security.md` A2: at most five minutes).
pub const FRESH_PROOF_SECONDS: f64 = 300.0;

/// What the action is about, with the relations that the database knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// Nothing in particular: the house as a whole.
    House,
    /// One hospital.
    Hospital(HospitalId),
    /// One ward.
    Ward {
        /// The ward.
        ward: WardId,
        /// Its hospital.
        hospital: HospitalId,
    },
    /// A patient, and how the actor stands to them (`Ctx::begin_with_patient` asks the database). What another hospital holds of the same person stands behind
    /// the wall.
    Patient {
        /// The person.
        patient: PatientId,
        /// How the actor stands to them.
        relations: Relations,
    },
    /// A device and the hospital that owns it.
    Device {
        /// The device.
        device: DeviceId,
        /// Its owner.
        hospital: HospitalId,
        /// Whether the actor keeps or reads it now.
        assigned: bool,
    },
    /// A conversation of two, and whether the actor is one of them or opened the patient's record in an emergency.
    Room {
        /// The conversation.
        room: RoomId,
        /// Where it is held.
        hospital: HospitalId,
        /// How the actor stands to it.
        relations: Relations,
    },
    /// A person's account.
    Account(UserId),
    /// The account of somebody who works in a hospital, for whoever manages them.
    Colleague {
        /// The account.
        user: UserId,
        /// Where they work.
        hospital: HospitalId,
    },
}

/// The answer, with the reason in the words that the page for 403 shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// Yes.
    Allow,
    /// No, because nobody has signed in.
    SignIn,
    /// No: the actor lacks the right.
    Deny,
    /// No, and the actor must not learn whether the thing exists.
    NotFound,
}

/// Whether `actor` may do `action` to `subject`.
///
/// A subject to which the actor stands in no relation at all is [`Decision::NotFound`], so that nobody learns what exists elsewhere.
pub fn decide(actor: &Actor, action: Action, subject: &Subject) -> Decision {
    explain(actor, action, subject).decision
}

/// A decision with its grounds, for the page that answers "who may do this, and why".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grounds {
    /// The answer.
    pub decision: Decision,
    /// The relations of which one would suffice.
    pub suffices: Relations,
    /// How the actor stands to the subject.
    pub held: Relations,
    /// Whether a grant or a denial for this one person took part.
    pub exception: Option<bool>,
}

/// [`decide`] with its grounds.
pub fn explain(actor: &Actor, action: Action, subject: &Subject) -> Grounds {
    let exception = exception(actor, action);
    let held = held(actor, subject);
    let suffices = match exception {
        Some(false) => Relations::NONE,
        Some(true) => suffices(actor, action).and(table::GRANTED),
        None => suffices(actor, action),
    };
    let decision = match actor {
        Actor::Nobody => Decision::SignIn,
        Actor::Worker { task, .. } if !table::of_task(*task, action) => Decision::Deny,
        Actor::Worker { .. } if held.is_none() => Decision::NotFound,
        Actor::Worker { .. } => Decision::Allow,
        _ if suffices.is_none() => Decision::Deny,
        _ if held.meets(suffices) => Decision::Allow,
        _ if held.is_none() => Decision::NotFound,
        _ => Decision::Deny,
    };
    Grounds {
        decision,
        suffices,
        held,
        exception,
    }
}

/// A grant or denial for this one person: a denial beats a grant, also one by role, and what rests on the denied right falls with it.
fn exception(actor: &Actor, action: Action) -> Option<bool> {
    let Actor::Staff { exceptions, .. } = actor else {
        return None;
    };
    let says = |wanted: Action, allowed: bool| {
        exceptions
            .iter()
            .any(|exception| exception.action == wanted && exception.allowed == allowed)
    };
    let denied = says(action, false) || action.rests_on().is_some_and(|needed| says(needed, false));
    match denied {
        true => Some(false),
        false => says(action, true).then_some(true),
    }
}

/// The relations of which one suffices for this actor.
fn suffices(actor: &Actor, action: Action) -> Relations {
    use crate::actor::Role;
    match actor {
        Actor::Staff { roles, .. } => roles
            .iter()
            .filter(|role| role.is_of_staff())
            .fold(Relations::NONE, |all, role| all.and(table::reach(*role, action))),
        // 403 for a portal that is switched off, but for what stays the person's own.
        Actor::Patient { is_open, .. } if *is_open || stays_ones_own(action) => table::reach(Role::Patient, action),
        Actor::Patient { .. } => Relations::NONE,
        Actor::Proxy { sections, .. } if !sections.is_empty() || stays_ones_own(action) => {
            table::reach(Role::Proxy, action)
        }
        Actor::Proxy { .. } => Relations::NONE,
        Actor::Device { .. } if action == Action::PostReadings => Relations::OWN,
        Actor::Device { .. } => Relations::NONE,
        // A program of the hospital does what its scopes say, in its hospital, and never more than an admin could give.
        Actor::ApiClient { scopes, .. } if action.is_grantable() && scopes.contains(&action) => Relations::HOSPITAL,
        Actor::ApiClient { .. } | Actor::Worker { .. } | Actor::Nobody => Relations::NONE,
    }
}

/// What stays a person's own while their portal is off: the account, to take back what they gave, and to see who looked.
const fn stays_ones_own(action: Action) -> bool {
    use Action as A;
    matches!(
        action,
        A::ReadAccount | A::ChangeAccount | A::ChangeConsent | A::ManageProxies | A::ReadTrace
    )
}

/// How `actor` stands to `subject`.
fn held(actor: &Actor, subject: &Subject) -> Relations {
    let same = |hospital: &HospitalId| actor.hospital() == Some(*hospital);
    match (actor, subject) {
        (Actor::Nobody, _) => Relations::NONE,
        // A worker over all hospitals reaches everything, one in a hospital what is the hospital's; what it may do says its task.
        (Actor::Worker { hospital: None, .. }, _) | (Actor::Worker { .. }, Subject::House) => Relations::PLATFORM,
        (
            Actor::Worker { .. },
            Subject::Hospital(hospital)
            | Subject::Device { hospital, .. }
            | Subject::Ward { hospital, .. }
            | Subject::Colleague { hospital, .. },
        ) => Relations::NONE.and_if(same(hospital), Relations::HOSPITAL),
        (Actor::Worker { .. }, Subject::Patient { .. } | Subject::Room { .. } | Subject::Account(_)) => Relations::NONE,

        (Actor::Patient { patient: own, .. }, Subject::Patient { patient, .. }) => {
            Relations::NONE.and_if(own == patient, Relations::OWN)
        }
        (Actor::Proxy { patient: cared, .. }, Subject::Patient { patient, .. }) => {
            Relations::NONE.and_if(cared == patient, Relations::PROXY)
        }
        (
            Actor::Patient { user: own, .. } | Actor::Proxy { user: own, .. } | Actor::Staff { user: own, .. },
            Subject::Account(user),
        ) => Relations::NONE.and_if(own == user, Relations::OWN),
        (Actor::Patient { .. }, Subject::Room { relations, .. }) => relations.common(Relations::TALKS),
        (Actor::Patient { .. } | Actor::Proxy { .. }, _) => Relations::NONE,

        (Actor::Device { device: own, .. }, Subject::Device { device, hospital, .. }) => Relations::NONE
            .and_if(own == device, Relations::OWN)
            .and_if(same(hospital), Relations::HOSPITAL),
        (Actor::Device { .. }, _) => Relations::NONE,

        (Actor::Staff { .. }, Subject::House) => {
            Relations::NONE.and_if(actor.is(crate::actor::Role::SuperAdmin), Relations::PLATFORM)
        }
        (Actor::Staff { wards, .. }, Subject::Ward { ward, hospital }) => Relations::NONE
            .and_if(same(hospital), Relations::HOSPITAL)
            .and_if(same(hospital) && wards.contains(ward), Relations::WARD),
        (Actor::Staff { .. }, Subject::Patient { relations, .. }) => {
            relations.without(Relations::OWN.and(Relations::PROXY))
        }
        (Actor::Staff { .. }, Subject::Room { relations, .. }) => {
            relations.common(Relations::TALKS.and(Relations::BREAK_GLASS))
        }
        (Actor::Staff { .. }, Subject::Device { hospital, assigned, .. }) => Relations::NONE
            .and_if(same(hospital), Relations::HOSPITAL)
            .and_if(same(hospital) && *assigned, Relations::DEVICE),
        (Actor::Staff { .. }, Subject::Hospital(hospital) | Subject::Colleague { hospital, .. }) => {
            Relations::NONE.and_if(same(hospital), Relations::HOSPITAL)
        }

        (Actor::ApiClient { .. }, Subject::Patient { relations, .. }) => relations.common(Relations::HOSPITAL),
        (
            Actor::ApiClient { .. },
            Subject::Hospital(hospital)
            | Subject::Ward { hospital, .. }
            | Subject::Device { hospital, .. }
            | Subject::Colleague { hospital, .. },
        ) => Relations::NONE.and_if(same(hospital), Relations::HOSPITAL),
        (Actor::ApiClient { .. }, Subject::House | Subject::Room { .. } | Subject::Account(_)) => Relations::NONE,
    }
}

#[cfg(test)]
mod tests;
