//! How well a forecast does on what it has not seen: whether it puts those who fell above those who did not (AUROC), and whether what it calls 20 % happens in a fifth of
//! the cases (Brier score and bins).

use serde::{Deserialize, Serialize};

/// A tenth of the probabilities: what was said there and what happened.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Bin {
    /// From which probability, to the next tenth.
    pub from: f64,
    /// How many moments.
    pub of: usize,
    /// What was said on the average.
    pub said: f64,
    /// The share in which it happened.
    pub happened: f64,
}

/// How well it does.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Evaluation {
    /// Of how many moments.
    pub of: usize,
    /// In how many it happened.
    pub events: usize,
    /// Area under the receiver operating characteristic; 0.5 is chance. None when it always or never happened.
    pub auroc: Option<f64>,
    /// Mean square of what was said less what happened; less is better.
    pub brier: f64,
    /// The same of who says the share of events to everybody: a model that is not below knows nothing.
    pub brier_of_share: f64,
    /// By tenths; empty tenths are left out.
    pub bins: Vec<Bin>,
}

/// Evaluates pairs of what was said and whether it happened; none without any. What is no probability is left out.
pub fn evaluate(said: &[(f64, bool)]) -> Option<Evaluation> {
    let all: Vec<(f64, bool)> = said.iter().copied().filter(|it| (0.0..=1.0).contains(&it.0)).collect();
    if all.is_empty() {
        return None;
    }
    let n = all.len() as f64;
    let events = all.iter().filter(|it| it.1).count();
    let share = events as f64 / n;
    let outcome = |happened: bool| if happened { 1.0 } else { 0.0 };
    let brier = all
        .iter()
        .map(|(said, happened)| (said - outcome(*happened)).powi(2))
        .sum::<f64>()
        / n;
    let bin = |tenth: usize| {
        let of_tenth = |it: &&(f64, bool)| ((it.0 * 10.0) as usize).min(9) == tenth;
        let of: Vec<&(f64, bool)> = all.iter().filter(of_tenth).collect();
        let count = of.len() as f64;
        (!of.is_empty()).then(|| Bin {
            from: tenth as f64 / 10.0,
            of: of.len(),
            said: of.iter().map(|it| it.0).sum::<f64>() / count,
            happened: of.iter().filter(|it| it.1).count() as f64 / count,
        })
    };
    Some(Evaluation {
        of: all.len(),
        events,
        auroc: auroc(&all),
        brier,
        brier_of_share: share * (1.0 - share),
        bins: (0..10).filter_map(bin).collect(),
    })
}

/// The probability that one in whom it happened was given more than one in whom it did not, ties counting half (Hanley and McNeil, Radiology 143:29, 1982: the statistic of
/// Wilcoxon, Mann and Whitney). None when it always or never happened.
pub fn auroc(said: &[(f64, bool)]) -> Option<f64> {
    let mut sorted = said.to_vec();
    sorted.sort_by(|one, other| one.0.total_cmp(&other.0));
    let events = sorted.iter().filter(|it| it.1).count();
    let others = sorted.len() - events;
    if events == 0 || others == 0 {
        return None;
    }
    let mut ranks = 0.0;
    let mut before = 0usize;
    for tied in sorted.chunk_by(|one, other| one.0 == other.0) {
        // Of ranks that are tied each has their mean.
        let rank = before as f64 + (tied.len() as f64 + 1.0) / 2.0;
        ranks += rank * tied.iter().filter(|it| it.1).count() as f64;
        before += tied.len();
    }
    let (events, others) = (events as f64, others as f64);
    Some((ranks - events * (events + 1.0) / 2.0) / (events * others))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_area_is_the_share_of_pairs_in_order() {
        assert_eq!(auroc(&[(0.1, false), (0.2, false), (0.8, true)]), Some(1.0));
        assert_eq!(auroc(&[(0.9, false), (0.2, true)]), Some(0.0));
        assert_eq!(auroc(&[(0.5, false), (0.5, true), (0.5, false)]), Some(0.5));
        // Pairs: 0.4 before 0.3 and 0.35 of four, 0.8 above both; 0.35 and 0.35 tie.
        let four = [(0.1, false), (0.35, true), (0.35, false), (0.8, true)];
        assert_eq!(auroc(&four), Some(3.5 / 4.0));
        assert_eq!(auroc(&[(0.5, true)]), None);
        assert_eq!(auroc(&[]), None);
    }

    #[test]
    fn bins_hold_what_was_said_against_what_happened() {
        let said = [(0.05, false), (0.12, false), (0.18, true), (1.0, true)];
        let found = evaluate(&said).unwrap();
        assert_eq!((found.of, found.events, found.bins.len()), (4, 2, 3));
        let second = found.bins[1];
        assert_eq!((second.from, second.of, second.happened), (0.1, 2, 0.5));
        assert!((second.said - 0.15).abs() < 1e-12);
        let brier = (0.05f64.powi(2) + 0.12f64.powi(2) + 0.82f64.powi(2)) / 4.0;
        assert!((found.brier - brier).abs() < 1e-12);
        assert_eq!(found.brier_of_share, 0.25);
        assert_eq!(evaluate(&[(f64::NAN, true)]), None);
    }
}
