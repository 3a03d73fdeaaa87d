//! What tests need, here and in `server/tests`: a migrated database of their own ([`TestDb`]). Behind the feature `testing`.

pub use crate::db::testing::TestDb;
