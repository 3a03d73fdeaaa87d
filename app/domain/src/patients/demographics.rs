//! Who somebody is, as reception asks and the chart keeps it. What nobody knows stays open: it is no answer.

use serde::{Deserialize, Serialize};

use super::alike::Born;
use super::{HealthId, Sex};
use crate::invalid::{Invalid, is_printable};
use crate::time::Civil;
use crate::typed;

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$of:meta])* $variant:ident $word:literal $shown:literal;)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        pub enum $name { $($(#[$of])* $variant,)* }

        impl $name {
            /// Every one, in the order of lists.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The word in the database.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $word,)* }
            }

            /// As pages show it.
            pub const fn words(self) -> &'static str {
                match self { $(Self::$variant => $shown,)* }
            }

            /// The one of that word.
            pub fn parse(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.name() == word)
            }
        }
    };
}

words! {
    /// Marital status, as HL7 v3 MaritalStatus knows it, without what one country alone has.
    Marital {
        /// Never married.
        Single "single" "Single";
        /// Married.
        Married "married" "Married";
        /// In a registered partnership.
        Partnership "partnership" "In a partnership";
        /// Lives apart.
        Separated "separated" "Separated";
        /// Divorced.
        Divorced "divorced" "Divorced";
        /// Widowed.
        Widowed "widowed" "Widowed";
    }
}

words! {
    /// Blood group (ABO and RhD). What stands here was told or read; what is given is matched anew by the laboratory each time.
    BloodGroup {
        /// O negative.
        ONegative "O-" "O −";
        /// O positive.
        OPositive "O+" "O +";
        /// A negative.
        ANegative "A-" "A −";
        /// A positive.
        APositive "A+" "A +";
        /// B negative.
        BNegative "B-" "B −";
        /// B positive.
        BPositive "B+" "B +";
        /// AB negative.
        AbNegative "AB-" "AB −";
        /// AB positive.
        AbPositive "AB+" "AB +";
    }
}

/// Languages in which somebody may want to be talked with: ISO 639 code and English name.
pub const LANGUAGES: [(&str, &str); 32] = [
    ("am", "Amharic"),
    ("ar", "Arabic"),
    ("bn", "Bengali"),
    ("zh", "Chinese"),
    ("nl", "Dutch"),
    ("en", "English"),
    ("fr", "French"),
    ("de", "German"),
    ("gu", "Gujarati"),
    ("ha", "Hausa"),
    ("hi", "Hindi"),
    ("ig", "Igbo"),
    ("it", "Italian"),
    ("ja", "Japanese"),
    ("ki", "Kikuyu"),
    ("luo", "Luo"),
    ("om", "Oromo"),
    ("fa", "Persian"),
    ("pl", "Polish"),
    ("pt", "Portuguese"),
    ("pa", "Punjabi"),
    ("ru", "Russian"),
    ("so", "Somali"),
    ("es", "Spanish"),
    ("sw", "Swahili"),
    ("ta", "Tamil"),
    ("tr", "Turkish"),
    ("uk", "Ukrainian"),
    ("ur", "Urdu"),
    ("vi", "Vietnamese"),
    ("yo", "Yoruba"),
    ("zu", "Zulu"),
];

/// The name of a language of the list; the code itself for another.
pub fn language(code: &str) -> &str {
    LANGUAGES
        .iter()
        .find(|(it, _)| *it == code)
        .map_or(code, |(_, name)| name)
}

/// The longest title.
const LONGEST_TITLE: usize = 20;

/// Who somebody is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Demographics {
    /// Family name.
    pub family_name: String,
    /// Given name.
    pub given_name: String,
    /// Title, such as `Mrs`.
    pub title: Option<String>,
    /// Date of birth; the first of January when only the year is known.
    pub born_on: (i32, u8, u8),
    /// Whether only the year is known.
    pub year_only: bool,
    /// Sex as registered.
    pub sex: Sex,
    /// Government health id.
    pub health_id: Option<HealthId>,
    /// The language in which to talk with them.
    pub language: Option<String>,
    /// Marital status.
    pub marital: Option<Marital>,
    /// Blood group.
    pub blood_group: Option<BloodGroup>,
}

/// The same as typed into a form; the names are those of its fields.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Typed {
    /// Family name.
    pub family_name: String,
    /// Given name.
    pub given_name: String,
    /// Title.
    pub title: String,
    /// Date of birth, `1943-08-12`.
    pub born_on: String,
    /// The year of birth when the day is not known.
    pub born_year: String,
    /// Sex.
    pub sex: String,
    /// Health id.
    pub health_id: String,
    /// Language.
    pub language: String,
    /// Marital status.
    pub marital: String,
    /// Blood group.
    pub blood_group: String,
}

/// As much of somebody as was typed so far.
#[derive(Clone, PartialEq, Eq)]
pub struct SoFar {
    /// Family name; empty while there is none.
    pub family_name: String,
    /// Given name; empty while there is none.
    pub given_name: String,
    /// Date of birth, and whether only its year is known.
    pub born: Option<Born>,
    /// Government health id, once it is whole.
    pub health_id: Option<HealthId>,
}

impl SoFar {
    /// Whether it is enough to ask who that may be: a whole health id, or both names of two letters at least. A name alone, or a birth alone, is many people.
    pub fn is_enough(&self) -> bool {
        let begun = |name: &str| name.chars().count() >= 2;
        self.health_id.is_some() || (begun(&self.family_name) && begun(&self.given_name))
    }
}

impl std::fmt::Debug for Typed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Typed")
    }
}

impl Typed {
    /// Each field and what stands in it, for a form that comes back.
    pub fn fields(&self) -> [(&'static str, &str); 10] {
        [
            ("family_name", &self.family_name),
            ("given_name", &self.given_name),
            ("title", &self.title),
            ("born_on", &self.born_on),
            ("born_year", &self.born_year),
            ("sex", &self.sex),
            ("health_id", &self.health_id),
            ("language", &self.language),
            ("marital", &self.marital),
            ("blood_group", &self.blood_group),
        ]
    }

    /// What of it can be read so far, for who is still typing: what cannot be read is not there yet.
    pub fn so_far(&self, today: Civil) -> SoFar {
        SoFar {
            family_name: typed::name("family_name", "", &self.family_name).unwrap_or_default(),
            given_name: typed::name("given_name", "", &self.given_name).unwrap_or_default(),
            born: born(&self.born_on, &self.born_year, today).ok(),
            health_id: given(&self.health_id).and_then(|id| HealthId::parse("health_id", id).ok()),
        }
    }

    /// Reads it; `today` is the hospital's.
    pub fn read(&self, today: Civil) -> Result<Demographics, Vec<Invalid>> {
        let mut faults = Vec::new();
        let mut told = |fault: Invalid| faults.push(fault);
        let family_name = typed::name("family_name", "the family name", &self.family_name).map_err(&mut told);
        let given_name = typed::name("given_name", "the given name", &self.given_name).map_err(&mut told);
        let title = Some(self.title.trim()).filter(|title| !title.is_empty());
        if title.is_some_and(|title| title.chars().count() > LONGEST_TITLE || !is_printable(title)) {
            told(Invalid::new(
                "title",
                "Use at most 20 letters for the title, such as Mrs or Dr.",
            ));
        }
        let born = born(&self.born_on, &self.born_year, today).map_err(&mut told);
        let health_id = given(&self.health_id)
            .map(|id| HealthId::parse("health_id", id))
            .transpose();
        let health_id = health_id.map_err(&mut told);
        let language = given(&self.language);
        if language.is_some_and(|code| LANGUAGES.iter().all(|(known, _)| *known != code)) {
            told(Invalid::new("language", "Choose a language of the list."));
        }
        let marital = given(&self.marital).map(|word| Marital::parse(word).ok_or(()));
        if marital == Some(Err(())) {
            told(Invalid::new("marital", "Choose one of the list."));
        }
        let blood_group = given(&self.blood_group).map(|word| BloodGroup::parse(word).ok_or(()));
        if blood_group == Some(Err(())) {
            told(Invalid::new("blood_group", "Choose a blood group of the list."));
        }
        match (family_name, given_name, born, health_id) {
            (Ok(family_name), Ok(given_name), Ok((born_on, year_only)), Ok(health_id)) if faults.is_empty() => {
                Ok(Demographics {
                    family_name,
                    given_name,
                    title: title.map(str::to_owned),
                    born_on,
                    year_only,
                    sex: Sex::parse(&self.sex),
                    health_id,
                    language: language.map(str::to_owned),
                    marital: marital.and_then(Result::ok),
                    blood_group: blood_group.and_then(Result::ok),
                })
            }
            _ => Err(faults),
        }
    }
}

fn given(text: &str) -> Option<&str> {
    Some(text.trim()).filter(|text| !text.is_empty())
}

/// The day, or the year when that is all that is known; one of the two.
fn born(day: &str, year: &str, today: Civil) -> Result<((i32, u8, u8), bool), Invalid> {
    match (given(day), given(year)) {
        (Some(day), None) => typed::born_on("born_on", day, today).map(|date| (date, false)),
        (None, Some(year)) => typed::born_on("born_year", &format!("{year}-01-01"), today)
            .map(|date| (date, true))
            .map_err(|_| Invalid::new("born_year", "Enter a year of four digits that has begun, such as 1943.")),
        (Some(_), Some(_)) => Err(Invalid::new(
            "born_year",
            "Enter the date of birth or the year alone, not both.",
        )),
        (None, None) => Err(Invalid::new(
            "born_on",
            "Enter the date of birth. When nobody knows it, enter the year below, estimated.",
        )),
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

    fn amara() -> Typed {
        Typed {
            family_name: " Okafor ".into(),
            given_name: "Amara".into(),
            title: "Mrs".into(),
            born_on: "1943-08-12".into(),
            sex: "female".into(),
            health_id: "91-7754-2081-3393".into(),
            language: "ig".into(),
            marital: "widowed".into(),
            blood_group: "O+".into(),
            ..Typed::default()
        }
    }

    fn faults(typed: &Typed) -> Vec<String> {
        let faults = typed.read(TODAY).unwrap_err();
        faults.into_iter().map(|fault| fault.field).collect()
    }

    #[test]
    fn mrs_okafor_is_read_whole() {
        let read = amara().read(TODAY).unwrap();
        assert_eq!(
            (read.family_name.as_str(), read.born_on, read.year_only),
            ("Okafor", (1943, 8, 12), false)
        );
        assert_eq!(read.health_id.unwrap().digits(), "91775420813393");
        assert_eq!(
            (read.marital, read.blood_group),
            (Some(Marital::Widowed), Some(BloodGroup::OPositive))
        );
    }

    #[test]
    fn who_knows_only_the_year_says_so_and_what_nobody_asked_stays_open() {
        let unknown = Typed {
            family_name: "Unknown".into(),
            given_name: "Man at the bus station".into(),
            born_year: "1960".into(),
            ..Typed::default()
        };
        let read = unknown.read(TODAY).unwrap();
        assert_eq!((read.born_on, read.year_only), ((1960, 1, 1), true));
        assert_eq!(
            (read.sex, read.health_id, read.language, read.blood_group),
            (Sex::Unknown, None, None, None)
        );
    }

    #[test]
    fn every_fault_is_told_at_once_at_its_field() {
        assert_eq!(faults(&Typed::default()), ["family_name", "given_name", "born_on"]);
        let wrong = Typed {
            title: "x".repeat(21),
            born_year: "1943".into(),
            health_id: "91-7754-2081-3390".into(),
            language: "tlh".into(),
            marital: "maybe".into(),
            blood_group: "Z".into(),
            ..amara()
        };
        assert_eq!(
            faults(&wrong),
            ["title", "born_year", "health_id", "language", "marital", "blood_group"]
        );
        let tomorrow = Typed {
            born_on: String::new(),
            born_year: "2027".into(),
            ..amara()
        };
        assert_eq!(faults(&tomorrow), ["born_year"]);
    }

    #[test]
    fn words_are_read_back_from_their_names() {
        for one in Marital::ALL {
            assert_eq!(Marital::parse(one.name()), Some(*one));
        }
        for one in BloodGroup::ALL {
            assert_eq!(BloodGroup::parse(one.name()), Some(*one));
        }
        assert_eq!((language("luo"), language("xx")), ("Luo", "xx"));
    }
}
