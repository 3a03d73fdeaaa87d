//! Between [`Moment`] and what sqlx speaks.

use domain::time::Moment;
use time::OffsetDateTime;

/// As `timestamptz`.
pub fn to_db(at: Moment) -> OffsetDateTime {
    OffsetDateTime::from_unix_timestamp_nanos(i128::from(at.0) * 1_000).unwrap_or(OffsetDateTime::UNIX_EPOCH)
}

/// From `timestamptz`.
pub fn from_db(at: OffsetDateTime) -> Moment {
    Moment(i64::try_from(at.unix_timestamp_nanos() / 1_000).unwrap_or(0))
}
