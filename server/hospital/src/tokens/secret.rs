//! Random texts that prove something: 256 bits behind a prefix by which a leaked one is recognised, shown once. Only their SHA-256 is stored; with so
//! many bits to guess, a slow hash would add nothing.

use aws_lc_rs::digest::{SHA256, digest};
use aws_lc_rs::rand;
use secrecy::SecretString;

use crate::error::{HospitalError, Result};

/// A new one.
pub(crate) fn make(prefix: &str) -> Result<SecretString> {
    let mut random = [0_u8; 32];
    rand::fill(&mut random).map_err(|_| HospitalError::Internal("the system gave no random numbers"))?;
    let mut text = String::with_capacity(prefix.len() + 64);
    text.push_str(prefix);
    for byte in random {
        for half in [byte >> 4, byte & 15] {
            text.extend(char::from_digit(u32::from(half), 16));
        }
    }
    Ok(SecretString::from(text))
}

/// What is stored of it.
pub(crate) fn hash(secret: &str) -> Vec<u8> {
    digest(&SHA256, secret.as_bytes()).as_ref().to_vec()
}

#[cfg(test)]
mod tests {
    use secrecy::ExposeSecret;

    use super::*;

    #[test]
    fn each_is_another_and_bears_its_prefix() {
        let (one, other) = (make("wlr_").unwrap(), make("wlr_").unwrap());
        assert_eq!(one.expose_secret().len(), 4 + 64);
        assert!(one.expose_secret().starts_with("wlr_"));
        assert_ne!(one.expose_secret(), other.expose_secret());
        assert_ne!(hash(one.expose_secret()), hash(other.expose_secret()));
    }
}
