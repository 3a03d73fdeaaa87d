//! A prescription line by line, as pages and papers list it.
//!
//! # Adding a line
//! A part here, its line in [`Prescription::lines`], and its words in `app/src/forms/dialysis/names.rs`.

use super::{Anticoagulant, Prescription};
use crate::dialysis::days::Days;
use crate::dialysis::named::named;
use crate::dialysis::uf_steps::UfSteps;

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
        /// How pure the dialysis fluid has to be.
        DialysisFluid = "dialysis_fluid",
        /// How much fluid.
        UfGoal = "uf_goal",
        /// How the fluid is taken.
        UfProfile = "uf_profile",
        /// The share of each quarter of the time.
        UfSteps = "uf_steps",
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
    /// A share of each quarter of the time.
    Steps(UfSteps),
    /// Nobody said the shares of a profile, so nothing is compared with it.
    NotWatched,
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
        // An even profile says all by its name.
        let steps = match self.course() {
            Some(steps) => self.uf_steps.map(|_| Shown::Steps(steps)),
            None => Some(Shown::NotWatched),
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
            (
                Part::DialysisFluid,
                self.modality
                    .fluid(self.dialysis_fluid)
                    .map(|fluid| Shown::Name(fluid.name())),
            ),
            (Part::UfGoal, some(self.uf_goal, goal).or(Some(Shown::ToDryWeight))),
            (Part::UfProfile, of_session(Some(Shown::Name(self.uf_profile.name())))),
            (Part::UfSteps, of_session(steps)),
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
}
