//! What somebody takes.

use serde::{Deserialize, Serialize};

use super::Dated;
use crate::invalid::Invalid;
use crate::time::Civil;
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
    /// Since when they take it.
    pub since: Option<Dated>,
    /// When it is to end, as far as that was planned.
    pub until: Option<Dated>,
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
    /// Since when they take it.
    pub since: String,
    /// When it is to end.
    pub until: String,
}

impl Typed {
    /// Each field and what stands in it, for a form that comes back.
    pub fn fields(&self) -> [(&'static str, &str); 5] {
        [
            ("name", &self.name),
            ("dose", &self.dose),
            ("schedule", &self.schedule),
            ("since", &self.since),
            ("until", &self.until),
        ]
    }

    /// Reads it.
    pub fn read(&self, today: Civil) -> Result<Medicine, Vec<Invalid>> {
        let mut faults = Vec::new();
        let mut told = |fault: Invalid| faults.push(fault);
        let name = typed::name("name", "the name of the medicine and its strength", &self.name).map_err(&mut told);
        let dose = typed::name("dose", "how much they take at a time", &self.dose).map_err(&mut told);
        let schedule = typed::name("schedule", "how often they take it", &self.schedule).map_err(&mut told);
        let since = Dated::read_begun("since", &self.since, today).map_err(&mut told);
        let until = Dated::read("until", &self.until).map_err(&mut told);
        if let (Ok(Some(since)), Ok(Some(until))) = (since, until)
            && until.is_before(since)
        {
            told(Invalid::new("until", "It would end before it began. Check both."));
        }
        match (name, dose, schedule, since, until) {
            (Ok(name), Ok(dose), Ok(schedule), Ok(since), Ok(until)) if faults.is_empty() => Ok(Medicine {
                name,
                dose,
                schedule,
                since,
                until,
            }),
            _ => Err(faults),
        }
    }
}
