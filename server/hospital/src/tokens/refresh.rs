//! A refresh token becomes the next pair, or its family ends. What is to be done says `domain::tokens::refresh`; here who asks is put in a line (a lock on
//! the family) and what was decided is kept.

use domain::access::{Action, Subject};
use domain::ids::HospitalId;
use domain::time::Moment;
use domain::tokens::refresh::{ABSOLUTE, IDLE, Presented, State, Verdict};
use uuid::Uuid;

use super::claims::Claims;
use super::family::{self, Holder, PREFIX, Why};
use super::{Pair, Refresh, keys, secret, standing};
use crate::audit::{self, Entry, Outcome};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::notices::{self, Kind};
use crate::time::{from_db, to_db};

/// Exchanges a refresh token for the next pair.
///
/// # Errors
/// [`HospitalError::SignIn`] for one that is unknown, too old, of a family that has ended, or that came twice; which of these it was, the answer does not say.
pub async fn refresh(ctx: &Ctx, token: &str) -> Result<Pair> {
    let now = ctx.now();
    let mut tx = ctx.begin(Action::OpenSession, &Subject::House).await?;
    let Some(found) = find(&mut tx, token).await? else {
        tx.rollback().await?;
        audit::record(ctx, Entry::new(Action::OpenSession, &Subject::House, Outcome::Failed)).await?;
        return Err(HospitalError::SignIn);
    };
    let mut verdict = found.presented.judge(now);
    let goes_on = matches!(verdict, Verdict::Rotate | Verdict::AnswerAgain);
    if goes_on
        && standing::of(&mut tx, ctx, found.holder, found.hospital)
            .await?
            .is_none()
    {
        verdict = Verdict::Over;
    }
    match verdict {
        Verdict::Rotate => spend(&mut tx, ctx, found.token).await?,
        Verdict::AnswerAgain => kill_successor(&mut tx, ctx, found.token).await?,
        Verdict::Reused => return refuse(tx, ctx, &found, Why::Reused).await,
        Verdict::TooOld | Verdict::Over => return refuse(tx, ctx, &found, Why::Revoked).await,
    }
    let (jti, successor) = family::issue(&mut tx, ctx, found.family, Some(found.token)).await?;
    let ends_at = Presented::ends_at(found.presented.began_at, now);
    sqlx::query!(
        "UPDATE token_family SET ends_at = $2 WHERE id = $1",
        found.family,
        to_db(ends_at)
    )
    .execute(&mut *tx)
    .await?;
    tx.commit().await?;
    // After the commit, because signing may have to read keys. Should it fail, the spent token is answered again.
    let claims = Claims::new(found.holder.id(), found.family, jti, now);
    Ok(Pair {
        access: keys::sign(ctx.house(), &claims, now).await?.into(),
        refresh: Some(Refresh {
            token: successor,
            expires_in: left(found.presented.began_at, now),
        }),
    })
}

fn left(began_at: Moment, now: Moment) -> i64 {
    (began_at.plus_seconds(ABSOLUTE as f64).seconds_since(now) as i64).clamp(0, IDLE)
}

/// A token that is presented, with its family, which is locked.
struct Found {
    token: Uuid,
    family: Uuid,
    holder: Holder,
    hospital: HospitalId,
    presented: Presented,
}

async fn find(tx: &mut Tx, token: &str) -> Result<Option<Found>> {
    if !token.starts_with(PREFIX) {
        return Ok(None);
    }
    let hash = secret::hash(token);
    let family = sqlx::query!(
        "SELECT f.id, f.realm, f.user_id, f.client_id, f.hospital_id, f.began_at, f.ended_at
         FROM   token_family f
         WHERE  f.id = (SELECT t.family_id FROM refresh_token t WHERE t.hash = $1)
         FOR UPDATE",
        hash,
    )
    .fetch_optional(&mut **tx)
    .await?;
    let Some(family) = family else { return Ok(None) };
    // Only now, behind the lock: whoever was before us in the line has written what they did.
    let it = sqlx::query!(
        "SELECT t.id, t.issued_at, t.spent_at, t.killed_at FROM refresh_token t WHERE t.hash = $1",
        hash
    )
    .fetch_optional(&mut **tx)
    .await?;
    let (Some(it), Some(holder)) = (it, Holder::parse(&family.realm, family.user_id, family.client_id)) else {
        return Ok(None);
    };
    // Locked too: an access token may be used for the first time at this moment.
    let successors = sqlx::query_scalar!(
        "SELECT t.used_at FROM refresh_token t WHERE t.parent_id = $1 FOR UPDATE",
        it.id
    )
    .fetch_all(&mut **tx)
    .await?;
    let state = match (it.killed_at, it.spent_at) {
        (Some(_), _) => State::Killed,
        (None, Some(_)) => State::Spent {
            successor_used: successors.iter().any(Option::is_some),
        },
        (None, None) => State::Live,
    };
    Ok(Some(Found {
        token: it.id,
        family: family.id,
        holder,
        hospital: HospitalId(family.hospital_id),
        presented: Presented {
            state,
            issued_at: from_db(it.issued_at),
            began_at: from_db(family.began_at),
            family_ended: family.ended_at.is_some(),
        },
    }))
}

async fn spend(tx: &mut Tx, ctx: &Ctx, token: Uuid) -> Result<()> {
    let spent = sqlx::query!(
        "UPDATE refresh_token SET spent_at = $2, used_at = coalesce(used_at, $2) WHERE id = $1",
        token,
        to_db(ctx.now()),
    );
    spent.execute(&mut **tx).await?;
    Ok(())
}

async fn kill_successor(tx: &mut Tx, ctx: &Ctx, token: Uuid) -> Result<()> {
    let killed = sqlx::query!(
        "UPDATE refresh_token SET killed_at = $2 WHERE parent_id = $1 AND killed_at IS NULL AND used_at IS NULL",
        token,
        to_db(ctx.now()),
    );
    killed.execute(&mut **tx).await?;
    Ok(())
}

/// Ends the family, tells its owner when a token came twice, and refuses.
async fn refuse<T>(mut tx: Tx, ctx: &Ctx, found: &Found, why: Why) -> Result<T> {
    let subject = found.holder.subject(found.hospital);
    let ended = family::end(&mut tx, ctx, &[found.family], why).await?;
    if why == Why::Reused && !ended.is_empty() {
        let entry = Entry::change("token.reuse", Action::OpenSession, &subject);
        audit::record_in(&mut tx, ctx, [entry]).await?;
        if let Holder::Person(user, _) = found.holder {
            notices::tell(&mut tx, ctx, user, Kind::TokenReused).await?;
        }
        tracing::warn!("a refresh token came twice: everything that grew from its sign-in has ended");
    }
    tx.commit().await?;
    ctx.house().tokens.forget_family(found.family);
    audit::record(ctx, Entry::new(Action::OpenSession, &subject, Outcome::Failed)).await?;
    Err(HospitalError::SignIn)
}
