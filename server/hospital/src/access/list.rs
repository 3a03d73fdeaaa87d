//! The exceptions of a hospital.

use domain::access::{Action, Subject};
use domain::ids::UserId;
use domain::time::Moment;
use uuid::Uuid;

use crate::audit::{self, Entry, Outcome};
use crate::care::{Colleague, colleagues};
use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};
use crate::time::from_db;

/// Those that are shown at most.
const MOST: i64 = 100;

/// One right, granted or denied to one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExceptionRow {
    /// Which.
    pub id: Uuid,
    /// Whose account.
    pub user: UserId,
    /// Their name.
    pub name: String,
    /// The right; none when this version does not know it.
    pub action: Option<Action>,
    /// Granted, or denied.
    pub allowed: bool,
    /// Why.
    pub reason: String,
    /// Who made it.
    pub made_by: String,
    /// Since when.
    pub since: Moment,
    /// Until when.
    pub until: Moment,
    /// Whether it holds now.
    pub holds: bool,
}

/// The page of exceptions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exceptions {
    /// Those that hold first, then the last that did; at most 100.
    pub rows: Vec<ExceptionRow>,
    /// Whom one can make one for: everybody but the reader; none when they are too many for a list.
    pub colleagues: Option<Vec<Colleague>>,
}

/// The exceptions of the actor's hospital. To look at them needs no fresh proof; to change them does.
///
/// Errors: denied for whoever may not ask who may do what.
pub async fn exceptions(ctx: &Ctx) -> Result<Exceptions> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let subject = Subject::Hospital(hospital);
    let mut tx = ctx.begin(Action::ExplainRights, &subject).await?;
    let now = ctx.now();
    let rows = sqlx::query!(
        r#"SELECT e.id, e.user_id, u.display_name, e.action, e.allowed, e.reason, m.display_name AS "maker?", lower(e.during) AS "since!", upper(e.during) AS "until!"
             FROM right_exception e
             JOIN app_user u      ON u.id = e.user_id
             LEFT JOIN app_user m ON m.id = e.made_by
            WHERE e.hospital_id = $1
            ORDER BY upper(e.during) DESC, u.display_name
            LIMIT $2"#,
        hospital.0,
        MOST,
    )
    .fetch_all(&mut *tx)
    .await?;
    let mut colleagues = colleagues(&mut tx, hospital, &[], now).await?;
    colleagues
        .iter_mut()
        .for_each(|all| all.retain(|colleague| Some(colleague.user) != ctx.actor().user()));
    audit::record(ctx, Entry::new(Action::ExplainRights, &subject, Outcome::Allowed)).await?;
    tx.commit().await?;
    let rows = rows.into_iter().map(|row| {
        let (since, until) = (from_db(row.since), from_db(row.until));
        ExceptionRow {
            id: row.id,
            user: UserId(row.user_id),
            name: row.display_name,
            action: Action::parse(&row.action),
            allowed: row.allowed,
            reason: row.reason,
            made_by: row.maker.unwrap_or_else(|| "somebody who left".to_owned()),
            since,
            until,
            holds: since <= now && now < until,
        }
    });
    Ok(Exceptions {
        rows: rows.collect(),
        colleagues,
    })
}
