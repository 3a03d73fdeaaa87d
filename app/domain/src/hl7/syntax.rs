//! Segments, fields, repetitions, components, escapes (HL7 v2.5.1 chapter 2). A message is borrowed text that is split where somebody looks.

use super::answer::{Code, Fault};

/// Segments of one message, at most.
const MOST_SEGMENTS: usize = 10_000;

/// The signs that separate, as MSH-1 and MSH-2 say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Signs {
    field: char,
    component: char,
    repetition: char,
    escape: char,
    sub: char,
}

impl Signs {
    /// The signs with which we write.
    pub(super) const USUAL: Self = Self {
        field: '|',
        component: '^',
        repetition: '~',
        escape: '\\',
        sub: '&',
    };

    /// Of a header's first eight or nine signs.
    fn read(header: &str) -> Option<Self> {
        let mut signs = header.chars().skip(3);
        let signs = Self {
            field: signs.next()?,
            component: signs.next()?,
            repetition: signs.next()?,
            escape: signs.next()?,
            sub: signs.next()?,
        };
        let all = [signs.field, signs.component, signs.repetition, signs.escape, signs.sub];
        let fit = all.iter().all(|sign| sign.is_ascii_punctuation());
        let differ = all
            .iter()
            .enumerate()
            .all(|(place, sign)| !all.iter().skip(place + 1).any(|other| other == sign));
        (fit && differ).then_some(signs)
    }

    /// The letter of an escape for one of the signs (`\F\` is the field separator).
    fn of_letter(self, letter: &str) -> Option<char> {
        Some(match letter {
            "F" => self.field,
            "S" => self.component,
            "T" => self.sub,
            "R" => self.repetition,
            "E" => self.escape,
            "P" => '#',
            _ => return None,
        })
    }
}

/// One message.
#[derive(Clone, Debug)]
pub struct Message<'t> {
    signs: Signs,
    segments: Vec<&'t str>,
}

/// One segment of a message.
#[derive(Clone, Copy, Debug)]
pub struct Segment<'t> {
    signs: Signs,
    text: &'t str,
}

/// The messages of a text: one, or those of a batch (its FHS, BHS, BTS and FTS say nothing that we ask for). A carriage return ends a segment; line feeds, which some
/// senders write, are taken for one.
///
/// # Errors
/// A fault for a text that begins with no header, or has too many segments.
pub fn messages(text: &str) -> Result<Vec<Message<'_>>, Fault> {
    let mut found: Vec<Message<'_>> = Vec::new();
    let lines = text
        .split(['\r', '\n'])
        .map(|line| line.trim_start_matches(['\u{feff}', ' ']));
    for (count, line) in lines.filter(|line| !line.trim().is_empty()).enumerate() {
        if count >= MOST_SEGMENTS {
            return Err(Fault::error(
                Code::Sequence,
                "MSH",
                0,
                "The message has too many segments. Send it in parts.",
            ));
        }
        if ["FHS", "BHS", "BTS", "FTS"].iter().any(|name| line.starts_with(name)) {
            continue;
        }
        if line.starts_with("MSH") {
            let signs = Signs::read(line).ok_or_else(|| {
                Fault::error(
                    Code::Required,
                    "MSH",
                    2,
                    "The header names no separators, such as MSH|^~\\&|.",
                )
            })?;
            found.push(Message {
                signs,
                segments: vec![line],
            });
        } else {
            let open = found.last_mut().ok_or_else(no_header)?;
            open.segments.push(line);
        }
    }
    if found.is_empty() { Err(no_header()) } else { Ok(found) }
}

fn no_header() -> Fault {
    Fault::error(Code::Sequence, "MSH", 0, "A message begins with its header, MSH.")
}

impl<'t> Message<'t> {
    /// The header.
    pub fn header(&self) -> Segment<'t> {
        Segment {
            signs: self.signs,
            text: self.segments.first().copied().unwrap_or_default(),
        }
    }

    /// The message as it may be kept: what stands in its field for secrets (MSH-8) is left out.
    pub fn kept(&self) -> String {
        let field = self.signs.field;
        let mut kept = String::new();
        for (place, segment) in self.segments.iter().enumerate() {
            if place == 0 {
                let mut parts: Vec<&str> = segment.split(field).collect();
                if let Some(secret) = parts.get_mut(7) {
                    *secret = "";
                }
                kept.push_str(&parts.join(field.encode_utf8(&mut [0; 4])));
            } else {
                kept.push('\r');
                kept.push_str(segment);
            }
        }
        kept
    }

    /// The segments as they may be shown to whoever connects machines: the header, orders and observations; of the others, which may be about people, the name alone.
    pub fn without_people(&self) -> Vec<String> {
        let field = self.signs.field;
        let shown = self.segments().map(|segment| match segment.name() {
            "MSH" | "OBX" | "PRT" | "MSA" | "ERR" => segment.text.to_owned(),
            // What follows the time of an order names who ordered.
            "OBR" => segment
                .text
                .split(field)
                .take(9)
                .collect::<Vec<_>>()
                .join(field.encode_utf8(&mut [0; 4])),
            name => format!("{name}{field}…"),
        });
        shown
            .map(|line| line.chars().filter(|sign| !sign.is_control()).collect())
            .collect()
    }

    /// Every segment, in order.
    pub fn segments(&self) -> impl Iterator<Item = Segment<'t>> {
        let signs = self.signs;
        self.segments.iter().map(move |text| Segment { signs, text })
    }
}

impl<'t> Segment<'t> {
    /// The signs that separate here.
    pub(super) fn signs(&self) -> Signs {
        self.signs
    }

    /// Its name: `OBX`.
    pub fn name(&self) -> &'t str {
        self.text.split(self.signs.field).next().unwrap_or_default().trim()
    }

    /// A field as it stands there; empty when it is not. Fields count from 1; in a header the separator itself is the first.
    pub fn field(&self, number: usize) -> &'t str {
        let shift = usize::from(self.text.starts_with("MSH"));
        match (number, shift) {
            (0, _) => "",
            (1, 1) => self.text.get(3..4).unwrap_or_default(),
            _ => self
                .text
                .split(self.signs.field)
                .nth(number - shift)
                .unwrap_or_default(),
        }
    }

    /// The repetitions of a field.
    pub fn repetitions(&self, number: usize) -> impl Iterator<Item = &'t str> {
        self.field(number).split(self.signs.repetition)
    }

    /// A component of the first repetition of a field, without escapes. Components count from 1.
    pub fn part(&self, number: usize, component: usize) -> String {
        let first = self.repetitions(number).next().unwrap_or_default();
        self.component(first, component)
    }

    /// A component of one repetition, without escapes: its first subcomponent.
    pub fn component(&self, repetition: &str, component: usize) -> String {
        let part = repetition
            .split(self.signs.component)
            .nth(component.saturating_sub(1))
            .unwrap_or_default();
        let first = part.split(self.signs.sub).next().unwrap_or_default();
        self.plain(first)
    }

    /// A text without escapes, and without signs that cannot be seen. What is between two escape signs and is no escape of ours is left out.
    pub fn plain(&self, text: &str) -> String {
        let escape = self.signs.escape;
        let mut plain = String::with_capacity(text.len());
        let mut rest = text;
        while let Some((before, after)) = rest.split_once(escape) {
            plain.push_str(before);
            let Some((code, after)) = after.split_once(escape) else {
                // An escape that does not end is a sign like others.
                plain.push(escape);
                rest = after;
                break;
            };
            match self.signs.of_letter(code) {
                Some(sign) => plain.push(sign),
                None => plain.push_str(&other(code)),
            }
            rest = after;
        }
        plain.push_str(rest);
        plain.retain(|sign| !sign.is_control());
        plain.trim().to_owned()
    }
}

/// What the other escapes stand for: bytes in hexadecimal (`\X0D\`), the end of a line (`\.br\`); highlighting and the like stand for nothing.
fn other(code: &str) -> String {
    if code.starts_with(".br") || code.starts_with(".sp") {
        return " ".to_owned();
    }
    let Some(digits) = code.strip_prefix('X') else {
        return String::new();
    };
    let digits: Vec<u8> = digits
        .chars()
        .map_while(|digit| digit.to_digit(16))
        .map(|digit| digit as u8)
        .collect();
    let bytes: Vec<u8> = digits
        .chunks_exact(2)
        .map(|pair| pair.iter().fold(0, |byte, digit| byte << 4 | digit))
        .collect();
    String::from_utf8_lossy(&bytes).into_owned()
}

/// A text as it may stand in a field that we write.
pub(super) fn escaped(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '|' => written.push_str("\\F\\"),
            '^' => written.push_str("\\S\\"),
            '&' => written.push_str("\\T\\"),
            '~' => written.push_str("\\R\\"),
            '\\' => written.push_str("\\E\\"),
            sign if sign.is_control() => {}
            sign => written.push(sign),
        }
    }
    written
}
