//! A session ends: its row goes, memory forgets it, and its sockets hear of it.

use domain::access::{Action, Subject};
use domain::ids::UserId;

use super::{SessionKey, end_all_in, forget_all};
use crate::audit::{self, Entry, Kind};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::identity::{at_the_door, own};
use crate::tokens;

/// Ends the session of `key`; nothing happens when it is over already.
pub async fn end(ctx: &Ctx, key: SessionKey) -> Result<()> {
    end_these(ctx, &[key]).await.map(drop)
}

/// Ends several at once; answers those that were not over already.
pub(super) async fn end_these(ctx: &Ctx, keys: &[SessionKey]) -> Result<Vec<SessionKey>> {
    let hashes: Vec<Vec<u8>> = keys.iter().map(|key| key.to_db()).collect();
    let mut tx = ctx.begin(Action::OpenSession, &Subject::House).await?;
    let gone = sqlx::query!(
        "DELETE FROM browser_session WHERE id_hash = ANY($1) RETURNING id_hash, user_id",
        &hashes
    )
    .fetch_all(&mut *tx)
    .await?;
    record(&mut tx, ctx, gone.iter().map(|row| UserId(row.user_id))).await?;
    tx.commit().await?;
    let ended = gone.into_iter().map(|row| {
        let key = SessionKey::from_db(&row.id_hash);
        ctx.house().sessions.forget(key, UserId(row.user_id));
        key
    });
    Ok(ended.collect())
}

/// Ends all sessions of a person, in both realms; answers how many.
pub async fn end_all_of(ctx: &Ctx, user: UserId) -> Result<usize> {
    let mut tx = ctx.begin(Action::OpenSession, &Subject::House).await?;
    let gone = end_all_in(&mut tx, ctx, user).await?;
    tx.commit().await?;
    let count = gone.len();
    forget_all(ctx, user, gone);
    Ok(count)
}

/// One entry for each session that ended, with whose it was.
pub(super) async fn record(tx: &mut Tx, ctx: &Ctx, of: impl Iterator<Item = UserId>) -> Result<()> {
    let ended = of
        .map(|user| Entry::change("session.end", Action::OpenSession, &Subject::Account(user)).kinds(&[Kind::Account]));
    audit::record_in(tx, ctx, ended).await
}

/// Ends one of the asker's own sessions; nothing happens when it is over or somebody else's.
pub async fn end_own(ctx: &Ctx, key: SessionKey) -> Result<()> {
    let (user, mut tx) = own::begin(ctx).await?;
    let gone = sqlx::query_scalar!(
        "DELETE FROM browser_session WHERE id_hash = $1 AND user_id = $2 RETURNING id_hash",
        key.to_db(),
        user.0,
    )
    .fetch_optional(&mut *tx)
    .await?;
    record(&mut tx, ctx, gone.iter().map(|_| user)).await?;
    tx.commit().await?;
    if gone.is_some() {
        ctx.house().sessions.forget(key, user);
    }
    Ok(())
}

/// Ends all of the asker's own sessions, the one that asks too, and what programs hold for them.
pub async fn end_all_own(ctx: &Ctx) -> Result<()> {
    let (user, mut tx) = own::begin(ctx).await?;
    let gone = sqlx::query_scalar!(
        "DELETE FROM browser_session WHERE user_id = $1 RETURNING id_hash",
        user.0
    )
    .fetch_all(&mut *tx)
    .await?;
    record(&mut tx, ctx, gone.iter().map(|_| user)).await?;
    tokens::end_all_of(&mut tx, ctx, user).await?;
    tx.commit().await?;
    for hash in &gone {
        ctx.house().sessions.forget(SessionKey::from_db(hash), user);
    }
    Ok(())
}

/// An admin ends one staff session of their hospital.
///
/// # Errors
/// [`HospitalError::NotFound`] when it is over, or of another hospital or a patient.
pub async fn end_of_colleague(ctx: &Ctx, key: SessionKey) -> Result<()> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    ctx.check(Action::ManageSessions, &Subject::Hospital(hospital)).await?;
    let mut tx = at_the_door(ctx.house(), ctx.request())
        .begin(Action::OpenSession, &Subject::House)
        .await?;
    let user = sqlx::query_scalar!(
        "DELETE FROM browser_session
         WHERE  id_hash = $1 AND realm = 'staff' AND (data ->> 'hospital')::uuid = $2
         RETURNING user_id",
        key.to_db(),
        hospital.0,
    )
    .fetch_optional(&mut *tx)
    .await?;
    let Some(user) = user.map(UserId) else {
        tx.rollback().await?;
        return Err(HospitalError::NotFound);
    };
    record(&mut tx, ctx, [user].into_iter()).await?;
    tx.commit().await?;
    ctx.house().sessions.forget(key, user);
    Ok(())
}

/// An admin ends everything of somebody in their hospital: staff sessions and programs. What they have elsewhere, or as a patient, is not touched.
///
/// # Errors
/// [`HospitalError::NotFound`] for whoever does not work here.
pub async fn end_all_of_colleague(ctx: &Ctx, user: UserId) -> Result<()> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let subject = Subject::Colleague { user, hospital };
    // In a transaction of the hospital this ends what they hold as its staff.
    let mut tx = ctx.begin(Action::ManageSessions, &subject).await?;
    let works = sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT FROM staff_member m WHERE m.user_id = $1 AND m.hospital_id = $2) AS "works!""#,
        user.0,
        hospital.0,
    )
    .fetch_one(&mut *tx)
    .await?;
    if !works {
        tx.rollback().await?;
        return Err(HospitalError::NotFound);
    }
    tokens::end_all_of(&mut tx, ctx, user).await?;
    tx.commit().await?;
    let mut tx = at_the_door(ctx.house(), ctx.request())
        .begin(Action::OpenSession, &Subject::House)
        .await?;
    let gone = sqlx::query_scalar!(
        "DELETE FROM browser_session
         WHERE  user_id = $1 AND realm = 'staff' AND (data ->> 'hospital')::uuid = $2
         RETURNING id_hash",
        user.0,
        hospital.0,
    )
    .fetch_all(&mut *tx)
    .await?;
    record(&mut tx, ctx, gone.iter().map(|_| user)).await?;
    tx.commit().await?;
    for hash in &gone {
        ctx.house().sessions.forget(SessionKey::from_db(hash), user);
    }
    Ok(())
}
