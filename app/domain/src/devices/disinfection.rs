//! A disinfection of a machine: what with, when, and whether it passed. One that failed keeps the machine from being used until another passed.

use serde::{Deserialize, Serialize};

use super::{When, decimal, maybe, when};
use crate::invalid::Invalid;

/// What with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DisinfectionKind {
    /// Hot water.
    Heat,
    /// Hot water with citric acid, which takes the lime off, too.
    CitricHeat,
    /// Sodium hypochlorite.
    Hypochlorite,
    /// Peracetic acid.
    Peracetic,
}

impl DisinfectionKind {
    /// Every one, as a form offers them.
    pub const ALL: [Self; 4] = [Self::Heat, Self::CitricHeat, Self::Hypochlorite, Self::Peracetic];

    /// The word in the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Heat => "heat",
            Self::CitricHeat => "citric_heat",
            Self::Hypochlorite => "hypochlorite",
            Self::Peracetic => "peracetic",
        }
    }

    /// As pages show it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Heat => "Heat",
            Self::CitricHeat => "Heat with citric acid",
            Self::Hypochlorite => "Hypochlorite",
            Self::Peracetic => "Peracetic acid",
        }
    }

    /// Whether something may be left of it that must not reach anybody: then the rinse water is tested.
    pub const fn leaves_residue(self) -> bool {
        matches!(self, Self::Hypochlorite | Self::Peracetic)
    }

    /// The one of that word.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }
}

/// One of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Disinfection {
    /// What with.
    pub kind: DisinfectionKind,
    /// When it was done.
    pub when: When,
    /// Whether it passed.
    pub passed: bool,
    /// Degrees Celsius that were reached.
    pub temperature: Option<f64>,
    /// Whether the rinse water was tested and nothing was left; none where it was not tested.
    pub residual_free: Option<bool>,
    /// What is to be known; why it failed.
    pub note: Option<String>,
}

/// The same as typed; the names are those of the form's fields.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Typed {
    /// What with.
    pub kind: String,
    /// The day; empty for now.
    pub on: String,
    /// The time.
    pub at: String,
    /// `passed` or `failed`.
    pub result: String,
    /// Degrees Celsius.
    pub temperature: String,
    /// `free`, `left`, or empty where it was not tested.
    pub residue: String,
    /// What is to be known.
    pub note: String,
}

impl Typed {
    /// Each field and what stands in it, for a form that comes back.
    pub fn fields(&self) -> [(&'static str, &str); 7] {
        [
            ("kind", &self.kind),
            ("on", &self.on),
            ("at", &self.at),
            ("result", &self.result),
            ("temperature", &self.temperature),
            ("residue", &self.residue),
            ("note", &self.note),
        ]
    }

    /// Reads it. A chemical that was not looked for, or is still there, has not passed; one that failed says why.
    pub fn read(&self) -> Result<Disinfection, Vec<Invalid>> {
        let mut faults = Vec::new();
        let kind = DisinfectionKind::parse(&self.kind);
        if kind.is_none() {
            faults.push(Invalid::new("kind", "Choose what it was disinfected with."));
        }
        let passed = match self.result.as_str() {
            "passed" => Some(true),
            "failed" => Some(false),
            _ => {
                faults.push(Invalid::new("result", "Choose whether it passed."));
                None
            }
        };
        let residual_free = match self.residue.as_str() {
            "free" => Some(true),
            "left" => Some(false),
            _ => None,
        };
        if kind.is_some_and(DisinfectionKind::leaves_residue) && passed == Some(true) && residual_free != Some(true) {
            faults.push(Invalid::new(
                "residue",
                "It has passed when the rinse water was tested and nothing was left.",
            ));
        }
        let note = maybe("note", &self.note, 500);
        if passed == Some(false) && note == Ok(None) {
            faults.push(Invalid::new("note", "Say why it failed."));
        }
        let temperature = decimal(
            "temperature",
            &self.temperature,
            20.0..=110.0,
            "Enter 20 to 110 degrees Celsius.",
        );
        match (kind, passed, when(&self.on, &self.at), temperature, note) {
            (Some(kind), Some(passed), Ok(when), Ok(temperature), Ok(note)) if faults.is_empty() => Ok(Disinfection {
                kind,
                when,
                passed,
                temperature,
                residual_free,
                note,
            }),
            (_, _, when, temperature, note) => {
                faults.extend([when.err(), temperature.err(), note.err()].into_iter().flatten());
                Err(faults)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(kind: &str, result: &str, residue: &str, note: &str) -> Typed {
        Typed {
            kind: kind.into(),
            result: result.into(),
            residue: residue.into(),
            note: note.into(),
            ..Typed::default()
        }
    }

    #[test]
    fn a_chemical_passes_when_nothing_of_it_is_left() {
        assert!(typed("heat", "passed", "", "").read().is_ok());
        assert_eq!(
            typed("peracetic", "passed", "", "").read().unwrap_err()[0].field,
            "residue"
        );
        assert_eq!(
            typed("hypochlorite", "passed", "left", "").read().unwrap_err()[0].field,
            "residue"
        );
        assert!(typed("peracetic", "passed", "free", "").read().is_ok());
        assert!(typed("peracetic", "failed", "left", "Smells of it").read().is_ok());
    }

    #[test]
    fn what_failed_says_why() {
        assert_eq!(typed("heat", "failed", "", "").read().unwrap_err()[0].field, "note");
        assert_eq!(typed("", "", "", "").read().unwrap_err().len(), 2);
    }
}
