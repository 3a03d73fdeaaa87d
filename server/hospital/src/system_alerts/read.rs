//! What affects the reader: at the top of each of their pages, and as a list with what is over.

use domain::access::{Action, Subject};
use domain::actor::{Actor, Role};
use domain::system_alerts::{Condition, Severity, Shown, Type};
use domain::time::Moment;
use time::OffsetDateTime;
use uuid::Uuid;

use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::time::{from_db, to_db};

/// Alerts that stand at a time: more than these nobody reads.
const STANDING: i64 = 100;
/// Past alerts of one page.
const PAGE: i64 = 50;
/// Alerts at the top of a page: the worst. The list has the rest.
const ON_TOP: usize = 3;

/// What affects the reader.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Alerts {
    /// As of when.
    pub rendered_at: Moment,
    /// What stands or is planned, the worst first.
    pub current: Vec<Shown>,
    /// What is over, the newest first.
    pub past: Vec<Shown>,
    /// After which the next page of it begins.
    pub next: Option<Uuid>,
    /// Whether the reader writes alerts.
    pub may_set: bool,
}

/// A row of an alert. A word of a later version makes it none.
pub(super) struct Row {
    pub id: Uuid,
    pub kind: String,
    pub severity: String,
    pub message_en: Option<String>,
    pub message_fr: Option<String>,
    pub message_ar: Option<String>,
    pub condition: Option<String>,
    pub device: Option<String>,
    pub is_everywhere: bool,
    pub shown_from: OffsetDateTime,
    pub starts_at: OffsetDateTime,
    pub ends_at: Option<OffsetDateTime>,
    pub over_at: Option<OffsetDateTime>,
    pub note: Option<String>,
    pub is_put_away: bool,
}

impl Row {
    pub(super) fn into_shown(self, now: Moment) -> Option<Shown> {
        let condition = match self.condition {
            None => None,
            Some(name) => Some(Condition::parse(&name)?),
        };
        Some(Shown {
            id: self.id,
            kind: Type::parse(&self.kind)?,
            severity: Severity::parse(&self.severity)?,
            messages: [self.message_en, self.message_fr, self.message_ar],
            condition,
            device: self.device.unwrap_or_default(),
            is_everywhere: self.is_everywhere,
            shown_from: from_db(self.shown_from),
            starts: from_db(self.starts_at),
            ends: self.ends_at.map(from_db),
            over: self.over_at.map(from_db).filter(|at| *at <= now),
            note: self.note,
            is_put_away: self.is_put_away,
        })
    }
}

/// What affects the reader now, and one page of what did, after `after`.
///
/// # Errors
/// For whoever has not signed in.
pub async fn list(ctx: &Ctx, after: Option<Uuid>) -> Result<Alerts> {
    let user = ctx.actor().user().ok_or(HospitalError::SignIn)?;
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let mut tx = ctx.begin(Action::ReadAccount, &Subject::Account(user)).await?;
    let current = standing(&mut tx, ctx).await?;
    let (roles, wards) = affected(ctx);
    let mut past = sqlx::query_as!(
        Row,
        r#"SELECT a.id AS "id!", a.kind AS "kind!", a.severity AS "severity!", a.message_en, a.message_fr, a.message_ar, a.condition,
                  (SELECT d.name FROM device d WHERE d.id = a.device_id) AS device, (a.hospital_id IS NULL) AS "is_everywhere!", a.shown_from AS "shown_from!",
                  a.starts_at AS "starts_at!", a.ends_at, least(a.resolved_at, a.ends_at) AS over_at, a.note, true AS "is_put_away!"
             FROM system_alerts_for($1, $2, $3) a
            WHERE least(a.resolved_at, a.ends_at) <= $4 AND ($5::uuid IS NULL OR a.id < $5)
            ORDER BY a.id DESC
            LIMIT $6"#,
        hospital.0,
        &roles,
        &wards,
        to_db(ctx.now()),
        after,
        PAGE + 1,
    )
    .fetch_all(&mut *tx)
    .await?;
    tx.commit().await?;
    let more = past.len() > PAGE as usize;
    past.truncate(PAGE as usize);
    let next = past.last().filter(|_| more).map(|row| row.id);
    Ok(Alerts {
        rendered_at: ctx.now(),
        current,
        past: past.into_iter().filter_map(|row| row.into_shown(ctx.now())).collect(),
        next,
        may_set: ctx.may(Action::SetSystemAlerts, &Subject::Hospital(hospital)),
    })
}

/// What stands at the top of the reader's pages, in a transaction of theirs that asks for other things, too.
pub(crate) async fn on_top_in(tx: &mut Tx, ctx: &Ctx) -> Result<Vec<Shown>> {
    let now = ctx.now();
    let mut shown = standing(tx, ctx).await?;
    shown.retain(|alert| alert.is_on_top(now));
    shown.truncate(ON_TOP);
    Ok(shown)
}

/// One stands at the top of the reader's pages no longer. Twice is the same as once.
///
/// # Errors
/// Not found for one that does not affect the reader; a conflict for a critical one.
pub async fn put_away(ctx: &Ctx, alert: Uuid) -> Result<()> {
    let user = ctx.actor().user().ok_or(HospitalError::SignIn)?;
    let mut tx = ctx.begin(Action::ReadAccount, &Subject::Account(user)).await?;
    let standing = standing(&mut tx, ctx).await?;
    let found = standing
        .iter()
        .find(|it| it.id == alert)
        .ok_or(HospitalError::NotFound)?;
    if !found.severity.may_be_put_away() {
        return Err(HospitalError::Conflict(
            "This alert is critical: it stays until it is resolved.",
        ));
    }
    sqlx::query!(
        "INSERT INTO system_alert_put_away (alert_id, user_id, at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
        alert,
        user.0,
        to_db(ctx.now()),
    )
    .execute(&mut *tx)
    .await?;
    Ok(tx.commit().await?)
}

/// What stands or is planned and affects the reader, the worst first.
async fn standing(tx: &mut Tx, ctx: &Ctx) -> Result<Vec<Shown>> {
    let (Some(user), Some(hospital)) = (ctx.actor().user(), ctx.actor().hospital()) else {
        return Ok(Vec::new());
    };
    let (roles, wards) = affected(ctx);
    let rows = sqlx::query_as!(
        Row,
        r#"SELECT a.id AS "id!", a.kind AS "kind!", a.severity AS "severity!", a.message_en, a.message_fr, a.message_ar, a.condition,
                  (SELECT d.name FROM device d WHERE d.id = a.device_id) AS device, (a.hospital_id IS NULL) AS "is_everywhere!", a.shown_from AS "shown_from!",
                  a.starts_at AS "starts_at!", a.ends_at, NULL::timestamptz AS over_at, a.note,
                  EXISTS (SELECT FROM system_alert_put_away p WHERE p.alert_id = a.id AND p.user_id = $5) AS "is_put_away!"
             FROM system_alerts_for($1, $2, $3) a
            WHERE a.resolved_at IS NULL AND (a.ends_at IS NULL OR a.ends_at > $4)
            ORDER BY array_position(ARRAY['critical', 'warning', 'information'], a.severity), a.starts_at, a.id
            LIMIT $6"#,
        hospital.0,
        &roles,
        &wards,
        to_db(ctx.now()),
        user.0,
        STANDING,
    )
    .fetch_all(&mut **tx)
    .await?;
    let now = ctx.now();
    Ok(rows.into_iter().filter_map(|row| row.into_shown(now)).collect())
}

/// The reader's roles and the wards on which they are on duty, as the database knows them.
fn affected(ctx: &Ctx) -> (Vec<String>, Vec<Uuid>) {
    let actor = ctx.actor();
    let roles = Role::ALL.into_iter().filter(|role| actor.is(*role));
    let wards = match actor {
        Actor::Staff { wards, .. } => wards.iter().map(|ward| ward.0).collect(),
        _ => Vec::new(),
    };
    (roles.map(|role| role.name().to_owned()).collect(), wards)
}
