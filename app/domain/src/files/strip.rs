//! What a telephone wrote into a picture (where it was taken, when, with what) is taken out before it is kept. The picture itself is copied byte for byte and never decoded.
//!
//! Only parts stay that are needed to show it: everything else goes, also what nobody here has heard of. Which way up it is held stays, alone in an Exif of 26 bytes. What is not built
//! as its sort says is kept from there on as it is: a picture is refused for nothing here. A PDF is not touched.
//!
//! # Adding a sort
//! A file is a row of parts: copy those on a list of what stays, and say the new function in [`strip`]. The tests below try it with any bytes.

use super::Sort;

/// The same file without what tells of where, when and with what it was taken.
pub fn strip(sort: Sort, bytes: Vec<u8>) -> Vec<u8> {
    match sort {
        Sort::Jpeg => jpeg(&bytes),
        Sort::Png => png(&bytes),
        Sort::Webp => webp(&bytes),
        Sort::Pdf => bytes,
    }
}

fn big(bytes: &[u8], at: usize, length: usize) -> Option<usize> {
    let found = bytes.get(at..at.checked_add(length)?)?;
    Some(found.iter().fold(0, |sum, byte| (sum << 8) | usize::from(*byte)))
}

fn little(bytes: &[u8], at: usize, length: usize) -> Option<usize> {
    let found = bytes.get(at..at.checked_add(length)?)?;
    Some(found.iter().rev().fold(0, |sum, byte| (sum << 8) | usize::from(*byte)))
}

const EXIF: &[u8] = b"Exif\0\0";

/// Which way up, 2 to 8 (CIPA DC-008 (Exif 2.32), section 4.6.4, tag 0x0112); none for a picture that is upright or does not say.
fn orientation(tiff: &[u8]) -> Option<u8> {
    let read = match tiff.get(..4)? {
        b"II\x2a\0" => little,
        b"MM\0\x2a" => big,
        _ => return None,
    };
    let first = read(tiff, 4, 4)?;
    let count = read(tiff, first, 2)?;
    let entry = (0..count)
        .map_while(|n| first.checked_add(2 + 12 * n))
        .take_while(|at| at.checked_add(12).is_some_and(|end| end <= tiff.len()))
        .find(|at| read(tiff, *at, 2) == Some(0x0112))?;
    let value = read(tiff, entry.checked_add(8)?, 2)?;
    u8::try_from(value).ok().filter(|value| (2..=8).contains(value))
}

/// An Exif that says which way up, and nothing else: one entry of the sort SHORT.
const fn upright(orientation: u8) -> [u8; 26] {
    [
        b'M',
        b'M',
        0,
        42,
        0,
        0,
        0,
        8,
        0,
        1,
        0x01,
        0x12,
        0,
        3,
        0,
        0,
        0,
        1,
        0,
        orientation,
        0,
        0,
        0,
        0,
        0,
        0,
    ]
}

/// Segments of ITU-T T.81, annex B. What follows the end of the picture goes too: telephones put films and second pictures there, with places of their own.
fn jpeg(bytes: &[u8]) -> Vec<u8> {
    let mut kept = Vec::with_capacity(bytes.len());
    let mut held = None;
    let mut at = 2;
    let mut has_scan = false;
    loop {
        match segment(bytes, at) {
            Some((0xd9, _)) => {
                kept.extend([0xff, 0xd9]);
                break;
            }
            Some((marker, range)) => {
                let end = range.end;
                let data = bytes.get(range).unwrap_or_default();
                // The length is the first two bytes of a segment.
                let content = data.get(2..).unwrap_or_default();
                if let (0xe1, None, Some(tiff)) = (marker, held, content.strip_prefix(EXIF)) {
                    held = orientation(tiff);
                }
                if stays(marker, content) {
                    kept.extend([0xff, marker]);
                    kept.extend(data);
                }
                at = end;
                has_scan |= marker == 0xda;
                if marker == 0xda {
                    let scan = scan_end(bytes, at);
                    kept.extend(bytes.get(at..scan).unwrap_or_default());
                    at = scan;
                }
            }
            None => {
                // Between two segments of a picture that has begun: data of a scan, as a viewer reads it.
                let end = if has_scan { scan_end(bytes, at) } else { at };
                let is_over = end == at;
                let end = if is_over { bytes.len() } else { end };
                kept.extend(bytes.get(at..end).unwrap_or_default());
                at = end;
                if is_over {
                    break;
                }
            }
        }
    }
    let mut picture = vec![0xff, 0xd8];
    if let Some(held) = held {
        // Two bytes of length, six of the name, the Exif.
        picture.extend([0xff, 0xe1, 0, 34]);
        picture.extend(EXIF);
        picture.extend(upright(held));
    }
    picture.extend(kept);
    picture
}

/// The marker at a place and where its segment stands, its length counted in; none where there is no marker.
fn segment(bytes: &[u8], at: usize) -> Option<(u8, std::ops::Range<usize>)> {
    let fill = bytes.get(at..)?.iter().take_while(|byte| **byte == 0xff).count();
    let after = at.checked_add(fill)?;
    let marker = bytes.get(after).copied().filter(|marker| fill > 0 && *marker != 0)?;
    let start = after + 1;
    let length = match marker {
        // These stand alone.
        0x01 | 0xd0..=0xd9 => 0,
        _ => big(bytes, start, 2).filter(|length| *length >= 2)?,
    };
    let end = start.checked_add(length).filter(|end| *end <= bytes.len())?;
    Some((marker, start..end))
}

/// Of what programs add only how colours are meant stays (JFIF, ICC, Adobe).
fn stays(marker: u8, content: &[u8]) -> bool {
    match marker {
        0xe0 => content.starts_with(b"JFIF\0"),
        0xe2 => content.starts_with(b"ICC_PROFILE\0"),
        0xee => content.starts_with(b"Adobe"),
        0xe1 | 0xe3..=0xed | 0xef | 0xfe => false,
        _ => true,
    }
}

/// Where the data of a scan ends: at a marker that is neither a stuffed zero nor a restart.
fn scan_end(bytes: &[u8], from: usize) -> usize {
    let rest = bytes.get(from..).unwrap_or_default();
    rest.windows(2)
        .position(|pair| matches!(pair, [0xff, next] if !matches!(next, 0 | 0xd0..=0xd7)))
        .map_or(bytes.len(), |found| from + found)
}

/// Chunks of PNG (W3C, third edition, section 11) that stay beside the critical ones: colours, sizes, moving pictures.
const PNG_STAYS: [&[u8]; 16] = [
    b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"cICP", b"mDCV", b"cLLI", b"bKGD", b"hIST", b"pHYs",
    b"sPLT", b"acTL", b"fcTL", b"fdAT",
];

fn png(bytes: &[u8]) -> Vec<u8> {
    let mut at = 8;
    let mut kept: Vec<&[u8]> = Vec::new();
    let mut held = None;
    loop {
        let Some((name, whole)) = png_chunk(bytes, at) else {
            kept.push(bytes.get(at..).unwrap_or_default());
            break;
        };
        at += whole.len();
        if name == b"eXIf" && held.is_none() {
            held = whole.get(8..whole.len() - 4).and_then(orientation);
        }
        if name.first().is_some_and(u8::is_ascii_uppercase) || PNG_STAYS.contains(&name) {
            kept.push(whole);
        }
        if name == b"IEND" {
            break;
        }
    }
    let mut picture = bytes.get(..8).unwrap_or(bytes).to_vec();
    for (n, part) in kept.into_iter().enumerate() {
        picture.extend(part);
        // Behind the first chunk, which says the size; a file without chunks gets none.
        if let (0, Some(held)) = (n, held)
            && png_chunk(part, 0).is_some()
        {
            let mut chunk = b"eXIf".to_vec();
            chunk.extend(upright(held));
            let sum = crc(&chunk);
            picture.extend([0, 0, 0, 26]);
            picture.extend(chunk);
            picture.extend(sum.to_be_bytes());
        }
    }
    picture
}

/// The chunk at a place: its name, and all of it. None where there is none.
fn png_chunk(bytes: &[u8], at: usize) -> Option<(&[u8], &[u8])> {
    let length = big(bytes, at, 4)?;
    let name = bytes.get(at.checked_add(4)?..at.checked_add(8)?)?;
    let whole = bytes.get(at..at.checked_add(length)?.checked_add(12)?)?;
    name.iter().all(u8::is_ascii_alphabetic).then_some((name, whole))
}

/// The sum of a chunk (W3C, Portable Network Graphics, section 5.5), of its name and what stands in it.
pub fn crc(bytes: &[u8]) -> u32 {
    let sum = bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
            (sum >> 1) ^ if sum & 1 == 1 { 0xedb8_8320 } else { 0 }
        })
    });
    !sum
}

/// Chunks of WebP (RFC 9649, section 2.7) that stay.
const WEBP_STAYS: [&[u8]; 7] = [b"VP8X", b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF", b"ICCP"];
/// In the first byte of `VP8X`: an Exif follows.
const SAYS_EXIF: u8 = 0x08;
/// The same of XMP.
const SAYS_XMP: u8 = 0x04;

fn webp(bytes: &[u8]) -> Vec<u8> {
    let said = little(bytes, 4, 4)
        .and_then(|size| size.checked_add(8))
        .unwrap_or(bytes.len());
    let bytes = bytes
        .get(..said.clamp(12.min(bytes.len()), bytes.len()))
        .unwrap_or(bytes);
    let mut picture = bytes.get(..12).unwrap_or(bytes).to_vec();
    let (mut at, mut held, mut flags) = (12, None, None);
    while at < bytes.len() {
        let length = little(bytes, at + 4, 4);
        let data = length.and_then(|length| bytes.get(at + 8..(at + 8).checked_add(length)?));
        let (Some(name), Some(data)) = (bytes.get(at..at + 4), data) else {
            picture.extend(bytes.get(at..).unwrap_or_default());
            held = None;
            break;
        };
        if name == b"EXIF" && held.is_none() {
            held = orientation(data.strip_prefix(EXIF).unwrap_or(data));
        }
        if WEBP_STAYS.contains(&name) {
            if name == b"VP8X" && flags.is_none() && !data.is_empty() {
                flags = Some(picture.len() + 8);
            }
            picture.extend(bytes.get(at..at + 8).unwrap_or_default());
            picture.extend(data);
            // Each chunk begins at an even place.
            picture.extend(std::iter::repeat_n(0, data.len() % 2));
        }
        at += 8 + data.len() + data.len() % 2;
    }
    if let Some(byte) = flags.and_then(|at| picture.get_mut(at)) {
        *byte &= !(SAYS_EXIF | SAYS_XMP);
        if let Some(held) = held {
            *byte |= SAYS_EXIF;
            picture.extend(b"EXIF\x1a\0\0\0");
            picture.extend(upright(held));
        }
    }
    let size = u32::try_from(picture.len().saturating_sub(8)).unwrap_or(u32::MAX);
    if let Some(place) = picture.get_mut(4..8) {
        place.copy_from_slice(&size.to_le_bytes());
    }
    picture
}

#[cfg(test)]
mod tests;
