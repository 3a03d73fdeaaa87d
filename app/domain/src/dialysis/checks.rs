//! What is done of a session, and what is due: the list at the chair. It follows from what was written; nothing is ticked that did not happen.
//!
//! How often somebody looks while blood runs is not in the specification's clinical facts, so no time is said for the next reading: only when the last one was.
//!
//! # Adding a check
//! A variant of [`Item`], the fact it follows from in [`Facts`], its line in [`checks`], its words in `app/src/forms/dialysis/checks.rs`.

use crate::time::Moment;

/// What is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    /// They are received.
    CheckIn,
    /// Everything is looked at before the start.
    Look,
    /// A second person confirms it.
    Second,
    /// Blood runs.
    Start,
    /// What touches the blood is written down.
    Lots,
    /// A reading by hand since the start.
    Reading,
    /// Somebody looks at the access while blood runs.
    Access,
    /// What keeps the blood from clotting stops, as it is prescribed.
    StopAnticoagulant,
    /// Another person saw every medicine given.
    Witness,
    /// Blood runs no longer.
    End,
    /// Everything is looked at afterwards.
    After,
    /// A doctor signs.
    Sign,
}

/// How a check stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Stands {
    /// Done, at that moment.
    Done(Moment),
    /// It is its turn; since when, where a time is known.
    Due(Option<Moment>),
    /// Its turn comes; when, where a time is known.
    Later(Option<Moment>),
}

/// One check.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Check {
    /// What.
    pub item: Item,
    /// How it stands.
    pub stands: Stands,
}

/// What was written of a session: when each thing happened.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Facts {
    /// They were received.
    pub checked_in: Option<Moment>,
    /// The newest look before the start.
    pub looked: Option<Moment>,
    /// It was confirmed.
    pub confirmed: Option<Moment>,
    /// Blood ran from then.
    pub started: Option<Moment>,
    /// Minutes that are prescribed, and how many before the end the anticoagulant stops.
    pub minutes: f64,
    /// None: nothing is prescribed of it.
    pub stop_before: Option<f64>,
    /// The newest lot.
    pub lots: Option<Moment>,
    /// The newest reading by hand.
    pub reading: Option<Moment>,
    /// The newest look at the access, and whether all was well.
    pub access: Option<(Moment, bool)>,
    /// The newest medicine.
    pub given: Option<Moment>,
    /// A medicine that nobody witnessed yet.
    pub unwitnessed: bool,
    /// Blood ran until then.
    pub ended: Option<Moment>,
    /// The newest look afterwards.
    pub after: Option<Moment>,
    /// It was signed.
    pub signed: Option<Moment>,
}

/// The checks in the order of a session, as they stand at `now`.
pub fn checks(facts: &Facts, now: Moment) -> Vec<Check> {
    let step = |item, done: Option<Moment>, comes_after: Option<Moment>| {
        let stands = match (done, comes_after) {
            (Some(at), _) => Stands::Done(at),
            (None, Some(_)) => Stands::Due(None),
            (None, None) => Stands::Later(None),
        };
        Some(Check { item, stands })
    };
    let timed = |item, at: Option<Moment>| {
        let stands = match at {
            Some(at) if at <= now => Stands::Due(Some(at)),
            at => Stands::Later(at),
        };
        Some(Check { item, stands })
    };
    let in_minutes = |minutes: f64| facts.started.map(|at| at.plus_seconds(minutes * 60.0));
    // Whether it was stopped is written nowhere: it is called to mind until the end and not said to be done.
    let stop = facts.stop_before.filter(|_| facts.ended.is_none());
    let stop = stop.and_then(|before| timed(Item::StopAnticoagulant, in_minutes((facts.minutes - before).max(0.0))));
    // What was not well is looked at again. Nobody looks any more once blood runs no longer: a look that was not written then is owed by nobody.
    let access = match facts.access {
        Some((at, true)) => Some(Stands::Done(at)),
        Some((at, false)) if facts.ended.is_none() => Some(Stands::Due(Some(at))),
        None if facts.ended.is_none() && facts.started.is_some() => Some(Stands::Due(None)),
        None if facts.ended.is_none() => Some(Stands::Later(None)),
        Some(_) | None => None,
    };
    let access = access.map(|stands| Check {
        item: Item::Access,
        stands,
    });
    let witness = facts.given.map(|at| Check {
        item: Item::Witness,
        stands: match facts.unwitnessed {
            true => Stands::Due(Some(at)),
            false => Stands::Done(at),
        },
    });
    let end = match facts.ended {
        Some(at) => Some(Check {
            item: Item::End,
            stands: Stands::Done(at),
        }),
        None => timed(Item::End, in_minutes(facts.minutes)),
    };
    // They are in the house already: the first step is always its turn.
    let first = facts.checked_in.or(Some(now));
    [
        step(Item::CheckIn, facts.checked_in, first),
        step(Item::Look, facts.looked, facts.checked_in),
        step(Item::Second, facts.confirmed, facts.looked),
        step(Item::Start, facts.started, facts.confirmed),
        step(Item::Lots, facts.lots, facts.started),
        step(Item::Reading, facts.reading, facts.started),
        access,
        stop,
        witness,
        end,
        step(Item::After, facts.after, facts.ended),
        step(Item::Sign, facts.signed, facts.after),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// How many are done.
pub fn done(checks: &[Check]) -> usize {
    checks
        .iter()
        .filter(|check| matches!(check.stands, Stands::Done(_)))
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(facts: &Facts, now: Moment, item: Item) -> Option<Stands> {
        checks(facts, now)
            .into_iter()
            .find(|it| it.item == item)
            .map(|it| it.stands)
    }

    fn at(minute: f64) -> Moment {
        Moment(0).plus_seconds(minute * 60.0)
    }

    fn running() -> Facts {
        Facts {
            checked_in: Some(at(-20.0)),
            looked: Some(at(-10.0)),
            confirmed: Some(at(-5.0)),
            started: Some(at(0.0)),
            minutes: 240.0,
            stop_before: Some(30.0),
            ..Facts::default()
        }
    }

    #[test]
    fn before_anybody_came_only_the_check_in_is_due() {
        let due: Vec<Item> = checks(&Facts::default(), at(0.0))
            .into_iter()
            .filter(|it| matches!(it.stands, Stands::Due(_)))
            .map(|it| it.item)
            .collect();
        assert_eq!(due, [Item::CheckIn]);
    }

    #[test]
    fn the_anticoagulant_and_the_end_are_due_at_the_minute_of_the_prescription() {
        let facts = running();
        for (now, stop, end) in [
            (209.0, Stands::Later(Some(at(210.0))), Stands::Later(Some(at(240.0)))),
            (210.0, Stands::Due(Some(at(210.0))), Stands::Later(Some(at(240.0)))),
            (240.0, Stands::Due(Some(at(210.0))), Stands::Due(Some(at(240.0)))),
        ] {
            assert_eq!(of(&facts, at(now), Item::StopAnticoagulant), Some(stop), "{now}");
            assert_eq!(of(&facts, at(now), Item::End), Some(end), "{now}");
        }
        let none = Facts {
            stop_before: None,
            ..facts
        };
        assert_eq!(of(&none, at(230.0), Item::StopAnticoagulant), None);
    }

    #[test]
    fn a_medicine_is_due_until_each_one_is_witnessed() {
        let given = Facts {
            given: Some(at(20.0)),
            unwitnessed: true,
            ..running()
        };
        assert_eq!(of(&running(), at(30.0), Item::Witness), None);
        assert_eq!(of(&given, at(30.0), Item::Witness), Some(Stands::Due(Some(at(20.0)))));
        let seen = Facts {
            unwitnessed: false,
            ..given
        };
        assert_eq!(of(&seen, at(30.0), Item::Witness), Some(Stands::Done(at(20.0))));
    }

    #[test]
    fn the_access_is_looked_at_while_blood_runs_and_again_where_it_was_not_well() {
        let looked = |minute: f64, well: bool| Facts {
            access: Some((at(minute), well)),
            ..running()
        };
        let before = Facts {
            started: None,
            ..running()
        };
        assert_eq!(of(&before, at(-1.0), Item::Access), Some(Stands::Later(None)));
        assert_eq!(of(&running(), at(10.0), Item::Access), Some(Stands::Due(None)));
        assert_eq!(
            of(&looked(20.0, true), at(30.0), Item::Access),
            Some(Stands::Done(at(20.0)))
        );
        assert_eq!(
            of(&looked(20.0, false), at(30.0), Item::Access),
            Some(Stands::Due(Some(at(20.0))))
        );
        // Over: what was well stays to be seen, and nothing is due any more.
        for (facts, stands) in [
            (running(), None),
            (looked(20.0, false), None),
            (looked(20.0, true), Some(Stands::Done(at(20.0)))),
        ] {
            let over = Facts {
                ended: Some(at(240.0)),
                ..facts
            };
            assert_eq!(of(&over, at(250.0), Item::Access), stands);
        }
    }

    #[test]
    fn what_was_written_is_done_and_a_signed_session_has_nothing_due() {
        assert_eq!(done(&checks(&running(), at(1.0))), 4);
        let signed = Facts {
            lots: Some(at(2.0)),
            reading: Some(at(30.0)),
            ended: Some(at(240.0)),
            after: Some(at(250.0)),
            signed: Some(at(300.0)),
            ..running()
        };
        let all = checks(&signed, at(400.0));
        assert_eq!(done(&all), all.len());
    }
}
