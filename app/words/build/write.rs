//! The Rust that the crate includes: keys, functions, tables.

use crate::read::{Language, Message};

/// All of it.
pub fn rust(languages: &[Language]) -> String {
    let english = languages.iter().position(|it| it.tag == "en").unwrap_or_default();
    // Those of the browser first: its table is the beginning of the whole one.
    let mut messages: Vec<&Message> = languages
        .get(english)
        .map(|it| it.messages.iter().collect())
        .unwrap_or_default();
    messages.sort_by_key(|it| !it.in_browser);
    let in_browser = messages.iter().filter(|it| it.in_browser).count();
    let (mut keys, mut functions) = (String::new(), String::new());
    for (place, message) in messages.iter().enumerate() {
        let text = shown(message);
        // The browser has no words for these: a page of its program that names one does not compile.
        let only = if message.in_browser {
            ""
        } else {
            "    #[cfg(not(target_arch = \"wasm32\"))]\n"
        };
        if message.takes.is_empty() {
            let name = message.id.to_uppercase().replace('-', "_");
            keys += &format!("    /// {text}\n{only}    pub const {name}: Key = Key({place});\n");
        } else {
            let name = message.id.replace('-', "_");
            let takes: String = message
                .takes
                .iter()
                .map(|it| format!("{}: impl Into<Arg>, ", it.replace('-', "_")))
                .collect();
            let args: Vec<String> = message
                .takes
                .iter()
                .map(|it| format!("{}.into()", it.replace('-', "_")))
                .collect();
            functions += &format!(
                "    /// {text}\n{only}    pub fn {name}({}) -> Said {{\n        Said {{ key: Key({place}), args: vec![{}] }}\n    }}\n",
                takes.trim_end_matches(", "),
                args.join(", ")
            );
        }
    }
    let tables: Vec<String> = languages
        .iter()
        .map(|language| literal(&table(language, &messages)))
        .collect();
    // Sentences that the rules of the domain make: only those that begin so are looked for by their English.
    let rules: Vec<String> = (0u16..)
        .zip(&messages)
        .filter(|(_, message)| message.id.starts_with("rule-"))
        .map(|(place, _)| place.to_string())
        .collect();
    let tags: Vec<String> = languages.iter().map(|it| format!("{:?}", it.tag)).collect();
    let names: Vec<String> = languages.iter().map(|it| format!("{:?}", it.about[0])).collect();
    format!(
        "/// The messages that take nothing.\npub mod key {{\n    use crate::Key;\n{keys}}}\n\n\
         /// The messages that take something.\npub mod say {{\n    use crate::{{Arg, Key, Said}};\n{functions}}}\n\n\
         pub(crate) const ENGLISH: u8 = {english};\npub(crate) const TAGS: &[&str] = &[{}];\npub(crate) const NAMES: &[&str] = &[{}];\n\
         #[cfg(not(target_arch = \"wasm32\"))]\npub(crate) const IN_BROWSER: usize = {in_browser};\n\
         #[cfg(not(target_arch = \"wasm32\"))]\npub(crate) const RULES: &[u16] = &[{}];\n\
         #[cfg(not(target_arch = \"wasm32\"))]\npub(crate) const TABLES: &[&str] = &[{}];\n",
        tags.join(", "),
        names.join(", "),
        rules.join(", "),
        tables.join(",\n")
    )
}

/// The packed table of a language, in the order of the keys.
fn table(language: &Language, messages: &[&Message]) -> String {
    let patterns = messages.iter().map(|first| {
        let here = language.messages.iter().find(|it| it.id == first.id);
        here.map(|it| it.packed.text(&first.takes)).unwrap_or_default()
    });
    language
        .about
        .iter()
        .cloned()
        .chain(patterns)
        .collect::<Vec<_>>()
        .join("\0")
}

/// The English words, for whoever reads the documentation of a key.
fn shown(message: &Message) -> String {
    let text = message.packed.text(&message.takes);
    let text: String = text.chars().map(|sign| if sign < ' ' { '·' } else { sign }).collect();
    format!("“{}”", text.replace('[', "\\[").replace('<', "\\<"))
}

/// The text as Rust writes it; what separates messages never looks like an octal escape before a digit.
fn literal(text: &str) -> String {
    format!("{text:?}").replace("\\0", "\\u{0}")
}
