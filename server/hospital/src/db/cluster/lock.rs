//! One server a folder: a lock file that the kernel frees when its holder ends, however it ends.
//!
//! A program that the holder was just starting (`fork` before `exec`) shares the lock for that instant, so a taker asks a few times
//! before it believes the refusal.

use std::fs::{File, TryLockError};
use std::io::{Read, Seek, Write};
use std::path::Path;
use std::thread;
use std::time::Duration;

use super::super::error::{DatabaseError, Result};

/// How often, and how far apart, the lock is asked for before the folder counts as taken.
const TRIES: usize = 10;
const PAUSE: Duration = Duration::from_millis(50);

/// Held as long as it lives.
#[derive(Debug)]
pub(super) struct FolderLock {
    _file: File,
}

impl FolderLock {
    /// Takes the folder, or says who holds it ([`DatabaseError::InUse`]).
    pub fn take(home: &Path) -> Result<Self> {
        let path = home.join("lock");
        let mut file = File::options()
            .create(true)
            .truncate(false)
            .read(true)
            .write(true)
            .open(&path)
            .map_err(DatabaseError::folder("could not open the lock file", &path))?;
        let asked = (1..TRIES).find_map(|_| match file.try_lock() {
            Err(TryLockError::WouldBlock) => {
                thread::sleep(PAUSE);
                None
            }
            answer => Some(answer),
        });
        match asked.unwrap_or_else(|| file.try_lock()) {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let mut pid = String::new();
                let read = file.read_to_string(&mut pid).is_ok() && !pid.trim().is_empty();
                let pid = if read {
                    pid.trim().to_owned()
                } else {
                    "unknown".to_owned()
                };
                return Err(DatabaseError::InUse {
                    home: home.to_owned(),
                    pid,
                });
            }
            Err(TryLockError::Error(source)) => {
                return Err(DatabaseError::Folder {
                    doing: "could not lock",
                    path,
                    source,
                });
            }
        }
        let write = file
            .set_len(0)
            .and_then(|()| file.rewind())
            .and_then(|()| writeln!(file, "{}", std::process::id()));
        write.map_err(DatabaseError::folder("could not write the lock file", &path))?;
        Ok(Self { _file: file })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_second_taker_is_told_who_holds_it_and_gets_it_when_free() {
        let home = std::env::temp_dir().join(format!("wardlight-lock-{}", std::process::id()));
        std::fs::create_dir_all(&home).unwrap();
        let first = FolderLock::take(&home).unwrap();
        let refusal = FolderLock::take(&home).unwrap_err().to_string();
        drop(first);
        let third = FolderLock::take(&home).is_ok();
        std::fs::remove_dir_all(&home).unwrap();
        assert!(
            refusal.contains(&format!("process {}", std::process::id())),
            "{refusal}"
        );
        assert!(third);
    }
}
