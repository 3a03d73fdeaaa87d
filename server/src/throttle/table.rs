//! Every limit with its reason. `server/docs/limits.md` says the same, and a test compares the two.

/// Doors at which somebody tries to prove something, or makes us do something for somebody who is not known yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route {
    /// A password, a one-time code or a recovery code, wherever it is typed or sent.
    SignIn,
    /// Asking for a mail that resets a password or confirms an address. Each counts, also a good one.
    Recovery,
    /// A new account of a patient, a hospital. Each counts.
    Registration,
    /// Using a one-time link.
    Link,
    /// A token of a program: refresh tokens, the secret of an API client.
    ApiAuth,
    /// Seeking a person whose record is to be opened in an emergency.
    Emergency,
}

/// How many tries in how long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tries {
    /// Per account in a window.
    pub per_account: usize,
    /// Per address in a window.
    pub per_address: usize,
    /// The window, in seconds.
    pub window: i64,
    /// How many accounts, and how many addresses, are remembered. Beyond that those who tried least are forgotten.
    pub remembered: usize,
}

impl Route {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::SignIn,
        Self::Recovery,
        Self::Registration,
        Self::Link,
        Self::ApiAuth,
        Self::Emergency,
    ];

    /// Its name in the document, its figures, and why.
    #[rustfmt::skip]
    pub const fn facts(self) -> (&'static str, Tries, &'static str) {
        match self {
            Self::SignIn => ("Password or code", tries(10, 50, 15, 20_000),
                "NIST 800-63B and ASVS 6.3.1: guessing is slow; a code of six digits has a chance of 3 in a million each. Only failures count, so a ward that shares one address signs in at shift change"),
            Self::Recovery => ("Mail for a new password or an address", tries(5, 50, 60, 5_000),
                "each one sends a mail to somebody who may not have asked; all count"),
            Self::Registration => ("New account", tries(5, 50, 60, 5_000),
                "a reception desk registers a morning's patients from one address; all count"),
            Self::Link => ("One-time link", tries(10, 50, 15, 5_000),
                "256 random bits are not guessed: this keeps the database quiet; only failures count"),
            Self::ApiAuth => ("Token of a program", tries(10, 50, 15, 5_000),
                "as above; a program with a wrong token learns to stop; only failures count"),
            Self::Emergency => ("Seeking a person in an emergency", tries(10, 50, 15, 5_000),
                "who guesses numbers and dates finds out who is a patient; only misses count, and each stands in the audit"),
        }
    }

    /// Its figures.
    pub const fn limit(self) -> Tries {
        self.facts().1
    }
}

const fn tries(per_account: usize, per_address: usize, minutes: i64, remembered: usize) -> Tries {
    Tries {
        per_account,
        per_address,
        window: minutes * 60,
        remembered,
    }
}

/// How fast a kind of route may be asked. Files from memory and `/health` have no pace.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// Pages, server functions, forms, charts, the socket's door: per address.
    Page,
    /// `/api/v1` and `/metrics`, but for devices: per address.
    Api,
    /// The doors of devices, before a token is looked at: per address.
    Gateway,
    /// The doors of devices: per device that proved itself.
    Device,
}

impl Pace {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Page, Self::Api, Self::Gateway, Self::Device];

    /// Its name in the document, requests a second, how many at once after a pause, and why.
    #[rustfmt::skip]
    pub const fn facts(self) -> (&'static str, (i64, i64), &'static str) {
        match self {
            Self::Page => ("Pages, per address", (100, 3_000),
                "500 screens of a hospital behind one address, each opening a page every five seconds; at shift change all at once"),
            Self::Api => ("API, per address", (50, 1_000),
                "programs ask in turn; documents are read by hand"),
            Self::Gateway => ("Devices, per address", (1_000, 10_000),
                "a gateway speaks for 500 bedside devices with a reading a second, twice over"),
            Self::Device => ("Devices, per device", (20, 600),
                "a reading a second, and an hour of single readings caught up in three minutes; a body holds 2,000"),
        }
    }

    /// Requests a second, and how many at once after a pause.
    pub const fn limit(self) -> (i64, i64) {
        self.facts().1
    }
}
