//! Hospitals, wards and beds, as pages show them.

pub mod places;

use serde::{Deserialize, Serialize};

use crate::alerts::Alarm;
use crate::alerts::limits::PatientLimit;
use crate::ids::{BedId, DeviceId, WardId};
use crate::live::PatientNow;
use crate::patients::{Person, Series};
use crate::telemetry::SystemStatus;
use crate::time::{Moment, Zone};

/// What the board of a ward opens with.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WardBoard {
    /// Which ward.
    pub ward: WardId,
    /// Its name.
    pub name: String,
    /// The hospital's name.
    pub hospital: String,
    /// The hospital's zone.
    pub zone: Zone,
    /// When the server gathered this.
    pub rendered_at: Moment,
    /// Beds by number.
    pub beds: Vec<Bed>,
    /// Alarms that are not closed.
    pub alarms: Vec<Alarm>,
    /// Other wards of the hospital, to switch to.
    pub wards: Vec<WardName>,
    /// Whether it has chairs for dialysis.
    #[serde(default)]
    pub has_chairs: bool,
}

/// A ward's name, for a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WardName {
    /// The ward.
    pub id: WardId,
    /// Its name.
    pub name: String,
}

/// One bed and who lies in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Bed {
    /// The bed.
    pub id: BedId,
    /// Its number in the ward.
    pub number: u16,
    /// Who is measured in it; none when the bed is free.
    pub occupant: Option<Occupant>,
}

/// Who lies in a bed, with values as known now.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Occupant {
    /// Who.
    pub person: Person,
    /// Values as known now.
    pub now: PatientNow,
    /// The last 30 minutes of heart rate, SpO2 and pressure.
    pub recent: Vec<Series>,
    /// Limits of this patient that replace the defaults.
    pub limits: Vec<PatientLimit>,
}

/// A hospital in figures, for whoever runs it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HospitalToday {
    /// Its name.
    pub name: String,
    /// Its zone.
    pub zone: Zone,
    /// When the server gathered this.
    pub rendered_at: Moment,
    /// Wards with their beds.
    pub wards: Vec<WardToday>,
    /// Devices: all, and how many were heard in the last ten seconds.
    pub devices: (u32, u32),
    /// Accounts by role, in the order of `Role::ALL`.
    pub accounts: Vec<(String, u32)>,
}

/// A ward in squares.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WardToday {
    /// The ward.
    pub ward: WardName,
    /// Its beds in the order of their numbers: whether somebody is measured there.
    pub beds: Vec<bool>,
}

/// A device in the list of whoever keeps it running.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DeviceRow {
    /// The device.
    pub id: DeviceId,
    /// Its name, such as `Monitor 7`.
    pub name: String,
    /// Model and serial.
    pub model: String,
    /// Serial number.
    pub serial: String,
    /// Ward and bed, when it stands at one.
    pub place: Option<(String, u16)>,
    /// When it was last heard.
    pub heard_at: Option<Moment>,
    /// Neither heartbeat nor reading for ten seconds.
    pub silent: bool,
    /// What it says of itself.
    pub status: Option<SystemStatus>,
    /// Firmware.
    pub firmware: Option<String>,
    /// Readings that wait in the device.
    pub waiting: i64,
}

/// The list of devices, keyset-paged by name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DevicePage {
    /// The hospital's zone.
    pub zone: Zone,
    /// When the server gathered this.
    pub rendered_at: Moment,
    /// Rows by name.
    pub rows: Vec<DeviceRow>,
    /// The name after which the next page begins.
    pub next: Option<String>,
}
