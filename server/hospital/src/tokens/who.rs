//! A presented access token becomes an actor. The token says which family asks, and nothing more is taken from it: whether the family lives, who that is and
//! what they may, the database says, at most 0.4 s ago.

use std::sync::Arc;
use std::time::Instant;

use domain::access::{Action, Subject};
use domain::actor::Actor;
use domain::ids::HospitalId;
use uuid::Uuid;

use super::claims::Claims;
use super::family::{self, Holder, Why};
use super::{keys, standing};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::house::House;
use crate::identity::at_the_door;
use crate::time::to_db;

/// Who asks with an access token.
#[derive(Clone, Debug, PartialEq)]
pub struct Caller {
    /// The actor for `Ctx::new`.
    pub actor: Actor,
    /// The name of the person or of the program.
    pub name: String,
    /// The name of the hospital in which they act.
    pub hospital_name: String,
    /// The family, to end it.
    pub family: Uuid,
}

/// Who shows this access token.
///
/// # Errors
/// [`HospitalError::SignIn`] for whatever is no token of ours that holds now, of a family that lives; [`HospitalError::Away`] when nobody can be asked.
pub async fn who(house: &Arc<House>, token: &str) -> Result<Caller> {
    let now = house.clock.now();
    let claims = keys::verify(house, token, now).await?.ok_or(HospitalError::SignIn)?;
    if let Some(caller) = house.tokens.fresh(&claims) {
        return Ok(caller);
    }
    let asked = Instant::now();
    let caller = ask(house, &claims).await?.ok_or(HospitalError::SignIn)?;
    house.tokens.put(&claims, caller.clone(), asked);
    Ok(caller)
}

async fn ask(house: &Arc<House>, claims: &Claims) -> Result<Option<Caller>> {
    let ctx = at_the_door(house, Uuid::now_v7());
    let mut tx = ctx.begin(Action::OpenSession, &Subject::House).await?;
    let found = sqlx::query!(
        r#"SELECT f.realm, f.user_id, f.client_id, f.hospital_id, t.id AS "issued_with?", t.used_at AS "used_at?"
           FROM   token_family f
           LEFT JOIN refresh_token t ON t.id = $2 AND t.family_id = f.id AND t.killed_at IS NULL
           WHERE  f.id = $1 AND f.ended_at IS NULL AND f.ends_at > $3"#,
        claims.sid,
        claims.jti,
        to_db(ctx.now()),
    )
    .fetch_optional(&mut *tx)
    .await?;
    let Some(found) = found else {
        tx.rollback().await?;
        return Ok(None);
    };
    let hospital = HospitalId(found.hospital_id);
    let holder = Holder::parse(&found.realm, found.user_id, found.client_id).filter(|it| it.id() == claims.sub);
    let goes_with_one = match holder {
        Some(Holder::Person(..)) if found.used_at.is_some() => true,
        Some(Holder::Person(..)) => found.issued_with.is_some() && is_used_now(&mut tx, &ctx, claims.jti).await?,
        Some(Holder::Client(_)) => true,
        None => false,
    };
    let (Some(holder), true) = (holder, goes_with_one) else {
        tx.rollback().await?;
        return Ok(None);
    };
    let standing = standing::of(&mut tx, &ctx, holder, hospital).await?;
    if standing.is_none() {
        // Closed, or without a role: opening it again must not revive what was signed in before.
        family::end(&mut tx, &ctx, &[claims.sid], Why::Revoked).await?;
    }
    tx.commit().await?;
    Ok(standing.map(|it| Caller {
        actor: it.actor,
        name: it.name,
        hospital_name: it.hospital_name,
        family: claims.sid,
    }))
}

/// Remembers that the pair of this access token has arrived: whoever shows its predecessor from now on holds a copy. Answers whether the pair still counts.
async fn is_used_now(tx: &mut Tx, ctx: &Ctx, jti: Uuid) -> Result<bool> {
    let used = sqlx::query!(
        "UPDATE refresh_token SET used_at = coalesce(used_at, $2) WHERE id = $1 AND killed_at IS NULL",
        jti,
        to_db(ctx.now()),
    )
    .execute(&mut **tx)
    .await?;
    Ok(used.rows_affected() == 1)
}
