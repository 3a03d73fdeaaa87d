//! One folder per role: its navigation, and its pages, one a file. Doctor and nurse share the ward and the patient page; what all
//! staff share stands in [`staff`].
//!
//! The server alone draws them; of their parts the browser's programs know what moves ([`crate::program`]).
//!
//! To add a portal: a folder with `places()`, a line in [`places`], its home in `routes::home_of`.

#[cfg(feature = "ssr")]
pub mod admin;
#[cfg(feature = "ssr")]
pub mod doctor;
#[cfg(feature = "ssr")]
pub mod nurse;
pub mod patient;
#[cfg(feature = "ssr")]
pub mod pharmacy;
#[cfg(feature = "ssr")]
pub mod public;
#[cfg(feature = "ssr")]
pub mod staff;
#[cfg(feature = "ssr")]
pub mod technician;

#[cfg(feature = "ssr")]
mod places;

#[cfg(feature = "ssr")]
use places::{dialysis, emergency, form_place, my_patients, patients, place};
#[cfg(feature = "ssr")]
pub use places::{places, role_in_words};
