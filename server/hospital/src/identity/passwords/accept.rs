//! Is this a good new password? Length first, then the list of common ones, then an estimate of how soon it would be guessed by somebody
//! who knows whose it is.

use std::collections::HashSet;
use std::sync::LazyLock;

use domain::identity::password::{Fault, length, shortest};
use zxcvbn::{Score, zxcvbn};

use super::hash::in_line;
use crate::error::{HospitalError, Result};

/// About 5,000 common passwords of eight signs and more, from the lists of zxcvbn (NOTICE); ASVS 5.0 6.2.4 asks for 3,000.
static COMMON: LazyLock<HashSet<&str>> = LazyLock::new(|| include_str!("common.txt").lines().collect());

/// Whose password it is, as far as a guesser would know.
#[derive(Clone, Debug, Default)]
pub struct Whose {
    /// Their words: name, e-mail, phone number, hospital.
    pub words: Vec<String>,
    /// Whether a second factor stands beside it.
    pub has_factor: bool,
    /// The number of what proves the account, when this was read: what is judged by it holds only while that is the same.
    pub proofs: i32,
}

impl Whose {
    /// Of somebody with these words, and no second factor yet.
    pub fn of<'a>(words: impl IntoIterator<Item = &'a str>) -> Self {
        Self {
            words: words.into_iter().map(str::to_owned).collect(),
            has_factor: false,
            proofs: 0,
        }
    }

    /// The words and their parts: `anika.rao@riverbend.example` is also `anika`, `rao`, `riverbend`.
    fn parts(&self) -> Vec<String> {
        let whole = self.words.iter().map(|word| word.to_lowercase());
        let parts = whole.clone().flat_map(|word| {
            let parts = word.split(|sign: char| !sign.is_alphanumeric());
            parts
                .filter(|part| part.chars().count() > 2)
                .map(str::to_owned)
                .collect::<Vec<_>>()
        });
        whole.chain(parts).chain(["wardlight".to_owned()]).collect()
    }
}

/// Whether `password` may become the password of `whose`; the fault names `field`.
///
/// # Errors
/// [`HospitalError::Invalid`] with a sentence that says what would be right; [`HospitalError::Busy`] when the waiting line is full.
pub async fn accept(field: &str, password: &str, whose: &Whose) -> Result<()> {
    if let Err(fault) = length(password, whose.has_factor) {
        return Err(HospitalError::Invalid(vec![fault.of(field)]));
    }
    // The estimate takes some milliseconds of a core: it waits in the same line as the hashes.
    let whose = whose.clone();
    let judged = in_line(password, move |password| Ok(judge(password, &whose))).await?;
    judged.map_err(|fault| HospitalError::Invalid(vec![fault.of(field)]))
}

/// Whether a password that a machine keeps is fit: judged like a person's without a second factor, who is known by `words`.
pub(crate) fn is_strong<'a>(password: &str, words: impl IntoIterator<Item = &'a str>) -> bool {
    judge(password, &Whose::of(words)).is_ok()
}

fn judge(password: &str, whose: &Whose) -> std::result::Result<(), Fault> {
    length(password, whose.has_factor)?;
    if COMMON.contains(password.to_lowercase().as_str()) {
        return Err(Fault::Common);
    }
    let parts = whose.parts();
    let words: Vec<&str> = parts.iter().map(String::as_str).collect();
    if bare(password, &words) < shortest(whose.has_factor) / 2 {
        return Err(Fault::Guessable);
    }
    // 3 of 4: more than 10^8 guesses, "safely unguessable" (Wheeler, USENIX Security 2016).
    if zxcvbn(password, &words).score() < Score::Three {
        return Err(Fault::Guessable);
    }
    Ok(())
}

/// How many letters and digits are left without the account's own words: three of them in a row are long, and the first thing to try.
fn bare(password: &str, words: &[&str]) -> usize {
    let mut words = words.to_vec();
    words.sort_unstable_by_key(|word| std::cmp::Reverse(word.len()));
    let left = words
        .into_iter()
        .fold(password.to_lowercase(), |left, word| left.replace(word, " "));
    left.chars().filter(|sign| sign.is_alphanumeric()).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rao(has_factor: bool) -> Whose {
        Whose {
            has_factor,
            ..Whose::of(["Dr Anika Rao", "anika.rao@riverbend.example", "Riverbend General"])
        }
    }

    #[test]
    fn the_list_is_long_enough_and_of_passwords_that_could_be_chosen() {
        assert!(COMMON.len() >= 3_000, "{}", COMMON.len());
        assert!(COMMON.iter().all(|it| it.len() >= 8 && *it == it.to_lowercase()));
    }

    #[test]
    fn dr_rao_is_told_what_would_be_right() {
        for (password, expected) in [
            ("calm-ward-tonight", Ok(())),
            ("three grey herons wade", Ok(())),
            ("short", Err(Fault::Short(15))),
            ("aaaaaaaaaaaaaaaaaaaa", Err(Fault::Guessable)),
            ("123456789012345678", Err(Fault::Guessable)),
            ("qwertyuiopasdfghjkl", Err(Fault::Guessable)),
            ("anikaraoriverbend", Err(Fault::Guessable)),
            ("riverbend general", Err(Fault::Guessable)),
            ("rao at riverbend general", Err(Fault::Guessable)),
            ("riverbend herons wade", Ok(())),
            ("wardlightwardlight", Err(Fault::Guessable)),
            ("passwordpassword", Err(Fault::Guessable)),
        ] {
            assert_eq!(judge(password, &rao(false)), expected, "{password}");
        }
    }

    #[test]
    fn common_ones_are_named_as_such_also_in_capitals() {
        for password in ["password1", "PASSWORD1", "iloveyou", "football", "sunshine1"] {
            let answer = judge(password, &rao(true));
            assert!(
                matches!(answer, Err(Fault::Common | Fault::Guessable)),
                "{password}: {answer:?}"
            );
        }
        assert_eq!(judge("Football", &rao(true)), Err(Fault::Common));
    }

    #[test]
    fn every_common_password_is_refused_beside_a_second_factor_too() {
        for password in COMMON.iter().copied() {
            assert_eq!(judge(password, &rao(true)), Err(Fault::Common), "{password}");
        }
        assert_eq!(judge("mossy kettle 9", &rao(true)), Ok(()));
        assert_eq!(judge("anikarao", &rao(true)), Err(Fault::Guessable));
    }

    #[tokio::test]
    async fn the_fault_names_the_field_and_never_the_password() {
        let Err(HospitalError::Invalid(faults)) = accept("new_password", "riverbend general", &rao(false)).await else {
            panic!("it was accepted");
        };
        assert_eq!(faults[0].field, "new_password");
        assert!(!faults[0].reason.contains("riverbend general"));
    }
}
