//! What a machine sent as HL7: its codes without a place, its messages with how they were answered, and one of them without what it says of people.

use hospital::devices::machines::Ways;
use hospital::telemetry::messages::{CodeRow, MessagePage, MessageRow, OpenedMessage};
use leptos::prelude::*;
use ui::lang::{key, say, tell, word};
use ui::{Card, Chip, Empty, Facts, Head, Known, LinkButton, Look, Note, PageHead, Pager, Table, Time, TimeStyle};

use super::devices::tabs;
use super::parts::Said;
use crate::routes::{self, MachinePage};

/// The page of a machine.
pub fn page(page: MessagePage) -> AnyView {
    let MessagePage {
        device,
        name,
        opens,
        manages,
        codes,
        rows,
        next,
        ..
    } = page;
    let tabs = tabs(
        device,
        MachinePage::Messages,
        Ways {
            messages: true,
            papers: manages,
        },
    );
    let none = rows.is_empty();
    let messages = rows.into_iter().map(|row| message(row, device, opens)).collect_view();
    let heads = [
        word(key::HL7_RECEIVED),
        word(key::HL7_KIND),
        word(key::HL7_ANSWERED),
        word(key::HL7_READINGS),
        word(key::HL7_FAULTS),
    ]
    .map(Head::words);
    let messages = if none {
        view! { <Empty title=word(key::HL7_NO_MESSAGES) text=word(key::HL7_MESSAGES_COME)/> }.into_any()
    } else {
        view! { <Table caption=word(key::HL7_MESSAGES) heads=heads.to_vec()>{messages}</Table> }.into_any()
    };
    let older = next.map(|next| {
        let href = routes::machine_messages_before(device, next);
        view! { <Pager label=word(key::HL7_PAGES) shown="" next=href next_word=word(key::OLDER_ONES)/> }.into_any()
    });
    view! {
        <PageHead title=name/>
        {tabs}
        <Said/>
        <div class="stack">
            <Card title=word(key::HL7_CODES) id="codes">{unplaced(codes)}</Card>
            <Card title=word(key::HL7_MESSAGES) id="messages">{messages}{older}</Card>
            <p class="quiet">{word(key::HL7_KEPT_FOR)}</p>
        </div>
    }
    .into_any()
}

fn unplaced(codes: Vec<CodeRow>) -> AnyView {
    if codes.is_empty() {
        return view! { <p class="card__body quiet">{word(key::HL7_NO_CODES)}</p> }.into_any();
    }
    let heads = [
        word(key::HL7_CODE),
        word(key::HL7_SYSTEM),
        word(key::HL7_UNIT),
        word(key::STATUS),
        word(key::LAST_SEEN),
    ]
    .map(Head::words);
    let rows = codes.into_iter().map(|row| {
        let name = match (row.name.is_empty(), row.code.is_empty()) {
            (true, _) => row.code.clone(),
            (false, true) => row.name.clone(),
            (false, false) => format!("{} · {}", row.code, row.name),
        };
        let (look, status) = match row.is_known {
            true => ("line", word(key::HL7_KNOWN)),
            false => ("medium-soft", word(key::HL7_UNKNOWN)),
        };
        view! {
            <tr>
                <th scope="row" class="code"><bdi>{name}</bdi></th>
                <td data-head=word(key::HL7_SYSTEM)><bdi>{row.system.clone()}</bdi></td>
                <td data-head=word(key::HL7_UNIT)><bdi>{row.unit.clone()}</bdi></td>
                <td data-head=word(key::STATUS)><Chip look=look>{status}</Chip></td>
                <td data-head=word(key::LAST_SEEN)><Time at=Signal::stored(Some(row.last_at)) style=TimeStyle::DateClock/></td>
            </tr>
        }
        .into_any()
    });
    let rows = rows.collect_view();
    view! { <Table caption=word(key::HL7_CODES) heads=heads.to_vec()>{rows}</Table> }.into_any()
}

/// How a message was answered, as a chip: the code and what it means.
fn answered(answer: &str) -> AnyView {
    let (look, words) = match answer {
        "AA" => ("ok", word(key::HL7_AA)),
        "AE" => ("high-soft", word(key::HL7_AE)),
        _ => ("stale", word(key::HL7_AR)),
    };
    let words = format!("{answer} · {words}");
    view! { <Chip look=look>{words}</Chip> }.into_any()
}

fn counted(row: &MessageRow) -> String {
    tell(say::hl7_counted(
        i64::from(row.readings),
        i64::from(row.duplicates),
        i64::from(row.aside),
        i64::from(row.alarms),
    ))
}

fn message(row: MessageRow, device: domain::ids::DeviceId, opens: bool) -> AnyView {
    let at = view! { <Time at=Signal::stored(Some(row.received_at)) style=TimeStyle::Seconds/> }.into_any();
    let head = if opens {
        view! { <a href=routes::machine_message(device, row.id)>{at}</a> }.into_any()
    } else {
        at
    };
    let faults = row.faults.first().cloned().unwrap_or_default();
    let more = row.faults.len().saturating_sub(1);
    let more = (more > 0).then(|| tell(say::hl7_more_faults(more as u64)));
    let (kind, counted) = (row.kind.clone(), counted(&row));
    view! {
        <tr>
            <th scope="row">{head}</th>
            <td data-head=word(key::HL7_KIND) class="code"><bdi>{kind}</bdi></td>
            <td data-head=word(key::HL7_ANSWERED)>{answered(&row.answer)}</td>
            <td data-head=word(key::HL7_READINGS)>{counted}</td>
            <td data-head=word(key::HL7_FAULTS)><bdi lang="en">{faults}</bdi>{more.map(|more| view! { <p class="second">{more}</p> }.into_any())}</td>
        </tr>
    }
    .into_any()
}

/// One message.
pub fn opened(opened: OpenedMessage) -> AnyView {
    let OpenedMessage {
        device,
        name,
        row,
        lines,
    } = opened;
    let back = routes::machine_messages(device);
    let counted = counted(&row);
    let faults = row
        .faults
        .iter()
        .map(|fault| view! { <li><bdi>{fault.clone()}</bdi></li> }.into_any())
        .collect_view();
    let faults = (!row.faults.is_empty()).then(|| {
        view! { <Card title=word(key::HL7_FAULTS) id="faults"><ul class="card__body" lang="en">{faults}</ul></Card> }.into_any()
    });
    let text = format!("{}\n", lines.join("\n"));
    let (kind, control) = (row.kind.clone(), row.control.clone());
    view! {
        <PageHead title=name>
            <LinkButton href=back look=Look::Quiet icon="chevron-start">{word(key::HL7_MESSAGES)}</LinkButton>
        </PageHead>
        <Said/>
        <div class="stack">
            <Card title=word(key::HL7_MESSAGE) id="message">
                <Facts class="card__body">
                    <Known what=word(key::HL7_RECEIVED)><Time at=Signal::stored(Some(row.received_at)) style=TimeStyle::Seconds/></Known>
                    <Known what=word(key::HL7_KIND) code=true><bdi>{kind}</bdi></Known>
                    <Known what=word(key::HL7_CONTROL) code=true><bdi>{control}</bdi></Known>
                    <Known what=word(key::HL7_ANSWERED)>{answered(&row.answer)}</Known>
                    <Known what=word(key::HL7_READINGS)>{counted}</Known>
                </Facts>
            </Card>
            {faults}
            <Card title=word(key::HL7_TEXT) id="text">
                <div class="card__body stack">
                    <Note icon="eye">{word(key::HL7_WITHOUT_PEOPLE)}</Note>
                    <pre class="mail__text" dir="ltr" lang="en">{text}</pre>
                </div>
            </Card>
        </div>
    }
    .into_any()
}
