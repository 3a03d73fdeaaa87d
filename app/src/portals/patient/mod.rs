//! The patient's portal: their own values in plain words. 17 px text, 48 px targets, no alarm colours.

#[cfg(feature = "ssr")]
mod call;
#[cfg(feature = "ssr")]
pub mod day;
#[cfg(feature = "ssr")]
pub mod home;
pub mod moving;
#[cfg(feature = "ssr")]
pub mod parts;
pub mod words;

#[cfg(feature = "ssr")]
mod places;

#[cfg(feature = "ssr")]
pub use places::{places, places_of_carer};
