//! The paths of wards, beds and chairs.

use domain::ids::WardId;

/// Every ward of the hospital, to set them up.
pub const PLACES: &str = "/hospital/places";

/// One ward with its beds and chairs.
pub fn places_of(ward: WardId) -> String {
    format!("{PLACES}/{ward}")
}
