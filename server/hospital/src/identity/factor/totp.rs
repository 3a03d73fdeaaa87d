//! The arithmetic of one-time codes: HMAC-SHA-1, six digits, steps of 30 seconds, one step of tolerance to either side (RFC 6238 sections 4 and
//! 5.2; what every authenticator app speaks).

use aws_lc_rs::rand;
use fast_qr::QRBuilder;
use fast_qr::convert::svg::SvgBuilder;
use fast_qr::convert::{Builder as _, Shape};
use secrecy::{ExposeSecret, SecretString};
use totp_rs::{Builder, Secret, Totp};
use zeroize::Zeroizing;

use crate::error::{HospitalError, Result};

/// 160 bits, as RFC 4226 section 4 recommends.
const SECRET_BYTES: usize = 20;

/// A new secret.
pub(super) fn new_secret() -> Result<Zeroizing<Vec<u8>>> {
    let mut secret = Zeroizing::new(vec![0; SECRET_BYTES]);
    rand::fill(&mut secret).map_err(|_| HospitalError::Internal("there is no randomness"))?;
    Ok(secret)
}

fn totp(secret: &[u8], account: &str) -> Result<Totp> {
    // A colon would end the name in the address that the QR code holds.
    let account: String = account.chars().filter(|sign| *sign != ':').collect();
    Builder::new()
        .with_secret(Secret::new(secret.into()))
        .with_issuer(Some("Wardlight"))
        .with_account_name(account)
        .build()
        .map_err(|_| HospitalError::Internal("a second factor could not be made"))
}

/// The step whose code this is, around `seconds` since 1970; none when it is another code.
pub(super) fn step_of(secret: &[u8], code: &str, seconds: i64) -> Result<Option<i64>> {
    let now = u64::try_from(seconds).unwrap_or(0);
    let step = totp(secret, "")?.check(code, now);
    Ok(step.and_then(|step| i64::try_from(step).ok()))
}

/// What an app is given: by camera, or typed.
#[derive(Debug)]
pub(super) struct Shown {
    /// The QR code as SVG.
    pub(super) svg: SecretString,
    /// The key in groups of four.
    pub(super) key: SecretString,
}

/// Shows `secret` for the app of `account`.
pub(super) fn show(secret: &[u8], account: &str) -> Result<Shown> {
    let url = totp(secret, account)?
        .to_url()
        .map(Zeroizing::new)
        .map_err(|_| HospitalError::Internal("a second factor could not be shown"))?;
    let code = QRBuilder::new(url.as_str())
        .build()
        .map_err(|_| HospitalError::Internal("a second factor could not be drawn"))?;
    let key = SecretString::from(Secret::new(secret.into()).to_base32());
    Ok(Shown {
        svg: SvgBuilder::default().shape(Shape::Square).to_str(&code).into(),
        key: in_groups(key.expose_secret(), ' ').into(),
    })
}

/// In groups of four, so that it can be typed and read out.
pub(super) fn in_groups(text: &str, between: char) -> String {
    let mut grouped = String::with_capacity(text.len() * 5 / 4);
    for (place, sign) in text.chars().enumerate() {
        if place > 0 && place % 4 == 0 {
            grouped.push(between);
        }
        grouped.push(sign);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The secret of RFC 6238 appendix B.
    const RFC: &[u8] = b"12345678901234567890";

    const fn step_at(seconds: i64) -> i64 {
        seconds.div_euclid(30)
    }

    #[test]
    fn codes_of_the_standard_are_known() {
        // Appendix B, SHA-1, the last six of its eight digits.
        for (seconds, code) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
        ] {
            assert_eq!(
                step_of(RFC, code, seconds).unwrap(),
                Some(step_at(seconds)),
                "{seconds}"
            );
        }
    }

    #[test]
    fn one_step_early_or_late_is_taken_and_two_are_not() {
        // 287082 belongs to step 1: 30 to 59 seconds.
        for (seconds, taken) in [
            (0, true),
            (29, true),
            (45, true),
            (89, true),
            (90, false),
            (10_000, false),
        ] {
            assert_eq!(step_of(RFC, "287082", seconds).unwrap().is_some(), taken, "{seconds}");
        }
        for nonsense in ["", "28708", "2870822", "28708a", "+28708", "２８７０８２"] {
            assert_eq!(step_of(RFC, nonsense, 59).unwrap(), None, "{nonsense:?}");
        }
    }

    #[test]
    fn the_key_is_shown_in_groups_and_the_picture_has_nothing_that_runs() {
        let shown = show(RFC, "rao@riverbend.example").unwrap();
        assert_eq!(shown.key.expose_secret(), "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
        let svg = shown.svg.expose_secret();
        assert!(
            svg.starts_with("<svg") && !svg.contains("script") && !svg.contains("style="),
            "{svg}"
        );
        assert!(show(RFC, "Dr: Rao").is_ok(), "a colon in a name");
        assert!(!format!("{shown:?}").contains("GEZD"));
    }

    #[test]
    fn secrets_differ() {
        assert_ne!(*new_secret().unwrap(), *new_secret().unwrap());
    }
}
