//! The three roles, made before the migrations because they belong to the cluster and not to a database.
//!
//! `wardlight_owner` owns every table and never serves; `wardlight_app` and `wardlight_ingest` own nothing and see what the migrations
//! grant them. Everything here may run at each start: what is right already is left alone, so an owner's login with few rights is
//! enough once an administrator has made the roles. A new role: a constant, a line in [`ROLES`], its grants in a migration.

use std::time::Duration;

use sqlx::postgres::PgConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, PgConnection, PgPool};

use super::error::{DatabaseError, Result};
use super::secret;
use super::url::{Login, Logins, Password};

/// Owns the tables; the migrations run as it.
pub const OWNER: &str = "wardlight_owner";
/// Serves people, under row security.
pub const APP: &str = "wardlight_app";
/// Writes readings and alarms.
pub const INGEST: &str = "wardlight_ingest";

const ROLES: [(&str, &str); 3] = [(OWNER, "NOLOGIN"), (APP, "LOGIN"), (INGEST, "LOGIN")];

/// Makes the roles and their rights on this database, and becomes the owner (`SET ROLE`) on this connection.
pub(super) async fn bootstrap(connection: &mut PgConnection, logins: &Logins) -> Result<()> {
    // Two servers with two databases on one cluster hold two advisory locks: they may meet here, so try again.
    let mut tries = 1;
    loop {
        match make(connection).await {
            Err(DatabaseError::Statement { source, .. }) if tries < 5 && is_race(&source) => {
                tries += 1;
                tokio::time::sleep(Duration::from_millis(50 * tries)).await;
            }
            done => break done?,
        }
    }
    for login in [&logins.app, &logins.ingest] {
        let_in(connection, login).await?;
    }
    become_owner(connection).await
}

async fn make(connection: &mut PgConnection) -> Result<()> {
    for (role, kind) in ROLES {
        let found: Option<(bool, bool, bool, bool, bool)> = sqlx::query_as(
            "SELECT rolcanlogin, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole FROM pg_roles WHERE rolname = $1",
        )
        .bind(role)
        .fetch_optional(&mut *connection)
        .await
        .map_err(DatabaseError::statement("looking for the roles"))?;
        let statement = match found {
            None => format!("CREATE ROLE {role} {kind}"),
            Some((may_login, ..)) => {
                let wrong = |is: bool, mend: &'static str| is.then_some(mend);
                let rights = found.filter(|_| role != OWNER);
                let mend: Vec<&str> = [
                    wrong(kind == "LOGIN" && !may_login, "LOGIN"),
                    rights.and_then(|it| wrong(it.1, "NOSUPERUSER")),
                    rights.and_then(|it| wrong(it.2, "NOBYPASSRLS")),
                    rights.and_then(|it| wrong(it.3, "NOCREATEDB")),
                    rights.and_then(|it| wrong(it.4, "NOCREATEROLE")),
                ]
                .into_iter()
                .flatten()
                .collect();
                if mend.is_empty() {
                    continue;
                }
                format!("ALTER ROLE {role} {}", mend.join(" "))
            }
        };
        run(
            connection,
            &statement,
            "make the roles wardlight_owner, wardlight_app and wardlight_ingest",
        )
        .await?;
    }
    grant(connection).await
}

/// What the roles need on this database beside what the migrations grant.
async fn grant(connection: &mut PgConnection) -> Result<()> {
    let missing: Vec<String> = sqlx::query_scalar(
        "SELECT grant_it FROM (
             SELECT format('GRANT CREATE ON DATABASE %I TO %I', current_database(), $1),
                    has_database_privilege($1, current_database(), 'CREATE')
             UNION ALL
             SELECT format('GRANT USAGE, CREATE ON SCHEMA public TO %I', $1),
                    has_schema_privilege($1, 'public', 'USAGE') AND has_schema_privilege($1, 'public', 'CREATE')
             UNION ALL
             SELECT format('GRANT CONNECT ON DATABASE %I TO %I', current_database(), role),
                    has_database_privilege(role, current_database(), 'CONNECT')
               FROM unnest(ARRAY[$2, $3]) AS role
             UNION ALL
             SELECT format('GRANT USAGE ON SCHEMA public TO %I', role), has_schema_privilege(role, 'public', 'USAGE')
               FROM unnest(ARRAY[$2, $3]) AS role
             UNION ALL
             -- A database that came from PostgreSQL 14 lets everybody make tables.
             SELECT 'REVOKE CREATE ON SCHEMA public FROM PUBLIC', NOT has_schema_privilege($2, 'public', 'CREATE')
             UNION ALL
             -- One that an administrator made lets everybody make temporary tables, whose names come before those of the walls.
             SELECT format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database()),
                    NOT has_database_privilege($2, current_database(), 'TEMPORARY')
         ) AS needed (grant_it, is_there)
         WHERE NOT is_there",
    )
    .bind(OWNER)
    .bind(APP)
    .bind(INGEST)
    .fetch_all(&mut *connection)
    .await
    .map_err(DatabaseError::statement("looking for the roles' rights"))?;
    for statement in missing {
        run(connection, &statement, "give the roles their rights on the database").await?;
    }
    Ok(())
}

/// Sees that a serving login gets in: a derived password is set only when it does not open the door already.
async fn let_in(connection: &mut PgConnection, login: &Login) -> Result<()> {
    let role = login.options.get_username().to_owned();
    let (refusal, password) = match (try_door(&login.options).await, &login.password) {
        (Ok(()), _) => return Ok(()),
        (Err(refusal), Password::Derived(password)) if is_wrong_password(&refusal) => (refusal, password),
        (Err(source), Password::Derived(_)) => {
            return Err(DatabaseError::Connect {
                role,
                hint: "the owner gets in, so look at the server's pg_hba.conf",
                source,
            });
        }
        (Err(source), Password::None) => {
            let hint = "DATABASE_URL has no password to derive one from, and the server lets this role not in without; \
                        put a password into DATABASE_URL, or give WARDLIGHT_APP_URL and WARDLIGHT_INGEST_URL";
            return Err(DatabaseError::Connect { role, hint, source });
        }
        (Err(source), Password::Given) => {
            return Err(DatabaseError::Connect {
                role,
                hint: "check WARDLIGHT_APP_URL and WARDLIGHT_INGEST_URL",
                source,
            });
        }
    };
    tracing::debug!(%refusal, "the derived password of {role} does not open the door yet");
    tracing::info!("setting the password of {role}");
    let statement = format!("ALTER ROLE {role} PASSWORD '{}'", secret::scram_verifier(password)?);
    // The verifier is no password, but nobody needs to read it in an error either.
    sqlx::query(AssertSqlSafe(statement)) // reviewed: our own role name, and a verifier of base64 letters
        .execute(&mut *connection)
        .await
        .map_err(|source| {
            denied(source, "set the password of the serving roles", || {
                format!("ALTER ROLE {role} PASSWORD …")
            })
        })?;
    let hint = "its password was just set, so look at the server's pg_hba.conf";
    try_door(&login.options)
        .await
        .map_err(|source| DatabaseError::Connect { role, hint, source })
}

async fn try_door(options: &PgConnectOptions) -> std::result::Result<(), sqlx::Error> {
    options
        .clone()
        .application_name("wardlight bootstrap")
        .connect()
        .await?
        .close()
        .await
}

/// From here on this connection makes objects that belong to `wardlight_owner`.
pub(super) async fn become_owner(connection: &mut PgConnection) -> Result<()> {
    let first = sqlx::query("SET ROLE wardlight_owner").execute(&mut *connection).await;
    match first {
        Ok(_) => Ok(()),
        Err(error) if is_denied(&error) => {
            run(
                connection,
                "GRANT wardlight_owner TO CURRENT_USER",
                "act as wardlight_owner",
            )
            .await?;
            run(connection, "SET ROLE wardlight_owner", "act as wardlight_owner").await
        }
        Err(error) => Err(DatabaseError::statement("becoming the owner")(error)),
    }
}

/// Refuses a login that row security does not bind: a superuser, one that bypasses it, or one that acts for the tables' owner.
pub(super) async fn check_fit_to_serve(pool: &PgPool) -> Result<()> {
    let (role, is_super, bypasses, owns): (String, bool, bool, bool) = sqlx::query_as(
        "SELECT r.rolname::text, r.rolsuper, r.rolbypassrls,
                EXISTS (SELECT FROM pg_class c
                         WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace
                           AND pg_has_role(current_user, c.relowner, 'MEMBER'))
           FROM pg_roles r WHERE r.rolname = current_user",
    )
    .fetch_one(pool)
    .await
    .map_err(DatabaseError::statement("looking at the serving roles"))?;
    let why = match (is_super, bypasses, owns) {
        (true, ..) => "is a superuser, whom row security does not bind",
        (_, true, _) => "may bypass row security",
        (_, _, true) => "owns tables, or may act for their owner",
        _ => return Ok(()),
    };
    Err(DatabaseError::NotFitToServe { role, why })
}

async fn run(connection: &mut PgConnection, statement: &str, what: &'static str) -> Result<()> {
    sqlx::query(AssertSqlSafe(statement)) // reviewed: constants of this file, or quoted by the server's own format('%I')
        .execute(connection)
        .await
        .map(drop)
        .map_err(|source| denied(source, what, || statement.to_owned()))
}

fn denied(source: sqlx::Error, what: &'static str, remedy: impl FnOnce() -> String) -> DatabaseError {
    if is_denied(&source) {
        DatabaseError::MayNot { what, remedy: remedy() }
    } else {
        DatabaseError::Statement { doing: what, source }
    }
}

fn code(error: &sqlx::Error) -> String {
    error
        .as_database_error()
        .and_then(|it| it.code())
        .unwrap_or_default()
        .into_owned()
}

/// insufficient_privilege
fn is_denied(error: &sqlx::Error) -> bool {
    code(error) == "42501"
}

/// invalid_password
fn is_wrong_password(error: &sqlx::Error) -> bool {
    code(error) == "28P01"
}

/// unique_violation, duplicate_object, and internal_error "tuple concurrently updated": another server did the same just now.
fn is_race(error: &sqlx::Error) -> bool {
    matches!(code(error).as_str(), "23505" | "42710" | "XX000")
}
