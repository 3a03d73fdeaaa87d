//! Forms that cause a mail are slow for whoever sends many: five mails to one address and thirty from one network in any 15 minutes. An address counts whether or
//! not anybody is known by it.

use std::net::{IpAddr, Ipv4Addr};

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::Desk;
use crate::layers::plain;
use crate::sign_in::throttle::{Minutes, Throttle};

/// Mails to one address in a window.
pub const PER_MAILBOX: usize = 5;
/// Forms from one network in a window.
pub const PER_NETWORK: usize = 30;

/// Who asked how often.
#[derive(Debug)]
pub struct Asking(Throttle);

impl Default for Asking {
    fn default() -> Self {
        Self(Throttle::of(PER_MAILBOX, PER_NETWORK))
    }
}

impl Asking {
    /// Counts a form for `mailbox`; the page that says to wait, when it is one too many. A form without one causes no mail and does not count.
    pub fn count(&self, desk: &Desk, mailbox: &str) -> Option<Response> {
        if mailbox.trim().is_empty() {
            return None;
        }
        let address = desk.caller.address.as_deref().and_then(|address| address.parse().ok());
        let address = address.unwrap_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED));
        let Minutes(minutes) = self.0.take(mailbox, address, desk.state.house.clock.now()).err()?;
        let unit = if minutes == 1 { "minute" } else { "minutes" };
        let sentence =
            format!("This form was sent many times. Wait {minutes} {unit}, and look into your mail meanwhile.");
        let mut answer = plain::page(StatusCode::TOO_MANY_REQUESTS, "Wait a moment", &sentence, None).into_response();
        answer
            .headers_mut()
            .insert(header::RETRY_AFTER, HeaderValue::from(minutes * 60));
        Some(answer)
    }
}
