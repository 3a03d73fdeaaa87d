//! Hospitals, wards and beds: the live board of a ward, a hospital in figures, who works there, and how a hospital is taken in.

mod actor_zone;
pub mod applications;
mod demo;
mod open_ward;
pub mod places;
mod seed;
pub mod staff;
mod today;
pub mod zone;

pub(crate) use actor_zone::zone_of_actor;
pub use demo::{is_demo, mark_demo};
pub(crate) use open_ward::may_watch;
pub use open_ward::{follow_ward, open_ward};
pub use seed::{SeedBed, SeedDevice, SeedHospital, SeedPatient, SeedUser, Seeded, hospital_names, seed_hospital};
pub use today::today;
pub use zone::{day_begins, on_the_wall, place_of_zone, places_of_zones, zone};
