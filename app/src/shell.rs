//! The HTML document around every page, and the root of the application in it.
//!
//! The server names the files of the page by their content ([`Assets`]) and gives each answer a nonce; the only inline script is
//! the one that starts the program of a page that moves.

use leptos::prelude::*;
use leptos_meta::{Title, provide_meta_context};
use ui::{Now, Toasts};

use crate::routes::Pages;
use crate::welcome::Welcome;

/// The application: what is in `<body>`, drawn by the server. What moves in it the browser takes over ([`crate::program`]).
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    // Nothing that is asked for while the page is drawn travels to the browser by itself: what the program needs is carried (`crate::program`).
    if let Some(shared) = Owner::current_shared_context() {
        shared.set_is_hydrating(false);
    }
    let welcome = Welcome::provide();
    Now::provide(welcome.rendered_at);
    let zone = welcome.me.map(|me| me.zone).unwrap_or_default();
    provide_context(StoredValue::new(zone));
    Toasts::provide();
    view! {
        <Title text="Wardlight"/>
        <Pages/>
    }
}

#[cfg(feature = "ssr")]
pub use document::{Assets, apart, error_html, shell};

#[cfg(feature = "ssr")]
mod document {
    use axum::http::request::Parts;
    use leptos::nonce::use_nonce;
    use leptos::prelude::*;
    use leptos_meta::MetaTags;
    use ui::lang::Locale;

    use super::App;
    use crate::error::AppError;
    use crate::routes::{self, Moves};
    use crate::text_size;
    use crate::welcome::theme;
    use crate::widgets::refused::Refused;

    /// Where the files of the page lie, as paths that may be cached for ever. The server puts it in context.
    #[derive(Clone, Debug, Default, PartialEq, Eq)]
    pub struct Assets {
        /// The program of the ward and of a patient's chart: the module that loads it, and itself.
        pub ward: Program,
        /// The program of the patient's own page.
        pub portal: Program,
        /// What every page hears: keys, theme, passwords shown.
        pub page: String,
        /// The style sheet.
        pub css: String,
        /// The script of the search.
        pub find: String,
        /// Where numbers are tapped.
        pub step: String,
        /// The script that asks who may be the one who is being registered.
        pub suggest: String,
        /// The script of the bell and of what waits beside it.
        pub bell: String,
        /// The script of a conversation.
        pub chat: String,
        /// The script of what the server draws anew every few seconds.
        pub again: String,
        /// The script of a bedside monitor's curves.
        pub sweep: String,
        /// The script that reads a page aloud.
        pub aloud: String,
        /// The script of a file that is sent.
        pub upload: String,
        /// The font of nearly all text.
        pub font: String,
        /// Whether the page loads itself again when the server comes back (`make dev`).
        pub reload: bool,
    }

    /// A program: the module that loads it, and itself.
    #[derive(Clone, Debug, Default, PartialEq, Eq)]
    pub struct Program {
        js: String,
        wasm: String,
    }

    impl Program {
        fn named(name: &str, path: impl Fn(&str) -> String) -> Self {
            Self {
                js: path(&format!("pkg/{name}.js")),
                wasm: path(&format!("pkg/{name}_bg.wasm")),
            }
        }
    }

    impl Assets {
        /// The program of a page; most have none.
        fn program_of(&self, path: &str) -> Option<&Program> {
            match routes::moves(path)? {
                Moves::Ward => Some(&self.ward),
                Moves::Portal => Some(&self.portal),
            }
        }

        /// Looks every file up by its lasting name, such as `pkg/wardlight.js`.
        pub fn named(path: impl Fn(&str) -> String, reload: bool) -> Self {
            Self {
                ward: Program::named("ward", &path),
                portal: Program::named("portal", &path),
                page: path("page.js"),
                css: path("pkg/wardlight.css"),
                find: path("find.js"),
                step: path("step.js"),
                suggest: path("suggest.js"),
                bell: path("bell.js"),
                chat: path("chat.js"),
                again: path("again.js"),
                sweep: path("sweep.js"),
                aloud: path("aloud.js"),
                upload: path("upload.js"),
                font: path("fonts/inter-wardlight.woff2"),
                reload,
            }
        }
    }

    /// The whole document of a page.
    pub fn shell() -> impl IntoView {
        let assets = use_context::<Assets>().unwrap_or_default();
        let path = use_context::<Parts>()
            .map(|parts| parts.uri.path().to_owned())
            .unwrap_or_default();
        let program = assets.program_of(&path).cloned().map(|Program { js, wasm }| {
            // It begins in a task of its own: the one that made the program ready was long enough.
            let start = format!(
                "import('{js}').then(page=>page.default({{module_or_path:'{wasm}'}}).then(()=>setTimeout(page.start)));"
            );
            view! {
                <link rel="modulepreload" href=js nonce=use_nonce()/>
                <link rel="preload" href=wasm r#as="fetch" r#type="application/wasm" crossorigin="anonymous"/>
                <script r#type="module" nonce=use_nonce()>{start}</script>
            }
            .into_any()
        });
        let locale = crate::language::here();
        ui::lang::provide(locale);
        let beside = crate::finding::beside(&crate::door::caller(), &assets);
        let Assets {
            page,
            css,
            font,
            reload,
            ..
        } = assets;
        let (lang, dir) = (locale.tag(), locale.words().direction().name());
        let again = "let n=0;new EventSource('/dev/reload').addEventListener('ready',()=>{if(n++)location.reload()});";
        view! {
            <!DOCTYPE html>
            <html lang=lang dir=dir data-theme=theme().map(|theme| theme.name()) data-text=text_size::here().mark() data-density=crate::door::caller().density.mark()>
                <head>
                    <meta charset="utf-8"/>
                    <meta name="viewport" content="width=device-width, initial-scale=1"/>
                    <meta name="color-scheme" content="light dark"/>
                    <link rel="stylesheet" href=css/>
                    <link rel="preload" href=font r#as="font" r#type="font/woff2" crossorigin="anonymous"/>
                    <link rel="icon" id="favicon" href="/favicon.svg" r#type="image/svg+xml"/>
                    <link rel="apple-touch-icon" href="/icon-180.png"/>
                    <link rel="manifest" href="/app.webmanifest"/>
                    <script src=page r#type="module"></script>
                    {program}
                    {reload.then(|| view! { <script r#type="module" nonce=use_nonce()>{again}</script> }.into_any())}
                    <MetaTags/>
                </head>
                <body>
                    <App/>
                    // After what the page's program takes over, which looks no further.
                    {beside}
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
