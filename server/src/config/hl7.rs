//! Where machines that speak HL7 v2 are heard, and whether over TLS.

use std::net::SocketAddr;
use std::path::PathBuf;

use super::{switch, text};

/// The settings of the HL7 listener.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hl7Config {
    /// `WARDLIGHT_HL7_ADDR`: where it listens.
    pub addr: SocketAddr,
    /// `WARDLIGHT_HL7_CERT` and `WARDLIGHT_HL7_KEY`: the certificate and its key, as PEM files.
    pub tls: Option<(PathBuf, PathBuf)>,
}

impl Hl7Config {
    /// Reads the environment; none without an address.
    ///
    /// # Errors
    /// A sentence that names the setting and what would be right.
    pub fn from_env() -> Result<Option<Self>, String> {
        let file = |name: &str| text(name).map(PathBuf::from);
        Self::read(
            text("WARDLIGHT_HL7_ADDR").as_deref(),
            file("WARDLIGHT_HL7_CERT"),
            file("WARDLIGHT_HL7_KEY"),
            switch("WARDLIGHT_HL7_PLAIN")?,
        )
    }

    fn read(
        addr: Option<&str>,
        cert: Option<PathBuf>,
        key: Option<PathBuf>,
        plain: bool,
    ) -> Result<Option<Self>, String> {
        let tls = match (cert, key) {
            (Some(cert), Some(key)) => Some((cert, key)),
            (None, None) => None,
            _ => {
                return Err(
                    "WARDLIGHT_HL7_CERT and WARDLIGHT_HL7_KEY belong together: set both, or neither.".to_owned(),
                );
            }
        };
        let Some(addr) = addr else { return Ok(None) };
        let addr: SocketAddr = addr
            .trim()
            .parse()
            .map_err(|_| "WARDLIGHT_HL7_ADDR is no address and port. Write it as 127.0.0.1:2575.".to_owned())?;
        if !addr.ip().is_loopback() && tls.is_none() && !plain {
            return Err(format!(
                "HL7 is not heard on {addr} in clear, because others could read along: set WARDLIGHT_HL7_CERT and WARDLIGHT_HL7_KEY, or WARDLIGHT_HL7_PLAIN=1 when that network holds machines and nothing else."
            ));
        }
        Ok(Some(Self { addr, tls }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hl7_beyond_this_machine_wants_tls_or_a_word() {
        let file = || Some(PathBuf::from("file.pem"));
        let read = |addr: &str, cert, key, plain| Hl7Config::read(Some(addr), cert, key, plain);
        assert!(read("127.0.0.1:2575", None, None, false).unwrap().is_some());
        assert!(
            read("10.0.0.5:2575", None, None, false)
                .unwrap_err()
                .contains("WARDLIGHT_HL7_CERT")
        );
        assert!(
            read("10.0.0.5:2575", file(), file(), false)
                .unwrap()
                .unwrap()
                .tls
                .is_some()
        );
        assert!(read("10.0.0.5:2575", None, None, true).is_ok());
        assert!(read("10.0.0.5:2575", file(), None, true).is_err());
        assert!(read("2575", None, None, false).is_err());
        assert_eq!(Hl7Config::read(None, None, None, false), Ok(None));
    }
}
