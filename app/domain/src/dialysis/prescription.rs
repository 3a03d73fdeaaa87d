//! What a doctor prescribes for each treatment. A prescription is never changed: revising ends one, with a reason, and the next begins.
//!
//! Its limits are those of "Prescription" in the specification's clinical facts (bicarbonate 22 to 43 mmol/L, dialysate temperature 35 to 37 °C, needles 14 to 17 G) and, where
//! that names none, wider than any machine or concentrate sold: they catch a wrong unit, not a wrong thought.

use serde::{Deserialize, Serialize};

use super::days::{Days, Weekday};
use super::named::named;
use super::read::{Range, Reader};
use crate::invalid::Invalid;
use crate::numbers::fixed;

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
}

named! {
    /// How the fluid is taken over the time.
    UfProfile {
        /// The same all the time.
        Even = "even",
        /// More at first, less later.
        Falling = "falling",
        /// Steps down.
        Stepped = "stepped",
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
    /// How much fluid is to be taken, mL; none: down to the dry weight. Around the clock: in 24 hours, and never none.
    pub uf_goal: Option<i32>,
    /// How the fluid is taken over the time.
    pub uf_profile: UfProfile,
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
    /// mL; empty: to the dry weight.
    pub uf_goal: String,
    /// [`UfProfile`] by its name; empty is even.
    pub uf_profile: String,
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
        let uf_profile = it.maybe_one("uf_profile", &self.uf_profile, UfProfile::parse);
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
            uf_goal: it.maybe_whole("uf_goal", &self.uf_goal, goal),
            uf_profile: uf_profile.unwrap_or(UfProfile::Even),
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
            uf_goal: whole(it.uf_goal),
            uf_profile: it.uf_profile.name().into(),
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
    pub fn fields(&self) -> [(&'static str, &str); 23] {
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
            ("uf_goal", &self.uf_goal),
            ("uf_profile", &self.uf_profile),
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

named! {
    /// One line of a prescription, as pages list them.
    Part {
        /// How the blood is cleaned.
        Modality = "modality",
        /// How long.
        Minutes = "minutes",
        /// On which days.
        Days = "days",
        /// The dialyser.
        Dialyser = "dialyser",
        /// Blood flow.
        BloodFlow = "blood_flow",
        /// Dialysate flow.
        DialysateFlow = "dialysate_flow",
        /// Potassium.
        Potassium = "potassium",
        /// Calcium.
        Calcium = "calcium",
        /// Sodium.
        Sodium = "sodium",
        /// Where a profile of sodium ends.
        SodiumEnd = "sodium_end",
        /// Bicarbonate.
        Bicarbonate = "bicarbonate",
        /// Temperature of the dialysate.
        Temperature = "temperature",
        /// How much fluid.
        UfGoal = "uf_goal",
        /// How the fluid is taken.
        UfProfile = "uf_profile",
        /// The most fluid in a time.
        MaxUfRate = "max_uf_rate",
        /// What keeps the blood from clotting.
        Anticoagulant = "anticoagulant",
        /// Its dose at the start.
        LoadingDose = "loading_dose",
        /// Its dose each hour.
        HourlyDose = "hourly_dose",
        /// When it stops, before the end.
        StopBefore = "stop_before",
        /// What else is to be known of it.
        AnticoagulantWords = "anticoagulant_words",
        /// The needles.
        NeedleGauge = "needle_gauge",
        /// One needle for both.
        SingleNeedle = "single_needle",
        /// Substitution.
        Substitution = "substitution",
    }
}

/// What stands behind a line.
#[derive(Clone, Debug, PartialEq)]
pub enum Shown {
    /// A thing of a list, by its name; the page has its words.
    Name(&'static str),
    /// The days.
    Days(Days),
    /// Around the clock.
    AroundTheClock,
    /// Down to the dry weight.
    ToDryWeight,
    /// It is so.
    Yes,
    /// A number, its decimals and its unit.
    Number(f64, usize, &'static str),
    /// What somebody typed.
    Text(String),
}

impl Prescription {
    /// Line by line, in the order of a page; what is not prescribed has no line.
    pub fn lines(&self) -> Vec<(Part, Shown)> {
        let clot = &self.anticoagulation;
        let (dose, hourly) = match clot.kind {
            Anticoagulant::Citrate => ("mL", "mL/h"),
            _ => ("IU", "IU/h"),
        };
        let whole = |value: i32, unit| Some(Shown::Number(f64::from(value), 0, unit));
        let some = |value: Option<i32>, unit| value.map(|value| Shown::Number(f64::from(value), 0, unit));
        let is_continuous = self.modality.is_continuous();
        // What is of a session alone has no line where there is none.
        let of_session = |shown: Option<Shown>| shown.filter(|_| !is_continuous);
        let (goal, substituted) = match is_continuous {
            true => ("mL/24 h", "L/24 h"),
            false => ("mL", "L"),
        };
        let lines = [
            (Part::Modality, Some(Shown::Name(self.modality.name()))),
            (
                Part::Minutes,
                of_session(whole(self.minutes, "min")).or(Some(Shown::AroundTheClock)),
            ),
            (Part::Days, of_session(Some(Shown::Days(self.days)))),
            (Part::Dialyser, Some(Shown::Text(self.dialyser.clone()))),
            (Part::BloodFlow, whole(self.blood_flow, "mL/min")),
            (Part::DialysateFlow, some(self.dialysate_flow, "mL/min")),
            (Part::Potassium, Some(Shown::Number(self.potassium, 1, "mmol/L"))),
            (Part::Calcium, Some(Shown::Number(self.calcium, 2, "mmol/L"))),
            (Part::Sodium, whole(self.sodium, "mmol/L")),
            (Part::SodiumEnd, some(self.sodium_end, "mmol/L")),
            (Part::Bicarbonate, whole(self.bicarbonate, "mmol/L")),
            (Part::Temperature, Some(Shown::Number(self.temperature, 1, "°C"))),
            (Part::UfGoal, some(self.uf_goal, goal).or(Some(Shown::ToDryWeight))),
            (Part::UfProfile, of_session(Some(Shown::Name(self.uf_profile.name())))),
            (
                Part::MaxUfRate,
                of_session(Some(Shown::Number(self.max_uf_rate, 1, "mL/kg/h"))),
            ),
            (Part::Anticoagulant, Some(Shown::Name(clot.kind.name()))),
            (Part::LoadingDose, some(clot.loading_dose, dose)),
            (Part::HourlyDose, some(clot.hourly_dose, hourly)),
            (Part::StopBefore, of_session(some(clot.stop_before, "min"))),
            (Part::AnticoagulantWords, clot.words.clone().map(Shown::Text)),
            (Part::NeedleGauge, some(self.needle_gauge, "G")),
            (Part::SingleNeedle, self.single_needle.then_some(Shown::Yes)),
            (
                Part::Substitution,
                self.substitution.map(|litres| Shown::Number(litres, 1, substituted)),
            ),
        ];
        lines
            .into_iter()
            .filter_map(|(part, shown)| Some((part, shown?)))
            .collect()
    }

    /// How many hours a week this is, for the least of twelve (Renal Association, BMC Nephrology 20:379, 2019).
    pub fn weekly_hours(&self) -> f64 {
        f64::from(self.minutes) / 60.0 * f64::from(self.days.count())
    }
}

#[cfg(test)]
mod tests;
