//! An authenticator app: RFC 6238 with SHA-1, six digits and steps of 30 seconds, written apart from the server's own.

use aws_lc_rs::hmac::{HMAC_SHA1_FOR_LEGACY_USE_ONLY, Key, sign};

/// The app's key as it was typed from the page.
pub struct App(Vec<u8>);

impl App {
    /// From base 32, in groups or not.
    pub fn of(typed: &str) -> Self {
        let (mut bits, mut held, mut bytes) = (0_u32, 0, Vec::new());
        for sign in typed.bytes().filter(|sign| *sign != b' ') {
            let value = match sign {
                b'A'..=b'Z' => sign - b'A',
                b'2'..=b'7' => sign - b'2' + 26,
                other => panic!("{other} is not base 32"),
            };
            (bits, held) = (bits << 5 | u32::from(value), held + 5);
            if held >= 8 {
                held -= 8;
                bytes.push((bits >> held) as u8);
            }
        }
        Self(bytes)
    }

    /// The code at this second since 1970.
    pub fn code(&self, seconds: i64) -> String {
        let key = Key::new(HMAC_SHA1_FOR_LEGACY_USE_ONLY, &self.0);
        let tag = sign(&key, &(seconds as u64 / 30).to_be_bytes());
        let tag = tag.as_ref();
        let at = usize::from(tag[19] & 15);
        let number = u32::from_be_bytes([tag[at], tag[at + 1], tag[at + 2], tag[at + 3]]) & 0x7fff_ffff;
        format!("{:06}", number % 1_000_000)
    }
}
