//! In which language somebody reads: what their account says, else the cookie of their browser, else what the browser asks for, else English.
//!
//! The choice stands in the account (`hospital::identity::profile::change_language`) and in a cookie, so that the sign-in page and everybody without an account have one
//! too. How a page says something: `ui::lang`.

use leptos::prelude::*;
use ui::lang::{Locale, key, word};
use ui::{BareButton, Form};

use crate::routes;

/// The cookie that keeps the choice.
pub const COOKIE: &str = "wl_lang";

/// Chooses a language before anybody has signed in: one button each, called as its speakers call it. A plain form, which comes back to the page.
#[component]
pub fn LanguageMenu() -> impl IntoView {
    let buttons = Locale::all()
        .map(|locale| {
            view! {
                <BareButton class="languages__one" name="language" value=locale.tag() lang=locale.tag()>{locale.name()}</BareButton>
            }
            .into_any()
        })
        .collect_view();
    view! {
        <Form class="languages" action=routes::LANGUAGE label=word(key::LANGUAGE)>{buttons}</Form>
    }
}

#[cfg(feature = "ssr")]
pub use server::{here, of};

#[cfg(feature = "ssr")]
mod server {
    use axum::http::HeaderMap;
    use axum::http::header::{ACCEPT_LANGUAGE, COOKIE};
    use axum::http::request::Parts;
    use hospital::identity::Caller;
    use leptos::prelude::use_context;
    use ui::lang::Locale;

    /// The language of whoever sent these headers.
    pub fn of(caller: &Caller, headers: &HeaderMap) -> Locale {
        let account = caller.language.as_deref().and_then(Locale::of_tag);
        let lines = |name| headers.get_all(name).iter().filter_map(|line| line.to_str().ok());
        account
            .or_else(|| lines(COOKIE).find_map(of_cookies))
            .or_else(|| lines(ACCEPT_LANGUAGE).find_map(Locale::accepted))
            .unwrap_or(Locale::ENGLISH)
    }

    /// The language of the page that is drawn; English while routes are listed at start.
    pub fn here() -> Locale {
        use_context::<Parts>().map_or(Locale::ENGLISH, |parts| of(&crate::door::caller(), &parts.headers))
    }

    fn of_cookies(header: &str) -> Option<Locale> {
        let mut pairs = header.split(';').filter_map(|pair| pair.trim().split_once('='));
        Locale::of_tag(pairs.find(|(name, _)| *name == super::COOKIE)?.1)
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        #[test]
        fn the_account_comes_before_the_cookie_and_the_cookie_before_the_browser() {
            let read = |account: Option<&str>, cookie: &str, accepted: &str| {
                let caller = Caller {
                    language: account.map(str::to_owned),
                    ..Caller::nobody()
                };
                let headers = [(COOKIE, cookie), (ACCEPT_LANGUAGE, accepted)];
                let headers = headers.map(|(name, value)| (name, value.parse().unwrap()));
                of(&caller, &HeaderMap::from_iter(headers)).tag()
            };
            assert_eq!(read(Some("ar"), "wl_lang=fr", "en"), "ar");
            assert_eq!(read(Some("xx"), "a=b; wl_lang=fr", "en"), "fr", "no language of ours");
            assert_eq!(read(None, "wl_lang=\"><script>", "ar-EG, en;q=0.5"), "ar");
            assert_eq!(read(None, "xwl_lang=fr", "de"), "en");
        }
    }
}
