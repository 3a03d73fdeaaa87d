//! What real monitors charted (`server/demo/recordings`), as a network may bring it: twice, late, with gaps, out of order and cut into batches. A thousand such runs end as the same
//! recording does in order.
//!
//! Each run is made by its number alone, so a run that fails is named by it and can be made again: [`Run::made_by`]. It plays a stretch of one recording sixty times as fast as it was
//! charted, as the demo does.
//!
//! | rules | what is compared at the end |
//! | --- | --- |
//! | the published limits, and closer ones, asked "for so long" or "so often" | what stands, at once: a late value is put in its place |
//! | the published limits as they are | after each batch, that the newest value alone decides where one is enough; at the end, what stands once the recording has gone on in order for a while |
//!
//! In both: the newest values, and that the alarms in their life ([`take`]) are those that the memory says. An alarm that was urgent stays so until it is gone, also where a value that
//! came late would have ended it between; so it may be more urgent than in order, and never less.
//!
//! No recording is of a dialysis machine, so each row gets a fluid that was taken as well, now and then too much or too little for [`plan`] (even in one run, falling in the next), and a
//! venous pressure at the flow of the protocol, now and then above what is [`usual`]; the rules that look back watch both.
//!
//! How it was seen to fail stands at [`a_thousand_disturbed_recordings_end_as_they_do_in_order`]. A new recording: a line in [`RECORDINGS`].

use std::collections::{BTreeMap, BTreeSet};

use super::*;
use crate::alerts::track::LATE_SECONDS;
use crate::alerts::{Hold, Limits, Measure, PLANNED, Rule, Whose};
use crate::dialysis::pressures::{self, UfLine, Usual};
use crate::dialysis::quantities::{Millilitres, Minutes, MmHg};
use crate::dialysis::uf_steps::UfSteps;
use crate::dice::Dice;

const RECORDINGS: [(&str, &str); 12] = [
    (
        "bed_01",
        include_str!("../../../../../server/demo/recordings/bed_01.csv"),
    ),
    (
        "bed_02",
        include_str!("../../../../../server/demo/recordings/bed_02.csv"),
    ),
    (
        "bed_03",
        include_str!("../../../../../server/demo/recordings/bed_03.csv"),
    ),
    (
        "bed_04",
        include_str!("../../../../../server/demo/recordings/bed_04.csv"),
    ),
    (
        "bed_05",
        include_str!("../../../../../server/demo/recordings/bed_05.csv"),
    ),
    (
        "bed_06",
        include_str!("../../../../../server/demo/recordings/bed_06.csv"),
    ),
    (
        "bed_07",
        include_str!("../../../../../server/demo/recordings/bed_07.csv"),
    ),
    (
        "bed_08",
        include_str!("../../../../../server/demo/recordings/bed_08.csv"),
    ),
    (
        "bed_09",
        include_str!("../../../../../server/demo/recordings/bed_09.csv"),
    ),
    (
        "bed_10",
        include_str!("../../../../../server/demo/recordings/bed_10.csv"),
    ),
    (
        "bed_11",
        include_str!("../../../../../server/demo/recordings/bed_11.csv"),
    ),
    (
        "bed_12",
        include_str!("../../../../../server/demo/recordings/bed_12.csv"),
    ),
];
/// Runs, each of another number.
const RUNS: u64 = 1_000;
/// Rows of a recording that are disturbed in one run, at most, and rows that follow in order.
const DISTURBED: usize = 60;
const FOLLOWING: usize = 120;
/// Minutes of a recording; it begins again when it ends.
const DAY: i64 = 1_440;

/// The rows of a recording: minute and numbers, as they were charted.
fn rows(text: &str) -> Vec<(i64, Reading)> {
    let mut lines = text.lines();
    let columns: Vec<Option<Parameter>> = lines.next().unwrap().split(',').map(Parameter::parse).collect();
    let row = |line: &str| {
        let mut reading = Reading::default();
        for (field, column) in line.split(',').zip(&columns) {
            // How oxygen is given and the letter of consciousness are no numbers; no limit watches them.
            if let (Some(parameter), Ok(value)) = (column, field.parse()) {
                reading.values.set(*parameter, Some(value));
            }
        }
        (line.split(',').next().unwrap().parse().unwrap(), reading)
    };
    lines.map(row).collect()
}

/// When the recordings begin.
const BEGINS: Moment = Moment(1_795_341_600_000_000);

/// A session that begins five minutes into the day as it is played, and is planned for a quarter of an hour: even in one run, falling in the next.
fn plan(number: u64) -> UfLine {
    let falling = UfSteps::of(&[40, 30, 20, 10]).filter(|_| number % 2 == 1);
    UfLine {
        from: BEGINS.plus_seconds(300.0),
        taken: Millilitres(0.0),
        goal: Millilitres(2_400.0),
        gone: Minutes(0.0),
        time: Minutes(15.0),
        steps: falling.unwrap_or(UfSteps::EVEN),
        before: Millilitres(0.0),
    }
}

/// What a machine would have counted at a second of the day, in L: by the plan, then too much for nine rows, by the plan again, too little.
fn counted(plan: &UfLine, second: f64, place: usize) -> f32 {
    let planned = plan.goal.litres() * plan.steps.by((second - 300.0) / 900.0);
    let off = [0.0, 0.35, 0.0, -0.35][place / 9 % 4];
    (planned + off) as f32
}

/// What is usual in a session whose minutes in which it is compared end a minute after the run.
fn usual(run: &Run) -> Option<Usual> {
    let until = run.ordered.last()?.taken_at.plus_seconds(60.0);
    Some(Usual {
        since: until.plus_seconds(-60.0 * pressures::COMPARED_TIME.1.0),
        arterial: None,
        venous: pressures::baseline(&[MmHg(120.0); 3]),
    })
}

/// Venous pressures: as usual, above it for six rows, as usual, and a single one above it.
fn venous(place: usize) -> f32 {
    match place % 15 {
        4..10 | 12 => 160.0,
        _ => 121.0,
    }
}

/// One stretch of a recording, in order and as it arrived.
struct Run {
    bed: &'static str,
    /// What was charted and not lost, in order.
    ordered: Vec<Reading>,
    /// The same as it arrived: batches, each in the order of its times, as the writer takes them.
    arrived: Vec<Vec<Reading>>,
    /// What comes after, undisturbed.
    following: Vec<Reading>,
}

impl Run {
    fn made_by(number: u64) -> Self {
        let (mut dice, plan) = (Dice::of(number, 0), plan(number));
        let (bed, text) = RECORDINGS[usize::try_from(number).unwrap() % RECORDINGS.len()];
        let rows = rows(text);
        let begin = dice.below(rows.len());
        let row = |place: usize| {
            let (minute, reading) = &rows[place % rows.len()];
            let lap = i64::try_from(place / rows.len()).unwrap();
            let second = (minute + DAY * lap) as f64;
            let mut reading = Reading {
                seq: i64::try_from(place).unwrap(),
                taken_at: BEGINS.plus_seconds(second),
                ..reading.clone()
            };
            reading.values.set(PLANNED, Some(counted(&plan, second, place)));
            reading.values.set(Parameter::VenousPressure, Some(venous(place)));
            reading.values.set(Parameter::BloodFlow, Some(200.0));
            reading
        };
        let end = begin + DISTURBED.min(rows.len());
        // A gap of some rows in a line, and single rows that never come.
        let gap = begin + dice.below(DISTURBED);
        let gap = gap..gap + dice.below(8);
        let ordered: Vec<Reading> = (begin..end)
            .filter(|place| !gap.contains(place) && dice.below(12) != 0)
            .map(row)
            .collect();
        // Half come as they are measured; the others late, as far as a late value still has its place; one in six again, however late.
        let mut line: Vec<(Moment, Reading)> = Vec::new();
        for reading in &ordered {
            let late = if dice.below(2) == 0 {
                0
            } else {
                dice.below(LATE_SECONDS as usize)
            };
            line.push((reading.taken_at.plus_seconds(late as f64), reading.clone()));
            if dice.below(6) == 0 {
                let later = late + dice.below(3 * LATE_SECONDS as usize);
                line.push((reading.taken_at.plus_seconds(later as f64), reading.clone()));
            }
        }
        line.sort_by_key(|(arrives, _)| *arrives);
        let mut waits = line.into_iter().map(|(_, reading)| reading).collect::<Vec<_>>();
        let mut arrived = Vec::new();
        while !waits.is_empty() {
            let most = if dice.below(4) == 0 { 12 } else { 3 };
            let size = 1 + dice.below(most);
            let mut batch: Vec<Reading> = waits.drain(..size.min(waits.len())).collect();
            batch.sort_by_key(|reading| (reading.taken_at, reading.seq));
            arrived.push(batch);
        }
        Self {
            bed,
            ordered,
            arrived,
            following: (end..end + FOLLOWING).map(row).collect(),
        }
    }

    fn is_disturbed(&self) -> bool {
        self.arrived.concat() != self.ordered
    }
}

/// A kind, as it is sorted and shown here.
type Names = (&'static str, &'static str, &'static str);

/// What is so after a run.
#[derive(Debug, Default)]
struct State {
    watch: Watch,
    latest: Latest,
    /// The newest alarm of each kind.
    alarms: Vec<Alarm>,
}

impl State {
    fn take(&mut self, reading: &Reading, rules: &Rules) {
        self.latest.apply(reading);
        for turn in self.watch.step(reading, rules) {
            let place = self.alarms.iter().position(|alarm| alarm.kind == turn.kind());
            let known = place.map(|place| self.alarms[place].clone());
            let id = AlarmId(uuid::Uuid::from_u128(1));
            let Some(next) = take(turn, known, id, DeviceId(uuid::Uuid::nil()), None) else {
                continue;
            };
            match place {
                Some(place) => self.alarms[place] = next,
                None => self.alarms.push(next),
            }
        }
    }

    fn after(readings: &[Reading], rules: &Rules) -> Self {
        let mut state = Self::default();
        for reading in readings {
            state.take(reading, rules);
        }
        state
    }

    fn standing(&self) -> BTreeMap<Names, Level> {
        let stands = self.watch.standing();
        stands.map(|(kind, level)| (kind.names(), level)).collect()
    }

    /// What the published limits say of the newest value alone, whatever came before it: beyond, it stands; well again where one value is enough, it does not.
    fn disbelieves_the_newest(&self) -> Option<String> {
        let (limits, stands) = (Limits::default(), self.standing());
        for (parameter, side) in Parameter::ALL
            .into_iter()
            .flat_map(|parameter| Side::ALL.map(|side| (parameter, side)))
        {
            let (Some((value, at)), Some(limit)) = (
                self.latest.get(parameter),
                limits.get(parameter, side, Moment::default()),
            ) else {
                continue;
            };
            let kind = Kind::Limit(parameter, side).names();
            let (value, does) = (parameter.rounded(value), stands.contains_key(&kind));
            let is_well = side.other().beyond(value, limit.clear) && !limit.is_narrow(parameter);
            if (side.beyond(value, limit.raise) && !does) || (is_well && does) {
                return Some(format!("{kind:?} stands: {does}, and the newest is {value} of {at:?}"));
            }
        }
        None
    }

    /// What differs from the run in order; `None` when nothing does.
    fn differs(&self, ordered: &Self) -> Option<String> {
        let (here, there) = (self.standing(), ordered.standing());
        if !here.keys().eq(there.keys()) {
            return Some(format!("stands {here:?}, in order {there:?}"));
        }
        if here.iter().any(|(kind, level)| there.get(kind) > Some(level)) {
            return Some(format!("less urgent: {here:?}, in order {there:?}"));
        }
        if self.latest != ordered.latest {
            return Some("the newest values are others".to_owned());
        }
        let standing = self.alarms.iter().filter(|alarm| alarm.is_standing());
        let lives: BTreeSet<Names> = standing.map(|alarm| alarm.kind.names()).collect();
        (!lives.iter().eq(here.keys())).then(|| format!("alarms {lives:?}, stands {here:?}"))
    }
}

/// Every published limit, asked for a while or several times; `close` are numbers as a ward sets them for somebody who worries it, so that the recordings cross them often.
fn looking_back(hold: Hold, close: &[(Parameter, Side, f32, f32)]) -> Rules {
    let mut rules = Rules::default();
    for (parameter, side) in Parameter::ALL
        .into_iter()
        .flat_map(|parameter| Side::ALL.map(|side| (parameter, side)))
    {
        let published = Limits::default().get(parameter, side, Moment::default());
        let published = published.map(|limit| (limit.raise, limit.clear));
        let mut closer = close.iter().filter(|(of, on, ..)| (*of, *on) == (parameter, side));
        let Some((raise, clear)) = closer.next().map(|(.., raise, clear)| (*raise, *clear)).or(published) else {
            continue;
        };
        rules = rules.with(Rule {
            parameter,
            side,
            measure: Measure::Value,
            raise,
            clear,
            hold,
            whose: Whose::Hospital,
        });
    }
    for side in Side::ALL {
        rules = rules.with(Rule {
            parameter: PLANNED,
            side,
            measure: Measure::Plan,
            raise: 0.3,
            clear: 0.2,
            hold,
            whose: Whose::Hospital,
        });
    }
    let off_usual = Rule {
        parameter: Parameter::VenousPressure,
        side: Side::High,
        measure: Measure::Usual,
        raise: 30.0,
        clear: 20.0,
        hold: Hold::default(),
        whose: Whose::Hospital,
    };
    rules.with(off_usual)
}

const CLOSE: [(Parameter, Side, f32, f32); 5] = [
    (Parameter::HeartRate, Side::High, 85.0, 80.0),
    (Parameter::Respiration, Side::High, 20.0, 18.0),
    (Parameter::Systolic, Side::Low, 115.0, 120.0),
    (Parameter::MeanPressure, Side::Low, 75.0, 80.0),
    (Parameter::Spo2, Side::Low, 95.0, 97.0),
];

/// Seen to fail: it found that what had been raised long ago was lost when a late value came (7 runs of the first thousand; [`super::super::track`] now settles a value while what it looks
/// back at is still there). And with a fault put in by hand and taken out again: a late value that is believed as if it were new (`Watch::is_newer`), a late value at the end of its
/// track instead of in its place.
#[test]
fn a_thousand_disturbed_recordings_end_as_they_do_in_order() {
    let published = Rules::default();
    let holds =
        [(30, 0, 0), (0, 2, 240), (120, 2, 600)].map(|(seconds, times, within)| Hold { seconds, times, within });
    let sets: Vec<Rules> = holds
        .into_iter()
        .flat_map(|hold| [looking_back(hold, &[]), looking_back(hold, &CLOSE)])
        .collect();
    let (mut failed, mut disturbed, mut stood, mut off_plan, mut off_usual) = (Vec::new(), 0, 0, 0, 0);
    for number in 0..RUNS {
        let run = Run::made_by(number);
        disturbed += usize::from(run.is_disturbed());
        let arrived = run.arrived.concat();
        let rules = sets[usize::try_from(number / 12).unwrap() % sets.len()].clone();
        let rules = rules.with_plan(Some(plan(number)), Vec::new());
        let rules = &rules.with_usual(usual(&run));
        let in_order = State::after(&run.ordered, rules);
        let (planned, venous) = (PLANNED.name(), Parameter::VenousPressure.name());
        let stands: BTreeSet<&str> = in_order.standing().into_keys().map(|(_, of, _)| of).collect();
        stood += usize::from(stands.iter().any(|of| *of != planned && *of != venous));
        off_plan += usize::from(stands.contains(planned));
        off_usual += usize::from(stands.contains(venous));
        if let Some(what) = State::after(&arrived, rules).differs(&in_order) {
            failed.push(format!("run {number} of {}, looking back: {what}", run.bed));
        }
        let mut state = State::default();
        for batch in &run.arrived {
            for reading in batch {
                state.take(reading, &published);
            }
            if let Some(what) = state.disbelieves_the_newest() {
                failed.push(format!("run {number} of {}, on the way: {what}", run.bed));
                break;
            }
        }
        let gone_on = |begun: &[Reading]| State::after(&[begun, &run.following].concat(), &published);
        if let Some(what) = gone_on(&arrived).differs(&gone_on(&run.ordered)) {
            failed.push(format!("run {number} of {}, as published: {what}", run.bed));
        }
    }
    assert!(failed.is_empty(), "{} differ:\n{}", failed.len(), failed.join("\n"));
    // Runs that change nothing and patients who are well would prove nothing.
    assert!(disturbed > 950, "{disturbed} of {RUNS} were disturbed");
    assert!(stood > 250, "in {stood} of {RUNS} something stood at the end");
    assert!(
        off_plan > 50,
        "in {off_plan} of {RUNS} the fluid was off its plan at the end"
    );
    assert!(
        off_usual > 50,
        "in {off_usual} of {RUNS} the pressure was off what is usual at the end"
    );
}
