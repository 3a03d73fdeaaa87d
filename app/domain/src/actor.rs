//! Who asks: a signed-in person, a device, or one of the house's own workers.

use serde::{Deserialize, Serialize};

use crate::ids::{DeviceId, HospitalId, PatientId, UserId};

/// What a person may be in a hospital. More than one can hold at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Treats patients.
    Doctor,
    /// Cares for the patients of a ward.
    Nurse,
    /// Keeps devices running.
    Technician,
    /// Dispenses medicines.
    Pharmacist,
    /// Runs one hospital.
    HospitalAdmin,
    /// Is cared for.
    Patient,
}

impl Role {
    /// Every role, in the order in which a person with several is sent to a home.
    pub const ALL: [Self; 6] = [
        Self::Doctor,
        Self::Nurse,
        Self::Technician,
        Self::Pharmacist,
        Self::HospitalAdmin,
        Self::Patient,
    ];

    /// The name in the database and in the API.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Doctor => "doctor",
            Self::Nurse => "nurse",
            Self::Technician => "technician",
            Self::Pharmacist => "pharmacist",
            Self::HospitalAdmin => "hospital_admin",
            Self::Patient => "patient",
        }
    }

    /// The role of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.name() == name)
    }
}

/// Who asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Actor {
    /// A signed-in member of staff, in the hospital where they work now.
    Staff {
        /// The account.
        user: UserId,
        /// The hospital they act in.
        hospital: HospitalId,
        /// Their roles there.
        roles: Vec<Role>,
    },
    /// A signed-in patient: sees their own record only.
    Patient {
        /// The account.
        user: UserId,
        /// The person.
        patient: PatientId,
        /// The hospital whose portal they use.
        hospital: HospitalId,
    },
    /// A bedside device that showed its token.
    Device {
        /// The device.
        device: DeviceId,
        /// The hospital that owns it.
        hospital: HospitalId,
    },
    /// The house itself: one named piece of its own work, in one hospital or over all of them.
    Worker {
        /// What it does.
        task: Task,
        /// The hospital it works in, when it works in one.
        hospital: Option<HospitalId>,
    },
    /// Nobody has signed in.
    Nobody,
}

/// Work that the house does by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Task {
    /// Fills an empty demo hospital.
    Seed,
    /// Checks who signs in and opens or ends their session.
    SignIn,
    /// Knows which device stands where and whom it measures, and watches for silence.
    Watch,
    /// Makes and drops partitions.
    Retain,
    /// Seals and verifies the audit, and tells the names in it.
    Trace,
}

impl Actor {
    /// The hospital in which this actor acts.
    pub fn hospital(&self) -> Option<HospitalId> {
        match self {
            Self::Staff { hospital, .. } | Self::Patient { hospital, .. } | Self::Device { hospital, .. } => {
                Some(*hospital)
            }
            Self::Worker { hospital, .. } => *hospital,
            Self::Nobody => None,
        }
    }

    /// The account behind this actor, when a person is.
    pub fn user(&self) -> Option<UserId> {
        match self {
            Self::Staff { user, .. } | Self::Patient { user, .. } => Some(*user),
            Self::Device { .. } | Self::Worker { .. } | Self::Nobody => None,
        }
    }

    /// Whether the actor acts in this role. Staff never act as a patient: who is both signs in to the other portal, so that the
    /// rights over one's own record never reach anybody else's.
    pub fn is(&self, role: Role) -> bool {
        match self {
            Self::Staff { roles, .. } => role != Role::Patient && roles.contains(&role),
            Self::Patient { .. } => role == Role::Patient,
            Self::Device { .. } | Self::Worker { .. } | Self::Nobody => false,
        }
    }
}
