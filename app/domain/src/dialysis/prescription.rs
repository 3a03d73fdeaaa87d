//! What a doctor prescribes for each treatment. A prescription is never changed: revising ends one, with a reason, and the next begins.
//!
//! Its limits are those of "Prescription" in the specification's clinical facts (bicarbonate 22 to 43 mmol/L, dialysate temperature 35 to 37 °C, needles 14 to 17 G) and, where
//! that names none, wider than any machine or concentrate sold: they catch a wrong unit, not a wrong thought.

use serde::{Deserialize, Serialize};

use super::days::{Days, Weekday};
use super::named::named;
use super::read::{Range, Reader};
use super::uf_steps::UfSteps;
use crate::invalid::Invalid;
use crate::numbers::fixed;

mod lines;

pub use lines::{Part, Shown};

named! {
    /// How the blood is cleaned.
    Modality {
        /// Haemodialysis.
        Hd = "hd",
        /// Haemodiafiltration, substitution before the dialyser.
        HdfPre = "hdf_pre",
        /// Haemodiafiltration, substitution after the dialyser.
        HdfPost = "hdf_post",
        /// Haemofiltration.
        Hf = "hf",
        /// Isolated ultrafiltration: fluid only.
        Iuf = "iuf",
        /// Continuous veno-venous haemodiafiltration: around the clock, at the bed of somebody in intensive care.
        Cvvhdf = "cvvhdf",
    }
}

impl Modality {
    /// Whether fluid is given into the blood, so that the machine and the water have to be fit for it.
    pub const fn substitutes(self) -> bool {
        matches!(self, Self::HdfPre | Self::HdfPost | Self::Hf | Self::Cvvhdf)
    }

    /// Whether dialysate flows.
    pub const fn dialyses(self) -> bool {
        matches!(self, Self::Hd | Self::HdfPre | Self::HdfPost | Self::Cvvhdf)
    }

    /// Whether it runs around the clock: no chair, no session of hours, and none of the rules that go by a session ([`super::continuous`]).
    pub const fn is_continuous(self) -> bool {
        matches!(self, Self::Cvvhdf)
    }

    /// The dialysis fluid that the machine makes for it, where `asked` is prescribed: ultrapure in any case where substitution fluid is made of it (ISO 23500-5:2019, 4.1.4). None
    /// where none is made: fluid alone is taken, or what flows comes in bags.
    pub const fn fluid(self, asked: DialysisFluid) -> Option<DialysisFluid> {
        match self {
            Self::Hd => Some(asked),
            Self::HdfPre | Self::HdfPost | Self::Hf => Some(DialysisFluid::Ultrapure),
            Self::Iuf | Self::Cvvhdf => None,
        }
    }
}

named! {
    /// How pure the dialysis fluid has to be. The limits of each, and the tests of it, stand in [`crate::devices::water`].
    DialysisFluid {
        /// Standard dialysis fluid (ISO 23500-5:2019, 4.1.2).
        Standard = "standard",
        /// Ultrapure dialysis fluid (ISO 23500-5:2019, 4.1.3): without a valid test of it nothing is booked or started.
        Ultrapure = "ultrapure",
    }
}

named! {
    /// How the fluid is taken over the time.
    UfProfile {
        /// The same all the time.
        Even = "even",
        /// More at first, less later.
        Falling = "falling",
        /// In steps.
        Stepped = "stepped",
    }
}

impl UfProfile {
    /// The share of the goal in each quarter of the time, where these are prescribed with it; none of a profile that is a name alone.
    pub fn course(self, prescribed: Option<UfSteps>) -> Option<UfSteps> {
        match self {
            Self::Even => Some(UfSteps::EVEN),
            Self::Falling | Self::Stepped => prescribed,
        }
    }
}

named! {
    /// What keeps the blood from clotting.
    Anticoagulant {
        /// None: rinsing only.
        None = "none",
        /// Unfractionated heparin, in units.
        Heparin = "heparin",
        /// Low-molecular-weight heparin, in units.
        Lmwh = "lmwh",
        /// Citrate, regional.
        Citrate = "citrate",
        /// Another, which the note names.
        Other = "other",
    }
}

/// What keeps the blood from clotting, and how much of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Anticoagulation {
    /// What.
    pub kind: Anticoagulant,
    /// At the start, in international units; mL of citrate.
    pub loading_dose: Option<i32>,
    /// Each hour, in the same unit.
    pub hourly_dose: Option<i32>,
    /// Stopped so many minutes before the end.
    pub stop_before: Option<i32>,
    /// What else is to be known of it; names another.
    pub words: Option<String>,
}

/// One prescription.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Prescription {
    /// How the blood is cleaned.
    pub modality: Modality,
    /// How long, min; around the clock it is [`DAY`].
    pub minutes: i32,
    /// On which days of the week; around the clock on all.
    pub days: Days,
    /// The dialyser by its name.
    pub dialyser: String,
    /// Blood flow (Qb), mL/min.
    pub blood_flow: i32,
    /// Dialysate flow (Qd), mL/min; none without dialysate.
    pub dialysate_flow: Option<i32>,
    /// Potassium of the dialysate, mmol/L.
    pub potassium: f64,
    /// Calcium of the dialysate, mmol/L.
    pub calcium: f64,
    /// Sodium of the dialysate, mmol/L; where a profile begins.
    pub sodium: i32,
    /// Where a profile of sodium ends, mmol/L; none: it stays as it begins.
    pub sodium_end: Option<i32>,
    /// Bicarbonate of the dialysate, mmol/L.
    pub bicarbonate: i32,
    /// Temperature of the dialysate, °C.
    pub temperature: f64,
    /// How pure the dialysis fluid has to be, as it was asked for; what holds says [`Modality::fluid`].
    pub dialysis_fluid: DialysisFluid,
    /// How much fluid is to be taken, mL; none: down to the dry weight. Around the clock: in 24 hours, and never none.
    pub uf_goal: Option<i32>,
    /// How the fluid is taken over the time.
    pub uf_profile: UfProfile,
    /// The share of the goal in each quarter of the time; none with an even profile, and where nobody said.
    pub uf_steps: Option<UfSteps>,
    /// The most fluid in a time that is taken, mL/kg/h by the weight after the treatment. Around the clock nothing goes by it: its source is of sessions ([`super::uf`]).
    pub max_uf_rate: f64,
    /// What keeps the blood from clotting.
    pub anticoagulation: Anticoagulation,
    /// Needles, gauge; none with a catheter.
    pub needle_gauge: Option<i32>,
    /// One needle draws and gives back in turns.
    pub single_needle: bool,
    /// Substitution in one treatment, L; around the clock in 24 hours; none where nothing is substituted.
    pub substitution: Option<f64>,
}

/// Minutes of a day: what is prescribed around the clock is prescribed by the day.
pub const DAY: i32 = 1_440;

const MINUTES: Range = Range(30.0, 720.0, 0, "min");
const BLOOD_FLOW: Range = Range(50.0, 600.0, 0, "mL/min");
const DIALYSATE_FLOW: Range = Range(100.0, 1_000.0, 0, "mL/min");
/// Around the clock it flows so slowly that people say it in mL/h: a number of these is caught.
const DIALYSATE_FLOW_CONTINUOUS: Range = Range(1.0, 200.0, 0, "mL/min");
const POTASSIUM: Range = Range(0.0, 5.0, 1, "mmol/L");
const CALCIUM: Range = Range(0.0, 2.5, 2, "mmol/L");
const SODIUM: Range = Range(120.0, 160.0, 0, "mmol/L");
const BICARBONATE: Range = Range(22.0, 43.0, 0, "mmol/L");
const TEMPERATURE: Range = Range(35.0, 37.0, 1, "°C");
const UF_GOAL: Range = Range(0.0, 8_000.0, 0, "mL");
/// In a day: what is infused meanwhile is taken as well.
const UF_GOAL_CONTINUOUS: Range = Range(0.0, 24_000.0, 0, "mL");
/// The most that the specification lets stand without a warning that must be seen, [`super::uf::STRONG`], is also the most that can be prescribed.
const MAX_UF_RATE: Range = Range(1.0, 13.0, 1, "mL/kg/h");
const LOADING: Range = Range(0.0, 20_000.0, 0, "IU");
const HOURLY: Range = Range(0.0, 10_000.0, 0, "IU");
const STOP_BEFORE: Range = Range(0.0, 240.0, 0, "min");
const GAUGE: Range = Range(14.0, 17.0, 0, "G");
const SUBSTITUTION: Range = Range(1.0, 80.0, 1, "L");
const SUBSTITUTION_CONTINUOUS: Range = Range(1.0, 200.0, 1, "L");

/// The same as typed; the names are those of the form's fields.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Typed {
    /// [`Modality`] by its name.
    pub modality: String,
    /// min.
    pub minutes: String,
    /// Names of days with commas between: `mon,wed,fri`.
    pub days: String,
    /// Name.
    pub dialyser: String,
    /// mL/min.
    pub blood_flow: String,
    /// mL/min.
    pub dialysate_flow: String,
    /// mmol/L.
    pub potassium: String,
    /// mmol/L.
    pub calcium: String,
    /// mmol/L.
    pub sodium: String,
    /// mmol/L; empty: it stays.
    pub sodium_end: String,
    /// mmol/L.
    pub bicarbonate: String,
    /// °C.
    pub temperature: String,
    /// [`DialysisFluid`] by its name; empty is standard.
    pub dialysis_fluid: String,
    /// mL; empty: to the dry weight.
    pub uf_goal: String,
    /// [`UfProfile`] by its name; empty is even.
    pub uf_profile: String,
    /// [`UfSteps`], as text; empty: nobody said.
    pub uf_steps: String,
    /// mL/kg/h; empty is the most that can be.
    pub max_uf_rate: String,
    /// [`Anticoagulant`] by its name.
    pub anticoagulant: String,
    /// IU.
    pub loading_dose: String,
    /// IU/h.
    pub hourly_dose: String,
    /// min.
    pub stop_before: String,
    /// Text.
    pub anticoagulant_words: String,
    /// G; empty with a catheter.
    pub needle_gauge: String,
    /// `yes`, or empty.
    pub single_needle: String,
    /// L.
    pub substitution: String,
}

impl Typed {
    /// Reads it.
    ///
    /// # Errors
    /// A fault for each field that is missing or out of its range.
    pub fn read(&self) -> Result<Prescription, Vec<Invalid>> {
        let mut it = Reader::default();
        let modality = it.one("modality", &self.modality, Modality::parse, Modality::Hd);
        // Around the clock nobody is asked for how long and on which days.
        let is_continuous = modality.is_continuous();
        let (minutes, days) = if is_continuous {
            (DAY, Days::of(Weekday::ALL.iter().copied()))
        } else {
            let minutes = it.whole("minutes", &self.minutes, MINUTES);
            let days = Days::of(it.several("days", &self.days, Weekday::parse));
            if self.days.trim().is_empty() {
                it.fault("days", "Choose at least one day of the week.");
            }
            (minutes, days)
        };
        let dialyser = it.code("dialyser", &self.dialyser);
        if dialyser.is_empty() {
            it.fault("dialyser", "Enter the dialyser.");
        }
        let blood_flow = it.whole("blood_flow", &self.blood_flow, BLOOD_FLOW);
        let (flow, substituted, goal) = match is_continuous {
            true => (DIALYSATE_FLOW_CONTINUOUS, SUBSTITUTION_CONTINUOUS, UF_GOAL_CONTINUOUS),
            false => (DIALYSATE_FLOW, SUBSTITUTION, UF_GOAL),
        };
        let dialysate_flow = it.maybe_whole("dialysate_flow", &self.dialysate_flow, flow);
        if modality.dialyses() && self.dialysate_flow.trim().is_empty() {
            it.fault("dialysate_flow", "This way of treatment needs a flow of dialysate.");
        }
        let kind = it.one(
            "anticoagulant",
            &self.anticoagulant,
            Anticoagulant::parse,
            Anticoagulant::None,
        );
        let anticoagulation = Anticoagulation {
            kind,
            loading_dose: it.maybe_whole("loading_dose", &self.loading_dose, LOADING),
            hourly_dose: it.maybe_whole("hourly_dose", &self.hourly_dose, HOURLY),
            stop_before: it.maybe_whole("stop_before", &self.stop_before, STOP_BEFORE),
            words: it.maybe_text("anticoagulant_words", &self.anticoagulant_words, 200),
        };
        let is_dosed = [&self.loading_dose, &self.hourly_dose]
            .iter()
            .any(|dose| !dose.trim().is_empty());
        if self.anticoagulant.trim() == Anticoagulant::None.name() && is_dosed {
            it.fault("anticoagulant", "Choose what the dose is of, or leave the dose empty.");
        }
        if kind == Anticoagulant::Other && anticoagulation.words.is_none() {
            it.fault("anticoagulant_words", "Say what it is and how much of it.");
        }
        if is_continuous && self.uf_goal.trim().is_empty() {
            it.fault("uf_goal", "Enter what is to be taken in 24 hours; 0 for nothing.");
        }
        let substitution = it.maybe("substitution", &self.substitution, substituted);
        if modality.substitutes() && self.substitution.trim().is_empty() {
            it.fault("substitution", "This way of treatment needs a volume of substitution.");
        }
        let asked = it.maybe_one("dialysis_fluid", &self.dialysis_fluid, DialysisFluid::parse);
        let fluid = modality.fluid(asked.unwrap_or(DialysisFluid::Standard));
        let uf_profile = it.maybe_one("uf_profile", &self.uf_profile, UfProfile::parse);
        let uf_profile = uf_profile.unwrap_or(UfProfile::Even);
        // Around the clock there is no session to cut into quarters.
        let uf_steps = if is_continuous {
            None
        } else {
            steps(&mut it, &self.uf_steps, uf_profile)
        };
        let max_uf_rate = it.maybe("max_uf_rate", &self.max_uf_rate, MAX_UF_RATE);
        let read = Prescription {
            modality,
            minutes,
            days,
            dialyser,
            blood_flow,
            dialysate_flow: dialysate_flow.filter(|_| modality.dialyses()),
            potassium: it.number("potassium", &self.potassium, POTASSIUM),
            calcium: it.number("calcium", &self.calcium, CALCIUM),
            sodium: it.whole("sodium", &self.sodium, SODIUM),
            sodium_end: it.maybe_whole("sodium_end", &self.sodium_end, SODIUM),
            bicarbonate: it.whole("bicarbonate", &self.bicarbonate, BICARBONATE),
            temperature: it.number("temperature", &self.temperature, TEMPERATURE),
            dialysis_fluid: fluid.unwrap_or(DialysisFluid::Standard),
            uf_goal: it.maybe_whole("uf_goal", &self.uf_goal, goal),
            uf_profile,
            uf_steps,
            max_uf_rate: max_uf_rate.unwrap_or(super::uf::STRONG.0),
            anticoagulation,
            needle_gauge: it.maybe_whole("needle_gauge", &self.needle_gauge, GAUGE),
            single_needle: Reader::yes(&self.single_needle).unwrap_or(false),
            substitution: substitution.filter(|_| modality.substitutes()),
        };
        it.done(read)
    }

    /// A prescription as a form shows it again: revising begins with what holds.
    pub fn of(it: &Prescription) -> Self {
        let whole = |value: Option<i32>| value.map(|value| value.to_string()).unwrap_or_default();
        let clot = &it.anticoagulation;
        Self {
            modality: it.modality.name().into(),
            minutes: it.minutes.to_string(),
            days: it.days.text(),
            dialyser: it.dialyser.clone(),
            blood_flow: it.blood_flow.to_string(),
            dialysate_flow: whole(it.dialysate_flow),
            potassium: fixed(it.potassium, 1),
            calcium: fixed(it.calcium, 2),
            sodium: it.sodium.to_string(),
            sodium_end: whole(it.sodium_end),
            bicarbonate: it.bicarbonate.to_string(),
            temperature: fixed(it.temperature, 1),
            dialysis_fluid: it.dialysis_fluid.name().into(),
            uf_goal: whole(it.uf_goal),
            uf_profile: it.uf_profile.name().into(),
            uf_steps: it.uf_steps.map(UfSteps::text).unwrap_or_default(),
            max_uf_rate: fixed(it.max_uf_rate, 1),
            anticoagulant: clot.kind.name().into(),
            loading_dose: whole(clot.loading_dose),
            hourly_dose: whole(clot.hourly_dose),
            stop_before: whole(clot.stop_before),
            anticoagulant_words: clot.words.clone().unwrap_or_default(),
            needle_gauge: whole(it.needle_gauge),
            single_needle: if it.single_needle { "yes".into() } else { String::new() },
            substitution: it.substitution.map(|litres| fixed(litres, 1)).unwrap_or_default(),
        }
    }

    /// Each field and what stands in it, for a form that comes back.
    pub fn fields(&self) -> [(&'static str, &str); 25] {
        [
            ("modality", &self.modality),
            ("minutes", &self.minutes),
            ("days", &self.days),
            ("dialyser", &self.dialyser),
            ("blood_flow", &self.blood_flow),
            ("dialysate_flow", &self.dialysate_flow),
            ("potassium", &self.potassium),
            ("calcium", &self.calcium),
            ("sodium", &self.sodium),
            ("sodium_end", &self.sodium_end),
            ("bicarbonate", &self.bicarbonate),
            ("temperature", &self.temperature),
            ("dialysis_fluid", &self.dialysis_fluid),
            ("uf_goal", &self.uf_goal),
            ("uf_profile", &self.uf_profile),
            ("uf_steps", &self.uf_steps),
            ("max_uf_rate", &self.max_uf_rate),
            ("anticoagulant", &self.anticoagulant),
            ("loading_dose", &self.loading_dose),
            ("hourly_dose", &self.hourly_dose),
            ("stop_before", &self.stop_before),
            ("anticoagulant_words", &self.anticoagulant_words),
            ("needle_gauge", &self.needle_gauge),
            ("single_needle", &self.single_needle),
            ("substitution", &self.substitution),
        ]
    }
}

/// The shares of a profile, where they are typed.
fn steps(it: &mut Reader, typed: &str, profile: UfProfile) -> Option<UfSteps> {
    if typed.trim().is_empty() {
        return None;
    }
    let steps = UfSteps::parse(typed);
    match steps {
        None => it.fault(
            "uf_steps",
            "Enter four whole shares in %, one for each quarter of the time, 100 in all.",
        ),
        Some(_) if profile == UfProfile::Even => it.fault(
            "uf_steps",
            "With an even profile each quarter takes the same. Leave this empty, or choose another profile.",
        ),
        Some(steps) if profile == UfProfile::Falling && !steps.falls() => it.fault(
            "uf_steps",
            "A profile that falls takes no more in a quarter than in the one before it, and least in the last.",
        ),
        Some(_) => (),
    }
    steps
}

/// The least of a week in hours: Renal Association 2019 (BMC Nephrology 20:379).
pub const LEAST_WEEK: f64 = 12.0;

impl Prescription {
    /// How the fluid is spread over the time; none where nobody said how.
    pub fn course(&self) -> Option<UfSteps> {
        self.uf_profile.course(self.uf_steps)
    }

    /// How many times the mean the largest quarter takes, from the start on; 1 where nobody said how it is spread.
    pub fn peak(&self) -> f64 {
        self.course().and_then(|course| course.peak(0.0)).unwrap_or(1.0)
    }

    /// How many hours a week this is, for [`LEAST_WEEK`].
    pub fn weekly_hours(&self) -> f64 {
        f64::from(self.minutes) / 60.0 * f64::from(self.days.count())
    }
}

#[cfg(test)]
mod tests;
