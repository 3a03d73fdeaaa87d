//! Night or day: the choice lies in a cookie that the server reads, so that the next page comes in the right colours at once.

use leptos::prelude::*;
use ui::Icon;
use ui::lang::{key, word};

use super::hydrated::hydrated;
use crate::welcome::{Theme, Welcome};

/// A year, in seconds.
const KEPT: u32 = 31_536_000;

/// The button in the rail; it appears when it can do something.
#[component]
pub fn ThemeSwitch() -> impl IntoView {
    let chosen = RwSignal::new(Welcome::here().theme);
    let ready = hydrated();
    let dark = move || match chosen.get() {
        Some(theme) => theme == Theme::Dark,
        None => system_is_dark(),
    };
    let switch = move |_| {
        let theme = if dark() { Theme::Light } else { Theme::Dark };
        keep(theme);
        chosen.set(Some(theme));
    };
    view! {
        {move || {
            ready.get().then(|| {
                view! {
                    <button type="button" class="rail__link" on:click=switch>
                        <Icon name=Signal::derive(move || if dark() { "sun" } else { "moon" })/>
                        <span>{move || String::from(word(if dark() { key::THEME_DAY } else { key::THEME_NIGHT }))}</span>
                    </button>
                }.into_any()
            })
        }}
    }
}

#[cfg(feature = "hydrate")]
fn system_is_dark() -> bool {
    let query = web_sys::window().and_then(|window| window.match_media("(prefers-color-scheme: dark)").ok().flatten());
    query.is_some_and(|query| query.matches())
}

#[cfg(not(feature = "hydrate"))]
fn system_is_dark() -> bool {
    false
}

#[cfg(feature = "hydrate")]
fn keep(theme: Theme) {
    use wasm_bindgen::JsCast;

    let Some(document) = web_sys::window().and_then(|window| window.document()) else {
        return;
    };
    let cookie = format!(
        "{}={}; Path=/; Max-Age={KEPT}; SameSite=Lax; Secure",
        Theme::COOKIE,
        theme.name()
    );
    let root = document.document_element();
    let kept = document
        .dyn_ref::<web_sys::HtmlDocument>()
        .map(|document| document.set_cookie(&cookie));
    let shown = root.map(|root| root.set_attribute("data-theme", theme.name()));
    if !matches!((kept, shown), (Some(Ok(())), Some(Ok(())))) {
        leptos::logging::warn!("the theme could not be kept");
    }
}

#[cfg(not(feature = "hydrate"))]
fn keep(_: Theme) {
    let _: u32 = KEPT;
}
