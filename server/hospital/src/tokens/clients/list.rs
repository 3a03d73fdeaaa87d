//! The programs of a hospital, for whoever runs it.

use domain::access::Action;
use domain::tokens::ClientRow;
use uuid::Uuid;

use super::own_hospital;
use crate::audit::{self, Entry, Outcome};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::time::from_db;

/// Rows of one page.
const PAGE: i64 = 50;

/// One page of programs.
#[derive(Clone, Debug)]
pub struct ClientPage {
    /// Newest first; revoked ones too.
    pub rows: Vec<ClientRow>,
    /// The row after which the next page begins.
    pub next: Option<Uuid>,
}

/// Fifty programs of the actor's hospital, newest first, after `after`.
///
/// # Errors
/// Denied for whoever does not run the hospital.
pub async fn list(ctx: &Ctx, after: Option<Uuid>) -> Result<ClientPage> {
    let subject = own_hospital(ctx)?;
    let mut tx = ctx.begin(Action::ManageClients, &subject).await?;
    // The ids are of version 7: their order is that of their making.
    let mut rows = sqlx::query!(
        r#"SELECT   c.id, c.name, c.scopes, c.created_at, c.revoked_at,
                    (SELECT max(s.created_at) FROM api_client_secret s WHERE s.client_id = c.id) AS secret_since,
                    (SELECT max(s.used_at)    FROM api_client_secret s WHERE s.client_id = c.id) AS used_at
           FROM     api_client c
           WHERE    c.hospital_id = actor_hospital() AND ($1::uuid IS NULL OR c.id < $1)
           ORDER BY c.id DESC
           LIMIT    $2"#,
        after,
        PAGE + 1,
    )
    .fetch_all(&mut *tx)
    .await?;
    tx.commit().await?;
    audit::record(ctx, Entry::new(Action::ManageClients, &subject, Outcome::Allowed)).await?;
    let more = rows.len() > PAGE as usize;
    rows.truncate(PAGE as usize);
    let next = rows.last().filter(|_| more).map(|row| row.id);
    let rows = rows.into_iter().map(|row| ClientRow {
        id: row.id,
        name: row.name,
        scopes: row.scopes,
        created_at: from_db(row.created_at),
        secret_since: row.secret_since.map(from_db),
        used_at: row.used_at.map(from_db),
        revoked_at: row.revoked_at.map(from_db),
    });
    Ok(ClientPage {
        rows: rows.collect(),
        next,
    })
}
