//! What somebody types to find a patient: a number, a name, a date of birth, or a name and a year.

use super::Person;
use super::alike::similarity;
use crate::invalid::{Invalid, is_printable};
use crate::typed;

/// The longest question.
const LONGEST: usize = 120;
/// More words than this no name has.
const MOST_WORDS: usize = 5;

/// A day: year, month, day.
pub type Day = (i32, u8, u8);

/// What is sought.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sought {
    /// Words of a name as typed, each the beginning of one.
    pub words: Vec<String>,
    /// A number, bare and in capitals; empty when no digit was typed.
    pub number: String,
    /// Born between these days, both included.
    pub born: Option<(Day, Day)>,
}

impl Sought {
    /// Reads what was typed into `field`.
    pub fn read(field: &str, typed: &str) -> Result<Self, Invalid> {
        let wrong = |reason: &str| Err(Invalid::new(field, reason));
        let typed = typed.trim();
        if typed.is_empty() {
            return wrong("Enter a name, a number, or a date of birth.");
        }
        if typed.chars().count() > LONGEST || !is_printable(typed) {
            return wrong("Enter at most 120 letters and digits that can be seen.");
        }
        let mut parts: Vec<&str> = typed
            .split([' ', '\u{a0}', ',', '\t'])
            .filter(|part| !part.is_empty())
            .collect();
        let mut born = None;
        parts.retain(|part| match day(part) {
            Some(day) if born.is_none() => {
                born = Some((day, day));
                false
            }
            _ => true,
        });
        let has_digit = |part: &str| part.chars().any(|sign| sign.is_ascii_digit());
        // A year counts as one beside a name only: "1978" alone may be the end of a number.
        if born.is_none() && parts.iter().filter(|part| has_digit(part)).count() == 1 && parts.len() > 1 {
            parts.retain(|part| match year(part) {
                Some(year) => {
                    born = Some(((year, 1, 1), (year, 12, 31)));
                    false
                }
                None => true,
            });
        }
        if parts.iter().any(|part| has_digit(part)) {
            let number: String = parts.concat().chars().filter(char::is_ascii_alphanumeric).collect();
            return Ok(Self {
                number: number.to_ascii_uppercase(),
                born,
                ..Self::default()
            });
        }
        let words: Vec<String> = parts.into_iter().take(MOST_WORDS).map(str::to_owned).collect();
        let is_short = |word: &String| word.chars().count() == 1 && word.is_ascii();
        if born.is_none() && words.iter().all(is_short) {
            return wrong("Enter at least two letters of the name.");
        }
        Ok(Self {
            words,
            born,
            ..Self::default()
        })
    }
}

/// How somebody fits what is sought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// Name or number begins so.
    Begins,
    /// The name is alike.
    Alike,
}

/// From here on two words are alike, as for `pg_trgm`.
const ALIKE: f32 = 0.3;

impl Sought {
    /// How `person` fits; `names` are the words of their names, `typed` those of the question, both as the database folds them.
    pub fn fits(&self, person: &Person, names: &[String], typed: &[String]) -> Option<Fit> {
        if self
            .born
            .is_some_and(|(first, last)| person.born_on < first || person.born_on > last)
        {
            return None;
        }
        if !self.number.is_empty() {
            let bare: String = person
                .hospital_number
                .chars()
                .filter(char::is_ascii_alphanumeric)
                .collect();
            let bare = bare.to_ascii_uppercase();
            let digits = bare.trim_start_matches(|sign: char| sign.is_ascii_alphabetic());
            let begins =
                bare.starts_with(&self.number) || digits.starts_with(&self.number) || person.health_id == self.number;
            return begins.then_some(Fit::Begins);
        }
        let each =
            |fits: &dyn Fn(&str, &str) -> bool| typed.iter().all(|word| names.iter().any(|name| fits(name, word)));
        match () {
            () if each(&|name, word| name.starts_with(word)) => Some(Fit::Begins),
            () if each(&|name, word| similarity(name, word) > ALIKE) => Some(Fit::Alike),
            () => None,
        }
    }
}

/// `1943-08-12`, `12.8.1943` or `12/8/1943`; the year stands where it has four digits.
fn day(part: &str) -> Option<Day> {
    let numbers: Vec<&str> = part.split(['-', '.', '/']).collect();
    let [first, month, last] = numbers.as_slice() else {
        return None;
    };
    let (year, day) = if first.len() == 4 { (first, last) } else { (last, first) };
    // Days that never were, and days to come, find nobody; that is no fault of a question.
    let today = crate::time::Civil {
        year: 9999,
        month: 12,
        day: 31,
        hour: 0,
        minute: 0,
        second: 0,
    };
    typed::born_on("", &format!("{year}-{month}-{day}"), today).ok()
}

fn year(part: &str) -> Option<i32> {
    let year = part.parse().ok()?;
    (part.len() == 4 && (1900..=2100).contains(&year)).then_some(year)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(typed: &str) -> Sought {
        Sought::read("words", typed).unwrap()
    }

    #[test]
    fn a_number_is_a_number_however_it_is_grouped() {
        assert_eq!(read(" rg-204 4178 ").number, "RG2044178");
        assert_eq!(read("91-7754-2081-3393").number, "91775420813393");
        assert_eq!(read("1978").number, "1978", "the end of a number, not a year");
    }

    #[test]
    fn a_name_with_a_day_or_a_year_is_read_as_both() {
        let day = (1943, 8, 12);
        for typed in ["okafor 1943-08-12", "12.8.1943 okafor", "okafor, 12/08/1943"] {
            let sought = read(typed);
            assert_eq!(
                (sought.words, sought.born),
                (vec!["okafor".to_owned()], Some((day, day))),
                "{typed}"
            );
        }
        let year = read("Okafor Amara 1943");
        assert_eq!(year.words, ["Okafor", "Amara"]);
        assert_eq!(year.born, Some(((1943, 1, 1), (1943, 12, 31))));
        assert_eq!(read("1943-08-12").born, Some((day, day)));
    }

    #[test]
    fn mrs_okafor_fits_her_number_her_name_and_nearly_her_name() {
        let amara = Person {
            id: crate::ids::PatientId(uuid::Uuid::nil()),
            family_name: "Okafor".into(),
            given_name: "Amara".into(),
            born_on: (1943, 8, 12),
            year_only: false,
            sex: super::super::Sex::Female,
            hospital_number: "RG-204 4178".into(),
            health_id: "91775420813393".into(),
            scale: crate::news2::Scale::One,
        };
        let words = ["okafor".to_owned(), "amara".to_owned()];
        let fits = |typed: &str| {
            let sought = read(typed);
            let folded: Vec<String> = sought.words.iter().map(|word| word.to_lowercase()).collect();
            sought.fits(&amara, &words, &folded)
        };
        for typed in [
            "204",
            "RG-204 4178",
            "91-7754-2081-3393",
            "oka",
            "am ok",
            "Okafor 1943",
            "12.8.1943",
        ] {
            assert_eq!(fits(typed), Some(Fit::Begins), "{typed}");
        }
        assert_eq!(fits("okafur"), Some(Fit::Alike));
        for typed in ["205", "mwangi", "Okafor 1944", "okafor joseph"] {
            assert_eq!(fits(typed), None, "{typed}");
        }
    }

    #[test]
    fn one_letter_finds_half_the_town_and_is_asked_for_more() {
        for typed in ["", "  ", "a", "a b", "Ok\u{202e}afor", &"x".repeat(121)] {
            assert_eq!(Sought::read("words", typed).unwrap_err().field, "words", "{typed:?}");
        }
        assert_eq!(read("李").words, ["李"], "one sign is a name");
    }
}
