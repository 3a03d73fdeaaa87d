//! How an actor stands to a subject: facts that the database knows, as a small set.

/// A set of relations.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Relations(u16);

impl Relations {
    /// None.
    pub const NONE: Self = Self(0);
    /// It is one's own: one's record, one's account, one's own device.
    pub const OWN: Self = Self(1);
    /// The record of somebody for whom one cares, who has said so.
    pub const PROXY: Self = Self(1 << 1);
    /// A patient whom one treats now.
    pub const TREATING: Self = Self(1 << 2);
    /// A ward on which one is on duty, or a patient who lies there.
    pub const WARD: Self = Self(1 << 3);
    /// A device that one keeps or reads, or the patient who is measured by it now.
    pub const DEVICE: Self = Self(1 << 4);
    /// It belongs to one's hospital; a patient: is registered there.
    pub const HOSPITAL: Self = Self(1 << 5);
    /// A patient who lets one's hospital see what others hold.
    pub const CONSENT: Self = Self(1 << 6);
    /// A patient whose record one has opened in an emergency, with a reason, for an hour.
    pub const BREAK_GLASS: Self = Self(1 << 7);
    /// It belongs to the platform that carries the hospitals.
    pub const PLATFORM: Self = Self(1 << 8);
    /// A conversation of which one is one of the two.
    pub const TALKS: Self = Self(1 << 9);
    /// A patient of whom the house told one something, by name: an open call for a nurse, or a critical value. It holds for that call or value alone and opens nothing else.
    pub const TOLD: Self = Self(1 << 10);

    /// Each relation with the word that the table and the pages use.
    pub const NAMES: [(Self, &'static str); 11] = [
        (Self::OWN, "own"),
        (Self::PROXY, "proxy"),
        (Self::TREATING, "treating"),
        (Self::WARD, "ward"),
        (Self::DEVICE, "assigned device"),
        (Self::HOSPITAL, "same hospital"),
        (Self::CONSENT, "consent"),
        (Self::BREAK_GLASS, "break-glass"),
        (Self::PLATFORM, "platform"),
        (Self::TALKS, "takes part"),
        (Self::TOLD, "told by name"),
    ];

    /// Both.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// This, and `other` when `holds`.
    #[must_use]
    pub const fn and_if(self, holds: bool, other: Self) -> Self {
        if holds { self.and(other) } else { self }
    }

    /// Without `other`.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// What both have.
    #[must_use]
    pub const fn common(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Whether they have one in common.
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether there is none.
    pub const fn is_none(self) -> bool {
        self.0 == 0
    }

    /// The words of those in the set, in the order of [`Self::NAMES`].
    pub fn words(self) -> impl Iterator<Item = &'static str> {
        Self::NAMES
            .into_iter()
            .filter(move |(one, _)| self.meets(*one))
            .map(|(_, name)| name)
    }
}
