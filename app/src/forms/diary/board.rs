//! One day of a ward's chairs by shift, or its whole week: who sits where, what is free, and when the ward dialyses.

use domain::dialysis::places::{Chair, Day, Place, Shift};
use domain::dialysis::session::Stage;
use domain::ids::WardId;
use hospital::dialysis::diary::board::{Board, Cell, DAYS, Sits};
use leptos::prelude::*;
use ui::lang::{key, say, tell, word};
use ui::{
    Button, Card, Chip, Empty, Form, Head, Link, LinkButton, Look, Note, PageHead, Reach, Segment, SegmentedLinks,
    Table,
};
use uuid::Uuid;

use super::super::parts::{Confirm, Line, Said, missing};
use super::{day_short, day_words, no_unit, seat, shift_clock, stage_word, ways, weekday};
use crate::routes;

/// What the address asks for beside the ward.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// The day; today, without.
    pub day: Option<Day>,
    /// The place to book.
    pub place: Option<Place>,
    /// The session to change.
    pub session: Option<Uuid>,
    /// The whole week.
    pub week: bool,
}

/// The page.
pub fn page(board: Board, asked: Asked) -> AnyView {
    let plans = board.patients.is_some();
    let ways = ways(routes::DIARY, &board.units, board.unit.as_ref(), plans);
    let name = board.unit.as_ref().map(|unit| unit.name.clone()).unwrap_or_default();
    let content = match board.unit.clone() {
        None => no_unit(),
        Some(unit) => of_unit(&board, unit.ward, asked),
    };
    view! {
        <PageHead title=word(key::CHAIR_DIARY) context=name>{ways}</PageHead>
        <Said/>
        {content}
    }
    .into_any()
}

fn of_unit(board: &Board, ward: WardId, asked: Asked) -> AnyView {
    let day = asked.day.unwrap_or(board.today);
    let waits = (board.waiting > 0).then(|| {
        let href = routes::diary_of(routes::DIARY_WAITING, ward);
        let words = tell(say::so_many_wait(board.waiting));
        view! { <Note icon="people"><Link href=href>{words}</Link></Note> }.into_any()
    });
    let grid = match (board.shifts.is_empty(), asked.week) {
        (true, _) => {
            let text = word(key::NO_SHIFTS_TEXT);
            view! { <Card title=day_words(day) id="day"><Empty icon="calendar" title=word(key::NO_SHIFTS) text=text/></Card> }.into_any()
        }
        (false, true) => whole_week(board, ward, day),
        (false, false) => one_day(board, ward, day),
    };
    let days = days(board, ward, day, asked.week);
    let book = seat::book(board, ward, asked.place);
    let session = seat::session(board, ward, asked.session);
    let shifts = shifts(board, ward, day);
    view! {
        {days}
        {waits}
        <div class="stack">{book}{session}{grid}{shifts}</div>
    }
    .into_any()
}

/// The days of the week with how many come, and the weeks around it.
fn days(board: &Board, ward: WardId, day: Day, week: bool) -> AnyView {
    let count = |day: Day| {
        let comes = board.cells.iter().filter(|cell| cell.day == day).count();
        u32::try_from(comes).ok()
    };
    let mut options: Vec<Segment> = (0..DAYS)
        .map(|days| board.first.plus(days))
        .map(|day| Segment {
            value: routes::diary_day(ward, day),
            word: tell(say::weekday_and_day(weekday(day), day_short(day))),
            count: count(day),
        })
        .collect();
    options.push(Segment {
        value: routes::diary_week(ward, day),
        word: word(key::WHOLE_WEEK).to_owned(),
        count: None,
    });
    let chosen = match week {
        true => routes::diary_week(ward, day),
        false => routes::diary_day(ward, day),
    };
    // The day of the week stays.
    let to = |days: i64| match week {
        true => routes::diary_week(ward, day.plus(days)),
        false => routes::diary_day(ward, day.plus(days)),
    };
    view! {
        <div class="cluster">
            <LinkButton href=to(-7) class="btn--small">{word(key::WEEK_BEFORE)}</LinkButton>
            <LinkButton href=to(7) class="btn--small">{word(key::WEEK_AFTER)}</LinkButton>
            <SegmentedLinks label=word(key::DIARY_DAY) options=Signal::stored(options) chosen=Signal::stored(chosen)/>
        </div>
    }
    .into_any()
}

fn one_day(board: &Board, ward: WardId, day: Day) -> AnyView {
    let heads = [Head::words(word(key::DIARY_CHAIR))]
        .into_iter()
        .chain(board.shifts.iter().map(|shift| {
            let words = format!("{} {}", shift.name, shift_clock(shift));
            Head::words(words)
        }))
        .collect();
    let rows = board
        .chairs
        .iter()
        .map(|chair| {
            let cells = board
                .shifts
                .iter()
                .map(|shift| {
                    let place = Place {
                        day,
                        shift: shift.id,
                        station: chair.id,
                    };
                    let head = shift.name.clone();
                    let content = at(board, ward, place, &chair.name, shift);
                    view! { <td data-head=head>{content}</td> }.into_any()
                })
                .collect_view();
            let marks = marks(chair);
            view! { <tr><th scope="row">{chair.name.clone()} {marks}</th>{cells}</tr> }.into_any()
        })
        .collect_view();
    let others: Vec<&Cell> = board
        .cells
        .iter()
        .filter(|cell| cell.day == day && cell.shift.is_none())
        .collect();
    let others = (!others.is_empty()).then(|| {
        let lines = others
            .into_iter()
            .map(|cell| view! { <li>{who(ward, cell)}</li> }.into_any())
            .collect_view();
        view! { <Card title=word(key::OUTSIDE_THE_SHIFTS) id="others"><ul class="lines card__body">{lines}</ul></Card> }
            .into_any()
    });
    let caption = tell(say::chairs_on(day_words(day)));
    view! {
        <Card title=day_words(day) id="day"><Table caption=caption heads=heads>{rows}</Table></Card>
        {others}
    }
    .into_any()
}

/// What a chair is for, and that its machine may not be used, or not for what a chair for haemodiafiltration is for.
fn marks(chair: &Chair) -> AnyView {
    let chip = |shown: bool, look: &'static str, name| {
        shown.then(|| view! { " "<Chip look=look>{word(name)}</Chip> }.into_any())
    };
    view! {
        {chip(chair.isolation, "line", key::ISOLATION_CHAIR)}
        {chip(chair.hdf, "line", key::HDF_CHAIR)}
        {chip(chair.unfit.is_some(), "medium-soft", key::DIARY_MACHINE_UNFIT)}
        {chip(chair.hdf && chair.no_substitution, "medium-soft", key::DIARY_NOT_ULTRAPURE)}
    }
    .into_any()
}

/// Whoever has the place; that it is free; nothing where it is over.
fn at(board: &Board, ward: WardId, place: Place, chair: &str, shift: &Shift) -> AnyView {
    let here: Vec<&Cell> = board
        .cells
        .iter()
        .filter(|cell| (cell.day, cell.shift, cell.station) == (place.day, Some(place.shift), place.station))
        .collect();
    let is_over = board.over.contains(&(place.day, place.shift));
    let takes = |cell: &&Cell| match &cell.sits {
        Sits::Session { stage, .. } => stage.takes_a_place(),
        Sits::Promised { .. } => true,
    };
    let is_free = !here.iter().any(takes) && !is_over && board.patients.is_some();
    let free = is_free.then(|| {
        let label = tell(say::book_chair_in(chair, shift.name.as_str(), day_words(place.day)));
        let href = routes::diary_place(ward, place);
        view! { <LinkButton href=href class="btn--small" look=Look::Quiet label=label>{word(key::DIARY_BOOK)}</LinkButton> }
            .into_any()
    });
    let missing = (here.is_empty() && !is_free).then(missing);
    // Somebody has to move them, or the machine has to be mended by then.
    let is_unfit = board
        .chairs
        .iter()
        .any(|chair| chair.id == place.station && chair.unfit.is_some());
    let soon = !is_over && (board.today..=board.today.plus(1)).contains(&place.day);
    let unfit = (is_unfit && soon && here.iter().any(|cell| takes(cell)))
        .then(|| view! { <div><Chip look="medium-soft">{word(key::DIARY_MACHINE_UNFIT)}</Chip></div> }.into_any());
    let lines = here
        .into_iter()
        .map(|cell| view! { <div>{who(ward, cell)}</div> }.into_any())
        .collect_view();
    view! { {lines}{unfit}{free}{missing} }.into_any()
}

/// Somebody's name, which leads to what can be done with the session, and how far it is.
fn who(ward: WardId, cell: &Cell) -> AnyView {
    let name = cell.name.clone();
    let apart = cell
        .not_apart
        .then(|| view! { " "<Chip look="high-soft" icon="hand">{word(key::DIARY_NOT_APART)}</Chip> }.into_any());
    match &cell.sits {
        Sits::Session { id, stage, .. } => {
            let href = routes::diary_session(ward, cell.day, *id);
            let look = match stage {
                Stage::DidNotAttend | Stage::Interrupted => "medium-soft",
                Stage::Running | Stage::CheckedIn => "inverse",
                _ => "line",
            };
            let words = match (*stage, cell.confirmed, cell.to_confirm) {
                (Stage::Booked, true, _) => Some(word(key::DIARY_CONFIRMED)),
                (Stage::Booked, false, true) => Some(word(key::DIARY_TO_CONFIRM)),
                (Stage::Booked, false, false) => None,
                (stage, ..) => Some(word(stage_word(stage))),
            };
            let chip = words.map(|words| view! { " "<Chip look=look>{words}</Chip> }.into_any());
            // Two names may stand under each other in one cell: each is as high as a target must be.
            view! { <Link href=href reach=Reach::Alone><bdi>{name}</bdi></Link>{chip}{apart} }.into_any()
        }
        Sits::Promised { .. } => {
            view! { <bdi>{name}</bdi>" "<Chip look="stale">{word(key::BY_THE_PLAN)}</Chip>{apart} }.into_any()
        }
    }
}

/// Every day of each chair. On a phone the days of a chair stand under each other, and the chosen one comes first.
fn whole_week(board: &Board, ward: WardId, chosen: Day) -> AnyView {
    let week = || (0..DAYS).map(|days| board.first.plus(days));
    let heads = [Head::words(word(key::DIARY_CHAIR))]
        .into_iter()
        .chain(week().map(|day| Head::words(tell(say::weekday_and_day(weekday(day), day_short(day))))))
        .collect();
    let rows = board
        .chairs
        .iter()
        .map(|chair| {
            let cells = week()
                .map(|day| {
                    let head = weekday(day);
                    let lines = board
                        .cells
                        .iter()
                        .filter(|cell| cell.day == day && cell.station == chair.id)
                        .map(|cell| {
                            let shift = board.shifts.iter().find(|shift| Some(shift.id) == cell.shift);
                            let clock = shift.map(|shift| format!("{} ", Shift::clock(shift.begins)));
                            view! { <div><span class="num quiet">{clock}</span>{who(ward, cell)}</div> }.into_any()
                        })
                        .collect::<Vec<AnyView>>();
                    let missing = lines.is_empty().then(missing);
                    let (today, first) = ((day == board.today).then_some("date"), day == chosen);
                    view! { <td data-head=head aria-current=today class:table__first=first>{lines}{missing}</td> }
                        .into_any()
                })
                .collect_view();
            view! { <tr><th scope="row">{chair.name.clone()}</th>{cells}</tr> }.into_any()
        })
        .collect_view();
    let title = tell(say::week_from(day_words(board.first)));
    view! { <Card title=title.clone() id="week"><Table caption=title heads=heads dense=true>{rows}</Table></Card> }
        .into_any()
}

/// When the ward dialyses; who plans changes it.
fn shifts(board: &Board, ward: WardId, day: Day) -> AnyView {
    let Some(_) = &board.patients else {
        return ().into_any();
    };
    let back = || ("back", day.text());
    let table = (!board.shifts.is_empty()).then(|| {
        let heads = [word(key::DIARY_SHIFT), word(key::HOURS_OF_SHIFT), ""].map(Head::words).to_vec();
        let rows = board
            .shifts
            .iter()
            .map(|shift| {
                let fields = vec![
                    ("act", "end-shift".to_owned()),
                    ("ward", ward.to_string()),
                    back(),
                    ("shift", shift.id.to_string()),
                ];
                let label = tell(say::end_the_shift(shift.name.as_str()));
                view! {
                    <tr>
                        <th scope="row">{shift.name.clone()}</th>
                        <td data-head=word(key::HOURS_OF_SHIFT)>{shift_clock(shift)}</td>
                        <td><div class="acts"><Confirm action=routes::DIARY fields=fields verb=word(key::END) label=label means=word(key::END_SHIFT_MEANS)/></div></td>
                    </tr>
                }
                .into_any()
            })
            .collect_view();
        view! { <Table caption=word(key::DIARY_SHIFTS) heads=heads>{rows}</Table> }.into_any()
    });
    let hidden = vec![("act", "add-shift".to_owned()), ("ward", ward.to_string()), back()];
    view! {
        <Card title=word(key::DIARY_SHIFTS) id="shifts">
            {table}
            <Form class="card__foot form form--wide" action=routes::DIARY hidden=hidden>
                <Line name="name" label=word(key::NAME_OF_SHIFT) most=40/>
                <Line name="begins" label=word(key::DIARY_BEGINS_AT) hint=word(key::DIARY_CLOCK_HINT) inputmode="numeric"/>
                <Line name="ends" label=word(key::DIARY_ENDS_AT) hint=word(key::DIARY_ENDS_AT_HINT) inputmode="numeric"/>
                <Button>{word(key::ADD_SHIFT)}</Button>
            </Form>
        </Card>
    }
    .into_any()
}
