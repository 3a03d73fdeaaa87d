//! Programs that use the API for the hospital: the list, a new one with its secret shown once, another secret, and its end.

use domain::access::Action;
use domain::tokens::{ClientRow, scopes};
use hospital::tokens::clients::ClientPage;
use leptos::prelude::*;
use ui::lang::{self, Arg, key, say, tell, weave, word};
use ui::{Button, Checkbox, Checkboxes, Empty, Form, Head, Look, PageHead, Question, Table, Time, TimeStyle};

use super::parts::{Confirm, Line, Said, fault, typed};
use crate::routes;

/// The page.
pub fn page(clients: ClientPage) -> AnyView {
    let heads = [
        word(key::NAME),
        word(key::MAY),
        word(key::LAST_SEEN),
        word(key::STATUS),
        word(key::CHANGE),
    ]
    .map(Head::words);
    let none = clients.rows.is_empty();
    let rows = clients.rows.into_iter().map(row).collect_view();
    let list = if none {
        view! { <Empty title=word(key::NO_PROGRAMS) text=word(key::A_PROGRAM_THAT_USES)/> }.into_any()
    } else {
        view! { <Table caption=word(key::PROGRAMS) heads=heads.to_vec()>{rows}</Table> }.into_any()
    };
    view! {
        <PageHead title=word(key::PROGRAMS)/>
        <Said/>
        {list}
        {clients.next.map(|after| view! { <p><a href=routes::clients_after(after)>{word(key::OLDER_ONES)}</a></p> }.into_any())}
        {make()}
    }
    .into_any()
}

fn row(client: ClientRow) -> AnyView {
    let may = client
        .scopes
        .iter()
        .map(|scope| Action::parse(scope).map_or(scope.clone(), |action| lang::of_english(action.words())))
        .collect::<Vec<_>>()
        .join(", ");
    let seen = match client.used_at {
        Some(at) => view! { <Time at=Signal::stored(Some(at)) style=TimeStyle::DateClock/> }.into_any(),
        None => word(key::NEVER).into_any(),
    };
    let status = match client.revoked_at {
        Some(at) => weave(
            say::revoked_at(Arg::hole(0)),
            [view! { <Time at=Signal::stored(Some(at)) style=TimeStyle::Date/> }.into_any()],
        ),
        None => {
            let since = Signal::stored(client.secret_since);
            weave(
                say::secret_of(Arg::hole(0)),
                [view! { <Time at=since style=TimeStyle::Date/> }.into_any()],
            )
        }
    };
    let acts = client.revoked_at.is_none().then(|| acts(&client));
    view! {
        <tr>
            <th scope="row">{client.name}<br/><span class="code second">{client.id.to_string()}</span></th>
            <td data-head=word(key::MAY)>{may}</td>
            <td data-head=word(key::LAST_SEEN)>{seen}</td>
            <td data-head=word(key::STATUS)>{status}</td>
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
            verb=word(key::NEW_SECRET)
            label=tell(say::new_secret_for(client.name.as_str()))
            means=word(key::THE_NEW_SECRET_IS)
        />
        <Confirm
            action=routes::CLIENT_REVOKE
            fields=which()
            verb=word(key::REVOKE)
            label=tell(say::revoke_what(client.name.as_str()))
            means=word(key::THE_PROGRAM_CAN_DO)
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
                <Checkbox name="scopes" value=scope.name() checked=held>
                    {lang::of_english(scope.words())}" "<span class="code quiet">{scope.name()}</span>
                </Checkbox>
            }
            .into_any()
        })
        .collect_view();
    let question = Question::new("scopes", word(key::WHAT_IT_MAY_DO))
        .hint(word(key::SO_FAR_A_PROGRAMS))
        .error(fault("scopes"));
    view! {
        <section aria-labelledby="new-program">
            <h2 id="new-program">{word(key::NEW_PROGRAM)}</h2>
            <Form action=routes::CLIENTS>
                <Line name="name" label=word(key::NAME) hint=word(key::WHO_READS_THIS_LIST)/>
                <Checkboxes question=question>{boxes}</Checkboxes>
                <div class="form__end"><Button look=Look::Primary>{word(key::MAKE_THE_PROGRAM)}</Button></div>
            </Form>
        </section>
    }
    .into_any()
}
