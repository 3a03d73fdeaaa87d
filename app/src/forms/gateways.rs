//! Gateways: those of the hospital with their machines, a new one with its token shown once, another token, and its end.

use domain::ids::DeviceId;
use hospital::devices::gateway::{GatewayPage, GatewayRow};
use leptos::prelude::*;
use ui::lang::{key, say, tell, word};
use ui::{Button, Card, CardOf, Empty, Facts, Form, Head, Known, Look, PageHead, Pager, Table, Time, TimeStyle};

use super::parts::{Act, Choice, Confirm, Line, Of, Said};
use crate::routes;

/// The page.
pub fn page(gateways: GatewayPage) -> AnyView {
    let GatewayPage { rows, next, free } = gateways;
    let none = rows.is_empty();
    let rows = rows.into_iter().map(|row| gateway(row, &free)).collect_view();
    let next = next.map(|after| {
        let href = routes::gateways_after(&after);
        view! { <Pager label=word(key::GATEWAYS_PAGES) shown="" next=href/> }.into_any()
    });
    view! {
        <PageHead title=word(key::GATEWAYS)/>
        <Said/>
        <div class="stack">
            {none.then(|| view! { <Empty title=word(key::NO_GATEWAYS) text=word(key::A_GATEWAY_SPEAKS)/> }.into_any())}
            {rows}
            {next}
            {make()}
        </div>
    }
    .into_any()
}

fn gateway(row: GatewayRow, free: &[(DeviceId, String)]) -> AnyView {
    let hidden = || vec![("gateway", row.id.to_string())];
    let title = format!("gateway-{}", row.id);
    let sender = row.sender.as_ref().map(|(application, facility)| {
        let names = match facility {
            Some(facility) => format!("{application} · {facility}"),
            None => application.clone(),
        };
        let networks = row.networks.join(", ");
        view! {
            <Known what=word(key::GATEWAY_SENDER) code=true><bdi>{names}</bdi></Known>
            <Known what=word(key::GATEWAY_NETWORKS) code=true><bdi>{networks}</bdi></Known>
        }
        .into_any()
    });
    let token = match row.token {
        None => word(key::NONE).into_any(),
        Some((_, None)) => word(key::NOT_USED_YET).into_any(),
        Some((_, Some(at))) => view! { <Time at=Signal::stored(Some(at)) style=TimeStyle::DateClock/> }.into_any(),
    };
    let message = match row.message_at {
        Some(at) => view! { <Time at=Signal::stored(Some(at)) style=TimeStyle::DateClock/> }.into_any(),
        None => word(key::NEVER).into_any(),
    };
    let every = tell(say::gateway_every_seconds(i64::from(row.every_seconds)));
    let empty = row.machines.is_empty();
    let machines = row.machines.iter().map(|(device, name)| {
        let href = routes::machine_messages(*device);
        let mut fields = hidden();
        fields.push(("device", device.to_string()));
        view! {
            <tr>
                <th scope="row"><bdi>{name.clone()}</bdi></th>
                <td data-head=word(key::HL7_MESSAGES)><a href=href>{word(key::OPEN)}</a></td>
                <td><div class="acts">
                    <Act action=routes::GATEWAY_REMOVE fields=fields verb=word(key::GATEWAY_REMOVE_VERB) label=tell(say::gateway_remove(name.as_str()))/>
                </div></td>
            </tr>
        }
        .into_any()
    });
    let machines = machines.collect_view();
    let heads = [word(key::DEVICE), word(key::HL7_MESSAGES), word(key::CHANGE)].map(Head::words);
    let machines = if empty {
        view! { <p class="card__body quiet">{word(key::GATEWAY_WITHOUT_MACHINES)}</p> }.into_any()
    } else {
        view! { <Table caption=tell(say::gateway_machines(row.name.as_str())) heads=heads.to_vec()>{machines}</Table> }
            .into_any()
    };
    let of = Of("gateway", row.id.to_string());
    let choices: Vec<_> = free
        .iter()
        .map(|(device, name)| (device.to_string(), name.clone()))
        .collect();
    let add = if choices.is_empty() {
        view! { <p class="card__body quiet">{word(key::GATEWAY_ALL_TAKEN)}</p> }.into_any()
    } else {
        let fields = hidden();
        view! {
            <Form class="card__foot form form--wide" action=routes::GATEWAY_ADD hidden=fields>
                <Choice name="device" label=word(key::DEVICE) answers=choices of=of/>
                <Button>{word(key::GATEWAY_ADD_MACHINE)}</Button>
            </Form>
        }
        .into_any()
    };
    let renew = view! {
        <Confirm
            action=routes::GATEWAY_TOKEN
            fields=hidden()
            verb=word(key::NEW_TOKEN)
            label=tell(say::gateway_new_token(row.name.as_str()))
            means=word(key::GATEWAY_TOKEN_ENDS)
        />
    }
    .into_any();
    let end = view! {
        <Confirm
            action=routes::GATEWAY_END
            fields=hidden()
            verb=word(key::END)
            label=tell(say::gateway_end(row.name.as_str()))
            means=word(key::GATEWAY_ENDS)
        />
    }
    .into_any();
    let name = row.name.clone();
    view! {
        <CardOf title=name id=title>
            <Facts class="card__body">
                {sender}
                <Known what=word(key::GATEWAY_TOKEN_USED)>{token}</Known>
                <Known what=word(key::GATEWAY_EVERY)>{every}</Known>
                <Known what=word(key::GATEWAY_LAST_MESSAGE)>{message}</Known>
            </Facts>
            {machines}
            {add}
            <div class="card__foot acts">{renew}{end}</div>
        </CardOf>
    }
    .into_any()
}

fn make() -> AnyView {
    view! {
        <Card title=word(key::NEW_GATEWAY) id="new-gateway">
            <Form class="card__body form" action=routes::GATEWAYS>
                <Line name="name" label=word(key::NAME) hint=word(key::GATEWAY_NAME_HINT) most=80/>
                <Line name="every_seconds" label=word(key::GATEWAY_EVERY) hint=word(key::GATEWAY_EVERY_HINT) value="10".to_owned() inputmode="numeric"/>
                <Line name="application" label=word(key::GATEWAY_APPLICATION) hint=word(key::GATEWAY_APPLICATION_HINT) optional=true most=227/>
                <Line name="facility" label=word(key::GATEWAY_FACILITY) optional=true most=227/>
                <Line name="networks" label=word(key::GATEWAY_NETWORKS) hint=word(key::GATEWAY_NETWORKS_HINT) optional=true/>
                <div class="form__end"><Button look=Look::Primary>{word(key::MAKE_A_GATEWAY)}</Button></div>
            </Form>
        </Card>
    }
    .into_any()
}
