//! Every machine of the hospital, and what is due; for a technician their own.

use hospital::devices::machines::{DueRow, Fleet, FleetRow};
use leptos::prelude::*;
use ui::lang::{Arg, key, say, tell, weave, word};
use ui::{Card, Chip, Empty, Head, LinkButton, Look, PageHead, Pager, Table, Time, TimeStyle};

use super::{due_words, figure, fit, hours, near, no_devices, when, why};
use crate::forms::parts::Said;
use crate::routes::{self, MachinePage};

/// The page; `first` when it begins with the first machine.
pub fn page(fleet: Fleet, first: bool) -> AnyView {
    let as_of = weave(
        say::as_of(Arg::hole(0)),
        [view! { <Time at=Signal::stored(Some(fleet.rendered_at)) style=TimeStyle::Seconds/> }.into_any()],
    );
    let unfit = fleet.rows.iter().filter(|row| row.unfit.is_some()).count();
    let context = tell(say::machines_unfit(unfit));
    let register = fleet.may_manage.then(|| {
        view! { <LinkButton href=routes::MACHINE_REGISTER look=Look::Primary icon="plus">{word(key::MACHINE_REGISTER)}</LinkButton> }
            .into_any()
    });
    let water = fleet.may_water.then(|| {
        view! { <LinkButton href=routes::WATER icon="drop">{word(key::WATER_OF_DIALYSIS)}</LinkButton> }.into_any()
    });
    let title = if fleet.is_whole {
        word(key::MACHINES)
    } else {
        word(key::YOUR_DEVICES)
    };
    let pages = pages(fleet.next, first);
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
            <Card title=title id="machines">{rows(fleet.rows, fleet.is_whole)}{pages}</Card>
        </div>
    }
    .into_any()
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
    let rows = rows.into_iter().map(line).collect_view();
    let heads = vec![
        Head::words(word(key::MACHINE)),
        Head::words(word(key::STATE)),
        Head::words(word(key::HEARD)),
        Head::words(word(key::PLACE_WARD)),
        Head::number(word(key::MACHINE_HOURS_RUN)),
        Head::number(word(key::MACHINE_MISSING_DATA)),
        Head::number(word(key::ALARMS)),
    ];
    view! { <Table caption=word(key::MACHINES) heads=heads>{rows}</Table> }.into_any()
}

fn line(row: FleetRow) -> AnyView {
    let href = routes::machine(row.id, MachinePage::Console);
    let why = row
        .unfit
        .map(|unfit| view! { <br/><span class="second">{why(unfit)}</span> }.into_any());
    let heard = match (row.heard_at, row.is_heard) {
        (None, _) => view! { <span class="table__missing">{word(key::DEVICE_NEVER)}</span> }.into_any(),
        (Some(_), true) => view! { <Chip look="ok" icon="check">{word(key::MACHINE_ONLINE)}</Chip> }.into_any(),
        (Some(at), false) => {
            let silent = weave(say::silent_last(Arg::hole(0)), [when(at)]);
            view! { <Chip look="stale" icon="no-data"><span>{silent}</span></Chip> }.into_any()
        }
    };
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
            <td data-head=word(key::HEARD)>{heard}</td>
            <td data-head=word(key::PLACE_WARD)>{row.ward.unwrap_or_default()}</td>
            <td class="num" data-head=word(key::MACHINE_HOURS_RUN)>{hours(row.hours)}</td>
            <td class="num" data-head=word(key::MACHINE_MISSING_DATA)>{missing}</td>
            <td class="num" data-head=word(key::ALARMS)>{row.alarms}</td>
        </tr>
    }
    .into_any()
}
