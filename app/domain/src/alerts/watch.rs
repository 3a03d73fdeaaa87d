//! [`Watch`]: the memory of one device that turns readings into what changed ([`Turn`]), and [`take`], which carries a turn into
//! the life of an alarm.
//!
//! A reading that is older than the newest of a parameter says nothing about now: it neither raises nor clears. At equal times
//! the higher `seq` is newer. Rules that look at more than one value ([`super::track`]) put a late one in its place instead. Silence is not seen here, because no reading tells it: see [`super::silence`].

use super::baseline::{self, Baseline, Began};
use super::codes;
use super::limits::{Level, Limit, Side};
use super::priority::priority_of;
use super::rules::{PLANNED, Rules};
use super::track::{Told, Track};
use super::{Alarm, Kind, Raise};
use crate::ids::{AlarmId, DeviceId, PatientId};
use crate::telemetry::{Latest, Parameter, Part, Reading, Stamp, SystemStatus};
use crate::time::Moment;

/// Values in a row inside a limit that is well again a step from where it raises, until it counts as well again.
const INSIDE_IN_A_ROW: u8 = 2;

/// What a reading changed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Turn {
    /// A condition began.
    Raised(Raise),
    /// A condition that stands got worse.
    Escalated(Raise),
    /// A condition that stands was never so bad since it began.
    Worse {
        /// Of what.
        kind: Kind,
        /// The value.
        value: f32,
        /// When it was measured.
        at: Moment,
    },
    /// A condition is gone.
    Gone {
        /// Of what.
        kind: Kind,
        /// The value that is well again, where the alarm is about one.
        value: Option<f32>,
        /// When it was measured.
        at: Moment,
    },
    /// A condition is no longer compared: it was too far from what is usual, and now no value says whether it is well.
    Uncompared {
        /// Of what.
        kind: Kind,
        /// When the first value was measured that is not compared.
        at: Moment,
    },
}

impl Turn {
    /// What it is about.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::Raised(raise) | Self::Escalated(raise) => raise.kind,
            Self::Worse { kind, .. } | Self::Gone { kind, .. } | Self::Uncompared { kind, .. } => *kind,
        }
    }

    /// When what turned was measured.
    pub const fn at(&self) -> Moment {
        match self {
            Self::Raised(raise) | Self::Escalated(raise) => raise.at,
            Self::Worse { at, .. } | Self::Gone { at, .. } | Self::Uncompared { at, .. } => *at,
        }
    }

    /// The value that turned it, where it is about one.
    pub const fn value(&self) -> Option<f32> {
        match self {
            Self::Raised(raise) | Self::Escalated(raise) => raise.value,
            Self::Worse { value, .. } => Some(*value),
            Self::Gone { value, .. } => *value,
            Self::Uncompared { .. } => None,
        }
    }
}

/// A condition that stands.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Standing {
    kind: Kind,
    level: Level,
    /// The worst value so far.
    worst: Option<f32>,
    /// Values in a row that were inside.
    inside: u8,
    /// It was too far from what is usual, and no value that is compared with it has been well since.
    by_usual: bool,
}

/// What is known of one device between readings.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Watch {
    newest: Vec<(Part, Stamp)>,
    standing: Vec<Standing>,
    /// What the machine says of itself.
    status: Option<Level>,
    /// What its codes say.
    codes: Option<Level>,
    /// Recent values where a rule looks at more than one; none where nothing but limits is set.
    tracks: Vec<Track>,
    baseline: Baseline,
}

impl Watch {
    /// The memory after a restart: alarms that are not closed, and the newest values known.
    pub fn restore(open: &[Alarm], latest: &Latest) -> Self {
        let newest = Part::all()
            .filter_map(|part| latest.stamp(part).map(|stamp| (part, stamp)))
            .collect();
        let watched = open
            .iter()
            .filter(|alarm| alarm.is_standing() && alarm.kind != Kind::Silent);
        let standing = watched.map(|alarm| {
            let usual = priority_of(alarm.kind, Level::Usual);
            let level = if alarm.priority.exceeds(usual) {
                Level::Urgent
            } else {
                Level::Usual
            };
            Standing {
                kind: alarm.kind,
                level,
                worst: alarm.worst,
                inside: 0,
                by_usual: false,
            }
        });
        Self {
            newest,
            standing: standing.collect(),
            status: latest.status().and_then(|(status, _)| status_level(status)),
            codes: codes::level_of(latest.alarm_codes()),
            ..Self::default()
        }
    }

    /// Takes what was read before a restart, oldest first, for rules that look back: how the session began, and what came last. Nothing turns: what stands is what the
    /// alarms say.
    pub fn recall(&mut self, beginning: &[Reading], recent: &[Reading], rules: &Rules) {
        if !rules.looks_back() {
            return;
        }
        for reading in beginning {
            self.baseline.take(reading, |parameter| rules.asks_baseline(parameter));
        }
        if let Some(first) = recent.first() {
            self.baseline.resume(first.taken_at);
        }
        for reading in recent {
            self.look_back(reading, rules);
        }
    }

    /// The conditions that stand, in no order.
    pub fn standing(&self) -> impl Iterator<Item = (Kind, Level)> {
        self.standing.iter().map(|standing| (standing.kind, standing.level))
    }

    /// Where the pressures of this session began, for pages that draw the band in which they are held.
    pub fn began(&self) -> Began {
        baseline::OF.map(|parameter| self.baseline.of(parameter).map(|((since, _), value)| (since, value)))
    }

    /// Takes a reading and answers what it changed.
    pub fn step(&mut self, reading: &Reading, rules: &Rules) -> Vec<Turn> {
        let (mut turns, mut machine_told) = (Vec::new(), false);
        // A rule that looks back also hears what comes late: it has its place in time.
        if rules.looks_back() {
            self.look_back(reading, rules);
            turns.extend(self.turned());
        } else if !self.tracks.is_empty() {
            self.tracks.clear();
            self.baseline = Baseline::default();
        }
        for part in Part::all().filter(|part| reading.has(*part)) {
            if !self.is_newer(part, (reading.taken_at, reading.seq)) {
                continue;
            }
            match part {
                Part::Parameter(parameter) => {
                    let Some(value) = reading.values.get(parameter) else {
                        continue;
                    };
                    for side in Side::ALL {
                        if !rules.is_tracked(parameter, side) {
                            turns.extend(self.judge(parameter, side, value, rules, reading.taken_at));
                        }
                    }
                }
                Part::SystemStatus => {
                    self.status = reading.system_status.and_then(status_level);
                    machine_told = true;
                }
                Part::AlarmCodes => {
                    self.codes = codes::level_of(&reading.alarm_codes);
                    machine_told = true;
                }
            }
        }
        // A status tells the codes, too: both are judged once.
        if machine_told {
            turns.extend(self.judge_machine(reading.taken_at));
        }
        turns
    }

    /// Whether this is the newest of the part so far; remembers it when it is.
    fn is_newer(&mut self, part: Part, stamp: Stamp) -> bool {
        match self.newest.iter_mut().find(|(known, _)| *known == part) {
            Some((_, known)) if *known >= stamp => return false,
            Some((_, known)) => *known = stamp,
            None => self.newest.push((part, stamp)),
        }
        true
    }

    /// Puts the values into their place where a rule looks back.
    fn look_back(&mut self, reading: &Reading, rules: &Rules) {
        let is_begun_anew = self.baseline.take(reading, |parameter| rules.asks_baseline(parameter));
        // What nobody asks any more is forgotten; what stands is then judged by each value.
        self.tracks
            .retain(|track| rules.is_tracked(track.parameter, track.side));
        let stamp = (reading.taken_at, reading.seq);
        let flow = reading
            .values
            .get(Parameter::BloodFlow)
            .map_or(0, |flow| flow.round() as i32);
        for (parameter, value) in reading.values.iter() {
            for side in Side::ALL.into_iter().filter(|side| rules.is_tracked(parameter, *side)) {
                let baseline = self.baseline.of(parameter);
                let of = |track: &Track| (track.parameter, track.side) == (parameter, side);
                if !self.tracks.iter().any(of) {
                    let kind = Kind::Limit(parameter, side);
                    let known = self.standing.iter().find(|standing| standing.kind == kind);
                    self.tracks
                        .push(Track::new(parameter, side, known.map(|standing| standing.level)));
                }
                if let Some(track) = self.tracks.iter_mut().find(|track| of(track)) {
                    track.take(Told { stamp, value, flow }, rules, baseline);
                }
            }
        }
        if is_begun_anew {
            for track in &mut self.tracks {
                track.fold(rules, self.baseline.of(track.parameter));
            }
        }
    }

    /// What turned where a rule looks back.
    fn turned(&mut self) -> Vec<Turn> {
        let found: Vec<_> = self
            .tracks
            .iter()
            .filter_map(|track| {
                track
                    .newest()
                    .map(|newest| (Kind::Limit(track.parameter, track.side), track.now, newest))
            })
            .collect();
        let mut turns = Vec::new();
        for (kind, now, ((at, _), value)) in found {
            let known = self.standing.iter().any(|standing| standing.kind == kind);
            match now.level {
                Some(level) => {
                    // What is too far from the plan moves with it: the number of a moment would be wrong a minute later.
                    let limit = now.limit.filter(|_| kind.parameter() != Some(PLANNED));
                    let limit = limit.map(|raise| Limit { raise, clear: raise });
                    turns.extend(self.beyond(kind, level, Some(value), limit, at));
                    self.stands_by_usual(kind, now.by_usual);
                }
                None if known => {
                    self.stands_by_usual(kind, now.by_usual);
                    turns.extend(self.inside(kind, true, 0, Some(value), at));
                }
                None => {}
            }
        }
        turns
    }

    fn stands_by_usual(&mut self, kind: Kind, by_usual: bool) {
        if let Some(known) = self.standing.iter_mut().find(|standing| standing.kind == kind) {
            known.by_usual = by_usual;
        }
    }

    fn judge(&mut self, parameter: Parameter, side: Side, value: f32, rules: &Rules, at: Moment) -> Option<Turn> {
        let kind = Kind::Limit(parameter, side);
        let (urgent, usual) = rules.levels(parameter, side, at);
        let usual = usual.map(|(limit, _)| limit);
        let shown = parameter.rounded(value);
        let passed = |limit: Option<Limit>| limit.filter(|limit| side.beyond(shown, limit.raise));
        if let Some(limit) = passed(urgent) {
            return self.beyond(kind, Level::Urgent, Some(value), Some(limit), at);
        }
        if let Some(limit) = passed(usual) {
            return self.beyond(kind, Level::Usual, Some(value), Some(limit), at);
        }
        let limit = usual.or(urgent);
        let well = limit.is_none_or(|limit| side.other().beyond(shown, limit.clear));
        // A limit that nobody set any more asks for nothing; one that is well again a step away asks for two values in a row.
        let asked = if limit.is_some_and(|limit| limit.is_narrow(parameter)) {
            INSIDE_IN_A_ROW
        } else {
            1
        };
        self.inside(kind, well, asked, Some(value), at)
    }

    /// The worse of what the machine says of itself and of what its codes say.
    fn judge_machine(&mut self, at: Moment) -> Option<Turn> {
        match self.status.max(self.codes) {
            None => self.inside(Kind::Machine, true, 1, None, at),
            Some(level) => self.beyond(Kind::Machine, level, None, None, at),
        }
    }

    /// The condition stands. One that was urgent stays so until it is gone.
    fn beyond(
        &mut self,
        kind: Kind,
        level: Level,
        value: Option<f32>,
        limit: Option<Limit>,
        at: Moment,
    ) -> Option<Turn> {
        let raise = Raise {
            kind,
            priority: priority_of(kind, level),
            value,
            limit: limit.map(|limit| limit.raise),
            at,
        };
        let Some(known) = self.standing.iter_mut().find(|standing| standing.kind == kind) else {
            self.standing.push(Standing {
                kind,
                level,
                worst: value,
                inside: 0,
                by_usual: false,
            });
            return Some(Turn::Raised(raise));
        };
        known.inside = 0;
        let (more_urgent, worse) = (level > known.level, is_worse(kind, value, known.worst));
        known.level = known.level.max(level);
        if worse {
            known.worst = value;
        }
        match (more_urgent, value.filter(|_| worse)) {
            (true, _) => Some(Turn::Escalated(raise)),
            (false, Some(value)) => Some(Turn::Worse { kind, value, at }),
            (false, None) => None,
        }
    }

    /// The value is not beyond a limit; `well` when it is back far enough, as often as `asked`. What was too far from what is usual is only well by a value that is compared with it.
    fn inside(&mut self, kind: Kind, well: bool, asked: u8, value: Option<f32>, at: Moment) -> Option<Turn> {
        let place = self.standing.iter().position(|standing| standing.kind == kind)?;
        let known = self.standing.get_mut(place)?;
        known.inside = if well { known.inside.saturating_add(1) } else { 0 };
        if known.inside < asked {
            return None;
        }
        match self.standing.swap_remove(place).by_usual {
            true => Some(Turn::Uncompared { kind, at }),
            false => Some(Turn::Gone { kind, value, at }),
        }
    }
}

/// The level of what a machine says of itself.
const fn status_level(status: SystemStatus) -> Option<Level> {
    match status {
        SystemStatus::Normal => None,
        SystemStatus::Warning => Some(Level::Usual),
        SystemStatus::Danger => Some(Level::Urgent),
    }
}

/// Whether `value` is beyond the worst so far, on the side that is wrong.
fn is_worse(kind: Kind, value: Option<f32>, worst: Option<f32>) -> bool {
    match (kind, value, worst) {
        // It only grows, whatever the plan says.
        (Kind::Limit(PLANNED, _), ..) => false,
        (Kind::Limit(_, Side::Low), Some(value), Some(worst)) => value < worst,
        (Kind::Limit(_, Side::High), Some(value), Some(worst)) => value > worst,
        (Kind::Limit(..), Some(_), None) => true,
        _ => false,
    }
}

/// Carries a turn into the life of an alarm: `known` is the newest alarm of that kind and device, if there is one; `id` is for
/// a new one. An alarm of another patient is left alone: a new one begins. `None` when nothing changes (a turn that was told
/// already, before a restart).
pub fn take(
    turn: Turn,
    known: Option<Alarm>,
    id: AlarmId,
    device: DeviceId,
    patient: Option<PatientId>,
) -> Option<Alarm> {
    let known = known.filter(|alarm| alarm.patient == patient);
    match (turn, known) {
        (Turn::Gone { value, at, .. }, known) => known?.gone(at, value).ok(),
        (Turn::Uncompared { at, .. }, known) => known?.uncompared(at).ok(),
        (Turn::Worse { value, .. }, known) => known?.worse(value).ok(),
        (Turn::Raised(raise) | Turn::Escalated(raise), Some(alarm)) if alarm.is_standing() => {
            alarm.escalate(raise).ok()
        }
        (Turn::Raised(raise) | Turn::Escalated(raise), known) => {
            let same = known.and_then(|alarm| alarm.again(raise).ok());
            Some(same.unwrap_or_else(|| Alarm::raised(id, device, patient, raise)))
        }
    }
}

#[cfg(test)]
mod recorded;
#[cfg(test)]
mod tests;
