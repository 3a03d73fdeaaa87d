//! How far the seal is behind what is written: two figures for whoever watches the server. A sealer that stalls or stops, and a file of checkpoints that cannot be
//! written, let them grow; nothing else does for long.

use std::sync::Arc;

use super::seal::{begin, trace};
use crate::error::Result;
use crate::house::House;
use crate::time::from_db;

/// How far behind, in seconds.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Behind {
    /// For how long the oldest entry has waited to be sealed: about a second at most while no old transaction is open.
    pub unsealed: f64,
    /// Since when it is not known that all that was sealed is noted outside: 10 seconds and a little at most. 0 where no sealer runs.
    pub unnoted: f64,
}

/// How far the seal is behind now.
///
/// Errors: away when the database is.
pub async fn behind(house: &Arc<House>) -> Result<Behind> {
    let ctx = trace(house);
    let mut tx = begin(&ctx).await?;
    // From the transaction of the newest sealed entry on, by the index of the sealer.
    let oldest = sqlx::query_scalar!(
        "SELECT min(e.at)
           FROM audit_entry e
          WHERE e.xid >= coalesce((SELECT l.xid FROM audit_seal s JOIN audit_entry l ON l.id = s.entry_id AND l.at = s.at
                                    ORDER BY s.position DESC LIMIT 1), '0'::xid8)
            AND NOT EXISTS (SELECT FROM audit_seal s WHERE s.entry_id = e.id)",
    )
    .fetch_one(&mut *tx)
    .await?;
    tx.commit().await?;
    let since = |at| ctx.now().seconds_since(at).max(0.0);
    Ok(Behind {
        unsealed: oldest.map(from_db).map_or(0.0, since),
        unnoted: house.audit.noted_at().map_or(0.0, since),
    })
}
