//! A hand-over made from what is written: situation, background, assessment, recommendation (SBAR). Each line is a fact that somebody wrote or a formula of this area worked out;
//! the last part names what is still open. It proposes no treatment.
//!
//! To add a line: a variant of [`Line`], the place where it is made below, and its words in the word files.

use super::access::Sign;
use super::adequacy::Stands;
use super::before::Pressure;
use super::during::{EventKind, InterventionKind};
use super::hypotension;
use super::quantities::{Kilograms, Millilitres, Minutes, MlPerKgHour, MmHg};
use super::session::Stage;
use super::uf::{self, Judged, Pace};
use super::weights::{Gain, Met};

/// What is known of a session; what is not known has no line.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts {
    /// Where it is.
    pub stage: Option<Stage>,
    /// Time since the start.
    pub elapsed: Option<Minutes>,
    /// Time prescribed.
    pub planned: Option<Minutes>,
    /// Fluid taken so far.
    pub removed: Option<Millilitres>,
    /// Fluid that shall be taken.
    pub goal: Option<Millilitres>,
    /// Rate of now by weight.
    pub rate: Option<MlPerKgHour>,
    /// Dry weight.
    pub dry: Option<Kilograms>,
    /// What was gained since the last treatment.
    pub gain: Option<Gain>,
    /// Weight afterwards against the dry weight.
    pub met: Option<Met>,
    /// Pressure before.
    pub before: Option<Pressure>,
    /// Pressures while it ran, the oldest first.
    pub during: Vec<Pressure>,
    /// What went wrong.
    pub events: Vec<EventKind>,
    /// What was done, and saline where it was given.
    pub interventions: Vec<(InterventionKind, Option<Millilitres>)>,
    /// What the newest assessment of the access says.
    pub signs: Vec<Sign>,
    /// A chair apart is needed.
    pub isolation: bool,
    /// How the last spKt/V stands.
    pub cleaned: Option<Stands>,
    /// Sessions missed since the last treatment.
    pub missed: usize,
    /// Medicines that nobody has witnessed yet.
    pub unwitnessed: usize,
    /// A second person has looked.
    pub is_confirmed: bool,
    /// What was found afterwards is written.
    pub is_looked_afterwards: bool,
    /// The lot of the dialyser is written.
    pub has_dialyser_lot: bool,
    /// The next session is booked.
    pub has_next: bool,
}

/// One line.
#[derive(Clone, Debug, PartialEq)]
pub enum Line {
    /// Where the session is.
    Stage(Stage),
    /// So long of so long.
    Time(Minutes, Minutes),
    /// So much of so much.
    Fluid(Millilitres, Millilitres),
    /// Whether that will be reached.
    Pace(Pace),
    /// The rate by weight and how it is judged.
    Rate(MlPerKgHour, Judged),
    /// Pressure before and the newest.
    Pressures(Pressure, Pressure),
    /// Dry weight.
    Dry(Kilograms),
    /// Gain since the last treatment.
    Gain(Gain),
    /// A chair apart is needed.
    Isolation,
    /// Sessions missed.
    Missed(usize),
    /// The last spKt/V.
    Cleaned(Stands),
    /// The lowest pressure and its threshold, when it was below.
    Hypotension(MmHg, MmHg),
    /// Something went wrong, so often.
    Event(EventKind, usize),
    /// Something was done, so often, with so much saline in all.
    Done(InterventionKind, usize, Option<Millilitres>),
    /// What the access shows.
    Access(Sign),
    /// How the dry weight was met.
    Met(Met),
    /// Something is still open.
    Open(Open),
}

super::named::named! {
    /// What is still open.
    Open {
        /// A second person has to look.
        Confirm = "confirm",
        /// Medicines wait for a witness.
        Witness = "witness",
        /// The lot of the dialyser is not written.
        Lot = "lot",
        /// What was found afterwards is not written.
        Afterwards = "afterwards",
        /// It waits for a signature.
        Signature = "signature",
        /// The dry weight was missed: somebody should look at it.
        DryWeight = "dry_weight",
        /// The access shows something: somebody should look at it.
        Access = "access",
        /// No next session is booked.
        Next = "next",
    }
}

/// The four parts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Handover {
    /// Where it is now.
    pub situation: Vec<Line>,
    /// What is to be known of them.
    pub background: Vec<Line>,
    /// What was found, and what went wrong.
    pub assessment: Vec<Line>,
    /// What is still open.
    pub open: Vec<Line>,
}

impl Handover {
    /// Makes it.
    pub fn of(facts: &Facts) -> Self {
        Self {
            situation: situation(facts),
            background: background(facts),
            assessment: assessment(facts),
            open: open(facts).into_iter().map(Line::Open).collect(),
        }
    }
}

fn situation(it: &Facts) -> Vec<Line> {
    let progress = || {
        let (removed, goal) = (it.removed?, it.goal?);
        uf::progress(removed, goal, it.elapsed?, it.planned?, None).ok()
    };
    let pace = progress()
        .filter(|_| it.stage == Some(Stage::Running))
        .map(|progress| Line::Pace(progress.pace));
    let lines = [
        it.stage.map(Line::Stage),
        it.elapsed
            .zip(it.planned)
            .map(|(elapsed, planned)| Line::Time(elapsed, planned)),
        it.removed
            .zip(it.goal)
            .map(|(removed, goal)| Line::Fluid(removed, goal)),
        pace,
        it.rate.map(|rate| Line::Rate(rate, uf::judge(rate))),
        it.before
            .zip(it.during.last().copied())
            .map(|(before, now)| Line::Pressures(before, now)),
    ];
    lines.into_iter().flatten().collect()
}

fn background(it: &Facts) -> Vec<Line> {
    let lines = [
        it.dry.map(Line::Dry),
        it.gain.map(Line::Gain),
        it.isolation.then_some(Line::Isolation),
        (it.missed > 0).then_some(Line::Missed(it.missed)),
        it.cleaned.map(Line::Cleaned),
    ];
    lines.into_iter().flatten().collect()
}

fn assessment(it: &Facts) -> Vec<Line> {
    let low = it
        .before
        .and_then(|before| hypotension::by_nadir(before.systolic, &it.during));
    let low = low
        .filter(|low| low.is)
        .map(|low| Line::Hypotension(low.nadir, low.threshold));
    let events = EventKind::ALL.iter().filter_map(|kind| {
        let times = it.events.iter().filter(|event| *event == kind).count();
        (times > 0).then_some(Line::Event(*kind, times))
    });
    let done = InterventionKind::ALL.iter().filter_map(|kind| {
        let of = it.interventions.iter().filter(|done| done.0 == *kind);
        let (times, volume) = of.fold((0, 0.0), |(times, volume), done| {
            (times + 1, volume + done.1.map_or(0.0, |given| given.0))
        });
        (times > 0).then_some(Line::Done(*kind, times, (volume > 0.0).then_some(Millilitres(volume))))
    });
    let signs = it.signs.iter().copied().map(Line::Access);
    low.into_iter()
        .chain(events)
        .chain(done)
        .chain(signs)
        .chain(it.met.map(Line::Met))
        .collect()
}

fn open(it: &Facts) -> Vec<Open> {
    let is = |stage: Stage| it.stage == Some(stage);
    let is_ended = is(Stage::Closed) || is(Stage::Interrupted);
    let open = [
        (Open::Confirm, is(Stage::CheckedIn) && !it.is_confirmed),
        (Open::Witness, it.unwitnessed > 0),
        (Open::Lot, (is(Stage::Running) || is_ended) && !it.has_dialyser_lot),
        (Open::Afterwards, is_ended && !it.is_looked_afterwards),
        (Open::Signature, is_ended && it.is_looked_afterwards),
        (Open::DryWeight, it.met.is_some_and(|met| met != Met::Met)),
        (Open::Access, !it.signs.is_empty()),
        (Open::Next, !it.has_next),
    ];
    open.into_iter().filter_map(|(open, is)| is.then_some(open)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn running() -> Facts {
        Facts {
            stage: Some(Stage::Running),
            elapsed: Some(Minutes(160.0)),
            planned: Some(Minutes(240.0)),
            removed: Some(Millilitres(2_100.0)),
            goal: Some(Millilitres(3_000.0)),
            rate: Some(MlPerKgHour(10.7)),
            before: Some(Pressure::of(142.0, 80.0)),
            during: vec![Pressure::of(88.0, 52.0), Pressure::of(118.0, 70.0)],
            events: vec![EventKind::Cramps, EventKind::Hypotension, EventKind::Cramps],
            interventions: vec![
                (InterventionKind::Saline, Some(Millilitres(100.0))),
                (InterventionKind::Saline, Some(Millilitres(150.0))),
                (InterventionKind::UfPaused, None),
            ],
            unwitnessed: 1,
            is_confirmed: true,
            has_dialyser_lot: true,
            has_next: true,
            ..Facts::default()
        }
    }

    #[test]
    fn a_running_session_is_handed_over_with_what_went_wrong_and_what_was_done() {
        let over = Handover::of(&running());
        assert_eq!(over.situation.len(), 6);
        assert!(over.situation.contains(&Line::Pace(Pace::OnTime)));
        assert!(over.situation.contains(&Line::Rate(MlPerKgHour(10.7), Judged::Warn)));
        let expected = [
            Line::Hypotension(MmHg(88.0), MmHg(90.0)),
            Line::Event(EventKind::Hypotension, 1),
            Line::Event(EventKind::Cramps, 2),
            Line::Done(InterventionKind::Saline, 2, Some(Millilitres(250.0))),
            Line::Done(InterventionKind::UfPaused, 1, None),
        ];
        assert_eq!(over.assessment, expected);
        assert_eq!(over.open, [Line::Open(Open::Witness)]);
    }

    #[test]
    fn what_is_open_follows_the_stage() {
        let at = |stage: Stage, change: fn(&mut Facts)| {
            let mut facts = Facts {
                stage: Some(stage),
                has_next: true,
                ..Facts::default()
            };
            change(&mut facts);
            open(&facts)
        };
        assert_eq!(at(Stage::CheckedIn, |_| {}), [Open::Confirm]);
        assert_eq!(at(Stage::Closed, |_| {}), [Open::Lot, Open::Afterwards]);
        let looked = at(Stage::Interrupted, |it| {
            it.is_looked_afterwards = true;
            it.has_dialyser_lot = true;
            it.met = Some(Met::Above);
        });
        assert_eq!(looked, [Open::Signature, Open::DryWeight]);
        assert_eq!(at(Stage::Signed, |it| it.has_next = false), [Open::Next]);
    }

    #[test]
    fn what_is_not_known_has_no_line() {
        let nothing = Handover::of(&Facts::default());
        assert!(nothing.situation.is_empty() && nothing.background.is_empty() && nothing.assessment.is_empty());
    }
}
