//! The dialysis of a hospital in figures: how full the shifts were, what was lost, how long machines stood. Nobody is named.

use hospital::dialysis::diary::figures::{Downtime, Figures, ShiftFigures, UnitFigures};
use leptos::prelude::*;
use ui::lang::{self, key, say, tell, word};
use ui::{Card, CardOf, Chip, DayBars, Empty, Head, Link, Meter, PageHead, Reach, StatTile, StatTiles, Table};

use super::super::dialysis::names::absence;
use super::{day_words, no_unit};
use crate::routes;

/// The page.
pub fn page(figures: Figures) -> AnyView {
    let context = tell(say::four_weeks_from(day_words(figures.first)));
    let units = match figures.units.is_empty() {
        true => no_unit(),
        false => figures.units.into_iter().map(unit).collect_view().into_any(),
    };
    view! {
        <PageHead title=word(key::DIALYSIS_IN_FIGURES) context=context>
            <Link href=routes::DIALYSIS_FORECAST reach=Reach::Alone>{word(key::FC_TITLE)}</Link>
        </PageHead>
        <div class="stack">{units}{downtime(figures.downtime)}</div>
    }
    .into_any()
}

fn unit(figures: UnitFigures) -> AnyView {
    let heads = vec![
        Head::words(word(key::DIARY_SHIFT)),
        Head::words(word(key::HOW_FULL)),
        Head::number(word(key::PLACES_THERE_WERE)),
        Head::number(word(key::SESSIONS_HELD)),
        Head::number(word(key::SESSIONS_MISSED)),
        Head::number(word(key::SESSIONS_CALLED_OFF)),
    ];
    let rows = figures.shifts.iter().map(shift).collect_view();
    let tiles = tiles(&figures);
    let absent = absent(&figures);
    let caption = tell(say::chairs_of(figures.unit.name.as_str(), figures.chairs));
    let diary = routes::diary_of(routes::DIARY, figures.unit.ward);
    let missed = routes::diary_of(routes::DIARY_MISSED, figures.unit.ward);
    view! {
        <CardOf title=caption.clone() id=format!("unit-{}", figures.unit.ward)>
            <div class="card__body">{tiles}</div>
            <Table caption=caption heads=heads>{rows}</Table>
            {absent}
            <p class="card__foot">
                <Link href=diary>{word(key::CHAIR_DIARY)}</Link>" "<Link href=missed>{word(key::MISSED_SESSIONS)}</Link>
            </p>
        </CardOf>
    }
    .into_any()
}

/// The ward as a whole: how full, what was missed, what ended early; the bars are its weeks.
fn tiles(figures: &UnitFigures) -> AnyView {
    let sum = |of: fn(&ShiftFigures) -> i64| figures.shifts.iter().map(of).sum::<i64>();
    let (places, held, missed) = (sum(|it| it.places), sum(|it| it.held), sum(|it| it.missed));
    let bars = |of: fn(&hospital::dialysis::diary::figures::Week) -> i64| {
        let values: Vec<f32> = figures.weeks.iter().map(|week| of(week) as f32).collect();
        let written: Vec<String> = figures.weeks.iter().map(|week| of(week).to_string()).collect();
        (values, tell(say::diary_by_week(lang::listed(&written))))
    };
    let part =
        |n: i64, of: i64| (of > 0).then(|| tell(say::diary_percent((n as f64 / of as f64 * 100.0).round() as i64)));
    let full = part(held, places).unwrap_or_default();
    let of_sessions = part(missed, held + missed).map(|part| tell(say::diary_of_sessions(part)));
    let ended = part(figures.early, held).map(|part| tell(say::diary_of_held(part)));
    let (held_bars, held_says) = bars(|week| week.held);
    let (missed_bars, missed_says) = bars(|week| week.missed);
    let held_chart = view! { <DayBars values=held_bars says=held_says.clone()/> }.into_any();
    let missed_chart = view! { <DayBars values=missed_bars says=missed_says.clone()/> }.into_any();
    let of_places = tell(say::diary_of_places(places));
    let (missed, early) = (missed.to_string(), figures.early.to_string());
    let (of_sessions, ended) = (of_sessions.unwrap_or_default(), ended.unwrap_or_default());
    view! {
        <StatTiles>
            <StatTile label=word(key::HOW_FULL) value=full unit=of_places chart=held_chart>{held_says}</StatTile>
            <StatTile label=word(key::SESSIONS_MISSED) value=missed unit=of_sessions chart=missed_chart>{missed_says}</StatTile>
            <StatTile label=word(key::DIARY_ENDED_EARLY) value=early unit=ended>{word(key::DIARY_ENDED_EARLY_MEANS)}</StatTile>
        </StatTiles>
    }
    .into_any()
}

/// Why nobody came.
fn absent(figures: &UnitFigures) -> Option<AnyView> {
    if figures.absent.is_empty() {
        return None;
    }
    let heads = vec![
        Head::words(word(key::DIARY_WHY_MISSED)),
        Head::number(word(key::SESSIONS_MISSED)),
    ];
    let rows = figures
        .absent
        .iter()
        .map(|(why, count)| {
            let words = lang::of_english(absence(*why));
            view! { <tr><th scope="row">{words}</th><td data-head=word(key::SESSIONS_MISSED) class="num">{count.to_string()}</td></tr> }
                .into_any()
        })
        .collect_view();
    Some(view! { <Table caption=word(key::DIARY_WHY_MISSED) heads=heads>{rows}</Table> }.into_any())
}

fn shift(figures: &ShiftFigures) -> AnyView {
    let name = match figures.shift.as_str() {
        "" => word(key::OUTSIDE_THE_SHIFTS).to_owned(),
        name => name.to_owned(),
    };
    let full = (figures.places > 0).then(|| {
        let part = figures.held as f32 / figures.places as f32;
        let percent = (part * 100.0).round() as i64;
        let says = tell(say::diary_so_full(percent));
        view! { <Meter part=part says=says.clone()/><span class="num">{says}</span> }.into_any()
    });
    let number = |n: i64| n.to_string();
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td data-head=word(key::HOW_FULL)>{full}</td>
            <td data-head=word(key::PLACES_THERE_WERE) class="num">{number(figures.places)}</td>
            <td data-head=word(key::SESSIONS_HELD) class="num">{number(figures.held)}</td>
            <td data-head=word(key::SESSIONS_MISSED) class="num">{number(figures.missed)}</td>
            <td data-head=word(key::SESSIONS_CALLED_OFF) class="num">{number(figures.called_off)}</td>
        </tr>
    }
    .into_any()
}

fn downtime(downtime: Vec<Downtime>) -> AnyView {
    let content = match downtime.is_empty() {
        true => {
            view! { <Empty icon="machine" title=word(key::NO_MACHINE_STOOD) text=word(key::NO_MACHINE_STOOD_TEXT)/> }
                .into_any()
        }
        false => {
            let heads = vec![
                Head::words(word(key::MACHINE)),
                Head::number(word(key::HOURS_OUT)),
                Head::number(word(key::DIARY_OF_THE_TIME)),
                Head::number(word(key::TIMES_OUT)),
            ];
            let rows = downtime
                .into_iter()
                .map(|it| {
                    let out = it
                        .is_out
                        .then(|| view! { " "<Chip look="medium-soft">{word(key::DIARY_OUT_NOW)}</Chip> }.into_any());
                    let part = lang::number(format!("{:.1} %", it.part * 100.0));
                    let hours = lang::number(format!("{:.1}", it.hours));
                    view! {
                        <tr>
                            <th scope="row">{it.device}{out}</th>
                            <td data-head=word(key::HOURS_OUT) class="num">{hours}</td>
                            <td data-head=word(key::DIARY_OF_THE_TIME) class="num">{part}</td>
                            <td data-head=word(key::TIMES_OUT) class="num">{it.times.to_string()}</td>
                        </tr>
                    }
                    .into_any()
                })
                .collect_view();
            view! { <Table caption=word(key::MACHINES_OUT) heads=heads>{rows}</Table> }.into_any()
        }
    };
    view! { <Card title=word(key::MACHINES_OUT) id="downtime">{content}</Card> }.into_any()
}
