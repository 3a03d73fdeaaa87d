//! Who presents this cookie.

use domain::access::{Action, Subject};
use domain::time::Moment;

use super::row::select;
use super::{Session, SessionKey, end, touch};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::identity::realm::Realm;

/// The session of `key` in `realm`, and counts it as seen; none when it is over, was never opened, or belongs to the other realm.
///
/// # Errors
/// When the database is away and memory has no answer younger than a second: then nobody is let in.
pub async fn load(ctx: &Ctx, realm: Realm, key: SessionKey) -> Result<Option<Session>> {
    let now = ctx.now();
    let found = look(ctx, realm, key).await?;
    if found.is_some() && ctx.house().sessions.saw(key, now) {
        touch::write(ctx, key, now).await?;
    }
    Ok(found)
}

/// The same, without counting it as seen: for what a page does by itself.
///
/// # Errors
/// As of [`load`].
pub async fn look(ctx: &Ctx, realm: Realm, key: SessionKey) -> Result<Option<Session>> {
    let Some((session, seen)) = find(ctx, key).await? else {
        return Ok(None);
    };
    if session.is_over(seen, ctx.now()) {
        end(ctx, key).await?;
        return Ok(None);
    }
    Ok((session.realm == realm).then_some(session))
}

/// From memory while that is fresh, else from the database; with when it was last seen. It may be idle for too long.
pub(super) async fn find(ctx: &Ctx, key: SessionKey) -> Result<Option<(Session, Moment)>> {
    let known = &ctx.house().sessions;
    if let Some(fresh) = known.fresh(key) {
        return Ok(Some(fresh));
    }
    let mut tx = ctx.begin_often(Action::OpenSession, &Subject::House).await?;
    let found = select(&mut tx, &[key], ctx.now()).await?.into_iter().next();
    tx.commit().await?;
    Ok(found.map(|(session, written)| {
        let seen = known.learn(session.clone(), written);
        (session, seen)
    }))
}
