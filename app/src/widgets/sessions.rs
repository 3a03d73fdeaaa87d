//! A person's own browser sessions: where they are signed in.

use domain::identity::SessionRow;
use leptos::prelude::*;
use ui::lang::{key, word};
use ui::{Chip, Head, Table, Time, TimeStyle};

/// The list.
#[component]
pub fn Sessions(
    /// Newest first.
    rows: Vec<SessionRow>,
) -> impl IntoView {
    let heads = vec![
        Head::words(word(key::DEVICE)),
        Head::words(word(key::ADDRESS)),
        Head::words(word(key::SINCE)),
        Head::words(word(key::LAST_USED)),
    ];
    let rows = rows
        .into_iter()
        .map(|row| {
            view! {
                <tr>
                    <th scope="row"><bdi>{row.device}</bdi>" "{row.is_this.then(|| view! { <Chip look="line">{word(key::THIS_ONE)}</Chip> }.into_any())}</th>
                    <td class="code"><bdi>{row.address}</bdi></td>
                    <td><Time at=Signal::stored(Some(row.created_at)) style=TimeStyle::DateClock/></td>
                    <td><Time at=Signal::stored(Some(row.last_seen_at)) style=TimeStyle::DateClock/></td>
                </tr>
            }.into_any()
        })
        .collect_view();
    view! { <Table caption=word(key::WHERE_SIGNED_IN) heads=heads>{rows}</Table> }
}
