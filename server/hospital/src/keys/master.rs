//! [`MasterKey`]: the key that wraps all others, in one or several versions; the highest wraps, all unwrap.

use std::collections::BTreeMap;
use std::fmt;

use secrecy::{ExposeSecret, SecretString};
use zeroize::Zeroizing;

use super::cipher::Secret;
use super::error::KeyError;

/// The master key of tests. It stands in the source for everybody to read, so whoever serves with it serves with no key.
pub(super) const OF_TESTS: [u8; 32] = [
    0x9d, 0x61, 0xb1, 0x9d, 0xef, 0xfd, 0x5a, 0x60, 0xba, 0x84, 0x4a, 0xf4, 0x92, 0xec, 0x2c, 0xc4, 0x44, 0x49, 0xc5,
    0x69, 0x7b, 0x32, 0x69, 0x19, 0x70, 0x3b, 0xac, 0x03, 0x1c, 0xae, 0x7f, 0x60,
];

/// The key that wraps all others: versions of 256 bits, told apart by their number.
pub struct MasterKey {
    versions: BTreeMap<u32, Secret>,
}

impl MasterKey {
    /// One version, number 1.
    pub fn single(bits: [u8; 32]) -> Self {
        Self {
            versions: BTreeMap::from([(1, Secret::new(bits))]),
        }
    }

    /// Reads lines such as `2:<base64 or hex of 32 bytes>`. Empty lines and those that begin with `#` do not count; a line without a number is
    /// version 1. Commas may stand for line ends.
    ///
    /// # Errors
    /// A sentence for a line that is no key, a version that stands twice, or no key at all. It never repeats the key.
    pub fn parse(text: &SecretString) -> Result<Self, KeyError> {
        let lines = text.expose_secret().split(['\n', ',']).map(str::trim);
        let mut versions = BTreeMap::new();
        for line in lines.filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let (version, bits) = read_line(line).ok_or(KeyError::NoKey)?;
            if versions.insert(version, bits).is_some() {
                return Err(KeyError::Twice(version));
            }
        }
        match versions.is_empty() {
            true => Err(KeyError::Empty),
            false => Ok(Self { versions }),
        }
    }

    /// The version that wraps.
    pub fn current(&self) -> u32 {
        self.versions.last_key_value().map_or(0, |(version, _)| *version)
    }

    /// Every version, oldest first.
    pub fn versions(&self) -> impl Iterator<Item = u32> {
        self.versions.keys().copied()
    }

    /// Whether both hold the same bits in some version.
    pub fn shares_a_version_with(&self, other: &Self) -> bool {
        // The comparison tells by its time at most how alike two keys are to somebody who chose both of them.
        self.versions
            .values()
            .any(|bits| other.versions.values().any(|it| it == bits))
    }

    /// Refuses bits that nobody drew at random: repeated bytes, typed text, keys of examples.
    ///
    /// # Errors
    /// [`KeyError::Weak`] with the version and what it looks like.
    pub fn check_strength(&self) -> Result<(), KeyError> {
        for (version, bits) in &self.versions {
            if let Some(what) = weakness(bits) {
                return Err(KeyError::Weak(*version, what));
            }
        }
        Ok(())
    }

    pub(super) fn bits(&self, version: u32) -> Option<&Secret> {
        self.versions.get(&version)
    }
}

impl fmt::Debug for MasterKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "MasterKey(versions {:?})", self.versions().collect::<Vec<_>>())
    }
}

/// What is wrong with these bits. Of keys drawn at random fewer than one in 10^13 is refused.
fn weakness(bits: &[u8; 32]) -> Option<&'static str> {
    let different = bits.iter().collect::<std::collections::BTreeSet<_>>().len();
    if different < 16 {
        Some("repeats a few bytes")
    } else if bits.iter().all(|byte| (b' '..=b'~').contains(byte)) {
        Some("is typed text")
    } else if bits.windows(2).all(|two| two[1] == two[0].wrapping_add(1)) {
        Some("counts up")
    } else if *bits == OF_TESTS {
        Some("is the key of the tests, which everybody can read")
    } else {
        None
    }
}

fn read_line(line: &str) -> Option<(u32, Secret)> {
    let (version, coded) = match line.split_once(':') {
        Some((version, coded)) => (version.trim().parse().ok().filter(|it| *it > 0)?, coded.trim()),
        None => (1, line),
    };
    let decoded = from_hex(coded).or_else(|| from_base64(coded))?;
    let bits: [u8; 32] = decoded.as_slice().try_into().ok()?;
    Some((version, Secret::new(bits)))
}

fn from_hex(text: &str) -> Option<Zeroizing<Vec<u8>>> {
    let mut bytes = Zeroizing::new(Vec::with_capacity(32));
    if text.len() != 64 {
        return None;
    }
    for two in text.as_bytes().chunks_exact(2) {
        let digit = |sign: u8| char::from(sign).to_digit(16).and_then(|it| u8::try_from(it).ok());
        bytes.push(digit(two[0])? << 4 | digit(two[1])?);
    }
    Some(bytes)
}

/// RFC 4648, standard or URL-safe letters, with or without padding.
fn from_base64(text: &str) -> Option<Zeroizing<Vec<u8>>> {
    let mut bytes = Zeroizing::new(Vec::with_capacity(text.len()));
    let (mut bits, mut count) = (0_u32, 0);
    for letter in text.trim_end_matches('=').bytes() {
        let value = match letter {
            b'A'..=b'Z' => letter - b'A',
            b'a'..=b'z' => letter - b'a' + 26,
            b'0'..=b'9' => letter - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            _ => return None,
        };
        bits = (bits << 6 | u32::from(value)) & 0xffff;
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count) as u8);
        }
    }
    Some(bytes)
}

/// As [`MasterKey::parse`] reads it.
pub(super) fn written(version: u32, bits: &[u8; 32]) -> Zeroizing<String> {
    let mut line = Zeroizing::new(String::with_capacity(80));
    line.push_str(&format!("{version}:"));
    for byte in bits {
        line.push_str(&format!("{byte:02x}"));
    }
    line.push('\n');
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<MasterKey, KeyError> {
        MasterKey::parse(&SecretString::from(text))
    }

    const HEX: &str = "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51";
    const BASE64: &str = "a8G+4i5An5bpPX4Rc5MXKq4tilceA6ycnrdvrEWvjlE=";

    #[test]
    fn one_key_is_read_in_each_of_its_spellings() {
        let bits = read(HEX).unwrap().bits(1).unwrap().clone();
        let url_safe = BASE64.replace('+', "-").replace('=', "");
        for text in [
            HEX.to_uppercase(),
            BASE64.to_owned(),
            url_safe,
            format!("# made in spring\n\n 1: {BASE64} \n"),
            written(1, &bits).to_string(),
        ] {
            assert_eq!(read(&text).unwrap().bits(1).unwrap(), &bits, "{text}");
        }
    }

    #[test]
    fn the_highest_version_wraps() {
        let other = HEX.replace('6', "7");
        for text in [format!("1:{HEX}\n10:{other}\n"), format!("10:{other},1:{BASE64}")] {
            let key = read(&text).unwrap();
            assert_eq!((key.current(), key.versions().collect::<Vec<_>>()), (10, vec![1, 10]));
        }
    }

    #[test]
    fn what_is_no_key_is_refused_and_not_repeated() {
        for text in [
            "",
            "# nothing",
            "secret",
            "0:AAAA",
            &HEX[1..],
            &format!("x:{HEX}"),
            &format!("{HEX}{HEX}"),
            &BASE64[1..],
        ] {
            let refusal = read(text).unwrap_err().to_string();
            assert!(text.is_empty() || !refusal.contains(text), "{refusal}");
        }
        assert!(matches!(read(&format!("{HEX}\n1:{HEX}")), Err(KeyError::Twice(1))));
        assert_eq!(format!("{:?}", read(HEX).unwrap()), "MasterKey(versions [1])");
    }

    #[test]
    fn bits_that_nobody_drew_are_weak() {
        let counting: [u8; 32] = std::array::from_fn(|place| place as u8);
        for bits in [[0; 32], *b"correct horse battery staple 123", counting, OF_TESTS] {
            assert!(MasterKey::single(bits).check_strength().is_err(), "{bits:?}");
        }
        assert!(read(HEX).unwrap().check_strength().is_ok());
    }
}
