//! The browser's entry: takes over what moves on the page that the server drew. Everything it runs is in the crate `app`.
//!
//! It is built twice (`.make/wasm.sh`): with the feature `portal` for the patient's own page, without it for the ward and a patient's chart. So a patient's phone
//! loads nothing of a ward.

// A page's type is as deep as its markup.
#![recursion_limit = "512"]

use wasm_bindgen::prelude::wasm_bindgen;

/// Called once by the page's own script, when the program is loaded.
#[wasm_bindgen]
pub fn start() {
    console_error_panic_hook::set_once();
    #[cfg(all(feature = "portal", target_arch = "wasm32"))]
    app::program::start_portal();
    #[cfg(all(not(feature = "portal"), target_arch = "wasm32"))]
    app::program::start_ward();
}
