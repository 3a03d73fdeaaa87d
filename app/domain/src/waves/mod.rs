//! The curves of a bedside monitor: [`Chunk`], what one channel drew in a short time; [`pack`], how a stretch of it is kept;
//! [`Ring`], the last ten minutes of one channel.
//!
//! They come by `POST /api/v1/devices/{device_id}/waves`; what lies around an alarm is written (`server/docs/waves.md`).
//!
//! A sample is never a row and never a float: it is a whole number of steps, and the chunk says how much one step is. The device
//! converted from volts to steps; to convert again would only lose.
//!
//! To add a channel: add it to [`Channel`] with its name on the wire and its unit, to [`Channel::ALL`], to the check
//! `alarm_curve_channel_known` by a migration, and its name for readers in `app/src/forms/alerts/strip.rs`.

mod chunk;
pub mod pack;
mod ring;

#[cfg(test)]
mod tests;

pub use chunk::{Chunk, FASTEST_HZ, LONGEST_SECONDS, SLOWEST_HZ, Sent};
pub use ring::{KEPT_SECONDS, Pushed, Ring, Stretch};

use serde::{Deserialize, Serialize};

/// What is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// ECG, limb lead II.
    EcgIi,
    /// ECG, a chest lead; which of them, the monitor says.
    EcgV,
    /// The plethysmogram of the pulse oximeter.
    Pleth,
    /// Breathing, by the impedance of the chest.
    Resp,
    /// Arterial pressure by a line.
    Abp,
}

impl Channel {
    /// All of them, in the order in which a monitor stacks them.
    pub const ALL: [Self; 5] = [Self::EcgIi, Self::EcgV, Self::Pleth, Self::Resp, Self::Abp];

    /// As devices spell it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::EcgIi => "ecg_ii",
            Self::EcgV => "ecg_v",
            Self::Pleth => "pleth",
            Self::Resp => "resp",
            Self::Abp => "abp",
        }
    }

    /// The unit in UCUM; `1` where the height means nothing by itself, as in a plethysmogram.
    pub const fn unit(self) -> &'static str {
        match self {
            Self::EcgIi | Self::EcgV => "mV",
            Self::Pleth => "1",
            Self::Resp => "Ohm",
            Self::Abp => "mm[Hg]",
        }
    }

    /// Reads what a device spelt.
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|channel| channel.name() == name)
    }
}
