//! Who the private PostgreSQL runs as: ourselves, or the system user `postgres` when we are root, because PostgreSQL refuses root.

use std::fs;
use std::os::unix::fs::{MetadataExt, chown};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Command;

use super::super::error::{DatabaseError, Result};

/// A system user that is not the one we run as.
#[derive(Clone, Copy, Debug)]
pub(super) struct Account {
    uid: u32,
    gid: u32,
}

impl Account {
    /// `None` when we are an ordinary user: then PostgreSQL runs as we do.
    pub fn needed() -> Result<Option<Self>> {
        let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
        if effective_uid(&status) != Some(0) {
            return Ok(None);
        }
        let users = fs::read_to_string("/etc/passwd")
            .map_err(DatabaseError::folder("could not read", Path::new("/etc/passwd")))?;
        find(&users, "postgres").map(Some).ok_or(DatabaseError::NoAccount)
    }

    /// Makes it the owner of a file or folder.
    pub fn own(self, path: &Path) -> Result<()> {
        chown(path, Some(self.uid), Some(self.gid))
            .map_err(DatabaseError::folder("could not hand to the user postgres:", path))
    }

    /// Lets a program run as it. std drops the supplementary groups too.
    pub fn run(self, command: &mut Command) {
        command.gid(self.gid).uid(self.uid);
    }

    /// Whether it can walk down to this folder.
    pub fn can_enter(self, folder: &Path) -> bool {
        folder.ancestors().all(|step| {
            fs::metadata(step).is_ok_and(|it| {
                let bit = match () {
                    () if it.uid() == self.uid => 0o100,
                    () if it.gid() == self.gid => 0o010,
                    () => 0o001,
                };
                it.mode() & bit != 0
            })
        })
    }
}

/// Reads `Uid: real effective saved file` of `/proc/self/status`.
fn effective_uid(status: &str) -> Option<u32> {
    status
        .lines()
        .find_map(|line| line.strip_prefix("Uid:"))?
        .split_whitespace()
        .nth(1)?
        .parse()
        .ok()
}

fn find(users: &str, name: &str) -> Option<Account> {
    users.lines().find_map(|line| {
        let mut fields = line.split(':');
        (fields.next() == Some(name)).then_some(())?;
        let (uid, gid) = (fields.nth(1)?, fields.next()?);
        Some(Account {
            uid: uid.parse().ok()?,
            gid: gid.parse().ok()?,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_effective_user_is_the_second_number() {
        assert_eq!(
            effective_uid("Name:\tx\nUid:\t1000\t0\t1000\t1000\nGid:\t5\t5\t5\t5\n"),
            Some(0)
        );
        assert_eq!(effective_uid("nothing"), None);
    }

    #[test]
    fn an_account_is_found_by_its_whole_name() {
        let users = "root:x:0:0::/root:/bin/sh\npostgres2:x:7:8::/:/bin/sh\npostgres:x:101:104:PostgreSQL:/var/lib/postgresql:/bin/bash\n";
        let found = find(users, "postgres").unwrap();
        assert_eq!((found.uid, found.gid), (101, 104));
        assert!(find(users, "post").is_none());
    }

    #[test]
    fn a_folder_below_a_closed_one_cannot_be_entered() {
        use std::os::unix::fs::PermissionsExt;
        let top = std::env::temp_dir().join(format!("wardlight-enter-{}", std::process::id()));
        let below = top.join("below");
        fs::create_dir_all(&below).unwrap();
        let stranger = Account {
            uid: 64_001,
            gid: 64_001,
        };
        fs::set_permissions(&top, fs::Permissions::from_mode(0o755)).unwrap();
        let open = stranger.can_enter(&below);
        fs::set_permissions(&top, fs::Permissions::from_mode(0o700)).unwrap();
        let closed = stranger.can_enter(&below);
        fs::remove_dir_all(&top).unwrap();
        assert!(open && !closed);
    }
}
