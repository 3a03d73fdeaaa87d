//! The government health id: 14 digits, the last of which checks the others.

use crate::invalid::Invalid;

/// A health id whose check digit is right; hyphens and blanks that were typed are gone.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct HealthId(String);

impl HealthId {
    /// How many digits.
    pub const DIGITS: usize = 14;

    /// Reads what was typed into `field`.
    pub fn parse(field: &str, typed: &str) -> Result<Self, Invalid> {
        let bare: String = typed
            .chars()
            .filter(|sign| !matches!(sign, ' ' | '-' | '\u{a0}'))
            .collect();
        if bare.len() != Self::DIGITS || !bare.bytes().all(|sign| sign.is_ascii_digit()) {
            return Err(Invalid::new(
                field,
                "Enter the 14 digits of the Health ID, such as 91-7754-2081-3393.",
            ));
        }
        if !checks(&bare) {
            return Err(Invalid::new(
                field,
                "These digits do not fit together. Compare them with the card once more.",
            ));
        }
        Ok(Self(bare))
    }

    /// The digits.
    pub fn digits(&self) -> &str {
        &self.0
    }
}

/// The check of Luhn (ISO/IEC 7812-1, annex B): from the right every second digit is doubled, and the sum of all digits ends in 0.
fn checks(digits: &str) -> bool {
    let sum: u32 = digits
        .bytes()
        .rev()
        .enumerate()
        .map(|(place, sign)| {
            let digit = u32::from(sign - b'0');
            match (place % 2, digit) {
                (0, digit) => digit,
                (_, digit) if digit > 4 => digit * 2 - 9,
                (_, digit) => digit * 2,
            }
        })
        .sum();
    sum.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The digits with their check digit appended: what an issuer does.
    fn with_check(thirteen: &str) -> String {
        let found = (0..10)
            .map(|check| format!("{thirteen}{check}"))
            .find(|digits| checks(digits));
        found.unwrap()
    }

    #[test]
    fn the_worked_example_of_the_standard_checks() {
        // ISO/IEC 7812-1: 7992739871 has the check digit 3.
        assert!(checks("79927398713"));
        assert!(
            (0..10)
                .filter(|check| *check != 3)
                .all(|check| !checks(&format!("7992739871{check}")))
        );
    }

    #[test]
    fn one_wrong_digit_or_two_exchanged_are_found() {
        let right = with_check("9177542081339");
        assert!(HealthId::parse("health_id", &right).is_ok());
        for place in 0..HealthId::DIGITS {
            let mut wrong = right.clone().into_bytes();
            wrong[place] = b'0' + (wrong[place] - b'0' + 1) % 10;
            assert!(HealthId::parse("health_id", std::str::from_utf8(&wrong).unwrap()).is_err());
        }
        let mut exchanged = right.into_bytes();
        exchanged.swap(3, 4);
        assert!(HealthId::parse("health_id", std::str::from_utf8(&exchanged).unwrap()).is_err());
    }

    #[test]
    fn hyphens_and_blanks_do_not_count_and_anything_else_is_no_health_id() {
        let right = with_check("9177542081339");
        let grouped = format!("{}-{} {}-{}", &right[..2], &right[2..6], &right[6..10], &right[10..]);
        assert_eq!(HealthId::parse("health_id", &grouped).unwrap().digits(), right);
        for wrong in ["", "123", "9177542081339٣", "91775420813390000", "abcdefghijklmn"] {
            let fault = HealthId::parse("health_id", wrong).unwrap_err();
            assert!(
                fault.field == "health_id" && fault.reason.starts_with("Enter the 14 digits"),
                "{wrong}"
            );
        }
    }

    #[test]
    fn the_example_in_the_sentence_is_one() {
        assert!(
            HealthId::parse("health_id", "91-7754-2081-3393").is_ok(),
            "{}",
            with_check("9177542081339")
        );
    }
}
