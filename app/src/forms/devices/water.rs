//! The water for dialysis and the fluids made of it: what they say now in each ward, the tests, and the limits with what they were before.

use domain::devices::water::{Fluid, Limit, Measure, STERILE};
use hospital::devices::machines::{LimitLine, TestLine, Water};
use leptos::prelude::*;
use ui::lang::{self, key, say, tell, word};
use ui::{Button, Card, CardOf, Empty, Form, Head, LinkButton, Look, PageHead, Table};

use super::console::{verdict, water as of_ward};
use super::{when, with_unit};
use crate::forms::parts::{Choice, Line, Of, Said, choose, in_unit, missing};
use crate::routes;

/// The page.
pub fn page(water: Water) -> AnyView {
    let Water {
        wards,
        limits,
        history,
        tests,
        may_log,
        may_set,
        ..
    } = water;
    let choices: Vec<(String, String)> = wards
        .iter()
        .map(|ward| (ward.ward.to_string(), ward.name.clone()))
        .collect();
    // A ward without dialysis machines, whose water nobody ever tested, has nothing to say.
    let now = wards
        .into_iter()
        .filter(|ward| ward.has_machines || ward.now.iter().any(|line| line.newest.is_some()))
        .map(|ward| {
            let id = format!("water-{}", ward.ward);
            view! { <CardOf title=ward.name id=id>{of_ward(ward.now)}</CardOf> }.into_any()
        })
        .collect_view();
    let log = (may_log && !choices.is_empty()).then(|| log(choices));
    let set = may_set.then(set);
    view! {
        <PageHead title=word(key::WATER_OF_DIALYSIS) context=word(key::WATER_CONTEXT)>
            <LinkButton href=routes::MACHINES look=Look::Quiet>{word(key::MACHINES)}</LinkButton>
        </PageHead>
        <Said/>
        <div class="stack">
            {now}
            {log}
            <Card title=word(key::WATER_TESTS) id="tests">{tests_table(tests)}</Card>
            <Card title=word(key::WATER_LIMITS) note=word(key::WATER_SOURCE).to_owned() id="limits">{limits_table(limits)}{history_table(history)}</Card>
            {set}
        </div>
    }
    .into_any()
}

fn measures() -> Vec<(String, String)> {
    choose(Measure::ALL.map(|measure| {
        let words = in_unit(&lang::of_english(measure.words()), measure.unit());
        (measure.name().to_owned(), words)
    }))
}

fn fluids() -> Vec<(String, String)> {
    Fluid::ALL
        .map(|fluid| (fluid.name().to_owned(), lang::of_english(fluid.words())))
        .to_vec()
}

fn log(wards: Vec<(String, String)>) -> AnyView {
    let of = || Of("act", "log".to_owned());
    view! {
        <Card title=word(key::WATER_LOG_ONE) id="test-new">
            <Form class="card__body form" action=routes::WATER hidden=vec![("act", "log".to_owned())]>
                <Choice name="ward" label=word(key::PLACE_WARD) answers=wards of=of()/>
                <Choice name="fluid" label=word(key::WATER_FLUID) hint=word(key::WATER_FLUID_HINT) answers=fluids() of=of()/>
                <Choice name="measure" label=word(key::WATER_MEASURE) answers=measures() of=of()/>
                <Line name="value" label=word(key::WATER_VALUE) hint=word(key::WATER_VALUE_HINT) inputmode="decimal" of=of()/>
                <Line name="point" label=word(key::WATER_POINT) hint=word(key::WATER_POINT_HINT) most=120 of=of()/>
                <Line name="on" label=word(key::MACHINE_DAY) kind="date" hint=word(key::MACHINE_EMPTY_IS_NOW) open=true of=of()/>
                <Line name="at" label=word(key::TIME) hint=word(key::MACHINE_CLOCK_HINT) inputmode="numeric" open=true of=of()/>
                <Line name="note" label=word(key::NOTE) most=500 optional=true of=of()/>
                <div class="form__end"><Button look=Look::Primary>{word(key::WATER_LOG_IT)}</Button></div>
            </Form>
        </Card>
    }
    .into_any()
}

fn set() -> AnyView {
    let of = || Of("act", "limit".to_owned());
    view! {
        <Card title=word(key::WATER_SET_LIMIT) id="limit-new">
            <Form class="card__body form" action=routes::WATER hidden=vec![("act", "limit".to_owned())]>
                <Choice name="fluid" label=word(key::WATER_FLUID) answers=fluids() of=of()/>
                <Choice name="measure" label=word(key::WATER_MEASURE) answers=measures() of=of()/>
                <Line name="max" label=word(key::WATER_LIMIT) inputmode="decimal" of=of()/>
                <Line name="action_from" label=word(key::WATER_ACTION_FROM) inputmode="decimal" optional=true of=of()/>
                <Line name="valid_hours" label=word(key::WATER_VALID_HOURS) inputmode="numeric" of=of()/>
                <Line name="reason" label=word(key::WHY) most=500 of=of()/>
                <div class="form__end"><Button>{word(key::WATER_SET_LIMIT)}</Button></div>
            </Form>
        </Card>
    }
    .into_any()
}

fn tests_table(tests: Vec<TestLine>) -> AnyView {
    if tests.is_empty() {
        return view! { <Empty icon="flask" title=word(key::WATER_NO_TESTS) text=word(key::WATER_NO_TESTS_TEXT)/> }
            .into_any();
    }
    let rows = tests
        .into_iter()
        .map(|test| {
            let value = with_unit(test.value, test.measure.unit());
            let more = [Some(test.point), test.note]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" · ");
            view! {
                <tr>
                    <th scope="row">{when(test.at)}</th>
                    <td data-head=word(key::PLACE_WARD)>{test.ward}</td>
                    <td data-head=word(key::WATER_FLUID)>{lang::of_english(test.fluid.words())}</td>
                    <td data-head=word(key::WATER_MEASURE)>{lang::of_english(test.measure.words())}</td>
                    <td data-head=word(key::WATER_VALUE)>{value}</td>
                    <td data-head=word(key::STATE)>{verdict(test.verdict)}</td>
                    <td data-head=word(key::WATER_POINT)><bdi>{more}</bdi></td>
                    <td data-head=word(key::WHO)><bdi>{test.by}</bdi></td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    let heads = [
        word(key::TIME),
        word(key::PLACE_WARD),
        word(key::WATER_FLUID),
        word(key::WATER_MEASURE),
        word(key::WATER_VALUE),
        word(key::STATE),
        word(key::WATER_POINT),
        word(key::WHO),
    ]
    .map(Head::words)
    .to_vec();
    view! { <Table caption=word(key::WATER_TESTS) heads=heads>{rows}</Table> }.into_any()
}

/// The four cells of a limit: in what, and what holds there.
fn cells(fluid: Fluid, measure: Measure, limit: &Limit) -> AnyView {
    let max = match measure {
        Measure::Bacteria if limit.max <= STERILE => word(key::WATER_NOTHING_GROWS).to_owned(),
        _ => with_unit(limit.max, measure.unit()),
    };
    let action = match limit.action_from {
        Some(value) => with_unit(value, measure.unit()).into_any(),
        None => missing(),
    };
    // A month in hours is read by nobody.
    let valid = match limit.valid_hours {
        hours if hours > 24 && hours % 24 == 0 => tell(say::age_days(hours / 24)),
        hours => tell(say::age_hours(hours)),
    };
    view! {
        <td data-head=word(key::WATER_FLUID)>{lang::of_english(fluid.words())}</td>
        <td data-head=word(key::WATER_LIMIT)>{max}</td>
        <td data-head=word(key::WATER_ACTION_FROM)>{action}</td>
        <td data-head=word(key::WATER_ANSWERS_FOR)>{valid}</td>
    }
    .into_any()
}

fn limits_table(limits: Vec<(Fluid, Measure, Limit)>) -> AnyView {
    let rows = limits
        .into_iter()
        .map(|(fluid, measure, limit)| {
            // Hardness is of no standard, nor is what the hospital has set.
            let of_standard = measure != Measure::Hardness && measure.default_limit(fluid) == Some(limit);
            let source = match of_standard {
                true => view! { <bdi>{fluid.source()}</bdi> }.into_any(),
                false => missing(),
            };
            view! {
                <tr>
                    <th scope="row">{lang::of_english(measure.words())}</th>
                    {cells(fluid, measure, &limit)}
                    <td data-head=word(key::WATER_STANDARD)>{source}</td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    let heads = [
        word(key::WATER_MEASURE),
        word(key::WATER_FLUID),
        word(key::WATER_LIMIT),
        word(key::WATER_ACTION_FROM),
        word(key::WATER_ANSWERS_FOR),
        word(key::WATER_STANDARD),
    ]
    .map(Head::words)
    .to_vec();
    view! { <Table caption=word(key::WATER_LIMITS) heads=heads>{rows}</Table> }.into_any()
}

fn history_table(history: Vec<LimitLine>) -> Option<AnyView> {
    if history.is_empty() {
        return None;
    }
    let rows = history
        .into_iter()
        .map(|line| {
            let (at, by) = line.set;
            view! {
                <tr>
                    <th scope="row">{lang::of_english(line.measure.words())}</th>
                    {cells(line.fluid, line.measure, &line.limit)}
                    <td data-head=word(key::WHY)><bdi>{line.reason}</bdi></td>
                    <td data-head=word(key::WATER_SET)>{when(at)}" · "<bdi>{by}</bdi></td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    let heads = [
        word(key::WATER_MEASURE),
        word(key::WATER_FLUID),
        word(key::WATER_LIMIT),
        word(key::WATER_ACTION_FROM),
        word(key::WATER_ANSWERS_FOR),
        word(key::WHY),
        word(key::WATER_SET),
    ]
    .map(Head::words)
    .to_vec();
    Some(view! { <Table caption=word(key::WATER_LIMITS_HISTORY) heads=heads>{rows}</Table> }.into_any())
}
