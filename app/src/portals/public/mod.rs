//! Pages that nobody needs to sign in for.

pub mod home;
pub mod not_found;
pub mod sign_in;
