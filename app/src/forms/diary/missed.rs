//! Who did not come, who was treated longest ago first, and where they could sit.

use domain::dialysis::session::{Absence, CalledOff};
use domain::ids::{PatientId, WardId};
use domain::time::Moment;
use hospital::dialysis::diary::Free;
use hospital::dialysis::diary::missed::{Missed, Radar, Unbooked, Why};
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
    let more = not_shown(radar.more_missed);
    let more_unbooked = not_shown(radar.more_unbooked);
    let unbooked = radar
        .unit
        .as_ref()
        .filter(|_| !radar.unbooked.is_empty())
        .map(|unit| nothing_in_time(unit.ward, now, reads, radar.unbooked, more_unbooked));
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
        <div class="stack">
            {unbooked}
            <Card title=word(key::MISSED_IN_FOUR_WEEKS) id="missed">{content}{more}</Card>
        </div>
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
        Why::CalledOff(CalledOff::Left) => key::MISSED_LEFT,
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
    let long = long_ago(now, one.treated_at, LONG);
    let next = next(one.next_at);
    let instead = instead(ward, one.patient, &one.proposed);
    let name = whose(reads, one.patient, one.name);
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

/// Who has a prescription and nothing booked within its longest gap.
fn nothing_in_time(ward: WardId, now: Moment, reads: bool, unbooked: Vec<Unbooked>, more: Option<AnyView>) -> AnyView {
    let heads = vec![
        Head::words(word(key::DIARY_PATIENT)),
        Head::number(word(key::LONGEST_GAP_PRESCRIBED)),
        Head::words(word(key::LAST_TREATED)),
        Head::words(word(key::NEXT_BOOKED)),
        Head::words(word(key::BOOK_INSTEAD)),
    ];
    let rows = unbooked
        .into_iter()
        .map(|one| {
            let long = long_ago(now, one.treated_at, f64::from(one.gap));
            let (treated, next) = (time(one.treated_at), next(one.next_at));
            let instead = instead(ward, one.patient, &one.proposed);
            let gap = one.gap.to_string();
            let name = whose(reads, one.patient, one.name);
            view! {
                <tr>
                    <th scope="row">{name}</th>
                    <td data-head=word(key::LONGEST_GAP_PRESCRIBED) class="num">{gap}</td>
                    <td data-head=word(key::LAST_TREATED)>{treated}{long}</td>
                    <td data-head=word(key::NEXT_BOOKED)>{next}</td>
                    <td data-head=word(key::BOOK_INSTEAD)>{instead}</td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    view! { <Card title=word(key::NOTHING_BOOKED_IN_TIME) id="unbooked"><Table caption=word(key::NOTHING_BOOKED_IN_TIME) heads=heads>{rows}</Table>{more}</Card> }
        .into_any()
}

/// How many a list does not show; nothing where it shows everybody.
fn not_shown(more: usize) -> Option<AnyView> {
    let more = i64::try_from(more).unwrap_or(i64::MAX);
    (more > 0).then(|| view! { <p class="card__body">{tell(say::so_many_not_shown(more))}</p> }.into_any())
}

fn time(at: Option<Moment>) -> AnyView {
    match at {
        Some(_) => view! { <Time at=Signal::stored(at) style=TimeStyle::DateClock/> }.into_any(),
        None => view! { <span class="table__missing">{word(key::DIARY_NOT_KNOWN)}</span> }.into_any(),
    }
}

/// "5 days ago", where that is more than `most` days.
fn long_ago(now: Moment, treated_at: Option<Moment>, most: f64) -> Option<AnyView> {
    let days = treated_at.map(|at| now.seconds_since(at) / 86_400.0);
    days.filter(|days| *days > most).map(|days| {
        let words = tell(say::diary_days_ago(days.floor() as i64));
        view! { " "<Chip look="medium-soft">{words}</Chip> }.into_any()
    })
}

fn next(at: Option<Moment>) -> AnyView {
    match at {
        Some(_) => time(at),
        None => view! { <Chip look="medium-soft">{word(key::DIARY_NONE_BOOKED)}</Chip> }.into_any(),
    }
}

/// The places that are free for them, to book one.
fn instead(ward: WardId, patient: PatientId, proposed: &[Free]) -> AnyView {
    match proposed.is_empty() {
        true => ().into_any(),
        false => {
            let answers = proposed
                .iter()
                .map(|free| (free.place.text(), free_words(free)))
                .collect();
            let hidden = vec![
                ("act", "book".to_owned()),
                ("ward", ward.to_string()),
                ("patient", patient.to_string()),
            ];
            let of = Of("patient", patient.to_string());
            view! {
                <Form class="form form--wide" action=routes::DIARY_MISSED hidden=hidden>
                    <Choice name="place" label=word(key::FREE_PLACE) answers=answers of=of/>
                    <Button class="btn--small">{word(key::DIARY_BOOK)}</Button>
                </Form>
            }
            .into_any()
        }
    }
}

/// The name, which leads to how they are dialysed for who may read it.
fn whose(reads: bool, patient: PatientId, name: String) -> AnyView {
    match reads {
        true => {
            let href = routes::dialysis_of(patient);
            view! { <Link href=href><bdi>{name}</bdi></Link> }.into_any()
        }
        false => view! { <bdi>{name}</bdi> }.into_any(),
    }
}
