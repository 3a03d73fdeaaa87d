//! Calls for a nurse: what a patient presses and reads, and what the ward sees. All of it is drawn by the server; what moves is drawn anew every few seconds.
//!
//! | file | holds |
//! | --- | --- |
//! | `mine.rs` | the patient's own call: the button, and what becomes of it in plain words |
//! | `board.rs` | who calls on the wards where the reader is on duty, and the form of each |
//! | `ward.rs` | how many call on one ward, on its page |
//!
//! # Adding something that it may be about
//! A variant of `domain::calls::About`, its line in [`about`], and its words in the word files.

pub mod board;
pub mod mine;
pub mod ward;

use domain::calls::About;
use ui::lang::{Key, key, say, tell};

/// Seconds after which what moves is drawn anew.
const EVERY: u32 = 5;

/// What a call is about.
const fn about(about: About) -> Key {
    match about {
        About::Pain => key::CALL_ABOUT_PAIN,
        About::Move => key::CALL_ABOUT_MOVE,
        About::Machine => key::CALL_ABOUT_MACHINE,
        About::Other => key::CALL_ABOUT_OTHER,
    }
}

/// `Ward 4 · Bed 3`: a spot that is a number is a bed, as everywhere.
pub fn place(ward: &str, spot: Option<&str>) -> String {
    let spot = spot.map(|spot| match spot.parse::<i64>() {
        Ok(bed) => tell(say::bed_number(bed)),
        Err(_) => tell(say::hd_chair_of_name(spot)),
    });
    let parts: Vec<String> = [ward.to_owned()].into_iter().chain(spot).collect();
    parts.join(" · ")
}
