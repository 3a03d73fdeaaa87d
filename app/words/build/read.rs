//! One Fluent file.

use fluent_syntax::ast::{Entry, Pattern, PatternElement};
use fluent_syntax::parser;

use crate::pack::{self, Packed};
use crate::plurals;

/// What the terms at the top of a file must say.
const ABOUT: [&str; 5] = ["language-name", "direction", "plurals", "decimal", "group"];

/// The line under which stand the messages that the page's program does not need.
const FOR_THE_SERVER: &str = "For the server alone";

/// A language as its file has it.
pub struct Language {
    /// The BCP 47 tag.
    pub tag: String,
    /// Name, direction, plural rules, decimal sign, sign between groups.
    pub about: Vec<String>,
    /// The messages in order.
    pub messages: Vec<Message>,
}

/// One message.
pub struct Message {
    /// Its name in the files.
    pub id: String,
    /// What it takes, in the order in which it names it.
    pub takes: Vec<String>,
    /// The pattern as [`pack`] has it, with names in the place of letters.
    pub packed: Packed,
    /// Whether the page's program needs it.
    pub in_browser: bool,
}

/// Reads a file.
pub fn language(tag: &str, text: &str) -> Result<Language, Vec<String>> {
    let resource = parser::parse(text).map_err(|(_, errors)| {
        errors
            .iter()
            .map(|error| format!("line {}: {}", line_of(text, error.pos.start), error.kind))
            .collect::<Vec<_>>()
    })?;
    let (mut terms, mut messages, mut faults) = (Vec::new(), Vec::<Message>::new(), Vec::new());
    let mut in_browser = true;
    for entry in &resource.body {
        match entry {
            Entry::GroupComment(comment) if comment.content.first() == Some(&FOR_THE_SERVER) => in_browser = false,
            Entry::Term(term) => terms.push((term.id.name, plain(&term.value))),
            Entry::Message(message) => {
                let id = message.id.name.to_owned();
                let packed = message
                    .value
                    .as_ref()
                    .ok_or("it has no text".to_owned())
                    .and_then(pack::pattern);
                match packed {
                    _ if !message.attributes.is_empty() => faults.push(format!(
                        "{id}: attributes are not used here; make it a message of its own"
                    )),
                    _ if messages.iter().any(|other| other.id == id) => faults.push(format!("{id} stands here twice")),
                    Ok(packed) => messages.push(Message {
                        id,
                        takes: packed.takes(),
                        packed,
                        in_browser,
                    }),
                    Err(fault) => faults.push(format!("{id}: {fault}")),
                }
            }
            _ => {}
        }
    }
    let mut about = Vec::new();
    for name in ABOUT {
        match terms.iter().find(|(term, _)| *term == name) {
            Some((_, Some(text))) => about.push(text.clone()),
            _ => faults.push(format!("-{name} is missing or no plain text; see locales/en.ftl")),
        }
    }
    if let Some(fault) = about.get(2).and_then(|rules| plurals::check(rules).err()) {
        faults.push(format!("-plurals: {fault}"));
    }
    if about
        .get(1)
        .is_some_and(|direction| direction != "ltr" && direction != "rtl")
    {
        faults.push("-direction is ltr or rtl".to_owned());
    }
    if faults.is_empty() {
        Ok(Language {
            tag: tag.to_owned(),
            about,
            messages,
        })
    } else {
        Err(faults)
    }
}

/// The text of a pattern without anything put in; a quoted literal is text, too: `{ " " }`.
fn plain(pattern: &Pattern<&str>) -> Option<String> {
    pattern
        .elements
        .iter()
        .map(|element| match element {
            PatternElement::TextElement { value } => Some((*value).to_owned()),
            PatternElement::Placeable { expression } => pack::literal(expression),
        })
        .collect()
}

fn line_of(text: &str, at: usize) -> usize {
    text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1
}
