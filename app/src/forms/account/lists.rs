//! Sessions, programs and sign-ins, as rows.

use domain::identity::{Level, SessionRow, SignInRow};
use hospital::tokens::Program;
use leptos::prelude::*;
use ui::lang::{self, key, say, tell, word};
use ui::{Chip, Empty, Head, Table, Time, TimeStyle};

use crate::forms::parts::Act;

/// Where somebody is signed in, each with the act that ends it.
pub(super) fn sessions(rows: Vec<SessionRow>, door: &'static str) -> AnyView {
    let heads = [
        word(key::DEVICE),
        word(key::ADDRESS),
        word(key::PROVED_BY),
        word(key::SINCE),
        word(key::LAST_USED),
        "",
    ]
    .map(Head::words);
    let rows = rows
        .into_iter()
        .map(|row| view! { <tr>{session(&row)}<td>{end(&row, door, None)}</td></tr> }.into_any())
        .collect_view();
    view! { <Table caption=word(key::WHERE_SIGNED_IN) heads=heads.into()>{rows}</Table> }.into_any()
}

/// The cells of one session.
pub(super) fn session(row: &SessionRow) -> AnyView {
    let strong = row.level == Level::Factor;
    view! {
        <th scope="row">{lang::of_english(&row.device)}" "{row.is_this.then(|| view! { <Chip look="line">{word(key::THIS_ONE)}</Chip> }.into_any())}</th>
        <td data-head=word(key::ADDRESS) class="code"><bdi>{row.address.clone()}</bdi></td>
        <td data-head=word(key::PROVED_BY) class:quiet=!strong>{lang::of_english(row.level.words())}</td>
        <td data-head=word(key::SINCE)><Time at=Signal::stored(Some(row.created_at)) style=TimeStyle::DateClock/></td>
        <td data-head=word(key::LAST_USED)><Time at=Signal::stored(Some(row.last_seen_at)) style=TimeStyle::DateClock/></td>
    }
    .into_any()
}

/// The act that ends one; of `whom`, when it is not the reader's own.
pub(super) fn end(row: &SessionRow, door: &'static str, whom: Option<&str>) -> AnyView {
    let device = lang::of_english(&row.device);
    let label = match whom {
        Some(name) => tell(say::end_session_of(name, device)),
        None => tell(say::end_session_with(device)),
    };
    view! { <Act action=door fields=vec![("session", row.id.clone())] verb=word(key::END) label=label/> }.into_any()
}

/// What programs hold, each with the act that ends it; with whose it is, in an admin's list.
pub(super) fn programs(rows: Vec<Program>, door: &'static str, with_names: bool) -> AnyView {
    let heads = [
        word(key::PROGRAM),
        word(key::ADDRESS),
        word(key::SINCE),
        word(key::LAST_RENEWED),
        "",
    ]
    .map(Head::words);
    let person = with_names.then(|| Head::words(word(key::PERSON)));
    let heads: Vec<Head> = person.into_iter().chain(heads).collect();
    let rows = rows
        .into_iter()
        .map(|row| {
            let device = lang::of_english(&row.device);
            let label = match with_names {
                true => tell(say::end_program_of(row.name.as_str(), device.as_str())),
                false => tell(say::end_program(device.as_str())),
            };
            let name = with_names.then(|| view! { <td data-head=word(key::PERSON)>{row.name.clone()}</td> }.into_any());
            view! {
                <tr>
                    {name}
                    <th scope="row">{device}</th>
                    <td data-head=word(key::ADDRESS) class="code">{row.address}</td>
                    <td data-head=word(key::SINCE)><Time at=Signal::stored(Some(row.began_at)) style=TimeStyle::DateClock/></td>
                    <td data-head=word(key::LAST_RENEWED)><Time at=Signal::stored(row.renewed_at) style=TimeStyle::DateClock/></td>
                    <td><Act action=door fields=vec![("program", row.id.to_string())] verb=word(key::END) label=label/></td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    view! { <Table caption=word(key::PROGRAMS) heads=heads>{rows}</Table> }.into_any()
}

/// Tries to sign in, the newest first.
pub(super) fn sign_ins(rows: Vec<SignInRow>) -> AnyView {
    if rows.is_empty() {
        return view! { <Empty title=word(key::NO_SIGN_INS) text=word(key::NO_SIGN_INS_TEXT)/> }.into_any();
    }
    let heads = [
        word(key::WHEN),
        word(key::OUTCOME),
        word(key::DEVICE),
        word(key::NETWORK),
        word(key::UNUSUAL),
    ]
    .map(Head::words);
    let rows = rows
        .into_iter()
        .map(|row| {
            let signals = row
                .signals
                .iter()
                .map(|signal| lang::of_english(signal.words()))
                .collect::<Vec<_>>()
                .join(word(key::LIST_COMMA));
            view! {
                <tr>
                    <th scope="row"><Time at=Signal::stored(Some(row.at)) style=TimeStyle::DateClock/></th>
                    <td data-head=word(key::OUTCOME)>{lang::from_english(&row.outcome)}</td>
                    <td data-head=word(key::DEVICE)>{lang::of_english(&row.device)}</td>
                    <td data-head=word(key::NETWORK) class="code">{row.network}</td>
                    <td>{(!signals.is_empty()).then(|| view! { <Chip look="line">{signals}</Chip> }.into_any())}</td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    view! { <Table caption=word(key::SIGN_INS) heads=heads.into()>{rows}</Table> }.into_any()
}
