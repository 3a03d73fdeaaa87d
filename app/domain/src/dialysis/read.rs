//! What is typed at the chair, read at the door. Each fault names its field and a sentence that says what would be right.

use crate::invalid::{Invalid, is_printable};
use crate::numbers::rounded;
use crate::slip;

/// The longest code, number of a lot or name of a product.
const LONGEST_CODE: usize = 80;

/// What is read of one form, with its faults so far.
#[derive(Default)]
pub(super) struct Reader {
    faults: Vec<Invalid>,
}

/// What a number must be: from, to, decimals, unit.
#[derive(Clone, Copy)]
pub(super) struct Range(pub f64, pub f64, pub usize, pub &'static str);

impl Reader {
    /// Adds a fault.
    pub fn fault(&mut self, field: &str, reason: &str) {
        self.faults.push(Invalid::new(field, reason));
    }

    /// A number that has to be there.
    pub fn number(&mut self, field: &str, typed: &str, range: Range) -> f64 {
        self.read(field, typed, range, |Range(low, high, decimals, sign)| {
            slip::ranged((low, high), decimals, sign)
        })
    }

    /// A number that is found on a patient and has to be there: where it cannot be, its fault says what was likely meant.
    pub fn found(&mut self, field: &str, typed: &str, range: Range) -> f64 {
        self.read(field, typed, range, |Range(low, high, decimals, sign)| {
            slip::asked(typed, (low, high), decimals, sign)
        })
    }

    fn read(&mut self, field: &str, typed: &str, range: Range, wrong: impl FnOnce(Range) -> String) -> f64 {
        number(typed, range).unwrap_or_else(|| {
            self.fault(field, &slip::unread(typed, wrong(range)));
            0.0
        })
    }

    /// The same, whole, that may stay empty.
    pub fn maybe_found(&mut self, field: &str, typed: &str, range: Range) -> Option<i32> {
        (!typed.trim().is_empty()).then(|| self.found(field, typed, range) as i32)
    }

    /// A number that may stay empty.
    pub fn maybe(&mut self, field: &str, typed: &str, range: Range) -> Option<f64> {
        (!typed.trim().is_empty()).then(|| self.number(field, typed, range))
    }

    /// A whole number that has to be there.
    pub fn whole(&mut self, field: &str, typed: &str, range: Range) -> i32 {
        self.number(field, typed, range) as i32
    }

    /// A whole number that may stay empty.
    pub fn maybe_whole(&mut self, field: &str, typed: &str, range: Range) -> Option<i32> {
        self.maybe(field, typed, range).map(|value| value as i32)
    }

    /// One of a list.
    pub fn one<T: Copy>(&mut self, field: &str, typed: &str, of: fn(&str) -> Option<T>, default: T) -> T {
        of(typed.trim()).unwrap_or_else(|| {
            self.fault(field, "Choose one of the list.");
            default
        })
    }

    /// One of a list, or nothing.
    pub fn maybe_one<T: Copy>(&mut self, field: &str, typed: &str, of: fn(&str) -> Option<T>) -> Option<T> {
        let typed = typed.trim();
        if typed.is_empty() {
            return None;
        }
        let one = of(typed);
        if one.is_none() {
            self.fault(field, "Choose one of the list.");
        }
        one
    }

    /// Several of a list, each once, in the order of the list; names are separated by commas or spaces.
    pub fn several<T: Copy + Ord>(&mut self, field: &str, typed: &str, of: fn(&str) -> Option<T>) -> Vec<T> {
        let mut all = Vec::new();
        for name in typed.split([',', ' ']).filter(|name| !name.is_empty()) {
            match of(name) {
                Some(one) => all.push(one),
                None => {
                    self.fault(field, "Choose one of the list.");
                    break;
                }
            }
        }
        all.sort_unstable();
        all.dedup();
        all
    }

    /// A text that may stay empty.
    pub fn maybe_text(&mut self, field: &str, typed: &str, longest: usize) -> Option<String> {
        let given = self.bounded(field, typed, longest);
        (!given.is_empty()).then_some(given)
    }

    /// A text that has to be there; `wanted` is the sentence that asks for it.
    pub fn words(&mut self, field: &str, typed: &str, longest: usize, wanted: &str) -> String {
        let text = self.bounded(field, typed, longest);
        if typed.trim().is_empty() {
            self.fault(field, wanted);
        }
        text
    }

    /// A code, a lot, a product that may stay empty.
    pub fn code(&mut self, field: &str, typed: &str) -> String {
        self.bounded(field, typed, LONGEST_CODE)
    }

    fn bounded(&mut self, field: &str, typed: &str, longest: usize) -> String {
        let given = typed.split_whitespace().collect::<Vec<_>>().join(" ");
        if given.chars().count() > longest {
            self.fault(field, &format!("Use at most {longest} characters here."));
        } else if !is_printable(&given) {
            self.fault(field, "Some of these signs cannot be seen. Type it anew.");
        }
        given
    }

    /// A checkbox or a choice of yes and no; nothing when it was not answered.
    pub fn yes(typed: &str) -> Option<bool> {
        match typed.trim() {
            "yes" | "on" | "true" | "1" => Some(true),
            "no" | "off" | "false" | "0" => Some(false),
            _ => None,
        }
    }

    /// A question of yes or no that has to be answered.
    pub fn answer(&mut self, field: &str, typed: &str) -> bool {
        Self::yes(typed).unwrap_or_else(|| {
            self.fault(field, "Answer yes or no.");
            false
        })
    }

    /// What was read, when nothing was wrong.
    pub fn done<T>(self, read: T) -> Result<T, Vec<Invalid>> {
        if self.faults.is_empty() {
            Ok(read)
        } else {
            Err(self.faults)
        }
    }
}

/// A number as people type it, when it lies in the range and has no more decimals than that has.
fn number(typed: &str, Range(low, high, decimals, _): Range) -> Option<f64> {
    let value = slip::plain(typed)?;
    let rounded = rounded(value, decimals);
    ((rounded - value).abs() < 1e-9 && (low..=high).contains(&rounded)).then_some(rounded)
}

#[cfg(test)]
mod tests {
    use super::*;

    const WEIGHT: Range = Range(20.0, 300.0, 1, "kg");

    #[test]
    fn a_number_is_read_as_people_type_it_and_its_fault_names_the_range() {
        let mut reader = Reader::default();
        assert_eq!(reader.number("weight", " 72,4 ", WEIGHT), 72.4);
        assert_eq!(reader.maybe("weight", "  ", WEIGHT), None);
        for wrong in ["", "7.2", "72.45", "1e2", "NaN", "inf", "300.1", "７２"] {
            let mut reader = Reader::default();
            reader.number("weight", wrong, WEIGHT);
            let faults = reader.done(()).unwrap_err();
            assert_eq!(
                faults,
                [Invalid::new("weight", "Enter 20.0 to 300.0\u{a0}kg.")],
                "{wrong}"
            );
        }
        assert_eq!(reader.done(1), Ok(1));
    }

    #[test]
    fn a_goal_with_a_comma_for_its_thousands_is_no_goal_of_two() {
        let mut reader = Reader::default();
        reader.number("uf_goal", "2,000", Range(0.0, 8_000.0, 0, "mL"));
        let fault = &reader.done(()).unwrap_err()[0];
        assert!(fault.reason.starts_with("A comma before three digits"), "{fault:?}");
    }

    #[test]
    fn a_text_is_bounded_and_can_be_seen() {
        let mut reader = Reader::default();
        assert_eq!(reader.maybe_text("note", " a \n b ", 9), Some("a b".to_owned()));
        reader.maybe_text("note", "a\u{202e}b", 9);
        reader.code("lot", &"x".repeat(81));
        reader.words("why", " ", 9, "Say why.");
        let fields: Vec<String> = reader.done(()).unwrap_err().into_iter().map(|it| it.field).collect();
        assert_eq!(fields, ["note", "lot", "why"]);
    }
}
