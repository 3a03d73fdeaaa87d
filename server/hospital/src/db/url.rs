//! From settings to logins: the owner's URL, and the two serving roles' URLs, given or derived from it.

use std::str::FromStr;

use secrecy::{ExposeSecret, SecretString};
use sqlx::ConnectOptions;
use sqlx::postgres::{PgConnectOptions, PgSslMode};

use super::cluster::{Door, ROOT};
use super::error::{DatabaseError, Result};
use super::roles::{APP, INGEST};
use super::{DATABASE, secret};

/// How one serving role gets in.
#[derive(Clone, Debug)]
pub(super) struct Login {
    /// Where and as whom.
    pub options: PgConnectOptions,
    /// What the bootstrap may do about its password.
    pub password: Password,
}

/// Where a login's password comes from.
#[derive(Clone, Debug)]
pub(super) enum Password {
    /// It stands in the URL that was given; it is never changed.
    Given,
    /// It is derived from the owner's, and the bootstrap sets it.
    Derived(SecretString),
    /// The owner has none, so the server must let this role in without one.
    None,
}

/// The ways into one database.
#[derive(Clone, Debug)]
pub(super) struct Logins {
    /// Missing when both serving URLs were given without `DATABASE_URL`: then nothing is prepared or migrated.
    pub owner: Option<PgConnectOptions>,
    /// Serves people.
    pub app: Login,
    /// Writes readings and alarms.
    pub ingest: Login,
}

impl Logins {
    /// From the settings; `None` when they name no server, and a private one is needed.
    pub fn given(
        owner: Option<&SecretString>,
        app: Option<&SecretString>,
        ingest: Option<&SecretString>,
    ) -> Result<Option<Self>> {
        let app = app.map(|url| parse("WARDLIGHT_APP_URL", url)).transpose()?;
        let ingest = ingest.map(|url| parse("WARDLIGHT_INGEST_URL", url)).transpose()?;
        let given = |options| Login {
            options,
            password: Password::Given,
        };
        let Some(owner) = owner else {
            return match (app, ingest) {
                (None, None) => Ok(None),
                (Some(app), Some(ingest)) => Ok(Some(Self {
                    owner: None,
                    app: given(app),
                    ingest: given(ingest),
                })),
                (Some(_), None) => Err(DatabaseError::Setting {
                    setting: "WARDLIGHT_APP_URL",
                    why: ALONE,
                }),
                (None, Some(_)) => Err(DatabaseError::Setting {
                    setting: "WARDLIGHT_INGEST_URL",
                    why: ALONE,
                }),
            };
        };
        let owner = parse("DATABASE_URL", owner)?;
        let app = app.map_or_else(|| derived(&owner, APP), given);
        let ingest = ingest.map_or_else(|| derived(&owner, INGEST), given);
        Ok(Some(Self {
            owner: Some(owner),
            app,
            ingest,
        }))
    }

    /// Into a private cluster.
    pub fn private(door: &Door) -> Self {
        let owner = owner_of_private(door, DATABASE);
        Self {
            app: derived(&owner, APP),
            ingest: derived(&owner, INGEST),
            owner: Some(owner),
        }
    }

    /// With another database for the owner to work from.
    #[cfg(feature = "testing")]
    pub fn with_owner(self, owner: PgConnectOptions) -> Self {
        Self {
            owner: Some(owner),
            ..self
        }
    }

    /// The same logins into another database of the same server: each test has one of its own.
    #[cfg(feature = "testing")]
    pub fn into_database(mut self, name: &str) -> Self {
        self.owner = self.owner.map(|owner| owner.database(name));
        self.app.options = self.app.options.database(name);
        self.ingest.options = self.ingest.options.database(name);
        self
    }
}

/// As the superuser of a private cluster.
pub(super) fn owner_of_private(door: &Door, database: &str) -> PgConnectOptions {
    PgConnectOptions::new_without_pgpass()
        .socket(&door.socket)
        .port(5432)
        .ssl_mode(PgSslMode::Disable)
        .username(ROOT)
        .password(door.password.expose_secret())
        .database(database)
}

const ALONE: &str = "is given alone: give DATABASE_URL too, or both WARDLIGHT_APP_URL and WARDLIGHT_INGEST_URL for a database that is migrated already";

/// The same server and database, as another role.
fn derived(owner: &PgConnectOptions, role: &str) -> Login {
    let options = owner.clone().username(role);
    match password_in(owner) {
        Some(password) => {
            let password = secret::derive(&password, role);
            Login {
                options: options.password(password.expose_secret()),
                password: Password::Derived(password),
            }
        }
        None => Login {
            options,
            password: Password::None,
        },
    }
}

fn parse(setting: &'static str, url: &SecretString) -> Result<PgConnectOptions> {
    let url = url.expose_secret();
    if !(url.starts_with("postgres://") || url.starts_with("postgresql://")) {
        return Err(DatabaseError::Setting {
            setting,
            why: "is no URL that begins with postgres://",
        });
    }
    // The cause is left out: it may quote the URL, and the URL holds a password.
    let options = PgConnectOptions::from_str(url).map_err(|_| DatabaseError::Setting {
        setting,
        why: "cannot be read: write postgres://user:password@host:5432/database",
    })?;
    let database = options.get_database().unwrap_or(options.get_username()).to_owned();
    Ok(options.database(&database))
}

/// sqlx has no getter for the password, but writes it into the URL.
pub(super) fn password_in(options: &PgConnectOptions) -> Option<SecretString> {
    let url = options.to_url_lossy();
    let password = percent_decoded(url.password()?);
    (!password.is_empty()).then(|| password.into())
}

fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let coded = (*first == b'%').then(|| tail.get(..2)).flatten();
        let byte = coded
            .and_then(|two| std::str::from_utf8(two).ok())
            .and_then(|two| u8::from_str_radix(two, 16).ok());
        bytes.push(byte.unwrap_or(*first));
        rest = if byte.is_some() {
            tail.get(2..).unwrap_or_default()
        } else {
            tail
        };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn given(owner: &str) -> Logins {
        Logins::given(Some(&owner.into()), None, None).unwrap().unwrap()
    }

    #[test]
    fn the_serving_logins_are_derived_from_the_owners_url() {
        let logins = given("postgres://boss:p%40ss%2Fw%C3%B6rd@db.example:5433/ward?sslmode=require");
        let app = &logins.app.options;
        assert_eq!(
            (app.get_host(), app.get_port(), app.get_database()),
            ("db.example", 5433, Some("ward"))
        );
        assert_eq!(app.get_username(), "wardlight_app");
        assert!(matches!(app.get_ssl_mode(), PgSslMode::Require));
        let expected = secret::derive(&"p@ss/wörd".into(), "wardlight_app");
        assert!(
            matches!(&logins.app.password, Password::Derived(it) if it.expose_secret() == expected.expose_secret())
        );
        assert_eq!(password_in(app).unwrap().expose_secret(), expected.expose_secret());
    }

    #[test]
    fn a_socket_may_stand_as_the_host() {
        let logins = given("postgres://boss:x@%2Fsrv%2Frun/ward");
        assert_eq!(
            logins.ingest.options.get_socket().unwrap(),
            std::path::Path::new("/srv/run")
        );
    }

    #[test]
    fn an_owner_without_password_gives_logins_without() {
        assert!(matches!(
            given("postgres://boss@localhost/ward").app.password,
            Password::None
        ));
    }

    #[test]
    fn a_given_url_is_taken_as_it_is() {
        let logins = Logins::given(
            Some(&"postgres://boss:x@h/ward".into()),
            Some(&"postgres://me:y@h/ward".into()),
            None,
        )
        .unwrap()
        .unwrap();
        assert!(matches!(logins.app.password, Password::Given));
        assert_eq!(logins.app.options.get_username(), "me");
        assert!(matches!(logins.ingest.password, Password::Derived(_)));
    }

    #[test]
    fn half_a_setting_and_a_wrong_one_are_refused_without_quoting_them() {
        assert!(Logins::given(None, None, None).unwrap().is_none());
        let alone = Logins::given(None, Some(&"postgres://me:secret@h/ward".into()), None)
            .unwrap_err()
            .to_string();
        let wrong = Logins::given(Some(&"mysql://me:secret@h/ward".into()), None, None)
            .unwrap_err()
            .to_string();
        let port = Logins::given(Some(&"postgres://me:secret@h:port/ward".into()), None, None)
            .unwrap_err()
            .to_string();
        for text in [&alone, &wrong, &port] {
            assert!(!text.contains("secret"), "{text}");
        }
        assert!(alone.starts_with("WARDLIGHT_APP_URL is given alone") && wrong.starts_with("DATABASE_URL is no URL"));
    }
}
