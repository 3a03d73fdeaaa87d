//! The HTML document around every page, and the root of the application in it.
//!
//! The server names the files of the page by their content ([`Assets`]) and gives each answer a nonce; the only inline script is
//! the one that starts the page's program.

use leptos::prelude::*;
use leptos_meta::{Title, provide_meta_context};
use ui::{Now, Toasts};

use crate::routes::Pages;
use crate::welcome::Welcome;
use crate::widgets::{ears, hydrated};

/// The application: what is in `<body>`, drawn by the server and taken over by the browser.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    let welcome = Welcome::provide();
    let now = Now::provide(welcome.rendered_at);
    now.start();
    let zone = welcome.me.map(|me| me.zone).unwrap_or_default();
    provide_context(StoredValue::new(zone));
    Toasts::provide();
    hydrated::provide();
    ears::listen(now);
    view! {
        <Title text="Wardlight"/>
        <Pages/>
    }
}

#[cfg(feature = "ssr")]
pub use document::{Assets, apart, error_html, shell};

#[cfg(feature = "ssr")]
mod document {
    use leptos::nonce::use_nonce;
    use leptos::prelude::*;
    use leptos_meta::MetaTags;
    use ui::lang::Locale;

    use super::App;
    use crate::error::AppError;
    use crate::welcome::theme;
    use crate::widgets::refused::Refused;

    /// Where the files of the page lie, as paths that may be cached for ever. The server puts it in context.
    #[derive(Clone, Debug, Default, PartialEq, Eq)]
    pub struct Assets {
        /// The module that loads the program.
        pub js: String,
        /// The program.
        pub wasm: String,
        /// The style sheet.
        pub css: String,
        /// The script that asks who may be the one who is being registered.
        pub suggest: String,
        /// The font of nearly all text.
        pub font: String,
        /// Whether the page loads itself again when the server comes back (`make dev`).
        pub reload: bool,
    }

    impl Assets {
        /// Looks every file up by its lasting name, such as `pkg/wardlight.js`.
        pub fn named(path: impl Fn(&str) -> String, reload: bool) -> Self {
            Self {
                js: path("pkg/wardlight.js"),
                wasm: path("pkg/wardlight_bg.wasm"),
                css: path("pkg/wardlight.css"),
                suggest: path("suggest.js"),
                font: path("fonts/inter-wardlight.woff2"),
                reload,
            }
        }
    }

    /// The whole document of a page.
    pub fn shell() -> impl IntoView {
        let Assets {
            js,
            wasm,
            css,
            font,
            reload,
            ..
        } = use_context::<Assets>().unwrap_or_default();
        // The worker keeps the page for when the network is gone (`public/sw.js`); browsers know it in secure places only.
        let start = format!(
            "import('{js}').then(page=>page.default({{module_or_path:'{wasm}'}}).then(()=>page.hydrate()));navigator.serviceWorker?.register('/sw.js');"
        );
        let locale = crate::language::here();
        let (lang, dir) = (locale.tag(), locale.words().direction().name());
        let again = "let n=0;new EventSource('/dev/reload').addEventListener('ready',()=>{if(n++)location.reload()});";
        view! {
            <!DOCTYPE html>
            <html lang=lang dir=dir data-theme=theme().map(|theme| theme.name())>
                <head>
                    <meta charset="utf-8"/>
                    <meta name="viewport" content="width=device-width, initial-scale=1"/>
                    <meta name="color-scheme" content="light dark"/>
                    <link rel="stylesheet" href=css/>
                    <link rel="preload" href=font r#as="font" r#type="font/woff2" crossorigin="anonymous"/>
                    <link rel="icon" id="favicon" href="/favicon.svg" r#type="image/svg+xml"/>
                    <link rel="apple-touch-icon" href="/icon-180.png"/>
                    <link rel="manifest" href="/app.webmanifest"/>
                    <link rel="modulepreload" href=js nonce=use_nonce()/>
                    <link rel="preload" href=wasm r#as="fetch" r#type="application/wasm" crossorigin="anonymous"/>
                    <script r#type="module" nonce=use_nonce()>{start}</script>
                    {reload.then(|| view! { <script r#type="module" nonce=use_nonce()>{again}</script> }.into_any())}
                    <MetaTags/>
                </head>
                <body>
                    <App/>
                </body>
            </html>
        }
    }

    /// Draws under an owner that belongs to no page. `Owner::new` would be a child of whichever page this thread drew last, and die with it half-way when another
    /// thread ends that page.
    pub fn apart<T>(draw: impl FnOnce() -> T) -> T {
        let before = Owner::current();
        let drawn = Owner::new_root(None).with(draw);
        if let Some(before) = before {
            before.set();
        }
        drawn
    }

    /// The page of an error as a whole document without a program: for doors that are no pages, and when drawing a page failed.
    pub fn error_html(error: &AppError, assets: &Assets, locale: Locale) -> String {
        let (error, css) = (error.clone(), assets.css.clone());
        let page = apart(|| {
            ui::lang::provide(locale);
            view! {
                <html lang=locale.tag() dir=locale.words().direction().name()>
                    <head>
                        <meta charset="utf-8"/>
                        <meta name="viewport" content="width=device-width, initial-scale=1"/>
                        <title>"Wardlight"</title>
                        <link rel="stylesheet" href=css/>
                        <link rel="icon" href="/favicon.svg" r#type="image/svg+xml"/>
                    </head>
                    <body><Refused error=error/></body>
                </html>
            }
            .into_any()
            .to_html()
        });
        format!("<!DOCTYPE html>{page}")
    }
}
