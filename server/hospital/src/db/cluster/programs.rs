//! Finds PostgreSQL's own programs: `pg_config --bindir`, or Debian's folder per release. The newest from 15 on, and for a cluster that
//! exists already the release that made it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::super::error::{DatabaseError, Result};

/// The oldest release that has what the migrations use.
const OLDEST: u32 = 15;
const DEBIAN: &str = "/usr/lib/postgresql";

/// Where `postgres`, `initdb` and `pg_ctl` of one release lie.
#[derive(Clone, Debug)]
pub(super) struct Programs {
    folder: PathBuf,
    major: u32,
}

impl Programs {
    /// `made_by` is the content of an existing cluster's `PG_VERSION`: data are only opened by the release that made them.
    pub fn find(made_by: Option<u32>) -> Result<Self> {
        let mut folders: Vec<PathBuf> = fs::read_dir(DEBIAN)
            .into_iter()
            .flatten()
            .flatten()
            .map(|entry| entry.path().join("bin"))
            .collect();
        folders.extend(bindir_of_pg_config());
        let all = folders.into_iter().filter_map(Self::at).collect();
        choose(all, made_by).ok_or_else(|| DatabaseError::NoPrograms {
            wanted: made_by.map_or_else(
                || format!("{OLDEST} or newer"),
                |major| format!("{major}, which made the data that lie here,"),
            ),
            package: made_by.unwrap_or(OLDEST),
            looked: format!("looked at `pg_config --bindir` and {DEBIAN}"),
        })
    }

    /// The path of one of its programs.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// The release, such as 15.
    pub fn major(&self) -> u32 {
        self.major
    }

    fn at(folder: PathBuf) -> Option<Self> {
        let whole = ["postgres", "initdb", "pg_ctl"]
            .iter()
            .all(|name| folder.join(name).is_file());
        let major = whole
            .then(|| said(&folder.join("postgres"), "--version"))
            .flatten()
            .and_then(|text| major_in(&text))?;
        Some(Self { folder, major })
    }
}

fn choose(all: Vec<Programs>, made_by: Option<u32>) -> Option<Programs> {
    all.into_iter()
        .filter(|it| made_by.map_or(it.major >= OLDEST, |major| it.major == major))
        .max_by_key(|it| it.major)
}

fn bindir_of_pg_config() -> Option<PathBuf> {
    said(Path::new("pg_config"), "--bindir").map(|line| PathBuf::from(line.trim()))
}

fn said(program: &Path, argument: &str) -> Option<String> {
    let output = Command::new(program).arg(argument).output().ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Reads "postgres (PostgreSQL) 15.20 (Debian 15.20-0+deb12u1)".
fn major_in(version: &str) -> Option<u32> {
    let number = version.split_once("(PostgreSQL)")?.1.trim_start();
    number.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn release(major: u32) -> Programs {
        Programs {
            folder: PathBuf::new(),
            major,
        }
    }

    #[test]
    fn reads_the_release_from_what_postgres_says() {
        assert_eq!(
            major_in("postgres (PostgreSQL) 15.20 (Debian 15.20-0+deb12u1)\n"),
            Some(15)
        );
        assert_eq!(major_in("postgres (PostgreSQL) 18beta1\n"), Some(18));
        assert_eq!(major_in("oops"), None);
    }

    #[test]
    fn takes_the_newest_for_new_data_and_the_same_for_old() {
        let all = || vec![release(13), release(17), release(15)];
        assert_eq!(choose(all(), None).map(|it| it.major), Some(17));
        assert_eq!(choose(all(), Some(15)).map(|it| it.major), Some(15));
        assert!(choose(all(), Some(16)).is_none());
        assert!(choose(vec![release(14)], None).is_none());
    }
}
