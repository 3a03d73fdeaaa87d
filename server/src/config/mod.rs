//! Settings, all from the environment, read once at start. A wrong one is a sentence, not a panic.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use hospital::db::DatabaseConfig;
use hospital::keys::{KeySetting, Purpose};
use secrecy::SecretString;

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
    /// `WARDLIGHT_DEV`: pages reload themselves when the build changes.
    pub dev: bool,
    /// Whether this is the demo: accounts are shown at sign-in.
    pub demo: bool,
    /// `WARDLIGHT_MASTER_KEY_FILE` or `WARDLIGHT_MASTER_KEY`: the key that wraps all others. The demo makes its own.
    pub master_key: KeySetting,
    /// `WARDLIGHT_AUDIT_CHECKPOINTS`: the file of the audit's signed checkpoints.
    pub audit_checkpoints: PathBuf,
    /// The database.
    pub database: DatabaseConfig,
}

impl Config {
    /// Reads the environment.
    ///
    /// Errors: a sentence that names the setting, what is wrong with it, and what would be right.
    pub fn from_env(demo: bool) -> Result<Self, String> {
        let addr: SocketAddr = text("WARDLIGHT_ADDR")
            .unwrap_or_else(|| "127.0.0.1:3000".to_owned())
            .parse()
            .map_err(|_| "WARDLIGHT_ADDR is no address and port. Write it as 127.0.0.1:3000.".to_owned())?;
        let trusted_proxies = number("WARDLIGHT_TRUSTED_PROXY", 0, 0..=8)? as usize;
        crate::bind::check(addr, trusted_proxies > 0)?;
        let database = DatabaseConfig::from_env();
        let master_key = KeySetting::from_env(&database.data_dir);
        if !demo {
            // Before anything starts: a hospital that serves people is not opened without its key.
            master_key
                .open(Purpose::Serve)
                .map_err(|error| crate::commands::keys::sentence(&error))?;
        }
        Ok(Self {
            addr,
            site_root: text("WARDLIGHT_SITE_ROOT").map_or_else(|| PathBuf::from("target/site"), PathBuf::from),
            retention_days: number("WARDLIGHT_RETENTION_DAYS", 32, 1..=32)?,
            metrics_token: text("WARDLIGHT_METRICS_TOKEN").map(SecretString::from),
            trusted_proxies,
            dev: text("WARDLIGHT_DEV").is_some_and(|value| value == "1"),
            demo,
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

fn text(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.trim().is_empty())
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
