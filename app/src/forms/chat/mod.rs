//! Conversations: the list of them, and to whom the reader may write. One conversation: `room.rs`.

mod room;

use domain::actor::Role;
use domain::chat::Side;
use domain::time::{Moment, Zone};
use hospital::chat::{List, Partner, RoomRow};
use leptos::prelude::*;
use ui::lang::{Key, key, say, tell, word};
use ui::time::write;
use ui::{Card, Chip, Empty, Head, Now, PageHead, Pager, Row, Rows, Table, TimeStyle};

use super::parts::{Act, Said};
use crate::portals::role_in_words;
use crate::routes::ChatPaths;

pub use room::{About, Asked, Conversation, lines_part, page as room_page};

/// The page.
pub fn page(paths: ChatPaths, list: List, is_first: bool) -> AnyView {
    let List {
        rooms,
        next,
        partners,
        zone,
    } = list;
    let empty = rooms.is_empty() && partners.is_empty();
    let rows = rooms.into_iter().map(|row| item(paths, row, &zone)).collect_view();
    let (older, first) = (
        next.map(|place| paths.older(place)).unwrap_or_default(),
        if is_first { String::new() } else { paths.page.to_owned() },
    );
    let pager = (!older.is_empty() || !first.is_empty()).then(|| {
        view! { <Pager label=word(key::CHAT_PAGES) shown=word(key::CHAT_MORE) previous=first next=older/> }.into_any()
    });
    view! {
        <PageHead title=word(key::PLACE_MESSAGES)/>
        <Said/>
        <div class="stack">
            {empty.then(|| view! {
                <Card title=word(key::PLACE_MESSAGES) id="rooms"><Empty icon="chat" title=word(key::CHAT_NONE) text=word(key::CHAT_NONE_TEXT)/></Card>
            }.into_any())}
            <Rows>{rows}</Rows>
            {pager}
            {(!partners.is_empty()).then(|| whom(paths, partners))}
        </div>
    }
    .into_any()
}

/// What somebody of this side is.
fn side_in_words(side: Side) -> &'static str {
    role_in_words(match side {
        Side::Doctor => Role::Doctor,
        Side::Patient => Role::Patient,
        Side::Technician => Role::Technician,
    })
}

/// `Dr Anika Rao · Monitor 04`: a name, and the machine where it is about one.
fn titled(name: &str, side: Side, device: &str) -> String {
    let name = if name.is_empty() { side_in_words(side) } else { name };
    match device {
        "" => name.to_owned(),
        device => format!("{name} · {device}"),
    }
}

/// When something was said: today by the clock, else by the day.
fn when(zone: &Zone, at: Moment) -> String {
    match day_of(zone, at) {
        Day::Today => write(zone, at, TimeStyle::Clock),
        Day::Yesterday => tell(say::chat_yesterday_at(write(zone, at, TimeStyle::Clock))),
        Day::Before => write(zone, at, TimeStyle::Date),
    }
}

/// Which day a moment is, on the wall of the hospital.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Day {
    Today,
    Yesterday,
    Before,
}

fn day_of(zone: &Zone, at: Moment) -> Day {
    let now = use_context::<Now>().map(Now::get_untracked).unwrap_or_default();
    match zone.day(at) {
        this if this == zone.day(now) => Day::Today,
        this if this == zone.day(now.plus_seconds(-86_400.0)) => Day::Yesterday,
        _ => Day::Before,
    }
}

fn item(paths: ChatPaths, row: RoomRow, zone: &Zone) -> AnyView {
    let text = match &row.last {
        None => word(key::CHAT_NOTHING_YET).to_owned(),
        Some(last) => match (&last.text, last.is_mine) {
            (None, _) => word(key::CHAT_ERASED).to_owned(),
            (Some(text), true) => tell(say::chat_you_said(text.as_str())),
            (Some(text), false) => text.clone(),
        },
    };
    let chip = |shown: bool, look: &'static str, icon: &'static str, name: Key| {
        shown.then(|| view! { <Chip look=look icon=icon>{word(name)}</Chip>" " }.into_any())
    };
    let unread = (row.unread > 0)
        .then(|| view! { <Chip look="inverse">{tell(say::chat_unread(row.unread))}</Chip>" " }.into_any());
    let at = row.last.as_ref().map(|last| when(zone, last.at)).unwrap_or_default();
    let end = view! {
        {chip(row.is_urgent, "high", "high", key::CHAT_URGENT)}
        {unread}
        {chip(row.in_emergency, "medium-soft", "siren", key::CHAT_IN_EMERGENCY)}
        {chip(row.is_muted, "line", "bell-off", key::CHAT_MUTED)}
        {chip(row.is_here, "ok", "check-circle", key::CHAT_HERE_NOW)}
        <span class="num quiet">{at}</span>
    }
    .into_any();
    let title = titled(&row.name, row.side, &row.device);
    let title = format!("{title} · {}", side_in_words(row.side));
    let icon = match row.side {
        Side::Doctor | Side::Patient => "person",
        Side::Technician => "wrench",
    };
    view! { <Row href=paths.room(row.id) title=title text=text icon=icon end=end/> }.into_any()
}

/// To whom the reader may write.
fn whom(paths: ChatPaths, partners: Vec<Partner>) -> AnyView {
    let rows = partners
        .into_iter()
        .map(|partner| {
            let name = titled(&partner.name, partner.side, &partner.device);
            let fields = fields(&partner);
            let label = tell(say::chat_write_to(name.as_str()));
            view! {
                <tr>
                    <th scope="row"><bdi>{name}</bdi></th>
                    <td data-head=word(key::CHAT_WHO)>{side_in_words(partner.side)}</td>
                    <td><div class="acts"><Act action=paths.page fields=fields verb=word(key::CHAT_WRITE) label=label/></div></td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    let heads = [word(key::CHAT_NAME), word(key::CHAT_WHO), ""]
        .map(Head::words)
        .to_vec();
    view! {
        <Card title=word(key::CHAT_WHOM) id="whom">
            <Table caption=word(key::CHAT_WHOM) heads=heads>{rows}</Table>
        </Card>
    }
    .into_any()
}

/// What the form of one says: with whom.
fn fields(partner: &Partner) -> Vec<(&'static str, String)> {
    match (partner.side, partner.patient, partner.about) {
        (Side::Patient, Some(patient), _) => vec![("patient", patient.to_string())],
        (_, _, Some((technician, device))) => {
            let other = match partner.side {
                Side::Technician => technician,
                _ => partner.doctor,
            };
            vec![("colleague", other.to_string()), ("device", device.to_string())]
        }
        _ => vec![("doctor", partner.doctor.to_string())],
    }
}
