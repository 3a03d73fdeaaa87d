//! Alarms: listed, acknowledged, their sound paused. They are raised and ended by the recorder (`telemetry`), in the transaction of their readings.

mod acknowledge;
mod list;
pub(crate) mod row;

pub use acknowledge::{acknowledge, pause_sound};
pub(crate) use list::alarms_of_devices;
