//! Which moments of a recorded session a forecast learns from, each with what was known then and with what came after it.

use super::super::before::Pressure;
use super::super::hypotension::threshold;
use super::super::quantities::{Minutes, MlPerKgHour, MmHg};
use super::{Inputs, OLDEST, Reading, Row, fell};

/// So far apart are the moments of a session: one in each such stretch, at its last pressure. A machine measures every few seconds, and moments that lie close say the same: a setting of
/// the house.
const EVERY: f64 = 15.0;
/// What was written within so many minutes counts as written at once: a typed time has minutes.
const AT_ONCE: f64 = 1.0;

/// Something that was measured, and when it was known: what somebody wrote later was not known before.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Known<T> {
    /// Of which minute since the start.
    pub at: Minutes,
    /// From which minute on somebody could know it.
    pub from: Minutes,
    /// What it was.
    pub what: T,
}

/// A session as it was recorded.
#[derive(Clone, Debug, PartialEq)]
pub struct Recorded<'a> {
    /// Systolic pressure before; none where nobody wrote it.
    pub before: Option<MmHg>,
    /// Pressures while blood ran, in any order.
    pub pressures: &'a [Known<Pressure>],
    /// Rates of ultrafiltration, in any order.
    pub rates: &'a [Known<MlPerKgHour>],
    /// In how many of the last ten treatments before this one it fell too low, and of how many that is known.
    pub history: (u32, u32),
}

/// A moment to learn from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Kept {
    /// When, since the start.
    pub at: Minutes,
    /// The inputs, and whether it fell.
    pub row: Row,
}

/// What became of the moments of one session.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Moments {
    /// Those of which inputs and outcome are known.
    pub kept: Vec<Kept>,
    /// Those of which nobody can say what came after, or at which it was too low already.
    pub unknown: usize,
    /// Those at which an input was missing.
    pub missing: usize,
}

/// The moments of a session: at the last pressure of each quarter of an hour. The inputs are only what was known at that moment; the outcome is a pressure below the threshold of the
/// primary definition ([`super::fell`]) from 15 to 75 minutes after it, whenever that was written down.
pub fn moments(session: &Recorded<'_>) -> Moments {
    let mut found = Moments::default();
    let Some(before) = session.before else {
        return found;
    };
    let all: Vec<Reading> = session.pressures.iter().map(reading).collect();
    // What somebody wrote long after is nothing at which a forecast could have been made.
    let mut at_once: Vec<Minutes> = session
        .pressures
        .iter()
        .filter(|it| it.at.0 >= 0.0 && it.from.0 - it.at.0 <= AT_ONCE)
        .map(|it| Minutes(it.at.0.max(it.from.0)))
        .collect();
    at_once.sort_by(|one, other| one.0.total_cmp(&other.0));
    let slot = |at: &Minutes| (at.0 / EVERY).floor();
    for here in at_once.chunk_by(|one, other| slot(one) == slot(other)) {
        let Some(now) = here.last().copied() else { continue };
        let Some(fell) = fell(&all, now, threshold(before)) else {
            found.unknown += 1;
            continue;
        };
        let known: Vec<Reading> = session
            .pressures
            .iter()
            .filter(|it| it.from.0 <= now.0)
            .map(reading)
            .collect();
        let inputs = Inputs {
            now,
            before,
            readings: &known,
            uf_rate: rate(session.rates, now),
            history: session.history,
        };
        match inputs.values() {
            Ok(values) => found.kept.push(Kept {
                at: now,
                row: Row { values, fell },
            }),
            Err(_) => found.missing += 1,
        }
    }
    found
}

fn reading(it: &Known<Pressure>) -> Reading {
    Reading {
        at: it.at,
        pressure: it.what,
    }
}

/// The newest rate that was known, where it is not too old.
fn rate(rates: &[Known<MlPerKgHour>], now: Minutes) -> Option<MlPerKgHour> {
    let known = rates.iter().filter(|it| it.at.0 <= now.0 && it.from.0 <= now.0);
    let newest = known.max_by(|one, other| one.at.0.total_cmp(&other.at.0))?;
    (newest.at.0 >= now.0 - OLDEST.0).then_some(newest.what)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at<T>(at: f64, from: f64, what: T) -> Known<T> {
        Known {
            at: Minutes(at),
            from: Minutes(from),
            what,
        }
    }

    /// A pressure every half hour that was written at once.
    fn every_half_hour(systolic: &[f64]) -> Vec<Known<Pressure>> {
        let each = systolic.iter().enumerate().map(|(n, systolic)| {
            let minute = n as f64 * 30.0;
            at(minute, minute, Pressure::of(*systolic, 60.0))
        });
        each.collect()
    }

    fn of(pressures: &[Known<Pressure>]) -> Moments {
        let rates: Vec<Known<MlPerKgHour>> = (0..9)
            .map(|n| at(f64::from(n) * 30.0, f64::from(n) * 30.0, MlPerKgHour(9.0)))
            .collect();
        moments(&Recorded {
            before: Some(MmHg(140.0)),
            pressures,
            rates: &rates,
            history: (2, 10),
        })
    }

    #[test]
    fn a_moment_knows_what_came_before_it_and_learns_what_came_after() {
        let found = of(&every_half_hour(&[140.0, 130.0, 120.0, 110.0, 85.0]));
        // At 0 and 30 minutes there are fewer than three pressures; at 120 it is too low already and nothing comes after.
        assert_eq!((found.missing, found.unknown), (2, 1));
        let kept: Vec<(f64, f64, bool)> = found
            .kept
            .iter()
            .map(|it| (it.at.0, it.row.values[0], it.row.fell))
            .collect();
        assert_eq!(kept, [(60.0, 120.0, true), (90.0, 110.0, true)]);
        let steady = of(&every_half_hour(&[140.0, 130.0, 120.0, 110.0, 95.0]));
        assert!(steady.kept.iter().all(|it| !it.row.fell) && steady.kept.len() == 2);
    }

    #[test]
    fn what_was_written_later_is_no_input_of_a_moment_before() {
        let mut pressures = every_half_hour(&[140.0, 130.0, 120.0, 110.0, 105.0, 100.0, 98.0]);
        let kept = |found: Moments| -> Vec<f64> { found.kept.iter().map(|it| it.at.0).collect() };
        assert_eq!(kept(of(&pressures)), [60.0, 90.0, 120.0, 150.0]);
        // The one of 60 minutes was written two hours later: it is no moment, and at 90 and 120 minutes two pressures of the hour before were known.
        pressures[2].from = Minutes(180.0);
        assert_eq!(kept(of(&pressures)), [150.0]);
    }

    #[test]
    fn a_fall_that_was_written_later_is_a_fall_all_the_same() {
        let mut pressures = every_half_hour(&[140.0, 130.0, 120.0, 85.0]);
        pressures[3].from = Minutes(400.0);
        let found = of(&pressures);
        assert_eq!(found.kept.len(), 1);
        assert!(found.kept[0].row.fell);
    }

    #[test]
    fn an_old_rate_and_a_session_without_a_pressure_before_teach_nothing() {
        let pressures = every_half_hour(&[140.0, 130.0, 120.0, 110.0, 105.0]);
        let recorded = Recorded {
            before: Some(MmHg(140.0)),
            pressures: &pressures,
            rates: &[at(0.0, 0.0, MlPerKgHour(9.0))],
            history: (2, 10),
        };
        assert!(
            moments(&recorded).kept.is_empty(),
            "at an hour the rate is of an hour ago"
        );
        let nobody_looked = Recorded {
            before: None,
            ..recorded
        };
        assert_eq!(moments(&nobody_looked), Moments::default());
    }

    #[test]
    fn of_a_quarter_of_an_hour_the_last_pressure_alone_is_a_moment() {
        let pressures: Vec<Known<Pressure>> = (0..60)
            .map(|n| at(f64::from(n) * 2.0, f64::from(n) * 2.0, Pressure::of(130.0, 70.0)))
            .collect();
        let found = of(&pressures);
        let all = found.kept.len() + found.missing + found.unknown;
        assert_eq!(all, 8, "two hours");
    }
}
