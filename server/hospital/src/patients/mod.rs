//! The person who is cared for: how they are registered and found, their chart, the limits that are theirs, the portal in which they read it themselves, and how they get an account there.

pub mod applications;
mod aside;
pub mod changes;
pub mod contacts;
pub mod corrections;
mod find;
pub mod identity;
mod left;
pub(crate) mod limits;
pub mod looks;
pub mod merge;
mod mine;
pub mod news;
mod open_chart;
pub mod papers;
pub(crate) mod person;
pub mod portal;
pub mod register;
mod rights;
mod ward_mine;
mod ward_news;
mod ways;

pub use aside::{Aside, aside};
pub use find::{Asked, FEW, Found, How, Listed, Next, PatientList, Question, Quick, may_look, open_list, quick};
pub use mine::{Ground, MyPatient, my_patients};
pub use open_chart::{Followed, follow, open_chart};
pub(crate) use open_chart::{follow_as, person as person_of};
pub use rights::{News, Rights, watch_rights};
pub use ward_news::{WardOfReader, ward_of_reader};
pub use ways::{Ways, ways};
