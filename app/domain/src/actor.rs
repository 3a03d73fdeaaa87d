//! Who asks: a signed-in person, a device, or one of the house's own workers.

use serde::{Deserialize, Serialize};

use crate::access::Action;
use crate::ids::{ClientId, DeviceId, HospitalId, PatientId, UserId, WardId};
use crate::patients::Section;

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
    /// Receives people and books what they need.
    Receptionist,
    /// Writes and follows bills.
    BillingClerk,
    /// Examines samples.
    LabTechnician,
    /// Comes when somebody calls for help.
    EmergencyResponder,
    /// Runs one hospital.
    HospitalAdmin,
    /// Runs the platform that carries the hospitals; sees no patient.
    SuperAdmin,
    /// Is cared for.
    Patient,
    /// Cares for somebody, who has let them see their record.
    Proxy,
}

impl Role {
    /// Every role, in the order in which a person with several is sent to a home.
    pub const ALL: [Self; 12] = [
        Self::Doctor,
        Self::Nurse,
        Self::Technician,
        Self::Pharmacist,
        Self::Receptionist,
        Self::BillingClerk,
        Self::LabTechnician,
        Self::EmergencyResponder,
        Self::HospitalAdmin,
        Self::SuperAdmin,
        Self::Patient,
        Self::Proxy,
    ];

    /// The name in the database and in the API.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Doctor => "doctor",
            Self::Nurse => "nurse",
            Self::Technician => "technician",
            Self::Pharmacist => "pharmacist",
            Self::Receptionist => "receptionist",
            Self::BillingClerk => "billing_clerk",
            Self::LabTechnician => "lab_technician",
            Self::EmergencyResponder => "emergency_responder",
            Self::HospitalAdmin => "hospital_admin",
            Self::SuperAdmin => "super_admin",
            Self::Patient => "patient",
            Self::Proxy => "proxy",
        }
    }

    /// The role of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.name() == name)
    }

    /// Whether people who work in a hospital hold it; a patient and who cares for them do not.
    pub const fn is_of_staff(self) -> bool {
        !matches!(self, Self::Patient | Self::Proxy)
    }

    /// What an employee id of this role begins with: `DOC` in `DOC-0012`; none for who is not employed.
    pub const fn prefix(self) -> Option<&'static str> {
        match self {
            Self::Doctor => Some("DOC"),
            Self::Nurse => Some("NUR"),
            Self::Technician => Some("TEC"),
            Self::Pharmacist => Some("PHA"),
            Self::Receptionist => Some("REC"),
            Self::BillingClerk => Some("BIL"),
            Self::LabTechnician => Some("LAB"),
            Self::EmergencyResponder => Some("EMR"),
            Self::HospitalAdmin => Some("ADM"),
            Self::SuperAdmin => Some("SUP"),
            Self::Patient | Self::Proxy => None,
        }
    }
}

/// A right that an admin granted or denied to one person, as far as it holds now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Exception {
    /// The right.
    pub action: Action,
    /// Granted, or denied.
    pub allowed: bool,
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
        /// The wards on which they are on duty now.
        wards: Vec<WardId>,
        /// Rights granted or denied to them alone.
        exceptions: Vec<Exception>,
    },
    /// A signed-in patient: sees their own record only.
    Patient {
        /// The account.
        user: UserId,
        /// The person.
        patient: PatientId,
        /// The hospital whose portal they use.
        hospital: HospitalId,
        /// Whether the hospital has switched their portal on.
        is_open: bool,
    },
    /// Somebody who cares for a patient and was let into their record: sees part of it, for a time.
    Proxy {
        /// Their own account.
        user: UserId,
        /// The patient.
        patient: PatientId,
        /// The hospital whose portal they use.
        hospital: HospitalId,
        /// The parts of the record that they may see.
        sections: Vec<Section>,
    },
    /// A program of a hospital, with scopes that an admin gave it.
    ApiClient {
        /// The program.
        client: ClientId,
        /// Its hospital.
        hospital: HospitalId,
        /// What it may do.
        scopes: Vec<Action>,
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
    /// Chains and signs the audit.
    Seal,
    /// Keeps the keys of what is sealed.
    Keys,
    /// Runs jobs that were left for later.
    Jobs,
    /// Hears that who may read whom has changed.
    Rights,
    /// Finds a person by health id and date of birth, for an emergency.
    Find,
}

impl Actor {
    /// The hospital in which this actor acts.
    pub fn hospital(&self) -> Option<HospitalId> {
        match self {
            Self::Staff { hospital, .. }
            | Self::Patient { hospital, .. }
            | Self::Proxy { hospital, .. }
            | Self::Device { hospital, .. }
            | Self::ApiClient { hospital, .. } => Some(*hospital),
            Self::Worker { hospital, .. } => *hospital,
            Self::Nobody => None,
        }
    }

    /// The account behind this actor, when a person is.
    pub fn user(&self) -> Option<UserId> {
        match self {
            Self::Staff { user, .. } | Self::Patient { user, .. } | Self::Proxy { user, .. } => Some(*user),
            Self::Device { .. } | Self::ApiClient { .. } | Self::Worker { .. } | Self::Nobody => None,
        }
    }

    /// The patient on whose behalf this actor acts: their own record, or that of somebody they care for.
    pub fn on_behalf_of(&self) -> Option<PatientId> {
        match self {
            Self::Patient { patient, .. } | Self::Proxy { patient, .. } => Some(*patient),
            _ => None,
        }
    }

    /// A member of staff with these roles, on duty nowhere and without exceptions: for the house's own work and for tests.
    pub fn staff(user: UserId, hospital: HospitalId, roles: impl Into<Vec<Role>>) -> Self {
        Self::Staff {
            user,
            hospital,
            roles: roles.into(),
            wards: Vec::new(),
            exceptions: Vec::new(),
        }
    }

    /// Whether the actor is on duty on this ward now.
    pub fn is_on_duty(&self, ward: WardId) -> bool {
        matches!(self, Self::Staff { wards, .. } if wards.contains(&ward))
    }

    /// Whether the actor acts in this role. Staff never act as a patient: who is both signs in to the other portal, so that the
    /// rights over one's own record never reach anybody else's.
    pub fn is(&self, role: Role) -> bool {
        match self {
            Self::Staff { roles, .. } => role.is_of_staff() && roles.contains(&role),
            Self::Patient { .. } => role == Role::Patient,
            Self::Proxy { .. } => role == Role::Proxy,
            Self::Device { .. } | Self::ApiClient { .. } | Self::Worker { .. } | Self::Nobody => false,
        }
    }
}
