//! Who is signed in where: a person's own sessions, and for an admin those of the hospital's people.

use domain::access::{Action, Subject};
use domain::identity::{Level, SessionRow};
use domain::ids::UserId;

use super::SessionKey;
use crate::audit::{self, Entry, Outcome};
use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};
use crate::identity::at_the_door;
use crate::time::{from_db, to_db};

/// The most that an admin sees on one page.
const PAGE: i64 = 200;

/// The session of somebody who works here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColleaguesSession {
    /// Whose.
    pub user: UserId,
    /// Their name.
    pub name: String,
    /// The session.
    pub row: SessionRow,
}

/// The sessions of whoever asks, newest first; at most ten exist (five in each realm). `this` is the one that asks.
pub async fn list_own(ctx: &Ctx, this: SessionKey) -> Result<Vec<SessionRow>> {
    let user = ctx.actor().user().ok_or(HospitalError::SignIn)?;
    let mut tx = ctx.begin(Action::ReadAccount, &Subject::Account(user)).await?;
    let rows = sqlx::query!(
        "SELECT   s.id_hash, s.device, s.address, s.created_at, s.last_seen_at, s.level
         FROM     browser_session s
         WHERE    s.user_id = $1 AND s.expires_at > $2
         ORDER BY s.created_at DESC, s.id_hash",
        user.0,
        to_db(ctx.now()),
    )
    .fetch_all(&mut *tx)
    .await?;
    tx.commit().await?;
    let rows = rows.into_iter().map(|row| {
        let key = SessionKey::from_db(&row.id_hash);
        SessionRow {
            id: key.hex(),
            is_this: key == this,
            device: row.device,
            address: row.address,
            level: Level::of_number(row.level),
            created_at: from_db(row.created_at),
            last_seen_at: from_db(row.last_seen_at),
        }
    });
    Ok(rows.collect())
}

/// The staff sessions of the asker's hospital, last used first; `this` is the one that asks. Patients' sessions are no admin's business.
pub async fn list_here(ctx: &Ctx, this: SessionKey) -> Result<Vec<ColleaguesSession>> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let subject = Subject::Hospital(hospital);
    ctx.check(Action::ManageSessions, &subject).await?;
    audit::record(ctx, Entry::new(Action::ManageSessions, &subject, Outcome::Allowed)).await?;
    // Row security shows a session to its owner and at the door only; the right was asked above.
    let mut tx = at_the_door(ctx.house(), ctx.request())
        .begin(Action::OpenSession, &Subject::House)
        .await?;
    let rows = sqlx::query!(
        "SELECT   s.id_hash, s.user_id, u.display_name, s.device, s.address, s.created_at, s.last_seen_at, s.level
         FROM     browser_session s
         JOIN     app_user u ON u.id = s.user_id
         WHERE    s.realm = 'staff' AND s.expires_at > $2 AND (s.data ->> 'hospital')::uuid = $1
         ORDER BY s.last_seen_at DESC, s.id_hash
         LIMIT    $3",
        hospital.0,
        to_db(ctx.now()),
        PAGE,
    )
    .fetch_all(&mut *tx)
    .await?;
    tx.commit().await?;
    let rows = rows.into_iter().map(|row| {
        let key = SessionKey::from_db(&row.id_hash);
        ColleaguesSession {
            user: UserId(row.user_id),
            name: row.display_name,
            row: SessionRow {
                id: key.hex(),
                is_this: key == this,
                device: row.device,
                address: row.address,
                level: Level::of_number(row.level),
                created_at: from_db(row.created_at),
                last_seen_at: from_db(row.last_seen_at),
            },
        }
    });
    Ok(rows.collect())
}
