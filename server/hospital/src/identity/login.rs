//! What people type as their name at the door: an e-mail address or a phone number.

use domain::invalid::is_printable;

/// A typed login in the form in which accounts keep it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Login {
    /// Lower case.
    Email(String),
    /// `+` and digits.
    Phone(String),
}

impl Login {
    /// Reads what was typed: with an `@` it is an e-mail address, else a phone number whose blanks, dots, hyphens and brackets do not
    /// count and whose leading `00` means `+`. `None` when nothing is left, or when it holds signs that nobody can type or see.
    pub fn parse(typed: &str) -> Option<Self> {
        let typed = typed.trim();
        if typed.is_empty() || !is_printable(typed) {
            return None;
        }
        if typed.contains('@') {
            return Some(Self::Email(typed.to_lowercase()));
        }
        let bare: String = typed
            .chars()
            .filter(|sign| !matches!(sign, ' ' | '.' | '-' | '(' | ')' | '/'))
            .collect();
        Some(Self::Phone(
            bare.strip_prefix("00").map_or(bare.clone(), |rest| format!("+{rest}")),
        ))
    }

    /// The text by which tries are counted: the same for every spelling of the same login.
    pub fn text(&self) -> &str {
        match self {
            Self::Email(text) | Self::Phone(text) => text,
        }
    }

    /// The e-mail address, when it is one.
    pub fn email(&self) -> Option<&str> {
        match self {
            Self::Email(text) => Some(text),
            Self::Phone(_) => None,
        }
    }

    /// The phone number, when it is one.
    pub fn phone(&self) -> Option<&str> {
        match self {
            Self::Phone(text) => Some(text),
            Self::Email(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_login_are_one_login() {
        assert_eq!(
            Login::parse(" Amina.Otieno@Example.org "),
            Some(Login::Email("amina.otieno@example.org".into()))
        );
        for typed in ["+254 700 000 001", "00254-700-000-001", "+254 (700) 000.001"] {
            assert_eq!(
                Login::parse(typed),
                Some(Login::Phone("+254700000001".into())),
                "{typed}"
            );
        }
        assert_eq!(Login::parse("   "), None);
        assert_eq!(Login::parse("a\0@example.org"), None, "PostgreSQL takes no U+0000");
    }
}
