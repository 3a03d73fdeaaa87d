//! Random passwords, the passwords derived from the owner's, and what the server keeps of one. All through aws-lc-rs.

use std::fmt::Write as _;
use std::num::NonZeroU32;

use aws_lc_rs::{digest, hmac, pbkdf2, rand};
use secrecy::{ExposeSecret, SecretString};

use super::error::{DatabaseError, Result};

/// 256 random bits in hex.
pub(super) fn random() -> Result<SecretString> {
    let mut bits = [0; 32];
    rand::fill(&mut bits).map_err(|_| DatabaseError::Internal("the random source failed"))?;
    Ok(hex(&bits).into())
}

/// The password of `role`, derived from the owner's, so that `DATABASE_URL` alone is enough to serve.
pub(super) fn derive(owner: &SecretString, role: &str) -> SecretString {
    let key = hmac::Key::new(hmac::HMAC_SHA256, owner.expose_secret().as_bytes());
    hex(hmac::sign(&key, format!("wardlight role {role}").as_bytes()).as_ref()).into()
}

/// What PostgreSQL stores of a password (RFC 5803), made here so that the password itself never travels in a statement, where the
/// server's log could keep it. 4,096 rounds, as PostgreSQL does: our passwords have 256 bits, more rounds would add nothing.
pub(super) fn scram_verifier(password: &SecretString) -> Result<String> {
    let mut salt = [0; 16];
    rand::fill(&mut salt).map_err(|_| DatabaseError::Internal("the random source failed"))?;
    Ok(scram_verifier_with(password.expose_secret(), &salt))
}

fn scram_verifier_with(password: &str, salt: &[u8]) -> String {
    const ROUNDS: NonZeroU32 = NonZeroU32::MIN.saturating_add(4_095);
    let mut salted = [0; 32];
    pbkdf2::derive(
        pbkdf2::PBKDF2_HMAC_SHA256,
        ROUNDS,
        salt,
        password.as_bytes(),
        &mut salted,
    );
    let key = hmac::Key::new(hmac::HMAC_SHA256, &salted);
    let stored = digest::digest(&digest::SHA256, hmac::sign(&key, b"Client Key").as_ref());
    let server = hmac::sign(&key, b"Server Key");
    format!(
        "SCRAM-SHA-256${ROUNDS}:{}${}:{}",
        base64(salt),
        base64(stored.as_ref()),
        base64(server.as_ref())
    )
}

/// A short name for a path that may be long: the first 64 bits of its SHA-256, in hex.
pub(super) fn short_hash(text: &[u8]) -> String {
    hex(digest::digest(&digest::SHA256, text)
        .as_ref()
        .get(..8)
        .unwrap_or_default())
}

fn hex(bytes: &[u8]) -> String {
    bytes
        .iter()
        .fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
            // Writing to a String does not fail.
            write!(text, "{byte:02x}").unwrap_or_default();
            text
        })
}

/// RFC 4648 with padding.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let letter = |bits: u32| char::from(LETTERS[(bits & 63) as usize]);
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let bits = three.iter().fold(0, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - three.len()));
        text.push(letter(bits >> 18));
        text.push(letter(bits >> 12));
        text.push(if three.len() > 1 { letter(bits >> 6) } else { '=' });
        text.push(if three.len() > 2 { letter(bits) } else { '=' });
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_pads_as_the_examples_of_rfc_4648() {
        for (plain, coded) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(base64(plain.as_bytes()), coded);
        }
    }

    /// User "user", password "pencil": the keys of the example exchange in RFC 7677.
    #[test]
    fn the_verifier_holds_the_keys_of_rfc_7677() {
        let salt = [
            0x5b, 0x6d, 0x99, 0x68, 0x9d, 0x12, 0x35, 0x8e, 0xec, 0xa0, 0x4b, 0x14, 0x12, 0x36, 0xfa, 0x81,
        ];
        assert_eq!(
            scram_verifier_with("pencil", &salt),
            "SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ==$WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=:wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU="
        );
    }

    #[test]
    fn each_role_has_a_password_of_its_own() {
        let owner = SecretString::from("owner");
        let app = derive(&owner, "wardlight_app");
        assert_eq!(app.expose_secret().len(), 64);
        assert_ne!(app.expose_secret(), derive(&owner, "wardlight_ingest").expose_secret());
        assert_ne!(
            app.expose_secret(),
            derive(&SecretString::from("other"), "wardlight_app").expose_secret()
        );
    }
}
