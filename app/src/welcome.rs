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

/// Light, dark or high contrast, as chosen; without a choice the reader's system decides.
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

    /// The theme in a `Cookie` header.
    pub fn of_cookies(header: &str) -> Option<Self> {
        let mut pairs = header.split(';').filter_map(|pair| pair.trim().split_once('='));
        let chosen = pairs.find(|(name, _)| *name == Self::COOKIE)?.1;
        [Self::Light, Self::Dark, Self::Contrast]
            .into_iter()
            .find(|theme| theme.name() == chosen)
    }
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
pub use server::{gather, theme};

#[cfg(feature = "ssr")]
mod server {
    use std::sync::Arc;

    use axum::http::header::COOKIE;
    use axum::http::request::Parts;
    use domain::invalid::Invalid;
    use hospital::House;
    use hospital::identity::SignInFlash;
    use leptos::prelude::use_context;
    use ui::lang::Locale;

    use super::{DemoNotice, Refusal, Theme, Welcome};
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

    /// The theme that the request's cookie asks for.
    pub fn theme() -> Option<Theme> {
        let parts = use_context::<Parts>()?;
        parts
            .headers
            .get_all(COOKIE)
            .iter()
            .find_map(|header| Theme::of_cookies(header.to_str().ok()?))
    }
}

#[cfg(not(feature = "ssr"))]
fn gather() -> Welcome {
    Welcome::default()
}

#[cfg(test)]
mod tests {
    use super::Theme;

    #[test]
    fn the_theme_is_read_from_its_cookie_alone() {
        let cases = [
            ("wl_theme=dark", Some(Theme::Dark)),
            ("a=b; wl_theme=light; c=d", Some(Theme::Light)),
            ("wl_theme=contrast", Some(Theme::Contrast)),
            ("xwl_theme=dark", None),
            ("wl_theme=\"><script>", None),
            ("", None),
        ];
        for (header, theme) in cases {
            assert_eq!(Theme::of_cookies(header), theme, "{header}");
        }
    }
}
