//! [`Words`]: one language. On the server every language is at hand; the browser gets the packed table of the one that is read.

use crate::pattern::{self, Key, Piece, Said};

/// Which way a language is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// From left to right.
    Ltr,
    /// From right to left.
    Rtl,
}

impl Direction {
    /// The value of `dir`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

/// A language, by its place among those that are built in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Locale(pub(crate) u8);

impl Locale {
    /// The language in which the messages were first written, for whoever reads none of ours.
    pub const ENGLISH: Self = Self(crate::ENGLISH);

    /// All of them, by tag.
    pub fn all() -> impl Iterator<Item = Self> {
        (0u8..).zip(crate::TAGS).map(|(place, _)| Self(place))
    }

    /// The BCP 47 tag, the value of `lang`.
    pub fn tag(self) -> &'static str {
        crate::TAGS[usize::from(self.0)]
    }

    /// What it is called by those who speak it.
    pub fn name(self) -> &'static str {
        crate::NAMES[usize::from(self.0)]
    }

    /// The language of a tag.
    pub fn of_tag(tag: &str) -> Option<Self> {
        Self::all().find(|locale| locale.tag().eq_ignore_ascii_case(tag))
    }

    /// The best for an `Accept-Language` header (RFC 9110 §12.5.4): the wanted language of the highest weight that is ours, its region aside. Nothing unless one is.
    pub fn accepted(header: &str) -> Option<Self> {
        let mut wanted: Vec<(f32, Self)> = header
            .split(',')
            .filter_map(|part| {
                let (tag, weight) = part.split_once(";q=").unwrap_or((part, "1"));
                let tag = tag.trim();
                let ours = Self::of_tag(tag).or_else(|| Self::of_tag(tag.split('-').next()?))?;
                let weight: f32 = weight.trim().parse().ok().filter(|it| *it > 0.0)?;
                Some((weight, ours))
            })
            .collect();
        // Stable: of equal weights the first that was named.
        wanted.sort_by(|one, other| other.0.total_cmp(&one.0));
        wanted.first().map(|(_, locale)| *locale)
    }
}

/// One language: what stands under each key.
#[derive(Clone, Debug)]
pub struct Words {
    /// What the file says of the language, then its patterns in the order of the keys.
    lines: Vec<&'static str>,
}

/// How many lines come before the patterns: name, direction, plural rules, decimal sign, sign between groups.
const ABOUT: usize = 5;

impl Words {
    /// A packed table: lines with NUL between them. One that is cut short says nothing under the keys that it lacks.
    pub fn of_table(table: &'static str) -> Self {
        Self {
            lines: table.split('\0').collect(),
        }
    }

    /// What the language is called by those who speak it.
    pub fn name(&self) -> &'static str {
        self.line(0)
    }

    /// Which way it is written.
    pub fn direction(&self) -> Direction {
        if self.line(1) == "rtl" {
            Direction::Rtl
        } else {
            Direction::Ltr
        }
    }

    /// How it counts.
    pub fn plurals(&self) -> &'static str {
        self.line(2)
    }

    /// Its decimal sign.
    pub fn decimal(&self) -> &'static str {
        self.line(3)
    }

    /// What stands between groups of three digits.
    pub fn group(&self) -> &'static str {
        self.line(4)
    }

    fn line(&self, place: usize) -> &'static str {
        self.lines.get(place).copied().unwrap_or_default()
    }

    /// The words of a message that takes nothing.
    pub fn of(&self, key: Key) -> &'static str {
        self.line(ABOUT + usize::from(key.0))
    }

    /// The words of a message with what it takes.
    pub fn say(&self, said: &Said) -> String {
        let mut out = String::new();
        pattern::write(self, self.of(said.key), &said.args, &mut out);
        out
    }

    /// The same, cut where parts stand that are no text.
    pub fn cut(&self, said: &Said) -> Vec<Piece> {
        pattern::cut(&self.say(said))
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod at_hand {
    use std::collections::HashMap;
    use std::sync::LazyLock;

    use super::{ABOUT, Locale, Words};
    use crate::pattern::{self, Arg, Key, Said};

    static ALL: LazyLock<Vec<Words>> =
        LazyLock::new(|| crate::TABLES.iter().map(|table| Words::of_table(table)).collect());

    /// Every English sentence that takes nothing, and its key.
    static ENGLISH: LazyLock<HashMap<&str, Key>> = LazyLock::new(|| {
        let lines = Locale::ENGLISH.words().lines.iter().skip(ABOUT);
        (0u16..).map(Key).zip(lines).map(|(key, line)| (*line, key)).collect()
    });

    impl Words {
        /// What this language says for an English sentence that stands word for word in `locales/en.ftl`. Rules of the domain say what is wrong in English, because they
        /// know no reader; this is where their sentences meet one.
        pub fn for_english(&self, sentence: &str) -> Option<&'static str> {
            ENGLISH.get(sentence).map(|key| self.of(*key))
        }

        /// The same for one with a figure or a name in it (`Use at most 40 characters.`), which stands in `locales/en.ftl` under a key that begins with `rule-`.
        pub fn translated(&self, sentence: &str) -> Option<String> {
            let known = self.for_english(sentence).map(str::to_owned);
            known.or_else(|| {
                crate::RULES.iter().find_map(|place| {
                    let key = Key(*place);
                    let taken = pattern::taken(Locale::ENGLISH.words().of(key), sentence)?;
                    let args = taken.into_iter().map(|text| self.arg(text)).collect();
                    Some(self.say(&Said { key, args }))
                })
            })
        }

        /// A whole number is counted, as plurals need it; another has the decimal sign of the language; what is a sentence or a name of ours is said in it.
        fn arg(&self, text: &str) -> Arg {
            match (text.parse::<i64>(), text.parse::<f64>()) {
                (Ok(whole), _) => Arg::from(whole),
                (_, Ok(_)) => Arg::Text(text.replace('.', self.decimal())),
                _ => Arg::Text(self.for_english(text).unwrap_or(text).to_owned()),
            }
        }
    }

    impl Locale {
        /// Its words.
        pub fn words(self) -> &'static Words {
            &ALL[usize::from(self.0)]
        }

        /// Its packed table as the browser needs it: without what the server alone says.
        pub fn browser_table(self) -> &'static str {
            let table = crate::TABLES[usize::from(self.0)];
            let mut ends = table.match_indices('\0').skip(ABOUT - 1 + crate::IN_BROWSER);
            ends.next().map_or(table, |(at, _)| &table[..at])
        }
    }
}
