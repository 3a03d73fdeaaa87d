//! Who waits for another place, and where they could sit.

use domain::ids::WardId;
use hospital::dialysis::diary::wait::{List, Waiting};
use leptos::prelude::*;
use ui::lang::{key, say, tell, word};
use ui::{Button, Card, Chip, Empty, Form, Head, PageHead, Table, Time, TimeStyle};

use super::super::parts::{Choice, Of, Said};
use super::{day_short, day_words, free_words, no_unit, ways};
use crate::routes;

/// The page.
pub fn page(list: List) -> AnyView {
    let ways = ways(routes::DIARY_WAITING, &list.units, list.unit.as_ref(), true);
    let name = list.unit.as_ref().map(|unit| unit.name.clone()).unwrap_or_default();
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
        <Card title=word(key::WAITING_FOR_A_CHAIR) id="waiting">{content}</Card>
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
    view! {
        <tr>
            <th scope="row"><bdi>{it.name}</bdi></th>
            <td data-head=word(key::WOULD_COME)>{format!("{days}, {shift}")}{moves}</td>
            <td data-head=word(key::SINCE)><Time at=Signal::stored(Some(it.asked_at)) style=TimeStyle::DateClock/></td>
            <td data-head=word(key::DIARY_OFFERED)>{offered}</td>
            <td data-head=word(key::OFFER_A_PLACE)>{offer}</td>
        </tr>
    }
    .into_any()
}
