//! TLS for the HL7 listener: a certificate and its key as PEM files, read once at the start.

use std::path::Path;
use std::sync::Arc;

use tokio::net::TcpStream;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::aws_lc_rs;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::server::TlsStream;

/// What accepts connections over TLS.
#[derive(Clone)]
pub struct Tls(tokio_rustls::TlsAcceptor);

impl Tls {
    /// With this chain of certificates and the key of its first.
    ///
    /// # Errors
    /// A sentence that names the file and what is wrong with it.
    pub fn read(chain: &Path, key: &Path) -> Result<Self, String> {
        let unread = |file: &Path, error: &dyn std::fmt::Display| {
            format!("WARDLIGHT_HL7_TLS: {} cannot be read as PEM: {error}.", file.display())
        };
        let certificates: Vec<CertificateDer<'static>> = CertificateDer::pem_file_iter(chain)
            .and_then(Iterator::collect)
            .map_err(|error| unread(chain, &error))?;
        let private = PrivateKeyDer::from_pem_file(key).map_err(|error| unread(key, &error))?;
        let config = ServerConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider()))
            .with_safe_default_protocol_versions()
            .map_err(|error| format!("WARDLIGHT_HL7_TLS: {error}."))?
            .with_no_client_auth()
            .with_single_cert(certificates, private)
            .map_err(|error| format!("WARDLIGHT_HL7_TLS: the certificate and the key do not fit together: {error}."))?;
        Ok(Self(tokio_rustls::TlsAcceptor::from(Arc::new(config))))
    }

    /// Comes to an understanding with a client.
    pub(super) async fn accept(&self, stream: TcpStream) -> std::io::Result<TlsStream<TcpStream>> {
        self.0.accept(stream).await
    }
}
