//! The way to an open database: a private cluster or the server of `DATABASE_URL` → the roles → the migrations → two pools.
//!
//! - [`Database::open`] does all of it, for the server; [`Database::join`] is for commands that may run beside a server.
//! - [`roles`] tells the three roles, [`pools`] what binds every connection, [`cluster`] how the private server is run.
//! - A new table needs a migration and nothing here; a new role, see [`roles`]; a new setting of the private server, see `cluster/settings.rs`.

pub mod cluster;
mod error;
mod inspect;
mod migrate;
mod pools;
pub mod roles;
mod secret;
#[cfg(feature = "testing")]
pub(crate) mod testing;
mod url;

use std::path::{Path, PathBuf};
use std::time::Duration;

use secrecy::SecretString;
use sqlx::postgres::PgConnectOptions;
use sqlx::{AssertSqlSafe, Connection, PgPool};

pub use error::DatabaseError;
pub use inspect::Found;

use cluster::{Cluster, Door, Durability};
use error::Result;
use url::Logins;

/// The name of the database in a private cluster.
const DATABASE: &str = "wardlight";

/// Where the data lie.
#[derive(Clone, Debug)]
pub struct DatabaseConfig {
    /// The owner's login; without it a private cluster is started.
    pub owner_url: Option<SecretString>,
    /// As `wardlight_app`, when it is not to be derived from the owner's.
    pub app_url: Option<SecretString>,
    /// As `wardlight_ingest`, when it is not to be derived from the owner's.
    pub ingest_url: Option<SecretString>,
    /// The folder of the private cluster.
    pub data_dir: PathBuf,
}

impl DatabaseConfig {
    /// Reads `DATABASE_URL`, `WARDLIGHT_APP_URL`, `WARDLIGHT_INGEST_URL` and `WARDLIGHT_DATA_DIR` (`./.wardlight`). Empty is the same as
    /// not set.
    pub fn from_env() -> Self {
        let read = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
        Self {
            owner_url: read("DATABASE_URL").map(SecretString::from),
            app_url: read("WARDLIGHT_APP_URL").map(SecretString::from),
            ingest_url: read("WARDLIGHT_INGEST_URL").map(SecretString::from),
            data_dir: read("WARDLIGHT_DATA_DIR").map_or_else(|| PathBuf::from(".wardlight"), PathBuf::from),
        }
    }
}

/// An open database, migrated, with one pool for each serving role.
#[derive(Debug)]
pub struct Database {
    /// Connections as `wardlight_app`: row security holds.
    pub app: PgPool,
    /// Connections as `wardlight_ingest`: readings and alarms only.
    pub ingest: PgPool,
    owner: Option<PgConnectOptions>,
    cluster: Option<Cluster>,
    door: Option<Door>,
}

impl Database {
    /// Opens the database for serving: starts the private cluster when no server is given, makes the roles, runs the migrations.
    ///
    /// # Errors
    /// [`DatabaseError::InUse`] when another server holds the data folder; else what is missing, and how to mend it.
    pub async fn open(config: &DatabaseConfig) -> Result<Self> {
        if let Some(logins) = given(config)? {
            return Self::with(logins, None).await;
        }
        let cluster = start_cluster(&config.data_dir, Durability::Full).await?;
        let door = cluster.door().clone();
        match Self::open_private(&door).await {
            Ok(database) => Ok(Self {
                cluster: Some(cluster),
                ..database
            }),
            Err(error) => {
                stop_cluster(cluster).await?;
                Err(error)
            }
        }
    }

    /// For commands: like [`Database::open`], but where a server already holds the data folder its database is used, prepared as it is.
    ///
    /// # Errors
    /// As for [`Database::open`], without [`DatabaseError::InUse`].
    pub async fn join(config: &DatabaseConfig) -> Result<Self> {
        if given(config)?.is_none() {
            let data_dir = config.data_dir.clone();
            if let Some(door) = blocking(move || Door::of_running(&data_dir)).await? {
                let logins = Logins::private(&door);
                return Self::pools(logins, Some(door)).await;
            }
        }
        Self::open(config).await
    }

    /// Closes the pools and stops the private cluster, if there is one, cleanly.
    ///
    /// # Errors
    /// [`DatabaseError::DidNotStop`] when the private server does not end.
    pub async fn close(self) -> Result<()> {
        // A connection that somebody still holds is not waited for: the server ends it.
        let closing = async { tokio::join!(self.app.close(), self.ingest.close()) };
        if tokio::time::timeout(Duration::from_secs(5), closing).await.is_err() {
            tracing::warn!("a database connection was still in use when the pools closed");
        }
        match self.cluster {
            Some(cluster) => stop_cluster(cluster).await,
            None => Ok(()),
        }
    }

    /// Whether the database is a private cluster (our own or the one of the server that was joined).
    pub fn is_private(&self) -> bool {
        self.door.is_some()
    }

    /// The folder of the private cluster, for people to read; `None` with a server of `DATABASE_URL`.
    pub fn folder(&self) -> Option<&Path> {
        self.door.as_ref().map(|door| door.cluster.as_path())
    }

    /// The owner's login, for what serving roles may not do: the measuring of raw COPY, a backup. Never to serve. `None` when only the
    /// serving URLs were given.
    pub fn owner(&self) -> Option<&PgConnectOptions> {
        self.owner.as_ref()
    }

    /// States how many days raw readings are kept: the serving roles drop what is older than that, and may drop nothing else. Only the owner
    /// may say so; where only the serving URLs were given, what was stated before holds.
    ///
    /// # Errors
    /// When the owner does not get in, or for a number that is not 1 to 32.
    pub async fn keep_readings(&self, days: u32) -> Result<()> {
        match &self.owner {
            Some(owner) => migrate::keep_readings(owner, days).await,
            None => {
                tracing::info!("without DATABASE_URL readings are kept as long as the database says already");
                Ok(())
            }
        }
    }

    /// Whether this program's migrations, and no others, are in the database: part of readiness.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn migrations_current(&self) -> std::result::Result<bool, sqlx::Error> {
        migrate::are_current(&self.app).await
    }

    async fn open_private(door: &Door) -> Result<Self> {
        let mut root = migrate::connect(&url::owner_of_private(door, "postgres")).await?;
        create_database(&mut root, DATABASE).await?;
        root.close().await.map_err(DatabaseError::statement("saying goodbye"))?;
        Self::with(Logins::private(door), Some(door.clone())).await
    }

    async fn with(logins: Logins, door: Option<Door>) -> Result<Self> {
        match &logins.owner {
            Some(owner) => migrate::prepare(owner, &logins).await?,
            None => tracing::info!("without DATABASE_URL nothing is migrated: the database must be ready"),
        }
        Self::pools(logins, door).await
    }

    async fn pools(logins: Logins, door: Option<Door>) -> Result<Self> {
        let app = pools::open(&logins.app, pools::APP).await?;
        let ingest = pools::open(&logins.ingest, pools::INGEST).await?;
        Ok(Self {
            app,
            ingest,
            owner: logins.owner,
            cluster: None,
            door,
        })
    }
}

/// Whether this program's migrations, and no others, are in the database of this pool: part of readiness.
///
/// # Errors
/// When the database is away.
pub async fn migrations_current(pool: &PgPool) -> std::result::Result<bool, sqlx::Error> {
    migrate::are_current(pool).await
}

fn given(config: &DatabaseConfig) -> Result<Option<Logins>> {
    Logins::given(
        config.owner_url.as_ref(),
        config.app_url.as_ref(),
        config.ingest_url.as_ref(),
    )
}

async fn start_cluster(data_dir: &Path, durability: Durability) -> Result<Cluster> {
    let data_dir = data_dir.to_owned();
    blocking(move || Cluster::start(&data_dir, durability)).await
}

async fn stop_cluster(cluster: Cluster) -> Result<()> {
    blocking(move || cluster.stop()).await
}

async fn blocking<T: Send + 'static>(work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    tokio::task::spawn_blocking(work)
        .await
        .map_err(|_| DatabaseError::Internal("the work on the private PostgreSQL broke off"))?
}

/// A database that only invited roles may enter.
async fn create_database(root: &mut sqlx::PgConnection, name: &str) -> Result<()> {
    let found: bool = sqlx::query_scalar("SELECT EXISTS (SELECT FROM pg_database WHERE datname = $1)")
        .bind(name)
        .fetch_one(&mut *root)
        .await
        .map_err(DatabaseError::statement("looking for the database"))?;
    if !found {
        for statement in [
            format!("CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'"),
            format!("REVOKE ALL ON DATABASE {name} FROM PUBLIC"),
        ] {
            sqlx::query(AssertSqlSafe(statement)) // reviewed: the names are ours: lower-case letters, digits and underscores
                .execute(&mut *root)
                .await
                .map_err(DatabaseError::statement("making the database"))?;
        }
    }
    Ok(())
}
