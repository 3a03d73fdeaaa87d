//! How large the text of the public pages and of the portal is, in three sizes: as this browser was told, else as the account says.
//!
//! It stands in a cookie beside the theme's, because a browser knows best how far away it is; `public/page.js` writes it from the foot of the pages before anybody has
//! signed in, the account page from "How it looks". Everything on a page is measured in `rem`, so one rule for each size makes all of it larger (`style/base.css`).

use axum::http::HeaderMap;
use axum::http::header::COOKIE as COOKIES;
use axum::http::request::Parts;
use domain::patients::TextSize;
use hospital::identity::Caller;
use leptos::prelude::*;
use ui::BareButton;
use ui::lang::{Key, key, word};

/// The cookie that keeps the choice.
pub const COOKIE: &str = "wl_text";

/// How large the text is for whoever sent these headers.
pub fn of(caller: &Caller, headers: &HeaderMap) -> TextSize {
    let lines = headers.get_all(COOKIES).iter().filter_map(|line| line.to_str().ok());
    let mut pairs = lines
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='));
    let told = pairs.find(|(key, _)| *key == COOKIE);
    told.and_then(|(_, value)| TextSize::parse(value))
        .unwrap_or(caller.text_size)
}

#[derive(Clone, Copy)]
struct OfPage(TextSize);

/// Puts the choice in context, for a page that is drawn without a request at hand.
pub fn provide(size: TextSize) {
    provide_context(OfPage(size));
}

/// Of the page that is drawn.
pub fn here() -> TextSize {
    if let Some(OfPage(size)) = use_context() {
        return size;
    }
    use_context::<Parts>().map_or(TextSize::Usual, |parts| of(&crate::door::caller(), &parts.headers))
}

/// What a size is called.
pub const fn in_words(size: TextSize) -> Key {
    match size {
        TextSize::Usual => key::TEXT_USUAL,
        TextSize::Large => key::LARGER_TEXT,
        TextSize::Largest => key::LARGEST_TEXT,
    }
}

/// The button in the foot of the public pages: each press is the next size, and after the largest the usual one. Without a script it is not shown.
#[component]
pub fn LargerText() -> impl IntoView {
    view! { <BareButton class="languages__one" does="text" pressed=here() != TextSize::Usual>{word(key::LARGER_TEXT)}</BareButton> }
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    #[test]
    fn this_browser_comes_before_the_account() {
        let read = |account: TextSize, cookie: &'static str| {
            let caller = Caller {
                text_size: account,
                ..Caller::nobody()
            };
            of(
                &caller,
                &HeaderMap::from_iter([(COOKIES, HeaderValue::from_static(cookie))]),
            )
        };
        let [usual, large, largest] = TextSize::ALL;
        assert_eq!([read(large, ""), read(usual, "")], [large, usual]);
        assert_eq!(read(usual, "a=b; wl_text=largest"), largest);
        assert_eq!(
            [read(large, "wl_text=usual"), read(largest, "wl_text=large")],
            [usual, large]
        );
        assert_eq!(read(large, "wl_text=\"><script>"), large, "no size of ours");
        assert_eq!(read(usual, "xwl_text=large"), usual);
    }
}
