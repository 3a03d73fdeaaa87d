//! How much a hospital must have recorded before a forecast is made of it. Falls are counted by session and not by moment: the moments before one fall say the same thing several times.

use serde::{Deserialize, Serialize};

use super::super::named::named;
use super::INPUTS;

/// The fewest sessions with a fall, and without one, of those it learns from: ten for each input (Peduzzi and others, Journal of Clinical Epidemiology 49:1373, 1996).
pub const LEAST_FALLS: usize = 10 * INPUTS;
/// The fewest sessions with a fall, and without one, of those who were held back: a hundred of each (Collins, Ogundimu and Altman, Statistics in Medicine 35:214, 2016,
/// doi:10.1002/sim.6787).
pub const LEAST_HELD_BACK: usize = 100;

/// What was counted on one side of the split.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counted {
    /// Patients.
    pub patients: usize,
    /// Sessions with a moment to learn from.
    pub sessions: usize,
    /// Moments.
    pub moments: usize,
    /// Of the sessions, those in which a fall followed one of the moments.
    pub falls: usize,
}

named! {
    /// Of what there is too little.
    Lack {
        /// Sessions with a fall to learn from.
        Falls = "falls",
        /// Sessions without a fall to learn from.
        Others = "others",
        /// Sessions with a fall of patients who are held back.
        HeldFalls = "held_falls",
        /// Sessions without a fall of patients who are held back.
        HeldOthers = "held_others",
    }
}

/// So much there is, and so much is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lacks {
    /// Of what.
    pub what: Lack,
    /// How much there is.
    pub there: usize,
    /// How much there must be.
    pub least: usize,
}

/// What is missing; nothing where a model may be made.
pub fn lacking(learned: &Counted, held_back: &Counted) -> Vec<Lacks> {
    let others = |side: &Counted| side.sessions.saturating_sub(side.falls);
    let all = [
        (Lack::Falls, learned.falls, LEAST_FALLS),
        (Lack::Others, others(learned), LEAST_FALLS),
        (Lack::HeldFalls, held_back.falls, LEAST_HELD_BACK),
        (Lack::HeldOthers, others(held_back), LEAST_HELD_BACK),
    ];
    let lacks = all.into_iter().filter(|(_, there, least)| there < least);
    lacks.map(|(what, there, least)| Lacks { what, there, least }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(sessions: usize, falls: usize) -> Counted {
        Counted {
            patients: 10,
            sessions,
            moments: sessions * 8,
            falls,
        }
    }

    #[test]
    fn ten_falls_for_each_input_and_a_hundred_held_back_are_enough() {
        assert_eq!(lacking(&counted(120, 60), &counted(200, 100)), []);
        let short = lacking(&counted(119, 60), &counted(199, 99));
        let short: Vec<(Lack, usize, usize)> = short.iter().map(|it| (it.what, it.there, it.least)).collect();
        assert_eq!(short, [(Lack::Others, 59, 60), (Lack::HeldFalls, 99, 100)]);
        let nothing = lacking(&Counted::default(), &Counted::default());
        assert_eq!(nothing.len(), Lack::ALL.len());
    }
}
