//! [`AppError`]: what a server function may answer instead of what was asked. It crosses the wire and may stand in a page, so it
//! names no patient and no cause inside the house; the log has those under the same reference.

use std::fmt;

#[cfg(not(target_arch = "wasm32"))]
use domain::access::Action;
use domain::invalid::Invalid;
use leptos::server_fn::codec::PostcardEncoding;
use leptos::server_fn::error::{FromServerFnError, ServerFnErrorErr};
use serde::{Deserialize, Serialize};
use ui::lang::{key, say, tell, word};

/// The ways in which a door refuses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AppError {
    /// Nobody has signed in, or the session is over.
    SignIn,
    /// The account lacks a right; `right` names it, such as `ward.watch`.
    Denied {
        /// The name of the right.
        right: String,
    },
    /// It is allowed, and wants a proof of who the reader is that is at most five minutes old.
    StepUp,
    /// It does not exist, or the reader must not learn that it does.
    NotFound,
    /// The input is wrong, field by field.
    Invalid(Vec<Invalid>),
    /// Somebody was quicker, or it was done already: one sentence.
    Conflict(String),
    /// Too much at once.
    Busy,
    /// The database is away: maintenance, or a fault that passes.
    Away,
    /// A fault of ours, kept in the log under `reference`.
    Fault {
        /// The number of the request.
        reference: String,
    },
    /// The answer did not arrive: no network, or the server is down. Only a browser says this.
    Unreachable,
}

impl AppError {
    /// The HTTP status of this answer.
    pub const fn status(&self) -> u16 {
        match self {
            Self::SignIn | Self::StepUp => 401,
            Self::Denied { .. } => 403,
            Self::NotFound => 404,
            Self::Conflict(_) => 409,
            Self::Invalid(_) => 422,
            Self::Busy => 429,
            Self::Fault { .. } => 500,
            Self::Away | Self::Unreachable => 503,
        }
    }

    /// What the account was missing, in the words of the page for 403.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn right_in_words(right: &str) -> &'static str {
        match right {
            "pharmacy.open" => "work in the pharmacy",
            "portal.part" => "see this part of the record in the portal",
            name => Action::parse(name).map_or("do this", Action::words),
        }
    }
}

impl AppError {
    /// In the language of the page. Sentences of the rules are English in the browser, and on the server where nobody has translated them.
    pub fn in_words(&self) -> String {
        match self {
            Self::SignIn => word(key::SESSION_IS_OVER).to_owned(),
            Self::StepUp => word(key::ERROR_STEP_UP).to_owned(),
            Self::NotFound => word(key::REFUSED_NOT_FOUND).to_owned(),
            Self::Invalid(faults) => match faults.first() {
                Some(first) => of_rules(&first.reason),
                None => word(key::ERROR_INVALID).to_owned(),
            },
            Self::Conflict(sentence) => of_rules(sentence),
            Self::Busy => word(key::ERROR_BUSY).to_owned(),
            Self::Denied { right } => denied(right),
            Self::Away => word(key::ERROR_AWAY).to_owned(),
            Self::Fault { reference } => tell(say::error_fault(reference.as_str())),
            Self::Unreachable => word(key::ERROR_UNREACHABLE).to_owned(),
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn denied(right: &str) -> String {
    format!("This account may not {}.", AppError::right_in_words(right))
}

/// The list of all rights is no part of a page's program: who was refused there pressed the button that it is about.
#[cfg(target_arch = "wasm32")]
fn denied(_: &str) -> String {
    word(key::ERROR_DENIED).to_owned()
}

#[cfg(feature = "ssr")]
fn of_rules(sentence: &str) -> String {
    ui::lang::of_english(sentence)
}

#[cfg(not(feature = "ssr"))]
fn of_rules(sentence: &str) -> String {
    sentence.to_owned()
}

/// In the browser an error speaks the reader's language alone.
#[cfg(target_arch = "wasm32")]
impl fmt::Display for AppError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.in_words())
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl fmt::Display for AppError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::SignIn => f.write_str("You are signed out. Sign in again."),
            Self::Denied { right } => write!(f, "This account may not {}.", Self::right_in_words(right)),
            Self::StepUp => f.write_str("Prove who you are first: it has been more than five minutes."),
            Self::NotFound => f.write_str("It was not found."),
            Self::Invalid(faults) => match faults.first() {
                Some(first) => f.write_str(&first.reason),
                None => f.write_str("Something typed is not right."),
            },
            Self::Conflict(sentence) => f.write_str(sentence),
            Self::Busy => f.write_str("Too much at once. Try again in a moment."),
            Self::Away => f.write_str("The database is away. Try again in a moment."),
            Self::Fault { reference } => write!(f, "Something went wrong on our side. Reference {reference}."),
            Self::Unreachable => f.write_str("The server did not answer. Nothing was changed. Try again."),
        }
    }
}

impl std::error::Error for AppError {}

impl FromServerFnError for AppError {
    // JSON's reader would come into the page's program for this alone.
    type Encoder = PostcardEncoding;

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        match error {
            ServerFnErrorErr::Request(_) | ServerFnErrorErr::Response(_) => Self::Unreachable,
            ServerFnErrorErr::Args(_) | ServerFnErrorErr::MissingArg(_) => Self::NotFound,
            _ => Self::Fault {
                reference: "of the page itself".into(),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_answer_of_the_network_is_a_fault_of_the_hospital() {
        let lost = AppError::from_server_fn_error(ServerFnErrorErr::Request("Failed to fetch".into()));
        assert_eq!((lost.status(), lost), (503, AppError::Unreachable));
    }

    #[test]
    fn an_error_crosses_the_wire_and_names_no_right_in_code() {
        let denied = AppError::Denied {
            right: "ward.watch".into(),
        };
        assert_eq!(AppError::de(denied.ser()), denied);
        assert_eq!(denied.to_string(), "This account may not see the live board of a ward.");
    }
}
