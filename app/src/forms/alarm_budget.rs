//! The alarm budget: how many alarms there are for each hour at a bed, how many nobody answered, how long answers took. Nobody is named.

use domain::alerts::Lane;
use hospital::alerts::{BUDGET_DAYS, Budget, BudgetSource, BudgetWard, Counted, Source};
use leptos::prelude::*;
use ui::lang::{self, Arg, key, say, tell, weave, word};
use ui::{Card, DayBars, Empty, Head, Link, PageHead, StatTile, StatTiles, Tab, Table, Tabs, Time, TimeStyle};
use words::number::Number;

use crate::routes;
use crate::widgets::alarm_words::{label, severity_of};

/// The page; its sources are those of a lane, or of both.
pub fn page(found: Budget, lane: Option<Lane>) -> AnyView {
    let as_of = weave(
        say::as_of(Arg::hole(0)),
        [view! { <Time at=Signal::stored(Some(found.rendered_at)) style=TimeStyle::Seconds/> }.into_any()],
    );
    let tabs: Vec<Tab> = BUDGET_DAYS
        .into_iter()
        .map(|days| Tab::new(routes::alarm_budget(days), period(days)))
        .collect();
    let open = routes::alarm_budget(found.days);
    let tiles = tiles(&found);
    let hours = found.whole.hours;
    let wards = wards(found.wards);
    let lanes = lanes(found.days, lane);
    let of_lane = |it: &BudgetSource| lane.is_none_or(|lane| lane_of(it.source) == lane);
    let sources = sources(found.sources.into_iter().filter(of_lane).collect(), hours);
    view! {
        <PageHead title=word(key::ALARM_BUDGET) context=word(key::ALARM_BUDGET_CONTEXT)>
            <span class="second">{as_of}</span>
        </PageHead>
        <Tabs label=word(key::BUDGET_PERIOD) tabs=tabs open=open/>
        <div class="stack">
            <Card title=word(key::BUDGET_WHOLE) id="whole"><div class="card__body">{tiles}</div></Card>
            <Card title=word(key::BUDGET_BY_WARD) id="wards">{wards}</Card>
            <Card title=word(key::BUDGET_BY_SOURCE) id="sources">
                {lanes}
                {sources}
                <p class="card__foot"><Link href=routes::ALARM_RULES>{word(key::ALARM_RULES)}</Link></p>
            </Card>
        </div>
    }
    .into_any()
}

/// The choice of a lane: both, the patient, the machine.
fn lanes(days: i32, chosen: Option<Lane>) -> AnyView {
    let href = |lane: Option<Lane>| match lane {
        Some(lane) => routes::alarm_budget_lane(days, lane.name()),
        None => routes::alarm_budget(days),
    };
    let mut tabs = vec![Tab::new(href(None), word(key::ALL))];
    tabs.extend(Lane::ALL.map(|lane| Tab::new(href(Some(lane)), lang::of_english(lane.words()))));
    let open = href(chosen);
    view! { <Tabs label=word(key::BUDGET_LANE) tabs=tabs open=open/> }.into_any()
}

/// The lane of what is counted.
const fn lane_of(source: Source) -> Lane {
    match source {
        Source::Limit(parameter, _) => Lane::of(parameter),
        Source::Machine | Source::Silent => Lane::Technical,
    }
}

/// What is counted: a day, a week, or thirty days.
fn period(days: i32) -> &'static str {
    word(match days {
        1 => key::BUDGET_1_DAY,
        30 => key::BUDGET_30_DAYS,
        _ => key::BUDGET_7_DAYS,
    })
}

fn tiles(found: &Budget) -> AnyView {
    let Counted { alarms, .. } = found.whole.counted;
    let values: Vec<f32> = found.by_day.iter().map(|day| *day as f32).collect();
    let written: Vec<String> = found.by_day.iter().map(i64::to_string).collect();
    let by_day = tell(say::budget_by_day(lang::listed(&written)));
    let chart = view! { <DayBars values=values says=by_day.clone()/> }.into_any();
    // A week is read as a line; of thirty days the bars tell it, and their line is read aloud.
    let most = found.by_day.iter().copied().max().unwrap_or_default();
    let by_day = match found.by_day.len() > 8 {
        true => tell(say::budget_most_a_day(most)),
        false => by_day,
    };
    let rate = rate(alarms, found.whole.hours);
    let hours = tell(say::budget_hours(Number::rounded(found.whole.hours, 0)));
    let share = share(found.whole.counted);
    let median = median(found.whole.counted);
    let count = lang::number(alarms.to_string());
    let period = period(found.days);
    view! {
        <StatTiles>
            <StatTile label=word(key::ALARMS) value=count unit=period chart=chart>{by_day}</StatTile>
            <StatTile label=word(key::BUDGET_RATE) value=rate unit=word(key::BUDGET_PER_HOUR)>{hours}</StatTile>
            <StatTile label=word(key::BUDGET_UNANSWERED) value=share unit=word(key::BUDGET_OF_ALARMS)>{word(key::BUDGET_UNANSWERED_MEANS)}</StatTile>
            <StatTile label=word(key::BUDGET_MEDIAN) value=median unit=word(key::BUDGET_TO_ANSWER)>{word(key::BUDGET_MEDIAN_MEANS)}</StatTile>
        </StatTiles>
    }
    .into_any()
}

/// Alarms for each hour at a bed; nothing where nobody was measured.
fn rate(alarms: i64, hours: f64) -> String {
    match hours > 0.0 {
        true => lang::number(format!("{:.2}", alarms as f64 / hours)),
        false => "–".to_owned(),
    }
}

/// The share that nobody answered.
fn share(counted: Counted) -> String {
    match counted.alarms > 0 {
        true => {
            let part = counted.unanswered as f64 * 100.0 / counted.alarms as f64;
            tell(say::machine_percent(Number::rounded(part, 0)))
        }
        false => "–".to_owned(),
    }
}

/// How long half of the answers took at most.
fn median(counted: Counted) -> String {
    match counted.median {
        Some(seconds) if seconds < 120.0 => tell(say::quality_seconds(Number::rounded(seconds, 0))),
        Some(seconds) => tell(say::quality_minutes(Number::rounded(seconds / 60.0, 0))),
        None => "–".to_owned(),
    }
}

fn heads(first: &'static str, more: &[&'static str]) -> Vec<Head> {
    let numbers = [
        word(key::ALARMS),
        word(key::BUDGET_PER_HOUR),
        word(key::BUDGET_UNANSWERED),
        word(key::BUDGET_MEDIAN),
    ];
    std::iter::once(first)
        .chain(more.iter().copied())
        .map(Head::words)
        .chain(numbers.into_iter().map(Head::number))
        .collect()
}

fn cells(counted: Counted, hours: f64) -> AnyView {
    let count = lang::number(counted.alarms.to_string());
    let rate = rate(counted.alarms, hours);
    let share = share(counted);
    let median = median(counted);
    view! {
        <td class="num" data-head=word(key::ALARMS)>{count}</td>
        <td class="num" data-head=word(key::BUDGET_PER_HOUR)>{rate}</td>
        <td class="num" data-head=word(key::BUDGET_UNANSWERED)>{share}</td>
        <td class="num" data-head=word(key::BUDGET_MEDIAN)>{median}</td>
    }
    .into_any()
}

fn none() -> AnyView {
    view! { <Empty icon="bell" title=word(key::BUDGET_NONE) text=word(key::BUDGET_NONE_TEXT)/> }.into_any()
}

fn wards(wards: Vec<BudgetWard>) -> AnyView {
    if wards.is_empty() {
        return none();
    }
    let rows = wards
        .into_iter()
        .map(|ward| {
            let name = match ward.name.is_empty() {
                true => word(key::BUDGET_NO_WARD).to_owned(),
                false => ward.name,
            };
            let cells = cells(ward.counted, ward.hours);
            view! { <tr><th scope="row"><bdi>{name}</bdi></th>{cells}</tr> }.into_any()
        })
        .collect_view();
    view! { <Table caption=word(key::BUDGET_BY_WARD) heads=heads(word(key::PLACE_WARD), &[])>{rows}</Table> }.into_any()
}

fn sources(sources: Vec<BudgetSource>, hours: f64) -> AnyView {
    if sources.is_empty() {
        return none();
    }
    let rows = sources
        .into_iter()
        .map(|it| {
            let what = match it.source {
                Source::Limit(parameter, side) => tell(say::alarm_too(label(parameter), side.name())),
                Source::Machine => word(key::BUDGET_MACHINE).to_owned(),
                Source::Silent => word(key::NO_DATA).to_owned(),
            };
            let priority = severity_of(domain::alerts::Kind::Machine, it.priority).word();
            let cells = cells(it.counted, hours);
            view! {
                <tr>
                    <th scope="row">{what}</th>
                    <td data-head=word(key::ON_CALL_PRIORITY)>{priority}</td>
                    {cells}
                </tr>
            }
            .into_any()
        })
        .collect_view();
    let heads = heads(word(key::ALARM_RULE_WHAT), &[word(key::ON_CALL_PRIORITY)]);
    view! { <Table caption=word(key::BUDGET_BY_SOURCE) heads=heads>{rows}</Table> }.into_any()
}
