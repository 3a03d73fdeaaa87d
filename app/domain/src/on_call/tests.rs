use proptest::prelude::*;
use uuid::Uuid;

use super::*;

/// 2026-03-29T01:00:00Z, when Paris goes from 02:00 to 03:00; and 2026-10-25T01:00:00Z, when it goes from 03:00 back to 02:00.
const SPRING: i64 = 1_774_746_000;
const AUTUMN: i64 = 1_792_890_000;

fn paris() -> Zone {
    let at = |seconds: i64| Moment(seconds * 1_000_000);
    Zone {
        name: "Europe/Paris".into(),
        offsets: vec![
            (Moment(0), 3_600, "CET".into()),
            (at(SPRING), 7_200, "CEST".into()),
            (at(AUTUMN), 3_600, "CET".into()),
        ],
    }
}

fn user(number: u128) -> UserId {
    UserId(Uuid::from_u128(number))
}

fn ward() -> WardId {
    WardId(Uuid::from_u128(77))
}

fn shift(ward: Option<WardId>, who: u128, weekday: Weekday, from: u16, minutes: u16) -> Shift {
    Shift {
        ward,
        rank: Rank::First,
        user: user(who),
        weekday,
        from,
        minutes,
    }
}

/// Twelve hours by day and twelve by night, every day.
fn week() -> Vec<Shift> {
    Weekday::ALL
        .iter()
        .flat_map(|day| [shift(None, 1, *day, 8 * 60, 720), shift(None, 2, *day, 20 * 60, 720)])
        .collect()
}

fn first(shifts: &[Shift], at: i64) -> Option<UserId> {
    on_duty(shifts, &[], None, &paris(), Moment(at * 1_000_000))[0]
}

#[test]
fn the_minute_of_the_week_is_the_walls() {
    // 2026-03-29 was a Sunday: 01:59:59, then 03:00:00.
    let sunday = 6 * DAY;
    let at = |seconds: i64| minute_of_week(&paris(), Moment(seconds * 1_000_000));
    assert_eq!(at(SPRING - 1), sunday + 119);
    assert_eq!(at(SPRING), sunday + 180);
    // 2026-10-25 too: 02:59:59, then 02:00:00 once more.
    assert_eq!(at(AUTUMN - 1), sunday + 179);
    assert_eq!(at(AUTUMN), sunday + 120);
}

#[test]
fn a_night_goes_over_midnight_over_sunday_and_over_a_change_of_the_clocks() {
    let shifts = week();
    // The nights of both changes: from Saturday 20:00 until Sunday 08:00 on the wall, whether they last eleven hours or thirteen.
    for (change, before, after) in [(SPRING, 6, 5), (AUTUMN, 7, 6)] {
        assert_eq!(first(&shifts, change - before * 3_600), Some(user(2)), "20:00");
        assert_eq!(first(&shifts, change - before * 3_600 - 1), Some(user(1)), "19:59:59");
        assert_eq!(first(&shifts, change + after * 3_600 - 1), Some(user(2)), "07:59:59");
    }
    // Sunday's night ends on Monday.
    let sunday = [shift(None, 9, Weekday::Sunday, 20 * 60, 720)];
    assert!(sunday[0].takes(0) && sunday[0].takes(8 * 60 - 1) && !sunday[0].takes(8 * 60));
    assert!(sunday[0].takes(WEEK - 1) && !sunday[0].takes(6 * DAY + 20 * 60 - 1));
}

#[test]
fn the_ward_comes_before_the_house_and_an_exception_before_the_week() {
    let zone = paris();
    let at = Moment((SPRING + 12 * 3_600) * 1_000_000);
    let mut shifts = week();
    let asked = |shifts: &[Shift], stand_ins: &[StandIn], place| on_duty(shifts, stand_ins, place, &zone, at)[0];
    assert_eq!(
        asked(&shifts, &[], Some(ward())),
        Some(user(1)),
        "the house's, where the ward has nobody"
    );
    shifts.push(shift(Some(ward()), 3, Weekday::Sunday, 0, 1_440));
    assert_eq!(asked(&shifts, &[], Some(ward())), Some(user(3)));
    assert_eq!(asked(&shifts, &[], None), Some(user(1)));
    let stands_in = StandIn {
        ward: Some(ward()),
        rank: Rank::First,
        user: user(4),
        from: at,
        until: at.plus_seconds(60.0),
    };
    assert_eq!(asked(&shifts, &[stands_in], Some(ward())), Some(user(4)));
    let over = StandIn {
        from: at.plus_seconds(-60.0),
        until: at,
        ..stands_in
    };
    assert_eq!(asked(&shifts, &[over], Some(ward())), Some(user(3)));
}

#[test]
fn what_can_wait_is_quiet_over_midnight_and_what_is_high_never_is() {
    let plan = Plan {
        low_quiet: Some((22 * 60, 6 * 60)),
        medium_quiet: Some((60, 120)),
        ..Plan::USUAL
    };
    for (minute, quiet) in [
        (21 * 60 + 59, false),
        (22 * 60, true),
        (0, true),
        (359, true),
        (360, false),
    ] {
        assert_eq!(plan.is_quiet(Priority::Low, minute), quiet, "{minute}");
        assert!(!plan.is_quiet(Priority::High, minute));
    }
    assert!(plan.is_quiet(Priority::Medium, 60) && !plan.is_quiet(Priority::Medium, 120));
    let nobody = [None; 3];
    assert_eq!(
        step(&plan, Priority::Low, Rank::First, &nobody, &[], 0),
        Step::Skip(Why::Quiet)
    );
    assert_eq!(
        step(&plan, Priority::High, Rank::First, &nobody, &[], 0),
        Step::Skip(Why::Nobody)
    );
}

#[test]
fn whoever_was_told_is_not_told_by_the_next_step() {
    let duty = [Some(user(1)), Some(user(1)), Some(user(2))];
    let of = |rank, told: &[UserId]| step(&Plan::USUAL, Priority::High, rank, &duty, told, 0);
    assert_eq!(of(Rank::First, &[]), Step::Tell(user(1)));
    assert_eq!(of(Rank::Second, &[user(1)]), Step::Skip(Why::Same));
    assert_eq!(of(Rank::Third, &[user(1)]), Step::Tell(user(2)));
}

/// Low alarms are quiet from 22:00 to 06:00.
fn quiet_nights() -> Plan {
    Plan {
        low_quiet: Some((22 * 60, 6 * 60)),
        ..Plan::USUAL
    }
}

fn taken(rank: Rank, after_quiet: bool, became: Step) -> Taken {
    Taken {
        rank,
        after_quiet,
        became,
    }
}

fn turn(rank: Rank, after_quiet: bool) -> Turn {
    Turn { rank, after_quiet }
}

#[test]
fn what_quiet_hours_skipped_has_its_turn_once_they_are_over() {
    let plan = quiet_nights();
    let skipped = [Rank::First, Rank::Second].map(|rank| taken(rank, false, Step::Skip(Why::Quiet)));
    let at = |priority, seconds, taken: &[Taken], minute| turns(&plan, priority, seconds, taken, minute);
    assert_eq!(at(Priority::Low, 61.0, &[], 0), [turn(Rank::First, false)]);
    assert_eq!(
        at(Priority::Low, 200.0, &skipped, 5 * 60 + 59),
        [],
        "it is quiet until six"
    );
    let both = [turn(Rank::First, true), turn(Rank::Second, true)];
    assert_eq!(at(Priority::Low, 200.0, &skipped, 6 * 60), both);
    assert_eq!(
        at(Priority::High, 200.0, &skipped, 0),
        both,
        "one that has become high does not wait for the morning"
    );
    // The third, whose time was over only afterwards, has its turn after them and in its own time.
    let third = [both[0], both[1], turn(Rank::Third, false)];
    assert_eq!(at(Priority::Low, 600.0, &skipped, 6 * 60), third);
}

#[test]
fn a_turn_after_quiet_hours_comes_once_whatever_became_of_it() {
    let plan = quiet_nights();
    for became in [Step::Tell(user(1)), Step::Skip(Why::Nobody), Step::Skip(Why::Same)] {
        let both = [
            taken(Rank::First, false, Step::Skip(Why::Quiet)),
            taken(Rank::First, true, became),
        ];
        assert_eq!(turns(&plan, Priority::Low, 61.0, &both, 12 * 60), []);
        // What was skipped for another reason, or told, is not told later.
        assert_eq!(
            turns(
                &plan,
                Priority::Low,
                61.0,
                &[taken(Rank::First, false, became)],
                12 * 60
            ),
            []
        );
    }
}

#[test]
fn of_what_waits_the_next_is_the_first_who_is_left() {
    let since = Moment(SPRING * 1_000_000);
    let after = |seconds: f64| since.plus_seconds(seconds);
    let asked = |now: f64, done: &[Rank], told: &[UserId], duty: [Option<UserId>; 3]| {
        next(&Plan::USUAL, (since, after(now)), done, told, |_| duty)
    };
    let found = |rank: Rank, seconds: f64, who: u128| {
        Some(Next {
            rank,
            at: after(seconds),
            user: user(who),
        })
    };
    let all = [Some(user(1)), Some(user(2)), Some(user(1))];
    assert_eq!(asked(10.0, &[], &[], all), found(Rank::First, 60.0, 1));
    assert_eq!(
        asked(62.0, &[], &[], all),
        found(Rank::First, 62.0, 1),
        "its time is over: at the next look"
    );
    assert_eq!(
        asked(70.0, &[Rank::First], &[user(1)], all),
        found(Rank::Second, 180.0, 2)
    );
    assert_eq!(
        asked(200.0, &[Rank::First, Rank::Second], &[user(1), user(2)], all),
        None,
        "the third was told as the first"
    );
    assert_eq!(
        asked(10.0, &[], &[], [None, None, Some(user(3))]),
        found(Rank::Third, 600.0, 3)
    );
    assert_eq!(asked(10.0, &[], &[], [None; 3]), None);
    // Who is on call when the turn comes, not who is on call now.
    let changes = |at: Moment| [Some(user(if at < after(60.0) { 1 } else { 2 })), None, None];
    assert_eq!(
        next(&Plan::USUAL, (since, after(10.0)), &[], &[], changes),
        found(Rank::First, 60.0, 2)
    );
}

proptest! {
    /// Whatever the hour, the priority and what stands already: nobody who had a turn has it again, and after quiet hours only those have one whom they skipped.
    #[test]
    fn a_turn_never_comes_twice(
        seconds in 0.0_f64..2_000.0,
        minutes in proptest::collection::vec(0_u16..DAY, 1..12),
        priorities in proptest::collection::vec(prop::sample::select(vec![Priority::Low, Priority::Medium, Priority::High]), 12),
    ) {
        let (plan, duty) = (quiet_nights(), [Some(user(1)), None, Some(user(1))]);
        let mut stands: Vec<Taken> = Vec::new();
        for (minute, priority) in minutes.into_iter().zip(priorities) {
            let told: Vec<UserId> = stands
                .iter()
                .filter_map(|it| match it.became { Step::Tell(user) => Some(user), Step::Skip(_) => None })
                .collect();
            for turn in turns(&plan, priority, seconds, &stands, minute) {
                let before: Vec<&Taken> = stands.iter().filter(|it| it.rank == turn.rank).collect();
                prop_assert!(before.iter().all(|it| it.after_quiet != turn.after_quiet));
                prop_assert_eq!(turn.after_quiet, before.iter().any(|it| it.became == Step::Skip(Why::Quiet)));
                let became = step(&plan, priority, turn.rank, &duty, &told, minute);
                prop_assert!(!turn.after_quiet || became != Step::Skip(Why::Quiet));
                stands.push(taken(turn.rank, turn.after_quiet, became));
            }
        }
    }

    /// Whoever divided the week among shifts that do not overlap has one person in each minute of it, on any day and in any zone.
    #[test]
    fn of_a_divided_week_one_is_on_call_at_any_moment(
        at in 1_767_225_600_i64..1_798_761_600,
        cuts in proptest::collection::btree_set(0_u16..DAY, 1..5),
    ) {
        let cuts: Vec<u16> = cuts.into_iter().collect();
        let mut shifts = Vec::new();
        for day in Weekday::ALL {
            for (place, from) in cuts.iter().enumerate() {
                let next = cuts.get(place + 1).copied().unwrap_or(cuts[0] + DAY);
                shifts.push(shift(None, place as u128, *day, *from, next - from));
            }
        }
        let minute = minute_of_week(&paris(), Moment(at * 1_000_000));
        prop_assert_eq!(shifts.iter().filter(|shift| shift.takes(minute)).count(), 1);
        prop_assert!(first(&shifts, at).is_some());
    }

    /// Longer without an answer never means that fewer were told, and never in another order.
    #[test]
    fn steps_come_one_after_the_other(a in 0_u16..600, b in 1_u16..600, c in 1_u16..600, sooner in 0.0_f64..2_000.0, more in 0.0_f64..2_000.0) {
        let plan = Plan { after: [a, a + b, a + b + c], ..Plan::USUAL };
        let before: Vec<Rank> = plan.due(sooner).collect();
        let after: Vec<Rank> = plan.due(sooner + more).collect();
        prop_assert!(after.starts_with(&before));
        prop_assert!(Rank::ALL.starts_with(&after));
    }
}
