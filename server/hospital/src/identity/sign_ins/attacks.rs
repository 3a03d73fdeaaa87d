//! What looks like an attack, for an admin: networks from which many names are tried, and accounts of the hospital's people that were locked or blocked.

use domain::access::{Action, Subject};
use domain::identity::suspicion::{MANY_ACCOUNTS, Signal};
use domain::ids::UserId;
use domain::time::Moment;

use super::facts::RECENT;
use super::note::MOST_FAILURES;
use crate::audit::{self, Entry, Outcome};
use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};
use crate::identity::at_the_door;
use crate::time::{from_db, to_db};

/// How far back blocked tries are shown, in seconds: a week, with a weekend in it.
const SHOWN: f64 = 7.0 * 86_400.0;
/// The most of each list.
const MOST: i64 = 50;

/// A network that tries many names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Network {
    /// Which.
    pub network: String,
    /// How many names failed from it within the hour, known or not.
    pub names: i64,
    /// When the last did.
    pub last_at: Moment,
}

/// An account of somebody who works here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Whose.
    pub user: UserId,
    /// Their name.
    pub name: String,
    /// Whether a hundred failures in a row closed it, until its password is new.
    pub is_locked: bool,
    /// Failures in a row.
    pub failures: i32,
    /// The heaviest try of the last week that was refused as stolen or locked; none when the count alone closed it before.
    pub worst: Option<Worst>,
}

/// A try that was refused though the password may have been right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worst {
    /// When.
    pub at: Moment,
    /// From which network.
    pub network: String,
    /// How heavy.
    pub score: i16,
    /// What spoke against it.
    pub signals: Vec<Signal>,
}

/// What looks like an attack now.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attacks {
    /// The busiest first. Whoever tries a list tries it everywhere: no hospital has networks of its own.
    pub networks: Vec<Network>,
    /// The heaviest first.
    pub accounts: Vec<Account>,
}

/// What looks like an attack, for who manages sessions in a hospital.
pub async fn list_attacks(ctx: &Ctx) -> Result<Attacks> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let (now, subject) = (ctx.now(), Subject::Hospital(hospital));
    ctx.check(Action::ManageSessions, &subject).await?;
    audit::record(ctx, Entry::new(Action::ManageSessions, &subject, Outcome::Allowed)).await?;
    // Row security shows tries to whose account it is and at the door only; the right was asked above.
    let mut tx = at_the_door(ctx.house(), ctx.request())
        .begin(Action::OpenSession, &Subject::House)
        .await?;
    let networks = sqlx::query!(
        r#"SELECT   e.network, count(DISTINCT e.who) AS "names!", max(e.at) AS "last_at!"
           FROM     sign_in_event e
           WHERE    e.at > $1 AND e.outcome IN ('refused', 'code_refused', 'locked')
           GROUP BY e.network
           HAVING   count(DISTINCT e.who) >= $2
           ORDER BY 2 DESC, e.network
           LIMIT    $3"#,
        to_db(now.plus_seconds(-RECENT)),
        i64::from(MANY_ACCOUNTS),
        MOST,
    )
    .fetch_all(&mut *tx)
    .await?;
    let accounts = sqlx::query!(
        r#"SELECT   u.id, u.display_name, COALESCE(f.in_a_row, 0) AS "failures!",
                    w.at AS "at?", w.network AS "network?", w.score AS "score?", w.signals AS "signals?"
           FROM     app_user u
           LEFT JOIN sign_in_failures f ON f.user_id = u.id
           LEFT JOIN LATERAL (SELECT   e.at, e.network, e.score, e.signals
                              FROM     sign_in_event e
                              WHERE    e.user_id = u.id AND e.at > $3 AND e.outcome IN ('blocked', 'locked')
                              ORDER BY e.score DESC, e.at DESC
                              LIMIT    1) AS w ON true
           WHERE    u.id IN (SELECT g.user_id FROM role_grant g WHERE g.hospital_id = $1 AND g.during @> $2::timestamptz)
             AND    (f.in_a_row >= $4 OR w.at IS NOT NULL)
           ORDER BY (f.in_a_row >= $4) DESC NULLS LAST, w.score DESC NULLS LAST, u.display_name, u.id
           LIMIT    $5"#,
        hospital.0,
        to_db(now),
        to_db(now.plus_seconds(-SHOWN)),
        MOST_FAILURES,
        MOST,
    )
    .fetch_all(&mut *tx)
    .await?;
    tx.commit().await?;
    let networks = networks.into_iter().map(|row| Network {
        network: row.network,
        names: row.names,
        last_at: from_db(row.last_at),
    });
    let accounts = accounts.into_iter().map(|row| Account {
        user: UserId(row.id),
        name: row.display_name,
        is_locked: row.failures >= MOST_FAILURES,
        failures: row.failures,
        worst: row
            .at
            .zip(row.network)
            .zip(row.score)
            .map(|((at, network), score)| Worst {
                at: from_db(at),
                network,
                score,
                signals: row
                    .signals
                    .iter()
                    .flatten()
                    .filter_map(|name| Signal::parse(name))
                    .collect(),
            }),
    });
    Ok(Attacks {
        networks: networks.collect(),
        accounts: accounts.collect(),
    })
}
