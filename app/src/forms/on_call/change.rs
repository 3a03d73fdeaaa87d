//! The forms of an administrator: a shift, somebody who stands in, after how long each is told.

use domain::actor::Role;
use domain::dialysis::days::Weekday;
use domain::on_call::{Plan, Rank};
use hospital::care::Colleague;
use hospital::on_call::Place;
use leptos::prelude::*;
use ui::lang::{key, say, tell, word};
use ui::{Button, Card, Form, Look};

use super::super::parts::{Choice, Line, Of};
use super::super::people::choose_from;
use super::places::weekday;
use super::{clock, name_of, rank_words};
use crate::routes;

/// All three.
pub fn forms(places: &[Place], colleagues: Option<&[Colleague]>) -> AnyView {
    let wards: Vec<(String, String)> = places
        .iter()
        .map(|place| {
            let value = place.ward.map(|ward| ward.to_string()).unwrap_or_default();
            (value, name_of(place))
        })
        .collect();
    let house = places.first().map_or(Plan::USUAL, |place| place.plan.plan);
    view! {
        {shift(wards.clone(), colleagues)}
        {stand_in(wards.clone(), colleagues)}
        {plan(wards, house)}
    }
    .into_any()
}

/// Which of the three forms.
fn of(act: &'static str) -> Of {
    Of("act", act.to_owned())
}

fn hidden(act: &'static str) -> Vec<(&'static str, String)> {
    vec![("act", act.to_owned())]
}

fn ranks() -> Vec<(String, String)> {
    Rank::ALL
        .map(|rank| (rank.number().to_string(), rank_words(rank).to_owned()))
        .to_vec()
}

/// Out of a list, or by their employee id where the list would be too long.
fn person(act: &'static str, colleagues: Option<&[Colleague]>) -> AnyView {
    match choose_from(colleagues, &[Role::Doctor, Role::Nurse, Role::Technician]) {
        Some(answers) => view! { <Choice name="person" label=word(key::WHO) answers=answers of=of(act)/> }.into_any(),
        None => {
            let hint = tell(say::employee_id_hint("")).trim_end().to_owned();
            view! { <Line name="person" label=word(key::WHO) hint=hint of=of(act)/> }.into_any()
        }
    }
}

fn shift(wards: Vec<(String, String)>, colleagues: Option<&[Colleague]>) -> AnyView {
    let days = Weekday::ALL
        .iter()
        .map(|day| (day.name().to_owned(), weekday(*day).to_owned()));
    let several = [
        ("daily", word(key::ON_CALL_DAILY)),
        ("weekdays", word(key::ON_CALL_WEEKDAYS)),
    ];
    let when: Vec<(String, String)> = several
        .into_iter()
        .map(|(value, words)| (value.to_owned(), words.to_owned()))
        .chain(days)
        .collect();
    let who = person("add-shift", colleagues);
    view! {
        <Card title=word(key::ON_CALL_ADD) id="add-shift">
            <Form class="card__body form form--wide" action=routes::ON_CALL hidden=hidden("add-shift")>
                <Choice name="ward" label=word(key::PLACE_WARD) answers=wards of=of("add-shift")/>
                <Choice name="rank" label=word(key::ON_CALL_RANK) answers=ranks() of=of("add-shift")/>
                {who}
                <Choice name="when" label=word(key::ON_CALL_DAYS) answers=when of=of("add-shift")/>
                <Line name="from" label=word(key::ON_CALL_FROM) hint=word(key::ON_CALL_CLOCK_HINT) most=5 of=of("add-shift")/>
                <Line name="until" label=word(key::UNTIL) hint=word(key::ON_CALL_UNTIL_HINT) most=5 of=of("add-shift")/>
                <div class="form__end"><Button look=Look::Primary>{word(key::ON_CALL_ADD)}</Button></div>
            </Form>
        </Card>
    }
    .into_any()
}

fn stand_in(wards: Vec<(String, String)>, colleagues: Option<&[Colleague]>) -> AnyView {
    let who = person("stand-in", colleagues);
    view! {
        <Card title=word(key::ON_CALL_STAND_IN) id="stand-in">
            <Form class="card__body form form--wide" action=routes::ON_CALL hidden=hidden("stand-in")>
                <Choice name="ward" label=word(key::PLACE_WARD) answers=wards of=of("stand-in")/>
                <Choice name="rank" label=word(key::ON_CALL_RANK) answers=ranks() of=of("stand-in")/>
                {who}
                <Line name="day" label=word(key::ON_CALL_DAY) kind="date" of=of("stand-in")/>
                <Line name="from" label=word(key::ON_CALL_FROM) hint=word(key::ON_CALL_CLOCK_HINT) most=5 of=of("stand-in")/>
                <Line name="until" label=word(key::UNTIL) hint=word(key::ON_CALL_UNTIL_HINT) most=5 of=of("stand-in")/>
                <Line name="reason" label=word(key::WHY) most=200 of=of("stand-in")/>
                <div class="form__end"><Button>{word(key::ON_CALL_STAND_IN)}</Button></div>
            </Form>
        </Card>
    }
    .into_any()
}

fn plan(wards: Vec<(String, String)>, house: Plan) -> AnyView {
    let [first, second, third] = house.after.map(|seconds| (seconds / 60).to_string());
    let from = |hours: Option<(u16, u16)>| hours.map(|(from, _)| clock(from)).unwrap_or_default();
    let until = |hours: Option<(u16, u16)>| hours.map(|(_, until)| clock(until)).unwrap_or_default();
    let (medium_from, medium_until) = (from(house.medium_quiet), until(house.medium_quiet));
    let (low_from, low_until) = (from(house.low_quiet), until(house.low_quiet));
    view! {
        <Card title=word(key::ON_CALL_PLAN) id="plan">
            <Form class="card__body form form--wide" action=routes::ON_CALL hidden=hidden("plan")>
                <Choice name="ward" label=word(key::PLACE_WARD) answers=wards of=of("plan")/>
                <Line name="first" label=word(key::ON_CALL_PLAN_FIRST) value=first inputmode="numeric" most=3 of=of("plan")/>
                <Line name="second" label=word(key::ON_CALL_PLAN_SECOND) value=second inputmode="numeric" most=3 of=of("plan")/>
                <Line name="third" label=word(key::ON_CALL_PLAN_THIRD) value=third inputmode="numeric" most=3 of=of("plan")/>
                <Line name="medium_from" label=word(key::ON_CALL_MEDIUM_FROM) value=medium_from hint=word(key::ON_CALL_QUIET_HINT) most=5 optional=true of=of("plan")/>
                <Line name="medium_until" label=word(key::ON_CALL_MEDIUM_UNTIL) value=medium_until most=5 optional=true of=of("plan")/>
                <Line name="low_from" label=word(key::ON_CALL_LOW_FROM) value=low_from most=5 optional=true of=of("plan")/>
                <Line name="low_until" label=word(key::ON_CALL_LOW_UNTIL) value=low_until most=5 optional=true of=of("plan")/>
                <div class="form__end"><Button>{word(key::ON_CALL_PLAN_SET)}</Button></div>
            </Form>
        </Card>
    }
    .into_any()
}
