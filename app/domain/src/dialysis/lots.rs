//! The lots of what touched the blood: when a maker calls one back, everybody who was treated with it is found.

use serde::{Deserialize, Serialize};

use super::named::named;
use super::read::Reader;
use crate::invalid::Invalid;
use crate::records::Dated;
use crate::time::Civil;

named! {
    /// What it is of.
    LotKind {
        /// The dialyser.
        Dialyser = "dialyser",
        /// The lines.
        Lines = "lines",
        /// The needles.
        Needles = "needles",
        /// The concentrate.
        Concentrate = "concentrate",
        /// Something else.
        Other = "other",
    }
}

/// One lot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lot {
    /// What it is of.
    pub kind: LotKind,
    /// Its product.
    pub product: String,
    /// Its number as it stands on the package.
    pub lot: String,
    /// Until when it may be used.
    pub expires_on: Option<Dated>,
}

/// A number as it is compared: letters and digits, capital letters. A hyphen, a space or a point of the label does not hide somebody from a recall.
pub fn sought(number: &str) -> String {
    number
        .chars()
        .filter(|sign| sign.is_alphanumeric())
        .flat_map(char::to_uppercase)
        .collect()
}

/// A lot as typed; the names are those of the form's fields.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Typed {
    /// [`LotKind`] by its name.
    pub kind: String,
    /// Product.
    pub product: String,
    /// Number.
    pub lot: String,
    /// A day or a month; may stay empty.
    pub expires_on: String,
}

impl Typed {
    /// Each field and what stands in it, for a form that comes back.
    pub fn fields(&self) -> [(&'static str, &str); 4] {
        [
            ("kind", &self.kind),
            ("product", &self.product),
            ("lot", &self.lot),
            ("expires_on", &self.expires_on),
        ]
    }

    /// Reads it.
    ///
    /// # Errors
    /// A fault for each field that is missing, and one when it is out of date.
    pub fn read(&self, today: Civil) -> Result<Lot, Vec<Invalid>> {
        let mut it = Reader::default();
        let kind = it.one("kind", &self.kind, LotKind::parse, LotKind::Dialyser);
        let product = it.words("product", &self.product, 80, "Enter the product.");
        let lot: String = self.lot.split_whitespace().collect();
        let is_fit = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '.' | '/' | '-');
        let begins = lot.starts_with(|sign: char| sign.is_ascii_alphanumeric());
        if !(2..=40).contains(&lot.len()) || !begins || !lot.chars().all(is_fit) {
            it.fault(
                "lot",
                "Enter the number of the lot as it stands on the package, at most 40 signs.",
            );
        }
        let expires_on = Dated::read("expires_on", &self.expires_on).unwrap_or_else(|fault| {
            it.fault(&fault.field, &fault.reason);
            None
        });
        if expires_on.is_some_and(|day| day.is_over(today)) {
            it.fault("expires_on", "This was to be used before today. Take another one.");
        }
        it.done(Lot {
            kind,
            product,
            lot,
            expires_on,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_recall_finds_a_number_however_it_was_typed() {
        for typed in ["FX80-2291a", "fx80 2291 A", " FX80.2291A "] {
            assert_eq!(sought(typed), "FX802291A", "{typed}");
        }
    }

    #[test]
    fn a_lot_is_read_and_nothing_out_of_date_is_used() {
        let today = Civil {
            year: 2026,
            month: 11,
            day: 27,
            hour: 7,
            minute: 0,
            second: 0,
        };
        let typed = |lot: &str, expires_on: &str| Typed {
            kind: "dialyser".into(),
            product: "FX 80".into(),
            lot: lot.into(),
            expires_on: expires_on.into(),
        };
        let read = typed(" fx80 - 2291 ", "2026-11").read(today).unwrap();
        assert_eq!((read.lot.as_str(), read.product.as_str()), ("fx80-2291", "FX 80"));
        for (lot, day, field) in [
            ("--", "", "lot"),
            ("x", "", "lot"),
            ("x1", "2026-10", "expires_on"),
            ("x1", "soon", "expires_on"),
        ] {
            let faults = typed(lot, day).read(today).unwrap_err();
            assert_eq!(
                faults.iter().map(|it| it.field.as_str()).collect::<Vec<_>>(),
                [field],
                "{lot} {day}"
            );
        }
    }
}
