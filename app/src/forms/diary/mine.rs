//! The patient's own dialysis in plain words: the call for a nurse, the session that runs, the next one, what may be drunk until then, weights, what is booked.

use domain::dialysis::allowance::Told;
use domain::dialysis::session::Stage;
use domain::time::Moment;
use domain::units::Quantity;
use hospital::dialysis::diary::mine::{Drink, Mine, Past, Running, Session};
use leptos::prelude::*;
use ui::lang::{self, Arg, key, say, tell, weave, word};
use ui::{Card, Chip, DayBars, Empty, Head, LinkButton, Look, Note, PageHead, Ring, Table, Time, TimeStyle, measured};

use super::super::again::{Again, Drawn};
use super::super::parts::{Act, Confirm, Said};
use super::{mine_wait, stage_word};
use crate::portals::patient::parts::OnBehalf;
use crate::routes;

/// Seconds after which the session is drawn anew.
const EVERY: u32 = 15;

/// The page; `call` is what stands of the call for a nurse.
pub fn page(mine: Mine, call: Option<hospital::calls::Mine>, now: Moment, script: String) -> AnyView {
    let Mine {
        person,
        view,
        today,
        is_prescribed,
        may_book,
        running,
        to_come,
        drink,
        dry,
        past,
        wait,
        shifts,
    } = mine;
    let nothing = (!is_prescribed && to_come.is_empty() && past.is_empty())
        .then(|| view! { <Note>{word(key::NO_DIALYSIS_FOR_YOU)}</Note> }.into_any());
    let is_running = running.is_some();
    let live = running.map(|running| follow_part(running, now, routes::MY_DIALYSIS.to_owned(), script));
    let next = to_come.first().cloned();
    let next = next.filter(|_| !is_running).map(next_card);
    let drink = match drink {
        Some(drink) => Some(drink_card(drink)),
        // Why there is no number, for who has been treated.
        None if !is_running && is_prescribed && dry.is_some() && to_come.is_empty() => {
            let why = word(key::DRINK_NEEDS_NEXT);
            Some(view! { <Note>{why}</Note> }.into_any())
        }
        None => None,
    };
    let gains = gains(&past);
    let book = may_book.then(|| {
        view! { <div class="cluster"><LinkButton href=routes::MY_DIALYSIS_BOOK look=Look::Primary>{word(key::BOOK_MY_SESSION)}</LinkButton></div> }
            .into_any()
    });
    let waits = match (wait, may_book) {
        (Some(wait), _) => mine_wait::waiting(wait, &to_come, may_book),
        (None, true) => mine_wait::ask(&shifts, &to_come, today),
        (None, false) => ().into_any(),
    };
    let sessions = (is_prescribed || !to_come.is_empty()).then(|| diary(to_come));
    let trend = (!past.is_empty()).then(|| trend(past, dry, gains));
    view! {
        <div class="parts">
            <OnBehalf view=view person=person/>
            <PageHead title=word(key::MY_DIALYSIS)/>
            <Said/>
            {call.and_then(super::super::calls::mine::part)}
            {nothing}
            {live}
            {next}
            {drink}
            {book}
            {sessions}
            {waits}
            {trend}
        </div>
    }
    .into_any()
}

/// The session that runs, drawn anew while somebody looks; `here` is the page on which it stands.
pub(crate) fn follow_part(running: Running, now: Moment, here: String, script: String) -> AnyView {
    let again = Again {
        id: "mine-now",
        door: routes::MY_DIALYSIS_NOW.to_owned(),
        every: EVERY,
        here,
        script,
    };
    again.around(moves(Some(running), now))
}

/// `2.1`, in the reader's language.
pub(crate) fn litres(millilitres: f64) -> String {
    lang::number(format!("{:.1}", millilitres / 1_000.0))
}

/// A weight in the reader's unit.
fn weight(kg: f64) -> String {
    lang::ltr(lang::number(measured::units().of(Quantity::Weight).write(kg)))
}

/// `1 h 20`.
fn time_left(minutes: i64) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => tell(say::diary_minutes_left(minutes)),
        (hours, minutes) => tell(say::diary_hours_left(hours, format!("{minutes:02}"))),
    }
}

fn spoken(at: Moment) -> AnyView {
    view! { <Time at=Signal::stored(Some(at)) style=TimeStyle::Spoken/> }.into_any()
}

/// The session that runs as it is now; once it has ended, that it has. What is told when it changes is that the time is over.
pub fn moves(running: Option<Running>, at: Moment) -> Drawn {
    match running {
        Some(running) => Drawn {
            at,
            news: match running.left {
                0 => word(key::DIARY_TIME_IS_OVER).to_owned(),
                _ => String::new(),
            },
            body: live(running),
        },
        None => {
            let words = word(key::HD_WENT_ON);
            Drawn {
                at,
                news: words.to_owned(),
                body: view! { <Note>{words}</Note> }.into_any(),
            }
        }
    }
}

fn live(running: Running) -> AnyView {
    let goal = litres(f64::from(running.goal));
    let left = match running.left {
        0 => word(key::DIARY_TIME_IS_OVER).to_owned(),
        minutes => time_left(minutes),
    };
    let (ring, says, read) = match running.removed {
        Some((removed, at)) => {
            let taken = litres(f64::from(removed));
            let says = tell(say::removed_of(taken.as_str(), goal.as_str(), left.as_str()));
            let part = match running.goal {
                0 => 1.0,
                goal => removed as f32 / goal as f32,
            };
            let value = tell(say::diary_litres(taken));
            let of = tell(say::diary_of_litres(goal));
            let ring = view! { <Ring part=part value=value of=of says=says.clone()/> }.into_any();
            let read = match running.is_now {
                true => say::value_of_now(Arg::hole(0)),
                false => say::value_of_then(Arg::hole(0)),
            };
            let read = weave(read, [view! { <Time at=Signal::stored(Some(at))/> }.into_any()]);
            (Some(ring), says, Some(view! { <p class="quiet">{read}</p> }.into_any()))
        }
        None => (None, tell(say::to_be_removed(goal, left)), None),
    };
    let since = weave(
        say::runs_since(Arg::hole(0), running.station.as_str()),
        [view! { <Time at=Signal::stored(Some(running.since))/> }.into_any()],
    );
    view! {
        <Card title=word(key::MY_SESSION_NOW) id="my-session-now">
            <div class="card__body stack">
                {ring}
                <p><b>{says}</b></p>
                <p>{since}</p>
                {read}
            </div>
        </Card>
    }
    .into_any()
}

fn next_card(next: Session) -> AnyView {
    let here = (next.stage == Stage::CheckedIn).then(|| view! { <p>{word(key::DIARY_YOU_ARE_HERE)}</p> }.into_any());
    let how_long = tell(say::takes_so_long(next.station.as_str(), i64::from(next.minutes)));
    view! {
        <Card title=word(key::MY_NEXT_SESSION) id="my-next-session">
            <div class="card__body stack">
                <p><b>{spoken(next.hours.begins)}</b></p>
                <p>{how_long}</p>
                {here}
            </div>
        </Card>
    }
    .into_any()
}

/// What may be drunk, in one sentence: so much a day or in all, and where nothing is left no number, but whom to call.
pub(crate) fn drink_words(drink: &Drink) -> String {
    match drink.allowance.told() {
        Told::Daily(amount) => tell(say::drink_a_day(litres(amount.0))),
        Told::InAll(amount) => tell(say::drink_in_all(litres(amount.0))),
        Told::Nothing if drink.above > 0.0 => word(key::DRINK_STILL_ABOVE).to_owned(),
        Told::Nothing => word(key::DRINK_VERY_LITTLE).to_owned(),
    }
}

/// What may be drunk: with what it is counted from, so that nobody takes it for more than it is.
fn drink_card(drink: Drink) -> AnyView {
    // What counts as drunk, and what may be added: of an amount alone.
    let is_counted = drink.allowance.told() != Told::Nothing;
    let counts = is_counted.then(|| view! { <p>{word(key::DRINK_IS)}</p> }.into_any());
    // A tenth of a kilogram is what a scale shows.
    let above = (drink.above >= 0.1).then(|| {
        let words = tell(say::drink_left_over(weight(drink.above)));
        view! { <p>{words}</p> }.into_any()
    });
    let counted = weave(
        say::drink_counted(Arg::hole(0), Arg::hole(1), weight(drink.dry)),
        [spoken(drink.between.0), spoken(drink.between.1)],
    );
    view! {
        <Card title=word(key::WHAT_I_MAY_DRINK) id="my-drink">
            <div class="card__body stack">
                <p><b>{drink_words(&drink)}</b></p>
                {above}
                {counts}
                <p class="quiet">{counted}</p>
            </div>
        </Card>
    }
    .into_any()
}

fn diary(to_come: Vec<Session>) -> AnyView {
    let content = match to_come.is_empty() {
        true => view! { <Empty icon="calendar" title=word(key::NOTHING_BOOKED) text=word(key::NOTHING_BOOKED_TEXT)/> }
            .into_any(),
        false => {
            let heads = [
                word(key::WHEN),
                word(key::DIARY_CHAIR),
                word(key::DIARY_HOW_LONG),
                word(key::CHANGE),
            ]
            .map(Head::words)
            .to_vec();
            let rows = to_come.into_iter().map(session_row).collect_view();
            view! { <Table caption=word(key::MY_SESSIONS_TO_COME) heads=heads>{rows}</Table> }.into_any()
        }
    };
    view! { <Card title=word(key::MY_SESSIONS_TO_COME) id="my-sessions">{content}</Card> }.into_any()
}

fn session_row(session: Session) -> AnyView {
    let minutes = tell(say::diary_minutes(session.minutes.to_string()));
    let acts = session.may_change.then(|| {
        let href = routes::my_places(None, Some(session.id));
        let fields = vec![("act", "cancel".to_owned()), ("session", session.id.to_string())];
        let means = word(key::GIVE_UP_MEANS);
        view! {
            <div class="acts">
                <LinkButton href=href class="btn--small">{word(key::DIARY_MOVE)}</LinkButton>
                <Confirm action=routes::MY_DIALYSIS fields=fields verb=word(key::DIARY_GIVE_UP) label=word(key::GIVE_UP_SESSION) means=means/>
            </div>
        }
        .into_any()
    });
    let chip = match (session.stage, session.confirmed) {
        (Stage::Booked, false) => None,
        (Stage::Booked, true) => Some(word(key::DIARY_CONFIRMED)),
        (stage, _) => Some(word(stage_word(stage))),
    };
    let chip = chip.map(|words| view! { " "<Chip look="line">{words}</Chip> }.into_any());
    let confirm = session.may_confirm.then(|| {
        let fields = vec![("act", "confirm".to_owned()), ("session", session.id.to_string())];
        view! { <Act action=routes::MY_DIALYSIS fields=fields verb=word(key::DIARY_I_COME) label=word(key::DIARY_I_COME_TO) look=Look::Primary/> }.into_any()
    });
    view! {
        <tr>
            <th scope="row">{spoken(session.hours.begins)}{chip}</th>
            <td data-head=word(key::DIARY_CHAIR)>{session.station}</td>
            <td data-head=word(key::DIARY_HOW_LONG)>{minutes}</td>
            <td data-head=word(key::CHANGE)><div class="cluster">{confirm}{acts}</div></td>
        </tr>
    }
    .into_any()
}

/// What was gained from each session to the next, in kg, the oldest first: the weight before less the weight after the session before it.
fn gains(past: &[Past]) -> Vec<f64> {
    let next = past.iter().skip(1);
    let gained = past.iter().zip(next);
    let mut gained: Vec<f64> = gained
        .filter_map(|(one, before)| Some((one.weights.0? - before.weights.1?).max(0.0)))
        .collect();
    gained.reverse();
    gained
}

fn trend(past: Vec<Past>, dry: Option<f64>, gains: Vec<f64>) -> AnyView {
    let heads = vec![
        Head::words(word(key::WHEN)),
        Head::number(word(key::DIARY_WEIGHT_BEFORE)),
        Head::number(word(key::DIARY_WEIGHT_AFTER)),
        Head::number(word(key::HD_PRESSURE_BEFORE)),
        Head::number(word(key::DIARY_HOW_LONG)),
        Head::number(word(key::HD_FLUID_REMOVED)),
        Head::words(word(key::HOW_IT_WENT)),
    ];
    let dry = dry.map(|dry| view! { <p class="card__body">{tell(say::weight_to_reach(weight(dry)))}</p> }.into_any());
    let bars = gains.last().copied().filter(|_| gains.len() > 1).map(|last| {
        let most = gains.iter().copied().fold(0.0, f64::max);
        let says = tell(say::gained_between(weight(last), weight(most)));
        let values = gains.iter().map(|kg| *kg as f32).collect();
        view! { <div class="card__body stack"><DayBars values=values says=says.clone()/><p>{says}</p></div> }.into_any()
    });
    let rows = past
        .into_iter()
        .map(|past| {
            let weights = [past.weights.0, past.weights.1].map(|kg| match kg {
                Some(kg) => weight(kg),
                None => "–".to_owned(),
            });
            let [before, after] = weights;
            let none = || "–".to_owned();
            let pressure = past.pressure.map_or_else(none, |(above, below)| {
                lang::ltr(lang::number(format!("{above}/{below}\u{a0}mmHg")))
            });
            let minutes = past
                .minutes
                .map_or_else(none, |minutes| tell(say::diary_minutes(minutes.to_string())));
            let removed = past
                .removed
                .map_or_else(none, |removed| tell(say::diary_litres(litres(f64::from(removed)))));
            view! {
                <tr>
                    <th scope="row"><Time at=Signal::stored(Some(past.at)) style=TimeStyle::DateClock/></th>
                    <td data-head=word(key::DIARY_WEIGHT_BEFORE) class="num">{before}</td>
                    <td data-head=word(key::DIARY_WEIGHT_AFTER) class="num">{after}</td>
                    <td data-head=word(key::HD_PRESSURE_BEFORE) class="num">{pressure}</td>
                    <td data-head=word(key::DIARY_HOW_LONG) class="num">{minutes}</td>
                    <td data-head=word(key::HD_FLUID_REMOVED) class="num">{removed}</td>
                    <td data-head=word(key::HOW_IT_WENT)>{word(plain(past.stage))}</td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    view! {
        <Card title=word(key::MY_WEIGHTS) id="my-weights">
            {dry}
            {bars}
            <Table caption=word(key::MY_WEIGHTS) heads=heads>{rows}</Table>
        </Card>
    }
    .into_any()
}

/// How a session ended, for who was there.
const fn plain(stage: Stage) -> ui::lang::Key {
    match stage {
        Stage::Interrupted => key::ENDED_BEFORE_ITS_TIME,
        Stage::DidNotAttend => key::YOU_WERE_NOT_THERE,
        _ => key::DONE_AS_PLANNED,
    }
}
