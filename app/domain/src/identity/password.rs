//! What a password must be: long enough, and none that is guessed first. Length, not letters and digits by count, and no expiry
//! (NIST SP 800-63B-4 section 3.1.1.2, OWASP ASVS 5.0 section 6.2).
//!
//! Here is what needs no word list, so that a form can say it before it is sent; the list and the estimate of guesses are the server's
//! (`hospital::identity::passwords::accept`).

use crate::invalid::Invalid;

/// The fewest signs of a password that stands alone (NIST SP 800-63B-4, 3.1.1.2: fifteen).
pub const SHORTEST_ALONE: usize = 15;
/// The fewest signs beside a second factor (NIST SP 800-63B-4, 3.1.1.2: eight).
pub const SHORTEST_WITH_FACTOR: usize = 8;
/// The most bytes. NIST and ASVS 6.2.9 ask that 64 signs be taken, which are at most 256 bytes; beyond this nobody types, and each byte costs.
pub const LONGEST_BYTES: usize = 1_024;

/// What is wrong with a new password.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Fewer signs than this.
    Short(usize),
    /// More than [`LONGEST_BYTES`].
    Long,
    /// It stands on the list of common ones.
    Common,
    /// It would be guessed soon: names, dates, repeats, keyboard rows, or the account's own words.
    Guessable,
    /// It is the one they had.
    Same,
}

impl Fault {
    /// What would be right.
    pub fn sentence(self) -> String {
        match self {
            Self::Short(least) => format!(
                "This password is too short. Use at least {least} characters; a few words that only you would put together are easy to remember."
            ),
            Self::Long => "This password is too long. Use at most 250 characters.".to_owned(),
            Self::Common => {
                "This password is one of the most used in the world, so it is tried first. Choose words that only you would put together.".to_owned()
            }
            Self::Guessable => {
                "This password would be guessed soon. Leave out your name, your e-mail, the hospital, dates and keyboard rows, and add another word or two.".to_owned()
            }
            Self::Same => "This is the password you have now. Choose another one.".to_owned(),
        }
    }

    /// As a fault of the field `field`.
    pub fn of(self, field: &str) -> Invalid {
        Invalid::new(field, self.sentence())
    }
}

/// The fewest signs, with or without a second factor.
pub const fn shortest(has_factor: bool) -> usize {
    if has_factor {
        SHORTEST_WITH_FACTOR
    } else {
        SHORTEST_ALONE
    }
}

/// Whether the length is right. Signs are counted as people count them: one for each letter of any script.
pub fn length(password: &str, has_factor: bool) -> Result<(), Fault> {
    let least = shortest(has_factor);
    match (password.chars().count(), password.len()) {
        (_, bytes) if bytes > LONGEST_BYTES => Err(Fault::Long),
        (signs, _) if signs < least => Err(Fault::Short(least)),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fifteen_signs_alone_and_eight_beside_a_second_factor() {
        let of = |n| "x".repeat(n);
        assert_eq!(length(&of(14), false), Err(Fault::Short(15)));
        assert_eq!(length(&of(15), false), Ok(()));
        assert_eq!(length(&of(7), true), Err(Fault::Short(8)));
        assert_eq!(length(&of(8), true), Ok(()));
    }

    #[test]
    fn sixty_four_signs_of_any_script_are_taken_and_a_flood_is_not() {
        assert_eq!(length(&"夜".repeat(64), false), Ok(()));
        assert_eq!(
            length(&"夜".repeat(15), false),
            Ok(()),
            "fifteen signs, forty-five bytes"
        );
        assert_eq!(length(&"x".repeat(1_024), false), Ok(()));
        assert_eq!(length(&"x".repeat(1_025), false), Err(Fault::Long));
    }

    #[test]
    fn letters_digits_and_signs_are_nobodys_business() {
        assert_eq!(length("only small letters", false), Ok(()));
    }
}
