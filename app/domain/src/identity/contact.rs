//! How somebody is reached, as they say themselves.

use serde::{Deserialize, Serialize};

use crate::invalid::{Invalid, is_printable};

/// How somebody is reached. Every part may be empty.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// Phone number, as they write it.
    #[serde(default)]
    pub phone: String,
    /// Postal address, in lines.
    #[serde(default)]
    pub address: String,
    /// Who is called in an emergency.
    #[serde(default)]
    pub emergency_name: String,
    /// How they are called.
    #[serde(default)]
    pub emergency_phone: String,
}

/// The most signs of a name or a phone number, and of an address.
const LONGEST: usize = 100;
const LONGEST_ADDRESS: usize = 400;

impl Contact {
    /// Its fields, as forms name them.
    pub const FIELDS: [&'static str; 4] = ["phone", "address", "emergency_name", "emergency_phone"];

    /// Trimmed, when every part can be read and used.
    pub fn checked(self) -> Result<Self, Vec<Invalid>> {
        let trimmed = Self {
            phone: self.phone.trim().to_owned(),
            address: self.address.trim().replace("\r\n", "\n"),
            emergency_name: self.emergency_name.trim().to_owned(),
            emergency_phone: self.emergency_phone.trim().to_owned(),
        };
        let faults: Vec<Invalid> = [
            phone("phone", &trimmed.phone),
            text("address", &trimmed.address.replace('\n', " "), LONGEST_ADDRESS),
            text("emergency_name", &trimmed.emergency_name, LONGEST),
            phone("emergency_phone", &trimmed.emergency_phone),
        ]
        .into_iter()
        .flatten()
        .collect();
        if faults.is_empty() { Ok(trimmed) } else { Err(faults) }
    }
}

impl std::fmt::Debug for Contact {
    /// Where people live is nothing for a log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Contact")
    }
}

fn text(field: &str, text: &str, longest: usize) -> Option<Invalid> {
    if !is_printable(text) {
        return Some(Invalid::new(field, "Use letters, digits and signs that can be seen."));
    }
    (text.chars().count() > longest).then(|| Invalid::new(field, format!("Use at most {longest} characters.")))
}

fn phone(field: &str, number: &str) -> Option<Invalid> {
    let digits = number.chars().filter(char::is_ascii_digit).count();
    let is_number = number
        .chars()
        .all(|sign| sign.is_ascii_digit() || matches!(sign, '+' | ' ' | '-' | '.' | '(' | ')' | '/'));
    (!number.is_empty() && (!is_number || !(5..=15).contains(&digits))).then(|| {
        Invalid::new(
            field,
            "Enter a phone number with 5 to 15 digits, such as +254 700 000 001.",
        )
    })
}

/// An account as its owner sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    /// The name shown.
    pub name: String,
    /// The e-mail address with which they sign in.
    pub email: Option<String>,
    /// The address that takes its place when the link that was sent there is opened.
    pub waiting_email: Option<String>,
    /// The phone number with which they sign in.
    pub sign_in_phone: Option<String>,
    /// How they are reached.
    pub contact: Contact,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(contact: Contact) -> Vec<String> {
        let faults = contact.checked().err().unwrap_or_default();
        faults.into_iter().map(|fault| fault.field).collect()
    }

    #[test]
    fn amara_writes_where_she_lives() {
        let contact = Contact {
            phone: " +254 700 000 001 ".into(),
            address: "12 River Road\r\nNairobi".into(),
            emergency_name: "Chidi Okafor".into(),
            emergency_phone: "0700/123456".into(),
        };
        let kept = contact.checked().unwrap();
        assert_eq!(
            (kept.phone.as_str(), kept.address.as_str()),
            ("+254 700 000 001", "12 River Road\nNairobi")
        );
        assert_eq!(
            Contact::default().checked(),
            Ok(Contact::default()),
            "everything may be empty"
        );
    }

    #[test]
    fn faults_name_their_fields() {
        let odd = Contact {
            phone: "call me".into(),
            address: "a".repeat(401),
            emergency_name: "a\u{202e}b".into(),
            emergency_phone: "12".into(),
        };
        assert_eq!(faults(odd), Contact::FIELDS);
    }

    #[test]
    fn a_log_does_not_learn_it() {
        let contact = Contact {
            address: "12 River Road".into(),
            ..Contact::default()
        };
        assert!(!format!("{contact:?}").contains("River"));
    }
}
