//! [`Welcome`]: what every page knows before it asks for anything: who reads, what time it is, which theme. The server gathers it
//! from the request while it draws the page. What of it a page's program needs is carried ([`crate::program::Reader`]).

use domain::identity::Me;
use domain::invalid::Invalid;
use domain::time::Moment;
use leptos::prelude::*;

/// What a page knows from the start.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Welcome {
    /// Who has signed in.
    pub me: Option<Me>,
    /// The server's clock when it began to draw the page.
    pub rendered_at: Moment,
    /// The theme that the reader chose.
    pub theme: Option<Theme>,
    /// Accounts of a demo hospital, on the sign-in page only.
    pub demo: Vec<DemoAccount>,
    /// Why the last sign-in was refused; shown once.
    pub refusal: Option<Refusal>,
}

/// Light, dark or high contrast: as this browser was told, else high contrast where the account asks for it; without a choice the reader's system decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Light.
    Light,
    /// Dark.
    Dark,
    /// High contrast.
    Contrast,
}

impl Theme {
    /// The cookie that keeps the choice.
    pub const COOKIE: &str = "wl_theme";

    /// The value of the cookie and of `data-theme`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Contrast => "contrast",
        }
    }

    /// The value of the cookie of who wants neither, whatever their account says.
    pub const USUAL: &str = "usual";

    /// What a browser was told, by the value of its cookie.
    #[cfg(feature = "ssr")]
    fn told(value: &str) -> Option<Told> {
        let themes = [Self::Light, Self::Dark, Self::Contrast];
        let theme = themes.into_iter().find(|theme| theme.name() == value);
        theme
            .map(Told::Theme)
            .or_else(|| (value == Self::USUAL).then_some(Told::Usual))
    }
}

/// What a browser was told of the theme.
#[cfg(feature = "ssr")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Told {
    Theme(Theme),
    /// As the reader's system has it.
    Usual,
}

/// An account that a demo hospital shows to whoever wants to try it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DemoAccount {
    /// What the account is, such as `Doctor`.
    pub title: String,
    /// E-mail.
    pub email: String,
    /// Password.
    pub password: String,
}

/// The demo accounts, in context: only the server of a demo provides it.
#[derive(Clone, Debug, Default)]
pub struct DemoNotice {
    /// One per role.
    pub accounts: Vec<DemoAccount>,
}

/// Why a sign-in was refused. It holds no password.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Refusal {
    /// What was typed as e-mail or phone.
    pub login: String,
    /// One sentence; empty when only fields are at fault.
    pub message: String,
    /// Faults by field.
    pub fields: Vec<Invalid>,
}

impl Welcome {
    /// Gathers it and puts it in context, with the language of the page. Once, at the root.
    pub fn provide() -> Self {
        let welcome = gather();
        provide_context(StoredValue::new(welcome.clone()));
        welcome
    }

    /// The one in context.
    pub fn here() -> Self {
        use_context::<StoredValue<Self>>()
            .map(|welcome| welcome.get_value())
            .unwrap_or_default()
    }
}

/// Who has signed in, when somebody has.
pub fn me() -> Option<Me> {
    Welcome::here().me
}

#[cfg(feature = "ssr")]
pub use server::{gather, provide_theme, theme};

#[cfg(feature = "ssr")]
mod server {
    use std::sync::Arc;

    use axum::http::HeaderMap;
    use axum::http::header::COOKIE;
    use axum::http::request::Parts;
    use domain::invalid::Invalid;
    use hospital::House;
    use hospital::identity::{Caller, SignInFlash};
    use leptos::prelude::{provide_context, use_context};
    use ui::lang::Locale;

    use super::{DemoNotice, Refusal, Theme, Told, Welcome};
    use crate::{language, routes};

    /// From the request; empty while routes are listed at start.
    pub fn gather() -> Welcome {
        let Some(parts) = use_context::<Parts>() else {
            return Welcome::default();
        };
        ui::lang::provide(language::here());
        ui::measured::provide(crate::door::caller().units);
        let house = parts.extensions.get::<Arc<House>>();
        let signing_in = parts.uri.path() == routes::SIGN_IN;
        let flash = parts.extensions.get::<SignInFlash>().filter(|_| signing_in).cloned();
        Welcome {
            me: crate::door::caller().me,
            rendered_at: house.map(|house| house.clock.now()).unwrap_or_default(),
            theme: theme(),
            demo: use_context::<DemoNotice>()
                .filter(|_| signing_in)
                .map(|notice| notice.accounts)
                .unwrap_or_default(),
            refusal: flash.map(|flash| refusal(flash, language::here())),
        }
    }

    /// In the language of the page, as far as it has these sentences.
    fn refusal(flash: SignInFlash, locale: Locale) -> Refusal {
        let said = |sentence: String| locale.words().translated(&sentence).unwrap_or(sentence);
        let fields = flash.fields.into_iter().map(|fault| Invalid {
            reason: said(fault.reason),
            ..fault
        });
        Refusal {
            login: flash.login,
            message: said(flash.message),
            fields: fields.collect(),
        }
    }

    impl Theme {
        /// The theme of whoever sent these headers.
        pub fn of(caller: &Caller, headers: &HeaderMap) -> Option<Self> {
            let lines = headers.get_all(COOKIE).iter().filter_map(|line| line.to_str().ok());
            let mut pairs = lines
                .flat_map(|line| line.split(';'))
                .filter_map(|pair| pair.trim().split_once('='));
            match pairs
                .find(|(name, _)| *name == Self::COOKIE)
                .and_then(|(_, value)| Self::told(value))
            {
                Some(Told::Theme(theme)) => Some(theme),
                Some(Told::Usual) => None,
                None => caller.high_contrast.then_some(Self::Contrast),
            }
        }
    }

    #[derive(Clone, Copy)]
    struct OfPage(Option<Theme>);

    /// Puts the choice in context, for a page that is drawn without a request at hand.
    pub fn provide_theme(theme: Option<Theme>) {
        provide_context(OfPage(theme));
    }

    /// Of the page that is drawn.
    pub fn theme() -> Option<Theme> {
        if let Some(OfPage(theme)) = use_context() {
            return theme;
        }
        let parts = use_context::<Parts>()?;
        Theme::of(&crate::door::caller(), &parts.headers)
    }
}

#[cfg(not(feature = "ssr"))]
fn gather() -> Welcome {
    Welcome::default()
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use axum::http::header::COOKIE;
    use axum::http::{HeaderMap, HeaderValue};
    use hospital::identity::Caller;

    use super::Theme;

    #[test]
    fn the_theme_is_read_from_its_cookie_alone_and_from_the_account_where_the_cookie_says_nothing() {
        let read = |high_contrast, cookie: &'static str| {
            let caller = Caller {
                high_contrast,
                ..Caller::nobody()
            };
            Theme::of(
                &caller,
                &HeaderMap::from_iter([(COOKIE, HeaderValue::from_static(cookie))]),
            )
        };
        let cases = [
            ("wl_theme=dark", Some(Theme::Dark), Some(Theme::Dark)),
            ("a=b; wl_theme=light; c=d", Some(Theme::Light), Some(Theme::Light)),
            ("wl_theme=contrast", Some(Theme::Contrast), Some(Theme::Contrast)),
            ("wl_theme=usual", None, None),
            ("xwl_theme=dark", None, Some(Theme::Contrast)),
            ("wl_theme=\"><script>", None, Some(Theme::Contrast)),
            ("", None, Some(Theme::Contrast)),
        ];
        for (cookie, without, with) in cases {
            assert_eq!([read(false, cookie), read(true, cookie)], [without, with], "{cookie}");
        }
    }
}
