//! What affects the reader: what stands or is planned, and what is over. What stands at the top of every page is in [`top`], what is written and resolved in [`manage`].

pub mod manage;
pub mod top;
pub mod words;

use domain::system_alerts::Shown;
use hospital::system_alerts::Alerts;
use leptos::prelude::*;
use ui::lang::{Arg, key, say, weave, word};
use ui::{Card, Chip, Empty, Head, Link, PageHead, Pager, Reach, Table, Time, TimeStyle};

use super::parts::{Act, Said};
use crate::routes;

/// The page at `here`, which is the staff's or the portal's; `is_first` where it does not begin after an alert.
pub fn page(found: Alerts, here: &'static str, is_first: bool) -> AnyView {
    let as_of = weave(
        say::as_of(Arg::hole(0)),
        [view! { <Time at=Signal::stored(Some(found.rendered_at)) style=TimeStyle::Seconds/> }.into_any()],
    );
    let set = found.may_set.then(|| {
        view! { <Link href=routes::SET_SYSTEM_ALERTS reach=Reach::Alone>{word(key::SYSTEM_ALERTS_SET)}</Link> }
            .into_any()
    });
    let current = is_first.then(|| current(found.current, here));
    let pager = (found.next.is_some() || !is_first).then(|| {
        let first = if is_first { String::new() } else { here.to_owned() };
        let next = found.next.map(|after| routes::system_alerts_after(here, after)).unwrap_or_default();
        view! { <Pager label=word(key::SYSTEM_ALERTS_PAGES) shown=word(key::SYSTEM_ALERTS_OVER) previous=first next=next/> }
            .into_any()
    });
    let past = past(found.past);
    view! {
        <PageHead title=word(key::SYSTEM_ALERTS) context=word(key::SYSTEM_ALERTS_CONTEXT)>
            {set}
            <span class="second">{as_of}</span>
        </PageHead>
        <Said/>
        <div class="stack">
            {current}
            <Card title=word(key::SYSTEM_ALERTS_OVER) id="over">{past}{pager}</Card>
        </div>
    }
    .into_any()
}

fn current(alerts: Vec<Shown>, here: &'static str) -> AnyView {
    let inside = if alerts.is_empty() {
        view! { <Empty title=word(key::SYSTEM_ALERTS_NONE) text=word(key::SYSTEM_ALERTS_NONE_TEXT)/> }.into_any()
    } else {
        let rows = alerts.into_iter().map(|alert| line(alert, here)).collect_view();
        let heads = heads([word(key::SYSTEM_ALERT_UNTIL), ""]);
        view! { <Table caption=word(key::SYSTEM_ALERTS_NOW) heads=heads>{rows}</Table> }.into_any()
    };
    view! { <Card title=word(key::SYSTEM_ALERTS_NOW) id="now">{inside}</Card> }.into_any()
}

fn heads(last: [&'static str; 2]) -> Vec<Head> {
    let [third, fourth] = last;
    [
        word(key::SYSTEM_ALERT),
        word(key::SYSTEM_ALERT_KIND),
        word(key::SYSTEM_ALERT_FROM),
        third,
        fourth,
    ]
    .map(Head::words)
    .to_vec()
}

fn line(alert: Shown, here: &'static str) -> AnyView {
    let put_away = (alert.severity.may_be_put_away() && !alert.is_put_away).then(|| {
        let fields = vec![("id", alert.id.to_string())];
        let label = word(key::SYSTEM_ALERT_PUT_AWAY_LABEL);
        view! { <Act action=here fields=fields verb=word(key::SYSTEM_ALERT_PUT_AWAY) label=label/> }.into_any()
    });
    let (starts, ends) = (alert.starts, ends(&alert));
    let (said, kind) = (said(&alert), kind(&alert));
    view! {
        <tr>
            <th scope="row">{said}</th>
            <td data-head=word(key::SYSTEM_ALERT_KIND)>{kind}</td>
            <td data-head=word(key::SYSTEM_ALERT_FROM)><Time at=Signal::stored(Some(starts)) style=TimeStyle::DateClock/></td>
            <td data-head=word(key::SYSTEM_ALERT_UNTIL)>{ends}</td>
            <td><div class="acts">{put_away}</div></td>
        </tr>
    }
    .into_any()
}

fn past(alerts: Vec<Shown>) -> AnyView {
    if alerts.is_empty() {
        return view! { <Empty title=word(key::SYSTEM_ALERTS_NONE_OVER) text=word(key::SYSTEM_ALERTS_NONE_OVER_TEXT)/> }
            .into_any();
    }
    let rows = alerts
        .into_iter()
        .map(|alert| {
            let (said, kind) = (said(&alert), kind(&alert));
            let (starts, over) = (alert.starts, alert.over);
            let note = alert.note.unwrap_or_default();
            view! {
                <tr>
                    <th scope="row">{said}</th>
                    <td data-head=word(key::SYSTEM_ALERT_KIND)>{kind}</td>
                    <td data-head=word(key::SYSTEM_ALERT_FROM)><Time at=Signal::stored(Some(starts)) style=TimeStyle::DateClock/></td>
                    <td data-head=word(key::SYSTEM_ALERT_RESOLVED)><Time at=Signal::stored(over) style=TimeStyle::DateClock/></td>
                    <td data-head=word(key::SYSTEM_ALERT_NOTE)><bdi>{note}</bdi></td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    let heads = heads([word(key::SYSTEM_ALERT_RESOLVED), word(key::SYSTEM_ALERT_NOTE)]);
    view! { <Table caption=word(key::SYSTEM_ALERTS_OVER) heads=heads>{rows}</Table> }.into_any()
}

/// What it says; and that it is said to every hospital.
fn said(alert: &Shown) -> AnyView {
    let text = words::sentence(alert);
    let everywhere = alert
        .is_everywhere
        .then(|| view! { <p class="second">{word(key::SYSTEM_ALERT_EVERYWHERE)}</p> }.into_any());
    view! { <bdi>{text}</bdi>{everywhere} }.into_any()
}

/// Its type and how much it matters.
fn kind(alert: &Shown) -> AnyView {
    let (kind, severity) = (words::kind(alert.kind), words::severity(alert.severity));
    let look = words::look(alert.severity);
    view! { <p>{kind}</p><Chip look=look>{severity}</Chip> }.into_any()
}

/// Until when; until somebody resolves it, where no end is known.
fn ends(alert: &Shown) -> AnyView {
    match alert.ends {
        Some(ends) => view! { <Time at=Signal::stored(Some(ends)) style=TimeStyle::DateClock/> }.into_any(),
        None => word(key::SYSTEM_ALERT_OPEN).into_any(),
    }
}
