//! Months of the audit, made ahead. What no month holds goes to the rest, so that no entry is ever refused for want of one.

use std::sync::Arc;
use std::time::Duration;

use time::{Date, Month};

use super::seal::{begin, trace};
use crate::error::Result;
use crate::house::House;
use crate::time::to_db;

/// Months made ahead, this one included.
const AHEAD: u8 = 3;

/// Makes the partitions of this month and the next two. Idempotent.
///
/// Errors: away when the database is.
pub async fn ensure_partitions(house: &Arc<House>) -> Result<()> {
    let ctx = trace(house);
    let mut tx = begin(&ctx).await?;
    for month in months(to_db(ctx.now()).date()) {
        sqlx::query!("SELECT ensure_audit_partition($1)", month)
            .execute(&mut *tx)
            .await?;
    }
    Ok(tx.commit().await?)
}

/// Does so at once and then every hour, for ever.
pub async fn keep_partitions(house: Arc<House>) {
    let mut hour = tokio::time::interval(Duration::from_secs(3_600));
    loop {
        hour.tick().await;
        if let Err(error) = ensure_partitions(&house).await {
            tracing::error!(%error, "partitions of the audit could not be made; tried again in an hour");
        }
    }
}

/// The first days of this month and those after it.
fn months(today: Date) -> Vec<Date> {
    let (mut year, mut month) = (today.year(), today.month());
    let mut months = Vec::new();
    for _ in 0..AHEAD {
        months.extend(Date::from_calendar_date(year, month, 1).ok());
        year += i32::from(month == Month::December);
        month = month.next();
    }
    months
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::macros::date;

    #[test]
    fn the_year_turns() {
        assert_eq!(
            months(date!(2026 - 11 - 30)),
            [date!(2026 - 11 - 01), date!(2026 - 12 - 01), date!(2027 - 01 - 01)]
        );
    }
}
