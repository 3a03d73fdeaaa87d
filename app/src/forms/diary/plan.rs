//! The weekly plan of a ward: whose place is where on which day of every week, the days on which it is not, and the week that is booked from it.

use domain::dialysis::days::Weekday;
use domain::dialysis::places::Day;
use domain::ids::WardId;
use hospital::dialysis::diary::plan::{Line as PlanLine, Plan, Planned};
use hospital::dialysis::diary::plan_ahead::AHEAD;
use leptos::prelude::*;
use ui::lang::{self, key, say, tell, word};
use ui::{Button, Card, Chip, Empty, Form, Head, Link, LinkButton, Look, PageHead, Reach, Table};
use uuid::Uuid;

use super::super::parts::{Choice, Confirm, Line, Of, Said, missing};
use super::seat::day_input;
use super::{chair_answer, day_short, day_words, for_whom, no_unit, shift_words, ways};
use crate::routes;

/// The name of a day of the week; the words begin with Thursday.
fn weekday(day: Weekday) -> &'static str {
    let place = (usize::try_from(day.iso()).unwrap_or(1) + 3) % 7;
    word(key::WEEKDAYS).split(' ').nth(place).unwrap_or_default()
}

/// The page; `line` is the place that is looked at.
pub fn page(plan: Plan, line: Option<Uuid>) -> AnyView {
    let ways = ways(routes::DIARY_PLAN, &plan.units, plan.unit.as_ref(), true);
    let name = plan.unit.as_ref().map(|unit| unit.name.clone()).unwrap_or_default();
    let content = match plan.unit.clone() {
        None => no_unit(),
        Some(unit) => of_unit(plan, unit.ward, line),
    };
    view! {
        <PageHead title=word(key::WEEKLY_PLAN) context=name>{ways}</PageHead>
        <Said/>
        {content}
    }
    .into_any()
}

/// What came of a week that was planned, as the page says it once: how many were booked, and who could not be.
pub fn planned(planned: &Planned) -> (String, Vec<(String, String)>) {
    let refused = planned
        .refused
        .iter()
        .map(|(name, day, why)| (format!("{name}, {}", day_words(*day)), why.clone()))
        .collect();
    (format!("{} sessions are booked.", planned.booked), refused)
}

fn of_unit(plan: Plan, ward: WardId, chosen: Option<Uuid>) -> AnyView {
    let Plan {
        today,
        shifts,
        chairs,
        lines,
        patients,
        ..
    } = plan;
    let list = match lines.is_empty() {
        true => {
            view! { <Empty icon="calendar" title=word(key::NOTHING_PLANNED) text=word(key::NOTHING_PLANNED_TEXT)/> }
                .into_any()
        }
        false => table(ward, &lines, chosen),
    };
    let one = lines
        .iter()
        .find(|line| Some(line.id) == chosen)
        .map(|line| one(ward, line));
    let days = (1..=7).filter_map(Weekday::of_iso);
    let days = days
        .map(|day| (day.iso().to_string(), weekday(day).to_owned()))
        .collect();
    let shifts = shifts
        .iter()
        .map(|shift| (shift.id.to_string(), shift_words(shift)))
        .collect();
    let chairs = chairs.iter().map(chair_answer).collect();
    let whom = for_whom(&patients, None);
    let hidden = vec![("act", "add".to_owned()), ("ward", ward.to_string())];
    view! {
        {week(ward, today)}
        <div class="stack">
            {one}
            <Card title=word(key::WEEKLY_PLAN) id="lines">{list}</Card>
            <Card title=word(key::ADD_TO_PLAN) id="add">
                <Form class="card__body form form--wide" action=routes::DIARY_PLAN hidden=hidden>
                    {whom}
                    <Choice name="weekday" label=word(key::DAY_OF_THE_WEEK) answers=days/>
                    <Choice name="shift" label=word(key::DIARY_SHIFT) answers=shifts/>
                    <Choice name="station" label=word(key::DIARY_CHAIR) answers=chairs/>
                    <Line name="minutes" label=word(key::MINUTES_OF_TREATMENT) hint=word(key::MINUTES_HINT) inputmode="numeric" optional=true/>
                    {day_input("from", word(key::DIARY_FROM_DAY), Some(today), today)}
                    <Line name="last" label=word(key::DIARY_LAST_DAY) hint=word(key::DIARY_LAST_DAY_HINT) kind="date" optional=true/>
                    <Button look=Look::Primary>{word(key::ADD_TO_PLAN)}</Button>
                </Form>
            </Card>
        </div>
    }
    .into_any()
}

/// The buttons that book a week from the plan.
fn week(ward: WardId, today: Day) -> AnyView {
    let monday = today.monday();
    let buttons = [monday, monday.plus(7)]
        .into_iter()
        .zip([key::BOOK_THIS_WEEK, key::BOOK_NEXT_WEEK])
        .map(|(first, verb)| {
            let fields = vec![
                ("act", "week".to_owned()),
                ("ward", ward.to_string()),
                ("day", first.text()),
            ];
            let label = tell(say::book_the_week(word(verb), day_words(first)));
            let means = word(key::BOOK_WEEK_MEANS);
            view! { <Confirm action=routes::DIARY_PLAN fields=fields verb=word(verb) label=label means=means/> }
                .into_any()
        })
        .collect_view();
    let by_itself = tell(say::plan_books_itself(AHEAD));
    view! { <div class="cluster">{buttons}</div><p class="quiet">{by_itself}</p> }.into_any()
}

/// The week as a grid: chairs down, days across, in each cell whose place it is in which shift. A name leads to what can be done with the place.
fn table(ward: WardId, lines: &[PlanLine], chosen: Option<Uuid>) -> AnyView {
    let week = || (1..=7).filter_map(Weekday::of_iso);
    let heads = [Head::words(word(key::DIARY_CHAIR))]
        .into_iter()
        .chain(week().map(|day| Head::words(weekday(day))))
        .collect();
    let mut chairs: Vec<&str> = lines.iter().map(|line| line.station.as_str()).collect();
    chairs.sort_unstable();
    chairs.dedup();
    let rows = chairs
        .into_iter()
        .map(|chair| {
            let cells = week()
                .map(|day| {
                    let here = lines.iter().filter(|line| line.station == chair && line.weekday == day);
                    let names = here.map(|line| place(ward, line, chosen)).collect::<Vec<AnyView>>();
                    let missing = names.is_empty().then(missing);
                    view! { <td data-head=weekday(day)>{names}{missing}</td> }.into_any()
                })
                .collect_view();
            view! { <tr><th scope="row">{chair.to_owned()}</th>{cells}</tr> }.into_any()
        })
        .collect_view();
    view! { <Table caption=word(key::WEEKLY_PLAN) heads=heads dense=true>{rows}</Table> }.into_any()
}

/// Whose place it is, in which shift, and that the plan does not hold on a day to come.
fn place(ward: WardId, line: &PlanLine, chosen: Option<Uuid>) -> AnyView {
    let href = routes::diary_plan_line(ward, line.id);
    let name = line.name.clone();
    let name = match chosen == Some(line.id) {
        true => view! { <strong><bdi>{name}</bdi></strong> }.into_any(),
        false => view! { <Link href=href reach=Reach::Alone><bdi>{name}</bdi></Link> }.into_any(),
    };
    let skipped = line
        .skipped
        .iter()
        .map(|(day, _)| {
            let words = tell(say::not_on(day_short(*day)));
            view! { <div><Chip look="stale">{words}</Chip></div> }.into_any()
        })
        .collect_view();
    view! { <div><span class="quiet">{line.shift.clone()}" "</span>{name}{skipped}</div> }.into_any()
}

/// What holds of a place, and what can be done with it: a day is left out, the place ends.
fn one(ward: WardId, line: &PlanLine) -> AnyView {
    let fields = |act: &str| {
        vec![
            ("act", act.to_owned()),
            ("ward", ward.to_string()),
            ("line", line.id.to_string()),
        ]
    };
    let day = weekday(line.weekday);
    let title = tell(say::place_words(day, line.shift.as_str(), line.station.as_str()));
    let holds = match line.last {
        Some(last) => tell(say::holds_from_to(day_short(line.from), day_short(last))),
        None => tell(say::holds_from(day_short(line.from))),
    };
    let skipped = line
        .skipped
        .iter()
        .map(|(day, reason)| {
            let words = tell(say::not_on_because(day_short(*day), reason.as_str()));
            view! { <div class="quiet">{words}</div> }.into_any()
        })
        .collect_view();
    let label = tell(say::end_place_of(line.name.as_str(), day));
    let of = Of("line", line.id.to_string());
    let (skip, end) = (fields("skip"), fields("end"));
    let minutes = tell(say::diary_minutes(lang::number(line.minutes.to_string())));
    let (name, shut) = (line.name.clone(), routes::diary_of(routes::DIARY_PLAN, ward));
    view! {
        <Card title=title id="line">
            <div class="card__body"><strong><bdi>{name}</bdi></strong>" "<span class="quiet num">{minutes}</span><div>{holds}</div>{skipped}</div>
            <Form class="card__body form form--wide" action=routes::DIARY_PLAN hidden=skip>
                <Line name="day" label=word(key::DIARY_DAY) kind="date" of=of.clone()/>
                <Line name="reason" label=word(key::WHY_LEFT_OUT) most=200 of=of/>
                <Button look=Look::Inverse>{word(key::LEAVE_OUT)}</Button>
            </Form>
            <div class="card__foot"><div class="acts">
                <LinkButton href=shut class="btn--small" look=Look::Quiet>{word(key::CLOSE)}</LinkButton>
                <Confirm action=routes::DIARY_PLAN fields=end verb=word(key::END) label=label means=word(key::END_PLACE_MEANS)/>
            </div></div>
        </Card>
    }
    .into_any()
}
