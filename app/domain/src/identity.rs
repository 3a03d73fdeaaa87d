//! Who is signed in, as every page shows it; what a [`password`] must be, and what makes a sign-in [`suspicion`]-worthy.

pub mod contact;
pub mod password;
pub mod suspicion;

use serde::{Deserialize, Serialize};

use crate::actor::Role;
use crate::ids::{PatientId, UserId, WardId};
use crate::time::{Moment, Zone};

/// How tight controls and rows stand on pages of the staff.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Density {
    /// As the pages are drawn.
    #[default]
    Usual,
    /// Gloved hands.
    Comfortable,
    /// A fine pointer and much to see.
    Compact,
}

impl Density {
    /// Every one, as the page offers them.
    pub const ALL: [Self; 3] = [Self::Usual, Self::Comfortable, Self::Compact];

    /// The name in the database and in forms.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Usual => "usual",
            Self::Comfortable => "comfortable",
            Self::Compact => "compact",
        }
    }

    /// The one of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|density| density.name() == name)
    }

    /// What a page says of it in `data-density`; nothing where it is drawn as usual.
    pub fn mark(self) -> Option<&'static str> {
        (self != Self::Usual).then_some(self.name())
    }
}

/// What a session has proved.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// A password.
    #[default]
    Password,
    /// A password and a second factor.
    Factor,
}

impl Level {
    /// The number in the database.
    pub const fn number(self) -> i16 {
        match self {
            Self::Password => 1,
            Self::Factor => 2,
        }
    }

    /// The level of that number; the lowest for one that is unknown.
    pub const fn of_number(number: i16) -> Self {
        match number {
            2 => Self::Factor,
            _ => Self::Password,
        }
    }

    /// In words.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Password => "password",
            Self::Factor => "password and code",
        }
    }
}

/// The person who is signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Me {
    /// The account.
    pub user: UserId,
    /// The name shown.
    pub name: String,
    /// Roles in this hospital.
    pub roles: Vec<Role>,
    /// The hospital's name.
    pub hospital: String,
    /// The hospital's zone.
    pub zone: Zone,
    /// The ward they open first.
    pub ward: Option<WardId>,
    /// The person, for a patient's account.
    pub patient: Option<PatientId>,
}

/// One browser session in the list of one's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionRow {
    /// By what it is ended: the hash of its id, in hexadecimal. Nobody signs in with it.
    pub id: String,
    /// Browser and system in words.
    pub device: String,
    /// From which address.
    pub address: String,
    /// What it has proved.
    pub level: Level,
    /// When it began.
    pub created_at: Moment,
    /// When it was last used, to the minute.
    pub last_seen_at: Moment,
    /// Whether it is the one that asks.
    pub is_this: bool,
}

/// One try to sign in, in the list of one's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignInRow {
    /// When.
    pub at: Moment,
    /// From which network.
    pub network: String,
    /// Browser and system in words.
    pub device: String,
    /// Whether somebody got in.
    pub entered: bool,
    /// How it ended, in words.
    pub outcome: String,
    /// What was unusual.
    pub signals: Vec<suspicion::Signal>,
}
