//! Operations of the past.

use serde::{Deserialize, Serialize};

use super::{Dated, maybe};
use crate::invalid::Invalid;
use crate::time::Civil;
use crate::typed;

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Surgery {
    /// What was done.
    pub procedure: String,
    /// When, as far as it is known.
    pub done_on: Option<Dated>,
    /// Where.
    pub at_hospital: Option<String>,
    /// What else is to be known of it.
    pub note: Option<String>,
}

/// The same as typed; the names are those of the form's fields.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Typed {
    /// What was done.
    pub procedure: String,
    /// When, as far as it is known.
    pub done_on: String,
    /// Where.
    pub at_hospital: String,
    /// What else is to be known of it.
    pub note: String,
}

impl Typed {
    /// Each field and what stands in it, for a form that comes back.
    pub fn fields(&self) -> [(&'static str, &str); 4] {
        [
            ("procedure", &self.procedure),
            ("done_on", &self.done_on),
            ("at_hospital", &self.at_hospital),
            ("note", &self.note),
        ]
    }

    /// Reads it.
    pub fn read(&self, today: Civil) -> Result<Surgery, Vec<Invalid>> {
        let mut faults = Vec::new();
        let mut told = |fault: Invalid| faults.push(fault);
        let procedure = typed::name("procedure", "what was operated", &self.procedure).map_err(&mut told);
        let done_on = Dated::read_begun("done_on", &self.done_on, today).map_err(&mut told);
        let at_hospital = maybe("at_hospital", &self.at_hospital).map_err(&mut told);
        let note = maybe("note", &self.note).map_err(&mut told);
        match (procedure, done_on, at_hospital, note) {
            (Ok(procedure), Ok(done_on), Ok(at_hospital), Ok(note)) => Ok(Surgery {
                procedure,
                done_on,
                at_hospital,
                note,
            }),
            _ => Err(faults),
        }
    }
}
