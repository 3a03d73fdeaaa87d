//! The house and each ward that has something of its own: its week, its exceptions, after how long each is told.

use domain::dialysis::days::{Days, Weekday};
use domain::on_call::{DAY, Hours, Plan, Rank};
use hospital::on_call::{Place, PlanLine, ShiftLine, StandInLine};
use leptos::prelude::*;
use ui::lang::{self, key, say, tell, word};
use ui::{CardOf, Head, Table, Time, TimeStyle};

use super::super::parts::Act;
use super::{clock, name_of, rank_words};
use crate::routes;

/// A card for each.
pub fn cards(places: Vec<Place>, may_set: bool) -> AnyView {
    places
        .into_iter()
        .filter(|it| it.ward.is_none() || it.plan.is_own || !it.shifts.is_empty() || !it.stand_ins.is_empty())
        .map(|it| card(it, may_set))
        .collect_view()
        .into_any()
}

fn card(place: Place, may_set: bool) -> AnyView {
    let title = name_of(&place);
    let id = match place.ward {
        Some(ward) => format!("place-{ward}"),
        None => "place-house".to_owned(),
    };
    let plan = plan_lines(place.plan)
        .into_iter()
        .map(|line| view! { <li>{line}</li> }.into_any())
        .collect_view();
    let week = match place.shifts.is_empty() {
        true => view! { <p class="card__body quiet">{word(key::ON_CALL_NO_SHIFTS)}</p> }.into_any(),
        false => week(&title, place.shifts, may_set),
    };
    let stand_ins = (!place.stand_ins.is_empty()).then(|| stand_ins(&title, place.stand_ins, may_set));
    view! {
        <CardOf title=title id=id>
            <ul class="card__body lines">{plan}</ul>
            {week}
            {stand_ins}
        </CardOf>
    }
    .into_any()
}

/// After how long each is told, and when what can wait tells nobody.
fn plan_lines(line: PlanLine) -> Vec<String> {
    let Plan {
        after: [first, second, third],
        medium_quiet,
        low_quiet,
    } = line.plan;
    let told = tell(say::on_call_plan_says(first / 60, second / 60, third / 60));
    let hours = |(from, until): Hours| (clock(from), clock(until));
    let medium = medium_quiet
        .map(hours)
        .map(|(from, until)| tell(say::on_call_quiet_medium(from, until)));
    let low = low_quiet
        .map(hours)
        .map(|(from, until)| tell(say::on_call_quiet_low(from, until)));
    [Some(told), medium, low].into_iter().flatten().collect()
}

/// Shifts that differ in their day alone stand in one line.
struct Line {
    rank: Rank,
    name: String,
    from: u16,
    minutes: u16,
    days: Vec<Weekday>,
    ids: Vec<String>,
}

fn grouped(shifts: Vec<ShiftLine>) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for shift in shifts {
        let same = lines.iter_mut().find(|line| {
            (line.rank, line.from, line.minutes) == (shift.rank, shift.from, shift.minutes) && line.name == shift.name
        });
        match same {
            Some(line) => {
                line.days.push(shift.weekday);
                line.ids.push(shift.id.to_string());
            }
            None => lines.push(Line {
                rank: shift.rank,
                name: shift.name,
                from: shift.from,
                minutes: shift.minutes,
                days: vec![shift.weekday],
                ids: vec![shift.id.to_string()],
            }),
        }
    }
    lines
}

fn week(title: &str, shifts: Vec<ShiftLine>, may_set: bool) -> AnyView {
    let rows = grouped(shifts)
        .into_iter()
        .map(|line| {
            let days = days_words(&line.days);
            let hours = match line.minutes {
                DAY => tell(say::on_call_whole_day(clock(line.from))),
                minutes => format!("{}–{}", clock(line.from), clock((line.from + minutes) % DAY)),
            };
            let end = may_set.then(|| end("end-shift", line.ids.join(","), &line.name));
            view! {
                <tr>
                    <th scope="row">{rank_words(line.rank)}</th>
                    <td data-head=word(key::WHO)><bdi>{line.name}</bdi></td>
                    <td data-head=word(key::ON_CALL_DAYS)>{days}</td>
                    <td data-head=word(key::ON_CALL_HOURS)><bdi>{hours}</bdi></td>
                    <td><div class="acts">{end}</div></td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    let heads = [
        word(key::ON_CALL_RANK),
        word(key::WHO),
        word(key::ON_CALL_DAYS),
        word(key::ON_CALL_HOURS),
        "",
    ]
    .map(Head::words)
    .to_vec();
    view! { <Table caption=tell(say::on_call_week_of(title)) heads=heads>{rows}</Table> }.into_any()
}

/// The button that ends what `name` does.
fn end(act: &str, id: String, name: &str) -> AnyView {
    let fields = vec![("act", act.to_owned()), ("id", id)];
    let label = tell(say::end_of_what(name));
    view! { <Act action=routes::ON_CALL fields=fields verb=word(key::END) label=label/> }.into_any()
}

fn stand_ins(title: &str, lines: Vec<StandInLine>, may_set: bool) -> AnyView {
    let rows = lines
        .into_iter()
        .map(|line| {
            let end = may_set.then(|| end("end-stand-in", line.id.to_string(), &line.name));
            view! {
                <tr>
                    <th scope="row">{rank_words(line.rank)}</th>
                    <td data-head=word(key::WHO)><bdi>{line.name}</bdi></td>
                    <td data-head=word(key::SINCE)><Time at=Signal::stored(Some(line.from)) style=TimeStyle::DateClock/></td>
                    <td data-head=word(key::UNTIL)><Time at=Signal::stored(Some(line.until)) style=TimeStyle::DateClock/></td>
                    <td data-head=word(key::WHY)><bdi>{line.reason}</bdi></td>
                    <td><div class="acts">{end}</div></td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    let heads = [
        word(key::ON_CALL_RANK),
        word(key::WHO),
        word(key::SINCE),
        word(key::UNTIL),
        word(key::WHY),
        "",
    ]
    .map(Head::words)
    .to_vec();
    view! { <Table caption=tell(say::on_call_exceptions_of(title)) heads=heads>{rows}</Table> }.into_any()
}

fn days_words(days: &[Weekday]) -> String {
    let days = Days::of(days.iter().copied());
    if days.count() == 7 {
        return word(key::ON_CALL_DAILY).to_owned();
    }
    let names: Vec<String> = days.iter().map(|day| weekday(day).to_owned()).collect();
    lang::listed(&names)
}

/// The name of a day of the week; the words begin with Thursday.
pub fn weekday(day: Weekday) -> &'static str {
    let place = (usize::try_from(day.iso()).unwrap_or(1) + 3) % 7;
    word(key::WEEKDAYS).split(' ').nth(place).unwrap_or_default()
}
