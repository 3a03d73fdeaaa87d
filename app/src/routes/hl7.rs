//! The addresses of gateways, and of what machines sent as HL7.

use domain::ids::DeviceId;
use domain::time::Moment;
use uuid::Uuid;

use super::escaped;

/// Gateways of the hospital, and the door that makes one.
pub const GATEWAYS: &str = "/hospital/gateways";
/// The door that gives a gateway another token.
pub const GATEWAY_TOKEN: &str = "/hospital/gateways/token";
/// The door that ends a gateway.
pub const GATEWAY_END: &str = "/hospital/gateways/end";
/// The door that puts a machine on a gateway's list.
pub const GATEWAY_ADD: &str = "/hospital/gateways/add";
/// The door that takes one from it.
pub const GATEWAY_REMOVE: &str = "/hospital/gateways/remove";

/// The gateways after the one of this name.
pub fn gateways_after(name: &str) -> String {
    format!("{GATEWAYS}?after={}", escaped(name))
}

/// What a machine sent as HL7.
pub fn machine_messages(device: DeviceId) -> String {
    format!("/devices/{device}/messages")
}

/// The same, before a message.
pub fn machine_messages_before(device: DeviceId, (at, id): (Moment, Uuid)) -> String {
    format!("{}?before={}.{id}", machine_messages(device), at.0)
}

/// Where that list goes on, as [`machine_messages_before`] writes it.
pub fn read_message_before(text: &str) -> Option<(Moment, Uuid)> {
    let (at, id) = text.split_once('.')?;
    Some((Moment(at.parse().ok()?), Uuid::parse_str(id).ok()?))
}

/// One message of a machine.
pub fn machine_message(device: DeviceId, message: Uuid) -> String {
    format!("{}/{message}", machine_messages(device))
}
