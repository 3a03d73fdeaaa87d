//! Who waits for another place, and where they could sit.

use domain::ids::WardId;
use hospital::dialysis::diary::wait::{List, Waiting};
use leptos::prelude::*;
use ui::lang::{Arg, key, say, tell, weave, word};
use ui::{Button, Card, Chip, Empty, Form, Head, PageHead, Table, Time, TimeStyle};

use super::super::parts::{Choice, Confirm, Line, Of, Said};
use super::{day_short, day_words, for_whom, free_words, no_unit, shift_words, ways};
use crate::routes;

/// The page.
pub fn page(list: List) -> AnyView {
    let add = list.unit.as_ref().filter(|_| !list.others.is_nobody());
    let add = add.map(|unit| put(unit.ward, &list));
    let ways = ways(routes::DIARY_WAITING, &list.units, list.unit.as_ref(), true);
    let name = list.unit.as_ref().map(|unit| unit.name.clone()).unwrap_or_default();
    let more = (list.more > 0)
        .then(|| view! { <p class="card__body">{tell(say::so_many_more_wait(list.more))}</p> }.into_any());
    let content = match list.unit {
        None => no_unit(),
        Some(_) if list.waiting.is_empty() => {
            view! { <Empty icon="calendar" title=word(key::DIARY_NOBODY_WAITS) text=word(key::DIARY_NOBODY_WAITS_TEXT)/> }
                .into_any()
        }
        Some(unit) => table(unit.ward, list.waiting),
    };
    view! {
        <PageHead title=word(key::WAITING_FOR_A_CHAIR) context=name>{ways}</PageHead>
        <Said/>
        <div class="stack">
            <Card title=word(key::WAITING_FOR_A_CHAIR) id="waiting">{content}{more}</Card>
            {add}
        </div>
    }
    .into_any()
}

/// Who asks at the chair or by telephone is put on the list by staff.
fn put(ward: WardId, list: &List) -> AnyView {
    let shifts = [(String::new(), word(key::ANY_SHIFT).to_owned())]
        .into_iter()
        .chain(
            list.shifts
                .iter()
                .map(|shift| (shift.id.to_string(), shift_words(shift))),
        )
        .collect();
    let hidden = vec![("act", "put".to_owned()), ("ward", ward.to_string())];
    let of = || Of("act", "put".to_owned());
    let whom = for_whom(&list.others, Some(of()));
    let (from, until) = (list.today.text(), list.today.plus(14).text());
    view! {
        <Card title=word(key::DIARY_PUT_ON_LIST) id="put">
            <Form class="card__body form" action=routes::DIARY_WAITING hidden=hidden>
                <p>{word(key::DIARY_PUT_ON_LIST_MEANS)}</p>
                {whom}
                <Line name="from" label=word(key::DIARY_FROM_DAY) kind="date" value=from of=of()/>
                <Line name="until" label=word(key::DIARY_LAST_DAY) kind="date" value=until of=of()/>
                <Choice name="shift" label=word(key::DIARY_SHIFT) answers=shifts of=of()/>
                <div class="form__end"><Button>{word(key::DIARY_PUT_ON_LIST_VERB)}</Button></div>
            </Form>
        </Card>
    }
    .into_any()
}

fn table(ward: WardId, waiting: Vec<Waiting>) -> AnyView {
    let heads = [
        word(key::DIARY_PATIENT),
        word(key::WOULD_COME),
        word(key::SINCE),
        word(key::DIARY_OFFERED),
        word(key::OFFER_A_PLACE),
    ]
    .map(Head::words)
    .to_vec();
    let rows = waiting.into_iter().map(|it| row(ward, it)).collect_view();
    view! { <Table caption=word(key::WAITING_FOR_A_CHAIR) heads=heads>{rows}</Table> }.into_any()
}

fn row(ward: WardId, it: Waiting) -> AnyView {
    let (from, until) = it.days;
    let days = tell(say::holds_from_to(day_short(from), day_short(until)));
    let shift = it.shift.clone().unwrap_or_else(|| word(key::ANY_SHIFT).to_owned());
    let moves = it
        .moves
        .then(|| view! { " "<Chip look="line">{word(key::GIVES_UP_ANOTHER)}</Chip> }.into_any());
    let offered = match &it.offered {
        Some((day, shift, chair)) => tell(say::place_words(day_words(*day), shift.as_str(), chair.as_str())),
        None => String::new(),
    };
    let until = it.answer_by.map(|at| {
        let words = weave(
            say::answer_until(Arg::hole(0)),
            [view! { <Time at=Signal::stored(Some(at)) style=TimeStyle::DateClock/> }.into_any()],
        );
        view! { " "<span class="quiet">{words}</span> }.into_any()
    });
    let offer = match it.proposed.is_empty() {
        true => view! { <span class="quiet">{word(key::NOTHING_FREE)}</span> }.into_any(),
        false => {
            let answers = it
                .proposed
                .iter()
                .map(|free| (free.place.text(), free_words(free)))
                .collect();
            let hidden = vec![
                ("act", "offer".to_owned()),
                ("ward", ward.to_string()),
                ("wait", it.id.to_string()),
            ];
            let of = Of("wait", it.id.to_string());
            view! {
                <Form class="form form--wide" action=routes::DIARY_WAITING hidden=hidden>
                    <Choice name="place" label=word(key::FREE_PLACE) answers=answers of=of/>
                    <Button class="btn--small">{word(key::OFFER_VERB)}</Button>
                </Form>
            }
            .into_any()
        }
    };
    let fields = vec![
        ("act", "take-off".to_owned()),
        ("ward", ward.to_string()),
        ("wait", it.id.to_string()),
    ];
    let means = word(key::DIARY_TAKE_OFF_LIST_MEANS);
    view! {
        <tr>
            <th scope="row"><bdi>{it.name}</bdi></th>
            <td data-head=word(key::WOULD_COME)>{format!("{days}, {shift}")}{moves}</td>
            <td data-head=word(key::SINCE)><Time at=Signal::stored(Some(it.asked_at)) style=TimeStyle::DateClock/></td>
            <td data-head=word(key::DIARY_OFFERED)>{offered}{until}</td>
            <td data-head=word(key::OFFER_A_PLACE)>{offer}<Confirm action=routes::DIARY_WAITING fields=fields verb=word(key::DIARY_TAKE_OFF_LIST) label=word(key::DIARY_TAKE_OFF_LIST) means=means/></td>
        </tr>
    }
    .into_any()
}
