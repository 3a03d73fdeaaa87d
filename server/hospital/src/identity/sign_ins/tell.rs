//! Who must know that somebody tries to get in: told once an hour while it lasts, with an entry of the audit.
//!
//! A list of names that is tried from one network is told to the admins of the hospitals whose people were tried, and to the platform's. An account that is tried from many
//! networks is told to its owner.

use domain::access::{Action, Subject};
use domain::identity::suspicion::{Signal, Suspicion};
use domain::ids::UserId;

use super::facts::{RECENT, Who};
use super::origin::Origin;
use crate::audit::{self, Entry};
use crate::ctx::{Ctx, Tx};
use crate::error::Result;
use crate::notices::{self, Kind};
use crate::time::to_db;

/// The most admins that one attack is told to.
const MOST: i64 = 200;

/// Tells of what a failed try is part of, in the transaction that writes it down.
pub(super) async fn tell(tx: &mut Tx, ctx: &Ctx, who: &Who, origin: &Origin, suspicion: &Suspicion) -> Result<()> {
    if suspicion.signals.contains(&Signal::ManyAccounts) {
        let what = ctx.house().keys.blind("sign_in_attack.what", &origin.network);
        if is_news(tx, ctx, &what).await? {
            for admin in admins(tx, ctx, &origin.network).await? {
                notices::tell(tx, ctx, admin, Kind::NamesTried).await?;
            }
            write(tx, ctx, "sign_in.names_tried", &Subject::House).await?;
        }
    }
    // An account that nobody has is counted like one, and told to nobody.
    if suspicion.signals.contains(&Signal::ManyNetworks) && is_news(tx, ctx, who.hash()).await? {
        let subject = who.user.map_or(Subject::House, Subject::Account);
        if let Some(owner) = who.user {
            notices::tell(tx, ctx, owner, Kind::AccountTried).await?;
        }
        write(tx, ctx, "sign_in.account_tried", &subject).await?;
    }
    Ok(())
}

/// Whether nobody was told within the hour; from now on somebody was.
async fn is_news(tx: &mut Tx, ctx: &Ctx, what: &[u8]) -> Result<bool> {
    let now = ctx.now();
    let told = sqlx::query!(
        "INSERT INTO sign_in_attack AS a (what, told_at) VALUES ($1, $2)
         ON CONFLICT (what) DO UPDATE SET told_at = EXCLUDED.told_at WHERE a.told_at <= $3",
        what,
        to_db(now),
        to_db(now.plus_seconds(-RECENT)),
    )
    .execute(&mut **tx)
    .await?;
    Ok(told.rows_affected() == 1)
}

async fn admins(tx: &mut Tx, ctx: &Ctx, network: &str) -> Result<Vec<UserId>> {
    let now = ctx.now();
    let rows = sqlx::query_scalar!(
        r#"SELECT DISTINCT g.user_id
             FROM role_grant g
             JOIN app_user u ON u.id = g.user_id AND u.is_active
            WHERE g.during @> $2::timestamptz
              AND (g.role = 'super_admin'
                   OR (g.role = 'hospital_admin'
                       AND g.hospital_id IN (SELECT r.hospital_id
                                               FROM sign_in_event e
                                               JOIN role_grant r ON r.user_id = e.user_id AND r.during @> $2::timestamptz
                                              WHERE e.network = $1 AND e.at > $3 AND e.outcome IN ('refused', 'code_refused', 'locked', 'blocked'))))
            ORDER BY g.user_id
            LIMIT $4"#,
        network,
        to_db(now),
        to_db(now.plus_seconds(-RECENT)),
        MOST,
    )
    .fetch_all(&mut **tx)
    .await?;
    Ok(rows.into_iter().map(UserId).collect())
}

async fn write(tx: &mut Tx, ctx: &Ctx, what: &'static str, subject: &Subject) -> Result<()> {
    let entry = Entry::change(what, Action::OpenSession, subject);
    audit::record_in(tx, ctx, [entry]).await
}

/// Lets go of what nobody asks for any more; run at the door.
pub(super) async fn sweep(tx: &mut Tx, ctx: &Ctx) -> Result<()> {
    sqlx::query!(
        "DELETE FROM sign_in_attack WHERE told_at <= $1",
        to_db(ctx.now().plus_seconds(-RECENT))
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}
