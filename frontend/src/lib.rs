//! The browser's entry: takes over the page that the server drew. Everything it runs is in the crate `app`.

// A page's type is as deep as its markup.
#![recursion_limit = "512"]

use app::App;
use wasm_bindgen::prelude::wasm_bindgen;

/// Called once by the page's own script, when the program is loaded.
#[wasm_bindgen]
pub fn hydrate() {
    console_error_panic_hook::set_once();
    leptos::mount::hydrate_body(App);
}
