//! A look at a database from outside, for `wardlight doctor`: nothing is started, made, migrated or changed.

use sqlx::postgres::{PgConnectOptions, PgSslMode};

use super::error::{DatabaseError, Result};
use super::url::Logins;
use super::{Database, DatabaseConfig, Door, blocking, given, migrate};
use crate::house::Clock;

/// What was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The release of PostgreSQL, such as 15.
    pub release: i32,
    /// Whether this program's migrations, and no others, are there.
    pub migrations_current: bool,
    /// Tables that row security should guard and does not: they hold rows of patients or have policies, and row security is off or not forced.
    pub unguarded: Vec<String>,
    /// By how many seconds the database's clock is ahead of ours.
    pub clock_ahead: f64,
}

impl Database {
    /// Opens the pools of a database that runs; `None` when it is a private one that nobody has started. Roles that are not fit to serve are refused.
    ///
    /// # Errors
    /// When it cannot be reached, or its roles are not fit.
    pub async fn look(config: &DatabaseConfig) -> Result<Option<Self>> {
        if let Some(logins) = given(config)? {
            return Self::pools(logins, None).await.map(Some);
        }
        if !config.data_dir.is_dir() {
            return Ok(None);
        }
        let data_dir = config.data_dir.clone();
        match blocking(move || Door::of_running(&data_dir)).await? {
            Some(door) => Self::pools(Logins::private(&door), Some(door)).await.map(Some),
            None => Ok(None),
        }
    }

    /// Looks around as the role that serves people.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn inspect(&self, clock: &Clock) -> Result<Found> {
        let asked_at = clock.now();
        let (release, now): (i32, f64) = sqlx::query_as(
            "SELECT current_setting('server_version_num')::int / 10000, extract(epoch FROM clock_timestamp())::float8",
        )
        .fetch_one(&self.app)
        .await
        .map_err(DatabaseError::statement("asking for release and time"))?;
        let ours = (asked_at.0 + clock.now().0) as f64 / 2e6;
        let unguarded = sqlx::query_scalar(
            "SELECT c.relname::text
               FROM pg_class c
              WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
                AND NOT (c.relrowsecurity AND c.relforcerowsecurity)
                AND (c.relrowsecurity
                     OR EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid)
                     OR EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'patient_id' AND NOT a.attisdropped))
              ORDER BY c.relname",
        )
        .fetch_all(&self.app)
        .await
        .map_err(DatabaseError::statement("looking at row security"))?;
        let migrations_current = migrate::are_current(&self.app)
            .await
            .map_err(DatabaseError::statement("reading the migrations"))?;
        Ok(Found {
            release,
            migrations_current,
            unguarded,
            clock_ahead: now - ours,
        })
    }
}

impl DatabaseConfig {
    /// The settings whose way to the server others could read along: another machine, without TLS that is asked for.
    ///
    /// # Errors
    /// When a URL is none.
    pub fn open_ways(&self) -> Result<Vec<&'static str>> {
        let Some(logins) = given(self)? else {
            return Ok(Vec::new());
        };
        let ways = [
            ("DATABASE_URL", logins.owner.as_ref()),
            ("WARDLIGHT_APP_URL", self.app_url.as_ref().map(|_| &logins.app.options)),
            (
                "WARDLIGHT_INGEST_URL",
                self.ingest_url.as_ref().map(|_| &logins.ingest.options),
            ),
        ];
        let open = ways.into_iter().filter(|(_, way)| way.is_some_and(is_open));
        Ok(open.map(|(setting, _)| setting).collect())
    }
}

fn is_open(way: &PgConnectOptions) -> bool {
    let host = way.get_host();
    let here = way.get_socket().is_some()
        || host == "localhost"
        || host.starts_with('/')
        || host
            .parse()
            .is_ok_and(|address: std::net::IpAddr| address.is_loopback());
    let sealed = matches!(
        way.get_ssl_mode(),
        PgSslMode::Require | PgSslMode::VerifyCa | PgSslMode::VerifyFull
    );
    !here && !sealed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_way_over_the_network_without_tls_is_open() {
        for (url, open) in [
            ("postgres://a:b@localhost/ward", false),
            ("postgres://a:b@127.0.0.1/ward", false),
            ("postgres://a:b@%2Frun%2Fpostgresql/ward", false),
            ("postgres://a:b@db.example/ward", true),
            ("postgres://a:b@10.0.0.7/ward?sslmode=prefer", true),
            ("postgres://a:b@10.0.0.7/ward?sslmode=disable", true),
            ("postgres://a:b@10.0.0.7/ward?sslmode=require", false),
            ("postgres://a:b@db.example/ward?sslmode=verify-full", false),
        ] {
            let config = DatabaseConfig {
                owner_url: Some(url.into()),
                app_url: None,
                ingest_url: None,
                data_dir: "/nowhere".into(),
            };
            assert_eq!(!config.open_ways().unwrap().is_empty(), open, "{url}");
        }
    }
}
