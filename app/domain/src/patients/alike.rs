//! Whether a person who is to be registered may be one who is registered already. The rule suggests, people decide: nothing is ever joined by itself.
//!
//! Names are compared in the form in which they are searched, in small letters without accents (the database's `folded`).

use std::collections::BTreeSet;

/// What makes two people alike, the strongest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sign {
    /// The same health id: the same person, or a mistake on one card.
    HealthId,
    /// The same name, perhaps with family name and given name exchanged.
    SameName,
    /// A name that is written or heard alike.
    AlikeName,
    /// Born on the same day.
    SameBirth,
    /// Day and month of birth exchanged.
    ExchangedBirth,
    /// Born near: one of year, month and day differs, or a year that was estimated.
    NearBirth,
}

/// Born on a day, or in a year when no more is known.
pub type Born = ((i32, u8, u8), bool);

/// What is compared of a person.
#[derive(Clone, Copy, Debug)]
pub struct Compared<'a> {
    /// Government health id, bare digits; empty when it is not known.
    pub health_id: &'a str,
    /// Family name, folded.
    pub family_name: &'a str,
    /// Given name, folded.
    pub given_name: &'a str,
    /// Date of birth, and whether only its year is known.
    pub born: Born,
}

/// How alike two words are, by their runs of three letters: 1 for the same, 0 for nothing in common (as `similarity` of PostgreSQL's `pg_trgm`, which finds them).
pub fn similarity(one: &str, other: &str) -> f32 {
    let (one, other) = (runs(one), runs(other));
    let common = one.intersection(&other).count() as f32;
    let all = one.union(&other).count() as f32;
    if all == 0.0 { 0.0 } else { common / all }
}

/// Two blanks before each word and one after, so that its beginning counts most.
fn runs(words: &str) -> BTreeSet<[char; 3]> {
    words
        .split(|sign: char| !sign.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .flat_map(|word| {
            let padded: Vec<char> = [' ', ' '].into_iter().chain(word.chars()).chain([' ']).collect();
            padded
                .windows(3)
                .map(|run| [run[0], run[1], run[2]])
                .collect::<Vec<_>>()
        })
        .collect()
}

/// From here on, two names are alike: "Otieno, Grace" and "Otieno, Gracie", "Świątek" typed "Swiontek".
const ALIKE: f32 = 0.45;

/// Why `typed` may be `known`; nothing when they are two people.
pub fn signs(typed: Compared, known: Compared) -> Vec<Sign> {
    let mut signs = Vec::new();
    if !typed.health_id.is_empty() && typed.health_id == known.health_id {
        signs.push(Sign::HealthId);
    }
    let names = |family: &str, given: &str| {
        f32::midpoint(
            similarity(typed.family_name, family),
            similarity(typed.given_name, given),
        )
    };
    let likeness = names(known.family_name, known.given_name).max(names(known.given_name, known.family_name));
    let name = match likeness {
        it if it > 0.999 => Some(Sign::SameName),
        it if it >= ALIKE => Some(Sign::AlikeName),
        _ => None,
    };
    let birth = birth(typed.born, known.born);
    if signs.is_empty() && (name.is_none() || birth.is_none()) {
        return Vec::new();
    }
    signs.extend(name);
    signs.extend(birth);
    signs
}

/// The order in which likely ones stand: the higher the more alike.
pub fn weight(signs: &[Sign]) -> u32 {
    signs
        .iter()
        .map(|sign| match sign {
            Sign::HealthId => 100,
            Sign::SameName | Sign::SameBirth => 4,
            Sign::AlikeName | Sign::ExchangedBirth => 2,
            Sign::NearBirth => 1,
        })
        .sum()
}

/// How far an estimated year may be off.
const ESTIMATE: i32 = 5;

fn birth(typed: Born, known: Born) -> Option<Sign> {
    let (((year, month, day), about), ((other_year, other_month, other_day), other_about)) = (typed, known);
    if about || other_about {
        return ((year - other_year).abs() <= ESTIMATE).then_some(Sign::NearBirth);
    }
    let same = [year == other_year, month == other_month, day == other_day];
    match same.into_iter().filter(|it| *it).count() {
        3 => Some(Sign::SameBirth),
        _ if same[0] && month == other_day && day == other_month => Some(Sign::ExchangedBirth),
        2 => Some(Sign::NearBirth),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const AMARA: Compared = Compared {
        health_id: "91775420813393",
        family_name: "okafor",
        given_name: "amara",
        born: ((1943, 8, 12), false),
    };

    fn without_card(family_name: &'static str, given_name: &'static str, born: Born) -> Vec<Sign> {
        let typed = Compared {
            health_id: "",
            family_name,
            given_name,
            born,
        };
        signs(typed, AMARA)
    }

    #[test]
    fn likeness_is_that_of_the_database() {
        // SELECT similarity('word', 'two words') is 0.36363637 (PostgreSQL's own example, F.35 pg_trgm).
        assert!((similarity("word", "two words") - 0.363_636_37).abs() < 1e-6);
        assert!((similarity("okafor", "okafor") - 1.0).abs() < 1e-6);
        assert!(similarity("okafor", "").abs() < 1e-6);
    }

    #[test]
    fn mrs_okafor_is_found_again_however_she_is_written() {
        let born = ((1943, 8, 12), false);
        assert_eq!(without_card("okafor", "amara", born), [Sign::SameName, Sign::SameBirth]);
        assert_eq!(without_card("amara", "okafor", born), [Sign::SameName, Sign::SameBirth]);
        assert_eq!(
            without_card("okafoor", "amara", born),
            [Sign::AlikeName, Sign::SameBirth]
        );
        let exchanged = ((1943, 12, 8), false);
        assert_eq!(
            without_card("okafor", "amara", exchanged),
            [Sign::SameName, Sign::ExchangedBirth]
        );
        let guessed = ((1945, 1, 1), true);
        assert_eq!(
            without_card("okafor", "amara", guessed),
            [Sign::SameName, Sign::NearBirth]
        );
    }

    #[test]
    fn who_shares_a_name_or_a_birthday_alone_is_somebody_else() {
        assert_eq!(without_card("okafor", "amara", ((1990, 2, 1), false)), []);
        assert_eq!(without_card("mwangi", "joseph", ((1943, 8, 12), false)), []);
    }

    #[test]
    fn the_same_card_is_always_shown_and_stands_first() {
        let other = Compared {
            family_name: "mwangi",
            given_name: "joseph",
            born: ((1967, 5, 23), false),
            ..AMARA
        };
        assert_eq!(signs(other, AMARA), [Sign::HealthId]);
        assert!(weight(&[Sign::HealthId]) > weight(&[Sign::SameName, Sign::SameBirth]));
    }
}
