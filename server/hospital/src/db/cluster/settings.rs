//! The private cluster's settings: written to `wardlight.conf` in its data folder at each start, so that a new version of the program
//! brings its own. What an operator puts into `local.conf` beside it wins.

use std::fmt::Write as _;
use std::path::Path;

/// What a crash may cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Durability {
    /// An acknowledged commit survives a crash of the machine.
    Full,
    /// For tests: only a crash of the server process.
    TestOnly,
}

/// Appended once to `postgresql.conf`.
pub(super) const INCLUDES: &str = "\n# Wardlight's settings, written anew at each start; then yours.\n\
    include_if_exists = 'wardlight.conf'\ninclude_if_exists = 'local.conf'\n";

/// The text of `wardlight.conf`.
pub(super) fn settings(socket: &Path, durability: Durability) -> String {
    let safe = if durability == Durability::Full { "on" } else { "off" };
    let (connections, buffers) = if durability == Durability::Full {
        ("60", "256MB")
    } else {
        ("300", "64MB")
    };
    let socket = socket.display().to_string();
    let pairs = [
        // The only way in is the socket, and only for the user who runs the server.
        ("listen_addresses", ""),
        ("unix_socket_directories", &socket),
        ("unix_socket_permissions", "0700"),
        ("max_connections", connections),
        ("password_encryption", "scram-sha-256"),
        // Nothing acknowledged is lost. lz4 makes the full pages of the log small, and a wide max_wal_size makes them rare.
        ("fsync", safe),
        ("full_page_writes", safe),
        ("synchronous_commit", safe),
        ("wal_compression", "lz4"),
        ("max_wal_size", "4GB"),
        ("shared_buffers", buffers),
        ("random_page_cost", "1.1"),
        // Our statements are short: compiling them costs more than it saves.
        ("jit", "off"),
        ("timezone", "UTC"),
        // One log file a weekday, overwritten after a week. No statement and no value: those hold patient data. Errors reach the
        // application, which logs them by their code.
        ("logging_collector", "on"),
        ("log_directory", "../log"),
        ("log_filename", "postgres-%a.log"),
        ("log_truncate_on_rotation", "on"),
        ("log_rotation_age", "1d"),
        ("log_rotation_size", "0"),
        ("log_timezone", "UTC"),
        ("log_min_messages", "log"),
        ("log_min_error_statement", "panic"),
        ("log_error_verbosity", "terse"),
        ("log_statement", "none"),
        ("log_parameter_max_length", "0"),
        ("log_parameter_max_length_on_error", "0"),
    ];
    let mut text = String::from("# Written by Wardlight at each start. Put your own settings into local.conf.\n");
    for (name, value) in pairs {
        // Writing to a String does not fail. The socket's folder holds no quote (see place.rs).
        writeln!(text, "{name} = '{value}'").unwrap_or_default();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hospital_never_runs_without_fsync() {
        let text = settings(Path::new("/srv/run"), Durability::Full);
        for line in [
            "fsync = 'on'",
            "full_page_writes = 'on'",
            "synchronous_commit = 'on'",
            "listen_addresses = ''",
        ] {
            assert!(text.contains(line), "{line}");
        }
        assert!(settings(Path::new("/srv/run"), Durability::TestOnly).contains("fsync = 'off'"));
    }
}
