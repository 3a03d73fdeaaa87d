//! The tokens of the hospital's devices: the list, a new one that is shown once, and the end of one.

use domain::time::Moment;
use domain::tokens::DeviceTokenRow;
use hospital::devices::DeviceTokenPage;
use leptos::prelude::*;
use ui::lang::{Arg, key, say, tell, weave, word};
use ui::{Button, Empty, Form, Head, Look, PageHead, Table, Time, TimeStyle};

use super::parts::{Confirm, Line, Said};
use crate::routes;

/// How old a token may grow before the page asks to replace it, in seconds: a year (`design/security.md` A2: device keys rotate yearly).
const YEAR: f64 = 365.0 * 86_400.0;

/// The page at `now`.
pub fn page(tokens: DeviceTokenPage, now: Moment) -> AnyView {
    let heads = [word(key::DEVICE), word(key::MADE), word(key::STATUS), word(key::CHANGE)].map(Head::words);
    let none = tokens.rows.is_empty();
    let rows = tokens.rows.into_iter().map(|token| row(token, now)).collect_view();
    let list = if none {
        view! { <Empty title=word(key::NO_TOKENS) text=word(key::A_DEVICE_GETS_ITS)/> }.into_any()
    } else {
        view! { <Table caption=word(key::TOKENS_OF_DEVICES) heads=heads.to_vec()>{rows}</Table> }.into_any()
    };
    view! {
        <PageHead title=word(key::TOKENS_OF_DEVICES)/>
        <Said/>
        {list}
        {tokens.next.map(|after| view! { <p><a href=routes::device_tokens_after(&after)>{word(key::MORE)}</a></p> }.into_any())}
        <section aria-labelledby="new-token">
            <h2 id="new-token">{word(key::NEW_TOKEN)}</h2>
            <Form action=routes::DEVICE_TOKENS>
                <Line name="device" label=word(key::DEVICE) hint=word(key::ITS_NAME_AS_THE_LIST)/>
                <div class="form__end"><Button look=Look::Primary>{word(key::MAKE_A_TOKEN)}</Button></div>
            </Form>
        </section>
    }
    .into_any()
}

fn row(token: DeviceTokenRow, now: Moment) -> AnyView {
    let status = match (token.ends_at, token.used_at) {
        (Some(ends), _) => weave(
            say::replaced_ends(Arg::hole(0)),
            [view! { <Time at=Signal::stored(Some(ends)) style=TimeStyle::DateClock/> }.into_any()],
        ),
        (None, None) => word(key::NOT_USED_YET).into_any(),
        (None, Some(_)) if now.seconds_since(token.created_at) >= YEAR => word(key::IN_USE_OLDER_THAN).into_any(),
        (None, Some(_)) => word(key::IN_USE).into_any(),
    };
    view! {
        <tr>
            <th scope="row">{token.name.clone()}</th>
            <td data-head=word(key::MADE)><Time at=Signal::stored(Some(token.created_at)) style=TimeStyle::Date/></td>
            <td data-head=word(key::STATUS)>{status}</td>
            <td><div class="acts">
                <Confirm
                    action=routes::DEVICE_TOKEN_REVOKE
                    fields=vec![("token", token.id.to_string())]
                    verb=word(key::REVOKE)
                    label=tell(say::revoke_token_of(token.name.as_str()))
                    means=word(key::A_DEVICE_THAT_USES)
                />
            </div></td>
        </tr>
    }
    .into_any()
}
