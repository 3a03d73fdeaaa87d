//! What speaks against a try, from those before it.

use domain::identity::suspicion::Facts;
use domain::ids::UserId;

use super::origin::Origin;
use crate::ctx::{Ctx, Tx};
use crate::error::Result;
use crate::identity::sessions::SessionKey;
use crate::time::to_db;

/// Whose account a try names, or that it names none.
#[derive(Clone, Debug)]
pub(crate) struct Who {
    pub(crate) user: Option<UserId>,
    hash: Vec<u8>,
}

impl Who {
    /// An account is one, whether its e-mail or its phone number was typed; a name that nobody has is known by what was typed.
    pub(crate) fn of(ctx: &Ctx, user: Option<UserId>, typed: &str) -> Self {
        let text = user.map_or_else(|| format!("typed {typed}"), |user| format!("account {user}"));
        Self {
            user,
            hash: ctx.house().keys.blind("sign_in_event.who", &text),
        }
    }

    pub(super) fn hash(&self) -> &[u8] {
        &self.hash
    }
}

/// How far back failures count, in seconds.
pub(super) const RECENT: f64 = 3_600.0;
/// How far back a device or a network is known, in seconds; also how long tries are kept.
pub(super) const KEPT: f64 = 90.0 * 86_400.0;

/// What is known when `who` tries from `origin` now.
pub(crate) async fn facts(tx: &mut Tx, ctx: &Ctx, who: &Who, origin: &Origin) -> Result<Facts> {
    let now = ctx.now();
    let found = sqlx::query!(
        r#"WITH entered AS (SELECT e.device, e.network, e.browser, e.at
                            FROM   sign_in_event e
                            WHERE  e.user_id = $1 AND e.outcome = 'entered' AND e.at > $6),
                failed AS (SELECT e.network, e.at
                           FROM   sign_in_event e
                           WHERE  e.who = $2 AND e.outcome IN ('refused', 'code_refused', 'locked') AND e.at > $5)
           SELECT EXISTS (SELECT FROM entered) AS "entered_before!",
                  EXISTS (SELECT FROM entered e WHERE e.browser = $7 OR ($7::bytea IS NULL AND e.browser IS NULL AND e.device = $4)) AS "device_known!",
                  EXISTS (SELECT FROM entered e WHERE e.network = $3) AS "network_known!",
                  (SELECT count(DISTINCT e.who)
                   FROM   sign_in_event e
                   WHERE  e.network = $3 AND e.at > $5 AND e.outcome IN ('refused', 'code_refused', 'locked')
                     AND  e.who <> $2) AS "others_from_network!",
                  (SELECT count(DISTINCT f.network) FROM failed f) AS "networks_on_account!",
                  (SELECT count(*)
                   FROM   failed f
                   WHERE  f.at > COALESCE((SELECT max(e.at) FROM entered e), '-infinity')) AS "failures_in_a_row!""#,
        who.user.map(|user| user.0),
        who.hash(),
        origin.network,
        origin.device,
        to_db(now.plus_seconds(-RECENT)),
        to_db(now.plus_seconds(-KEPT)),
        origin.browser.map(SessionKey::to_db),
    )
    .fetch_one(&mut **tx)
    .await?;
    let counted = |count: i64| u32::try_from(count).unwrap_or(u32::MAX);
    Ok(Facts {
        entered_before: found.entered_before,
        device_known: found.device_known,
        network_known: found.network_known,
        others_from_network: counted(found.others_from_network),
        networks_on_account: counted(found.networks_on_account),
        failures_in_a_row: counted(found.failures_in_a_row),
    })
}

/// Whether somebody came into the account of `user` with this browser in the last ninety days.
pub(crate) async fn enters_with(tx: &mut Tx, ctx: &Ctx, user: Option<UserId>, origin: &Origin) -> Result<bool> {
    let known = sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT FROM sign_in_event e
                          WHERE e.user_id = $1 AND e.browser = $2 AND e.outcome = 'entered' AND e.at > $3) AS "known!""#,
        user.map(|user| user.0),
        origin.browser.map(SessionKey::to_db),
        to_db(ctx.now().plus_seconds(-KEPT)),
    )
    .fetch_one(&mut **tx)
    .await?;
    Ok(known)
}
