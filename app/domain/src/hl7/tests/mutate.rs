//! Bytes that mean harm, made of real ones: bits turned, pieces cut out, doubled, mixed and taken from elsewhere, numbers nobody expects, text that is no text.
//!
//! Each case is made by its number and the seed alone, so one that fails is named by both and can be made again. Used here for HL7, and by the server's tests for the readings' JSON
//! (`server/src/rest/readings/hostile.rs`). `WARDLIGHT_HOSTILE_CASES` asks for more of them, `WARDLIGHT_HOSTILE_SEED` for others.
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
        match dice.below(12) {
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
                panic!("case {number} of seed {}: {}", mutator.seed, bytes.escape_ascii())
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
