//! A try is written down, and failures in a row are counted.

use domain::identity::suspicion::Suspicion;
use domain::ids::UserId;
use uuid::Uuid;

use super::facts::{KEPT, Who};
use super::origin::Origin;
use super::tell;
use crate::ctx::{Ctx, Tx};
use crate::error::Result;
use crate::identity::sessions::SessionKey;
use crate::notices::{self, Kind};
use crate::time::to_db;

/// So many failures in a row close an account until its password is reset (NIST SP 800-63B-4, 3.2.2: no more than 100).
pub(crate) const MOST_FAILURES: i32 = 100;

/// How a try ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Somebody is in.
    Entered,
    /// The password was right; the code is still to come.
    Password,
    /// The name or the password was wrong, or the account is closed.
    Refused,
    /// The password was right and the code was not.
    CodeRefused,
    /// A hundred failures in a row: not even the right password opens it.
    Locked,
    /// The password was right, and the try looked like a stolen one.
    Blocked,
    /// The password was right, and the account may not enter yet: why.
    Waiting(&'static str),
}

impl Outcome {
    const fn name(self) -> &'static str {
        match self {
            Self::Entered => "entered",
            Self::Password => "password",
            Self::Refused => "refused",
            Self::CodeRefused => "code_refused",
            Self::Locked => "locked",
            Self::Blocked => "blocked",
            Self::Waiting(_) => "waiting",
        }
    }
}

/// Writes a try down in the transaction of what it led to. A wrong password or code counts as a failure, somebody who is in ends the count.
pub(crate) async fn note_in(
    tx: &mut Tx,
    ctx: &Ctx,
    who: &Who,
    origin: &Origin,
    outcome: Outcome,
    suspicion: &Suspicion,
) -> Result<()> {
    let signals: Vec<String> = suspicion.signals.iter().map(|it| it.name().to_owned()).collect();
    sqlx::query!(
        "INSERT INTO sign_in_event (id, at, user_id, who, network, device, outcome, signals, score, browser)
         VALUES                    ($1, $2, $3,      $4,  $5,      $6,     $7,      $8,      $9,    $10)",
        Uuid::now_v7(),
        to_db(ctx.now()),
        who.user.map(|user| user.0),
        who.hash(),
        origin.network,
        origin.device,
        outcome.name(),
        &signals,
        i16::try_from(suspicion.score).unwrap_or(i16::MAX),
        origin.browser.map(SessionKey::to_db),
    )
    .execute(&mut **tx)
    .await?;
    if matches!(outcome, Outcome::Refused | Outcome::CodeRefused | Outcome::Blocked) {
        tell::tell(tx, ctx, who, origin, suspicion).await?;
    }
    match (outcome, who.user) {
        (Outcome::Entered, Some(user)) => clear_failures(tx, user).await,
        (Outcome::Refused | Outcome::CodeRefused, _) => fail(tx, ctx, who.user).await,
        _ => Ok(()),
    }
}

/// Counts a failure; with no account the same statement finds nothing to count.
async fn fail(tx: &mut Tx, ctx: &Ctx, user: Option<UserId>) -> Result<()> {
    let in_a_row = sqlx::query_scalar!(
        "INSERT INTO sign_in_failures (user_id, in_a_row)
         SELECT u.id, 1 FROM app_user u WHERE u.id = $1
         ON CONFLICT (user_id) DO UPDATE SET in_a_row = sign_in_failures.in_a_row + 1
         RETURNING in_a_row",
        user.map(|user| user.0),
    )
    .fetch_optional(&mut **tx)
    .await?;
    match (in_a_row, user) {
        (Some(MOST_FAILURES), Some(user)) => notices::tell(tx, ctx, user, Kind::AccountLocked).await,
        _ => Ok(()),
    }
}

/// Nothing failed any more: somebody is in, or the password is new. A reset calls this to open an account that a hundred failures closed.
pub(crate) async fn clear_failures(tx: &mut Tx, user: UserId) -> Result<()> {
    sqlx::query!("DELETE FROM sign_in_failures WHERE user_id = $1", user.0)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Lets go of what is older than ninety days; run at the door.
pub(crate) async fn sweep(tx: &mut Tx, ctx: &Ctx) -> Result<()> {
    let now = ctx.now();
    sqlx::query!(
        "DELETE FROM sign_in_event WHERE at <= $1",
        to_db(now.plus_seconds(-KEPT))
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!("DELETE FROM sign_in_step WHERE expires_at <= $1", to_db(now))
        .execute(&mut **tx)
        .await?;
    tell::sweep(tx, ctx).await
}
