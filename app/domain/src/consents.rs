//! What a patient lets others do with their record, by purpose; given and withdrawn by the patient alone.
//!
//! To add a purpose: a line in [`Purpose`], its words in a migration of `consent_text`, and its name in the check `consent_text_purpose_known`. What reads the data
//! for that purpose asks for the consent in its own query.

use crate::ids::{ConsentId, HospitalId};
use crate::invalid::Invalid;
use crate::time::Moment;

/// What for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Purpose {
    /// Another hospital may read the record, to treat.
    Treatment,
    /// The hospital may read one type of data of the patient's own devices.
    Wearables,
    /// Research, without names.
    Research,
    /// The insurer is sent what settles bills.
    Insurer,
}

impl Purpose {
    /// Every purpose, in the order of the page.
    pub const ALL: [Self; 4] = [Self::Treatment, Self::Wearables, Self::Research, Self::Insurer];

    /// The name in the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Treatment => "treatment",
            Self::Wearables => "wearables",
            Self::Research => "research",
            Self::Insurer => "insurer",
        }
    }

    /// The purpose of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|purpose| purpose.name() == name)
    }

    /// In the words of the pages.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Treatment => "Treatment in another hospital",
            Self::Wearables => "Data of my own devices",
            Self::Research => "Research",
            Self::Insurer => "My insurer",
        }
    }
}

/// A type of data that a patient's own device sends, each consented to by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DataType {
    /// Heart rate.
    HeartRate,
    /// Oxygen in the blood.
    Spo2,
    /// Blood pressure.
    BloodPressure,
    /// Blood sugar.
    Glucose,
    /// Body weight.
    Weight,
    /// Steps and movement.
    Activity,
    /// Sleep.
    Sleep,
}

impl DataType {
    /// Every type.
    pub const ALL: [Self; 7] = [
        Self::HeartRate,
        Self::Spo2,
        Self::BloodPressure,
        Self::Glucose,
        Self::Weight,
        Self::Activity,
        Self::Sleep,
    ];

    /// The name in the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::HeartRate => "heart_rate",
            Self::Spo2 => "spo2",
            Self::BloodPressure => "blood_pressure",
            Self::Glucose => "glucose",
            Self::Weight => "weight",
            Self::Activity => "activity",
            Self::Sleep => "sleep",
        }
    }

    /// The type of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// In the words of the pages.
    pub const fn words(self) -> &'static str {
        match self {
            Self::HeartRate => "Heart rate",
            Self::Spo2 => "Oxygen in the blood",
            Self::BloodPressure => "Blood pressure",
            Self::Glucose => "Blood sugar",
            Self::Weight => "Weight",
            Self::Activity => "Steps and movement",
            Self::Sleep => "Sleep",
        }
    }
}

/// To what exactly: a purpose with what it needs to be said, so that none is given for nobody in particular.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Given {
    /// This hospital may read the record wherever it is held.
    Treatment(HospitalId),
    /// The patient's hospital may read this type of data.
    Wearables(DataType),
    /// The record may be used for research.
    Research,
    /// The insurer may be sent what settles bills.
    Insurer,
}

impl Given {
    /// What a form says: the purpose, and the hospital or the type of data that it asks for.
    ///
    /// # Errors
    /// The field that is missing or not known.
    pub fn parse(purpose: &str, to: &str, scope: &str) -> Result<Self, Invalid> {
        match Purpose::parse(purpose) {
            Some(Purpose::Treatment) => match to.parse() {
                Ok(hospital) => Ok(Self::Treatment(hospital)),
                Err(_) => Err(Invalid::new("to", "Choose the hospital that may read your record.")),
            },
            Some(Purpose::Wearables) => match DataType::parse(scope) {
                Some(kind) => Ok(Self::Wearables(kind)),
                None => Err(Invalid::new("scope", "Choose which data your hospital may read.")),
            },
            Some(Purpose::Research) => Ok(Self::Research),
            Some(Purpose::Insurer) => Ok(Self::Insurer),
            None => Err(Invalid::new("purpose", "Choose what you agree to.")),
        }
    }

    /// Its purpose.
    pub const fn purpose(self) -> Purpose {
        match self {
            Self::Treatment(_) => Purpose::Treatment,
            Self::Wearables(_) => Purpose::Wearables,
            Self::Research => Purpose::Research,
            Self::Insurer => Purpose::Insurer,
        }
    }

    /// Which hospital may read, for treatment elsewhere.
    pub const fn to(self) -> Option<HospitalId> {
        match self {
            Self::Treatment(hospital) => Some(hospital),
            Self::Wearables(_) | Self::Research | Self::Insurer => None,
        }
    }

    /// The type of data as the database keeps it; empty where the purpose has none.
    pub const fn scope(self) -> &'static str {
        match self {
            Self::Wearables(kind) => kind.name(),
            Self::Treatment(_) | Self::Research | Self::Insurer => "",
        }
    }
}

/// The words that are agreed to, with their version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// What for.
    pub purpose: Purpose,
    /// Which version: the newest is the one that can be agreed to.
    pub version: i16,
    /// In which language they are read: the tag.
    pub language: String,
    /// Whole, as they stand on the page.
    pub text: String,
}

/// One consent, holding or withdrawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consent {
    /// Which.
    pub id: ConsentId,
    /// What for.
    pub purpose: Purpose,
    /// The type of data, for wearables.
    pub scope: Option<DataType>,
    /// The name of the hospital that may read, for treatment elsewhere.
    pub to: Option<String>,
    /// The version of the words that were agreed to.
    pub version: i16,
    /// Since when.
    pub given_at: Moment,
    /// When it was withdrawn; none while it holds.
    pub withdrawn_at: Option<Moment>,
}

impl Consent {
    /// To whom or to what, beside the purpose: `Hillside Clinic`, `Heart rate`; empty where the purpose says it all.
    pub fn detail(&self) -> String {
        match (&self.to, self.scope) {
            (Some(hospital), _) => hospital.clone(),
            (None, Some(kind)) => kind.words().to_owned(),
            (None, None) => String::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn purposes_and_types_are_read_back_from_their_names() {
        for purpose in Purpose::ALL {
            assert_eq!(Purpose::parse(purpose.name()), Some(purpose));
        }
        for kind in DataType::ALL {
            assert_eq!(DataType::parse(kind.name()), Some(kind));
        }
    }

    #[test]
    fn a_consent_says_to_whom_or_to_what() {
        let field = |purpose, to, scope| Given::parse(purpose, to, scope).map_err(|fault| fault.field);
        assert_eq!(field("treatment", "", ""), Err("to".to_owned()));
        assert_eq!(field("wearables", "", "thoughts"), Err("scope".to_owned()));
        assert_eq!(field("", "", ""), Err("purpose".to_owned()));
        assert_eq!(field("research", "", ""), Ok(Given::Research));
        assert_eq!(field("wearables", "", "sleep"), Ok(Given::Wearables(DataType::Sleep)));
    }
}
