//! How mails leave: into a folder of the data, or by a mail server.

use std::fmt;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use hospital::mail::Post;
use hospital::mail::outbox::Outbox;
use hospital::mail::smtp::{Smtp, sender};
use secrecy::SecretString;

use super::text;

/// The settings of mail.
#[derive(Clone)]
pub struct MailConfig {
    /// `WARDLIGHT_SMTP_URL`: the mail server; without it mails stay in `outbox` under the data folder.
    pub smtp: Option<SecretString>,
    /// `WARDLIGHT_MAIL_FROM`: who writes.
    pub from: String,
    /// `WARDLIGHT_PUBLIC_URL`: how people reach this server; links in mails begin with it. Never taken from a request, which anybody can write.
    pub url: String,
    /// Where mails lie without a mail server.
    pub outbox: PathBuf,
}

impl MailConfig {
    /// Reads the environment; links begin with `addr` when nothing else is said.
    ///
    /// Errors: a sentence that names the setting, what is wrong with it, and what would be right.
    pub fn from_env(addr: SocketAddr) -> Result<Self, String> {
        let url = text("WARDLIGHT_PUBLIC_URL").unwrap_or_else(|| format!("http://{addr}"));
        let is_web = url.starts_with("https://") || url.starts_with("http://");
        if !is_web || url.contains(['?', '#', ' ']) {
            return Err(
                "WARDLIGHT_PUBLIC_URL is no address of a site. Write it as https://wardlight.hospital.example."
                    .to_owned(),
            );
        }
        let from = text("WARDLIGHT_MAIL_FROM").unwrap_or_else(|| "Wardlight <wardlight@localhost>".to_owned());
        sender(&from)?;
        let data = text("WARDLIGHT_DATA_DIR").map_or_else(|| PathBuf::from(".wardlight"), PathBuf::from);
        Ok(Self {
            smtp: text("WARDLIGHT_SMTP_URL").map(SecretString::from),
            from,
            url,
            outbox: data.join("outbox"),
        })
    }

    /// For tests, whose houses keep mails in memory.
    pub fn for_tests() -> Self {
        Self {
            smtp: None,
            from: "Wardlight <wardlight@localhost>".to_owned(),
            url: "http://wardlight.test".to_owned(),
            outbox: std::env::temp_dir(),
        }
    }

    /// The post of a house.
    ///
    /// Errors: a sentence when the address of the mail server cannot be read.
    pub fn post(&self) -> Result<Post, String> {
        Ok(match &self.smtp {
            Some(url) => Post::new(Arc::new(Smtp::new(url, &self.from)?), &self.url),
            None => Post::new(Arc::new(Outbox::new(self.outbox.clone(), &self.from)), &self.url),
        })
    }
}

impl fmt::Debug for MailConfig {
    /// Without the address of the mail server, which may hold a password.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MailConfig")
            .field("url", &self.url)
            .field("has_server", &self.smtp.is_some())
            .finish_non_exhaustive()
    }
}
