//! The tokens of the hospital's devices: the list, a new one that is shown once, and the end of one.

use domain::time::Moment;
use domain::tokens::DeviceTokenRow;
use hospital::devices::DeviceTokenPage;
use leptos::prelude::*;
use ui::{Button, Empty, Head, Look, PageHead, Table, Time, TimeStyle};

use super::parts::{Confirm, Line, Said};
use crate::routes;

/// How old a token may grow before the page asks to replace it, in seconds: a year (`design/security.md` A2: device keys rotate yearly).
const YEAR: f64 = 365.0 * 86_400.0;

/// The page at `now`.
pub fn page(tokens: DeviceTokenPage, now: Moment) -> AnyView {
    let heads = ["Device", "Made", "Status", "Change"].map(Head::words);
    let none = tokens.rows.is_empty();
    let rows = tokens.rows.into_iter().map(|token| row(token, now)).collect_view();
    let list = if none {
        view! { <Empty title="No tokens" text="A device gets its token below."/> }.into_any()
    } else {
        view! { <Table caption="Tokens of devices" heads=heads.to_vec()>{rows}</Table> }.into_any()
    };
    view! {
        <PageHead title="Tokens of devices"/>
        <Said/>
        {list}
        {tokens.next.map(|after| view! { <p><a href=routes::device_tokens_after(&after)>"More"</a></p> }.into_any())}
        <section aria-labelledby="new-token">
            <h2 id="new-token">"New token"</h2>
            <form class="form" method="post" action=routes::DEVICE_TOKENS>
                <Line name="device" label="Device" hint="Its name, as the list of devices has it, such as \u{201c}Monitor 07\u{201d}."/>
                <div class="form__end"><Button look=Look::Primary>"Make a token"</Button></div>
            </form>
        </section>
    }
    .into_any()
}

fn row(token: DeviceTokenRow, now: Moment) -> AnyView {
    let status = match (token.ends_at, token.used_at) {
        (Some(ends), _) => {
            view! { "Replaced; ends "<Time at=Signal::stored(Some(ends)) style=TimeStyle::DateClock/>" at the latest" }
                .into_any()
        }
        (None, None) => "Not used yet".into_any(),
        (None, Some(_)) if now.seconds_since(token.created_at) >= YEAR => {
            "In use, older than a year: replace it".into_any()
        }
        (None, Some(_)) => "In use".into_any(),
    };
    view! {
        <tr>
            <th scope="row">{token.name.clone()}</th>
            <td data-head="Made"><Time at=Signal::stored(Some(token.created_at)) style=TimeStyle::Date/></td>
            <td data-head="Status">{status}</td>
            <td><div class="acts">
                <Confirm
                    action=routes::DEVICE_TOKEN_REVOKE
                    fields=vec![("token", token.id.to_string())]
                    verb="Revoke"
                    label=format!("Revoke a token of {}", token.name)
                    means="A device that uses this token is not heard any more, within a second, and its bed raises an alarm. Give it a new token first."
                />
            </div></td>
        </tr>
    }
    .into_any()
}
