//! Where the server may listen.

use std::net::SocketAddr;

/// A bind beyond loopback carries passwords and vitals over a network: it needs TLS in front.
///
/// Errors: one sentence that says what, why, and how to mend it.
pub fn check(addr: SocketAddr, behind_proxy: bool) -> Result<(), String> {
    if addr.ip().is_loopback() || behind_proxy {
        return Ok(());
    }
    Err(format!(
        "Wardlight does not listen on {addr}, because others could read along: put a TLS proxy in front and set WARDLIGHT_TRUSTED_PROXY to the number of proxies, or listen on 127.0.0.1."
    ))
}

#[cfg(test)]
mod tests {
    use super::check;

    #[test]
    fn loopback_needs_no_proxy_and_everything_else_does() {
        for (addr, behind_proxy, allowed) in [
            ("127.0.0.1:3000", false, true),
            ("[::1]:3000", false, true),
            ("0.0.0.0:3000", false, false),
            ("192.168.1.5:80", false, false),
            ("[::]:3000", false, false),
            ("0.0.0.0:3000", true, true),
        ] {
            let checked = addr.parse().map(|addr| check(addr, behind_proxy).is_ok());
            assert_eq!(checked, Ok(allowed), "{addr}");
        }
    }
}
