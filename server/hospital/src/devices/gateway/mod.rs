//! Gateways: one credential that speaks for a list of machines, as JSON (`POST /api/v1/devices/batch`) or as HL7 over MLLP.
//!
//! | verb | does |
//! | --- | --- |
//! | [`of_token`], [`of_sender`] | who speaks: by a token, or by the names and the network of an HL7 sender |
//! | [`gateways`] | those of the hospital, with their machines |
//! | [`make`], [`renew`], [`end`] | a new one with its token; another token; no more of it |
//! | [`add_machine`], [`remove_machine`] | for whom it speaks |
//!
//! What a gateway posts is posted as the machine that measured it ([`Gateway::machine`] says which): the same right, the same writer, the same alarms.

mod authenticate;
mod list;
mod machines;
mod make;

pub use authenticate::{Gateway, Machine, of_sender, of_token, zone_of_machine};
pub use list::{GatewayPage, GatewayRow, gateways};
pub use machines::{add_machine, remove_machine};
pub use make::{NewGateway, end, make, renew};

/// The prefix by which a leaked token of a gateway is recognised.
pub const PREFIX: &str = "wlg_";
/// The prefix of a device's own token.
pub const OF_DEVICE: &str = "wld_";
