//! Allergies in three states. "None known" is a statement that somebody made; that nobody has asked is none, and is shown as what needs a person.

use serde::{Deserialize, Serialize};

use crate::invalid::Invalid;
use crate::typed;

/// How bad the reaction is, or was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Severity {
    /// A nuisance.
    Mild,
    /// Needed treatment.
    Moderate,
    /// Needed a hospital.
    Severe,
    /// Endangered life.
    LifeThreatening,
}

impl Severity {
    /// Every one, the least first.
    pub const ALL: [Self; 4] = [Self::Mild, Self::Moderate, Self::Severe, Self::LifeThreatening];

    /// The word in the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Mild => "mild",
            Self::Moderate => "moderate",
            Self::Severe => "severe",
            Self::LifeThreatening => "life_threatening",
        }
    }

    /// As pages show it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Mild => "Mild",
            Self::Moderate => "Moderate",
            Self::Severe => "Severe",
            Self::LifeThreatening => "Life-threatening",
        }
    }

    /// The one of that word.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }
}

/// One thing that somebody does not bear.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Allergy {
    /// To what.
    pub substance: String,
    /// What it does to them.
    pub reaction: String,
    /// How bad that is.
    pub severity: Severity,
}

/// What is known of somebody's allergies.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Allergies {
    /// Nobody has asked, as far as anybody wrote down.
    #[default]
    NotAsked,
    /// Somebody asked, and there is none.
    NoneKnown,
    /// These, the worst first.
    Known(Vec<Allergy>),
}

impl Allergies {
    /// Of what stands open: each an allergy, or nothing for the statement that there is none. What one hospital knows beats that another knows of none.
    pub fn of(open: impl IntoIterator<Item = Option<Allergy>>) -> Self {
        let mut asked = false;
        let mut known: Vec<Allergy> = open.into_iter().inspect(|_| asked = true).flatten().collect();
        known.sort_by(|one, other| {
            let by_name = || one.substance.to_lowercase().cmp(&other.substance.to_lowercase());
            other.severity.cmp(&one.severity).then_with(by_name)
        });
        // The same of two hospitals or of two joined records is one: as the worst of them has it.
        let mut seen = std::collections::BTreeSet::new();
        known.retain(|it| seen.insert(it.substance.to_lowercase()));
        match (known.is_empty(), asked) {
            (false, _) => Self::Known(known),
            (true, true) => Self::NoneKnown,
            (true, false) => Self::NotAsked,
        }
    }

    /// As the banner says it: `Penicillin (anaphylaxis), Latex (rash)`; empty when none is known.
    pub fn in_words(&self) -> String {
        let Self::Known(known) = self else {
            return String::new();
        };
        let each = known.iter().map(|it| format!("{} ({})", it.substance, it.reaction));
        each.collect::<Vec<_>>().join(", ")
    }
}

/// What is typed of a new one; the names are those of the form's fields.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Typed {
    /// To what.
    pub substance: String,
    /// What it does.
    pub reaction: String,
    /// How bad.
    pub severity: String,
}

impl Typed {
    /// Reads it.
    pub fn read(&self) -> Result<Allergy, Vec<Invalid>> {
        let mut faults = Vec::new();
        let mut told = |fault: Invalid| faults.push(fault);
        let substance = typed::name("substance", "what they do not bear", &self.substance).map_err(&mut told);
        let reaction = typed::words(
            "reaction",
            "what it does to them; \"not known\" is an answer",
            &self.reaction,
        )
        .map_err(&mut told);
        let severity = Severity::parse(&self.severity)
            .ok_or_else(|| Invalid::new("severity", "Choose how bad the reaction is."))
            .map_err(&mut told);
        match (substance, reaction, severity) {
            (Ok(substance), Ok(reaction), Ok(severity)) => Ok(Allergy {
                substance,
                reaction,
                severity,
            }),
            _ => Err(faults),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn allergy(substance: &str, severity: Severity) -> Option<Allergy> {
        Some(Allergy {
            substance: substance.into(),
            reaction: "rash".into(),
            severity,
        })
    }

    #[test]
    fn not_asked_none_known_and_known_are_three_states() {
        assert_eq!(Allergies::of([]), Allergies::NotAsked);
        assert_eq!(Allergies::of([None]), Allergies::NoneKnown);
        assert!(matches!(
            Allergies::of([allergy("Latex", Severity::Mild)]),
            Allergies::Known(_)
        ));
    }

    #[test]
    fn what_one_hospital_knows_beats_that_another_knows_of_none_and_the_worst_stands_first() {
        let all = Allergies::of([
            None,
            allergy("latex", Severity::Mild),
            allergy("Penicillin", Severity::LifeThreatening),
            allergy("Iodine", Severity::Mild),
        ]);
        assert_eq!(all.in_words(), "Penicillin (rash), Iodine (rash), latex (rash)");
        assert_eq!(Allergies::NoneKnown.in_words(), "");
    }

    #[test]
    fn one_is_read_whole_or_says_what_is_missing() {
        let typed = Typed {
            substance: " Penicillin ".into(),
            reaction: "Anaphylaxis".into(),
            severity: "life_threatening".into(),
        };
        assert_eq!(typed.read().unwrap().substance, "Penicillin");
        let fields: Vec<String> = Typed::default()
            .read()
            .unwrap_err()
            .into_iter()
            .map(|fault| fault.field)
            .collect();
        assert_eq!(fields, ["substance", "reaction", "severity"]);
        for severity in Severity::ALL {
            assert_eq!(Severity::parse(severity.name()), Some(severity));
        }
    }
}
