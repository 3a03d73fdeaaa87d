//! Papers that say who somebody is, and who pays for them.

use serde::{Deserialize, Serialize};

use crate::invalid::{Invalid, is_printable};
use crate::time::Civil;
use crate::typed;

/// A day: year, month, day.
pub type Day = (i32, u8, u8);

/// Kinds of documents: word and words.
pub const KINDS: [(&str, &str); 7] = [
    ("national_id", "Identity card"),
    ("passport", "Passport"),
    ("driving_licence", "Driving licence"),
    ("birth_certificate", "Birth certificate"),
    ("refugee", "Paper of a refugee"),
    ("residence", "Residence permit"),
    ("other", "Another paper"),
];

/// The ranks of a policy: word and words.
pub const RANKS: [(&str, &str); 2] = [("primary", "Asked first"), ("secondary", "Pays what is left")];

/// The words of a kind or a rank; the word itself when this version does not know it.
pub fn in_words(word: &str) -> &str {
    let mut all = KINDS.iter().chain(&RANKS);
    all.find(|(known, _)| *known == word).map_or(word, |(_, words)| words)
}

/// The longest number of a paper.
const LONGEST_NUMBER: usize = 40;

/// A number as papers bear it: letters, digits and what stands between them.
fn number(typed: &str) -> Result<String, Invalid> {
    let number = typed.trim().to_uppercase();
    let is_right = (1..=LONGEST_NUMBER).contains(&number.chars().count())
        && is_printable(&number)
        && number.chars().any(char::is_alphanumeric);
    is_right
        .then_some(number)
        .ok_or_else(|| Invalid::new("number", "Enter the number as the paper has it, at most 40 signs."))
}

/// A day that may lie ahead.
pub(crate) fn day(field: &str, typed: &str) -> Result<Option<Day>, Invalid> {
    let far = Civil {
        year: 2200,
        month: 1,
        day: 1,
        hour: 0,
        minute: 0,
        second: 0,
    };
    match typed.trim() {
        "" => Ok(None),
        text => typed::born_on(field, text, far)
            .map(Some)
            .map_err(|_| Invalid::new(field, "Enter a day as year, month and day, such as 2029-12-31.")),
    }
}

/// A document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// A word of [`KINDS`].
    pub kind: String,
    /// Its number.
    pub number: String,
    /// Who issued it: two letters of ISO 3166.
    pub country: String,
    /// Until when it is valid.
    pub valid_until: Option<Day>,
}

/// A policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    /// Who pays.
    pub payer: String,
    /// Its number.
    pub number: String,
    /// A word of [`RANKS`].
    pub rank: String,
    /// What it covers.
    pub coverage: Option<String>,
    /// Since when.
    pub since: Day,
    /// Its last day.
    pub until: Option<Day>,
}

impl Document {
    /// Whether its last day has passed.
    pub fn is_over(&self, today: Civil) -> bool {
        is_past(self.valid_until, today)
    }
}

impl Policy {
    /// Whether its last day has passed.
    pub fn is_over(&self, today: Civil) -> bool {
        is_past(self.until, today)
    }
}

fn is_past(day: Option<Day>, today: Civil) -> bool {
    day.is_some_and(|day| day < (today.year, today.month, today.day))
}

/// What is typed of either; the names are those of the forms' fields.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Typed {
    /// The kind of a document.
    pub kind: String,
    /// The number.
    pub number: String,
    /// The country of a document.
    pub country: String,
    /// The last day.
    pub until: String,
    /// Who pays.
    pub payer: String,
    /// The rank of a policy.
    pub rank: String,
    /// What it covers.
    pub coverage: String,
    /// Since when a policy holds.
    pub since: String,
}

impl std::fmt::Debug for Typed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Typed")
    }
}

impl Typed {
    /// Each field and what stands in it, for a form that comes back.
    pub fn fields(&self) -> [(&'static str, &str); 8] {
        [
            ("kind", &self.kind),
            ("number", &self.number),
            ("country", &self.country),
            ("until", &self.until),
            ("payer", &self.payer),
            ("rank", &self.rank),
            ("coverage", &self.coverage),
            ("since", &self.since),
        ]
    }

    /// Reads a document.
    pub fn document(&self) -> Result<Document, Vec<Invalid>> {
        let mut faults = Vec::new();
        let mut told = |fault: Invalid| faults.push(fault);
        if KINDS.iter().all(|(word, _)| *word != self.kind) {
            told(Invalid::new("kind", "Choose what kind of paper it is."));
        }
        let number = number(&self.number).map_err(&mut told);
        let country = self.country.trim().to_uppercase();
        if country.len() != 2 || !country.bytes().all(|sign| sign.is_ascii_uppercase()) {
            told(Invalid::new(
                "country",
                "Enter the two letters of the country, such as KE.",
            ));
        }
        let until = day("until", &self.until).map_err(&mut told);
        match (number, until) {
            (Ok(number), Ok(valid_until)) if faults.is_empty() => Ok(Document {
                kind: self.kind.clone(),
                number,
                country,
                valid_until,
            }),
            _ => Err(faults),
        }
    }

    /// Reads a policy; one without a first day holds from `today` on.
    pub fn policy(&self, today: Civil) -> Result<Policy, Vec<Invalid>> {
        let mut faults = Vec::new();
        let mut told = |fault: Invalid| faults.push(fault);
        let payer = typed::name("payer", "who pays", &self.payer).map_err(&mut told);
        let number = number(&self.number).map_err(&mut told);
        if RANKS.iter().all(|(word, _)| *word != self.rank) {
            told(Invalid::new("rank", "Choose whether it is asked first."));
        }
        let coverage = match self.coverage.trim() {
            "" => Ok(None),
            words => typed::words("coverage", "what it covers", words)
                .map(Some)
                .map_err(&mut told),
        };
        let since = day("since", &self.since).map_err(&mut told);
        let until = day("until", &self.until).map_err(&mut told);
        if let (Ok(since), Ok(Some(until))) = (&since, &until)
            && since.unwrap_or((today.year, today.month, today.day)) > *until
        {
            told(Invalid::new("until", "The last day lies before the first one."));
        }
        match (payer, number, coverage, since, until) {
            (Ok(payer), Ok(number), Ok(coverage), Ok(since), Ok(until)) if faults.is_empty() => Ok(Policy {
                payer,
                number,
                rank: self.rank.clone(),
                coverage,
                since: since.unwrap_or((today.year, today.month, today.day)),
                until,
            }),
            _ => Err(faults),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: Civil = Civil {
        year: 2026,
        month: 11,
        day: 26,
        hour: 8,
        minute: 0,
        second: 0,
    };

    fn fields<T>(read: Result<T, Vec<Invalid>>) -> Vec<String> {
        read.err()
            .unwrap_or_default()
            .into_iter()
            .map(|fault| fault.field)
            .collect()
    }

    #[test]
    fn a_passport_and_a_policy_are_read_whole() {
        let passport = Typed {
            kind: "passport".into(),
            number: " ak 123-456 ".into(),
            country: "ke".into(),
            until: "2031-05-01".into(),
            ..Typed::default()
        };
        let read = passport.document().unwrap();
        assert_eq!(
            (read.number.as_str(), read.country.as_str(), read.valid_until),
            ("AK 123-456", "KE", Some((2031, 5, 1)))
        );
        let policy = Typed {
            payer: "SHA".into(),
            number: "SHA-1".into(),
            rank: "primary".into(),
            ..Typed::default()
        };
        let read = policy.policy(TODAY).unwrap();
        assert_eq!((read.since, read.until, read.coverage), ((2026, 11, 26), None, None));
    }

    #[test]
    fn every_fault_is_told_at_its_field() {
        assert_eq!(fields(Typed::default().document()), ["kind", "number", "country"]);
        assert_eq!(fields(Typed::default().policy(TODAY)), ["payer", "number", "rank"]);
        let ends_first = Typed {
            payer: "SHA".into(),
            number: "1".into(),
            rank: "primary".into(),
            since: "2026-05-01".into(),
            until: "2026-04-30".into(),
            ..Typed::default()
        };
        assert_eq!(fields(ends_first.policy(TODAY)), ["until"]);
        for (word, words) in KINDS.iter().chain(&RANKS) {
            assert_eq!(in_words(word), *words);
        }
    }
}
