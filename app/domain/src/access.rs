//! Who may do what: [`decide`] is the only place that answers, and it says no unless a line of its table says yes.
//!
//! Row security in PostgreSQL is the coarse wall behind it, one SQL function (`may_see(patient, hospital that holds the record)`); a test compares the two
//! on generated cases (`server/hospital/tests/agree`).
//! To add a right: add an [`Action`], one line to the table in `allowed`, and its row in the authorisation matrix of
//! `server/tests/authz_matrix.rs` (a door without a row fails the build).

use crate::actor::{Actor, Role, Task};
use crate::ids::{DeviceId, HospitalId, PatientId, UserId};

/// Something a person, a device or a worker may want to do: module and verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// See the live board of a ward: names, values, alarms.
    WatchWard,
    /// See one patient's readings, trend and alarms.
    ReadPatient,
    /// Say "I have seen this alarm".
    AcknowledgeAlarm,
    /// See the devices of a hospital and how they report, without patients.
    ReadDevices,
    /// See wards, beds, and counts of a hospital, without patients.
    ReadHospital,
    /// See one's own account and sessions.
    ReadAccount,
    /// Post readings, heartbeats and session starts as a device.
    PostReadings,
    /// Make or revoke a device's token.
    ManageDeviceTokens,
    /// Fill an empty demo hospital.
    SeedHospital,
    /// Check a password and open or end a browser session.
    OpenSession,
    /// Read placements and sessions of devices to know whose reading a reading is.
    ReadPlacements,
    /// Make partitions ahead and drop old ones.
    RetainReadings,
    /// Seal and verify the audit, and tell the names in it.
    TraceAudit,
    /// Search and export the audit of a hospital.
    SearchAudit,
    /// See who looked at one's own record.
    ReadOwnTrace,
}

impl Action {
    /// Every action, for tables and tests.
    pub const ALL: [Self; 15] = [
        Self::WatchWard,
        Self::ReadPatient,
        Self::AcknowledgeAlarm,
        Self::ReadDevices,
        Self::ReadHospital,
        Self::ReadAccount,
        Self::PostReadings,
        Self::ManageDeviceTokens,
        Self::SeedHospital,
        Self::OpenSession,
        Self::ReadPlacements,
        Self::RetainReadings,
        Self::TraceAudit,
        Self::SearchAudit,
        Self::ReadOwnTrace,
    ];

    /// The name under which the audit keeps it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::WatchWard => "ward.watch",
            Self::ReadPatient => "patient.read",
            Self::AcknowledgeAlarm => "alarm.acknowledge",
            Self::ReadDevices => "device.list",
            Self::ReadHospital => "hospital.read",
            Self::ReadAccount => "account.read",
            Self::PostReadings => "reading.post",
            Self::ManageDeviceTokens => "device_token.manage",
            Self::SeedHospital => "hospital.seed",
            Self::OpenSession => "session.open",
            Self::ReadPlacements => "placement.read",
            Self::RetainReadings => "reading.retain",
            Self::TraceAudit => "audit.trace",
            Self::SearchAudit => "audit.search",
            Self::ReadOwnTrace => "trace.read",
        }
    }
}

/// What the action is about, with the relations that the database knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// Nothing in particular: the house as a whole.
    House,
    /// One hospital.
    Hospital(HospitalId),
    /// A patient: for staff, what their own hospital holds of this person; for the person, everything. What another hospital holds of the same person
    /// stands behind the wall.
    Patient {
        /// The person.
        patient: PatientId,
        /// Whether the person is registered in the actor's hospital; of one record, whether that hospital holds it.
        registered_here: bool,
    },
    /// A device and the hospital that owns it.
    Device {
        /// The device.
        device: DeviceId,
        /// Its owner.
        hospital: HospitalId,
    },
    /// A person's account.
    Account(UserId),
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
/// A subject of another hospital is [`Decision::NotFound`], so that nobody learns what exists elsewhere.
pub fn decide(actor: &Actor, action: Action, subject: &Subject) -> Decision {
    if *actor == Actor::Nobody {
        return Decision::SignIn;
    }
    match (allowed(actor, action), within_reach(actor, subject)) {
        (false, _) => Decision::Deny,
        (true, false) => Decision::NotFound,
        (true, true) => Decision::Allow,
    }
}

/// The table: which kind of actor has which right at all.
fn allowed(actor: &Actor, action: Action) -> bool {
    use Role::{Doctor, HospitalAdmin, Nurse, Patient, Pharmacist, Technician};
    match actor {
        Actor::Staff { .. } | Actor::Patient { .. } => {
            let roles: &[Role] = match action {
                Action::WatchWard | Action::AcknowledgeAlarm => &[Doctor, Nurse],
                Action::ReadPatient => &[Doctor, Nurse, Patient],
                Action::ReadDevices => &[Technician, HospitalAdmin],
                Action::ReadHospital | Action::ManageDeviceTokens | Action::SearchAudit => &[HospitalAdmin],
                Action::ReadOwnTrace => &[Patient],
                Action::ReadAccount => &[Doctor, Nurse, Technician, Pharmacist, HospitalAdmin, Patient],
                Action::PostReadings
                | Action::SeedHospital
                | Action::OpenSession
                | Action::ReadPlacements
                | Action::RetainReadings
                | Action::TraceAudit => &[],
            };
            roles.iter().any(|role| actor.is(*role))
        }
        Actor::Device { .. } => action == Action::PostReadings,
        Actor::Worker { task, .. } => match task {
            Task::Seed => matches!(
                action,
                Action::SeedHospital | Action::PostReadings | Action::ManageDeviceTokens
            ),
            Task::SignIn => action == Action::OpenSession,
            Task::Watch => matches!(action, Action::ReadPlacements | Action::PostReadings),
            Task::Retain => action == Action::RetainReadings,
            Task::Trace => action == Action::TraceAudit,
        },
        Actor::Nobody => false,
    }
}

/// Whether the subject lies within the actor's reach: their hospital, their own record, their own account.
fn within_reach(actor: &Actor, subject: &Subject) -> bool {
    match (actor, subject) {
        (Actor::Worker { hospital: None, .. }, _) => true,
        (_, Subject::House) => matches!(actor, Actor::Worker { .. }),
        (Actor::Patient { patient: own, .. }, Subject::Patient { patient, .. }) => own == patient,
        (Actor::Patient { user: own, .. } | Actor::Staff { user: own, .. }, Subject::Account(user)) => own == user,
        (Actor::Patient { .. }, _) => false,
        (Actor::Staff { .. }, Subject::Patient { registered_here, .. }) => *registered_here,
        (Actor::Device { device: own, .. }, Subject::Device { device, .. }) => own == device,
        (Actor::Device { .. } | Actor::Worker { .. }, Subject::Patient { .. } | Subject::Account(_)) => false,
        (Actor::Device { .. }, Subject::Hospital(_)) => false,
        (_, Subject::Hospital(hospital) | Subject::Device { hospital, .. }) => actor.hospital() == Some(*hospital),
        (Actor::Nobody, Subject::Patient { .. } | Subject::Account(_)) => false,
    }
}

#[cfg(test)]
mod tests;
