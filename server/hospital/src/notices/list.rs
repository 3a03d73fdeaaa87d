//! The reader's own notices, and how many they have not read. Which of them stand in this frame (the account's, those of the hospital where they work now, those of
//! their record) says the wall.

use domain::access::{Action, Subject};
use domain::ids::{PatientId, UserId};
use domain::notices::{Kind, NoticeRow};
use domain::system_alerts::Shown;
use domain::time::Moment;
use uuid::Uuid;

use super::Named;
use crate::chat;
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::system_alerts;
use crate::time::{from_db, to_db};

/// Notices of one page.
const PAGE: i64 = 30;
/// The most that are counted: beyond it the frame says "99+".
const MOST: i64 = 100;

/// Where a page begins: after a notice that was read or not, of this time and id.
pub type Place = (bool, Moment, Uuid);

/// One page.
#[derive(Clone, Debug, Default)]
pub struct NoticePage {
    /// What is not read first, then the newest.
    pub rows: Vec<NoticeRow>,
    /// Where the next page begins.
    pub next: Option<Place>,
}

/// Thirty of the reader's own, after `after`.
pub async fn list(ctx: &Ctx, after: Option<Place>) -> Result<NoticePage> {
    let user = ctx.actor().user().ok_or(HospitalError::SignIn)?;
    let mut tx = ctx.begin(Action::ReadAccount, &Subject::Account(user)).await?;
    let mut rows = sqlx::query!(
        r#"SELECT   n.id, n.at, n.kind, n.patient_id, n.named_sealed, (n.read_at IS NULL) AS "is_new!"
         FROM     notice n
         WHERE    n.user_id = $1 AND ($2::boolean IS NULL OR ((n.read_at IS NULL), n.at, n.id) < ($2, $3, $4))
         ORDER BY (n.read_at IS NULL) DESC, n.at DESC, n.id DESC
         LIMIT    $5"#,
        user.0,
        after.map(|(is_new, _, _)| is_new),
        after.map(|(_, at, _)| to_db(at)),
        after.map(|(_, _, id)| id),
        PAGE + 1,
    )
    .fetch_all(&mut *tx)
    .await?;
    tx.commit().await?;
    let more = rows.len() > PAGE as usize;
    rows.truncate(PAGE as usize);
    let next = rows
        .last()
        .filter(|_| more)
        .map(|row| (row.is_new, from_db(row.at), row.id));
    let keys = &ctx.house().keys;
    let rows = rows.into_iter().map(|row| {
        let Named { who, what } = Named::open(keys, row.id, row.named_sealed.as_deref())?;
        Ok(NoticeRow {
            id: row.id,
            at: from_db(row.at),
            kind: Kind::parse(&row.kind),
            who,
            what,
            patient: row.patient_id.map(PatientId),
            is_new: row.is_new,
        })
    });
    Ok(NoticePage {
        rows: rows.collect::<Result<_>>()?,
        next,
    })
}

/// How many the reader has not read, a hundred at the most.
pub async fn count(ctx: &Ctx) -> Result<u32> {
    let user = ctx.actor().user().ok_or(HospitalError::SignIn)?;
    let mut tx = ctx.begin(Action::ReadAccount, &Subject::Account(user)).await?;
    let unread = unread_in(&mut tx, user).await?;
    tx.commit().await?;
    Ok(unread)
}

/// The same, how many messages of conversations wait, where the reader has any, and what stands at the top of their pages: for the frame of every page.
pub async fn waiting(ctx: &Ctx) -> Result<(u32, Option<u32>, Vec<Shown>)> {
    let user = ctx.actor().user().ok_or(HospitalError::SignIn)?;
    let mut tx = ctx.begin_often(Action::ReadAccount, &Subject::Account(user)).await?;
    let unread = unread_in(&mut tx, user).await?;
    let talk = chat::unread_in(&mut tx, ctx).await?;
    let alerts = system_alerts::on_top_in(&mut tx, ctx).await?;
    tx.commit().await?;
    Ok((unread, talk, alerts))
}

/// From the index alone: every page asks for it.
async fn unread_in(tx: &mut Tx, user: UserId) -> Result<u32> {
    let unread = sqlx::query_scalar!(
        r#"SELECT count(*) AS "count!" FROM (SELECT FROM notice n WHERE n.user_id = $1 AND n.read_at IS NULL LIMIT $2) AS few"#,
        user.0,
        MOST,
    )
    .fetch_one(&mut **tx)
    .await?;
    Ok(u32::try_from(unread).unwrap_or(u32::MAX))
}
