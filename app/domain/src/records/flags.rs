//! What must be known before anything is done with somebody, beside what they do not bear: an arm that is left alone, isolation, a risk of falling, the language of
//! an interpreter. Each stands in the banner of every page of theirs.

use serde::{Deserialize, Serialize};

use super::maybe;
use crate::invalid::Invalid;
use crate::typed;

/// What it is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FlagKind {
    /// No cuff and no needle there.
    LeftArm,
    /// The same of the other arm.
    RightArm,
    /// The same of a leg.
    LeftLeg,
    /// The same of the other leg.
    RightLeg,
    /// Precautions against infection.
    Isolation,
    /// They fall easily.
    Falls,
    /// They need an interpreter.
    Interpreter,
    /// Something else.
    Other,
}

impl FlagKind {
    /// Every one, as a form offers them and as a banner orders them.
    pub const ALL: [Self; 8] = [
        Self::LeftArm,
        Self::RightArm,
        Self::LeftLeg,
        Self::RightLeg,
        Self::Isolation,
        Self::Falls,
        Self::Interpreter,
        Self::Other,
    ];

    /// The word in the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::LeftArm => "left_arm",
            Self::RightArm => "right_arm",
            Self::LeftLeg => "left_leg",
            Self::RightLeg => "right_leg",
            Self::Isolation => "isolation",
            Self::Falls => "falls",
            Self::Interpreter => "interpreter",
            Self::Other => "other",
        }
    }

    /// As pages show it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::LeftArm => "Spare the left arm",
            Self::RightArm => "Spare the right arm",
            Self::LeftLeg => "Spare the left leg",
            Self::RightLeg => "Spare the right leg",
            Self::Isolation => "Isolation",
            Self::Falls => "Risk of falling",
            Self::Interpreter => "Interpreter",
            Self::Other => "To be known",
        }
    }

    /// Whether it is a limb that is left alone.
    pub const fn is_limb(self) -> bool {
        matches!(self, Self::LeftArm | Self::RightArm | Self::LeftLeg | Self::RightLeg)
    }

    /// The one of that word.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }
}

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flag {
    /// What it is about.
    pub kind: FlagKind,
    /// Why, with what, in which language; empty where the kind says it all.
    pub text: String,
}

/// The same as typed; the names are those of the form's fields.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Typed {
    /// What it is about.
    pub kind: String,
    /// Why, with what, in which language.
    pub text: String,
}

impl Typed {
    /// Each field and what stands in it, for a form that comes back.
    pub fn fields(&self) -> [(&'static str, &str); 2] {
        [("kind", &self.kind), ("text", &self.text)]
    }

    /// Reads it. That somebody falls easily needs no more words; everything else does.
    pub fn read(&self) -> Result<Flag, Vec<Invalid>> {
        let mut faults = Vec::new();
        let mut told = |fault: Invalid| faults.push(fault);
        let kind = FlagKind::parse(&self.kind)
            .ok_or_else(|| Invalid::new("kind", "Choose what it is about."))
            .map_err(&mut told);
        let text = match kind {
            Ok(FlagKind::Falls) => maybe("text", &self.text).map(Option::unwrap_or_default),
            _ => typed::name("text", "why, with what, or in which language", &self.text),
        };
        let text = text.map_err(&mut told);
        match (kind, text) {
            (Ok(kind), Ok(text)) => Ok(Flag { kind, text }),
            _ => Err(faults),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limb_wants_its_reason_and_a_risk_of_falling_none() {
        let read = |kind: &str, text: &str| {
            let typed = Typed {
                kind: kind.into(),
                text: text.into(),
            };
            typed.read()
        };
        assert_eq!(read("left_arm", " fistula ").unwrap().text, "fistula");
        assert_eq!(read("left_arm", "").unwrap_err()[0].field, "text");
        assert_eq!(read("falls", "").unwrap().kind, FlagKind::Falls);
        assert_eq!(read("tail", "").unwrap_err().len(), 2);
    }

    #[test]
    fn each_kind_is_found_by_its_own_word() {
        for kind in FlagKind::ALL {
            assert_eq!(FlagKind::parse(kind.name()), Some(kind));
        }
        assert_eq!(FlagKind::parse("tail"), None);
    }
}
