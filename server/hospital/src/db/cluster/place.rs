//! Where the private cluster lies. Below the data folder (`home`) there are
//!
//! - `lock`: one server a folder;
//! - `secrets/database`: the superuser's password, readable by us alone;
//! - `postgres/`: the cluster: `data`, `log` and `run` (the socket);
//! - `postgres-folder`, only where the user `postgres` cannot walk down to `home` (a clone under `/root`): the path of the cluster, which
//!   lies below [`ELSEWHERE`] then. Who removes `home` removes that path too.

use std::fs::{self, DirBuilder, File};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use secrecy::{ExposeSecret, SecretString};

use super::super::error::{DatabaseError, Result};
use super::super::secret;
use super::account::Account;

/// Where the cluster of a folder lies that the user `postgres` cannot enter.
const ELSEWHERE: &str = "/var/lib/wardlight";
/// `sun_path` holds 108 bytes with its zero; PostgreSQL adds `/.s.PGSQL.5432` and, for the lock file, `.lock`.
const LONGEST_SOCKET_FOLDER: usize = 107 - "/.s.PGSQL.5432.lock".len();

/// The folders of one private cluster.
#[derive(Clone, Debug)]
pub(super) struct Place {
    /// The data folder, in its one true spelling.
    pub home: PathBuf,
    /// What PostgreSQL owns.
    pub cluster: PathBuf,
    /// The folder of the unix socket.
    pub socket: PathBuf,
    /// As whom PostgreSQL runs, when not as we do.
    pub account: Option<Account>,
}

impl Place {
    /// Makes the data folder if it is missing and answers its one true spelling.
    pub fn home(data_dir: &Path) -> Result<PathBuf> {
        // Root's home must let the user postgres through; anybody else's needs nobody.
        let mode = if Account::needed()?.is_some() { 0o711 } else { 0o700 };
        make(data_dir, mode)?;
        fs::canonicalize(data_dir).map_err(DatabaseError::folder("could not enter the folder", data_dir))
    }

    /// Finds or chooses the cluster's folders. Call it with the lock held when the cluster may be new.
    pub fn of(home: PathBuf) -> Result<Self> {
        let account = Account::needed()?;
        let cluster = match account {
            None => home.join("postgres"),
            Some(account) => cluster_of_root(&home, account)?,
        };
        make_for(&cluster, account)?;
        let socket = socket_folder(&cluster, account.is_some());
        Ok(Self {
            home,
            cluster,
            socket,
            account,
        })
    }

    /// PostgreSQL's data directory.
    pub fn data(&self) -> PathBuf {
        self.cluster.join("data")
    }

    /// Where PostgreSQL writes its log.
    pub fn log(&self) -> PathBuf {
        self.cluster.join("log")
    }

    /// The release that made the data, when there are any.
    pub fn made_by(&self) -> Result<Option<u32>> {
        let path = self.data().join("PG_VERSION");
        match fs::read_to_string(&path) {
            Ok(text) => Ok(text.trim().parse().ok()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(DatabaseError::folder("could not read", &path)(error)),
        }
    }

    /// Makes the folders for log and socket, and sees that nobody else owns them.
    pub fn make_folders(&self) -> Result<()> {
        make_for(&self.log(), self.account)?;
        make_for(&self.socket, self.account)?;
        let found =
            fs::symlink_metadata(&self.socket).map_err(DatabaseError::folder("could not look at", &self.socket))?;
        let ours = fs::metadata(&self.cluster).map_err(DatabaseError::folder("could not look at", &self.cluster))?;
        if !found.is_dir() || found.uid() != ours.uid() || found.mode() & 0o077 != 0 {
            return Err(DatabaseError::Place {
                path: self.socket.clone(),
                why: "somebody else made this folder for the socket; remove it",
            });
        }
        Ok(())
    }

    /// The superuser's password; made at the first start, together with the data.
    pub fn password(&self) -> Result<SecretString> {
        let folder = self.home.join("secrets");
        let path = folder.join("database");
        match fs::read_to_string(&path) {
            Ok(text) => {
                let found = fs::metadata(&path).map_err(DatabaseError::folder("could not look at", &path))?;
                if found.mode() & 0o077 != 0 {
                    return Err(DatabaseError::Place {
                        path,
                        why: "others can read this secret; run `chmod 600` on it",
                    });
                }
                Ok(text.trim().to_owned().into())
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound && self.made_by()?.is_none() => {
                make(&folder, 0o700)?;
                let password = secret::random()?;
                write_private(&path, password.expose_secret())?;
                Ok(password)
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => Err(DatabaseError::Place {
                path,
                why: "the password of the data that lie here is gone; put it back, or remove the whole data folder to begin anew",
            }),
            Err(error) => Err(DatabaseError::folder("could not read", &path)(error)),
        }
    }
}

fn cluster_of_root(home: &Path, account: Account) -> Result<PathBuf> {
    let pointer = home.join("postgres-folder");
    if let Ok(path) = fs::read_to_string(&pointer) {
        let path = PathBuf::from(path.trim());
        if path.is_dir() {
            return Ok(path);
        }
        return Err(DatabaseError::Place {
            path: pointer,
            why: "the folder that it names is gone, with the data; remove this file to begin anew",
        });
    }
    if account.can_enter(home) {
        return Ok(home.join("postgres"));
    }
    // A new name each time: a cluster whose data folder was removed is never taken up by the next one.
    let hash = secret::short_hash(home.as_os_str().as_encoded_bytes());
    let once = secret::random()?;
    let name = format!("{hash}-{}", once.expose_secret().get(..8).unwrap_or_default());
    let cluster = Path::new(ELSEWHERE).join(name);
    make(Path::new(ELSEWHERE), 0o711)?;
    for old in fs::read_dir(ELSEWHERE).into_iter().flatten().flatten() {
        if old.file_name().to_string_lossy().starts_with(&hash) {
            tracing::warn!(
                "{} is left from an earlier data folder of this path; remove it when it is not needed",
                old.path().display()
            );
        }
    }
    make_for(&cluster, Some(account))?;
    write_private(&pointer, &cluster.to_string_lossy())?;
    tracing::info!(
        "the user postgres cannot enter {}, so the database lies in {}",
        home.display(),
        cluster.display()
    );
    Ok(cluster)
}

/// Beside the data, or in a short folder when that path is too long for a socket or holds letters that a setting would have to quote.
fn socket_folder(cluster: &Path, root: bool) -> PathBuf {
    let beside = cluster.join("run");
    let text = beside.as_os_str().as_encoded_bytes();
    let plain = text
        .iter()
        .all(|byte| byte.is_ascii_alphanumeric() || b"/._-".contains(byte));
    if plain && text.len() <= LONGEST_SOCKET_FOLDER {
        return beside;
    }
    Path::new(if root { "/run" } else { "/tmp" }).join(format!("wardlight-{}", secret::short_hash(text)))
}

fn make(folder: &Path, mode: u32) -> Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    DirBuilder::new()
        .recursive(true)
        .mode(mode)
        .create(folder)
        .map_err(DatabaseError::folder("could not make the folder", folder))
}

fn make_for(folder: &Path, account: Option<Account>) -> Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    make(folder, 0o700)?;
    account.map_or(Ok(()), |account| account.own(folder))
}

/// Whole or not at all: written beside, then renamed.
pub(super) fn write_private(path: &Path, text: &str) -> Result<()> {
    let beside = path.with_extension("new");
    let write = || {
        let mut file = File::options()
            .create(true)
            .truncate(true)
            .write(true)
            .mode(0o600)
            .open(&beside)?;
        writeln!(file, "{text}")?;
        file.sync_all()?;
        fs::rename(&beside, path)
    };
    write().map_err(DatabaseError::folder("could not write", path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_socket_lies_beside_the_data_unless_the_path_is_long_or_odd() {
        assert_eq!(
            socket_folder(Path::new("/srv/ward/postgres"), true),
            Path::new("/srv/ward/postgres/run")
        );
        for odd in [
            format!("/srv/{}", "x".repeat(90)),
            "/srv/with space".to_owned(),
            "/srv/it's".to_owned(),
        ] {
            let folder = socket_folder(Path::new(&odd), false);
            assert!(
                folder.starts_with("/tmp") && folder.as_os_str().len() <= LONGEST_SOCKET_FOLDER,
                "{folder:?}"
            );
        }
    }

    #[test]
    fn two_long_paths_do_not_share_a_socket() {
        let (one, two) = ("a".repeat(120), "b".repeat(120));
        assert_ne!(
            socket_folder(Path::new(&one), true),
            socket_folder(Path::new(&two), true)
        );
    }
}
