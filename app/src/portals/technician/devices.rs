//! The devices of the hospital and how they report: whether each is heard, what it says of itself, what waits in it. No patients.

use domain::organisation::{DevicePage, DeviceRow};
use domain::telemetry::SystemStatus;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;
use ui::lang::{Arg, key, say, tell, weave, word};
use ui::{Card, Chip, Empty, Head, PageHead, Pager, Table, Time, TimeStyle};

use crate::api::ask;
use crate::api::devices::list;
use crate::routes;
use crate::widgets::frame::Frame;
use crate::widgets::gather::gather;

/// The page.
#[component]
pub fn DevicesPage() -> impl IntoView {
    let after = use_query_map().read_untracked().get("after");
    gather(ask(list(after)), |page| view! { <Devices page=page/> }.into_any())
}

#[component]
fn Devices(page: DevicePage) -> impl IntoView {
    let silent = page.rows.iter().filter(|row| row.silent).count();
    let context = match (page.rows.len(), silent) {
        (count, 0) => tell(say::devices_all_heard(count)),
        (count, silent) => tell(say::devices_some_silent(count, silent)),
    };
    let as_of = weave(
        say::as_of(Arg::hole(0)),
        [view! { <Time at=Signal::stored(Some(page.rendered_at)) style=TimeStyle::Seconds/> }.into_any()],
    );
    let next = page.next.clone();
    let empty = page.rows.is_empty();
    view! {
        <Title text=tell(say::page_title(word(key::PLACE_DEVICES)))/>
        <Frame>
            <div class="page devices">
                <PageHead title=word(key::PLACE_DEVICES) context=context>
                    <span class="second">{as_of}</span>
                    <a href=routes::HAND_OVER rel="external">{word(key::HAND_OVER_VERB)}</a>
                    <a href="" rel="external">{word(key::LOAD_AGAIN)}</a>
                </PageHead>
                <Card title=word(key::HOW_THEY_REPORT) id="devices">
                    {if empty {
                        view! { <Empty icon="machine" title=word(key::NO_DEVICES) text=word(key::DEVICES_APPEAR_HERE_WHEN)/> }.into_any()
                    } else {
                        view! { <Rows rows=page.rows/> }.into_any()
                    }}
                    <Pages next=next/>
                </Card>
            </div>
        </Frame>
    }
}

#[component]
fn Rows(rows: Vec<DeviceRow>) -> impl IntoView {
    let heads = vec![
        Head::words(word(key::DEVICE)),
        Head::words(word(key::PLACE_OF_DEVICE)),
        Head::words(word(key::HEARD)),
        Head::words(word(key::SAYS)),
        Head::number(word(key::WAITING_READINGS)),
        Head::words(word(key::FIRMWARE)),
        Head::words(word(key::MODEL_AND_SERIAL_NUMBER)),
    ];
    let rows = rows
        .into_iter()
        .map(|row| view! { <Row row=row/> }.into_any())
        .collect_view();
    view! { <Table caption=word(key::DEVICES_BY_NAME) heads=heads>{rows}</Table> }
}

#[component]
fn Row(row: DeviceRow) -> impl IntoView {
    let place = row.place.map_or_else(
        || word(key::IN_STORE).to_string(),
        |(ward, bed)| tell(say::ward_and_bed(ward, bed)),
    );
    let heard = match (row.heard_at, row.silent) {
        (None, _) => view! { <span class="table__missing">{word(key::DEVICE_NEVER)}</span> }.into_any(),
        (at, false) => view! { <Time at=Signal::stored(at) style=TimeStyle::Seconds/> }.into_any(),
        (at, true) => {
            let last = view! { <Time at=Signal::stored(at) style=TimeStyle::DateClock/> }.into_any();
            let silent = weave(say::silent_last(Arg::hole(0)), [last]);
            view! { <Chip look="stale" icon="no-data"><span>{silent}</span></Chip> }.into_any()
        }
    };
    let says = match row.status {
        None => view! { <span class="table__missing">{word(key::NOTHING_YET)}</span> }.into_any(),
        Some(SystemStatus::Normal) => word(key::DEVICE_NORMAL).into_any(),
        Some(SystemStatus::Warning) => {
            view! { <Chip look="medium" icon="medium">{word(key::WARNING)}</Chip> }.into_any()
        }
        Some(SystemStatus::Danger) => view! { <Chip look="high" icon="high">{word(key::DANGER)}</Chip> }.into_any(),
    };
    view! {
        <tr>
            <th scope="row"><a href=routes::machine(row.id, routes::MachinePage::Console) rel="external">{row.name}</a></th>
            <td data-head=word(key::PLACE_OF_DEVICE)>{place}</td>
            <td data-head=word(key::HEARD)>{heard}</td>
            <td data-head=word(key::SAYS)>{says}</td>
            <td class="num" data-head=word(key::WAITING_READINGS)>{row.waiting}</td>
            <td class="code" data-head=word(key::FIRMWARE)>{row.firmware.unwrap_or_else(|| word(key::NOT_TOLD).into())}</td>
            <td data-head=word(key::MODEL_AND_SERIAL_NUMBER)><span class="nowrap">{row.model}</span>" "<span class="code quiet">{row.serial}</span></td>
        </tr>
    }
}

/// The next page, as a link with the last name in it.
#[component]
fn Pages(next: Option<String>) -> impl IntoView {
    let first = use_query_map().read_untracked().get("after").is_none();
    (next.is_some() || !first).then(|| {
        let back = if first { String::new() } else { routes::DEVICES.to_owned() };
        let next = next.map(|name| routes::devices_after(&name)).unwrap_or_default();
        view! {
            <Pager label=word(key::PAGES_OF_DEVICES) shown=word(key::FIFTY_ON_A_PAGE) previous=back previous_word=word(key::FIRST_PAGE) next=next/>
        }
        .into_any()
    })
}
