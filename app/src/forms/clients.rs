//! Programs that use the API for the hospital: the list, a new one with its secret shown once, another secret, and its end.

use domain::access::Action;
use domain::tokens::{ClientRow, scopes};
use hospital::tokens::clients::ClientPage;
use leptos::prelude::*;
use ui::{Button, Empty, Head, Look, PageHead, Table, Time, TimeStyle};

use super::parts::{Confirm, Line, Said, fault, typed};
use crate::routes;

/// The page.
pub fn page(clients: ClientPage) -> AnyView {
    let heads = ["Name", "May", "Last seen", "Status", "Change"].map(Head::words);
    let none = clients.rows.is_empty();
    let rows = clients.rows.into_iter().map(row).collect_view();
    let list = if none {
        view! { <Empty title="No programs" text="A program that uses the API for this hospital is made below."/> }
            .into_any()
    } else {
        view! { <Table caption="Programs" heads=heads.to_vec()>{rows}</Table> }.into_any()
    };
    view! {
        <PageHead title="Programs"/>
        <Said/>
        {list}
        {clients.next.map(|after| view! { <p><a href=routes::clients_after(after)>"Older ones"</a></p> }.into_any())}
        {make()}
    }
    .into_any()
}

fn row(client: ClientRow) -> AnyView {
    let may = client
        .scopes
        .iter()
        .map(|scope| Action::parse(scope).map_or(scope.clone(), |action| action.words().to_owned()))
        .collect::<Vec<_>>()
        .join(", ");
    let seen = match client.used_at {
        Some(at) => view! { <Time at=Signal::stored(Some(at)) style=TimeStyle::DateClock/> }.into_any(),
        None => "Never".into_any(),
    };
    let status = match client.revoked_at {
        Some(at) => view! { "Revoked "<Time at=Signal::stored(Some(at)) style=TimeStyle::Date/> }.into_any(),
        None => {
            let since = Signal::stored(client.secret_since);
            view! { "Secret of "<Time at=since style=TimeStyle::Date/> }.into_any()
        }
    };
    let acts = client.revoked_at.is_none().then(|| acts(&client));
    view! {
        <tr>
            <th scope="row">{client.name}<br/><span class="code second">{client.id.to_string()}</span></th>
            <td data-head="May">{may}</td>
            <td data-head="Last seen">{seen}</td>
            <td data-head="Status">{status}</td>
            <td><div class="acts">{acts}</div></td>
        </tr>
    }
    .into_any()
}

fn acts(client: &ClientRow) -> AnyView {
    let which = || vec![("client", client.id.to_string())];
    view! {
        <Confirm
            action=routes::CLIENT_SECRET
            fields=which()
            verb="New secret"
            label=format!("Make a new secret for {}", client.name)
            means="The new secret is shown once. The old one works until the new one is first used, for a day at the most."
        />
        <Confirm
            action=routes::CLIENT_REVOKE
            fields=which()
            verb="Revoke"
            label=format!("Revoke {}", client.name)
            means="The program can do nothing any more, within a second. This cannot be undone: make a new program instead."
        />
    }
    .into_any()
}

fn make() -> AnyView {
    let chosen = typed("scopes").unwrap_or_default();
    let boxes = scopes()
        .map(|scope| {
            let held = chosen.split(' ').any(|name| name == scope.name());
            view! {
                <label class="checkbox">
                    <input class="checkbox__input" type="checkbox" name="scopes" value=scope.name() checked=held/>
                    <span>{scope.words()}" "<span class="code quiet">{scope.name()}</span></span>
                </label>
            }
            .into_any()
        })
        .collect_view();
    let wrong = fault("scopes");
    let is_wrong = wrong.is_some();
    let described = is_wrong.then_some("scopes-error");
    view! {
        <section aria-labelledby="new-program">
            <h2 id="new-program">"New program"</h2>
            <form class="form" method="post" action=routes::CLIENTS>
                <Line name="name" label="Name" hint="Who reads this list should know it again, such as \u{201c}Laboratory gateway\u{201d}."/>
                <fieldset class="field" class:field--error=is_wrong id="scopes" tabindex="-1" aria-describedby=described>
                    <legend class="field__label">"What it may do"</legend>
                    <p class="field__hint">
                        "So far a program's token opens one door, GET /api/v1/auth/me, which answers who it is and what you choose here. The choice holds for the doors that follow."
                    </p>
                    {boxes}
                    {wrong.map(|wrong| view! { <p class="field__error" id="scopes-error">{wrong}</p> }.into_any())}
                </fieldset>
                <div class="form__end"><Button look=Look::Primary>"Make the program"</Button></div>
            </form>
        </section>
    }
    .into_any()
}
