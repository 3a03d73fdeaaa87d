//! The two pools that serve. What binds every connection stands here: its name in the server's list, its timeouts, and the cleaning
//! when it comes back.

use std::time::Duration;

use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::{Connection, Executor, PgPool};

use super::error::{DatabaseError, Result};
use super::roles;
use super::url::Login;

/// How large a pool is, and what its sessions are called.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shape {
    /// Shown by `pg_stat_activity`.
    pub name: &'static str,
    /// Connections that are kept open.
    pub min: u32,
    /// Connections at most.
    pub max: u32,
}

/// People, pages and commands.
pub(super) const APP: Shape = Shape {
    name: "wardlight app",
    min: 2,
    max: 16,
};
/// The writers of readings.
pub(super) const INGEST: Shape = Shape {
    name: "wardlight ingest",
    min: 1,
    max: 4,
};

/// Opens the pool of a serving role, and refuses a role that row security does not bind.
pub(super) async fn open(login: &Login, shape: Shape) -> Result<PgPool> {
    let pool = options(shape)
        .connect_with(bound(&login.options, shape))
        .await
        .map_err(|source| DatabaseError::Connect {
            role: login.options.get_username().to_owned(),
            hint: "is the server running, and are the URLs right?",
            source,
        })?;
    roles::check_fit_to_serve(&pool).await?;
    Ok(pool)
}

/// A statement of a page that takes 15 s is lost; a transaction that idles for 10 s was forgotten. `client_min_messages` keeps the
/// cleaning below from warning that there was nothing to clean.
pub(super) fn bound(login: &PgConnectOptions, shape: Shape) -> PgConnectOptions {
    login.clone().application_name(shape.name).options([
        ("statement_timeout", "15s"),
        ("idle_in_transaction_session_timeout", "10s"),
        ("client_min_messages", "error"),
    ])
}

/// How long a connection that came back whole is trusted to be still there.
const TRUSTED: Duration = Duration::from_secs(1);

/// The pool's own rules.
pub(super) fn options(shape: Shape) -> PgPoolOptions {
    PgPoolOptions::new()
        .min_connections(shape.min)
        .max_connections(shape.max)
        .acquire_timeout(Duration::from_secs(3))
        // It was looked at when it came back; a database that starts anew is away for longer than that.
        .test_before_acquire(false)
        .before_acquire(|connection, known| {
            Box::pin(async move {
                if known.idle_for > TRUSTED {
                    connection.ping().await?;
                }
                Ok(true)
            })
        })
        .after_release(|connection, _| {
            // A `begin` that was cancelled half-way leaves a transaction open that sqlx does not know of (its issue 4385), with the
            // row-security context of whoever asked. So every connection rolls back before the next one gets it, or is closed.
            Box::pin(async move {
                match tokio::time::timeout(Duration::from_secs(2), connection.execute("ROLLBACK")).await {
                    Ok(done) => done.map(|_| true),
                    Err(_) => Ok(false),
                }
            })
        })
}
