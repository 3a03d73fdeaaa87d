//! Every machine of the hospital, and what is due; for a technician their own. Whether each may be used and is heard moves while the page is open.

use hospital::devices::machines::{Connection, DueRow, Fleet, FleetRow, Machines};
use leptos::prelude::*;
use ui::lang::{Arg, key, say, tell, weave, word};
use ui::{Card, Chip, Empty, Head, LinkButton, Look, PageHead, Pager, Table, Time, TimeStyle};

use super::calendar;
use super::console::connection_chip as connection;
use super::{due_words, figure, fit, hours, near, no_devices, when, why};
use crate::forms::again::{Again, Drawn};
use crate::forms::parts::Said;
use crate::routes::{self, MachinePage};

/// Seconds after which what moves is drawn anew.
const EVERY: u32 = 10;

/// The page that begins after the machine of this name.
pub fn page(fleet: Fleet, after: Option<String>, script: String) -> AnyView {
    let again = Again {
        id: "machines-now",
        door: after
            .as_deref()
            .map_or(routes::MACHINES_NOW.to_owned(), routes::machines_now_after),
        every: EVERY,
        here: after
            .as_deref()
            .map_or(routes::MACHINES.to_owned(), routes::machines_after),
        script,
    };
    let now = again.around(moves(&fleet.machines, after.is_none()));
    let as_of = weave(
        say::as_of(Arg::hole(0)),
        [view! { <Time at=Signal::stored(Some(fleet.machines.rendered_at)) style=TimeStyle::Seconds/> }.into_any()],
    );
    let context = tell(say::machines_unfit(unfit(&fleet.machines)));
    let register = fleet.may_manage.then(|| {
        view! { <LinkButton href=routes::MACHINE_REGISTER look=Look::Primary icon="plus">{word(key::MACHINE_REGISTER)}</LinkButton> }
            .into_any()
    });
    let water = fleet.may_water.then(|| {
        view! { <LinkButton href=routes::WATER icon="drop">{word(key::WATER_OF_DIALYSIS)}</LinkButton> }.into_any()
    });
    view! {
        <PageHead title=word(key::MACHINES) context=context>
            <span class="second">{as_of}</span>
            <LinkButton href=routes::DATA_QUALITY icon="no-data">{word(key::DATA_QUALITY)}</LinkButton>
            {water}
            {register}
        </PageHead>
        <Said/>
        <div class="stack">
            <Card title=word(key::MACHINES_DUE) id="due">{due(fleet.due)}</Card>
            {calendar::card(&fleet.calendar)}
        </div>
        {now}
    }
    .into_any()
}

/// How many may not be used.
fn unfit(fleet: &Machines) -> usize {
    fleet.rows.iter().filter(|row| row.unfit.is_some()).count()
}

/// The machines as they are now; `first` when they begin with the first. What is told when it changes is how many may not be used and how many are not heard.
pub fn moves(fleet: &Machines, first: bool) -> Drawn {
    let unheard = fleet
        .rows
        .iter()
        .filter(|row| row.connection != Connection::Online)
        .count();
    let heard = match unheard {
        0 => say::devices_all_heard(fleet.rows.len()),
        _ => say::devices_some_silent(fleet.rows.len(), unheard),
    };
    let title = if fleet.is_whole {
        word(key::MACHINES)
    } else {
        word(key::YOUR_DEVICES)
    };
    let (rows, pages) = (
        rows(fleet.rows.clone(), fleet.is_whole),
        pages(fleet.next.clone(), first),
    );
    Drawn {
        at: fleet.rendered_at,
        news: format!("{} · {}", tell(say::machines_unfit(unfit(fleet))), tell(heard)),
        body: view! { <Card title=title id="machines">{rows}{pages}</Card> }.into_any(),
    }
}

fn pages(next: Option<String>, first: bool) -> Option<AnyView> {
    (next.is_some() || !first).then(|| {
        let back = if first { String::new() } else { routes::MACHINES.to_owned() };
        let next = next.map(|name| routes::machines_after(&name)).unwrap_or_default();
        view! { <Pager label=word(key::PAGES_OF_DEVICES) shown=word(key::FIFTY_ON_A_PAGE) previous=back previous_word=word(key::FIRST_PAGE) next=next/> }
            .into_any()
    })
}

fn due(rows: Vec<DueRow>) -> AnyView {
    if rows.is_empty() {
        return view! { <Empty icon="calendar" title=word(key::MACHINES_NOTHING_DUE) text=word(key::MACHINES_NOTHING_DUE_TEXT)/> }
            .into_any();
    }
    let rows = rows
        .into_iter()
        .map(|row| {
            let href = routes::machine(row.device, MachinePage::Maintenance);
            let due = due_words(row.due_on, row.due_hours);
            view! {
                <tr>
                    <th scope="row"><a href=href><bdi>{row.name}</bdi></a></th>
                    <td data-head=word(key::MACHINE_WORK)><bdi>{row.work}</bdi></td>
                    <td data-head=word(key::MACHINE_DUE)>{due}</td>
                    <td data-head=word(key::STATE)>{near(row.nearness)}</td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    let heads = [
        word(key::MACHINE),
        word(key::MACHINE_WORK),
        word(key::MACHINE_DUE),
        word(key::STATE),
    ]
    .map(Head::words)
    .to_vec();
    view! { <Table caption=word(key::MACHINES_DUE) heads=heads>{rows}</Table> }.into_any()
}

fn rows(rows: Vec<FleetRow>, is_whole: bool) -> AnyView {
    if rows.is_empty() && !is_whole {
        return view! { <Empty icon="machine" title=word(key::NO_DEVICE_IS_YOURS) text=word(key::AN_ADMINISTRATOR_ASSIGNS_THE)/> }
            .into_any();
    }
    if rows.is_empty() {
        return no_devices();
    }
    let rows = rows.into_iter().map(|row| line(row, is_whole)).collect_view();
    let mut heads = vec![
        Head::words(word(key::MACHINE)),
        Head::words(word(key::STATE)),
        Head::words(word(key::MACHINE_NEXT_DUE)),
        Head::words(word(key::HEARD)),
        Head::words(word(key::PLACE_WARD)),
        Head::number(word(key::MACHINE_HOURS_RUN)),
        Head::number(word(key::MACHINE_MISSING_DATA)),
        Head::number(word(key::ALARMS)),
    ];
    if !is_whole {
        heads.insert(3, Head::words(word(key::MACHINE_YOURS_UNTIL)));
    }
    view! { <Table caption=word(key::MACHINES) heads=heads>{rows}</Table> }.into_any()
}

/// A machine; of the reader's own it says until when it is theirs.
fn line(row: FleetRow, is_whole: bool) -> AnyView {
    let href = routes::machine(row.id, MachinePage::Console);
    let why = row
        .unfit
        .map(|unfit| view! { <br/><span class="second">{why(unfit)}</span> }.into_any());
    let heard = match (row.connection, row.heard_at) {
        (Connection::Online, _) => {
            view! { <Chip look="line" icon="check">{word(key::MACHINE_ONLINE)}</Chip> }.into_any()
        }
        (Connection::Never, _) | (Connection::Silent, None) => {
            view! { <span class="table__missing">{word(key::DEVICE_NEVER)}</span> }.into_any()
        }
        (Connection::Silent, Some(at)) => {
            let silent = weave(say::silent_last(Arg::hole(0)), [when(at)]);
            view! { <Chip look="stale" icon="no-data"><span>{silent}</span></Chip> }.into_any()
        }
        (Connection::NoNetwork | Connection::Revoked, at) => {
            let last = at.map(|at| view! { <br/><span class="second">{when(at)}</span> }.into_any());
            view! { {connection(row.connection)}{last} }.into_any()
        }
    };
    let next = match row.next {
        Some((work, due_on, due_hours)) => {
            let due = due_words(due_on, due_hours);
            view! { {due}<br/><bdi class="second">{work}</bdi> }.into_any()
        }
        None => view! { <span class="table__missing">{word(key::MACHINES_NOTHING_DUE)}</span> }.into_any(),
    };
    let mine = (!is_whole).then(|| {
        let until = row.mine_until.map_or(word(key::YOU_KEEP_IT).into_any(), when);
        view! { <td data-head=word(key::MACHINE_YOURS_UNTIL)>{until}</td> }.into_any()
    });
    let (gap, whole) = row.gap;
    let missing = match whole {
        0 => "–".to_owned(),
        _ => tell(say::machine_percent(figure(gap as f64 * 100.0 / whole as f64, 1))),
    };
    let model = row.model;
    view! {
        <tr>
            <th scope="row"><a href=href><bdi>{row.name}</bdi></a><br/><span class="second">{model}</span></th>
            <td data-head=word(key::STATE)>{fit(row.unfit)}{why}</td>
            <td data-head=word(key::MACHINE_NEXT_DUE)>{next}</td>
            {mine}
            <td data-head=word(key::HEARD)>{heard}</td>
            <td data-head=word(key::PLACE_WARD)>{row.ward.unwrap_or_default()}</td>
            <td class="num" data-head=word(key::MACHINE_HOURS_RUN)>{hours(row.hours)}</td>
            <td class="num" data-head=word(key::MACHINE_MISSING_DATA)>{missing}</td>
            <td class="num" data-head=word(key::ALARMS)>{row.alarms}</td>
        </tr>
    }
    .into_any()
}
