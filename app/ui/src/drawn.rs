//! What the server writes for a component, for tests: without the marks that the page's program would need.

use leptos::prelude::*;

/// The HTML of a view, without the comments that only hydration reads.
pub fn html(view: impl FnOnce() -> AnyView) -> String {
    let whole = Owner::new().with(|| view().to_html());
    let mut bare = String::with_capacity(whole.len());
    for part in whole.split("<!--") {
        bare.push_str(part.split_once("-->").map_or(part, |(_, after)| after));
    }
    bare.replace("<!>", "")
}
