//! The house's own secret: 32 random bytes, wrapped by the master key and kept in the database (`house_secret`). Everything that the house derives comes
//! from it, so that a new master key changes nothing that was derived: neither the audit's chain nor the blind indexes.

use std::sync::Arc;

use sqlx::PgPool;

use super::Keys;
use super::cipher::{Secret, random};
use super::service::{KeyService, Wrapped};
use crate::error::Result;

/// The one secret of the house.
pub(super) const ROOT: &str = "root";

/// What is bound to a wrapped secret of the house.
pub(super) fn context(name: &str) -> Vec<u8> {
    super::place::joined([b"house_secret".as_slice(), name.as_bytes()])
}

impl Keys {
    /// The keys of this database: unwraps the house's secret, or makes it at the first start.
    ///
    /// # Errors
    /// Internal when this master key is not the one under which the database was made; away when the database or the key service is.
    pub async fn load(pool: &PgPool, service: Arc<dyn KeyService>) -> Result<Self> {
        let kept = match kept(pool).await? {
            Some(kept) => kept,
            None => make(pool, &*service).await?,
        };
        let root = service.unwrap(&context(ROOT), &kept).await?;
        Self::with(service, &root)
    }
}

async fn kept(pool: &PgPool) -> Result<Option<Wrapped>> {
    let mut tx = begin(pool).await?;
    let found = sqlx::query_as!(
        Wrapped,
        r#"SELECT wrapped AS bytes, wrapped_under AS "under" FROM house_secret WHERE name = $1"#,
        ROOT
    )
    .fetch_optional(&mut *tx)
    .await?;
    tx.commit().await?;
    Ok(found)
}

/// Two servers may start at once: the first to write has made it, the other takes that one.
async fn make(pool: &PgPool, service: &dyn KeyService) -> Result<Wrapped> {
    let root: Secret = random()?;
    let made = service.wrap(&context(ROOT), &root).await?;
    let mut tx = begin(pool).await?;
    sqlx::query!(
        "INSERT INTO house_secret (name, wrapped, wrapped_under) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
        ROOT,
        made.bytes,
        made.under,
    )
    .execute(&mut *tx)
    .await?;
    tx.commit().await?;
    Ok(kept(pool).await?.unwrap_or(made))
}

/// There is no `Ctx` yet: a house is made with its keys.
async fn begin(pool: &PgPool) -> Result<crate::ctx::Tx> {
    let mut tx = pool.begin().await?;
    sqlx::query!("SELECT set_config('app.task', 'keys', true) AS task")
        .fetch_one(&mut *tx)
        .await?;
    Ok(tx)
}
