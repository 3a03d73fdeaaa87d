//! Bytes → text, by what MSH-18 says (HL7 table 0211).

use super::answer::{Code, Fault};

/// Bytes that may stand before MSH-18 is found: a header is short.
const HEAD: usize = 2_048;

/// The text of a message, by the character set that its header names. Without one it is read as UTF-8, of which ASCII is a part.
///
/// # Errors
/// A fault at MSH-18 for a set that we do not read, and for bytes that are not what it says.
pub fn text(bytes: &[u8]) -> Result<String, Fault> {
    // A byte-order mark says what the header says as well.
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let fault = |says: &str| Fault::error(Code::TableValue, "MSH", 18, says);
    match named(bytes).as_str() {
        "" | "ASCII" | "UNICODE UTF-8" | "UTF-8" | "UTF8" | "UNICODE" => String::from_utf8(bytes.to_vec())
            .map_err(|_| fault("The message is not UTF-8. Name its character set in MSH-18, or send UTF-8.")),
        // ISO 8859-1: each byte is the character of the same number.
        "8859/1" | "ISO-8859-1" | "ISO8859-1" => Ok(bytes.iter().map(|byte| char::from(*byte)).collect()),
        _ if bytes.is_ascii() => String::from_utf8(bytes.to_vec()).map_err(|_| fault("The message cannot be read.")),
        _ => Err(fault(
            "This character set is not read here. Send UNICODE UTF-8, ASCII or 8859/1.",
        )),
    }
}

/// MSH-18, first repetition, in capitals; empty when it is not there.
fn named(bytes: &[u8]) -> String {
    let head: Vec<u8> = bytes
        .iter()
        .take(HEAD)
        .copied()
        .take_while(|byte| !matches!(byte, b'\r' | b'\n'))
        .collect();
    let Some(separator) = head.get(3).copied() else {
        return String::new();
    };
    // MSH-1 is the separator itself, so MSH-18 is the eighteenth part.
    let field = head.split(|byte| *byte == separator).nth(17).unwrap_or_default();
    let repetition = head.get(5).copied().unwrap_or(b'~');
    let first = field.split(|byte| *byte == repetition).next().unwrap_or_default();
    String::from_utf8_lossy(first).trim().to_ascii_uppercase()
}
