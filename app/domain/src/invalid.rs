//! What is wrong with an input: which field, and a sentence that says how to mend it. Forms, the API and the server share it.

use serde::{Deserialize, Serialize};

/// Whether every sign of a name or a code can be seen. Control characters cannot (PostgreSQL refuses U+0000), nor marks that change the
/// direction of text: they could forge a line on a page.
pub fn is_printable(text: &str) -> bool {
    let hidden = |c: char| {
        c.is_control()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
    };
    !text.chars().any(hidden)
}

/// One fault of one field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invalid {
    /// The field as the sender spells it, such as `spo2`; empty when the fault is not of one field.
    pub field: String,
    /// A whole sentence: what is wrong, and what would be right. It never repeats the value.
    pub reason: String,
}

impl Invalid {
    /// A fault of `field`.
    pub fn new(field: impl Into<String>, reason: impl Into<String>) -> Self {
        Self {
            field: field.into(),
            reason: reason.into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_seen_is_not_printable() {
        for text in ["", "ART_LOW", "Überwacher 1.0 µ", "心電図"] {
            assert!(is_printable(text), "{text:?}");
        }
        for text in ["a\0", "a\nb", "a\u{7f}", "a\u{202e}b", "\u{feff}"] {
            assert!(!is_printable(text), "{text:?}");
        }
    }
}
