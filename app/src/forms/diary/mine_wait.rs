//! That a patient waits for another place, on their own page: what they wait for, what is offered, and the question to wait.

use domain::dialysis::places::{Day, Place, Shift};
use domain::time::Moment;
use hospital::dialysis::diary::mine::Session;
use hospital::dialysis::diary::mine_wait::{Offer, Wait};
use leptos::prelude::*;
use ui::lang::{key, say, tell, word};
use ui::time::{write, zone_here};
use ui::{Button, Card, Form, Look, TimeStyle};

use super::super::parts::{Act, Choice, Line};
use super::{day_words, shift_words};
use crate::routes;

/// In words, as the page prints it.
fn when(at: Moment) -> String {
    write(&zone_here(), at, TimeStyle::Spoken)
}

/// The sessions that can be given up for a place, to choose from; none of them is one more.
fn to_give_up(to_come: &[Session]) -> Vec<(String, String)> {
    let one_more = (String::new(), word(key::GIVE_UP_NONE).to_owned());
    let sessions = to_come
        .iter()
        .filter(|session| session.may_change)
        .map(|session| (session.id.to_string(), when(session.hours.begins)));
    std::iter::once(one_more).chain(sessions).collect()
}

/// They wait: for what, and what is offered.
pub(super) fn waiting(wait: Wait, to_come: &[Session], may_book: bool) -> AnyView {
    let (from, until) = wait.days;
    let any = || word(key::ANY_SHIFT).to_owned();
    let shift = wait.shift.clone().unwrap_or_else(any);
    let waits = tell(say::you_wait_for(day_words(from), day_words(until), shift));
    let given_up = to_come.iter().find(|session| Some(session.id) == wait.gives_up);
    let given_up = match given_up {
        Some(session) => tell(say::you_give_up(when(session.hours.begins))),
        None => word(key::YOU_GIVE_UP_NONE).to_owned(),
    };
    let offered = wait.offered.map(|offer| offered(offer, may_book));
    let passed = wait.passed.map(|(day, shift, chair, in_time)| {
        let place = tell(say::place_words(day_words(day), shift_words(&shift), chair));
        let words = match in_time {
            true => say::offer_lapsed(place),
            false => say::offer_gone(place),
        };
        view! { <p>{tell(words)}</p> }.into_any()
    });
    let acts = may_book.then(|| {
        let answers = to_give_up(to_come);
        let value = wait.gives_up.map(|session| session.to_string()).unwrap_or_default();
        let another = (answers.len() > 1).then(|| {
            view! {
                <Form class="form form--wide" action=routes::MY_DIALYSIS hidden=vec![("act", "give-up".to_owned())]>
                    <Choice name="instead_of" label=word(key::GIVE_UP_FOR_IT) answers=answers value=value/>
                    <Button class="btn--small">{word(key::CHANGE)}</Button>
                </Form>
            }
            .into_any()
        });
        let withdraw = answer(
            "withdraw",
            word(key::WAIT_NO_LONGER),
            word(key::WAIT_NO_LONGER_FOR_IT),
            Look::Secondary,
            None,
        );
        view! { {another} {withdraw} }.into_any()
    });
    view! {
        <Card title=word(key::WAITING_FOR_ANOTHER) id="my-wait">
            <div class="card__body stack"><p>{waits}" "{given_up}</p>{passed}{offered}{acts}</div>
        </Card>
    }
    .into_any()
}

/// One of the answers to what is offered: it names the place that was read, which may be offered no more.
fn answer(act: &str, verb: &'static str, label: &'static str, look: Look, place: Option<Place>) -> AnyView {
    let place = place.map(|place| ("place", place.text()));
    let fields = std::iter::once(("act", act.to_owned()))
        .chain(place)
        .collect::<Vec<_>>();
    view! { <Act action=routes::MY_DIALYSIS fields=fields verb=verb label=label look=look/> }.into_any()
}

/// A place that is offered: with its answers while it can be taken, and that it is gone where it cannot.
fn offered(offer: Offer, may_book: bool) -> AnyView {
    let (day, shift, chair) = offer.place;
    let answers = Some(offer.answers);
    let place = tell(say::place_words(day_words(day), shift_words(&shift), chair));
    if !offer.can_be_taken {
        return view! { <p>{tell(say::offer_gone(place))}</p> }.into_any();
    }
    let acts = may_book.then(|| {
        view! {
            <div class="acts">
                {answer("take", word(key::TAKE_IT), word(key::TAKE_THE_PLACE), Look::Primary, answers)}
                {answer("decline", word(key::DO_NOT_TAKE_IT), word(key::DO_NOT_TAKE_THE_PLACE), Look::Secondary, answers)}
            </div>
        }
        .into_any()
    });
    let until = tell(say::offer_waits_until(when(offer.answer_by)));
    view! {
        <p><b>{tell(say::place_is_offered(place))}</b></p>
        <p class="quiet">{word(key::OFFER_HOLDS_NOTHING)}" "{until}</p>
        {acts}
    }
    .into_any()
}

/// The question to wait for another place.
pub(super) fn ask(shifts: &[Shift], to_come: &[Session], today: Day) -> AnyView {
    let answers = [(String::new(), word(key::ANY_SHIFT).to_owned())]
        .into_iter()
        .chain(shifts.iter().map(|shift| (shift.id.to_string(), shift_words(shift))))
        .collect();
    let given_up = to_give_up(to_come);
    let given_up = (given_up.len() > 1).then(|| {
        view! { <Choice name="instead_of" label=word(key::GIVE_UP_FOR_IT) hint=word(key::GIVE_UP_FOR_IT_HINT) answers=given_up/> }
            .into_any()
    });
    view! {
        <Card title=word(key::WAITING_FOR_ANOTHER) id="my-wait">
            <Form class="card__body form" action=routes::MY_DIALYSIS hidden=vec![("act", "wait".to_owned())]>
                <p>{word(key::WAITING_IS)}</p>
                <Line name="from" label=word(key::DIARY_FROM_DAY) kind="date" value=today.text()/>
                <Line name="until" label=word(key::DIARY_LAST_DAY) kind="date" value=today.plus(14).text()/>
                <Choice name="shift" label=word(key::DIARY_SHIFT) answers=answers/>
                {given_up}
                <div class="form__end"><Button>{word(key::DIARY_TELL_ME)}</Button></div>
            </Form>
        </Card>
    }
    .into_any()
}
