//! What stands in a hospital, whomever it affects, for who writes alerts.

use domain::access::{Action, Subject};
use domain::actor::Role;
use domain::ids::WardId;
use domain::system_alerts::{Condition, Shown, Whom};
use domain::time::Moment;
use uuid::Uuid;

use super::read::Row;
use crate::audit::{self, Entry, Outcome};
use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};
use crate::time::to_db;

/// Alerts on the page: a hospital has no more of its own, and the platform and the house few.
const MOST: i64 = 200;

/// One alert that stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The alert.
    pub alert: Shown,
    /// Whom it affects.
    pub whom: Whom,
    /// The name of the ward, where it is of one.
    pub ward: String,
    /// Who wrote it; empty for the house itself.
    pub by: String,
    /// Whether the reader may resolve it.
    pub may_resolve: bool,
}

/// The page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Management {
    /// As of when.
    pub rendered_at: Moment,
    /// What stands or is planned, the worst first.
    pub lines: Vec<Line>,
    /// The wards of the hospital.
    pub wards: Vec<(WardId, String)>,
    /// Whether the reader writes to every hospital, too.
    pub may_everywhere: bool,
}

/// What stands in the reader's hospital.
///
/// # Errors
/// Denied for whoever does not run it.
pub async fn manage(ctx: &Ctx) -> Result<Management> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let subject = Subject::Hospital(hospital);
    let mut tx = ctx.begin(Action::SetSystemAlerts, &subject).await?;
    let now = ctx.now();
    let may_everywhere = ctx.may(Action::SetAlertsEverywhere, &Subject::House);
    let rows = sqlx::query!(
        r#"SELECT a.id, a.kind, a.severity, a.message_en, a.message_fr, a.message_ar, a.condition, a.hospital_id, a.shown_from, a.starts_at, a.ends_at, a.note, a.roles, a.ward_id,
                  (SELECT d.name FROM device d WHERE d.id = a.device_id) AS device, (SELECT w.name FROM ward w WHERE w.id = a.ward_id) AS ward,
                  (SELECT u.display_name FROM app_user u WHERE u.id = a.raised_by) AS by
             FROM system_alert a
            WHERE (a.hospital_id IS NULL OR a.hospital_id = $1) AND a.resolved_at IS NULL AND (a.ends_at IS NULL OR a.ends_at > $2)
            ORDER BY array_position(ARRAY['critical', 'warning', 'information'], a.severity), a.starts_at, a.id
            LIMIT $3"#,
        hospital.0,
        to_db(now),
        MOST,
    )
    .fetch_all(&mut *tx)
    .await?;
    let wards = sqlx::query!(
        "SELECT id, name FROM ward WHERE hospital_id = $1 AND retired_at IS NULL ORDER BY name, id",
        hospital.0
    )
    .fetch_all(&mut *tx)
    .await?;
    let entry = Entry::new(Action::SetSystemAlerts, &subject, Outcome::Allowed);
    audit::record(ctx, entry).await?;
    tx.commit().await?;
    let lines = rows.into_iter().filter_map(|row| {
        let whom = whom(row.roles, row.ward_id);
        // What the house finds itself it would find again a minute later; a broken trace stays until somebody has looked into it.
        let is_found = row
            .condition
            .as_deref()
            .is_some_and(|name| name != Condition::AuditBroken.name());
        let may_resolve = !is_found && (row.hospital_id.is_some() || may_everywhere);
        let shown = Row {
            id: row.id,
            kind: row.kind,
            severity: row.severity,
            message_en: row.message_en,
            message_fr: row.message_fr,
            message_ar: row.message_ar,
            condition: row.condition,
            device: row.device,
            is_everywhere: row.hospital_id.is_none(),
            shown_from: row.shown_from,
            starts_at: row.starts_at,
            ends_at: row.ends_at,
            over_at: None,
            note: row.note,
            is_put_away: false,
        };
        Some(Line {
            alert: shown.into_shown(now)?,
            whom,
            ward: row.ward.unwrap_or_default(),
            by: row.by.unwrap_or_default(),
            may_resolve,
        })
    });
    Ok(Management {
        rendered_at: now,
        lines: lines.collect(),
        wards: wards.into_iter().map(|row| (WardId(row.id), row.name)).collect(),
        may_everywhere,
    })
}

fn whom(roles: Option<Vec<String>>, ward: Option<Uuid>) -> Whom {
    match (roles, ward) {
        (_, Some(ward)) => Whom::Ward(WardId(ward)),
        (Some(names), None) => {
            let known = Role::ALL.into_iter();
            Whom::Roles(
                known
                    .filter(|role| names.iter().any(|name| name == role.name()))
                    .collect(),
            )
        }
        (None, None) => Whom::Everybody,
    }
}
