//! What is wrong with an input: which field, and a sentence that says how to mend it. Forms, the API and the server share it.

use serde::{Deserialize, Serialize};

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
