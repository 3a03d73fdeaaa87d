//! The portal of one patient: what it shows them, who says so, and the same page for staff who preview it.
//!
//! | verb | does |
//! | --- | --- |
//! | [`open_record`] | the reader's whole record, as far as the portal shows it |
//! | [`preview`] | the same for a doctor or nurse: exactly what the patient is shown |
//! | [`read_settings`] | switch, parts and records, for whoever manages the portal |
//! | [`switch`], [`show_sections`], [`open_one`] | changes them; open pages of the portal begin anew within a second |
//! | [`read_preference`], [`speak`], [`enlarge`] | what the person asked for, and theirs to change |
//!
//! # A verb that a patient or a carer reaches
//! It asks [`view`] in its transaction and lets what it answers pass through [`domain::patients::View`]; a verb that answers one part asks [`must_show`]. A hidden
//! part does not leave the server. Each way has a test over the real router in `server/tests/portal.rs`.

mod background;
mod change;
mod open_record;
mod prefer;
mod settings;
mod view;

pub use background::{Background, Reached};
pub use change::{open_one, show_sections, switch};
pub use open_record::{Record, open_record, preview};
pub use prefer::{Preference, enlarge, read_preference, speak};
pub use settings::{RecordRow, Settings, read_settings};
pub(crate) use view::{must_show, view};

/// The right that a reader of the portal lacks for a part that is hidden from them.
pub const PART: &str = "portal.part";
