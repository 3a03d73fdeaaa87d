//! Who is at the other end: the connection's address, or, behind proxies that we were told of, what the outermost of them saw.

use std::convert::Infallible;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use axum::extract::{ConnectInfo, FromRequestParts};
use http::request::Parts;
use http::{Extensions, HeaderMap};

use crate::state::AppState;

/// The address of the client, for a handler.
#[derive(Clone, Copy, Debug)]
pub struct Peer(pub IpAddr);

impl FromRequestParts<AppState> for Peer {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Infallible> {
        Ok(Self(address(
            &parts.extensions,
            &parts.headers,
            state.config.trusted_proxies,
        )))
    }
}

/// The address of the client.
///
/// With `proxies` = n the last n entries of `X-Forwarded-For` were written by proxies of ours, so the n-th from the right is the client as
/// the outermost saw it. Everything left of it is the client's own say and is not looked at; with n = 0 the header is ignored, and a list
/// that is too short or holds something else falls back to the connection.
pub fn address(extensions: &Extensions, headers: &HeaderMap, proxies: usize) -> IpAddr {
    let connection = extensions
        .get::<ConnectInfo<SocketAddr>>()
        .map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |peer| peer.0.ip());
    forwarded(headers, proxies).unwrap_or(connection).to_canonical()
}

fn forwarded(headers: &HeaderMap, proxies: usize) -> Option<IpAddr> {
    let nth = proxies.checked_sub(1)?;
    let lines = headers.get_all("x-forwarded-for").iter().map(|line| line.to_str().ok());
    // One line that is no text makes the whole list untrustworthy.
    let all: Vec<&str> = lines
        .collect::<Option<Vec<_>>>()?
        .into_iter()
        .flat_map(|line| line.split(','))
        .map(str::trim)
        .collect();
    let entry = all.iter().rev().nth(nth)?;
    entry
        .parse()
        .ok()
        .or_else(|| entry.parse::<SocketAddr>().ok().map(|address| address.ip()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(header: &[&str], proxies: usize) -> String {
        let (mut extensions, mut headers) = (Extensions::new(), HeaderMap::new());
        extensions.insert(ConnectInfo(SocketAddr::from(([10, 0, 0, 9], 4_000))));
        for line in header {
            headers.append("x-forwarded-for", line.parse().unwrap());
        }
        address(&extensions, &headers, proxies).to_string()
    }

    #[test]
    fn without_a_proxy_the_header_is_what_a_stranger_says() {
        assert_eq!(seen(&["203.0.113.7"], 0), "10.0.0.9");
    }

    #[test]
    fn the_entry_of_the_outermost_proxy_counts_whatever_stands_left_of_it() {
        assert_eq!(seen(&["203.0.113.7"], 1), "203.0.113.7");
        assert_eq!(seen(&["1.1.1.1, 203.0.113.7"], 1), "203.0.113.7");
        assert_eq!(seen(&["1.1.1.1, 203.0.113.7", "10.0.0.8"], 2), "203.0.113.7");
        assert_eq!(seen(&["[2001:db8::1]:443"], 1), "2001:db8::1");
        assert_eq!(seen(&["::ffff:203.0.113.7"], 1), "203.0.113.7");
    }

    #[test]
    fn what_cannot_be_read_falls_back_to_the_connection() {
        assert_eq!(seen(&["unknown"], 1), "10.0.0.9");
        assert_eq!(seen(&["203.0.113.7"], 2), "10.0.0.9");
        assert_eq!(seen(&[], 1), "10.0.0.9");
    }
}
