//! Where a session is in its life, and the reasons for which it leaves the straight way.

use super::super::named::named;

named! {
    /// Where a session is in its life, without its facts: the word in the database.
    Stage {
        /// Planned.
        Booked = "booked",
        /// They are here.
        CheckedIn = "checked_in",
        /// Blood runs.
        Running = "running",
        /// It came to its end.
        Closed = "closed",
        /// It was ended before its time.
        Interrupted = "interrupted",
        /// A doctor's name stands under it.
        Signed = "signed",
        /// They did not come.
        DidNotAttend = "did_not_attend",
        /// It was called off.
        Cancelled = "cancelled",
    }
}

impl Stage {
    /// Whether a session may go from here to there.
    pub const fn may(self, next: Self) -> bool {
        matches!(
            (self, next),
            (Self::Booked, Self::CheckedIn | Self::DidNotAttend | Self::Cancelled)
                | (Self::CheckedIn, Self::Running | Self::Cancelled)
                | (Self::Running, Self::Closed | Self::Interrupted)
                | (Self::Closed | Self::Interrupted, Self::Signed)
        )
    }

    /// Whether it takes a chair, a machine and a person: the states of the exclusion constraints.
    pub const fn takes_a_place(self) -> bool {
        matches!(self, Self::Booked | Self::CheckedIn | Self::Running)
    }

    /// Whether nothing more is to be written but amendments.
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Signed | Self::DidNotAttend | Self::Cancelled)
    }

    /// Whether blood ran and runs no longer.
    pub const fn is_ended(self) -> bool {
        matches!(self, Self::Closed | Self::Interrupted | Self::Signed)
    }
}

named! {
    /// Why somebody did not come.
    Absence {
        /// Nobody knows.
        Unknown = "unknown",
        /// They are ill.
        Ill = "ill",
        /// They are in hospital.
        InHospital = "in_hospital",
        /// Nobody brought them.
        Transport = "transport",
        /// They did not want to.
        Refused = "refused",
        /// They are away.
        Away = "away",
        /// Something else, which the note tells.
        Other = "other",
    }
}

named! {
    /// Why a session was called off.
    CalledOff {
        /// Another was booked instead.
        Moved = "moved",
        /// They asked for it.
        Patient = "patient",
        /// They are ill.
        Ill = "ill",
        /// They are in hospital.
        InHospital = "in_hospital",
        /// No machine.
        Machine = "machine",
        /// Not enough people.
        Staff = "staff",
        /// They are on holiday.
        Holiday = "holiday",
        /// They were received, and left before anything was connected.
        Left = "left",
        /// Something else, which the note tells.
        Other = "other",
    }
}

impl CalledOff {
    /// Why somebody who was received goes without a treatment.
    pub const AT_THE_CHAIR: [Self; 7] = [
        Self::Left,
        Self::Patient,
        Self::Ill,
        Self::InHospital,
        Self::Machine,
        Self::Staff,
        Self::Other,
    ];
}

named! {
    /// Why a treatment was ended before its time.
    Early {
        /// They wished it.
        PatientWish = "patient_wish",
        /// The pressure fell.
        Hypotension = "hypotension",
        /// Cramps.
        Cramps = "cramps",
        /// The access.
        Access = "access",
        /// The circuit clotted.
        Clotted = "clotted",
        /// The machine.
        Machine = "machine",
        /// They were unwell.
        Unwell = "unwell",
        /// The room had to be left, or somebody else needed everybody.
        Emergency = "emergency",
        /// Something else, which the note tells.
        Other = "other",
    }
}
