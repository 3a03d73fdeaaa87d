//! How unusual a sign-in is: what speaks against it, how much each sign weighs, and what follows. One table, so that it can be read and argued about.
//!
//! To add a sign: a [`Signal`] with its row in [`Signal::weight`] and [`Signal::words`], and where [`weigh`] finds it.

use serde::{Deserialize, Serialize};

/// What is known when somebody signs in. Counts are of the last hour unless they say otherwise, and of failures only: a ward behind one address
/// signs in at shift change without failing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// Whether the account was ever entered before: the first time nothing can be new.
    pub entered_before: bool,
    /// Whether it was entered with this browser (a program: with this kind of device) in the last ninety days.
    pub device_known: bool,
    /// Whether it was entered from this network in the last ninety days.
    pub network_known: bool,
    /// How many other accounts failed from this network.
    pub others_from_network: u32,
    /// From how many networks this account failed.
    pub networks_on_account: u32,
    /// How often this account failed since it was last entered.
    pub failures_in_a_row: u32,
}

/// One sign that speaks against a sign-in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Signal {
    /// A browser, or a kind of program, that was not seen on this account in ninety days.
    NewDevice,
    /// A network that was not seen on this account in ninety days.
    NewNetwork,
    /// Many other accounts failed from this network: somebody tries a list.
    ManyAccounts,
    /// This account failed from many networks: somebody tries it from rented machines.
    ManyNetworks,
    /// This account failed often since it was last entered.
    ManyFailures,
}

/// So many other accounts from one network are a list that is tried out. A hospital behind one address has people who mistype: ten different
/// ones within an hour have not been seen in a house of a hundred beds; thirty leave room for a large one.
pub const MANY_ACCOUNTS: u32 = 30;
/// Home, telephone and work are three networks; mistyping on five within an hour is not one person.
pub const MANY_NETWORKS: u32 = 5;
/// Half of what the throttle lets through in 15 minutes.
pub const MANY_FAILURES: u32 = 5;

impl Signal {
    /// Every signal.
    pub const ALL: [Self; 5] = [
        Self::NewDevice,
        Self::NewNetwork,
        Self::ManyAccounts,
        Self::ManyNetworks,
        Self::ManyFailures,
    ];

    /// What it weighs. One new thing happens to everybody (20: shown). Two new things together are worth a message (40). A new thing during an attack on
    /// the account or from the network is worth waiting for (60). Both new, out of an attack: this is what stuffing looks like (80).
    pub const fn weight(self) -> u16 {
        match self {
            Self::NewDevice | Self::NewNetwork | Self::ManyFailures => 20,
            Self::ManyAccounts | Self::ManyNetworks => 40,
        }
    }

    /// The name in the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::NewDevice => "new_device",
            Self::NewNetwork => "new_network",
            Self::ManyAccounts => "many_accounts",
            Self::ManyNetworks => "many_networks",
            Self::ManyFailures => "many_failures",
        }
    }

    /// The signal of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|signal| signal.name() == name)
    }

    /// As the account page says it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::NewDevice => "new device",
            Self::NewNetwork => "new network",
            Self::ManyAccounts => "others were tried from there",
            Self::ManyNetworks => "tried from several networks",
            Self::ManyFailures => "several failures before",
        }
    }
}

/// What follows. Each includes those before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Consequence {
    /// It is listed like every other.
    Listed,
    /// It is marked in the list.
    Marked,
    /// The owner is told, on their page and by mail.
    Told,
    /// It takes longer.
    Slowed,
    /// It is refused, in the words of a wrong password. A second factor stands for itself: who has one is told instead.
    Blocked,
}

/// Signals and their sum.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Suspicion {
    /// What speaks against it.
    pub signals: Vec<Signal>,
    /// The sum of their weights.
    pub score: u16,
}

impl Suspicion {
    /// What follows for an account with or without a second factor.
    pub const fn consequence(&self, has_factor: bool) -> Consequence {
        match self.score {
            0 => Consequence::Listed,
            1..40 => Consequence::Marked,
            40..60 => Consequence::Told,
            60..80 => Consequence::Slowed,
            _ if has_factor => Consequence::Slowed,
            _ => Consequence::Blocked,
        }
    }
}

/// What speaks against a sign-in with these facts.
pub fn weigh(facts: &Facts) -> Suspicion {
    let signals: Vec<Signal> = [
        (facts.entered_before && !facts.device_known, Signal::NewDevice),
        (facts.entered_before && !facts.network_known, Signal::NewNetwork),
        (facts.others_from_network >= MANY_ACCOUNTS, Signal::ManyAccounts),
        (facts.networks_on_account >= MANY_NETWORKS, Signal::ManyNetworks),
        (facts.failures_in_a_row >= MANY_FAILURES, Signal::ManyFailures),
    ]
    .into_iter()
    .filter_map(|(holds, signal)| holds.then_some(signal))
    .collect();
    Suspicion {
        score: signals.iter().map(|signal| signal.weight()).sum(),
        signals,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Dr Rao at her own computer on the ward.
    const AT_HOME: Facts = Facts {
        entered_before: true,
        device_known: true,
        network_known: true,
        others_from_network: 0,
        networks_on_account: 0,
        failures_in_a_row: 0,
    };

    fn consequence(facts: Facts) -> Consequence {
        weigh(&facts).consequence(false)
    }

    #[test]
    fn a_day_like_any_other_raises_nothing() {
        assert_eq!(consequence(AT_HOME), Consequence::Listed);
        assert_eq!(
            consequence(Facts::default()),
            Consequence::Listed,
            "the first time nothing is new"
        );
        let mistyped = Facts {
            failures_in_a_row: 2,
            networks_on_account: 1,
            others_from_network: 12,
            ..AT_HOME
        };
        assert_eq!(consequence(mistyped), Consequence::Listed);
    }

    #[test]
    fn one_new_thing_is_marked_and_two_are_told() {
        let new_telephone = Facts {
            device_known: false,
            ..AT_HOME
        };
        assert_eq!(consequence(new_telephone), Consequence::Marked);
        let at_a_congress = Facts {
            network_known: false,
            ..new_telephone
        };
        assert_eq!(consequence(at_a_congress), Consequence::Told);
    }

    #[test]
    fn the_right_password_out_of_a_tried_list_is_refused_unless_a_factor_stands_beside_it() {
        let stuffed = Facts {
            device_known: false,
            network_known: false,
            others_from_network: MANY_ACCOUNTS,
            ..AT_HOME
        };
        assert_eq!(weigh(&stuffed).consequence(false), Consequence::Blocked);
        assert_eq!(weigh(&stuffed).consequence(true), Consequence::Slowed);
    }

    #[test]
    fn a_large_hospital_under_attack_does_not_lock_out_its_own() {
        let attacked = Facts {
            others_from_network: 500,
            networks_on_account: 40,
            failures_in_a_row: 9,
            ..AT_HOME
        };
        let own_computer = Facts {
            networks_on_account: 0,
            failures_in_a_row: 0,
            ..attacked
        };
        assert!(consequence(own_computer) < Consequence::Slowed);
    }

    #[test]
    fn more_signals_never_weigh_less() {
        let facts = |bits: u8| Facts {
            entered_before: true,
            device_known: bits & 1 == 0,
            network_known: bits & 2 == 0,
            others_from_network: if bits & 4 == 0 { 0 } else { MANY_ACCOUNTS },
            networks_on_account: if bits & 8 == 0 { 0 } else { MANY_NETWORKS },
            failures_in_a_row: if bits & 16 == 0 { 0 } else { MANY_FAILURES },
        };
        for bits in 0..32_u8 {
            assert_eq!(weigh(&facts(bits)).signals.len() as u32, bits.count_ones());
            for more in (0..32).filter(|more| more & bits == bits) {
                assert!(
                    consequence(facts(more)) >= consequence(facts(bits)),
                    "{bits:05b} {more:05b}"
                );
            }
        }
    }

    #[test]
    fn every_signal_is_known_by_its_name() {
        for signal in Signal::ALL {
            assert_eq!(Signal::parse(signal.name()), Some(signal));
        }
    }
}
