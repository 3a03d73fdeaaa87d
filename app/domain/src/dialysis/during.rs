//! What is written down while a treatment runs: observations by hand beside what the machine sends, what was done, medicines with a witness, events.
//!
//! Fields: "During, each reading" of the specification.

use serde::{Deserialize, Serialize};

use super::before::{BODY, CONDUCTIVITY, PULSE, Pressure, SPO2};
use super::named::named;
use super::quantities::Millilitres;
use super::read::{Range, Reader};
use super::shown::Shown;
use crate::invalid::Invalid;
use crate::units::Units;

/// One row of the sheet; what was not looked at is not there.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Observation {
    /// Blood pressure.
    pub pressure: Option<Pressure>,
    /// Pulse, /min.
    pub pulse: Option<i32>,
    /// Temperature of the body, °C.
    pub temperature: Option<f64>,
    /// Oxygen saturation, %.
    pub spo2: Option<i32>,
    /// Blood flow, mL/min.
    pub blood_flow: Option<i32>,
    /// Dialysate flow, mL/min.
    pub dialysate_flow: Option<i32>,
    /// Arterial pressure before the pump, mmHg; below zero.
    pub arterial: Option<i32>,
    /// Venous pressure, mmHg.
    pub venous: Option<i32>,
    /// Pressure over the membrane, mmHg.
    pub tmp: Option<i32>,
    /// Rate of ultrafiltration, mL/h.
    pub uf_rate: Option<i32>,
    /// Fluid taken so far, mL.
    pub uf_removed: Option<i32>,
    /// Conductivity, mS/cm.
    pub conductivity: Option<f64>,
    /// Temperature of the dialysate, °C.
    pub dialysate_temperature: Option<f64>,
    /// Anticoagulant that the machine's pump has given so far, mL of its syringe.
    pub anticoagulant_given: Option<f64>,
    /// What else.
    pub note: Option<String>,
    /// Which of it nobody typed: the machine showed it.
    pub shown: Vec<Shown>,
}

pub(super) const FLOW: Range = Range(0.0, 600.0, 0, "mL/min");
pub(super) const DIALYSATE: Range = Range(0.0, 1_000.0, 0, "mL/min");
pub(super) const ARTERIAL: Range = Range(-500.0, 300.0, 0, "mmHg");
pub(super) const VENOUS: Range = Range(-200.0, 600.0, 0, "mmHg");
pub(super) const UF_RATE: Range = Range(0.0, 4_000.0, 0, "mL/h");
pub(super) const UF_REMOVED: Range = Range(0.0, 10_000.0, 0, "mL");
pub(super) const WARMTH: Range = Range(30.0, 42.0, 1, "°C");
/// As what a machine sends of it may be (`domain::telemetry::plausible`).
pub(super) const ANTICOAGULANT: Range = Range(0.0, 100.0, 1, "mL");

/// An observation as typed; the names are those of the form's fields.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Typed {
    /// mmHg.
    pub systolic: String,
    /// mmHg.
    pub diastolic: String,
    /// /min.
    pub pulse: String,
    /// °C.
    pub temperature: String,
    /// %.
    pub spo2: String,
    /// mL/min.
    pub blood_flow: String,
    /// mL/min.
    pub dialysate_flow: String,
    /// mmHg.
    pub arterial: String,
    /// mmHg.
    pub venous: String,
    /// mmHg.
    pub tmp: String,
    /// mL/h.
    pub uf_rate: String,
    /// mL.
    pub uf_removed: String,
    /// mS/cm.
    pub conductivity: String,
    /// °C.
    pub dialysate_temperature: String,
    /// mL.
    pub anticoagulant_given: String,
    /// Text.
    pub note: String,
    /// Yes, where what the machine shows is taken for what is not typed.
    pub machine: String,
}

impl Typed {
    /// Whether what the machine shows is taken for what is not typed.
    pub fn takes_shown(&self) -> bool {
        Reader::yes(&self.machine) == Some(true)
    }

    /// Each field and what stands in it, for a form that comes back.
    pub fn fields(&self) -> [(&'static str, &str); 17] {
        [
            ("systolic", &self.systolic),
            ("diastolic", &self.diastolic),
            ("pulse", &self.pulse),
            ("temperature", &self.temperature),
            ("spo2", &self.spo2),
            ("blood_flow", &self.blood_flow),
            ("dialysate_flow", &self.dialysate_flow),
            ("arterial", &self.arterial),
            ("venous", &self.venous),
            ("tmp", &self.tmp),
            ("uf_rate", &self.uf_rate),
            ("uf_removed", &self.uf_removed),
            ("conductivity", &self.conductivity),
            ("dialysate_temperature", &self.dialysate_temperature),
            ("anticoagulant_given", &self.anticoagulant_given),
            ("note", &self.note),
            ("machine", &self.machine),
        ]
    }

    /// Reads it in the units of who types; what the machine shows is taken afterwards ([`Observation::take_shown`]).
    ///
    /// # Errors
    /// A fault for each field that is out of its range, and one without a field when nothing was looked at.
    pub fn read(&self, units: Units) -> Result<Observation, Vec<Invalid>> {
        let mut it = Reader::default();
        let read = Observation {
            pressure: it.maybe_pressure(("systolic", &self.systolic), ("diastolic", &self.diastolic)),
            pulse: it.maybe_found("pulse", &self.pulse, PULSE),
            temperature: it.maybe_unit("temperature", &self.temperature, units.temperature, BODY),
            spo2: it.maybe_found("spo2", &self.spo2, SPO2),
            blood_flow: it.maybe_whole("blood_flow", &self.blood_flow, FLOW),
            dialysate_flow: it.maybe_whole("dialysate_flow", &self.dialysate_flow, DIALYSATE),
            arterial: it.maybe_whole("arterial", &self.arterial, ARTERIAL),
            venous: it.maybe_whole("venous", &self.venous, VENOUS),
            tmp: it.maybe_whole("tmp", &self.tmp, VENOUS),
            uf_rate: it.maybe_whole("uf_rate", &self.uf_rate, UF_RATE),
            uf_removed: it.maybe_whole("uf_removed", &self.uf_removed, UF_REMOVED),
            conductivity: it.maybe("conductivity", &self.conductivity, CONDUCTIVITY),
            dialysate_temperature: it.maybe("dialysate_temperature", &self.dialysate_temperature, WARMTH),
            anticoagulant_given: it.maybe("anticoagulant_given", &self.anticoagulant_given, ANTICOAGULANT),
            note: it.maybe_text("note", &self.note, 500),
            shown: Vec::new(),
        };
        let mut typed = self.fields().into_iter().filter(|(name, _)| *name != "machine");
        if !self.takes_shown() && typed.all(|(_, typed)| typed.trim().is_empty()) {
            it.fault("", "Enter at least one thing that was looked at.");
        }
        it.done(read)
    }
}

named! {
    /// What was done about something.
    InterventionKind {
        /// Saline was given.
        Saline = "saline",
        /// Ultrafiltration was paused.
        UfPaused = "uf_paused",
        /// Ultrafiltration goes on.
        UfResumed = "uf_resumed",
        /// Ultrafiltration was slowed.
        UfLowered = "uf_lowered",
        /// The blood flow was changed.
        BloodFlowChanged = "blood_flow_changed",
        /// The legs were raised.
        LegsRaised = "legs_raised",
        /// Oxygen was given.
        Oxygen = "oxygen",
        /// The dialysate was cooled.
        DialysateCooled = "dialysate_cooled",
        /// The needle was moved.
        NeedleMoved = "needle_moved",
        /// A doctor was called.
        DoctorCalled = "doctor_called",
        /// Something else, which the note tells.
        Other = "other",
    }
}

/// What was done, and how much of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Intervention {
    /// What.
    pub kind: InterventionKind,
    /// How much saline was given; it counts against what was taken. None of anything else.
    pub amount: Option<Millilitres>,
    /// What else.
    pub note: Option<String>,
}

const GIVEN: Range = Range(10.0, 3_000.0, 0, "mL");

/// An intervention as typed; the names are those of the form's fields.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TypedIntervention {
    /// [`InterventionKind`] by its name.
    pub kind: String,
    /// mL.
    pub amount: String,
    /// Text.
    pub note: String,
}

impl TypedIntervention {
    /// Each field and what stands in it, for a form that comes back.
    pub fn fields(&self) -> [(&'static str, &str); 3] {
        [("kind", &self.kind), ("amount", &self.amount), ("note", &self.note)]
    }

    /// Reads it.
    ///
    /// # Errors
    /// A fault for each field that is missing or out of its range.
    pub fn read(&self) -> Result<Intervention, Vec<Invalid>> {
        let mut it = Reader::default();
        let kind = it.one("kind", &self.kind, InterventionKind::parse, InterventionKind::UfPaused);
        let amount = (kind == InterventionKind::Saline).then(|| it.number("amount", &self.amount, GIVEN));
        let note = it.maybe_text("note", &self.note, 500);
        if kind == InterventionKind::Other && note.is_none() {
            it.fault("note", "Say what was done.");
        }
        it.done(Intervention {
            kind,
            amount: amount.map(Millilitres),
            note,
        })
    }
}

named! {
    /// The way a medicine is given.
    Route {
        /// Into the circuit.
        Circuit = "circuit",
        /// Into a vein.
        Intravenous = "intravenous",
        /// By mouth.
        Oral = "oral",
        /// Under the skin.
        Subcutaneous = "subcutaneous",
        /// Into the catheter, as a lock.
        Lock = "lock",
    }
}

/// A medicine that was given. Who witnesses it is another person than who gives it: see [`witnessed`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Given {
    /// Name and strength.
    pub name: String,
    /// How much.
    pub dose: String,
    /// The way.
    pub route: Route,
}

/// A medicine as typed; the names are those of the form's fields.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TypedGiven {
    /// Name and strength.
    pub name: String,
    /// How much.
    pub dose: String,
    /// [`Route`] by its name.
    pub route: String,
}

impl TypedGiven {
    /// Each field and what stands in it, for a form that comes back.
    pub fn fields(&self) -> [(&'static str, &str); 3] {
        [("name", &self.name), ("dose", &self.dose), ("route", &self.route)]
    }

    /// Reads it.
    ///
    /// # Errors
    /// A fault for each field that is missing.
    pub fn read(&self) -> Result<Given, Vec<Invalid>> {
        let mut it = Reader::default();
        let read = Given {
            name: it.words(
                "name",
                &self.name,
                120,
                "Enter the name of the medicine and its strength.",
            ),
            dose: it.words("dose", &self.dose, 60, "Enter how much was given."),
            route: it.one("route", &self.route, Route::parse, Route::Intravenous),
        };
        it.done(read)
    }
}

/// Refuses that somebody witnesses themselves.
///
/// # Errors
/// A fault of the field `witness`.
pub fn witnessed<Id: PartialEq>(by: &Id, witness: &Id) -> Result<(), Invalid> {
    match by == witness {
        true => Err(Invalid::new(
            "witness",
            "Another person than who gives it has to witness it.",
        )),
        false => Ok(()),
    }
}

named! {
    /// What went wrong, while it ran or after.
    EventKind {
        /// The pressure fell.
        Hypotension = "hypotension",
        /// Cramps.
        Cramps = "cramps",
        /// Headache.
        Headache = "headache",
        /// Nausea or vomiting.
        Nausea = "nausea",
        /// Dizzy.
        Dizzy = "dizzy",
        /// They fainted.
        Fainted = "fainted",
        /// Pain in the chest.
        ChestPain = "chest_pain",
        /// The circuit clotted.
        CircuitClotted = "circuit_clotted",
        /// The fistula blew.
        BlownAccess = "blown_access",
        /// More than one attempt with the needle.
        RepeatedCannulation = "repeated_cannulation",
        /// It bled long.
        ProlongedBleeding = "prolonged_bleeding",
        /// The needle came out.
        NeedleDislodged = "needle_dislodged",
        /// Air in the line.
        Air = "air",
        /// The machine raised an alarm.
        MachineAlarm = "machine_alarm",
        /// Shivering or fever.
        Fever = "fever",
        /// Something else, which the note tells.
        Other = "other",
    }
}

impl EventKind {
    /// Whether it is a symptom that counts for the guideline's definition of hypotension ([`super::hypotension`]): muscle cramps, nausea or vomiting, dizziness or fainting
    /// (KDOQI 2005, cardiovascular disease in dialysis patients: of its list what is written down here), and headache and pain in the chest, which came
    /// more often the farther the pressure fell (HEMO, 64 797 sessions; Correa and others, American Journal of Kidney Diseases 2020).
    pub const fn is_symptom(self) -> bool {
        matches!(
            self,
            Self::Cramps | Self::Headache | Self::Nausea | Self::Dizzy | Self::Fainted | Self::ChestPain
        )
    }
}

impl InterventionKind {
    /// Whether it is done about a fall of the pressure ([`super::hypotension`]): ultrafiltration stopped or slowed, the legs raised, fluid given: what the study that counted the
    /// guideline's definition wrote down (PMC4769826, table 2: stop of ultrafiltration, Trendelenburg position, isotonic saline, colloid). A needle that was moved, oxygen, or a doctor who
    /// was called are done for many reasons and say nothing of a fall.
    pub const fn is_against_a_fall(self) -> bool {
        matches!(self, Self::Saline | Self::UfPaused | Self::UfLowered | Self::LegsRaised)
    }
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// What.
    pub kind: EventKind,
    /// What else: the code that the machine showed, for one.
    pub note: Option<String>,
}

/// An event as typed; the names are those of the form's fields.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TypedEvent {
    /// [`EventKind`] by its name.
    pub kind: String,
    /// Text.
    pub note: String,
}

impl TypedEvent {
    /// Each field and what stands in it, for a form that comes back.
    pub fn fields(&self) -> [(&'static str, &str); 2] {
        [("kind", &self.kind), ("note", &self.note)]
    }

    /// Reads it.
    ///
    /// # Errors
    /// A fault for each field that is missing.
    pub fn read(&self) -> Result<Event, Vec<Invalid>> {
        let mut it = Reader::default();
        let kind = it.one("kind", &self.kind, EventKind::parse, EventKind::Air);
        let note = it.maybe_text("note", &self.note, 500);
        if kind == EventKind::Other && note.is_none() {
            it.fault("note", "Say what happened.");
        }
        it.done(Event { kind, note })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields<T: std::fmt::Debug>(read: Result<T, Vec<Invalid>>) -> Vec<String> {
        read.unwrap_err().into_iter().map(|fault| fault.field).collect()
    }

    #[test]
    fn a_row_holds_what_was_looked_at_and_an_empty_one_is_none() {
        let row = Typed {
            systolic: "118".into(),
            diastolic: "64".into(),
            arterial: "-180".into(),
            conductivity: "14,1".into(),
            anticoagulant_given: "2,6".into(),
            ..Typed::default()
        };
        let read = row.read(Units::STORED).unwrap();
        assert_eq!(read.anticoagulant_given, Some(2.6));
        assert_eq!(
            (read.arterial, read.conductivity, read.pulse),
            (Some(-180), Some(14.1), None)
        );
        assert_eq!(fields(Typed::default().read(Units::STORED)), [""]);
        let spaces = Typed {
            note: "  ".into(),
            ..Typed::default()
        };
        assert_eq!(fields(spaces.read(Units::STORED)), [""]);
    }

    #[test]
    fn half_a_pressure_and_a_number_of_another_unit_are_faults() {
        let wrong = Typed {
            systolic: "118".into(),
            uf_removed: "2.1".into(),
            ..Typed::default()
        };
        assert_eq!(fields(wrong.read(Units::STORED)), ["diastolic", "uf_removed"]);
    }

    #[test]
    fn saline_has_a_volume_and_what_is_other_is_told() {
        let saline = |amount: &str| TypedIntervention {
            kind: "saline".into(),
            amount: amount.into(),
            note: String::new(),
        };
        assert_eq!(saline("200").read().unwrap().amount, Some(Millilitres(200.0)));
        assert_eq!(fields(saline("").read()), ["amount"]);
        let other = TypedIntervention {
            kind: "other".into(),
            ..TypedIntervention::default()
        };
        assert_eq!(fields(other.read()), ["note"]);
        assert_eq!(fields(TypedIntervention::default().read()), ["kind"]);
        assert_eq!(fields(TypedEvent::default().read()), ["kind"]);
    }

    #[test]
    fn a_medicine_is_whole_and_nobody_witnesses_themselves() {
        assert_eq!(fields(TypedGiven::default().read()), ["name", "dose", "route"]);
        assert!(witnessed(&1, &2).is_ok());
        assert_eq!(witnessed(&1, &1).unwrap_err().field, "witness");
    }

    #[test]
    fn what_is_done_for_other_reasons_is_not_done_about_a_fall() {
        let counts: Vec<&str> = InterventionKind::ALL
            .iter()
            .filter(|kind| kind.is_against_a_fall())
            .map(|kind| kind.name())
            .collect();
        assert_eq!(counts, ["saline", "uf_paused", "uf_lowered", "legs_raised"]);
        assert!(EventKind::Dizzy.is_symptom() && EventKind::Fainted.is_symptom());
        assert!(!EventKind::Hypotension.is_symptom() && !EventKind::Air.is_symptom());
    }
}
