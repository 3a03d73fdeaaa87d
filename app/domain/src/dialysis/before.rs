//! What is looked at before a treatment starts: weight, blood pressure lying and standing, the access, symptoms, the machine. A second person confirms it with the
//! prescription ([`super::session`]).
//!
//! Fields: "Before" of the specification, the minimum set of the record guide of the Indian Society of Nephrology (PMC7598403).

use serde::{Deserialize, Serialize};

use super::named::named;
use super::quantities::{Kilograms, Millilitres, MmHg, Urea};
use super::read::{Range, Reader};
use crate::invalid::Invalid;
use crate::units::{Unit, Units};

/// Weights that are plausible, kg.
pub const WEIGHT: (f64, f64) = (2.0, 350.0);
pub(super) const SYSTOLIC: Range = Range(30.0, 300.0, 0, "mmHg");
pub(super) const DIASTOLIC: Range = Range(10.0, 200.0, 0, "mmHg");
pub(super) const PULSE: Range = Range(20.0, 250.0, 0, "/min");
/// The temperature of a body, °C.
pub const BODY: (f64, f64) = (30.0, 43.0);
const BREATHS: Range = Range(3.0, 80.0, 0, "/min");
pub(super) const SPO2: Range = Range(50.0, 100.0, 0, "%");
/// Between which ends a pulse is written, /min.
pub const PULSE_ENDS: (f64, f64) = (PULSE.0, PULSE.1);
/// The same of the oxygen saturation, %.
pub const SPO2_ENDS: (f64, f64) = (SPO2.0, SPO2.1);
const GLUCOSE: (f64, f64) = (0.5, 60.0);
const UF_GOAL: Range = Range(0.0, 8_000.0, 0, "mL");
pub(super) const UREA: Range = Range(0.5, 100.0, 1, "mmol/L");
pub(super) const CONDUCTIVITY: Range = Range(5.0, 20.0, 1, "mS/cm");

/// Conductivity at which a treatment may start, mS/cm, ends included ("conductivity < 12.5/> 15.5" of the fixed limits in the specification).
pub const CONDUCTIVITY_FIT: (f64, f64) = (12.5, 15.5);

/// A blood pressure.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pressure {
    /// Systolic.
    pub systolic: MmHg,
    /// Diastolic.
    pub diastolic: MmHg,
}

impl Pressure {
    /// Of two numbers in mmHg.
    pub const fn of(systolic: f64, diastolic: f64) -> Self {
        Self {
            systolic: MmHg(systolic),
            diastolic: MmHg(diastolic),
        }
    }

    /// Mean pressure: diastolic and a third of the pulse pressure (the usual estimate from a cuff).
    pub fn mean(self) -> MmHg {
        MmHg(self.diastolic.0 + (self.systolic.0 - self.diastolic.0) / 3.0)
    }
}

named! {
    /// What somebody complains of, before or during.
    Symptom {
        /// Short of breath.
        Breathless = "breathless",
        /// Swollen.
        Oedema = "oedema",
        /// Dizzy.
        Dizzy = "dizzy",
        /// Sick or vomiting.
        Nausea = "nausea",
        /// Cramps.
        Cramps = "cramps",
        /// Pain in the chest.
        ChestPain = "chest_pain",
        /// Fever or shivering.
        Fever = "fever",
        /// Bleeding.
        Bleeding = "bleeding",
        /// A fall since the last time.
        Fall = "fall",
        /// Something else, which the note tells.
        Other = "other",
    }
}

/// What came of asking what they complain of. That no symptom stands there does not say that somebody asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Complaints {
    /// These: at least one, in the order of the list.
    These(Vec<Symptom>),
    /// Somebody asked, and there is nothing.
    Nothing,
    /// Nobody asked.
    NotAsked,
    /// None stand there, of a time in which nobody wrote down whether somebody asked.
    NoneNoted,
}

impl Complaints {
    /// The name of the box that says [`Complaints::Nothing`], beside those of the [`Symptom`]s.
    pub const NOTHING: &str = "none";

    /// Of what is kept: the symptoms, and whether somebody asked.
    pub fn of(symptoms: Vec<Symptom>, asked: Option<bool>) -> Self {
        match asked {
            _ if !symptoms.is_empty() => Self::These(symptoms),
            Some(true) => Self::Nothing,
            Some(false) => Self::NotAsked,
            None => Self::NoneNoted,
        }
    }

    /// The symptoms.
    pub fn symptoms(&self) -> &[Symptom] {
        match self {
            Self::These(symptoms) => symptoms,
            Self::Nothing | Self::NotAsked | Self::NoneNoted => &[],
        }
    }

    /// Whether somebody asked; none where that was not written down.
    pub fn asked(&self) -> Option<bool> {
        match self {
            Self::These(_) | Self::Nothing => Some(true),
            Self::NotAsked => Some(false),
            Self::NoneNoted => None,
        }
    }

    /// The names of the boxes that are ticked.
    pub fn boxes(&self) -> Vec<&'static str> {
        match self {
            Self::Nothing => vec![Self::NOTHING],
            others => others.symptoms().iter().map(|symptom| symptom.name()).collect(),
        }
    }

    /// Of the boxes that were ticked; nobody who ticks none has asked.
    fn read(it: &mut Reader, typed: &str) -> Self {
        let ticked = typed.split([',', ' ']).filter(|name| !name.is_empty());
        let (nothing, named): (Vec<&str>, Vec<&str>) = ticked.partition(|name| *name == Self::NOTHING);
        if !nothing.is_empty() && !named.is_empty() {
            it.fault(
                "symptoms",
                "Tick what they complain of, or that there is nothing: not both.",
            );
        }
        let symptoms = it.several("symptoms", &named.join(","), Symptom::parse);
        Self::of(symptoms, Some(!nothing.is_empty()))
    }
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Before {
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
    /// Breaths, /min.
    pub breaths: Option<i32>,
    /// Oxygen saturation, %.
    pub spo2: Option<i32>,
    /// Glucose, mmol/L.
    pub glucose: Option<f64>,
    /// What they complain of.
    pub complaints: Complaints,
    /// The access can be used; what was felt and heard of it is an assessment of its own ([`super::access`]).
    pub access_safe: bool,
    /// The machine passed its own test.
    pub self_test_passed: bool,
    /// Conductivity of the dialysate by the machine, mS/cm.
    pub conductivity: f64,
    /// They agree to be treated today.
    pub consented: bool,
    /// Fluid that shall be taken.
    pub uf_goal: Millilitres,
    /// Urea of the blood before, mmol/L, when it was taken.
    pub urea: Option<Urea>,
    /// What else.
    pub note: Option<String>,
}

named! {
    /// Why a treatment may not start with what was found.
    Gap {
        /// The machine did not pass its own test.
        SelfTest = "self_test",
        /// The dialysate does not conduct as it should.
        Conductivity = "conductivity",
        /// The access cannot be used.
        Access = "access",
        /// They do not agree.
        Consent = "consent",
    }
}

impl Before {
    /// What stands in the way of a start.
    pub fn gaps(&self) -> Vec<Gap> {
        let (low, high) = CONDUCTIVITY_FIT;
        let found = [
            (Gap::SelfTest, !self.self_test_passed),
            (Gap::Conductivity, !(low..=high).contains(&self.conductivity)),
            (Gap::Access, !self.access_safe),
            (Gap::Consent, !self.consented),
        ];
        found.into_iter().filter_map(|(gap, is)| is.then_some(gap)).collect()
    }

    /// By how much the systolic pressure falls on standing up. 20 mmHg and more is a fall in the sense of the consensus statement of 2011 (Freeman, Clinical Autonomic Research 21:69).
    pub fn fall_on_standing(&self) -> Option<MmHg> {
        self.standing
            .map(|standing| MmHg(self.lying.systolic.0 - standing.systolic.0))
    }
}

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
    /// /min.
    pub breaths: String,
    /// %.
    pub spo2: String,
    /// In the unit of who types.
    pub glucose: String,
    /// Names of [`Symptom`] with commas between, or [`Complaints::NOTHING`]; empty: nobody asked.
    pub symptoms: String,
    /// `yes` or `no`.
    pub access_safe: String,
    /// `yes` or `no`.
    pub self_test_passed: String,
    /// mS/cm.
    pub conductivity: String,
    /// `yes` or `no`.
    pub consented: String,
    /// mL.
    pub uf_goal: String,
    /// mmol/L; empty when it was not taken.
    pub urea: String,
    /// Text.
    pub note: String,
}

impl Typed {
    /// Each field and what stands in it, for a form that comes back.
    pub fn fields(&self) -> [(&'static str, &str); 18] {
        [
            ("weight", &self.weight),
            ("lying_systolic", &self.lying_systolic),
            ("lying_diastolic", &self.lying_diastolic),
            ("standing_systolic", &self.standing_systolic),
            ("standing_diastolic", &self.standing_diastolic),
            ("pulse", &self.pulse),
            ("temperature", &self.temperature),
            ("breaths", &self.breaths),
            ("spo2", &self.spo2),
            ("glucose", &self.glucose),
            ("symptoms", &self.symptoms),
            ("access_safe", &self.access_safe),
            ("self_test_passed", &self.self_test_passed),
            ("conductivity", &self.conductivity),
            ("consented", &self.consented),
            ("uf_goal", &self.uf_goal),
            ("urea", &self.urea),
            ("note", &self.note),
        ]
    }

    /// Reads it in the units of who types.
    ///
    /// # Errors
    /// A fault for each field that is missing or out of its range.
    pub fn read(&self, units: Units) -> Result<Before, Vec<Invalid>> {
        let mut it = Reader::default();
        let read = Before {
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
            breaths: it.maybe_found("breaths", &self.breaths, BREATHS),
            spo2: it.maybe_found("spo2", &self.spo2, SPO2),
            glucose: it.maybe_unit("glucose", &self.glucose, units.glucose, GLUCOSE),
            complaints: Complaints::read(&mut it, &self.symptoms),
            access_safe: it.answer("access_safe", &self.access_safe),
            self_test_passed: it.answer("self_test_passed", &self.self_test_passed),
            conductivity: it.number("conductivity", &self.conductivity, CONDUCTIVITY),
            consented: it.answer("consented", &self.consented),
            uf_goal: Millilitres(it.number("uf_goal", &self.uf_goal, UF_GOAL)),
            urea: it.maybe("urea", &self.urea, UREA).map(Urea),
            note: it.maybe_text("note", &self.note, 500),
        };
        if read.complaints.symptoms().contains(&Symptom::Other) && read.note.is_none() {
            it.fault("note", "Say what else they complain of.");
        }
        it.done(read)
    }
}

impl Reader {
    /// A value in the unit of who types, as it is kept.
    pub(super) fn unit(&mut self, field: &str, typed: &str, unit: Unit, plausible: (f64, f64)) -> f64 {
        unit.read(field, typed, plausible).unwrap_or_else(|fault| {
            self.fault(&fault.field, &fault.reason);
            0.0
        })
    }

    /// The same, which may stay empty.
    pub(super) fn maybe_unit(&mut self, field: &str, typed: &str, unit: Unit, plausible: (f64, f64)) -> Option<f64> {
        (!typed.trim().is_empty()).then(|| self.unit(field, typed, unit, plausible))
    }

    /// Two pressures of which the first is the higher.
    pub(super) fn pressure(&mut self, systolic: (&str, &str), diastolic: (&str, &str)) -> Pressure {
        let above = self.found(systolic.0, systolic.1, SYSTOLIC);
        let below = self.found(diastolic.0, diastolic.1, DIASTOLIC);
        if above > 0.0 && below >= above {
            self.fault(
                diastolic.0,
                "The diastolic pressure is below the systolic one. Check both.",
            );
        }
        Pressure::of(above, below)
    }

    /// The same, both of which may stay empty.
    pub(super) fn maybe_pressure(&mut self, systolic: (&str, &str), diastolic: (&str, &str)) -> Option<Pressure> {
        let is_there = !systolic.1.trim().is_empty() || !diastolic.1.trim().is_empty();
        is_there.then(|| self.pressure(systolic, diastolic))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed() -> Typed {
        let text = |text: &str| text.to_owned();
        Typed {
            weight: text("74.9"),
            lying_systolic: text("148"),
            lying_diastolic: text("82"),
            standing_systolic: text("126"),
            standing_diastolic: text("78"),
            pulse: text("76"),
            symptoms: text("oedema,breathless"),
            access_safe: text("yes"),
            self_test_passed: text("yes"),
            conductivity: text("14.0"),
            consented: text("yes"),
            uf_goal: text("2800"),
            ..Typed::default()
        }
    }

    #[test]
    fn a_check_is_read_and_lets_a_treatment_start() {
        let before = typed().read(Units::STORED).unwrap();
        assert_eq!(before.weight, Kilograms(74.9));
        assert_eq!(before.complaints.symptoms(), [Symptom::Breathless, Symptom::Oedema]);
        assert_eq!(before.fall_on_standing(), Some(MmHg(22.0)));
        assert_eq!(before.lying.mean(), MmHg(104.0));
        assert!(before.gaps().is_empty());
    }

    #[test]
    fn that_nothing_is_ticked_says_that_nobody_asked_and_nothing_is_not_said_beside_something() {
        let read = |symptoms: &str| {
            let typed = Typed {
                symptoms: symptoms.into(),
                ..typed()
            };
            typed.read(Units::STORED).map(|before| before.complaints)
        };
        assert_eq!(read(""), Ok(Complaints::NotAsked));
        assert_eq!(read("none"), Ok(Complaints::Nothing));
        assert_eq!(read("cramps"), Ok(Complaints::These(vec![Symptom::Cramps])));
        for both in ["none,cramps", "cramps,none"] {
            let faults = read(both).unwrap_err();
            assert_eq!((faults.len(), faults[0].field.as_str()), (1, "symptoms"), "{both}");
        }
        assert_eq!(read("itching").unwrap_err()[0].field, "symptoms");
        // What is kept reads as it was written, and what is older than the question says no more than it knows.
        for kept in [Complaints::Nothing, Complaints::NotAsked, Complaints::NoneNoted] {
            assert_eq!(Complaints::of(kept.symptoms().to_vec(), kept.asked()), kept);
        }
        assert_eq!(Complaints::Nothing.boxes(), [Complaints::NOTHING]);
        assert!(Complaints::NoneNoted.boxes().is_empty());
    }

    #[test]
    fn who_cannot_stand_has_no_second_pressure_and_half_of_one_is_a_fault() {
        let lying = Typed {
            standing_systolic: String::new(),
            standing_diastolic: String::new(),
            ..typed()
        };
        assert_eq!(lying.read(Units::STORED).unwrap().standing, None);
        let half = Typed {
            standing_diastolic: String::new(),
            ..typed()
        };
        assert_eq!(half.read(Units::STORED).unwrap_err()[0].field, "standing_diastolic");
    }

    #[test]
    fn a_failed_test_wrong_dialysate_and_an_unsafe_access_stand_in_the_way() {
        let bad = Typed {
            self_test_passed: "no".into(),
            conductivity: "12.4".into(),
            access_safe: "no".into(),
            consented: "no".into(),
            ..typed()
        };
        let gaps = bad.read(Units::STORED).unwrap().gaps();
        assert_eq!(gaps, [Gap::SelfTest, Gap::Conductivity, Gap::Access, Gap::Consent]);
        for edge in ["12.5", "15.5"] {
            let fit = Typed {
                conductivity: edge.into(),
                ..typed()
            };
            assert!(fit.read(Units::STORED).unwrap().gaps().is_empty(), "{edge}");
        }
    }

    #[test]
    fn nothing_is_taken_for_granted() {
        let faults = Typed::default().read(Units::STORED).unwrap_err();
        let fields: Vec<&str> = faults.iter().map(|fault| fault.field.as_str()).collect();
        assert_eq!(
            fields,
            [
                "weight",
                "lying_systolic",
                "lying_diastolic",
                "access_safe",
                "self_test_passed",
                "conductivity",
                "consented",
                "uf_goal"
            ]
        );
        let turned = Typed {
            lying_systolic: "80".into(),
            lying_diastolic: "120".into(),
            ..typed()
        };
        assert_eq!(turned.read(Units::STORED).unwrap_err()[0].field, "lying_diastolic");
    }

    #[test]
    fn a_weight_is_typed_in_the_readers_unit() {
        let pounds = Typed {
            weight: "165.1".into(),
            ..typed()
        };
        let units = Units::of_locale("en-US");
        let read = pounds.read(units).unwrap().weight;
        assert!((read.0 - 74.9).abs() < 0.05, "{read:?}");
    }
}
