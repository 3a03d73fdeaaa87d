//! What is done with one place of the diary: somebody is booked for it; a session is moved or called off.

use domain::dialysis::places::{Day, Place};
use domain::dialysis::session::Stage;
use domain::ids::{PatientId, WardId};
use hospital::dialysis::diary::board::{Board, Sits};
use hospital::dialysis::diary::book::REASONS;
use leptos::prelude::*;
use ui::lang::{self, key, say, tell, word};
use ui::{Button, Card, Chip, DateInput, Form, Link, Look, Question};
use uuid::Uuid;

use super::super::parts::{Act, Choice, Line, Of, fault, typed};
use super::{chair_answer, day_words, for_whom, shift_words, stage_word};
use crate::routes;

/// A day in a form, with what was typed before it came back.
pub(super) fn day_input(name: &'static str, label: &'static str, on: Option<Day>, from: Day) -> AnyView {
    let on = typed(name).and_then(|typed| Day::parse(&typed)).or(on);
    let question = Question::new(name, label).error(fault(name));
    let (on, from) = (on.map(Day::date), from.date());
    match on {
        Some(on) => view! { <DateInput question=question on=on from=from/> }.into_any(),
        None => view! { <DateInput question=question from=from/> }.into_any(),
    }
}

/// The form that books a free place.
pub(super) fn book(board: &Board, ward: WardId, place: Option<Place>) -> AnyView {
    let (Some(place), Some(patients)) = (place, &board.patients) else {
        return ().into_any();
    };
    let shift = board.shifts.iter().find(|shift| shift.id == place.shift);
    let chair = board.chairs.iter().find(|chair| chair.id == place.station);
    let (Some(shift), Some(chair)) = (shift, chair) else {
        return ().into_any();
    };
    let title = tell(say::place_words(
        day_words(place.day),
        shift_words(shift),
        chair.name.as_str(),
    ));
    let hidden = vec![
        ("act", "book".to_owned()),
        ("ward", ward.to_string()),
        ("place", place.text()),
    ];
    let whom = for_whom(patients, None);
    view! {
        <Card title=title id="book">
            <Form class="card__body form form--wide" action=routes::DIARY hidden=hidden>
                {whom}
                <Line name="minutes" label=word(key::MINUTES_OF_TREATMENT) hint=word(key::MINUTES_HINT) inputmode="numeric" optional=true/>
                <Button look=Look::Primary>{word(key::DIARY_BOOK)}</Button>
            </Form>
        </Card>
    }
    .into_any()
}

/// What can be done with a session.
pub(super) fn session(board: &Board, ward: WardId, session: Option<Uuid>) -> AnyView {
    let found = board.cells.iter().find(|cell| match &cell.sits {
        Sits::Session { id, .. } => Some(*id) == session,
        Sits::Promised { .. } => false,
    });
    let Some((cell, Sits::Session { id, stage, minutes, .. })) = found.map(|cell| (cell, cell.sits.clone())) else {
        return ().into_any();
    };
    let shift = board.shifts.iter().find(|shift| Some(shift.id) == cell.shift);
    let chair = board.chairs.iter().find(|chair| chair.id == cell.station);
    let when = tell(say::place_words(
        day_words(cell.day),
        shift.map(shift_words).unwrap_or_default(),
        chair.map(|chair| chair.name.clone()).unwrap_or_default(),
    ));
    let is_over = shift.is_some_and(|shift| board.over.contains(&(cell.day, shift.id)));
    let facts = tell(say::session_facts(when, word(stage_word(stage)), minutes));
    let may = board.patients.is_some() && !is_over;
    let hidden = |act: &str| {
        vec![
            ("act", act.to_owned()),
            ("ward", ward.to_string()),
            ("back", cell.day.text()),
            ("session", id.to_string()),
        ]
    };
    let chairs = board.chairs.iter().map(chair_answer).collect();
    let shifts = board
        .shifts
        .iter()
        .map(|shift| (shift.id.to_string(), shift_words(shift)))
        .collect();
    let (this_shift, this_chair) = (cell.shift.map(|id| id.to_string()), cell.station.to_string());
    let day = day_input("day", word(key::DIARY_DAY), Some(cell.day), board.today);
    let (to_move, to_cancel) = (hidden("move"), hidden("cancel"));
    let confirmed = cell
        .confirmed
        .then(|| view! { <p><Chip look="line" icon="check">{word(key::DIARY_CONFIRMED)}</Chip></p> }.into_any());
    let confirm = (may && cell.to_confirm).then(|| {
        let fields = hidden("confirm");
        let label = tell(say::diary_confirm_of(cell.name.clone()));
        view! { <p>{word(key::DIARY_BOOKED_BY_PATIENT)}</p><Act action=routes::DIARY fields=fields verb=word(key::DIARY_CONFIRM) label=label look=Look::Primary/> }
            .into_any()
    });
    // Who was received already may turn out to need another chair.
    let moves = (may && matches!(stage, Stage::Booked | Stage::CheckedIn)).then(|| {
        view! {
            <Form class="card__body form form--wide" action=routes::DIARY hidden=to_move>
                {day}
                <Choice name="shift" label=word(key::DIARY_SHIFT) answers=shifts value=this_shift.unwrap_or_default()/>
                <Choice name="station" label=word(key::DIARY_CHAIR) answers=chairs value=this_chair/>
                <Button>{word(key::DIARY_MOVE)}</Button>
            </Form>
        }
        .into_any()
    });
    let ends = (may && matches!(stage, Stage::Booked | Stage::CheckedIn)).then(|| {
        let reasons = [(String::new(), word(key::DIARY_CHOOSE_WHY).to_owned())]
            .into_iter()
            .chain(
                REASONS
                    .iter()
                    .map(|(value, words)| ((*value).to_owned(), lang::of_english(words))),
            )
            .collect();
        view! {
            <Form class="card__foot form form--wide" action=routes::DIARY hidden=to_cancel>
                <Choice name="reason" label=word(key::WHY_CALLED_OFF) answers=reasons/>
                <Line name="note" label=word(key::NOTE_FOR_COLLEAGUES) most=500 optional=true/>
                <Button>{word(key::DIARY_CALL_OFF)}</Button>
            </Form>
        }
        .into_any()
    });
    let waits = (may && stage == Stage::Booked).then(|| waits_instead(board, ward, cell.patient, id));
    let chart = board.reads_charts.then(|| {
        let (session, all) = (
            routes::dialysis_session_of(cell.patient, id),
            routes::dialysis_of(cell.patient),
        );
        view! {
            <p><Link href=session>{word(key::DIARY_TO_THE_CHAIR)}</Link>" · "<Link href=all>{word(key::DIARY_TO_THE_CHART)}</Link></p>
        }
        .into_any()
    });
    view! {
        <Card title=cell.name.clone() id="session">
            <div class="card__body stack">
                <p>{facts}</p>
                {confirmed}
                {confirm}
                {chart}
            </div>
            {moves}
            {waits}
            {ends}
        </Card>
    }
    .into_any()
}

/// Who asks at the chair or by telephone for a better place than this session waits for one, and gives this one up for it.
fn waits_instead(board: &Board, ward: WardId, patient: PatientId, session: Uuid) -> AnyView {
    let shifts = [(String::new(), word(key::ANY_SHIFT).to_owned())]
        .into_iter()
        .chain(
            board
                .shifts
                .iter()
                .map(|shift| (shift.id.to_string(), shift_words(shift))),
        )
        .collect();
    let hidden = vec![
        ("act", "put".to_owned()),
        ("ward", ward.to_string()),
        ("patient", patient.to_string()),
        ("instead_of", session.to_string()),
    ];
    let of = || Of("act", "put".to_owned());
    let (from, until) = (board.today.text(), board.today.plus(14).text());
    view! {
        <Form class="card__body form form--wide" action=routes::DIARY_WAITING hidden=hidden>
            <p>{word(key::DIARY_WAITS_INSTEAD_MEANS)}</p>
            <Line name="from" label=word(key::DIARY_FROM_DAY) kind="date" value=from of=of()/>
            <Line name="until" label=word(key::DIARY_LAST_DAY) kind="date" value=until of=of()/>
            <Choice name="shift" label=word(key::DIARY_SHIFT) answers=shifts of=of()/>
            <Button>{word(key::DIARY_PUT_ON_LIST_VERB)}</Button>
        </Form>
    }
    .into_any()
}
