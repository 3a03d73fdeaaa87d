//! The table cell by cell, and families that live through anything that owners, thieves and bad lines can do.

use proptest::prelude::*;

use super::*;

const DAY: i64 = 86_400;

fn day(days: i64) -> Moment {
    Moment(days * DAY * 1_000_000)
}

fn presented(state: State) -> Presented {
    Presented {
        state,
        issued_at: day(0),
        began_at: day(0),
        family_ended: false,
    }
}

#[test]
fn every_state_has_its_verdict() {
    let cases = [
        (State::Live, Verdict::Rotate),
        (State::Spent { successor_used: false }, Verdict::AnswerAgain),
        (State::Spent { successor_used: true }, Verdict::Reused),
        (State::Killed, Verdict::Reused),
    ];
    for (state, verdict) in cases {
        assert_eq!(presented(state).judge(day(1)), verdict, "{state:?}");
        let ended = Presented {
            family_ended: true,
            ..presented(state)
        };
        assert_eq!(
            ended.judge(day(1)),
            Verdict::Over,
            "{state:?} of a family that has ended"
        );
    }
}

#[test]
fn thirty_days_unused_or_ninety_in_all_and_it_is_over() {
    let live = presented(State::Live);
    assert_eq!(live.judge(Moment(day(30).0 - 1)), Verdict::Rotate);
    assert_eq!(live.judge(day(30)), Verdict::TooOld);
    let renewed = Presented {
        issued_at: day(80),
        ..live
    };
    assert_eq!(renewed.judge(Moment(day(90).0 - 1)), Verdict::Rotate);
    assert_eq!(renewed.judge(day(90)), Verdict::TooOld);
    assert_eq!(
        presented(State::Spent { successor_used: false }).judge(day(31)),
        Verdict::TooOld
    );
    assert_eq!(presented(State::Killed).judge(day(31)), Verdict::Reused);
    assert_eq!(Presented::ends_at(day(0), day(0)), day(30));
    assert_eq!(Presented::ends_at(day(0), day(80)), day(90));
}

/// A token as the database would keep it.
#[derive(Clone, Debug)]
struct Kept {
    parent: Option<usize>,
    issued_at: Moment,
    spent: bool,
    used: bool,
    killed: bool,
}

/// A family as the database would keep it: the effects of the verdicts, without any judgement.
#[derive(Clone, Debug)]
struct Family {
    tokens: Vec<Kept>,
    ended: bool,
}

impl Family {
    fn new() -> Self {
        let mut family = Self {
            tokens: Vec::new(),
            ended: false,
        };
        family.issue(None, day(0));
        family
    }

    fn issue(&mut self, parent: Option<usize>, now: Moment) -> usize {
        self.tokens.push(Kept {
            parent,
            issued_at: now,
            spent: false,
            used: false,
            killed: false,
        });
        self.tokens.len() - 1
    }

    fn state(&self, token: usize) -> State {
        let it = &self.tokens[token];
        if it.killed {
            State::Killed
        } else if it.spent {
            let successor_used = self
                .tokens
                .iter()
                .any(|child| child.parent == Some(token) && child.used);
            State::Spent { successor_used }
        } else {
            State::Live
        }
    }

    /// Presents a token; answers the verdict and the successor.
    fn present(&mut self, token: usize, now: Moment) -> (Verdict, Option<usize>) {
        let verdict = Presented {
            state: self.state(token),
            issued_at: self.tokens[token].issued_at,
            began_at: day(0),
            family_ended: self.ended,
        }
        .judge(now);
        match verdict {
            Verdict::Rotate => {
                self.tokens[token].spent = true;
                self.tokens[token].used = true;
            }
            Verdict::AnswerAgain => {
                for child in self.tokens.iter_mut().filter(|it| it.parent == Some(token)) {
                    child.killed = true;
                }
            }
            Verdict::Reused => self.ended = true,
            Verdict::TooOld | Verdict::Over => {}
        }
        let issues = matches!(verdict, Verdict::Rotate | Verdict::AnswerAgain);
        (verdict, issues.then(|| self.issue(Some(token), now)))
    }

    fn live(&self) -> usize {
        if self.ended {
            return 0;
        }
        (0..self.tokens.len())
            .filter(|it| self.state(*it) == State::Live)
            .count()
    }
}

proptest! {
    #[test]
    fn one_branch_lives_whatever_is_presented(steps in prop::collection::vec((any::<prop::sample::Index>(), 0_i64..40), 1..60)) {
        let (mut family, mut hours, mut ended) = (Family::new(), 0, false);
        for (which, wait) in steps {
            hours += wait;
            let now = Moment(hours * 3_600 * 1_000_000);
            let token = which.index(family.tokens.len());
            let before = family.state(token);
            let (verdict, successor) = family.present(token, now);
            prop_assert!(!ended || successor.is_none(), "an ended family issues nothing");
            prop_assert!(family.live() <= 1, "{family:?}");
            if !ended && matches!(before, State::Killed | State::Spent { successor_used: true }) {
                prop_assert_eq!(verdict, Verdict::Reused);
            }
            ended = family.ended;
        }
    }

    #[test]
    fn an_owner_on_a_bad_line_is_never_put_out(losses in prop::collection::vec(0_usize..4, 1..40)) {
        let (mut family, mut mine, mut now) = (Family::new(), 0, day(0));
        for lost in losses {
            now = now.plus_seconds(600.0);
            let mut successor = None;
            for _ in 0..=lost {
                let (verdict, issued) = family.present(mine, now);
                prop_assert!(matches!(verdict, Verdict::Rotate | Verdict::AnswerAgain), "{verdict:?}");
                successor = issued;
            }
            mine = successor.unwrap();
        }
        prop_assert_eq!(family.live(), 1);
    }

    #[test]
    fn a_thief_and_an_owner_cannot_both_go_on(turns in prop::collection::vec(any::<bool>(), 4..40)) {
        // Both hold the first token; each then goes on with what they were given.
        let (mut family, mut hold, mut tries, mut now) = (Family::new(), [0, 0], [0, 0], day(0));
        for who in turns.into_iter().map(usize::from) {
            now = now.plus_seconds(600.0);
            tries[who] += 1;
            if let (_, Some(successor)) = family.present(hold[who], now) {
                hold[who] = successor;
            }
        }
        // At the second try of the slower one at the latest, a token comes that the other's use has made a copy.
        if tries[0] >= 2 && tries[1] >= 2 {
            prop_assert!(family.ended, "{family:?}");
        }
    }
}
