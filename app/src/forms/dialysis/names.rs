//! What the things of `domain::dialysis` are called, in English as `locales/en.ftl` has it word for word: `lang::of_english` finds the reader's language.

use domain::dialysis::Guard;
use domain::dialysis::access::{AccessEnd, AccessKind, ExitSite, Feel, Felt, Side, Sign};
use domain::dialysis::access_look::Found as AccessFound;
use domain::dialysis::adequacy::{Figure, Input, Stands};
use domain::dialysis::after::Washback;
use domain::dialysis::amended::Number;
use domain::dialysis::before::{Gap, Symptom};
use domain::dialysis::continuous::What;
use domain::dialysis::days::Weekday;
use domain::dialysis::during::{EventKind, InterventionKind, Route};
use domain::dialysis::infection::{Agent, Found};
use domain::dialysis::lots::LotKind;
use domain::dialysis::patterns::Pattern;
use domain::dialysis::prescription::{Anticoagulant, DialysisFluid, Modality, Part, UfProfile};
use domain::dialysis::samples::Taken;
use domain::dialysis::session::{Absence, CalledOff, Early, Stage};
use domain::dialysis::shown::Shown;
use domain::dialysis::uf::ByWeight;
use hospital::dialysis::need::Need;

macro_rules! names {
    ($($(#[$doc:meta])* $function:ident($enum:ident) { $($one:ident => $words:literal,)+ })+) => {$(
        $(#[$doc])*
        pub const fn $function(it: $enum) -> &'static str {
            match it {
                $($enum::$one => $words,)+
            }
        }
    )+};
}

names! {
    /// A number that machines show.
    shown(Shown) {
        BloodFlow => "Blood flow",
        DialysateFlow => "Dialysate flow",
        Arterial => "Arterial pressure",
        Venous => "Venous pressure",
        Tmp => "Transmembrane pressure",
        UfRate => "Fluid rate",
        UfRemoved => "Fluid removed",
        Conductivity => "Conductivity",
        DialysateTemperature => "Dialysate temperature",
        AnticoagulantGiven => "Anticoagulant given so far",
    }

    /// How far a session has come.
    stage(Stage) {
        Booked => "Booked",
        CheckedIn => "Checked in",
        Running => "Running",
        Closed => "Ended",
        Interrupted => "Ended early",
        Signed => "Signed",
        DidNotAttend => "Did not come",
        Cancelled => "Called off",
    }
    /// How the blood is cleaned.
    modality(Modality) {
        Hd => "Haemodialysis",
        HdfPre => "Haemodiafiltration, before the dialyser",
        HdfPost => "Haemodiafiltration, after the dialyser",
        Hf => "Haemofiltration",
        Iuf => "Isolated ultrafiltration",
        Cvvhdf => "Continuous haemodiafiltration (CVVHDF)",
    }
    /// What a machine does that runs around the clock.
    continuous(What) {
        BloodFlow => "Blood flow",
        Dialysate => "Dialysate flow",
        Replacement => "Replacement fluid",
        Removal => "Fluid taken from the patient",
        Effluent => "Effluent",
        Access => "Access pressure",
        Return => "Return pressure",
        Transmembrane => "Transmembrane pressure",
    }
    /// How pure the dialysis fluid has to be.
    dialysis_fluid(DialysisFluid) {
        Standard => "Standard dialysis fluid",
        Ultrapure => "Ultrapure dialysis fluid",
    }
    /// How the fluid is taken over the time.
    uf_profile(UfProfile) {
        Even => "Even",
        Falling => "Falling",
        Stepped => "In steps",
    }
    /// What keeps the blood from clotting.
    anticoagulant(Anticoagulant) {
        None => "No anticoagulant",
        Heparin => "Heparin",
        Lmwh => "Low-molecular-weight heparin",
        Citrate => "Citrate",
        Other => "Another anticoagulant",
    }
    /// A line of a prescription.
    part(Part) {
        Modality => "Treatment",
        Minutes => "Duration",
        Days => "Days",
        Dialyser => "Dialyser",
        BloodFlow => "Blood flow",
        DialysateFlow => "Dialysate flow",
        Potassium => "Potassium",
        Calcium => "Calcium",
        Sodium => "Sodium",
        SodiumEnd => "Sodium at the end",
        Bicarbonate => "Bicarbonate",
        Temperature => "Dialysate temperature",
        DialysisFluid => "Dialysis fluid",
        UfGoal => "Fluid to remove",
        UfProfile => "Fluid profile",
        UfSteps => "Fluid in each quarter of the time",
        MaxUfRate => "Highest fluid rate",
        Anticoagulant => "Anticoagulant",
        LoadingDose => "Dose at the start",
        HourlyDose => "Dose an hour",
        StopBefore => "Stops before the end",
        AnticoagulantWords => "About the anticoagulant",
        NeedleGauge => "Needles",
        SingleNeedle => "Single needle",
        Substitution => "Substitution",
    }
    /// A day of the week.
    weekday(Weekday) {
        Monday => "Monday",
        Tuesday => "Tuesday",
        Wednesday => "Wednesday",
        Thursday => "Thursday",
        Friday => "Friday",
        Saturday => "Saturday",
        Sunday => "Sunday",
    }
    /// What somebody complains of.
    symptom(Symptom) {
        Breathless => "Short of breath",
        Oedema => "Swollen",
        Dizzy => "Dizzy",
        Nausea => "Sick or vomiting",
        Cramps => "Cramps",
        ChestPain => "Pain in the chest",
        Fever => "Fever or shivering",
        Bleeding => "Bleeding",
        Fall => "A fall since the last time",
        Other => "Something else",
    }
    /// What stands in the way of a start.
    gap(Gap) {
        SelfTest => "The machine has not passed its own test.",
        Conductivity => "The conductivity is not between 12.5 and 15.5 mS/cm.",
        Access => "The access cannot be used.",
        Consent => "They do not agree to be treated.",
    }
    /// What was done.
    intervention(InterventionKind) {
        Saline => "Saline given",
        UfPaused => "Fluid removal paused",
        UfResumed => "Fluid removal resumed",
        UfLowered => "Fluid removal slowed",
        BloodFlowChanged => "Blood flow changed",
        LegsRaised => "Legs raised",
        Oxygen => "Oxygen given",
        DialysateCooled => "Dialysate cooled",
        NeedleMoved => "Needle moved",
        DoctorCalled => "Doctor called",
        Other => "Something else was done",
    }
    /// The way a medicine is given.
    route(Route) {
        Circuit => "Into the circuit",
        Intravenous => "Into a vein",
        Oral => "By mouth",
        Subcutaneous => "Under the skin",
        Lock => "As a lock of the catheter",
    }
    /// What was found of the access while blood ran.
    access_found(AccessFound) {
        Fine => "Nothing wrong",
        Bleeding => "Bleeding",
        Swelling => "Swelling",
        NeedleMoved => "Needle out of place",
        LineLoose => "Line loose",
        Other => "Something else",
    }
    /// What went wrong.
    event(EventKind) {
        Hypotension => "The pressure fell",
        Cramps => "Cramps",
        Headache => "Headache",
        Nausea => "Sick or vomiting",
        Dizzy => "Dizzy",
        Fainted => "Fainted",
        ChestPain => "Pain in the chest",
        CircuitClotted => "The circuit clotted",
        BlownAccess => "The fistula blew",
        RepeatedCannulation => "Needled more than once",
        ProlongedBleeding => "It bled long",
        NeedleDislodged => "A needle came out",
        Air => "Air in the line",
        MachineAlarm => "Alarm of the machine",
        Fever => "Fever or shivering",
        Other => "Something else",
    }
    /// A number of a session that may be amended, with the unit in which it is typed; that of a weight is the reader's (`super::amendments`).
    number(Number) {
        WeightBefore => "Weight before",
        WeightAfter => "Weight after",
        UfRemoved => "Fluid removed (mL)",
        Minutes => "Minutes that blood ran",
    }
    /// When blood was taken.
    taken(Taken) {
        Pre => "Before the session",
        Post => "After the session",
    }
    /// How the blood came back.
    washback(Washback) {
        Clear => "Clear",
        Streaked => "Streaked",
        Clotted => "Clotted",
        NotDone => "Not given back",
    }
    /// What a lot is of.
    lot(LotKind) {
        Dialyser => "Dialyser",
        Lines => "Lines",
        Needles => "Needles",
        Concentrate => "Concentrate",
        Other => "Something else",
    }
    /// Why somebody did not come.
    absence(Absence) {
        Unknown => "Nobody knows",
        Ill => "They are ill",
        InHospital => "They are in hospital",
        Transport => "Nobody brought them",
        Refused => "They did not want to",
        Away => "They are away",
        Other => "Another reason",
    }
    /// Why a session was called off.
    called_off(CalledOff) {
        Moved => "Moved to another time",
        Patient => "They asked for it",
        Ill => "They are ill",
        InHospital => "They are in hospital",
        Machine => "No machine",
        Staff => "Not enough people",
        Holiday => "They are away",
        Left => "They left before anything was connected",
        Other => "Another reason",
    }
    /// Why a treatment ended before its time.
    early(Early) {
        PatientWish => "They wished it",
        Hypotension => "The pressure fell",
        Cramps => "Cramps",
        Access => "The access",
        Clotted => "The circuit clotted",
        Machine => "The machine",
        Unwell => "They were unwell",
        Emergency => "An emergency in the room",
        Other => "Another reason",
    }
    /// What an access is.
    access_kind(AccessKind) {
        Fistula => "Fistula",
        Graft => "Graft",
        Tunnelled => "Tunnelled catheter",
        NonTunnelled => "Catheter, not tunnelled",
    }
    /// On which side.
    side(Side) {
        Left => "Left",
        Right => "Right",
    }
    /// Why an access is used no longer.
    access_end(AccessEnd) {
        Failed => "It failed",
        Removed => "It was taken out",
        Infected => "It was infected",
        Replaced => "Another came in its place",
        Mistake => "It was written by mistake",
    }
    /// How much of a thrill or a bruit there is.
    felt(Felt) {
        Present => "As it should be",
        Weak => "Weak",
        Absent => "None",
    }
    /// How a vessel feels.
    feel(Feel) {
        Soft => "Soft",
        Firm => "Firm",
        Pulsatile => "It beats like an artery",
    }
    /// How an exit looks.
    exit_site(ExitSite) {
        Clean => "Clean",
        Red => "Red",
        Swollen => "Swollen",
        Discharge => "Discharge",
    }
    /// What somebody should look at.
    sign(Sign) {
        Silent => "No thrill or bruit",
        Weak => "Weak thrill or bruit",
        Pulsatile => "It beats like an artery",
        Aneurysm => "A bulge",
        ExitSite => "The exit is not clean",
        LowFlow => "Low flow",
    }
    /// What is looked for.
    agent(Agent) {
        Hbv => "Hepatitis B",
        Hcv => "Hepatitis C",
        Hiv => "HIV",
        Mrsa => "MRSA",
        Vre => "VRE",
        Tb => "Tuberculosis",
        Covid19 => "Covid-19",
        Other => "Something else",
    }
    /// What was found.
    found(Found) {
        Positive => "Positive",
        Negative => "Negative",
        Immune => "Immune",
        Pending => "Not known yet",
    }
    /// A figure of adequacy.
    figure(Figure) {
        Urr => "Urea reduction (URR)",
        SpKtv => "Kt/V, single pool",
        EKtv => "Kt/V, equilibrated (Daugirdas)",
        EKtvTattersall => "Kt/V, equilibrated (Tattersall)",
        StdKtv => "Kt/V of a week (standard)",
    }
    /// What went into a figure.
    input(Input) {
        Pre => "urea before",
        Post => "urea after",
        Ratio => "R",
        Time => "t",
        Uf => "fluid removed",
        Weight => "weight after",
        SpKtv => "spKt/V",
        EKtv => "eKt/V",
        PerWeek => "sessions a week",
    }
    /// How a figure stands.
    stands(Stands) {
        Target => "On target",
        Minimum => "Above the least, below the target",
        Below => "Below the least",
    }
    /// Why a formula has no answer.
    guard(Guard) {
        Weight => "A weight is missing.",
        Time => "The duration is missing.",
        Urea => "Urea before or after is missing.",
        NotFalling => "Urea after is not below urea before.",
        OutsideFormula => "Urea fell so far that the formula does not hold.",
        Volume => "The fluid removed is missing.",
        Schedule => "The sessions of a week are missing.",
    }
    /// By which weight a rate is divided.
    by_weight(ByWeight) {
        Post => "by the weight after",
        Pre => "by the weight before",
        Dry => "by the dry weight",
    }
    /// What goes one way from week to week.
    pattern(Pattern) {
        FallingPressure => "Lowest blood pressure falls",
        FallingPressureBefore => "Blood pressure before falls",
        RisingVenous => "Venous pressure rises",
        FallingArterial => "Arterial pressure gets more negative",
        RisingGain => "Weight gained between sessions rises",
    }
    /// Why somebody is needed at a chair.
    need(Need) {
        Alarm => "Alarm",
        Event => "Something happened",
        Pressure => "Blood pressure is low",
        Access => "Look at the access",
        TimeIsOver => "The time is over",
        Late => "Has not come",
        SecondLook => "Second look",
        Witness => "Witness wanted",
        Waits => "Waits to start",
        LookAfter => "Look afterwards",
        Signature => "To be signed",
        Nothing => "Nothing waits",
    }
}
