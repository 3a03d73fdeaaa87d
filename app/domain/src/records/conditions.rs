//! What somebody lives with: a code of ICD-10-CM and what it does not say.

use serde::{Deserialize, Serialize};

use super::{maybe, year};
use crate::invalid::Invalid;
use crate::typed;

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// The code.
    pub code: String,
    /// What the code means; empty when it was only typed.
    pub words: String,
    /// What the code does not say: side, stage, how it shows.
    pub note: Option<String>,
    /// The year in which it began.
    pub since_year: Option<i32>,
}

/// The same as typed; the names are those of the form's fields. That of the code is `icd10`: a field called `code` is one of a second factor, which no form shows again.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Typed {
    /// The code.
    #[serde(rename = "icd10")]
    pub code: String,
    /// What the code does not say: side, stage, how it shows.
    pub note: String,
    /// The year in which it began.
    pub since_year: String,
}

impl Typed {
    /// Each field and what stands in it, for a form that comes back.
    pub fn fields(&self) -> [(&'static str, &str); 3] {
        [
            ("icd10", &self.code),
            ("note", &self.note),
            ("since_year", &self.since_year),
        ]
    }

    /// Reads it.
    pub fn read(&self, this_year: i32) -> Result<Condition, Vec<Invalid>> {
        let mut faults = Vec::new();
        let mut told = |fault: Invalid| faults.push(fault);
        let code = typed::name("icd10", "a condition of the list", &self.code).map_err(&mut told);
        let note = maybe("note", &self.note).map_err(&mut told);
        let since_year = year("since_year", &self.since_year, this_year).map_err(&mut told);
        match (code, note, since_year) {
            (Ok(code), Ok(note), Ok(since_year)) => Ok(Condition {
                code,
                words: String::new(),
                note,
                since_year,
            }),
            _ => Err(faults),
        }
    }
}
