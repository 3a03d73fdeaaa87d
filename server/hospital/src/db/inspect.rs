//! A look at a database from outside, for `wardlight doctor`: nothing is started, made, migrated or changed.

use secrecy::ExposeSecret;
use sqlx::postgres::{PgConnectOptions, PgSslMode};

use super::error::{DatabaseError, Result};
use super::url::{Logins, password_in};
use super::{Database, DatabaseConfig, Door, blocking, given, migrate};
use crate::house::Clock;
use crate::identity::passwords::is_strong;

/// What was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The release of PostgreSQL, such as 15.
    pub release: i32,
    /// Whether this program's migrations, and no others, are there.
    pub migrations_current: bool,
    /// Tables that row security should guard and does not: they hold rows of patients or have policies, and row security is off or not forced.
    pub unguarded: Vec<String>,
    /// Whether it was filled as a demo.
    pub is_demo: bool,
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
        // A database from before the mark, or from another release, has no such table.
        let marked = crate::organisation::is_demo(&self.app).await;
        Ok(Found {
            release,
            migrations_current,
            is_demo: marked.unwrap_or(false),
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
        let open = self.ways(&logins).into_iter().filter(|(_, way)| is_open(way));
        Ok(open.map(|(setting, _)| setting).collect())
    }

    /// The settings whose password somebody else would find, and what is wrong with it. Those of the serving roles are as good as the owner's from which they
    /// are derived. Where a socket of this machine asks who is there, none is needed.
    ///
    /// # Errors
    /// When a URL is none.
    pub fn weak_passwords(&self) -> Result<Vec<(&'static str, &'static str)>> {
        let Some(logins) = given(self)? else {
            return Ok(Vec::new());
        };
        let weak = self.ways(&logins).into_iter().filter_map(|(setting, way)| {
            let words = [
                way.get_username(),
                way.get_database().unwrap_or_default(),
                way.get_host(),
            ];
            match password_in(way) {
                None if is_socket(way) => None,
                None => Some((setting, "has no password")),
                Some(password) if is_strong(password.expose_secret(), words) => None,
                Some(_) => Some((setting, "has a password that is easily guessed")),
            }
        });
        Ok(weak.collect())
    }

    /// The ways that were given, by their settings.
    fn ways<'a>(&self, logins: &'a Logins) -> Vec<(&'static str, &'a PgConnectOptions)> {
        let owner = logins.owner.as_ref().map(|way| ("DATABASE_URL", way));
        let app = self
            .app_url
            .as_ref()
            .map(|_| ("WARDLIGHT_APP_URL", &logins.app.options));
        let ingest = self.ingest_url.as_ref();
        let ingest = ingest.map(|_| ("WARDLIGHT_INGEST_URL", &logins.ingest.options));
        [owner, app, ingest].into_iter().flatten().collect()
    }
}

fn is_socket(way: &PgConnectOptions) -> bool {
    way.get_socket().is_some() || way.get_host().starts_with('/')
}

fn is_open(way: &PgConnectOptions) -> bool {
    let host = way.get_host();
    let here = is_socket(way)
        || host == "localhost"
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

    #[test]
    fn a_password_that_others_would_find_is_weak() {
        const RANDOM: &str = "x7Rk2mQ9vLpT4wZc";
        for (url, weak) in [
            (format!("postgres://ward:{RANDOM}@localhost/ward"), false),
            (format!("postgres://ward:{RANDOM}@%2Frun%2Fpostgresql/ward"), false),
            ("postgres://ward@%2Frun%2Fpostgresql/ward".to_owned(), false),
            ("postgres://ward@localhost/ward".to_owned(), true),
            ("postgres://ward:@localhost/ward".to_owned(), true),
            ("postgres://postgres:postgres@localhost/ward".to_owned(), true),
            ("postgres://ward:wardlight@%2Frun%2Fpostgresql/ward".to_owned(), true),
            ("postgres://ward:passwordpassword@localhost/ward".to_owned(), true),
            (
                "postgres://riverbend-owner:riverbend-owner@localhost/ward".to_owned(),
                true,
            ),
            ("postgres://ward:x7Rk2mQ9vL@localhost/ward".to_owned(), true),
            (
                "postgres://ward:aaaaaaaaaaaaaaaaaaaaaaaa@localhost/ward".to_owned(),
                true,
            ),
        ] {
            let config = DatabaseConfig {
                owner_url: Some(url.as_str().into()),
                app_url: None,
                ingest_url: None,
                data_dir: "/nowhere".into(),
            };
            assert_eq!(!config.weak_passwords().unwrap().is_empty(), weak, "{url}");
        }
        let config = DatabaseConfig {
            owner_url: None,
            app_url: Some(format!("postgres://a:{RANDOM}@localhost/ward").into()),
            ingest_url: Some("postgres://b:changeme@localhost/ward".into()),
            data_dir: "/nowhere".into(),
        };
        let weak = config.weak_passwords().unwrap();
        assert_eq!(
            weak.iter().map(|(setting, _)| *setting).collect::<Vec<_>>(),
            ["WARDLIGHT_INGEST_URL"]
        );
    }
}
