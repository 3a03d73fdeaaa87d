//! What the machine says of its circuit, held against what is safe and against what is usual for this patient. For whom a value is, says
//! [`crate::alerts::Lane`].

use serde::{Deserialize, Serialize};

use super::quantities::{Millilitres, Minutes, MlPerHour, MmHg};
use super::uf_steps::{PARTS, UfSteps};
use crate::time::Moment;

/// From this arterial pressure before the pump down it is to be looked at: "more negative than −250 mmHg: alarm; −200 to −250 warn (our proposal)" (specification). Where it is an alarm:
/// [`crate::alerts::limits::defaults`].
pub const ARTERIAL_WARN: MmHg = MmHg(-200.0);

/// Readings in a row over their threshold before a venous pressure means something: "three readings in a row" (JASN table of venous pressures, after KDOQI). One alone is the
/// place of a needle. The margin is a setting of the hospital ([`crate::alerts::Measure::Usual`]): no source gives one number for every machine, line and needle. A *low* venous pressure that is fine does not say that the needle sits: the specification names the manual that says so.
pub const IN_A_ROW: usize = 3;

/// The least blood flow at which venous pressures are compared, and the most, mL/min: "at Qb 200 in the first 2–5 min".
pub const COMPARED_FLOW: (i32, i32) = (190, 210);
/// The time of a treatment in which they are compared.
pub const COMPARED_TIME: (Minutes, Minutes) = (Minutes(2.0), Minutes(5.0));
/// The fewest earlier treatments from which a baseline is made. Ours, not of a source: a median of fewer follows one bad needle.
pub const LEAST_TREATMENTS: usize = 3;

/// Whether a reading is one that is compared: at the flow and in the minutes of the protocol.
pub fn is_compared(blood_flow: i32, elapsed: Minutes) -> bool {
    (COMPARED_FLOW.0..=COMPARED_FLOW.1).contains(&blood_flow)
        && (COMPARED_TIME.0.0..=COMPARED_TIME.1.0).contains(&elapsed.0)
}

/// What is usual for somebody.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Baseline {
    /// The median of the treatments.
    pub median: MmHg,
    /// Of how many.
    pub of: usize,
}

/// The median of one comparable value of each earlier treatment; none of fewer than [`LEAST_TREATMENTS`].
pub fn baseline(earlier: &[MmHg]) -> Option<Baseline> {
    let mut all: Vec<f64> = earlier.iter().map(|it| it.0).filter(|it| it.is_finite()).collect();
    if all.len() < LEAST_TREATMENTS {
        return None;
    }
    all.sort_by(f64::total_cmp);
    let half = all.len() / 2;
    let (below, above) = (all.get(half.saturating_sub(1))?, all.get(half)?);
    let median = if all.len().is_multiple_of(2) {
        (below + above) / 2.0
    } else {
        *above
    };
    Some(Baseline {
        median: MmHg(median),
        of: all.len(),
    })
}

/// What is usual for somebody at the flow and in the minutes of the protocol, beside the session in which it is compared.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Usual {
    /// When blood began to flow in this session.
    pub since: Moment,
    /// Of the arterial pressure before the pump.
    pub arterial: Option<Baseline>,
    /// Of the venous pressure.
    pub venous: Option<Baseline>,
}

impl Usual {
    /// Whether a value of this session, measured at `at` and at this flow, is one that is compared.
    pub fn compares(&self, at: Moment, blood_flow: i32) -> bool {
        is_compared(blood_flow, Minutes(at.seconds_since(self.since) / 60.0))
    }
}

/// The fluid of a session as it is planned, on one machine: so much of the goal in each quarter of the time, the same each minute within it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct UfLine {
    /// Where the line begins: when blood began to flow, or when the goal or the time was set anew.
    pub from: Moment,
    /// What had been taken by then, in all.
    pub taken: Millilitres,
    /// What shall be taken, in all.
    pub goal: Millilitres,
    /// How long blood had flowed by then.
    pub gone: Minutes,
    /// The time from [`Self::from`] to the end.
    pub time: Minutes,
    /// The share of each quarter of the whole time.
    pub steps: UfSteps,
    /// What was taken on the machines before this one, which counts from nothing.
    pub before: Millilitres,
}

impl UfLine {
    /// The line of a session in which blood flows since `started` and shall flow for `whole`. Planned anew it goes on from `anew`: when, and what was known to be taken by then;
    /// where nobody knew it, all of it is for the whole time.
    pub fn planned(
        started: Moment,
        anew: Option<(Moment, Millilitres)>,
        goal: Millilitres,
        whole: Minutes,
        steps: UfSteps,
    ) -> Self {
        let (from, taken) = anew.unwrap_or((started, Millilitres(0.0)));
        let gone = Minutes(from.seconds_since(started) / 60.0);
        Self {
            from,
            taken,
            goal,
            gone,
            time: Minutes(whole.0 - gone.0),
            steps,
            before: Millilitres(0.0),
        }
    }

    /// How far what the machine counted at `at` is off the line; none before the line begins. A goal that is reached already is a line on which nothing more is taken.
    ///
    /// Set anew in the course of a profile, what is left is spread as the rest of the profile says; none where the profile leaves nothing for the rest of the time.
    pub fn off_by(&self, counted: Millilitres, at: Moment) -> Option<Millilitres> {
        let (elapsed, rest) = (self.elapsed(at), self.rest()?);
        if elapsed.0 <= 0.0 {
            return None;
        }
        let removed = Millilitres(counted.0 + self.before.0 - self.taken.0);
        let due = (self.steps.by(self.part(elapsed)) - (1.0 - rest)) / rest;
        Some(Millilitres(removed.0 - self.left().0 * due))
    }

    /// How fast fluid is to be taken at `at`; none where [`Self::off_by`] is none for the rest of the time.
    pub fn rate(&self, at: Moment) -> Option<MlPerHour> {
        let rest = self.rest()?;
        let now = self.steps.now(self.part(Minutes(self.elapsed(at).0.max(0.0))));
        let quarter = Minutes((self.gone.0 + self.time.0) / PARTS as f64);
        Some(MlPerHour(self.left().0 * now / rest / quarter.hours()))
    }

    fn elapsed(&self, at: Moment) -> Minutes {
        Minutes(at.seconds_since(self.from) / 60.0)
    }

    fn left(&self) -> Millilitres {
        Millilitres((self.goal.0 - self.taken.0).max(0.0))
    }

    /// Which part of the whole time is over so long after [`Self::from`].
    fn part(&self, elapsed: Minutes) -> f64 {
        (self.gone.0 + elapsed.0) / (self.gone.0 + self.time.0)
    }

    /// Which part of the profile lies after [`Self::from`]; none of nothing, and none where no time is left.
    fn rest(&self) -> Option<f64> {
        let rest = (self.time.0 > 0.0).then(|| 1.0 - self.steps.by(self.part(Minutes(0.0))))?;
        (rest > 1e-9).then_some(rest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(values: &[f64]) -> Vec<MmHg> {
        values.iter().copied().map(MmHg).collect()
    }

    #[test]
    fn what_is_usual_is_the_median_of_enough_sessions() {
        assert_eq!(baseline(&all(&[110.0, 118.0])), None, "too few");
        let usual = baseline(&all(&[110.0, 118.0, 90.0, 112.0])).unwrap();
        assert_eq!((usual.median, usual.of), (MmHg(111.0), 4));
        let odd = baseline(&all(&[110.0, 118.0, 90.0])).unwrap();
        assert_eq!(odd.median, MmHg(110.0));
        assert!(is_compared(200, Minutes(3.0)) && !is_compared(300, Minutes(3.0)) && !is_compared(200, Minutes(6.0)));
    }

    const BEGINS: Moment = Moment::from_millis(1_795_341_600_000);

    /// 2 400 mL in four hours.
    fn whole() -> UfLine {
        UfLine {
            from: BEGINS,
            taken: Millilitres(0.0),
            goal: Millilitres(2_400.0),
            gone: Minutes(0.0),
            time: Minutes(240.0),
            steps: UfSteps::EVEN,
            before: Millilitres(0.0),
        }
    }

    /// How far so many millilitres are off, so many minutes after the line begins.
    fn off(line: &UfLine, minutes: f64, counted: f64) -> Option<f64> {
        let by = line.off_by(Millilitres(counted), line.from.plus_seconds(minutes * 60.0));
        by.map(|by| by.0.round())
    }

    #[test]
    fn a_line_goes_on_from_where_the_goal_was_set_anew_and_on_the_next_machine() {
        let whole = whole();
        assert_eq!(off(&whole, 120.0, 1_000.0), Some(-200.0));
        assert_eq!(
            off(&whole, 300.0, 2_500.0),
            Some(100.0),
            "the goal stays after the time"
        );
        assert_eq!(off(&whole, -1.0, 100.0), None, "before blood flowed");
        // After an hour 500 mL were taken, and 1 700 mL are enough: 1 200 mL in the three hours that are left.
        let anew = UfLine {
            taken: Millilitres(500.0),
            goal: Millilitres(1_700.0),
            gone: Minutes(60.0),
            time: Minutes(180.0),
            ..whole
        };
        assert_eq!(off(&anew, 60.0, 900.0), Some(0.0));
        // The next machine counts from nothing what the first had taken.
        let next = UfLine {
            before: Millilitres(500.0),
            ..anew
        };
        assert_eq!(off(&next, 60.0, 400.0), Some(0.0));
        let enough = UfLine {
            goal: Millilitres(300.0),
            ..anew
        };
        assert_eq!(off(&enough, 60.0, 500.0), Some(0.0), "nothing more is to be taken");
        let over = UfLine {
            time: Minutes(0.0),
            ..anew
        };
        assert_eq!(off(&over, 10.0, 500.0), None, "no time was left");
    }

    /// By hand, of 40, 30, 20 and 10 % in the quarters of four hours: 960 mL after one hour, 1 680 after two, 2 160 after three.
    #[test]
    fn fluid_is_held_against_the_shares_of_its_profile() {
        let falling = UfLine {
            steps: UfSteps::of(&[40, 30, 20, 10]).unwrap(),
            ..whole()
        };
        for (minutes, due) in [
            (30.0, 480.0),
            (60.0, 960.0),
            (120.0, 1_680.0),
            (180.0, 2_160.0),
            (240.0, 2_400.0),
        ] {
            assert_eq!(off(&falling, minutes, due), Some(0.0), "{minutes}");
        }
        assert_eq!(off(&falling, 120.0, 1_200.0), Some(-480.0), "even, it would be right");
        let rate = |line: &UfLine, minutes: f64| {
            let rate = line.rate(line.from.plus_seconds(minutes * 60.0));
            rate.map(|rate| rate.0.round())
        };
        assert_eq!(
            [-5.0, 59.0, 61.0, 200.0, 250.0].map(|minutes| rate(&falling, minutes)),
            [Some(960.0), Some(960.0), Some(720.0), Some(240.0), Some(240.0)]
        );
        assert_eq!(rate(&whole(), 10.0), Some(600.0));
        // After an hour 900 mL were taken and 2 100 are enough: 1 200 mL as 30, 20 and 10 of 60.
        let anew = UfLine {
            from: BEGINS.plus_seconds(3_600.0),
            taken: Millilitres(900.0),
            goal: Millilitres(2_100.0),
            gone: Minutes(60.0),
            time: Minutes(180.0),
            ..falling
        };
        let known = Some((BEGINS.plus_seconds(3_600.0), Millilitres(900.0)));
        let planned = |known| UfLine::planned(BEGINS, known, Millilitres(2_100.0), Minutes(240.0), falling.steps);
        assert_eq!(planned(known), anew);
        assert_eq!(
            planned(None).rate(BEGINS),
            Some(MlPerHour(840.0)),
            "0.4 of it in the first hour"
        );
        for (minutes, counted) in [(60.0, 1_500.0), (120.0, 1_900.0), (180.0, 2_100.0)] {
            assert_eq!(off(&anew, minutes, counted), Some(0.0), "{minutes}");
        }
        assert_eq!(rate(&anew, 10.0), Some(600.0));
        // A profile that takes nothing in the last quarter does not say how more would be taken in it.
        let nothing_left = UfLine {
            steps: UfSteps::of(&[50, 30, 20, 0]).unwrap(),
            gone: Minutes(180.0),
            time: Minutes(60.0),
            ..anew
        };
        assert_eq!(
            (off(&nothing_left, 10.0, 1_000.0), rate(&nothing_left, 10.0)),
            (None, None)
        );
    }
}
