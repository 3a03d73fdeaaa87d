//! The migrations, embedded in the program, and everything that comes before them on the owner's connection.

use std::collections::HashMap;

use sqlx::migrate::Migrator;
use sqlx::postgres::PgConnectOptions;
use sqlx::{ConnectOptions, Connection, PgConnection, PgPool};

use super::error::{DatabaseError, Result};
use super::roles;
use super::url::Logins;

/// The files of `migrations/`.
pub(super) static MIGRATIONS: Migrator = sqlx::migrate!("../../migrations");

/// Makes the roles and runs what is pending, on one connection of the owner, one server at a time.
pub(super) async fn prepare(owner: &PgConnectOptions, logins: &Logins) -> Result<()> {
    let mut connection = connect(owner).await?;
    let done = prepare_on(&mut connection, logins).await;
    // Closing ends the session, and with it the lock and the role, whatever happened.
    let closed = connection.close().await;
    done?;
    closed.map_err(DatabaseError::statement("saying goodbye"))
}

/// States how long readings are kept, as the owner.
pub(super) async fn keep_readings(owner: &PgConnectOptions, days: u32) -> Result<()> {
    let mut connection = connect(owner).await?;
    let stated = async {
        roles::become_owner(&mut connection).await?;
        sqlx::query("UPDATE reading_retention SET keep_days = $1")
            .bind(days.cast_signed())
            .execute(&mut connection)
            .await
            .map(drop)
            .map_err(DatabaseError::statement("stating how long readings are kept"))
    };
    let stated = stated.await;
    let closed = connection.close().await;
    stated?;
    closed.map_err(DatabaseError::statement("saying goodbye"))
}

/// As the owner, with a sentence when that fails.
pub(super) async fn connect(owner: &PgConnectOptions) -> Result<PgConnection> {
    let options = owner
        .clone()
        .application_name("wardlight owner")
        .disable_statement_logging();
    options.connect().await.map_err(|source| DatabaseError::Connect {
        role: owner.get_username().to_owned(),
        hint: "is the server of DATABASE_URL running, does the database exist, and is the password right?",
        source,
    })
}

async fn prepare_on(connection: &mut PgConnection, logins: &Logins) -> Result<()> {
    let release: i32 = sqlx::query_scalar("SELECT current_setting('server_version_num')::int / 10000")
        .fetch_one(&mut *connection)
        .await
        .map_err(DatabaseError::statement("asking for the release"))?;
    if release < 15 {
        return Err(DatabaseError::ServerTooOld { found: release });
    }
    // Another server may be migrating for minutes; its lock goes with its session.
    raw(
        connection,
        "SET lock_timeout = '5min'; SELECT pg_advisory_lock(hashtextextended('wardlight bootstrap', 0))",
    )
    .await?;
    // From here on a migration waits for a table that a running server uses, but not so long that everybody queues behind it.
    raw(connection, "SET lock_timeout = '10s'").await?;
    roles::bootstrap(connection, logins).await?;
    let before = applied(connection).await?;
    MIGRATIONS.run(&mut *connection).await.map_err(DatabaseError::Migrate)?;
    let new = MIGRATIONS.iter().filter(|it| !before.contains_key(&it.version)).count();
    if new > 0 {
        tracing::info!("{new} migrations were applied");
    }
    // Readiness asks for it, as the serving role.
    raw(connection, "GRANT SELECT ON _sqlx_migrations TO wardlight_app").await
}

async fn applied(connection: &mut PgConnection) -> Result<HashMap<i64, Vec<u8>>> {
    let is_there: bool = sqlx::query_scalar("SELECT to_regclass('_sqlx_migrations') IS NOT NULL")
        .fetch_one(&mut *connection)
        .await
        .map_err(DatabaseError::statement("looking for the migrations"))?;
    if !is_there {
        return Ok(HashMap::new());
    }
    let rows: Vec<(i64, Vec<u8>)> = sqlx::query_as("SELECT version, checksum FROM _sqlx_migrations WHERE success")
        .fetch_all(connection)
        .await
        .map_err(DatabaseError::statement("reading the migrations"))?;
    Ok(rows.into_iter().collect())
}

/// Whether this program's migrations, and no others, are in the database behind this pool.
pub(super) async fn are_current(pool: &PgPool) -> std::result::Result<bool, sqlx::Error> {
    let rows: Vec<(i64, Vec<u8>)> = sqlx::query_as("SELECT version, checksum FROM _sqlx_migrations WHERE success")
        .fetch_all(pool)
        .await?;
    let applied: HashMap<i64, Vec<u8>> = rows.into_iter().collect();
    let same = |version: &i64, checksum: &[u8]| applied.get(version).is_some_and(|it| it == checksum);
    Ok(applied.len() == MIGRATIONS.iter().count() && MIGRATIONS.iter().all(|it| same(&it.version, &it.checksum)))
}

pub(super) async fn raw(connection: &mut PgConnection, statements: &'static str) -> Result<()> {
    sqlx::raw_sql(statements)
        .execute(connection)
        .await
        .map(drop)
        .map_err(DatabaseError::statement("setting up the session"))
}
