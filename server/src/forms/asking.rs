//! Forms that cause a mail are slow for whoever sends many (`throttle::Route::{Recovery, Registration}`). An address counts whether or not anybody is known by it.

use std::net::{IpAddr, Ipv4Addr};

use axum::response::Response;
use hospital::identity::Origin;

use super::Desk;
use crate::sign_in::device::Browser;
use crate::throttle::{self, Route};

/// Counts a form for `mailbox`; the page that says to wait, when it is one too many. A form without one causes no mail and does not count.
pub fn count(desk: &Desk, route: Route, mailbox: &str) -> Option<Response> {
    if mailbox.trim().is_empty() {
        return None;
    }
    let now = desk.state.house.clock.now();
    let wait = desk.state.throttle.take(route, mailbox, address(desk), now).err()?;
    Some(throttle::refusal(false, wait))
}

/// From where they ask, and with which browser.
pub fn origin(desk: &Desk) -> Origin {
    Browser::of(desk.headers()).origin(address(desk), desk.headers())
}

/// From where they ask.
pub fn address(desk: &Desk) -> IpAddr {
    let address = desk.caller.address.as_deref().and_then(|address| address.parse().ok());
    address.unwrap_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED))
}
