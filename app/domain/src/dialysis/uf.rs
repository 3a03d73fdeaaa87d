//! The rate at which fluid is taken: before the start as a plan with its guard, while it runs with the time that is left, afterwards as it was.
//!
//! "UF ml ÷ hours ÷ post-weight kg; warn > 10, strong warn > 13" (specification; PMC5123913: 118 394 patients, hazard of death 1.22 above 10 and 1.31 above 13; AJKD 68:522).
//! KDOQI 2015 sets no number itself. Which weight it was divided by is always shown: studies take the weight after, some registries the dry weight.

use serde::{Deserialize, Serialize};

use super::Guard;
use super::named::named;
use super::quantities::{Kilograms, Millilitres, Minutes, MlPerHour, MlPerKgHour};

/// Above this a rate is warned of.
pub const WARN: MlPerKgHour = MlPerKgHour(10.0);
/// Above this a rate is warned of strongly.
pub const STRONG: MlPerKgHour = MlPerKgHour(13.0);

named! {
    /// How a rate is judged.
    Judged {
        /// 10 mL/kg/h or less.
        Fine = "fine",
        /// Above 10.
        Warn = "warn",
        /// Above 13.
        Strong = "strong",
    }
}

/// How a rate is judged: above 10 and above 13 mL/kg/h, in hundredths, so that 3 000 mL of a plan that fits exactly is not above by its binary fraction.
pub fn judge(rate: MlPerKgHour) -> Judged {
    let rate = (rate.0 * 100.0).round() / 100.0;
    match rate {
        rate if rate > STRONG.0 => Judged::Strong,
        rate if rate > WARN.0 => Judged::Warn,
        _ => Judged::Fine,
    }
}

named! {
    /// By which weight a rate is divided.
    ByWeight {
        /// The weight after the treatment.
        Post = "post",
        /// The weight before the treatment.
        Pre = "pre",
        /// The dry weight.
        Dry = "dry",
    }
}

/// Fluid that is to be taken: weight before less dry weight, and what goes in meanwhile (washback, drinks, infusions); never below zero. 1 kg is 1 L.
///
/// # Errors
/// [`Guard::Weight`] without both weights.
pub fn goal(before: Kilograms, dry: Option<Kilograms>, intake: Millilitres) -> Result<Millilitres, Guard> {
    let dry = dry.filter(|dry| dry.0 > 0.0).ok_or(Guard::Weight)?;
    if before.0.is_nan() || before.0 <= 0.0 {
        return Err(Guard::Weight);
    }
    let above = ((before.0 - dry.0) * 1_000.0).round();
    Ok(Millilitres((above + intake.0.max(0.0)).max(0.0)))
}

/// Millilitres an hour.
///
/// # Errors
/// [`Guard::Time`] for a time of none, [`Guard::Volume`] for a volume below zero.
pub fn rate(volume: Millilitres, time: Minutes) -> Result<MlPerHour, Guard> {
    if time.0.is_nan() || time.0 <= 0.0 {
        return Err(Guard::Time);
    }
    if volume.0.is_nan() || volume.0 < 0.0 {
        return Err(Guard::Volume);
    }
    Ok(MlPerHour(volume.0 / time.hours()))
}

/// Millilitres an hour and kilogram.
///
/// # Errors
/// As [`rate`], and [`Guard::Weight`] without a weight.
pub fn rate_by_weight(volume: Millilitres, time: Minutes, weight: Kilograms) -> Result<MlPerKgHour, Guard> {
    let rate = rate(volume, time)?;
    if weight.0.is_nan() || weight.0 <= 0.0 {
        return Err(Guard::Weight);
    }
    Ok(MlPerKgHour(rate.0 / weight.0))
}

/// The time that a volume needs at a bound: volume ÷ bound ÷ weight.
///
/// # Errors
/// [`Guard::Weight`], [`Guard::Volume`], [`Guard::Schedule`] for a bound of none.
pub fn needed(volume: Millilitres, weight: Kilograms, bound: MlPerKgHour) -> Result<Minutes, Guard> {
    if weight.0.is_nan() || weight.0 <= 0.0 {
        return Err(Guard::Weight);
    }
    if volume.0.is_nan() || volume.0 < 0.0 {
        return Err(Guard::Volume);
    }
    if bound.0.is_nan() || bound.0 <= 0.0 {
        return Err(Guard::Schedule);
    }
    Ok(Minutes(volume.0 / bound.0 / weight.0 * 60.0))
}

/// What is planned before the start, and what to say of it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Plan {
    /// Fluid that shall be taken.
    pub goal: Millilitres,
    /// The time of the session.
    pub time: Minutes,
    /// An hour.
    pub rate: MlPerHour,
    /// An hour and kilogram, by [`Plan::by`].
    pub by_weight: MlPerKgHour,
    /// Which weight that is: before the start the dry weight stands for the weight after, which nobody knows yet.
    pub by: ByWeight,
    /// How that is judged: the sources judge the mean of a whole treatment.
    pub judged: Judged,
    /// The same in the quarter of its profile that takes most; the mean where each takes the same, and where nobody said how it is spread.
    pub largest: MlPerKgHour,
    /// The bound of the prescription: what is taken in an hour is watched by it, in each quarter.
    pub bound: MlPerKgHour,
    /// Whether the largest quarter is above that bound; the mean then may be under it.
    pub is_above: bool,
    /// "Needs 4 h 35 to stay under 13 mL/kg/h": the time that the goal needs with its largest quarter at the bound, when it is longer than the time of the session.
    pub needs: Option<Minutes>,
    /// How much can be taken in the time of the session with its largest quarter at the bound.
    pub fits: Millilitres,
}

impl Plan {
    /// What is said of the rate beside the bound. Above 13 it is always said: a bound of 10 that is passed says nothing of how far. Above 10 only where the bound does not speak already.
    pub fn warns(&self) -> Option<Judged> {
        match self.judged {
            Judged::Fine => None,
            Judged::Warn if self.is_above => None,
            judged => Some(judged),
        }
    }
}

/// Plans a treatment whose largest quarter takes `peak` times the mean ([`super::uf_steps::UfSteps::peak`]; 1 where it is even). The weight is the dry weight; without one, the weight before less
/// what shall be taken, as whoever is weighed then will be.
///
/// # Errors
/// [`Guard::Weight`], [`Guard::Time`], [`Guard::Volume`].
pub fn plan(
    goal: Millilitres,
    time: Minutes,
    before: Kilograms,
    dry: Option<Kilograms>,
    bound: MlPerKgHour,
    peak: f64,
) -> Result<Plan, Guard> {
    let (weight, by) = match dry.filter(|dry| dry.0 > 0.0) {
        Some(dry) => (dry, ByWeight::Dry),
        None => (Kilograms(before.0 - goal.litres()), ByWeight::Post),
    };
    let rate = rate(goal, time)?;
    let by_weight = rate_by_weight(goal, time, weight)?;
    let needs = needed(Millilitres(goal.0 * peak), weight, bound)?;
    let is_above = needs.0 > time.0 + 1e-6;
    Ok(Plan {
        goal,
        time,
        rate,
        by_weight,
        by,
        judged: judge(by_weight),
        largest: MlPerKgHour(by_weight.0 * peak),
        bound,
        is_above,
        needs: is_above.then_some(needs),
        fits: Millilitres((bound.0 * weight.0 * time.hours() / peak).floor()),
    })
}

/// One rate and which weight it was divided by.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct ByEach {
    /// Which weight.
    pub by: ByWeight,
    /// The rate.
    pub rate: MlPerKgHour,
    /// How that is judged.
    pub judged: Judged,
}

/// The rate of a treatment by every weight that is known, the one of the studies (after) first.
///
/// # Errors
/// [`Guard::Time`], [`Guard::Volume`]; a weight that is missing has no line.
pub fn by_each(
    removed: Millilitres,
    time: Minutes,
    post: Option<Kilograms>,
    pre: Option<Kilograms>,
    dry: Option<Kilograms>,
) -> Result<Vec<ByEach>, Guard> {
    rate(removed, time)?;
    let weights = [(ByWeight::Post, post), (ByWeight::Pre, pre), (ByWeight::Dry, dry)];
    let each = weights.into_iter().filter_map(|(by, weight)| {
        let rate = rate_by_weight(removed, time, weight?).ok()?;
        Some(ByEach {
            by,
            rate,
            judged: judge(rate),
        })
    });
    Ok(each.collect())
}

named! {
    /// Whether the volume will be reached in the time that is left.
    Pace {
        /// At this rate it will.
        OnTime = "on_time",
        /// At this rate it will not.
        Late = "late",
        /// Nothing is taken now.
        Paused = "paused",
        /// It is reached.
        Reached = "reached",
    }
}

/// How far a running treatment is.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Progress {
    /// Taken so far.
    pub removed: Millilitres,
    /// To be taken.
    pub goal: Millilitres,
    /// The share of it, 0 to 100 %.
    pub percent: f64,
    /// Still to be taken.
    pub left: Millilitres,
    /// Time prescribed that is left.
    pub time_left: Minutes,
    /// Time until the goal at the rate of now; none when nothing is taken.
    pub to_goal: Option<Minutes>,
    /// The rate that reaches the goal in time; none when no time is left.
    pub needed_rate: Option<MlPerHour>,
    /// What to say of it.
    pub pace: Pace,
}

/// How far it is at `elapsed` of `time`, with the rate of now where the machine tells it.
///
/// # Errors
/// [`Guard::Time`] for a time of none, [`Guard::Volume`] for volumes below zero.
pub fn progress(
    removed: Millilitres,
    goal: Millilitres,
    elapsed: Minutes,
    time: Minutes,
    rate_now: Option<MlPerHour>,
) -> Result<Progress, Guard> {
    if time.0.is_nan() || time.0 <= 0.0 || elapsed.0.is_nan() || elapsed.0 < 0.0 {
        return Err(Guard::Time);
    }
    if removed.0.is_nan() || goal.0.is_nan() || removed.0 < 0.0 || goal.0 < 0.0 {
        return Err(Guard::Volume);
    }
    let left = Millilitres((goal.0 - removed.0).max(0.0));
    let time_left = Minutes((time.0 - elapsed.0).max(0.0));
    let is_reached = left.0 <= 0.0;
    let rate = rate_now.filter(|rate| rate.0 > 0.0);
    let to_goal = match rate {
        _ if is_reached => Some(Minutes(0.0)),
        Some(rate) => Some(Minutes(left.0 / rate.0 * 60.0)),
        None => None,
    };
    let pace = match (is_reached, rate_now, to_goal) {
        (true, ..) => Pace::Reached,
        (_, Some(rate), _) if rate.0 <= 0.0 => Pace::Paused,
        // A minute of grace: a rate is shown in whole millilitres.
        (_, _, Some(to_goal)) if to_goal.0 > time_left.0 + 1.0 => Pace::Late,
        (_, None, _) if elapsed.0 > 0.0 && removed.0 / elapsed.0 * time.0 < goal.0 * 0.98 => Pace::Late,
        _ => Pace::OnTime,
    };
    Ok(Progress {
        removed,
        goal,
        percent: if goal.0 > 0.0 {
            (removed.0 / goal.0 * 100.0).min(100.0)
        } else {
            100.0
        },
        left,
        time_left,
        to_goal,
        needed_rate: (time_left.0 > 0.0 && !is_reached).then(|| MlPerHour(left.0 / time_left.hours())),
        pace,
    })
}

#[cfg(test)]
mod tests;
