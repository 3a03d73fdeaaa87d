//! A migrated database for each test: see [`TestDb`].
//!
//! One private cluster serves all tests of one test program. It lies in the temporary folder under the program's process number and is
//! removed when the program ends, also when it is killed: a shell waits on a pipe that the kernel closes then. Should the shell be
//! killed too, the next test program cleans up. With a `DATABASE_URL` whose login is a superuser, that server is used instead, in
//! databases of our own.
#![expect(
    clippy::expect_used,
    reason = "a test that has no database ends here, with the reason"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::Duration;

use secrecy::SecretString;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, PgConnection, PgPool};
use tokio::sync::OnceCell;

use super::cluster::{Cluster, Durability, remove_abandoned};
use super::error::{DatabaseError, Result};
use super::pools::{self, Shape};
use super::url::{Logins, owner_of_private};
use super::{DatabaseConfig, blocking, create_database, given, migrate, secret};

const FOLDER: &str = "wardlight-test-";
const NAME: &str = "wardlight_test_";

/// A migrated database of one test, dropped at its end.
///
/// ```ignore
/// let db = TestDb::new().await;
/// sqlx::query("INSERT INTO hospital …").execute(db.owner()).await?;   // arrange, past row security
/// let house = House::new(db.app.clone(), db.ingest.clone(), clock, Keys::for_tests());  // act, as the roles that serve
/// ```
#[derive(Debug)]
pub struct TestDb {
    /// Connections as `wardlight_app`, cleaned like those of the server.
    pub app: PgPool,
    /// Connections as `wardlight_ingest`, cleaned like those of the server.
    pub ingest: PgPool,
    owner: PgPool,
    options: PgConnectOptions,
    name: String,
}

impl TestDb {
    /// Copies the template into a database of its own.
    ///
    /// # Panics
    /// When there is no database to test on; the text says why and how to mend it.
    pub async fn new() -> Self {
        let server = server().await;
        server
            .new_database(&server.template)
            .await
            .expect("a copy of the template database")
    }

    /// Keeps this database as it is now, for tests that begin alike: [`TestDb::of`] copies it. What arranges a hospital is then done once in a test program.
    pub async fn keep(mut self) -> Kept {
        for pool in [&self.app, &self.ingest, &self.owner] {
            pool.close().await;
        }
        Kept(std::mem::take(&mut self.name))
    }

    /// Copies a database that was kept.
    ///
    /// # Panics
    /// When it cannot be copied.
    pub async fn of(kept: &Kept) -> Self {
        let copy = server().await.new_database(&kept.0).await;
        copy.expect("a copy of the database that was kept")
    }

    /// Connections as a superuser, to arrange what a test needs and to look at what it left: row security does not bind them.
    pub fn owner(&self) -> &PgPool {
        &self.owner
    }

    /// What `DATABASE_URL` would be, for a test that starts the whole program.
    pub fn owner_url(&self) -> SecretString {
        String::from(self.options.to_url_lossy()).into()
    }
}

/// The name of a database that was [kept](TestDb::keep). It goes with the cluster; in somebody else's server, with the next test program.
#[derive(Debug)]
pub struct Kept(String);

async fn server() -> &'static Server {
    SERVER
        .get_or_try_init(Server::start)
        .await
        .expect("a PostgreSQL to test on")
}

impl Drop for TestDb {
    /// In a thread of its own, because the test's runtime is ending; also after a panic. What cannot be dropped goes with the cluster.
    ///
    /// It is waited for a second at most. The test's runtime stands still meanwhile, and a connection that it was just opening would keep
    /// the database busy until PostgreSQL gives up on it a minute later; once the runtime is gone, the thread comes to its end.
    fn drop(&mut self) {
        let (name, Some(server)) = (self.name.clone(), SERVER.get()) else {
            return;
        };
        // One that is kept has given its name away.
        if name.is_empty() {
            return;
        }
        let drop_it = move || {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .ok()?;
            runtime.block_on(async {
                let mut connection = server.maintenance().await.ok()?;
                execute(&mut connection, format!("DROP DATABASE {name} WITH (FORCE)"))
                    .await
                    .ok()?;
                connection.close().await.ok()
            })
        };
        let (tell, dropped) = mpsc::channel();
        std::thread::spawn(move || tell.send(drop_it()));
        if let Ok(None) | Err(RecvTimeoutError::Disconnected) = dropped.recv_timeout(Duration::from_secs(1)) {
            eprintln!("the test database {} could not be dropped", self.name);
        }
    }
}

static SERVER: OnceCell<Server> = OnceCell::const_new();

/// The server of this test program.
struct Server {
    logins: Logins,
    template: String,
    count: AtomicU32,
    /// Never dropped, because it is in a static: the shell of [`remove_when_we_end`] sees to its end.
    _cluster: Option<Cluster>,
}

impl Server {
    async fn start() -> Result<Self> {
        if let Some(logins) = superuser_of_environment().await? {
            return Self::with(logins, None).await;
        }
        let home = std::env::temp_dir().join(format!("{FOLDER}{}", std::process::id()));
        let cluster = blocking(move || {
            remove_leftovers(&std::env::temp_dir());
            remove_when_we_end(&home)?;
            Cluster::start(&home, Durability::TestOnly)
        })
        .await?;
        let logins = Logins::private(cluster.door()).with_owner(owner_of_private(cluster.door(), "postgres"));
        Self::with(logins, Some(cluster)).await
    }

    async fn with(logins: Logins, cluster: Option<Cluster>) -> Result<Self> {
        let checksums: Vec<u8> = migrate::MIGRATIONS
            .iter()
            .flat_map(|it| it.checksum.iter().copied())
            .collect();
        let template = format!("wardlight_template_{}", secret::short_hash(&checksums));
        let server = Self {
            logins,
            template,
            count: AtomicU32::new(0),
            _cluster: cluster,
        };
        let mut connection = server.maintenance().await?;
        migrate::raw(
            &mut connection,
            "SELECT pg_advisory_lock(hashtextextended('wardlight test template', 0))",
        )
        .await?;
        drop_abandoned_databases(&mut connection).await?;
        if !exists(&mut connection, &server.template).await? {
            let draft = format!("{}_draft", server.template);
            execute(&mut connection, format!("DROP DATABASE IF EXISTS {draft} WITH (FORCE)")).await?;
            create_database(&mut connection, &draft).await?;
            let logins = server.logins.clone().into_database(&draft);
            if let Some(owner) = &logins.owner {
                migrate::prepare(owner, &logins).await?;
            }
            execute(
                &mut connection,
                format!("ALTER DATABASE {draft} RENAME TO {}", server.template),
            )
            .await?;
        }
        connection
            .close()
            .await
            .map_err(DatabaseError::statement("saying goodbye"))?;
        Ok(server)
    }

    async fn new_database(&self, template: &str) -> Result<TestDb> {
        let name = format!(
            "{NAME}{}_{}",
            std::process::id(),
            self.count.fetch_add(1, Ordering::Relaxed)
        );
        let mut connection = self.maintenance().await?;
        execute(&mut connection, format!("CREATE DATABASE {name} TEMPLATE {template}")).await?;
        // The rights on the database itself are not copied.
        execute(&mut connection, format!("REVOKE ALL ON DATABASE {name} FROM PUBLIC")).await?;
        execute(
            &mut connection,
            format!("GRANT CONNECT ON DATABASE {name} TO wardlight_app, wardlight_ingest"),
        )
        .await?;
        connection
            .close()
            .await
            .map_err(DatabaseError::statement("saying goodbye"))?;
        let logins = self.logins.clone().into_database(&name);
        let pool = |login: &PgConnectOptions, name, max| {
            let shape = Shape { name, min: 0, max };
            pools::options(shape).connect_lazy_with(pools::bound(login, shape))
        };
        let options = logins
            .owner
            .ok_or(DatabaseError::Internal("tests need the owner's login"))?;
        Ok(TestDb {
            app: pool(&logins.app.options, "wardlight app", 8),
            ingest: pool(&logins.ingest.options, "wardlight ingest", 4),
            owner: PgPoolOptions::new()
                .max_connections(4)
                .connect_lazy_with(options.clone().application_name("wardlight test")),
            options,
            name,
        })
    }

    /// Into the database in which nobody works.
    async fn maintenance(&self) -> Result<PgConnection> {
        migrate::connect(
            self.logins
                .owner
                .as_ref()
                .ok_or(DatabaseError::Internal("tests need the owner's login"))?,
        )
        .await
    }
}

/// The server of `DATABASE_URL`, unless its login cannot arrange tests past row security.
async fn superuser_of_environment() -> Result<Option<Logins>> {
    let Some(logins) = given(&DatabaseConfig::from_env())? else {
        return Ok(None);
    };
    let Some(owner) = &logins.owner else { return Ok(None) };
    let mut connection = migrate::connect(owner).await?;
    let is_super: bool = sqlx::query_scalar("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
        .fetch_one(&mut connection)
        .await
        .map_err(DatabaseError::statement("looking at the owner"))?;
    connection
        .close()
        .await
        .map_err(DatabaseError::statement("saying goodbye"))?;
    if !is_super {
        eprintln!("the login of DATABASE_URL is no superuser: these tests run on a private cluster instead");
    }
    Ok(is_super.then_some(logins))
}

async fn exists(connection: &mut PgConnection, name: &str) -> Result<bool> {
    sqlx::query_scalar("SELECT EXISTS (SELECT FROM pg_database WHERE datname = $1)")
        .bind(name)
        .fetch_one(connection)
        .await
        .map_err(DatabaseError::statement("looking for a database"))
}

/// Databases of test programs on this machine that were killed.
async fn drop_abandoned_databases(connection: &mut PgConnection) -> Result<()> {
    let names: Vec<String> = sqlx::query_scalar(
        "SELECT datname::text FROM pg_database d
          WHERE datname ~ '^wardlight_test_[0-9]+_[0-9]+$'
            AND NOT EXISTS (SELECT FROM pg_stat_activity a WHERE a.datid = d.oid)",
    )
    .fetch_all(&mut *connection)
    .await
    .map_err(DatabaseError::statement("looking for old test databases"))?;
    for name in names {
        let pid = name.trim_start_matches(NAME).split('_').next().unwrap_or_default();
        if !Path::new("/proc").join(pid).exists() {
            execute(connection, format!("DROP DATABASE IF EXISTS {name}")).await?;
        }
    }
    Ok(())
}

async fn execute(connection: &mut PgConnection, statement: String) -> Result<()> {
    sqlx::query(AssertSqlSafe(statement)) // reviewed: the names are ours: lower-case letters, digits and underscores
        .execute(connection)
        .await
        .map(drop)
        .map_err(DatabaseError::statement("making or dropping a test database"))
}

/// Clusters of test programs that were killed together with their shell.
fn remove_leftovers(temporary: &Path) {
    let folders = fs::read_dir(temporary).into_iter().flatten().flatten();
    for folder in folders {
        let name = folder.file_name().to_string_lossy().into_owned();
        let pid = name
            .strip_prefix(FOLDER)
            .and_then(|rest| rest.split('-').next()?.parse::<u32>().ok());
        if pid.is_some_and(|pid| !PathBuf::from(format!("/proc/{pid}")).exists())
            && let Err(error) = remove_abandoned(&folder.path())
        {
            eprintln!(
                "a cluster of an earlier test run is left in {}: {error}",
                folder.path().display()
            );
        }
    }
}

/// The pipe's other end is ours until the kernel closes it. SIGQUIT makes PostgreSQL end at once.
fn remove_when_we_end(home: &Path) -> Result<()> {
    const SCRIPT: &str = r#"read -r _
cluster=$(cat "$1/postgres-folder" 2>/dev/null || echo "$1/postgres")
pid=$(head -n 1 "$cluster/data/postmaster.pid" 2>/dev/null) && kill -QUIT "$pid"
n=0
while [ -e "$cluster/data/postmaster.pid" ] && [ $n -lt 100 ]; do sleep 0.1; n=$((n + 1)); done
rm -rf "$1" "$cluster""#;
    use std::os::unix::process::CommandExt;
    let mut child = Command::new("sh")
        .args(["-c", SCRIPT, "sh"])
        .arg(home)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .process_group(0)
        .current_dir("/")
        .spawn()
        .map_err(DatabaseError::folder("could not watch over", home))?;
    std::mem::forget(child.stdin.take());
    Ok(())
}
