//! Who did not come, who was treated longest ago first, and where they could sit.

use domain::dialysis::session::{Absence, CalledOff};
use domain::ids::WardId;
use domain::time::Moment;
use hospital::dialysis::diary::missed::{Missed, Radar, Why};
use leptos::prelude::*;
use ui::lang::{Key, key, say, tell, word};
use ui::{Button, Card, Chip, Empty, Form, Head, Link, PageHead, Table, Time, TimeStyle};

use super::super::parts::{Choice, Of, Said};
use super::{free_words, no_unit, ways};
use crate::routes;

/// Days without a treatment from which the mark stands: the longest gap of three sessions a week.
const LONG: f64 = 3.0;

/// The page.
pub fn page(radar: Radar) -> AnyView {
    let ways = ways(routes::DIARY_MISSED, &radar.units, radar.unit.as_ref(), true);
    let name = radar.unit.as_ref().map(|unit| unit.name.clone()).unwrap_or_default();
    let (now, reads) = (radar.now, radar.reads_charts);
    let content = match radar.unit {
        None => no_unit(),
        Some(_) if radar.missed.is_empty() => {
            view! { <Empty title=word(key::NOBODY_MISSED) text=word(key::NOBODY_MISSED_TEXT)/> }.into_any()
        }
        Some(unit) => table(unit.ward, now, reads, radar.missed),
    };
    view! {
        <PageHead title=word(key::MISSED_SESSIONS) context=name>{ways}</PageHead>
        <Said/>
        <Card title=word(key::MISSED_IN_FOUR_WEEKS) id="missed">{content}</Card>
    }
    .into_any()
}

/// Why a session was not held.
pub(super) const fn why_word(why: Why) -> Key {
    match why {
        Why::Unwritten | Why::Absent(Absence::Unknown) => key::MISSED_UNKNOWN,
        Why::Absent(Absence::Ill) | Why::CalledOff(CalledOff::Ill) => key::MISSED_ILL,
        Why::Absent(Absence::InHospital) | Why::CalledOff(CalledOff::InHospital) => key::MISSED_IN_HOSPITAL,
        Why::Absent(Absence::Transport) => key::MISSED_TRANSPORT,
        Why::Absent(Absence::Refused) => key::MISSED_REFUSED,
        Why::Absent(Absence::Away) | Why::CalledOff(CalledOff::Holiday) => key::MISSED_AWAY,
        Why::CalledOff(CalledOff::Patient) => key::MISSED_ASKED,
        Why::CalledOff(CalledOff::Machine) => key::MISSED_MACHINE,
        Why::CalledOff(CalledOff::Staff) => key::MISSED_STAFF,
        Why::Absent(Absence::Other) | Why::CalledOff(CalledOff::Other | CalledOff::Moved) => key::MISSED_OTHER,
    }
}

fn table(ward: WardId, now: Moment, reads: bool, missed: Vec<Missed>) -> AnyView {
    let heads = vec![
        Head::words(word(key::DIARY_PATIENT)),
        Head::number(word(key::DIARY_HOW_MANY)),
        Head::words(word(key::LAST_MISSED)),
        Head::words(word(key::LAST_TREATED)),
        Head::words(word(key::NEXT_BOOKED)),
        Head::words(word(key::BOOK_INSTEAD)),
    ];
    let rows = missed.into_iter().map(|one| row(ward, now, reads, one)).collect_view();
    view! { <Table caption=word(key::MISSED_IN_FOUR_WEEKS) heads=heads>{rows}</Table> }.into_any()
}

fn row(ward: WardId, now: Moment, reads: bool, one: Missed) -> AnyView {
    let (at, _, why) = one.last;
    let time = |at: Option<Moment>| match at {
        Some(_) => view! { <Time at=Signal::stored(at) style=TimeStyle::DateClock/> }.into_any(),
        None => view! { <span class="table__missing">{word(key::DIARY_NOT_KNOWN)}</span> }.into_any(),
    };
    let days = one.treated_at.map(|at| now.seconds_since(at) / 86_400.0);
    let long = days.filter(|days| *days > LONG).map(|days| {
        let words = tell(say::diary_days_ago(days.floor() as i64));
        view! { " "<Chip look="medium-soft">{words}</Chip> }.into_any()
    });
    let next = match one.next_at {
        Some(_) => time(one.next_at),
        None => view! { <Chip look="medium-soft">{word(key::DIARY_NONE_BOOKED)}</Chip> }.into_any(),
    };
    let instead = match one.proposed.is_empty() {
        true => ().into_any(),
        false => {
            let answers = one
                .proposed
                .iter()
                .map(|free| (free.place.text(), free_words(free)))
                .collect();
            let hidden = vec![
                ("act", "book".to_owned()),
                ("ward", ward.to_string()),
                ("patient", one.patient.to_string()),
            ];
            let of = Of("patient", one.patient.to_string());
            view! {
                <Form class="form form--wide" action=routes::DIARY_MISSED hidden=hidden>
                    <Choice name="place" label=word(key::FREE_PLACE) answers=answers of=of/>
                    <Button class="btn--small">{word(key::DIARY_BOOK)}</Button>
                </Form>
            }
            .into_any()
        }
    };
    let name = one.name;
    let name = match reads {
        true => {
            let href = routes::dialysis_of(one.patient);
            view! { <Link href=href><bdi>{name}</bdi></Link> }.into_any()
        }
        false => view! { <bdi>{name}</bdi> }.into_any(),
    };
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td data-head=word(key::DIARY_HOW_MANY) class="num">{one.count.to_string()}</td>
            <td data-head=word(key::LAST_MISSED)>{time(Some(at))}" "<span class="quiet">{word(why_word(why))}</span></td>
            <td data-head=word(key::LAST_TREATED)>{time(one.treated_at)}{long}</td>
            <td data-head=word(key::NEXT_BOOKED)>{next}</td>
            <td data-head=word(key::BOOK_INSTEAD)>{instead}</td>
        </tr>
    }
    .into_any()
}
