use proptest::prelude::*;

use super::*;

fn planned(goal: f64, minutes: f64, before: f64, dry: Option<f64>) -> Result<Plan, Guard> {
    plan(
        Millilitres(goal),
        Minutes(minutes),
        Kilograms(before),
        dry.map(Kilograms),
        STRONG,
        1.0,
    )
}

#[test]
fn the_goal_is_what_is_above_the_dry_weight_and_what_goes_in() {
    let goal = |before: f64, dry: f64, intake: f64| goal(Kilograms(before), Some(Kilograms(dry)), Millilitres(intake));
    assert_eq!(
        goal(74.9, 72.1, 0.0),
        Ok(Millilitres(2_800.0)),
        "whole millilitres, whatever the fractions"
    );
    assert_eq!(goal(74.9, 72.1, 300.0), Ok(Millilitres(3_100.0)));
    assert_eq!(goal(71.0, 72.0, 300.0), Ok(Millilitres(0.0)), "nobody is filled up");
    assert_eq!(super::goal(Kilograms(74.9), None, Millilitres(0.0)), Err(Guard::Weight));
}

#[test]
fn a_plan_above_the_bound_says_how_long_it_needs() {
    // 3 575 mL of 60 kg at 13 mL/kg/h: 275 minutes.
    let plan = planned(3_575.0, 240.0, 63.6, Some(60.0)).unwrap();
    assert_eq!(plan.needs.map(Minutes::clock), Some((4, 35)));
    assert!(plan.is_above && plan.judged == Judged::Strong && plan.by == ByWeight::Dry);
    assert_eq!(plan.fits, Millilitres(3_120.0));
    let longer = planned(3_575.0, 275.0, 63.6, Some(60.0)).unwrap();
    assert_eq!(
        (longer.is_above, longer.needs, longer.judged),
        (false, None, Judged::Warn),
        "just at the bound"
    );
}

#[test]
fn above_thirteen_is_said_beside_any_bound_that_is_passed() {
    // 72.5 kg in four hours: 2 900 mL are 10 mL/kg/h, 3 770 are 13.
    let warns = |goal: f64, bound: f64| {
        let (time, dry) = (Minutes(240.0), Some(Kilograms(72.5)));
        let plan = plan(Millilitres(goal), time, Kilograms(76.9), dry, MlPerKgHour(bound), 1.0).unwrap();
        (plan.is_above, plan.warns())
    };
    assert_eq!(
        warns(4_000.0, 10.0),
        (true, Some(Judged::Strong)),
        "13.8, and 10 are allowed"
    );
    assert_eq!(warns(3_200.0, 10.0), (true, None), "11.0: the bound says it");
    assert_eq!(warns(3_200.0, 13.0), (false, Some(Judged::Warn)));
    assert_eq!(warns(4_000.0, 15.0), (false, Some(Judged::Strong)));
    assert_eq!(warns(2_900.0, 10.0), (false, None));
}

#[test]
fn a_profile_whose_largest_quarter_is_above_the_bound_says_so_though_its_mean_is_not() {
    // 2 400 mL in four hours of 72.5 kg are 8.3 mL/kg/h; 40 % of it in the first hour are 960 mL, 13.2 mL/kg/h. At 10 mL/kg/h a quarter of 960 mL needs 79.45 minutes: 5 h 18 in all.
    let plan = |typed: &str, bound: f64| {
        let peak = super::super::uf_steps::UfSteps::parse(typed)
            .unwrap()
            .peak(0.0)
            .unwrap();
        let (goal, time, dry) = (Millilitres(2_400.0), Minutes(240.0), Some(Kilograms(72.5)));
        super::plan(goal, time, Kilograms(74.9), dry, MlPerKgHour(bound), peak).unwrap()
    };
    let falling = plan("40 30 20 10", 10.0);
    assert!((falling.by_weight.0 - 8.2759).abs() < 1e-4 && (falling.largest.0 - 13.2414).abs() < 1e-4);
    assert_eq!(
        (falling.is_above, falling.judged),
        (true, Judged::Fine),
        "the mean is fine"
    );
    assert_eq!(falling.needs.map(Minutes::clock), Some((5, 18)));
    // 725 mL in the first hour, which are 40 % of it.
    assert_eq!(falling.fits, Millilitres(1_812.0));
    let even = plan("25 25 25 25", 10.0);
    assert_eq!(
        (even.is_above, even.largest, even.fits),
        (false, even.by_weight, Millilitres(2_900.0))
    );
    let allowed = plan("40 30 20 10", 13.3);
    assert_eq!((allowed.is_above, allowed.needs), (false, None));
}

#[test]
fn a_rate_is_warned_of_above_ten_and_strongly_above_thirteen() {
    for (rate, judged) in [
        (10.0, Judged::Fine),
        (10.004, Judged::Fine),
        (10.01, Judged::Warn),
        (13.0, Judged::Warn),
        (13.01, Judged::Strong),
    ] {
        assert_eq!(judge(MlPerKgHour(rate)), judged, "{rate}");
    }
}

#[test]
fn without_a_dry_weight_it_is_the_weight_that_they_will_have() {
    let plan = planned(2_000.0, 240.0, 72.0, None).unwrap();
    assert_eq!(plan.by, ByWeight::Post);
    assert!((plan.by_weight.0 - 2_000.0 / 4.0 / 70.0).abs() < 1e-9);
    assert_eq!(planned(2_000.0, 240.0, 1.0, None), Err(Guard::Weight));
    assert_eq!(planned(2_000.0, 0.0, 72.0, None), Err(Guard::Time));
    assert_eq!(planned(-1.0, 240.0, 72.0, Some(70.0)), Err(Guard::Volume));
}

#[test]
fn a_treatment_is_judged_by_each_weight_that_is_known() {
    let kg = |kg: f64| Some(Kilograms(kg));
    let each = by_each(Millilitres(2_800.0), Minutes(240.0), kg(70.0), kg(72.8), None).unwrap();
    let by: Vec<(ByWeight, Judged)> = each.iter().map(|it| (it.by, it.judged)).collect();
    assert_eq!(by, [(ByWeight::Post, Judged::Fine), (ByWeight::Pre, Judged::Fine)]);
    assert!((each[0].rate.0 - 10.0).abs() < 1e-9);
    assert_eq!(
        by_each(Millilitres(1.0), Minutes(0.0), kg(70.0), None, None),
        Err(Guard::Time)
    );
}

#[test]
fn while_it_runs_the_time_to_the_goal_is_told() {
    let at = |removed: f64, elapsed: f64, rate: Option<f64>| {
        let rate = rate.map(MlPerHour);
        progress(
            Millilitres(removed),
            Millilitres(3_000.0),
            Minutes(elapsed),
            Minutes(240.0),
            rate,
        )
        .unwrap()
    };
    // "2.1 of 3.0 L removed, 1 h 20 left"
    let on_time = at(2_100.0, 160.0, Some(700.0));
    assert_eq!(
        (on_time.left.0, on_time.time_left.clock(), on_time.pace),
        (900.0, (1, 20), Pace::OnTime)
    );
    assert!((on_time.percent - 70.0).abs() < 1e-9);
    assert_eq!(at(2_100.0, 160.0, Some(500.0)).pace, Pace::Late);
    assert_eq!(
        at(2_100.0, 160.0, Some(500.0)).to_goal.map(Minutes::clock),
        Some((1, 48))
    );
    assert_eq!(at(2_100.0, 160.0, Some(0.0)).pace, Pace::Paused);
    assert_eq!(at(3_000.0, 230.0, Some(0.0)).pace, Pace::Reached);
    assert_eq!(
        (at(2_100.0, 160.0, None).pace, at(1_000.0, 160.0, None).pace),
        (Pace::OnTime, Pace::Late)
    );
    let needed = at(2_100.0, 160.0, Some(500.0)).needed_rate.unwrap();
    assert!((needed.0 - 675.0).abs() < 1e-9);
    assert_eq!(at(2_100.0, 240.0, Some(500.0)).needed_rate, None, "no time is left");
}

proptest! {
    #[test]
    fn the_time_that_is_needed_is_the_time_in_which_the_bound_is_kept(
        goal in 1.0..8_000.0f64, kg in 20.0..200.0f64, bound in 1.0..20.0f64,
    ) {
        let time = needed(Millilitres(goal), Kilograms(kg), MlPerKgHour(bound)).unwrap();
        let rate = rate_by_weight(Millilitres(goal), time, Kilograms(kg)).unwrap();
        prop_assert!((rate.0 - bound).abs() < 1e-6);
    }

    #[test]
    fn a_plan_is_above_its_bound_exactly_when_its_goal_does_not_fit(
        goal in 0..8_000u32, minutes in 30..720u32, kg in 20.0..200.0f64,
    ) {
        let plan = planned(f64::from(goal), f64::from(minutes), kg + 3.0, Some(kg)).unwrap();
        prop_assert_eq!(plan.is_above, plan.needs.is_some());
        prop_assert_eq!(plan.is_above, f64::from(goal) > plan.fits.0 + 1.0 || plan.by_weight.0 > STRONG.0 + 1e-6);
    }
}
