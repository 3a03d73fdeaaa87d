//! A session goes on elsewhere: one of the portal with another record that its account opens, one of staff in another hospital where they have a role.

use domain::access::{Action, Subject};
use domain::ids::{HospitalId, PatientId, UserId};

use super::SessionKey;
use crate::audit::{self, Entry};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::identity::realm::Realm;
use crate::time::to_db;

/// The session of `old` goes on as `new` with the record of `whom`: the account's own, or that of somebody it cares for. What was proved, and when it ends, stay as
/// they were; the id is a new one, because what it opens has changed (OWASP ASVS 5.0 7.2.4), and the old one is dead.
///
/// # Errors
/// [`HospitalError::SignIn`] when the session is over, [`HospitalError::NotFound`] for a record that the account does not open.
pub async fn switch(ctx: &Ctx, old: SessionKey, new: SessionKey, whom: PatientId) -> Result<()> {
    let mut tx = ctx.begin(Action::OpenSession, &Subject::House).await?;
    let user = owner(&mut tx, ctx, old, Realm::Portal).await?;
    let Some((hospital, is_proxy)) = opens(ctx, &mut tx, user, whom).await? else {
        tx.rollback().await?;
        return Err(HospitalError::NotFound);
    };
    let facts = serde_json::json!({ "hospital": hospital, "patient": whom, "is_proxy": is_proxy });
    go_on(tx, ctx, user, (old, new), facts).await
}

/// The session of `old` goes on as `new` in `hospital`, where its owner has a role. What that hospital asks of its staff (a second factor) holds from the next page on.
///
/// # Errors
/// [`HospitalError::SignIn`] when the session is over, [`HospitalError::NotFound`] for a hospital in which they have no role now.
pub async fn work_in(ctx: &Ctx, old: SessionKey, new: SessionKey, hospital: HospitalId) -> Result<()> {
    let mut tx = ctx.begin(Action::OpenSession, &Subject::House).await?;
    let user = owner(&mut tx, ctx, old, Realm::Staff).await?;
    let works_there = sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT FROM role_grant g WHERE g.user_id = $1 AND g.hospital_id = $2 AND g.during @> $3::timestamptz) AS "works!""#,
        user.0,
        hospital.0,
        to_db(ctx.now()),
    )
    .fetch_one(&mut *tx)
    .await?;
    if !works_there {
        tx.rollback().await?;
        return Err(HospitalError::NotFound);
    }
    go_on(tx, ctx, user, (old, new), serde_json::json!({ "hospital": hospital })).await
}

/// Whose session this is, in this realm and now.
async fn owner(tx: &mut Tx, ctx: &Ctx, key: SessionKey, realm: Realm) -> Result<UserId> {
    let user = sqlx::query_scalar!(
        "SELECT s.user_id
           FROM browser_session s
           JOIN app_user u ON u.id = s.user_id AND u.is_active
          WHERE s.id_hash = $1 AND s.realm = $2 AND s.expires_at > $3",
        key.to_db(),
        realm.name(),
        to_db(ctx.now()),
    )
    .fetch_optional(&mut **tx)
    .await?;
    user.map(UserId).ok_or(HospitalError::SignIn)
}

/// Writes where the session goes on, under its new id.
async fn go_on(
    mut tx: Tx,
    ctx: &Ctx,
    user: UserId,
    (old, new): (SessionKey, SessionKey),
    facts: serde_json::Value,
) -> Result<()> {
    let moved = sqlx::query!(
        "UPDATE browser_session SET id_hash = $2, last_seen_at = greatest(last_seen_at, $3), data = data || $4 WHERE id_hash = $1",
        old.to_db(),
        new.to_db(),
        to_db(ctx.now()),
        facts,
    )
    .execute(&mut *tx)
    .await?;
    if moved.rows_affected() != 1 {
        tx.rollback().await?;
        return Err(HospitalError::SignIn);
    }
    let entry = Entry::change("session.switch", Action::OpenSession, &Subject::Account(user));
    audit::record_in(&mut tx, ctx, [entry]).await?;
    tx.commit().await?;
    ctx.house().sessions.moved(old, user);
    Ok(())
}

/// In whose portal the account opens this record, and whether as somebody who cares for the person.
async fn opens(ctx: &Ctx, tx: &mut Tx, user: UserId, whom: PatientId) -> Result<Option<(uuid::Uuid, bool)>> {
    // Row security shows an account to its owner only; the session has just proved who that is.
    sqlx::query!("SELECT set_config('app.user_id', $1, true) AS proved", user.to_string())
        .fetch_one(&mut **tx)
        .await?;
    let own = sqlx::query_scalar!(
        "SELECT hospital_id FROM portal_account WHERE user_id = $1 AND patient_id = $2",
        user.0,
        whom.0
    )
    .fetch_optional(&mut **tx)
    .await?;
    if let Some(hospital) = own {
        return Ok(Some((hospital, false)));
    }
    let cared_for = sqlx::query_scalar!(
        "SELECT hospital_id FROM proxy WHERE user_id = $1 AND patient_id = $2 AND during @> $3::timestamptz",
        user.0,
        whom.0,
        to_db(ctx.now()),
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(cared_for.map(|hospital| (hospital, true)))
}
