//! Family names stand in capitals, so that nobody takes them for a given name (`Person::staff_name`).

/// A name in capitals.
#[cfg(not(target_arch = "wasm32"))]
pub fn capitals(name: &str) -> String {
    name.to_uppercase()
}

/// A name in capitals, by the table of all letters that the browser has: Rust's own would be a fiftieth of the page's program. Both are Unicode's.
#[cfg(target_arch = "wasm32")]
pub fn capitals(name: &str) -> String {
    js_sys::JsString::from(name).to_upper_case().into()
}
