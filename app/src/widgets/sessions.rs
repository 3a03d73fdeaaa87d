//! A person's own browser sessions: where they are signed in.

use domain::identity::SessionRow;
use leptos::prelude::*;
use ui::{Chip, Head, Table, Time, TimeStyle};

/// The list.
#[component]
pub fn Sessions(
    /// Newest first.
    rows: Vec<SessionRow>,
) -> impl IntoView {
    let heads = vec![
        Head::words("Device"),
        Head::words("Address"),
        Head::words("Since"),
        Head::words("Last used"),
    ];
    let rows = rows
        .into_iter()
        .map(|row| {
            view! {
                <tr>
                    <th scope="row">{row.device}" "{row.is_this.then(|| view! { <Chip look="line">"This one"</Chip> }.into_any())}</th>
                    <td class="code">{row.address}</td>
                    <td><Time at=Signal::stored(Some(row.created_at)) style=TimeStyle::DateClock/></td>
                    <td><Time at=Signal::stored(Some(row.last_seen_at)) style=TimeStyle::DateClock/></td>
                </tr>
            }.into_any()
        })
        .collect_view();
    view! { <Table caption="Where you are signed in" heads=heads>{rows}</Table> }
}
