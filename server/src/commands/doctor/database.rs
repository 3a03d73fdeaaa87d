//! The database: there, with the right roles, tables and walls, and with a clock like ours.

use hospital::Clock;
use hospital::db::{Database, Found};

use crate::commands::keys::sentence;
use crate::config::Config;
use crate::config::check::Finding;

const WHAT: &str = "Database";
/// Seconds by which two clocks may differ. One-time codes allow 30, tokens 30.
const SKEW_HINT: f64 = 1.0;
const SKEW_MEND: f64 = 10.0;

/// Looks at it, without starting it.
pub async fn examine(config: &Config) -> Vec<Finding> {
    let database = match Database::look(&config.database).await {
        Ok(Some(database)) => database,
        Ok(None) => {
            return vec![Finding::hint(
                WHAT,
                "the private PostgreSQL does not run, so it was not looked at. Start the server, and ask again beside it.",
            )];
        }
        Err(error) => return vec![Finding::mend(WHAT, format!("{}.", sentence(&error)))],
    };
    let findings = match database.inspect(&Clock::system()).await {
        Ok(found) => judge(&found, config.demo),
        Err(error) => vec![Finding::mend(WHAT, format!("{}.", sentence(&error)))],
    };
    match database.close().await {
        Ok(()) => findings,
        Err(error) => findings
            .into_iter()
            .chain([Finding::hint(WHAT, format!("{error}."))])
            .collect(),
    }
}

fn judge(found: &Found, demo: bool) -> Vec<Finding> {
    let release = if found.release < 15 {
        Finding::mend(
            WHAT,
            format!("PostgreSQL {} is too old. Wardlight needs 15 or newer.", found.release),
        )
    } else {
        Finding::fine(
            WHAT,
            format!(
                "PostgreSQL {} answers, and its serving roles own and bypass nothing",
                found.release
            ),
        )
    };
    let migrations = if found.migrations_current {
        Finding::fine("Migrations", "current")
    } else {
        Finding::mend(
            "Migrations",
            "not those of this program. Run `wardlight migrate`; if that does not help, the database belongs to another release.",
        )
    };
    let walls = if found.unguarded.is_empty() {
        Finding::fine("Row security", "forced on every table that holds patients")
    } else {
        Finding::mend(
            "Row security",
            format!(
                "off, or not forced, on {}. Somebody changed the database by hand: run `ALTER TABLE … ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY` on each as its owner, and find out why.",
                found.unguarded.join(", ")
            ),
        )
    };
    let accounts = if found.is_demo && !demo {
        Finding::mend("Accounts", crate::commands::DEMO_DATA)
    } else {
        Finding::fine("Accounts", if found.is_demo { "the demo's" } else { "no demo's" })
    };
    vec![release, migrations, walls, accounts, clock(found.clock_ahead)]
}

fn clock(ahead: f64) -> Finding {
    let what = "Clocks";
    let says = format!(
        "the database's clock is {:.1} s {} ours",
        ahead.abs(),
        if ahead < 0.0 { "behind" } else { "ahead of" }
    );
    match ahead.abs() {
        skew if skew >= SKEW_MEND => Finding::mend(
            what,
            format!("{says}. Set both by a time server: readings, sessions and one-time codes depend on it."),
        ),
        skew if skew >= SKEW_HINT => Finding::hint(what, format!("{says}. Set both by a time server.")),
        _ => Finding::fine(what, "agree"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::check::Grade;

    fn found() -> Found {
        Found {
            release: 15,
            migrations_current: true,
            unguarded: Vec::new(),
            is_demo: false,
            clock_ahead: 0.01,
        }
    }

    fn to_mend(found: &Found) -> Vec<&'static str> {
        let findings = judge(found, false)
            .into_iter()
            .filter(|finding| finding.grade == Grade::Mend);
        findings.map(|finding| finding.what).collect()
    }

    #[test]
    fn each_thing_that_is_wrong_is_named_and_nothing_else() {
        assert!(to_mend(&found()).is_empty());
        for (what, wrong) in [
            ("Database", Found { release: 14, ..found() }),
            (
                "Migrations",
                Found {
                    migrations_current: false,
                    ..found()
                },
            ),
            (
                "Row security",
                Found {
                    unguarded: vec!["patient".into()],
                    ..found()
                },
            ),
            (
                "Accounts",
                Found {
                    is_demo: true,
                    ..found()
                },
            ),
            (
                "Clocks",
                Found {
                    clock_ahead: -600.0,
                    ..found()
                },
            ),
        ] {
            assert_eq!(to_mend(&wrong), [what]);
        }
        assert_eq!(clock(3.0).grade, Grade::Hint);
    }
}
