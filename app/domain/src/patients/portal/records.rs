//! One record in the portal: a flag that staff may set, and the statuses in which records of its kind are shown. Both must say yes.

use serde::{Deserialize, Serialize};

use crate::alerts::{Alarm, AlarmState};

/// A kind of record that has a flag of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RecordKind {
    /// An alarm, from raised to closed.
    Alarm,
    /// What they do not bear.
    Allergy,
    /// What they live with.
    Condition,
    /// What they take.
    Medicine,
    /// What was operated.
    Surgery,
}

/// How far a record is, as the portal asks for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Status {
    /// It is about what holds just now.
    Current,
    /// Somebody is still writing it.
    Draft,
    /// It is over or done.
    Completed,
    /// Somebody has looked at it, too.
    Reviewed,
    /// Somebody answers for it.
    Approved,
}

impl RecordKind {
    /// Every kind.
    pub const ALL: [Self; 5] = [
        Self::Alarm,
        Self::Allergy,
        Self::Condition,
        Self::Medicine,
        Self::Surgery,
    ];

    /// The name in the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Alarm => "alarm",
            Self::Allergy => "allergy",
            Self::Condition => "condition",
            Self::Medicine => "medicine",
            Self::Surgery => "surgery",
        }
    }

    /// The kind of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// The statuses in which a record of this kind may be shown to the person it is about.
    ///
    /// What somebody has written is shown once it is completed, reviewed or approved, and never as a draft. An alarm is written by nobody: the portal says in
    /// plain words what it means while it stands. Kept back until it was closed, the page would say "nothing unusual" to somebody at whose bed the nurses
    /// stand.
    pub const fn allowed(self) -> &'static [Status] {
        match self {
            Self::Alarm => &[Status::Current, Status::Completed, Status::Reviewed],
            Self::Allergy | Self::Condition | Self::Medicine | Self::Surgery => {
                &[Status::Completed, Status::Reviewed, Status::Approved]
            }
        }
    }

    /// Whether a record is shown: its status is an allowed one, and staff have not closed it by its flag. A flag that says "open" opens nothing that is not
    /// far enough: a draft stays a draft.
    pub fn shows(self, flag: Option<bool>, status: Status) -> bool {
        flag.unwrap_or(true) && self.allowed().contains(&status)
    }
}

impl Alarm {
    /// How far this alarm is, as the portal asks for it. One that is gone and that nobody has seen is current: what follows is still to come.
    pub const fn status(&self) -> Status {
        match &self.state {
            AlarmState::Raised | AlarmState::Acknowledged { .. } | AlarmState::Gone { .. } => Status::Current,
            AlarmState::Closed { answered: None, .. } => Status::Completed,
            AlarmState::Closed { answered: Some(_), .. } => Status::Reviewed,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_closed_record_is_closed_whatever_its_status_and_an_open_one_is_no_draft() {
        let shown = |flag| {
            [
                Status::Current,
                Status::Draft,
                Status::Completed,
                Status::Reviewed,
                Status::Approved,
            ]
            .map(|status| RecordKind::Alarm.shows(flag, status))
        };
        assert_eq!(shown(Some(false)), [false; 5]);
        assert_eq!(shown(None), [true, false, true, true, false]);
        assert_eq!(shown(Some(true)), shown(None), "the flag opens no draft");
    }

    #[test]
    fn no_kind_shows_a_draft() {
        for kind in RecordKind::ALL {
            assert!(!kind.allowed().contains(&Status::Draft));
            assert_eq!(RecordKind::parse(kind.name()), Some(kind));
        }
    }
}
