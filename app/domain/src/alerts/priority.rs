//! How urgent an alarm is: what happens if nobody responds, and how soon ([`matrix`], after IEC 60601-1-8).
//!
//! To add a kind of alarm, give it its harm and onset in [`harm_and_onset`] with the reason; its priority follows.

use serde::{Deserialize, Serialize};

use super::limits::Level;
use super::{Kind, Side};
use crate::telemetry::Parameter;

/// How urgent. High sorts first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Priority {
    /// Red; stays listed until somebody has seen it.
    High,
    /// Yellow.
    Medium,
    /// Cyan.
    Low,
}

impl Priority {
    /// Every priority, the most urgent first.
    pub const ALL: [Self; 3] = [Self::High, Self::Medium, Self::Low];

    /// The name in the database and in the API.
    pub const fn name(self) -> &'static str {
        match self {
            Self::High => "high",
            Self::Medium => "medium",
            Self::Low => "low",
        }
    }

    /// The priority of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|priority| priority.name() == name)
    }

    /// Whether this is more urgent than `other`.
    pub fn exceeds(self, other: Self) -> bool {
        self < other
    }
}

/// What happens to the patient if nobody responds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Harm {
    /// Death or irreversible injury.
    Death,
    /// Reversible injury.
    Reversible,
    /// Minor injury or discomfort.
    Minor,
}

/// How soon it happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Onset {
    /// Usually too soon for a person to act by hand.
    Immediate,
    /// Usually time enough for a person to act by hand.
    Prompt,
    /// Later than that.
    Delayed,
}

/// The priority of a harm that begins so soon. Source: the alarm condition priorities of IEC 60601-1-8. For minor harm that
/// comes late the standard also allows an information signal without priority; here it is low.
pub const fn matrix(harm: Harm, onset: Onset) -> Priority {
    match (harm, onset) {
        (Harm::Death, Onset::Immediate | Onset::Prompt) | (Harm::Reversible, Onset::Immediate) => Priority::High,
        (Harm::Death, Onset::Delayed) | (Harm::Reversible, Onset::Prompt) | (Harm::Minor, Onset::Immediate) => {
            Priority::Medium
        }
        (Harm::Reversible, Onset::Delayed) | (Harm::Minor, Onset::Prompt | Onset::Delayed) => Priority::Low,
    }
}

/// The priority of an alarm of this kind at this level.
pub fn priority_of(kind: Kind, level: Level) -> Priority {
    let (harm, onset) = harm_and_onset(kind, level);
    matrix(harm, onset)
}

/// The harm that this kind of alarm warns of, and how soon it comes. This is our own judgement of each kind, to be
/// confirmed by the hospital; the matrix is the standard's.
pub const fn harm_and_onset(kind: Kind, level: Level) -> (Harm, Onset) {
    match kind {
        // Below 84 % the brain lacks oxygen within minutes (3 points even on scale 2, made for low saturations).
        Kind::Limit(Parameter::Spo2, Side::Low) if matches!(level, Level::Urgent) => (Harm::Death, Onset::Immediate),
        // Low pressure starves heart and kidneys; few breaths end in none, and so does a pulse that grows slow (or is 0). There is time to walk
        // to the bed.
        Kind::Limit(Parameter::Systolic | Parameter::Respiration | Parameter::HeartRate, Side::Low) => {
            (Harm::Death, Onset::Prompt)
        }
        // The wrong dialysate breaks red cells; the machine itself keeps it from the dialyser meanwhile.
        Kind::Limit(Parameter::Conductivity, _) => (Harm::Death, Onset::Delayed),
        // Fever and cooling change over hours.
        Kind::Limit(Parameter::Temperature, _) => (Harm::Reversible, Onset::Delayed),
        // Saturation of 84 to 91 %, a fast heart, fast breathing, high pressure, pressures of the circuit, and whatever else a
        // limit of one patient watches: harm that care undoes, within the time to walk to the bed.
        Kind::Limit(..) => (Harm::Reversible, Onset::Prompt),
        // A machine that says danger does not say which: air or blood lost from the circuit kills within a minute, so the
        // worst is assumed.
        Kind::Machine if matches!(level, Level::Urgent) => (Harm::Death, Onset::Immediate),
        // A warning wants somebody at the machine; no data means that nobody would see the patient get worse.
        Kind::Machine | Kind::Silent => (Harm::Reversible, Onset::Prompt),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_cell_of_the_matrix_is_as_in_the_standard() {
        let cells = [
            (Harm::Death, Onset::Immediate, Priority::High),
            (Harm::Death, Onset::Prompt, Priority::High),
            (Harm::Death, Onset::Delayed, Priority::Medium),
            (Harm::Reversible, Onset::Immediate, Priority::High),
            (Harm::Reversible, Onset::Prompt, Priority::Medium),
            (Harm::Reversible, Onset::Delayed, Priority::Low),
            (Harm::Minor, Onset::Immediate, Priority::Medium),
            (Harm::Minor, Onset::Prompt, Priority::Low),
            (Harm::Minor, Onset::Delayed, Priority::Low),
        ];
        for (harm, onset, priority) in cells {
            assert_eq!(matrix(harm, onset), priority, "{harm:?} {onset:?}");
        }
    }

    #[test]
    fn each_kind_has_the_priority_that_its_harm_asks_for() {
        use Level::{Urgent, Usual};
        let kinds = [
            (Kind::Limit(Parameter::Spo2, Side::Low), Urgent, Priority::High),
            (Kind::Limit(Parameter::Spo2, Side::Low), Usual, Priority::Medium),
            (Kind::Limit(Parameter::Systolic, Side::Low), Usual, Priority::High),
            (Kind::Limit(Parameter::Systolic, Side::High), Usual, Priority::Medium),
            (Kind::Limit(Parameter::Respiration, Side::Low), Usual, Priority::High),
            (Kind::Limit(Parameter::Respiration, Side::High), Usual, Priority::Medium),
            (Kind::Limit(Parameter::HeartRate, Side::Low), Usual, Priority::High),
            (Kind::Limit(Parameter::HeartRate, Side::High), Usual, Priority::Medium),
            (Kind::Limit(Parameter::Temperature, Side::Low), Usual, Priority::Low),
            (Kind::Limit(Parameter::Temperature, Side::High), Usual, Priority::Low),
            (
                Kind::Limit(Parameter::ArterialPressure, Side::Low),
                Usual,
                Priority::Medium,
            ),
            (
                Kind::Limit(Parameter::VenousPressure, Side::High),
                Usual,
                Priority::Medium,
            ),
            (Kind::Limit(Parameter::Conductivity, Side::Low), Usual, Priority::Medium),
            (
                Kind::Limit(Parameter::Conductivity, Side::High),
                Usual,
                Priority::Medium,
            ),
            (Kind::Machine, Urgent, Priority::High),
            (Kind::Machine, Usual, Priority::Medium),
            (Kind::Silent, Usual, Priority::Medium),
        ];
        for (kind, level, priority) in kinds {
            assert_eq!(priority_of(kind, level), priority, "{kind:?} {level:?}");
        }
    }

    #[test]
    fn the_most_urgent_sorts_first_and_names_are_read_back() {
        assert!(Priority::High.exceeds(Priority::Medium) && Priority::Medium.exceeds(Priority::Low));
        assert!(!Priority::Low.exceeds(Priority::Low));
        for priority in Priority::ALL {
            assert_eq!(Priority::parse(priority.name()), Some(priority));
        }
        assert_eq!(Priority::parse("urgent"), None);
    }
}
