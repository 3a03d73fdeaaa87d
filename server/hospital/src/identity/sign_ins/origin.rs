//! Where a try comes from.

use std::net::IpAddr;

use crate::identity::sessions::SessionKey;

/// Where a try comes from, as far as the server saw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The address.
    pub address: String,
    /// The network it lies in.
    pub network: String,
    /// Browser and system in words.
    pub device: String,
    /// The hash of the cookie by which this browser is known; none for a program.
    pub browser: Option<SessionKey>,
}

impl Origin {
    /// From this address, with this device.
    pub fn new(address: impl Into<String>, device: impl Into<String>) -> Self {
        let address = address.into();
        Self {
            network: network(&address),
            address,
            device: device.into(),
            browser: None,
        }
    }

    /// Of the browser with this cookie.
    pub fn with(self, browser: SessionKey) -> Self {
        Self {
            browser: Some(browser),
            ..self
        }
    }

    /// Of a caller that does not say.
    pub fn unknown() -> Self {
        Self::new("", "Another program")
    }
}

/// The network of an address: a household or a ward. A client of IPv6 has 2^64 addresses to spend, one of IPv4 often gets the next of its provider's.
pub fn network(address: &str) -> String {
    match address.parse::<IpAddr>().map(|address| address.to_canonical()) {
        Ok(IpAddr::V4(address)) => {
            let [a, b, c, _] = address.octets();
            format!("{a}.{b}.{c}.0/24")
        }
        Ok(IpAddr::V6(address)) => format!("{}/64", std::net::Ipv6Addr::from(u128::from(address) >> 64 << 64)),
        Err(_) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_household_is_one_network() {
        assert_eq!(network("203.0.113.77"), "203.0.113.0/24");
        assert_eq!(network("::ffff:203.0.113.77"), "203.0.113.0/24");
        assert_eq!(network("2001:db8:0:7:1:2:3:4"), "2001:db8:0:7::/64");
        assert_eq!(network("not an address"), "");
    }
}
