//! Night or day: the choice lies in a cookie that the server reads, so that the next page comes in the right colours at once. Both words stand in the page; which
//! one is shown follows the theme (`style/components/rail.css`), and `public/page.js` hears the click.

use leptos::prelude::*;
use ui::lang::{key, word};
use ui::{BareButton, Icon};

/// The button in the rail; without a script it is not shown.
#[component]
pub fn ThemeSwitch() -> impl IntoView {
    view! {
        <BareButton class="rail__link theme-switch" does="theme">
            <span class="theme-switch__night"><Icon name="moon"/><span>{word(key::THEME_NIGHT)}</span></span>
            <span class="theme-switch__day"><Icon name="sun"/><span>{word(key::THEME_DAY)}</span></span>
        </BareButton>
    }
}

/// High contrast, before anybody has signed in: kept in the same cookie, pressed once more it goes back to what the machine asks for. Without a script it is not
/// shown. Afterwards the account keeps it (`forms::account`).
#[component]
pub fn HighContrast(
    /// How the button looks where it stands.
    class: &'static str,
) -> impl IntoView {
    view! { <BareButton class=class does="contrast" pressed=false>{word(key::HIGH_CONTRAST)}</BareButton> }
}
