//! The dialysis unit: what is prescribed, how a session is lived from its booking to its signature, and every formula that judges it. Pure, with its sources.
//!
//! | module | holds |
//! | --- | --- |
//! | [`prescription`], [`days`] | what a doctor prescribes for each treatment |
//! | [`continuous`] | what a machine does that runs around the clock |
//! | [`session`] | the states of a session and what leads from one to the next |
//! | [`before`], [`during`], [`access_look`], [`after`], [`lots`] | what is written down at the chair |
//! | [`shown`] | what is taken from the machine into a line of the sheet |
//! | [`target`], [`counted`] | what is planned anew while blood runs, and what was taken by then |
//! | [`beside`] | the units of typed numbers, and the question about a weight that is far off |
//! | [`typed_time`] | the time of what is written down later than it was |
//! | [`checks`] | what is done of a session, and what is due |
//! | [`weights`], [`uf`], [`uf_steps`], [`allowance`] | weight gain, the rate at which fluid is taken and its share in each quarter, what may be drunk |
//! | [`amended`] | a number of a signed session that was wrong |
//! | [`samples`] | blood that is taken for urea, and the answer that comes later |
//! | [`urr`], [`spktv`], [`ektv`], [`stdktv`], [`adequacy`] | how well the blood was cleaned: one formula in each, and all of one treatment |
//! | [`hypotension`], [`forecast`] | when a pressure counts as too low, and how likely that is soon |
//! | [`dangers`] | what is written at a chair of which somebody is told at once |
//! | [`infection`] | what others must not get |
//! | [`updates`] | what a technician notes at the machine, field by field |
//! | [`access`], [`pressures`] | the way to the blood, the pressures of the circuit |
//! | [`patterns`] | what goes one way over many sessions |
//! | [`places`], [`diary_wait`], [`diary_typed`] | chairs, shifts and days: which places are free for whom, and which are offered to who waits |
//! | [`quantities`] | units as types |
//!
//! # Adding a formula
//! A file of its own: the formula, its source and its units in the doc comment; what it needs as typed quantities; a [`Guard`] that says why there is no answer; the
//! worked example of the source as its test. What a page calls things stands in the word files.

pub mod access;
pub mod access_look;
pub mod adequacy;
pub mod after;
pub mod allowance;
pub mod amended;
pub mod before;
pub mod beside;
pub mod checks;
pub mod continuous;
pub mod counted;
pub mod dangers;
pub mod days;
pub mod diary_typed;
pub mod diary_wait;
pub mod during;
pub mod ektv;
pub mod forecast;
pub mod hypotension;
pub mod infection;
pub mod lots;
mod named;
pub mod patterns;
pub mod places;
pub mod prescription;
pub mod pressures;
pub mod quantities;
mod read;
pub mod samples;
pub mod session;
pub mod shown;
pub mod spktv;
pub mod stdktv;
pub mod target;
pub mod typed_time;
pub mod uf;
pub mod uf_steps;
pub mod updates;
pub mod urr;
pub mod weights;

pub use days::{Days, Weekday};
pub use quantities::{Kilograms, Millilitres, Minutes, MlPerHour, MlPerKgHour, MmHg, Urea};

use named::named;

named! {
    /// Why a formula has no answer. A number that cannot be right is worse than none.
    Guard {
        /// A weight is missing or cannot be one.
        Weight = "weight",
        /// The length of the treatment is missing or cannot be one.
        Time = "time",
        /// The urea before or after is missing or cannot be one.
        Urea = "urea",
        /// The urea after is not below the one before.
        NotFalling = "not_falling",
        /// The urea fell so far that the formula does not hold.
        OutsideFormula = "outside_formula",
        /// The volume of fluid taken is missing or cannot be one.
        Volume = "volume",
        /// Treatments a week are missing or cannot be so many.
        Schedule = "schedule",
    }
}
