//! Why there is no master key, each as one sentence: what, why, how to mend. Never a key.

use std::io;
use std::path::PathBuf;

/// Why there is no master key.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum KeyError {
    /// None is set, outside of the demo.
    #[error(
        "no master key is set: make one with `(umask 077; printf '1:%s\\n' \"$(openssl rand -base64 32)\" > /path/to/master-key)`, \
         keep a copy apart from the backups, and name the file in WARDLIGHT_MASTER_KEY_FILE"
    )]
    Missing,
    /// Both settings are there, and nobody says which counts.
    #[error("both WARDLIGHT_MASTER_KEY_FILE and WARDLIGHT_MASTER_KEY are set: keep the file and leave the other out")]
    Both,
    /// The file cannot be read or made.
    #[error("the master key in {} could not be read or made", path.display())]
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// Others can read the file.
    #[error("others can read the master key in {}: run `chmod 600 {}`, and think of the key as known to them", path.display(), path.display())]
    Open {
        /// Which.
        path: PathBuf,
    },
    /// A line is no key.
    #[error(
        "a line of the master key is no key: write `1:` and 32 random bytes in base64 or hex, such as `openssl rand -base64 32` makes them"
    )]
    NoKey,
    /// There are no lines.
    #[error(
        "the master key is empty: write `1:` and 32 random bytes in base64 or hex, such as `openssl rand -base64 32` makes them"
    )]
    Empty,
    /// A version stands twice.
    #[error(
        "version {0} of the master key stands twice: keep the one that is in use, and give the new one a higher number"
    )]
    Twice(u32),
    /// Nobody drew it at random.
    #[error(
        "version {0} of the master key {1}: it must be 32 random bytes, such as `openssl rand -base64 32` makes them"
    )]
    Weak(u32, &'static str),
    /// It is the demo's, outside of the demo.
    #[error("the master key is the demo's own: a hospital that serves people needs one that no demo ever used")]
    Demo,
}
