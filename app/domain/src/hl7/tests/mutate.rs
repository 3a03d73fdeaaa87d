//! Bytes that mean harm, made of real ones: bits turned, pieces cut out, doubled, mixed and taken from elsewhere, numbers nobody expects, text that is no text; and whole parts (segments,
//! fields, members) left out, repeated, exchanged and taken from another message, which get further in than what is broken anywhere.
//!
//! Each case is made by its number and the seed alone, so one that fails is named by both and can be made again. Used here for HL7, and by the server's tests for the readings' JSON
//! (`server/src/rest/readings/hostile.rs`). `WARDLIGHT_HOSTILE_CASES` asks for more of them, `WARDLIGHT_HOSTILE_SEED` for others. The bytes of one that fails are written to a file, which belongs into
//! the folder `found` beside the test: what stands there is tried first in every run ([`kept`]). Why nothing here is guided by coverage: `server/docs/decisions/0031-broken-by-number.md`.
//!
//! To add a way of breaking: an arm in [`Mutator::break_once`].

use super::dice::Dice;

/// Bytes of one case, at most: some ways of breaking double what they find.
const LONGEST: usize = 16 * 1024;
/// Numbers that sit at an edge of something.
const NUMBERS: [&str; 12] = [
    "-1",
    "0",
    "-0.0",
    "255",
    "65536",
    "2147483648",
    "9223372036854775808",
    "-9223372036854775809",
    "1e308",
    "1e999",
    "NaN",
    "0.00000000000000000000000000000000000000000000001",
];
/// No UTF-8: a lone continuation, an end that is missing, half a surrogate, a code beyond the last, an overlong slash, a byte-order mark of another kind.
const NO_TEXT: [&[u8]; 6] = [
    b"\x80",
    b"\xe2\x82",
    b"\xed\xa0\x80",
    b"\xf4\x90\x80\x80",
    b"\xc0\xaf",
    b"\xff\xfe",
];

/// Breaks what it was given.
pub struct Mutator {
    /// Real messages.
    pub seeds: Vec<Vec<u8>>,
    /// Pieces that mean something in this language.
    pub words: &'static [&'static [u8]],
    /// Signs between which its parts stand.
    pub parts: &'static [u8],
    /// What the cases of this run begin from.
    pub seed: u64,
}

fn one_of<T: Copy>(these: &[T], dice: &mut Dice) -> T {
    these[dice.below(these.len())]
}

/// A piece of so many bytes: mostly short.
fn piece_of(length: usize, dice: &mut Dice) -> std::ops::Range<usize> {
    // What decides most stands at the beginning.
    let most = if dice.below(3) == 0 { length.min(160) } else { length };
    let begin = dice.below(most + 1);
    let most = if dice.below(4) == 0 { length } else { 24 };
    begin..(begin + dice.below(most + 1)).min(length)
}

/// A part between two signs of that kind, without them.
fn part_of(bytes: &[u8], sign: u8, dice: &mut Dice) -> std::ops::Range<usize> {
    let ends: Vec<usize> = (0..bytes.len()).filter(|place| bytes[*place] == sign).collect();
    let place = dice.below(ends.len() + 1);
    let begin = place.checked_sub(1).map_or(0, |before| ends[before] + 1);
    begin..ends.get(place).copied().unwrap_or(bytes.len())
}

/// What once broke something, or would break a reader that is less careful: every case that stands in this folder of the crate.
pub fn kept(folder: &str) -> Vec<Vec<u8>> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|file| file.extension().is_some_and(|kind| kind == "case"))
        .collect();
    files.sort();
    files.iter().map(|file| std::fs::read(file).unwrap()).collect()
}

impl Mutator {
    /// The case of that number.
    pub fn case(&self, number: u64) -> Vec<u8> {
        let mut dice = Dice::of(self.seed, number);
        let mut bytes = self.seeds[dice.below(self.seeds.len())].clone();
        for _ in 0..=dice.below(6) {
            self.break_once(&mut bytes, &mut dice);
            bytes.truncate(LONGEST);
        }
        bytes
    }

    fn break_once(&self, bytes: &mut Vec<u8>, dice: &mut Dice) {
        let piece = piece_of(bytes.len(), dice);
        let place = piece.start;
        match dice.below(16) {
            0 if !bytes.is_empty() => {
                let last = bytes.len() - 1;
                bytes[place.min(last)] ^= 1 << dice.below(8);
            }
            0 => bytes.push(0),
            1 => {
                let byte = one_of(
                    &[0, 0x0b, 0x1c, b'\r', b'\n', b'"', b'\\', b'|', b',', b'9', 0x7f, 0xff],
                    dice,
                );
                bytes.splice(piece, [byte]);
            }
            2 => drop(bytes.drain(piece)),
            3 => bytes.truncate(place),
            4 => {
                let again = bytes[piece].repeat(1 + dice.below(40));
                bytes.splice(place..place, again.into_iter().take(LONGEST));
            }
            5 => {
                // A piece of another message.
                let other = &self.seeds[dice.below(self.seeds.len())];
                let theirs = other[piece_of(other.len(), dice)].to_vec();
                bytes.splice(piece, theirs);
            }
            6 => {
                // The end of another message.
                let other = &self.seeds[dice.below(self.seeds.len())];
                bytes.truncate(place);
                bytes.extend_from_slice(&other[dice.below(other.len())..]);
            }
            7 => {
                let word = one_of(self.words, dice);
                bytes.splice(place..place, word.iter().copied());
            }
            8 => {
                let broken = one_of(&NO_TEXT, dice);
                bytes.splice(piece, broken.iter().copied());
            }
            9 => {
                // The next number becomes another.
                let from = place + bytes[place..].iter().take_while(|byte| !byte.is_ascii_digit()).count();
                let to = from + bytes[from..].iter().take_while(|byte| byte.is_ascii_digit()).count();
                let number = one_of(&NUMBERS, dice);
                bytes.splice(from..to, number.bytes());
            }
            10 => {
                // Two pieces change places.
                let taken: Vec<u8> = bytes.drain(piece).collect();
                let at = dice.below(bytes.len() + 1);
                bytes.splice(at..at, taken);
            }
            11 => {
                // A whole part is left out, with the sign behind it.
                let part = part_of(bytes, one_of(self.parts, dice), dice);
                drop(bytes.drain(part.start..(part.end + 1).min(bytes.len())));
            }
            12 => {
                // It stands there again.
                let sign = one_of(self.parts, dice);
                let part = part_of(bytes, sign, dice);
                let again = [&bytes[part.clone()], &[sign]].concat().repeat(1 + dice.below(4));
                bytes.splice(part.start..part.start, again.into_iter().take(LONGEST));
            }
            13 => {
                // Two of them change places.
                let sign = one_of(self.parts, dice);
                let (one, other) = (part_of(bytes, sign, dice), part_of(bytes, sign, dice));
                let (first, last) = if one.start < other.start {
                    (one, other)
                } else {
                    (other, one)
                };
                if first.end <= last.start {
                    let between = first.end..last.start;
                    let ends = (&bytes[..first.start], &bytes[last.end..]);
                    *bytes = [ends.0, &bytes[last], &bytes[between], &bytes[first], ends.1].concat();
                }
            }
            14 => {
                // One of another message stands in its place.
                let sign = one_of(self.parts, dice);
                let other = &self.seeds[dice.below(self.seeds.len())];
                let theirs = other[part_of(other, sign, dice)].to_vec();
                let part = part_of(bytes, sign, dice);
                bytes.splice(part, theirs);
            }
            _ => {
                // One sign, very often.
                let sign = one_of(self.words, dice).first().copied().unwrap_or(b'0');
                let many = 1 + dice.below(3_000);
                bytes.splice(place..place, std::iter::repeat_n(sign, many));
            }
        }
    }
}

/// A number that the caller of the tests may set.
pub fn asked(name: &str, otherwise: u64) -> u64 {
    std::env::var(name)
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or(otherwise)
}

/// Runs so many cases on every core and answers in how many the whole way was gone, as `check` says; one that fails ends the test with its seed and number.
pub fn every_case(mutator: &Mutator, cases: u64, check: impl Fn(&[u8], Dice) -> bool + Sync) -> u64 {
    let cores = std::thread::available_parallelism().map_or(2, usize::from);
    let of_core = |core: usize| {
        let mut whole = 0;
        for number in (core as u64..cases).step_by(cores) {
            let bytes = mutator.case(number);
            let begun = std::time::Instant::now();
            let run = std::panic::AssertUnwindSafe(|| check(&bytes, Dice::of(!mutator.seed, number)));
            let Ok(is_whole) = std::panic::catch_unwind(run) else {
                let file = std::env::temp_dir().join(format!("hostile-{}-{number}.case", mutator.seed));
                std::fs::write(&file, &bytes).unwrap();
                panic!(
                    "case {number} of seed {}, kept as {}: {}",
                    mutator.seed,
                    file.display(),
                    bytes.escape_ascii()
                )
            };
            whole += u64::from(is_whole);
            let took = begun.elapsed();
            assert!(
                took.as_secs() < 5,
                "case {number} of seed {} took {took:?}",
                mutator.seed
            );
        }
        whole
    };
    std::thread::scope(|scope| {
        let of_core = &of_core;
        let running: Vec<_> = (0..cores).map(|core| scope.spawn(move || of_core(core))).collect();
        running.into_iter().map(|one| one.join().unwrap()).sum()
    })
}
