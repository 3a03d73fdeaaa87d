//! Handing a device over for a while: what is mine, whom I ask, what I was asked, and what was.

use domain::ids::UserId;
use domain::time::Moment;
use hospital::devices::hand_over::{HandOver, HandOvers, Mine, State};
use leptos::prelude::*;
use ui::lang::{self, Arg, key, say, tell, weave, word};
use ui::{Button, Card, Chip, Empty, Form, Head, LinkButton, Look, PageHead, Table, Time, TimeStyle};

use super::parts::{Act, Choice, Said};
use super::people::{Person, choose_from};
use crate::routes;

/// For how long, in hours.
const HOURS: [(&str, &str); 7] = [
    ("4", "4 hours"),
    ("8", "8 hours"),
    ("12", "12 hours"),
    ("24", "1 day"),
    ("48", "2 days"),
    ("96", "4 days"),
    ("168", "7 days"),
];

/// The page.
pub fn page(page: HandOvers) -> AnyView {
    let HandOvers {
        reader,
        mine,
        rows,
        colleagues,
        sees_all,
        ..
    } = page;
    let (open, over): (Vec<_>, Vec<_>) = rows.into_iter().partition(HandOver::is_open);
    let keeps: Vec<_> = mine
        .iter()
        .filter(|mine| mine.keeps)
        .map(|mine| (mine.device.to_string(), mine.name.clone()))
        .collect();
    let ask = (!keeps.is_empty()).then(|| {
        let hours = HOURS
            .map(|(value, words)| (value.to_owned(), lang::of_english(words)))
            .to_vec();
        let mut after = vec![("0".to_owned(), word(key::HAND_OVER_AT_ONCE).to_owned())];
        after.extend(hours.iter().cloned());
        view! {
            <Form class="card__foot form form--wide" action=routes::HAND_OVER hidden=vec![("act", "ask".to_owned())]>
                <Choice name="device" label=word(key::DEVICE) answers=keeps/>
                <Person name="to" label=word(key::ROLE_TECHNICIAN) answers=choose_from(colleagues.as_deref(), &[])/>
                <Choice name="after" label=word(key::HAND_OVER_AFTER) answers=after/>
                <Choice name="hours" label=word(key::FOR) value="8".to_owned() answers=hours/>
                <Button look=Look::Primary>{word(key::ASK)}</Button>
            </Form>
        }
        .into_any()
    });
    let theirs = (!sees_all || !mine.is_empty())
        .then(|| view! { <Card title=word(key::YOUR_DEVICES) id="mine">{devices(mine)}{ask}</Card> }.into_any());
    let title = if sees_all {
        word(key::OPEN_IN_THIS_HOSPITAL)
    } else {
        word(key::HAND_OVERS_OPEN)
    };
    view! {
        <PageHead title=word(key::HAND_OVER_A_DEVICE) context=word(key::FOR_SEVEN_DAYS_AT)>
            <LinkButton href=routes::DEVICES look=Look::Quiet>{word(key::TO_THE_DEVICES)}</LinkButton>
        </PageHead>
        <Said/>
        <div class="stack">
            {theirs}
            <Card title=title id="open">{table(open, reader, sees_all, true)}</Card>
            <Card title=word(key::HAND_OVERS_OVER) id="over">{table(over, reader, sees_all, false)}</Card>
        </div>
    }
    .into_any()
}

fn devices(mine: Vec<Mine>) -> AnyView {
    if mine.is_empty() {
        return view! { <Empty icon="machine" title=word(key::NO_DEVICE_IS_YOURS) text=word(key::AN_ADMINISTRATOR_ASSIGNS_THE)/> }.into_any();
    }
    let rows = mine
        .into_iter()
        .map(|mine| {
            let how = if mine.keeps {
                word(key::YOU_KEEP_IT)
            } else {
                word(key::HANDED_OVER_TO_YOU)
            };
            let patient = match mine.patient {
                Some(patient) => {
                    let label = tell(say::patient_on_device(mine.name.as_str()));
                    view! { <a href=routes::patient(patient) aria-label=label>{word(key::ROLE_PATIENT)}</a> }.into_any()
                }
                None => view! { <span class="table__missing">{word(key::NOBODY)}</span> }.into_any(),
            };
            view! { <tr><th scope="row">{mine.name}</th><td data-head=word(key::HOW)>{how}</td><td data-head=word(key::ON_IT)>{patient}</td></tr> }.into_any()
        })
        .collect_view();
    let heads = [word(key::DEVICE), word(key::HOW), word(key::ON_IT)]
        .map(Head::words)
        .to_vec();
    view! { <Table caption=word(key::YOUR_DEVICES) heads=heads>{rows}</Table> }.into_any()
}

fn table(rows: Vec<HandOver>, reader: UserId, sees_all: bool, open: bool) -> AnyView {
    if rows.is_empty() {
        let text = if open {
            word(key::WHAT_IS_ASKED_FOR)
        } else {
            word(key::WHAT_WAS_HANDED_OVER)
        };
        return view! { <Empty icon="machine" title=word(key::NOTHING) text=text/> }.into_any();
    }
    let caption = if open {
        word(key::ASKED_FOR_OR_HANDED)
    } else {
        word(key::HAND_OVERS_OVER)
    };
    let rows = rows.into_iter().map(|row| line(row, reader, sees_all)).collect_view();
    let heads = [
        word(key::DEVICE),
        word(key::HAND_OVER_FROM),
        word(key::TO),
        word(key::STATE),
        word(key::UNTIL),
        "",
    ]
    .map(Head::words)
    .to_vec();
    view! { <Table caption=caption heads=heads>{rows}</Table> }.into_any()
}

fn line(row: HandOver, reader: UserId, sees_all: bool) -> AnyView {
    let acts = acts(&row, reader, sees_all);
    let until = match row.state {
        State::Over { until, .. } => until,
        _ => row.until,
    };
    let state = match row.state {
        State::Asked => {
            let begins = row.begins_at.map(|at| {
                let words = weave(say::hand_over_begins(Arg::hole(0)), [clock(at)]);
                view! { <br/><span class="second">{words}</span> }.into_any()
            });
            view! { <Chip look="line">{word(key::WAITS_FOR_AN_ANSWER)}</Chip>{begins} }.into_any()
        }
        State::Agreed { begins } => weave(say::hand_over_agreed(Arg::hole(0)), [clock(begins)]),
        State::Holds { since } => weave(
            say::state_since(Arg::hole(0)),
            [view! { <Time at=Signal::stored(Some(since)) style=TimeStyle::DateClock/> }.into_any()],
        ),
        State::NotAccepted => word(key::NOT_ACCEPTED).into_any(),
        State::Over { since, .. } => weave(
            say::state_from(Arg::hole(0)),
            [view! { <Time at=Signal::stored(Some(since)) style=TimeStyle::DateClock/> }.into_any()],
        ),
    };
    view! {
        <tr>
            <th scope="row">{row.device_name}</th>
            <td data-head=word(key::HAND_OVER_FROM)>{name(row.from, reader)}</td>
            <td data-head=word(key::TO)>{name(row.to, reader)}</td>
            <td data-head=word(key::STATE)>{state}</td>
            <td data-head=word(key::UNTIL)><Time at=Signal::stored(Some(until)) style=TimeStyle::DateClock/></td>
            <td><div class="acts">{acts}</div></td>
        </tr>
    }
    .into_any()
}

fn clock(at: Moment) -> AnyView {
    view! { <Time at=Signal::stored(Some(at)) style=TimeStyle::DateClock/> }.into_any()
}

fn name((user, name): (UserId, String), reader: UserId) -> String {
    if user == reader { word(key::YOU).into() } else { name }
}

/// Accept and refuse for who was asked; end for either side and for who runs the hospital.
fn acts(row: &HandOver, reader: UserId, sees_all: bool) -> AnyView {
    let act = |what: &str, verb: &'static str, label: String, look: Look| {
        let fields = vec![("act", what.to_owned()), ("hand_over", row.id.to_string())];
        view! { <Act action=routes::HAND_OVER fields=fields verb=verb label=label look=look/> }.into_any()
    };
    let device = &row.device_name;
    match row.state {
        State::Asked if row.to.0 == reader => {
            let accept = act(
                "accept",
                word(key::ACCEPT),
                tell(say::accept_device(device.as_str())),
                Look::Primary,
            );
            let refuse = act(
                "refuse",
                word(key::REFUSE),
                tell(say::refuse_device(device.as_str())),
                Look::Secondary,
            );
            view! { {accept}{refuse} }.into_any()
        }
        State::Asked if row.from.0 == reader || sees_all => act(
            "end",
            word(key::TAKE_BACK),
            tell(say::take_back_device(device.as_str())),
            Look::Secondary,
        ),
        State::Agreed { .. } | State::Holds { .. } if [row.from.0, row.to.0].contains(&reader) || sees_all => act(
            "end",
            word(key::END_NOW),
            tell(say::end_hand_over_of(device.as_str())),
            Look::Secondary,
        ),
        _ => ().into_any(),
    }
}
