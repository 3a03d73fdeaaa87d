//! Files that people attach: which sorts are taken, how large, and what one is called. What a file is says its beginning, never its name or what a browser says of it.
//!
//! # Adding a sort
//! A variant with its beginning, its word in the rules `…_sort_known` (a migration). Nothing that a browser runs: no SVG, no HTML, no office document.

pub mod strip;

use crate::invalid::{Invalid, is_printable};

/// The largest file, in bytes: a photograph of a telephone fits.
pub const MOST_BYTES: usize = 5 * 1024 * 1024;
/// The longest name, in characters.
pub const LONGEST_NAME: usize = 120;

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// A picture as PNG (W3C, Portable Network Graphics, section 5.2: its first eight bytes).
    Png,
    /// A picture as JPEG (ITU-T T.81, annex B: it begins with the marker SOI and another one).
    Jpeg,
    /// A picture as WebP (RFC 9649, section 2.4: a RIFF of that name).
    Webp,
    /// A document as PDF (ISO 32000-1, section 7.5.2: its first line).
    Pdf,
}

impl Sort {
    /// Every one.
    pub const ALL: [Self; 4] = [Self::Png, Self::Jpeg, Self::Webp, Self::Pdf];

    /// What these bytes are; none for what is not taken.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        match bytes {
            [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, ..] => Some(Self::Png),
            [0xff, 0xd8, 0xff, ..] => Some(Self::Jpeg),
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(Self::Webp),
            [b'%', b'P', b'D', b'F', b'-', ..] => Some(Self::Pdf),
            _ => None,
        }
    }

    /// The word in the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Jpeg => "jpeg",
            Self::Webp => "webp",
            Self::Pdf => "pdf",
        }
    }

    /// The one of that word.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }

    /// Its media type.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Webp => "image/webp",
            Self::Pdf => "application/pdf",
        }
    }

    /// Whether a page shows it itself.
    pub const fn is_picture(self) -> bool {
        !matches!(self, Self::Pdf)
    }

    /// The ends of names that say it, the usual one first.
    const fn ends(self) -> &'static [&'static str] {
        match self {
            Self::Png => &[".png"],
            Self::Jpeg => &[".jpg", ".jpeg"],
            Self::Webp => &[".webp"],
            Self::Pdf => &[".pdf"],
        }
    }
}

/// A file that was read at the door.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attached {
    /// What it is called.
    pub name: String,
    /// What it is.
    pub sort: Sort,
    /// What stands in it.
    pub bytes: Vec<u8>,
}

/// What is known of a file without opening it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// What it is called; none where the key was destroyed.
    pub name: Option<String>,
    /// What it is.
    pub sort: Sort,
    /// How large, in bytes.
    pub bytes: i64,
}

impl Attached {
    /// Reads one, as it came in the field `field`. Of its name stays what can be seen and leads nowhere, with the end that says what it is; of a picture what is needed to show it
    /// ([`strip`]).
    ///
    /// # Errors
    /// A sentence for a file that is empty, too large, or of no sort that is taken.
    pub fn read(field: &str, name: &str, bytes: Vec<u8>) -> Result<Self, Invalid> {
        if bytes.is_empty() {
            return Err(Invalid::new(field, "Choose a file first."));
        }
        if bytes.len() > MOST_BYTES {
            return Err(too_large(field));
        }
        let sort = Sort::of(&bytes).ok_or_else(|| {
            Invalid::new(
                field,
                "Choose a picture (PNG, JPEG, WebP) or a PDF. Nothing else is taken.",
            )
        })?;
        let bytes = strip::strip(sort, bytes);
        if bytes.len() > MOST_BYTES {
            return Err(too_large(field));
        }
        Ok(Self {
            name: called(name, sort),
            sort,
            bytes,
        })
    }
}

/// What is said of a file that is too large, also where nobody read it to its end.
pub fn too_large(field: &str) -> Invalid {
    Invalid::new(field, "This file is too large. Choose one of at most 5 MB.")
}

fn called(name: &str, sort: Sort) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let seen: String = last
        .chars()
        .filter(|sign| is_printable(sign.encode_utf8(&mut [0; 4])))
        .collect();
    let seen = seen.split_whitespace().collect::<Vec<_>>().join(" ");
    let usual = sort.ends().first().copied().unwrap_or_default();
    let end = sort
        .ends()
        .iter()
        .copied()
        .find(|end| seen.to_lowercase().ends_with(end))
        .unwrap_or("");
    let most = LONGEST_NAME - usual.len().max(end.len());
    let stem: String = seen
        .get(..seen.len() - end.len())
        .unwrap_or(&seen)
        .trim_matches(['.', ' '])
        .chars()
        .take(most)
        .collect();
    let stem = if stem.is_empty() { "file".to_owned() } else { stem };
    format!("{stem}{}", if end.is_empty() { usual } else { end })
}

#[cfg(test)]
mod tests {
    use super::*;

    const PNG: &[u8] = b"\x89PNG\r\n\x1a\n....";

    #[test]
    fn a_file_is_what_it_begins_with_whatever_it_is_called() {
        let read = |name: &str, bytes: &[u8]| Attached::read("file", name, bytes.to_vec());
        assert_eq!(read("wound.pdf", PNG).unwrap().sort, Sort::Png);
        assert_eq!(read("a", b"\xff\xd8\xff\xe0").unwrap().sort, Sort::Jpeg);
        assert_eq!(read("a", b"RIFF....WEBPVP8 ").unwrap().sort, Sort::Webp);
        assert_eq!(read("a", b"%PDF-1.7").unwrap().sort, Sort::Pdf);
        for wrong in [
            &b"<svg xmlns"[..],
            b"<html>",
            b"GIF89a",
            b"PK\x03\x04",
            b"MZ",
            b"RIFF....WAVE",
        ] {
            assert!(read("picture.png", wrong).is_err(), "{wrong:?}");
        }
        assert_eq!(read("a", b"").unwrap_err().reason, "Choose a file first.");
    }

    #[test]
    fn a_file_of_five_megabytes_is_taken_and_no_larger_one() {
        let of = |length: usize| {
            let mut bytes = PNG.to_vec();
            bytes.resize(length, 0);
            Attached::read("file", "a.png", bytes)
        };
        assert!(of(MOST_BYTES).is_ok());
        assert_eq!(of(MOST_BYTES + 1).unwrap_err(), too_large("file"));
    }

    #[test]
    fn a_name_leads_nowhere_and_ends_in_what_it_is() {
        for (typed, name) in [
            ("fistula.PNG", "fistula.png"),
            ("../../etc/passwd", "passwd.png"),
            (r"C:\photos\my arm.png", "my arm.png"),
            ("arm.exe", "arm.exe.png"),
            ("a\u{202e}gnp.exe", "agnp.exe.png"),
            ("", "file.png"),
            (".png", "file.png"),
            ("صورة.png", "صورة.png"),
        ] {
            assert_eq!(called(typed, Sort::Png), name, "{typed:?}");
        }
        assert_eq!(called("b.jpeg", Sort::Jpeg), "b.jpeg");
        let long = called(&"é".repeat(400), Sort::Pdf);
        assert!(long.chars().count() <= LONGEST_NAME && long.ends_with(".pdf"));
    }

    #[test]
    fn each_sort_is_found_by_its_word() {
        for sort in Sort::ALL {
            assert_eq!(Sort::parse(sort.name()), Some(sort));
        }
        assert_eq!(Sort::parse("svg"), None);
    }
}
