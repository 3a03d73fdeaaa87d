//! The file with the devices' tokens: JSON, an array of `{"device_id", "token", "bed", "recording"}`, readable by its owner only.

use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use domain::ids::DeviceId;
use secrecy::SecretString;
use serde::{Deserialize, Deserializer};

/// One device that is played.
#[derive(Clone, Debug, Deserialize)]
pub struct Credential {
    /// Which device.
    pub device_id: DeviceId,
    /// Its token, as `wardlight device token` showed it.
    #[serde(deserialize_with = "secret")]
    pub token: SecretString,
    /// The bed at which it stands, for the log.
    pub bed: u16,
    /// The recording that plays on it, such as `bed_01`.
    pub recording: String,
}

/// What is wrong with the file.
#[derive(Debug, thiserror::Error)]
pub enum CredentialsError {
    /// It cannot be read.
    #[error("The devices' tokens cannot be read from {path}: {fault}.")]
    Unreadable {
        /// Which file.
        path: PathBuf,
        /// Why.
        fault: std::io::Error,
    },
    /// Others could read it.
    #[error("{0} holds tokens and others may read it. Run: chmod 600 {0}")]
    Open(PathBuf),
    /// It is not the JSON it should be. The text of the error is left out: it could hold a token.
    #[error("{path} is not a JSON array of device_id, token, bed and recording (line {line}).")]
    Json {
        /// Which file.
        path: PathBuf,
        /// Where it stops being that.
        line: usize,
    },
}

impl Credential {
    /// Reads all credentials.
    ///
    /// # Errors
    /// The file cannot be read, may be read by others, or is not the expected JSON.
    pub fn read(path: &Path) -> Result<Vec<Self>, CredentialsError> {
        let unreadable = |fault| CredentialsError::Unreadable {
            path: path.to_owned(),
            fault,
        };
        let mode = std::fs::metadata(path).map_err(unreadable)?.permissions().mode();
        if mode & 0o077 != 0 {
            return Err(CredentialsError::Open(path.to_owned()));
        }
        let text = std::fs::read_to_string(path).map_err(unreadable)?;
        serde_json::from_str(&text).map_err(|error| CredentialsError::Json {
            path: path.to_owned(),
            line: error.line(),
        })
    }
}

fn secret<'de, D: Deserializer<'de>>(deserializer: D) -> Result<SecretString, D::Error> {
    String::deserialize(deserializer).map(SecretString::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str =
        r#"[{"device_id": "9c2e71c2-c1ba-573b-885a-204c8f43339a", "token": "t0ken", "bed": 1, "recording": "bed_01"}]"#;

    /// What comes of a file with this text and mode.
    fn read(name: &str, text: &str, mode: u32) -> Result<Vec<Credential>, CredentialsError> {
        let path = std::env::temp_dir().join(format!("wardlight-credentials-{}-{name}", std::process::id()));
        std::fs::write(&path, text).expect("written");
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(mode)).expect("mode");
        let read = Credential::read(&path);
        std::fs::remove_file(&path).expect("removed");
        read
    }

    #[test]
    fn a_private_file_is_read_and_a_token_is_never_printed() {
        let read = read("good", GOOD, 0o600).expect("credentials");
        assert_eq!(
            read.first().map(|one| (one.bed, one.recording.as_str())),
            Some((1, "bed_01"))
        );
        assert!(!format!("{read:?}").contains("t0ken"));
    }

    #[test]
    fn a_file_that_others_may_read_is_refused() {
        assert!(matches!(read("open", GOOD, 0o640), Err(CredentialsError::Open(_))));
    }

    #[test]
    fn what_is_wrong_is_said_without_the_token() {
        let error = read("bad", &GOOD.replace("\"bed\": 1", "\"bed\": \"t0ken\""), 0o600).expect_err("refused");
        assert!(!error.to_string().contains("t0ken"), "{error}");
    }
}
