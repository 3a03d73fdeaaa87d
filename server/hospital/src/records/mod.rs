//! The background of a patient: allergies, warnings of the banner, conditions, medicines, surgeries. Each kind is a table of its own in which rows end and are never changed, so that what
//! was known when stays to be seen.
//!
//! # Adding a kind
//! Its table with forced row security and `may_see`, its records and its reading of a form in `domain::records`, a file here with `list` and its changes (right
//! `background.read` to look, `background.change` to write), its card in `app::forms::patients::record`, its door in `server/src/forms/patients`.

pub mod allergies;
pub mod conditions;
pub mod flags;
pub mod line;
pub mod medicines;
pub mod surgeries;
