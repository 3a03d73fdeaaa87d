//! Where a patient chooses a place: the free ones of two weeks, by day.

use domain::dialysis::places::Day;
use hospital::dialysis::diary::Free;
use hospital::dialysis::diary::mine_book::{AHEAD, Choice, DAYS};
use leptos::prelude::*;
use ui::lang::Arg;
use ui::lang::{key, say, tell, weave, word};
use ui::{CardOf, Empty, Link, LinkButton, Note, PageHead, Time, TimeStyle};

use super::super::parts::{Act, Said};
use super::day_words;
use crate::routes;

/// The page.
pub fn page(choice: Choice) -> AnyView {
    let Choice {
        first,
        today,
        free,
        full,
        moves,
    } = choice;
    let title = word(if moves.is_some() {
        key::MOVE_MY_SESSION
    } else {
        key::BOOK_MY_SESSION
    });
    let session = moves.map(|(session, _)| session);
    let instead = moves.map(|(_, hours)| {
        let at = view! { <b><Time at=Signal::stored(Some(hours.begins)) style=TimeStyle::Spoken/></b> }.into_any();
        view! { <Note>{weave(say::instead_of_session(Arg::hole(0)), [at])}</Note> }.into_any()
    });
    let mut days: Vec<(Day, Vec<Free>)> = Vec::new();
    for free in free {
        match days.last_mut() {
            Some((day, places)) if *day == free.place.day => places.push(free),
            _ => days.push((free.place.day, vec![free])),
        }
    }
    let days_are_none = days.is_empty();
    // Where all weeks are full nothing more has to be said: that something is free is not the question then.
    let list = match days_are_none {
        true if !full.is_empty() => ().into_any(),
        true => view! { <Empty icon="calendar" title=word(key::NOTHING_FREE_FOR_YOU) text=word(key::NOTHING_FREE_FOR_YOU_TEXT)/> }
            .into_any(),
        false => days.into_iter().map(|(day, places)| of_day(day, places, session)).collect_view().into_any(),
    };
    let places_are = (!days_are_none).then(|| view! { <p class="quiet">{word(key::PLACES_ARE)}</p> }.into_any());
    let full = full
        .into_iter()
        .map(|monday| view! { <Note>{tell(say::week_is_full(day_words(monday)))}</Note> }.into_any())
        .collect_view();
    let earlier = (first > today).then(|| {
        let href = routes::my_places(Some(first.plus(-DAYS).max(today)), session);
        view! { <LinkButton href=href>{word(key::EARLIER_DAYS)}</LinkButton> }.into_any()
    });
    let later = (first.plus(DAYS) <= today.plus(AHEAD)).then(|| {
        let href = routes::my_places(Some(first.plus(DAYS)), session);
        view! { <LinkButton href=href>{word(key::LATER_DAYS)}</LinkButton> }.into_any()
    });
    view! {
        <div class="parts">
            <PageHead title=title/>
            <Said/>
            {instead}
            {places_are}
            {full}
            {list}
            <div class="cluster">{earlier}{later}</div>
            <Note>{word(key::NO_PLACE_SUITS)}" "<Link href=routes::MY_DIALYSIS>{word(key::BACK_TO_MY_DIALYSIS)}</Link></Note>
        </div>
    }
    .into_any()
}

fn of_day(day: Day, places: Vec<Free>, session: Option<uuid::Uuid>) -> AnyView {
    let words = day_words(day);
    let acts = places
        .into_iter()
        .map(|free| {
            let clock = domain::dialysis::places::Shift::clock(free.begins);
            let verb = tell(say::shift_at(free.shift.as_str(), clock));
            let label = tell(say::take_place(words.as_str(), verb.as_str(), free.chair.as_str()));
            let mut fields = vec![("place", free.place.text())];
            fields.extend(session.map(|session| ("moves", session.to_string())));
            view! { <Act action=routes::MY_DIALYSIS_BOOK fields=fields verb=verb label=label/> }.into_any()
        })
        .collect_view();
    view! {
        <CardOf title=words.clone() id=format!("day-{}", day.text())><div class="card__body"><div class="acts">{acts}</div></div></CardOf>
    }
    .into_any()
}
