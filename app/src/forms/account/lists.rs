//! Sessions, sign-ins and notices, as rows.

use domain::identity::{Level, NoticeRow, SessionRow, SignInRow};
use hospital::tokens::Program;
use leptos::prelude::*;
use ui::{Chip, Empty, Head, Table, Time, TimeStyle};

use crate::forms::parts::Act;

/// Where somebody is signed in, each with the act that ends it.
pub(super) fn sessions(rows: Vec<SessionRow>, door: &'static str) -> AnyView {
    let heads = ["Device", "Address", "Proved by", "Since", "Last used", ""].map(Head::words);
    let rows = rows
        .into_iter()
        .map(|row| view! { <tr>{session(&row)}<td>{end(&row, door, None)}</td></tr> }.into_any())
        .collect_view();
    view! { <Table caption="Where you are signed in" heads=heads.into()>{rows}</Table> }.into_any()
}

/// The cells of one session.
pub(super) fn session(row: &SessionRow) -> AnyView {
    let strong = row.level == Level::Factor;
    view! {
        <th scope="row">{row.device.clone()}" "{row.is_this.then(|| view! { <Chip look="line">"This one"</Chip> }.into_any())}</th>
        <td data-head="Address" class="code">{row.address.clone()}</td>
        <td data-head="Proved by" class:quiet=!strong>{row.level.words()}</td>
        <td data-head="Since"><Time at=Signal::stored(Some(row.created_at)) style=TimeStyle::DateClock/></td>
        <td data-head="Last used"><Time at=Signal::stored(Some(row.last_seen_at)) style=TimeStyle::DateClock/></td>
    }
    .into_any()
}

/// The act that ends one; of `whom`, when it is not the reader's own.
pub(super) fn end(row: &SessionRow, door: &'static str, whom: Option<&str>) -> AnyView {
    let label = match whom {
        Some(name) => format!("End the session of {name} with {}", row.device),
        None => format!("End the session with {}", row.device),
    };
    view! { <Act action=door fields=vec![("session", row.id.clone())] verb="End" label=label/> }.into_any()
}

/// What programs hold, each with the act that ends it; with whose it is, in an admin's list.
pub(super) fn programs(rows: Vec<Program>, door: &'static str, with_names: bool) -> AnyView {
    let heads = ["Program", "Address", "Since", "Last renewed", ""].map(Head::words);
    let person = with_names.then(|| Head::words("Person"));
    let heads: Vec<Head> = person.into_iter().chain(heads).collect();
    let rows = rows
        .into_iter()
        .map(|row| {
            let label = match with_names {
                true => format!("End the program of {}: {}", row.name, row.device),
                false => format!("End the program: {}", row.device),
            };
            let name = with_names.then(|| view! { <td data-head="Person">{row.name.clone()}</td> }.into_any());
            view! {
                <tr>
                    {name}
                    <th scope="row">{row.device}</th>
                    <td data-head="Address" class="code">{row.address}</td>
                    <td data-head="Since"><Time at=Signal::stored(Some(row.began_at)) style=TimeStyle::DateClock/></td>
                    <td data-head="Last renewed"><Time at=Signal::stored(row.renewed_at) style=TimeStyle::DateClock/></td>
                    <td><Act action=door fields=vec![("program", row.id.to_string())] verb="End" label=label/></td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    view! { <Table caption="Programs" heads=heads>{rows}</Table> }.into_any()
}

/// Tries to sign in, the newest first.
pub(super) fn sign_ins(rows: Vec<SignInRow>) -> AnyView {
    if rows.is_empty() {
        return view! { <Empty title="No sign-ins" text="Nobody has tried to sign in to this account in the last 90 days."/> }.into_any();
    }
    let heads = ["When", "Outcome", "Device", "Network", "Unusual"].map(Head::words);
    let rows = rows
        .into_iter()
        .map(|row| {
            let signals = row
                .signals
                .iter()
                .map(|signal| signal.words())
                .collect::<Vec<_>>()
                .join(", ");
            view! {
                <tr>
                    <th scope="row"><Time at=Signal::stored(Some(row.at)) style=TimeStyle::DateClock/></th>
                    <td data-head="Outcome">{row.outcome}</td>
                    <td data-head="Device">{row.device}</td>
                    <td data-head="Network" class="code">{row.network}</td>
                    <td>{(!signals.is_empty()).then(|| view! { <Chip look="line">{signals}</Chip> }.into_any())}</td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    view! { <Table caption="Sign-ins" heads=heads.into()>{rows}</Table> }.into_any()
}

/// What was told about the safety of the account.
pub(super) fn notices(rows: Vec<NoticeRow>) -> AnyView {
    let rows = rows
        .into_iter()
        .map(|row| {
            view! {
                <li>
                    <Time at=Signal::stored(Some(row.at)) style=TimeStyle::DateClock/>" "
                    {row.is_new.then(|| view! { <Chip look="inverse">"New"</Chip> }.into_any())}" "
                    {row.sentence}
                </li>
            }
            .into_any()
        })
        .collect_view();
    view! { <ul class="notices">{rows}</ul> }.into_any()
}
