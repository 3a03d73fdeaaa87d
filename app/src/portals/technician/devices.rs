//! The devices of the hospital and how they report: whether each is heard, what it says of itself, what waits in it. No patients.

use domain::organisation::{DevicePage, DeviceRow};
use domain::telemetry::SystemStatus;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;
use ui::{Card, Chip, Empty, Head, PageHead, Table, Time, TimeStyle, memo};

use crate::api::ask;
use crate::api::devices::list;
use crate::routes;
use crate::widgets::frame::Frame;
use crate::widgets::gather::gather;

/// The page.
#[component]
pub fn DevicesPage() -> impl IntoView {
    let query = use_query_map();
    let after = memo(move || query.read().get("after"));
    let devices = ask(move || after.get(), list);
    gather(devices, |page| view! { <Devices page=page/> }.into_any())
}

#[component]
fn Devices(page: DevicePage) -> impl IntoView {
    let silent = page.rows.iter().filter(|row| row.silent).count();
    let context = match (page.rows.len(), silent) {
        (count, 0) => format!("{count} on this page, all heard in the last ten seconds"),
        (count, silent) => format!("{count} on this page, {silent} silent"),
    };
    let next = page.next.clone();
    let empty = page.rows.is_empty();
    view! {
        <Title text="Devices · Wardlight"/>
        <Frame>
            <div class="page devices">
                <PageHead title="Devices" context=context>
                    <span class="second">"As of "<Time at=Signal::stored(Some(page.rendered_at)) style=TimeStyle::Seconds/></span>
                    <a href=routes::HAND_OVER rel="external">"Hand over"</a>
                    <a href="" rel="external">"Load again"</a>
                </PageHead>
                <Card title="How they report" id="devices">
                    {if empty {
                        view! { <Empty icon="machine" title="No devices" text="Devices appear here when the hospital registers them."/> }.into_any()
                    } else {
                        view! { <Rows rows=page.rows/> }.into_any()
                    }}
                    <Pager next=next/>
                </Card>
            </div>
        </Frame>
    }
}

#[component]
fn Rows(rows: Vec<DeviceRow>) -> impl IntoView {
    let heads = vec![
        Head::words("Device"),
        Head::words("Place"),
        Head::words("Heard"),
        Head::words("Says"),
        Head::number("Waiting readings"),
        Head::words("Firmware"),
        Head::words("Model and serial number"),
    ];
    let rows = rows
        .into_iter()
        .map(|row| view! { <Row row=row/> }.into_any())
        .collect_view();
    view! { <Table caption="Devices by name" heads=heads>{rows}</Table> }
}

#[component]
fn Row(row: DeviceRow) -> impl IntoView {
    let place = row
        .place
        .map_or_else(|| "in store".to_string(), |(ward, bed)| format!("{ward}, bed {bed}"));
    let heard = match (row.heard_at, row.silent) {
        (None, _) => view! { <span class="table__missing">"never"</span> }.into_any(),
        (at, false) => view! { <Time at=Signal::stored(at) style=TimeStyle::Seconds/> }.into_any(),
        (at, true) => view! { <Chip look="stale" icon="no-data"><span>"Silent, last "<Time at=Signal::stored(at) style=TimeStyle::DateClock/></span></Chip> }.into_any(),
    };
    let says = match row.status {
        None => view! { <span class="table__missing">"nothing yet"</span> }.into_any(),
        Some(SystemStatus::Normal) => "normal".into_any(),
        Some(SystemStatus::Warning) => view! { <Chip look="medium" icon="medium">"Warning"</Chip> }.into_any(),
        Some(SystemStatus::Danger) => view! { <Chip look="high" icon="high">"Danger"</Chip> }.into_any(),
    };
    view! {
        <tr>
            <th scope="row">{row.name}</th>
            <td>{place}</td>
            <td>{heard}</td>
            <td>{says}</td>
            <td class="num">{row.waiting}</td>
            <td class="code">{row.firmware.unwrap_or_else(|| "not told".into())}</td>
            <td><span class="nowrap">{row.model}</span>" "<span class="code quiet">{row.serial}</span></td>
        </tr>
    }
}

/// The next page, as a link with the last name in it.
#[component]
fn Pager(next: Option<String>) -> impl IntoView {
    let first = use_query_map().read_untracked().get("after").is_none();
    let next = next.map(|name| {
        view! { <a class="btn btn--secondary btn--small" href=routes::devices_after(&name)>"Next"</a> }.into_any()
    });
    let back = (!first)
        .then(|| view! { <a class="btn btn--secondary btn--small" href=routes::DEVICES>"First page"</a> }.into_any());
    (next.is_some() || back.is_some()).then(|| {
        view! { <nav class="pager" aria-label="Pages of devices"><span class="pager__count">"50 on a page, by name"</span>{back}{next}</nav> }.into_any()
    })
}
