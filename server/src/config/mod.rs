//! Settings, all from the environment, read once at start. A wrong one is a sentence, not a panic.

pub mod check;
pub mod hl7;
pub mod mail;

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use hospital::db::DatabaseConfig;
use hospital::keys::KeySetting;
use secrecy::SecretString;

pub use hl7::Hl7Config;
use mail::MailConfig;

/// What the server is told.
#[derive(Debug)]
pub struct Config {
    /// `WARDLIGHT_ADDR`: where it listens. Beyond loopback it needs TLS in front and a trusted proxy.
    pub addr: SocketAddr,
    /// `WARDLIGHT_SITE_ROOT`: scripts, styles and pictures, as the build laid them out.
    pub site_root: PathBuf,
    /// `WARDLIGHT_RETENTION_DAYS`: how long raw readings are kept, 1 to 32.
    pub retention_days: u32,
    /// `WARDLIGHT_METRICS_TOKEN`: who may read `/metrics`; nobody without it.
    pub metrics_token: Option<SecretString>,
    /// `WARDLIGHT_TRUSTED_PROXY`: how many proxies stand in front; 0 for none.
    pub trusted_proxies: usize,
    /// `WARDLIGHT_TLS`: browsers reach us over TLS, by a proxy of ours; they are told to stay with it.
    pub behind_tls: bool,
    /// `WARDLIGHT_CONNECTIONS`: how many connections may be open at a time.
    pub connections: usize,
    /// `WARDLIGHT_HL7_ADDR` and what goes with it: where machines that speak HL7 v2 are heard; nowhere without it.
    pub hl7: Option<Hl7Config>,
    /// `WARDLIGHT_DEV`: pages reload themselves when the build changes.
    pub dev: bool,
    /// Whether this is the demo: accounts are shown at sign-in.
    pub demo: bool,
    /// How mails leave.
    pub mail: MailConfig,
    /// `WARDLIGHT_MASTER_KEY_FILE` or `WARDLIGHT_MASTER_KEY`: the key that wraps all others. The demo makes its own.
    pub master_key: KeySetting,
    /// `WARDLIGHT_AUDIT_CHECKPOINTS`: the file of the audit's signed checkpoints.
    pub audit_checkpoints: PathBuf,
    /// The database.
    pub database: DatabaseConfig,
}

impl Config {
    /// Whether only this machine reaches us: we listen on loopback, and no proxy hands on what others ask.
    pub fn is_alone(&self) -> bool {
        self.addr.ip().is_loopback() && self.trusted_proxies == 0
    }

    /// Reads the environment, to serve. Outside of the demo nothing is served with secrets that are missing or weak.
    ///
    /// Errors: a sentence that names the setting, what is wrong with it, and what would be right.
    pub fn from_env(demo: bool) -> Result<Self, String> {
        let config = Self::read(demo)?;
        crate::bind::check(config.addr, config.trusted_proxies > 0)?;
        let wrong = check::secrets(&config)
            .into_iter()
            .filter(|it| it.grade == check::Grade::Mend);
        let wrong: Vec<String> = wrong
            .filter(|_| !demo)
            .map(|it| format!("{}: {}", it.what, it.says))
            .collect();
        if wrong.is_empty() {
            Ok(config)
        } else {
            Err(wrong.join("\n"))
        }
    }

    /// Reads the environment.
    ///
    /// Errors: a sentence that names the setting that cannot be read, and what would be right.
    pub fn read(demo: bool) -> Result<Self, String> {
        let addr: SocketAddr = text("WARDLIGHT_ADDR")
            .unwrap_or_else(|| "127.0.0.1:3000".to_owned())
            .parse()
            .map_err(|_| "WARDLIGHT_ADDR is no address and port. Write it as 127.0.0.1:3000.".to_owned())?;
        let trusted_proxies = number("WARDLIGHT_TRUSTED_PROXY", 0, 0..=8)? as usize;
        let database = DatabaseConfig::from_env();
        let master_key = KeySetting::from_env(&database.data_dir);
        Ok(Self {
            addr,
            site_root: text("WARDLIGHT_SITE_ROOT").map_or_else(|| PathBuf::from("target/site"), PathBuf::from),
            retention_days: number("WARDLIGHT_RETENTION_DAYS", 32, 1..=32)?,
            metrics_token: text("WARDLIGHT_METRICS_TOKEN").map(SecretString::from),
            trusted_proxies,
            behind_tls: switch("WARDLIGHT_TLS")?,
            connections: number("WARDLIGHT_CONNECTIONS", 4_096, 16..=100_000)? as usize,
            hl7: Hl7Config::from_env()?,
            dev: text("WARDLIGHT_DEV").is_some_and(|value| value == "1"),
            demo,
            mail: MailConfig::from_env(addr)?,
            audit_checkpoints: checkpoints_file(&database.data_dir),
            master_key,
            database,
        })
    }
}

/// `WARDLIGHT_AUDIT_CHECKPOINTS`, or `audit-checkpoints` in the data folder. Best on another disk, where the database's administrator cannot write.
pub fn checkpoints_file(data_dir: &Path) -> PathBuf {
    text("WARDLIGHT_AUDIT_CHECKPOINTS").map_or_else(|| data_dir.join("audit-checkpoints"), PathBuf::from)
}

/// A setting as it stands in the environment; empty is the same as not set.
pub fn text(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.trim().is_empty())
}

pub(super) fn switch(name: &str) -> Result<bool, String> {
    match text(name).as_deref().map(str::trim) {
        None | Some("0") => Ok(false),
        Some("1") => Ok(true),
        Some(_) => Err(format!("{name} is neither 0 nor 1. Set it so, or leave it out for 0.")),
    }
}

fn number(name: &str, default: u32, range: std::ops::RangeInclusive<u32>) -> Result<u32, String> {
    let Some(value) = text(name) else { return Ok(default) };
    let wrong = || {
        format!(
            "{name} is not a number from {} to {}. Set it so, or leave it out for {default}.",
            range.start(),
            range.end()
        )
    };
    value
        .trim()
        .parse()
        .ok()
        .filter(|number| range.contains(number))
        .ok_or_else(wrong)
}
