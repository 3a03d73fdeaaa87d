//! Why somebody acts.

/// Why, in HL7's PurposeOfUse (`http://terminology.hl7.org/ValueSet/v3-PurposeOfUse`). A new one is a variant, its row in [`WORDS`], and where it holds in `row.rs`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Somebody is treated.
    Treatment,
    /// Only an emergency opened the record.
    Emergency,
    /// The hospital is paid.
    Payment,
    /// The hospital is run.
    Operations,
    /// The person asks for what is theirs.
    Patient,
    /// Whoever cares for the person asks.
    Family,
    /// The house's own programs work.
    System,
}

/// Each with its code, its words for staff, and its words for the person whose record it is.
const WORDS: [(Purpose, &str, &str, &str); 7] = [
    (Purpose::Treatment, "TREAT", "Treatment", "to treat you"),
    (Purpose::Emergency, "ETREAT", "Emergency", "because of an emergency"),
    (Purpose::Payment, "HPAYMT", "Billing", "for the billing"),
    (
        Purpose::Operations,
        "HOPERAT",
        "Running the hospital",
        "to run the hospital",
    ),
    (
        Purpose::Patient,
        "PATRQT",
        "The patient’s own request",
        "because you asked",
    ),
    (Purpose::Family, "FAMRQT", "Care by family", "because you let them"),
    (
        Purpose::System,
        "HSYSADMIN",
        "Running Wardlight",
        "to keep the system running",
    ),
];

impl Purpose {
    /// The code in the database and in what is taken out.
    pub fn code(self) -> &'static str {
        self.words().0
    }

    /// For whoever looks after the audit.
    pub fn in_words(self) -> &'static str {
        self.words().1
    }

    /// For the person whose record it is, as the end of a sentence.
    pub fn to_the_person(self) -> &'static str {
        self.words().2
    }

    /// The purpose of a code.
    pub fn parse(code: &str) -> Option<Self> {
        WORDS.iter().find(|(_, known, ..)| *known == code).map(|(it, ..)| *it)
    }

    fn words(self) -> (&'static str, &'static str, &'static str) {
        let row = WORDS.iter().find(|(it, ..)| *it == self);
        row.map_or(("", "", ""), |(_, code, words, person)| (code, words, person))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_purpose_has_a_code_of_its_own_and_words() {
        for (purpose, code, words, person) in WORDS {
            assert_eq!(Purpose::parse(code), Some(purpose));
            assert_eq!(
                (purpose.code(), purpose.in_words(), purpose.to_the_person()),
                (code, words, person)
            );
            assert!(!words.is_empty() && !person.is_empty());
        }
        for all in [
            Purpose::Treatment,
            Purpose::Emergency,
            Purpose::Payment,
            Purpose::Operations,
            Purpose::Patient,
            Purpose::Family,
            Purpose::System,
        ] {
            assert!(!all.code().is_empty(), "{all:?}");
        }
        assert_eq!(Purpose::parse("treat"), None);
    }
}
