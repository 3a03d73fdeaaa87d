//! Handing a device over for a while: what is mine, whom I ask, what I was asked, and what was.

use domain::ids::UserId;
use hospital::devices::hand_over::{HandOver, HandOvers, Mine, State};
use leptos::prelude::*;
use ui::{Button, Card, Chip, Empty, Head, LinkButton, Look, PageHead, Table, Time, TimeStyle};

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
            .map(|(value, words)| (value.to_owned(), words.to_owned()))
            .to_vec();
        view! {
            <form class="card__foot form form--wide" method="post" action=routes::HAND_OVER>
                <input type="hidden" name="act" value="ask"/>
                <Choice name="device" label="Device" answers=keeps/>
                <Person name="to" label="Technician" answers=choose_from(colleagues.as_deref(), &[])/>
                <Choice name="hours" label="For" value="8".to_owned() answers=hours/>
                <Button look=Look::Primary>"Ask"</Button>
            </form>
        }
        .into_any()
    });
    let theirs = (!sees_all || !mine.is_empty())
        .then(|| view! { <Card title="Your devices" id="mine">{devices(mine)}{ask}</Card> }.into_any());
    let title = if sees_all { "Open in this hospital" } else { "Open" };
    view! {
        <PageHead title="Hand over a device" context="For seven days at most; it ends by itself">
            <LinkButton href=routes::DEVICES look=Look::Quiet>"To the devices"</LinkButton>
        </PageHead>
        <Said/>
        <div class="stack">
            {theirs}
            <Card title=title id="open">{table(open, reader, sees_all, true)}</Card>
            <Card title="Over" id="over">{table(over, reader, sees_all, false)}</Card>
        </div>
    }
    .into_any()
}

fn devices(mine: Vec<Mine>) -> AnyView {
    if mine.is_empty() {
        return view! { <Empty icon="machine" title="No device is yours" text="An administrator assigns the device that you keep. A colleague can hand theirs over to you."/> }.into_any();
    }
    let rows = mine
        .into_iter()
        .map(|mine| {
            let how = if mine.keeps {
                "You keep it"
            } else {
                "Handed over to you"
            };
            let patient = match mine.patient {
                Some(patient) => {
                    let label = format!("Patient on {}", mine.name);
                    view! { <a href=routes::patient(patient) aria-label=label>"Patient"</a> }.into_any()
                }
                None => view! { <span class="table__missing">"nobody"</span> }.into_any(),
            };
            view! { <tr><th scope="row">{mine.name}</th><td data-head="How">{how}</td><td data-head="On it">{patient}</td></tr> }.into_any()
        })
        .collect_view();
    let heads = ["Device", "How", "On it"].map(Head::words).to_vec();
    view! { <Table caption="Your devices" heads=heads>{rows}</Table> }.into_any()
}

fn table(rows: Vec<HandOver>, reader: UserId, sees_all: bool, open: bool) -> AnyView {
    if rows.is_empty() {
        let text = if open {
            "What is asked for or handed over stands here."
        } else {
            "What was handed over stays listed here."
        };
        return view! { <Empty icon="machine" title="Nothing" text=text/> }.into_any();
    }
    let caption = if open { "Asked for or handed over now" } else { "Over" };
    let rows = rows.into_iter().map(|row| line(row, reader, sees_all)).collect_view();
    let heads = ["Device", "From", "To", "State", "Until", ""].map(Head::words).to_vec();
    view! { <Table caption=caption heads=heads>{rows}</Table> }.into_any()
}

fn line(row: HandOver, reader: UserId, sees_all: bool) -> AnyView {
    let acts = acts(&row, reader, sees_all);
    let until = match row.state {
        State::Over { until, .. } => until,
        _ => row.until,
    };
    let state = match row.state {
        State::Asked => view! { <Chip look="line">"Waits for an answer"</Chip> }.into_any(),
        State::Holds { since } => {
            view! { "Since "<Time at=Signal::stored(Some(since)) style=TimeStyle::DateClock/> }.into_any()
        }
        State::NotAccepted => "Not accepted".into_any(),
        State::Over { since, .. } => {
            view! { "From "<Time at=Signal::stored(Some(since)) style=TimeStyle::DateClock/> }.into_any()
        }
    };
    view! {
        <tr>
            <th scope="row">{row.device_name}</th>
            <td data-head="From">{name(row.from, reader)}</td>
            <td data-head="To">{name(row.to, reader)}</td>
            <td data-head="State">{state}</td>
            <td data-head="Until"><Time at=Signal::stored(Some(until)) style=TimeStyle::DateClock/></td>
            <td><div class="acts">{acts}</div></td>
        </tr>
    }
    .into_any()
}

fn name((user, name): (UserId, String), reader: UserId) -> String {
    if user == reader { "You".into() } else { name }
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
            let accept = act("accept", "Accept", format!("Accept {device}"), Look::Primary);
            let refuse = act("refuse", "Refuse", format!("Refuse {device}"), Look::Secondary);
            view! { {accept}{refuse} }.into_any()
        }
        State::Asked if row.from.0 == reader || sees_all => act(
            "end",
            "Take back",
            format!("Take back the question about {device}"),
            Look::Secondary,
        ),
        State::Holds { .. } if [row.from.0, row.to.0].contains(&reader) || sees_all => act(
            "end",
            "End now",
            format!("End the hand-over of {device} now"),
            Look::Secondary,
        ),
        _ => ().into_any(),
    }
}
