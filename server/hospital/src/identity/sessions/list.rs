//! Who is signed in where: a person's own sessions, and for an admin those of the hospital's people.

use domain::access::{Action, Subject};
use domain::identity::{Level, SessionRow};
use domain::ids::UserId;
use domain::time::Moment;

use super::SessionKey;
use crate::audit::{self, Entry, Outcome};
use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};
use crate::identity::at_the_door;
use crate::time::{from_db, to_db};

/// The most that an admin sees on one page.
const PAGE: usize = 50;

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

/// A page of an admin's list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Colleagues {
    /// The newest first.
    pub rows: Vec<ColleaguesSession>,
    /// After which one the next page begins.
    pub next: Option<(Moment, SessionKey)>,
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

/// The staff sessions of the asker's hospital whose person's name holds `name`, newest first, from after one on; `this` is the one that asks. Patients' sessions are no
/// admin's business.
pub async fn list_here(
    ctx: &Ctx,
    this: SessionKey,
    name: &str,
    after: Option<(Moment, SessionKey)>,
) -> Result<Colleagues> {
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
           AND    strpos(lower(u.display_name), lower($4)) > 0
           AND    ($5::timestamptz IS NULL OR (s.created_at, s.id_hash) < ($5, $6::bytea))
         ORDER BY s.created_at DESC, s.id_hash DESC
         LIMIT    $3",
        hospital.0,
        to_db(ctx.now()),
        PAGE as i64 + 1,
        name.trim(),
        after.map(|(at, _)| to_db(at)),
        after.map(|(_, key)| key.to_db()),
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
    let mut rows: Vec<ColleaguesSession> = rows.collect();
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    let last = rows.last().filter(|_| more);
    let next = last.and_then(|it| Some((it.row.created_at, SessionKey::of_hex(&it.row.id)?)));
    Ok(Colleagues { rows, next })
}
