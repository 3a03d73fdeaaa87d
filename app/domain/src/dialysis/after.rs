//! What is looked at after a treatment: weight, blood pressure, what was taken, how the blood came back, how long it bled. What went wrong is an event
//! ([`super::during`]); the lots of what was used are [`super::lots`].
//!
//! Fields: "After" of the specification, the minimum set of the record guide of the Indian Society of Nephrology (PMC7598403).

use serde::{Deserialize, Serialize};

use super::before::{BODY, PULSE, Pressure, UREA, WEIGHT};
use super::named::named;
use super::quantities::{Kilograms, Millilitres, Minutes, Urea};
use super::read::{Range, Reader};
use crate::invalid::Invalid;
use crate::units::Units;

named! {
    /// How clear the circuit was after the blood was given back.
    Washback {
        /// Clear.
        Clear = "clear",
        /// Streaks.
        Streaked = "streaked",
        /// Clots.
        Clotted = "clotted",
        /// The blood was not given back.
        NotDone = "not_done",
    }
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct After {
    /// Weight.
    pub weight: Kilograms,
    /// Blood pressure lying (or sitting).
    pub lying: Pressure,
    /// Blood pressure standing; none who cannot stand.
    pub standing: Option<Pressure>,
    /// Pulse, /min.
    pub pulse: Option<i32>,
    /// Temperature, °C.
    pub temperature: Option<f64>,
    /// Fluid taken, as the machine counted.
    pub uf_removed: Millilitres,
    /// Blood that was cleaned, L.
    pub litres: Option<f64>,
    /// How the blood came back.
    pub washback: Washback,
    /// Until the places of the needles bled no more, the longer of both; none with a catheter.
    pub bleeding: Option<Minutes>,
    /// Urea of the blood after, mmol/L, when it was taken.
    pub urea: Option<Urea>,
    /// What else.
    pub note: Option<String>,
}

const UF: Range = Range(0.0, 12_000.0, 0, "mL");
const LITRES: Range = Range(0.0, 250.0, 1, "L");
const BLEEDING: Range = Range(0.0, 240.0, 0, "min");

/// The same as typed; the names are those of the form's fields.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Typed {
    /// In the unit of who types.
    pub weight: String,
    /// mmHg.
    pub lying_systolic: String,
    /// mmHg.
    pub lying_diastolic: String,
    /// mmHg; both empty who cannot stand.
    pub standing_systolic: String,
    /// mmHg.
    pub standing_diastolic: String,
    /// /min.
    pub pulse: String,
    /// In the unit of who types.
    pub temperature: String,
    /// mL.
    pub uf_removed: String,
    /// L.
    pub litres: String,
    /// [`Washback`] by its name.
    pub washback: String,
    /// min.
    pub bleeding_minutes: String,
    /// mmol/L; empty when it was not taken.
    pub urea: String,
    /// Text.
    pub note: String,
}

impl Typed {
    /// Each field and what stands in it, for a form that comes back.
    pub fn fields(&self) -> [(&'static str, &str); 13] {
        [
            ("weight", &self.weight),
            ("lying_systolic", &self.lying_systolic),
            ("lying_diastolic", &self.lying_diastolic),
            ("standing_systolic", &self.standing_systolic),
            ("standing_diastolic", &self.standing_diastolic),
            ("pulse", &self.pulse),
            ("temperature", &self.temperature),
            ("uf_removed", &self.uf_removed),
            ("litres", &self.litres),
            ("washback", &self.washback),
            ("bleeding_minutes", &self.bleeding_minutes),
            ("urea", &self.urea),
            ("note", &self.note),
        ]
    }

    /// Reads it in the units of who types.
    ///
    /// # Errors
    /// A fault for each field that is missing or out of its range.
    pub fn read(&self, units: Units) -> Result<After, Vec<Invalid>> {
        let mut it = Reader::default();
        let read = After {
            weight: Kilograms(it.unit("weight", &self.weight, units.weight, WEIGHT)),
            lying: it.pressure(
                ("lying_systolic", &self.lying_systolic),
                ("lying_diastolic", &self.lying_diastolic),
            ),
            standing: it.maybe_pressure(
                ("standing_systolic", &self.standing_systolic),
                ("standing_diastolic", &self.standing_diastolic),
            ),
            pulse: it.maybe_found("pulse", &self.pulse, PULSE),
            temperature: it.maybe_unit("temperature", &self.temperature, units.temperature, BODY),
            uf_removed: Millilitres(it.number("uf_removed", &self.uf_removed, UF)),
            litres: it.maybe("litres", &self.litres, LITRES),
            washback: it.one("washback", &self.washback, Washback::parse, Washback::Clear),
            bleeding: it
                .maybe("bleeding_minutes", &self.bleeding_minutes, BLEEDING)
                .map(Minutes),
            urea: it.maybe("urea", &self.urea, UREA).map(Urea),
            note: it.maybe_text("note", &self.note, 500),
        };
        it.done(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_found_after_a_treatment_is_read() {
        let text = |text: &str| text.to_owned();
        let typed = Typed {
            weight: text("72.1"),
            lying_systolic: text("132"),
            lying_diastolic: text("74"),
            uf_removed: text("2800"),
            washback: text("clear"),
            bleeding_minutes: text("8"),
            urea: text("6.9"),
            ..Typed::default()
        };
        let after = typed.read(Units::STORED).unwrap();
        assert_eq!(after.uf_removed.litres(), 2.8);
        assert_eq!((after.bleeding, after.standing), (Some(Minutes(8.0)), None));
        assert_eq!(after.urea, Some(Urea(6.9)));
    }

    #[test]
    fn nothing_is_taken_for_granted() {
        let faults = Typed::default().read(Units::STORED).unwrap_err();
        let fields: Vec<&str> = faults.iter().map(|fault| fault.field.as_str()).collect();
        assert_eq!(
            fields,
            ["weight", "lying_systolic", "lying_diastolic", "uf_removed", "washback"]
        );
    }
}
