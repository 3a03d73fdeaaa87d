//! How large the text of the public pages and of the portal is: as this browser was told, else as the account says.
//!
//! It stands in a cookie beside the theme's, because a browser knows best how far away it is; `public/page.js` writes it from the foot of the pages before anybody has
//! signed in, the account page from "How it looks". Everything on a page is measured in `rem`, so one rule makes all of it larger (`style/base.css`).

use axum::http::HeaderMap;
use axum::http::header::COOKIE as COOKIES;
use axum::http::request::Parts;
use hospital::identity::Caller;
use leptos::prelude::*;
use ui::BareButton;
use ui::lang::{key, word};

/// The cookie that keeps the choice.
pub const COOKIE: &str = "wl_text";

/// The value of the cookie, and of `data-text` where it is large.
pub const fn name(large: bool) -> &'static str {
    if large { "large" } else { "usual" }
}

/// Whether whoever sent these headers reads larger text.
pub fn of(caller: &Caller, headers: &HeaderMap) -> bool {
    let lines = headers.get_all(COOKIES).iter().filter_map(|line| line.to_str().ok());
    let mut pairs = lines
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='));
    match pairs.find(|(key, _)| *key == COOKIE) {
        Some((_, value)) if value == name(true) => true,
        Some((_, value)) if value == name(false) => false,
        _ => caller.large_text,
    }
}

#[derive(Clone, Copy)]
struct OfPage(bool);

/// Puts the choice in context, for a page that is drawn without a request at hand.
pub fn provide(large: bool) {
    provide_context(OfPage(large));
}

/// Of the page that is drawn.
pub fn here() -> bool {
    if let Some(OfPage(large)) = use_context() {
        return large;
    }
    use_context::<Parts>().is_some_and(|parts| of(&crate::door::caller(), &parts.headers))
}

/// The button in the foot of the public pages; without a script it is not shown.
#[component]
pub fn TextSize() -> impl IntoView {
    view! { <BareButton class="languages__one" does="text" pressed=here()>{word(key::LARGER_TEXT)}</BareButton> }
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    #[test]
    fn this_browser_comes_before_the_account() {
        let read = |account: bool, cookie: &'static str| {
            let caller = Caller {
                large_text: account,
                ..Caller::nobody()
            };
            of(
                &caller,
                &HeaderMap::from_iter([(COOKIES, HeaderValue::from_static(cookie))]),
            )
        };
        assert!(read(true, "") && !read(false, ""));
        assert!(read(false, "a=b; wl_text=large") && !read(true, "wl_text=usual"));
        assert!(read(true, "wl_text=\"><script>") && !read(false, "xwl_text=large"));
    }
}
