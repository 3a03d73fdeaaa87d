//! Identities: one newtype per thing, so that a bed is never taken for a patient.
//!
//! To add one, add a line to the list at the bottom; it serialises as a plain UUID.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&self.0, f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self.0)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text).map(Self)
            }
        }

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }
    )*};
}

ids! {
    /// A hospital: the house, its zone and its locale.
    HospitalId;
    /// A ward of a hospital.
    WardId;
    /// A bed of a ward.
    BedId;
    /// A person who signs in, staff or patient.
    UserId;
    /// The person who is cared for; one across hospitals.
    PatientId;
    /// A bedside device.
    DeviceId;
    /// A stretch of time in which one device measured one patient.
    DeviceSessionId;
    /// A gateway that speaks for machines.
    GatewayId;
    /// A program that uses the API for a hospital.
    ClientId;
    /// One consent, from given to withdrawn.
    ConsentId;
    /// One emergency opening of a record.
    BreakGlassId;
    /// One person's leave to see another's record.
    ProxyId;
    /// One alarm, from raised to closed, with its repeats.
    AlarmId;
    /// One conversation of two.
    RoomId;
    /// One message of a conversation.
    MessageId;
    /// One critical value, from reported to closed.
    CriticalId;
    /// One call of a patient for their nurse.
    CallId;
}
