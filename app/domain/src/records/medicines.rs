//! What somebody takes.

use serde::{Deserialize, Serialize};

use super::year;
use crate::invalid::Invalid;
use crate::typed;

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Medicine {
    /// Name and strength, such as `Metformin 500 mg`.
    pub name: String,
    /// How much at a time.
    pub dose: String,
    /// How often, and when.
    pub schedule: String,
    /// The year since which they take it.
    pub since_year: Option<i32>,
}

/// The same as typed; the names are those of the form's fields.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Typed {
    /// Name and strength, such as `Metformin 500 mg`.
    pub name: String,
    /// How much at a time.
    pub dose: String,
    /// How often, and when.
    pub schedule: String,
    /// The year since which they take it.
    pub since_year: String,
}

impl Typed {
    /// Each field and what stands in it, for a form that comes back.
    pub fn fields(&self) -> [(&'static str, &str); 4] {
        [
            ("name", &self.name),
            ("dose", &self.dose),
            ("schedule", &self.schedule),
            ("since_year", &self.since_year),
        ]
    }

    /// Reads it.
    pub fn read(&self, this_year: i32) -> Result<Medicine, Vec<Invalid>> {
        let mut faults = Vec::new();
        let mut told = |fault: Invalid| faults.push(fault);
        let name = typed::name("name", "the name of the medicine and its strength", &self.name).map_err(&mut told);
        let dose = typed::name("dose", "how much they take at a time", &self.dose).map_err(&mut told);
        let schedule = typed::name("schedule", "how often they take it", &self.schedule).map_err(&mut told);
        let since_year = year("since_year", &self.since_year, this_year).map_err(&mut told);
        match (name, dose, schedule, since_year) {
            (Ok(name), Ok(dose), Ok(schedule), Ok(since_year)) => Ok(Medicine {
                name,
                dose,
                schedule,
                since_year,
            }),
            _ => Err(faults),
        }
    }
}
