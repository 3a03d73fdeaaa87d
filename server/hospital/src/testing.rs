//! What tests need, here and in `server/tests`: a migrated database of their own ([`TestDb`]), and a key service that behaves like one far away
//! ([`FarKeys`]). Behind the feature `testing`.

pub use crate::db::testing::{Kept, TestDb};
pub use crate::keys::testing::FarKeys;
