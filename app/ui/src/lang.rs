//! The language of the page: [`word`] and [`tell`] say what stands in `app/words/locales` under a key, [`weave`] puts links and times into a sentence.
//!
//! On the server each page has its own language, in context ([`provide`]); outside of a page it is English. The browser's program has one page and one
//! language for as long as it runs, so there it is kept beside the program: what answers a click knows no context.
//!
//! # Adding words to a page
//! A line in each `app/words/locales/*.ftl`, then `{word(key::SIGN_OUT)}` or `{tell(say::hello(name))}` in the view. Words that only form pages say stand below
//! `## For the server alone`; the browser has no name for them, so that a page of its program cannot use one by mistake.

use leptos::prelude::*;
pub use words::{Arg, Direction, Key, Locale, Piece, Said, Words, key, say};

#[cfg(not(target_arch = "wasm32"))]
mod kept {
    use leptos::prelude::*;
    use words::{Locale, Words};

    /// The language of the page that is drawn, in context.
    #[derive(Clone, Copy)]
    struct OfPage(Locale);

    /// Puts the language of a page in context. Once, at its root.
    pub fn provide(locale: Locale) {
        provide_context(OfPage(locale));
    }

    /// The language of this page.
    pub fn locale() -> Locale {
        use_context::<OfPage>().map_or(Locale::ENGLISH, |of| of.0)
    }

    /// Its words.
    pub fn here() -> &'static Words {
        locale().words()
    }
}

#[cfg(target_arch = "wasm32")]
mod kept {
    use std::sync::OnceLock;

    use words::Words;

    static HERE: OnceLock<Words> = OnceLock::new();

    /// Keeps the table that came with the page. The first one stays: another language is another document.
    pub fn provide(table: String) {
        // It lives as long as the program: so a word can be lent for ever, and nothing is copied when it is said.
        HERE.get_or_init(|| Words::of_table(Box::leak(table.into_boxed_str())));
    }

    /// The words of this page.
    pub fn here() -> &'static Words {
        HERE.get_or_init(|| Words::of_table(""))
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub use kept::locale;
pub use kept::{here, provide};

/// What stands under `key`.
pub fn word(key: Key) -> &'static str {
    here().of(key)
}

/// A message with what it takes.
pub fn tell(said: Said) -> String {
    here().say(&said)
}

/// A message in whose holes (`Arg::hole(0)`, `Arg::hole(1)` …) stand these parts: links, times, names in bold.
pub fn weave(said: Said, parts: impl IntoIterator<Item = AnyView>) -> AnyView {
    let mut parts: Vec<Option<AnyView>> = parts.into_iter().map(Some).collect();
    let woven = here().cut(&said).into_iter().filter_map(|piece| match piece {
        Piece::Text(text) => Some(text.into_any()),
        Piece::Hole(n) => parts.get_mut(usize::from(n)).and_then(Option::take),
    });
    woven.collect_view().into_any()
}

/// "this, that and the other".
pub fn listed(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [only] => only.clone(),
        [rest @ .., last] => tell(say::list_and(rest.join(word(key::LIST_COMMA)), last.as_str())),
    }
}

/// A number that was written in English (`36.5`), with the decimal sign of this language.
pub fn number(written: String) -> String {
    match here().decimal() {
        "." | "" => written,
        decimal => written.replace('.', decimal),
    }
}

/// What is read from left to right in every language: a value with its unit, or a unit. Marks hold it together on a page that is read from right to left, where `36.7 °C` would
/// else be written `C° 36.7`.
pub fn ltr(written: impl Into<String>) -> String {
    let written = written.into();
    match here().direction() {
        Direction::Rtl => format!("\u{2066}{written}\u{2069}"),
        Direction::Ltr => written,
    }
}

/// A sentence of the domain in the language of this page, where `locales/en.ftl` has it word for word or as a rule with figures in it; else as it is.
#[cfg(not(target_arch = "wasm32"))]
pub fn of_english(sentence: &str) -> String {
    here().translated(sentence).unwrap_or_else(|| sentence.to_owned())
}

/// The same, as a view that says so when it had to stay English (WCAG 3.1.2).
#[cfg(not(target_arch = "wasm32"))]
pub fn from_english(sentence: &str) -> AnyView {
    match here().translated(sentence) {
        Some(words) => words.into_any(),
        None if locale() == Locale::ENGLISH => sentence.to_owned().into_any(),
        None => view! { <span lang="en" dir="ltr">{sentence.to_owned()}</span> }.into_any(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn in_french<T>(draw: impl FnOnce() -> T) -> T {
        within("fr", draw)
    }

    fn within<T>(tag: &str, draw: impl FnOnce() -> T) -> T {
        Owner::new().with(|| {
            provide(Locale::of_tag(tag).unwrap());
            draw()
        })
    }

    #[test]
    fn a_page_speaks_its_own_language_and_what_is_no_page_english() {
        assert_eq!(word(key::SIGN_OUT), "Sign out");
        assert_eq!(in_french(|| word(key::SIGN_OUT)), "Se déconnecter");
        assert_eq!(in_french(|| number("36.5".into())), "36,5");
    }

    #[test]
    fn a_value_keeps_its_unit_behind_it_in_every_language() {
        assert_eq!(within("ar", || ltr("36.7 °C")), "\u{2066}36.7 °C\u{2069}");
        assert_eq!(within("fr", || ltr("36,7 °C")), "36,7 °C");
    }

    #[test]
    fn a_sentence_of_the_domain_is_said_in_the_readers_language_or_marked_as_english() {
        let drawn = |sentence| in_french(|| from_english(sentence).to_html());
        assert!(drawn("Sign out").contains("Se déconnecter"));
        assert!(drawn("Nobody ever wrote this.").contains("lang=\"en\""));
    }
}
