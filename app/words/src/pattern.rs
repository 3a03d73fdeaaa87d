//! [`Said`]: a message before its language is known, and how a packed pattern becomes text.
//!
//! A packed pattern is its text; where something is put in stands [`PUT`] and the letter of the argument (`a` the first); where it depends on something stands [`CHOOSE`],
//! the letter, and for every variant [`VARIANT`], its name, [`THEN`] and its pattern, with [`END`] after the last. The name of the default begins with `*`.

use serde::{Deserialize, Serialize};

use crate::number::Number;
use crate::plurals;
use crate::table::{Direction, Words};

/// Before the letter of what is put in.
pub const PUT: char = '\u{1}';
/// Before the letter of what it depends on.
pub const CHOOSE: char = '\u{2}';
/// Before the name of a variant.
pub const VARIANT: char = '\u{3}';
/// Between the name of a variant and its pattern.
pub const THEN: char = '\u{4}';
/// After the last variant.
pub const END: char = '\u{5}';

/// A message, by its place in the files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Key(pub u16);

/// Something that a message takes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Arg {
    /// Text: a name, a place, words of another message.
    Text(String),
    /// A number.
    Number(Number),
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl<N: Into<Number>> From<N> for Arg {
    fn from(number: N) -> Self {
        Self::Number(number.into())
    }
}

/// A message and what it takes. It can be kept and sent; who reads it turns it into words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// Which message.
    pub key: Key,
    /// What it takes, in order.
    pub args: Vec<Arg>,
}

impl From<Key> for Said {
    fn from(key: Key) -> Self {
        Self { key, args: Vec::new() }
    }
}

/// Signs that stand for what is no text, such as a link or a time that moves ([`Arg::hole`]): private use, so no text has them.
const HOLES: char = '\u{F700}';

impl Arg {
    /// The place of the `n`th part that is no text; [`Words::cut`] cuts the sentence there.
    pub fn hole(n: u8) -> Self {
        Self::Text(char::from_u32(HOLES as u32 + u32::from(n)).into_iter().collect())
    }
}

/// A piece of a sentence with holes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Text.
    Text(String),
    /// The `n`th part that is no text.
    Hole(u8),
}

/// Cuts a sentence at its holes.
pub fn cut(sentence: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut text = String::new();
    for sign in sentence.chars() {
        match hole(sign) {
            Some(n) => {
                if !text.is_empty() {
                    pieces.push(Piece::Text(std::mem::take(&mut text)));
                }
                pieces.push(Piece::Hole(n));
            }
            None => text.push(sign),
        }
    }
    if !text.is_empty() {
        pieces.push(Piece::Text(text));
    }
    pieces
}

fn hole(sign: char) -> Option<u8> {
    u8::try_from((sign as u32).checked_sub(HOLES as u32)?).ok()
}

/// Whether letters of this sign are written from right to left: Hebrew, Arabic and their neighbours (blocks of Unicode 16).
const fn is_rtl(sign: char) -> bool {
    matches!(sign, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}' | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
}

/// Whether a text could turn a sentence of this direction around it: it has letters of the other one, or numbers within Arabic.
fn turns(text: &str, direction: Direction) -> bool {
    match direction {
        Direction::Ltr => text.contains(is_rtl),
        Direction::Rtl => text.contains(|sign: char| sign.is_alphanumeric() && !is_rtl(sign) && hole(sign).is_none()),
    }
}

/// Marks around what is put in, so that a name in one direction does not turn the sentence around it (Unicode isolates, as Fluent asks for).
const ISOLATE: [char; 2] = ['\u{2068}', '\u{2069}'];

/// Writes a packed pattern to `out`.
pub fn write(words: &Words, pattern: &str, args: &[Arg], out: &mut String) {
    let mut rest = pattern;
    while let Some(at) = rest.find([PUT, CHOOSE]) {
        out.push_str(&rest[..at]);
        let is_put = rest[at..].starts_with(PUT);
        rest = &rest[at + 1..];
        let arg = arg(rest, args);
        rest = &rest[1..];
        if is_put {
            put(words, arg, out);
            continue;
        }
        let inside = &rest[..end_of(rest)];
        rest = &rest[inside.len() + 1..];
        write(words, chosen(words, inside, arg), args, out);
    }
    out.push_str(rest);
}

/// The argument of a letter. The build has checked that every message gets what it takes; a table of another build may not: then nothing is put in.
fn arg<'a>(letter: &str, args: &'a [Arg]) -> Option<&'a Arg> {
    let place = letter.bytes().next()?.checked_sub(b'a')?;
    args.get(usize::from(place))
}

fn put(words: &Words, arg: Option<&Arg>, out: &mut String) {
    match arg {
        Some(Arg::Number(number)) => out.push_str(&number.write(words.decimal(), words.group())),
        Some(Arg::Text(text)) if !turns(text, words.direction()) => out.push_str(text),
        Some(Arg::Text(text)) => {
            out.push(ISOLATE[0]);
            out.push_str(text);
            out.push(ISOLATE[1]);
        }
        None => {}
    }
}

/// What stands in `sentence` where `pattern` puts something in, when the rest is the same word for word.
#[cfg(not(target_arch = "wasm32"))]
pub fn taken<'s>(pattern: &str, sentence: &'s str) -> Option<Vec<&'s str>> {
    let mut pieces = pattern.split(PUT);
    let mut rest = sentence.strip_prefix(pieces.next()?)?;
    // The letter before each piece names its argument; English names them in their order.
    let pieces: Vec<&str> = pieces.map(|piece| piece.get(1..)).collect::<Option<_>>()?;
    let mut taken = Vec::new();
    for (place, after) in pieces.iter().enumerate() {
        let is_last = place + 1 == pieces.len();
        let end = if is_last {
            rest.strip_suffix(after)?.len()
        } else {
            rest.find(after)?
        };
        taken.push(rest.get(..end).filter(|it| !it.is_empty())?);
        rest = &rest[end + after.len()..];
    }
    (!taken.is_empty()).then_some(taken)
}

/// Where the variants end that begin here: at the [`END`] that is not of a choice within.
fn end_of(variants: &str) -> usize {
    let mut depth = 0;
    for (at, sign) in variants.char_indices() {
        match sign {
            CHOOSE => depth += 1,
            END if depth == 0 => return at,
            END => depth -= 1,
            _ => {}
        }
    }
    variants.len()
}

/// The pattern of the variant for this argument: an exact number or word first, then the plural category, then the default.
fn chosen<'p>(words: &Words, variants: &'p str, arg: Option<&Arg>) -> &'p str {
    let (exact, category) = match arg {
        Some(Arg::Number(number)) => (
            number.write(".", ""),
            plurals::category(words.plurals(), number.counted()),
        ),
        Some(Arg::Text(text)) => (text.clone(), ""),
        None => (String::new(), ""),
    };
    let all = || Variants { rest: variants };
    let named = |wanted: &str| all().find(|(name, _)| name.trim_start_matches('*') == wanted);
    named(&exact)
        .or_else(|| named(category))
        .or_else(|| all().find(|(name, _)| name.starts_with('*')))
        .map_or("", |(_, pattern)| pattern)
}

struct Variants<'p> {
    rest: &'p str,
}

impl<'p> Iterator for Variants<'p> {
    type Item = (&'p str, &'p str);

    fn next(&mut self) -> Option<Self::Item> {
        let after = self.rest.strip_prefix(VARIANT)?;
        let (name, after) = after.split_once(THEN)?;
        let mut depth = 0;
        let end = after.char_indices().find_map(|(at, sign)| match sign {
            CHOOSE => {
                depth += 1;
                None
            }
            END => {
                depth -= 1;
                None
            }
            VARIANT if depth == 0 => Some(at),
            _ => None,
        });
        let end = end.unwrap_or(after.len());
        self.rest = &after[end..];
        Some((name, &after[..end]))
    }
}
