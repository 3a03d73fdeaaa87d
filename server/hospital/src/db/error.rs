//! What may go wrong on the way to an open database, each as one sentence: what, why, how to mend. Never a password, never a URL.

use std::io;
use std::path::{Path, PathBuf};

use sqlx::migrate::MigrateError;

/// Why there is no database.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DatabaseError {
    /// No usable PostgreSQL programs on this machine.
    #[error(
        "PostgreSQL {wanted} is not installed here ({looked}): install it with `apt-get install postgresql-{package}`, \
         or name a server of your own with DATABASE_URL"
    )]
    NoPrograms {
        /// Which release is needed, such as "15 or newer".
        wanted: String,
        /// The release that the package name ends in.
        package: u32,
        /// Where was looked.
        looked: String,
    },
    /// PostgreSQL refuses to run as root, and its own account is missing.
    #[error(
        "PostgreSQL does not run as root, and there is no system user `postgres`: install the package postgresql-15, which makes it"
    )]
    NoAccount,
    /// Another server holds the folder.
    #[error("another Wardlight (process {pid}) already uses {}: stop it, or give this one a folder of its own with WARDLIGHT_DATA_DIR", home.display())]
    InUse {
        /// The data folder.
        home: PathBuf,
        /// The holder, as it wrote itself into the lock file.
        pid: String,
    },
    /// A file or folder of the private cluster could not be used.
    #[error("{doing} {}", path.display())]
    Folder {
        /// What was tried, such as "could not make the folder".
        doing: &'static str,
        /// On what.
        path: PathBuf,
        /// Why it failed.
        #[source]
        source: io::Error,
    },
    /// A file of the private cluster is missing or not private.
    #[error("{path}: {why}", path = path.display())]
    Place {
        /// Which.
        path: PathBuf,
        /// What is wrong with it, and how to mend it.
        why: &'static str,
    },
    /// A program of PostgreSQL could not be run, or failed.
    #[error("{program} failed: {said}")]
    Program {
        /// Its name.
        program: &'static str,
        /// The last it said.
        said: String,
    },
    /// The private server ended while it was starting.
    #[error("the private PostgreSQL did not start; its own words are in {}", log.display())]
    DidNotStart {
        /// The folder of its logs.
        log: PathBuf,
    },
    /// The private server does not end.
    #[error("the private PostgreSQL in {} does not stop", data.display())]
    DidNotStop {
        /// Its data.
        data: PathBuf,
    },
    /// A setting is wrong.
    #[error("{setting} {why}")]
    Setting {
        /// The name of the environment variable.
        setting: &'static str,
        /// What is wrong with it, and how to mend it.
        why: &'static str,
    },
    /// A login failed or the server cannot be reached.
    #[error("cannot connect to the database as {role}: {hint}")]
    Connect {
        /// As whom.
        role: String,
        /// How to mend it.
        hint: &'static str,
        /// Why it failed.
        #[source]
        source: sqlx::Error,
    },
    /// The server is too old.
    #[error("the server of DATABASE_URL is PostgreSQL {found}; Wardlight needs 15 or newer")]
    ServerTooOld {
        /// Its major release.
        found: i32,
    },
    /// The owner's login lacks a right that the bootstrap needs.
    #[error("the login of DATABASE_URL may not {what}: run as a superuser, once: {remedy}")]
    MayNot {
        /// What is missing.
        what: &'static str,
        /// The statement that mends it.
        remedy: String,
    },
    /// A login that serves has rights that would tear the walls down.
    #[error("the role {role} must not serve: it {why}")]
    NotFitToServe {
        /// The role.
        role: String,
        /// What is wrong with it.
        why: &'static str,
    },
    /// A statement of the bootstrap failed.
    #[error("the database could not be prepared ({doing})")]
    Statement {
        /// What was being done.
        doing: &'static str,
        /// Why it failed.
        #[source]
        source: sqlx::Error,
    },
    /// The migrations failed or do not fit the database.
    #[error("the migrations did not run; nothing was changed by the one that failed")]
    Migrate(#[source] MigrateError),
    /// The random source or a task of our own failed.
    #[error("{0}")]
    Internal(&'static str),
}

impl DatabaseError {
    /// For `map_err` on file work.
    pub(super) fn folder(doing: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |source| Self::Folder { doing, path, source }
    }

    /// For `map_err` on statements.
    pub(super) fn statement(doing: &'static str) -> impl FnOnce(sqlx::Error) -> Self {
        move |source| Self::Statement { doing, source }
    }
}

/// What opening a database answers.
pub(super) type Result<T> = std::result::Result<T, DatabaseError>;
