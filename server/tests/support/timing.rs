//! Does one thing take as long as another (asked in pairs), and is a change there within a second? On a machine that others use too.
//!
//! Of pairs, compared are the fastest fifths: a neighbour only ever adds time, so the fastest are what the work itself costs, and they are what somebody who listens from outside
//! would compare as well (Crosby, Wallach and Riedi, "Opportunities and Limits of Remote Timing Attacks", 2009: low percentiles tell most).

use std::time::{Duration, Instant};

/// How soon what was taken away is gone, and what was given is there (`design/security.md`, V7).
const AT_ONCE: Duration = Duration::from_secs(1);

/// Asserts that a change takes effect within a second. `change` makes it and answers how long it took. A machine that others use too gets three tries, each of a change of its
/// own after `undo`; the bound stays the same, and the best of them has to keep it. Answers how many it took.
pub async fn within_a_second(mut undo: impl AsyncFnMut(), mut change: impl AsyncFnMut() -> Duration) -> usize {
    let mut took = Vec::new();
    while took.len() < 3 {
        if !took.is_empty() {
            undo().await;
            // Long enough to be known everywhere.
            tokio::time::sleep(AT_ONCE * 2).await;
        }
        took.push(change().await);
        if took.iter().any(|time| *time <= AT_ONCE) {
            return took.len();
        }
    }
    panic!("none of three was there within a second: {took:?}");
}

/// How far two times may lie apart: five per cent (`design/security.md`, V6).
const APART: f64 = 0.05;
/// How often it is measured; the middle one counts, so that neither a spoiled nor a lucky measurement decides.
const MEASUREMENTS: usize = 5;
/// A whole series is repeated when the machine was too busy to tell. A real difference of a tenth has moved the middle of five out of reach each time.
const SERIES: usize = 3;

/// Asserts that both take as long as each other. A measurement is the fastest fifths of `pairs`, each of which goes first as often.
pub async fn take_as_long(pairs: usize, mut known: impl AsyncFnMut(), mut unknown: impl AsyncFnMut()) {
    let mut seen = Vec::new();
    for _ in 0..SERIES {
        let mut ratios = Vec::new();
        for _ in 0..MEASUREMENTS {
            let mut times = [Vec::new(), Vec::new()];
            for pair in 0..pairs {
                for which in [pair % 2, 1 - pair % 2] {
                    let begun = Instant::now();
                    if which == 0 {
                        known().await;
                    } else {
                        unknown().await;
                    }
                    times[which].push(begun.elapsed().as_secs_f64());
                }
            }
            let [known, unknown] = times.map(fastest);
            ratios.push(known / unknown);
        }
        let ratio = middle(ratios.clone());
        if (ratio - 1.0).abs() <= APART {
            return;
        }
        seen.push((ratio, ratios));
    }
    panic!("known over unknown, the middle of each series and all of it: {seen:?}");
}

fn middle(mut numbers: Vec<f64>) -> f64 {
    numbers.sort_by(f64::total_cmp);
    numbers[numbers.len() / 2]
}

fn fastest(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    let fifth = (times.len() / 5).max(1);
    times[..fifth].iter().sum::<f64>() / fifth as f64
}
